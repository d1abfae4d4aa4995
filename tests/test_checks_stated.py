"""Comparisons that somebody typed in are held against the figures, by what rounding allows and no more."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language

CODES = ("stated-vs-target", "stated-vs-last-year", "stated-vs-previous", "stated-change")


def judged(metric: str, found: Diagnostics, options: str = "") -> list[tuple[str, str]]:
    bundle = f"report: {{org: 甲, options: {{{options}}}}}\nmetrics:\n  - {{name: 指标甲, {metric}}}"
    return [(code, place) for code, place in check(bundle, found) if code in CODES]


def messages(found: Diagnostics) -> list[str]:
    return [one.message(Language.ZH) + one.help(Language.ZH) for one in found if one.code in CODES]


WRONG = {
    # 完成率
    "kind: money, unit: 万元, value: 86420, target: 82000, stated: {vs_target: 102.3%}": (
        "stated-vs-target",
        ("86420 ÷ 82000 = 105.4%", "102.3%"),
    ),
    "kind: money, unit: 万元, value: 86420, target: 90000, stated: {vs_target: 105.4}": (
        "stated-vs-target",
        ("86420 ÷ 90000 = 96.0%", "105.4%"),
    ),
    "unit: 万元, value: 1.2亿元, target: 10000, stated: {vs_target: 112%}": (
        "stated-vs-target",
        ("120%", "112%"),
    ),
    'unit: "%", value: 97.2, target: 97.0, stated: {vs_target: 0.8个百分点}': (
        "stated-vs-target",
        ("97.2 − 97.0 = 0.2个百分点", "0.8个百分点"),
    ),
    "unit: 万元, value: 86420, target: 82000, stated: {vs_target: 不适用}": (
        "stated-vs-target",
        ("105.4%", "不适用"),
    ),
    # 同比
    "unit: 万元, value: 1280, last_year: 1120, stated: {vs_last_year: 18.6}": (
        "stated-vs-last-year",
        ("(1280 − 1120) ÷ 1120 = 14.3%", "18.6%", "请写 14.3%"),
    ),
    "unit: 元, polarity: lower, value: 38.6, last_year: 44.1, stated: {vs_last_year: 12.5%}": (
        "stated-vs-last-year",
        ("= −12.5%", "请写 -12.5%", "方向相反"),
    ),
    'unit: "%", value: 50.6, last_year: 44.7, stated: {vs_last_year: 6.9个百分点}': (
        "stated-vs-last-year",
        ("50.6 − 44.7 = 5.9个百分点", "6.9个百分点"),
    ),
    'unit: "%", value: 50.6, last_year: 44.7, stated: {vs_last_year: 5.9%}': (
        "stated-vs-last-year",
        ("= 13.2%", "5.9%"),
    ),
    "unit: 亿元, value: 1.2, last_year: 9800万元, stated: {vs_last_year: 12%}": (
        "stated-vs-last-year",
        ("22", "12%"),
    ),
    "unit: 万元, value: 1280, change: {value: 18.6, unit: '%', vs: last_year}, last_year: 1120": (
        "stated-vs-last-year",
        ("= 14.3%", "18.6%"),
    ),
    "unit: 万元, sign: profit, value: -876, last_year: -6254, stated: {loss_narrowed: 76%}": (
        "stated-vs-last-year",
        ("(6254 − 876) ÷ 6254 = 86.0%", "76%"),
    ),
    "unit: 万元, sign: profit, value: 36, last_year: -15, stated: {loss_narrowed: 12%}": (
        "stated-vs-last-year",
        ("−15万元 → 36万元", "12%"),
    ),
    "unit: 人, value: 600, last_year: 300, stated: {vs_last_year: 3倍}": (
        "stated-vs-last-year",
        ("= 1倍", "3倍"),
    ),
    "unit: 万元, value: 1280, last_year: 1120, stated: {vs_last_year: 不适用}": (
        "stated-vs-last-year",
        ("14.3%", "不适用"),
    ),
    # 环比
    "unit: 篇, value: 48300, previous: 44100, stated: {vs_previous: 8.5}": (
        "stated-vs-previous",
        ("(48300 − 44100) ÷ 44100 = 9.5%", "8.5%"),
    ),
    "unit: ‰, polarity: lower, value: 0.42, previous: 0.50, stated: {vs_previous: -18.0%}": (
        "stated-vs-previous",
        ("= −16.0%", "−18.0%"),
    ),
    "unit: 分钟, polarity: higher, value: 42.5, previous: 38.0, stated: {vs_previous: 5.5分钟}": (
        "stated-vs-previous",
        ("42.5 − 38.0 = 4.5分钟", "5.5分钟"),
    ),
    "unit: ‰, polarity: lower, value: 0.42, previous: 0.50, stated: {vs_previous: -0.18个千分点}": (
        "stated-vs-previous",
        ("= −0.08个千分点", "−0.18个千分点"),
    ),
    # 变动
    'unit: "%", from: {value: 24.1}, value: 31.6, stated: {change: 6.5}': (
        "stated-change",
        ("31.6 − 24.1 = 7.5个百分点", "6.5个百分点"),
    ),
    "unit: 小时, polarity: lower, from: {value: 47.0}, value: 41.5, change: {value: -6.5, vs: before}": (
        "stated-change",
        ("41.5 − 47.0 = −5.5小时", "−6.5小时"),
    ),
    "kind: score, unit: 分, scale: {max: 5}, from: {value: 3.9}, value: 4.2, stated: {change: 0.5分}": (
        "stated-change",
        ("4.2 − 3.9 = 0.3分", "0.5分"),
    ),
    "kind: points, unit: 点, from: {value: 34}, value: 43, stated: {change: 19点}": (
        "stated-change",
        ("43 − 34 = 9点", "19点"),
    ),
    "unit: 次, value: 18900, baseline: {value: 14000, label: 平台基线}, stated: {vs_baseline: 45%}": (
        "stated-change",
        ("= 35%", "45%"),
    ),
    'unit: "%", value: 46.8, benchmark: {value: 42.0}, stated: {vs_benchmark: 5.8个百分点}': (
        "stated-change",
        ("= 4.8个百分点", "5.8个百分点"),
    ),
    "unit: 元, polarity: lower, value: 82, from: {value: 100}, stated: {change: 18%}": (
        "stated-change",
        ("= −18%", "方向相反"),
    ),
}


@pytest.mark.parametrize(("metric", "expected"), WRONG.items())
def test_a_stated_comparison_that_the_figures_contradict_is_shown_the_sum(
    metric: str, expected: tuple[str, tuple[str, ...]], found: Diagnostics
) -> None:
    code, words = expected
    assert [one for one, _ in judged(metric, found)] == [code]
    (message,) = messages(found)
    assert all(word in message for word in words), message


@pytest.mark.parametrize(
    "metric",
    [
        "unit: 万元, value: 86420, target: 82000, stated: {vs_target: 105.4%}",
        "unit: 万元, value: 86420, target: 82000, stated: {vs_target: 105}",
        "unit: 万元, value: 86420, target: 82000, stated: {vs_target: 约105%}",
        "unit: 万元, value: 86420, target: 82000, stated: {vs_target: 超100%}",
        "unit: 万元, value: 86420, target: 82000, stated: {vs_target: 4420万元}",
        'unit: "%", value: 97.2, target: 97.0, stated: {vs_target: 0.2}',
        'unit: "%", value: 97.2, target: 97.0, stated: {vs_target: 100.2%}',
        'unit: "%", value: 97.2, target: 97.0, stated: {vs_target: 不适用}',
        "unit: 万元, value: 86420, target: XX, stated: {vs_target: 105.4%}",
        "unit: 万元, value: 86420, target: 0, stated: {vs_target: 不适用}",
        # Published growth that two rounded levels allow (574 against 421 recomputes to 36.3%).
        "unit: 万元, value: 574, last_year: 421, stated: {vs_last_year: 36.2%}",
        "unit: 亿, value: 6.544, last_year: 5.979, stated: {vs_last_year: 9.4%}",
        "unit: 亿, value: 6.544, last_year: 5.979, stated: {vs_last_year: 9.5%}",
        "unit: 亿元, value: 1.2, last_year: 9800万元, stated: {vs_last_year: 20%}",
        "unit: 元, value: 1300, last_year: 1100, value_precision: 100, stated: {vs_last_year: 16%}",
        # What a spreadsheet works out to its last binary digit.
        "unit: 万元, value: 86420, last_year: 71950, stated: {vs_last_year: 20.1111883252259%}",
        "unit: 万元, value: 1280, last_year: 1120, basis: comparable, stated: {vs_last_year: 18.6}",
        "unit: 万元, value: 1280, last_year: 1120, basis: adjusted, stated: {vs_last_year: 18.6}",
        "unit: 万元, value: 约1280, last_year: 1120, stated: {vs_last_year: 18.6}",
        "unit: 万元, value: 1280, approx: true, last_year: 1120, stated: {vs_last_year: 18.6}",
        "unit: 万元, value: 1280, last_year: 不适用, stated: {vs_last_year: 不适用}",
        "unit: 万元, value: 1280, last_year: XX, stated: {vs_last_year: 18.6}",
        "unit: 万元, value: 1280, last_year: 1120, stated: {vs_last_year: 待补}",
        "unit: 万元, value: 1280, stated: {vs_last_year: 18.6}",
        'unit: "%", value: 50.6, last_year: 44.7, stated: {vs_last_year: 5.9}',
        'unit: "%", value: 50.6, last_year: 44.7, stated: {vs_last_year: 13.2}',
        'unit: "%", value: 50.6, last_year: 44.7, stated: {vs_last_year: 590bp}',
        "unit: 万元, sign: profit, value: -876, last_year: -6254, stated: {loss_narrowed: 86.0%}",
        "unit: 万元, sign: profit, value: -876, last_year: -6254, stated: {vs_last_year: 86.0%}",
        "unit: 万元, sign: profit, value: -8140.69, last_year: -2950.94, stated: {vs_last_year: 175.9%}",
        "unit: 万元, sign: profit, value: 36, last_year: -15, stated: {vs_last_year: 不适用}",
        "unit: 万元, sign: profit, value: 36, last_year: -15, stated: {loss_narrowed: 不适用}",
        "unit: 万元, value: 3200, last_year: 375, stated: {vs_last_year: 不适用}",
        "unit: 万元, value: 3200, last_year: 375, stated: {vs_last_year: 753.3%}",
        "unit: 人, value: 600, last_year: 300, stated: {vs_last_year: 1倍}",
        "unit: 人, value: 600, last_year: 300, stated: {vs_last_year: 2倍}",
        "unit: 篇, value: 48300, previous: 44100, stated: {vs_previous: 9.5}",
        "unit: ‰, polarity: lower, value: 0.42, previous: 0.50, stated: {vs_previous: -16.0%}",
        "unit: ‰, polarity: lower, value: 0.42, previous: 0.50, stated: {vs_previous: -0.08}",
        "unit: ‰, polarity: lower, value: 0.42, previous: 0.50, stated: {vs_previous: -0.08个千分点}",
        # The reader's own difference of the two printed ends is legal too (58.1% − 56.0%).
        'unit: "%", value: 56.0159, previous: 58.0545, stated: {vs_previous: -2.1}',
        'unit: "%", value: 56.0159, previous: 58.0545, stated: {vs_previous: -2.0}',
        'unit: "%", from: {value: 24.1}, value: 31.6, stated: {change: 7.5个百分点}',
        "unit: 小时, polarity: lower, from: {value: 47.0}, value: 41.5, change: {value: -5.5, vs: before}",
        "unit: 小时, polarity: lower, from: {value: 47.0}, value: 41.5, stated: {change: -11.7%}",
        "unit: 小时, polarity: lower, last_year: 47.0, previous: 44, value: 41.5, stated: {change: -2.5}",
        "unit: 次, value: 18900, baseline: {value: 14000}, stated: {vs_baseline: 35.0%}",
        "unit: 元, change: {value: 11.5, unit: '%', vs: before}, certainty: estimated",
        "unit: 万元, polarity: lower, approx: true, change: {value: -18, unit: '%', vs: before}",
    ],
)
def test_what_rounding_or_another_basis_allows_is_left_alone(metric: str, found: Diagnostics) -> None:
    assert judged(metric, found) == []


@pytest.mark.parametrize(
    ("method", "right", "wrong"),
    [("mirror", "103.3%", "96.7%"), ("inverse", "103.4%", "103.3%"), ("progress", "105.6%", "103.4%")],
)
def test_where_lower_is_better_the_chosen_method_counts(
    method: str, right: str, wrong: str, found: Diagnostics
) -> None:
    metric = (
        "unit: 秒, polarity: lower, value: 29.00, target: 30.00, from: {{value: 48.00}}, "
        "stated: {{vs_target: {}}}"
    )
    chosen = f"completion_lower: {method}"
    assert judged(metric.format(right), found, chosen) == []
    assert judged(metric.format(wrong), found, chosen) == [
        ("stated-vs-target", "metrics[0].stated.vs_target")
    ]


def test_without_a_method_any_score_of_a_lower_value_may_have_been_meant(found: Diagnostics) -> None:
    metric = "unit: 秒, polarity: lower, value: 29.00, target: 30.00, stated: {{vs_target: {}}}"
    for score in ("96.7%", "103.3%", "103.4%"):
        assert judged(metric.format(score), found) == []
    assert judged(metric.format("120.0%"), found) == [("stated-vs-target", "metrics[0].stated.vs_target")]
