"""The bars of a chart before it is decided whether they stand or lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsreport.charts.axes import drawn_as
from opsreport.charts.lettering import plain
from opsreport.charts.palette import bar_colours, colours_of, main_category, main_series, rims_of
from opsreport.document import Chart, ChartKind, ChartSeries, Drawn

CLUSTER, SINGLE = 0.72, 0.56
WIDEST = 34.0


@dataclass(frozen=True, slots=True)
class Column:
    """One bar: the category and the lane in it where it stands, and the amounts it reaches between."""

    series: int
    category: int
    lane: int
    start: Decimal
    end: Decimal
    colour: str
    label: str
    leads: bool = False
    """Whether its series is the one that matters most: 本期, else the last."""

    stands_out: bool = False
    """Whether a reader looks for it in its series: 本期 among what it is compared with, else the highest."""

    rim: str = ""
    """The colour of its outline, where it is hollow."""

    @property
    def downward(self) -> bool:
        """Whether it reaches below what it stands on."""
        return self.end < self.start


@dataclass(frozen=True, slots=True)
class Lanes:
    """How the bars of a category share its room: their thickness, and where each begins."""

    count: int
    room: float

    @property
    def thickness(self) -> float:
        """Of one bar."""
        share = SINGLE if self.count == 1 else CLUSTER
        return min(WIDEST, (self.room * share - self._gap * (self.count - 1)) / self.count)

    @property
    def _gap(self) -> float:
        return 0.6 if self.room / self.count > 5 else 0.0

    def start(self, lane: int) -> float:
        """Where a bar begins, from the middle of its category."""
        whole = self.thickness * self.count + self._gap * (self.count - 1)
        return (self.thickness + self._gap) * lane - whole / 2


def bar_series(chart: Chart) -> list[tuple[int, ChartSeries]]:
    """The series drawn as bars, with their places among all."""
    return [(at, series) for at, series in enumerate(chart.series) if drawn_as(chart, series) is Drawn.BAR]


def lane_count(chart: Chart) -> int:
    """How many bars stand side by side in each category."""
    return 1 if chart.kind is ChartKind.STACKED else max(1, len(bar_series(chart)))


def columns_of(chart: Chart) -> list[Column]:
    """All bars, series by series; those of a stack stand on each other, losses below nought."""
    stacked = chart.kind is ChartKind.STACKED
    return list(_stacked(chart) if stacked else _side_by_side(chart))


def _side_by_side(chart: Chart) -> Iterator[Column]:
    colours, own, main = colours_of(chart), bar_colours(chart), main_category(chart)
    rims, bars, lead = rims_of(chart), bar_series(chart), main_series(chart)
    lead = len(bars) - 1 if lead is None else lead
    for lane, (at, series) in enumerate(bars):
        telling = _peak(series) if main is None else main
        for category, point in enumerate(series.points):
            if point:
                colour, label = own[category] if own else colours[at], plain(point.label)
                marks = (lane == lead, category == telling)
                yield Column(at, category, lane, Decimal(), point.value, colour, label, *marks, rims[at])


def _peak(series: ChartSeries) -> int | None:
    """Where the series is highest; nowhere where there is little to choose from."""
    known = [(point.value, at) for at, point in enumerate(series.points) if point]
    if len({value for value, _ in known}) < 3 or max(known)[0] <= 0:
        return None
    return max(known)[1]


def _stacked(chart: Chart) -> Iterator[Column]:
    colours = colours_of(chart)
    ends = {sign: [Decimal()] * len(chart.categories) for sign in (True, False)}
    for at, series in bar_series(chart):
        for category, point in enumerate(series.points):
            if point:
                pile = ends[point.value >= 0]
                start, pile[category] = pile[category], pile[category] + point.value
                yield Column(at, category, 0, start, pile[category], colours[at], plain(point.label))


def by_series(columns: Sequence[Column]) -> list[list[Column]]:
    """The bars of each series, the one that matters most first, then the last."""
    found: dict[int, list[Column]] = {}
    for column in columns:
        found.setdefault(column.series, []).append(column)
    return sorted(found.values(), key=lambda each: (each[0].leads, each[0].series), reverse=True)
