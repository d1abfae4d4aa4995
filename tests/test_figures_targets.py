"""Targets: 完成率 where it has a meaning, and what is said where it has none."""

from decimal import Decimal

import pytest

from opsreport.diagnostics import Diagnostics, Scalar
from opsreport.diagnostics.source import NOWHERE
from opsreport.figures import Figure, Kind, Options, Polarity, parse_quantity, parse_unit
from opsreport.figures.attainment import (
    Attainment,
    attain,
    attainment_clause,
    excess_text,
    growth_target_text,
)
from opsreport.figures.change import Manner
from opsreport.figures.options import CompletionLower
from opsreport.figures.printing import notation_for

HIGHER, LOWER = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER


def figure(text: str, unit: str) -> Figure:
    quantity = parse_quantity(Scalar(text, NOWHERE), Diagnostics(), unit=parse_unit(unit))
    assert isinstance(quantity, Figure)
    return quantity


def against_target(
    value: str,
    target: str,
    unit: str,
    kind: Kind,
    polarity: Polarity = HIGHER,
    *,
    start: str = "",
    elapsed: str = "",
    profit: bool = False,
    options: Options | None = None,
) -> Attainment:
    both = figure(value, unit), figure(target, unit)
    manner = Manner(kind, polarity, notation_for(both, kind, options or Options()), profit=profit)
    begun = figure(start, unit) if start else None
    return attain(*both, manner, start=begun, elapsed=Decimal(elapsed) if elapsed else None)


def said(attainment: Attainment, target_word: str = "年度") -> str:
    return attainment_clause(attainment, target_word=target_word).text


def test_a_target_met_and_one_missed() -> None:
    revenue = against_target("86420", "82000", "万元", Kind.MONEY)
    assert said(revenue) == "完成年度目标的105.4%"
    assert excess_text(revenue) == "超额完成5.4%"
    assert revenue.is_met
    profit = against_target("5810", "6000", "万元", Kind.MONEY)
    assert said(profit) == "完成年度目标的96.8%"
    assert excess_text(profit) == "完成96.8%，差190万元"
    assert not profit.is_met


def test_where_lower_is_better_there_is_no_completion_but_a_comparison() -> None:
    assert said(against_target("28.0", "30.0", "秒", Kind.DURATION, LOWER)) == "低于控制目标2.0秒"
    assert said(against_target("31.5", "30.0", "秒", Kind.DURATION, LOWER)) == "超出控制目标1.5秒"
    assert against_target("28.0", "30.0", "秒", Kind.DURATION, LOWER).rate is None
    assert against_target("28.0", "30.0", "秒", Kind.DURATION, LOWER).is_met


@pytest.mark.parametrize(
    ("method", "words"),
    [
        (CompletionLower.MIRROR, "目标完成率103.3%（按“2－实际÷目标”计算）"),
        (CompletionLower.INVERSE, "目标完成率103.4%（按“目标÷实际”计算）"),
        (CompletionLower.PROGRESS, "目标完成率105.6%（按“已降幅度÷应降幅度”计算）"),
    ],
)
def test_a_score_that_is_demanded_names_its_method(method: CompletionLower, words: str) -> None:
    options = Options(completion_lower=method)
    scored = against_target("29", "30", "秒", Kind.DURATION, LOWER, start="48", options=options)
    assert said(scored) == words


def test_a_rate_lies_above_or_below_its_target_by_points() -> None:
    assert said(against_target("96.3", "96.0", "%", Kind.RATE)) == "高于目标0.3个百分点"
    assert said(against_target("95.8", "96.0", "%", Kind.RATE)) == "低于目标0.2个百分点"
    assert said(against_target("96.0", "96.0", "%", Kind.RATE)) == "与目标持平"


def test_a_target_of_nought_has_no_completion() -> None:
    assert said(against_target("5", "0", "万元", Kind.MONEY)) == "目标为零"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("-1200", "亏损1200万元，比预算少亏300万元"),
        ("-1800", "亏损1800万元，比预算多亏300万元"),
        ("200", "盈利200万元，预算为亏损1500万元"),
    ],
)
def test_a_budgeted_loss_is_judged_in_money(value: str, words: str) -> None:
    assert said(against_target(value, "-1500", "万元", Kind.MONEY, profit=True)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("680", "完成年度目标的68.0%，落后时序进度7.0个百分点"),
        ("780", "完成年度目标的78.0%，超前时序进度3.0个百分点"),
        ("750", "完成年度目标的75.0%，与时序进度持平"),
    ],
)
def test_part_of_a_year_is_held_against_the_time_elapsed(value: str, words: str) -> None:
    assert said(against_target(value, "1000", "万元", Kind.MONEY, elapsed="0.75")) == words


def test_a_growth_target_is_held_against_the_growth() -> None:
    manner = Manner(Kind.MONEY, HIGHER, notation_for([], Kind.MONEY))
    growth = (Decimal(86420) / 71950 - 1) * 100
    words = growth_target_text(growth, figure("18", "%"), manner)
    assert words == "目标增长18%，实际20.1%，高出2.1个百分点"
