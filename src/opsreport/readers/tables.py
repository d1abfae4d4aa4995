"""From tables to the very nodes that the same bundle gives when written as YAML."""

from collections.abc import Collection, Iterable
from collections.abc import Sequence as Listed
from dataclasses import replace
from itertools import islice

from opsreport.bundle.likeness import nearest
from opsreport.diagnostics import Diagnostics, Entry, Mapping, Node, Scalar, Sequence, Span
from opsreport.readers.grid import Grid, Row
from opsreport.readers.table_cells import Column, Reader, reader_of
from opsreport.readers.table_gaps import has_lost_rows, report_gaps
from opsreport.readers.table_header import Header, read_header
from opsreport.readers.table_kinds import (
    GUIDE,
    METRICS,
    REFERENCES,
    REPORT,
    TABLES,
    Table,
    all_names,
    table_named,
)
from opsreport.readers.table_layout import Layout
from opsreport.readers.table_names import MOST_REPORTED, Names, Owner, owners_of
from opsreport.readers.table_report import read_report
from opsreport.readers.table_rows import Width, is_no_item
from opsreport.readers.table_run_on import RunOn
from opsreport.readers.table_shapes import (
    by_key,
    header_units,
    items_of,
    months_where_all_are,
    with_lists,
    with_unit_of_header,
)
from opsreport.readers.table_units import RowUnits

MAX_CELLS = 2_000_000


def read_tables(name: str, grids: Listed[Grid], found: Diagnostics) -> Node | None:
    """The tree of a folder or a workbook, `name` as the user typed it; nothing where it holds no table.

    Decoding it gives the bundle that the same keys and values give when written as YAML.
    """
    tables = _tables(grids, found)
    if not tables:
        is_workbook = any(grid.source == name for grid in grids)
        found.add("no-tables", Span(name), help_key="sheets" if is_workbook else "")
        return None
    reading = _Reading(name, tables, found)
    for table in TABLES:
        if table in tables and not reading.take(table, tables[table]):
            return None
    return reading.root()


def _tables(grids: Listed[Grid], found: Diagnostics) -> dict[Table, Grid]:
    """The table that each grid is; what is none, or is there twice, is reported."""
    tables: dict[Table, Grid] = {}
    for grid in grids:
        if grid.name.strip() == GUIDE:
            continue
        table = table_named(grid.name)
        if table is None:
            near = nearest(grid.name, all_names())
            known, names = "、".join(one.words[0] for one in TABLES), ", ".join(one.name for one in TABLES)
            help_key = "near" if near else ""
            details = {"name": grid.name, "near": near, "known": known, "names": names}
            found.report("unknown-table", Span(grid.source), details, help_key=help_key)
        elif table in tables:
            first = tables[table].name
            found.add("duplicate-table", Span(grid.source), name=grid.name, first=first, table=table.name)
        else:
            tables[table] = grid
    return tables


