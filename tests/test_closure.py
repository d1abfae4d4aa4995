"""The appendix that sets metrics, problems, plans and resources side by side, and shows what is missing."""

from pathlib import Path

import pytest

from deriving import context_of
from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics
from opsreport.report.context import ClosureRowView

BUNDLE = """
report:
  title: 三季度汇报
  org: 云溪社区
  to: 委员会
  from: 内容部
  subject: 三季度汇报
  number: YX-2025-Q3-001
  period: 2025Q3
  date: 2025-10-14
  options: {appendix: [closure]}
metrics:
  - {id: share, name: 优质内容占比, unit: "%", value: 15.1, previous: 12.4, target: 16}
problems:
  - {id: q1, title: 同题内容偏多, metrics: [share], owner: 策划组}
  - {id: q2, title: 缺少支持, owner: 作者组}
  - {id: q3, title: 疲劳反馈, owner: 治理组}
plans:
  - {id: w1, title: 深度共建, addresses: [q1], owner: 策划组, due: 2025-12-31, resources: {budget: 48万元}}
  - {id: w2, title: 作者加速, addresses: [q1, q2], resources: {headcount: [{role: 专员, count: 2}]}}
  - {id: w3, title: 体验专项, goal: 提高5点}
"""


def cells(row: ClosureRowView) -> tuple[str, str, str, str]:
    """A row in words, what is missing as nothing."""
    resources = "见上" if row.is_repeated else "；".join(map(str, row.resources))
    return "；".join(map(str, row.metrics)), str(row.problem), str(row.plan), resources


def test_each_problem_stands_with_its_metrics_its_plans_and_their_resources() -> None:
    rows = context_of(BUNDLE).closure
    assert [cells(row) for row in rows] == [
        ("优质内容占比为15.1%", "同题内容偏多", "深度共建", "预算48万元"),
        ("优质内容占比为15.1%", "同题内容偏多", "作者加速", "增配专员2名"),
        ("", "缺少支持", "作者加速", "见上"),
        ("", "疲劳反馈", "", ""),
        ("", "", "体验专项", ""),
    ]
    assert [row.span for row in rows] == [2, 0, 1, 1, 1]


def test_the_matrix_is_there_only_where_it_is_asked_for() -> None:
    assert context_of(BUNDLE.replace("  options: {appendix: [closure]}\n", "")).closure == ()


def test_an_appendix_that_is_not_known_is_refused(tmp_path: Path) -> None:
    bundle, found = tmp_path / "q3.yaml", Diagnostics()
    bundle.write_text(BUNDLE.replace("[closure]", "[closur]"), "utf-8")
    build(BuildRequest(str(bundle), "memo", stop_after="context"), found)
    assert [one.code for one in found] == ["unknown-choice"]


@pytest.mark.parametrize("style", ["memo", "annual-review", "lifecycle-topic"])
def test_every_style_prints_the_appendix_with_dashes_for_what_is_missing(style: str, tmp_path: Path) -> None:
    bundle, found = tmp_path / "q3.yaml", Diagnostics()
    bundle.write_text(BUNDLE, "utf-8")
    made = build(BuildRequest(str(bundle), style, stop_after="tree", draft=True), found)
    assert made.intermediate is not None
    appendix = made.intermediate.partition("附录　指标、问题、举措与资源对照表")[2]
    assert appendix
    assert appendix.count("——") == 7
    assert "见上" in appendix


def test_a_style_without_the_appendix_is_said_to_leave_it_out(tmp_path: Path) -> None:
    bundle, style, found = tmp_path / "q3.yaml", tmp_path / "house", Diagnostics()
    style.mkdir()
    (style / "style.yaml").write_text("contract: 1\nextends: memo\ntitle: 本公司备忘录\n", "utf-8")
    report = '{% extends "opsreport/memo/report.html.j2" %}{% block appendix %}{% endblock %}'
    (style / "report.html.j2").write_text(report, "utf-8")
    bundle.write_text(BUNDLE, "utf-8")
    build(BuildRequest(str(bundle), str(style), formats=("html",), draft=True), found)
    left_out = [one.primary.span.path for one in found if one.code == "unprinted-content"]
    assert left_out == ["report.options.appendix"]
