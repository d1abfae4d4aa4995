"""The words of charts: their titles, the names of their categories, and what they show in a sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from opsreport.bundle.leaves import ChartSubject
from opsreport.bundle.leaves import Text as Leaf
from opsreport.bundle.metric import Metric
from opsreport.document import ChartKind, Inline, Text
from opsreport.figures.period import Period, PeriodKind
from opsreport.report.context import PointView, SeriesView
from opsreport.report.passage import Passage, joined
from opsreport.report.texts import leaf_passage

KINDS = {
    ChartKind.BAR: "柱形图",
    ChartKind.STACKED: "堆积柱形图",
    ChartKind.LINE: "折线图",
    ChartKind.BAR_LINE: "柱线组合图",
    ChartKind.PIE: "饼图",
    ChartKind.DOUGHNUT: "环形图",
    ChartKind.WATERFALL: "瀑布图",
    ChartKind.FUNNEL: "漏斗图",
}

PACES = {
    PeriodKind.MONTH: "月度",
    PeriodKind.QUARTER: "季度",
    PeriodKind.WEEK: "周度",
    PeriodKind.YEAR: "年度",
    PeriodKind.HALF: "半年度",
}

FULLY_TOLD = 4
"""So many figures of a series are told one by one; of more, the ends and the extremes."""

MOST_NAMED = 3
"""So many metrics are named in a title; of more, the first and how many they are."""

_ALWAYS_THIS = ("本期", "当期")
_THIS_BY_LENGTH = {
    PeriodKind.YEAR: ("年度", "本年", "当年", "全年"),
    PeriodKind.HALF: ("半年度", "本半年"),
    PeriodKind.QUARTER: ("季度", "本季", "当季"),
    PeriodKind.MONTH: ("本月", "当月"),
    PeriodKind.WEEK: ("本周", "当周"),
}
"""What a period of its length is called in names; 月度 may belong to a name, as in 月度活跃用户."""

_SHORTEST_NAME = 2

_YEAR = re.compile(r"^\d{4}(?:年|财年)")
_DAYS = re.compile(r"（[^（）]*）$")


def period_words(periods: Sequence[Period], reported: Period | None) -> tuple[str, ...]:
    """Periods as categories: 1月, 2月; the year only where it is not the report's own or changes."""
    words, spoken = [], str(reported.year) if reported else ""
    years = {_year_of(period) for period in periods}
    if years != {spoken}:
        spoken = ""
    for period in periods:
        year = _year_of(period)
        words.append(_without_year(period) if year == spoken else _DAYS.sub("", period.label))
        spoken = year
    return tuple(words)


def _year_of(period: Period) -> str:
    """The year in a period's name; a month is named by the calendar, a quarter by the fiscal year."""
    return period.label[:4]


def _without_year(period: Period) -> str:
    if period.kind in (PeriodKind.YEAR, PeriodKind.RANGE):
        return period.label
    return _DAYS.sub("", _YEAR.sub("", period.label))


def chart_title(
    kind: ChartKind, subject: ChartSubject, metrics: Sequence[Metric], reported: Period | None
) -> Passage:
    """The title of a chart that has none of its own: 2025年月度活跃用户月度走势."""
    when = _reported_in(subject, metrics, reported)
    named = [_undated(metric.short or metric.name, reported if when else None) for metric in metrics]
    names = joined(named[:MOST_NAMED], "、")
    more: tuple[Inline, ...] = ()
    if len(metrics) > MOST_NAMED:
        names, more = named[0], (Text(f"等{len(metrics)}项指标"),)
    ending = _ending(kind, subject, metrics)
    return Passage((Text(when),) * bool(when) + names.inlines + more + (Text(ending),))


def _undated(name: Leaf, period: Period | None) -> Passage:
    """A name without the word for the period that stands before it already: 2025年第三季度（季度）成交额."""
    if period is None:
        return leaf_passage(name)
    spoken = period.label.removeprefix(f"{period.year}年")
    words = {period.label, spoken, spoken.removeprefix("第"), period.this_word, *_ALWAYS_THIS}
    words.update(_THIS_BY_LENGTH.get(period.kind, ()))
    opening = max((word for word in words if name.text.startswith(word)), key=len, default="")
    rest = name.text.removeprefix(opening).removeprefix("的")
    return leaf_passage(replace(name, text=rest) if len(rest) >= _SHORTEST_NAME else name)


def _reported_in(subject: ChartSubject, metrics: Sequence[Metric], reported: Period | None) -> str:
    """The report's period, unless a series goes beyond it."""
    if reported is None:
        return ""
    periods = [point.period.value for metric in metrics for point in metric.series if point.period]
    beyond = any(period.start < reported.start or period.end > reported.end for period in periods)
    return "" if subject is ChartSubject.SERIES and beyond else reported.label


def _ending(kind: ChartKind, subject: ChartSubject, metrics: Sequence[Metric]) -> str:
    if kind is ChartKind.FUNNEL:
        return "转化"
    if kind is ChartKind.WATERFALL:
        return "变动构成"
    match subject:
        case ChartSubject.SERIES:
            periods = [point.period for metric in metrics for point in metric.series if point.period]
            return f"{PACES.get(periods[0].value.kind, '') if periods else ''}走势"
        case ChartSubject.BREAKDOWN:
            return "构成"
        case ChartSubject.COMPARISON:
            return "对比"


def chart_alt(
    kind: ChartKind, title: Passage, categories: Sequence[Passage], series: Sequence[SeriesView]
) -> str:
    """A chart in one sentence for a reader who does not see it: its kind, what it shows, its main figures.

    折线图“毛利率月度走势”：从1月的30.1%到12月的31.4%，最高为11月的32.0%，最低为2月的29.6%。
    """
    told = [words for one in series if (words := _told(categories, one, alone=len(series) == 1))]
    return f"{KINDS[kind]}“{title}”：{'；'.join(told)}。"


def _told(categories: Sequence[Passage], series: SeriesView, *, alone: bool) -> str:
    known = [
        (str(name), point) for name, point in zip(categories, series.points, strict=True) if point is not None
    ]
    if not known:
        return ""
    named = "" if alone else f"{series.name}"
    if len(known) <= FULLY_TOLD:
        said = "、".join(f"{name}为{point.label}" for name, point in known)
        return f"{named}，{said}" if named else said
    first, last = known[0], known[-1]
    said = f"从{_at(first)}到{_at(last)}"
    highest, lowest = max(known, key=_amount), min(known, key=_amount)
    if highest not in (first, last):
        said += f"，最高为{_at(highest)}"
    if lowest not in (first, last):
        said += f"，最低为{_at(lowest)}"
    return named + said


def _at(known: tuple[str, PointView]) -> str:
    return f"{known[0]}的{known[1].label}"


def _amount(known: tuple[str, PointView]) -> Decimal:
    return Decimal(known[1].value)
