"""A chart of the tree as a drawn picture: which way of drawing suits it."""

from dataclasses import replace

from opsreport.charts.funnel import draw_funnel
from opsreport.charts.labels import without_unit
from opsreport.charts.lettering import LABEL
from opsreport.charts.lying import draw_lying, lies
from opsreport.charts.palette import GRID, QUIET
from opsreport.charts.round import draw_round
from opsreport.charts.shapes import HALF_HEIGHT, Anchor, Picture, Stroke, Words
from opsreport.charts.upright import draw_upright
from opsreport.charts.waterfall import draw_waterfall
from opsreport.document import Chart, ChartKind

NOTHING = "暂无数据"
EMPTY_HEIGHT = 90.0
MOST_PARTS = 12
MOST_BARS = 600


def chart_to_picture(chart: Chart, width: float) -> Picture:
    """The chart at this width, in points."""
    if not any(point for series in chart.series for point in series.points):
        return _empty(width)
    chart = without_unit(drawable(chart))
    match chart.kind:
        case ChartKind.PIE | ChartKind.DOUGHNUT:
            return draw_round(chart, width)
        case ChartKind.FUNNEL:
            return draw_funnel(chart, width)
        case ChartKind.WATERFALL:
            return draw_waterfall(chart, width)
        case _:
            return draw_lying(chart, width) if lies(chart, width) else draw_upright(chart, width)


def drawable(chart: Chart) -> Chart:
    """The chart, or the same figures as bars where its kind cannot show them; bars without number as lines.

    A pie shows the parts of one whole and a funnel what is left of one: neither has a place for losses, nor
    for more parts than can be told apart.
    """
    amounts = [point.value for point in chart.series[0].points if point]
    whole = bool(amounts) and min(amounts) >= 0 and sum(amounts) > 0 and len(amounts) <= MOST_PARTS
    if chart.kind is ChartKind.BAR and len(chart.categories) * len(chart.series) > MOST_BARS:
        return replace(chart, kind=ChartKind.LINE)
    match chart.kind:
        case ChartKind.PIE | ChartKind.DOUGHNUT if not (whole and len(chart.series) == 1):
            return replace(chart, kind=ChartKind.BAR)
        case ChartKind.FUNNEL if not (whole and len(chart.series) <= 2):
            return replace(chart, kind=ChartKind.BAR)
        case ChartKind.WATERFALL if not (amounts and len(chart.series) <= 2):
            return replace(chart, kind=ChartKind.BAR)
    return chart


def _empty(width: float) -> Picture:
    """A frame that says there is nothing to show yet."""
    frame = ((0.5, 0.5), (width - 0.5, 0.5), (width - 0.5, EMPTY_HEIGHT), (0.5, EMPTY_HEIGHT), (0.5, 0.5))
    words = Words(width / 2, EMPTY_HEIGHT / 2 + HALF_HEIGHT * LABEL, NOTHING, LABEL, QUIET, Anchor.MIDDLE)
    return Picture(width, EMPTY_HEIGHT + 0.5, (Stroke(frame, GRID), words))
