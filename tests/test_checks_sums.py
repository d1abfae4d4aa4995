"""Parts make their whole, formulas their figures, series their period; what rounding explains is left alone."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language, Severity

CODES = (
    "parts-do-not-add-up",
    "shares-do-not-add-up",
    "contributions-do-not-add-up",
    "formula-mismatch",
    "ratio-mismatch",
    "series-mismatch",
    "cagr-mismatch",
)


def judged(metrics: str, found: Diagnostics, period: str = "2025") -> list[tuple[str, str]]:
    """The findings of these rules on metrics given one a line."""
    lines = "\n".join(f"  - {{{line.strip()}}}" for line in metrics.strip().splitlines())
    bundle = f"report: {{org: 甲, period: '{period}'}}\nmetrics:\n{lines}"
    return [(code, place) for code, place in check(bundle, found) if code in CODES]


def said(found: Diagnostics) -> str:
    (one,) = (one for one in found if one.code in CODES)
    return one.message(Language.ZH) + one.help(Language.ZH)


def series(*values: object, year: int = 2025, key: str = "value") -> str:
    points = ", ".join(f"{{period: {year}Q{at}, {key}: {value}}}" for at, value in enumerate(values, 1))
    return f"series: [{points}]"


def years(*values: object, first: int = 2014) -> str:
    points = ", ".join(f"{{period: '{first + at}', value: {value}}}" for at, value in enumerate(values))
    return f"series: [{points}]"


def parts(key: str, *values: object) -> str:
    named = ", ".join(f"{{name: 分项{at}, {key}: {value}}}" for at, value in enumerate(values, 1))
    return f"{'shares' if key == 'share' else 'breakdown'}: [{named}]"


NEW = "name: 新增注册用户, unit: 万"
MARGIN = "name: 毛利率, unit: '%'"

WRONG = {
    # 构成
    f"{NEW}, value: 342.6, {parts('value', '124.0', 121.7, 52.6, 26.3)}": (
        "parts-do-not-add-up",
        "124.0 + 121.7 + 52.6 + 26.3 = 324.6万，总量写的是 342.6万",
    ),
    f"{NEW}, value: 100.0, {parts('value', '60.0', '40.3')}": ("parts-do-not-add-up", "= 100.3万"),
    "name: 收入, unit: 亿元, value: 1.2, breakdown: [{name: 甲, value: 6000万元}, {name: 乙, value: 4000万元}]": (
        "parts-do-not-add-up",
        "0.6 + 0.4 = 1亿元",
    ),
    "name: 收入, unit: 万元, value: 90, last_year: 80, breakdown: [{name: 甲, value: 50, last_year: 45}, {name: 乙, value: 40, last_year: 45}]": (
        "parts-do-not-add-up",
        "45 + 45 = 90万元，总量写的是 80万元",
    ),
    "name: 转化率, unit: '%', value: 3.6, breakdown: [{name: 门店, value: 3.2}, {name: 小程序, value: 4.1}]": (
        "parts-do-not-add-up",
        "写成单独的指标",
    ),
    # 占比
    f"name: 收入, unit: 万元, value: 9, {parts('share', '48.0', 41.5, 22.5)}": (
        "shares-do-not-add-up",
        "48.0 + 41.5 + 22.5 = 112.0%",
    ),
    f"name: 收入, unit: 万元, value: 9, {parts('share', '33.3', 33.3, 33.1)}": (
        "shares-do-not-add-up",
        "= 99.7%",
    ),
    f"name: 收入, unit: 万元, value: 9, {parts('share', '38.2', 37.5)}": (
        "shares-do-not-add-up",
        "补上其余部分，如 {name: 其他, share: 24.3}",
    ),
    # 贡献
    f"name: 收入, unit: 万元, value: 120, last_year: 100, {parts('value: 60, contribution', '12.0百分点', '6.0百分点')}": (
        "contributions-do-not-add-up",
        "12.0 + 6.0 = 18.0个百分点，应为 (120 − 100) ÷ 100 = 20.0%",
    ),
    f"name: 收入, unit: 万元, value: 120, last_year: 100, {parts('value: 60, contribution', '62.0%', '48.0%')}": (
        "contributions-do-not-add-up",
        "62.0 + 48.0 = 110.0%，应为 100%",
    ),
    f"name: 收入, unit: 万元, value: 120, last_year: 100, {parts('value: 60, contribution', 17, 9)}": (
        "contributions-do-not-add-up",
        "17 + 9 = 26",
    ),
    # 公式
    f"{MARGIN}, value: 31.4, numerator: 25136, denominator: 86420": (
        "formula-mismatch",
        "25136 ÷ 86420 = 29.1%，写的是 31.4%",
    ),
    f"""id: a, name: 毛利润, unit: 万元, value: 25136
        id: b, name: 收入, unit: 亿元, value: 8.642
        {MARGIN}, value: 31.4, formula: a / b""": ("formula-mismatch", "÷ 86420 = 29.1%"),
    f"""id: a, name: 毛利润, unit: 万元, value: 27136, last_year: 22448
        id: b, name: 收入, unit: 万元, value: 86420, last_year: 71950
        {MARGIN}, value: 31.4, last_year: 33.2, formula: a / b""": (
        "formula-mismatch",
        "22448 ÷ 71950 = 31.2%，写的是 33.2%",
    ),
    """id: a, name: 运营总成本, unit: 万元, value: 19704, last_year: 17700
        id: b, name: 收入, unit: 万元, value: 86420, last_year: 71950
        name: 占收比, unit: '%', value: 22.8, from: {value: 26.4}, formula: a / b""": (
        "formula-mismatch",
        "17700 ÷ 71950 = 24.6%，写的是 26.4%",
    ),
    """id: a, name: 收入, unit: 万元, value: 900
        id: b, name: 成本, unit: 万元, value: 650
        name: 毛利, unit: 万元, value: 280, formula: a - b""": (
        "formula-mismatch",
        "900 − 650 = 250万元，写的是 280万元",
    ),
    """id: a, name: 获客费用, unit: 万元, value: 12530
        id: b, name: 新增用户, unit: 万, value: 324.6
        name: 单位获客成本, unit: 元, value: 36.8, formula: a / b""": (
        "formula-mismatch",
        "12530万元 ÷ 324.6万 = 38.6元，写的是 36.8元",
    ),
    """id: a, name: 新增, unit: 万, value: 40.0, breakdown: [{name: 推荐, value: 6.2}, {name: 其他, value: 33.8}]
        name: 推荐占比, unit: '%', value: 14.3, formula: "a.breakdown['推荐'] / a\"""": (
        "formula-mismatch",
        "6.2 ÷ 40.0 = 15.5%",
    ),
    # 比
    "name: 投入产出比, ratio: {left: 投入, right: 产出}, value: 4.5, numerator: 2080, denominator: 520": (
        "ratio-mismatch",
        "2080 ÷ 520 = 1∶4.0，写的是 1∶4.5请写 1:4.0",
    ),
    """id: a, name: 活动销售额, unit: 万元, value: 2080
        id: b, name: 活动投入, unit: 万元, value: 520
        name: ROI, ratio: {left: 投入, right: 产出}, value: '1:4.5', formula: a / b""": (
        "ratio-mismatch",
        "2080 ÷ 520 = 1∶4.0",
    ),
    """name: 产出, unit: 万元, value: 2080
        name: 投入, unit: 万元, value: 520
        name: 产投比, ratio: {left: 投入, right: 产出}, value: '1:4.5'""": ("ratio-mismatch", "= 1∶4.0"),
    "name: 投入产出比, kind: ratio, value: '1:4.5'": ("ratio-mismatch", "没有写明比的两边各是什么"),
    # 序列
    f"name: 收入, unit: 亿元, value: 1130, {series(210, 230, 240, 250)}": (
        "series-mismatch",
        "Σ(2025Q1…2025Q4) = 930亿元，写的是 1130亿元",
    ),
    f"name: 日活, unit: 万, agg: avg, value: 540, {series(500, 510, 520, 530)}": (
        "series-mismatch",
        "avg(2025Q1…2025Q4) = 515万",
    ),
    f"name: 门店, unit: 家, agg: last, value: 98, {series(80, 86, 90, 95)}": ("series-mismatch", "= 95家"),
    f"name: 收入, unit: 万元, value: 10, last_year: 12, {series(*['2, last_year: 2'] * 3, '4, last_year: 2')}": (
        "series-mismatch",
        "= 8万元，写的是 12万元",
    ),
    f"name: 收入, unit: 万元, value: 130, {years(100, 110, 120, first=2023)}": (
        "series-mismatch",
        "= 120万元，写的是 130万元",
    ),
    # 年均复合增长
    f"name: 收入, unit: 万元, {years('484247.50', '550000.00', '640000.00', '733215.26')}, stated: {{cagr: 10.9%}}": (
        "cagr-mismatch",
        "= 14.8%，写的是 10.9%两端相隔 3 年",
    ),
    f"name: 收入, unit: 万元, {years(100, 121)}, stated: {{cagr: 25%}}": ("cagr-mismatch", "= 21%"),
    f"name: 利润, unit: 万元, {years(-20, 30, 40)}, stated: {{cagr: 41%}}": ("cagr-mismatch", "不适用"),
    f"name: 收入, unit: 万元, {years(100, 110, 121)}, stated: {{cagr: 不适用}}": (
        "cagr-mismatch",
        "(121 ÷ 100)^(1/2) − 1 = 10.0%",
    ),
}


