"""A bundle as the tables of a folder or a workbook: the way back from what `readers/tables.py` reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from opsreport.bundle.json_schema import hint
from opsreport.bundle.metric import RatioSides, Scale
from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import Key, keys_by_label, keys_of
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.diagnostics import Node
from opsreport.readers.table_kinds import (
    GUIDE,
    KEY_WORDS,
    REFERENCES,
    REPORT,
    TABLES,
    TEXT_WORDS,
    VALUE_WORDS,
    Table,
)
from opsreport.readers.table_paths import Step, place_of
from opsreport.starters.trees import BUNDLE, Tree, tree_of

Steps = tuple[Step, ...]
Cells = Mapping[Steps, str]

_IN_ONE_CELL = (ShapeKind.TEXT, ShapeKind.CHOICE, ShapeKind.STRING)
_SEPARATORS = frozenset("、;；\n")
_LAST = ("lint", "count_claims")
_FIGURE = "数值"
_IN_A_CELL: Mapping[Any, str] = MappingProxyType(
    {Scale: "如 1-5（5分制）", RatioSides: "两边的名称，如 投入:产出"}
)

OFFERED: Mapping[str, str] = MappingProxyType(
    {
        "groups": "id title intro",
        "metrics": "id name group kind unit value target last_year previous from.value "
        "peak.value average.value benchmark.value polarity scale driver say source certainty",
        "series": "period value last_year target",
        "breakdown": "name value share last_year",
        "projects": "id name codename owner background goal reflection",
        "stages": "id name name_en tagline core_idea metrics",
        "modules": "id name name_en goal",
        "actions": "title text",
        "results": "metric text tail",
        "diagnosis": "title text",
        "outcomes": "title stage metric",
        "problems": "id title text severity owner metrics status",
        "reflections": "id title gap direction owner due",
        "goals": "id text metric target_growth target_value owner due",
        "plans": "id title text goal action resources.budget.amount resources.budget.unit "
        "resources.headcount.1.count resources.headcount.1.role resources.effort.1.amount "
        "resources.effort.1.team addresses owner due",
        "asks": "plan resource",
        "charts": "kind metrics of title",
        "glossary": "term full",
    }
)
"""The columns that stand in a table whether or not anything is in them."""

ALWAYS = ("series", "breakdown", "charts", "glossary")
"""The tables that are there whether or not they have rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its Chinese header, the shape of what stands in it, and a hint for those who fill it in.

    `refers` is the table whose ids may stand in it, where it is one table and one id.
    """

    header: str
    shape: Shape
    hint: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its columns and rows."""

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(bundle: Node) -> tuple[Filled, ...]:
    """The tables that give the same bundle, in the order of `TABLES`."""
    tree = tree_of(bundle)
    filled = (_filled(table, tree) for table in TABLES)
    return tuple(one for one in filled if one.rows or one.table.name in ALWAYS)


def _filled(table: Table, tree: Tree) -> Filled:
    if table is REPORT:
        return _report(tree)
    if table.part is None:
        column = Column(TEXT_WORDS[1], Shape(ShapeKind.PROSE))
        return Filled(table, (column,), tuple((text,) for text in tree.get(table.name, ())))
    rows = list(_owned(table, tree)) if table.owners else [("", one) for one in _at(tree, table.place)]
    cells = [(owner, dict(_cells(Shape(ShapeKind.PART, table.part), row, table))) for owner, row in rows]
    found = {steps for _, row in cells for steps in row}
    steps = sorted(found | _offered(table), key=lambda one: _rank(table.part, one))
    columns = [_column(table, one) for one in steps]
    owners = [_owner_column(table)] if table.owners else []
    lines = (
        ((owner,) if table.owners else ()) + tuple(row.get(one, "") for one in steps) for owner, row in cells
    )
    return Filled(table, (*owners, *columns), tuple(lines))


