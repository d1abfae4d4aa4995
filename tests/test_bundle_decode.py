"""From YAML to the bundle: English and Chinese keys, shorthand, units, and every fault at once."""

import datetime
import enum
import re
from decimal import Decimal

import pytest

from opsreport.bundle.choice_words import CHINESE
from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.formula import Operand, Operator
from opsreport.bundle.leaves import ChangeBase, Choice, ProblemStatus, ResourceKind, Severity, Text
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Placed
from opsreport.bundle.schema import keys_of
from opsreport.bundle.shapes import ShapeKind, shape_of
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.diagnostics.render import render
from opsreport.figures.figure import Figure, NotApplicable, Slot
from opsreport.figures.kinds import Aggregation, Bounded, Certainty, Facet, Kind, Polarity
from opsreport.figures.options import Appendix, Rounding
from opsreport.readers.yaml import read_yaml


def decode(text: str, found: Diagnostics) -> Bundle | None:
    node = read_yaml(Source("q3.yaml", text.encode()), found)
    assert node is not None
    return decode_bundle(node, found)


def bundle(text: str, found: Diagnostics) -> Bundle:
    decoded = decode(text if "report:" in text or "报告:" in text else f"report: {{org: 甲}}\n{text}", found)
    assert decoded is not None, [finding.message(Language.ZH) for finding in found]
    return decoded


def metric(fields: str, found: Diagnostics) -> Metric:
    """The only metric of a bundle, given its fields."""
    return bundle(f"metrics:\n  - {{name: 指标, {fields}}}", found).metrics[0]


def amount(quantity: object) -> str:
    assert isinstance(quantity, Figure)
    return f"{quantity.amount}{quantity.unit or ''}"


def places(found: Diagnostics) -> list[tuple[str, str]]:
    return [(finding.code, finding.primary.span.path) for finding in found]


def test_english_and_chinese_keys_mean_the_same() -> None:
    english, chinese = Diagnostics(), Diagnostics()
    first = bundle(
        "report: {org: 甲, subject: 汇报, period: 2025Q3, options: {rounding: half_even}}\n"
        "metrics:\n  - {id: a, name: 收入, value: 3, unit: 万元, last_year: 2, say: [vs_last_year], polarity: lower}\n"
        "problems: [{id: q1, title: 慢, severity: high, status: open}]\n",
        english,
    )
    second = bundle(
        "报告: {组织: 甲, 主题: 汇报, 期间: 2025年第三季度, 选项: {舍入: half_even}}\n"
        "指标:\n  - {编号: a, 指标名称: 收入, 本期: 3, 单位: 万元, 去年同期: 2, 表述: [同比], 方向: 越低越好}\n"
        "问题: [{编号: q1, 问题: 慢, 严重程度: 高, 状态: 未解决}]\n",
        chinese,
    )
    assert first == second


def test_keys_are_read_in_any_case(found: Diagnostics) -> None:
    assert metric("Value: 3, UNIT: 家", found).value is not None


def test_two_names_of_one_field_are_a_repeated_key(found: Diagnostics) -> None:
    assert decode("report: {org: 甲, 组织: 乙}", found) is None
    assert [finding.code for finding in found] == ["duplicate-key"]


def test_a_metric_without_id_is_known_by_its_name_without_spaces(found: Diagnostics) -> None:
    decoded = bundle("metrics: [{name: 总 营业收入, value: 3}]", found)
    assert decoded.metrics[0].id.text == "总营业收入"
    assert decoded.metric_by_id["总营业收入"].name.text == "总 营业收入"


@pytest.mark.parametrize(
    ("fields", "value", "target"),
    [
        ("value: 1280 万元, target: 1200", "1280万元", "1200万元"),
        ("value: 1280, unit: 万元, target: 1200", "1280万元", "1200万元"),
        ("unit: 万元, value: 1.2亿, target: 12000", "1.2亿元", "12000万元"),
        ("value: 41.20, unit: '%', target: 40%", "41.20%", "40%"),
        ("value: 3, target: 4", "3", "4"),
        ("unit: , value: 3 家, target: 4", "3家", "4家"),
    ],
)
def test_a_value_may_bring_the_unit_of_its_metric(
    fields: str, value: str, target: str, found: Diagnostics
) -> None:
    decoded = metric(fields, found)
    assert (amount(decoded.value), amount(decoded.target)) == (value, target)


