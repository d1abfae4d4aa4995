"""Charts as figures: the picture, its numbered caption below it, and a note."""

from opsreport.charts.svg import chart_to_svg
from opsreport.document import Chart
from opsreport.writers.html.lines import Line

FIGURE = "图"


def chart_to_html(chart: Chart, number: int, line: Line) -> str:
    """A chart as the figure of this number; one without a caption has no number."""
    label = f'<span class="label">{FIGURE}{number}</span>　'
    caption = f"\n<figcaption>{label}{line(chart.caption)}</figcaption>" if chart.caption else ""
    note = f'\n<p class="note">{line(chart.note)}</p>' if chart.note else ""
    return f'<figure class="chart">\n{chart_to_svg(chart)}{caption}{note}\n</figure>'
