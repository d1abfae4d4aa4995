"""What went wrong is spoken of among the problems; projects and stages have the results they were for."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics

MISSED = "{id: profit, name: 净利润, unit: 万元, value: 5810, target: 6000}"


def places(text: str, code: str, found: Diagnostics) -> list[str]:
    """Where a bundle has one kind of defect."""
    return [path for name, path in check(text, found) if name == code]


def told(found: Diagnostics, code: str) -> list[str]:
    return [dict(one.details)["told"] for one in found if one.code == code]


@pytest.mark.parametrize(
    ("metric", "arithmetic"),
    [
        (MISSED, "5810万元 ÷ 6000万元 = 96.8%"),
        ('{name: 准时率, unit: "%", value: 95.1, target: 96}', "95.1%，目标96%，相差0.9个百分点"),
        ("{name: 响应时长, unit: 秒, value: 34, target: 30, polarity: lower}", "34秒，目标30秒，相差4秒"),
        ("{name: 营收, unit: 亿元, value: 1.2, target: 13000万元}", "1.2亿元 ÷ 13000万元 = 92.3%"),
        ("{name: 净利润, unit: 万元, value: 6100, target: 6000}", ""),
        ("{name: 净利润, unit: 万元, value: 6000, target: 6000}", ""),
        ("{name: 营收, unit: 万元, value: 81999, target: 82000}", ""),
        ("{name: 响应时长, unit: 秒, value: 28, target: 30, polarity: lower}", ""),
        ("{name: 净利润, unit: 万元, value: 5810, target: 6000, hidden: true}", ""),
        ("{name: 户均面积, unit: 平方米, value: 5, target: 6, polarity: neutral}", ""),
        ("{name: 净利润, unit: 万元, value: 5810, target: XX}", ""),
    ],
)
def test_a_target_that_was_missed_needs_a_problem(metric: str, arithmetic: str, found: Diagnostics) -> None:
    check(f"metrics: [{metric}]", found)
    assert told(found, "missed-target-unexplained") == [arithmetic] * bool(arithmetic)


def test_the_targets_of_a_year_are_not_due_before_its_end(found: Diagnostics) -> None:
    text = f"report: {{org: 甲, period: 2025YTD09}}\nmetrics: [{MISSED}]"
    assert places(text, "missed-target-unexplained", found) == []


@pytest.mark.parametrize(
    "explained",
    [
        "problems: [{title: 费用错位, metrics: [profit]}]",
        "problems: [{title: 净利润未达预算}]",
        "problems: [{title: 利润未达预算, text: 冷链扩仓集中入账。}]",
        "problems: [{title: 费用错位, text: '目前只有{{ profit }}。'}]",
        "reflections: [{title: 费用错位, gap: 净利润比预算少190万元。}]",
        "diagnosis: {items: [{title: 费用错位, metrics: [profit]}]}",
    ],
)
def test_a_problem_may_name_a_metric_in_many_ways(explained: str, found: Diagnostics) -> None:
    assert places(f"metrics: [{MISSED}]\n{explained}", "missed-target-unexplained", found) == []


def test_a_problem_about_something_else_explains_nothing(found: Diagnostics) -> None:
    text = f"metrics: [{MISSED}]\nproblems: [{{title: 夜间人手不足, text: 排班跟不上单量。}}]"
    assert places(text, "missed-target-unexplained", found) == ["metrics[0].value"]


@pytest.mark.parametrize(
    ("metric", "move"),
    [
        ('{name: 粘性, unit: "%", value: 39.1, last_year: 41.2}', "同比41.2% → 39.1%"),
        ("{name: 投诉量, unit: 件, value: 460, previous: 400, polarity: lower}", "比上期400件 → 460件"),
        ("{name: 营收, unit: 万元, value: 900, last_year: 1000, previous: 800}", "同比1000万元 → 900万元"),
        ("{name: 等待时长, unit: 秒, value: 52, from: 48, polarity: lower}", "48秒 → 52秒"),
        ("{name: 人力成本, kind: money, polarity: lower, change: {value: 8, unit: '%', vs: before}}", "+8%"),
        ("{name: 净推荐值, kind: points, unit: 点, value: 31, last_year: 38}", "同比38点 → 31点"),
        ('{name: 粘性, unit: "%", value: 41.0, last_year: 41.2}', ""),
        ("{name: 营收, unit: 万元, value: 995, last_year: 1000}", ""),
        ("{name: 营收, unit: 万元, value: 1100, last_year: 1000, previous: 1200}", ""),
        ("{name: 投诉量, unit: 件, value: 360, previous: 400, polarity: lower}", ""),
        ("{name: 营收, unit: 万元, value: 900, last_year: 1000, hidden: true}", ""),
        ("{name: 户均面积, unit: 平方米, value: 80, last_year: 90, polarity: neutral}", ""),
        ("{name: 营收, unit: 万元, value: 900, last_year: 不适用}", ""),
        ("{name: 员工人数, unit: 人, value: 480, last_year: 520}", ""),
        ("{name: 员工人数, unit: 人, value: 480, last_year: 520, polarity: higher}", "同比520人 → 480人"),
        ("{name: 达标门槛, kind: parameter, unit: 篇, value: 8, last_year: 10}", ""),
        ("{name: 营收, unit: 万元, value: 900, last_year: 90000}", ""),
    ],
)
def test_a_move_for_the_worse_needs_a_problem(metric: str, move: str, found: Diagnostics) -> None:
    check(f"metrics: [{metric}]", found)
    assert told(found, "adverse-move-unexplained") == [move] * bool(move)


METRICS = """metrics:
  - {id: ltv, name: 用户生命周期价值（LTV）, unit: 元, value: 300}
  - {id: nps, name: 净推荐值, kind: points, unit: 点, value: 43, attach: ltv}
  - {id: cost, name: 获客成本, unit: 元, value: 30}