@pytest.mark.parametrize(
    ("fields", "bare"),
    [
        ("value: 86420, last_year: 7.2亿元", ["value"]),
        ("value: 1280, target: 1200万元", ["value"]),
        ("value: 5, target: 3万", ["value"]),
        ("value: 31.4, last_year: 30%", ["value"]),
        ("from: {value: 48秒}, value: 29", ["value"]),
        ("value: 86420, target: 80000, peak: {value: 9万}", ["value", "target"]),
        ("value: 12, last_year: 11, series: [{period: 2025-09, value: 3万元}]", ["value", "last_year"]),
        ("value: '02:15:00', target: 2", ["target"]),
        ("kind: count, value: 86420, display_unit: 万元", ["display_unit"]),
    ],
)
def test_a_number_without_a_unit_is_not_set_beside_one_with_a_unit(
    fields: str, bare: list[str], found: Diagnostics
) -> None:
    assert decode(f"report: {{org: 甲}}\nmetrics:\n  - {{name: 指标, {fields}}}", found) is None
    assert places(found) == [("missing-unit", f"metrics[0].{name}") for name in bare]


def test_the_first_figure_bears_the_unit_even_where_the_value_is_still_due(found: Diagnostics) -> None:
    decoded = metric("value: 待补, target: 1200万元, last_year: 1100", found)
    assert amount(decoded.last_year) == "1100万元"


@pytest.mark.parametrize(
    ("fields", "code", "place"),
    [
        ("unit: 篇, value: 48300, display_unit: 万元", "unit-mismatch", "display_unit"),
        ("unit: 篇, value: 48300, display_unit: '%'", "unit-mismatch", "display_unit"),
        ("unit: 元, value: 48300, display_unit: 美元", "unit-mismatch", "display_unit"),
        ("unit: 个月, value: 18, display_unit: 天", "unit-mismatch", "display_unit"),
        ("unit: '%', value: 18, display_unit: 万", "unit-mismatch", "display_unit"),
        ("unit: 篇, value: 48300, change: 3元", "unit-mismatch", "change.value"),
        ("unit: 篇, value: 48300, change: 3pp", "unit-mismatch", "change.value"),
        ("unit: '%', value: 31, change: 2.1万", "unit-mismatch", "change.value"),
        ("kind: money, change: {value: 3, unit: 篇}", "kind-mismatch", "change.value"),
        ("peak: 3篇, average: 2元", "unit-mismatch", "average.value"),
        ("kind: rate, unit: 篇, value: 3", "kind-mismatch", "kind"),
        ("kind: rate, value: 3篇", "kind-mismatch", "kind"),
        ("kind: duration, unit: '%', value: 3", "kind-mismatch", "kind"),
        ("kind: duration, unit: 篇, value: 3", "kind-mismatch", "kind"),
        ("kind: money, unit: 篇, value: 3", "kind-mismatch", "kind"),
        ("kind: count, unit: '%', value: 3", "kind-mismatch", "kind"),
        ("kind: index, unit: '%', value: 3", "kind-mismatch", "kind"),
        ("unit: 元, ratio: {left: 投入, right: 产出}, value: 4.5", "kind-mismatch", "unit"),
        ("kind: score, unit: 分, scale: {min: 5, max: 1}, value: 3", "empty-scale", "scale.min"),
        ("kind: score, unit: 分, scale: {min: 5, max: 5}, value: 3", "empty-scale", "scale.min"),
    ],
)
def test_units_that_cannot_go_together_are_refused_at_their_place(
    fields: str, code: str, place: str, found: Diagnostics
) -> None:
    assert decode(f"report: {{org: 甲}}\nmetrics:\n  - {{name: 指标, {fields}}}", found) is None
    assert places(found) == [(code, f"metrics[0].{place}")]


@pytest.mark.parametrize(
    "fields",
    [
        "unit: 篇, value: 48300, display_unit: 万",
        "unit: 万元, value: 3, display_unit: 亿元",
        "unit: 秒, value: 90, display_unit: 小时",
        "unit: '%', value: 0.3, display_unit: ‰",
        "unit: 元, value: 3, display_unit: 自动",
        "value: 48300, display_unit: 万",
        "unit: 篇, change: 3万",
        "unit: 篇, change: -18%",
        "unit: '%', change: 25bp",
        "unit: 万元, change: 3亿元",
        "unit: 分, kind: duration, value: 3",
        "unit: 人天, kind: duration, value: 3",
        "unit: 颗星, kind: score, value: 3",
        "unit: 万, kind: money, value: 3",
        "unit: 天, kind: count, value: 3",
        "unit: '%', kind: parameter, value: 3",
        "ratio: {left: 投入, right: 产出}, value: 4.5, target: 1:5",
    ],
)
def test_units_that_measure_the_same_go_together(fields: str, found: Diagnostics) -> None:
    assert metric(fields, found)


