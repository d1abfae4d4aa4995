"""The XML of one sheet: first what it says besides its rows, then its rows as they are stored, one by one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from opsreport.readers.excel_package import Package, UnusableWorkbookError, XmlReading
from opsreport.readers.excel_parts import Gathering, is_true, whole

LAST_ROW = 1048576
LAST_COLUMN = 16384

MOST_ELEMENTS = 2_500_000
"""Rows, cells and values: a hundred thousand rows of twelve columns, which take some ten seconds."""

WIDEST = 512
"""A table of a report has a few dozen columns; a cell far beyond was touched by accident."""

NOUGHT = re.compile(r"[-+]?(?:0+(?:\.0*)?|\.0+)(?:[eE][-+]?\d+)?", re.ASCII)
AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", re.IGNORECASE | re.ASCII)


class Area(NamedTuple):
    """A rectangle of cells, from its first to its last row and column."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first, last = (f"{letters(self.left)}{self.top}", f"{letters(self.right)}{self.bottom}")
        return first if first == last else f"{first}:{last}"


class RawCell(NamedTuple):
    """A cell as stored: its type, the number of its style, its value, and whether a formula gave it."""

    column: int
    kind: str
    style: int
    value: str | None
    is_formula: bool


class RawRow(NamedTuple):
    """A row with those of its cells that hold anything."""

    number: int
    is_hidden: bool
    cells: tuple[RawCell, ...]


@dataclass(slots=True)
class SheetShape:
    """What stands around the rows of a sheet."""

    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    is_filtered: bool = False


def survey(package: Package, part: str) -> SheetShape:
    """What a sheet says besides its rows; raises `UnusableWorkbookError` where it cannot be read to its end.

    Merged cells are listed behind the rows, so the sheet is read twice; memory stays flat.
    """
    shape = SheetShape()

    def start(name: str, attributes: dict[str, str]) -> None:
        match name:
            case "sheetData":
                reading.skip(name, MOST_ELEMENTS)
            case "col" if is_true(attributes.get("hidden")) or _is_nought(attributes.get("width")):
                first, last = whole(attributes.get("min")), whole(attributes.get("max"))
                shape.hidden_columns.append((first or 1, last or LAST_COLUMN))
            case "mergeCell":
                shape.merges.append(area_of(attributes.get("ref", ""), part))
            case "filterColumn":
                shape.is_filtered = True

    reading = XmlReading(part, start)
    for piece in package.pieces(part):
        reading.feed(piece)
    reading.feed(b"", last=True)
    return shape


def raw_rows(package: Package, part: str) -> Iterator[RawRow]:
    """The rows of a sheet as they are stored, from the top."""
    reading = RowReading(part)
    xml = XmlReading(part, lambda name, attributes: None, text=reading.text)
    xml.hand_over(reading.starts, reading.ends)
    for piece in package.pieces(part, again=True):
        xml.feed(piece)
        yield from reading.taken()
    xml.feed(b"", last=True)
    yield from reading.taken()


class RowReading:
    """Gathers cells and rows from the elements of a sheet."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._rows: list[RawRow] = []
        self._cells: list[RawCell] = []
        self._number = 0
        self._is_hidden = False
        self._column = 0
        self._kind = ""
        self._style = 0
        self._value: list[str] | None = None
        self._is_formula = False
        self._inline = Gathering()
        self._in_value = False
        self._columns: dict[str, int] = {}
        self.text: Callable[[str], None] = self._text

    def taken(self) -> list[RawRow]:
        """The rows finished since they were last asked for."""
        rows, self._rows = self._rows, []
        return rows

    @property
    def starts(self) -> dict[str, Callable[[dict[str, str]], None]]:
        """What to do where an element begins, by its name."""
        return {
            "c": self._cell,
            "v": self._open_value,
            "row": self._row,
            "f": self._note_formula,
            "t": lambda _: self._inline.start("t"),
            "rPh": lambda _: self._inline.start("rPh"),
        }

    @property
    def ends(self) -> dict[str, Callable[[], None]]:
        """What to do where an element ends, by its name."""
        return {
            "v": self._close_value,
            "c": self._finish,
            "row": self._end_row,
            "t": lambda: self._inline.end("t"),
            "rPh": lambda: self._inline.end("rPh"),
        }

    def _open_value(self, _: dict[str, str]) -> None:
        self._value = []
        self._in_value = True

    def _close_value(self) -> None:
        self._in_value = False

    def _note_formula(self, _: dict[str, str]) -> None:
        self._is_formula = True

    def _end_row(self) -> None:
        self._rows.append(RawRow(self._number, self._is_hidden, tuple(self._cells)))

    def _finish(self) -> None:
        value = None if self._value is None else "".join(self._value)
        if self._kind == "inlineStr":
            value = self._inline.text
        if value is not None or self._is_formula:
            self._cells.append(RawCell(self._column, self._kind, self._style, value, self._is_formula))

    def _text(self, text: str) -> None:
        if self._in_value and self._value is not None:
            self._value.append(text)
        else:
            self._inline.add(text)

    def _row(self, attributes: dict[str, str]) -> None:
        number = whole(attributes.get("r")) if "r" in attributes else self._number + 1
        if number is None or not self._number < number <= LAST_ROW:
            raise UnusableWorkbookError("broken-workbook", "order", part=self._part)
        self._number = number
        self._is_hidden = is_true(attributes.get("hidden")) or _is_nought(attributes.get("ht"))
        self._cells = []
        self._column = 0

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        column = self._column + 1
        if reference is not None:
            name = reference.rstrip("0123456789")
            column = self._columns.get(name) or self._learned(name)
        if not self._column < column <= LAST_COLUMN:
            raise UnusableWorkbookError("broken-workbook", "order", part=self._part)
        self._column = column
        self._kind = attributes.get("t", "n")
        self._style = whole(attributes.get("s")) or 0
        self._value = None
        self._is_formula = False
        if self._kind == "inlineStr":
            self._inline.clear()

    def _learned(self, name: str) -> int:
        column = column_of(name)
        self._columns[name] = column
        return column


def _is_nought(written: str | None) -> bool:
    """Whether a height or a width is nothing, which hides a row or a column as well."""
    return written is not None and NOUGHT.fullmatch(written.strip()) is not None


def area_of(reference: str, part: str) -> Area:
    """The cells that `B3:B7` names."""
    match = AREA.fullmatch(reference)
    if match is None:
        raise UnusableWorkbookError("broken-workbook", "order", part=part)
    left, top = column_of(match[1]), int(match[2])
    right, bottom = (column_of(match[3]), int(match[4])) if match[3] else (left, top)
    return Area(top, left, bottom, right)


def column_of(name: str) -> int:
    """The number of a column: A is 1; 0 for what names none."""
    number = 0
    for letter in name.upper():
        if not "A" <= letter <= "Z" or number > LAST_COLUMN:
            return 0
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """The name of a column: 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
