"""What the user sees: results on standard output, everything else on standard error."""

import io
import os
import sys
from collections.abc import Iterable

from opsreport.diagnostics import Diagnostic, Diagnostics, Language, Source
from opsreport.diagnostics.render import Form, readable, render, summary


class LostOutputError(Exception):
    """Standard output takes no more: what it leads to is full or gone."""


class Terminal:
    """Where one command speaks: in which form, in which language."""

    def __init__(self, form: str = Form.FULL.value, language: str = Language.ZH.value) -> None:
        self.form = Form(form)
        self.language = Language(language)
        if self.form is Form.JSON and isinstance(sys.stderr, io.TextIOWrapper):
            sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")

    def show(self, text: str) -> None:
        """Give a result, on a line of its own."""
        show(text)

    def tell(self, found: Diagnostics, sources: Iterable[Source] = (), *, written: int | None = None) -> None:
        """Say what was found, with the lines of the sources it is about, and count it."""
        self.say(found.sorted(), sources)
        closing = summary(found, self.language, written=written)
        if closing and self.form is not Form.JSON:
            print(closing, file=sys.stderr, flush=True)

    def say(self, findings: Iterable[Diagnostic], sources: Iterable[Source] = ()) -> None:
        """Say these findings and no more."""
        lines = {source.name: _lines(source) for source in sources}
        text = render(findings, lines, self.form, self.language, colour=wants_colour())
        print(text, end="", file=sys.stderr, flush=True)


def show(text: str) -> None:
    """Print a result on standard output."""
    try:
        print(readable(text), flush=True)
    except OSError as fault:
        # What is still in the buffer would be tried again at the end of the process.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise LostOutputError(fault.strerror) from fault


def wants_colour() -> bool:
    """Whether messages go to a terminal with colours, and its user has nothing against them."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def is_terminal() -> bool:
    """Whether messages go to a terminal where a line can be rewritten."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def speak_chinese() -> None:
    """Make both streams able to print any text: a report's name must not end a build."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if _knows_chinese(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _knows_chinese(encoding: str) -> bool:
    try:
        "报告".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _lines(source: Source) -> list[str]:
    """The lines of a file as its reader counts them, in whichever of the usual encodings it is."""
    # Without its mark any file of even length could be taken for UTF-16.
    is_wide = source.content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "gb18030"):
        try:
            text = source.content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return []
