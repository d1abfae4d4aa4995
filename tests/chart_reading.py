"""Reads drawn charts back: their words, their bars, and the room that everything takes."""

import xml.etree.ElementTree as ElementTree
from itertools import combinations

from opsreport.charts.head import FIRST_LINE
from opsreport.charts.palette import NAVY
from opsreport.charts.picture import chart_to_picture
from opsreport.charts.shapes import Bar, Box, Marker, Picture, Polygon, Sector, Stroke, Words
from opsreport.charts.svg import chart_to_svg
from opsreport.document import Chart

SVG = "{http://www.w3.org/2000/svg}"


def picture(shown: Chart) -> Picture:
    return chart_to_picture(shown, 420)


def texts(shown: Chart) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(chart_to_svg(shown)).iter(f"{SVG}text")]


def bars(shown: Chart, fill: str = NAVY) -> list[Box]:
    """The bars of a colour, without the patch of that colour in the legend."""
    drawn = [each.box for each in picture(shown).shapes if isinstance(each, Bar) and each.fill == fill]
    return [box for box in drawn if box.top > FIRST_LINE]


def extent(shape: object) -> Box:
    """The least rectangle around a shape."""
    match shape:
        case Bar(box):
            return box
        case Words():
            return shape.box
        case Stroke(places) | Polygon(places):
            xs, ys = zip(*places, strict=True)
            return Box(min(xs), min(ys), max(xs), max(ys))
        case Sector((x, y), radius) | Marker((x, y), radius=radius):
            return Box(x - radius, y - radius, x + radius, y + radius)
    raise AssertionError(shape)


def check_readable(drawn: Picture) -> None:
    """No word lies on another, and nothing stands outside the picture."""
    frame = Box(-0.01, -0.01, drawn.width + 0.01, drawn.height + 0.01)
    for shape in drawn.shapes:
        assert frame.holds(extent(shape)), shape
    written = [shape for shape in drawn.shapes if isinstance(shape, Words)]
    for one, other in combinations(written, 2):
        assert not one.box.overlaps(other.box), (one, other)
