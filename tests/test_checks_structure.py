"""What is missing, doubled or left over in a bundle is found; business that only looks like it is not."""

import pytest

from checking import check_family
from opsreport.bundle.decode import decode_bundle
from opsreport.checks.waivers import waivers_of
from opsreport.diagnostics import NOWHERE, Diagnostics, Language, Severity, Source
from opsreport.readers.yaml import read_yaml


def check(
    text: str, found: Diagnostics, required: tuple[str, ...] = (), expected: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    return check_family("structure", text, found, required, expected)


def shown(found: Diagnostics) -> list[str]:
    return [dict(finding.details)["text"] for finding in found]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("同比增长XX%", "XX"),
        ("20XX年三季度", "XX"),
        ("xx部门", "xx"),
        ("投入产出比为X:X", "X:X"),
        ("满意度X.X分", "X.X"),
        ("签约X家", "X家"),
        ("上线 X 个专栏", "X 个"),
        ("A产品线", "A产品线"),
        ("B业务板块", "B业务板块"),
        ("原因待补充", "待补充"),
        ("数据待填", "待填"),
        ("负责人TBD", "TBD"),
        ("目标为＿＿元", "＿＿"),
        ("目标为____元", "____"),
        ("**XXX**万元", "XXX"),
    ],
)
def test_a_place_still_to_be_filled_in_is_an_error(text: str, slot: str, found: Diagnostics) -> None:
    assert check(f'notes: ["{text}"]', found) == [("unfilled-slot", "notes[0]")]
    assert shown(found) == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "SPACEX发射",
        "XXL码",
        "Xbox主机",
        "EXX级",
        "X光机",
        "A轮融资",
        "AB测试",
        "C端用户",
        "待补货商品",
        "代号_x_",
        "见{{ XX }}",
    ],
)
def test_words_that_only_look_like_slots_are_left_alone(text: str, found: Diagnostics) -> None:
    check(f'metrics: [{{id: XX, name: 甲, value: 3}}]\nprojects: [{{name: 乙, background: "{text}"}}]', found)
    assert not [finding for finding in found if finding.primary.span.path.startswith("projects")]


def test_a_slot_where_a_figure_is_due_counts_as_unfilled_not_as_no_figure(found: Diagnostics) -> None:
    assert check("metrics: [{name: 甲, value: XX%}]", found) == [("unfilled-slot", "metrics[0].value")]


def test_a_slot_in_a_folded_text_is_marked_on_its_own_line(found: Diagnostics) -> None:
    check("notes:\n  - >-\n    第一行，\n    增长XX%。\n", found)
    (finding,) = found
    assert (finding.primary.span.line, finding.primary.span.column) == (5, 7)


def test_an_id_is_used_once_in_a_list_and_freely_across_lists(found: Diagnostics) -> None:
    places = check(
        "metrics: [{id: a, name: 甲, value: 3}, {id: a, name: 乙, value: 4}]\n"
        "problems: [{id: a, title: 丙}, {title: 丁}, {title: 丁}]",
        found,
    )
    assert places == [("duplicate-id", "metrics[1].id")]
    (finding,) = found
    assert finding.secondary[0].span.path == "metrics[0].id"


METRICS = "metrics: [{id: ontime, name: 准点率, value: 94%}, {name: 货运量, value: 3 万吨}]\n"


