"""Values: figures that are not what their formula, or their numerator over their denominator, comes to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from opsreport.bundle.formula import Operand, Operator
from opsreport.bundle.metric import BreakdownItem, Metric
from opsreport.bundle.metric_units import own_unit
from opsreport.bundle.model import Bundle
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.reckoned import (
    HUNDRED,
    Reckoned,
    bracketed,
    corners,
    mistaken,
    spread,
    sure,
    term,
    written,
)
from opsreport.diagnostics import Label
from opsreport.figures.agreement import Interval
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Kind
from opsreport.figures.period import Period
from opsreport.figures.printing import MINUS
from opsreport.figures.rounding import quotient
from opsreport.figures.unit import RATIO_SIGN, Unit, UnitFamily

BY_HUNDREDS = frozenset({Kind.INDEX, Kind.POINTS, Kind.SCORE})
RETURN_WORDS = ("ROI", "回报率", "收益率")
"""Rates that may be (产出 − 投入) ÷ 投入 as well as 产出 ÷ 投入 (C.7)."""


@VALUES.rule
def formula_mismatch(case: Case) -> Iterator[Finding]:
    """A value, last year's or a start other than its formula, or its numerator and denominator, comes to."""
    for metric in case.bundle.metrics:
        if metric.kind.value is not Kind.RATIO:
            yield from _mismatches(metric, case.bundle)


@VALUES.rule
def ratio_mismatch(case: Case) -> Iterator[Finding]:
    """A ratio that is not its right side over its left, or whose sides nobody can tell."""
    names = _by_name(case.bundle)
    for metric in case.bundle.metrics:
        if metric.kind.value is not Kind.RATIO:
            continue
        found = list(_mismatches(metric, case.bundle)) or list(_sides(metric, names))
        yield from found
        value = metric.value
        is_of_sides = isinstance(value, Figure) and value.unit in (None, RATIO_SIGN)
        if metric.ratio is None and is_of_sides and isinstance(value, Figure) and not found:
            yield Finding(value.span, {"metric": metric.name.text, "said": written(value)}, "sides")


@dataclass(frozen=True, slots=True)
class _Term:
    """A figure that is reckoned with, and the metric whose figure it is."""

    figure: Figure
    metric: Metric


def _mismatches(metric: Metric, bundle: Bundle) -> Iterator[Finding]:
    fraction = _terms(metric, metric.numerator, metric.denominator)
    if fraction:
        yield from _mismatch(metric, sure(metric.value, metric), fraction, Operator.DIVIDED_BY)
    if metric.formula is None:
        return
    left, right = (_Operand(one, bundle) for one in (metric.formula.left, metric.formula.right))
    start = metric.from_.value if metric.from_ else None
    for said, wanted in (
        (sure(metric.value, metric), _Operand.value),
        (sure(metric.last_year), _Operand.last_year),
        (sure(start), _Operand.start if metric.last_year is None else _Operand.own_start),
    ):
        pair = _pair(left, right, wanted)
        if pair:
            yield from _mismatch(metric, said, pair, metric.formula.operator)


class _Operand:
    """A metric, or a part of one, that a formula names."""

    def __init__(self, operand: Operand, bundle: Bundle) -> None:
        self._metric = bundle.metric_by_id.get(operand.metric)
        parts = self._metric.breakdown if self._metric else ()
        named = (part for part in parts if part.name.text == operand.part)
        self._source: Metric | BreakdownItem | None
        self._source = next(named, None) if operand.part else self._metric

    def value(self) -> _Term | None:
        """Its figure of this period."""
        return self._term(self._source.value) if self._source else None

    def last_year(self) -> _Term | None:
        """Its figure of last year."""
        return self._term(self._source.last_year) if self._source else None

    def own_start(self) -> _Term | None:
        """Where it came from."""
        start = self._source.from_ if isinstance(self._source, Metric) else None
        return self._term(start.value) if start else None

    def start(self) -> _Term | None:
        """Where it came from, which is last year's figure if nothing else is said."""
        return self.own_start() or self.last_year()

    def _term(self, quantity: Quantity | None) -> _Term | None:
        figure = sure(quantity, self._metric)
        return _Term(figure, self._metric) if figure and self._metric else None


def _pair(
    left: _Operand, right: _Operand, wanted: Callable[[_Operand], _Term | None]
) -> tuple[_Term, _Term] | None:
    first, second = wanted(left), wanted(right)
    return (first, second) if first and second else None


def _terms(metric: Metric, above: Quantity | None, below: Quantity | None) -> tuple[_Term, _Term] | None:
    first, second = sure(above), sure(below)
    return (_Term(first, metric), _Term(second, metric)) if first and second else None


def _mismatch(
    metric: Metric, said: Figure | None, terms: tuple[_Term, _Term], operator: Operator
) -> Iterator[Finding]:
    if said is None:
        return
    reckon = _divided if operator is Operator.DIVIDED_BY else _subtracted
    of_one_period = all(_period(one.metric) == _period(metric) for one in terms)
    way = mistaken(said, reckon(metric, *terms)) if of_one_period else None
    if way is not None:
        details = {
            "metric": metric.name.text,
            "sum": way.shown(said),
            "said": written(said, own_unit(metric)),
            "typed": way.typed(said),
        }
        labels = tuple(Label(one.figure.span) for one in terms)
        yield Finding(said.span, details, "", labels)


