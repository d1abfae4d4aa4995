"""A place in the bundle as those know it who wrote it in tables: 构成表第5行的“名称”."""

import re

from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import keys_of
from opsreport.bundle.shapes import ShapeKind, shape_of
from opsreport.diagnostics import Language, Span
from opsreport.readers.table_kinds import BREAKDOWN, REPORT, TABLES, Table

SEGMENT = re.compile(r"(?P<name>[^.\[\]]+)(?P<numbers>(?:\[\d+\])*)")
SHARES = "shares"
"""The parts of which only shares are known; they are rows of the table of parts all the same."""


def told_place(path: str, span: Span, language: Language) -> str:
    """A place of the bundle by its table, its row and its column; the row is where the finding stands."""
    table, names = _table_of(path)
    row = span.line if names or "[" in path else 0
    if language is Language.EN:
        within = f"{'.'.join(names)} in " if names else ""
        return f"{within}{f'row {row} of ' if row else ''}the table {table.name}"
    said = f"{table.words[0]}表" + (f"第{row}行" if row else "")
    return f"{said}的“{_labels(table, names)}”" if names else said


def _table_of(path: str) -> tuple[Table, list[str]]:
    """The table that a place is in, and the names that lead from its rows to the place."""
    segments = [match["name"] for match in SEGMENT.finditer(path)]
    numbered = [bool(match["numbers"]) for match in SEGMENT.finditer(path)]
    table, taken = REPORT, 1 if segments[:1] == [REPORT.name] else 0
    for one in TABLES:
        depth = len(one.place)
        if depth and tuple(segments[:depth]) == one.place:
            table, taken = one, depth
    owned = segments[taken] if len(segments) > taken and numbered[taken] else ""
    for one in TABLES:
        if owned and (one.owners.get(table.name) == owned or (one is BREAKDOWN and owned == SHARES)):
            return one, segments[taken + 1 :]
    return table, segments[taken:]


def _labels(table: Table, names: list[str]) -> str:
    """The names of a column in Chinese, as its header has them."""
    part: type | None = table.part
    said = []
    for name in names:
        keys = {key.name: key for key in keys_of(part)} if part else {}
        header = keys_of(keys["report"].shape) if part is Bundle and name not in keys else ()
        key = keys.get(name) or next((one for one in header if one.name == name), None)
        beside = (word for word, place in table.more.items() if place == name and not word.isascii())
        said.append(key.labels[0] if key and key.labels else next(beside, name))
        shape = shape_of(key.shape) if key else None
        shape = shape.item if shape and shape.kind is ShapeKind.MANY else shape
        part = shape.type if shape and shape.kind is ShapeKind.PART else None
    return ".".join(said)
