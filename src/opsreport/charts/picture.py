"""A chart of the tree as a drawn picture: which way of drawing suits it."""

from opsreport.charts.lettering import LABEL
from opsreport.charts.palette import GRID, QUIET
from opsreport.charts.shapes import HALF_HEIGHT, Anchor, Picture, Stroke, Words
from opsreport.charts.upright import draw_upright
from opsreport.document import Chart

NOTHING = "暂无数据"
EMPTY_HEIGHT = 90.0


def chart_to_picture(chart: Chart, width: float) -> Picture:
    """The chart at this width, in points."""
    if not any(point for series in chart.series for point in series.points):
        return _empty(width)
    return draw_upright(chart, width)


def _empty(width: float) -> Picture:
    """A frame that says there is nothing to show yet."""
    frame = ((0.5, 0.5), (width - 0.5, 0.5), (width - 0.5, EMPTY_HEIGHT), (0.5, EMPTY_HEIGHT), (0.5, 0.5))
    words = Words(width / 2, EMPTY_HEIGHT / 2 + HALF_HEIGHT * LABEL, NOTHING, LABEL, QUIET, Anchor.MIDDLE)
    return Picture(width, EMPTY_HEIGHT + 0.5, (Stroke(frame, GRID), words))
