"""Faults inside one part: uneven tables, ends that stay open, ids used twice, properties out of order."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from opsreport.writers.docx.lint_structure import structure_faults
from opsreport.writers.docx.package import w

# The schema wants the properties in this order, and Word calls a file damaged whose properties are not.
_ORDER = {
    parent: {w(name): place for place, name in enumerate(names.split())}
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
_NAMING = ("PAGEREF", "REF")
_FIELDS = ("PAGE", "NUMPAGES", "TOC", "PAGEREF", "REF", "SEQ")


def markup_faults(tree: Element) -> Iterator[str]:
    """What is wrong inside one part, whatever the rest of the package holds."""
    for parent in _ORDER:
        yield from _order_faults(tree, parent)
    for table in tree.iter(w("tbl")):
        yield from _table_faults(table)
    yield from _field_faults(tree)
    yield from _bookmark_faults(tree)
    yield from _control_faults(tree)
    yield from structure_faults(tree)


def _order_faults(tree: Element, parent: str) -> Iterator[str]:
    order = _ORDER[parent]
    for tags in {tuple([child.tag for child in properties]) for properties in tree.iter(w(parent))}:
        places = [order.get(tag, -1) for tag in tags]
        if -1 in places or places != sorted(set(places)):
            names = " ".join(tag.rpartition("}")[2] for tag in tags)
            yield f"{parent} holds things out of order: {names}"


def _field_faults(tree: Element) -> Iterator[str]:
    depth = 0
    for mark in tree.iter(w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(mark.get(w("fldCharType"), ""), 0)
        if depth < 0:
            yield "a field ends that has not begun"
            return
    if depth:
        yield "a field begins and does not end"
    marks = {mark.get(w("name")) for mark in tree.iter(w("bookmarkStart"))}
    asked = [(instruction.text or "").split() for instruction in tree.iter(w("instrText"))]
    for words in asked:
        # A field that fetches from elsewhere is an attack, and none of ours does.
        if not words or words[0] not in _FIELDS:
            yield f"a field {' '.join(words)!r}"
        elif words[0] in _NAMING and (named := " ".join(words[1:2])) not in marks:
            yield f"a {words[0]} to bookmark {named}, which is not there"
    for link in tree.iter(w("hyperlink")):
        anchor = link.get(w("anchor"))
        if anchor is not None and anchor not in marks:
            yield f"a link to bookmark {anchor}, which is not there"
    # Word would ask whoever opens the report whether to update it.
    if (
        any(mark.get(w("dirty")) for mark in tree.iter(w("fldChar")))
        or tree.find(w("updateFields")) is not None
    ):
        yield "a field marked as out of date"


def _control_faults(tree: Element) -> Iterator[str]:
    numbers = Counter(number.get(w("val")) for number in tree.iterfind(f".//{w('sdtPr')}/{w('id')}"))
    yield from (f"content control {number} twice" for number, count in numbers.items() if count > 1)


def _bookmark_faults(tree: Element) -> Iterator[str]:
    starts = list(tree.iter(w("bookmarkStart")))
    ends = Counter(end.get(w("id")) for end in tree.iter(w("bookmarkEnd")))
    if ends != Counter(start.get(w("id")) for start in starts) or any(count > 1 for count in ends.values()):
        yield "bookmarks do not begin and end once each"
    for name, count in Counter(start.get(w("name"), "") for start in starts).items():
        if count > 1:
            yield f"bookmark {name} twice"
        if len(name) > _LONGEST_BOOKMARK:
            yield f"bookmark {name} has too long a name"


def _table_faults(table: Element) -> Iterator[str]:
    grid = [_width(column) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    total = table.find(f"{w('tblPr')}/{w('tblW')}")
    if total is None or _width(total) != sum(grid):
        yield "a table is not as wide as its columns"
    rows = table.findall(w("tr"))
    open_above: dict[int, int] = {}
    for row in rows:
        column, open_here = 0, {}
        for cell in row.iterfind(w("tc")):
            span, merge, width = _cell_shape(cell)
            if merge == "continue" and open_above.get(column) != span:
                yield "a cell goes on from a row above that has no such cell"
            if merge:
                open_here[column] = span
            if width != sum(grid[column : column + span]):
                yield "a cell is not as wide as its columns"
            column += span
        if column != len(grid):
            yield f"a row fills {column} of {len(grid)} columns"
        open_above = open_here


def _cell_shape(cell: Element) -> tuple[int, str, int]:
    """How many columns a cell takes, whether it is merged downwards, and its width."""
    span, merge, width = 1, "", 0
    for child in cell.iterfind(f"{w('tcPr')}/*"):
        if child.tag == w("tcW"):
            width = _width(child)
        elif child.tag == w("gridSpan"):
            span = _whole(child.get(w("val")))
        elif child.tag == w("vMerge"):
            merge = child.get(w("val"), "continue")
    return span, merge, width


def _width(element: Element) -> int:
    return _whole(element.get(w("w")))


def _whole(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else 0
