"""Charts as the report derives them: the same figures as in prose and tables, and no wrong picture."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deriving import charts_of, context_of, passages, places
from opsreport.diagnostics import Diagnostics, Language
from opsreport.report.context import ChartView, ReportContext, SeriesView

MONTHS = ("100.5", "98", "103.25", "110", "121", "118")


def series(*values: str, year: int = 2025, **others: str) -> str:
    """The first months of a year; a dash is a month without a figure."""
    points = []
    for month, value in enumerate(values, 1):
        extra = "".join(f", {key}: {text}" for key, text in others.items())
        figure = f", value: {value}" if value != "-" else ""
        points.append(f"{{period: {year}-{month:02}{figure}{extra}}}")
    return f"series: [{', '.join(points)}]"


def context(metrics: str, others: str = "", found: Diagnostics | None = None) -> ReportContext:
    lines = "".join(f"  - {{{line.strip()}}}\n" for line in metrics.strip().splitlines())
    return context_of(f"metrics:\n{lines}{others}", found)


def only_chart(metrics: str, request: str = "", others: str = "") -> ChartView:
    asked = f"charts: [{{{request}}}]\n" if request else ""
    (chart,) = charts_of(context(metrics, asked + others))
    return chart


def names(chart: ChartView) -> list[str]:
    return [str(category) for category in chart.categories]


def labels(one: SeriesView) -> list[str]:
    return [str(point.label) if point else "" for point in one.points]


def values(one: SeriesView) -> list[str | None]:
    return [point.value if point else None for point in one.points]


def help_of(metrics: str, request: str) -> str:
    """The code and the help of the one thing found wrong with a chart, which is then not drawn."""
    found = Diagnostics()
    assert [
        one
        for one in charts_of(context(metrics, f"charts: [{{{request}}}]\n", found))
        if one.path == "charts[0]"
    ] == []
    (finding,) = [one for one in found if one.primary.span.path == "charts[0]"]
    assert finding.help(Language.EN)
    return f"{finding.code} {finding.help(Language.ZH)}"


def test_a_series_is_drawn_with_the_figures_as_they_are_printed() -> None:
    chart = only_chart(
        f"id: m, name: 月活, unit: 万, agg: avg, value: 108.5, {series(*MONTHS)}", "kind: line, metrics: [m]"
    )
    (one,) = chart.series
    assert names(chart) == ["1月", "2月", "3月", "4月", "5月", "6月"]
    assert labels(one) == ["100.50万", "98.00万", "103.25万", "110.00万", "121.00万", "118.00万"]
    assert values(one) == ["100.5", "98", "103.25", "110", "121", "118"]
    assert (one.unit, one.drawn, one.axis) == ("万", "line", "first")
    assert (chart.kind, chart.path) == ("line", "charts[0]")


def test_every_word_of_a_chart_names_its_place_in_the_bundle() -> None:
    chart = only_chart(
        "id: m, name: 新增, unit: 万, value: 12, breakdown: [{name: 甲, value: 8}, {name: 乙, value: 4}]",
        "kind: bar, metrics: [m], title: 来源",
    )
    found = [path for passage in passages(chart) for path in places(passage)]
    assert found == [
        *(
            "charts[0].title",
            "metrics[0].breakdown[0].name",
            "metrics[0].breakdown[1].name",
            "metrics[0].name",
        ),
        *("metrics[0].breakdown[0].value", "metrics[0].breakdown[1].value"),
    ]
    timed = only_chart(f"id: m, name: 月活, value: 1, {series('1', '2')}", "kind: bar, metrics: [m]")
    assert places(timed.categories[1]) == ["metrics[0].series[1].period"]


def test_a_month_without_a_figure_stays_open() -> None:
    chart = only_chart(f"id: m, name: 月活, value: 1, {series('1', '-', '3')}", "kind: bar, metrics: [m]")
    assert values(chart.series[0]) == ["1", None, "3"]


def test_a_month_that_is_left_out_is_not_closed_up() -> None:
    points = "series: [{period: 2025-04, value: 4}, {period: 2025-01, value: 1}, {period: 2025-02, value: 2}]"
    chart = only_chart(f"id: m, name: 月活, value: 1, {points}", "kind: line, metrics: [m]")
    assert names(chart) == ["1月", "2月", "3月", "4月"]
    assert values(chart.series[0]) == ["1", "2", None, "4"]


def test_a_figure_said_not_to_exist_is_no_nought() -> None:
    chart = only_chart(
        f"id: m, name: 月活, value: 1, {series('1', '不适用', '3', '0')}", "kind: bar, metrics: [m]"
    )
    assert values(chart.series[0]) == ["1", None, "3", "0"]


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        ("2025Q1 2025Q2", "第一季度 第二季度"),
        ("2024-11 2024-12 2025-01 2025-02", "2024年11月 12月 2025年1月 2月"),
        ("2024Q1 2024Q2", "2024年第一季度 第二季度"),
        ("2023 2024 2025", "2023年 2024年 2025年"),
        ("2025H1 2025H2", "上半年 下半年"),
        ("2025-W36 2025-W37", "第36周 第37周"),
        ("2025YTD06 2025YTD09", "1—6月 前三季度"),
    ],
)
def test_a_year_is_named_only_where_it_is_not_the_reports_own(periods: str, words: str) -> None:
    points = ", ".join(f"{{period: '{period}', value: 1}}" for period in periods.split())
    chart = only_chart(f"id: m, name: 月活, value: 1, series: [{points}]", "kind: bar, metrics: [m]")
    assert names(chart) == words.split()


def test_last_year_stands_beside_this_one() -> None:
    chart = only_chart(f"id: m, name: 收入, unit: 万元, value: 6, {series('1', '2', '3', last_year='2')}")
    assert [str(one.name) for one in chart.series] == ["去年同期", "本期"]
    assert chart.kind == "bar"


def test_growth_is_a_line_on_an_axis_of_its_own_and_reads_as_in_the_prose() -> None:
    chart = only_chart(
        """id: m, name: 收入, unit: 万元, value: 3, series: [{period: 2025-01, value: 86420, last_year: 71950}, \
{period: 2025-02, value: 30, last_year: 0}, {period: 2025-03, value: 10}, {period: 2025-04, value: 5, last_year: 10}]""",
        "kind: bar_line, metrics: [m]",
    )
    bars, line = chart.series[:2], chart.series[2]
    assert [str(one.name) for one in bars] == ["去年同期", "本期"]
    assert (str(line.name), line.unit, line.drawn, line.axis) == ("同比", "%", "line", "second")
    assert labels(line) == ["+20.1%", "", "", "−50.0%"]
    assert values(line)[1:] == [None, None, "-50"]
    assert Decimal(values(line)[0] or 0).quantize(Decimal("0.0001")) == Decimal("20.1112")
    assert line.points[0] is not None
    assert places(line.points[0].label) == ["metrics[0].series[0].vs_last_year"]


def test_the_growth_of_a_rate_is_in_points() -> None:
    points = "series: [{period: 2025-01, value: 31.4, last_year: 30.1}]"
    chart = only_chart(
        f'id: m, name: 毛利率, unit: "%", value: 31.4, {points}', "kind: bar_line, metrics: [m]"
    )
    assert (chart.series[-1].unit, labels(chart.series[-1])) == ("百分点", ["+1.3个百分点"])


def test_a_rate_beside_an_amount_has_the_second_axis() -> None:
    chart = only_chart(
        f"""id: a, name: 收入, unit: 万元, value: 6, {series("1", "2", last_year="1")}
        id: b, name: 毛利率, unit: "%", value: 31, {series("30", "31")}
        id: c, name: 利润, unit: 亿元, value: 6, {series("1", "2")}""",
        "kind: bar_line, metrics: [a, b, c]",
    )
    assert [(str(one.name), one.unit, one.drawn, one.axis) for one in chart.series] == [
        ("收入去年同期", "万元", "bar", "first"),
        ("收入", "万元", "bar", "first"),
        ("毛利率", "%", "line", "second"),
        ("利润", "万元", "line", "first"),
    ]
    assert values(chart.series[-1]) == ["10000", "20000"]
    assert labels(chart.series[-1]) == ["1亿元", "2亿元"]


def test_figures_of_several_units_are_never_put_on_one_axis() -> None:
    metrics = """id: a, name: 收入, unit: 万元, value: 6, last_year: 5
        id: b, name: 毛利率, unit: "%", value: 31, last_year: 30"""
    assert help_of(metrics, "kind: bar, metrics: [a, b]").startswith("mixed-units 请把“毛利率”放进另一张图")
    people = "id: a, name: 人数, unit: 人, value: 6\nid: b, name: 次数, unit: 次, value: 9"
    assert help_of(people, "kind: bar, metrics: [a, b]").startswith("mixed-units")
    money = "id: a, name: 收入, unit: 元, value: 6\nid: b, name: 用户, unit: 万, value: 9"
    assert help_of(money, "kind: bar, metrics: [a, b]").startswith("mixed-units")


def test_a_comparison_sets_metrics_and_their_bases_side_by_side() -> None:
    chart = only_chart(
        'id: a, name: 甲率, unit: "%", value: 31, target: 30\nid: b, name: 乙率, short: 乙, unit: "%", value: 8, last_year: 7',
        "kind: bar, metrics: [a, b]",
    )
    assert names(chart) == ["甲率", "乙"]
    assert [(str(one.name), values(one)) for one in chart.series] == [
        *(("去年同期", [None, "7"]), ("本期", ["31", "8"]), ("目标", ["30", None])),
    ]


def test_one_metric_alone_is_compared_with_its_own_bases() -> None:
    chart = only_chart(
        "id: a, name: 收入, unit: 元, value: 480000, target: 500000, from: {value: 300000, label: 改版前}, benchmark: {value: 350000}",
        "kind: bar, metrics: [a], of: comparison",
    )
    assert names(chart) == ["改版前", "本期", "目标", "行业平均"]
    assert labels(chart.series[0]) == ["30万元", "48万元", "50万元", "35万元"]
    assert str(chart.title) == "2025年收入对比"


def test_parts_of_a_whole_carry_their_shares() -> None:
    chart = only_chart(
        "id: m, name: 新增, unit: 万, value: 9, breakdown: [{name: 甲, value: 3}, {name: 乙, value: 3}, {name: 丙, value: 3}]",
        "kind: pie, metrics: [m]",
    )
    assert labels(chart.series[0]) == ["3万（33.3%）"] * 3
    assert str(chart.note) == "因四舍五入，各分项占比之和可能不等于100%"


def test_known_shares_alone_make_a_ring() -> None:
    chart = only_chart(
        "id: m, name: 新增, unit: 万, value: 9, shares: [{name: 甲, share: 62.5}, {name: 乙, share: 37.5%}]",
        "kind: doughnut, metrics: [m]",
    )
    assert (labels(chart.series[0]), values(chart.series[0])) == (["62.5%", "37.5%"], ["62.5", "37.5"])


def test_a_waterfall_leads_from_last_year_to_this_one() -> None:
    parts = "{name: 甲, value: 60, last_year: 40}, {name: 乙, value: 30, last_year: 35}, {name: 丙, value: 10, last_year: 10}"
    chart = only_chart(
        f"id: m, name: 收入, unit: 万元, value: 100, last_year: 85, breakdown: [{parts}]",
        "kind: waterfall, metrics: [m]",
    )
    totals, steps = chart.series
    assert names(chart) == ["去年同期", "甲", "乙", "丙", "本期"]
    assert values(totals) == ["85", None, None, None, "100"]
    assert values(steps) == [None, "20", "-5", "0", None]
    assert labels(steps) == ["", "+20万元", "−5万元", "+0万元", ""]


def test_a_waterfall_may_be_told_by_contributions() -> None:
    parts = "{name: 甲, value: 60, contribution: 20}, {name: 乙, value: 40, contribution: -5}"
    chart = only_chart(
        f"id: m, name: 收入, unit: 万元, value: 100, last_year: 85, breakdown: [{parts}]",
        "kind: waterfall, metrics: [m]",
    )
    assert values(chart.series[1]) == [None, "20", "-5", None]


def test_a_funnel_takes_its_steps_in_the_order_given_whatever_they_count() -> None:
    chart = only_chart(
        "id: a, name: 访问, unit: 万次, value: 12.5\nid: b, name: 注册, unit: 人, value: 8600\nid: c, name: 下单, unit: 单, value: 920",
        "kind: funnel, metrics: [a, b, c]",
    )
    assert values(chart.series[0]) == ["125000", "8600", "920"]
    assert labels(chart.series[0]) == ["12.5万次", "8600人", "920单"]
    assert str(chart.title) == "2025年访问、注册、下单转化"


def test_parts_are_piled_up_year_by_year_and_metrics_month_by_month() -> None:
    parts = "{name: 甲, value: 60, last_year: 40}, {name: 乙, value: 30, last_year: 35}"
    chart = only_chart(
        f"id: m, name: 收入, unit: 万元, value: 90, breakdown: [{parts}]", "kind: stacked, metrics: [m]"
    )
    assert names(chart) == ["去年同期", "本期"]
    assert [(str(one.name), values(one)) for one in chart.series] == [
        ("甲", ["40", "60"]),
        ("乙", ["35", "30"]),
    ]
    monthly = only_chart(
        f"id: a, name: 线上, unit: 万元, value: 3, {series('1', '2', last_year='1')}\n"
        f"id: b, name: 线下, unit: 万元, value: 7, {series('3', '4')}",
        "kind: stacked, metrics: [a, b]",
    )
    assert [(str(one.name), values(one)) for one in monthly.series] == [
        ("线上", ["1", "2"]),
        ("线下", ["3", "4"]),
    ]


PARTS = "breakdown: [{name: 甲, value: 3}, {name: 乙, value: 3}]"


@pytest.mark.parametrize(
    ("metric", "request_", "words"),
    [
        ("value: 1", "kind: line", "没有写要画哪些指标"),
        ("value: 1", "kind: line, metrics: [m], of: series", "没有序列"),
        ("value: 1", "kind: bar, metrics: [m], of: breakdown", "没有构成"),
        ("value: 1", "kind: bar, metrics: [m]", "没有可以对比的数"),
        ("target: 1, change: {value: 3}", "kind: bar, metrics: [m]", "没有本期数值"),
        ("value: 9, " + PARTS, "kind: pie, metrics: [m]", "合不成一个总量"),
        ("value: 3, " + PARTS, "kind: pie, metrics: [m]", "合不成一个总量"),
        ("value: 0, breakdown: [{name: 甲, value: -3}, {name: 乙, value: 3}]", "kind: pie, metrics: [m]", "合不成"),
        ("value: 6, breakdown: [{name: 甲, value: 6}, {name: 乙, value: 无}]", "kind: pie, metrics: [m]", "合不成"),
        ("value: 6, " + PARTS.replace("乙", "甲"), "kind: bar, metrics: [m]", "重名的分项"),
        ("value: 6, " + PARTS, "kind: pie, metrics: [m], of: comparison", "只画构成"),
        ("value: 6, " + PARTS, "kind: pie, metrics: [m, m]", "一次只画一个指标"),
        ("value: 6, " + PARTS, "kind: waterfall, metrics: [m]", "从去年同期一项项走到本期"),
        ("value: 6, last_year: 4, breakdown: [{name: 甲, value: 6, last_year: 1}]", "kind: waterfall, metrics: [m]", "使各项增减之和"),
        ("value: 6", "kind: funnel, metrics: [m]", "至少两个"),
        ("value: 6, target: 7", "kind: stacked, metrics: [m]", "没有可以堆积的分项"),
        ("value: 6, target: 7", "kind: pie, metrics: [m]", "“新增”没有构成：请补上 breakdown，或改用 bar"),
        ("value: 6, last_year: 7", "kind: waterfall, metrics: [m]", "“新增”没有构成：请补上 breakdown，或改用 bar"),
        ("value: 6, " + PARTS, "kind: bar_line, metrics: [m]", "没有可以画成折线的同比"),
        ("value: 1, series: [{period: 2025-01, value: 1}, {period: 2025Q1, value: 2}]", "kind: bar, metrics: [m]", "长短不同"),
        ("value: 1, series: [{period: 2025-01, value: 1}, {period: 2025年1月, value: 2}]", "kind: bar, metrics: [m]", "重复的期间"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_rightly_is_said_and_not_drawn(metric: str, request_: str, words: str) -> None:
    said = help_of(f"id: m, name: 新增, unit: 家, {metric}", request_)
    assert said.startswith("undrawable-chart")
    assert words in said


def test_a_chart_of_more_points_than_a_page_can_show_is_refused_and_none_is_made_unasked() -> None:
    weeks = ", ".join(f"{{period: {2000 + at // 50}-W{at % 50 + 1:02}, value: {at}}}" for at in range(401))
    metric = f"id: m, name: 新增, group: 全部, unit: 家, value: 1, series: [{weeks}]"
    assert charts_of(context(metric)) == []
    assert "最多 400 个" in help_of(metric, "kind: line, metrics: [m]")


def test_a_chart_of_a_metric_that_is_not_there_is_left_to_the_checks() -> None:
    assert (
        charts_of(context("id: m, name: 甲, value: 1", "charts: [{kind: bar, metrics: [m, 不存在]}]\n")) == []
    )


def test_figures_nobody_asked_to_chart_get_one_where_they_are_printed() -> None:
    found = context(
        f"""id: a, name: 收入, unit: 万元, group: 营收, value: 6, {series("1", "2", "3", last_year="2")}
        id: b, name: 毛利率, unit: "%", group: 营收, value: 31, {series("30", "31", "32")}
        id: c, name: 短, group: 营收, value: 3, {series("1", "2")}
        id: d, name: 藏, group: 营收, value: 6, hidden: true, {series("1", "2", "3")}
        id: e, name: 新增, group: 营收, unit: 家, value: 6, breakdown: [{{name: 甲, value: 1}}, {{name: 乙, value: 2}}, {{name: 丙, value: 3}}]
        id: f, name: 说过, group: 营收, unit: 家, value: 6, say: [value, shares], breakdown: [{{name: 甲, value: 1}}, {{name: 乙, value: 2}}, {{name: 丙, value: 3}}]"""
    )
    (group,) = found.groups
    assert [(chart.kind, str(chart.title), chart.path) for chart in group.charts] == [
        ("bar", "2025年收入月度走势", "metrics[0].series"),
        ("line", "2025年毛利率月度走势", "metrics[1].series"),
        ("bar", "2025年新增构成", "metrics[4].breakdown"),
    ]
    assert len(group.charts[0].series) == 2


def test_what_somebody_asked_for_is_not_drawn_again() -> None:
    metric = f"id: a, name: 收入, unit: 万元, value: 6, {series('1', '2', '3')}, breakdown: [{{name: 甲, value: 1}}, {{name: 乙, value: 2}}, {{name: 丙, value: 3}}]"
    charts = charts_of(context(metric, "charts: [{kind: line, metrics: [a]}]\n"))
    assert {chart.path for chart in charts} == {"charts[0]", "metrics[0].breakdown"}


@pytest.mark.parametrize(
    ("section", "where"),
    [
        ("", "groups"),
        ("p", "projects"),
        ("m", "modules"),
        ("s", "stages"),
        ("用户", "groups"),
        ("outcomes", "outcomes"),
        ("实践成果", "outcomes"),
        ("problems", "sections"),
        ("charts", "charts"),
    ],
)
def test_a_chart_stands_in_the_section_it_names_else_with_its_first_metric(section: str, where: str) -> None:
    asked = f", section: {section}" if section else ""
    found = context(
        "id: a, name: 收入, group: 营收, value: 6, target: 5\nid: b, name: 用户数, group: 用户, value: 1",
        f"""charts: [{{kind: bar, metrics: [a]{asked}}}]
