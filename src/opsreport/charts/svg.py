"""A drawn chart as SVG that stands in an HTML page.

Looks are attributes, not CSS: WeasyPrint 70 gives an inline SVG none of the page's style sheets and knows no
CSS properties of SVG. Text is text: found, copied and read aloud.
"""

from html import escape
from math import ceil, cos, pi, sin

from opsreport.charts.lettering import plain, visible
from opsreport.charts.palette import INK, PAPER
from opsreport.charts.picture import chart_to_picture
from opsreport.charts.shapes import (
    Anchor,
    Bar,
    Box,
    Marker,
    Picture,
    Place,
    Polygon,
    Sector,
    Shape,
    Sign,
    Stroke,
    Words,
)
from opsreport.document import Chart

FONTS = (
    "Ops Hei, Ops Hei Ext, Source Han Sans SC, Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, "
    "sans-serif"
)
MOST_PIECES = 8
RIM = 1.0
FULL_WIDTH = 420.0
"""The type area of the house: forty characters of 10.5 points, 148.2 mm."""


def chart_to_svg(chart: Chart, *, width: float = FULL_WIDTH) -> str:
    """The chart as one `<svg>` element this many points wide, as high as it needs.

    It says of itself what `alt` says. Equal charts give equal text.
    """
    picture = chart_to_picture(chart, width)
    # WeasyPrint gives the title to screen readers as what the figure says.
    said = visible(chart.alt) or plain(chart.caption)
    title = f"<title>{escape(said)}</title>" if said else ""
    size = f"{_number(picture.width)} {_number(picture.height)}"
    shapes = "\n".join(map(shape_to_svg, picture.shapes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" {_measures(picture)} role="img"'
        f' font-family="{FONTS}" fill="{INK}">{title}\n{shapes}\n</svg>'
    )


def _measures(picture: Picture) -> str:
    return f'width="{_number(picture.width)}pt" height="{_number(picture.height)}pt"'


def shape_to_svg(shape: Shape) -> str:
    """One shape as an element."""
    match shape:
        case Bar():
            return _bar(shape)
        case Stroke():
            return _stroke(shape)
        case Polygon(places, fill):
            return f'<polygon points="{_points(places)}" fill="{fill}"/>'
        case Sector():
            return f'<path d="{_outline(shape)}" fill="{shape.fill}" stroke="{PAPER}" stroke-width="1"/>'
        case Marker():
            return _marker(shape)
        case Words():
            return _words(shape)


def _bar(bar: Bar) -> str:
    """A bar too small for an outline is all outline."""
    box, fill, outline = bar.box, bar.fill, ""
    if bar.rim and min(box.width, box.height) > 2 * RIM:
        half = RIM / 2
        box = Box(box.left + half, box.top + half, box.right - half, box.bottom - half)
        outline = f' stroke="{bar.rim}" stroke-width="{_number(RIM)}"'
    elif bar.rim:
        fill = bar.rim
    place = f'x="{_number(box.left)}" y="{_number(box.top)}"'
    size = f'width="{_number(box.width)}" height="{_number(box.height)}"'
    return f'<rect {place} {size} fill="{fill}"{outline}/>'


def _words(words: Words) -> str:
    anchor = "" if words.anchor is Anchor.START else f' text-anchor="{words.anchor.value}"'
    bold = ' font-weight="bold"' if words.bold else ""
    place = f'x="{_number(words.x)}" y="{_number(words.y)}" font-size="{_number(words.size)}"'
    return f'<text {place}{anchor}{bold} fill="{words.colour}">{escape(words.text)}</text>'


def _stroke(stroke: Stroke) -> str:
    dashes = ' stroke-dasharray="2 1.5"' if stroke.dashed else ""
    look = f'fill="none" stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}"{dashes}'
    return f'<polyline points="{_points(stroke.places)}" {look} stroke-linejoin="round"/>'


def _marker(marker: Marker) -> str:
    (x, y), r = marker.place, marker.radius
    look = f'fill="{PAPER}" stroke="{marker.colour}" stroke-width="1.1"'
    corners: tuple[Place, ...]
    match marker.sign:
        case Sign.CIRCLE:
            return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(r)}" {look}/>'
        case Sign.SQUARE:
            corners = ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r))
        case Sign.DIAMOND:
            corners = ((x, y - 1.3 * r), (x + 1.3 * r, y), (x, y + 1.3 * r), (x - 1.3 * r, y))
        case Sign.TRIANGLE:
            corners = ((x, y - 1.3 * r), (x + 1.2 * r, y + r), (x - 1.2 * r, y + r))
    return f'<polygon points="{_points(corners)}" {look}/>'


def _outline(sector: Sector) -> str:
    """The edge of a sector, in short arcs: WeasyPrint dents long ones, and none can run a full circle."""
    span = sector.end - sector.start
    pieces = ceil(span * MOST_PIECES)
    shares = [sector.start + span * piece / pieces for piece in range(pieces + 1)]
    outer = [_on_circle(sector.centre, sector.radius, share) for share in shares]
    inner = [_on_circle(sector.centre, sector.hole, share) for share in reversed(shares)]
    whole = sector.end - sector.start > 0.9999
    there = f"M{_points(outer[:1])}{_arc(sector.radius, outer[1:], 1)}"
    if not sector.hole:
        return there + ("Z" if whole else f"L{_points((sector.centre,))}Z")
    return f"{there}{'ZM' if whole else 'L'}{_points(inner[:1])}{_arc(sector.hole, inner[1:], 0)}Z"


def _arc(radius: float, ends: list[Place], clockwise: int) -> str:
    return "".join(f"A{_number(radius)} {_number(radius)} 0 0 {clockwise} {_points((end,))}" for end in ends)


def _on_circle(centre: Place, radius: float, share: float) -> Place:
    angle = 2 * pi * share
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)


def _points(places: tuple[Place, ...] | list[Place]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in places)


def _number(measure: float) -> str:
    """A measure to a hundredth of a point: finer than any printer, coarser than what machines disagree on."""
    text = f"{measure:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