@pytest.mark.parametrize("written", ["准点率率", "“准点率”", "货运量量", "ontme"])
def test_a_result_that_is_almost_a_metric_is_pointed_out(written: str, found: Diagnostics) -> None:
    assert check(f"{METRICS}projects: [{{name: 甲, results: [{written}]}}]", found) == [
        ("unknown-reference", "projects[0].results[0].text")
    ]
    (finding,) = found
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "written",
    [
        "准点率",
        "ontime",
        "货运量",
        "准点率升到行业前列",
        "全年零事故",
        "{text: 准点率率}",
        "{metric: ontime, text: 准点率率}",
    ],
)
def test_a_result_that_is_a_metric_or_a_text_is_left_alone(written: str, found: Diagnostics) -> None:
    assert check(f"{METRICS}projects: [{{name: 甲, results: [{written}]}}]", found) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("完成{ 货运量 }", "{{ 货运量 }}"),
        ("完成{准点率.同比}", "{{ ontime.同比 }}"),
        ("围绕｛方针｝开展", "{{ guideline }}"),
        ("围绕{guideline}开展", "{{ guideline }}"),
    ],
)
def test_a_reference_that_lacks_a_pair_of_braces_is_shown_with_it(
    text: str, meant: str, found: Diagnostics
) -> None:
    assert check(f'{METRICS}notes: ["{text}"]', found) == [("single-braces", "notes[0]")]
    (finding,) = found
    assert meant in finding.help(Language.ZH)


@pytest.mark.parametrize(
    "text", ["见{附件}", "完成{{ 货运量 }}", "集合{甲, 乙}", "写作\\\\{货运量\\\\}", "{货运量和周转量}"]
)
def test_other_braces_are_words(text: str, found: Diagnostics) -> None:
    assert check(f'{METRICS}notes: ["{text}"]', found) == []


def test_two_parts_of_one_title_are_no_doubled_ids_but_cannot_be_referred_to(found: Diagnostics) -> None:
    places = check(
        "plans: [{title: 招人}, {title: 招人}, {title: 扩仓, resources: {budget: 3 万元}}]\n"
        "request: {asks: [{plan: 扩仓, resource: budget}, {plan: 招人, resource: budget}]}",
        found,
    )
    assert places == [("unknown-reference", "request.asks[1].plan")]
    (finding,) = found
    assert "写上编号" in finding.help(Language.ZH)


def test_two_metrics_of_one_name_need_ids(found: Diagnostics) -> None:
    assert check("metrics: [{name: 收入, value: 3}, {name: 收 入, value: 4}]", found) == [
        ("duplicate-id", "metrics[1].name")
    ]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("metrics: [{name: 甲, value: 3, attach: 没有}]", "metrics[0].attach"),
        ("metrics: [{name: 甲, value: 3, formula: 甲 / 没有}]", "metrics[0].formula"),
        ("metrics: [{name: 甲, value: 3, formula: \"甲.breakdown['没有'] / 甲\"}]", "metrics[0].formula"),
        ("groups: [{id: a, title: 甲}]\nmetrics: [{name: 甲, value: 3, group: b}]", "metrics[0].group"),
        ("modules: [{name: 甲, results: [{metric: 没有}]}]", "modules[0].results[0].metric"),
        ("projects: [{name: 甲, results: [{metrics: [没有]}]}]", "projects[0].results[0].metrics[0]"),
        ("stages: [{name: 甲, metrics: [没有]}]", "stages[0].metrics[0]"),
        ("outcomes: [没有]", "outcomes.items[0].metric"),
        (
            "metrics: [{name: 甲, value: 3}]\noutcomes: {items: [{metric: 甲, stage: 没有}]}",
            "outcomes.items[0].stage",
        ),
        ("diagnosis: {items: [{text: 甲, metrics: [没有]}]}", "diagnosis.items[0].metrics[0]"),
        ("problems: [{title: 甲, metrics: [没有]}]", "problems[0].metrics[0]"),
        ("problems: [{title: 甲, projects: [没有]}]", "problems[0].projects[0]"),
        ("goals: [{text: 甲, metric: 没有}]", "goals[0].metric"),
        ("plans: [{title: 甲, addresses: [没有]}]", "plans[0].addresses[0]"),
        ("plans: [{title: 甲, goals: [没有]}]", "plans[0].goals[0]"),
        ("request: {asks: [{plan: 没有, resource: budget}]}", "request.asks[0].plan"),
        ("charts: [{kind: bar, metrics: [没有]}]", "charts[0].metrics[0]"),
        ("charts: [{kind: bar, section: 没有}]", "charts[0].section"),
        ('notes: ["见{{ 没有 }}"]', "notes[0]"),
        ('notes: ["见**[{{ 没有 }}](https://example.com)**"]', "notes[0]"),
        ('notes: ["围绕{{ guideline }}"]', "notes[0]"),
        ('metrics: [{name: 甲, value: 3}]\nnotes: ["见{{ 甲.没有 }}"]', "notes[0]"),
        ('report: {org: 甲, guideline: [乙]}\nnotes: ["见{{ guideline.同比 }}"]', "notes[0]"),
    ],
)
def test_a_name_that_leads_nowhere_is_an_error_at_its_place(text: str, path: str, found: Diagnostics) -> None:
    assert check(text, found) == [("unknown-reference", path)]