projects: [{{id: p, name: 会员}}]
modules: [{{id: m, name: 内容}}]
stages: [{{id: s, name: 获客}}]
outcomes: {{items: [{{metric: b}}]}}
problems: [{{title: 短板, text: 不足。}}]
""",
    )
    assert found.outcomes is not None
    holders = {
        "groups": [chart for group in found.groups for chart in group.charts],
        "projects": found.projects[0].charts,
        "modules": found.modules[0].charts,
        "stages": found.stages[0].charts,
        "outcomes": found.outcomes.charts,
        "sections": found.sections["problems"].charts,
        "charts": found.charts,
    }
    assert {name for name, charts in holders.items() if charts} == {where}


def test_a_group_with_nothing_but_a_chart_is_there() -> None:
    found = context(
        "id: a, name: 收入, value: 6, target: 5",
        "groups: [{id: g, title: 营收}]\ncharts: [{kind: bar, metrics: [a], section: g}]\n",
    )
    group, others = found.groups
    assert (str(group.title), len(group.items), len(group.charts)) == ("营收", 0, 1)
    assert (str(others.title), len(others.items), len(others.charts)) == ("", 1, 0)


@pytest.mark.parametrize(
    ("period", "name", "title"),
    [
        ("2025Q3", "季度成交额", "2025年第三季度成交额对比"),
        ("2025Q3", "本季度成交额", "2025年第三季度成交额对比"),
        ("2025Q3", "三季度成交额", "2025年第三季度成交额对比"),
        ("2025Q3", "本期成交额", "2025年第三季度成交额对比"),
        ("2025", "年度营收", "2025年营收对比"),
        ("2025", "全年营收", "2025年营收对比"),
        ("2025-09", "9月订单", "2025年9月订单对比"),
        ("2025-09", "月度活跃用户", "2025年9月月度活跃用户对比"),
        ("2025", "年均增速", "2025年年均增速对比"),
        ("2025Q3", "本年累计成交额", "2025年第三季度本年累计成交额对比"),
        ("2025Q3", "本期", "2025年第三季度本期对比"),
    ],
)
def test_a_title_names_the_period_once(period: str, name: str, title: str) -> None:
    (chart,) = charts_of(
        context_of(
            f"metrics: [{{id: m, name: {name}, unit: 万, value: 3, target: 2}}]\n"
            "charts: [{kind: bar, metrics: [m], of: comparison}]",
            period=period,
        )
    )
    assert str(chart.title) == title


def test_a_chart_says_in_a_sentence_what_it_shows() -> None:
    line = only_chart(f'id: m, name: 毛利率, unit: "%", value: 31, {series("30", "29", "33", "32", "31")}')
    assert line.alt == "折线图“2025年毛利率月度走势”：从1月的30%到5月的31%，最高为3月的33%，最低为2月的29%。"
    bars = only_chart(
        "id: m, name: 收入, unit: 万元, value: 6, target: 5", "kind: bar, metrics: [m], title: 完成情况"
    )
    assert bars.alt == "柱形图“完成情况”：本期为6万元、目标为5万元。"
    both = only_chart(
        f"id: a, name: 收入, unit: 万元, value: 6, {series('1', '2', last_year='1')}",
        "kind: bar_line, metrics: [a]",
    )
    assert both.alt == (
        "柱线组合图“2025年收入月度走势”：去年同期，1月为1万元、2月为1万元；"
        "本期，1月为1万元、2月为2万元；同比，1月为持平、2月为+100.0%。"
    )


def test_a_title_names_three_metrics_at_most_and_no_period_that_the_series_leaves() -> None:
    metrics = "\n".join(f"id: m{at}, name: 甲{at}, value: {at}" for at in range(1, 5))
    assert str(only_chart(metrics, "kind: bar, metrics: [m1, m2, m3, m4]").title) == "2025年甲1等4项指标对比"
    yearly = "series: [{period: 2023, value: 1}, {period: 2024, value: 2}, {period: 2025, value: 3}]"
    assert str(only_chart(f"id: m, name: 收入, value: 3, {yearly}").title) == "收入年度走势"


def test_options_hold_for_charts_as_for_prose() -> None:
    text = f"""report: {{period: 2025, options: {{thousands: comma, rounding: half_even}}}}
