"""Labels of a chart without the unit that its head names already: 18650 under 单位：万元."""

from dataclasses import replace

from opsreport.charts.head import unit_of
from opsreport.charts.lettering import plain
from opsreport.document import Chart, ChartKind, ChartPoint, ChartSeries, Text

WITHOUT_AXIS = (ChartKind.PIE, ChartKind.DOUGHNUT, ChartKind.FUNNEL)

SIGNS = ("%", "‰")
"""Units that are part of a figure as it is read; no label goes without them."""


def without_unit(chart: Chart) -> Chart:
    """The chart with bare labels on its first axis, if every one of them ends with that axis's unit."""
    unit = unit_of(chart)
    if not unit or unit in SIGNS or chart.kind in WITHOUT_AXIS:
        return chart
    points = [point for one in chart.series if not one.second_axis for point in one.points if point]
    if not all(plain(point.label).endswith(unit) for point in points):
        return chart
    return replace(chart, series=tuple(_bare(one, unit) for one in chart.series))


def _bare(series: ChartSeries, unit: str) -> ChartSeries:
    if series.second_axis:
        return series
    points = (_unlabelled(point, unit) if point else None for point in series.points)
    return replace(series, points=tuple(points))


def _unlabelled(point: ChartPoint, unit: str) -> ChartPoint:
    return replace(point, label=(Text(plain(point.label).removesuffix(unit).rstrip()),))
