"""Findings about the words of a sentence: where they point, what they reckon, what they leave alone.

The sentences themselves are in tests/corpus.
"""

import pytest

from checking import check
from opsreport.checks.families import WORDING
from opsreport.diagnostics import Diagnostics, Language

REPORT = 'report: {org: 云溪社区, period: "2025"}\n'
REVENUE = "{name: 营业收入, unit: 万元, value: 86420, last_year: 71950, target: 82000}"


def codes(text: str) -> list[tuple[str, str]]:
    return [one for one in check(REPORT + text, Diagnostics()) if one[0] in WORDING.rules]


def told(sentence: str, *metrics: str) -> Diagnostics:
    found = Diagnostics()
    listed = "".join(f"  - {metric}\n" for metric in metrics or (REVENUE,))
    check(f'{REPORT}metrics:\n{listed}notes: ["{sentence}"]\n', found)
    return found


@pytest.mark.parametrize(
    ("sentence", "arithmetic"),
    [
        ("营业收入同比增长18.6%。", "(86420 − 71950) ÷ 71950 = 20.1%，写的是 18.6%"),
        ("营业收入完成目标的102.3%。", "86420 ÷ 82000 = 105.4%，写的是 102.3%"),
        ("营业收入较上年增加15,470万元。", "86420 − 71950 = 14470万元，写的是 15,470万元"),
        ("营业收入超额完成目标8.2%。", "86420 ÷ 82000 = 105.4%，105.4% − 100% = 5.4%，写的是 8.2%"),
        ("营业收入较上年同期的70,950万元增长20.1%。", "71950万元，写的是 70,950万元"),
    ],
)
def test_a_contradiction_shows_the_reckoning(sentence: str, arithmetic: str) -> None:
    (finding,) = told(sentence)
    details = dict(finding.details)
    assert finding.code == "text-contradicts-data"
    expected, said = arithmetic.split("，写的是 ")
    assert (details["expected"].replace(", ", "，"), details["said"]) == (expected, said)
    assert expected.partition("，")[0] in finding.message(Language.ZH)


@pytest.mark.parametrize(
    ("sentence", "reference"),
    [
        ("营业收入同比增长18.6%。", "{{ 营业收入.同比 }}"),
        ("营业收入完成目标的102.3%。", "{{ 营业收入.完成率 }}"),
    ],
)
def test_a_contradiction_offers_the_reference_to_type(sentence: str, reference: str) -> None:
    (finding,) = told(sentence)
    assert reference in finding.help(Language.ZH)


def test_a_finding_points_at_the_words_and_at_the_figure_behind_them() -> None:
    (finding,) = told("营业收入同比增长18.6%。")
    span = finding.primary.span
    assert (span.line, span.column, span.end_column - span.column) == (4, 18, 5)
    assert (finding.secondary[0].span.line, finding.secondary[0].span.column) == (3, 53)


@pytest.mark.parametrize(
    "metric",
    [
        "{name: 营业收入, unit: 万元, value: XX, last_year: 71950}",
        "{name: 营业收入, unit: 万元, value: 86420, last_year: 不适用}",
        "{name: 营业收入, unit: 万元, value: 86420}",
        "{name: 营业收入, unit: 万元, last_year: 71950}",
        "{name: 营业收入, unit: 万元, value: 约86420, last_year: 71950}",
        "{name: 营业收入, unit: 万元, value: 86420, last_year: 71950, approx: true}",
        "{name: 营业收入, unit: 万元, value: 86420, last_year: 71950, basis: comparable}",
    ],
)
def test_without_two_exact_figures_on_one_basis_nothing_is_judged(metric: str) -> None:
    for sentence in ("营业收入同比增长12%。", "营业收入同比下降。", "营业收入完成目标的80%。"):
        assert not [finding.code for finding in told(sentence, metric) if finding.code in WORDING.rules]


