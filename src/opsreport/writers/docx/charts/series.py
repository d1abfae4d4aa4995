"""One series of a chart, with its figures copied from the workbook for those who do not open it."""

from collections.abc import Sequence
from decimal import Decimal

from opsreport.charts.palette import PAPER
from opsreport.writers.docx.charts.plotted import Plotted
from opsreport.writers.docx.charts.text import filled, line
from opsreport.writers.docx.charts.workbook import cell_range, cell_words

_MARKERS = ("circle", "square", "diamond", "triangle")
_STRAIGHT = '<c:smooth val="0"/>'
# English Metric Units, 12700 to a point.
_LINE_WIDTH, _RIM = 22225, 12700


def series_xml(series: Plotted, column: int, categories: Sequence[str], look: str, labels: str) -> str:
    """A series whose figures stand in this column of the workbook, beside the categories in the first."""
    last = len(categories) + 1
    return (
        f'<c:ser><c:idx val="{column - 1}"/><c:order val="{column - 1}"/><c:tx><c:strRef>'
        f"<c:f>{cell_range(column, 1, 1)}</c:f>{_words_cache([series.name])}</c:strRef></c:tx>{look}{labels}"
        f"<c:cat><c:strRef><c:f>{cell_range(0, 2, last)}</c:f>{_words_cache(categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{cell_range(column, 2, last)}</c:f>{_figures_cache(series.values)}"
        f"</c:numRef></c:val>{_STRAIGHT if series.is_line else ''}</c:ser>"
    )


def bar_look(series: Plotted) -> str:
    """Bars in one colour, or each in its own; losses keep the colour of their series."""
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{filled(colour)}{line('')}</c:spPr></c:dPt>"
        for at, colour in enumerate(series.colours)
    )
    colour = series.colour or next(iter(series.colours), "")
    return f'<c:spPr>{filled(colour)}{line(series.rim, _RIM)}</c:spPr><c:invertIfNegative val="0"/>{points}'


def line_look(series: Plotted, number: int) -> str:
    """A line whose markers tell it from others without colour."""
    if not series.is_seen:
        return f'<c:spPr>{line("")}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    return (
        f"<c:spPr>{line(series.colour, _LINE_WIDTH, dashed=series.is_dashed)}</c:spPr><c:marker>"
        f'<c:symbol val="{_MARKERS[number % len(_MARKERS)]}"/><c:size val="5"/>'
        f"<c:spPr>{filled(PAPER)}{line(series.colour, _RIM)}</c:spPr></c:marker>"
    )


def sector_look(series: Plotted) -> str:
    """The pieces of a pie or a ring, parted by white."""
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{filled(colour)}{line(PAPER, _RIM)}</c:spPr></c:dPt>"
        for at, colour in enumerate(series.colours)
    )
    return f"<c:spPr>{line(PAPER, _RIM)}</c:spPr>{points}"


def _words_cache(words: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{cell_words(word)}</c:v></c:pt>' for at, word in enumerate(words)
    )
    return f'<c:strCache><c:ptCount val="{len(words)}"/>{points}</c:strCache>'


def _figures_cache(values: Sequence[Decimal | None]) -> str:
    """Figures by their places; where there is none there is no point, never a nought."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value:f}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    )
    count = f'<c:ptCount val="{len(values)}"/>'
    return f"<c:numCache><c:formatCode>General</c:formatCode>{count}{points}</c:numCache>"
