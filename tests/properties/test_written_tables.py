"""What goes into a cell comes out of it, and a bundle is the same bundle whichever way it is written."""

import csv
import datetime
import enum
import io
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import Key, keys_of
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.diagnostics import Diagnostics, Entry, Mapping, Node, Scalar, Sequence, Source, Span
from opsreport.readers.characters import CONTROLS, INVISIBLE, SOFT_BREAKS
from opsreport.readers.csv import read_csv
from tables_writing import LISTS, read_written, tables_of

NOWHERE = Span("数据")
CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"])
    | st.sampled_from("，,;；\t\"'\n\r\x0b\u200b\ufeff =-+@（）％０"),
    max_size=20,
).filter(lambda text: not CONTROLS.search(text))


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_text_put_into_a_cell_comes_out_of_it(table: list[list[str]], encoding: str) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(table)
    grid = read_csv(Source("指标.csv", written.getvalue().encode(encoding)), Diagnostics())
    assert grid is not None
    assert [[cell.text for cell in row] for row in grid.rows] == [
        [cleaned(text) for text in row] for row in table
    ]


def cleaned(text: str) -> str:
    """The text without what nobody sees, its soft breaks as line breaks; blanks alone are nothing."""
    text = SOFT_BREAKS.sub("\n", INVISIBLE.sub("", re.sub("\r\n?", "\n", text)))
    return text if text.strip() else ""


@given(st.lists(CELLS, min_size=1, max_size=4))
def test_every_cell_stands_where_it_says(row: list[str]) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(row)
    text = written.getvalue()
    lines = re.split("\r\n|\r|\n", text)
    grid = read_csv(Source("指标.csv", text.encode()), Diagnostics())
    assert grid is not None
    for cell in next(iter(grid.rows)):
        for number, sign in enumerate(cell.text):
            span = cell.locate(number, number + 1)
            if sign != "\n":
                assert lines[span.line - 1][span.column - 1] == sign


NAMES = st.text("甲乙丙丁戊己庚辛北辰计划", min_size=1, max_size=6)
TEXTS = st.text("甲乙丙丁，。、；,（）: 0aB\"'=-/#%\n", min_size=1, max_size=16).filter(
    lambda text: text.strip(" -/\n") != ""
)
IDS = st.sampled_from(["m1", "m2", "p1", "q1", "007", "NA", "甲一"])
FIGURES = st.sampled_from(["86420", "12.50", "约35", "(1,234)", "-3", "1:4.5", "20+", "2小时15分", "XX"])
LEAVES: dict[ShapeKind, st.SearchStrategy[str]] = {
    ShapeKind.TEXT: NAMES,
    ShapeKind.PROSE: TEXTS,
    ShapeKind.QUANTITY: FIGURES,
    ShapeKind.DATE: st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 1, 1)).map(str),
    ShapeKind.PERIOD: st.sampled_from(["2025", "2025Q3", "2025-09", "2025年前三季度"]),
    ShapeKind.PERIOD_OR_TEXT: st.sampled_from(["2025-11", "活动期间"]),
    ShapeKind.UNIT: st.sampled_from(["万元", "%", "家", "秒", "分"]),
    ShapeKind.FORMULA: st.sampled_from(["m1 / m2", "m1 - m2", "m1.breakdown['甲'] / m2"]),
    ShapeKind.WHOLE_NUMBER: st.sampled_from(["1", "2"]),
    ShapeKind.NUMBER: st.sampled_from(["1.0", "0.5"]),
    ShapeKind.TRUTH: st.sampled_from(["true", "是", "false"]),
    ShapeKind.STRING: st.sampled_from(["～", "CNY", "closure"]),
}
REFERRING = ("metric", "attach", "stage", "plan", "metrics", "projects", "addresses", "goals", "id")


def scalar(text: str) -> Scalar:
    return Scalar(text, NOWHERE, False)


def leaf(shape: Shape, key: Key) -> st.SearchStrategy[Node]:
    if shape.kind in (ShapeKind.CHOICE, ShapeKind.PLAIN_CHOICE) and issubclass(shape.type, enum.Enum):
        return st.sampled_from([str(one.value) for one in shape.type]).map(scalar)
    return (IDS if key.name in REFERRING else LEAVES[shape.kind]).map(scalar)


def value(shape: Shape, key: Key) -> st.SearchStrategy[Node]:
    match shape.kind:
        case ShapeKind.MANY:
            assert shape.item
            items = st.lists(value(shape.item, key), min_size=1, max_size=3)
            return items.map(lambda nodes: Sequence(tuple(nodes), NOWHERE))
        case ShapeKind.PART:
            return part(shape.type)
        case _:
            return leaf(shape, key)


@st.composite
def part(draw: st.DrawFn, cls: type) -> Mapping:
    """An object with its required keys and a few others."""
    keys = [key for key in keys_of(cls) if key.name not in ("group", "key", "section")]
    needed = {key.name for key in keys if key.required} | set(getattr(cls, "one_of", ())[:1])
    if cls.__name__ in ("Metric", "Project", "Stage", "Workstream"):
        needed.add("id")
    # An object without a single key says nothing, and no table has a way to say it.
    others = draw(
        st.lists(st.sampled_from(keys), min_size=not needed, max_size=4, unique_by=lambda key: key.name)
    )
    chosen = [key for key in keys if key.name in needed or key in others]
    return Mapping(
        tuple(Entry(scalar(key.name), draw(value(shape_of(key.shape), key))) for key in chosen), NOWHERE
    )


@st.composite
def bundles(draw: st.DrawFn) -> Mapping:
    """A bundle of a few lists and single objects, each id given once."""
    names = [
        *LISTS,
        "diagnosis",
        "framework",
        "outcomes",
        "request",
        "plan_themes",
        "sources",
        "notes",
        "lint",
    ]
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
    keys = {key.name: key for key in keys_of(Bundle)}
    entries = [Entry(scalar("report"), draw(part(shape_of(keys["report"].shape).type)))]
    for name in chosen:
        node: Any = draw(value(shape_of(keys[name].shape), keys[name]))
        entries.append(Entry(scalar(name), with_own_ids(name, node) if isinstance(node, Sequence) else node))
    return Mapping(tuple(entries), NOWHERE)


def with_own_ids(name: str, rows: Sequence) -> Sequence:
    done: list[Node] = []
    for number, row in enumerate(rows.items):
        if isinstance(row, Mapping):
            entries = (
                Entry(key, scalar(f"{name}{number}")) if key.text == "id" else Entry(key, node)
                for key, node in row
            )
            row = Mapping(tuple(entries), row.span)
        done.append(row)
    return Sequence(tuple(done), rows.span)


@given(bundles())
@settings(max_examples=200, deadline=None)
def test_any_bundle_can_be_written_as_tables_and_is_the_same(node: Mapping) -> None:
    as_keys, as_tables = Diagnostics(), Diagnostics()
    expected = decode_bundle(node, as_keys)
    tree = read_written(dict(tables_of(node)), as_tables)
    assert tree is not None
    # Lines of commas within a text look like rows; that is only a warning.
    assert {one.code for one in as_tables} <= {"run-on-cell"}
    faults = Diagnostics()
    assert decode_bundle(tree, faults) == expected
    assert sorted(one.code for one in faults) == sorted(one.code for one in as_keys)
