"""What a metric is stated to have moved by, and the figures that it moved from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from opsreport.bundle.leaves import ChangeBase, Sign
from opsreport.bundle.metric import Baseline, Metric
from opsreport.checks.values.reckoned import (
    HUNDRED,
    Reckoned,
    difference_of,
    growth_of,
    moves_by_points,
    sure,
)
from opsreport.figures.agreement import Interval
from opsreport.figures.figure import Figure, NotApplicable, Quantity
from opsreport.figures.kinds import Basis, ChangeStyle, Kind
from opsreport.figures.options import NegativeBase, Options
from opsreport.figures.rounding import quotient
from opsreport.figures.unit import RATIO_SIGN, UnitFamily

TIMES = replace(RATIO_SIGN, symbol="倍", plain="倍")
TINY_SHARE = 100
MULTIPLE_FROM = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """A move as stated in a field of its own, by the code under which it is judged.

    Where it does not say what it moved from, `bases` are all it may be.
    """

    code: str
    metric: Metric
    said: Figure | NotApplicable
    value: Figure
    bases: tuple[Figure, ...]


def statements_of(metric: Metric) -> Iterator[Statement]:
    """Every stated move of a metric whose ends are both known."""
    value = sure(metric.value, metric)
    for code, said, bases in _moves(metric):
        known = tuple(base for base in map(sure, bases) if base)
        if value and known and isinstance(said, Figure | NotApplicable):
            yield Statement(code, metric, said, value, known)


def _moves(metric: Metric) -> Iterator[tuple[str, Quantity | None, tuple[Quantity | None, ...]]]:
    stated, change = metric.stated, metric.change
    # Growth on another basis does not follow from the two levels (C.1).
    nominal = metric.basis.value is Basis.NOMINAL
    start = (_of(metric.from_),) if metric.from_ else (metric.last_year, metric.previous) if nominal else ()
    if stated and nominal:
        yield "stated-vs-last-year", stated.vs_last_year, (metric.last_year,)
        yield "stated-vs-previous", stated.vs_previous, (metric.previous,)
    if stated:
        yield "stated-change", stated.vs_baseline, (_of(metric.baseline),)
        yield "stated-change", stated.vs_benchmark, (_of(metric.benchmark),)
        yield "stated-change", stated.change, start
    if change and isinstance(change.value, Figure):
        given = change.unit.value if change.unit else change.value.unit
        said = replace(change.value, unit=given)
        match change.vs.value if change.vs else None:
            case ChangeBase.LAST_YEAR:
                yield "stated-vs-last-year", said, (metric.last_year,) if nominal else ()
            case ChangeBase.PREVIOUS:
                yield "stated-vs-previous", said, (metric.previous,) if nominal else ()
            case ChangeBase.BASELINE:
                yield "stated-change", said, (_of(metric.baseline),)
            case ChangeBase.BEFORE:
                yield "stated-change", said, (_of(metric.from_),)
            case None:
                yield "stated-change", said, start


def _of(base: Baseline | None) -> Quantity | None:
    return base.value if base else None


def ways_to_move(statement: Statement, options: Options) -> tuple[Reckoned, ...]:
    """What a stated move may truly be, the likeliest first; none where no percentage can be told."""
    ways: list[Reckoned] = []
    for base in statement.bases:
        here = _ways(statement, base, options)
        if not here:
            return ()
        ways += here
    return tuple(ways)


def _ways(statement: Statement, base: Figure, options: Options) -> tuple[Reckoned, ...]:
    metric, said, value = statement.metric, statement.said, statement.value
    growths = _growths(metric, value, base, options)
    unit = said.unit if isinstance(said, Figure) else None
    if unit is not None and unit.is_rate:
        return growths
    points = unit is not None and unit.family is UnitFamily.RATE_POINTS
    if points and not moves_by_points(metric):
        return growths
    if unit is not None and unit.family is UnitFamily.RATIO and metric.kind.value is not Kind.RATIO:
        return tuple(way for growth in growths for way in _in_times(growth))
    difference = difference_of(metric, value, base, options)
    if unit is not None:
        return (difference,)
    # Without a unit either may have been meant; where there is no percentage, another rule speaks of that.
    return (difference, *growths) if told_by_amount(metric) else (*growths, difference) * bool(growths)


def _growths(metric: Metric, value: Figure, base: Figure, options: Options) -> tuple[Reckoned, ...]:
    if not has_percentage(metric, value, base, options):
        return ()
    growth = growth_of(metric, value, base)
    if growth is None:
        return ()
    if base.amount < 0 and value.amount < 0:
        # Whether a loss that grew counts as plus or minus is a matter of taste; its size is not.
        return (growth, replace(growth, outcome=-growth.outcome, exact=-growth.exact))
    return (growth,)


def _in_times(growth: Reckoned) -> tuple[Reckoned, ...]:
    """增长1.5倍 is a growth of 150%; who says 2.5 of the same two may mean 是上年的2.5倍."""
    low, high, exact = (
        quotient(one, HUNDRED) for one in (growth.outcome.low, growth.outcome.high, growth.exact)
    )
    more = replace(growth, outcome=Interval(low, high), exact=exact, unit=TIMES)
    return more, replace(more, outcome=Interval(low + 1, high + 1), exact=exact + 1)


def told_by_amount(metric: Metric) -> bool:
    """Whether a bare number that the metric moved by is an amount in its unit, and no percentage."""
    style = metric.change_style.value if metric.change_style else None
    if style is not None:
        return style is not ChangeStyle.RELATIVE
    return metric.kind.value not in (Kind.MONEY, Kind.COUNT, Kind.INDEX, Kind.PARAMETER)


def has_percentage(metric: Metric, value: Figure, base: Figure, options: Options) -> bool:
    """Whether a change in percent means anything: over a base above nought, or from loss to loss (C.4)."""
    if base.amount > 0:
        return True
    if base.amount == 0:
        return False
    if options.negative_base is NegativeBase.ABS:
        return True
    return metric.sign is not None and metric.sign.value is Sign.PROFIT and value.amount < 0


def is_tiny(value: Figure, base: Figure) -> bool:
    """Whether a base is below a hundredth of what became of it."""
    return 0 < base.base_amount * TINY_SHARE < value.base_amount


def needs_no_percentage(metric: Metric, value: Figure, base: Figure, options: Options) -> bool:
    """Whether 不适用 is a right answer to how much it grew: no percentage, or one that may be left out."""
    if not has_percentage(metric, value, base, options) or value.amount == 0:
        return True
    return 0 < base.base_amount * MULTIPLE_FROM <= value.base_amount
