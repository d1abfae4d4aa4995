"""The header of a table: which row it is, what each column stands for, and what cannot be read of it."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from opsreport.bundle.likeness import nearest
from opsreport.bundle.metric import Metric, RatioSides, Scale
from opsreport.bundle.schema import Key, keys_of
from opsreport.bundle.shapes import Shape, ShapeKind
from opsreport.bundle.unknown_keys import COMPUTED
from opsreport.diagnostics import Diagnostics, Label, Scalar, Span
from opsreport.figures.unit import unit_in_name, unit_named
from opsreport.readers.grid import Grid, Row
from opsreport.readers.table_cells import Column, is_bare
from opsreport.readers.table_kinds import EFFORT, REPORT, TABLES, TEXT_WORDS, UNIT_OF_EFFORT, Table
from opsreport.readers.table_paths import Place, place_of, plain, split_header, unit_of_header
from opsreport.readers.table_run_on import holds_break, report_joined

LOOKED_AT = 20
"""So far down a header may stand."""
ENOUGH = 2
"""So many known names make a row the header, whatever stands above it."""
AT_MOST = 12
FULL_WIDTH_COMMA = "，"
UNIT_ABOVE = re.compile(r"单位\s*[:：]\s*(?P<unit>[^()（）\s]+)")
MONEY_ABOVE = re.compile(r"^(?:金额)?(?:单位)?(?:人民币)?\s*[:：]?\s*(?=\S)")

ID_WORDS = frozenset({"id", "编码", "编号", "代码", "code", "no"})
"""What other programs call the id of a row, alone or behind the name of its table."""

TEXT = Place(("text",), Shape(ShapeKind.PROSE))
"""The one column of a table whose rows are mere texts."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table by their position, the column that names the owner of a row, and the rows below.

    `width` is how many columns there are up to the last one with a name, `cells` how many cells the row of
    their names has, blank ones at its end included. `unknown` are the names that nobody knows.
    """

    columns: dict[int, Column]
    owner: int | None
    owner_name: str
    ignored: frozenset[int]
    width: int
    cells: int
    unknown: tuple[Scalar, ...]
    span: Span
    rows: Iterator[Row]


def read_header(table: Table, grid: Grid, found: Diagnostics) -> Header | None:
    """The header of a table with the rows below it; nothing where there is none, or no row at all."""
    rows = iter(grid.rows)
    above: list[Row] = []
    for row in rows:
        if any(cell.text for cell in row):
            if sum(1 for cell in row if _is_known(table, cell.text)) >= ENOUGH:
                if _joins_rows(table, row, grid.delimiter, found):
                    return None
                return _below_unit(above, _header(table, row, rows, found), found)
            above.append(row)
        if len(above) == LOOKED_AT:
            break
    if not above:
        return None
    if any(_is_known(table, cell.text) for cell in above[0]):
        return _below_unit((), _header(table, above[0], chain(above[1:], rows), found), found)
    _report_missing(table, grid, above[0], found)
    return None


def _joins_rows(table: Table, row: Row, delimiter: str, found: Diagnostics) -> bool:
    """Whether a name in the header holds the rows below it, behind a stray quote, which is reported."""
    joined = [cell for cell in row if holds_break(cell, delimiter) and not _is_known(table, cell.text)]
    for cell in joined:
        report_joined(cell, found)
    return bool(joined)


def _is_known(table: Table, text: str) -> bool:
    if not text.strip():
        return False
    name, _ = split_header(text)
    return place_of(table, name) is not None or plain(name) in _other_words(table)


def _other_words(table: Table) -> set[str]:
    words = TEXT_WORDS if table.part is None else table.owner_words
    return {plain(word) for word in words}


def _header(table: Table, row: Row, rows: Iterable[Row], found: Diagnostics) -> Header:
    columns: dict[int, Column] = {}
    ignored: set[int] = set()
    unknown: list[tuple[Scalar, Place | None]] = []
    owner: int | None = None
    width = max((number + 1 for number, cell in enumerate(row) if cell.text.strip()), default=0)
    for number, cell in enumerate(row[:width]):
        if not cell.text.strip():
            continue
        name, inside = split_header(cell.text)
        if owner is None and table.part and plain(name) in _other_words(table):
            owner = number
            continue
        place = _place(table, name)
        if place is None or not carries(place):
            unknown.append((cell, place))
            ignored.add(number)
        elif _clash(cell, place, columns, found):
            ignored.add(number)
        else:
            unit = unit_of_header(inside) if place.shape.kind is ShapeKind.QUANTITY else ""
            columns[number] = Column(cell, place, unit)
    for cell, place in unknown:
        _report_unknown(table, cell, place, list(columns.values()), found)
    named = split_header(row[owner].text)[0] if owner is not None else (table.owner_words or ("",))[0]
    _give_default_units(table, columns)
    named_nowhere = tuple(cell for cell, place in unknown if place is None)
    span = next(cell.span for cell in row if cell.text.strip())
    return Header(columns, owner, named, frozenset(ignored), width, len(row), named_nowhere, span, iter(rows))


def _give_default_units(table: Table, columns: dict[int, Column]) -> None:
    """A column headed 人天 is in 人天, unless another column says what it is in."""
    taken = {column.steps for column in columns.values()}
    for number, column in columns.items():
        by_word = plain(split_header(column.header.text)[0]) in {plain(word) for word in table.more}
        if (
            by_word
            and not column.unit
            and column.steps == (*EFFORT, "amount")
            and (*EFFORT, "unit") not in taken
        ):
            columns[number] = replace(column, unit=UNIT_OF_EFFORT)


def _below_unit(above: Iterable[Row], header: Header, found: Diagnostics) -> Header:
    """The header, with a unit that is applied to nothing: 单位：万元 above it, 指标（万元）, 单位（万元）.

    A figure without a unit would need it.
    """
    figures = [
        at
        for at, one in header.columns.items()
        if one.place.shape.kind is ShapeKind.QUANTITY and not one.unit
    ]
    said = next(iter(chain(_units_above(above), _units_beside(header))), None)
    if said is None or not figures:
        return header
    units = [at for at, column in header.columns.items() if column.steps[-1] == "unit"]
    if units:
        return replace(header, rows=_watched(header.rows, units, figures, said, found))
    _report_unused_unit(said, found)
    return header


def _units_above(above: Iterable[Row]) -> Iterator[tuple[Scalar, str]]:
    """The cells above a header that name a unit: 单位：万元, 经营指标（万元）, 人民币万元."""
    for cell in chain.from_iterable(above):
        match = UNIT_ABOVE.search(cell.text)
        if match:
            yield cell, match["unit"]
            continue
        bare = MONEY_ABOVE.sub("", cell.text.strip().strip("()（）【】[]"))
        unit = unit_named(bare) or unit_in_name(cell.text)
        if unit:
            yield cell, unit.symbol


def _units_beside(header: Header) -> Iterator[tuple[Scalar, str]]:
    """The names of columns without figures that hold a unit."""
    for column in header.columns.values():
        unit = unit_in_name(column.header.text) if column.steps[-1] in ("name", "unit", "id") else None
        if unit:
            yield column.header, unit.symbol


def _watched(
    rows: Iterable[Row],
    units: list[int],
    figures: list[int],
    said: tuple[Scalar, str],
    found: Diagnostics,
) -> Iterator[Row]:
    """The rows; the first figure without a unit is reported, for all there is a column for units."""
    is_reported = False
    for row in rows:
        if not is_reported and not any(at < len(row) and row[at].text for at in units):
            is_reported = any(at < len(row) and is_bare(row[at]) for at in figures)
            if is_reported:
                _report_unused_unit(said, found)
        yield row


def _report_unused_unit(said: tuple[Scalar, str], found: Diagnostics) -> None:
    cell, unit = said
    found.add("unused-unit", cell.span, text=cell.text.strip(), unit=unit)


def _place(table: Table, name: str) -> Place | None:
    if table.part is None:
        return TEXT if plain(name) in _other_words(table) else None
    return place_of(table, name)


def carries(place: Place) -> bool:
    """Whether one cell can hold what stands at the place."""
    shape = place.shape
    if shape.kind is ShapeKind.MANY and shape.item and shape.item.kind is ShapeKind.PART:
        return bool(getattr(shape.item.type, "shorthand", ""))
    return shape.kind is not ShapeKind.PART or shape.type in (Scale, RatioSides)


def _clash(cell: Scalar, place: Place, columns: dict[int, Column], found: Diagnostics) -> bool:
    """Whether another column stands for the same place, or for a part of it."""
    for other in columns.values():
        shorter = min(len(place.steps), len(other.steps))
        if place.steps[:shorter] == other.steps[:shorter]:
            found.add(
                "duplicate-column",
                cell.span,
                secondary=(Label(other.header.span),),
                column=cell.text.strip(),
                first=other.header.text.strip(),
                name=".".join(str(step) for step in place.steps),
            )
            return True
    return False


def _report_unknown(
    table: Table, cell: Scalar, place: Place | None, taken: list[Column], found: Diagnostics
) -> None:
    name, _ = split_header(cell.text)
    details = {"table": table.words[0], "column": cell.text.strip(), "near": "", "other": "", "parts": ""}
    details |= {"kind": "列", "what": "column"}
    help_key = ""
    if place is not None:
        report_several(table, cell, place, found)
        return
    if table.part is Metric and name.casefold() in COMPUTED:
        help_key, details["column"] = "computed", name
    elif near := _near(table, name, {column.steps[0] for column in taken}):
        help_key, details["near"] = "near", near
    known, names = known_columns(table, {column.steps[0] for column in taken})
    found.report("unknown-column", cell.span, details | {"known": known, "names": names}, help_key=help_key)


def report_several(table: Table, cell: Scalar, place: Place, found: Diagnostics) -> None:
    """Report a name for what takes more than one cell, and say where to write that."""
    help_key, details = _several(place)
    kind, what = ("项", "key") if table is REPORT else ("列", "column")
    said = {"table": table.words[0], "column": cell.text.strip(), "kind": kind, "what": what}
    found.report("unknown-column", cell.span, said | details, help_key=help_key)


def _several(place: Place) -> tuple[str, dict[str, str]]:
    """A table of its own, or several columns."""
    last = next(step for step in reversed(place.steps) if isinstance(step, str))
    for table in TABLES:
        if last == table.name or last in table.owners.values():
            return "table", {"other": f"{table.words[0]}（{table.name}）"}
    shape = place.shape.item or place.shape
    keys = [key for key in keys_of(shape.type) if key.name not in ("lint", "count_claims")]
    start = ".".join(str(step) for step in place.steps)
    number = ".1" if place.shape.kind is ShapeKind.MANY else ""
    return "parts", {"parts": "、".join(f"{start}{number}.{key.name}" for key in keys[:4])}


def _near(table: Table, name: str, taken: Container[object]) -> str:
    """The column that was likely meant, as it may be written; one that the table has already was not."""
    free = [key for key in carried_keys(table) if key.name not in taken]
    ids = next((key for key in free if key.name == "id"), None)
    if ids and _names_an_id(table, plain(name)):
        return ids.labels[0]
    words = {plain(word): word for word in (*table.owner_words, *table.more)}
    words |= {plain(word): word for word in TEXT_WORDS if table.part is None}
    words |= {plain(word): word for key in free for word in (key.name, *key.labels)}
    near = nearest(plain(name), words)
    return words[near] if near else ""


def _names_an_id(table: Table, name: str) -> bool:
    """Whether a column is called after the codes of its table: 指标编码, 项目ID."""
    bare = next((name.removeprefix(word) for word in table.names if name.startswith(word)), name)
    return bare in ID_WORDS


def carried_keys(table: Table) -> list[Key]:
    """The keys of a row's object that one column can hold."""
    if table.part is None:
        return []
    rest = ("lint", "count_claims")
    return [
        key
        for key in keys_of(table.part)
        if key.name not in rest and (place := place_of(table, key.name)) and carries(place)
    ]


def known_columns(table: Table, taken: Iterable[object] = ()) -> tuple[str, str]:
    """The columns that are still free, not too many, for a Chinese and for an English message."""
    free = [key for key in carried_keys(table) if key.name not in set(taken)][:AT_MOST]
    if table.part is None:
        return TEXT_WORDS[1], TEXT_WORDS[0]
    owner = table.owner_words[:1]
    chinese = [*(table.owner_words[1:2]), *(key.labels[0] if key.labels else key.name for key in free)]
    return "、".join(chinese), ", ".join([*owner, *(key.name for key in free)])


def _report_missing(table: Table, grid: Grid, first: Row, found: Diagnostics) -> None:
    filled = [cell for cell in first if cell.text.strip()]
    key = "comma" if len(filled) == 1 and FULL_WIDTH_COMMA in filled[0].text else ""
    known, names = known_columns(table)
    span = filled[0].span if filled else Span(grid.source)
    found.add("missing-header", span, help_key=key, table=table.words[0], known=known, names=names)
