"""What is no row of a table: blank lines, cells too many, columns without a name, totals and remarks."""

import re
from itertools import pairwise

from opsreport.bundle.metric import BreakdownItem, Metric, SeriesPoint
from opsreport.bundle.shapes import ShapeKind
from opsreport.diagnostics import Diagnostics, Scalar, Severity
from opsreport.readers.grid import Row
from opsreport.readers.table_header import Header
from opsreport.readers.table_kinds import Table
from opsreport.readers.table_thousands import figure_columns, split_figure

MOST_REPORTED = 20
"""So many rows of one table are named that have too many cells; the cause is mostly one and the same."""

TOTAL = re.compile(
    r"\s*(?:[合总小共]\s*计|总\s*和|(?:grand\s*|sub[\s-]*)?total|sum)\s*(?:[(（【\[].*[)）】\]])?\s*[:：]?\s*",
    re.IGNORECASE,
)
"""What heads a row of totals, however it is spread over its cell: 合 计：, 总计（万元）."""
REMARK = re.compile(
    r"(?:注|备注|说明|资料来源|数据来源|制表|制表人|填表人|填表说明|审核|统计时间|数据截至)\d*\s*[:：.、].*",
    re.DOTALL,
)
COLUMNS_OF_A_TABLE = 3

BEFORE_COMMA = re.compile(r"[-−+(（¥￥$]*\d{1,3}", re.ASCII)
BEHIND_COMMA = re.compile(r"\d{3}(?:\.\d+)?(?:\D.*)?", re.ASCII)


class Width:
    """How many columns a table has, and which of its rows have more cells."""

    def __init__(self, width: int, found: Diagnostics, header: Header | None = None) -> None:
        self._width = width
        self._found = found
        self._header = header
        self._reported = 0
        named = {*header.columns, *header.ignored, header.owner} if header else set(range(width))
        self._figures = figure_columns(header) if header else []
        self._unnamed = [number for number in range(width) if number not in named]

    def holds(self, row: Row) -> bool:
        """Whether a row has no more cells than there are names above them; else that is reported."""
        for number in self._unnamed:
            if number < len(row) and row[number].text:
                self._unnamed.remove(number)
                self._found.add("unnamed-column", row[number].span)
                break
        if len(row) <= self._width:
            return self._holds_whole_figures(row)
        beyond = next((cell for cell in row[self._width :] if cell.text), None) or self._surplus(row)
        if beyond is None:
            return True
        self._reported += 1
        if self._reported <= MOST_REPORTED:
            self._report(row, beyond)
        return False

    def _holds_whole_figures(self, row: Row) -> bool:
        """Whether none of its figures is certainly split by a comma; one that may be is reported as well."""
        split = split_figure(row, self._figures, self._width) if self._figures else None
        if split is None:
            return True
        self._reported += 1
        if self._reported <= MOST_REPORTED:
            self._found.add(
                "ragged-row",
                split.cell.span,
                severity=Severity.ERROR if split.is_certain else Severity.WARNING,
                help_key="split",
                count=len(row),
                columns=self._width,
                suggestion=split.suggestion,
            )
        return not split.is_certain

    def _surplus(self, row: Row) -> Scalar | None:
        """A blank cell in a CSV file beyond those of the header.

        A comma between thousands shifts what follows it, and what ends up beyond the header may be blank.
        Excel gives every row of a file, its header too, the same number of cells.
        """
        cells = self._header.cells if self._header else len(row)
        return row[cells] if len(row) > cells and not row[cells].span.cell else None

    def _report(self, row: Row, beyond: Scalar) -> None:
        if beyond.span.cell:
            self._found.add("unnamed-column", beyond.span)
            return
        filled = max(number + 1 for number, cell in enumerate(row) if cell.text)
        count = filled if beyond.text else len(row)
        key, suggestion = self._cause(row)
        if not beyond.text and key != "thousands":
            key = "blank"
        self._found.add(
            "ragged-row", beyond.span, help_key=key, count=count, columns=self._width, suggestion=suggestion
        )

    def _cause(self, row: Row) -> tuple[str, str]:
        """The comma that most likely split a cell: between thousands, or in a text."""
        texts = [cell.text.strip() for cell in row]
        for before, behind in pairwise(texts):
            if BEFORE_COMMA.fullmatch(before) and BEHIND_COMMA.fullmatch(behind):
                return "thousands", before + behind
        columns = self._header.columns if self._header else {}
        for number, column in columns.items():
            if column.place.shape.kind is ShapeKind.PROSE and number + 1 < len(row) and texts[number]:
                return "text", f"{texts[number]},{texts[number + 1]}"
        return "", ""


def _total_of(row: Row, header: Header) -> str:
    """What a row of totals calls itself; empty where it is an item.

    A metric with an id of its own may well be a total; a row without one stands at the foot of a table. A row
    without a name is what any other cell of it says: its group, or its metric.
    """
    words = [cell.text for cell in row if TOTAL.fullmatch(cell.text)]
    if not words:
        return ""
    said = {column.steps[0]: row[at].text for at, column in header.columns.items() if at < len(row)}
    own = said.get("id", "")
    if own and not TOTAL.fullmatch(own):
        return ""
    names = [said[name] for name in ("name", "period") if said.get(name)]
    called = next((name for name in names if TOTAL.fullmatch(name)), "" if names else words[0])
    return called.strip()


def is_no_item(table: Table, row: Row, header: Header, found: Diagnostics) -> bool:
    """Whether a row is blank, or a total or a remark, which is reported."""
    filled = [cell for cell in row if cell.text]
    if not filled:
        return True
    first = filled[0].text.strip()
    key = None
    if len(filled) == 1 and len(header.columns) >= COLUMNS_OF_A_TABLE - 1 and REMARK.fullmatch(first):
        key = ""
    elif table.part in (BreakdownItem, SeriesPoint, Metric) and (total := _total_of(row, header)):
        key, first = "total", total
    if key is not None:
        found.add(
            "skipped-row",
            filled[0].span,
            help_key=key,
            text=first[:40],
            table=table.words[0],
            name=table.name,
        )
    return key is not None