@pytest.mark.parametrize(("metrics", "expected"), WRONG.items())
def test_what_does_not_add_up_is_shown_the_sum(
    metrics: str, expected: tuple[str, str], found: Diagnostics
) -> None:
    code, words = expected
    assert [one for one, _ in judged(metrics, found)] == [code]
    assert words in said(found)


@pytest.mark.parametrize(
    "metrics",
    [
        f"{NEW}, value: 324.6, {parts('value', '124.0', 121.7, 52.6, 26.3)}",
        # 252 + 277 + 279 + 326 = 1134 stands beside a published 1135.
        f"name: 收入, unit: 亿元, value: 1135, {parts('value', 252, 277, 279, 326)}",
        f"name: 收入, unit: 亿元, value: 1135, {series(252, 277, 279, 326)}",
        f"{NEW}, value: 324.6, {parts('value', '124.0', 'XX', 52.6, 26.3)}",
        f"{NEW}, value: 324.6, {parts('value', '约124', 121.7, 52.6, 26.3)}",
        f"{NEW}, value: 约330, {parts('value', '124.0', 121.7, 52.6, 26.3)}",
        f"{NEW}, value: 待补, {parts('value', '124.0', 121.7)}",
        "name: 利润, unit: 万元, value: 60, breakdown: [{name: 甲, value: 90}, {name: 乙, value: -30}]",
        "name: 收入, unit: 亿元, value: 1.2, breakdown: [{name: 甲, value: 7000万元}, {name: 乙, value: 5000万元}]",
        "name: 收入, unit: 万元, value: 90, last_year: 80, breakdown: [{name: 甲, value: 50, last_year: 45}, {name: 乙, value: 40}]",
        "name: 收入, unit: 元, value: 1300, value_precision: 100, breakdown: [{name: 甲, value: 800}, {name: 乙, value: 400}]",
        # Three equal thirds.
        f"name: 收入, unit: 万元, value: 9, {parts('share', 33.3, 33.3, 33.3)}",
        f"name: 收入, unit: 万元, value: 9, {parts('share', 33, 33, 33)}",
        f"name: 收入, unit: 万元, value: 9, {parts('share', '333‰', '66.7%')}",
        f"name: 收入, unit: 万元, value: 9, {parts('share', '约38%', 70)}",
        f"name: 收入, unit: 万元, value: 120, last_year: 100, {parts('value: 60, contribution', '14.0百分点', '6.0百分点')}",
        f"name: 收入, unit: 万元, value: 120, last_year: 100, {parts('value: 60, contribution', '62.0%', '38.0%')}",
        f"name: 收入, unit: 万元, value: 120, last_year: 90, {parts('value: 60, contribution', 17, 13)}",
        f"name: 收入, unit: 万元, value: 120, last_year: 90, {parts('value: 60, contribution', '17万元', '13万元')}",
        f"name: 收入, unit: 万元, value: 120, {parts('value: 60, contribution', '17百分点', '3百分点')}",
        f"{MARGIN}, value: 31.4, numerator: 27136, denominator: 86420",
        f"{MARGIN}, value: 31.4, numerator: 27136万, denominator: 8.642亿",
        f"{MARGIN}, value: 31.4, numerator: 27136, denominator: 0",
        f"{MARGIN}, value: 31.4, numerator: 27136",
        f"{MARGIN}, value: 31, numerator: 约25000, denominator: 86420",
        "name: 退货率, unit: ‰, value: 4.2, numerator: 42, denominator: 10000",
        """id: a, name: 获客费用, unit: 万元, value: 12530
           id: b, name: 新增用户, unit: 万, value: 324.6
           name: 单位获客成本, unit: 元, value: 38.6, last_year: 44.1, formula: a / b""",
        """id: a, name: 推荐者占比, unit: '%', value: 58
           id: b, name: 贬损者占比, unit: '%', value: 15
           name: NPS, kind: points, unit: 点, value: 43, formula: a - b""",
        """id: a, name: 平均库存, unit: 万元, value: 900
           id: b, name: 日均销售成本, unit: 万元, value: 30
           name: 库存周转天数, unit: 天, value: 30, formula: a / b""",
        """id: a, name: 订单, unit: 万单, value: 92
           id: b, name: 天数, unit: 天, polarity: neutral, value: 92
           name: 日均订单, unit: 万单, value: 1.0, formula: a / b""",
        """id: a, name: 处理总时长, unit: 小时, value: 500
           id: b, name: 工单, unit: 单, value: 1000
           name: 平均处理时长, unit: 分钟, value: 30, formula: a / b""",
        """id: a, name: 收入, unit: 万元, value: 900, period: 2025Q1
           id: b, name: 成本, unit: 万元, value: 650
           name: 毛利, unit: 万元, value: 280, formula: a - b""",
        """id: a, name: 产出, unit: 万元, value: 2340
           id: b, name: 投入, unit: 万美元, value: 80
           name: 产投比, ratio: {left: 投入, right: 产出}, value: 4.5, formula: a / b""",
        "name: 投资回报率（ROI）, unit: '%', value: 300, numerator: 2080, denominator: 520",
        "name: 投资回报率（ROI）, unit: '%', value: 400, numerator: 2080, denominator: 520",
        "name: 投入产出比, ratio: {left: 投入, right: 产出}, value: 4.0, numerator: 2080, denominator: 520",
        "name: 投入产出比, ratio: {left: 投入, right: 产出}, value: '1:4.5'",
        "name: 利息保障倍数, kind: ratio, unit: 倍, value: 3.2",
        f"name: 日活, unit: 万, agg: avg, value: 515, {series(500, 510, 520, 530)}",
        f"name: 门店, unit: 家, agg: max, value: 95, {series(80, 95, 90, 85)}",
        f"name: 门店, unit: 家, agg: last, value: 95, {series(80, 86, 90, 95)}",
        f"name: 转化率, unit: '%', value: 7.1, {series(6, 7, 8, 9)}",
        f"name: 收入, unit: 亿元, value: 1130, {series(210, 230, 240)}",
        f"name: 收入, unit: 亿元, value: 1130, {series(210, 230, 'XX', 250)}",
        f"name: 收入, unit: 亿元, value: 1130, {series(210, 230, 240, 250, year=2024)}",
        f"name: 收入, unit: 万元, value: 120, {years(100, 110, 120, first=2023)}",
        f"name: 收入, unit: 万元, period: 2025Q1, value: 21, {series(21, 23, 24, 25)}",
        f"name: 收入, unit: 万元, {years('484247.50', '550000.00', '640000.00', '733215.26')}, stated: {{cagr: 14.8%}}",
        f"name: 利润, unit: 万元, {years(-20, 30, 40)}, stated: {{cagr: 不适用}}",
        "name: 收入, unit: 万元, value: 9, stated: {cagr: 12%}",
    ],
)
def test_what_adds_up_but_for_rounding_is_left_alone(metrics: str, found: Diagnostics) -> None:
    assert judged(metrics, found) == []


