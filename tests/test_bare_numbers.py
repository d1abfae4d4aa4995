"""A number typed into a text is pointed to the metric that holds it, if a reference prints the same."""

import json

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.model import Bundle
from opsreport.checks.family import Case
from opsreport.diagnostics import Diagnostics, Severity, Source
from opsreport.readers.yaml import read_yaml
from opsreport.report.bare_numbers import report_bare_numbers

BUNDLE = """\
report: {org: 云溪社区, period: "2025", options: OPTIONS}
metrics:
  - {id: revenue, name: 营业收入, unit: 万元, value: 86420, last_year: 71950, target: 82000}
  - {id: ctr, name: 点击率, unit: "%", value: 8.4, from: 7.7}
  - {id: wait, name: 响应时间, unit: 秒, value: 29, from: 48}
  - {id: hours, name: 处理时长, unit: 小时, value: 2.5, last_year: 4}
  - {id: roi, name: 投入产出比, kind: ratio, ratio: {left: 投入, right: 产出}, value: "1:4.5"}
  - {id: cost, name: 物流成本, unit: 万元, value: 1250.6, approx: true}
  - {name: 日均新增, unit: 篇, value: 48300, previous: 44100}
notes: [TEXT]
"""


def report(sentence: str, found: Diagnostics, options: str = "{}") -> None:
    text = BUNDLE.replace("OPTIONS", options).replace("TEXT", json.dumps(sentence, ensure_ascii=False))
    node = read_yaml(Source("2025.yaml", text.encode()), Diagnostics())
    assert node is not None
    bundle = decode_bundle(node, Diagnostics())
    assert isinstance(bundle, Bundle)
    report_bare_numbers(Case(bundle), found)


def offered(sentence: str) -> dict[str, str]:
    """The stretches of a sentence with the references to type instead."""
    found = Diagnostics()
    report(sentence, found)
    return {details["text"]: details["better"] for details in (dict(one.details) for one in found)}


@pytest.mark.parametrize(
    ("sentence", "references"),
    [
        ("全年营业收入86,420万元。", {"86,420万元": "{{ revenue }}"}),
        ("营业收入同比增长20.1%。", {"同比增长20.1%": "{{ revenue.vs_last_year }}"}),
        ("营业收入较上年同期上升20.1%。", {"较上年同期上升20.1%": "{{ revenue.vs_last_year }}"}),
        ("营业收入完成年度目标的105.4%。", {"完成年度目标的105.4%": "{{ revenue.vs_target }}"}),
        ("营业收入完成了全年目标的105.4%。", {"完成了全年目标的105.4%": "{{ revenue.vs_target }}"}),
        ("营业收入目标为82,000万元。", {"82,000万元": "{{ revenue.target }}"}),
        ("营业收入8.642亿元。", {"8.642亿元": "{{ revenue }}"}),
        ("点击率从7.7%提升至8.4%。", {"从7.7%提升至8.4%": "{{ ctr.from_to }}"}),
        ("响应时间由48秒缩短至29秒。", {"48秒": "{{ wait.from }}", "缩短至29秒": "{{ wait.to }}"}),
        ("投入产出比为1:4.5。", {"1:4.5": "{{ roi }}"}),
        (
            "日均新增48300篇，环比增长9.5%。",
            {"48300篇": "{{ 日均新增 }}", "环比增长9.5%": "{{ 日均新增.环比 }}"},
        ),
    ],
)
def test_a_typed_number_is_offered_the_reference_that_prints_it(
    sentence: str, references: dict[str, str]
) -> None:
    assert offered(sentence) == references


def test_no_way_to_a_value_is_offered_where_the_metric_has_no_start() -> None:
    assert offered("处理时长由4小时缩短至2.5小时。")["2.5小时"] == "{{ hours }}"


@pytest.mark.parametrize(
    "sentence",
    [
        "营业收入{{ revenue }}，{{ revenue.vs_last_year }}。",
        "预计明年营业收入86,420万元。",
        "营业收入约86,420万元，同比增长20%。",
        "2024年营业收入86,420万元。",
        "华东区营业收入86,420万元。",
        "营业收入同比下降20.1%。",
        "物流成本1251万元。",
        "点击率8.40%以上。",
        "签约18家机构，于2025年上线。",
    ],
)
def test_a_number_that_would_print_otherwise_or_is_another_is_left_alone(sentence: str) -> None:
    assert offered(sentence) == {}


def test_a_typed_number_is_a_note_unless_the_report_is_strict_or_forbids_it() -> None:
    sentence = "营业收入86,420万元。"
    for found, options, severity in (
        (Diagnostics(), "{}", Severity.INFO),
        (Diagnostics(strict=True), "{}", Severity.ERROR),
        (Diagnostics(), "{bare_numbers: forbid}", Severity.ERROR),
    ):
        report(sentence, found, options)
        assert [finding.severity for finding in found] == [severity]
