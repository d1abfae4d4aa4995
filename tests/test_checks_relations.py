"""Problems, plans, goals, projects, stages and requests have to fit each other."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language, Severity

SOUND = "owner: 调度组, due: 2025-12-31, addresses: [q1], goals: [g1]"
SMALL = "plans: [{id: p1, title: 智能调度, resources: {budget: 3 万元}}, {title: 扩仓}]\n"


def places(text: str, code: str, found: Diagnostics, expected: tuple[str, ...] = ()) -> list[str]:
    """Where a bundle has one kind of defect."""
    return [path for name, path in check(text, found, expected=expected) if name == code]


def quarter(text: str, period: str = "2025Q3") -> str:
    """A bundle for a period."""
    return f"report: {{org: 甲, period: {period}}}\n{text}"


@pytest.mark.parametrize(
    ("text", "places_found"),
    [
        ("problems: [{title: 仓容不足}]", ["problems[0].title"]),
        ("problems: [{text: 夜间缺人。, owner: 调度组}, {text: 仓容不足。}]", ["problems[1].text"]),
        ("reflections: [{title: 标签还粗, direction: 补采。}]", ["reflections[0].title"]),
        ("problems: [{title: 仓容不足, status: open}]", ["problems[0].title"]),
        ("problems: [{title: 仓容不足, owner: 调度组}]", []),
        ("problems: [{title: 仓容不足, status: closed}]", []),
        ("reflections: [{title: 标签还粗, owner: 数据组}]", []),
    ],
)
def test_a_problem_has_somebody_who_answers_for_it(
    text: str, places_found: list[str], found: Diagnostics
) -> None:
    assert places(text, "problem-without-owner", found) == places_found


@pytest.mark.parametrize(
    ("problems", "plans", "places_found"),
    [
        (
            "{id: q1, title: 缺人}, {id: q2, title: 缺仓}",
            "{title: 扩仓, addresses: [q2]}",
            ["problems[0].title"],
        ),
        ("{title: 缺人}, {title: 缺仓}", "{title: 扩仓, addresses: [缺仓]}", ["problems[0].title"]),
        ("{id: q1, title: 缺人}", "{title: 扩仓}", ["problems[0].title"]),
        ("{id: q1, title: 缺人}", "{title: 扩仓, addresses: [q1]}", []),
        ("{id: q1, title: 缺人, status: closed}", "{title: 扩仓}", []),
        ("{id: q1, title: 缺人}", "{title: 扩仓, addresses: [q9]}", []),
    ],
)
def test_each_open_problem_has_a_plan(
    problems: str, plans: str, places_found: list[str], found: Diagnostics
) -> None:
    text = f"problems: [{problems}]\nplans: [{plans}]"
    assert places(text, "problem-without-plan", found) == places_found


def test_a_report_whose_plans_are_all_missing_is_told_so_once(found: Diagnostics) -> None:
    codes = [code for code, _ in check("problems: [{title: 缺人, owner: 甲}]", found, expected=("plans",))]
    assert codes == ["empty-section"]


@pytest.mark.parametrize(
    ("problem", "due", "is_late"),
    [
        ("severity: high", "2026-01-31", True),
        ("severity: 高", "2026-06-30", True),
        ("severity: high, status: open", "2026-01-01", True),
        ("severity: high", "2025-12-31", False),
        ("severity: medium", "2026-06-30", False),
        ("severity: high, status: closed", "2026-06-30", False),
        ("owner: 甲", "2026-06-30", False),
    ],
)
def test_a_grave_problem_is_solved_within_the_next_period(
    problem: str, due: str, is_late: bool, found: Diagnostics
) -> None:
    text = f"problems: [{{id: q1, title: 缺人, {problem}}}]\nplans: [{{title: 扩招, due: {due}, addresses: [q1]}}]"
    assert places(quarter(text), "late-remedy", found) == ["plans[0].due"] * is_late


def test_one_plan_in_time_is_enough_for_a_grave_problem(found: Diagnostics) -> None:
    text = """problems: [{id: q1, title: 缺人, severity: high}]
plans:
  - {title: 扩招, due: 2026-06-30, addresses: [q1]}
  - {title: 外包, due: 2025-11-30, addresses: [q1]}
