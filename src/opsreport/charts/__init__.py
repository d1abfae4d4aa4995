"""How a chart of the tree looks: colours and axes for all writers, and the picture for paper and screen."""

from opsreport.charts.axes import Axes, axes_of, drawn_as, on_second_axis
from opsreport.charts.palette import colours_of
from opsreport.charts.scale import Axis, axis_for
from opsreport.charts.svg import chart_to_svg

__all__ = ["Axes", "Axis", "axes_of", "axis_for", "chart_to_svg", "colours_of", "drawn_as", "on_second_axis"]