def test_everything_within_a_metric_takes_its_unit(found: Diagnostics) -> None:
    decoded = metric(
        "value: 48 秒, from: 60, peak: {value: 70, at: 2025-11}, series: [{period: 2025-01, value: 50}],"
        "shares: [{name: 甲, share: 40}], stated: {vs_last_year: 12.7}, breakdown: [{name: 甲, value: 20}]",
        found,
    )
    assert decoded.from_ is not None
    assert amount(decoded.from_.value) == "60秒"
    assert decoded.peak is not None
    assert amount(decoded.peak.value) == "70秒"
    assert amount(decoded.series[0].value) == "50秒"
    assert amount(decoded.breakdown[0].value) == "20秒"
    assert amount(decoded.shares[0].share) == "40%"
    assert decoded.stated is not None
    assert amount(decoded.stated.vs_last_year) == "12.7"


def test_a_change_has_a_unit_of_its_own(found: Diagnostics) -> None:
    decoded = metric('unit: 元, kind: money, change: {value: -18, unit: "%", vs: before}', found)
    assert decoded.change is not None
    assert amount(decoded.change.value) == "-18%"
    assert decoded.change.vs == Choice(ChangeBase.BEFORE)


def test_absent_is_not_zero_and_not_applicable_is_said(found: Diagnostics) -> None:
    decoded = metric("value: ~, target: '-', last_year: 不适用, previous: XX万", found)
    assert decoded.value is None
    assert decoded.target is None
    assert isinstance(decoded.last_year, NotApplicable)
    assert isinstance(decoded.previous, Slot)


def test_numbers_keep_the_digits_they_were_written_with(found: Diagnostics) -> None:
    decoded = metric("value: 2.30, unit: 条", found)
    assert isinstance(decoded.value, Figure)
    assert (decoded.value.amount, decoded.value.places) == (Decimal("2.30"), 2)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("projects: [{name: 甲, actions: [打通数据, 建立模型]}]", "projects[0].actions[1].text"),
        ("projects: [{name: 甲, actions: 打通数据}]", "projects[0].actions[0].text"),
        ("projects: [会员分层]", "projects[0].name"),
        ("plans: [{title: 甲, resources: {budget: 48 万元}}]", "plans[0].resources.budget.amount"),
        ("plans: [{title: 甲, resources: {headcount: 2名}}]", "plans[0].resources.headcount[0].count"),
        ("request: 请批示", "request.text"),
        ("notes: 一条说明", "notes[0]"),
        ("lint: [web-residue]", "lint.ignore[0].code"),
        ("sections: {problems: {title: 问题}}", "sections.problems.title"),
        ("章节文字: {问题: {标题: 问题}}", "sections.problems.title"),
    ],
)
def test_a_bare_value_stands_for_the_key_that_matters(text: str, path: str, found: Diagnostics) -> None:
    from opsreport.bundle.walk import walk

    assert path in {content.span.path for content in walk(bundle(text, found))}


def test_a_result_is_a_metric_if_it_is_ones_id_and_else_a_text(found: Diagnostics) -> None:
    decoded = bundle(
        "metrics: [{id: dau, name: 日活, value: 3}, {name: 点击率, value: 3%}]\n"
        "modules: [{name: 甲, results: [dau, 点击率, 取得进展, {metrics: dau、点击率}]}]",
        found,
    )
    results = decoded.modules[0].results
    assert [[one.text for one in result.metric_ids] for result in results] == [
        ["dau"],
        ["点击率"],
        [],
        ["dau", "点击率"],
    ]
    assert results[2].text is not None


def test_a_bare_name_that_two_metrics_share_stays_a_text(found: Diagnostics) -> None:
    decoded = bundle(
        "metrics: [{id: a, name: 收入, value: 3}, {id: b, name: 收入, value: 4}, {id: c, name: 利润, value: 5}]\n"
        "modules: [{name: 甲, results: [收入, 利润]}]",
        found,
    )
    first, second = decoded.modules[0].results
    assert first.text is not None
    assert [one.text for one in second.metric_ids] == ["c"]


def test_a_list_may_be_written_in_one_value(found: Diagnostics) -> None:
    decoded = bundle(
        "report: {guideline: 提质量、保安全；育作者}\nplans: [{title: 甲, addresses: q1, goals: 'g1, g2'}]",
        found,
    )
    assert [term.text for term in decoded.report.guideline] == ["提质量", "保安全", "育作者"]
    assert decoded.report.guideline[1].span.column == 25
    assert [goal.text for goal in decoded.plans[0].goals] == ["g1", "g2"]