@pytest.mark.parametrize(("third", "severity"), [("33.1", Severity.WARNING), ("31.1", Severity.ERROR)])
def test_shares_more_than_a_point_off_are_an_error(
    third: str, severity: Severity, found: Diagnostics
) -> None:
    assert judged(f"name: 收入, unit: 万元, value: 9, {parts('share', 33.3, 33.3, third)}", found)
    assert [one.severity for one in found if one.code == "shares-do-not-add-up"] == [severity]


def test_shares_that_may_be_an_excerpt_are_a_warning(found: Diagnostics) -> None:
    assert judged(f"name: 收入, unit: 万元, value: 9, {parts('share', '38.2', 37.5)}", found)
    assert [one.severity for one in found if one.code == "shares-do-not-add-up"] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("agg", "severity"), [("", Severity.WARNING), ("agg: sum, ", Severity.ERROR)], ids=["unsaid", "said"]
)
def test_a_series_that_another_way_of_summing_fits_is_told_which(
    agg: str, severity: Severity, found: Diagnostics
) -> None:
    assert judged(f"name: 月活, unit: 万, {agg}value: 515, {series(500, 510, 520, 530)}", found)
    assert "agg: avg" in said(found)
    assert [one.severity for one in found if one.code == "series-mismatch"] == [severity]


def test_the_average_of_months_may_count_their_days(found: Diagnostics) -> None:
    months = "series: [{period: 2025-01, value: 100.00}, {period: 2025-02, value: 200.00}]"
    line = "name: 日活, unit: 万, agg: avg, period: 2025-01..2025-02, value: MEAN, " + months
    for value in ("150.00", "147.46"):
        assert judged(line.replace("MEAN", value), found) == []
    assert judged(line.replace("MEAN", "145.00"), found) == [("series-mismatch", "metrics[0].value")]
