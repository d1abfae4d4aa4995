"""What the styles and the numbering of a reference document say, as far as a writer must know it."""

import re
from xml.etree.ElementTree import Element

from opsreport.writers.docx.names import PARAGRAPH
from opsreport.writers.docx.package import w

# Word follows a style no further down to what it is based on.
_DEEPEST = 11
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_HEAD_RULE = f"{w('tblStylePr')}[@{w('type')}='firstRow']/{w('tcPr')}/{w('tcBorders')}/{w('bottom')}"


def ids(styles: Element) -> dict[tuple[str, str], str]:
    """Style ids by type and name, names as Word compares them."""
    return {
        (style.get(w("type"), PARAGRAPH), name.get(w("val"), "").casefold()): style.get(w("styleId"), "")
        for style in styles.iter(w("style"))
        if (name := style.find(w("name"))) is not None
    }


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
    tables = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    rules = {}
    for name in tables:
        heir = name
        # A style without a rule of its own has that of the style it is based on.
        for _ in range(_DEEPEST):
            if heir not in tables:
                break
            rule = tables[heir].find(_HEAD_RULE)
            if rule is not None:
                rules[name] = " ".join(f'w:{key.rpartition("}")[2]}="{said}"' for key, said in rule.items())
                break
            base = tables[heir].find(w("basedOn"))
            heir = base.get(w("val"), "") if base is not None else ""
    return rules


def _number(element: Element, attribute: str = "val") -> int:
    return int(element.get(w(attribute), "0"))
