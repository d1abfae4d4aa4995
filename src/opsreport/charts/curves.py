"""The lines of a chart: where they run, where they are interrupted, and what is written beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from opsreport.charts.head import signs_of
from opsreport.charts.lettering import LABEL, plain, width_of
from opsreport.charts.palette import colours_of, ink_of, is_aim
from opsreport.charts.placing import Candidates, Room
from opsreport.charts.plot import Plot
from opsreport.charts.shapes import ASCENT, HALF_HEIGHT, Anchor, Marker, Place, Shape, Sign, Stroke, Words
from opsreport.document import Chart

THICKNESS = 1.3
OFF = 4.4
ROOM_FOR_MARKERS = 7.0
MOST_LABELS, FEW_LABELS = 120, 36


@dataclass(frozen=True, slots=True)
class Curve:
    """One line: its points in order, `None` where a figure is missing, each with its label."""

    points: tuple[tuple[Place, str] | None, ...]
    colour: str
    sign: Sign
    dashed: bool = False

    @property
    def runs(self) -> list[tuple[Place, ...]]:
        """The stretches between the gaps."""
        return [
            tuple(point[0] for point in run if point)
            for there, run in groupby(self.points, key=bool)
            if there
        ]

    @property
    def known(self) -> list[tuple[Place, str]]:
        """The points that are there."""
        return [point for point in self.points if point]


def curve_of(chart: Chart, series: int, plot: Plot) -> Curve:
    """One series of the chart as a line in a field."""
    points = tuple(
        ((plot.x(at), plot.y(point.value)), plain(point.label)) if point else None
        for at, point in enumerate(chart.series[series].points)
    )
    sign = signs_of(chart)[series] or Sign.CIRCLE
    return Curve(points, colours_of(chart)[series], sign, is_aim(chart.series[series]))


def draw_curve(curve: Curve, slot: float) -> Iterator[Shape]:
    """The line; where points lie dense it has no markers, but a point by itself always has one."""
    for run in curve.runs:
        if len(run) > 1:
            yield Stroke(run, curve.colour, THICKNESS, curve.dashed)
    for run in curve.runs:
        if slot >= ROOM_FOR_MARKERS or len(run) == 1:
            yield from (Marker(place, curve.sign, curve.colour) for place in run)


def label_curves(curves: list[Curve], room: Room, *, over_bars: bool) -> list[Words]:
    """Every point labelled where all find room; else the last of each line, the highest, lowest and first.

    Where points are few, the others follow as far as there is room.
    """
    every = [(curve, at) for curve in curves for at in range(len(curve.known))]
    if len(every) <= MOST_LABELS:
        found = room.place_all((_around(*point) for point in every), over_bars=over_bars)
        if found is not None:
            return found
    telling = [(curve, at) for curve in curves for at in _telling(curve)]
    rest = [point for point in every if point not in telling] if len(every) <= FEW_LABELS else []
    placed = (room.place(_around(*point), over_bars=over_bars) for point in telling + rest)
    return [words for words in placed if words]


def _telling(curve: Curve) -> list[int]:
    heights = [place[1] for place, _ in curve.known]
    if not heights:
        return []
    last = len(heights) - 1
    return list(dict.fromkeys((last, heights.index(min(heights)), heights.index(max(heights)), 0)))


def _around(curve: Curve, at: int) -> Candidates:
    """The places beside a point: below a valley, above all else first."""
    known = curve.known
    (x, y), text = known[at]
    neighbours = [known[other][0][1] for other in (at - 1, at + 1) if 0 <= other < len(known)]
    above, below, middle = y - OFF, y + OFF + ASCENT * LABEL, y + HALF_HEIGHT * LABEL
    aside = width_of(text, LABEL) * 0.3
    heights = [below, above] if neighbours and all(height < y for height in neighbours) else [above, below]
    places = [(x + shift, height, Anchor.MIDDLE) for height in heights for shift in (0, -aside, aside)]
    places += [(x + OFF, middle, Anchor.START), (x - OFF, middle, Anchor.END)]
    places += [(x + shift, height, Anchor.MIDDLE) for height in heights for shift in (-2 * aside, 2 * aside)]
    return [Words(x, y, text, LABEL, ink_of(curve.colour), anchor, bold=True) for x, y, anchor in places]
