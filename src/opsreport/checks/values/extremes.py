"""Values: peaks below averages, and averages beyond what they are averages of."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from opsreport.bundle.metric import Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.quoted import as_written
from opsreport.claims.amounts import Amount
from opsreport.claims.clauses import sentences_of
from opsreport.claims.plain_text import PlainText
from opsreport.diagnostics import Label
from opsreport.figures.agreement import span_of
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Aggregation
from opsreport.figures.period import Period

TO_THE_FIGURE = r"(?:值|水平)?(?:仅|高|累计)?(?:[为是达]|达到|超过|突破|约)*\s*$"
PEAK = re.compile(rf"(?:峰值|最高值?)(?:出现在[^，。；]{{0,8}})?{TO_THE_FIGURE}")
AVERAGE = re.compile(rf"(?<![日月周年季])(?:均值|平均){TO_THE_FIGURE}")
NAME_END = re.compile("的?(?:峰值|最高|均值|平均).*$")
# The peak of a day may well be below the average of a month.
OTHER_WINDOW = re.compile("单[日周月时]|当[日天时]|小时|瞬时|分钟|并发|日峰|每[日天秒]|[日周月]均")


@VALUES.rule
def peak_below_average(case: Case) -> Iterator[Finding]:
    """A peak, an average and a trough that are not in this order, or an average outside its series."""
    for metric in case.bundle.metrics:
        yield from _disordered(metric)
        yield from _outside_series(case, metric)
    for text in case.texts:
        if text.is_running and ("均值" in text.text or "平均" in text.text):
            yield from _in_text(case, text)


def _disordered(metric: Metric) -> Iterator[Finding]:
    peak = _figure(metric.peak.value) if metric.peak else None
    trough = _figure(metric.trough.value) if metric.trough else None
    average = _average(metric)
    ordered = [
        (level, key) for level, key in ((trough, "trough"), (average, "average"), (peak, "peak")) if level
    ]
    for (low, low_key), (high, high_key) in pairwise(ordered):
        if span_of(low).low > span_of(high).high:
            place, other = (low, high) if low_key == "average" else (high, low)
            keys = low_key, high_key
            details = {
                "metric": metric.name.text,
                "shown": as_written(low),
                "most": as_written(high),
                "low": WORDS[keys[0]],
                "high": WORDS[keys[1]],
                "low_key": keys[0],
                "high_key": keys[1],
            }
            yield Finding(place.span, details, secondary=(Label(other.span),))


NEARBY = 24
"""So many signs before a figure tell whether it is a peak or an average."""

WORDS = {"trough": "谷值", "average": "均值", "peak": "峰值", "series": "序列"}


def _average(metric: Metric) -> Figure | None:
    """The average of a metric, which is its value where that is said to be one."""
    if metric.average:
        return _figure(metric.average.value)
    is_average = metric.agg.given and metric.agg.value is Aggregation.AVG
    return _figure(metric.value) if is_average else None


def _outside_series(case: Case, metric: Metric) -> Iterator[Finding]:
    """The average of a series that covers the whole period lies between its least and its largest figure."""
    average = _average(metric)
    if average is None or not (metric.agg.given and metric.agg.value is Aggregation.AVG):
        return
    own = metric.period or case.bundle.report.period
    inside = own and [
        (point.period.value, point.value)
        for point in metric.series
        if point.period
        and own.value.start <= point.period.value.start <= point.period.value.end <= own.value.end
    ]
    if not own or not inside or not _covers([period for period, _ in inside], own.value):
        return
    figures = [value for _, value in inside if isinstance(value, Figure)]
    if len(figures) < len(inside):
        return
    least = min(figures, key=lambda one: one.base_amount)
    most = max(figures, key=lambda one: one.base_amount)
    if span_of(average).high < span_of(least).low or span_of(average).low > span_of(most).high:
        is_above = average.base_amount > most.base_amount
        low, high = ("average", "series") if is_above else ("series", "average")
        details = {
            "metric": metric.name.text,
            "shown": as_written(average if is_above else least),
            "most": as_written(most if is_above else average),
            "low": WORDS[low],
            "high": WORDS[high],
            "low_key": low,
            "high_key": high,
            "ends": f"{as_written(least)}～{as_written(most)}",
        }
        yield Finding(average.span, details, "series", secondary=(Label(least.span), Label(most.span)))


def _covers(periods: Sequence[Period], whole: Period) -> bool:
    return sum(period.days for period in set(periods)) == whole.days and len(set(periods)) == len(periods)


def _in_text(case: Case, text: PlainText) -> Iterator[Finding]:
    """A sentence that gives a peak and, of the same thing, a larger average."""
    for start, end in sentences_of(text.folded):
        sentence = text.folded[start:end]
        if OTHER_WINDOW.search(sentence):
            continue
        peaks: list[Amount] = []
        averages: list[Amount] = []
        for amount in case.amount_reader.amounts(sentence):
            before = sentence[max(0, amount.start - NEARBY) : amount.start]
            if PEAK.search(before):
                peaks.append(amount)
            elif AVERAGE.search(before):
                averages.append(amount)
        if len(peaks) == len(averages) == 1 and _is_above(averages[0].figure, peaks[0].figure):
            average, peak = averages[0], peaks[0]
            details = {
                "metric": NAME_END.sub("", sentence[: min(average.start, peak.start)]).strip(" ，、"),
                "shown": as_written(average),
                "most": as_written(peak),
                "low": "均值",
                "high": "峰值",
                "low_key": "average",
                "high_key": "peak",
            }
            yield Finding(text.locate(start + average.start, start + average.end), details)


def _is_above(average: Figure, peak: Figure) -> bool:
    if average.unit is None or peak.unit is None or not average.unit.measures_like(peak.unit):
        return False
    return span_of(average).low > span_of(peak).high


def _figure(quantity: object) -> Figure | None:
    return quantity if isinstance(quantity, Figure) else None
