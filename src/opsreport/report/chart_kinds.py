"""From rows of figures to what a kind of chart draws; what would make a wrong picture is refused."""

from collections.abc import Sequence

from opsreport.bundle.leaves import ChartSubject
from opsreport.document import ChartKind, Text
from opsreport.figures.change import BaseCase, Change, compare
from opsreport.figures.kinds import ChangeStyle
from opsreport.figures.printing import difference_unit_text
from opsreport.report.cells import change_text
from opsreport.report.chart_axes import Common, Picture, common_unit, digits, on_one_axis, series_view
from opsreport.report.chart_rows import (
    Flaw,
    Frame,
    Row,
    Spot,
    breakdown_frame,
    comparison_frame,
    series_frame,
    shares_frame,
)
from opsreport.report.chart_wholes import draw_bridge, draw_funnel, draw_parts
from opsreport.report.context import PointView, SeriesView
from opsreport.report.facets import Facets
from opsreport.report.passage import Passage, field

PARTS_OF_WHOLE = (ChartKind.PIE, ChartKind.DOUGHNUT)
ADDING_UP = ("value", "last_year", "target")
GROWTH = "同比"


def subject_of(kind: ChartKind, metrics: Sequence[Facets]) -> ChartSubject:
    """What of its metrics a chart shows where nobody said: the series, else the parts, else a comparison."""
    if kind is ChartKind.FUNNEL:
        return ChartSubject.COMPARISON
    if kind in (*PARTS_OF_WHOLE, ChartKind.WATERFALL):
        return ChartSubject.BREAKDOWN
    if any(facets.metric.series for facets in metrics):
        return ChartSubject.SERIES
    made_of_parts = any(facets.metric.breakdown or facets.metric.shares for facets in metrics)
    return ChartSubject.BREAKDOWN if made_of_parts else ChartSubject.COMPARISON


def picture(kind: ChartKind, subject: ChartSubject, metrics: Sequence[Facets]) -> Picture | Flaw:
    """What a chart of this kind draws of these metrics, or why it cannot."""
    if kind is ChartKind.FUNNEL:
        return draw_funnel(metrics) if subject is ChartSubject.COMPARISON else Flaw("steps")
    if kind is ChartKind.WATERFALL:
        return draw_bridge(metrics) if subject is ChartSubject.BREAKDOWN else Flaw("parts-only")
    if kind in PARTS_OF_WHOLE:
        return draw_parts(metrics) if subject is ChartSubject.BREAKDOWN else Flaw("parts-only")
    frame = _frame(subject, metrics)
    if isinstance(frame, Flaw):
        return frame
    match kind:
        case ChartKind.STACKED:
            return _stacked(frame, metrics)
        case ChartKind.BAR_LINE:
            return _bars_with_lines(frame, metrics)
        case _:
            drawn = "line" if kind is ChartKind.LINE else "bar"
            return on_one_axis(frame.categories, _plain_rows(frame, metrics), drawn)


def _frame(subject: ChartSubject, metrics: Sequence[Facets]) -> Frame | Flaw:
    match subject:
        case ChartSubject.SERIES:
            return series_frame(metrics)
        case ChartSubject.BREAKDOWN if len(metrics) == 1 and not metrics[0].metric.breakdown:
            return shares_frame(metrics[0])
        case ChartSubject.BREAKDOWN:
            return breakdown_frame(metrics)
        case ChartSubject.COMPARISON:
            return comparison_frame(metrics)


def _plain_rows(frame: Frame, metrics: Sequence[Facets]) -> tuple[Row, ...]:
    """What bars and lines show; of several metrics over time or by parts only their values."""
    if len(metrics) > 1 and frame.subject is not ChartSubject.COMPARISON:
        return tuple(row for row in frame.rows if row.key == "value")
    return frame.rows


