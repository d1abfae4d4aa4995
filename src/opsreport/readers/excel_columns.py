"""What the headers of a sheet say of its columns, and which cells cannot be what their column holds."""

import re
from collections.abc import Iterable
from dataclasses import replace

from opsreport.bundle.metric import Metric
from opsreport.bundle.parts import Plan
from opsreport.bundle.shapes import ShapeKind
from opsreport.diagnostics import Diagnostics, Scalar
from opsreport.figures.unit import Unit, UnitFamily, parse_unit
from opsreport.readers.excel_cells import Nature
from opsreport.readers.excel_dates import day_of
from opsreport.readers.excel_formats import YEN
from opsreport.readers.table_cells import SERIAL, with_unit
from opsreport.readers.table_header import ENOUGH, LOOKED_AT
from opsreport.readers.table_kinds import REPORT, table_named
from opsreport.readers.table_paths import place_of, plain, split_header, unit_of_header

GROUPS = ("group", "分组", "类别", "组别")
UNITS = ("unit", "单位", "budget_unit", "预算单位")
KINDS = ("kind", "类型")
DURATIONS = ("duration", "时长")
CURRENCIES = ("¥", "￥")
CURRENCY = re.compile("JP¥|[¥￥]")
DAYS = (ShapeKind.DATE, ShapeKind.PERIOD, ShapeKind.PERIOD_OR_TEXT)
WORDS = (ShapeKind.TEXT, ShapeKind.PROSE, ShapeKind.STRING)


class Columns:
    """The columns of one sheet, as far as their headers were met."""

    def __init__(self, sheet: str, found: Diagnostics, *, since_1904: bool = False) -> None:
        self._found = found
        self._since_1904 = since_1904
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
        """A format's ¥ says less than the unit of row or header: ¥86,420 in 万元 is 86420万元.

        Beside any other unit it stays, and so is found not to fit.
        """
        beside = next((row[column].text for column in self._units if column in row), "")
        for column, scalar in row.items():
            if "¥" not in scalar.text and "￥" not in scalar.text:
                continue
            if not scalar.text.lstrip("-").startswith((*CURRENCIES, YEN)):
                continue
            units = [parse_unit(text) for text in (self._header_units.get(column, ""), beside) if text]
            bare = replace(scalar, text=CURRENCY.sub("", scalar.text, count=1))
            if YEN in scalar.text:
                row[column] = with_unit(bare, "日元") if _none_in(units, "JPY") else bare
            elif any(unit and not unit.plain for unit in units) or not _none_in(units, "CNY"):
                row[column] = bare

    def tell_days(self, row: dict[int, Scalar]) -> None:
        """A day that is a mere number is counted as the workbook counts its days."""
        for column, scalar in row.items() if self._since_1904 else ():
            serial = SERIAL.fullmatch(scalar.text)
            if serial and self._shape_of(column, row) in DAYS:
                day = day_of(int(serial["days"]), since_1904=True)
                row[column] = replace(scalar, text=f"{day:%Y-%m-%d}") if day else scalar

    def _shape_of(self, column: int, row: dict[int, Scalar]) -> ShapeKind | None:
        """What a column holds; in the table of the report the first cell of each row says it."""
        if self._table is not REPORT:
            return self._shapes.get(column)
        place = place_of(REPORT, split_header(row[min(row)].text)[0])
        return place.shape.kind if place else None

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


def _none_in(units: Iterable[Unit | None], currency: str) -> bool:
    return not any(unit and unit.currency == currency for unit in units)
