"""Faults inside one part: uneven tables, ends that stay open, ids used twice, properties out of order."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from opsreport.writers.docx.package import w

# The schema wants the properties in this order, and Word calls a file damaged whose properties are not.
_ORDER = {
    w(parent): {w(name): place for place, name in enumerate(names.split())}
    for parent, names in {
        "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
            pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
            autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
            suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr
            sectPr pPrChange""",
        "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
            noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr
            shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
        "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
            tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription""",
        "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
            vAlign hideMark""",
        "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    }.items()
}
_LONGEST_BOOKMARK = 40


def markup_faults(tree: Element) -> Iterator[str]:
    """What is wrong inside one part, whatever the rest of the package holds."""
    fields = 0
    bookmarks = _Bookmarks()
    for element in tree.iter():
        tag = element.tag
        if tag in _ORDER:
            yield from _order_faults(element)
        elif tag == w("tbl"):
            yield from _table_faults(element)
        elif tag == w("fldChar"):
            fields += {"begin": 1, "end": -1}.get(element.get(w("fldCharType"), ""), 0)
        elif tag in (w("bookmarkStart"), w("bookmarkEnd")):
            yield from bookmarks.note(element)
    if fields:
        yield "a field begins without an end, or ends without a beginning"
    yield from bookmarks.left_open()


class _Bookmarks:
    def __init__(self) -> None:
        self._open: dict[str, str] = {}
        self._ids: set[str] = set()
        self._names: set[str] = set()

    def note(self, mark: Element) -> Iterator[str]:
        identity, name = mark.get(w("id"), ""), mark.get(w("name"), "")
        if mark.tag == w("bookmarkEnd"):
            if self._open.pop(identity, None) is None:
                yield f"bookmark {identity} ends without a beginning"
            return
        if identity in self._ids or name in self._names:
            yield f"bookmark {name} ({identity}) twice"
        if len(name) > _LONGEST_BOOKMARK:
            yield f"bookmark {name} is too long a name"
        self._ids.add(identity)
        self._names.add(name)
        self._open[identity] = name

    def left_open(self) -> Iterator[str]:
        for name in self._open.values():
            yield f"bookmark {name} has no end"


def _order_faults(properties: Element) -> Iterator[str]:
    order = _ORDER[properties.tag]
    last = -1
    for child in properties:
        place = order.get(child.tag, last)
        if place < last or child.tag not in order:
            yield f"{_local(child)} out of place in {_local(properties)}"
        last = place


def _table_faults(table: Element) -> Iterator[str]:
    grid = [_width(column) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    total = table.find(f"{w('tblPr')}/{w('tblW')}")
    if total is None or _width(total) != sum(grid):
        yield "a table is not as wide as its columns"
    open_above: dict[int, int] = {}
    rows = table.findall(w("tr"))
    if not rows:
        yield "a table without rows"
    for row in rows:
        column = 0
        begun: dict[int, int] = {}
        for cell in row.iterfind(w("tc")):
            span, merge, width = _cell_shape(cell)
            if merge == "continue" and open_above.get(column) != span:
                yield "a cell goes on from a row above that has no such cell"
            if merge:
                begun[column] = span
            if width != sum(grid[column : column + span]):
                yield "a cell is not as wide as its columns"
            if not len(cell) or cell[-1].tag != w("p"):
                yield "a cell does not end in a paragraph"
            column += span
        if column != len(grid):
            yield f"a row fills {column} of {len(grid)} columns"
        open_above = begun


def _cell_shape(cell: Element) -> tuple[int, str, int]:
    """How many columns a cell takes, whether it is merged downwards, and its width."""
    span, merge, width = 1, "", 0
    for child in cell[0] if len(cell) and cell[0].tag == w("tcPr") else ():
        if child.tag == w("gridSpan"):
            span = int(child.get(w("val"), "1"))
        elif child.tag == w("vMerge"):
            merge = child.get(w("val"), "continue")
        elif child.tag == w("tcW"):
            width = _width(child)
    return span, merge, width


def _width(element: Element) -> int:
    return int(element.get(w("w"), "0"))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