@pytest.mark.parametrize("written", ["2025-10-14", "2025/10/14", "2025.10.14", "2025年10月14日", "20251014"])
def test_dates_are_read_as_people_write_them(written: str, found: Diagnostics) -> None:
    decoded = bundle(f"report: {{date: {written}}}", found)
    assert decoded.report.date == Choice(datetime.date(2025, 10, 14))


@pytest.mark.parametrize(
    "written", ["2025-02-30", "2025-13-01", "10月14日", "2025-10", "年底", "20251", "2025-10-14T25:00"]
)
def test_what_is_no_day_is_no_date(written: str, found: Diagnostics) -> None:
    assert decode(f"report: {{date: '{written}'}}", found) is None
    assert places(found) == [("not-a-date", "report.date")]


def test_a_fiscal_year_shifts_every_period_wherever_the_options_stand(found: Diagnostics) -> None:
    decoded = bundle("report: {period: 2025Q1, options: {fiscal_year_start: 4}}", found)
    assert decoded.report.period is not None
    assert decoded.report.period.value.start == datetime.date(2024, 4, 1)


def test_a_period_of_a_series_may_leave_the_year_to_the_report(found: Diagnostics) -> None:
    decoded = bundle(
        "metrics: [{name: 甲, value: 3, series: [{period: 3月, value: 3}]}]\nreport: {period: 2025}", found
    )
    period = decoded.metrics[0].series[0].period
    assert period is not None
    assert period.value.canonical == "2025-03"


def test_the_moment_of_a_peak_is_a_period_or_a_word(found: Diagnostics) -> None:
    month = metric("value: 3, peak: {value: 5, at: 2025-11}", found)
    event = metric("value: 3, peak: {value: 5, at: 双十一}", found)
    assert month.peak is not None
    assert isinstance(month.peak.at, Choice)
    assert event.peak is not None
    assert event.peak.at == Text("双十一")


def test_options_are_read_into_the_houses_own(found: Diagnostics) -> None:
    options = bundle(
        "report: {options: {rounding: half_even, decimals: {percent: 2}, flat: {relative: 2.5}, appendix: [closure]}}",
        found,
    ).report.options
    assert options.rounding is Rounding.HALF_EVEN
    assert options.decimals.percent == 2
    assert options.decimals.money == 0
    assert options.flat.relative == Decimal("2.5")
    assert options.appendix == (Appendix.CLOSURE,)


@pytest.mark.parametrize("number", ["1_0", "1e3", "٣", "1,0", "约1", "1元", "-1", "NaN", "5:1"])
def test_a_number_of_the_options_is_written_as_strictly_as_a_figure(number: str, found: Diagnostics) -> None:
    assert decode(f"report: {{options: {{flat: {{relative: '{number}'}}}}}}", found) is None
    assert places(found) == [("not-a-figure", "report.options.flat.relative")]


def test_a_number_of_the_options_may_be_a_percentage(found: Diagnostics) -> None:
    flat = bundle("report: {options: {flat: {relative: 1.5%, pp: ０．３}}}", found).report.options.flat
    assert (flat.relative, flat.pp) == (Decimal("1.5"), Decimal("0.3"))


def test_formulas_are_parsed_and_never_run(found: Diagnostics) -> None:
    decoded = metric("value: 3, formula: \"new_users.breakdown['达人 与内容'] / DAU/MAU\"", found)
    assert decoded.formula is not None
    assert decoded.formula.left == Operand("new_users", "达人 与内容")
    assert decoded.formula.operator is Operator.DIVIDED_BY
    assert decoded.formula.right == Operand("DAU/MAU")
    assert metric("value: 3, formula: a-b - c", found).formula is not None


@pytest.mark.parametrize(
    "formula", ["a", "a + b", "a / b / c", "__import__('os')", "a.total / b", "1 + 1", "a / "]
)
def test_no_other_formula_is_understood(formula: str, found: Diagnostics) -> None:
    assert (
        decode(f'report: {{org: 甲}}\nmetrics: [{{name: 甲, value: 3, formula: "{formula}"}}]', found) is None
    )
    assert [finding.code for finding in found] == ["bad-formula"]


def test_a_ratio_with_named_sides_may_have_any_left_side(found: Diagnostics) -> None:
    decoded = metric("ratio: {left: 投入, right: 产出}, value: 2:9", found)
    assert amount(decoded.value) == "4.5∶"
    assert decoded.kind.value is Kind.RATIO