def _stacked(frame: Frame, metrics: Sequence[Facets]) -> Picture | Flaw:
    """What adds up, piled up: metrics over time, else the parts within this year's column and last year's."""
    alone = len(metrics) == 1
    if alone and frame.subject is not ChartSubject.BREAKDOWN:
        return Flaw("stacked", metrics[0].metric.name.text)
    if frame.subject is ChartSubject.SERIES:
        return on_one_axis(frame.categories, _plain_rows(frame, metrics))
    kept = tuple(row for row in frame.rows if alone or row.key in ADDING_UP)
    turned = Frame(frame.subject, frame.categories, kept).transposed()
    return on_one_axis(turned.categories, turned.rows)


def _bars_with_lines(frame: Frame, metrics: Sequence[Facets]) -> Picture | Flaw:
    """Bars of the first metric, last year's beside them, and lines of the others, else of its growth."""
    if len(metrics) > 1 and frame.subject is not ChartSubject.COMPARISON:
        return _bars_with_metrics(frame)
    now, before = (
        next((row for row in frame.rows if row.key == key), None) for key in ("value", "last_year")
    )
    growth = _growth(now, before) if now and before else None
    if now is None or before is None or growth is None:
        return Flaw("growth", metrics[0].metric.name.text)
    bars = on_one_axis(frame.categories, (before, now))
    match bars, growth:
        case Flaw(), _:
            return bars
        case _, Flaw():
            return growth
        case Picture(), SeriesView():
            return Picture(frame.categories, (*bars.series, growth))


def _bars_with_metrics(frame: Frame) -> Picture | Flaw:
    """Other metrics as lines: on the same axis where they measure the same, else on the second."""
    first, *others = (row for row in frame.rows if row.key == "value")
    beside = [row for row in frame.rows if row.key == "last_year" and _owner(row) is _owner(first)]
    unlike = [row for row in others if isinstance(common_unit([first, row]), Flaw)]
    bars, lines = common_unit([*beside, first]), common_unit(unlike)
    match bars, lines:
        case Flaw(), _:
            return bars
        case _, Flaw():
            return lines
        case Common(), Common():
            drawn = [series_view(row, bars.unit) for row in (*beside, first)]
            for row in others:
                unit, axis = (lines.unit, "second") if row in unlike else (bars.unit, "first")
                drawn.append(series_view(row, unit, "line", axis))
            return Picture(frame.categories, tuple(drawn))


def _owner(row: Row) -> Facets | None:
    return next((spot.facets for spot in row.spots if spot), None)


def _growth(now: Row, before: Row) -> SeriesView | Flaw | None:
    """The line of 同比: each figure against last year's, as the tables and the prose have it."""
    points: list[PointView | None] = []
    units: list[str] = []
    for spot, base in zip(now.spots, before.spots, strict=True):
        change = compare(spot.figure, base.figure, spot.facets.manner) if spot and base else None
        point = _growth_point(spot, change) if spot and change else None
        points.append(point)
        if change and point:
            units.append(_growth_unit(change))
    known = dict.fromkeys(units)
    if len(known) > 1:
        return Flaw("growth", GROWTH, "mixed-units", "、".join(known))
    if not known:
        return None
    return SeriesView(Passage((Text(GROWTH),)), tuple(points), units[0], "line", "second")


def _growth_point(spot: Spot, change: Change) -> PointView | None:
    """One point of that line; none where no percentage may be printed."""
    by_rate = change.measure is ChangeStyle.RELATIVE
    if by_rate and (change.rate is None or change.case is BaseCase.TINY_BASE):
        return None
    amount = change.rate if by_rate and change.rate is not None else change.delta
    path = f"{spot.path.rpartition('.')[0]}.vs_last_year"
    return PointView(digits(amount), field(path, change_text(spot.facets, change)))


def _growth_unit(change: Change) -> str:
    if change.measure is ChangeStyle.RELATIVE:
        return "%"
    return difference_unit_text(change.notation.unit).removeprefix("个")
