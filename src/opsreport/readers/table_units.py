"""Whether the rows of metrics say one unit in their header and in their column of units."""

from opsreport.bundle.metric_units import are_one
from opsreport.bundle.shapes import ShapeKind
from opsreport.diagnostics import Diagnostics, Label
from opsreport.figures.unit import Unit, parse_unit
from opsreport.readers.grid import Row
from opsreport.readers.table_cells import is_bare
from opsreport.readers.table_header import Header

MOST_REPORTED = 20
LEVELS = frozenset(
    {"value", "target", "last_year", "previous", "from", "baseline"}
    | {"benchmark", "peak", "trough", "average"}
)
"""What of a metric is in its unit."""


class RowUnits:
    """Judges the units of each row of a table of metrics.

    A figure that names its own unit is in that; of a bare one nobody knows which of two is meant.
    """

    def __init__(self, header: Header, found: Diagnostics) -> None:
        self._found = found
        self._reported = 0
        self._at = next((at for at, one in header.columns.items() if one.steps == ("unit",)), None)
        self._headed: dict[int, Unit] = {}
        for at, column in header.columns.items():
            unit = parse_unit(column.unit) if column.unit else None
            is_level = column.place.shape.kind is ShapeKind.QUANTITY and column.steps[0] in LEVELS
            if unit and is_level:
                self._headed[at] = unit

    def judge(self, row: Row) -> None:
        """Report the first bare figure whose header says another unit than the row."""
        if self._at is None or not self._headed or self._at >= len(row):
            return
        said = row[self._at]
        own = parse_unit(said.text) if said.text else None
        if own is None or self._reported == MOST_REPORTED:
            return
        for at, unit in self._headed.items():
            if at < len(row) and row[at].text and is_bare(row[at]) and not are_one(unit, own):
                self._reported += 1
                self._found.add(
                    "unit-mismatch",
                    said.span,
                    label=f"{own.symbol} ≠ {unit.symbol}",
                    secondary=(Label(row[at].span, unit.symbol),),
                    help_key="header",
                    text=own.symbol,
                    expected=unit.symbol,
                )
                return