def test_every_fault_is_reported_at_once_with_its_place_in_the_bundle(found: Diagnostics) -> None:
    decoded = decode(
        "opsreport: 3\n"
        "report: {titel: 汇报, date: 昨天, options: {rounding: up}}\n"
        "metrics:\n"
        "  - {value: 3}\n"
        "  - {name: 甲, value: 三, unit: w, kind: money, polarity: hihger, hidden: maybe}\n"
        "  - {name: 乙, value: 3 元, target: 4 家, driver: '{{ a | b }}'}\n"
        "plans:\n"
        "  - {title: 丙, resources: {budget: [1, 2]}, adresses: [q1]}\n",
        found,
    )
    assert decoded is None
    assert sorted(places(found)) == sorted(
        [
            ("unknown-version", "opsreport"),
            ("unknown-field", "report.titel"),
            ("not-a-date", "report.date"),
            ("unknown-choice", "report.options.rounding"),
            ("missing-field", "metrics[0]"),
            ("not-a-figure", "metrics[1].value"),
            ("not-a-unit", "metrics[1].unit"),
            ("unknown-choice", "metrics[1].polarity"),
            ("unknown-choice", "metrics[1].hidden"),
            ("unit-mismatch", "metrics[2].target"),
            ("text-syntax", "metrics[2].driver"),
            ("wrong-shape", "plans[0].resources.budget"),
            ("unknown-field", "plans[0].adresses"),
        ]
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lastyear", "last_year"),
        ("traget", "target"),
        ("目标植", "目标"),
        ("Driver_", "driver"),
        ("去年同其", "去年同期"),
    ],
)
def test_a_misspelt_key_is_told_the_nearest_one(written: str, meant: str, found: Diagnostics) -> None:
    assert decode(f"report: {{org: 甲}}\nmetrics: [{{name: 甲, value: 3, {written}: 2}}]", found) is None
    (finding,) = found
    assert meant in finding.help(Language.ZH)


@pytest.mark.parametrize("written", ["同比", "环比", "完成率", "增长率", "同比增幅"])
def test_a_column_that_is_worked_out_is_told_what_to_give_instead(written: str, found: Diagnostics) -> None:
    assert decode(f"report: {{org: 甲}}\nmetrics: [{{name: 甲, value: 3, {written}: 2%}}]", found) is None
    (finding,) = found
    assert "由程序算出" in finding.help(Language.ZH)
    assert "已写数值" in finding.help(Language.ZH)


def test_a_misspelt_name_is_not_reported_as_missing_too(found: Diagnostics) -> None:
    assert (
        decode("report: {org: 甲}\nmetrics: [{nmae: 甲, value: 3}]\nproblems: [{titel: 乙}]", found) is None
    )
    assert places(found) == [("unknown-field", "metrics[0].nmae"), ("unknown-field", "problems[0].titel")]


def test_an_item_of_unknown_keys_alone_is_not_told_of_missing_ones(found: Diagnostics) -> None:
    assert decode("report: {org: 甲}\nproblems: [{时刻: 9月, 地点: 北京}, {}]", found) is None
    assert places(found) == [
        ("unknown-field", "problems[0].时刻"),
        ("unknown-field", "problems[0].地点"),
        ("missing-field", "problems[1]"),
    ]


def test_the_keys_that_are_left_are_listed_whole_in_the_language_of_the_reader(found: Diagnostics) -> None:
    assert decode("report: {org: 甲}\nmetrics: [{name: 甲, value: 3, 客户等级: 乙}]", found) is None
    (finding,) = found
    listed = finding.help(Language.ZH).removeprefix("可用的字段：").removesuffix("等。").split("、")
    assert 5 <= len(listed) <= 12
    assert all(re.fullmatch(r"\w+（[a-z_]+）", one) for one in listed)
    assert "名称（name）" not in listed
    assert render(found, {}).count("…") == 0
    assert "short, label" in finding.help(Language.EN)


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("problems:\n  - 时间: 9月", '- "时间: 9月"'),
        ("goals:\n  - 时间: 9月", '- "时间: 9月"'),
        ("notes:\n  - 口径: 含税", '- "口径: 含税"'),
        ("projects:\n  - name: 甲\n    actions:\n      - 第一步: 打通数据", '- "第一步: 打通数据"'),
    ],
)
def test_a_text_that_its_colon_split_is_reported_once_and_shown_in_quotes(
    text: str, suggested: str, found: Diagnostics
) -> None:
    assert decode(f"report: {{org: 甲}}\n{text}", found) is None
    (finding,) = found
    assert finding.code == "wrong-shape"
    assert suggested in finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("written", "polarity"),
    [
        ("越小越好", Polarity.LOWER_IS_BETTER),
        ("越少越好", Polarity.LOWER_IS_BETTER),
        ("越短越好", Polarity.LOWER_IS_BETTER),
        ("负向", Polarity.LOWER_IS_BETTER),
        ("越大越好", Polarity.HIGHER_IS_BETTER),
        ("越多越好", Polarity.HIGHER_IS_BETTER),
        ("越长越好", Polarity.HIGHER_IS_BETTER),
    ],
)
def test_which_way_is_good_may_be_said_in_many_words(
    written: str, polarity: Polarity, found: Diagnostics
) -> None:
    assert metric(f"value: 3, polarity: {written}", found).polarity.value is polarity


