"""The grid of a table as templates print it: columns with their shares, rows that fill them exactly."""

import re

from opsreport.document import Align, Column, Row
from opsreport.styles.element import Element, MarkupError
from opsreport.styles.vocabulary import check_empty, only

MOST_COLUMNS = 63
"""Word opens no table with more."""


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    cells = row.elements()
    for cell in cells:
        if cell.tag not in ("th", "td"):
            raise MarkupError("misplaced", cell.line, tag=cell.tag, parent="tr")
    return cells


def whole_number(element: Element, name: str) -> int:
    """A number of columns, rows or levels."""
    text = element.attributes.get(name, "1")
    if not re.fullmatch("[0-9]{1,3}", text) or not 1 <= int(text) <= 100:
        raise MarkupError("not-a-number", element.line, tag=element.tag, name=name, text=text)
    return int(text)


def columns_of(group: Element | None, table: Element) -> tuple[Column, ...]:
    """The columns of a table."""
    if group is None:
        raise MarkupError("no-columns", table.line)
    columns = tuple(_column(element) for element in only(group, "col"))
    if not 1 <= len(columns) <= MOST_COLUMNS:
        raise MarkupError("no-columns", group.line)
    return columns


def _column(element: Element) -> Column:
    check_empty(element)
    width, align = element.attributes.get("width", "1"), element.attributes.get("align", "start")
    if align not in {one.value for one in Align} or not _is_share(width):
        raise MarkupError("bad-column", element.line, width=width, align=align)
    return Column(float(width), Align(align))


def _is_share(width: str) -> bool:
    """Whether a text is a column's share of the table: plain digits, so neither nan nor 1e308."""
    return re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,4})?", width) is not None and 0.1 <= float(width) <= 1000


def check_grid(columns: tuple[Column, ...], rows: tuple[Row, ...], table: Element) -> None:
    """Each row must fill the table's columns exactly, cells reaching down from above included."""
    reaching = [0] * len(columns)
    for row in rows:
        free = sum(1 for left in reaching if not left)
        if sum(cell.columns for cell in row) != free:
            raise MarkupError("uneven-row", table.line, columns=str(len(columns)))
        reaching = _reach(reaching, row, table)
    if any(reaching):
        raise MarkupError("long-rowspan", table.line)


def _reach(reaching: list[int], row: Row, table: Element) -> list[int]:
    """How many rows further down each column is taken, once this row is set."""
    after = [left - 1 if left else -1 for left in reaching]
    for cell in row:
        at = after.index(-1)
        if after[at : at + cell.columns] != [-1] * cell.columns:
            raise MarkupError("uneven-row", table.line, columns=str(len(reaching)))
        after[at : at + cell.columns] = [cell.rows - 1] * cell.columns
    return after
