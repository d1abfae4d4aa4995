"""Whatever is written, reading ends in a tree or in findings, and what is read stands where it says."""

import json

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Plan, Project
from opsreport.bundle.schema import keys_by_label
from opsreport.checks.check import check_bundle
from opsreport.diagnostics import Diagnostics, Mapping, Node, Scalar, Sequence, Source
from opsreport.readers.yaml import read_yaml

YAML_SIGNS = st.text(st.sampled_from("ab甲，：:-?*&!|>'\"%@`#{}[],. \t\n\r\\~0\u202e\x0b\x07😀"), max_size=60)
CHINESE = st.text(st.sampled_from("甲乙丙，。“”（）A1 "), max_size=12)


def read(text: str | bytes) -> tuple[Node | None, Diagnostics]:
    found = Diagnostics()
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return read_yaml(Source("q3.yaml", content), found), found


def plain(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {key.text: plain(value) for key, value in entries}


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence(items=items):
            return [scalar for item in items for scalar in scalars(item)]
        case Mapping(entries=entries):
            return [scalar for key, value in entries for scalar in (key, *scalars(value))]


@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
def test_any_bytes_end_in_a_tree_or_an_error(content: bytes) -> None:
    node, found = read(content)
    assert node is not None or found.errors()


@settings(max_examples=400)
@given(YAML_SIGNS)
@example('a: "\\ud800"')
@example('a: "\\UFFFFFFFF"')
@example("%YAML 9.9\n---\na: 1")
@example("? {a: b}\n: c")
@example("a: >\n\n\n b\n  c\n\n d")
def test_any_text_ends_in_a_tree_or_an_error(text: str) -> None:
    node, found = read(text)
    assert node is not None or found.errors()


@settings(max_examples=300)
@given(YAML_SIGNS)
def test_both_parsers_agree_on_what_is_read(text: str) -> None:
    fast, found = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        slow, others = read(text)
    if fast is not None and slow is not None and not found.errors() and not others.errors():
        assert plain(slow) == plain(fast)


@settings(max_examples=400)
@given(YAML_SIGNS)
@example('a: >-\n  甲\n  乙 b\nc: "d \\\n  e"\n')
def test_each_character_stands_where_it_says(text: str) -> None:
    """Blanks made by folding stand nowhere, and an escape stands at its backslash."""
    node, found = read(text)
    if node is None or found.errors():
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", " ").split("\n")
    for scalar in scalars(node):
        for offset, character in enumerate(scalar.text):
            if not character.isspace():
                span = scalar.locate(offset, offset + 1)
                assert lines[span.line - 1][span.column - 1] in (character, "\\")


@given(st.recursive(CHINESE, lambda inner: st.lists(inner) | st.dictionaries(CHINESE, inner), max_leaves=12))
def test_what_another_program_wrote_is_read_back_unchanged(value: object) -> None:
    written = yaml.safe_dump({"a": value}, allow_unicode=True, default_style='"', width=10**6)
    node, found = read(written)
    assert not found
    assert node is not None
    assert plain(node) == {"a": value}


NAMES = st.sampled_from(
    ["没有", *sorted({name for part in (Bundle, Metric, Plan, Project) for name in keys_by_label(part)})]
)
LEAVES = st.sampled_from(
    [
        "",
        "甲",
        "3 万元",
        "XX",
        "2025Q3",
        "2025-10-14",
        "{{ a.b }}",
        "**",
        "high",
        "true",
        "1:4",
        "-",
        "不适用",
        "a / b",
    ]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=15,
)


@settings(max_examples=400)
@given(st.dictionaries(NAMES, TREES, max_size=6))
def test_any_tree_is_a_bundle_or_its_faults_are_told(tree: dict[str, object]) -> None:
    node, found = read(json.dumps({"report": {"org": "甲"}, **tree}, ensure_ascii=False))
    bundle = decode_bundle(node, found) if node else None
    assert bundle is not None or found.errors()
    if bundle is not None:
        check_bundle(bundle, ("title", "date"), ("problems", "plans"), found)
