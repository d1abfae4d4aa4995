"""What becomes of the rows of single tables on their way into the bundle's lists."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Named
from dataclasses import replace

from opsreport.diagnostics import Diagnostics, Entry, Mapping, Node, Scalar, Sequence
from opsreport.figures.figure import Figure, parse_quantity
from opsreport.figures.unit import UnitFamily, parse_unit
from opsreport.readers.grid import Row
from opsreport.readers.table_cells import listed
from opsreport.readers.table_header import Header
from opsreport.readers.table_kinds import BREAKDOWN, RESULTS, Table
from opsreport.readers.table_names import Names

# A duration that names no unit, or several: 02:15:00, 2小时15分.
PUT_TOGETHER = re.compile(r"\d+[:：∶]\d.*|\d+\s*\D+\d.*")
FIRST_DAY = re.compile(r"(?P<month>\d{4}-\d\d)-01\.\.(?P=month)-01")


def items_of(table: Table, row: Mapping, names: Names) -> Iterator[tuple[str, Node]]:
    """What a row of a table puts into a list, with the list's key where that is not the table's own."""
    if table.part is None:
        yield "", row.entries[0].value
    elif table is BREAKDOWN:
        yield from _parts_of_total(row)
    elif table is RESULTS:
        yield "", Mapping(tuple(_one_or_several(entry, names) for entry in row), row.span)
    else:
        yield "", row


def _parts_of_total(row: Mapping) -> Iterator[tuple[str, Node]]:
    """A part with its value, a share where only that is known, or both."""
    share = [entry for entry in row if entry.key.text == "share"]
    rest = [entry for entry in row if entry.key.text != "share"]
    name = [entry for entry in rest if entry.key.text == "name"]
    if len(rest) > len(name) or not share:
        yield "", Mapping(tuple(rest), row.span)
    if share:
        yield "shares", Mapping((*name, *share), row.span)


def _one_or_several(entry: Entry, names: Names) -> Entry:
    """The metric of a result, or the metrics where its cell lists several."""
    value = entry.value
    if entry.key.text != "metric" or not isinstance(value, Scalar):
        return entry
    items = tuple(listed(value))
    if len(items) < 2 or names.knows("metrics", value.text.strip()):
        return entry
    several = Sequence(tuple(names.settled("metrics", item) for item in items), value.span)
    return Entry(replace(entry.key, text="metrics"), several)


def with_unit_of_header(row: Mapping, cells: Row, header: Header) -> Mapping:
    """A metric with the unit of a header as its own, where its value is a duration in no one unit."""
    if any(key.text == "unit" for key, _ in row):
        return row
    for number, column in header.columns.items():
        if column.steps == ("value",) and column.unit and number < len(cells):
            unit = parse_unit(column.unit)
            figure = parse_quantity(cells[number], Diagnostics())
            is_duration = (
                isinstance(figure, Figure) and figure.unit and figure.unit.family is UnitFamily.DURATION
            )
            if (
                is_duration
                and unit
                and unit.family is UnitFamily.DURATION
                and PUT_TOGETHER.fullmatch(cells[number].text.strip())
            ):
                span = column.header.span
                return Mapping(
                    (*row.entries, Entry(Scalar("unit", span), Scalar(column.unit, span, False))), row.span
                )
    return row


def months_where_all_are(points: list[Node]) -> list[Node]:
    """A series whose dates are all first days of a month is one of months: Excel makes a date of 2025-01."""
    dates = [value.text for point in points for value in _periods(point)]
    if not dates or not all(FIRST_DAY.fullmatch(text) for text in dates if text.count("-") > 2):
        return points
    return [_in_months(point) for point in points]


def _periods(point: Node) -> Iterator[Scalar]:
    for key, value in point if isinstance(point, Mapping) else ():
        if key.text == "period" and isinstance(value, Scalar):
            yield value


def _in_months(point: Node) -> Node:
    if not isinstance(point, Mapping):
        return point
    entries = []
    for key, value in point:
        day = FIRST_DAY.fullmatch(value.text) if key.text == "period" and isinstance(value, Scalar) else None
        entries.append(
            Entry(key, replace(value, text=day["month"]) if day and isinstance(value, Scalar) else value)
        )
    return Mapping(tuple(entries), point.span)


def with_lists(row: Node, lists: Named[str, list[Node]]) -> Node:
    """An object with the rows that belong to it, behind what its own row says."""
    if not isinstance(row, Mapping):
        return row
    entries = []
    rest = dict(lists)
    for key, value in row:
        more = rest.pop(key.text, None)
        items = value.items if isinstance(value, Sequence) else (value,)
        entries.append(Entry(key, Sequence((*items, *more), value.span)) if more else Entry(key, value))
    for name, items_below in rest.items():
        span = items_below[0].span
        entries.append(Entry(Scalar(name, span), Sequence(tuple(items_below), span)))
    return Mapping(tuple(entries), row.span)


def by_key(rows: tuple[Node, ...]) -> Mapping | None:
    """Rows under their keys, `sections: {problems: …}`; nothing where one has none."""
    entries = []
    for row in rows:
        named = [value for key, value in row if key.text == "key"] if isinstance(row, Mapping) else []
        if not named or not isinstance(named[0], Scalar) or not isinstance(row, Mapping):
            return None
        rest = tuple(entry for entry in row if entry.key.text != "key")
        entries.append(Entry(named[0], Mapping(rest, row.span)))
    return Mapping(tuple(entries), rows[0].span) if rows else None
