"""Times left from another report, of another length or out of their order are found; history and plans are not."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics


def places(code: str, text: str, found: Diagnostics) -> list[str]:
    return [place for one, place in check(text, found) if one == code]


def head(fields: str, rest: str = "") -> str:
    return f"report: {{org: 云溪社区, {fields}}}\n{rest}"


STALE = {
    ("2025Q3", "", "2023年三季度为核心作者开设两期线上课。"): "notes[0]",
    ("2025Q3", "", "2024年一季度用户投稿3.6万篇。"): "notes[0]",
    ("2025Q3", "", "2023年三季度用户投稿3.6万篇，同比增长12.3%，质量较好。"): "notes[0]",
    ("2025", "", "2023年公司收入稳步增长。"): "notes[0]",
    ("2025-09", "", "2025年6月用户投稿3.6万篇。"): "notes[0]",
    ("2025Q3", "subject: 2024年第三季度工作汇报", ""): "report.subject",
    ("2025Q3", "subject: 第二季度工作汇报", ""): "report.subject",
    ("2025Q3", "subject: 2025年第二季度工作汇报与第三季度资源申请", ""): "report.subject",
    ("2025", "title: 2024年度运营工作复盘", ""): "report.title",
    ("2025", "", "2022年，自动化分拣与质检系统全面推广。"): "notes[0]",
    ("2025Q3", "abstract: '2024年三季度，内容运营部围绕三项目标开展工作。'", ""): "report.abstract",
    ("2025Q3", "period_label: 2024年第三季度", ""): "report.period_label",
}


@pytest.mark.parametrize(("case", "place"), STALE.items())
def test_a_time_left_from_another_report_is_found(
    case: tuple[str, str, str], place: str, found: Diagnostics
) -> None:
    period, fields, note = case
    notes = f'notes: ["{note}"]' if note else ""
    assert places("stale-period", head(f'period: "{period}", {fields}', notes), found) == [place]


CURRENT = [
    ("2025Q3", "2025年三季度推进五个模块的工作。"),
    ("2025Q3", "较2024年三季度增长12.3%。"),
    ("2025Q3", "投稿量比2023年三季度翻了一番。"),
    ("2025Q3", "二季度起改为按周评审。"),
    ("2025Q3", "四季度计划上线不少于60篇独家深度稿。"),
    ("2025Q3", "2026年一季度完成改版。"),
    ("2025Q3", "平台成立于2018年，2019年三季度上线社区。"),
    ("2025Q3", "自2023年以来投稿持续增加。"),
    ("2025Q3", "执行《2023年内容审核规范》。"),
    ("2025Q3", "见YX-NR-2023-Q3-003号备忘录。"),
    ("2025Q3", "2025年7月投稿1.2万篇。"),
    ("2025", "2025年上半年上线新版。"),
    ("2025", "2024年，收入为71,950万元，2025年增至86,420万元。"),
    ("2025", "2022—2025年三年规划收官。"),
    ("2025H1", "2024年下半年起，同样的预算换不回同样的增长。"),
    ("2025", "2023年营业收入为60,120万元，同比增长9%，此后连续两年提速。"),
    ("2025", "受2023年历史遗留问题影响，结算放缓。"),
    ("2025", "行业报告（2023年版）显示需求回暖。"),
]


@pytest.mark.parametrize(("period", "sentence"), CURRENT)
def test_comparisons_history_titles_and_plans_name_other_times(
    period: str, sentence: str, found: Diagnostics
) -> None:
    assert places("stale-period", head(f'period: "{period}"', f'notes: ["{sentence}"]'), found) == []


@pytest.mark.parametrize(
    ("sentence", "stale"),
    [
        ("2024年公司实现营业收入{{ r }}，{{ r.同比 }}。", True),
        ("2024年度，公司稳步发展。2024年实现营业收入{{ 营业收入 }}。", True),
        ("2025年公司实现营业收入{{ r }}，{{ r.同比 }}。", False),
        ("2024年公司实现营业收入{{ r.上年同期 }}。", False),
        ("2024年上线的系统支撑营业收入达到{{ r }}。", False),
        ("2024年扩仓后，营业收入达到{{ r }}。", False),
        ("2024年底扩仓到位，营业收入达到{{ r }}。", False),
        ("较2024年的基础，营业收入{{ r }}再上台阶。", False),
    ],
)
def test_a_past_year_does_not_stand_before_this_years_value(
    sentence: str, stale: bool, found: Diagnostics
) -> None:
    metrics = "metrics: [{id: r, name: 营业收入, unit: 万元, value: 86420, last_year: 71950}]\n"
    notes = f'notes: ["{sentence}"]'
    told = places("stale-period", head('period: "2025"', metrics + notes), found)
    assert bool(told) == stale


@pytest.mark.parametrize(
    "subject",
    [
        "2025年第三季度工作汇报与第四季度资源申请",
        "2025年三季度与二季度对比分析",
        "关于申请四季度资源的请示",
        "三季度工作汇报",
    ],
)
def test_a_subject_may_name_the_next_period_beside_its_own(subject: str, found: Diagnostics) -> None:
    assert places("stale-period", head(f"period: 2025Q3, subject: {subject}"), found) == []


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("2025Q3", "本年度，社区处置引战账号。"),
        ("2025Q3", "投诉明显减少，本月上线精选评论。"),
        ("2025", "本季度上线精选评论。"),
        ("2025-09", "本季度，社区处置引战账号。"),
        ("2025H1", "本年度投诉减少。"),
        ("2025YTD09", "本季度，社区处置引战账号。"),
    ],
)
def test_the_reports_own_time_is_called_by_its_length(period: str, sentence: str, found: Diagnostics) -> None:
    notes = f'notes: ["{sentence}"]'
    assert places("wrong-relative-period", head(f'period: "{period}"', notes), found) == ["notes[0]"]


@pytest.mark.parametrize(
    ("period", "rest"),
    [
        ("2025Q3", 'notes: ["本季度上线精选评论。"]'),
        ("2025Q3", 'notes: ["完成本年度目标的68.0%。"]'),
        ("2025Q3", 'notes: ["本年度累计投稿12万篇。"]'),
        ("2025Q3", 'notes: ["本年度目标不变。"]'),
        ("2025Q3", 'notes: ["本月起改为按周评审。"]'),
        ("2025Q3", 'plans: [{title: 改版, text: "本月底前完成。"}]'),
        ("2025", 'notes: ["本年度上线精选评论。"]'),
        ("2025YTD09", 'notes: ["本年度投诉减少。"]'),
        ("2025Q3", 'notes: ["栏目“本月之星”上线。"]'),
        ("2025-07-01..2025-08-15", 'notes: ["本月投诉减少。"]'),
    ],
)
def test_a_word_of_another_length_that_is_meant_is_left_alone(
    period: str, rest: str, found: Diagnostics
) -> None:
    assert places("wrong-relative-period", head(f'period: "{period}"', rest), found) == []


REVENUE = "metrics: [{name: 广告收入, unit: 万元, value: 2310}]\n"


@pytest.mark.parametrize(
    ("fields", "rest", "place"),
    [
        ("period: 2025Q3, period_label: 2025年前三季度", "", "report.period_label"),
        ("period: 2025YTD09, period_label: 2025年第三季度", "", "report.period_label"),
        ("period: 2025Q3, subject: 2025年前三季度工作汇报", "", "report.subject"),
        ("period: 2025YTD09, subject: 2025年三季度工作汇报", "", "report.subject"),
        ("period: 2025Q3", 'notes: ["前三季度广告收入2,310万元。"]', "notes[0]"),
        ("period: 2025YTD09", 'notes: ["第三季度广告收入2,310万元。"]', "notes[0]"),
        ("period: 2025H1", 'notes: ["二季度，广告收入达到2,310万元。"]', "notes[0]"),
        ("period: 2025Q3, abstract: '前三季度，内容运营部推进五个模块的工作。'", "", "report.abstract"),
    ],
)
def test_a_quarter_is_not_the_year_to_date(fields: str, rest: str, place: str, found: Diagnostics) -> None:
    assert places("quarter-or-year-to-date", head(fields, REVENUE + rest), found) == [place]


@pytest.mark.parametrize(
    ("fields", "rest"),
    [
        ("period: 2025Q3, subject: 2025年第三季度工作汇报", ""),
        ("period: 2025Q3", 'notes: ["前三季度广告收入6,820万元，三季度广告收入2,310万元。"]'),
        ("period: 2025Q3", 'notes: ["前三季度累计收入6,820万元。"]'),
        ("period: 2025Q3", 'notes: ["三季度广告收入2,310万元。"]'),
        ("period: 2025YTD09", 'notes: ["前三季度广告收入2,310万元，其中第三季度850万元。"]'),
        ("period: 2025Q1", 'notes: ["1—3月广告收入2,310万元。"]'),
        ("period: 2025Q3, abstract: '前三季度累计投稿12万篇，三季度投稿3.6万篇。'", ""),
    ],
)
def test_both_may_stand_in_one_report(fields: str, rest: str, found: Diagnostics) -> None:
    assert places("quarter-or-year-to-date", head(fields, REVENUE + rest), found) == []


def series(*points: str) -> str:
    written = ", ".join(
        f'{{period: "{point}", value: {310 + number}}}' for number, point in enumerate(points)
    )
    return f"metrics: [{{name: 投稿, unit: 篇, agg: last, value: 310, series: [{written}]}}]"


@pytest.mark.parametrize(
    ("period", "points", "place"),
    [
        ("2022", ("2023Q1", "2023Q2"), 0),
        ("2025Q3", ("2024-07", "2024-08", "2024-09"), 0),
        ("2025", ("2025Q1", "2025Q2", "2025Q2"), 2),
        ("2025", ("2025-01", "2025-02", "2025Q1"), 2),
        ("2025", ("2025-01", "2025-02", "2025-03", "2025-05"), 3),
        ("2025Q2", ("2025Q1", "2025Q2", "2025Q3"), 2),
    ],
)
def test_a_series_belongs_to_its_report(
    period: str, points: tuple[str, ...], place: int, found: Diagnostics
) -> None:
    text = head(f'period: "{period}"', series(*points))
    assert places("foreign-period", text, found) == [f"metrics[0].series[{place}].period"]


@pytest.mark.parametrize(
    ("period", "points"),
    [
        ("2025", ("2025Q1", "2025Q2", "2025Q3", "2025Q4")),
        ("2025Q3", ("2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3")),
        ("2025Q3", ("2025-07", "2025-08", "2025-09")),
        ("2025", ("2023", "2024", "2025")),
        # The same month of each year.
        ("2025-12", ("2023-12", "2024-12", "2025-12")),
        ("2025", ("2025-03", "2025-01", "2025-02")),
        ("2025-W36", ("2025-W34", "2025-W35", "2025-W36")),
    ],
)
def test_a_trend_up_to_the_report_is_its_series(
    period: str, points: tuple[str, ...], found: Diagnostics
) -> None:
    assert places("foreign-period", head(f'period: "{period}"', series(*points)), found) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("peak: {value: 512, at: 2024-11}", ["metrics[0].peak.at"]),
        ("peak: {value: 512, at: 2025-11}", []),
        ("trough: {value: 12, at: 2026-01}", ["metrics[0].trough.at"]),
        ("from: {value: 48, at: 2026-01}", ["metrics[0].from.at"]),
        ("from: {value: 48, at: 2024}", []),
        ("peak: {value: 512, at: 双十一当天}", []),
    ],
)
def test_the_peak_lies_within_the_period(fields: str, expected: list[str], found: Diagnostics) -> None:
    text = head('period: "2025"', f"metrics: [{{name: 在线, unit: 万, value: 50, {fields}}}]")
    assert places("foreign-period", text, found) == expected


@pytest.mark.parametrize(
    ("period", "metric", "is_wrong"),
    [
        ("2025-03", "name: 订单量, unit: 单, value: 31200, previous: 26800", True),
        ("2025-02", "name: 销售额, unit: 万元, value: 312, previous: 368", True),
        ("2025-02", "name: 到访, unit: 人, agg: sum, value: 312, previous: 368", True),
        ("2025-08", "name: 订单量, unit: 单, value: 31200, previous: 26800", False),
        ("2025-03", "name: 日均订单量, unit: 单, value: 1006, previous: 957", False),
        ("2025-03", "name: 期末用户, unit: 人, value: 312, previous: 268", False),
        (
            "2025-03",
            "name: 订单量, unit: 单, value: 31200, previous: 26800, previous_label: 活动前同等天数",
            False,
        ),
        ("2025-03", "name: 订单量, unit: 单, value: 31200, previous: 26800, say: [value]", False),
        ("2025-03", 'name: 准点率, unit: "%", value: 96, previous: 95', False),
        ("2025Q1", "name: 订单量, unit: 单, value: 31200, previous: 26800", False),
        ("2025-03", "name: 签约机构, unit: 家, value: 18, previous: 16", False),
    ],
)
def test_months_of_unequal_length_are_compared_by_the_day(
    period: str, metric: str, is_wrong: bool, found: Diagnostics
) -> None:
    text = head(f'period: "{period}"', f"metrics: [{{{metric}}}]")
    assert places("unequal-days", text, found) == ["metrics[0].previous"] * is_wrong


def test_a_daily_average_beside_the_total_makes_up_for_it(found: Diagnostics) -> None:
    metrics = (
        "{name: 订单量, unit: 单, value: 31200, previous: 26800}, "
        "{name: 日均订单量, unit: 单, value: 1006, previous: 957}"
    )
    assert places("unequal-days", head("period: 2025-03", f"metrics: [{metrics}]"), found) == []


@pytest.mark.parametrize(
    ("fields", "rest", "expected"),
    [
        ('period: "2023", date: 2024-03-25', "plans: [{title: 甲, due: 2023-12-31}]", ["plans[0].due"]),
        ('period: "2023", date: 2024-03-25', "goals: [{text: 甲, due: 2024-03-01}]", ["goals[0].due"]),
        ('period: "2023"', "reflections: [{title: 甲, due: 2023-06-30}]", ["reflections[0].due"]),
        ("period: 2025Q3, date: 2025-10-14", "request: {text: 请批示。, reply_by: 2025-10-01}",
         ["request.reply_by"]),
        ("period: 2025Q3, date: 2025-10-14", 'plans: [{title: 甲, text: "2024年12月底前上线。"}]', ["plans[0].text"]),
        ("period: 2025Q3, date: 2025-10-14", "plans: [{title: 甲, due: 2025-12-31}]", []),
        ("period: 2025Q3, date: 2025-10-14", "plans: [{title: 甲, due: 2025-10-14}]", []),
        ("period: 2025Q3", "plans: [{title: 甲, due: 2025-10-01}]", []),
        ("org: 乙", "plans: [{title: 甲, due: 2020-10-01}]", []),
        ("period: 2025Q3, date: 2025-10-14", 'plans: [{title: 甲, text: "2025年12月31日前上线。"}]', []),
        ("period: 2025Q3, date: 2025-10-14", 'notes: ["新版已于2025年6月底前上线。"]', []),
    ],
)  # fmt: skip
def test_nothing_is_due_before_its_report(
    fields: str, rest: str, expected: list[str], found: Diagnostics
) -> None:
    text = f"report: {{{fields}}}\n{rest}"
    assert places("impossible-due-date", text, found) == expected


@pytest.mark.parametrize(
    ("fields", "is_odd"),
    [
        ("period: 2025Q3, date: 2025-09-20", True),
        ("period: 2025Q3, date: 2026-10-14", True),
        ('period: "2024", date: 2025-04-01', True),
        ("period: 2025Q3, date: 2025-10-14", False),
        ("period: 2025Q3, date: 2025-09-30", False),
        ('period: "2024", date: 2025-03-31', False),
        ("period: 2025Q3", False),
    ],
)
def test_a_report_is_written_within_ninety_days_of_its_period(
    fields: str, is_odd: bool, found: Diagnostics
) -> None:
    assert places("odd-report-date", head(fields), found) == ["report.date"] * is_odd


@pytest.mark.parametrize(
    ("metric", "is_young"),
    [
        ("name: 三十日留存率, value: 17.6%, as_of: 2025-10-10", True),
        ("name: 新客D7留存率, value: 17.6%, as_of: 2025-10-06", True),
        ("name: 次月留存率, value: 17.6%, as_of: 2025-10-20", True),
        ("name: 30日留存率, value: 17.6%, as_of: 2025-10-10, series: [{period: 2025-08, value: 18%},"
         " {period: 2025-09, value: 17%}]", True),
        ("name: 三十日留存率, value: 17.6%, as_of: 2025-10-30", False),
        ("name: 次日留存率, value: 17.6%, as_of: 2025-10-10", False),
        ("name: 三十日留存率, value: 17.6%", False),
        ("name: 准点率, value: 17.6%, as_of: 2025-10-01", False),
        ("name: 30日留存率, value: 17.6%, as_of: 2025-10-10, series: [{period: 2025-08, value: 18%}]", False),
    ],
)  # fmt: skip
def test_retention_waits_until_its_users_have_been_there(
    metric: str, is_young: bool, found: Diagnostics
) -> None:
    text = head("period: 2025Q3", f"metrics: [{{{metric}}}]")
    assert places("immature-cohort", text, found) == ["metrics[0].as_of"] * is_young
