"""The funnel: what is left from stage to stage."""

from collections.abc import Iterator
from itertools import pairwise

from opsreport.charts.head import draw_head, unit_note
from opsreport.charts.lettering import LABEL, plain, shortened, width_of
from opsreport.charts.palette import AXIS, INK, VERMILION, ramp
from opsreport.charts.shapes import HALF_HEIGHT, Anchor, Picture, Polygon, Shape, Stroke, Words
from opsreport.document import Chart, ChartPoint

STAGE, GAP = 19.0, 5.5
WIDEST = 0.42
NAMES_SHARE, LABELS_SHARE = 0.26, 0.16
TAPER = 0.2
BRACKET = 5.0
THINNEST = 0.8


def draw_funnel(chart: Chart, width: float) -> Picture:
    """The stages below each other, each as wide as its figure; between them the rates of a second series."""
    head, top = draw_head([], unit_note(chart), width)
    top += 4 if head else 0
    points = chart.series[0].points
    widths = _widths(points, width * WIDEST)
    middle = width * 0.46
    shapes: list[Shape] = [*head]
    for at, (wide, colour) in enumerate(zip(widths, ramp(len(points)), strict=True)):
        y = top + (STAGE + GAP) * at
        shapes += _words(chart, at, width, y + STAGE / 2 + HALF_HEIGHT * LABEL)
        if wide:
            following = min(wide, widths[at + 1]) if at + 1 < len(widths) else wide
            foot = wide - (wide - following) * TAPER
            ends = ((-wide / 2, y), (wide / 2, y), (foot / 2, y + STAGE), (-foot / 2, y + STAGE))
            shapes.append(Polygon(tuple((middle + x, height) for x, height in ends), colour))
    shapes += _rates(chart, top, middle + width * WIDEST / 2 + 8, width)
    return Picture(width, top + (STAGE + GAP) * len(points) - GAP + 1, tuple(shapes))


def _widths(points: tuple[ChartPoint | None, ...], widest: float) -> list[float]:
    """In proportion to the figures, but never too thin to be seen."""
    most = max((point.value for point in points if point), default=0)
    return [
        max(widest * float(point.value / most), THINNEST) if point and point.value and most else 0.0
        for point in points
    ]


def _words(chart: Chart, at: int, width: float, y: float) -> Iterator[Words]:
    name = shortened(plain(chart.categories[at]), width * NAMES_SHARE - 6, LABEL)
    if name:
        yield Words(0, y, name, LABEL, INK)
    point = chart.series[0].points[at]
    label = shortened(plain(point.label), width * LABELS_SHARE, LABEL) if point else ""
    if label:
        yield Words(width, y, label, LABEL, INK, Anchor.END, bold=True)


def _rates(chart: Chart, top: float, x: float, width: float) -> Iterator[Shape]:
    """Beside each two stages what a second series says of the later one."""
    if len(chart.series) < 2:
        return
    room = width - width * LABELS_SHARE - x - BRACKET - 8
    for at, _ in pairwise(range(len(chart.categories))):
        point = chart.series[1].points[at + 1]
        label = shortened(plain(point.label), room, LABEL) if point else ""
        if label and width_of(label, LABEL) <= room:
            upper = top + (STAGE + GAP) * at + STAGE / 2 + 3
            lower = upper + STAGE + GAP - 6
            yield Stroke(((x, upper), (x + BRACKET, upper), (x + BRACKET, lower), (x, lower)), AXIS)
            y = (upper + lower) / 2 + HALF_HEIGHT * LABEL
            yield Words(x + BRACKET + 3, y, label, LABEL, VERMILION)
