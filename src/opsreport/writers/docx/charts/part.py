"""A chart as a part of the package: the picture Word draws from the figures of its workbook."""

from collections.abc import Sequence
from dataclasses import replace

from opsreport.charts import axes_of
from opsreport.charts.head import note_of, unit_note
from opsreport.charts.labels import without_unit
from opsreport.charts.lettering import width_of
from opsreport.charts.palette import QUIET
from opsreport.charts.picture import drawable
from opsreport.document import Chart, ChartKind, plain_words
from opsreport.writers.docx.charts.layout import LETTER, Room, legend_rows
from opsreport.writers.docx.charts.plots import funnel, pie, ring, upright
from opsreport.writers.docx.charts.plotted import ROUND, Plotted, categories_of, plotted
from opsreport.writers.docx.charts.sheets import sheets_of
from opsreport.writers.docx.charts.text import filled, line, rich_text, text_properties
from opsreport.writers.docx.charts.workbook import workbook
from opsreport.writers.docx.package import XML, A, C, R

WORKBOOK_ID = "rId1"

_READ_BY_LABELS = (*ROUND, ChartKind.FUNNEL)


def chart_to_parts(chart: Chart, width: float) -> tuple[str, bytes, float]:
    """The chart this many points wide, its workbook, and its height in points."""
    shown = _with_first_axis(without_unit(drawable(chart)))
    series, categories = plotted(shown), categories_of(shown)
    written, height = _chart_xml(shown, series, categories, width)
    return written, workbook(sheets_of(chart, series, categories)), height


def _with_first_axis(chart: Chart) -> Chart:
    """The chart; where only lines of the second axis have figures, that is the first."""
    axes = axes_of(chart)
    if axes.first or not axes.second:
        return chart
    return replace(chart, series=tuple(replace(series, second_axis=False) for series in chart.series))


def _chart_xml(
    chart: Chart, series: Sequence[Plotted], categories: Sequence[str], width: float
) -> tuple[str, float]:
    note = unit_note(chart) if chart.kind in _READ_BY_LABELS else note_of(chart, axes_of(chart))
    entries = _entries(chart, series)
    rows = max(legend_rows([one.name for one in series if one.is_seen], width) if entries else 0, bool(note))
    room, plot = _plot(chart, series, categories, width, rows)
    title = _title(note, room) if note else '<c:autoTitleDeleted val="1"/>'
    written = (
        f'{XML}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart>{title}<c:plotArea>{room.field}{plot}'
        f"<c:spPr><a:noFill/>{line('')}</c:spPr></c:plotArea>{entries}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{filled('#ffffff')}{line('')}</c:spPr>{text_properties(QUIET)}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return written, room.height


def _plot(
    chart: Chart, series: Sequence[Plotted], categories: Sequence[str], width: float, rows: int
) -> tuple[Room, str]:
    if chart.kind in ROUND:
        return (pie if chart.kind is ChartKind.PIE else ring)(series[0], categories, width)
    if chart.kind is ChartKind.FUNNEL:
        room, plot = funnel(series, categories, width)
        return replace(room, height=room.height + 12 * rows, top=room.top + 12 * rows), plot
    return upright(chart, series, categories, width, rows)


def _title(words: str, room: Room) -> str:
    """The unit, where a reader looks for it: above the field, on its right."""
    x = (room.width - width_of(words, LETTER) - 10) / room.width
    return (
        f'<c:title>{rich_text(words)}<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="0.01"/></c:manualLayout></c:layout><c:overlay val="1"/></c:title>'
        '<c:autoTitleDeleted val="0"/>'
    )


def _entries(chart: Chart, series: Sequence[Plotted]) -> str:
    """The legend, without what is not seen; a series that the caption names needs none."""
    if chart.kind is ChartKind.DOUGHNUT:
        return _legend("r", "", 0.6, 0.25)
    unseen = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        for at, one in enumerate(series)
        if not (one.is_seen and one.is_named)
    )
    seen = [one.name for one in series if one.is_seen]
    named_by_caption = len(seen) == 1 and seen[0] in plain_words(chart.caption)
    if chart.kind in (ChartKind.PIE, ChartKind.FUNNEL) or named_by_caption:
        return ""
    return _legend("t", unseen, 0.01, 0.0)


def _legend(place: str, unseen: str, x: float, y: float) -> str:
    return (
        f'<c:legend><c:legendPos val="{place}"/>{unseen}<c:layout><c:manualLayout><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{x}"/><c:y val="{y}"/></c:manualLayout></c:layout>'
        f'<c:overlay val="0"/>{text_properties(QUIET)}</c:legend>'
    )
