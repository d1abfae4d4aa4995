"""Projects, diagnosis, stages, outcomes, reflections and goals as templates see them."""

import json

import pytest

from deriving import context_of, context_of_example, places
from opsreport.report.context import ReportContext
from opsreport.report.shown import shown_context


@pytest.fixture(scope="module")
def topic() -> ReportContext:
    return context_of_example("lifecycle.yaml")


@pytest.mark.parametrize(
    "line",
    [
        "次月留存率提高7.5个百分点",
        "从38.4%提升至52.7%",
        "DAU/MAU从17.2%提升至21.9%",
        "从3.2%提升至4.0%，相对提高25.0%（提高0.8个百分点）",
        "占比提升至14.3%",
    ],
)
def test_the_topic_report_says_what_its_figures_come_to(topic: ReportContext, line: str) -> None:
    assert topic.outcomes is not None
    assert any(line in str(item.text) for item in topic.outcomes.items)


def test_a_metric_among_the_outcomes_is_not_told_by_its_stage_as_well() -> None:
    context = context_of(
        "metrics: [{id: a, name: 留存率, unit: '%', value: 31}, {id: b, name: 投放费用, unit: 万元, value: 20}]\n"
        "stages: [{id: s, name: 获客, metrics: [a, b], measures: [{title: 打分, text: 按月。}]}]\n"
        "outcomes: {items: [{stage: s, metric: a}]}\n"
    )
    (stage,) = context.stages
    assert [str(one) for one in stage.results] == ["投放费用20万元"]
    assert stage.table is not None
    assert len(stage.table.rows) == 1


@pytest.mark.parametrize(
    ("outcome", "title", "text"),
    [
        ("{title: 更准了, stage: s, metric: a}", "更准了", "留存率为31%"),
        ("{stage: s, metric: a}", "获客", "留存率为31%"),
        ("{metric: a}", "留存率", "31%"),
    ],
)
def test_an_outcome_goes_by_its_title_its_stage_or_its_metric(outcome: str, title: str, text: str) -> None:
    context = context_of(
        "metrics: [{id: a, name: 留存率, unit: '%', value: 31}]\n"
        f"stages: [{{id: s, name: 获客}}]\noutcomes: {{items: [{outcome}]}}\n"
    )
    assert context.outcomes is not None
    (item,) = context.outcomes.items
    assert (str(item.title), str(item.text)) == (title, text)


def test_the_metrics_of_a_diagnosis_are_told_after_its_text() -> None:
    context = context_of(
        "metrics: [{id: cpa, name: 单价, unit: 元, value: 130, last_year: 100}]\n"
        "diagnosis: {title: 为何转型, subtitle: 四个信号, intro: 增速放缓。, conclusion: 因此转型。,"
        " items: [{title: 投放越来越贵, text: 回本变慢, metrics: [cpa]}]}\n"
    )
    assert context.diagnosis is not None
    (item,) = context.diagnosis.items
    assert str(item.text) == "回本变慢。单价130元，同比增长30.0%。"
    assert str(context.diagnosis.conclusion[0]) == "因此转型。"


def test_a_project_has_all_that_was_written_of_it() -> None:
    context = context_of(
        "metrics: [{id: a, name: 复购率, unit: '%', value: 38.9, from: {value: 33.6}, definition: 按月。}]\n"
        "projects: [{id: p, name: 会员, codename: 北辰, category: 增长, period: 2025, owner: 会员部, status: 已结项,"
        " background: 背景。, goal: 目标。, actions: [{title: 打通, text: 合并。}], tiers: [高, 低],"
        " results: [{metric: a, tail: 创新高}], reflection: 反思。}]\n"
    )
    (project,) = context.projects
    assert [str(one) for one in (project.codename, project.category, project.period, project.status)] == [
        *("北辰", "增长", "2025年", "已结项"),
    ]
    assert [str(one) for one in project.results] == ["复购率从33.6%提升至38.9%，创新高"]
    assert [str(one) for one in project.tiers] == ["高", "低"]
    assert project.table is not None
    assert [str(one) for one in project.notes] == ["复购率：按月"]


def test_a_metric_attached_to_a_result_is_told_with_it() -> None:
    context = context_of(
        "metrics:\n"
        "  - {id: a, name: 唤醒会员, unit: 万, value: 21.7, driver: 短信触达。}\n"
        '  - {id: b, name: 唤醒转化率, attach: a, unit: "%", value: 9.4, verb: 达到}\n'
        "projects: [{id: p, name: 会员, results: [a, 完成上线。]}]\n"
    )
    (project,) = context.projects
    assert [str(one) for one in project.results] == [
        *("唤醒会员21.7万，短信触达；唤醒转化率达到9.4%", "完成上线"),
    ]
    assert project.table is not None
    assert len(project.table.rows) == 2
    assert context.groups == ()


def test_reflections_and_themes_stand_in_the_order_written() -> None:
    context = context_of(
        "reflections: [{title: 标签还粗, gap: 不细。, direction: 补采。, owner: 数据组, due: 2026-03-31}]\n"
        "plan_themes: [做深, 做快]\n"
    )
    (one,) = context.reflections
    assert (str(one.gap[0]), str(one.direction[0]), str(one.due)) == ("不细。", "补采。", "2026年3月31日")
    assert [str(theme) for theme in context.plan_themes] == ["做深", "做快"]


METRICS = """
metrics:
  - {id: revenue, name: 总营收, group: g, unit: 万元, value: 86420, last_year: 71950}
  - {id: margin, name: 毛利率, group: g, unit: "%", value: 31.4}
  - {id: wait, name: 响应时间, group: g, unit: 秒, polarity: lower, value: 29}
  - {id: complaint, name: 投诉率, group: g, unit: ‰, value: 0.42}
  - {id: csat, name: 满意度, group: g, kind: score, unit: 分, value: 4.2}
  - {id: visits, name: 访问量, group: g, unit: 次, value: 48300}
"""


