"""The metrics of an annual review: a point for each, together with those attached to it."""

import pytest

from deriving import context_of, context_of_example, passages
from opsreport.diagnostics import Diagnostics, Language
from opsreport.report.context import GroupView, ReportContext

TWO_GROUPS = "groups: [{id: a, title: 营收, intro: 增长。}, {id: b, title: 用户}]\n"


def points(group: GroupView) -> list[str]:
    return [f"{item.title}：{item.text}" for item in group.items]


def groups_of(metrics: str, groups: str = TWO_GROUPS, others: str = "") -> tuple[GroupView, ...]:
    lines = "".join(f"  - {{{line}}}\n" for line in metrics.strip().splitlines())
    return context_of(f"{groups}metrics:\n{lines}{others}").groups


@pytest.fixture(scope="module")
def annual() -> ReportContext:
    return context_of_example("annual-2025")


@pytest.mark.parametrize(
    "line",
    [
        "总营业收入：完成年度目标的105.4%，同比增长20.1%",
        "毛利率：31.4%，与上年同期基本持平",
        "净利润：完成年度目标的96.8%，同比增长25.8%",
        "峰值512.8万（11月），月均436.5万，同比增长12.1%",
        "分别高于行业平均4.8、4.4和2.8个百分点",
        "从48秒缩短至29秒",
        "缩短5.5小时",
        "单位获客成本（CAC）：同比下降12.5%",
        "高价值会员月度复购率提高5.3个百分点",
        "整体用户生命周期价值（LTV）预估增长11.5%",
        "活动期日均新增用户环比增长43.8%",
        "与活动前同等天数相比",
        "1∶4.5",
        "客服人力成本下降约18%",
    ],
)
def test_the_annual_review_says_what_its_figures_come_to(annual: ReportContext, line: str) -> None:
    said = [str(one) for project in annual.projects for one in project.results]
    said += [point for group in annual.groups for point in points(group)]
    assert any(line in one for one in said)


def test_three_rates_share_the_point_that_is_named_after_none_of_them(annual: ReportContext) -> None:
    point = next(one for one in points(annual.groups[1]) if one.startswith("用户留存率"))
    assert point == (
        "用户留存率：次日留存率稳定在46.8%，七日留存率提升至28.9%，三十日留存率达到17.6%，"
        "分别高于行业平均4.8、4.4和2.8个百分点，新客首月任务与分群触达是主要抓手"
    )


def test_an_attached_metric_is_named_and_its_host_is_not_named_twice() -> None:
    (group,) = groups_of(
        """
        id: pay, name: 付费率, group: b, unit: "%", from: {value: 6.3}, value: 7.5, driver: 支付步骤减少。
        name: 付费用户, group: b, attach: pay, unit: 万, value: 58.4, last_year: 46.9, say: [同比], driver: 会员价上线
        """
    )
    assert points(group) == ["付费率：从6.3%提升至7.5%，支付步骤减少；付费用户同比增长24.5%，会员价上线"]
    assert group.table is not None
    assert [str(row.name) for row in group.table.rows] == ["付费率", "付费用户"]


def test_an_attachment_leads_through_others_and_into_the_group_of_its_host() -> None:
    first, *others = groups_of(
        """
        id: x, name: 甲, group: a, unit: 家, value: 1
        id: y, name: 乙, attach: x, unit: 家, value: 2
        id: z, name: 丙, group: b, attach: y, unit: 家, value: 3
        """
    )
    assert points(first) == ["甲：1家，乙2家，丙3家"]
    assert others == []


def test_what_a_host_that_is_hidden_or_in_a_circle_leaves_stands_by_itself() -> None:
    (group,) = groups_of(
        """
        id: x, name: 甲, group: a, unit: 家, value: 1, attach: y
        id: y, name: 乙, group: a, unit: 家, value: 2, attach: x
        id: z, name: 丙, group: a, unit: 家, value: 3, attach: h
        id: h, name: 丁, group: a, unit: 家, value: 4, hidden: true
        """
    )
    assert sorted(str(one) for item in group.items for one in passages(item.text)) == ["1家", "2家", "3家"]


def test_groups_without_metrics_vanish() -> None:
    assert [str(group.title) for group in groups_of("name: 甲, group: b, value: 1")] == ["用户"]


def test_without_declared_groups_the_metrics_name_them() -> None:
    groups = groups_of("name: 甲, group: 营收, value: 1\nname: 乙, group: 用户, value: 2", groups="")
    assert [str(group.title) for group in groups] == ["营收", "用户"]


def test_metrics_that_nothing_else_tells_stand_last_under_no_title() -> None:
    others = """
modules: [{name: 模块, goal: 目标, results: [丁], summary: ["上线{{ 戊 }}。"]}]
stages: [{name: 获客, metrics: [己]}]
problems: [{title: 短板, text: 不足。, metrics: [庚]}]
charts: [{kind: bar, metrics: [辛, 壬], of: comparison}]
"""
    groups = groups_of(
        """
        name: 甲, group: a, unit: 家, value: 1
        name: 乙, unit: 家, value: 2
        name: 丙, unit: 家, value: 3, hidden: true
        name: 丁, unit: 家, value: 4
        name: 戊, unit: 家, value: 5
        name: 己, unit: 家, value: 6
        name: 庚, unit: 家, value: 7
        name: 辛, unit: 家, value: 8
        name: 壬, unit: 家, value: 9
        """,
        others=others,
    )
    assert [str(group.title) for group in groups] == ["营收", ""]
    assert points(groups[-1]) == ["乙：2家", "辛：8家", "壬：9家"]


