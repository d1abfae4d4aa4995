"""Figures beside the metrics are in units of what they count, in whatever form the bundle is written."""

from pathlib import Path

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.inputs import read_bundle
from opsreport.readers.yaml import read_yaml
from workbook_making import number, row, sheet, text, texts, workbook

METRICS = """report: {org: 甲}
metrics:
  - {id: staff, name: 客服人数, unit: 人, value: 40}
  - {id: revenue, name: 营收, unit: 万元, value: 86420}
  - {id: margin, name: 毛利率, unit: "%", value: 31.4}
  - {id: complaint, name: 投诉率, unit: ‰, value: 0.42}
  - {id: wait, name: 等待时长, unit: 秒, value: 29}
  - {id: shops, name: 门店, value: 18}
  - {id: roi, name: 投产比, ratio: {left: 投入, right: 产出}, value: "1:4.5"}
"""


def refused(text: str, found: Diagnostics) -> list[tuple[str, str]]:
    """The findings of a bundle with these objects, each with its place."""
    node = read_yaml(Source("q3.yaml", (METRICS + text).encode()), found)
    bundle = decode_bundle(node, found) if node else None
    assert (bundle is None) == bool(len(found))
    return [(finding.code, finding.primary.span.path) for finding in found]


@pytest.mark.parametrize(
    ("goal", "field"),
    [
        ("metric: staff, target_value: 2万元", "target_value"),
        ("metric: staff, target_value: '06:00:00'", "target_value"),
        ("metric: staff, target_value: 20%", "target_value"),
        ("metric: staff, target_change: 5%", "target_change"),
        ("metric: revenue, target_value: 95000人", "target_value"),
        ("metric: margin, target_value: 33个百分点", "target_value"),
        ("metric: margin, target_change: 2%", "target_change"),
        ("metric: margin, target_change: 3万元", "target_change"),
        ("metric: complaint, target_growth: 20‰", "target_growth"),
        ("metric: revenue, target_growth: 20人", "target_growth"),
        ("metric: wait, target_value: 20元", "target_value"),
        ("metric: wait, target_change: -5%", "target_change"),
        ("metric: shops, target_value: '06:00:00'", "target_value"),
        ("metric: shops, target_value: 30%", "target_value"),
        ("metric: roi, target_value: 5人", "target_value"),
    ],
)
def test_a_goal_is_set_in_what_its_metric_is_measured_in(goal: str, field: str, found: Diagnostics) -> None:
    assert refused(f"goals: [{{text: 目标, {goal}}}]", found) == [("unit-mismatch", f"goals[0].{field}")]


@pytest.mark.parametrize(
    "goal",
    [
        *("metric: staff, target_value: 45", "metric: staff, target_value: 45人", "metric: shops, target_value: 20家"),
        *("metric: revenue, target_value: 9.5亿元", "metric: revenue, target_change: 8000万", "metric: margin, target_value: 33%"),
        *("metric: margin, target_change: 2", "metric: margin, target_change: 2个百分点", "metric: complaint, target_change: -0.05千分点"),
        *("metric: wait, target_value: 1分钟", "metric: wait, target_growth: -10%", "metric: roi, target_value: '1:5'"),
        *("metric: staff, target_value: XX人", "metric_name: 门店数, target_value: 120家"),
    ],
)  # fmt: skip
def test_a_goal_may_be_in_another_size_of_its_metrics_unit(goal: str, found: Diagnostics) -> None:
    assert not refused(f"goals: [{{text: 目标, {goal}}}]", found)


@pytest.mark.parametrize(
    ("resources", "place"),
    [
        ("budget: {amount: 3人}", "budget.amount"),
        ("budget: {amount: 20%}", "budget.amount"),
        ("budget: {amount: 48, unit: 人天}", "budget.unit"),
    ],
)
def test_money_is_asked_for_in_money(resources: str, place: str, found: Diagnostics) -> None:
    plan = f"plans: [{{title: 共建, resources: {{{resources}}}}}]"
    assert refused(plan, found) == [("unit-mismatch", f"plans[0].resources.{place}")]


def test_the_usual_ways_to_ask_for_resources_are_fine(found: Diagnostics) -> None:
    assert not refused(
        "plans:\n"
        "  - {title: 一, resources: {budget: 48万元, headcount: 2名, effort: 20人天}}\n"
        "  - {title: 二, resources: {budget: {amount: 480000}, headcount: [3], effort: [{amount: 3人月}]}}\n"
        "  - {title: 三, resources: {budget: 3万美元, headcount: [{count: 2人}], effort: [{amount: 8, unit: 人日}]}}\n",
        found,
    )


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("numerator: 20%, denominator: 100", "numerator"),
        ("numerator: 20, denominator: 2个百分点", "denominator"),
        (
            "experiment: {control: {n: 100, hits: 20%}, variant: {n: 100, hits: 30}}",
            "experiment.control.hits",
        ),
        ("experiment: {control: {n: 3万元, hits: 20}, variant: {n: 100, hits: 30}}", "experiment.control.n"),
        ("breakdown: [{name: 线上, value: 5, contribution: 3万元}]", "breakdown[0].contribution"),
        ("stated: {vs_last_year: 20万元}", "stated.vs_last_year"),
    ],
)
def test_what_a_metric_is_reckoned_from_is_counted(fields: str, place: str, found: Diagnostics) -> None:
    metric = f"  - {{id: m, name: 转化人数, unit: 人, value: 5, {fields}}}"
    assert refused(metric, found) == [("unit-mismatch", f"metrics[7].{place}")]


