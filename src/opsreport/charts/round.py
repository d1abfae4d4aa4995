"""Pies and rings: the parts of a whole, each named beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import cos, pi, sin

from opsreport.charts.head import draw_head, unit_note
from opsreport.charts.lettering import LABEL, plain, shortened, width_of
from opsreport.charts.palette import AXIS, INK, QUIET, ramp
from opsreport.charts.shapes import HALF_HEIGHT, Anchor, Picture, Place, Sector, Shape, Stroke, Words
from opsreport.document import Chart, ChartKind

RADIUS, HOLE = 62.0, 0.58
MARGIN, PITCH = 14.0, 11.0
ELBOW, REACH, GAP = 7.0, 20.0, 4.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole: from which share to which, and the height of its words."""

    name: str
    label: str
    start: float
    end: float
    y: float = 0.0

    @property
    def middle(self) -> float:
        """The share in its middle."""
        return (self.start + self.end) / 2

    @property
    def on_right(self) -> bool:
        """Whether its words stand at the right."""
        return self.middle < 0.5


def draw_round(chart: Chart, width: float) -> Picture:
    """The whole as a circle that starts at twelve and runs with the clock."""
    head, top = draw_head([], unit_note(chart), width)
    parts = _parts(chart)
    most = max(sum(part.on_right is side for part in parts) for side in (True, False))
    height = max(2 * (RADIUS + MARGIN), most * PITCH + MARGIN)
    centre = width / 2, top + height / 2
    hole = RADIUS * HOLE if chart.kind is ChartKind.DOUGHNUT else 0.0
    shown = [part for part in parts if part.end > part.start]
    shapes: list[Shape] = [*head]
    for part, colour in zip(shown, ramp(len(shown)), strict=True):
        shapes.append(Sector(centre, RADIUS, hole, part.start, part.end, colour))
    for side in (True, False):
        for part in _spread([part for part in parts if part.on_right is side], centre, top, top + height):
            shapes += _words(part, centre, width)
    if hole:
        name = shortened(plain(chart.series[0].name), 2 * hole - 8, LABEL)
        y = centre[1] + HALF_HEIGHT * LABEL
        shapes += [Words(centre[0], y, name, LABEL, QUIET, Anchor.MIDDLE)] if name else []
    return Picture(width, top + height, tuple(shapes))


def _parts(chart: Chart) -> list[Part]:
    known = [
        (plain(name), point)
        for name, point in zip(chart.categories, chart.series[0].points, strict=True)
        if point
    ]
    whole = sum((point.value for _, point in known), Decimal())
    parts, reached = [], Decimal()
    for name, point in known:
        start, reached = reached, reached + point.value
        parts.append(Part(name, plain(point.label), float(start / whole), float(reached / whole)))
    return parts


def _spread(parts: Sequence[Part], centre: Place, top: float, bottom: float) -> list[Part]:
    """The parts of one side with their words as near to them as they go without touching."""
    ordered = sorted(parts, key=lambda part: part.middle if part.on_right else -part.middle)
    heights = [centre[1] - (RADIUS + ELBOW) * cos(2 * pi * part.middle) for part in ordered]
    least = top + PITCH / 2
    for at, height in enumerate(heights):
        heights[at] = least = max(height, least)
        least += PITCH
    most = bottom - PITCH / 2
    for at in reversed(range(len(heights))):
        heights[at] = most = min(heights[at], most)
        most -= PITCH
    return [replace(part, y=height) for part, height in zip(ordered, heights, strict=True)]


def _words(part: Part, centre: Place, width: float) -> list[Shape]:
    """A thin line from the part to its name and its figure."""
    side = 1 if part.on_right else -1
    angle = 2 * pi * part.middle
    edge = (centre[0] + (RADIUS + 1) * sin(angle), centre[1] - (RADIUS + 1) * cos(angle))
    elbow = centre[0] + side * (RADIUS + REACH - 8), part.y
    end = centre[0] + side * (RADIUS + REACH)
    room = width / 2 - RADIUS - REACH - GAP
    label = shortened(part.label, room, LABEL)
    labelled = width_of(label, LABEL)
    name = shortened(part.name, room - labelled - GAP, LABEL)
    named = width_of(name, LABEL) + GAP if name else 0.0
    y, x = part.y + HALF_HEIGHT * LABEL, end + side * GAP
    if part.on_right:
        placed = Words(x, y, name, LABEL, INK), Words(x + named, y, label, LABEL, INK, bold=True)
    else:
        placed = (
            Words(x - labelled - GAP, y, name, LABEL, INK, Anchor.END),
            Words(x, y, label, LABEL, INK, Anchor.END, bold=True),
        )
    words = [each for each in placed if each.text]
    return [Stroke((edge, elbow, (end, part.y)), AXIS), *words]
