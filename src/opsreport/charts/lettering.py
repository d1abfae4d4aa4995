"""The words in a chart: what they read, how wide they are, and how they are made to fit."""

import re
import unicodedata
from collections.abc import Iterator

from opsreport.document import Break, Inline, Reference, Text
from opsreport.document.widths import NARROWEST, sign_width

LABEL, SMALL = 7.2, 6.2
"""The sizes of type in charts; nothing smaller is read on paper."""

LINE_HEIGHT = 1.32
ELLIPSIS = "…"

NO_LINE_START = "，。、；：！？…”’）》〉】〕」』,.;:!?)]}%％"
NO_LINE_END = "“‘（《〈【〔「『([{"
_PIECE = re.compile(r"（[^（）\s]{1,6}）|[0-9A-Za-z.,+−%~'&/_-]+|\s+|.")


def plain(children: tuple[Inline, ...]) -> str:
    """The bare words of a line, without anything that is not seen."""
    return visible("".join(_texts(children)))


def visible(text: str) -> str:
    """The text without controls and marks of direction; blanks of any kind are one space."""
    kept = "".join(" " if char.isspace() else char for char in text if char.isspace() or _is_seen(char))
    return " ".join(kept.split(" ")).strip()


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn")


def _texts(children: tuple[Inline, ...]) -> Iterator[str]:
    for child in children:
        match child:
            case Text(text):
                yield text
            case Break():
                yield " "
            case Reference(text=text):
                yield text
            case _:
                yield from _texts(child.children)


def width_of(text: str, size: float) -> float:
    """The room that a text of this size takes; rather too much than too little."""
    return size * sum(map(sign_width, text))


def shortened(text: str, width: float, size: float) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if width_of(text, size) <= width:
        return text
    room, kept = width - width_of(ELLIPSIS, size), ""
    for char in text:
        room -= width_of(char, size)
        if room < 0:
            break
        kept += char
    return kept.rstrip() + ELLIPSIS if kept else ""


def broken(text: str, width: float, size: float, lines: int) -> tuple[str, ...]:
    """The text in as few lines as it takes, of even length, the last one shortened if it must be.

    Numbers, Latin words and short brackets stay whole where they can; no line starts with a closing mark.
    """
    # No more than this can fit, and a text may be as long as a book.
    text = text[: int(lines * width / (NARROWEST * size)) + 2]
    for count in range(1, lines + 1):
        even = max(width_of(text, size) / count, size)
        for slack in (0.0, 0.5, 1.0, 2.0, 99.0):
            found = _filled(text, min(width, even + slack * size), size)
            if len(found) <= count and all(width_of(line, size) <= width for line in found):
                return tuple(found)
    found = _filled(text, width, size)
    cut = [*found[: lines - 1], "".join(found[lines - 1 :])]
    return tuple(line for each in cut if (line := shortened(each, width, size)))


def _filled(text: str, width: float, size: float) -> list[str]:
    """The lines of a text set as full as they go."""
    lines = [""]
    for piece in _pieces(text):
        if lines[-1] and width_of((lines[-1] + piece).rstrip(), size) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.strip() for line in lines if line.strip()]


def _pieces(text: str) -> list[str]:
    """What may not be parted: a number, a word, a character with the marks that cling to it."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        clings = pieces and (piece[0] in NO_LINE_START or pieces[-1][-1] in NO_LINE_END)
        if clings:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces
