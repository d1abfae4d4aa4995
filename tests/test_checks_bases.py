"""Percentages are told only of what they can be told of: a base above nought and not tiny, a target above nought."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language

CODES = ("growth-on-nonpositive-base", "tiny-base", "attainment-without-target", "printed-difference")


def judged(
    found: Diagnostics, metric: str = "name: 净利润", text: str = "", report: str = "period: '2025'"
) -> list[str]:
    bundle = f'report: {{org: 甲, {report}}}\nmetrics:\n  - {{{metric}}}\nnotes: ["{text}"]'
    return [code for code, _ in check(bundle, found) if code in CODES]


def message(found: Diagnostics) -> str:
    (one,) = (one for one in found if one.code in CODES)
    return one.message(Language.ZH) + one.help(Language.ZH)


PROFIT = "name: 净利润, unit: 万元"


@pytest.mark.parametrize(
    ("metric", "text", "words"),
    [
        (f"{PROFIT}, value: 36, last_year: -15, stated: {{vs_last_year: 212%}}", "", "扭亏为盈（基期亏损15万元，本期盈利36万元）"),
        (f"{PROFIT}, value: 36, last_year: -15, stated: {{vs_last_year: -340}}", "", "扭亏为盈"),
        (f"{PROFIT}, value: 36, last_year: 0, stated: {{vs_last_year: 100%}}", "", "基期为零，本期36万元"),
        (f"{PROFIT}, value: 0, previous: -15, stated: {{vs_previous: 100%}}", "", "实现盈亏平衡"),
        ("name: 净流入, unit: 万元, value: 30, last_year: -120, stated: {vs_last_year: 125%}", "", "由−120万元增加到30万元"),
        (f"{PROFIT}, value: 36, from: {{value: -15}}, change: {{value: 340, unit: '%', vs: before}}", "", "扭亏为盈"),
        (f"{PROFIT}, value: 36, last_year: -15", "净利润36万元，同比增长212%。", "请改写成：扭亏为盈"),
        (f"{PROFIT}, value: 36, last_year: -15", "净利润同比扭亏，增长212%。", "请改写成：扭亏为盈"),
        ("name: 净流入, unit: 万元, value: 30, previous: -120", "净流入环比增长125%。", "由−120万元增加到30万元"),
        (f"{PROFIT}, value: 36, last_year: 0", "净利润增长100%。", "基期为零"),
    ],
)  # fmt: skip
def test_no_growth_is_told_of_a_base_of_nought_or_below(
    metric: str, text: str, words: str, found: Diagnostics
) -> None:
    assert judged(found, metric, text) == ["growth-on-nonpositive-base"]
    assert words in message(found)


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        (f"{PROFIT}, value: 36, last_year: -15, stated: {{vs_last_year: 不适用}}", ""),
        (f"{PROFIT}, value: 36, last_year: -15, stated: {{vs_last_year: 51万元}}", ""),
        (f"{PROFIT}, value: 36, last_year: -15, stated: {{vs_last_year: 51}}", ""),
        (f"{PROFIT}, value: -876, last_year: -6254, stated: {{vs_last_year: 86%, loss_narrowed: 86%}}", ""),
        (f"{PROFIT}, value: 36, last_year: -15, basis: comparable, stated: {{vs_last_year: 212%}}", ""),
        (f"{PROFIT}, value: 36, last_year: 不适用, stated: {{vs_last_year: 212%}}", ""),
        ("name: 毛利率, unit: '%', value: 3, last_year: -2, stated: {vs_last_year: 5个百分点}", ""),
        (f"{PROFIT}, value: 36, last_year: -15", "净利润由亏损15万元变为盈利36万元，扭亏为盈。"),
        (f"{PROFIT}, value: 36, last_year: -15", "预计明年净利润增长20%。"),
        (f"{PROFIT}, value: 36, last_year: -15, previous: 30", "净利润环比增长20%。"),
        (f"{PROFIT}, value: 36, last_year: -15, previous: 30", "净利润增长20%。"),
        (f"{PROFIT}, value: -876, last_year: -6254", "净利润亏损同比收窄86%。"),
        (f"{PROFIT}, value: 36, last_year: -15", "2024年净利润同比增长20%。"),
    ],
)
def test_the_two_amounts_or_the_size_of_a_loss_may_be_told(
    metric: str, text: str, found: Diagnostics
) -> None:
    assert judged(found, metric, text) == []


def test_growth_over_the_size_of_a_loss_is_told_where_the_report_asks_for_it(found: Diagnostics) -> None:
    metric = f"{PROFIT}, value: 36, last_year: -15, stated: {{vs_last_year: 340%}}"
    assert judged(found, metric, report="options: {negative_base: abs}") == []


SALES = "name: 成交额, unit: 万元"


@pytest.mark.parametrize(
    ("metric", "text", "words"),
    [
        (f"{SALES}, value: 4388, last_year: 42, stated: {{vs_last_year: 10347.6%}}", "", "由42万元变为4388万元"),
        (f"{SALES}, value: 4388, last_year: 42", "成交额同比增长10,347.6%。", "由42万元变为4388万元"),
        (f"{SALES}, value: 4388, previous: 43", "成交额环比增长10,104.7%。", "由43万元变为4388万元"),
        (f"{SALES}, value: 4388, last_year: 300, stated: {{vs_last_year: 1362.7%}}", "", "约为基数的14.6倍"),
        (f"{SALES}, value: 4388", "新渠道成交额同比增长1500%。", "约为基数的16倍"),
        (f"{SALES}, change: {{value: 1900, unit: '%', vs: last_year}}", "", "约为基数的20倍"),
    ],
)  # fmt: skip
def test_growth_over_a_tiny_base_is_useless(metric: str, text: str, words: str, found: Diagnostics) -> None:
    assert judged(found, metric, text) == ["tiny-base"]
    assert words in message(found)


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        (f"{SALES}, value: 4388, last_year: 42, stated: {{vs_last_year: 不适用}}", ""),
        (f"{SALES}, value: 4388, last_year: 42", "成交额由42万元增至4388万元。"),
        (f"{SALES}, value: 4388, last_year: 500, stated: {{vs_last_year: 777.6%}}", ""),
        (f"{SALES}, value: 4388, last_year: 500", "成交额同比增长777.6%，约为上年同期的8.8倍。"),
        (f"{SALES}, value: 4388, stated: {{vs_previous: 1346万元}}", ""),
        (f"{SALES}, value: 4388, last_year: 3042, stated: {{vs_last_year: 1346}}", ""),
        ("name: 完成率, unit: '%', bounded: none, value: 1200", "完成率达到1200%。"),
    ],
)
def test_growth_over_a_base_of_some_size_is_fine(metric: str, text: str, found: Diagnostics) -> None:
    assert judged(found, metric, text) == []


@pytest.mark.parametrize(
    ("metric", "text", "words"),
    [
        (f"{PROFIT}, value: 36, stated: {{vs_target: 105%}}", "", "没有可以完成的目标（目标：——）"),
        (f"{PROFIT}, value: 36, target: 0, stated: {{vs_target: 105}}", "", "目标 0万元 不大于零"),
        (f"{PROFIT}, value: -90, target: -120, stated: {{vs_target: 75%}}", "", "目标 −120万元 不大于零"),
        (f"{PROFIT}, value: 36, target: 不适用, stated: {{vs_target: 105%}}", "", "目标：不适用"),
        (f"{PROFIT}, value: 36", "净利润36万元，完成年度目标的105.4%。", "105.4%"),
        (f"{PROFIT}, value: -90, target: -120", "净利润超额完成预算25%。", "不大于零"),
    ],
)  # fmt: skip
def test_nothing_is_attained_of_no_target(metric: str, text: str, words: str, found: Diagnostics) -> None:
    assert judged(found, metric, text) == ["attainment-without-target"]
    assert words in message(found)


@pytest.mark.parametrize(
    ("metric", "text", "report"),
    [
        (f"{PROFIT}, value: 36, target: 30, stated: {{vs_target: 120%}}", "", "period: '2025'"),
        (f"{PROFIT}, value: 36, target: 待补, stated: {{vs_target: 120%}}", "", "period: '2025'"),
        (f"{PROFIT}, value: 36, stated: {{vs_target: 不适用}}", "", "period: '2025'"),
        (f"{PROFIT}, value: -90, target: -120, stated: {{vs_target: 30万元}}", "", "period: '2025'"),
        ("name: 准点率, unit: '%', value: 96, stated: {vs_target: 0.3}", "", "period: '2025'"),
        (f"{PROFIT}, value: 36, target: 30", "净利润完成年度目标的120%。", "period: '2025'"),
        # The year's target is another than the quarter's.
        (f"{PROFIT}, value: 36", "净利润完成全年目标的35%。", "period: 2025Q3"),
        (f"{PROFIT}, value: 36", "净利润目标为30万元，完成目标的120%。", "period: '2025'"),
        (f"{PROFIT}, value: 36", "预计净利润完成年度目标的120%。", "period: '2025'"),
        ("name: 员工培训, unit: 人次, value: 360", "员工培训完成率达98%。", "period: '2025'"),
        ("name: 员工培训, unit: 人次, value: 360", "培训课程建设完成目标的98%。", "period: '2025'"),
    ],
)
def test_where_there_is_a_target_something_is_attained(
    metric: str, text: str, report: str, found: Diagnostics
) -> None:
    assert judged(found, metric, text, report) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DAU/MAU从58.1%降至56.0%，下降1.8个百分点。", "56.0 − 58.1 = −2.1个百分点，写的是 1.8个百分点请写 2.1个百分点"),
        ("通过率由24.1%提升至31.6%，提高了6.5个百分点。", "31.6 − 24.1 = 7.5个百分点"),
        ("平均等待由48秒缩短至29秒（缩短21秒）。", "29 − 48 = −19秒"),
        ("门店从80家增至95家，增长28.8%。", "(95 − 80) ÷ 80 = 18.8%"),
        # What is counted one by one is not rounded.
        ("错发由19件升至23件，增长17.4%。", "(23 − 19) ÷ 19 = 21.1%"),
        ("支付率从3.2%提升至4.0%，相对提高35.0%。", "= 25.0%"),
        ("2023年通过率从24.1%提升至31.6%，提高6.5个百分点。", "7.5个百分点"),
    ],
)  # fmt: skip
def test_a_printed_difference_is_that_of_its_printed_ends(text: str, words: str, found: Diagnostics) -> None:
    assert judged(found, text=text) == ["printed-difference"]
    assert words in message(found)


@pytest.mark.parametrize(
    "text",
    [
        "DAU/MAU从58.1%降至56.0%，下降2.1个百分点。",
        # Exactly −2.04 points: the ends were rounded each by itself.
        "DAU/MAU从58.1%降至56.0%，下降2.0个百分点。",
        "通过率由24.1%提升至31.6%，同比提高6.5个百分点。",
        "通过率由24.1%提升至31.6%，退货率下降6.5个百分点。",
        "通过率由24.1%提升至31.6%，提高6.5%。",
        "通过率由约24%提升至31.6%，提高6.5个百分点。",
        "通过率由24.1%提升至31.6%，较目标高1.6个百分点。",
        "门店从80家增至95家，增长18.8%。",
        "门店从80家增至95家，新增门店21家。",
        "人均接待由19单升至23单，增长17.9%。",
        "支付率从3.2%提升至4.0%，相对提高25.0%（提高0.8个百分点）。",
        "销售额从0.98亿元增至10200万元，增长4.1%。",
        "平均等待由48秒缩短至29秒，缩短约20秒。",
    ],
)
def test_a_difference_that_fits_its_ends_or_is_of_something_else_is_left_alone(
    text: str, found: Diagnostics
) -> None:
    assert judged(found, text=text) == []


def test_what_the_metrics_own_figures_can_judge_is_not_judged_twice(found: Diagnostics) -> None:
    metric = "name: 通过率, unit: '%', value: 31.6, from: {value: 24.1}"
    assert judged(found, metric, "通过率由24.1%提升至31.6%，提高6.5个百分点。") == []