class _Reading:
    """One pass over the tables of a bundle, those first that others refer to."""

    def __init__(self, name: str, tables: Collection[Table], found: Diagnostics) -> None:
        self._name = name
        self._tables = tables
        self._incomplete: set[str] = set()
        self._found = found
        self._names = Names()
        self._top = Mapping((), Span(name))
        self._lists: dict[tuple[str, ...], list[Node]] = {}
        self._owned: dict[Owner, dict[str, list[Node]]] = {}
        self._report = Span(name)
        self._cells = 0

    def take(self, table: Table, grid: Grid) -> bool:
        """Take in a table; false where the rest is not to be read."""
        if table is REPORT:
            self._report = Span(grid.source)
            self._take_report(read_report(grid, self._found))
            return True
        if self._incomplete.intersection(table.owners):
            # Its rows may belong to some that were lost.
            return True
        before = len(self._found)
        header = read_header(table, grid, self._found)
        rows = self._lists.setdefault(table.place, []) if table.place else []
        if header is not None:
            run_on = RunOn(grid.delimiter, header.columns, header.owner, header.width, self._found)
            self._take_rows(table, header, run_on, rows)
        if self._cells > MAX_CELLS:
            self._found.add("too-many-values", Span(grid.source), limit=MAX_CELLS)
            return False
        if has_lost_rows(islice(self._found, before, None)):
            self._incomplete.add(table.name)
        if table.place == (table.name,):
            self._names.learn(table.name, rows)
        return True

    def _take_report(self, top: Mapping | None) -> None:
        """The single objects of the bundle, and what the table says of its lists."""
        entries = []
        for entry in top or ():
            if isinstance(entry.value, Sequence):
                rows = self._lists[(entry.key.text,)] = list(entry.value.items)
                self._names.learn(entry.key.text, rows)
            else:
                entries.append(entry)
        self._top = Mapping(tuple(entries), self._top.span)

    def _take_rows(self, table: Table, header: Header, run_on: RunOn, rows: list[Node]) -> None:
        layout, width = Layout(), Width(header.width, self._found, header)
        for number, column in header.columns.items():
            # A metric takes its unit from its header as a whole, once its row is read.
            is_own = table is METRICS and len(column.steps) == 1
            layout.add(number, column, self._reader(replace(column, unit="") if is_own else column))
        units = header_units(header) if table is METRICS else {}
        units_of_row = RowUnits(header, self._found) if table is METRICS else None
        is_whole = False
        for row in header.rows:
            self._cells += len(row)
            if self._cells > MAX_CELLS:
                return
            if not is_whole:
                if not any(cell.text for cell in row):
                    continue
                if report_gaps(table, header, self._tables, self._found):
                    return
                is_whole = True
            if units_of_row is not None:
                units_of_row.judge(row)
            if run_on.joins(row) or is_no_item(table, row, header, self._found) or not width.holds(row):
                continue
            owner = self._owner(table, header, row) if table.owners else None
            node = layout.read(row)
            if isinstance(node, Mapping) and (owner or not table.owners):
                node = with_unit_of_header(node, units) if units else node
                for key, item in items_of(table, node, self._names):
                    self._keep(table, key, item, owner, rows)
            if table.owners and header.owner is None:
                return

    def _keep(self, table: Table, key: str, item: Node, owner: Owner | None, rows: list[Node]) -> None:
        if owner is None:
            rows.append(item)
        else:
            lists = self._owned.setdefault(owner, {})
            lists.setdefault(key or table.owners[owner.of], []).append(item)

    def _reader(self, column: Column) -> Reader:
        """How a column is read; what names something is turned into its id."""
        read = reader_of(column, self._found)
        key = next(step for step in reversed(column.steps) if isinstance(step, str))
        named = REFERENCES.get((column.place.part, key)) if column.place.part else None
        if named is None:
            return read

        def settled(cell: Scalar) -> Node | None:
            node = None if self._names.is_nothing((named,), cell) else read(cell)
            return None if node is None else self._names.settled(named, node)

        return settled

    def _owner(self, table: Table, header: Header, row: Row) -> Owner | None:
        cell = row[header.owner] if header.owner is not None and header.owner < len(row) else None
        if cell is None or self._names.is_nothing(table.owners, cell):
            self._names.unowned += 1
            if self._names.unowned <= MOST_REPORTED:
                span = cell.span if cell else next(one.span for one in row if one.text)
                chinese, english = owners_of(table)
                details = {"column": header.owner_name, "owners": chinese, "names": english}
                self._found.report("missing-owner", span, details)
            return None
        return self._names.owner(table, cell, self._found)

    def root(self) -> Mapping:
        """The bundle, with the rows of every table in their places."""
        for owner, lists in self._owned.items():
            rows = self._lists[(owner.of,)]
            if "series" in lists:
                lists["series"] = months_where_all_are(lists["series"])
            rows[owner.row] = with_lists(rows[owner.row], lists)
        self._group_metrics()
        top = self._top
        if not any(key.text == "report" for key, _ in top):
            report = Entry(Scalar("report", self._report), Mapping((), self._report))
            top = Mapping((*top.entries, report), top.span)
        for place, rows in self._lists.items():
            if rows:
                top = _placed(top, place, rows)
        return top

    def _group_metrics(self) -> None:
        """Where there is no list of groups, the groups are those that the metrics name."""
        if self._lists.get(("groups",)):
            return
        titles: dict[str, Scalar] = {}
        for row in self._lists.get(("metrics",), ()):
            for key, value in row if isinstance(row, Mapping) else ():
                if key.text == "group" and isinstance(value, Scalar):
                    titles.setdefault(value.text.strip(), value)
        groups = [Mapping((Entry(Scalar("title", one.span), one),), one.span) for one in titles.values()]
        self._lists[("groups",)] = list(groups)


def _placed(top: Mapping, place: tuple[str, ...], rows: Iterable[Node]) -> Mapping:
    """An object with these rows at a place in it, behind what is there already."""
    name, *rest = place
    before = next((value for key, value in top if key.text == name), None)
    span = top.span
    if rest:
        inner = before if isinstance(before, Mapping) else Mapping((), span)
        node: Node = _placed(inner, tuple(rest), rows)
    elif isinstance(before, Mapping):
        node = Mapping((*before.entries, *(by_key(tuple(rows)) or Mapping((), span))), before.span)
    else:
        items = (*(before.items if isinstance(before, Sequence) else ()), *rows)
        node = (name == "sections" and by_key(items)) or Sequence(items, items[0].span)
    others = tuple(entry for entry in top if entry.key.text != name)
    return Mapping((*others, Entry(Scalar(name, node.span), node)), span)
