"""Slots of a skeleton: content controls by their tags, found and marked in its text."""

import enum
import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from opsreport.writers.docx.package import DRAWING, MC, w

MARK = "slotMark"
"""The element that marks the place of a slot until it is filled."""

_TAG = re.compile(r"\s*slot\s*[:：]\s*(\S.*?)\s*", re.IGNORECASE | re.DOTALL)
_AROUND = {w(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")}
_PLACES = {w(name) for name in ("body", "tc", "txbxContent", "hdr", "ftr")}
_GREY = ("PlaceholderText", "占位符文本")
# What a cell and a text box keep free left and right of their words, in twentieths of a point.
_CELL_MARGINS, _BOX_MARGINS = 216, 288
_EMU = 635


class Level(enum.Enum):
    """Where a slot stands: in a line, for words alone; below others, for anything; where nothing fits."""

    LINE = "line"
    BLOCK = "block"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: its name, where it stands, and how wide what it takes may be; nought is the report's page.

    Where it stands on the last pages themselves, pages may be turned; in a box drawn on the page Word has no
    comments.
    """

    name: str
    level: Level
    width: int = 0
    turning: bool = False
    boxed: bool = False


def mark_slots(body: Element) -> tuple[Slot, ...]:
    """Put a mark into the place of each slot; the slots, in the order of their marks."""
    marking = _Marking()
    marking.walk(body, body.tag, 0, boxed=False)
    _measure(body, marking.slots)
    return tuple(marking.slots)


@dataclass(slots=True)
class _Marking:
    """The slots found so far."""

    slots: list[Slot] = field(default_factory=list)

    def walk(self, parent: Element, holder: str, width: int, *, boxed: bool) -> None:
        """Mark the slots under an element; `holder` is what holds it, controls and the like aside."""
        for place, child in enumerate(parent):
            name = _slot_name(child)
            if name:
                parent[place] = self._marked(child, Slot(name, Level.LINE, width, boxed=boxed), holder)
            elif not _is_old_version(parent, child):
                inside = holder if child.tag in _AROUND else child.tag
                in_box = boxed or child.tag == w("txbxContent")
                self.walk(child, inside, _width(child, width), boxed=in_box)

    def _marked(self, control: Element, slot: Slot, holder: str) -> Element:
        number = len(self.slots)
        cell = next(control.iter(w("tc")), None)
        if holder == w("tr") and cell is not None:
            self.slots.append(replace(slot, level=Level.BLOCK, width=_width(cell, slot.width)))
            paragraph = _paragraph(control, number)
            for old in [child for child in cell if child.tag != w("tcPr")]:
                cell.remove(old)
            cell.append(paragraph)
            return cell
        if holder in _PLACES:
            self.slots.append(replace(slot, level=Level.BLOCK, turning=holder == w("body")))
            return _paragraph(control, number)
        in_table = holder in (w("tbl"), w("tr"))
        self.slots.append(replace(slot, level=Level.ROW) if in_table else slot)
        return control if in_table else _run(control, number)


def _slot_name(element: Element) -> str:
    tag = element.find(f"{w('sdtPr')}/{w('tag')}") if element.tag == w("sdt") else None
    said = _TAG.fullmatch(tag.get(w("val"), "")) if tag is not None else None
    return said[1] if said else ""


def _is_old_version(parent: Element, child: Element) -> bool:
    """Whether a drawing is there in a newer version too, which is the one that is taken."""
    return child.tag == f"{{{MC}}}Fallback" and parent.find(f"{{{MC}}}Choice") is not None


def _width(element: Element, around: int) -> int:
    """How much room there is in an element: a cell or a drawing has its own."""
    if element.tag == w("tc"):
        own = element.find(f"{w('tcPr')}/{w('tcW')}")
        is_known = own is not None and own.get(w("type")) == "dxa"
        return max(_number(own, w("w")) - _CELL_MARGINS, 1) if own is not None and is_known else around
    if element.tag in (f"{{{DRAWING}}}inline", f"{{{DRAWING}}}anchor"):
        extent = element.find(f"{{{DRAWING}}}extent")
        return max(_number(extent, "cx") // _EMU - _BOX_MARGINS, 1) if extent is not None else around
    return around


def _number(element: Element, key: str) -> int:
    return int(float(element.get(key, "0")))


def _paragraph(control: Element, number: int) -> Element:
    """A paragraph of the form that the first one in a control has, with the mark in it."""
    paragraph = Element(w("p"))
    form = next((one for one in control.iter(w("pPr"))), None)
    if form is not None:
        for section in form.findall(w("sectPr")):
            form.remove(section)
        paragraph.append(form)
    paragraph.append(_run(control, number))
    return paragraph


def _run(control: Element, number: int) -> Element:
    """A run of the look that the words in a control have, or are to have, with the mark in it."""
    run = Element(w("r"))
    own = control.find(f"{w('sdtPr')}/{w('rPr')}")
    shown = control.find(f"{w('sdtContent')}//{w('r')}/{w('rPr')}")
    is_prompt = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
    look = own if is_prompt or shown is None else shown
    if look is not None:
        for style in [one for one in look.findall(w("rStyle")) if one.get(w("val")) in _GREY]:
            look.remove(style)
        run.append(look)
    SubElement(run, w(MARK)).set(w("val"), str(number))
    return run


def _measure(body: Element, slots: list[Slot]) -> None:
    """Give the slots of a section that is not the last the width of its own page."""
    waiting: list[int] = []
    for child in body:
        waiting += [int(mark.get(w("val"), "0")) for mark in child.iter(w(MARK))]
        section = child.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            for number in waiting:
                slot = slots[number]
                width = slot.width or _text_width(section)
                slots[number] = replace(slot, width=width, turning=False)
            waiting = []


def _text_width(section: Element) -> int:
    paper, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if paper is None or margins is None:
        return 0
    return _number(paper, w("w")) - _number(margins, w("left")) - _number(margins, w("right"))
