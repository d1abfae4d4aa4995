"""What a stated figure may truly be: every way to reckon it, as an interval and as the sum that shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_units import levels, own_unit
from opsreport.figures.agreement import Interval, half_unit, span_of
from opsreport.figures.figure import Figure, Qualifier, Quantity
from opsreport.figures.kinds import Kind
from opsreport.figures.options import Options
from opsreport.figures.printing import (
    DEFAULTS,
    MINUS,
    Notation,
    difference_unit_text,
    notation_for,
    unit_text,
)
from opsreport.figures.rounding import needed_places, product, quotient, rounded
from opsreport.figures.unit import PERCENT, RATIO_SIGN, Unit, UnitFamily

HUNDRED = Decimal(100)
MOST_PLACES = 4
MOST_TERMS = 8
SPREADSHEET_NOISE = Decimal("1e-9")
"""How much of itself a figure worked out in a spreadsheet may be off, as its binary numbers are."""

ABOUT = Decimal("0.05")
"""约20% may be a twentieth more or less (C.7 gives 近 as much)."""

ENDLESS = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One way to reckon a figure: what may come out in base units, the sum, and its exact outcome in `unit`.

    `is_move` says that the outcome is how far something moved: a difference of two rates is in points.
    """

    outcome: Interval
    sum: str
    exact: Decimal
    unit: Unit | None
    is_move: bool = False

    def agrees_with(self, stated: Figure) -> bool:
        """Whether the stated figure may be a rounding of what comes out."""
        ends = (abs(self.outcome.low), abs(self.outcome.high))
        noise = product(max(ends), SPREADSHEET_NOISE)
        return may_be(stated, self._unit_of(stated)).meets(self.outcome.widened(noise))

    def result(self, stated: Figure | None = None) -> str:
        """The outcome with its unit, in the decimals of the stated figure, one at least."""
        places = 1 if stated is None else min(max(stated.places, 1), MOST_PLACES)
        if stated is not None and self.unit == RATIO_SIGN:
            return f"1∶{number(rounded(self.exact, places))}"
        if stated is not None and not self.exact % 1 and not stated.places:
            places = 0
        return number(rounded(self.exact, places)) + self.unit_words

    def shown(self, stated: Figure | None = None) -> str:
        """The sum with its outcome: (86420 − 71950) ÷ 71950 = 20.1%."""
        return f"{self.sum} = {self.result(stated)}"

    def typed(self, stated: Figure | None = None) -> str:
        """The outcome as somebody would type it."""
        return self.result(stated).replace(MINUS, "-").replace("∶", ":")

    @property
    def unit_words(self) -> str:
        """The unit as it follows the outcome."""
        return difference_unit_text(self.unit) if self.is_move else unit_text(self.unit)

    def _unit_of(self, stated: Figure) -> Unit | None:
        own = self.unit.points if self.unit and self.is_move else self.unit
        if stated.unit is None:
            return own
        return stated.unit.of(own) if own else stated.unit


def mistaken(stated: Figure, ways: Sequence[Reckoned]) -> Reckoned | None:
    """The first way where the stated figure agrees with none of them."""
    return None if not ways or any(way.agrees_with(stated) for way in ways) else ways[0]


def may_be(figure: Figure, unit: Unit | None = None) -> Interval:
    """What a stated figure may stand for, in base units; 约 and 近 allow a little more, 超 all above."""
    figure = replace(figure, unit=unit or figure.unit)
    plain = span_of(figure)
    allowance = product(abs(figure.base_amount), ABOUT)
    match figure.qualifier:
        case None:
            return plain
        case Qualifier.ABOUT:
            return plain.widened(allowance)
        case Qualifier.NEARLY:
            return Interval(plain.low - allowance, plain.high)
        case Qualifier.UNDER:
            return Interval(-ENDLESS, plain.high)
        case _:
            return Interval(plain.low, ENDLESS)


def sure(quantity: Quantity | None, metric: Metric | None = None) -> Figure | None:
    """A figure that others can be reckoned from: known, and not approximate."""
    if not isinstance(quantity, Figure) or quantity.qualifier is not None:
        return None
    return None if metric and metric.approx and quantity is metric.value else quantity


def spread(figure: Figure, metric: Metric) -> Interval:
    """What a level of a metric may stand for, in base units."""
    return span_of(figure, metric.value_precision)


