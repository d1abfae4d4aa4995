"""Lays out documents in a second Python process, which loads WeasyPrint while this one composes the report.

A layout that breaks down or never ends takes only that process along. Nothing of it is shared: messages go
through two pipes (`layout_messages`), and what it runs is `layout_worker`.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from types import TracebackType
from typing import IO, Any

from opsreport.writers.pdf.fonts import SETTINGS, settings_file
from opsreport.writers.pdf.layout_messages import ENCODING, Message, heard_result, receive, send
from opsreport.writers.pdf.result import CutShort, LayoutUnfinishedError, PdfResult

PROGRAM = "from opsreport.writers.pdf.layout_worker import main; main()"

# The current folder is no place to look for modules (-P); a crash says where it was (faulthandler).
OPTIONS = ("-P", "-X", "faulthandler")

# In seconds, by the length of the HTML: ten times what the slowest of sane reports takes, which is a minute
# for a million characters: a list of contents with hundreds of headings. A busy machine may need most of it.
LEAST_PATIENCE = 60.0
PATIENCE_PER_CHARACTER = 600e-6
LAST_WORDS = 4000

# What GLib says before it gives up for want of memory.
SHORTAGES = ("failed to allocate", "Error creating thread")


class LayoutProcess:
    """One such process, for one document after another: `begin` a layout, then ask for its `result`.

    It is to be made as early as a PDF is known to be wanted, and ended in any case: use it in a `with`. Where
    no process can be started, the layout takes place in this one.
    """

    def __init__(self, *, system_fonts: bool = False, patience: float = LEAST_PATIENCE) -> None:
        self.system_fonts = system_fonts
        self._least_patience = patience
        self._is_listening = False
        self._html, self._tagged = "", False
        self._answer: Message | Exception | None = None
        self._exchange: threading.Thread | None = None
        self._process, self._noise = _started(system_fonts)

    def __enter__(self) -> "LayoutProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def begin(self, html: str, *, tagged: bool = False) -> None:
        """Hand over a document and come back at once; where the process is lost, another one takes it."""
        if isinstance(self._answer, LayoutUnfinishedError):
            self.end()
            self._is_listening = False
            self._process, self._noise = _started(self.system_fonts)
        self._html, self._tagged, self._answer = html, tagged, None
        if self._process is None:
            return
        self._exchange = threading.Thread(target=self._converse, args=(self._process,), daemon=True)
        try:
            self._exchange.start()
        except RuntimeError:
            # Where there may be no more threads, the other process has none to listen with either.
            self._exchange = None
            self.end()

    def result(self) -> PdfResult:
        """Wait for the pages of the document.

        Raises what `html_to_pdf` raises, LayoutUnfinishedError when it takes too long or too much, or its
        process dies, and LayoutCrashedError with the traceback of a fault of the program.
        """
        if isinstance(self._answer, LayoutUnfinishedError):
            raise self._answer
        if self._process is None or self._exchange is None:
            return self._result_of_our_own()
        patience = self._patience()
        self._exchange.join(patience)
        if self._exchange.is_alive():
            self.end()
            self._answer = LayoutUnfinishedError(CutShort.TIME, f"> {patience:.0f} s")
        if isinstance(self._answer, Exception):
            raise self._answer
        if self._answer is not None:
            return heard_result(self._answer)
        if not self._is_listening:
            return self._result_of_our_own()
        self._answer = self._breakdown(self._process)
        raise self._answer

    def end(self) -> None:
        """End the process, whatever it is at."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        if self._exchange is not None:
            self._exchange.join()
        for pipe in (self._process.stdin, self._process.stdout, self._noise):
            if pipe is not None:
                pipe.close()
        self._process = self._exchange = None

    def _patience(self) -> float:
        """How long the document may take: no time is too short for a small one on a busy machine."""
        return max(self._least_patience, len(self._html) * PATIENCE_PER_CHARACTER)

    def _converse(self, process: "subprocess.Popen[bytes]") -> None:
        """Ask and hear the answer, in a thread of its own."""
        assert process.stdin is not None
        assert process.stdout is not None
        if hasattr(signal, "pthread_sigmask"):
            # To write to a process that is gone is an OSError here, not the end of this process as well.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
        try:
            if not self._is_listening:
                self._is_listening = receive(process.stdout) is not None
            send(process.stdin, {"tagged": self._tagged}, self._html.encode(*ENCODING))
            self._answer = receive(process.stdout)
        except OSError:
            self._answer = None
        except Exception as fault:
            self._answer = fault

    def _result_of_our_own(self) -> PdfResult:
        from opsreport.writers.pdf.engine import html_to_pdf

        return html_to_pdf(self._html, (), system_fonts=self.system_fonts, tagged=self._tagged)

    def _breakdown(self, process: "subprocess.Popen[bytes]") -> LayoutUnfinishedError:
        """What became of a process that ended before it had answered."""
        code, words = process.wait(), _last_words(self._noise)
        # Linux takes memory back by killing a process.
        was_killed = os.name == "posix" and code == -signal.SIGKILL
        if was_killed or any(shortage in words for shortage in SHORTAGES):
            return LayoutUnfinishedError(CutShort.MEMORY, "SIGKILL" if was_killed else "failed to allocate")
        said = next((line for line in words.splitlines() if line.startswith("Fatal")), f"exit {code}")
        return LayoutUnfinishedError(CutShort.DEATH, said[:120])


def _started(system_fonts: bool) -> tuple["subprocess.Popen[bytes] | None", IO[bytes] | None]:
    """A process that has begun to load, and where it complains; neither on a machine without room for it."""
    if not sys.executable or getattr(sys, "frozen", False):
        return None, None
    noise: IO[bytes] | None = None
    try:
        environment: dict[str, Any] = {**os.environ, SETTINGS: str(settings_file(system_fonts=system_fonts))}
        noise = tempfile.TemporaryFile()  # noqa: SIM115
        process = subprocess.Popen(
            [sys.executable, *OPTIONS, "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=noise,
            bufsize=0,
            env=environment,
        )
    except OSError:
        if noise is not None:
            noise.close()
        return None, None
    return process, noise


def _last_words(noise: IO[bytes] | None) -> str:
    if noise is None:
        return ""
    noise.seek(max(0, noise.seek(0, os.SEEK_END) - LAST_WORDS))
    return noise.read().decode("utf-8", "replace")