"""


@pytest.mark.parametrize(
    ("project", "place"),
    [
        ("name: 北辰", "projects[0].name"),
        ("name: 北辰, results: [会员体验明显改善]", "projects[0].name"),
        ("name: 北辰, results: [2025年6月全部上线]", "projects[0].name"),
        ("name: 北辰, goal: 提高用户生命周期价值（LTV）, results: [{metric: cost}]", "projects[0].goal"),
        ("name: 北辰, goal: 使LTV明显提升, results: [复购人数增加3万人]", "projects[0].goal"),
        ("name: 北辰, results: [{metric: ltv}]", ""),
        ("name: 北辰, results: [唤醒会员21.7万人]", ""),
        ("name: 北辰, results: [培养八名内训师]", ""),
        ("name: 北辰, goal: 提高LTV, results: [{metric: ltv}]", ""),
        ("name: 北辰, goal: 提高净推荐值, results: [{metric: ltv}]", ""),
        ("name: 北辰, goal: 提高LTV, results: ['LTV达到300元']", ""),
        ("name: 北辰, goal: 摸清获客成本的构成, results: [{metric: ltv}]", ""),
    ],
)
def test_a_project_has_the_result_it_was_for(project: str, place: str, found: Diagnostics) -> None:
    text = f"{METRICS}projects: [{{{project}}}]"
    assert places(text, "project-without-result", found) == [place] * bool(place)


def stages(*names: str, model: str = "") -> str:
    """Stages with all that they need, by their names."""
    head = f"framework: {{model: {model}}}\n" if model else ""
    rows = "".join(f"  - {{name: {name}, measures: [甲], metrics: [ltv]}}\n" for name in names)
    return f"{METRICS}{head}stages:\n{rows}"


FIVE = ("获客", "激活", "留存", "营收", "自传播")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (stages(*FIVE[:4], model="AARRR"), ["自传播"]),
        (stages("激活", "获客", *FIVE[2:], model="AARRR"), ["获客"]),
        (stages(*FIVE[1:]), ["获客"]),
        (stages(*FIVE) + "  - {name: 促活, measures: [甲]}\n", ["促活", "促活"]),
        (f"{METRICS}stages: [{{name: 种草, metrics: [ltv]}}]", ["种草"]),
        (stages(*FIVE) + "outcomes: {items: [{title: 来的人更对了, metric: ltv}]}", ["来的人更对了"]),
        (stages(*FIVE, model="AARRR"), []),
        (stages("拉新", "新手激活", "次月留存", "变现", "老带新推荐", model="AARRR海盗模型"), []),
        (stages("留存", "激活", "自传播", "营收", "获客", model="RARRA"), []),
        (stages("种草", "下单", "复购"), []),
        (stages("种草", "下单", "复购", model="AIPL"), []),
        (stages(*FIVE) + "outcomes: {items: [{title: 更准, stage: 获客, metric: ltv}]}", []),
    ],
)
def test_the_life_of_users_is_told_whole_and_in_order(
    text: str, shown: list[str], found: Diagnostics
) -> None:
    check(text, found)
    assert [dict(one.details)["stage"] for one in found if one.code == "incomplete-lifecycle"] == shown
