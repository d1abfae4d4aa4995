"""What is taken over from a reference document: a page of plausible measures, and parts that do nothing.

The file may come from anywhere, so what is not known to be a matter of looks stays behind.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, fromstring

from opsreport.writers.docx.package import R, escape, w
from opsreport.writers.docx.rewriting import Rewriting

# Twentieths of a point: Word makes no page larger than 22 inches; below one inch no table has room.
_LARGEST, _NARROWEST = 31680, 1440
_PAGE = {
    "pgSz": ("w", "h", "orient"),
    "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"),
    "docGrid": ("type", "linePitch", "charSpace"),
}
_WORDS = ("orient", "type")
_SETTINGS = """
    zoom hideSpellingErrors hideGrammaticalErrors mirrorMargins bordersDoNotSurroundHeader
    bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit
    hyphenationZone doNotHyphenateCaps evenAndOddHeaders drawingGridHorizontalSpacing
    drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
    doNotUseMarginsForDrawingGridOrigin characterSpacingControl strictFirstAndLastChars
    noLineBreaksAfter noLineBreaksBefore footnotePr compat themeFontLang clrSchemeMapping
    decimalSymbol listSeparator
"""
_AFTER_COMPAT = ("themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator")
_BEFORE_BREAKS = """
    useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance
    balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace
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


def settings_of(tree: Element) -> str:
    """The settings that concern the look; none of those that fetch, ask, merge or protect.

    Notes are parted from the text by two separators, which are the report's own.
    """
    allowed = {w(name) for name in _SETTINGS.split()}
    for child in [child for child in tree if child.tag not in allowed]:
        tree.remove(child)
    for notes in tree.iter(w("footnotePr")):
        for separator in notes.findall(w("footnote")):
            notes.remove(separator)
        for number in ("-1", "0"):
            SubElement(notes, w("footnote"), {w("id"): number})
    _leave_broken_lines(tree)
    return Rewriting().plain_part(tree)


def _leave_broken_lines(tree: Element) -> None:
    """Let no line that ends in a break be stretched over its width, as Word does unless told otherwise."""
    compat = tree.find(w("compat"))
    if compat is None:
        compat = Element(w("compat"))
        after = tuple(map(w, _AFTER_COMPAT))
        tree.insert(sum(child.tag not in after for child in tree), compat)
    if compat.find(w("doNotExpandShiftReturn")) is None:
        before = tuple(map(w, _BEFORE_BREAKS.split()))
        place = sum(child.tag in before for child in compat)
        compat.insert(place, Element(w("doNotExpandShiftReturn")))


def theme_of(content: bytes) -> bytes | None:
    """A theme as it is, or nothing where it has pictures of its own."""
    tree = fromstring(content)
    leads_on = any(key.startswith(f"{{{R}}}") for element in tree.iter() for key in element.attrib)
    return None if leads_on else content