def test_a_scale_without_a_unit_counts_no_percent(found: Diagnostics) -> None:
    metric = "  - {id: m, name: 满意度, kind: score, value: 4.2, scale: {min: 1, max: 5%}}"
    assert refused(metric, found) == [("unit-mismatch", "metrics[7].scale.max")]


def test_the_message_says_what_to_write_instead(found: Diagnostics) -> None:
    refused("plans: [{title: 共建, resources: {budget: 20人}}]", found)
    (finding,) = found
    assert finding.message(Language.ZH) == "单位是“人”，而这里要的是“元”，两者对不上"
    assert finding.help(Language.ZH) == "预算是金额：请写成 48万元，只写数字时以元计。"


def test_tables_are_no_less_strict(tmp_path: Path, found: Diagnostics) -> None:
    tables = {
        "report": "key,value\n标题,三季度\n",
        "metrics": "id,name,unit,value\nstaff,客服人数,人,40\n",
        "goals": "text,metric,target_value\n扩员,staff,2万元\n",
        "plans": "title,goal,action,headcount,effort,budget\n共建,一,二,2人,30人天,5人\n",
    }
    for name, table in tables.items():
        (tmp_path / f"{name}.csv").write_text(table, encoding="utf-8")
    assert read_bundle(str(tmp_path), None, [], found) is None
    assert [finding.code for finding in found] == ["unit-mismatch"] * 2


def test_a_time_that_excel_made_of_a_figure_is_none_of_people_or_of_a_goal(
    tmp_path: Path, found: Diagnostics
) -> None:
    plans = row(2, text("A2", "共建"), text("B2", "一"), text("C2", "二"), number("D2", "0.25", 1))
    sheets = {
        "报告": sheet(texts(1, "项", "值"), texts(2, "标题", "三季度")),
        "指标": sheet(texts(1, "编号", "指标", "单位", "本期"), texts(2, "staff", "客服人数", "人", "40")),
        "目标": sheet(
            texts(1, "目标", "指标", "目标值"),
            row(2, text("A2", "扩员"), text("B2", "staff"), number("C2", "0.25", 1)),
        ),
        "规划": sheet(texts(1, "规划", "目标", "行动", "人数"), plans),
    }
    (tmp_path / "q3.xlsx").write_bytes(workbook(sheets, formats=["h:mm"]))
    assert read_bundle(str(tmp_path / "q3.xlsx"), None, [], found) is None
    told = {(finding.code, finding.primary.span.cell) for finding in found}
    assert told == {("unit-mismatch", "目标!C2"), ("mangled-value", "规划!D2")}


@pytest.mark.parametrize(
    ("metric", "judged"),
    [
        ("name: 转化率(%), value: 20.5", "missing-unit"),
        ("name: 响应时长（秒）, value: 20, target: 30", "missing-unit"),
        ("name: 满意度（分）, value: 4.5", "missing-unit"),
        ("name: 浏览量（万次）, value: 20", "missing-unit"),
        ("name: 营业收入（亿元）, unit: 万元, value: 100", "unit-mismatch"),
        ("name: 营业收入（万元）, value: 100元", "unit-mismatch"),
        ("name: 不良率（‰）, unit: '%', value: 2", "unit-mismatch"),
        ("name: 转化率(%), unit: '%', value: 20.5", ""),
        ("name: 营业收入（亿元）, unit: 万元, value: 12000, display_unit: 亿元", ""),
        ("name: 浏览量（万）, unit: 万次, value: 20", ""),
        ("name: 营业收入（人民币）, unit: 万元, value: 100", ""),
        ("name: 销售额（万科）, unit: 万元, value: 100", ""),
        ("name: 通话时长（分）, unit: 分钟, value: 3", ""),
        ("name: 活跃用户（月）, value: 300", ""),
        ("name: 响应时长（秒）, change: '-18%'", ""),
    ],
)
def test_a_unit_in_a_name_is_the_unit_of_its_figures(metric: str, judged: str, found: Diagnostics) -> None:
    node = read_yaml(Source("q3.yaml", f"report: {{org: 甲}}\nmetrics: [{{{metric}}}]".encode()), found)
    assert node is not None
    decode_bundle(node, found)
    assert [(one.code, one.help_key) for one in found] == ([(judged, "name")] if judged else [])
