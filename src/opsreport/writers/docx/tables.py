"""Tables in fixed layout: every width is written three times, and the three agree.

Word follows the cells' widths, WPS the table's, LibreOffice the grid's.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from opsreport.document import (
    ROLES,
    Align,
    Cell,
    Column,
    FittedTable,
    Inline,
    Mark,
    Particulars,
    Table,
    fitted,
    plain_words,
)
from opsreport.document.banding import is_banded
from opsreport.document.grid import Slot, grid
from opsreport.writers.docx.names import PARAGRAPH, PARTICULAR, TABLE
from opsreport.writers.docx.package import escape
from opsreport.writers.docx.stylesheet import Stylesheet
from opsreport.writers.docx.text import TextWriter

# A table this short is moved to the next page whole rather than split.
_KEPT_WHOLE = 12
# A label and its value, twice; a value longer than half a line takes the whole one.
_PARTICULARS_SHARES = (9, 31, 9, 31)
# In a box, where a label of three characters would not fit into a ninth of the width.
_SHARES_IN_A_BOX, _NARROW = (13, 27, 13, 27), 7500
_HALF_LINE = 26
# The type of tables, in half points.
_HALF_POINTS = 18
_MERGE_BEGINS = '<w:vMerge w:val="restart"/>'
_JUSTIFICATION = {Align.START: "", Align.CENTER: '<w:jc w:val="center"/>', Align.END: '<w:jc w:val="right"/>'}


_Item = tuple[tuple[Inline, ...], tuple[Inline, ...]]


@dataclass(frozen=True, slots=True)
class _Line:
    """What all cells of a row have in common."""

    head: bool
    keep: bool
    borders: str
    band: str
    """The ground of every other row, which LibreOffice and WPS do not take from the style."""
    size: int
    """The size of the type in half points, where it is not the style's."""


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Writes what stands in rows and columns."""

    stylesheet: Stylesheet
    text: TextWriter

    def table(self, fit: FittedTable, width: int) -> str:
        """A table without its caption and note."""
        table = fit.table
        style = self.stylesheet.style(TABLE, ROLES[table.role].word_style)
        widths = share_out(width, [column.width for column in table.columns])
        count = len(table.head) + len(table.body)
        shaded = range(len(table.head) + 1, count, 2)
        kept, banded = count <= _KEPT_WHOLE, is_banded(table)
        openings: dict[_Line, _Openings] = {}
        written = []
        for place, slots in enumerate(grid((*table.head, *table.body))):
            line = _Line(
                head=place < len(table.head),
                keep=kept and (place < count - 1 or bool(table.note) or fit.part < fit.parts),
                borders=self._head_rule(style, place - len(table.head)),
                band=self._band(style) if banded and place in shaded else "",
                size=0 if fit.scale == 1 else round(_HALF_POINTS * fit.scale),
            )
            if line not in openings:
                openings[line] = _Openings(self.stylesheet, table.columns, widths, line)
            written.append(self._row(slots, openings[line]))
        head = table_head(
            style,
            widths,
            first_row=bool(table.head),
            first_column=any(row and row[0].head for row in table.body),
            banded=banded,
            title=plain_words(table.caption),
        )
        return f"<w:tbl>{head}{''.join(written)}</w:tbl>" if written else ""

    def _head_rule(self, style: str, row: int) -> str:
        """The rule below the last head row, which is row -1; LibreOffice lets row 0 overrule it."""
        side = {-1: "bottom", 0: "top"}.get(row)
        rule = self.stylesheet.head_rules.get(style)
        return f"<w:tcBorders><w:{side} {rule}/></w:tcBorders>" if side and rule else ""

    def _band(self, style: str) -> str:
        ground = self.stylesheet.bands.get(style)
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""

    def _row(self, slots: Sequence[Slot], openings: "_Openings") -> str:
        cells = "".join(
            [f"{openings.of(slot)}{self._words(slot, openings.line)}</w:p></w:tc>" for slot in slots]
        )
        repeated = "<w:tblHeader/>" if openings.line.head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"

    def _words(self, slot: Slot, line: _Line) -> str:
        return "" if slot.begun_above else self.text.runs(_worded(slot.cell), size=line.size)

    def particulars(self, particulars: Particulars, width: int) -> str:
        """Labels and values as a table without a head, two short ones to a line."""
        widths = share_out(width, _SHARES_IN_A_BOX if width < _NARROW else _PARTICULARS_SHARES)
        rows = "".join(self._particulars_row(items, widths) for items in _paired(particulars.items))
        style = self.stylesheet.style(TABLE, ROLES[particulars.role].word_style)
        return f"<w:tbl>{table_head(style, widths)}{rows}</w:tbl>" if rows else ""

    def _particulars_row(self, items: Sequence[_Item], widths: list[int]) -> str:
        paired = len(items) == 2
        span = "" if paired else f'<w:gridSpan w:val="{len(widths) - 1}"/>'
        cells = "".join(
            self._particular((Mark("label", label),), widths[place])
            + self._particular(value, widths[place + 1] if paired else sum(widths[1:]), span)
            for place, (label, value) in zip((0, 2), items, strict=False)
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _particular(self, words: tuple[Inline, ...], width: int, span: str = "") -> str:
        style = self.stylesheet.style(PARAGRAPH, PARTICULAR)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr><w:p><w:pPr>'
            f'<w:pStyle w:val="{style}"/></w:pPr>{self.text.runs(words)}</w:p></w:tc>'
        )


@dataclass(frozen=True, slots=True)
class _Openings:
    """What opens the cells of a line, up to their words; cells that open alike are written once."""

    stylesheet: Stylesheet
    columns: Sequence[Column]
    widths: Sequence[int]
    line: _Line
    _known: dict[tuple[int, int, bool, bool, bool], str] = field(default_factory=dict)

    def of(self, slot: Slot) -> str:
        """The markup before the words of a cell."""
        cell = slot.cell
        kind = (slot.column, cell.columns, cell.rows == 1, slot.begun_above, cell.head)
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = self._opening(slot)
        return known

    def _opening(self, slot: Slot) -> str:
        cell, line = slot.cell, self.line
        width = sum(self.widths[slot.column : slot.column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = "" if cell.rows == 1 else "<w:vMerge/>" if slot.begun_above else _MERGE_BEGINS
        name, align = _cell_form(slot, self.columns, line)
        style = self.stylesheet.style(PARAGRAPH, name)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{line.borders}{line.band}'
            f'</w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
            f"{'<w:keepNext/>' if line.keep else ''}{_JUSTIFICATION[align]}</w:pPr>"
        )


def fitted_to(table: Table, width: int) -> list[FittedTable]:
    """A table as it fits this width: one, or several that stand below each other."""
    return fitted(table, width / (10 * _HALF_POINTS))


def share_out(width: int, shares: Sequence[float]) -> list[int]:
    """A width divided by shares into whole units that add up to it."""
    borders = list(itertools.accumulate(shares, initial=0.0))
    places = [round(width * border / (borders[-1] or 1)) for border in borders]
    return [end - start for start, end in itertools.pairwise(places)]


def table_head(
    style: str,
    widths: Sequence[int],
    *,
    first_row: bool = False,
    first_column: bool = False,
    banded: bool = False,
    title: str = "",
) -> str:
    """The properties and the grid that open a table."""
    named = f'<w:tblCaption w:val="{escape(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = {
        "firstRow": first_row,
        "lastRow": False,
        "firstColumn": first_column,
        "lastColumn": False,
        "noHBand": not banded,
        "noVBand": True,
    }
    bits = sum(0x0020 << place for place, asked in enumerate(look.values()) if asked)
    flags = "".join(f' w:{name}="{asked:d}"' for name, asked in look.items())
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{bits:04X}"{flags}/>'
        f"{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def _cell_form(slot: Slot, columns: Sequence[Column], line: _Line) -> tuple[str, Align]:
    """The style of a cell's paragraph and where it stands; a head cell as wide as the table names a group."""
    cell = slot.cell
    group = cell.head and cell.columns == len(columns)
    style = ROLES["head-cell" if line.head or group else "cell"].word_style
    if line.head and cell.columns > 1:
        return style, Align.CENTER
    return style, Align.START if group else columns[slot.column].align


def _worded(cell: Cell) -> tuple[Inline, ...]:
    return (Mark(cell.role, cell.children),) if cell.role else cell.children


def _paired(items: Sequence[_Item]) -> Iterator[tuple[_Item, ...]]:
    """The items in their order, neighbours that are both short on one line."""
    waiting: list[_Item] = []
    for item in items:
        if _display_width(item[1]) > _HALF_LINE:
            yield from ((one,) for one in (*waiting, item))
            waiting = []
        elif waiting:
            yield (waiting.pop(), item)
        else:
            waiting.append(item)
    yield from ((one,) for one in waiting)


def _display_width(words: Iterable[Inline]) -> int:
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in plain_words(words))