def test_names_that_lead_somewhere_are_fine(found: Diagnostics) -> None:
    text = (
        "report: {org: 甲, guideline: [提质量]}\n"
        "groups: [{id: g, title: 甲}]\n"
        "metrics: [{id: a, name: 收入, value: 3, group: g}, {id: b, name: 成本, value: 3, attach: a, formula: a - b}]\n"
        "projects: [{id: p, name: 乙}]\n"
        "stages: [{id: s, name: 获客, metrics: [a]}]\n"
        "outcomes: {items: [{metric: b, stage: s}]}\n"
        "problems: [{id: q, title: 丙, metrics: [a], projects: [p]}]\n"
        "goals: [{id: t, text: 丁, metric: a}]\n"
        "plans: [{id: w, title: 戊, addresses: [q], goals: [t], resources: {budget: 3 元}}]\n"
        "request: {asks: [{plan: w, resource: budget}]}\n"
        "charts: [{kind: bar, metrics: [a], section: problems}]\n"
        'notes: ["{{ a }}{{ a.同比 }}{{ b.number }}{{ b.sentence }}{{ a.目标 }}{{ guideline }}"]\n'
    )
    assert check(text, found) == []


def test_the_name_that_was_likely_meant_is_told(found: Diagnostics) -> None:
    check('metrics: [{id: revenue, name: 总收入, value: 3}]\nnotes: ["{{ revenu }}", "{{ 总收入 }}"]', found)
    assert all("revenue" in finding.help(Language.ZH) for finding in found)


def test_what_the_style_needs_of_the_head_is_named_with_its_label(found: Diagnostics) -> None:
    places = check("report: {org: 甲, date: 2025-10-14}", found, required=("org", "to", "from", "date"))
    assert places == [("missing-header-field", "report"), ("missing-header-field", "report")]
    assert "致" in "".join(finding.message(Language.ZH) for finding in found)


def test_an_empty_part_is_worth_a_warning(found: Diagnostics) -> None:
    assert check("problems: [{title: 慢}]", found, expected=("problems", "plans")) == [("empty-section", "")]
    assert not found.errors()