@pytest.mark.parametrize(
    ("goal", "target"),
    [
        ("metric: revenue, target_growth: 18", "总营收同比增长18%"),
        ("metric: revenue, target_growth: 12.50", "总营收同比增长12.50%"),
        ("metric: revenue, target_growth: -3%", "总营收同比下降3%"),
        ("metric: revenue, target_growth: 约18", "总营收同比增长约18%"),
        ("metric: revenue, target_value: 95000", "总营收增至95000万元"),
        ("metric: revenue, target_value: 9.5亿元", "总营收增至9.5亿元"),
        ("metric: revenue, target_change: 8000", "总营收增加8000万元"),
        ("metric: margin, target_change: 2", "毛利率提高2个百分点"),
        ("metric: margin, target_value: 33", "毛利率提升至33%"),
        ("metric: margin, target_value: 31.4", "毛利率保持在31.4%"),
        ("metric: margin, target_growth: 5", "毛利率同比相对提高5%"),
        ("metric: wait, target_change: -5", "响应时间缩短5秒"),
        ("metric: wait, target_value: 20", "响应时间缩短至20秒"),
        ("metric: complaint, target_change: -0.05", "投诉率下降0.05个千分点"),
        ("metric: complaint, target_value: 0.3", "投诉率降至0.3‰"),
        ("metric: csat, target_change: 0.3", "满意度提高0.3分"),
        ("metric: visits, target_value: 60000", "访问量增至6万次"),
        ("metric_name: 人效/坪效, target_growth: 10", "人效/坪效同比增长10%"),
        ("metric_name: 门店数, target_value: 120家", "门店数达到120家"),
        ("metric: revenue, target_growth: XX", "总营收同比XX"),
        ("text: 总营收同比增长18%, metric: revenue, target_growth: 18", ""),
        ("text: 稳住基本盘, metric: revenue, target_growth: 18", "总营收同比增长18%"),
        ("metric: revenue, target_growth: 18, target_value: 101976", "总营收增至101976万元，同比增长18%"),
    ],
)
def test_a_goal_says_its_figure_unless_its_text_has_it(goal: str, target: str) -> None:
    (view,) = context_of(f"{METRICS}goals: [{{{goal}}}]\n").goals
    assert str(view.target) == target


@pytest.mark.parametrize(
    ("period", "target"),
    [("2025Q3", "甲环比增长5%"), ("2025H1", "甲环比增长5%"), ("2025YTD09", "甲较本期增长5%")],
)
def test_a_goal_is_set_against_the_period_that_its_own_follows(period: str, target: str) -> None:
    text = "metrics: [{name: 甲, value: 1}]\ngoals: [{metric: 甲, target_growth: 5}]\n"
    (view,) = context_of(text, period=period).goals
    assert str(view.target) == target


def test_a_number_within_another_does_not_count_as_said() -> None:
    (view,) = context_of(
        f"{METRICS}goals: [{{text: 覆盖118%的门店, metric: revenue, target_growth: 18}}]\n"
    ).goals
    assert str(view.target) == "总营收同比增长18%"


def test_a_plan_names_its_goals_by_their_texts_or_their_figures() -> None:
    context = context_of(
        f"{METRICS}goals: [{{id: a, text: 稳增长}}, {{id: b, metric: revenue, target_growth: 18}}]\n"
        "plans: [{title: 甲, text: 乙, goals: [a, b]}]\n"
    )
    assert [str(goal) for goal in context.plans[0].goals] == ["稳增长", "总营收同比增长18%"]
    assert places(context.plans[0].goals[1]) == ["goals[1].target_growth"]


@pytest.mark.parametrize(
    ("period", "name"), [("2025", "2026年"), ("2025Q4", "2026年第一季度"), ("2025YTD09", "")]
)
def test_the_period_to_come_has_a_name(period: str, name: str) -> None:
    assert context_of("metrics: []\n", period=period).period.next_label == name


def test_the_context_can_be_looked_at_whole(topic: ReportContext) -> None:
    shown = json.loads(shown_context(topic))
    assert shown["stages"][0]["name"] == "获客"
    assert shown["outcomes"]["items"]
    assert {"kind", "title", "alt", "categories", "series", "path"} <= set(shown["outcomes"]["charts"][0])


def test_thousands_of_goals_budgets_and_their_total_are_set_off_as_the_report_asks() -> None:
    context = context_of(
        f"report: {{period: '2025', options: {{thousands: comma}}}}\n{METRICS}"
        "goals:\n"
        "  - {metric: revenue, target_value: 95000}\n"
        "  - {text: '增至95,000万元', metric: revenue, target_value: 95000}\n"
        "plans:\n"
        "  - {id: a, title: 甲, text: 一, resources: {budget: 12345元}}\n"
        "  - {id: b, title: 乙, text: 二, resources: {budget: {amount: 23456.5}}}\n"
        "request: {text: 请批示。, asks: [{plan: a, resource: budget}, {plan: b, resource: budget}]}\n"
    )
    assert [str(goal.target) for goal in context.goals] == ["总营收增至95,000万元", ""]
    assert [str(plan.resources[0]) for plan in context.plans] == ["预算12,345元", "预算23,456.5元"]
    assert context.request
    assert str(context.request.total) == "预算35,801.5元"


def test_a_budget_in_tens_of_thousands_is_money_all_the_same() -> None:
    (plan,) = context_of("plans: [{title: 甲, text: 一, resources: {budget: 48万}}]\n").plans
    assert str(plan.resources[0]) == "预算48万元"
