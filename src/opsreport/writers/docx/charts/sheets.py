"""What stands on the sheets of a chart's workbook."""

from collections.abc import Sequence

from opsreport.document import Chart, plain_words
from opsreport.writers.docx.charts.plotted import Plotted, labels_of
from opsreport.writers.docx.charts.workbook import SHEET, Rows

_SOURCE = "来源"


def sheets_of(chart: Chart, series: Sequence[Plotted], categories: Sequence[str]) -> list[tuple[str, Rows]]:
    """The figures as the chart needs them, and as the report prints them."""
    figures: Rows = [
        ["", *(one.name for one in series)],
        *([category, *(one.values[at] for one in series)] for at, category in enumerate(categories)),
    ]
    return [(SHEET, figures), (_SOURCE, _printed(chart, categories))]


def _printed(chart: Chart, categories: Sequence[str]) -> Rows:
    labels = [labels_of(one) for one in chart.series]
    return [
        ["图", plain_words(chart.caption)],
        ["说明", chart.alt],
        [],
        ["", *(plain_words(one.name) for one in chart.series)],
        *([category, *(printed[at] for printed in labels)] for at, category in enumerate(categories)),
    ]
