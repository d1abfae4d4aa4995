"""The waterfall: how one total became another, step by step."""

from opsreport.charts.axes import WaterfallStep, axes_of, waterfall_steps
from opsreport.charts.bars import Lanes
from opsreport.charts.head import Entry, draw_head, unit_note
from opsreport.charts.lettering import LABEL, SMALL, plain
from opsreport.charts.palette import AXIS, FALL, RISE, TOTAL
from opsreport.charts.placing import Room
from opsreport.charts.plot import Plot, draw_names
from opsreport.charts.shapes import ASCENT, Anchor, Bar, Box, Picture, Shape, Stroke, Words
from opsreport.document import Chart

FIELD, HEADROOM, FOOTROOM = 124.0, 14.0, 11.0
RISES, FALLS = "增加", "减少"


def draw_waterfall(chart: Chart, width: float) -> Picture:
    """Totals that stand on nought, and between them steps up and down that hang on each other."""
    axis = axes_of(chart).first
    assert axis
    steps = waterfall_steps(chart)
    head, top = draw_head(_entries(steps), unit_note(chart), width)
    below_nought = any(min(step.start, step.end) < 0 for step in steps)
    field = Box(0, top + HEADROOM, width, top + HEADROOM + FIELD)
    plot = Plot(field, axis, len(chart.categories))
    bottom = field.bottom + (FOOTROOM if below_nought else 0)
    boxes = [_box(step, plot) for step in steps]
    zero = plot.y(axis.floor)
    shapes: list[Shape] = [*head]
    shapes += (Bar(box, _colour(step)) for box, step in zip(boxes, steps, strict=True))
    for (box, step), following in zip(zip(boxes, steps, strict=True), boxes[1:], strict=False):
        level = plot.y(step.end)
        shapes.append(Stroke(((box.right, level), (following.left, level)), AXIS, 0.5, dashed=True))
    shapes.append(Stroke(((0, zero), (width, zero)), AXIS, 0.6))
    room = Room(Box(0, top, width, bottom))
    room.bars += boxes
    shapes += _labels(chart, steps, boxes, room)
    names, end = draw_names([plain(name) for name in chart.categories], plot, width, bottom + 4)
    return Picture(width, end + 2, (*shapes, *names))


def _box(step: WaterfallStep, plot: Plot) -> Box:
    lanes = Lanes(1, plot.slot)
    left = plot.x(step.category) + lanes.start(0)
    top, bottom = sorted((plot.y(step.start), plot.y(step.end)))
    return Box(left, top, left + lanes.thickness, bottom)


def _colour(step: WaterfallStep) -> str:
    if step.is_total:
        return TOTAL
    return RISE if step.end >= step.start else FALL


def _entries(steps: tuple[WaterfallStep, ...]) -> list[Entry]:
    """What red and green stand for, as far as they occur."""
    occurring = {_colour(step) for step in steps}
    return [Entry(name, colour) for name, colour in ((RISES, RISE), (FALLS, FALL)) if colour in occurring]


def _labels(chart: Chart, steps: tuple[WaterfallStep, ...], boxes: list[Box], room: Room) -> list[Words]:
    labels = []
    for step, box in zip(steps, boxes, strict=True):
        point = next(each.points[step.category] for each in chart.series if each.points[step.category])
        text = plain(point.label) if point else ""
        x, colour = box.centre[0], _colour(step)
        below = box.bottom + 2 + ASCENT * LABEL
        heights = (below, box.top - 2.5) if step.is_total and step.end < 0 else (box.top - 2.5, below)
        candidates = [
            Words(x, y, text, size, colour, Anchor.MIDDLE, bold=True)
            for size in (LABEL, SMALL)
            for y in heights
        ]
        if words := room.place(candidates):
            labels.append(words)
    return labels
