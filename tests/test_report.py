"""From a bundle to a memo's words: what is said, what is left out, and what is reported."""

from pathlib import Path

import pytest

from conftest import style_of
from deriving import context_of
from opsreport.build import BuildRequest, build, check
from opsreport.diagnostics import Diagnostics, Language, Severity
from opsreport.document import Heading
from opsreport.inputs import read_bundle, read_style
from opsreport.report.derive import derive_context
from opsreport.report.unprinted import report_unprinted
from opsreport.styles import Style
from opsreport.styles.environment import render_markup
from opsreport.styles.parse import parse_document

HEAD = """
report:
  {style: memo, org: 云溪社区, to: 委员会, from: 内容部, subject: 三季度汇报, number: YX-2025-Q3, period: 2025Q3, date: 2025-10-14}
"""
MODULE = """
modules:
  - {name: 内容生产, goal: 扩大供给。, summary: [已签约。], results: RESULTS}
problems: [{id: q1, title: 同题偏多, text: 深度不足。, severity: high, owner: 策划组}]
plans: [{id: w1, title: 共建, goal: 上线60篇。, action: 成立专项组。, resources: {budget: 48万元}, owner: 策划组, due: 2025-12-31, addresses: [q1]}]
request: {text: 请批示。, asks: [{plan: w1, resource: budget}]}
"""


@pytest.fixture
def memo(tmp_path: Path) -> "Memo":
    return Memo(tmp_path / "q3.yaml")


class Memo:
    """A memo in the making: a few lines of a bundle, and what they lead to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.found = Diagnostics()

    def tree(self, body: str, *, head: str = HEAD, draft: bool = False) -> str:
        self._path.write_text(head + body, "utf-8")
        request = BuildRequest(str(self._path), stop_after="tree", draft=draft)
        return build(request, self.found).intermediate or ""

    def codes(self) -> list[str]:
        return [one.code for one in self.found]

    def unprinted(self, body: str, *, head: str = HEAD, style: Style | None = None) -> list[str]:
        self._path.write_text(head + body, "utf-8")
        bundle = read_bundle(str(self._path), None, [], self.found)
        assert bundle is not None, [one.message(Language.ZH) for one in self.found]
        style = style or read_style(None, bundle, [], self.found)
        assert style is not None
        context = derive_context(bundle, draft=False, found=self.found)
        markup = render_markup(context, style, self.found)
        assert markup is not None
        document = parse_document(markup, style, None, draft=False, found=self.found)
        assert document is not None
        before = len(self.found)
        report_unprinted(bundle, document, "memo", self.found)
        return [one.primary.span.path for one in list(self.found)[before:]]


def metric(results: str, *metrics: str) -> str:
    return MODULE.replace("RESULTS", results) + "metrics:\n" + "".join(f"  - {{{one}}}\n" for one in metrics)


def test_a_result_is_a_sentence_and_a_row(memo: Memo) -> None:
    tree = memo.tree(metric("[{metric: 新增}]", "name: 新增, unit: 篇, value: 48300, previous: 44100"))
    assert (
        "⟨metrics[0].name: 新增⟩⟨metrics[0].value: 4.83万篇⟩，⟨metrics[0].vs_previous: 环比增长9.5%⟩。"
        in tree
    )
    assert "Head | 指标 | 本期 | 上期 | 环比" in tree
    assert memo.codes() == []


def test_columns_appear_only_where_a_metric_has_figures(memo: Memo) -> None:
    tree = memo.tree(
        metric("[{metric: 收入}]", "name: 收入, unit: 万元, value: 86420, target: 82000, last_year: 71950")
    )
    assert "Head | 指标 | 本期 | 去年同期 | 目标 | 完成率 | 同比" in tree
    assert "105.4%" in tree


def test_a_start_that_is_the_period_before_stands_in_its_column(memo: Memo) -> None:
    body = metric(
        "[{metric: 占比}]", 'name: 占比, unit: "%", value: 15.1, from: {value: 12.4, label: 二季度}'
    )
    assert "Head | 指标 | 本期 | 上期 | 环比" in memo.tree(body)


@pytest.mark.parametrize("start", ["label: 2024年第三季度", "label: 去年同期", "at: 2024Q3"])
def test_a_start_a_year_earlier_stands_under_the_same_time_last_year(memo: Memo, start: str) -> None:
    body = metric("[{metric: 占比}]", f'name: 占比, unit: "%", value: 15.1, from: {{value: 12.4, {start}}}')
    assert "Head | 指标 | 本期 | 去年同期 | 同比" in memo.tree(body)


def test_a_start_of_another_time_has_a_column_of_its_own(memo: Memo) -> None:
    body = metric(
        "[{metric: 占比}]", 'name: 占比, unit: "%", value: 15.1, from: {value: 12.4, label: 试点前}'
    )
    assert "Head | 指标 | 本期 | 起点 | 变动" in memo.tree(body)


def test_a_facet_without_its_base_is_left_out_with_a_warning(memo: Memo) -> None:
    tree = memo.tree(metric("[{metric: 新增}]", "name: 新增, unit: 篇, value: 48300, say: [value, 同比]"))
    assert "同比" not in tree
    assert memo.codes() == ["missing-facet"]
    assert not memo.found.errors()


def test_a_text_that_refers_to_it_would_have_a_hole_so_it_is_an_error(memo: Memo) -> None:
    body = metric("[增长{{ 新增.同比 }}。]", "name: 新增, unit: 篇, value: 48300")
    body = body.replace("[增长{{ 新增.同比 }}。]", '["增长{{ 新增.同比 }}。"]')
    assert memo.tree(body) == ""
    assert [one.code for one in memo.found.errors()] == ["missing-facet"]


def test_a_draft_shows_the_hole(memo: Memo) -> None:
    body = metric('["增长{{ 新增.同比 }}。"]', "name: 新增, unit: 篇, value: 48300")
    assert "[slot 待补]" in memo.tree(body, draft=True)


def test_a_draft_marks_what_is_still_to_be_filled_in(memo: Memo) -> None:
    tree = memo.tree(
        metric("[覆盖XX个城市。, {metric: 新增}]", "name: 新增, unit: 篇, value: XX, previous: 44100"),
        draft=True,
    )
    assert "覆盖[slot XX]个城市" in tree
    assert tree.count("[slot XX]") > 2
    assert tree.splitlines()[0].endswith("| draft")


def test_an_unfilled_slot_stops_the_final_report(memo: Memo) -> None:
    assert memo.tree(metric("[覆盖XX个城市。]", "name: 新增, unit: 篇, value: 1")) == ""
    assert "unfilled-slot" in memo.codes()


def test_asks_are_added_up_by_kind(memo: Memo) -> None:
    plans = """
