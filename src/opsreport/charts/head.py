"""The line above a chart: what its colours stand for, and what it counts in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from opsreport.charts.axes import Axes, drawn_as
from opsreport.charts.lettering import LABEL, plain, shortened, visible, width_of
from opsreport.charts.palette import QUIET, colours_of, is_aim, rims_of
from opsreport.charts.shapes import Anchor, Bar, Box, Marker, Shape, Sign, Stroke, Words
from opsreport.document import Chart, ChartSeries, Drawn

ROW, GAP, SWATCH, STROKE = 12.0, 12.0, 6.4, 15.0
MOST_ROWS = 6
MOST_INDENT = 0.2
FIRST_LINE = 8.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A colour and what it stands for; lines have a sign of their own, and what was aimed at looks hollow."""

    name: str
    colour: str
    sign: Sign | None = None
    rim: str = ""
    dashed: bool = False

    @property
    def mark_width(self) -> float:
        """What the colour takes, with the gap after it."""
        return (STROKE if self.sign else SWATCH) + 4


def entries_of(chart: Chart) -> list[Entry]:
    """What the colours of a chart with axes stand for; a unit of its own is named with the series.

    One series alone is named by the caption, unless that leaves its name out.
    """
    names = [plain(series.name) for series in chart.series]
    if len(names) == 1 and (not names[0] or names[0] in plain(chart.caption)):
        return []
    unit = unit_of(chart)
    return [
        Entry(name_with_unit(name, series, unit), colour, sign, rim, is_aim(series))
        for name, series, colour, sign, rim in zip(
            names, chart.series, colours_of(chart), signs_of(chart), rims_of(chart), strict=True
        )
        if name
    ]


def signs_of(chart: Chart) -> list[Sign | None]:
    """The marker of each series that is a line."""
    signs: list[Sign | None] = []
    known = list(Sign)
    for series in chart.series:
        line = drawn_as(chart, series) is Drawn.LINE
        signs.append(known[sum(sign is not None for sign in signs) % len(known)] if line else None)
    return signs


def unit_of(chart: Chart) -> str:
    """The unit of the first axis, empty where its series do not agree on one."""
    units = {visible(series.unit) for series in chart.series if not series.second_axis}
    units = units or {visible(series.unit) for series in chart.series}
    return units.pop() if len(units) == 1 else ""


def unit_note(chart: Chart) -> str:
    """The unit for a chart without an axis, unless each of its labels names it."""
    unit = unit_of(chart)
    labels = [plain(point.label) for series in chart.series for point in series.points if point]
    return "" if not unit or all(unit in label for label in labels) else f"单位：{unit}"


def name_with_unit(name: str, series: ChartSeries, unit: str) -> str:
    """The name of a series, with its unit where neither the whole chart nor its labels say it."""
    own = visible(series.unit)
    labelled = all(plain(point.label).endswith(own) for point in series.points if point)
    return name if not own or own == unit or labelled else f"{name}（{own}）"


def note_of(chart: Chart, axes: Axes) -> str:
    """The unit, and where an axis starts that does not start at nought."""
    unit = unit_of(chart)
    said = [f"单位：{unit}"] if unit else []
    if axes.first and axes.first.is_cut:
        said.append(f"纵轴自 {axes.first.labels[0]} 起")
    return "，".join(said)


def draw_head(
    entries: Sequence[Entry], note: str, width: float, *, indent: float = 0.0
) -> tuple[list[Shape], float]:
    """The entries in rows from the left, the note on the right of the first; and where they end below."""
    shapes: list[Shape] = []
    note = shortened(note, width * 0.45, LABEL)
    noted = width_of(note, LABEL) + GAP if note else 0.0
    indent = min(indent, width * MOST_INDENT)
    if note:
        shapes.append(Words(width, FIRST_LINE, note, LABEL, QUIET, Anchor.END))
    x, row = indent, 0
    for at, entry in enumerate(entries):
        name = shortened(entry.name, width * 0.45, LABEL)
        taken = entry.mark_width + width_of(name, LABEL)
        # Under a note that leaves too little room even the first entry takes the next row.
        if x + taken > width - (0 if row else noted) and (x > indent or (noted and not row)):
            x, row = indent, row + 1
        left = len(entries) - at
        if row == MOST_ROWS - 1 and left > 1 and x + taken + GAP + 60 > width:
            shapes.append(Words(x, _line(row), f"另有 {left} 项", LABEL, QUIET))
            break
        shapes += _entry(replace(entry, name=name), x, _line(row))
        x += taken + GAP
    return shapes, ROW * (row + 1) if shapes else 0.0


def _line(row: int) -> float:
    return FIRST_LINE + ROW * row


def _entry(entry: Entry, x: float, y: float) -> list[Shape]:
    words = Words(x + entry.mark_width, y, entry.name, LABEL, QUIET)
    middle = y - 0.37 * LABEL
    if entry.sign is None:
        swatch = Box(x, middle - SWATCH / 2, x + SWATCH, middle + SWATCH / 2)
        return [Bar(swatch, entry.colour, entry.rim), words]
    line = Stroke(((x, middle), (x + STROKE, middle)), entry.colour, 1.3, entry.dashed)
    return [line, Marker((x + STROKE / 2, middle), entry.sign, entry.colour), words]
