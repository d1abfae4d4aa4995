"""The series of a chart as Office draws them: some of them unseen, where Office has no such kind of chart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from opsreport.charts import colours_of, drawn_as, is_aim, on_second_axis, rims_of
from opsreport.charts.axes import WaterfallStep, waterfall_steps
from opsreport.charts.head import name_with_unit, unit_of
from opsreport.charts.palette import FALL, RISE, TOTAL, ramp
from opsreport.document import Chart, ChartKind, ChartSeries, Drawn, plain_words

ROUND = (ChartKind.PIE, ChartKind.DOUGHNUT)
PILED = (ChartKind.STACKED, ChartKind.WATERFALL, ChartKind.FUNNEL)


@dataclass(frozen=True, slots=True)
class Plotted:
    """One series of a chart in Word: its figures, what is printed at each, and how it is drawn."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...] = ()
    colour: str = ""
    """Empty for a series that is there to hold others up and is not seen."""
    colours: tuple[str, ...] = ()
    """One for each point, where they differ."""
    is_line: bool = False
    on_second_axis: bool = False
    fixed_labels: bool = False
    """Whether the labels say something else than the figures do."""

    is_named: bool = True
    """Whether the legend says what it is."""

    rim: str = ""
    """The colour of the outline of hollow bars."""

    is_dashed: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether a reader sees the series itself."""
        return bool(self.colour or self.colours)


def categories_of(chart: Chart) -> tuple[str, ...]:
    """The words below the chart, in their order."""
    return tuple(plain_words(category) for category in chart.categories)


def plotted(chart: Chart) -> tuple[Plotted, ...]:
    """What Office is to draw for a chart."""
    match chart.kind:
        case ChartKind.WATERFALL:
            return tuple(_waterfall(chart))
        case ChartKind.FUNNEL:
            return tuple(_funnel(chart.series[0]))
        case ChartKind.PIE | ChartKind.DOUGHNUT:
            return (_round(chart.series[0]),)
        case _:
            return tuple(_over_axes(chart))


def _over_axes(chart: Chart) -> Iterator[Plotted]:
    """The bars and lines of a chart; what was aimed at is hollow or dashed, as on paper."""
    for series, colour, rim in zip(chart.series, colours_of(chart), rims_of(chart), strict=True):
        drawn = _plotted(
            series,
            name_with_unit(plain_words(series.name), series, unit_of(chart)),
            colour=colour,
            is_line=drawn_as(chart, series) is Drawn.LINE,
            on_second_axis=on_second_axis(chart, series),
        )
        yield replace(drawn, rim=rim, is_dashed=drawn.is_line and is_aim(series))


def _plotted(
    series: ChartSeries,
    name: str,
    *,
    colour: str = "",
    colours: tuple[str, ...] = (),
    is_line: bool = False,
    on_second_axis: bool = False,
) -> Plotted:
    return Plotted(
        name,
        tuple(point.value if point else None for point in series.points),
        labels_of(series),
        colour,
        colours,
        is_line,
        on_second_axis,
    )


def labels_of(series: ChartSeries) -> tuple[str, ...]:
    """What the report prints for each figure of a series."""
    return tuple(plain_words(point.label) if point else "" for point in series.points)


def _round(series: ChartSeries) -> Plotted:
    return _plotted(series, plain_words(series.name), colours=ramp(len(series.points)))


def _funnel(series: ChartSeries) -> Iterable[Plotted]:
    """A funnel is a bar for each stage, held in the middle by unseen ones before and after it."""
    values = [point.value if point else Decimal() for point in series.points]
    widest = max(values)
    margins = tuple((widest - value) / 2 for value in values)
    yield Plotted("留白", margins)
    yield _plotted(series, plain_words(series.name), colours=ramp(len(values)))
    yield Plotted("右侧留白", margins, labels_of(series), fixed_labels=True)


def _waterfall(chart: Chart) -> Iterable[Plotted]:
    """A waterfall is a pile: an unseen bar up to where a step begins, and the step in its colour."""
    steps = {step.category: step for step in waterfall_steps(chart)}
    ordered = [steps.get(at) for at in range(len(chart.categories))]
    yield Plotted("留空", tuple(_base(step) if step else None for step in ordered))
    for name, colour, belongs in (
        ("合计", TOTAL, _is_total),
        ("增加", RISE, _is_rise),
        ("减少", FALL, _is_fall),
    ):
        own = [step if step and belongs(step) else None for step in ordered]
        if any(own):
            yield Plotted(name, tuple(_height(step) if step else None for step in own), colour=colour)
        if any(step and _crosses(step) for step in own):
            below = tuple(min(step.start, step.end) if step and _crosses(step) else None for step in own)
            yield Plotted(f"{name}（零以下）", below, colour=colour, is_named=False)
    tops = tuple(max(step.start, step.end) if step else None for step in ordered)
    yield Plotted("标签", tops, _waterfall_labels(chart.series, ordered), is_line=True, fixed_labels=True)


def _is_total(step: WaterfallStep) -> bool:
    return step.is_total


def _is_rise(step: WaterfallStep) -> bool:
    return not step.is_total and step.end >= step.start


def _is_fall(step: WaterfallStep) -> bool:
    return not step.is_total and step.end < step.start


def _crosses(step: WaterfallStep) -> bool:
    return min(step.start, step.end) < 0 < max(step.start, step.end)


def _base(step: WaterfallStep) -> Decimal:
    """How far from nought a step begins."""
    if step.is_total or _crosses(step):
        return Decimal()
    return min(step.start, step.end, key=abs)


def _height(step: WaterfallStep) -> Decimal:
    """A step as a bar on its base: upwards above nought, downwards below it."""
    if _crosses(step):
        return max(step.start, step.end)
    far, near = sorted((step.start, step.end), key=abs, reverse=True)
    return far if step.is_total else far - near


def _waterfall_labels(
    series: Sequence[ChartSeries], steps: Sequence[WaterfallStep | None]
) -> tuple[str, ...]:
    """The label of each step, from the series that holds its figure."""
    printed = [labels_of(one) for one in series[:2]]
    return tuple(
        next((labels[at] for labels in printed if labels[at]), "") if step else ""
        for at, step in enumerate(steps)
    )
