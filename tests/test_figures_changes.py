"""Changes and their words: the worked examples of what a comparison means."""

from dataclasses import replace
from decimal import Decimal

import pytest

from opsreport.diagnostics import Diagnostics, Scalar
from opsreport.diagnostics.source import NOWHERE
from opsreport.figures import (
    ChangeStyle,
    Figure,
    Kind,
    Options,
    Polarity,
    Verdict,
    parse_quantity,
    parse_unit,
)
from opsreport.figures.change import Change, Direction, Manner, compare
from opsreport.figures.options import Flat, NegativeBase
from opsreport.figures.printing import notation_for
from opsreport.figures.verbs import verbs_for
from opsreport.figures.wording import (
    LAST_YEAR,
    Against,
    change_clause,
    compared_clause,
    from_to_clause,
    relative_rate_clause,
)

HIGHER, LOWER, NEUTRAL = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.NEUTRAL
QUARTER = Against("环比", "上季度")


def figure(text: str, unit: str) -> Figure:
    quantity = parse_quantity(Scalar(text, NOWHERE), Diagnostics(), unit=parse_unit(unit))
    assert isinstance(quantity, Figure)
    return quantity


def change(
    base: str,
    value: str,
    unit: str,
    kind: Kind,
    polarity: Polarity = HIGHER,
    *,
    style: ChangeStyle | None = None,
    profit: bool = False,
    options: Options | None = None,
    decimals: int | None = None,
) -> Change:
    ends = figure(value, unit), figure(base, unit)
    notation = notation_for(ends, kind, options or Options(), unit=parse_unit(unit), decimals=decimals)
    return compare(*ends, Manner(kind, polarity, notation, style=style, profit=profit))


def said(
    base: str,
    value: str,
    unit: str,
    kind: Kind,
    polarity: Polarity = HIGHER,
    *,
    style: ChangeStyle | None = None,
    profit: bool = False,
    options: Options | None = None,
) -> str:
    moved = change(base, value, unit, kind, polarity, style=style, profit=profit, options=options)
    return change_clause(moved, verbs_for(kind, polarity), LAST_YEAR).text


def profit_said(base: str, value: str, options: Options | None = None) -> str:
    return said(base, value, "万元", Kind.MONEY, profit=True, options=options)


@pytest.mark.parametrize(
    ("base", "value", "words"),
    [
        ("71950", "86420", "同比增长20.1%"),
        ("44100", "48300", "同比增长9.5%"),
        ("421", "574", "同比增长36.3%"),
        ("100", "95", "同比下降5.0%"),
    ],
)
def test_growth_is_the_difference_over_the_base(base: str, value: str, words: str) -> None:
    assert said(base, value, "万元", Kind.MONEY) == words


def test_two_percentages_differ_by_points_and_never_by_percent() -> None:
    assert said("44.7", "50.6", "%", Kind.RATE) == "同比提高5.9个百分点"
    assert said("0.50", "0.42", "‰", Kind.RATE, LOWER) == "同比下降0.08个千分点"


def test_the_difference_printed_is_the_exact_one_rounded_once() -> None:
    moved = change("58.0545", "56.0159", "%", Kind.RATE)
    assert (moved.shown_delta, moved.delta) == (Decimal("-2.0"), Decimal("-2.0386"))
    assert said("58.0545", "56.0159", "%", Kind.RATE) == "同比下降2.0个百分点"


def test_a_relative_change_of_a_rate_shows_both_ends_and_the_points() -> None:
    better = change("3.2", "4.0", "%", Kind.RATE, style=ChangeStyle.RELATIVE)
    verbs = verbs_for(Kind.RATE, HIGHER)
    assert (
        relative_rate_clause(better, verbs, Against()).text
        == "从3.2%提升至4.0%，相对提高25.0%（提高0.8个百分点）"
    )
    fewer = change("0.50", "0.42", "‰", Kind.RATE, LOWER, style=ChangeStyle.RELATIVE)
    words = relative_rate_clause(fewer, verbs_for(Kind.RATE, LOWER), QUARTER).text
    assert words == "从0.50‰降至0.42‰，环比下降16.0%（下降0.08个千分点）"