"""
    assert places(quarter(text), "late-remedy", found) == []


@pytest.mark.parametrize(
    ("since", "period", "lingers"),
    [
        ("2025Q1", "2025Q3", True),
        ("2024", "2025", True),
        ("2025-06", "2025Q3", True),
        ("2025Q3", "2025Q3", False),
        ("2025-08", "2025Q3", False),
        ("2025", "2025Q3", False),
    ],
)
def test_a_problem_of_an_earlier_period_is_pointed_out(
    since: str, period: str, lingers: bool, found: Diagnostics
) -> None:
    text = f"problems: [{{title: 缺人, since: '{since}'}}]"
    expected = ["problems[0].since"] * lingers
    assert places(quarter(text, period), "lingering-problem", found) == expected


@pytest.mark.parametrize(
    ("plan", "is_without"),
    [
        ("title: 扩仓", True),
        ("title: 扩仓, resources: {}", True),
        ("title: 扩仓, goal: 日处理10万单", True),
        ("title: 扩仓, resources: {budget: 3万元}", False),
        ("title: 扩仓, resources: {headcount: 2名}", False),
        ("title: 扩仓, resources: {effort: 20人天}", False),
    ],
)
def test_a_plan_says_what_it_needs(plan: str, is_without: bool, found: Diagnostics) -> None:
    assert places(f"plans: [{{{plan}}}]", "plan-without-resources", found) == ["plans[0].title"] * is_without


@pytest.mark.parametrize(("expected", "severity"), [(("request",), Severity.WARNING), ((), Severity.INFO)])
def test_where_resources_are_asked_for_a_plan_without_any_is_doubtful(
    expected: tuple[str, ...], severity: Severity, found: Diagnostics
) -> None:
    check("plans: [{title: 扩仓}]\nrequest: 请批示。", found, expected=expected)
    assert [one.severity for one in found if one.code == "plan-without-resources"] == [severity]


@pytest.mark.parametrize(
    ("text", "places_found"),
    [
        ("problems: [{id: q1, title: 缺人}]\nplans: [{title: 扩仓}]", ["plans[0].title"]),
        ("problems: [{id: q1, title: 缺人}]\nplans: [{title: 扩仓, addresses: []}]", ["plans[0].title"]),
        ("plans: [{title: 扩仓}]", ["plans[0].title"]),
        ("problems: [{id: q1, title: 缺人}]\nplans: [{title: 扩招, addresses: [q1]}]", []),
        ("problems: [{title: 缺人}]\nplans: [{title: 扩招, addresses: 缺人}]", []),
        ("reflections: [{title: 标签还粗}]\nplans: [{title: 补采标签}]", []),
    ],
)
def test_a_plan_is_there_for_a_problem(text: str, places_found: list[str], found: Diagnostics) -> None:
    assert places(text, "plan-without-problem", found) == places_found


@pytest.mark.parametrize(
    ("plan", "lacking"),
    [
        ("title: 扩仓, due: 2025-12-31, goal: 日处理10万单", "责任人"),
        ("title: 扩仓, owner: 仓储部, goal: 日处理10万单", "完成时间"),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, goal: 明显提升处理能力", "可衡量的目标"),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, text: 2025年12月前完成扩建。", "可衡量的目标"),
        ("title: 扩仓, goal: 进一步做好统一规划", "责任人、完成时间、可衡量的目标"),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, goal: 日处理10万单", ""),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, text: 全年培养二十名仓管。", ""),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, goal: 处理量翻一番", ""),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, goals: [g1]", ""),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, goal: 日处理XX万单", ""),
        ("title: 扩仓, owner: 仓储部, due: 2025-12-31, goal: '达到{{ orders }}以上'", ""),
    ],
)
def test_a_plan_says_who_when_and_how_much(plan: str, lacking: str, found: Diagnostics) -> None:
    text = f"metrics: [{{id: orders, name: 单量, unit: 单, value: 5}}]\ngoals: [{{id: g1, text: 增长18%}}]\nplans: [{{{plan}}}]"
    places(text, "vague-plan", found)
    told = [dict(one.details)["lacking"] for one in found if one.code == "vague-plan"]
    assert told == [lacking] * bool(lacking)


@pytest.mark.parametrize(
    ("goal", "is_vague"),
    [
        ("text: 提升客户体验", True),
        ("metric_name: 人效", True),
        ("metric: m", True),
        ("text: 2026年提升客户体验", True),
        ("text: 总营收增长18%", False),
        ("metric_name: 人效, target_growth: 10", False),
        ("text: 客诉减半", False),
    ],
)
def test_a_goal_has_a_target(goal: str, is_vague: bool, found: Diagnostics) -> None:
    text = f"metrics: [{{id: m, name: 营收, unit: 万元, value: 5}}]\ngoals: [{{{goal}}}]"
    assert len(places(text, "vague-plan", found)) == is_vague


@pytest.mark.parametrize(
    ("goals", "conflict"),
    [
        ("{metric: rev, target_growth: 18}, {metric: rev, target_growth: 12}", True),
        ("{metric: rev, target_growth: 18}, {metric: rev, target_value: 110000}", True),
        ("{metric: rev, target_value: 10亿元}, {metric: rev, target_value: 94000}", True),
        ("{metric: margin, target_change: 2}, {metric: margin, target_value: 34}", True),
        ("{metric_name: 人效, target_growth: 10}, {metric_name: 人效, target_growth: 15}", True),
        ("{metric: rev, target_growth: 18, target_value: 95000}", True),
        ("{text: 营收同比增长18%, target_growth: 15}", True),
        ("{text: 2026年营收增长18%, metric: rev, target_growth: 15}", True),
        ("{text: 营收达到11亿元, metric: rev, target_value: 101976}", True),
        ("{text: 营收增长18%, metric: rev, target_value: 110000}", True),
        ("{text: 营收同比增长18%, target_growth: 18}", False),
        ("{text: 营收增长18%, metric: rev, target_value: 101976}", False),
        ("{text: 营收达到10.2亿元, metric: rev, target_growth: 18}", False),
        ("{text: 华东营收增长25%, metric: rev, target_growth: 18}", False),
        ("{text: 三年内营收增长50%, metric: rev, target_growth: 15}", False),
        ("{text: 营收增长15%以上, metric: rev, target_growth: 18}", False),
        ("{text: 毛利率达到34%, metric: rev, target_growth: 18}", False),
        ("{text: 营收增长18%, metric_name: 人效, target_growth: 10}", False),
        ("{metric: rev, target_growth: 18}, {metric: rev, target_value: 101976}", False),
        ("{metric: rev, target_growth: 18}, {metric: rev, target_value: 10.2亿元}", False),
        ("{metric: margin, target_change: 2}, {metric: margin, target_value: 33.4}", False),
        ("{metric: rev, target_growth: 18}, {metric: rev, scope: 华东, target_growth: 25}", False),
        (
            "{metric: rev, target_growth: 8, due: 2026-06-30}, {metric: rev, target_growth: 18, due: 2026-12-31}",
            False,
        ),
        ("{metric: rev, target_growth: 18}, {metric: margin, target_change: 2}", False),
        ("{metric: new, target_growth: 18}, {metric: new, target_value: 5}", False),
    ],
)
def test_goals_on_one_metric_lead_to_one_level(goals: str, conflict: bool, found: Diagnostics) -> None:
    text = f"""metrics:
  - {{id: rev, name: 营收, unit: 万元, value: 86420}}
  - {{id: margin, name: 毛利率, unit: "%", value: 31.4}}
  - {{id: new, name: 新业务收入, unit: 万元, value: 0}}
