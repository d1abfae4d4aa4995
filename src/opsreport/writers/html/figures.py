"""Charts as figures: the picture, its numbered caption below it, and a note."""

from opsreport.document import Cell, Chart, Column, Table
from opsreport.document.tree import Align
from opsreport.writers.html.lines import Line
from opsreport.writers.html.tables import table_to_html

FIGURE = "图"


def chart_to_html(chart: Chart, number: int, line: Line) -> str:
    """A chart as the figure of this number; one without a caption has no number."""
    label = f'<span class="label">{FIGURE}{number}</span>　'
    caption = f"\n<figcaption>{label}{line(chart.caption)}</figcaption>" if chart.caption else ""
    note = f'\n<p class="note">{line(chart.note)}</p>' if chart.note else ""
    return f'<figure class="chart">\n{_table(chart, line)}{caption}{note}\n</figure>'


def _table(chart: Chart, line: Line) -> str:
    columns = (Column(2), *(Column(1, Align.END) for _ in chart.series))
    head = (Cell(()), *(Cell(series.name) for series in chart.series))
    body = tuple(
        (
            Cell(category, head=True),
            *(Cell(point.label if (point := series.points[at]) else ()) for series in chart.series),
        )
        for at, category in enumerate(chart.categories)
    )
    return table_to_html(Table(columns, (head,), body), line)
