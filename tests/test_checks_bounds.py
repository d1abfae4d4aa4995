"""Figures that no business can have are found; unusual ones that it can have are left alone."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language


def places(metrics: str, code: str, found: Diagnostics, rest: str = "", period: str = "2025") -> list[str]:
    text = f'report: {{org: 甲, period: "{period}"}}\nmetrics: [{metrics}]\n{rest}'
    return [place for one, place in check(text, found) if one == code]


IMPOSSIBLE_RATES = {
    '{name: 留存率, unit: "%", value: 412}': ["metrics[0].value"],
    '{name: 留存率, unit: "%", value: 41.2, last_year: -3}': ["metrics[0].last_year"],
    "{name: 投诉率, unit: ‰, value: 1200}": ["metrics[0].value"],
    '{name: 毛利率, unit: "%", value: 102}': ["metrics[0].value"],
    '{name: 准点率, unit: "%", value: 96, series: [{period: 2025-01, value: 960}]}': [
        "metrics[0].series[0].value"
    ],
    "{name: 新增用户, value: 3 万, shares: [{name: 自然, share: 120}]}": ["metrics[0].shares[0].share"],
}
POSSIBLE_RATES = [
    '{name: 留存率, unit: "%", value: 100, last_year: 0}',
    '{name: 毛利率, unit: "%", value: -3.2}',
    '{name: 收入增长率, unit: "%", value: 150}',
    '{name: 预算完成率, unit: "%", value: 105.4}',
    "{name: 投诉率, unit: ‰, value: 120}",
    '{name: 成本占收比, unit: "%", value: 130, bounded: none}',
    '{name: 留存率, unit: "%", value: 不适用}',
    '{name: 留存率, unit: "%", value: 41.2, change: {value: -3, unit: 百分点}}',
]


@pytest.mark.parametrize(("metric", "expected"), IMPOSSIBLE_RATES.items())
def test_a_share_lies_between_nothing_and_all(metric: str, expected: list[str], found: Diagnostics) -> None:
    assert places(metric, "impossible-rate", found) == expected


@pytest.mark.parametrize("metric", POSSIBLE_RATES)
def test_growth_completion_and_margins_have_other_limits(metric: str, found: Diagnostics) -> None:
    assert places(metric, "impossible-rate", found) == []


def test_a_share_above_all_in_a_text_is_marked_at_its_figure(found: Diagnostics) -> None:
    text = 'notes: ["新用户留存率达到412%。"]'
    metric = '{name: 新用户留存率, unit: "%", value: 41.2}'
    assert places(metric, "impossible-rate", found, text) == ["notes[0]"]
    (finding,) = (one for one in found if one.code == "impossible-rate")
    assert finding.primary.span.end_column - finding.primary.span.column == len("412%")
    assert not [one for one in found if one.code == "conflicting-values"]


@pytest.mark.parametrize(
    ("metrics", "rest", "expected"),
    [
        ("{name: 新增用户, unit: 人, value: -3}", "", ["metrics[0].value"]),
        ("{name: 配送时长, unit: 小时, value: 3, target: -2}", "", ["metrics[0].target"]),
        ("{name: 投稿, unit: 篇, value: (12)}", "", ["metrics[0].value"]),
        ("", "plans: [{title: 招人, resources: {headcount: [{role: 客服, count: -2}]}}]",
         ["plans[0].resources.headcount[0].count"]),
        ("{name: 新增用户, unit: 人, value: 3}", 'notes: ["新增用户-3人。"]', ["notes[0]"]),
    ],
)  # fmt: skip
def test_there_are_no_fewer_than_none(
    metrics: str, rest: str, expected: list[str], found: Diagnostics
) -> None:
    assert places(metrics, "negative-quantity", found, rest) == expected


@pytest.mark.parametrize(
    "metric",
    [
        "{name: 净增用户, unit: 人, value: -3}",
        "{name: 净利润, unit: 万元, value: -876}",
        "{name: 库存差异, unit: 件, value: -12}",
        "{name: 冷库温度, unit: 摄氏度, value: -18}",
        "{name: 新增用户, unit: 人, value: 3, change: {value: -2, vs: previous}}",
        "{name: 净推荐值（NPS）, kind: points, unit: 点, value: -12}",
    ],
)
def test_what_is_left_over_may_be_below_nought(metric: str, found: Diagnostics) -> None:
    assert places(metric, "negative-quantity", found) == []


@pytest.mark.parametrize(
    ("metric", "place"),
    [
        ("{name: 满意度, kind: score, unit: 分, value: 5.3, scale: {min: 1, max: 5}}", "metrics[0].value"),
        ("{name: 满意度, kind: score, unit: 分, value: 0.5, scale: {min: 1, max: 5}}", "metrics[0].value"),
        ("{name: 满意度, kind: score, unit: 分, value: 4, target: 90, scale: {max: 5}}", "metrics[0].target"),
        ("{name: 满意度, kind: score, unit: 分, value: 4.2}", "metrics[0].value"),
        ("{name: 满意度, kind: score, unit: 分, value: 5.2/5}", "metrics[0].value"),
    ],
)
def test_a_score_stays_on_its_scale(metric: str, place: str, found: Diagnostics) -> None:
    assert places(metric, "score-out-of-scale", found) == [place]


@pytest.mark.parametrize(
    "metric",
    [
        "{name: 满意度, kind: score, unit: 分, value: 5, last_year: 1, scale: {min: 1, max: 5}}",
        "{name: 满意度（5分制）, kind: score, unit: 分, value: 4.2}",
        "{name: 笔试成绩, kind: score, unit: 分, value: 88, definition: 满分100分，由讲师评定}",
        "{name: 满意度, kind: score, unit: 分, value: 4.2/5}",
        "{name: 满意度, kind: score, unit: 分, value: 4.2, hidden: true}",
        "{name: 满意度, kind: score, unit: 分, change: {value: 0.3, vs: before}}",
    ],
)
def test_a_score_may_name_its_scale_anywhere(metric: str, found: Diagnostics) -> None:
    assert places(metric, "score-out-of-scale", found) == []


@pytest.mark.parametrize(
    ("metric", "rest", "place"),
    [
        ('{name: NPS, unit: "%", value: 45}', "", "metrics[0].value"),
        ("{name: 净推荐值, kind: points, unit: 点, value: 145}", "", "metrics[0].value"),
        (
            "{name: 用户净推荐值（NPS）, kind: points, unit: 点, value: 45, target: -120}",
            "",
            "metrics[0].target",
        ),
        ("{name: 净推荐值（NPS）, kind: points, unit: 点, value: 45}", 'notes: ["NPS为45%。"]', "notes[0]"),
    ],
)
def test_a_net_promoter_score_is_a_difference_of_shares(
    metric: str, rest: str, place: str, found: Diagnostics
) -> None:
    assert places(metric, "impossible-nps", found, rest) == [place]


@pytest.mark.parametrize(
    "metric",
    [
        "{name: 净推荐值（NPS）, kind: points, unit: 点, value: -12}",
        '{name: NPS问卷回收率, unit: "%", value: 45}',
        "{name: NPS样本量, unit: 份, value: 4500}",
        "{name: 净推荐值, kind: points, unit: 点, value: 100}",
    ],
)
def test_what_is_asked_for_a_net_promoter_score_is_none(metric: str, found: Diagnostics) -> None:
    assert places(metric, "impossible-nps", found) == []


QUARTERS = "[{period: 2025Q1, value: 400}, {period: 2025Q2, value: 410}, {period: 2025Q3, value: 420}"


@pytest.mark.parametrize(
    ("metric", "rest", "place"),
    [
        ("{name: 在线, unit: 万, value: 480, average: 512, peak: 500}", "", "metrics[0].average.value"),
        ("{name: 在线, unit: 万, value: 512, agg: avg, trough: 520}", "", "metrics[0].value"),
        ("{name: 在线, unit: 万, value: 480, peak: 300, trough: 400}", "", "metrics[0].peak.value"),
        (f"{{name: 在线, unit: 万, value: 512, agg: avg, series: {QUARTERS}, {{period: 2025Q4, value: 430}}]}}", "",
         "metrics[0].value"),
        ("{name: 在线, unit: 万, value: 480}", 'notes: ["在线人数峰值480万，均值512万。"]', "notes[0]"),
    ],
)  # fmt: skip
def test_trough_average_and_peak_stand_in_this_order(
    metric: str, rest: str, place: str, found: Diagnostics
) -> None:
    assert places(metric, "peak-below-average", found, rest) == [place]


@pytest.mark.parametrize(
    ("metric", "rest"),
    [
        ("{name: 在线, unit: 万, value: 436.5, agg: avg, peak: 512.8, trough: 385.6}", ""),
        ("{name: 在线, unit: 万, value: 512, peak: 5.12亿}", ""),
        # The series is not complete, so its average may be anywhere.
        (f"{{name: 在线, unit: 万, value: 512, agg: avg, series: {QUARTERS}]}}", ""),
        ("{name: 订单, unit: 万单, value: 3600}", 'notes: ["单日峰值180万单，均值120万单。"]'),
        ("{name: 订单, unit: 万单, value: 3600}", 'notes: ["峰值180万单，月均3600万单。"]'),
        ("{name: 在线, unit: 万, value: 480}", 'notes: ["峰值512万，均值480万。"]'),
    ],
)
def test_averages_below_their_peak_are_left_alone(metric: str, rest: str, found: Diagnostics) -> None:
    assert places(metric, "peak-below-average", found, rest) == []


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (("次日留存率", "七日留存率"), "metrics[1].value"),
        (("新客第7日留存率", "新客第30日留存率"), "metrics[1].value"),
        (("留存率（D1）", "留存率（D30）"), "metrics[1].value"),
        (("三十日留存率", "十四日留存率"), "metrics[0].value"),
    ],
)
def test_fewer_users_are_left_on_later_days(names: tuple[str, str], place: str, found: Diagnostics) -> None:
    first, second = names
    values = (31, 29) if place.startswith("metrics[0]") else (29, 31)
    metrics = (
        f'{{name: {first}, unit: "%", value: {values[0]}}}, {{name: {second}, unit: "%", value: {values[1]}}}'
    )
    assert places(metrics, "retention-order", found) == [place]


@pytest.mark.parametrize(
    "names",
    [("七日留存率", "次日留存率"), ("新客次日留存率", "老客七日留存率"), ("次日留存率", "七日内留存率"),
     ("次日留存率", "次月留存率"), ("次日转化率", "七日转化率")],
)  # fmt: skip
def test_retention_of_others_or_within_days_is_not_set_in_order(
    names: tuple[str, str], found: Diagnostics
) -> None:
    metrics = ", ".join(
        f'{{name: {name}, unit: "%", value: {value}}}' for name, value in zip(names, (29, 31), strict=True)
    )
    assert places(metrics, "retention-order", found) == []


@pytest.mark.parametrize(
    ("part", "whole"),
    [("日活跃用户（DAU）", "月活跃用户（MAU）"), ("付费用户数", "活跃用户数"), ("激活用户", "注册用户"),
     ("准时单量", "总单量"), ("日均活跃学员", "月均活跃学员")],
)  # fmt: skip
def test_a_part_is_no_larger_than_its_whole_by_their_names(part: str, whole: str, found: Diagnostics) -> None:
    metrics = f"{{id: a, name: {part}, unit: 万, value: 500}}, {{id: b, name: {whole}, unit: 万, value: 450}}"
    assert places(metrics, "subset-larger-than-set", found) == ["metrics[0].value"]


def test_a_part_is_no_larger_than_its_whole_by_the_formula_of_a_share(found: Diagnostics) -> None:
    metrics = (
        "{id: hit, name: 拦截量, unit: 万, value: 500}, {id: all, name: 违规量, unit: 万, value: 450}, "
        '{name: 拦截率, unit: "%", value: 90, formula: hit / all}'
    )
    assert places(metrics, "subset-larger-than-set", found) == ["metrics[0].value"]


def test_no_more_people_of_a_group_do_something_than_are_in_it(found: Diagnostics) -> None:
    arms = "{control: {n: 500, hits: 620}, variant: {n: 500, hits: 60}}"
    metrics = f'{{name: 点击率, unit: "%", value: 9, experiment: {arms}}}'
    assert places(metrics, "subset-larger-than-set", found) == ["metrics[0].experiment.control.hits"]


@pytest.mark.parametrize(
    "metrics",
    [
        "{id: a, name: 日活跃用户（DAU）, unit: 万, value: 450}, {id: b, name: 月活跃用户（MAU）, unit: 万, value: 500}",
        "{id: a, name: 付费用户, unit: 万, value: 4500}, {id: b, name: 月活跃用户, unit: 亿, value: 1}",
        "{id: a, name: 付费用户, unit: 万, value: 50}, {id: b, name: 新增注册用户, unit: 万, value: 4}",
        "{id: a, name: 收入, unit: 万元, value: 50}, {id: b, name: 成本, unit: 万元, value: 40},"
        '{name: 收入成本比, unit: "%", value: 125, bounded: none, formula: a / b}',
        "{id: a, name: DAU, unit: 万, value: 45.0}, {id: b, name: MAU, unit: 万, value: 45}",
    ],
)
def test_sets_that_do_not_hold_each_other_are_left_alone(metrics: str, found: Diagnostics) -> None:
    assert places(metrics, "subset-larger-than-set", found) == []


@pytest.mark.parametrize(
    ("metric", "place", "meant"),
    [
        ("{name: 销售额, unit: 万元, value: 31.20, last_year: 2950}", "value", "3120"),
        ("{name: 销售额, unit: 万元, value: 8642, target: 82000, last_year: 71950}", "value", "86420"),
        ("{name: 销售额, unit: 元, value: 8.6, last_year: 79500}", "value", "86000"),
        ("{name: 销售额, unit: 万元, value: 86420, series: [{period: 2025Q1, value: 18650}, {period: 2025Q2, value: 20870},"
         " {period: 2025Q3, value: 2218}, {period: 2025Q4, value: 24720}]}", "series[2].value", "22180"),
    ],
)  # fmt: skip
def test_a_figure_ten_or_more_times_off_its_peers_is_told_what_was_meant(
    metric: str, place: str, meant: str, found: Diagnostics
) -> None:
    assert places(metric, "unit-slip", found) == [f"metrics[0].{place}"]
    (finding,) = (one for one in found if one.code == "unit-slip")
    assert meant in finding.help(Language.ZH)


@pytest.mark.parametrize(
    "metric",
    [
        "{name: 销售额, unit: 万元, value: 3200, last_year: 375}",
        "{name: 销售额, unit: 万元, value: 1.2亿, last_year: 9800}",
        "{name: 新增门店, unit: 家, value: 25, last_year: 2, target: 3}",
        "{name: 销售额, unit: 万元, value: 4388, last_year: 42}",
        "{name: 销售额, unit: 万元, value: 120, series: [{period: 2025-01, value: 2}, {period: 2025-02, value: 30},"
        " {period: 2025-03, value: 88}]}",
        '{name: 点击率, unit: "%", value: 8.4, last_year: 0.8}',
        "{name: 净利润, unit: 万元, value: -15, last_year: 3600}",
    ],
)
def test_growth_from_a_small_start_is_no_slip(metric: str, found: Diagnostics) -> None:
    assert places(metric, "unit-slip", found) == []