metrics: [{{id: m, name: 收入, unit: 元, display_unit: 元, decimals: 1, value: 123456.25, last_year: 1, {series("123456.25", "12345.35", "0")}}}]
"""
    (chart,) = charts_of(context_of(text))
    assert labels(chart.series[0]) == ["123,456.2元", "12,345.4元", "0.0元"]
    (group,) = context_of(text).groups
    assert group.table is not None
    assert str(group.table.rows[0].cells[0].text) == "123,456.2元"


FIGURES = st.decimals(Decimal("-9999999"), Decimal("9999999"), places=2, allow_nan=False)
UNITS = st.sampled_from(["元", "万元", "%", "秒", "家", "万", "‰", "亿次"])


@given(st.lists(st.none() | FIGURES, min_size=3, max_size=12), UNITS, st.sampled_from(["none", "comma"]))
def test_any_series_reads_in_its_chart_as_in_its_table_and_keeps_its_gaps(
    figures: list[Decimal | None], unit: str, thousands: str
) -> None:
    points = series(*("-" if figure is None else f"{figure:f}" for figure in figures))
    known = [figure for figure in figures if figure is not None]
    if len(known) < 3:
        return
    value = f"{known[-1]:f}"
    text = f"""report: {{period: 2025, options: {{thousands: {thousands}}}}}