@pytest.mark.parametrize("written", ["越抵越好", "越X越好", "没解决"])
def test_a_choice_is_not_guessed_where_its_opposite_is_as_near(written: str, found: Diagnostics) -> None:
    key = "metrics: [{name: 甲, value: 3, polarity" if "越" in written else "problems: [{title: 甲, status"
    assert decode(f"report: {{org: 甲}}\n{key}: {written}}}]", found) is None
    (finding,) = found
    assert "是不是" not in finding.help(Language.ZH)


@pytest.mark.parametrize("options", [Polarity, Severity, ProblemStatus, Certainty, Facet, Kind, ResourceKind])
def test_no_word_stands_for_two_choices(options: type[enum.Enum]) -> None:
    words = [str(word).casefold() for one in options for word in (one.value, *CHINESE.get(one, ()))]
    assert len(words) == len(set(words))


def test_choices_are_listed_in_the_language_of_the_reader(found: Diagnostics) -> None:
    assert decode("report: {org: 甲}\nproblems: [{title: 甲, severity: 紧急}]", found) is None
    (finding,) = found
    assert finding.help(Language.ZH) == "可选：high（高）、medium（中）、low（低）。"
    assert finding.help(Language.EN) == "Choices: high, medium, low."


def test_figures_of_this_year_and_last_may_be_named_by_the_calendar(found: Diagnostics) -> None:
    decoded = metric("本季度: 3 家, 上年: 2", found)
    assert (amount(decoded.value), amount(decoded.last_year)) == ("3家", "2家")
    assert str(bundle("report: {公司名称: 云溪}", found).report.org) == "云溪"


@pytest.mark.parametrize(
    ("written", "symbol"),
    [("比", "∶"), ("比值", "∶"), ("百分比", "%"), ("百分率", "%"), ("个百分点", "百分点")],
)
def test_units_may_be_written_out(written: str, symbol: str, found: Diagnostics) -> None:
    unit = metric(f"value: 3, unit: {written}", found).unit
    assert unit is not None
    assert str(unit.value) == symbol


def test_a_part_without_id_is_known_by_what_it_is_called(found: Diagnostics) -> None:
    decoded = bundle(
        "plans: [{title: 上线 智能调度}, {id: w2, title: 扩仓}, {title: 招人}, {title: 招人}]\n"
        "goals: [收入增长一成]\nprojects: [会员分层]\nproblems: [{title: 同题偏多}]",
        found,
    )
    assert set(decoded.plan_by_id) == {"上线智能调度", "上线 智能调度", "w2"}
    assert decoded.plans[0].id is None
    assert "收入增长一成" in decoded.goal_by_id
    assert "会员分层" in decoded.project_by_id
    assert "同题偏多" in decoded.problem_by_id


@pytest.mark.parametrize("written", ["a.b", "a b", "{a}", "a'b", "guideline", "方针"])
def test_an_id_can_be_written_into_a_reference(written: str, found: Diagnostics) -> None:
    assert decode(f'report: {{org: 甲}}\nmetrics: [{{id: "{written}", name: 甲, value: 3}}]', found) is None
    assert places(found) == [("bad-identifier", "metrics[0].id")]


def test_names_take_no_references(found: Diagnostics) -> None:
    assert decode('report: {org: "{{ a }}"}', found) is None
    assert [finding.code for finding in found] == ["text-syntax"]


def test_a_score_in_points_has_to_say_its_kind(found: Diagnostics) -> None:
    assert decode("report: {org: 甲}\nmetrics: [{name: 满意度, value: 4.2分}]", found) is None
    assert places(found) == [("missing-field", "metrics[0]")]


def test_a_required_figure_that_is_left_out_is_missed(found: Diagnostics) -> None:
    assert (
        decode("report: {org: 甲}\nmetrics: [{name: 甲, value: 3, peak: {value: -, at: 3月}}]", found) is None
    )
    assert places(found) == [("missing-field", "metrics[0].peak")]