@pytest.mark.parametrize(
    ("base", "value", "words"),
    [
        ("-6254", "-876", "同比亏损收窄86.0%"),
        ("-15", "36", "扭亏为盈（上年同期亏损15万元，本期盈利36万元）"),
        ("212.47", "-583.63", "由盈转亏（上年同期盈利212.47万元，本期亏损583.63万元）"),
        ("-2950.94", "-8140.69", "同比亏损扩大175.9%"),
        ("-100", "0", "实现盈亏平衡"),
        ("-120", "-120", "亏损与上年同期持平"),
        ("120", "0", "由上年同期的120万元降至零"),
        ("0", "36", "上年同期为零，本期36万元"),
        ("0", "0", "上年同期与本期均为零"),
        ("0", "-36", "由盈亏平衡转为亏损36万元"),
        ("375", "3200", "约为上年同期的8.5倍"),
        ("400", "3200", "为上年同期的8倍"),
        ("42", "4388", "由上年同期的42万元增至4388万元"),
    ],
)
def test_a_change_of_sign_or_from_nothing_is_told_in_words(base: str, value: str, words: str) -> None:
    assert profit_said(base, value) == words


def test_a_large_multiple_still_has_its_percentage_and_a_tiny_base_wins_over_it() -> None:
    assert change("375", "3200", "万元", Kind.MONEY).shown_rate == Decimal("753.3")
    assert change("42", "4388", "万元", Kind.MONEY).case.value == "tiny base"


@pytest.mark.parametrize(
    ("base", "value", "words"),
    [
        ("-120", "30", "同比由−120万元变为30万元，增加150万元"),
        ("120", "-30", "同比由120万元变为−30万元，减少150万元"),
    ],
)
def test_without_profit_in_mind_both_amounts_are_told(base: str, value: str, words: str) -> None:
    assert said(base, value, "万元", Kind.MONEY) == words


def test_published_tables_may_want_no_percentage_or_one_over_the_size_of_the_loss() -> None:
    forecast = Options(negative_base=NegativeBase.ABS)
    assert profit_said("-100", "26", forecast) == "同比增长126.0%"
    announcement = Options(negative_base=NegativeBase.NA)
    assert profit_said("-100", "26", announcement) == "同比不适用"
    assert profit_said("-6254", "-876", announcement) == "同比亏损收窄86.0%"


def test_a_turn_from_loss_to_profit_never_has_a_percentage_of_its_own() -> None:
    assert change("-876", "4120", "万元", Kind.MONEY, profit=True).rate is None


@pytest.mark.parametrize(
    ("kind", "unit", "polarity", "up", "down"),
    [
        (Kind.MONEY, "万元", HIGHER, "增长", "下降"),
        (Kind.COUNT, "人", HIGHER, "增长", "下降"),
        (Kind.RATE, "%", HIGHER, "提高", "下降"),
        (Kind.DURATION, "小时", LOWER, "延长", "缩短"),
        (Kind.DURATION, "分钟", HIGHER, "增加", "减少"),
        (Kind.RATE, "%", LOWER, "上升", "下降"),
        (Kind.MONEY, "元", LOWER, "上升", "下降"),
        (Kind.SCORE, "分", HIGHER, "提高", "下降"),
        (Kind.POINTS, "点", HIGHER, "提高", "下降"),
        (Kind.INDEX, "", HIGHER, "提高", "下降"),
        (Kind.RATIO, "∶", HIGHER, "提高", "下降"),
        (Kind.RATE, "%", NEUTRAL, "上升", "下降"),
    ],
)
def test_direction_chooses_the_verb_and_the_kind_its_wording(
    kind: Kind, unit: str, polarity: Polarity, up: str, down: str
) -> None:
    assert said("40", "52", unit, kind, polarity).startswith(f"同比{up}")
    assert said("52", "40", unit, kind, polarity).startswith(f"同比{down}")


@pytest.mark.parametrize(
    ("kind", "unit", "polarity", "up", "down"),
    [
        (Kind.MONEY, "万元", HIGHER, "增至", "降至"),
        (Kind.RATE, "%", HIGHER, "提升至", "下降至"),
        (Kind.RATE, "%", LOWER, "升至", "降至"),
        (Kind.DURATION, "秒", LOWER, "延长至", "缩短至"),
        (Kind.DURATION, "分钟", HIGHER, "增至", "减至"),
        (Kind.COUNT, "件", LOWER, "升至", "降至"),
        (Kind.SCORE, "分", HIGHER, "提升至", "降至"),
    ],
)
def test_from_one_level_to_another(kind: Kind, unit: str, polarity: Polarity, up: str, down: str) -> None:
    verbs = verbs_for(kind, polarity)
    rise = from_to_clause(change("38.4", "52.7", unit, kind, polarity), verbs).text
    fall = from_to_clause(change("52.7", "38.4", unit, kind, polarity), verbs).text
    assert rise == f"从38.4{unit}{up}52.7{unit}"
    assert fall == f"从52.7{unit}{down}38.4{unit}"


