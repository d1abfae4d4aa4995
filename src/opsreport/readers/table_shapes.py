"""What becomes of the rows of single tables on their way into the bundle's lists."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Named
from dataclasses import replace

from opsreport.diagnostics import Entry, Mapping, Node, Scalar, Sequence
from opsreport.figures.unit import UnitFamily, parse_unit
from opsreport.readers.table_cells import is_bare, listed, with_unit
from opsreport.readers.table_header import Header
from opsreport.readers.table_kinds import BREAKDOWN, RESULTS, Table
from opsreport.readers.table_names import Names

FIGURES_OF_PART = ("value", "last_year", "contribution")
UNIT_BEARERS = ("value", "target", "last_year", "previous")

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
    if not share or any(entry.key.text in FIGURES_OF_PART for entry in rest):
        yield "", Mapping(tuple(rest), row.span)
        rest = [entry for entry in rest if entry.key.text == "name"]
    if share:
        yield "shares", Mapping((*rest, *share), row.span)


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


def header_units(header: Header) -> dict[str, str]:
    """The units that the headers of a metric's own figures name, first the one that may be the metric's."""
    units = {
        str(column.steps[0]): column.unit for column in header.columns.values() if len(column.steps) == 1
    }
    return {name: units[name] for name in UNIT_BEARERS if units.get(name)}


def with_unit_of_header(row: Mapping, units: Named[str, str]) -> Mapping:
    """A metric whose bare figures are in the units of their headers; the first of them is its own."""
    said = {key.text: value for key, value in row if isinstance(value, Scalar)}
    own = said["unit"].text.strip() if "unit" in said else ""
    first = next((name for name in UNIT_BEARERS if name in said), "")
    adopted = units.get(first, "") if not own and first and _takes(said[first], units.get(first, "")) else ""
    entries = []
    for key, value in row:
        unit = units.get(key.text, "")
        is_other = unit not in ("", own, adopted) and isinstance(value, Scalar)
        entries.append(
            Entry(key, with_unit(value, unit))
            if is_other and isinstance(value, Scalar)
            else Entry(key, value)
        )
    if adopted:
        span = said[first].span
        entries.append(Entry(Scalar("unit", span), Scalar(adopted, span, False)))
    return Mapping(tuple(entries), row.span)


def _takes(cell: Scalar, unit: str) -> bool:
    """Whether a figure takes the unit of its header: it names none, or is a duration in several."""
    if is_bare(cell):
        return True
    measured = parse_unit(unit)
    is_duration = measured is not None and measured.family is UnitFamily.DURATION
    return is_duration and PUT_TOGETHER.fullmatch(cell.text.strip()) is not None


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