def test_a_warning_made_strict_does_not_hide_the_bundle() -> None:
    strict = Diagnostics(strict=True)
    assert decode("report: {org: 云溪\u200b社区}", strict) is not None
    assert strict.errors()


def test_defaults_follow_from_unit_kind_and_name(found: Diagnostics) -> None:
    cost = metric("value: 3 万元", found)
    assert (cost.kind.value, cost.agg.value, cost.kind.given) == (Kind.MONEY, Aggregation.SUM, False)
    rate = metric("value: 41.2%", found)
    assert (rate.kind.value, rate.bounded.value, rate.agg.value) == (
        Kind.RATE,
        Bounded.BOTH,
        Aggregation.RATIO,
    )
    assert metric("value: 3 小时", found).kind.value is Kind.DURATION
    assert metric("value: 3 万篇", found).kind.value is Kind.COUNT
    assert metric("value: 3", found).certainty.value is Certainty.ACTUAL
    assert metric("value: 3, kind: rate, bounded: none", found).bounded.given


@pytest.mark.parametrize(
    ("name", "value", "polarity"),
    [
        ("平均响应时间", "38 秒", Polarity.LOWER_IS_BETTER),
        ("人工平均审核时长", "34 秒", Polarity.LOWER_IS_BETTER),
        ("人均每日内容消费时长", "42 分钟", Polarity.HIGHER_IS_BETTER),
        ("单位获客成本", "38 元", Polarity.LOWER_IS_BETTER),
        ("违规内容投诉率", "0.4‰", Polarity.LOWER_IS_BETTER),
        ("用户流失率", "4%", Polarity.LOWER_IS_BETTER),
        ("投诉解决率", "92%", Polarity.HIGHER_IS_BETTER),
        ("机器先审拦截的明确违规占比", "92%", Polarity.HIGHER_IS_BETTER),
        ("总营业收入", "3 万元", Polarity.HIGHER_IS_BETTER),
        ("付费用户", "3 万", Polarity.HIGHER_IS_BETTER),
        ("百公里油耗", "28 升", Polarity.LOWER_IS_BETTER),
        ("单位能耗", "3.1", Polarity.LOWER_IS_BETTER),
        ("货物破损率", "0.3%", Polarity.LOWER_IS_BETTER),
        ("空驶率", "18%", Polarity.LOWER_IS_BETTER),
        ("库存周转天数", "31 天", Polarity.LOWER_IS_BETTER),
        ("期末库存", "1200 万元", Polarity.LOWER_IS_BETTER),
        ("应收账款", "800 万元", Polarity.LOWER_IS_BETTER),
        ("逾期应收", "80 万元", Polarity.LOWER_IS_BETTER),
        ("等待人数", "80 人", Polarity.LOWER_IS_BETTER),
        ("平均等待时间", "8 分钟", Polarity.LOWER_IS_BETTER),
        ("故障平均修复时间", "8 分钟", Polarity.LOWER_IS_BETTER),
        ("库存周转率", "6 次", Polarity.HIGHER_IS_BETTER),
        ("库存准确率", "99%", Polarity.HIGHER_IS_BETTER),
        ("应收回款率", "91%", Polarity.HIGHER_IS_BETTER),
        ("应收账款周转率", "5 次", Polarity.HIGHER_IS_BETTER),
        ("故障解决率", "91%", Polarity.HIGHER_IS_BETTER),
        ("投诉处理率", "91%", Polarity.HIGHER_IS_BETTER),
        ("单位能耗下降率", "3%", Polarity.HIGHER_IS_BETTER),
        ("平均无故障时间", "300 小时", Polarity.HIGHER_IS_BETTER),
        ("无事故运行天数", "300 天", Polarity.HIGHER_IS_BETTER),
        ("成本控制目标完成率", "98%", Polarity.HIGHER_IS_BETTER),
        ("平均发货时长", "18.5 小时", Polarity.LOWER_IS_BETTER),
        ("平均配送时长", "42 分钟", Polarity.LOWER_IS_BETTER),
        ("工单处理时长", "6 小时", Polarity.LOWER_IS_BETTER),
        ("客诉量", "1204 件", Polarity.LOWER_IS_BETTER),
        ("投诉量", "1204 件", Polarity.LOWER_IS_BETTER),
        ("工单积压", "80 件", Polarity.LOWER_IS_BETTER),
        ("未解决工单", "80 件", Polarity.LOWER_IS_BETTER),
        ("退货量", "80 件", Polarity.LOWER_IS_BETTER),
        ("差错数", "8 件", Polarity.LOWER_IS_BETTER),
        ("缺货率", "3%", Polarity.LOWER_IS_BETTER),
        ("坏账", "30 万元", Polarity.LOWER_IS_BETTER),
        ("不良贷款率", "1.2%", Polarity.LOWER_IS_BETTER),
        ("工单积压清理率", "93%", Polarity.HIGHER_IS_BETTER),
        ("人均使用时长", "42 分钟", Polarity.HIGHER_IS_BETTER),
        ("页面停留时长", "42 秒", Polarity.HIGHER_IS_BETTER),
        ("日均在线时长", "3 小时", Polarity.HIGHER_IS_BETTER),
        ("用户生命周期", "14 月", Polarity.HIGHER_IS_BETTER),
        ("平均通话时长", "4 分钟", Polarity.NEUTRAL),
    ],
)
def test_waiting_costs_and_complaints_are_to_fall(
    name: str, value: str, polarity: Polarity, found: Diagnostics
) -> None:
    decoded = bundle(f"metrics: [{{name: {name}, value: {value}}}]", found).metrics[0]
    assert decoded.polarity.value is polarity


