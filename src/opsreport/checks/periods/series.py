"""Periods: series and comparisons whose times do not belong to the report's."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from opsreport.bundle.leaves import Choice
from opsreport.bundle.metric import Metric, SeriesPoint
from opsreport.checks.families import PERIODS
from opsreport.checks.family import Case, Finding
from opsreport.checks.periods.named import covers, touch
from opsreport.diagnostics import Label
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Aggregation, Facet, Kind
from opsreport.figures.period import Period, PeriodKind

LENGTH = {PeriodKind.YEAR: 12, PeriodKind.HALF: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}

# What is counted at a moment, or per head or day, does not grow with the days of a month.
NO_TOTAL = re.compile(
    "均|余额|存量|期末|累计|在册|在网|在营|在岗|月活|日活|活跃|MAU|DAU|WAU|库存|总数|人数|户数|家数|单价|单位|客单|成本|费率|ARPU|LTV|CAC"
)
HAPPENINGS = frozenset(
    {"次", "单", "笔", "件", "篇", "条", "吨", "票", "场", "例", "起", "箱", "包", "单量", "趟", "人次"}
)
STEADY = 1
"""Day counts that differ by no more than that are compared as they are."""


@PERIODS.rule
def foreign_period(case: Case) -> Iterator[Finding]:
    """A point of a series, a peak or a start that is not of the report's time, doubled or missing."""
    period = case.bundle.report.period
    for metric in case.bundle.metrics:
        own = metric.period or period
        if own:
            yield from _moments(metric, own)
        if metric.series:
            yield from _series(metric, own)


def _moments(metric: Metric, own: Choice[Period]) -> Iterator[Finding]:
    """The peak, the trough and the average lie within the period; where it came from, not after it."""
    for part in (metric.peak, metric.trough, metric.average):
        at = part.at if part else None
        if isinstance(at, Choice) and not touch(at.value, own.value):
            yield _finding(metric, at, own, "moment")
    start = metric.from_.at if metric.from_ else None
    if isinstance(start, Choice) and start.value.start > own.value.end:
        yield _finding(metric, start, own, "start")


def _series(metric: Metric, own: Choice[Period] | None) -> Iterator[Finding]:
    points = [point.period for point in metric.series if point.period]
    yield from _doubled(metric, points)
    by_length = Counter(_length(point.value) for point in points)
    usual = by_length.most_common(1)[0][0] if points else 0
    for point in points:
        if _length(point.value) != usual:
            yield Finding(point.span, _details(metric, point, own), "length")
            return
    if own and points:
        outside = [point for point in points if not covers(own.value, point.value)]
        later = [point for point in points if point.value.start > own.value.end]
        if len(outside) == len(points) and not any(covers(point.value, own.value) for point in points):
            yield _finding(metric, points[0], own, "")
        elif later:
            yield _finding(metric, later[0], own, "later")
    yield from _gaps(metric, metric.series, own)


def _doubled(metric: Metric, points: list[Choice[Period]]) -> Iterator[Finding]:
    seen: dict[Period, Choice[Period]] = {}
    for point in points:
        first = seen.setdefault(point.value, point)
        if first is not point:
            yield Finding(
                point.span, _details(metric, point, None), "doubled", secondary=(Label(first.span),)
            )


def _gaps(metric: Metric, series: tuple[SeriesPoint, ...], own: Choice[Period] | None) -> Iterator[Finding]:
    """A month missing between two others; the same month of each year is no gap."""
    points = sorted((point.period for point in series if point.period), key=lambda one: one.value.start)
    steps = [_steps(one.value, other.value) for one, other in pairwise(points)]
    if len(steps) < 2 or Counter(steps).most_common(1)[0][0] != 1:
        return
    for step, (before, point) in zip(steps, pairwise(points), strict=True):
        if step > 1:
            details = _details(metric, point, own) | {"before": before.value.label}
            yield Finding(point.span, details, "gap", secondary=(Label(before.span),))


def _steps(one: Period, other: Period) -> int:
    """How many periods of their length lie from one to the next; 1 where nobody can say."""
    if one.kind is PeriodKind.WEEK is other.kind:
        return (other.start - one.start).days // 7
    if one.kind is not other.kind or one.kind not in LENGTH:
        return 1
    months = (other.start.year - one.start.year) * 12 + other.start.month - one.start.month
    return months // LENGTH[one.kind]


def _length(period: Period) -> int:
    """How long a period is, in months or, for shorter ones, not at all."""
    if period.kind in LENGTH:
        return LENGTH[period.kind]
    return -1 if period.kind is PeriodKind.WEEK else 0


def _finding(metric: Metric, point: Choice[Period], own: Choice[Period], help_key: str) -> Finding:
    return Finding(point.span, _details(metric, point, own), help_key, secondary=(Label(own.span),))


def _details(metric: Metric, point: Choice[Period], own: Choice[Period] | None) -> dict[str, object]:
    return {
        "metric": metric.name.text,
        "point": point.value.label,
        "period": own.value.label if own else "",
        "before": "",
    }


@PERIODS.rule
def unequal_days(case: Case) -> Iterator[Finding]:
    """A month's total set against that of a month of another length, and no daily average beside it."""
    report = case.bundle.report
    names = {metric.name.text for metric in case.bundle.metrics}
    for metric in case.bundle.metrics:
        period = metric.period or report.period
        before = period.value.previous if period else None
        if period is None or before is None or period.value.kind is not PeriodKind.MONTH:
            continue
        if abs(period.value.days - before.days) <= STEADY or metric.previous_label:
            continue
        is_told = not metric.hidden and Facet.VS_PREVIOUS in metric.facets
        if is_told and _is_total(metric) and f"日均{metric.name.text}" not in names:
            if not isinstance(metric.previous, Figure) or not isinstance(metric.value, Figure):
                continue
            details = {
                "metric": metric.name.text,
                "period": period.value.label,
                "days": period.value.days,
                "before": before.label,
                "before_days": before.days,
            }
            yield Finding(metric.previous.span, details, secondary=(Label(metric.value.span),))


def _is_total(metric: Metric) -> bool:
    """Whether a metric surely adds up over the days: said so, or an amount of what happens."""
    if metric.kind.value not in (Kind.MONEY, Kind.COUNT) or metric.agg.value is not Aggregation.SUM:
        return False
    if NO_TOTAL.search(metric.name.text.upper()):
        return False
    unit = metric.unit.value.plain if metric.unit else ""
    return metric.agg.given or metric.kind.value is Kind.MONEY or unit in HAPPENINGS
