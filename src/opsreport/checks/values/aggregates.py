"""Values: series that do not come to the value of their period, and growth over several years."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsreport.bundle.metric import Metric, SeriesPoint
from opsreport.bundle.metric_units import own_unit
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.reckoned import (
    Reckoned,
    mistaken,
    spread,
    sure,
    term,
    together,
    written,
)
from opsreport.diagnostics import Label, Severity
from opsreport.figures.agreement import Interval
from opsreport.figures.figure import Figure, NotApplicable, Quantity
from opsreport.figures.kinds import Aggregation
from opsreport.figures.parts import compound_growth
from opsreport.figures.period import Date, Period
from opsreport.figures.printing import MINUS
from opsreport.figures.rounding import quotient, rounded
from opsreport.figures.unit import PERCENT

ONE_DAY = Date.resolution
NAMES = {
    Aggregation.SUM: "Σ", Aggregation.AVG: "avg", Aggregation.LAST: "last",
    Aggregation.MAX: "max", Aggregation.MIN: "min",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Observed:
    """A figure of a series and the days it is about."""

    figure: Figure
    period: Period


@VALUES.rule
def series_mismatch(case: Case) -> Iterator[Finding]:
    """A series that covers its period and comes to something else than the period's value."""
    report = case.bundle.report.period
    for metric in case.bundle.metrics:
        choice = metric.period or report
        if not metric.series or choice is None:
            continue
        yield from _mismatch(metric, choice.value, sure(metric.value, metric), lambda point: point.value)
        yield from _mismatch(metric, choice.value, sure(metric.last_year), lambda point: point.last_year)
        if metric.agg.value is Aggregation.SUM:
            yield from _mismatch(metric, choice.value, sure(metric.target), lambda point: point.target)


def _mismatch(
    metric: Metric, period: Period, said: Figure | None, of: Callable[[SeriesPoint], Quantity | None]
) -> Iterator[Finding]:
    points = _covering(metric, period, of) if said else []
    outcome = _aggregated(metric, metric.agg.value, points) if points else None
    if said is None or outcome is None or outcome.meets(spread(said, metric)):
        return
    others = ((agg, _aggregated(metric, agg, points)) for agg in NAMES)
    fitting = [agg for agg, other in others if other and other.meets(spread(said, metric))]
    unit = said.unit or own_unit(metric)
    exact = quotient(outcome.low + outcome.high, 2 * (unit.worth if unit else Decimal(1)))
    places = max(said.places, *(one.figure.places for one in points))
    came_out = written(Figure(rounded(exact, places), unit, places))
    stretch = f"{points[0].period.canonical}…{points[-1].period.canonical}"
    details = {
        "metric": metric.name.text,
        "sum": f"{NAMES[metric.agg.value]}({stretch}) = {came_out}",
        "said": written(said, unit),
        "typed": came_out,
        "agg": fitting[0].value if fitting else "",
    }
    # Where nobody said how the series becomes the value, another way that fits is likely what was meant.
    severity = Severity.WARNING if fitting and not metric.agg.given else None
    labels = tuple(Label(one.figure.span) for one in (points[0], points[-1]))
    yield Finding(said.span, details, "agg" if fitting else "", labels, severity)


def _covering(
    metric: Metric, period: Period, of: Callable[[SeriesPoint], Quantity | None]
) -> list[_Observed]:
    """The points within the period in order, if all are known and they cover it without gap or overlap."""
    inside = [
        (point.period.value, sure(of(point)))
        for point in metric.series
        if point.period and period.start <= point.period.value.start and point.period.value.end <= period.end
    ]
    observed = [_Observed(figure, when) for when, figure in inside if figure]
    if len(observed) < len(inside) or not observed:
        return []
    observed.sort(key=lambda one: one.period.start)
    starts = [period.start, *(one.period.end + ONE_DAY for one in observed)]
    is_whole = starts == [*(one.period.start for one in observed), period.end + ONE_DAY]
    return observed if is_whole else []


