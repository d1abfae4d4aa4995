"""What the styles and the numbering of a reference document say, as far as a writer must know it."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from opsreport.writers.docx.names import PARAGRAPH
from opsreport.writers.docx.package import w

# Word follows a style no further down to what it is based on.
_DEEPEST = 11
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_BAND = f"{w('tblStylePr')}[@{w('type')}='band2Horz']/{w('tcPr')}/{w('shd')}"
# A number that is left out is nought; what refers to it would not know.
_NUMBERED = (
    ("abstractNumId", "abstractNum"),
    ("numId", "num"),
    ("ilvl", "lvl"),
    ("val", "abstractNumId"),
)
_HEAD_RULE = f"{w('tblStylePr')}[@{w('type')}='firstRow']/{w('tcPr')}/{w('tcBorders')}/{w('bottom')}"


def list_numbers(styles: Element) -> dict[str, int]:
    """The list a style brings with it, by the style's id."""
    return {
        style.get(w("styleId"), ""): _number(number)
        for style in styles.findall(w("style"))
        if (number := style.find(f".//{w('numId')}")) is not None
    }


def list_kinds(lists: Element) -> dict[int, int]:
    """The abstract list behind each list."""
    return {
        _number(number, "numId"): _number(kind)
        for number in lists.iter(w("num"))
        if (kind := number.find(w("abstractNumId"))) is not None
    }


def levels_of_lists(lists: Element) -> dict[int, set[int]]:
    """The levels that each list has."""
    levels = {
        _number(kind, "abstractNumId"): {_number(level, "ilvl") for level in kind.iter(w("lvl"))}
        for kind in lists.iter(w("abstractNum"))
    }
    return {number: levels.get(kind, set()) for number, kind in list_kinds(lists).items()}


def list_indents(lists: Element) -> dict[tuple[int, int], int]:
    """How far the words of an item stand in, by abstract list and level."""
    return {
        (_number(kind, "abstractNumId"), _number(level, "ilvl")): _number(indent, "left")
        for kind in lists.iter(w("abstractNum"))
        for level in kind.iter(w("lvl"))
        if (indent := level.find(f"{w('pPr')}/{w('ind')}")) is not None
    }


def cell_margins(styles: Element) -> dict[str, int]:
    """What the margins left and right of a cell take up together, by the table style's id."""
    return {
        style.get(w("styleId"), ""): sum(
            _number(side, "w") for side in margins if side.tag in (w("left"), w("right"))
        )
        for style in styles.iter(w("style"))
        if (margins := style.find(f"{w('tblPr')}/{w('tblCellMar')}")) is not None
    }


def tab_stops(styles: Element) -> dict[str, dict[int, str]]:
    """The places of a style's tab stops with the kind of each, by the style's id."""
    return {
        style.get(w("styleId"), ""): {
            _number(tab, "pos"): tab.get(w("val"), "") for tab in tabs.iter(w("tab"))
        }
        for style in styles.iter(w("style"))
        if (tabs := style.find(f"{w('pPr')}/{w('tabs')}")) is not None
    }


def fills(styles: Element) -> dict[str, str]:
    """The ground of a table's cells, by the table style's id."""
    return {
        style.get(w("styleId"), ""): ground
        for style in styles.iter(w("style"))
        if (shade := style.find(f"{w('tcPr')}/{w('shd')}")) is not None
        and _COLOUR.fullmatch(ground := shade.get(w("fill"), ""))
    }


def head_rules(styles: Element) -> dict[str, str]:
    """The rule below the head rows, as the attributes of a border, by the table style's id."""
    return {
        name: " ".join(f'w:{key.rpartition("}")[2]}="{said}"' for key, said in rule.items())
        for name, rule in _inherited(styles, _HEAD_RULE)
    }


def bands(styles: Element) -> dict[str, str]:
    """The ground of every other row of a table, by the table style's id."""
    return {
        name: ground
        for name, shade in _inherited(styles, _BAND)
        if _COLOUR.fullmatch(ground := shade.get(w("fill"), ""))
    }


def _inherited(styles: Element, path: str) -> Iterator[tuple[str, Element]]:
    """What stands at a path in each style, by its id; one without has that of the style it is based on."""
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    for name in known:
        heir = name
        for _ in range(_DEEPEST):
            if heir not in known:
                break
            said = known[heir].find(path)
            if said is not None:
                yield name, said
                break
            base = known[heir].find(w("basedOn"))
            heir = base.get(w("val"), "") if base is not None else ""


def tidy_styles(styles: Element) -> None:
    """Leave each style once, and take away what it builds on where that is not there or builds on it."""
    known: dict[str, Element] = {}
    for style in styles.findall(w("style")):
        style.set(w("type"), style.get(w("type"), PARAGRAPH))
        identity = style.get(w("styleId"), "")
        if not identity or known.setdefault(identity, style) is not style:
            styles.remove(style)
    for style in known.values():
        for name in ("basedOn", "next", "link"):
            for other in style.findall(w(name)):
                if other.get(w("val")) not in known:
                    style.remove(other)
    for style in known.values():
        _end_circle(style, known)


def _end_circle(style: Element, known: dict[str, Element]) -> None:
    seen = {style.get(w("styleId"), "")}
    while (base := style.find(w("basedOn"))) is not None:
        if base.get(w("val"), "") in seen:
            style.remove(base)
            return
        seen.add(base.get(w("val"), ""))
        style = known[base.get(w("val"), "")]


def tidy_lists(lists: Element, styles: Element) -> None:
    """Leave the lists that styles bring with them, each once, and their kinds before them; none of no kind.

    The others belong to a text that is not taken over. Raises ValueError where lists stand inside each other.
    """
    for name in ("abstractNum", "num"):
        if len(list(lists.iter(w(name)))) != len(lists.findall(w(name))):
            raise ValueError(name)
    for attribute, name in _NUMBERED:
        for element in lists.iter(w(name)):
            element.set(w(attribute), str(_number(element, attribute)))
    brought = set(list_numbers(styles).values())
    kinds = {_number(kind, "abstractNumId"): kind for kind in reversed(lists.findall(w("abstractNum")))}
    numbers = {
        _number(number, "numId"): number
        for number in reversed(lists.findall(w("num")))
        if _number(number, "numId") in brought
        and (kind := number.find(w("abstractNumId"))) is not None
        and _number(kind) in kinds
    }
    kept = {_number(next(number.iter(w("abstractNumId")))) for number in numbers.values()}
    lists[:] = [
        *(kind for number, kind in reversed(kinds.items()) if number in kept),
        *reversed(numbers.values()),
    ]


def _number(element: Element, attribute: str = "val") -> int:
    return int(element.get(w(attribute), "0"))
