"""Metrics side by side: a table with just the columns that some metric has figures for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from opsreport.bundle.leaves import Choice
from opsreport.bundle.leaves import Text as Leaf
from opsreport.document import Field, Inline, Mark, Text
from opsreport.document.widths import line_width
from opsreport.figures.change import Direction
from opsreport.figures.period import Period
from opsreport.figures.printing import MINUS
from opsreport.report.cells import COLUMNS, Cell, cell
from opsreport.report.context import CellView, ColumnView, MetricTableView, TableRowView
from opsreport.report.facets import Facets
from opsreport.report.passage import Passage
from opsreport.report.texts import leaf_passage, with_slots_marked

ROLES = {Direction.UP: "rise", Direction.DOWN: "fall", Direction.LEVEL: ""}
LINE = 94
"""What a line of a table holds, in half-width characters."""
PADDING = 2
NARROWEST_NAME, WIDEST_NAME = 10, 36


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure in a column: the key it stands under, and a note where the heading does not say enough."""

    key: str
    cell: Cell
    note: Leaf | None = None

    @property
    def text(self) -> str:
        """All that the cell shows."""
        return self.cell.text + (f"（{self.note.text}）" if self.note else "")


Cells = dict[str, Placed]
Rows = Sequence[tuple[Facets, Cells]]


def metric_table(metrics: Sequence[Facets]) -> MetricTableView | None:
    """The table of these metrics; none where no metric has a figure."""
    homes = _homes(metrics)
    rows = [(facets, _cells(facets, homes)) for facets in metrics]
    rows = [(facets, cells) for facets, cells in rows if cells]
    columns = [key for key in COLUMNS if any(key in cells for _, cells in rows)]
    if not columns:
        return None
    titles = {key: _title(key, rows) for key in columns}
    name_width, widths = _widths(rows, titles)
    return MetricTableView(
        name_width,
        tuple(ColumnView(key, titles[key], widths[key]) for key in columns),
        tuple(_row(facets, cells, columns) for facets, cells in rows),
    )


def _widths(rows: Rows, titles: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The width of the names and of each column, in half-width characters: wide enough that no figure breaks.

    What is left over is shared by all; where the line is too short, the names give way, and then writers
    set the table in smaller type, or in two.
    """
    widths = {
        key: PADDING
        + max(_width(text) for text in (title, *(cells[key].text for _, cells in rows if key in cells)))
        for key, title in titles.items()
    }
    figures = sum(widths.values())
    longest = PADDING + max(_width(facets.metric.name.text) for facets, _ in rows)
    names = max(NARROWEST_NAME, min(longest, WIDEST_NAME, LINE - figures))
    spare = max(0, LINE - figures - names) // (len(widths) + 1)
    return names + spare, {key: width + spare for key, width in widths.items()}


def _width(text: str) -> int:
    """How wide a text is, a hanzi counting two."""
    return ceil(2 * line_width(text))


def _title(column: str, rows: Rows) -> str:
    """A column's heading; differences from a target are not called 完成率."""
    if column == "vs_target":
        shown = [cells[column].text for _, cells in rows if column in cells]
        gaps = [text.removeprefix("约").startswith(("+", MINUS)) or text.endswith("持平") for text in shown]
        if any(gaps):
            return "较目标" if all(gaps) else "完成率/较目标"
    return COLUMNS[column]


def _row(facets: Facets, cells: Cells, columns: Sequence[str]) -> TableRowView:
    views = (_view(facets, cells[key]) if key in cells else CellView(Passage()) for key in columns)
    return TableRowView(leaf_passage(facets.metric.name), tuple(views))


def _homes(metrics: Sequence[Facets]) -> frozenset[str]:
    """The columns that starts move to: those that other figures fill, or that all starts would move to."""
    wanted = {_columns_of_start(facets)[0] for facets in metrics if facets.metric.from_}
    filled = {home for home in wanted if home and any(cell(facets, home).text for facets in metrics)}
    return frozenset(filled | wanted if len(wanted) == 1 else filled)


def _cells(facets: Facets, homes: frozenset[str]) -> Cells:
    """What a metric has to show, column by column, with the key that each figure stands under.

    A start that is the period before (二季度, in a report on the third) belongs under 上期 and 环比, one that
    is a year earlier (2024年, in a report on 2025) under 去年同期 and 同比, if these are among the `homes`.
    """
    repeated = ("previous", "vs_previous") if facets.repeats_last_year else ()
    keys = (key for key in COLUMNS if key not in repeated)
    cells = {key: Placed(key, one) for key in keys if (one := cell(facets, key)).text}
    start = facets.metric.from_
    home, its_change = _columns_of_start(facets)
    if home and home in homes and home not in cells:
        for key, column in (("from", home), ("change", its_change)):
            if key in cells:
                cells[column] = cells.pop(key)
    elif "from" in cells and start is not None:
        cells["from"] = replace(cells["from"], note=start.label)
    return cells


def _columns_of_start(facets: Facets) -> tuple[str, str]:
    """The columns of a start and of the change since then; empty where it is no period that has any."""
    period = facets.period
    if period is None:
        return "", ""
    if _starts_at(facets, period.last_year, (period.last_year_word, COLUMNS["last_year"])):
        return "last_year", "vs_last_year"
    if period.previous and _starts_at(facets, period.previous, (period.previous_word,)):
        return "previous", "vs_previous"
    return "", ""


def _starts_at(facets: Facets, before: Period, words: tuple[str, ...]) -> bool:
    """Whether a metric's start is this earlier period, by its date or by what it is called."""
    start, period = facets.metric.from_, facets.period
    if start is None or period is None:
        return False
    if isinstance(start.at, Choice):
        return start.at.value == before
    names = {before.label, before.label.removeprefix(f"{period.year}年"), *words}
    said = (one.text for one in (start.label, start.at) if one is not None)
    return any(word in names or f"第{word}" in names for word in said)


def _view(facets: Facets, placed: Placed) -> CellView:
    path = f"{facets.metric.path}.{placed.key}"
    inlines: tuple[Inline, ...] = (Field(path, with_slots_marked(placed.cell.text)),)
    if placed.note:
        inlines += (Mark("quiet", (Text("（"), *leaf_passage(placed.note).inlines, Text("）"))),)
    return CellView(Passage(inlines), ROLES[placed.cell.direction])
