"""Charts whose categories run from left to right: bars that stand, lines, and lines above bars."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from opsreport.charts.axes import Axes, axes_of, crossed, drawn_as, on_second_axis
from opsreport.charts.bars import Column, Lanes, by_series, columns_of, lane_count
from opsreport.charts.curves import curve_of, draw_curve, label_curves
from opsreport.charts.head import draw_head, entries_of, note_of
from opsreport.charts.lettering import LABEL, SMALL, plain, width_of
from opsreport.charts.palette import INK, PALE, PAPER, QUIET, words_on
from opsreport.charts.placing import Candidates, Room
from opsreport.charts.plot import Plot, axis_width, draw_names, grid, tick_words
from opsreport.charts.scale import Axis
from opsreport.charts.shapes import ASCENT, HALF_HEIGHT, Anchor, Bar, Box, Picture, Shape, Words
from opsreport.document import Chart, ChartKind, Drawn

FIELD, BAND = 136.0, 30.0
HEADROOM, FOOTROOM = 11.0, 11.0
HEAD_GAP = 3.0
RIGHT = 1.0
NAMES_GAP = 4.0
MOST_LABELS = 200
DENSE, END_GAP, MOST_END_ROOM = 25, 5.0, 60.0


@dataclass(frozen=True, slots=True)
class Fields:
    """The field of the first axis, and above it the band for lines that have an axis of their own."""

    plot: Plot
    band: Plot | None
    frame: Box


def draw_upright(chart: Chart, width: float) -> Picture:
    """The chart with its categories below and its amounts on the left."""
    chart, axes, first = _with_first_axis(chart)
    left = axis_width(first)
    head, top = draw_head(entries_of(chart), note_of(chart, axes), width, indent=left)
    columns = columns_of(chart)
    down = any(column.downward for column in columns)
    fields = _fields(chart, axes, first, Box(left, top + HEAD_GAP, width - _end_room(chart), 0), down=down)
    room = Room(replace(fields.frame, left=0, right=width))
    ticks = tick_words(fields.plot)
    room.words += [words.box for words in ticks]
    lanes = Lanes(lane_count(chart), fields.plot.slot)
    bars = [_box(column, fields.plot, lanes) for column in columns]
    curves = [
        curve_of(chart, at, fields.band if fields.band and on_second_axis(chart, series) else fields.plot)
        for at, series in enumerate(chart.series)
        if drawn_as(chart, series) is Drawn.LINE
    ]
    room.bars += bars
    for curve in curves:
        for run in curve.runs:
            room.block_line(run)
    labels = _label_bars(chart, columns, fields.plot, lanes, room, through=crossed(chart))
    labels += label_curves(curves, room, over_bars=all(column.colour in (PALE, PAPER) for column in columns))
    names = [plain(name) for name in chart.categories]
    below, bottom = draw_names(names, fields.plot, width, fields.frame.bottom + NAMES_GAP)
    shapes: list[Shape] = [*head, *grid(fields.plot, [words.box for words in labels])]
    shapes += (Bar(box, column.colour, column.rim) for box, column in zip(bars, columns, strict=True))
    for curve in curves:
        shapes += draw_curve(curve, fields.plot.slot)
    return Picture(width, bottom + 2, (*shapes, *ticks, *labels, *below))


def _with_first_axis(chart: Chart) -> tuple[Chart, Axes, Axis]:
    """The chart and its axes; where only lines of the second have figures, that is the first."""
    axes = axes_of(chart)
    if axes.first:
        return chart, axes, axes.first
    promoted = replace(chart, series=tuple(replace(series, second_axis=False) for series in chart.series))
    axes = axes_of(promoted)
    assert axes.first
    return promoted, axes, axes.first


def _end_room(chart: Chart) -> float:
    """The room for the labels at the ends of lines so dense that no other place is free."""
    if len(chart.categories) < DENSE:
        return RIGHT
    lines = [each for each in chart.series if drawn_as(chart, each) is Drawn.LINE]
    ends = [plain(point.label) for each in lines if (point := each.points[-1])]
    return min(max((width_of(end, LABEL) + END_GAP for end in ends), default=RIGHT), MOST_END_ROOM)


def _fields(chart: Chart, axes: Axes, first: Axis, area: Box, *, down: bool) -> Fields:
    count = len(chart.categories)
    band, top = None, area.top
    if axes.second:
        over = Box(area.left, top + HEADROOM, area.right, top + HEADROOM + BAND)
        band, top = Plot(over, axes.second, count), over.bottom + HEADROOM - 2
    field = Box(area.left, top + HEADROOM, area.right, top + HEADROOM + FIELD)
    bottom = field.bottom + (FOOTROOM if down else 0)
    return Fields(Plot(field, first, count), band, Box(0, area.top, 0, bottom))


def _box(column: Column, plot: Plot, lanes: Lanes) -> Box:
    left = plot.x(column.category) + lanes.start(column.lane)
    top, bottom = sorted((plot.y(column.start), plot.y(column.end)))
    return Box(left, top, left + lanes.thickness, bottom)


def _label_bars(
    chart: Chart, columns: list[Column], plot: Plot, lanes: Lanes, room: Room, *, through: bool
) -> list[Words]:
    """The labels of all bars, or of as many series as find room, or at least of the peaks and ends."""
    if chart.kind is ChartKind.STACKED:
        return _label_stacks(columns, plot, lanes, room)
    groups = by_series(columns)
    lead = groups[0][0].series if groups else 0

    def spots(column: Column, size: float) -> Candidates:
        return _spots(column, _box(column, plot, lanes), size, lead=column.series == lead, through=through)

    few = len(columns) <= MOST_LABELS
    for size in (LABEL, SMALL) if few else ():
        if (found := _place(room, (spots(column, size) for column in columns), through)) is not None:
            return found
    labels: list[Words] = []
    for group in groups if few else ():
        for size in (LABEL, SMALL):
            if (found := _place(room, (spots(column, size) for column in group), through)) is not None:
                labels += found
                break
    if labels or not groups:
        return labels
    telling = dict.fromkeys((*(each for each in groups[0] if each.stands_out), groups[0][-1]))
    return [words for column in telling if (words := room.place(spots(column, LABEL)))]


def _place(room: Room, labels: Iterable[Candidates], inside: bool) -> list[Words] | None:
    return room.place_all(labels, over_bars=inside)


def _spots(column: Column, box: Box, size: float, *, lead: bool, through: bool) -> Candidates:
    """Beyond the end of the bar, shifted if need be; where a line runs through the bars, on their feet."""
    x, text = box.centre[0], column.label
    if through:
        if width_of(text, size) > box.width or box.height < size * 1.3:
            return ()
        y = box.top + ASCENT * size + 1.5 if column.downward else box.bottom - 3.5
        return (Words(x, y, text, size, words_on(column.colour), Anchor.MIDDLE),)
    y = box.bottom + 1.6 + ASCENT * size if column.downward else box.top - 2.0
    bold = lead and column.stands_out
    colour = INK if lead else QUIET
    ways = ((x, Anchor.MIDDLE), (box.right, Anchor.END), (box.left, Anchor.START))
    return [Words(at, y, text, size, colour, anchor, bold) for at, anchor in ways]


def _label_stacks(columns: list[Column], plot: Plot, lanes: Lanes, room: Room) -> list[Words]:
    """Within the piece where it is high and wide enough, else beside it."""
    labels = []
    for column in columns if len(columns) <= MOST_LABELS else ():
        box = _box(column, plot, lanes)
        (x, y), size = box.centre, LABEL if width_of(column.label, LABEL) <= box.width else SMALL
        y += HALF_HEIGHT * size
        inside = Words(x, y, column.label, size, words_on(column.colour), Anchor.MIDDLE)
        fits = width_of(column.label, size) <= box.width and box.height >= size * 1.1
        words = room.place([inside], over_bars=True) if fits else None
        beside = [
            Words(box.right + 2, y, column.label, size, QUIET),
            Words(box.left - 2, y, column.label, size, QUIET, Anchor.END),
        ]
        words = words or room.place(beside)
        labels += [words] if words else []
    return labels