def test_both_ends_of_a_pair_have_the_same_decimals_and_equal_ends_are_kept() -> None:
    verbs = verbs_for(Kind.RATE, HIGHER)
    assert from_to_clause(change("38.4", "53", "%", Kind.RATE), verbs).text == "从38.4%提升至53.0%"
    assert from_to_clause(change("38.4", "38.4", "%", Kind.RATE), verbs).text == "保持在38.4%"


@pytest.mark.parametrize(
    ("base", "value", "unit", "kind", "words"),
    [
        ("31.2", "31.4", "%", Kind.RATE, "与上年同期基本持平"),
        ("31.2", "31.2", "%", Kind.RATE, "与上年同期持平"),
        ("31.2", "31.7", "%", Kind.RATE, "与上年同期基本持平"),
        ("0.35", "0.42", "%", Kind.RATE, "同比提高0.07个百分点"),
        ("31.2", "31.8", "%", Kind.RATE, "同比提高0.6个百分点"),
        ("1000", "1010", "万元", Kind.MONEY, "与上年同期基本持平"),
        ("1000", "1010.4", "万元", Kind.MONEY, "与上年同期基本持平"),
        ("1000", "1011", "万元", Kind.MONEY, "同比增长1.1%"),
        ("100000", "100010", "人", Kind.COUNT, "与上年同期基本持平"),
        ("60.0", "60.5", "点", Kind.POINTS, "与上年同期基本持平"),
        ("60.0", "60.6", "点", Kind.POINTS, "同比提高0.6点"),
    ],
)
def test_what_is_flat_is_judged_by_what_is_printed(
    base: str, value: str, unit: str, kind: Kind, words: str
) -> None:
    assert said(base, value, unit, kind) == words


def test_a_score_is_flat_within_a_hundredth_of_its_scale() -> None:
    moved = change("4.20", "4.24", "分", Kind.SCORE)
    assert not moved.is_flat
    manner = Manner(Kind.SCORE, HIGHER, moved.notation, scale_range=Decimal(4))
    assert compare(moved.value, moved.base, manner).is_flat


def test_even_where_nothing_counts_as_flat_no_word_of_change_goes_with_a_nought() -> None:
    strict = Options(flat=Flat(relative=Decimal(0), pp=Decimal(0)))
    assert said("100000", "100010", "人", Kind.COUNT, options=strict) == "与上年同期基本持平"
    assert said("58.01", "58.04", "%", Kind.RATE, options=strict) == "同比提高0.03个百分点"


@pytest.mark.parametrize(
    ("polarity", "before", "after", "verdict"),
    [
        (HIGHER, "1200", "1280", Verdict.BETTER),
        (LOWER, "45", "38", Verdict.BETTER),
        (LOWER, "38", "45", Verdict.WORSE),
        (HIGHER, "1280.0", "1280.1", Verdict.FLAT),
        (NEUTRAL, "45", "38", Verdict.UNJUDGED),
    ],
)
def test_a_change_is_good_news_only_in_the_metrics_own_direction(
    polarity: Polarity, before: str, after: str, verdict: Verdict
) -> None:
    assert change(before, after, "件", Kind.COUNT, polarity).verdict is verdict


def test_a_change_that_rounding_hides_is_known() -> None:
    moved = change("1.2", "1.4", "亿", Kind.COUNT, decimals=0)
    assert moved.is_hidden
    assert moved.shown_rate == Decimal("16.7")


def test_figures_in_different_units_are_compared_in_base_units() -> None:
    ends = figure("1.2亿", "万元"), figure("10000", "万元")
    notation = notation_for(ends, Kind.MONEY, unit=parse_unit("万元"))
    moved = compare(*ends, Manner(Kind.MONEY, HIGHER, notation))
    assert (moved.shown_rate, moved.delta, moved.direction) == (Decimal("20.0"), Decimal(2000), Direction.UP)


def test_beside_others_a_metric_stands_higher_or_lower() -> None:
    reads = change("14000", "18900", "次", Kind.COUNT)
    assert compared_clause(reads, "平台基线", leading=False).text == "比平台基线高35.0%"
    kept = change("42.0", "46.8", "%", Kind.RATE)
    assert compared_clause(kept, "行业平均", leading=True).text == "高于行业平均4.8个百分点"


def test_an_approximate_figure_makes_its_change_approximate() -> None:
    moved = change("约40", "52", "人", Kind.COUNT)
    assert change_clause(moved, verbs_for(Kind.COUNT, HIGHER), LAST_YEAR).text == "同比增长约30.0%"


def test_a_comparison_window_of_its_own_is_named() -> None:
    moved = change("0.96", "1.38", "万", Kind.COUNT)
    window = replace(QUARTER, window="活动前同等天数")
    words = change_clause(moved, verbs_for(Kind.COUNT, HIGHER), window).text
    assert words == "环比增长43.8%（与活动前同等天数相比）"
