"""Excel workbooks: the sheets that people see, as grids of text.

The XML is read here and not by openpyxl, which in its streaming mode knows neither hidden rows nor merged
cells, reads a strict workbook as an empty one, and refuses files for the looks of a cell.
"""

from collections.abc import Iterable, Iterator, Mapping

from opsreport.diagnostics import Diagnostics, Source, Span
from opsreport.readers.excel_cells import CellReading
from opsreport.readers.excel_package import Package, UnusableWorkbookError, open_package, read_xml
from opsreport.readers.excel_parts import Sheet, Workbook, read_parts
from opsreport.readers.excel_rows import SheetRows, report
from opsreport.readers.excel_sheet import survey
from opsreport.readers.grid import Grid, Row

BESIDE = {
    "vbaProject": ("宏", "macros"),
    "externalLink": (
        "对其他工作簿的引用（按上次保存的结果读）",
        "links to other workbooks (read as last saved)",
    ),
}
"""What hangs on a workbook and is not read, in both languages."""

ASIDE = {
    "comments": ("批注", "comments"),
    "threadedComment": ("批注", "comments"),
    "pivotTable": ("数据透视表（只读单元格里的结果）", "pivot tables (their cells are read as they stand)"),
    "oleObject": ("嵌入的对象", "embedded objects"),
    "control": ("控件", "controls"),
    "image": ("图片", "pictures"),
    "chart": ("图表", "charts"),
    "chartEx": ("图表", "charts"),
    "diagramData": ("图示", "diagrams"),
    "textBox": ("文本框", "text boxes"),
}
"""What hangs on a sheet and may say something that its cells do not."""


def read_workbook(source: Source, found: Diagnostics) -> tuple[Grid, ...] | None:
    """The visible sheets of a workbook; nothing and a finding where the file is none.

    Rows are read while they are taken, so what is wrong with them is found then.
    """
    try:
        package = open_package(source.content)
        workbook = read_parts(package)
    except UnusableWorkbookError as fault:
        report(fault, source.name, found)
        return None
    _report_unread(workbook.kinds, BESIDE, Span(source.name), found)
    seen = [sheet for sheet in workbook.sheets if _is_seen(sheet, source, found)]
    return tuple(
        Grid(sheet.name, source.name, _rows(package, workbook, sheet, source, found)) for sheet in seen
    )


def _is_seen(sheet: Sheet, source: Source, found: Diagnostics) -> bool:
    """Whether a sheet is a table that people see; the others are named."""
    if sheet.kind == "worksheet" and not sheet.is_hidden:
        return True
    key = "" if sheet.is_hidden else "chart" if sheet.kind == "chartsheet" else "other"
    found.add("skipped-sheet", Span(source.name, cell=sheet.name), help_key=key, sheet=sheet.name)
    return False


def _rows(
    package: Package, workbook: Workbook, sheet: Sheet, source: Source, found: Diagnostics
) -> Iterator[Row]:
    try:
        shape = survey(package, sheet.part)
        _report_unread(_hanging_on(package, sheet), ASIDE, Span(source.name, cell=sheet.name), found)
    except UnusableWorkbookError as fault:
        report(fault, source.name, found, sheet.name)
        return
    reading = CellReading(source.name, sheet.name, workbook, found)
    yield from SheetRows(sheet.name, shape, reading, found).rows(package, sheet.part, source.name)


def _hanging_on(package: Package, sheet: Sheet) -> set[str]:
    """The kinds of things a sheet carries beside its cells; what is drawn on it lies one part further."""
    relations = package.relations(sheet.part).values()
    kinds = {one.kind for one in relations}
    for drawing in (one.part for one in relations if one.kind == "drawing" and one.part in package):
        kinds |= {one.kind for one in package.relations(drawing).values()}
        if "sp" in _elements(package, drawing):
            kinds.add("textBox")
    return kinds


def _elements(package: Package, part: str) -> set[str]:
    names: set[str] = set()

    def start(name: str, _: dict[str, str]) -> None:
        names.add(name)

    read_xml(package.pieces(part), part, start)
    return names


def _report_unread(
    kinds: Iterable[str], words: Mapping[str, tuple[str, str]], place: Span, found: Diagnostics
) -> None:
    """Name what is not read, once for each place."""
    present = dict.fromkeys(pair for kind, pair in words.items() if kind in set(kinds))
    if present:
        zh, en = zip(*present, strict=True)
        found.add("unread-content", place, what="、".join(zh), words=", ".join(en))