@pytest.mark.parametrize(
    ("number", "period", "date", "is_wrong"),
    [
        ("YX-NR-2025-Q3-003", "2025Q3", "2025-10-14", False),
        ("YX-NR-2025-Q2-003", "2025Q3", "2025-10-14", True),
        ("YX-NR-2024-Q3-003", "2025Q3", "2025-10-14", True),
        ("云溪〔2025〕12号", "2025Q3", "2025-10-14", False),
        ("云溪〔2026〕1号", "2025Q4", "2026-01-14", False),
        ("云溪2025年第三季度003", "2025Q2", "2025-10-14", True),
        ("NR-20251014-01", "2025Q3", "2025-10-14", False),
        ("NR-2025H2-01", "2025H1", "2025-10-14", True),
        ("NR-003", "2025Q3", "2025-10-14", True),
        ("NR-2025-Q2-003", "2025-09", "2025-10-08", True),
        ("NR-2025-Q3-003", "2025-09", "2025-10-08", False),
        ("NR-2025H1-003", "2025Q3", "2025-10-08", True),
        ("NR-2025Q4-003", "2025", "2026-01-08", False),
    ],
)
def test_the_number_of_a_report_names_its_own_period(
    number: str, period: str, date: str, is_wrong: bool, found: Diagnostics
) -> None:
    places = check(f"report: {{number: {number}, period: {period}, date: {date}}}", found)
    assert places == [("document-number", "report.number")] * is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "如若转载，请注明出处",
        "转载请联系作者",
        "如有侵权，请告知",
        "点击查看全文",
        "本文由用户小李上传",
        "见 https://example.com/a",
        "登录www.example.com",
    ],
)
def test_leftovers_of_the_web_are_warned_of(text: str, found: Diagnostics) -> None:
    assert check(f'notes: ["{text}"]', found) == [("web-residue", "notes[0]")]
    assert next(iter(found)).severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    ["内容点击率（CTR）提高", "转载量增长", "侵权投诉下降", "点击量", "见[官网](https://example.com/a)"],
)
def test_business_of_the_web_is_no_leftover(text: str, found: Diagnostics) -> None:
    assert check(f'notes: ["{text}"]', found) == []


def test_a_source_may_be_an_address(found: Diagnostics) -> None:
    assert check("metrics: [{name: 甲, value: 3, source: 'https://example.com'}]", found) == []


def test_amounts_of_two_currencies_are_not_reckoned_together(found: Diagnostics) -> None:
    places = check(
        "metrics: [{id: a, name: 甲, value: 3 元}, {id: b, name: 乙, value: 3 美元}, {name: 丙, value: 1, formula: a / b},"
        " {name: 丁, value: 1, formula: a - a}]\n"
        "plans: [{title: 戊, resources: {budget: 3 万元}}, {title: 己, resources: {budget: 4 元}}]",
        found,
    )
    assert places == [("mixed-currencies", "metrics[2].formula")]


@pytest.mark.parametrize(
    "metric",
    [
        "unit: 万元, value: 10, breakdown: [{name: 国内, value: 5}, {name: 海外, value: 5万美元}]",
        "unit: 万元, value: 10, last_year: 9万美元",
        "value: 10万元, target: 2万港元",
    ],
)
def test_a_metric_is_in_one_currency(metric: str, found: Diagnostics) -> None:
    text = f"report: {{org: 甲}}\nmetrics: [{{name: 收入, {metric}}}]"
    node = read_yaml(Source("q3.yaml", text.encode()), found)
    assert node is not None
    assert decode_bundle(node, found) is None
    assert [one.code for one in found] == ["mixed-currencies"]


def of_waivers(text: str, found: Diagnostics, *codes: str) -> list[tuple[str, str]]:
    """The findings of these codes and those about waivers."""
    about = {"waived", "unused-waiver", "waiver-without-reason", "unknown-waiver", *codes}
    return [(code, path) for code, path in check(text, found) if code in about]


def test_a_waiver_spares_its_object_and_what_it_spared_is_listed(found: Diagnostics) -> None:
    text = (
        "notes: [增长XX%]\n"
        "plans:\n"
        "  - {title: XX计划, goal: 提高XX力, lint: {ignore: [{code: unfilled-slot, why: 代号}]}}\n"
        "  - {title: 甲, text: XX}\n"
    )
    assert of_waivers(text, found, "unfilled-slot") == [
        ("unfilled-slot", "plans[1].text"),
        ("unfilled-slot", "notes[0]"),
        ("waived", "plans[0].lint.ignore[0].code"),
    ]
    listed = next(one for one in found if one.code == "waived")
    assert listed.message(Language.ZH) == "检查“unfilled-slot”按理由免去 2 处（4:13、4:27）：代号"
    assert listed.severity is Severity.INFO