def _aggregated(metric: Metric, agg: Aggregation, points: Sequence[_Observed]) -> Interval | None:
    """What a series may come to; pooled rates cannot be told from the rates alone."""
    spans = [spread(one.figure, metric) for one in points]
    match agg:
        case Aggregation.SUM:
            return together((one.figure for one in points), metric)
        case Aggregation.AVG:
            return _mean(points, spans)
        case Aggregation.LAST:
            return spans[-1]
        case Aggregation.MAX:
            return Interval(max(span.low for span in spans), max(span.high for span in spans))
        case Aggregation.MIN:
            return Interval(min(span.low for span in spans), min(span.high for span in spans))
        case Aggregation.RATIO:
            return None


def _mean(points: Sequence[_Observed], spans: Sequence[Interval]) -> Interval:
    """What the mean may be, each period counted alike or by its days."""
    days = [Decimal(one.period.days) for one in points]
    means = [
        quotient(
            sum((end * weight for end, weight in zip(ends, weights, strict=True)), Decimal()),
            sum(weights, Decimal()),
        )
        for ends in ([span.low for span in spans], [span.high for span in spans])
        for weights in (days, [Decimal(1)] * len(days))
    ]
    return Interval(min(means), max(means))


@VALUES.rule
def cagr_mismatch(case: Case) -> Iterator[Finding]:
    """A yearly growth that does not lead from the first figure of the series to the last."""
    for metric in case.bundle.metrics:
        said = metric.stated.cagr if metric.stated else None
        points = sorted((one for one in metric.series if one.period), key=_start_of)
        first, last = (
            (sure(one.value) for one in (points[0], points[-1])) if len(points) > 1 else (None, None)
        )
        if not isinstance(said, Figure | NotApplicable) or not first or not last:
            continue
        years = _years_between(points[0], points[-1])
        if years:
            yield from _wrong_cagr(metric, said, first, last, years)


def _wrong_cagr(
    metric: Metric, said: Figure | NotApplicable, first: Figure, last: Figure, years: int
) -> Iterator[Finding]:
    labels = (Label(first.span), Label(last.span))
    way = _compound(metric, first, last, years)
    shown = written(said, PERCENT) if isinstance(said, Figure) else "不适用"
    details = {"metric": metric.name.text, "said": shown, "years": years}
    if way is None:
        if isinstance(said, Figure):
            ends = {"sum": f"{written(first)} → {written(last)}", "typed": "不适用"}
            yield Finding(said.span, details | ends, "no-growth", labels)
    elif isinstance(said, NotApplicable):
        yield Finding(said.span, details | {"sum": way.shown(), "typed": way.typed()}, "", labels)
    elif mistaken(said, (way,)):
        by_rows = _compound(metric, first, last, years + 1)
        help_key = "rows" if by_rows and by_rows.agrees_with(said) else ""
        found = details | {"sum": way.shown(said), "typed": way.typed(said)}
        yield Finding(said.span, found, help_key, labels)


def _compound(metric: Metric, first: Figure, last: Figure, years: int) -> Reckoned | None:
    before, after = spread(first, metric), spread(last, metric)
    exact = compound_growth(first.base_amount, last.base_amount, years)
    low = compound_growth(before.high, after.low, years)
    high = compound_growth(before.low, after.high, years)
    if exact is None or low is None or high is None:
        return None
    ends = f"{term(last, last.unit)} ÷ {term(first, last.unit)}"
    return Reckoned(Interval(low, high), f"({ends})^(1/{years}) {MINUS} 1", exact, PERCENT)


def _start_of(point: SeriesPoint) -> Date:
    return point.period.value.start if point.period else Date.min


def _years_between(first: SeriesPoint, last: SeriesPoint) -> int:
    """How many years lie between two periods of one kind at one time of the year, by their labels."""
    if not first.period or not last.period or first.period.value.kind is not last.period.value.kind:
        return 0
    start, end = _start_of(first), _start_of(last)
    return end.year - start.year if (start.month, start.day) == (end.month, end.day) else 0