def _divided(metric: Metric, above: _Term, below: _Term) -> tuple[Reckoned, ...]:
    """The ways to take one figure over another in the metric's unit."""
    unit, divisor = own_unit(metric), below.figure
    if _in_two_currencies(above.figure, divisor) or _is_rate(above.figure) is not _is_rate(divisor):
        return ()
    first, second = _span_among(metric, above, below), _span_among(metric, below, above)
    if second.low <= 0 <= second.high:
        return ()
    outcome = corners(first, second)
    exact = quotient(_middle(first), _middle(second))
    sum_ = _division(above.figure, divisor)
    if metric.kind.value is Kind.RATE:
        percent = _percent(outcome, exact, sum_, unit)
        is_return = any(word in metric.name.text.upper() for word in RETURN_WORDS)
        return (percent, _less_one(percent)) if is_return else (percent,)
    factor = _factor(metric, above.figure, unit)
    plain = Reckoned(
        Interval(outcome.low * factor, outcome.high * factor),
        sum_,
        quotient(exact * factor, unit.worth if unit else Decimal(1)),
        unit,
    )
    if metric.kind.value in BY_HUNDREDS:
        hundred = Interval(outcome.low * HUNDRED, outcome.high * HUNDRED)
        return (Reckoned(hundred, sum_, exact * HUNDRED, unit), plain)
    return (plain,)


def _division(above: Figure, below: Figure) -> str:
    """Units are left out where they cancel, else they are part of the sum."""
    plain = {unit.plain if unit else "" for unit in (above.unit, below.unit)}
    if len(plain) > 1:
        return f"{written(above)} ÷ {written(below)}"
    return f"{term(above, above.unit)} ÷ {bracketed(term(below, above.unit))}"


def _percent(outcome: Interval, exact: Decimal, sum_: str, unit: Unit | None) -> Reckoned:
    in_percent = Interval(outcome.low * HUNDRED, outcome.high * HUNDRED)
    return Reckoned(in_percent, sum_, quotient(exact * HUNDRED, unit.worth if unit else Decimal(1)), unit)


def _less_one(percent: Reckoned) -> Reckoned:
    outcome = Interval(percent.outcome.low - HUNDRED, percent.outcome.high - HUNDRED)
    return Reckoned(outcome, f"{percent.sum} {MINUS} 1", percent.exact - HUNDRED, percent.unit)


def _subtracted(metric: Metric, left: _Term, right: _Term) -> tuple[Reckoned, ...]:
    unit = own_unit(metric)
    if not _are_alike(left.figure, right.figure) or _in_two_currencies(left.figure, right.figure):
        return ()
    if unit and left.figure.unit and not _can_be_difference(unit, left.figure.unit):
        return ()
    first, second = spread(left.figure, left.metric), spread(right.figure, right.metric)
    exact = quotient(left.figure.base_amount - right.figure.base_amount, unit.worth if unit else Decimal(1))
    shown_in = left.figure.unit
    sum_ = f"{term(left.figure, shown_in)} {MINUS} {bracketed(term(right.figure, shown_in))}"
    return (Reckoned(Interval(first.low - second.high, first.high - second.low), sum_, exact, unit),)


def _can_be_difference(unit: Unit, of: Unit) -> bool:
    """Whether a figure may be the difference of two others; a score of points may be one of two shares."""
    if of.is_rate:
        return unit.is_rate or unit.family in (UnitFamily.RATE_POINTS, UnitFamily.POINTS)
    return of.of(unit).measures_like(unit)


def _span_among(metric: Metric, one: _Term, other: _Term) -> Interval:
    """What a term may stand for; a number of days that cancels with nothing is a plain number."""
    span, unit = spread(one.figure, one.metric), one.figure.unit
    if unit is None or unit.family is not UnitFamily.DURATION:
        return span
    other_unit, own = other.figure.unit, own_unit(metric)
    families = {each.family for each in (other_unit, own) if each}
    if UnitFamily.DURATION in families:
        return span
    return Interval(quotient(span.low, unit.worth), quotient(span.high, unit.worth))


def _factor(metric: Metric, above: Figure, unit: Unit | None) -> Decimal:
    """库存 ÷ 日均成本 comes out in days, not in seconds."""
    is_time = unit is not None and unit.family is UnitFamily.DURATION
    of_time = above.unit is not None and above.unit.family is UnitFamily.DURATION
    return unit.worth if unit and is_time and not of_time else Decimal(1)


def _are_alike(one: Figure, other: Figure) -> bool:
    if one.unit is None or other.unit is None:
        return one.unit is other.unit
    return one.unit.measures_like(other.unit)


def _in_two_currencies(one: Figure, other: Figure) -> bool:
    """Money in two currencies is another rule's matter."""
    both = (one.unit, other.unit)
    is_money = all(unit is not None and unit.family is UnitFamily.MONEY for unit in both)
    return is_money and len({unit.currency for unit in both if unit}) > 1


def _is_rate(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.is_rate


def _period(metric: Metric) -> Period | None:
    return metric.period.value if metric.period else None


def _middle(interval: Interval) -> Decimal:
    return (interval.low + interval.high) / 2


def _by_name(bundle: Bundle) -> dict[str, Metric | None]:
    """The metrics under their names; none where two share one."""
    named: dict[str, Metric | None] = {}
    for metric in bundle.metrics:
        name = metric.name.text
        named[name] = None if name in named else metric
    return named


def _sides(metric: Metric, names: dict[str, Metric | None]) -> Iterator[Finding]:
    """A ratio whose sides are metrics of the bundle."""
    if metric.ratio is None or metric.formula or metric.numerator:
        return
    left, right = names.get(metric.ratio.left.text), names.get(metric.ratio.right.text)
    if not left or not right:
        return
    first, second = sure(right.value, right), sure(left.value, left)
    if first and second and _are_alike(first, second):
        terms = (_Term(first, right), _Term(second, left))
        yield from _mismatch(metric, sure(metric.value, metric), terms, Operator.DIVIDED_BY)
