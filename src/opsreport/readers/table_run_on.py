"""Records of a CSV file that a stray quote joined into one cell, so that figures land in another's row."""

from collections.abc import Mapping
from itertools import chain

from opsreport.bundle.schema import keys_by_label
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.diagnostics import Diagnostics, Scalar, Severity
from opsreport.figures.figure import Figure, parse_quantity
from opsreport.readers.grid import Row
from opsreport.readers.table_cells import Column

COLUMNS_OF_A_TABLE = 3
"""In a table with as many columns, a text with all the commas of a row most likely holds one."""


class RunOn:
    """Judges the cells of a table that go over several lines of their file."""

    def __init__(
        self, delimiter: str, columns: Mapping[int, Column], owner: int | None, width: int, found: Diagnostics
    ) -> None:
        self._delimiter = delimiter
        self._columns = columns
        self._owner = owner
        self._width = width
        self._found = found

    def joins(self, row: Row) -> bool:
        """Whether a cell of this row is several records in truth, which is reported.

        A figure, a name or a date goes over several lines and holds the delimiter only where a quote is
        astray; running text may, so that there it is only suspected, and its row is read, unless the figures
        behind it are those of another row.
        """
        joined = False
        for number, cell in enumerate(row):
            if cell.anchors and holds_break(cell, self._delimiter):
                joined |= self._is_certain(number, cell, row)
        return joined

    def _is_certain(self, number: int, cell: Scalar, row: Row) -> bool:
        column = self._columns.get(number)
        is_read = column is not None or number == self._owner
        is_text = column is not None and is_prose(column.place.shape)
        if (is_text or not is_read) and not self._holds_a_row(cell):
            return False
        if is_text and not self._takes_figures(number, cell, row):
            report_run_on(cell, self._found)
            return False
        report_joined(cell, self._found)
        return True

    def _takes_figures(self, number: int, cell: Scalar, row: Row) -> bool:
        """Whether the figures behind a text are those of a row that it took in.

        Its first line then ends as the row that it begins in, or its last one begins as the row taken in.
        """
        if not any(self._is_figure(at, one) for at, one in enumerate(row) if at > number):
            return False
        lines = cell.text.split("\n")
        end, start = lines[0].split(self._delimiter), lines[-1].split(self._delimiter)
        behind = enumerate(end[1:], number + 1) if len(end) == self._width - number else ()
        before = enumerate(start[:-1]) if len(start) == number + 1 else ()
        return any(self._is_figure(at, Scalar(text, cell.span)) for at, text in chain(behind, before))

    def _is_figure(self, number: int, cell: Scalar) -> bool:
        column = self._columns.get(number)
        if column is None or column.place.shape.kind is not ShapeKind.QUANTITY or not cell.text.strip():
            return False
        return isinstance(parse_quantity(cell, Diagnostics()), Figure)

    def _holds_a_row(self, cell: Scalar) -> bool:
        is_wide = self._width >= COLUMNS_OF_A_TABLE
        return is_wide and cell.text.count(self._delimiter) >= self._width - 1


def holds_break(cell: Scalar, delimiter: str) -> bool:
    """Whether a cell holds the delimiter and goes over lines of its file; a soft return is no line."""
    goes_on = bool(cell.anchors) and cell.anchors[-1].line > cell.span.line
    return goes_on and bool(delimiter) and delimiter in cell.text


def is_prose(shape: Shape) -> bool:
    """Whether what stands in a column is running text, or items of it."""
    if shape.kind is ShapeKind.MANY and shape.item:
        return is_prose(shape.item)
    shorthand = getattr(shape.type, "shorthand", "") if shape.kind is ShapeKind.PART else ""
    if shorthand:
        return is_prose(shape_of(keys_by_label(shape.type)[shorthand].shape))
    return shape.kind is ShapeKind.PROSE


def report_run_on(cell: Scalar, found: Diagnostics) -> None:
    """Say that a text may hold other rows."""
    found.add("run-on-cell", cell.span, lines=_lines(cell))


def report_joined(cell: Scalar, found: Diagnostics) -> None:
    """Say that a cell holds other rows."""
    found.add("run-on-cell", cell.span, severity=Severity.ERROR, help_key="joined", lines=_lines(cell))


def _lines(cell: Scalar) -> int:
    return cell.anchors[-1].line - cell.span.line + 1
