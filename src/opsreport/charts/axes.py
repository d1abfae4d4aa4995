"""Which axis each series of a chart is measured on, and how it is drawn there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from opsreport.charts.lettering import plain
from opsreport.charts.scale import Axis, axis_for
from opsreport.document import Chart, ChartKind, ChartSeries, Drawn

GROUPED = re.compile(r"\d,\d{3}")
WITH_LINES = (ChartKind.BAR, ChartKind.BAR_LINE, ChartKind.STACKED)


@dataclass(frozen=True, slots=True)
class Axes:
    """The axis on the left and the one of its own that some lines have; `None` where it has no figure."""

    first: Axis | None
    second: Axis | None


def drawn_as(chart: Chart, series: ChartSeries) -> Drawn:
    """How a series is drawn; beside bars, what is measured on another axis is always a line."""
    if chart.kind is ChartKind.LINE:
        return Drawn.LINE
    if chart.kind is ChartKind.BAR_LINE and series.drawn is Drawn.LINE:
        return Drawn.LINE
    if chart.kind in WITH_LINES and on_second_axis(chart, series):
        return Drawn.LINE
    return Drawn.BAR


def on_second_axis(chart: Chart, series: ChartSeries) -> bool:
    """Whether a series has the scale on the right; where all ask for it, it is the only one and the first."""
    return series.second_axis and not all(each.second_axis for each in chart.series)


def crossed(chart: Chart) -> bool:
    """Whether lines run through the field of the bars, on the axis of these."""
    first = [series for series in chart.series if not on_second_axis(chart, series)]
    return len({drawn_as(chart, series) for series in first}) > 1


def axes_of(chart: Chart) -> Axes:
    """The axes of a chart: on nought wherever bars stand on them."""
    second = [series for series in chart.series if on_second_axis(chart, series)]
    first = [series for series in chart.series if not on_second_axis(chart, series)]
    bars = [series for series in first if drawn_as(chart, series) is Drawn.BAR]
    amounts = [amount for series in first if series not in bars for amount in amounts_of(series)]
    match chart.kind:
        case ChartKind.STACKED:
            amounts += [end for ends in stacked_ends(bars, len(chart.categories)) for end in ends]
        case ChartKind.WATERFALL:
            amounts += [level for step in waterfall_steps(chart) for level in (step.start, step.end)]
        case _:
            amounts += [amount for series in bars for amount in amounts_of(series)]
    over = (amount for series in second for amount in amounts_of(series))
    return Axes(
        axis_for(amounts, from_zero=bool(bars), grouped=_are_grouped(first)),
        axis_for(over, from_zero=False, grouped=_are_grouped(second)),
    )


def _are_grouped(measured: Iterable[ChartSeries]) -> bool:
    """Whether the report prints any of these figures with its digits in groups of three."""
    points = (point for series in measured for point in series.points if point)
    return any(GROUPED.search(plain(point.label)) for point in points)


def amounts_of(series: ChartSeries) -> Iterator[Decimal]:
    """The figures of a series that are there."""
    return (point.value for point in series.points if point)


def stacked_ends(bars: list[ChartSeries], categories: int) -> Iterator[tuple[Decimal, Decimal]]:
    """The lowest and the highest end of each stack: losses pile up below nought, gains above it."""
    for at in range(categories):
        amounts = [point.value for series in bars if (point := series.points[at])]
        yield sum((a for a in amounts if a < 0), Decimal()), sum((a for a in amounts if a > 0), Decimal())


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """One bar of a waterfall, from one level to the next; a total stands on nought."""

    category: int
    start: Decimal
    end: Decimal
    is_total: bool


def waterfall_steps(chart: Chart) -> tuple[WaterfallStep, ...]:
    """The bars of a waterfall: the first figure is where it starts, the next ones are changes.

    The last figure is the total where it is what the others add up to, but for the rounding of each; else it
    is one more change. Where the chart has two series, the first holds the totals and the second the changes.
    """
    totals, *changes = chart.series
    if changes:
        return tuple(_steps_of(totals, changes[0]))
    known = [(at, point.value) for at, point in enumerate(totals.points) if point]
    levels = list(accumulate(value for _, value in known))
    steps = [
        WaterfallStep(at, level - value, level, is_total=not index)
        for index, ((at, value), level) in enumerate(zip(known, levels, strict=True))
    ]
    if len(known) > 2 and _same_but_for_rounding(known[-1][1], levels[-2], len(known)):
        steps[-1] = WaterfallStep(known[-1][0], Decimal(), known[-1][1], is_total=True)
    return tuple(steps)


def _steps_of(totals: ChartSeries, changes: ChartSeries) -> Iterator[WaterfallStep]:
    level = Decimal()
    for at, (total, change) in enumerate(zip(totals.points, changes.points, strict=True)):
        if total:
            level = total.value
            yield WaterfallStep(at, Decimal(), level, is_total=True)
        elif change:
            yield WaterfallStep(at, level, level + change.value, is_total=False)
            level += change.value


def _same_but_for_rounding(total: Decimal, level: Decimal, figures: int) -> bool:
    last_digit = Decimal(1).scaleb(int(total.as_tuple().exponent))
    return abs(total - level) <= last_digit * figures / 2