goals: [{goals}]
"""
    assert len(places(text, "conflicting-goals", found)) == conflict


@pytest.mark.parametrize(
    ("asks", "places_found"),
    [
        ("[{plan: p1, resource: 预算}]", []),
        ("[{plan: p1, resource: 预算}, {plan: p1, resource: 人力}]", ["request.asks[1].resource"]),
        ("[{plan: p1, resource: 预算}, {plan: 扩仓, resource: 预算}]", ["request.asks[1].resource"]),
        ("[{plan: p1, resource: 人力}]", ["request.asks[0].resource", "plans[0].resources"]),
    ],
)
def test_each_resource_is_both_planned_and_asked_for(
    asks: str, places_found: list[str], found: Diagnostics
) -> None:
    assert places(f"{SMALL}request: {{asks: {asks}}}", "request-mismatch", found) == places_found


@pytest.mark.parametrize("code", ["request-mismatch", "plan-without-resources"])
@pytest.mark.parametrize("language", Language)
def test_the_waiver_that_is_told_spares_the_plan(code: str, language: Language, found: Diagnostics) -> None:
    plans = "{{id: p1, title: 扩仓, resources: {{budget: 3 万元}}}}, {{id: p2, title: 调度{more}}}"
    needs = ", resources: {headcount: 2}" if code == "request-mismatch" else ""
    text = "plans: [" + plans + "]\nrequest: {{asks: [{{plan: p1, resource: 预算}}]}}"
    check(text.format(more=needs), found)
    (told,) = (one.help(language) for one in found if one.code == code)
    waiver = told[told.index("lint: {") : told.rindex("}") + 1]
    assert places(text.format(more=f"{needs}, {waiver}"), code, Diagnostics()) == []


def test_a_request_without_asks_leaves_the_resources_to_the_plans(found: Diagnostics) -> None:
    assert places(f"{SMALL}request: 请批示", "request-mismatch", found) == []


def test_the_message_names_the_plan_and_the_resource(found: Diagnostics) -> None:
    check(f"{SMALL}request: {{asks: [{{plan: p1, resource: 预算}}, {{plan: 扩仓, resource: 人天}}]}}", found)
    (finding,) = (one for one in found if one.code == "request-mismatch")
    assert finding.message(Language.ZH) == "请示的投入与规划对不上：扩仓"
    assert "effort" in finding.help(Language.ZH)


@pytest.mark.parametrize("before", ["", "{plan: p1, resource: 预算}, "])
def test_an_ask_for_a_plan_that_is_not_there_is_reported_once(before: str, found: Diagnostics) -> None:
    text = f"{SMALL}request: {{asks: [{before}{{plan: p9, resource: 预算}}]}}"
    assert places(text, "request-mismatch", found) == []
    assert "unknown-reference" in {finding.code for finding in found}


@pytest.mark.parametrize(
    ("request_text", "told"),
    [
        ("请批准预算合计80万元。", "48万元 + 30万元 = 78万元 ≠ 80万元"),
        ("三项计划共需资金800000元，请予批示。", "48万元 + 30万元 = 78万元 ≠ 800000元"),
        ("请批准专项预算50万元。", "48万元 + 30万元 = 78万元 ≠ 50万元"),
        ("增配编制合计5名，请批示。", "2名 + 1名 = 3名 ≠ 5名"),
        ("请批准，三项合计80万元。", "48万元 + 30万元 = 78万元 ≠ 80万元"),
        ("请批准预算合计78万元。", ""),
        ("请批准以上举措，可增收合计500万元。", ""),
        ("请批准，预计销售额合计500万元。", ""),
        ("请批准预算48万元和经费30万元，合计78万元。", ""),
        ("请批准深度内容预算48万元。", ""),
        ("请批准预算约80万元。", ""),
        ("共需增配3名，服务商家500家、客户100名。", ""),
        ("四季度销售额目标500万元，请批准所需预算。", ""),
    ],
)
def test_a_total_in_the_words_of_a_request_is_the_sum_of_the_plans(
    request_text: str, told: str, found: Diagnostics
) -> None:
    text = f"""plans:
  - {{id: p1, title: 共建, resources: {{budget: {{amount: 480000}}, headcount: [2名]}}}}
  - {{id: p2, title: 扩仓, resources: {{budget: 30万元, headcount: [1名]}}}}
