"""What is taken over from a reference document: a page of plausible measures, and parts that do nothing.

The file may come from anywhere, so what is not known to be a matter of looks stays behind.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from opsreport.writers.docx.package import XML, R, W, escape, w

# Twentieths of a point: Word makes no page larger than 22 inches; below one inch no table has room.
_LARGEST, _NARROWEST = 31680, 1440
_PAGE = {
    "pgSz": ("w", "h", "orient"),
    "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"),
    "docGrid": ("type", "linePitch", "charSpace"),
}
_WORDS = ("orient", "type")
# Word itself keeps no more styles.
_MOST_STYLES = 4079

_LEADING_OUT = re.compile(
    rb"<w:(attachedTemplate|embedRegular|embedBold|embedItalic|embedBoldItalic)\b[^>]*/>"
)
_SETTINGS = """
    zoom hideSpellingErrors hideGrammaticalErrors mirrorMargins bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit
    hyphenationZone doNotHyphenateCaps drawingGridHorizontalSpacing drawingGridVerticalSpacing
    displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin characterSpacingControl strictFirstAndLastChars
    noLineBreaksAfter noLineBreaksBefore footnotePr compat themeFontLang clrSchemeMapping
    decimalSymbol listSeparator
"""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a reference document, measured in twentieths of a point."""

    written: str
    """Paper, margins and grid in Word's own words."""
    width: int
    height: int
    left: int
    text_width: int


def page_of(document: Element) -> Page:
    """The page that a document's text stands on; raises ValueError where no report has room."""
    sides: dict[str, int] = {}
    written = ""
    for name, keys in _PAGE.items():
        # A document's own section stands at its end.
        for element in list(document.iter(w(name)))[-1:]:
            said = {key: value for key in keys if (value := element.get(w(key))) is not None}
            sides |= {key: int(value) for key, value in said.items() if key not in _WORDS}
            written += f"<w:{name}{_attributes(said)}/>"
    width = sides["w"] - sides["left"] - sides["right"] - sides.get("gutter", 0)
    height = sides["h"] - abs(sides["top"]) - abs(sides["bottom"])
    if max(map(abs, sides.values())) > _LARGEST or min(width, height) < _NARROWEST:
        raise ValueError("page")
    return Page(written, sides["w"], sides["h"], abs(sides["left"]), width)


def _attributes(said: dict[str, str]) -> str:
    return "".join(f' w:{key}="{escape(value)}"' for key, value in said.items())


def part_of(kind: str, content: bytes) -> bytes | None:
    """A part as it may be taken over, or nothing if a report can do without; raises ValueError or ParseError.

    What leads to other parts cannot be taken over, since those stay behind.
    """
    content = _LEADING_OUT.sub(b"", content)
    tree = fromstring(content)
    if b"<!DOCTYPE" in content:
        raise ValueError(kind)
    if kind == "settings":
        return _settings(tree)
    if any(key.startswith(f"{{{R}}}") for element in tree.iter() for key in element.attrib):
        if kind == "theme":
            return None
        raise ValueError(kind)
    if kind == "styles" and sum(1 for _ in tree.iter(w("style"))) > _MOST_STYLES:
        raise ValueError(kind)
    return content


def _settings(tree: Element) -> bytes:
    """The settings that concern the look; none of those that fetch, ask, merge or protect."""
    allowed = {w(name) for name in _SETTINGS.split()}
    known = "".join(_written(child) for child in tree if child.tag in allowed)
    return f'{XML}<w:settings xmlns:w="{W}">{known}</w:settings>'.encode()


def _written(element: Element) -> str:
    """An element of Word's own vocabulary with what is in it; anything of another stays behind."""
    own = f"{{{W}}}"
    name = element.tag.removeprefix(own)
    said = {key.removeprefix(own): value for key, value in element.items() if key.startswith(own)}
    inside = "".join(_written(child) for child in element if child.tag.startswith(own))
    return f"<w:{name}{_attributes(said)}" + (f">{inside}</w:{name}>" if inside else "/>")
