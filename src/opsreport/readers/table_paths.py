"""From a header to the place in the bundle it stands for: `from.label`, 起点.说明, `guideline.2`."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from opsreport.bundle.header import Header
from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import Key, keys_by_label
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.figures.unit import UnitFamily, parse_unit
from opsreport.readers.table_kinds import REPORT, Table

Step = str | int
"""A key by its English name, or the number of an item of a list, counted from 1."""

BRACKETS = re.compile(r"(?P<name>[^()\[\]【】〔〕]*\S)\s*[(\[【〔](?P<inside>[^()\[\]【】〔〕]*)[)\]】〕]")
UNIT_SAID = re.compile(r".*单位\s*:\s*")
IGNORED = re.compile(r"[\s_\-*]")

# What says when, not in what: 上期（月）.
NO_UNITS = frozenset("年月季周日注")

WHOLE_BUNDLE = ("lint", "count_claims")
"""What of the table `report` is about the whole bundle where it might be about the header."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column leads: the keys on the way, the shape of what stands there, the object that has it."""

    steps: tuple[Step, ...]
    shape: Shape
    part: type | None = None


def plain(word: str) -> str:
    """A name without what makes no other of it: case, width, blanks, `_`, the star of a required column."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", word).casefold()).rstrip(":")


def split_header(text: str) -> tuple[str, str]:
    """The name in a header, and what stands in brackets behind it: 转化率（%）, 指标（名称）."""
    text = unicodedata.normalize("NFKC", text).strip()
    match = BRACKETS.fullmatch(text)
    return (match["name"], UNIT_SAID.sub("", match["inside"]).strip()) if match else (text, "")


def unit_of_header(inside: str) -> str:
    """The unit that brackets name; nothing where they hold a remark."""
    unit = parse_unit(inside) if inside else None
    if unit is None or inside in NO_UNITS:
        return ""
    # Any word may count things, so a longer one is taken for a remark: 目标（预算）.
    known = unit.family is not UnitFamily.COUNT or unit.magnitude or len(unit.plain) == 1
    return unit.symbol if known else ""


def place_of(table: Table, name: str) -> Place | None:
    """The place that a header names; several names for one place may be put together, 规划/举措."""
    place = _place(table, plain(name))
    if place is None and "/" in name:
        places = {_place(table, plain(one)) for one in name.split("/")}
        return places.pop() if len(places) == 1 else None
    return place


@cache
def _place(table: Table, name: str) -> Place | None:
    if table.part is None:
        return None
    segments = _spelt_out(table, name.split("."))
    if table is REPORT:
        return _place_in_report(segments)
    if segments == ["share"]:
        return Place(("share",), Shape(ShapeKind.QUANTITY), table.part)
    return _steps(table.part, segments)


def _spelt_out(table: Table, segments: list[str]) -> list[str]:
    """A column beside the object's keys as the keys it stands for; 岗位.2 is the second one's."""
    more = {plain(word): place for word, place in table.more.items()}
    if segments[0] not in more:
        return segments
    steps, rest = more[segments[0]].split("."), segments[1:]
    if rest and rest[0].isdecimal() and "1" in steps:
        steps[steps.index("1")] = rest.pop(0)
    return [*steps, *rest]


def _place_in_report(segments: list[str]) -> Place | None:
    """A key of the header comes before one of the bundle with the same name."""
    key = _keys(Header).get(segments[0])
    if key is not None and key.name not in WHOLE_BUNDLE:
        segments = ["report", *segments]
    return _steps(Bundle, segments)


def _steps(part: type, segments: list[str]) -> Place | None:
    key = _keys(part).get(segments[0])
    if key is None:
        return None
    shape, rest = shape_of(key.shape), segments[1:]
    steps: list[Step] = [key.name]
    if shape.kind is ShapeKind.MANY and shape.item and rest:
        step, rest = _item_step(shape.item, rest)
        steps.append(step)
        shape = shape.item
    if shape.kind is ShapeKind.PART:
        rest = rest or [plain(name) for name in [getattr(shape.type, "shorthand", "")] if name]
        inner = _steps(shape.type, rest) if rest else None
        if inner is None:
            return None if rest else Place(tuple(steps), shape, part)
        return Place((*steps, *inner.steps), inner.shape, inner.part)
    return None if rest else Place(tuple(steps), shape, part)


def _item_step(item: Shape, segments: list[str]) -> tuple[Step, list[str]]:
    """Which item of a list is meant: the one of that number or that key, or else the first."""
    first, *rest = segments
    if first.isdecimal() and int(first):
        return int(first), rest
    if getattr(item.type, "keyed", "") and (key := _keys(Bundle).get(first)):
        return key.name, rest
    return 1, segments


@cache
def _keys(part: Any) -> dict[str, Key]:
    return {plain(label): key for label, key in keys_by_label(part).items()}