def _offered(table: Table) -> set[Steps]:
    dotted = (one.split(".") for one in OFFERED.get(table.name, "").split())
    return {tuple(int(step) if step.isdecimal() else step for step in steps) for steps in dotted}


def _at(tree: Tree, place: tuple[str, ...]) -> list[Tree]:
    for step in place:
        tree = tree.get(step, {})
    return tree or []


def _owned(table: Table, tree: Tree) -> Iterator[tuple[str, Tree]]:
    """The rows of a table that belong to rows of others, each with the id or name of its owner."""
    for name, key in table.owners.items():
        for owner in tree.get(name, ()):
            called = owner.get("id") or owner.get("name")
            yield from ((called, row) for row in owner.get(key, ()))
            if table.name == key == "breakdown":
                yield from ((called, row) for row in owner.get("shares", ()))


def _cells(shape: Shape, tree: Tree, table: Table, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """What of a tree goes into the row of a table, under the keys that lead to it."""
    if isinstance(tree, str):
        yield steps, tree
    elif isinstance(tree, list):
        yield from _list_cells(shape, tree, table, steps)
    elif shape.type in (Scale, RatioSides):
        yield steps, _in_one(tree)
    else:
        for name, value in tree.items():
            inner = (*steps, name)
            if not _has_own_table(table, inner):
                yield from _cells(_shape(shape.type, name), value, table, inner)


def _shape(part: Any, name: str) -> Shape:
    # A breakdown has a column for the shares that stand in a list of their own.
    return Shape(ShapeKind.QUANTITY) if name == "share" else shape_of(keys_by_label(part)[name].shape)


def _list_cells(shape: Shape, tree: list[Tree], table: Table, steps: Steps) -> Iterator[tuple[Steps, str]]:
    item = shape.item
    if item is None:
        return
    if item.kind in _IN_ONE_CELL and not any(_SEPARATORS & set(one) for one in tree):
        yield steps, "、".join(tree)
        return
    for number, one in enumerate(tree, 1):
        yield from _cells(item, one, table, (*steps, number))


def _in_one(tree: Tree) -> str:
    """A scale as 1-5（5分制）, the sides of a ratio as 投入:产出."""
    if "left" in tree:
        return f"{tree['left']}:{tree['right']}"
    ends = f"{tree['min']}-{tree['max']}" if "min" in tree else f"{tree['max']}分制"
    return f"{ends}（{tree['name']}）" if "min" in tree and "name" in tree else ends


def _has_own_table(table: Table, steps: Steps) -> bool:
    if table is REPORT:
        return any(steps == other.place for other in TABLES if other.place)
    if table.name == "metrics" and steps == ("shares",):
        return True
    return any(steps == (other.owners.get(table.name),) for other in TABLES)


def _rank(part: Any, steps: Steps) -> tuple[int, ...]:
    """The place of a column among the others: as the keys stand in their classes, those for checks last."""
    ranks: list[int] = []
    for step in steps:
        if isinstance(step, int):
            ranks.append(step)
            continue
        names = [key.name for key in keys_of(part)]
        ranks.append(len(names) if step in _LAST or step not in names else names.index(step))
        shape = shape_of(keys_by_label(part)[step].shape) if step in names else Shape(ShapeKind.QUANTITY)
        part = (shape.item or shape).type
    return tuple(ranks)


def _column(table: Table, steps: Steps) -> Column:
    keys, shape = _way(table.part, steps)
    header = next((word for word in table.more if _is_chinese(word) and _leads(table, word, steps)), "")
    is_one = shape.kind is ShapeKind.TEXT and len(keys) == 1 and table.part
    refers = REFERENCES.get((table.part, keys[0].name), "") if is_one and table.part else ""
    return Column(header or _dotted(keys, steps), shape, _hint(table, keys, shape), refers)


def _hint(table: Table, keys: list[Key], shape: Shape) -> str:
    """What to fill in; the general rules for figures are told once, above all tables."""
    if not keys:
        return _FIGURE
    referred = REFERENCES.get((table.part, keys[0].name)) if table.part and len(keys) == 1 else None
    if referred:
        several = "；可多项" if shape.kind is ShapeKind.MANY else ""
        return f"{_words_of(referred)}的编号或名称{several}"
    # What an inner object cannot do without, the row as a whole can.
    key = keys[0] if len(keys) == 1 else replace(keys[-1], required=False)
    if shape.kind is ShapeKind.QUANTITY:
        return "。".join(one for one in (_FIGURE, key.about, "必填" if key.required else "") if one)
    if shape.kind is ShapeKind.PROSE:
        return "正文。必填" if key.required else "正文"
    return _IN_A_CELL.get(shape.type) or hint(shape, key)


def _words_of(table: str) -> str:
    return next(one.words[0] for one in TABLES if one.name == table)


def _owner_column(table: Table) -> Column:
    owners = "、".join(_words_of(one) for one in table.owners)
    word = next(word for word in table.owner_words if _is_chinese(word))
    refers = next(iter(table.owners)) if len(table.owners) == 1 else ""
    return Column(word, Shape(ShapeKind.TEXT), f"属于哪一个（{owners}），写编号或名称。必填", refers)


def _way(part: Any, steps: Steps) -> tuple[list[Key], Shape]:
    """The keys on the way to a place, and the shape of what stands there."""
    keys: list[Key] = []
    shape = Shape(ShapeKind.PART, part)
    for step in steps:
        if isinstance(step, str) and shape.type and step in keys_by_label(shape.type):
            keys.append(keys_by_label(shape.type)[step])
            shape = shape_of(keys[-1].shape)
        elif shape.item:
            shape = shape.item
    return keys, shape


def _dotted(keys: list[Key], steps: Steps) -> str:
    """The Chinese names that lead to a place: 基线, 基线.说明, 计数.1.数目."""
    names = iter(keys)
    words = [
        str(step) if isinstance(step, int) else (one := next(names)).labels[0] or one.name for step in steps
    ]
    inner = shape_of(keys[-2].shape) if len(keys) > 1 else None
    part = (inner.item or inner).type if inner else None
    is_shorthand = part is not None and getattr(part, "shorthand", "") == steps[-1]
    return ".".join(words[:-1] if is_shorthand and not isinstance(steps[-2], int) else words)


def _leads(table: Table, word: str, steps: Steps) -> bool:
    place = place_of(table, word)
    return place is not None and place.steps == steps


def _is_chinese(word: str) -> bool:
    return not word.isascii()


def _report(tree: Tree) -> Filled:
    """A key and a value in each row; every key of the header and of the bundle's single objects has one."""
    cells = dict(_cells(BUNDLE, tree, REPORT))
    cells.pop(("opsreport",), None)
    steps = sorted({*cells, *_offered_in_report(tree)}, key=lambda one: _rank(Bundle, one))
    rows = []
    for one in steps:
        keys, shape = _way(Bundle, one)
        in_header = one[0] == "report"
        rows.append((_dotted(keys[in_header:], one[in_header:]), cells.get(one, ""), hint(shape, keys[-1])))
    text = Shape(ShapeKind.PROSE)
    # A third column is not read, so that there is room for hints.
    columns = (Column(KEY_WORDS[1], text), Column(VALUE_WORDS[1], text), Column(GUIDE, text))
    return Filled(REPORT, columns, tuple(rows))


def _offered_in_report(tree: Tree) -> Iterator[Steps]:
    for key in keys_of(Bundle):
        shape = shape_of(key.shape)
        if key.name in tree and shape.kind is ShapeKind.PART and key.name not in _LAST:
            inner = (one.name for one in keys_of(shape.type) if one.name not in (*_LAST, "options"))
            yield from (steps for name in inner if not _has_own_table(REPORT, steps := (key.name, name)))
