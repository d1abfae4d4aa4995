"""Sentences of one list do not all open and close alike; the words depend on nothing but the bundle."""

import pytest

from deriving import context_of
from opsreport.diagnostics import Diagnostics


def results(*metrics: str) -> list[str]:
    """What a module says of these metrics, one after the other."""
    rows = "".join(f"  - {{{one}}}\n" for one in metrics)
    names = ", ".join(f"{{metric: {one.split('name: ')[1].split(',')[0]}}}" for one in metrics)
    text = f"report: {{period: 2025Q3}}\nmetrics:\n{rows}modules: [{{name: 甲, results: [{names}]}}]"
    (module,) = context_of(text, Diagnostics()).modules
    return [str(one) for one in module.results]


ORDERS = "name: 订单, unit: 万单, value: 168.4, last_year: 141.7"
REVENUE = "name: 营收, unit: 万元, value: 86420, target: 82000, last_year: 71950"
COST = "name: 获客成本, unit: 元, polarity: lower, value: 38.6, last_year: 44.1"
SHARE = 'name: 占比, unit: "%", value: 15.1, previous: 12.4'
FEWER = "name: 门店, unit: 家, value: 80, previous: 100"


def test_a_level_comes_first_and_last_in_turn() -> None:
    assert results(ORDERS, REVENUE, COST, SHARE) == [
        "订单168.4万单，同比增长18.8%",
        "营收同比增长20.1%，达86420万元，完成季度目标的105.4%",
        "获客成本38.6元，同比下降12.5%",
        "占比环比提高2.7个百分点，达15.1%",
    ]


def test_a_fall_and_a_rise_that_is_not_good_do_not_reach_their_level() -> None:
    assert results(ORDERS, FEWER)[1] == "门店环比下降20.0%，为80家"
    assert results(ORDERS, COST.replace("44.1", "31.5"))[1].endswith("，为38.6元")


def test_two_ends_stand_after_two_words_in_turn() -> None:
    assert results(
        'name: 甲率, unit: "%", value: 15.1, from: 12.4',
        'name: 乙率, unit: "%", value: 8.4, from: 7.7',
        'name: 丙率, unit: "%", value: 52.7, from: 38.4',
    ) == ["甲率从12.4%提升至15.1%", "乙率由7.7%提升至8.4%", "丙率从38.4%提升至52.7%"]


@pytest.mark.parametrize(
    "fixed",
    [
        f"{REVENUE}, say: [value, vs_last_year]",
        f"{REVENUE}, verb: 实现",
        "name: 营收, unit: 万元, value: 86420, last_year: 86400",
        "name: 营收, unit: 万元, value: 86420, approx: true, last_year: 71950",
        "name: 营收, unit: 万元, value: 约86420, last_year: 71950",
        "name: 营收, unit: 万元, value: 86420, last_year: 120",
        "name: 营收, unit: 万元, value: 86420",
        "name: 利润, unit: 万元, value: -120, last_year: -200",
    ],
)
def test_what_the_user_ordered_or_what_is_no_plain_move_stays_as_it_is(fixed: str) -> None:
    assert results(ORDERS, fixed)[1] == results(fixed)[0]


def test_the_same_bundle_has_the_same_words() -> None:
    assert results(ORDERS, REVENUE, COST) == results(ORDERS, REVENUE, COST)


def test_a_text_between_two_sentences_is_variety_enough() -> None:
    text = f"""report: {{period: 2025Q3}}
metrics: [{{{ORDERS}}}, {{{REVENUE}}}]
modules: [{{name: 甲, results: [{{metric: 订单}}, {{text: 双节保供平稳}}, {{metric: 营收}}]}}]
"""
    (module,) = context_of(text, Diagnostics()).modules
    assert str(module.results[2]).startswith("营收86420万元")


def test_metrics_told_after_a_text_take_turns_too() -> None:
    text = f"""report: {{period: 2025Q3}}
metrics: [{{{ORDERS}}}, {{{REVENUE}}}]
diagnosis: {{items: [{{title: 增长放缓, text: 新客减少。, metrics: [订单, 营收]}}]}}
"""
    diagnosis = context_of(text, Diagnostics()).diagnosis
    assert diagnosis is not None
    assert str(diagnosis.items[0].text) == (
        "新客减少。订单168.4万单，同比增长18.8%。营收同比增长20.1%，达86420万元，完成季度目标的105.4%。"
    )
