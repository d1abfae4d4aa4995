"""Whether a stated comparison agrees with rounded figures: by intervals, not by points (C.9.6)."""

from dataclasses import dataclass
from decimal import Decimal

from opsreport.figures.figure import Figure
from opsreport.figures.rounding import product, quotient
from opsreport.figures.unit import UnitFamily

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """All amounts that a rounded figure may stand for, its ends included."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Interval") -> bool:
        """Whether some amount is in both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Decimal) -> "Interval":
        """The same with so much more on either side."""
        return Interval(self.low - by, self.high + by)

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low)


def half_unit(figure: Figure, precision: int | None = None) -> Decimal:
    """Half a unit in the last place of a figure, in base units.

    `precision` is the step it was rounded to where that is wider (1,300 to the nearest 100).
    """
    worth = figure.unit.worth if figure.unit else Decimal(1)
    step = Decimal(precision) if precision else Decimal(1).scaleb(-figure.places)
    return product(step, worth) / 2


def span_of(figure: Figure, precision: int | None = None) -> Interval:
    """What a figure may stand for, in base units."""
    half = half_unit(figure, precision)
    return Interval(figure.base_amount - half, figure.base_amount + half)


def exact_span_of(figure: Figure, precision: int | None = None) -> Interval:
    """What a figure that is said as it is may stand for: 23件 are neither 22.6 nor 23.4."""
    unit = figure.unit
    is_counted = unit is not None and unit.family is UnitFamily.COUNT and not unit.magnitude
    if is_counted and not figure.places and not precision and figure.qualifier is None:
        return Interval(figure.base_amount, figure.base_amount)
    return span_of(figure, precision)


def difference(value: Interval, base: Interval) -> Interval:
    """What value − base may be."""
    return Interval(value.low - base.high, value.high - base.low)


def growth(value: Interval, base: Interval) -> Interval | None:
    """What the growth in percent may be; none where the base may be nought or below."""
    if base.low <= 0:
        return None
    ends = [
        quotient(product(one, HUNDRED), other) - HUNDRED
        for one in (value.low, value.high)
        for other in (base.low, base.high)
    ]
    return Interval(min(ends), max(ends))


def share(part: Interval, whole: Interval) -> Interval | None:
    """What part ÷ whole in percent may be; none where the whole may be nought or below."""
    grown = growth(part, whole)
    return grown and Interval(grown.low + HUNDRED, grown.high + HUNDRED)
