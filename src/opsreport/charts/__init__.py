"""How a chart of the tree looks: colours and axes for all writers; `svg.py` draws it for paper and screen."""

from opsreport.charts.axes import Axes, axes_of, drawn_as, on_second_axis
from opsreport.charts.palette import colours_of, is_aim, rims_of
from opsreport.charts.scale import Axis, axis_for

__all__ = [
    "Axes",
    "Axis",
    "axes_of",
    "axis_for",
    "colours_of",
    "drawn_as",
    "is_aim",
    "on_second_axis",
    "rims_of",
]