@pytest.mark.parametrize(
    ("name", "value", "is_profit"),
    [
        ("净利润", "-1234 万元", True),
        ("利润总额", "300 万元", True),
        ("营业利润", "300 万元", True),
        ("经营亏损", "300 万元", True),
        ("净利润率", "12%", False),
        ("营业收入", "300 万元", False),
    ],
)
def test_money_that_is_called_a_profit_may_be_a_loss(
    name: str, value: str, is_profit: bool, found: Diagnostics
) -> None:
    decoded = bundle(f"metrics: [{{name: {name}, value: {value}}}]", found).metrics[0]
    assert (decoded.sign is not None) == is_profit
    assert decoded.sign is None or not decoded.sign.given


@pytest.mark.parametrize(
    ("name", "bounded"),
    [
        ("次日留存率", Bounded.BOTH),
        ("毛利率", Bounded.UPPER),
        ("计划完成率", Bounded.NONE),
        ("收入增长率", Bounded.NONE),
    ],
)
def test_only_shares_end_at_a_hundred(name: str, bounded: Bounded, found: Diagnostics) -> None:
    assert bundle(f"metrics: [{{name: {name}, value: 3%}}]", found).metrics[0].bounded.value is bounded


@pytest.mark.parametrize(
    ("fields", "facets"),
    [
        ("value: 3, last_year: 2, target: 4", [Facet.VALUE, Facet.VS_TARGET, Facet.VS_LAST_YEAR]),
        ("value: 3, from: 2, previous: 2", [Facet.FROM_TO, Facet.VS_PREVIOUS]),
        ("change: {value: 3%, vs: before}, baseline: 2", [Facet.CHANGE, Facet.VS_BASELINE]),
        ("value: 3, say: 至、环比", [Facet.TO, Facet.VS_PREVIOUS]),
    ],
)
def test_what_is_said_follows_from_what_is_known(
    fields: str, facets: list[Facet], found: Diagnostics
) -> None:
    assert list(metric(fields, found).facets) == facets


def test_plans_know_which_resources_they_ask_for(found: Diagnostics) -> None:
    decoded = bundle(
        "plans: [{title: 甲, resources: {budget: 48 万元, effort: [{team: 算法组, amount: 120, unit: 人天}]}}]\n"
        "problems: [{title: 乙, severity: 中, status: 新增}]",
        found,
    )
    resources = decoded.plans[0].resources
    assert resources is not None
    assert resources.kinds == (ResourceKind.BUDGET, ResourceKind.EFFORT)
    assert decoded.problems[0].severity == Choice(Severity.MEDIUM)
    assert decoded.problems[0].status == Choice(ProblemStatus.NEW)


def _parts(part: type, seen: set[type]) -> list[type]:
    seen.add(part)
    for key in keys_of(part):
        shape = shape_of(key.shape)
        inner = shape.item or shape
        if inner.kind is ShapeKind.PART and inner.type not in seen:
            _parts(inner.type, seen)
    return sorted(seen, key=repr)


@pytest.mark.parametrize("part", _parts(Bundle, set()))
def test_no_two_keys_of_an_object_share_a_name(part: type) -> None:
    names = [name.casefold() for key in keys_of(part) for name in (key.name, *key.labels)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("part", _parts(Bundle, set()))
def test_every_key_has_a_chinese_label(part: type) -> None:
    assert not [key.name for key in keys_of(part) if not key.labels]
    assert not issubclass(part, Placed) or part.object_label