plans:
  - {id: a, title: 甲, goal: 一, action: 二, resources: {budget: 48万元, headcount: [{role: 专员, count: 2}]}}
  - {id: b, title: 乙, goal: 一, action: 二, resources: {budget: {amount: 320000, unit: 元}, effort: [{team: 算法组, amount: 120, unit: 人天}]}}
request: {text: 请批示。, asks: [{plan: a, resource: budget}, {plan: a, resource: headcount}, {plan: b, resource: budget}, {plan: b, resource: effort}]}
"""
    tree = memo.tree(plans)
    assert "[label 合计：]预算80万元、增配2名、投入120人天。" in tree
    assert "规划二“⟨plans[1].title: 乙⟩”：预算⟨plans[1].resources.budget.amount: 32万元⟩；" in tree


@pytest.mark.parametrize("second", ["XX万元", "32万元"])
@pytest.mark.parametrize("first", ["XX万元", "48万元"])
def test_a_total_is_told_once_all_that_is_asked_for_is_filled_in(first: str, second: str) -> None:
    request = context_of(
        f"""
plans:
  - {{id: a, title: 共建, resources: {{budget: {first}}}}}
  - {{id: b, title: 审核, resources: {{budget: {second}}}}}
request: {{text: 请批示。, asks: [{{plan: a, resource: budget}}, {{plan: b, resource: budget}}]}}
"""
    ).request
    assert request is not None
    assert [bool(ask.resource) for ask in request.asks] == [True, True]
    assert str(request.total) == ("预算80万元" if (first, second) == ("48万元", "32万元") else "")


def test_empty_sections_are_left_out_and_the_rest_renumbered(memo: Memo) -> None:
    tree = memo.tree("problems: [{title: 甲, text: 乙, owner: 丙}]\n")
    headings = [line for line in tree.splitlines() if line.startswith("Heading 1")]
    assert headings == ["Heading 1 第一部分 | 问题分析与挑战"]


def test_the_users_own_headings_and_lead_ins_replace_the_styles(memo: Memo) -> None:
    tree = memo.tree(
        "problems: [{title: 甲, text: 乙, owner: 丙}]\nsections: {problems: {title: 主要短板, intro: 共一项。, closing: 请关注。}}\n"
    )
    assert "第一部分 | ⟨sections.problems.title: 主要短板⟩" in tree
    assert "共一项。" in tree
    assert "请关注。" in tree


RESULTS_ONLY = """<report><head><title>周报</title></head><body>
{% for module in modules %}<p>{{ module.name }}{% for result in module.results %}{{ result }}{% endfor %}</p>
{% endfor %}
</body></report>"""


def test_what_a_style_has_no_place_for_is_named_once_for_each_part(memo: Memo) -> None:
    body = metric(
        "[{metric: 新增}]",
        "name: 新增, unit: 篇, value: 1, driver: 因为扩容。, series: [{period: 2025-07, value: 1}]",
        "name: 无人问津, unit: 篇, value: 2",
        "name: 只供核对, unit: 篇, value: 3, hidden: true",
    )
    body += "projects: [{name: 甲, goal: 乙}, {name: 丙, goal: 丁}]\nreflections: [{title: 标签还粗, gap: 不细。}]\n"
    body += "goals: [{metric: 新增, target_growth: 10}]\ncharts: [{kind: bar, metrics: [新增], of: series}]\n"
    missing = memo.unprinted(body, style=style_of(RESULTS_ONLY))
    assert [path for path in missing if not path.startswith(("report", "modules", "plans", "pro"))] == [
        *("metrics[0].series", "metrics[1]", "reflections", "goals", "request", "charts"),
    ]
    assert missing.count("projects") == missing.count("problems") == 1


def test_a_memo_names_a_series_that_is_too_short_for_a_chart(memo: Memo) -> None:
    series = "series: [{period: 2025-07, value: 1}, {period: 2025-08, value: 2}]"
    body = metric("[{metric: 新增}]", f"name: 新增, unit: 篇, value: 3, {series}")
    assert memo.unprinted(body) == ["metrics[0].series"]


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (
            "series: [{period: 2025-07, value: 1}, {period: 2025-08, value: 1}, {period: 2025-09, value: 1}]",
            "series",
        ),
        ("breakdown: [{name: 甲, value: 1}, {name: 乙, value: 1}, {name: 丙, value: 1}]", "breakdown"),
        ("shares: [{name: 甲, share: 30}, {name: 乙, share: 30}, {name: 丙, share: 40}]", "shares"),
    ],
)
def test_what_a_chart_shows_is_printed(memo: Memo, body: str, path: str) -> None:
    text = metric("[{metric: 新增}]", f"name: 新增, unit: 篇, value: 3, {body}")
    assert memo.unprinted(text) == []
    assert memo.unprinted(text, style=style_of(RESULTS_ONLY)).count(f"metrics[0].{path}") == 1


def test_what_a_chart_leaves_out_of_a_series_is_named(memo: Memo) -> None:
    points = "{period: 2025-07, value: 1, target: 2, last_year: 1}, {period: 2025-08, value: 2, target: 2}"
    text = metric(
        "[{metric: 新增}, {metric: 占比}]",
        f"name: 新增, unit: 篇, value: 3, series: [{points}]",
        'name: 占比, unit: "%", value: 3, series: [{period: 2025-07, value: 1}]',
    )
    text += "charts: [{kind: bar_line, metrics: [新增, 占比]}]\n"
    assert memo.unprinted(text) == ["metrics[0].series[0].target"]


def test_a_chart_asked_for_is_printed_with_its_title(memo: Memo) -> None:
    text = metric("[{metric: 新增}]", "name: 新增, unit: 篇, value: 3, target: 2")
    text += "charts: [{kind: bar, metrics: [新增], title: 完成情况, section: problems}]\n"
    assert memo.unprinted(text) == []


def test_a_driver_a_definition_and_a_source_are_printed_with_the_metric(memo: Memo) -> None:
    tree = memo.tree(
        metric(
            "[{metric: 新增}]",
            "name: 新增, unit: 篇, value: 1, driver: 因为扩容。, definition: 按日去重。, source: 数据平台",
        )
    )
    assert "⟨metrics[0].driver: 因为扩容⟩。" in tree
    assert "新增：⟨metrics[0].definition: 按日去重⟩。" in tree
    assert "新增来源：⟨metrics[0].source: 数据平台⟩。" in tree


def test_an_estimate_says_so_unless_the_sentence_has_said_it(memo: Memo) -> None:
    body = metric(
        '["生产效率{{ 效率.sentence }}。", "初步测试显示效率{{ 效率.sentence }}。"]',
        'name: 效率, kind: index, certainty: preliminary, change: {value: 35, unit: "%", vs: before}',
    )
    tree = memo.tree(body)
    assert tree.count("初步") == 2


def test_headings_never_carry_the_numbers_in_their_words(memo: Memo) -> None:
    tree = memo.tree(metric("[{metric: 新增}]", "name: 新增, unit: 篇, value: 1"))
    assert "Heading 2 模块一 | ⟨modules[0].name: 内容生产⟩" in tree
    assert Heading(2, ()).number == ""


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("**重点：**内容", "**重点：**内容"),
        ("[说明](https://a.cn/b)", "[说明](https://a.cn/b)"),
        ("<b>不是标签</b> & {% raw %}", None),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        (r"\*星号\*", "*星号*"),
    ],
)
def test_texts_are_words_never_markup_or_templates(memo: Memo, text: str, printed: str | None) -> None:
    tree = memo.tree(f"problems: [{{title: 甲, text: '{text}', owner: 丙}}]\n")
    if printed is None:
        assert memo.codes()[0] == "text-syntax"
    else:
        assert f"⟨problems[0].text: {printed}⟩" in tree


def test_a_waiver_spares_the_checks_at_its_place_and_is_listed(memo: Memo) -> None:
    body = metric(
        "[{metric: 新增}]",
        "name: 新增, unit: 篇, value: 1, say: [value, 同比], lint: {ignore: [{code: missing-facet, why: 去年尚未开办}]}",
    )
    assert "新增" in memo.tree(body)
    assert memo.codes() == ["waived"]


def test_a_hole_in_a_sentence_cannot_be_waived(memo: Memo) -> None:
    body = (
        metric('["增长{{ 新增.同比 }}。"]', "name: 新增, unit: 篇, value: 1")
        + "lint: {ignore: [{code: missing-facet, why: 试试}]}\n"
    )
    assert memo.tree(body) == ""
    assert "missing-facet" in memo.codes()


@pytest.mark.parametrize("name", ["q3.yaml", "lifecycle.yaml", "annual-2025"])
def test_every_example_is_checked_without_an_error(name: str) -> None:
    found = Diagnostics()
    check(str(Path(__file__).parent.parent / "examples" / name), None, found)
    assert found.errors() == []
    graver = {one.code for one in found if one.severity is not Severity.INFO}
    assert graver <= {"plan-without-problem", "one-figure-many-metrics"}


def test_a_check_finds_whatever_would_stop_a_build(memo: Memo, tmp_path: Path) -> None:
    memo.tree(metric('["增长{{ 新增.同比 }}。"]', "name: 新增, unit: 篇, value: 48300"))
    found = Diagnostics()
    check(str(tmp_path / "q3.yaml"), None, found)
    assert [one.code for one in found.errors()] == ["missing-facet"]


def test_a_result_that_cannot_be_said_leaves_no_empty_item(memo: Memo) -> None:
    tree = memo.tree(
        metric(
            "[{metric: 破损率}, {metric: 新增}]",
            "name: 破损率, unit: ‰, value: 0.8, say: [同比]",
            "name: 新增, unit: 篇, value: 1",
        )
    )
    assert "Item 2" not in tree.partition("量化成果")[2].partition("Table")[0]


def test_people_are_added_up_however_they_are_counted(memo: Memo) -> None:
    plans = """