def test_figures_in_other_magnitudes_and_of_any_size_are_compared_as_amounts() -> None:
    metric = "{name: 交易额, unit: 亿元, value: 864200000000, last_year: 719500000000}"
    assert not list(told("交易额同比增长20.1%。", metric))
    yuan = "{name: 交易额, unit: 亿元, value: 8.642, last_year: 71950万元}"
    assert not list(told("交易额同比增加14,470万元。", yuan))


@pytest.mark.parametrize(
    ("value", "base", "sentence"),
    [
        # Published figures whose growth differs in the last digit, and which rounding explains.
        ("574", "421", "交易额同比增长36.2%。"),
        ("574", "421", "交易额同比增长36.6%。"),
        ("1.2", "1.1", "交易额同比增长14%。"),
    ],
)
def test_what_rounding_explains_is_no_contradiction(value: str, base: str, sentence: str) -> None:
    assert not list(told(sentence, f"{{name: 交易额, unit: 亿元, value: {value}, last_year: {base}}}"))


def test_a_points_difference_may_be_that_of_the_printed_ends() -> None:
    # 58.0545 → 56.0159 prints as 58.1 → 56.0; the reader's 2.1 and the exact 2.0 both stand.
    metric = '{name: 粘性, unit: "%", polarity: neutral, value: 56.0, last_year: 58.1}'
    for said in ("2.0", "2.1", "2.2"):
        assert not list(told(f"粘性同比下降{said}个百分点。", metric))
    assert [finding.code for finding in told("粘性同比下降2.6个百分点。", metric)] == [
        "text-contradicts-data"
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("plans: [{id: w, title: 增收, goal: 营业收入增长30%。}]", []),
        ("goals: [{text: 营业收入增长30%。}]", []),
        ("projects: [{name: 增收, background: 营业收入同比增长3%。, goal: 营业收入增长30%。}]", []),
        ("problems: [{title: 营业收入同比增长3%}]", [("text-contradicts-data", "problems[0].title")]),
        (
            "projects: [{name: 增收, reflection: 营业收入同比增长3%。}]",
            [("text-contradicts-data", "projects[0].reflection")],
        ),
    ],
)
def test_plans_goals_and_backgrounds_speak_of_other_times(
    place: str, expected: list[tuple[str, str]]
) -> None:
    assert codes(f"metrics:\n  - {REVENUE}\n{place}\n") == expected


def test_a_driver_goes_on_about_its_own_metric() -> None:
    metric = (
        "{name: 退款率, unit: '%', value: 3.2, last_year: 4.1, driver: 同比下降2.6个百分点，主要是品控加严}"
    )
    assert codes(f"metrics: [{metric}]\n") == [("text-contradicts-data", "metrics[0].driver")]


def test_a_finding_may_be_waived_where_it_stands() -> None:
    found = Diagnostics()
    waiver = "lint: {ignore: [{code: times-with-decrease, why: 引自客户来信}]}"
    check(f"{REPORT}notes: [时长下降了2倍。]\n{waiver}\n", found)
    assert {finding.code for finding in found} == {"waived"}


@pytest.mark.parametrize("code", sorted(WORDING.rules))
def test_a_bundle_without_texts_or_metrics_is_no_trouble(code: str) -> None:
    assert codes("notes: []\n") == []
    assert codes("metrics: [{name: 空指标}]\nnotes: [空指标同比增长，稳定在，翻番。]\n") == []


@pytest.mark.parametrize(
    ("note", "count"),
    [
        ("营运部牵头，运营效率提高。", 0),
        ("运营效率提高，请营运部核对。", 0),
        ("运营效率提高，门店营运主管配合。", 1),
    ],
)
def test_a_department_is_called_by_its_name(note: str, count: int, found: Diagnostics) -> None:
    plans = "plans: [{title: 扩仓, owner: 营运部}]\n"
    text = f'report: {{org: 远山物流, period: 2025Q3, department: 营运部}}\n{plans}notes: ["{note}"]'
    told = [place for code, place in check(text, found) if code == "inconsistent-names"]
    assert told == ["notes[0]"] * count