request: {request_text}
"""
    check(text, found)
    said = [dict(one.details)["told"] for one in found if one.code == "request-mismatch"]
    assert said == [told] * bool(told)


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ("resources: {headcount: [{role: 专员, count: 2.5}]}", "plans[0].resources.headcount[0].count"),
        ("resources: {headcount: [0.5人]}", "plans[0].resources.headcount[0].count"),
        ("resources: {headcount: [20%]}", "plans[0].resources.headcount[0].count"),
        ("resources: {headcount: ['06:00:00']}", "plans[0].resources.headcount[0].count"),
        ("resources: {effort: [{amount: 6, unit: 人/天}]}", "plans[0].resources.effort[0].unit"),
        ("resources: {effort: [{amount: 3万元}]}", "plans[0].resources.effort[0].amount"),
        ("action: 需投入算法组120人/天。", "plans[0].action"),
        ("action: 增配客服1.5名。", "plans[0].action"),
        ("resources: {headcount: [2名]}", ""),
        ("resources: {headcount: [0.5万人]}", ""),
        ("resources: {effort: 12.5人天}", ""),
        ("resources: {effort: [{amount: 3人月}]}", ""),
        ("resources: {effort: [{amount: 8, unit: 人日}]}", ""),
        ("action: 新馆每日接待500人/天。", ""),
        ("action: 人均服务2.5人的家庭。", ""),
    ],
)
def test_people_are_whole_and_work_is_people_times_days(plan: str, place: str, found: Diagnostics) -> None:
    assert places(f"plans: [{{title: 扩仓, {plan}}}]", "wrong-effort-unit", found) == [place] * bool(place)
