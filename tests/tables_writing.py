"""Writes a bundle read from YAML as tables, so that the two can be compared; any bundle can be written so."""

import csv
import io
from collections.abc import Iterator

from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import Key, keys_by_label
from opsreport.bundle.shapes import ShapeKind, shape_of
from opsreport.diagnostics import Diagnostics, Mapping, Node, Scalar, Sequence, Source
from opsreport.readers.csv import read_csv
from opsreport.readers.tables import read_tables

LISTS = (
    "groups",
    "metrics",
    "projects",
    "stages",
    "modules",
    "problems",
    "reflections",
    "goals",
    "plans",
    "charts",
    "glossary",
)
ITEMS = {("diagnosis", "items"): "diagnosis", ("outcomes", "items"): "outcomes", ("request", "asks"): "asks"}
OWNED = {
    "series": "series",
    "breakdown": "breakdown",
    "shares": "breakdown",
    "actions": "actions",
    "summary": "actions",
    "measures": "actions",
    "results": "results",
}
SEPARATORS = "、；;\n"

Rows = dict[str, list[dict[str, str]]]


def tables_of(node: Node) -> dict[str, str]:
    """The CSV text of each table that a bundle takes, under its name."""
    rows: Rows = {}
    assert isinstance(node, Mapping)
    for key, value in entries(Bundle, node):
        if key.name in LISTS and isinstance(value, Sequence):
            for item in value.items:
                row = dict(flat(shape_of(key.shape).item.type, item, "", rows))  # type: ignore[union-attr]
                rows.setdefault(key.name, []).append(row)
        elif key.name in ("report", "diagnosis", "outcomes", "framework", "request"):
            single(key, value, rows)
        else:
            report(value_of(key, value, "", rows), rows)
    return {name: written(table) for name, table in rows.items()}


def single(key: Key, value: Node, rows: Rows) -> None:
    part = shape_of(key.shape).type
    assert isinstance(value, Mapping)
    for inner, node in entries(part, value):
        table = ITEMS.get((key.name, inner.name))
        if table and isinstance(node, Sequence):
            for item in node.items:
                rows.setdefault(table, []).append(dict(flat(shape_of(inner.shape).item.type, item, "", rows)))  # type: ignore[union-attr]
        else:
            report(value_of(inner, node, f"{key.name}.", rows), rows)


def report(pairs: Iterator[tuple[str, str]], rows: Rows) -> None:
    rows.setdefault("report", []).extend({"key": path, "value": text} for path, text in pairs)


def entries(part: type, node: Mapping) -> Iterator[tuple[Key, Node]]:
    keys = keys_by_label(part)
    for label, value in node:
        yield keys[label.text.strip().casefold()], value


def flat(part: type, node: Node, prefix: str, rows: Rows) -> Iterator[tuple[str, str]]:
    """The columns of an object, nested ones dotted; rows of its own lists go to their tables."""
    if isinstance(node, Scalar):
        shorthand = part.shorthand  # type: ignore[attr-defined]
        yield f"{prefix}{shorthand}", node.text
        return
    assert isinstance(node, Mapping)
    said = {key.name: value for key, value in entries(part, node)}
    named = said.get("id") or said.get("name") or said.get("title")
    for key, value in entries(part, node):
        if key.name in OWNED and not prefix and isinstance(value, Sequence) and isinstance(named, Scalar):
            for item in value.items:
                row = dict(flat(shape_of(key.shape).item.type, item, "", rows))  # type: ignore[union-attr]
                owner = "metric" if OWNED[key.name] in ("series", "breakdown") else "parent"
                rows.setdefault(OWNED[key.name], []).append({owner: named.text, **row})
        else:
            yield from value_of(key, value, prefix, rows)


def value_of(key: Key, value: Node, prefix: str, rows: Rows) -> Iterator[tuple[str, str]]:
    shape = shape_of(key.shape)
    path = f"{prefix}{key.name}"
    match value:
        case Scalar():
            yield path, value.text
        case Mapping() if shape.kind is ShapeKind.PART:
            yield from flat(shape.type, value, f"{path}.", rows)
        case Mapping():
            for label, inner in value:
                yield from flat(shape.item.type, inner, f"{path}.{label.text}.", rows)  # type: ignore[union-attr]
        case Sequence(items=items):
            texts = [item.text for item in items if isinstance(item, Scalar)]
            can_be_joined = shape.item and shape.item.kind in (ShapeKind.TEXT, ShapeKind.CHOICE)
            if can_be_joined and not any(sign in text for text in texts for sign in SEPARATORS):
                yield path, "、".join(texts)
                return
            for number, item in enumerate(items, 1):
                if shape.item and shape.item.kind is ShapeKind.PART:
                    yield from flat(shape.item.type, item, f"{path}.{number}.", rows)
                elif isinstance(item, Scalar):
                    yield f"{path}.{number}", item.text


def written(rows: list[dict[str, str]]) -> str:
    headers = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, headers, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read_written(tables: dict[str, str | bytes], found: Diagnostics, folder: str = "数据") -> Node | None:
    """The tree of tables given as text or bytes, under their file names without suffix."""
    sources = [
        Source(f"{folder}/{name}.csv", text.encode() if isinstance(text, str) else text)
        for name, text in tables.items()
    ]
    grids = [read_csv(source, found) for source in sources]
    return read_tables(folder, [grid for grid in grids if grid is not None], found)
