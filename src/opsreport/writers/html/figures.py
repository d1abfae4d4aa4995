"""Charts as figures: the picture, its numbered caption below it, and a note."""

from html import escape

from opsreport.charts.svg import chart_to_svg
from opsreport.document import Chart, caption_label
from opsreport.writers.html.lines import Line, captioned_line


def chart_to_html(chart: Chart, line: Line) -> str:
    """A chart; one without a caption has no number."""
    words = captioned_line(caption_label(chart), chart.caption, line)
    caption = f"\n<figcaption>{words}</figcaption>" if words else ""
    note = f'\n<p class="note">{line(chart.note)}</p>' if chart.note else ""
    anchor = f' id="{escape(chart.anchor)}"' if chart.anchor else ""
    return f'<figure class="chart"{anchor}>\n{chart_to_svg(chart)}{caption}{note}\n</figure>'
