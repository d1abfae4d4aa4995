"""The field of a chart: its groups of series and its axes."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from opsreport.charts import Axis, axes_of
from opsreport.charts.lettering import width_of
from opsreport.charts.palette import DARK, INK, QUIET, bar_colours, ink_of, words_on
from opsreport.document import Chart, ChartKind
from opsreport.writers.docx.charts.axes import (
    amount_axis,
    category_axis,
    pairs,
    second_amount_axis,
    unseen_amount_axis,
)
from opsreport.writers.docx.charts.labels import LabelLook, labels_xml, no_labels
from opsreport.writers.docx.charts.layout import (
    LETTER,
    Room,
    Shown,
    held_labels,
    piled_labels,
    shown_labels,
    upright_room,
)
from opsreport.writers.docx.charts.plotted import PILED, Plotted
from opsreport.writers.docx.charts.series import bar_look, line_look, sector_look, series_xml
from opsreport.writers.docx.charts.text import SMALL

_NO_FIGURES = Axis(Decimal(), Decimal(1), 1)
# How much higher than the bars the field is for lines above them, and how far these stay off its ends.
_BAND, _BAND_GAP = Decimal("0.42"), Decimal("0.08")

# Points, and hundredths of the ring.
_ROUND_HEIGHT, _HOLE = 190.0, 45

_Numbered = tuple[int, Plotted]


def upright(
    chart: Chart, series: Sequence[Plotted], categories: Sequence[str], width: float, rows: int
) -> tuple[Room, str]:
    """Bars and lines over a row of categories, with the room they take."""
    if own := bar_colours(chart):
        series = [replace(one, colours=own) for one in series]
    axes = axes_of(chart)
    first = axes.first or _NO_FIGURES
    second = axes.second or (_NO_FIGURES if any(one.on_second_axis for one in series) else None)
    room = upright_room(width, categories, max(width_of(label, LETTER) for label in first.labels), rows)
    top = first.high + (first.high - first.low) * _BAND if second else first.high
    field = (room.height - room.top - room.bottom) / float(top - first.low)
    labels = _labels(chart, series, room, field)
    numbered = list(enumerate(series, 1))
    groups = _bars(chart, [one for one in numbered if not one[1].is_line], categories, labels)
    for over in (False, True):
        lines = [one for one in numbered if one[1].is_line and one[1].on_second_axis is over]
        groups += _lines(lines, categories, labels, second=over)
    drawn = category_axis(slanted=room.slanted, skip=room.skip) + amount_axis(first, top)
    return room, groups + drawn + (second_amount_axis(*_band_above(second)) if second else "")


def _band_above(axis: Axis) -> tuple[Decimal, Decimal]:
    """The ends of an axis whose ticks all lie in the band above the bars."""
    whole = (axis.high - axis.low) * (1 + _BAND) / (_BAND - _BAND_GAP * 2)
    low = axis.low - whole * (1 + _BAND_GAP) / (1 + _BAND)
    return low.quantize(axis.step / 1000), (low + whole).quantize(axis.step / 1000)


def _labels(chart: Chart, series: Sequence[Plotted], room: Room, points_to_one: float) -> list[str]:
    if chart.kind in PILED:
        return [_piled(chart, one, points_to_one) for one in series]
    slot = (room.width - room.left - room.right) / len(chart.categories)
    # A line that runs through the bars leaves no room above them.
    crossed = any(one.is_line and not one.on_second_axis for one in series)
    return [
        _line_labels(one, shown) if one.is_line else _bar_labels(one, shown, crossed=crossed)
        for one, shown in zip(series, shown_labels(series, slot, points_to_one), strict=True)
    ]


def _line_labels(series: Plotted, shown: Shown) -> str:
    return labels_xml(series, shown.points, LabelLook("t", (ink_of(series.colour),), shown.size))


def _bar_labels(series: Plotted, shown: Shown, *, crossed: bool) -> str:
    if crossed:
        return labels_xml(series, shown.points, LabelLook("inBase", (words_on(series.colour),), shown.size))
    # Words that belong to a dark bar among pale ones stand out as it does.
    colours = [INK if colour in DARK else QUIET for colour in series.colours] or [QUIET]
    return labels_xml(series, shown.points, LabelLook("outEnd", colours, shown.size))


def _piled(chart: Chart, series: Plotted, points_to_one: float) -> str:
    """The labels of a pile stand on their bars, those of a waterfall above them."""
    heights = [float(abs(value)) * points_to_one if value else 0.0 for value in series.values]
    if series.is_line:
        colour = INK if series.fixed_labels else ink_of(series.colour)
        return labels_xml(series, range(len(heights)), LabelLook("t", (colour,)))
    if not series.is_seen or chart.kind is ChartKind.WATERFALL:
        return no_labels()
    return labels_xml(series, piled_labels(series, heights), LabelLook("ctr", (words_on(series.colour),)))


def _bars(chart: Chart, bars: Sequence[_Numbered], categories: Sequence[str], labels: Sequence[str]) -> str:
    if not bars:
        return ""
    piled = chart.kind in PILED
    written = "".join(
        series_xml(one, number, categories, bar_look(one), labels[number - 1]) for number, one in bars
    )
    gap = 60 if piled else 80 if len(bars) == 1 else 55
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="{"stacked" if piled else "clustered"}"/>'
        f'<c:varyColors val="0"/>{written}<c:gapWidth val="{gap}"/><c:overlap val="{100 if piled else -5}"/>'
        f"{_axis_ids(second=False)}</c:barChart>"
    )


def _lines(
    lines: Sequence[_Numbered], categories: Sequence[str], labels: Sequence[str], *, second: bool
) -> str:
    if not lines:
        return ""
    written = "".join(
        series_xml(one, number, categories, line_look(one, place), labels[number - 1])
        for place, (number, one) in enumerate(lines)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{written}<c:marker val="1"/>'
        f"{_axis_ids(second=second)}</c:lineChart>"
    )


def _axis_ids(*, second: bool) -> str:
    return "".join(f'<c:axId val="{number}"/>' for number in pairs(second=second))


def funnel(series: Sequence[Plotted], categories: Sequence[str], width: float) -> tuple[Room, str]:
    """The stages of a funnel below each other, each with its figure on it or, if narrow, beside it."""
    _, stages, beside = series
    left = min(max(width_of(category, LETTER) for category in categories) + 12, width * 0.35)
    room = Room(width, 26.0 * len(categories) + 24, left, 12, 12, 12)
    widest = max(value or Decimal() for value in stages.values) or Decimal(1)
    wide = held_labels(stages, (width - left - 12) / float(widest))
    colours = [words_on(colour) for colour in stages.colours]
    labels = (
        no_labels(),
        labels_xml(stages, wide, LabelLook("ctr", colours)),
        labels_xml(beside, set(range(len(categories))) - wide, LabelLook("inBase", (INK,))),
    )
    written = "".join(
        series_xml(one, number, categories, bar_look(one), label)
        for number, (one, label) in enumerate(zip(series, labels, strict=True), 1)
    )
    return room, (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{written}<c:gapWidth val="22"/><c:overlap val="100"/>{_axis_ids(second=False)}</c:barChart>'
        f"{category_axis(slanted=False, skip=1, reversed_=True)}{unseen_amount_axis(widest)}"
    )


def pie(series: Plotted, categories: Sequence[str], width: float) -> tuple[Room, str]:
    """A pie with its parts named around it."""
    labels = labels_xml(series, range(len(categories)), LabelLook("outEnd", (INK,), names=True))
    written = series_xml(series, 1, categories, sector_look(series), labels)
    drawn = f'<c:pieChart><c:varyColors val="1"/>{written}<c:firstSliceAng val="0"/></c:pieChart>'
    return _circle(width, width / 2, _ROUND_HEIGHT - 60), drawn


def ring(series: Plotted, categories: Sequence[str], width: float) -> tuple[Room, str]:
    """A ring with its figures on it and a legend beside it: Word puts no words around a ring."""
    across = _ROUND_HEIGHT - 20
    band = across / 2 * (1 - _HOLE / 100)
    if any(width_of(label, SMALL / 100) > band for label in series.labels):
        labels = tuple(label.replace("（", "\n（", 1) for label in series.labels)
        series = replace(series, labels=labels, fixed_labels=True)
    look = LabelLook(colours=[words_on(colour) for colour in series.colours], size=SMALL)
    written = series_xml(
        series, 1, categories, sector_look(series), labels_xml(series, range(len(categories)), look)
    )
    return _circle(width, width * 0.32, across), (
        f'<c:doughnutChart><c:varyColors val="1"/>{written}<c:firstSliceAng val="0"/>'
        f'<c:holeSize val="{_HOLE}"/></c:doughnutChart>'
    )


def _circle(width: float, centre: float, across: float) -> Room:
    edge = (_ROUND_HEIGHT - across) / 2
    return Room(width, _ROUND_HEIGHT, centre - across / 2, edge, width - centre - across / 2, edge)
