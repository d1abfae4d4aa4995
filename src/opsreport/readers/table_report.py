"""The table `report`: a key and a value in each row, for the header and all other single objects."""

from collections.abc import Iterator

from opsreport.bundle.header import Header
from opsreport.bundle.likeness import nearest
from opsreport.bundle.schema import keys_of
from opsreport.bundle.shapes import ShapeKind
from opsreport.diagnostics import Diagnostics, Label, Mapping, Scalar
from opsreport.readers.grid import Grid
from opsreport.readers.table_cells import Column, reader_of
from opsreport.readers.table_header import carries, report_several
from opsreport.readers.table_kinds import GUIDE, KEY_WORDS, REPORT, VALUE_WORDS
from opsreport.readers.table_layout import Layout
from opsreport.readers.table_paths import place_of, plain, split_header
from opsreport.readers.table_rows import Width
from opsreport.readers.table_run_on import holds_break, is_prose, report_joined, report_run_on

AT_MOST = 12


def read_report(grid: Grid, found: Diagnostics) -> Mapping | None:
    """The keys of the bundle that the table gives, nested as they say; nothing where it gives none."""
    layout = Layout()
    values: list[Scalar] = []
    taken: list[Column] = []
    for key, value in _pairs(grid, found):
        if holds_break(key, grid.delimiter):
            report_joined(key, found)
            continue
        # What has no value says nothing; a title above the table is such a row.
        column = _column(key, taken, found) if value.text else None
        if column is not None and _joins_rows(column, value, grid.delimiter, found):
            continue
        if column is not None:
            layout.add(len(values), column, reader_of(column, found))
            taken.append(column)
            values.append(value)
    node = layout.read(tuple(values)) if values else None
    return node if isinstance(node, Mapping) else None


def _pairs(grid: Grid, found: Diagnostics) -> Iterator[tuple[Scalar, Scalar]]:
    """Key and value of each row; a header above them may be left out."""
    key_at, value_at, width = 0, 1, Width(2, found)
    for row in grid.rows:
        filled = [number for number, cell in enumerate(row) if cell.text]
        named = {plain(cell.text): number for number, cell in enumerate(row) if cell.text}
        keys = [named[word] for word in KEY_WORDS if word in named]
        values = [named[word] for word in VALUE_WORDS if word in named]
        if keys and values:
            key_at, value_at = keys[0], values[0]
            width = Width(max(filled) + 1, found)
            _report_others([row[number] for number in filled if number not in (key_at, value_at)], found)
        elif filled and width.holds(row) and key_at in filled:
            value = row[value_at] if value_at < len(row) else Scalar("", row[key_at].span)
            yield row[key_at], value


def _joins_rows(column: Column, value: Scalar, delimiter: str, found: Diagnostics) -> bool:
    """Whether a value holds the rows below it, behind a stray quote, which is reported.

    Running text may hold line breaks and commas; it is suspected where one of its lines begins with a key.
    """
    if not holds_break(value, delimiter):
        return False
    if not is_prose(column.place.shape):
        report_joined(value, found)
        return True
    starts = (line.partition(delimiter) for line in value.text.split("\n")[1:])
    if any(sign and place_of(REPORT, split_header(start)[0]) for start, sign, _ in starts):
        report_run_on(value, found)
    return False


def _report_others(headers: list[Scalar], found: Diagnostics) -> None:
    """Columns beside key and value are not read, which is reported; one only tells how to fill them in."""
    for cell in headers:
        if plain(cell.text) != GUIDE:
            details = {"table": REPORT.words[0], "column": cell.text.strip(), "kind": "列", "what": "column"}
            details["known"] = f"{KEY_WORDS[1]}、{VALUE_WORDS[1]}"
            details["names"] = f"{KEY_WORDS[0]}, {VALUE_WORDS[0]}"
            found.report("unknown-column", cell.span, details)


def _column(key: Scalar, taken: list[Column], found: Diagnostics) -> Column | None:
    """The key of a row as if it headed a column; a list may be given in several rows."""
    name, _ = split_header(key.text)
    place = place_of(REPORT, name)
    if place is None or not carries(place):
        if place is not None:
            report_several(REPORT, key, place, found)
        else:
            _report_unknown(key, name, found)
        return None
    column = Column(key, place)
    for other in taken:
        if other.steps == column.steps and place.shape.kind is ShapeKind.MANY:
            continue
        shorter = min(len(other.steps), len(column.steps))
        if other.steps[:shorter] == column.steps[:shorter]:
            found.add(
                "duplicate-key",
                key.span,
                secondary=(Label(other.header.span),),
                help_key="label",
                key=key.text.strip(),
                first=other.header.text.strip(),
                name=".".join(str(step) for step in column.steps),
                line=other.header.span.line,
            )
            return None
    return column


def _report_unknown(key: Scalar, name: str, found: Diagnostics) -> None:
    keys = [one for one in keys_of(Header) if one.name not in ("lint", "count_claims", "options")]
    words = {plain(word): word for one in keys for word in (one.name, *one.labels)}
    near = nearest(plain(name), words)
    shown = keys[:AT_MOST]
    found.add(
        "unknown-column",
        key.span,
        help_key="near" if near else "",
        table=REPORT.words[0],
        column=key.text.strip(),
        kind="项",
        what="key",
        near=words.get(near, ""),
        known="、".join(one.labels[0] if one.labels else one.name for one in shown),
        names=", ".join(one.name for one in shown),
    )
