"""The rows of a sheet as people see them: without what is hidden, merged cells filled where that is meant."""

from collections.abc import Iterator

from opsreport.diagnostics import Diagnostics, Scalar, Severity, Span
from opsreport.readers.excel_cells import CellReading
from opsreport.readers.excel_columns import Columns
from opsreport.readers.excel_covered import Covered, named
from opsreport.readers.excel_merges import Merges
from opsreport.readers.excel_package import Package, UnusableWorkbookError
from opsreport.readers.excel_sheet import WIDEST, RawRow, SheetShape, letters, raw_rows
from opsreport.readers.grid import Row

MOST_NAMED = 8


class SheetRows:
    """Reads the rows of one sheet once, from the top."""

    def __init__(self, name: str, shape: SheetShape, reading: CellReading, found: Diagnostics) -> None:
        self._name = name
        self._is_filtered = shape.is_filtered
        self._reading = reading
        self._found = found
        self._columns = Columns(name, found, since_1904=reading.since_1904)
        self._merges = Merges(shape.merges, self._columns, reading, found)
        self._covered = Covered(shape.merges)
        self._concealed = frozenset(
            column
            for first, last in shape.hidden_columns
            for column in range(max(first, 1), min(last, WIDEST) + 1)
        )
        self._hidden_rows: list[str] = []
        self._hidden_columns: set[int] = set()

    def rows(self, package: Package, part: str, source: str) -> Iterator[Row]:
        """The rows with anything in them; a fault of the file ends them with a finding."""
        try:
            for raw in raw_rows(package, part):
                if row := self._row(raw):
                    yield row
        except UnusableWorkbookError as fault:
            report(fault, source, self._found, self._name)
        self._report_hidden(source)
        self._report_covered()

    def _row(self, raw: RawRow) -> Row | None:
        has_covered = self._covered.descend(raw.number)
        if raw.is_hidden:
            self._pass_over(raw)
            return None
        row: dict[int, Scalar] = {}
        self._reading.natures.clear()
        for cell in raw.cells:
            if has_covered and self._covered.hides(raw.number, cell):
                continue
            if cell.column in self._concealed:
                self._hidden_columns.add(cell.column)
                continue
            scalar = self._reading.scalar(raw.number, cell)
            if cell.column > WIDEST:
                raise UnusableWorkbookError("oversized-workbook", "far", part=scalar.span.cell, limit=WIDEST)
            if scalar.text:
                row[cell.column] = scalar
        return self._finished(raw.number, row) if row else None

    def _finished(self, number: int, row: dict[int, Scalar]) -> Row | None:
        if self._merges.apply(number, row):
            return None
        self._columns.learn(row)
        if self._reading.natures:
            self._columns.refuse_mangled(row, self._reading.natures)
            if not row:
                return None
        self._columns.without_currency(row)
        self._columns.tell_days(row)
        return tuple(
            row.get(column) or self._reading.blank(number, column)
            for column in range(1, max(row) + 1)
            if column not in self._concealed
        )

    def _pass_over(self, raw: RawRow) -> None:
        """A hidden row is left out, but whose the rows below are may be written in it."""
        if raw.cells:
            self._hidden_rows.append(str(raw.number))
        for cell in raw.cells:
            if self._covered.hides(raw.number, cell, is_row_seen=False):
                continue
            if cell.column not in self._concealed and self._merges.starts_owner(raw.number, cell.column):
                self._merges.remember(raw.number, cell.column, self._reading.scalar(raw.number, cell))

    def _report_hidden(self, source: str) -> None:
        place = Span(source, cell=self._name)
        if rows := self._hidden_rows:
            key, level = ("filtered", Severity.WARNING) if self._is_filtered else ("", None)
            details = {"sheet": self._name, "what": _counted(rows, "行"), "words": _listed(rows, "row")}
            self._found.report("hidden-cells", place, details, help_key=key, severity=level)
        if columns := [letters(column) for column in sorted(self._hidden_columns)]:
            details = {
                "sheet": self._name,
                "what": _counted(columns, "列"),
                "words": _listed(columns, "column"),
            }
            self._found.report("hidden-cells", place, details, help_key="columns")

    def _report_covered(self) -> None:
        if lost := self._covered.lost:
            names = named(lost)
            details = {"what": _counted(names, "格"), "words": _listed(names, "cell")}
            self._found.report("covered-cells", self._reading.place(*lost[0]), details)


def _counted(names: list[str], what: str) -> str:
    more = "……" if len(names) > MOST_NAMED else ""
    return f"{len(names)} {what}（{'、'.join(names[:MOST_NAMED])}{more}）"


def _listed(names: list[str], what: str) -> str:
    more = " …" if len(names) > MOST_NAMED else ""
    return f"{len(names)} {what}{'s' * (len(names) > 1)} ({', '.join(names[:MOST_NAMED])}{more})"


def report(fault: UnusableWorkbookError, source: str, found: Diagnostics, sheet: str = "") -> None:
    """Say why a workbook cannot be read: at the cell where that showed, or in the sheet being read."""
    details = dict(fault.details)
    part = str(details.get("part", ""))
    if sheet and "!" not in part:
        details["part"] = part = sheet
    cell = part if sheet else ""
    found.report(fault.code, Span(source, cell=cell), details, help_key=fault.key)
