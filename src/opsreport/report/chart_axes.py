"""Rows of figures on the axes of a chart: one unit for each axis, or no picture at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsreport.figures.kinds import Kind
from opsreport.figures.rounding import needed_places, product, quotient, rounded
from opsreport.figures.unit import RATIO_SIGN, Unit
from opsreport.report.chart_rows import Flaw, Row, Spot
from opsreport.report.context import NOTHING, PointView, SeriesView
from opsreport.report.passage import Passage

MOST_PLACES = 12
"""More decimals than anybody sees in a picture; a quotient without end is cut here."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a chart draws: categories, the series over them, and a note that belongs below."""

    categories: tuple[Passage, ...]
    series: tuple[SeriesView, ...]
    note: Passage = NOTHING


@dataclass(frozen=True, slots=True)
class Common:
    """The unit that all figures on one axis are drawn in; none where they are bare numbers."""

    unit: Unit | None = None


def common_unit(rows: Sequence[Row]) -> Common | Flaw:
    """The unit of an axis: the first figure's, or a flaw where another cannot be measured in it."""
    spots = [spot for row in rows for spot in row.spots if spot]
    if not spots:
        return Common()
    odd = next((spot for spot in spots if not _alike(spots[0], spot)), None)
    if odd is None:
        return Common(spots[0].unit)
    units = "、".join(dict.fromkeys(spot.unit.symbol if spot.unit else "（无单位）" for spot in spots))
    return Flaw("", odd.facets.metric.name.text, "mixed-units", units)


def _alike(one: Spot, other: Spot) -> bool:
    """Whether two figures can stand on one axis: money only beside money, a bare number beside another."""
    if one.facets is other.facets:
        return True
    kinds = {one.facets.metric.kind.value, other.facets.metric.kind.value}
    if len(kinds) > 1 and Kind.MONEY in kinds:
        return False
    if one.unit is None or other.unit is None:
        known = one.unit or other.unit
        return len(kinds) == 1 and (known is None or not known.plain)
    return one.unit.measures_like(other.unit)


def on_one_axis(categories: tuple[Passage, ...], rows: Sequence[Row], drawn: str = "bar") -> Picture | Flaw:
    """Rows that are all measured on the first axis."""
    common = common_unit(rows)
    if isinstance(common, Flaw):
        return common
    return Picture(categories, tuple(series_view(row, common.unit, drawn) for row in rows))


def series_view(row: Row, unit: Unit | None, drawn: str = "bar", axis: str = "first") -> SeriesView:
    """A row as a series, its amounts in the unit of its axis; what is missing stays missing."""
    points = tuple(
        PointView(digits(_amount_in(spot, unit)), spot.words) if spot else None for spot in row.spots
    )
    return SeriesView(row.name, points, axis_text(unit), drawn, axis)


def _amount_in(spot: Spot, unit: Unit | None) -> Decimal:
    if spot.unit == unit or spot.unit is None:
        return spot.amount if unit is None or spot.unit else quotient(spot.amount, unit.worth)
    return quotient(product(spot.amount, spot.unit.worth), unit.worth if unit else Decimal(1))


def axis_text(unit: Unit | None) -> str:
    """What an axis is headed with; a ratio 1∶4.5 is measured by its bare right side."""
    return "" if unit is None or unit == RATIO_SIGN else unit.symbol


def digits(amount: Decimal) -> str:
    """An amount in plain digits, as a picture is drawn from it."""
    return f"{rounded(amount, min(MOST_PLACES, needed_places(amount))):f}"