plans:
  - {id: a, title: 甲, goal: 一, action: 二, resources: {budget: 约48.5万元, headcount: [{count: 3人}]}}
  - {id: b, title: 乙, goal: 一, action: 二, resources: {budget: 1.5万元, headcount: [{role: 专员, count: 2名}], effort: 20人天}}
request: {text: 请批示。, asks: [{plan: a, resource: budget}, {plan: a, resource: headcount}, {plan: b, resource: budget}, {plan: b, resource: headcount}, {plan: b, resource: effort}]}
"""
    tree = memo.tree(plans)
    assert "预算约50万元、增配5名、投入20人天。" in tree
    assert "投入⟨plans[1].resources.effort[0].amount: 20人天⟩" in tree


def test_a_column_is_as_wide_as_its_figures_and_the_names_give_way(memo: Memo) -> None:
    body = metric(
        "[{metric: 总营业收入与其他业务收入合计}]",
        "name: 总营业收入与其他业务收入合计, unit: 万元, value: 1280.5, previous: 1200.5, last_year: 1100.5, target: 1300.5",
    )
    memo._path.write_text(HEAD + body, "utf-8")
    bundle = read_bundle(str(memo._path), None, [], memo.found)
    assert bundle is not None
    table = derive_context(bundle, draft=False, found=memo.found).modules[0].table
    assert table is not None
    for column in table.columns:
        shown = [
            str(cell.text)
            for row in table.rows
            for key, cell in zip(table.columns, row.cells, strict=True)
            if key is column
        ]
        assert all(column.width >= 2 * len(text) - len([c for c in text if c.isascii()]) for text in shown)


def test_a_guideline_nobody_refers_to_is_named(memo: Memo) -> None:
    head = HEAD.replace("style: memo,", "style: memo, guideline: [提质量, 保安全],")
    assert memo.unprinted("problems: [{title: 甲, text: 乙, owner: 丙}]\n", head=head) == ["report.guideline"]


def test_a_start_says_in_the_table_what_it_is(memo: Memo) -> None:
    body = metric(
        "[{metric: 占比}]", 'name: 占比, unit: "%", value: 15.1, from: {value: 12.4, label: 试点前}'
    )
    assert "⟨metrics[0].from: 12.4%⟩[quiet （⟨metrics[0].from.label: 试点前⟩）]" in memo.tree(body)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("memo", "memo"),
        ("备忘录", "memo"),
        ("年度复盘", "annual-review"),
        ("生命周期专题", "lifecycle-topic"),
    ],
)
def test_a_style_goes_by_its_title_as_well_on_the_command_line_and_in_a_bundle(
    asked: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / "q3.yaml"
    path.write_text(HEAD.replace("style: memo", f"style: {asked}"), "utf-8")
    found = Diagnostics()
    bundle = read_bundle(str(path), None, [], found)
    assert bundle is not None
    styles = [read_style(one, bundle, [], found) for one in (asked, None)]
    assert [style.name for style in styles if style] == [name, name]


def test_a_style_that_is_nearly_named_is_offered_by_name_and_title(tmp_path: Path) -> None:
    path = tmp_path / "q3.yaml"
    path.write_text(HEAD.replace("style: memo", "style: 专题报告"), "utf-8")
    found = Diagnostics()
    build(BuildRequest(str(path)), found)
    (unknown,) = found
    assert dict(unknown.details)["near"] == "lifecycle-topic（生命周期专题）"


@pytest.mark.parametrize(("kind", "is_left_out"), [("环形图", True), ("柱形图", False), ("瀑布图", False)])
def test_a_ring_leaves_last_years_parts_out_and_the_kinds_told_instead_do_not(
    kind: str, is_left_out: bool, tmp_path: Path
) -> None:
    parts = "[{name: 甲, value: 60, last_year: 50}, {name: 乙, value: 40, last_year: 40}]"
    metric = f"{{id: sales, name: 营业收入, unit: 万元, value: 100, last_year: 90, breakdown: {parts}}}"
    chart = f"{{kind: {kind}, metrics: [sales], of: 构成}}"
    written = tmp_path / "2025.yaml"
    head = 'report: {org: 甲, title: 复盘, period: "2025", date: 2026-01-15}'
    written.write_text(f"{head}\nmetrics: [{metric}]\ncharts: [{chart}]\n", "utf-8")
    found = Diagnostics()
    check(str(written), "annual-review", found)
    helps = [one.help_key for one in found if one.code == "unprinted-content"]
    assert helps == ["parts-before"] * is_left_out