metrics: [{{id: m, name: 某项, group: 全部, unit: "{unit}", value: {value}, {points}}}]
charts: [{{kind: line, metrics: [m]}}]
"""
    found = context_of(text, Diagnostics())
    (chart,) = charts_of(found)
    (drawn,) = chart.series
    assert [point is None for point in drawn.points] == [figure is None for figure in figures]
    last = max(at for at, figure in enumerate(figures) if figure is not None)
    (group,) = found.groups
    assert group.table is not None
    assert labels(drawn)[last] == str(group.table.rows[0].cells[0].text)
    assert str(group.items[0].text).startswith(labels(drawn)[last])
    scale = {
        Decimal(shown) / figure
        for shown, figure in zip(values(drawn), figures, strict=True)
        if shown and figure
    }
    assert len({one.normalize() for one in scale}) <= 1
    assert charts_of(context_of(text, Diagnostics())) == [chart]


KINDS = st.sampled_from(["bar", "stacked", "line", "bar_line", "pie", "doughnut", "waterfall", "funnel"])
SUBJECTS = st.sampled_from(["", ", of: series", ", of: breakdown", ", of: comparison"])
SMALL = st.sampled_from(["", "0", "-3", "4.25", "12", "不适用", "约8", "950000"])
PERIODS = st.lists(st.sampled_from(["2025-01", "2025-03", "2024-12", "2025Q1", "2025"]), max_size=4)


@st.composite
def odd_metric(draw: st.DrawFn, name: str) -> str:
    """A metric with any figures that may come together, sensible or not."""
    parts = [f"id: {name}, name: 指标{name}, group: 全部"]
    parts += [f"{key}: {text}" for key in ("value", "last_year", "target") if (text := draw(SMALL))]
    unit = draw(st.sampled_from(["", "万元", "%", "人", "万", "秒"]))
    parts += [f'unit: "{unit}"'] if unit else []
    for key, named in (("series", "period"), ("breakdown", "name")):
        points = []
        for period in draw(PERIODS):
            figures = [f"{one}: {text}" for one in ("value", "last_year") if (text := draw(SMALL))]
            if key == "series" or any(one.startswith("value") for one in figures):
                points.append("{" + ", ".join([f"{named}: {period}", *figures]) + "}")
        parts += [f"{key}: [{', '.join(points)}]"] if points else []
    return ", ".join(parts)


@given(odd_metric("a"), odd_metric("b"), KINDS, SUBJECTS, st.sampled_from(["[a]", "[a, b]", "[b, a]"]))
def test_whatever_is_asked_for_is_drawn_whole_or_refused_in_words(
    first: str, second: str, kind: str, subject: str, metrics: str
) -> None:
    found = Diagnostics()
    asked = f"charts: [{{kind: {kind}, metrics: {metrics}{subject}, section: charts}}]\n"
    charts = context(f"{first}\n{second}", asked, found).charts
    refused = [one.code for one in found if one.primary.span.path == "charts[0]"]
    assert len(charts) + len(refused) == 1
    assert set(refused) <= {"mixed-units", "undrawable-chart"}
    for chart in charts:
        assert chart.categories
        assert chart.series
        assert chart.alt.endswith("。")
        for one in chart.series:
            assert len(one.points) == len(chart.categories)
            assert all(str(point.label) and Decimal(point.value).is_finite() for point in one.points if point)
