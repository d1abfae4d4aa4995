"""The JSON Schema for editors: it takes every bundle that the program takes, and underlines the usual slips."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from editing import as_edited
from opsreport.bundle import leaf_patterns
from opsreport.bundle.choice_words import CHINESE
from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.decode_leaves import LeafDecoding
from opsreport.bundle.json_schema import MARK, bundle_schema, schema_text
from opsreport.bundle.metric import Metric
from opsreport.bundle.schema import keys_by_label
from opsreport.bundle.shapes import Shape, ShapeKind
from opsreport.diagnostics import NOWHERE, Diagnostics, Scalar, Source
from opsreport.figures.figure import parse_quantity
from opsreport.figures.period_reading import parse_period
from opsreport.readers.yaml import read_yaml

ROOT = Path(__file__).parent.parent
BUNDLES = sorted([*(ROOT / "examples").glob("*.yaml"), *(ROOT / "tests" / "errors").rglob("*.yaml")])
SCHEMA = bundle_schema()
VALIDATOR = Draft202012Validator(SCHEMA)

UNDERLINED = (
    *("bad-identifier", "missing-field", "not-a-date", "not-a-figure", "not-a-period", "not-a-whole-number"),
    *("unknown-choice", "unknown-field", "unknown-version", "wrong-shape"),
)
"""The slips of single places, which an editor shows while they are typed."""


def decodes(path: Path) -> bool:
    found = Diagnostics()
    node = read_yaml(Source(path.name, path.read_bytes()), found)
    return node is not None and decode_bundle(node, found) is not None


def slips(yaml: str) -> list[str]:
    edited = as_edited("q3.yaml", yaml.encode())
    return [error.json_path for error in VALIDATOR.iter_errors(edited)]


def test_it_is_a_schema_of_the_draft_it_names() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_it_is_the_same_each_time_and_says_where_it_comes_from() -> None:
    assert schema_text() == schema_text()
    assert json.loads(schema_text())["$comment"] == MARK


@pytest.mark.parametrize("path", [path for path in BUNDLES if decodes(path)], ids=lambda path: path.name)
def test_what_the_program_reads_an_editor_does_not_underline(path: Path) -> None:
    assert not list(VALIDATOR.iter_errors(as_edited(path.name, path.read_bytes())))


@pytest.mark.parametrize("code", UNDERLINED)
def test_a_slip_that_can_be_seen_at_its_place_is_underlined(code: str) -> None:
    path = ROOT / "tests" / "errors" / f"{code}.yaml"
    assert list(VALIDATOR.iter_errors(as_edited(path.name, path.read_bytes())))


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("report: {titel: 周报}", "$.report"),
        ("报告: {标题: 周报, 标提: 周报}", "$['报告']"),
        ("report: {options: {rounding: up}}", "$.report.options"),
        ("report: {options: {decimals: {percent: 12}}}", "$.report.options"),
        ("report: {date: 2025-13}", "$.report.date"),
        ("report: {date: 十月十四日}", "$.report.date"),
        ("report: {subject: '{{ revenue }}汇报'}", "$.report.subject"),
        ("report: {}\nmetrics: [{name: 收入, value: 64O}]", "$.metrics"),
        ("report: {}\nmetrics: [{value: 640}]", "$.metrics"),
        ("report: {}\nmetrics: 收入", "$.metrics"),
        ("report: {}\nproblems: [{severity: high}]", "$.problems"),
        ("report: {}\nplans: [{title: 育才, resources: 两个人}]", "$.plans"),
        ("report: {}\nsections: {problem: {title: 问题}}", "$.sections"),
        ("metrics: []", "$"),
    ],
)
def test_slips_of_every_sort_are_underlined_where_they_are(yaml: str, place: str) -> None:
    assert place in slips(yaml)


@pytest.mark.parametrize(
    "yaml",
    [
        "报告: {样式: memo, 期间: 2025年三季度, 方针: 提质量、保安全}",
        "report: {date: 2025年10月14日}\nmetrics: [{name: ROI, value: 1:4.5}, {name: 时长, value: 2小时15分}]",
        "report: {number: 003}\nmetrics: [{指标名称: 收入, 本期值: 1,280 万元, 表述: 数值、同比, 方向: 越高越好}]",
        "report: {}\nmetrics: [{name: 收入, value: XX万元, last_year: 不适用, from: X.X}]\nprojects:\nrequest: ~",
        "report: {}\nmodules: [{name: 内容, summary: [打通数据], results: 日均新增}]",
        "report: {}\nproblems: [同题内容偏多]\nplans: {title: 育才, resources: {budget: 48万元, headcount: [2]}}",
        "report: {}\nsections: {problems: {title: 不足}, 规划: {引言: 三项}}\nlint: [empty-section]",
        "report: {}\nsections: [{key: problems, title: 不足}]",
    ],
)
def test_every_way_of_writing_is_taken(yaml: str) -> None:
    found = Diagnostics()
    node = read_yaml(Source("q3.yaml", yaml.encode()), found)
    assert node is not None
    assert decode_bundle(node, found) is not None, list(found)
    assert not slips(yaml)


def test_every_key_of_a_metric_is_offered_in_both_languages_with_a_hint_in_chinese() -> None:
    offered = SCHEMA["$defs"]["Metric"]["properties"]
    assert {label.casefold() for label in offered} == set(keys_by_label(Metric))
    for key in {key.name for key in keys_by_label(Metric).values()}:
        assert re.match(r"[\u4e00-\u9fff/、]+（", offered[key]["description"])


def test_every_word_for_a_choice_is_offered() -> None:
    for one, words in CHINESE.items():
        assert {one.value, *words} <= set(SCHEMA["$defs"][type(one).__name__]["enum"])


def test_each_key_refers_to_something_that_is_drawn() -> None:
    def references(part: Any) -> list[str]:
        if isinstance(part, dict):
            own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
            return own + [one for value in part.values() for one in references(value)]
        return [one for item in part for one in references(item)] if isinstance(part, list) else []

    for reference in set(references(SCHEMA)):
        target = SCHEMA
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]


FIGURES = st.text(
    st.sampled_from([*"0123456789０５.,:/%％+-−△()（）¥$ 万亿元篇次个小时分钟秒天点约近超余多左右XxOkhe"]),
    max_size=12,
)


@given(FIGURES)
@example("2小时15分")
@example("（1,234）")
@example("约35%")
@example("4.2/5")
@example("待补充")
@example("无可比数据")
@example("1 280.5 万元")
@example("US$300")
@example("-¥1,280.50万")
@example("12 h")
def test_whatever_is_read_as_a_figure_is_not_underlined(text: str) -> None:
    found = Diagnostics()
    for sides_named in (False, True):
        parse_quantity(Scalar(text, NOWHERE), found, sides_named=sides_named)
    if not found.errors():
        assert re.search(leaf_patterns.FIGURE, text)


@given(st.text(st.sampled_from([*"0123456789 /-.年月日"]), max_size=12))
@example("2025 年 10 月 14 日")
@example("2025 1014")
def test_whatever_is_read_as_a_date_is_not_underlined(text: str) -> None:
    if LeafDecoding(Diagnostics()).leaf(Shape(ShapeKind.DATE), Scalar(text, NOWHERE), "report.date"):
        assert re.search(leaf_patterns.DATE, text)


@given(
    st.text(st.sampled_from([*"0123456789２ QHWFYqh/-.～—至年月日季度上下半全前第一二三个周财"]), max_size=12)
)
@example("2025-07-01..2025-08-15")
@example("FY2025财年度")
def test_whatever_is_read_as_a_period_is_not_underlined(text: str) -> None:
    if parse_period(text, year=2025):
        assert re.search(leaf_patterns.PERIOD, text)


@pytest.mark.parametrize("text", ["64O", "3w", "1e5", "一百", "12..5.", "5 k", "12万3", "abc", "2025-10-14"])
def test_what_is_no_figure_is_underlined(text: str) -> None:
    found = Diagnostics()
    parse_quantity(Scalar(text, NOWHERE), found)
    assert found.errors()
    assert not re.search(leaf_patterns.FIGURE, text)