def test_a_figure_left_open_is_not_waived(found: Diagnostics) -> None:
    text = (
        "metrics: [{name: 甲, value: XX万元}]\n"
        "notes: [增长XX%, 支出 X.X 个, XX产品的XX万元。]\n"
        "lint: {ignore: [{code: unfilled-slot, why: 原文如此}]}\n"
    )
    assert of_waivers(text, found, "unfilled-slot") == [
        ("unfilled-slot", "metrics[0].value"),
        ("unfilled-slot", "notes[0]"),
        ("unfilled-slot", "notes[1]"),
        ("unfilled-slot", "notes[2]"),
        ("waived", "lint.ignore[0].code"),
    ]


def test_a_waiver_at_the_top_spares_the_whole_bundle(found: Diagnostics) -> None:
    lint = "lint: [{code: web-residue, why: 引用原文}]"
    places = of_waivers(f"{lint}\nreport: {{org: 甲}}\nnotes: [点击查看, 增长XX%]", found, "unfilled-slot")
    assert [code for code, _ in places] == ["unfilled-slot", "waived"]


def test_an_error_can_be_waived_too(found: Diagnostics) -> None:
    of_waivers("lint: [{code: unfilled-slot, why: 代号}]\nreport: {org: 甲}\nnotes: [XX计划]", found)
    assert not found.errors()


def test_a_misspelt_waiver_waives_nothing_and_is_told(found: Diagnostics) -> None:
    text = "lint: [{code: web-residu, why: 引用}]\nreport: {org: 甲}\nnotes: [点击查看]"
    assert [code for code, _ in of_waivers(text, found, "web-residue")] == ["web-residue", "unknown-waiver"]


@pytest.mark.parametrize("lint", ["[web-residue]", "[{code: web-residue}]", "[{code: web-residue, why: ''}]"])
def test_a_waiver_without_a_reason_waives_nothing(lint: str, found: Diagnostics) -> None:
    text = f"lint: {lint}\nreport: {{org: 甲}}\nnotes: [点击查看]"
    codes = [code for code, _ in of_waivers(text, found, "web-residue")]
    assert codes == ["web-residue", "waiver-without-reason"]


@pytest.mark.parametrize(
    "lint",
    [
        "{code: unfilled-slot, why: 代号}",
        "{code: web-residue, why: 引用}, {code: web-residue, why: 再说一遍}",
        "{code: web-residue, why: 引用}, {code: yaml-syntax, why: 不要读}",
    ],
)
def test_a_waiver_that_spares_nothing_is_told(lint: str, found: Diagnostics) -> None:
    text = f"lint: [{lint}]\nreport: {{org: 甲}}\nnotes: [点击查看]"
    codes = [code for code, _ in of_waivers(text, found)]
    assert codes.count("unused-waiver") == 1 or "yaml-syntax" in lint


def test_of_two_waivers_the_nearer_one_is_used(found: Diagnostics) -> None:
    text = (
        "lint: [{code: unfilled-slot, why: 代号}]\nreport: {org: 甲}\n"
        "plans: [{title: XX计划, lint: [{code: unfilled-slot, why: 代号}]}]"
    )
    assert of_waivers(text, found) == [
        ("unused-waiver", "lint.ignore[0].code"),
        ("waived", "plans[0].lint.ignore[0].code"),
    ]


def test_a_waiver_holds_for_its_place_and_everything_in_it(found: Diagnostics) -> None:
    plan = "{title: 甲, lint: [{code: vague-plan, why: 试行}]}"
    text = f"report: {{org: 甲}}\nplans: [{plan}, {{title: 乙}}]"
    node = read_yaml(Source("q3.yaml", text.encode()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert bundle is not None
    waivers = waivers_of(bundle)
    assert waivers.spare("vague-plan", NOWHERE.at("plans[0]"))
    assert waivers.spare("vague-plan", NOWHERE.at("plans[0].resources.budget"))
    assert not waivers.spare("vague-plan", NOWHERE.at("plans[1]"))
    assert not waivers.spare("web-residue", NOWHERE.at("plans[0]"))