def test_a_chart_of_a_metric_takes_no_word_of_it_away() -> None:
    metrics = "id: gmv, name: 成交额, unit: 万元, value: 12000, last_year: 9840, target: 11500\nid: ord, name: 订单量, unit: 万单, value: 168.4"
    without = groups_of(metrics)[-1]
    (charted,) = groups_of(metrics, others="charts: [{kind: bar, metrics: [gmv], of: comparison}]")
    assert points(charted) == points(without)
    assert charted.table == without.table
    assert [chart.path for chart in charted.charts] == ["charts[0]"]


def test_a_charted_metric_that_a_problem_names_is_told_with_the_problem() -> None:
    context = context_of(
        "metrics: [{name: 差评, unit: 条, value: 12, target: 10}]\n"
        "problems: [{title: 口碑, text: 差评增多, metrics: [差评]}]\n"
        "charts: [{kind: bar, metrics: [差评], of: comparison}]"
    )
    (problem,) = context.problems
    assert [str(one) for one in problem.text] == ["差评增多。差评12条，超出控制目标2条。"]
    assert len(context.sections["problems"].charts) == 1


def test_a_series_that_only_a_chart_shows_lacks_nothing() -> None:
    months = "{period: 2025-01, value: 5}, {period: 2025-02, value: 6}, {period: 2025-03, value: 7}"
    (group,) = groups_of(f"name: 甲, unit: 家, series: [{months}]")
    assert (points(group), len(group.charts)) == ([], 1)


def test_a_metric_that_only_a_problem_names_is_told_after_its_text() -> None:
    context = context_of(
        "metrics: [{name: 差评, unit: 条, value: 12}, {name: 投诉, unit: 件, value: 3}]\n"
        "modules: [{name: 模块, goal: 目标, results: [投诉]}]\n"
        "problems: [{title: 体验, text: 差评增多, metrics: [差评, 投诉]}, {title: 口碑, text: 同上。, metrics: [差评]}]\n"
    )
    assert [str(one) for problem in context.problems for one in problem.text] == [
        "差评增多。差评12条。",
        "同上。",
    ]


def test_definitions_and_sources_stand_below_the_group() -> None:
    (group,) = groups_of("name: 甲, group: a, value: 1, definition: 按日去重。, source: 数据平台")
    assert [str(note) for note in group.notes] == ["甲：按日去重", "甲来源：数据平台"]


def test_a_start_of_a_year_ago_shares_the_column_of_last_year() -> None:
    (group,) = groups_of(
        """
        name: 甲, group: a, unit: "%", value: 7.5, from: {value: 6.3, label: 2024年}
        name: 乙, group: a, unit: 万, value: 58.4, last_year: 46.9
        """
    )
    assert group.table is not None
    assert [column.title for column in group.table.columns] == ["本期", "去年同期", "同比"]


def test_starts_of_several_times_keep_a_column_of_their_own() -> None:
    (group,) = groups_of(
        """
        name: 甲, group: a, unit: "%", value: 7.5, from: {value: 6.3, label: 2024年}
        name: 乙, group: a, unit: "%", value: 8.5, from: {value: 5.3, label: 试点前}
        """
    )
    assert group.table is not None
    assert [column.title for column in group.table.columns] == ["本期", "起点", "变动"]


def test_a_report_about_a_year_says_no_huanbi_and_says_so_once() -> None:
    found = Diagnostics()
    (group,) = context_of(
        """
metrics:
  - {name: 复购率, unit: "%", value: 41.2, previous: 41.3, last_year: 42.1}
  - {name: 订单, unit: 万单, value: 168.4, previous: 159.2, last_year: 141.7}
  - {name: 客诉量, unit: 件, value: 1204, previous: 1518}
charts: [{kind: bar, metrics: [订单], of: comparison}]
""",
        found,
    ).groups
    assert points(group) == [
        "复购率：41.2%，同比下降0.9个百分点",
        "订单：同比增长18.8%，达168.4万单",
        "客诉量：1204件，同比下降20.7%",
    ]
    assert group.table is not None
    assert [column.title for column in group.table.columns] == ["本期", "去年同期", "同比"]
    assert [str(name) for name in group.charts[0].categories] == ["去年同期", "本期"]
    (finding,) = found
    assert (finding.code, finding.primary.span.path) == ("wrong-comparison-period", "metrics[0].previous")
    assert "去掉上期（previous），共 3 个指标" in finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("metric", "point"),
    [
        ("previous_label: 活动前同等天数", "同比增长20.0%，环比增长9.1%（与活动前同等天数相比）"),
        ("say: [value, 同比, 环比]", "同比增长20.0%，环比增长9.1%"),
        ("period: 2025Q3", "同比增长20.0%，环比增长9.1%"),
    ],
)
def test_what_is_not_the_year_before_is_told_in_a_year_too(metric: str, point: str) -> None:
    (group,) = groups_of(f"name: 订单, unit: 单, value: 12, last_year: 10, previous: 11, {metric}", groups="")
    assert points(group) == [f"订单：12单，{point}"]


def test_a_year_is_never_level_with_the_year_before_and_below_it_at_once() -> None:
    (group,) = groups_of(
        'name: 复购率, unit: "%", value: 41.2, previous: 41.3, last_year: 42.1, say: [同比, 环比]', groups=""
    )
    assert points(group) == ["复购率：同比下降0.9个百分点，与上期基本持平"]
