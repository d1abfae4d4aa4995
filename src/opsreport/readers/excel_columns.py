"""What the headers of a sheet say of its columns, and which cells cannot be what their column holds."""

from dataclasses import replace

from opsreport.bundle.metric import Metric
from opsreport.bundle.parts import Plan
from opsreport.bundle.shapes import ShapeKind
from opsreport.diagnostics import Diagnostics, Scalar
from opsreport.figures.unit import UnitFamily, parse_unit
from opsreport.readers.excel_cells import Nature
from opsreport.readers.table_header import ENOUGH, LOOKED_AT
from opsreport.readers.table_kinds import table_named
from opsreport.readers.table_paths import place_of, plain, split_header, unit_of_header

GROUPS = ("group", "分组", "类别", "组别")
UNITS = ("unit", "单位")
KINDS = ("kind", "类型")
DURATIONS = ("duration", "时长")
CURRENCIES = ("¥", "￥")
WORDS = (ShapeKind.TEXT, ShapeKind.PROSE, ShapeKind.STRING)


class Columns:
    """The columns of one sheet, as far as their headers were met."""

    def __init__(self, sheet: str, found: Diagnostics) -> None:
        self._found = found
        self._table = table_named(sheet)
        self._owning = {plain(word) for word in (*GROUPS, *(self._table.owner_words if self._table else ()))}
        self._shapes: dict[int, ShapeKind] = {}
        self._units: set[int] = set()
        self._kinds: set[int] = set()
        self._header_units: dict[int, str] = {}
        self._rows_looked_at = 0
        self.owners: set[int] = set()

    def learn(self, row: dict[int, Scalar]) -> None:
        """Look for headers in a row, as far down as they may stand."""
        if self._rows_looked_at == LOOKED_AT:
            return
        self._rows_looked_at += 1
        for column, scalar in row.items():
            name, inside = split_header(scalar.text)
            title = plain(name)
            if title in self._owning:
                self.owners.add(column)
            elif title in UNITS:
                self._units.add(column)
            elif title in KINDS:
                self._kinds.add(column)
            if self._table and (place := place_of(self._table, name)):
                self._shapes[column] = place.shape.kind
                self._header_units[column] = unit_of_header(inside)
        if len(self._shapes.keys() | self.owners) >= ENOUGH:
            self._rows_looked_at = LOOKED_AT

    def without_currency(self, row: dict[int, Scalar]) -> None:
        """A format's ¥ says less than the unit of row or header: ¥86,420 in 万元 is 86420万元."""
        has_unit = any(column in row for column in self._units)
        for column, scalar in row.items():
            if not scalar.text.lstrip("-").startswith(CURRENCIES):
                continue
            if has_unit or "元" in self._header_units.get(column, ""):
                text = scalar.text.replace("¥", "", 1).replace("￥", "", 1)
                row[column] = replace(scalar, text=text)

    def refuse_mangled(self, row: dict[int, Scalar], natures: dict[int, Nature]) -> None:
        """Take out what Excel made of a text while it was typed: a time of 1:4, a date of 3-1."""
        for column, nature in natures.items():
            scalar = row.get(column)
            if scalar and self._is_mangled(column, nature, row):
                self._found.add("mangled-value", scalar.span, help_key=nature.value, text=scalar.text)
                del row[column]

    def _is_mangled(self, column: int, nature: Nature, row: dict[int, Scalar]) -> bool:
        shape = self._shapes.get(column)
        if shape in WORDS:
            # A date with its year is what it looks like; 3月1日 was most likely typed as 3-1.
            return nature is Nature.DAY
        if shape is not ShapeKind.QUANTITY:
            return False
        if nature is not Nature.TIME:
            return True
        # What a series, a breakdown or a goal is measured in stands with its metric, on another sheet.
        is_elsewhere = self._table is not None and self._table.part not in (Metric, Plan)
        return not is_elsewhere and not self._is_duration(column, row)

    def _is_duration(self, column: int, row: dict[int, Scalar]) -> bool:
        kinds = [row[at].text for at in self._kinds if at in row]
        units = [row[at].text for at in self._units if at in row]
        named = [parse_unit(unit) for unit in (*units, self._header_units.get(column, "")) if unit]
        is_timed = any(unit and unit.family is UnitFamily.DURATION for unit in named)
        return is_timed or any(plain(kind) in DURATIONS for kind in kinds)
