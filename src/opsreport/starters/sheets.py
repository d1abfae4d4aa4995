"""The sheets of a starter workbook: cells with their looks, lists to choose from, hints on the headers."""

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from opsreport.bundle.choice_words import CHINESE
from opsreport.bundle.shapes import ShapeKind
from opsreport.diagnostics.render.visible import width
from opsreport.readers.table_kinds import GUIDE, REPORT
from opsreport.starters.guide import GENERAL, hints, purpose
from opsreport.starters.tables import Column, Filled
from opsreport.writers.docx.package import XML, R, escape

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAST_ROW = 500
"""As far down as lists and colours reach."""

LINE = 14
LONGEST_TITLE = 32
LONGEST_HINT = 255
LONGEST_LIST = 255
MANY_COLUMNS = 6

_WIDE, _MIDDLE, _NARROW = 44, 16, 11
_WIDTHS: Mapping[ShapeKind, int] = MappingProxyType({ShapeKind.PROSE: _WIDE, ShapeKind.QUANTITY: _NARROW})
_CHOSEN = (ShapeKind.CHOICE, ShapeKind.PLAIN_CHOICE)


class Look(enum.IntEnum):
    """The looks of cells, by their numbers in the style sheet."""

    FIGURE = 0
    TEXT = 1
    HEADER = 2
    TITLE = 3
    HINT = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name, as XML."""

    name: str
    xml: str


def guide_sheet(tables: Sequence[Filled]) -> Sheet:
    """How to fill in the workbook: general rules, then every column of every sheet."""
    rows: list[tuple[Look, Sequence[str]]] = [(Look.TITLE, [GUIDE])]
    rows += [(Look.FIGURE, [f"{number}. {line}"]) for number, line in enumerate(GENERAL, 1)]
    rows += [(Look.FIGURE, []), (Look.HEADER, ["表", "列", "填什么"])]
    for one in tables:
        name = one.table.words[0]
        rows.append((Look.HINT, [name, "", purpose(one)]))
        rows += [(Look.TEXT, [name, header, told]) for header, told in hints(one)]
    cells = [[(text, look) for text in texts] for look, texts in rows]
    columns = [(wide, Look.TEXT) for wide in (14, 20, 100)]
    return Sheet(GUIDE, _sheet(columns, cells, selected=True))


def table_sheet(table: Filled, ids: Mapping[str, str]) -> Sheet:
    """A table with its header; `ids` are the ranges of those tables that others refer to."""
    looks = [_look(column) for column in table.columns]
    cols = [(_width(column), look) for column, look in zip(table.columns, looks, strict=True)]
    header = [(column.header, Look.HEADER) for column in table.columns]
    rows = [
        [(text, _own_look(text, look)) for text, look in zip(row, looks, strict=True)] for row in table.rows
    ]
    after = _slots(len(table.columns)) + _validations(table, ids)
    frozen = 0 if table.table is REPORT else 2 if len(table.columns) >= MANY_COLUMNS else 1
    return Sheet(table.table.words[0], _sheet(cols, [header, *rows], after, frozen=frozen))


def ids_of(tables: Iterable[Filled]) -> dict[str, str]:
    """Where the ids of each table stand, for lists to choose from."""
    return {
        one.table.name: f"'{one.table.words[0]}'!$A$2:$A${LAST_ROW}"
        for one in tables
        if one.columns[0].header == "编号" and any(row[0] for row in one.rows)
    }


def _look(column: Column) -> Look:
    # As text a date, a number with noughts before it and 1:4.5 stay as they are typed.
    return Look.FIGURE if column.shape.kind is ShapeKind.QUANTITY else Look.TEXT


def _own_look(text: str, look: Look) -> Look:
    return Look.TEXT if ":" in text else look


def _width(column: Column) -> int:
    return max(_WIDTHS.get(column.shape.kind, _MIDDLE), 2 * len(column.header) + 3)


def _sheet(
    columns: Sequence[tuple[int, Look]],
    rows: Sequence[Sequence[tuple[str, Look]]],
    after: str = "",
    *,
    frozen: int = 0,
    selected: bool = False,
) -> str:
    cols = "".join(
        f'<col min="{number}" max="{number}" width="{wide}" style="{look:d}" customWidth="1"/>'
        for number, (wide, look) in enumerate(columns, 1)
    )
    written = "".join(
        f'<row r="{number}" ht="{_height(row, columns)}">{"".join(_cells(row, number))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return (
        f'{XML}<worksheet xmlns="{S}" xmlns:r="{R}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f"{_view(frozen, selected=selected)}<cols>{cols}</cols><sheetData>{written}</sheetData>{after}"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def _height(row: Sequence[tuple[str, Look]], columns: Sequence[tuple[int, Look]]) -> int:
    """High enough for the longest text in its column; a program that measures for itself may change it."""
    if row and row[0][1] is Look.TITLE:
        return 2 * LINE
    lines = (
        -(-width(text) // (wide - 1))
        for (text, look), (wide, _) in zip(row, columns, strict=False)
        if look is not Look.FIGURE
    )
    return LINE * max((1, *lines)) + 2


def _view(frozen: int, *, selected: bool) -> str:
    if selected:
        return '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>'
    columns = f'xSplit="{frozen}" ' if frozen else ""
    pane = "bottomRight" if frozen else "bottomLeft"
    first = f"{letters(frozen)}2"
    return (
        f'<sheetViews><sheetView workbookViewId="0"><pane {columns}ySplit="1" topLeftCell="{first}" '
        f'activePane="{pane}" state="frozen"/></sheetView></sheetViews>'
    )


def _cells(row: Sequence[tuple[str, Look]], number: int) -> Iterator[str]:
    for column, (text, look) in enumerate(row):
        place = f'r="{letters(column)}{number}" s="{look:d}"'
        if text:
            yield f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        else:
            yield f"<c {place}/>"


def _slots(columns: int) -> str:
    """What is still to be filled in is coloured, until it is."""
    found = ",".join(f'ISNUMBER(SEARCH("{slot}",A2))' for slot in ("XX", "X.X", "X:X"))
    return (
        f'<conditionalFormatting sqref="A2:{letters(columns - 1)}{LAST_ROW}">'
        '<cfRule type="expression" dxfId="0" priority="1">'
        f"<formula>{escape(f'OR({found})')}</formula></cfRule></conditionalFormatting>"
    )


def _validations(table: Filled, ids: Mapping[str, str]) -> str:
    """A list to choose from in the columns that have one, and a hint on every header."""
    written = []
    for number, column in enumerate(table.columns):
        letter = letters(number)
        if chosen := _list(column, ids):
            written.append(
                '<dataValidation type="list" allowBlank="1" showErrorMessage="0" '
                f'sqref="{letter}2:{letter}{LAST_ROW}"><formula1>{escape(chosen)}</formula1></dataValidation>'
            )
        if column.hint:
            title, told = escape(column.header[:LONGEST_TITLE]), escape(column.hint[:LONGEST_HINT])
            written.append(
                f'<dataValidation allowBlank="1" showInputMessage="1" promptTitle="{title}" prompt="{told}" '
                f'sqref="{letter}1"/>'
            )
    return f'<dataValidations count="{len(written)}">{"".join(written)}</dataValidations>' if written else ""


def _list(column: Column, ids: Mapping[str, str]) -> str:
    if column.shape.kind not in _CHOSEN:
        return ids.get(column.refers, "")
    words = ",".join(CHINESE[one][0] if one in CHINESE else str(one.value) for one in column.shape.type)
    return f'"{words}"' if len(words) <= LONGEST_LIST else ""


def letters(column: int) -> str:
    """The letters of a column, counted from 0."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
