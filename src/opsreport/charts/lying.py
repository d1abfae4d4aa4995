"""Bars that lie, one below the other: for names too long to stand under a bar."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opsreport.charts.axes import axes_of, drawn_as
from opsreport.charts.bars import Column, columns_of, lane_count
from opsreport.charts.head import draw_head, entries_of, unit_note
from opsreport.charts.lettering import LABEL, LINE_HEIGHT, SMALL, broken, plain, shortened, width_of
from opsreport.charts.palette import AXIS, INK, QUIET, words_on
from opsreport.charts.placing import Room
from opsreport.charts.plot import are_periods, axis_width, name_lines
from opsreport.charts.scale import Axis
from opsreport.charts.shapes import HALF_HEIGHT, Anchor, Bar, Box, Picture, Shape, Stroke, Words
from opsreport.document import Chart, ChartKind, Drawn

NAMES_SHARE, LABELS_SHARE = 0.36, 0.3
NAME_GAP, LABEL_GAP, LANE_GAP, ROW_GAP = 6.0, 3.0, 0.6, 7.0
HEAD_GAP = 5.0
HIGHEST = 600.0
MOST_BARS = 48


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the bars lie: one row for each category, with the names at the left."""

    top: float
    pitch: float
    thickness: float
    lanes: int
    left: float
    right: float
    axis: Axis

    def x(self, amount: Decimal) -> float:
        """How far to the right an amount reaches."""
        return self.left + (self.right - self.left) * float(self.axis.share(amount))

    def middle(self, category: int) -> float:
        """The height of a category."""
        return self.top + self.pitch * (category + 0.5)

    def box(self, column: Column) -> Box:
        """Where a bar lies."""
        whole = self.thickness * self.lanes + LANE_GAP * (self.lanes - 1)
        top = self.middle(column.category) - whole / 2 + (self.thickness + LANE_GAP) * column.lane
        left, right = sorted((self.x(column.start), self.x(column.end)))
        return Box(left, top, right, top + self.thickness)


def lies(chart: Chart, width: float) -> bool:
    """Whether the bars of a chart lie, since their names or their labels are too wide to stand in a row.

    Periods run from left to right in any case.
    """
    names = [plain(name) for name in chart.categories]
    if chart.kind not in (ChartKind.BAR, ChartKind.STACKED) or are_periods(names):
        return False
    if any(drawn_as(chart, series) is Drawn.LINE for series in chart.series):
        return False
    axis = axes_of(chart).first
    if axis is None or _height(chart, width) > HIGHEST:
        return False
    slot = (width - axis_width(axis)) / len(names)
    return name_lines(names, slot) is None or _labels_crowd(chart, slot)


def _labels_crowd(chart: Chart, slot: float) -> bool:
    """Whether labels above standing bars would be too wide for their neighbours, and few enough to lie."""
    columns = columns_of(chart)
    if chart.kind is ChartKind.STACKED or len(columns) > MOST_BARS:
        return False
    return max(width_of(column.label, SMALL) for column in columns) * lane_count(chart) > slot


def draw_lying(chart: Chart, width: float) -> Picture:
    """The chart with its names on the left and every bar labelled at its end."""
    axis = axes_of(chart).first
    assert axis
    head, top = draw_head(entries_of(chart), unit_note(chart), width)
    columns = columns_of(chart)
    lines = _names(chart, width)
    named = max((width_of(line, LABEL) for each in lines for line in each), default=0.0) + NAME_GAP
    before, after = _label_room(columns, width)
    if chart.kind is ChartKind.STACKED:
        before = after = 0.0
    rows = Rows(
        top + (HEAD_GAP if head else 0.0),
        _pitch(chart, width),
        _thickness(chart),
        lane_count(chart),
        named + before,
        width - after - 1,
        axis,
    )
    bottom = rows.top + rows.pitch * len(lines)
    shapes: list[Shape] = [*head, *_name_words(lines, rows, named - NAME_GAP)]
    shapes += (Bar(rows.box(column), column.colour, column.rim) for column in columns)
    zero = rows.x(rows.axis.floor)
    shapes.append(Stroke(((zero, rows.top), (zero, bottom)), AXIS, 0.6))
    room = Room(Box(named, rows.top, width, bottom))
    stacked = chart.kind is ChartKind.STACKED
    shapes += _within(columns, rows, room) if stacked else _beyond(columns, rows, width)
    return Picture(width, bottom + 2, tuple(shapes))


def _height(chart: Chart, width: float) -> float:
    return _pitch(chart, width) * len(chart.categories)


def _pitch(chart: Chart, width: float) -> float:
    lanes = lane_count(chart)
    named = max((len(each) for each in _names(chart, width)), default=1) * LABEL * LINE_HEIGHT + 4
    return max(_thickness(chart) * lanes + LANE_GAP * (lanes - 1) + ROW_GAP, named)


def _thickness(chart: Chart) -> float:
    return {1: 11.0, 2: 9.0}.get(lane_count(chart), 8.6)


def _names(chart: Chart, width: float) -> list[tuple[str, ...]]:
    return [broken(plain(name), width * NAMES_SHARE, LABEL, 2) for name in chart.categories]


def _name_words(lines: list[tuple[str, ...]], rows: Rows, right: float) -> Iterator[Words]:
    for at, each in enumerate(lines):
        first = rows.middle(at) - LABEL * LINE_HEIGHT * (len(each) - 1) / 2 + HALF_HEIGHT * LABEL
        for row, line in enumerate(each):
            yield Words(right, first + LABEL * LINE_HEIGHT * row, line, LABEL, INK, Anchor.END)


def _label_room(columns: list[Column], width: float) -> tuple[float, float]:
    """What the labels take at the left of losses and at the right of gains."""
    sides = [
        max((width_of(each.label, LABEL) for each in columns if each.downward is downward), default=0.0)
        for downward in (True, False)
    ]
    before, after = (min(side, width * _labels_share(columns)) + LABEL_GAP * bool(side) for side in sides)
    return before, after


def _labels_share(columns: list[Column]) -> float:
    """How much of the width a label may take; less where there are labels on both sides."""
    return LABELS_SHARE * (0.6 if len({each.downward for each in columns}) > 1 else 1.0)


def _beyond(columns: list[Column], rows: Rows, width: float) -> Iterator[Words]:
    """Each label beyond the end of its bar."""
    room = width * _labels_share(columns)
    for column in columns:
        box, text = rows.box(column), shortened(column.label, room, LABEL)
        y = box.centre[1] + HALF_HEIGHT * LABEL
        x = box.left - LABEL_GAP if column.downward else box.right + LABEL_GAP
        anchor = Anchor.END if column.downward else Anchor.START
        if text:
            yield Words(x, y, text, LABEL, INK, anchor, column.stands_out and column.leads)


def _within(columns: list[Column], rows: Rows, room: Room) -> Iterator[Words]:
    """Each label within its piece of the stack, or beyond the stack where the last piece is too short."""
    room.bars += [rows.box(column) for column in columns]
    for column in columns:
        box = rows.box(column)
        x, y = box.centre
        y += HALF_HEIGHT * LABEL
        inside = Words(x, y, column.label, LABEL, words_on(column.colour), Anchor.MIDDLE)
        fits = width_of(column.label, LABEL) <= box.width
        words = room.place([inside], over_bars=True) if fits else None
        words = words or room.place([Words(box.right + LABEL_GAP, y, column.label, LABEL, QUIET)])
        if words:
            yield words
