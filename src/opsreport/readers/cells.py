"""A cell's characters on their way from the file into the bundle, and the place of each."""

import re

from opsreport.diagnostics import Anchor, Diagnostics, Scalar, Span
from opsreport.readers.characters import INVISIBLE, SOFT_BREAKS

SUSPECT = re.compile(f"{SOFT_BREAKS.pattern}|{INVISIBLE.pattern}")
BREAK = re.compile("\r\n?|\n")
QUOTES = 2
"""The marks around a quoted cell that holds neither a quote nor a line break."""


def is_suspect(text: str) -> bool:
    """Whether a text holds soft breaks or signs that nobody sees."""
    return SUSPECT.search(text) is not None


def cell_at(written: str, start: Span, found: Diagnostics, *, quoted: bool) -> Scalar:
    """A cell whose first character, or the quote before it, stands at this place.

    Soft breaks become line breaks, invisible signs go; a quote within quotes is written twice.
    """
    column = start.column
    lines = BREAK.split(written, maxsplit=1)
    marks = (1 + (len(lines) == 1) + lines[0].count('"')) if quoted else 0
    span = Span(start.file, start.line, column, start.line, column + len(lines[0]) + marks, start.cell)
    if not written.strip():
        return Scalar("", span)
    if not is_suspect(written) and (not quoted or (len(lines) == 1 and marks == QUOTES)):
        return Scalar(written, span, False, (Anchor(0, start.line, column + 1),) if quoted else ())
    text, anchors, hidden = _Walk(start.line, column + quoted, doubled=quoted).over(written)
    cell = Scalar(text, span, False, tuple(anchors))
    if hidden:
        first = Span(start.file, hidden[0].line, hidden[0].column, hidden[0].line, hidden[0].column + 1)
        found.add("invisible-character", first, count=len(hidden))
    return cell if text.strip() else Scalar("", span)


class _Walk:
    """A walk over the characters of one cell, keeping count of lines and columns."""

    def __init__(self, line: int, column: int, *, doubled: bool) -> None:
        self._line = line
        self._column = column
        self._doubled = doubled

    def over(self, written: str) -> tuple[str, list[Anchor], list[Anchor]]:
        """The text, the place of each of its stretches, and the places of what nobody saw in it."""
        kept: list[str] = []
        anchors = [Anchor(0, self._line, self._column)]
        hidden: list[Anchor] = []
        for sign in BREAK.sub("\n", written):
            last = anchors[-1]
            if (self._line, self._column) != (last.line, last.column + len(kept) - last.offset):
                anchors.append(Anchor(len(kept), self._line, self._column))
            if INVISIBLE.match(sign):
                hidden.append(Anchor(len(kept), self._line, self._column))
            else:
                kept.append("\n" if SOFT_BREAKS.match(sign) else sign)
            self._step(sign)
        return "".join(kept), anchors, hidden

    def _step(self, sign: str) -> None:
        if sign == "\n":
            self._line, self._column = self._line + 1, 1
        else:
            self._column += 2 if sign == '"' and self._doubled else 1
