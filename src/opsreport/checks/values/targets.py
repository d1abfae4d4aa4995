"""How far a target was met, in every way that has a name (figures C.3)."""

from dataclasses import replace
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.values.reckoned import (
    HUNDRED,
    Reckoned,
    bracketed,
    difference_of,
    share_of,
    spread,
    sure,
    term,
)
from opsreport.figures.agreement import Interval, difference
from opsreport.figures.figure import Figure, NotApplicable
from opsreport.figures.kinds import Kind, Polarity
from opsreport.figures.options import CompletionLower, Options
from opsreport.figures.printing import MINUS
from opsreport.figures.rounding import product, quotient

COMPLETED = frozenset({Kind.MONEY, Kind.COUNT, Kind.DURATION, Kind.PARAMETER})
"""What is told as a share of its target; all else by its distance from it."""


def has_completion(metric: Metric, value: Figure, target: Figure) -> bool:
    """Whether the metric has a 完成率, without any method of one's own."""
    rises = metric.polarity.value is not Polarity.LOWER_IS_BETTER
    undecided = metric.kind.value is Kind.DURATION and metric.polarity.value is Polarity.NEUTRAL
    is_completed = metric.kind.value in COMPLETED and rises and not undecided
    return is_completed and target.amount > 0 and value.amount >= 0


def ways_to_attain(metric: Metric, said: Figure | NotApplicable, options: Options) -> tuple[Reckoned, ...]:
    """What a stated comparison with the target may truly be, the likeliest first."""
    value, target = sure(metric.value, metric), sure(metric.target)
    if value is None or target is None:
        return ()
    distance = difference_of(metric, value, target, options)
    unit = said.unit if isinstance(said, Figure) else None
    if unit is not None and not unit.is_rate:
        return (distance,)
    scores = _scores(metric, value, target, options) if target.amount > 0 else ()
    if metric.kind.value in COMPLETED:
        # Of a target of nought or below there is no 完成率: another rule speaks of that.
        return (*scores, distance) if scores and unit is None else scores
    return (distance, *scores)


def _scores(metric: Metric, value: Figure, target: Figure, options: Options) -> tuple[Reckoned, ...]:
    share = share_of(metric, value, target)
    if share is None:
        return ()
    if metric.polarity.value is not Polarity.LOWER_IS_BETTER or metric.kind.value not in COMPLETED:
        return (share,)
    ways = {
        CompletionLower.NONE: share,
        CompletionLower.MIRROR: _mirrored(share),
        CompletionLower.INVERSE: share_of(metric, target, value),
        CompletionLower.PROGRESS: _progress(metric, value, target),
    }
    chosen = ways[options.completion_lower]
    if options.completion_lower is CompletionLower.NONE:
        # Nobody has chosen a method, so that any may have been meant.
        return tuple(way for way in ways.values() if way)
    return (chosen,) if chosen else ()


def _mirrored(share: Reckoned) -> Reckoned:
    two = 2 * HUNDRED
    outcome = Interval(two - share.outcome.high, two - share.outcome.low)
    return replace(share, outcome=outcome, exact=two - share.exact, sum=f"2 {MINUS} {share.sum}")


def _progress(metric: Metric, value: Figure, target: Figure) -> Reckoned | None:
    start = sure(metric.from_.value if metric.from_ else metric.last_year or metric.previous)
    if start is None:
        return None
    done = difference(spread(start, metric), spread(value, metric))
    wanted = difference(spread(start, metric), spread(target, metric))
    if wanted.low <= 0:
        return None
    ends = [
        quotient(product(one, HUNDRED), other)
        for one in (done.low, done.high)
        for other in (wanted.low, wanted.high)
    ]
    exact = quotient(
        product(start.base_amount - value.base_amount, HUNDRED), start.base_amount - target.base_amount
    )
    first, now, aim = (term(figure, value.unit) for figure in (start, value, target))
    sum_ = f"({first} {MINUS} {bracketed(now)}) ÷ ({first} {MINUS} {bracketed(aim)})"
    percent = share_of(metric, value, target)
    return percent and Reckoned(Interval(min(ends), max(ends)), sum_, Decimal(exact), percent.unit)
