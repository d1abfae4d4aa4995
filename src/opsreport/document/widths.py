"""How much room words take in a line, in ems: rather too much than too little."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from opsreport.document.tree import Break, Footnote, Inline, Reference, Text

NARROWEST = 0.34

# Widths in Ops Hei Bold, in ems; no other face that a report is set in is wider.
_SIGNS = {
    NARROWEST: " ',.:;Iijl|",
    0.44: "!()-/[\\]frt{}",
    0.52: "*?sz",
    0.6: '"#$+−0123456789<=>FJLY^_acegvxy~¥',
    0.76: "&BCDGHKNPRU",
    1.01: "%@MOQWmw",
}
_WIDTHS = {sign: width for width, signs in _SIGNS.items() for sign in signs}
_ASCII, _LATIN, _HANZI = 0.65, 0.85, 1.0

# Hanzi and Latin letters or figures stand a quarter em apart.
_GAP = 0.25
_HANZI_SIGN = "[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_BORDER = re.compile(f"{_HANZI_SIGN}(?=[0-9A-Za-z+−±])|[0-9A-Za-z%‰](?={_HANZI_SIGN})")


def sign_width(char: str) -> float:
    """The width of one character."""
    if char.isascii() or char in _WIDTHS:
        return _WIDTHS.get(char, _ASCII)
    wide = unicodedata.east_asian_width(char) in "WFA"
    return _HANZI if wide else _LATIN


def line_width(text: str) -> float:
    """The width of a text set in one line, the gaps between hanzi and Latin counted."""
    return sum(map(sign_width, text)) + _GAP * sum(1 for _ in _BORDER.finditer(text))


def plain_words(children: Iterable[Inline]) -> str:
    """The words of a line alone, a space for each line break, without footnotes."""
    return "".join(_words(children))


def _words(children: Iterable[Inline]) -> Iterator[str]:
    for child in children:
        match child:
            case Text(text):
                yield text
            case Reference(text=text):
                yield text
            case Break():
                yield " "
            case Footnote():
                continue
            case _:
                yield from _words(child.children)
