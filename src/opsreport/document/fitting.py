"""Tables made to fit a line: no figure breaks, however many columns there are.

What does not fit is set in smaller type, then with its headings on two lines, and at last in two tables or
more that name the same rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from opsreport.document.grid import Slot, grid
from opsreport.document.title_lines import parted_evenly
from opsreport.document.tree import Align, Cell, Column, Footnote, Row, Table
from opsreport.document.widths import line_width, plain_words

LINE = 46.5
"""What a line of a page holds, in ems of the type of tables."""
SCALES = (1.0, 0.9, 0.8)
"""How much smaller the type may get: 9 points, 8 and 7; nothing smaller is read on paper."""
PADDING = 0.6
"""What a cell leaves free on both sides together, in ems of the usual type."""
MISSING = "——"

# The order in which sizes of type are tried, the smaller ones also with less room than columns want.
_WAYS = ((1.0, False), (0.9, False), (0.9, True), (0.8, False), (0.8, True))
# In ems: a text to the right that is wider than this is no figure; words beside figures get this much room.
_WIDEST_FIGURE, _WORDS, _LEAST_WORDS = 14.0, 8.0, 5.2


@dataclass(frozen=True, slots=True)
class FittedTable:
    """A table as it is set: columns wide enough for their figures, and how small its type is."""

    table: Table
    scale: float
    part: int = 1
    """Which of the tables it is that one has become, and how many these are."""
    parts: int = 1


def is_figure(cell: Cell, column: Column) -> bool:
    """Whether a cell holds something that is never broken."""
    return column.align is Align.END and line_width(plain_words(cell.children)) <= _WIDEST_FIGURE


def fitted(table: Table, line: float = LINE) -> list[FittedTable]:
    """The table as it fits a line of so many ems: one table, or where that cannot be, several."""
    whole = _Layout(table, line)
    if not whole.has_figures or whole.fits_as_it_is:
        return [FittedTable(table, 1.0)]
    for count in range(1, whole.most_parts + 1):
        parts = [_Layout(part, line) for part in _parts(table, whole.needs, count)]
        for scale, tight in _WAYS:
            if all(part.room_left(scale, tight=tight) >= 0 for part in parts):
                return _set(parts, scale)
    return _set(parts, SCALES[-1])


def fits_whole(table: Table, line: float) -> bool:
    """Whether a line of so many ems holds the table in one piece, in type that can be read."""
    whole = _Layout(table, line)
    return not whole.has_figures or whole.fits_as_it_is or whole.room_left(SCALES[-1], tight=True) >= 0


@dataclass(frozen=True, slots=True)
class _Need:
    """The width a column wants, in ems, and the one it can do with in the smallest type."""

    wanted: float
    least: float


@dataclass(frozen=True)
class _Layout:
    """A table and the line it is to fit."""

    table: Table
    line: float

    @cached_property
    def needs(self) -> tuple[_Need, ...]:
        """What each column takes."""
        return _needs(self.table)

    @property
    def has_figures(self) -> bool:
        """Whether it has columns that nothing may break; a table of words fits any line."""
        return any(column.align is Align.END for column in self.table.columns)

    @property
    def fits_as_it_is(self) -> bool:
        """Whether every column has the room it wants with the widths that the style asks for."""
        columns = self.table.columns
        part = self.line / sum(column.width for column in columns)
        return all(
            need.wanted + PADDING <= column.width * part
            for need, column in zip(self.needs, columns, strict=True)
        )

    @property
    def most_parts(self) -> int:
        """Into how many tables it can be parted: those whose cells stand by themselves."""
        rows = (*self.table.head, *self.table.body)
        plain = all(cell.columns == cell.rows == 1 for row in rows for cell in row)
        return max(1, len(self.table.columns) - 1) if plain and len(self.table.head) <= 1 else 1

    def room_left(self, scale: float, *, tight: bool) -> float:
        """What the columns leave of the line in type of this size, in ems of the usual type."""
        return self.line - sum(
            PADDING + scale * (need.least if tight else need.wanted) for need in self.needs
        )

    def widths(self, scale: float) -> list[float]:
        """The width of each column: what it must have, what it wants, and its share of what is left."""
        short = sum(scale * (need.wanted - need.least) for need in self.needs)
        spare = max(0.0, self.room_left(scale, tight=True))
        granted = min(1.0, spare / short) if short else 0.0
        rest = (spare - granted * short) / len(self.needs)
        return [
            PADDING + scale * (need.least + granted * (need.wanted - need.least)) + rest
            for need in self.needs
        ]

    def set_at(self, scale: float) -> Table:
        """The table with columns for type of this size."""
        widths = self.widths(scale)
        columns = tuple(
            replace(column, width=width) for column, width in zip(self.table.columns, widths, strict=True)
        )
        rooms = [(width - PADDING) / scale for width in widths]
        head, body = (_in_even_lines(rows, rooms) for rows in (self.table.head, self.table.body))
        return replace(self.table, columns=columns, head=head, body=body)


def _set(parts: Sequence[_Layout], scale: float) -> list[FittedTable]:
    return [
        FittedTable(part.set_at(scale), scale, number, len(parts)) for number, part in enumerate(parts, 1)
    ]


@lru_cache(maxsize=32)
def _needs(table: Table) -> tuple[_Need, ...]:
    """What each column takes: its figures whole, its heading and its names on two lines if need be."""
    aligns = [column.align for column in table.columns]
    whole, wrapped = [0.0] * len(aligns), [0.0] * len(aligns)
    for rows in (table.head, table.body):
        for slot in _by_themselves(rows):
            at, width = slot.column, line_width(plain_words(slot.cell.children))
            is_whole = rows is table.body and aligns[at] is Align.END and width <= _WIDEST_FIGURE
            widest = whole if is_whole else wrapped
            widest[at] = max(widest[at], width)
    return tuple(map(_need, aligns, whole, wrapped))


def _need(align: Align, figures: float, words: float) -> _Need:
    if align is Align.END:
        return _Need(max(figures, min(words, _WORDS)), max(figures, min(words, words / 2 + 0.6)))
    wanted = min(words, max(_WORDS, words / 2 + 1))
    return _Need(wanted, min(words, max(_LEAST_WORDS, words / 3 + 1)))


def _by_themselves(rows: Sequence[Row]) -> Iterator[Slot]:
    """The cells that stand in one column alone."""
    for slots in grid(rows):
        yield from (slot for slot in slots if slot.cell.columns == 1 and not slot.begun_above)


def _parts(table: Table, needs: Sequence[_Need], count: int) -> list[Table]:
    """The table as so many tables, each with the names and with its share of the other columns."""
    if count == 1:
        return [table]
    borders = _borders([need.least + PADDING for need in needs[1:]], count)
    parts = [_part(table, [0, *range(start + 1, end + 1)]) for start, end in pairwise(borders)]
    return [
        replace(
            part, caption=table.caption if not place else (), note=table.note if part is parts[-1] else ()
        )
        for place, part in enumerate(parts)
    ]


def _borders(widths: Sequence[float], count: int) -> list[int]:
    """Where to part columns so that all parts are about equally wide."""
    total, reached, borders = sum(widths), 0.0, [0]
    for place, width in enumerate(widths):
        left = count - len(borders)
        is_due = reached + width / 2 > total * len(borders) / count
        if left and place and (is_due or len(widths) - place <= left):
            borders.append(place)
        reached += width
    return [*borders, len(widths)]


def _part(table: Table, places: Sequence[int]) -> Table:
    """Some columns of a table, without the rows that have nothing in them."""
    head, body = (
        tuple(tuple(row[place] for place in places) for row in rows) for rows in (table.head, table.body)
    )
    kept = tuple(row for row in body if any(_says_something(cell) for cell in row[1:]))
    if 1 not in places:
        kept = tuple((_without_footnotes(row[0]), *row[1:]) for row in kept)
    return replace(table, columns=tuple(table.columns[place] for place in places), head=head, body=kept)


def _without_footnotes(cell: Cell) -> Cell:
    """A name that stands in every part, and calls its footnotes in the first alone."""
    return replace(cell, children=tuple(one for one in cell.children if not isinstance(one, Footnote)))


def _says_something(cell: Cell) -> bool:
    return plain_words(cell.children) not in ("", MISSING)


def _in_even_lines(rows: tuple[Row, ...], rooms: Sequence[float]) -> tuple[Row, ...]:
    """The rows with the names and headings that are too long for their column parted where they read best."""
    return tuple(
        tuple(
            replace(slot.cell, children=parted_evenly(slot.cell.children, rooms[slot.column]))
            if slot.cell.head and slot.cell.columns == 1
            else slot.cell
            for slot in slots
            if not slot.begun_above
        )
        for slots in grid(rows)
    )