def growth_of(metric: Metric, value: Figure, base: Figure) -> Reckoned | None:
    """The change in percent of the size of its base; none where the base may be nought."""
    after, before = spread(value, metric), spread(base, metric)
    if before.low <= 0 <= before.high:
        return None
    ends = [
        quotient(product(one - other, HUNDRED), abs(other))
        for one in (after.low, after.high)
        for other in (before.low, before.high)
    ]
    moved = value.base_amount - base.base_amount
    exact = quotient(product(moved, HUNDRED), abs(base.base_amount))
    new, old = term(value, value.unit), term(base, value.unit)
    sum_ = f"({new} {MINUS} {bracketed(old)}) ÷ {old.removeprefix(MINUS)}"
    return Reckoned(Interval(min(ends), max(ends)), sum_, exact, PERCENT)


def share_of(metric: Metric, part: Figure, whole: Figure) -> Reckoned | None:
    """The first in percent of the second; none unless the second is above nought."""
    above, below = spread(part, metric), spread(whole, metric)
    if below.low <= 0:
        return None
    ends = corners(above, below)
    sum_ = f"{term(part, part.unit)} ÷ {term(whole, part.unit)}"
    exact = quotient(product(part.base_amount, HUNDRED), whole.base_amount)
    return Reckoned(Interval(ends.low * HUNDRED, ends.high * HUNDRED), sum_, exact, PERCENT)


def difference_of(metric: Metric, value: Figure, base: Figure, options: Options = DEFAULTS) -> Reckoned:
    """By how much the value is above its base, reckoned exactly or from the two as they are printed (C.2)."""
    after, before = spread(value, metric), spread(base, metric)
    notation = notation_of(metric, options)
    unit = value.unit or own_unit(metric)
    printed = product(
        notation.shown(value) - notation.shown(base), notation.unit.worth if notation.unit else Decimal(1)
    )
    low, high = after.low - before.high, after.high - before.low
    exact = quotient(value.base_amount - base.base_amount, unit.worth if unit else Decimal(1))
    sum_ = f"{term(value, unit)} {MINUS} {bracketed(term(base, unit))}"
    return Reckoned(Interval(min(low, printed), max(high, printed)), sum_, exact, unit, is_move=True)


def notation_of(metric: Metric, options: Options) -> Notation:
    """How the levels of a metric are printed."""
    display = metric.display_unit.value if metric.display_unit else None
    return notation_for(
        list(levels(metric)),
        metric.kind.value,
        options,
        unit=own_unit(metric),
        decimals=metric.decimals,
        display_unit=display,
    )


def corners(above: Interval, below: Interval) -> Interval:
    """What the quotient of two may be; the second keeps off nought."""
    ends = [quotient(one, other) for one in (above.low, above.high) for other in (below.low, below.high)]
    return Interval(min(ends), max(ends))


def together(figures: Iterable[Figure], metric: Metric) -> Interval:
    """What the sum of figures may be, in base units; the half units in their last places add up (C.9.7)."""
    listed = list(figures)
    total = sum((figure.base_amount for figure in listed), Decimal())
    slack = sum((half_unit(figure, metric.value_precision) for figure in listed), Decimal())
    return Interval(total - slack, total + slack)


def term(figure: Figure, unit: Unit | None) -> str:
    """A figure as a term of a sum, in the unit that the sum is in."""
    if figure.unit is None or unit is None or figure.unit == unit or not figure.unit.measures_like(unit):
        return number(figure.amount)
    return number(quotient(figure.base_amount, unit.worth).normalize())


def bracketed(term_: str) -> str:
    """A term after a sign: a negative one in brackets."""
    return f"({term_})" if term_.startswith(MINUS) else term_


def number(amount: Decimal) -> str:
    """An amount in digits with a true minus."""
    if needed_places(amount) > MOST_PLACES:
        amount = rounded(amount, MOST_PLACES)
    return (MINUS if amount < 0 else "") + f"{abs(amount):f}"


def written(figure: Figure, unit: Unit | None = None, *, is_move: bool = False) -> str:
    """A stated figure as it reads; a bare one in the unit that it is taken to be in."""
    own = figure.unit or unit
    if own == RATIO_SIGN and not is_move:
        return f"1∶{number(figure.amount)}"
    return number(figure.amount) + (difference_unit_text(own) if is_move else unit_text(own))


def is_relative(unit: Unit | None) -> bool:
    """Whether a figure in the unit is a share of its base, or a multiple of it."""
    return unit is not None and (unit.is_rate or unit.family is UnitFamily.RATIO)


def moves_by_points(metric: Metric) -> bool:
    """Whether the metric is a rate, whose differences are points."""
    return metric.kind.value is Kind.RATE
