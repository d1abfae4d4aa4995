"""What texts, goals and experiments claim is held against the bundle; where it may be meant otherwise, it stands."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language

METRICS = """\
metrics:
  - {id: revenue, name: 营业收入, unit: 万元, value: 86420, last_year: 71950, target: 82000}
  - {id: csat, name: 客户满意度, unit: "%", value: 92.6, last_year: 89.8}
  - {id: wait, name: 平均响应时间, unit: 秒, value: 29, target: 30, from: {value: 48}}
  - {id: d1, name: 次日留存率, unit: "%", value: 46.8, last_year: 46.5, benchmark: {value: 42.0, label: 行业平均}}
  - {id: returns, name: 退货率, unit: "%", value: 3.2, last_year: 3.9, benchmark: {value: 2.8}}
  - {id: orgs, name: 签约机构, unit: 家, value: 16}
  - {id: shops, name: 活跃商户, unit: 家}
  - {id: nps, name: 净推荐值（NPS）, kind: points, unit: 点, value: 45, last_year: 41}
"""


def places(code: str, rest: str, found: Diagnostics, head: str = "", period: str = "2025") -> list[str]:
    text = f'report: {{org: 云溪社区, period: "{period}"{head}}}\n{METRICS}{rest}'
    return [place for one, place in check(text, found) if one == code]


def noted(code: str, sentence: str, found: Diagnostics) -> list[str]:
    return places(code, f'notes: ["{sentence}"]', found)


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("goals: [{text: 满意度提升至90%, metric: csat, target_value: 90}]", "goals[0].target_value"),
        ("goals: [{metric: wait, target_value: 30}]", "goals[0].target_value"),
        ("goals: [{metric: csat, target_change: -2}]", "goals[0].target_change"),
        ("goals: [{metric_name: 客户满意度, target_value: 92.6}]", "goals[0].target_value"),
        ('plans: [{title: 体验专项, goal: "把客户满意度提升至90%。"}]', "plans[0].goal"),
        ('plans: [{title: 提速, text: "平均响应时间缩短至30秒。"}]', "plans[0].text"),
        ('plans: [{title: 增收, text: "全年营业收入增至80,000万元。"}]', "plans[0].text"),
    ],
)
def test_a_goal_is_better_than_today(rest: str, place: str, found: Diagnostics) -> None:
    assert places("goal-already-met", rest, found) == [place]


@pytest.mark.parametrize(
    "rest",
    [
        "goals: [{text: 满意度提升至95%, metric: csat, target_value: 95}]",
        "goals: [{text: 满意度保持在90%以上, metric: csat, target_value: 90}]",
        "goals: [{metric: csat, scope: 新客, target_value: 90}]",
        "goals: [{metric: wait, target_value: 25}]",
        "goals: [{metric: revenue, target_growth: 18}]",
        # A quarter's goal is no step back behind the year.
        "goals: [{text: 一季度营业收入达到22000万元, metric: revenue, target_value: 22000}]",
        'plans: [{title: 增收, text: "一季度营业收入增至22,000万元。"}]',
        'plans: [{title: 体验专项, goal: "试点门店客户满意度提升至90%。"}]',
        'plans: [{title: 体验专项, goal: "客户满意度提升至95%。"}]',
    ],
)
def test_goals_beyond_today_for_a_part_or_to_keep_it_are_left_alone(rest: str, found: Diagnostics) -> None:
    assert places("goal-already-met", rest, found) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "客户满意度高于行业平均。",
        "退货率优于行业平均水平。",
        "次日留存率低于行业平均4.8个百分点。",
        "退货率低于行业均值。",
    ],
)
def test_a_comparison_with_others_needs_their_figure_and_has_to_hold(
    sentence: str, found: Diagnostics
) -> None:
    assert noted("benchmark-claim", sentence, found) == ["notes[0]"]


@pytest.mark.parametrize(
    "sentence",
    [
        "次日留存率高于行业平均4.8个百分点。",
        "退货率高于行业平均0.4个百分点。",
        "次日留存率优于行业平均水平。",
        "力争客户满意度高于行业平均。",
        "新店客户满意度高于行业平均。",
        "客户满意度高于行业平均（90.1%，协会调查）。",
    ],
)
def test_a_comparison_with_others_that_holds_is_left_alone(sentence: str, found: Diagnostics) -> None:
    assert noted("benchmark-claim", sentence, found) == []


MODULES = "modules: [{name: 生产}, {name: 审核}, {name: 分发}, {name: 互动}]\n"


@pytest.mark.parametrize(
    ("head", "rest", "place"),
    [
        (", abstract: 本季度推进五大模块的工作。", MODULES, "report.abstract"),
        (", intro: 本报告回顾三个重点项目。", "projects: [{name: 甲}, {name: 乙}]", "report.intro"),
        (", abstract: 以下说明目前的四个主要问题。", "problems: [{title: 慢}, {title: 贵}, {title: 乱}]",
         "report.abstract"),
        ("", "plans: [{title: 甲}, {title: 乙}]\nrequest: {text: 请就三项计划予以批示。}", "request.text"),
        ("", "framework: {title: 五段式运营框架}\nstages: [{name: 获客}, {name: 激活}, {name: 留存}, {name: 营收}]",
         "framework.title"),
        ("", "diagnosis: {subtitle: 增长背后的四个信号, items: [甲, 乙, 丙]}", "diagnosis.subtitle"),
        ("", "projects: [{name: 分层, tiers: [高, 中, 低], actions: [把会员划分为八个层级。]}]",
         "projects[0].actions[0].text"),
        ("", "projects: [{name: 分层, tiers: [高, 中, 低], actions: [{text: 分层, count_claims: [{n: 8, of: tiers}]}]}]",
         "projects[0].actions[0].count_claims[0]"),
        ("", "modules: [{name: 甲, count_claims: [{n: 5, items: [见习, 新锐, 进阶]}]}]", "modules[0].count_claims[0]"),
        ("", "modules: [{name: 甲, count_claims: [{n: 5, of: 梯队}]}]", "modules[0].count_claims[0].of"),
        ("", "notes: [推出三类服务（答疑、证书）。]", "notes[0]"),
        ("", "notes: [上线四门课：写作、剪辑、选题。]", "notes[0]"),
        ("", "notes: [暑期活动三项：夜市、直播、团购、会员日。]", "notes[0]"),
        ("", "plans: [{id: p, title: 甲}]\nrequest: {text: 请批准下列三项资源申请。, asks: "
         "[{plan: p, resource: 预算}, {plan: p, resource: 人力}]}", "request.text"),
        ("", "notes: [为受理、转办、回访两个环节设定标准。]", "notes[0]"),
        ("", "notes: [“下一步抓两个方面：一是提质；二是控本；三是增效。”]", "notes[0]"),
    ],
)  # fmt: skip
def test_a_count_is_what_is_listed(head: str, rest: str, place: str, found: Diagnostics) -> None:
    assert places("count-claim", rest, found, head) == [place]


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (", abstract: 本季度推进四大模块的工作。", MODULES),
        (", intro: 全年新签两个项目。", "projects: [{name: 甲}, {name: 乙}, {name: 丙}]"),
        (", intro: 解决了两个主要问题。", "problems: [{title: 慢}]"),
        (", intro: 近三个月投诉下降。", "problems: [{title: 慢}]"),
        (", intro: 第三个项目已经上线。", "projects: [{name: 甲}]"),
        (", intro: 提出五大模块的设想。", ""),
        (
            ", guideline: [提质, 保安全], intro: '围绕{{ guideline }}两项目标开展工作。'",
            "goals: [{text: 增收20%}]",
        ),
        (
            "",
            "projects: [{name: 分层, tiers: [高, 中, 低], actions: [{text: 划分三类, count_claims: [{n: 3, of: tiers}]}]}]",
        ),
        ("", "projects: [{name: 课程, actions: [课程分为五大模块。]}]\n" + MODULES),
        ("", "notes: [推出答疑、证书与专题营三类服务。]"),
        ("", "notes: [推出五类服务（答疑、证书等）。]"),
        ("", "notes: [暑期活动四项：夜市、直播、团购、会员日。]"),
        ("", "notes: [暑期活动六项：夜市、直播等。]"),
        ("", "notes: [第三项：夜市、直播。]"),
        (
            "",
            "plans: [{id: p, title: 甲}]\nrequest: {text: 请批准下列两项资源申请。, asks: "
            "[{plan: p, resource: 预算}, {plan: p, resource: 人力}]}",
        ),
        ("", "notes: [按质量、活跃与影响力设五级成长阶梯。]"),
        ("", "notes: [北京、上海、广州落地两个项目。]"),
        ("", "notes: [三个环节（受理与转办、回访）均已达标。]"),
        ("", "notes: [合并交易、客服与浏览三套会员标识。]"),
        ("", "notes: [同比提高三个百分点（主要来自新客、老客）。]"),
    ],
)
def test_counts_that_hold_or_are_of_something_else_are_left_alone(
    head: str, rest: str, found: Diagnostics
) -> None:
    assert places("count-claim", rest, found, head) == []


@pytest.mark.parametrize(
    "sentence",
    ["签约机构18家。", "全年营业收入8.65亿元，同比增长20.1%。", "净推荐值为43点。", "活跃商户达320家。活跃商户300家。",
     "客户满意度升至93.6%。", "签约机构约30家。"],
)  # fmt: skip
def test_a_metric_has_one_value(sentence: str, found: Diagnostics) -> None:
    assert noted("conflicting-values", sentence, found) == ["notes[0]"]


@pytest.mark.parametrize(
    "sentence",
    [
        "营业收入8.64亿元。",
        "营业收入86,420万元。",
        "营业收入约8.6亿元。",
        "营业收入突破8亿元。",
        "营业收入目标为82,000万元。",
        "上年营业收入71,950万元。",
        "其中，华东区营业收入30,000万元。",
        "预计2026年营业收入达到100,000万元。",
        "平均响应时间从48秒缩短至29秒。",
        "签约机构培训18家。",
        "签约机构16家，其中新签4家。",
        "活跃商户达320家，较上月增加12家。",
    ],
)
def test_levels_that_agree_or_are_of_something_else_are_left_alone(sentence: str, found: Diagnostics) -> None:
    assert noted("conflicting-values", sentence, found) == []


def test_two_metrics_of_one_name_have_one_value(found: Diagnostics) -> None:
    twice = "metrics: [{id: a, name: 机构, value: 18 家}, {id: b, name: 机构, value: 16 家}]"
    codes = [code for code, _ in check(twice, found)]
    assert codes.count("conflicting-values") == 1


@pytest.mark.parametrize(
    "twice",
    [
        "[{id: a, name: 机构, value: 18 家}, {id: b, name: 机构, value: 18 家}]",
        "[{id: a, name: 机构, group: 华东, value: 18 家}, {id: b, name: 机构, group: 华西, value: 16 家}]",
        '[{id: a, name: 机构, value: 18 家, period: "2025"}, {id: b, name: 机构, value: 16 家, period: "2024"}]',
    ],
)
def test_one_name_may_stand_in_two_groups_or_periods(twice: str, found: Diagnostics) -> None:
    assert "conflicting-values" not in [code for code, _ in check(f"metrics: {twice}", found)]


LATE = "metrics: [{id: a, name: 营业收入, unit: 万元, value: 6800, target: 10000, driver: DRIVER}]\n"


@pytest.mark.parametrize(
    ("sentence", "driver"),
    [("营业收入进展良好。", "无"), ("营业收入完成年度目标的68.0%，快于时序进度。", "无"), ("各项工作如期开展。", "全年任务推进顺利"),
     ("营业收入超额完成阶段任务。", "无")],
)  # fmt: skip
def test_what_is_behind_the_time_is_not_well_on_its_way(
    sentence: str, driver: str, found: Diagnostics
) -> None:
    text = f'report: {{org: 甲, period: 2025YTD09}}\n{LATE.replace("DRIVER", driver)}notes: ["{sentence}"]'
    assert [code for code, _ in check(text, found)].count("behind-schedule") == 1
    (finding,) = (one for one in found if one.code == "behind-schedule")
    assert "6800万元 ÷ 10000万元 = 68.0%" in finding.message(Language.ZH)


@pytest.mark.parametrize(
    ("value", "period", "sentence"),
    [
        (7600, "2025YTD09", "营业收入进展良好，快于时序进度。"),
        (7200, "2025YTD09", "营业收入进展良好。"),
        (6800, "2025YTD09", "确保营业收入目标顺利完成。"),
        (6800, "2025YTD09", "营业收入推进不顺利。"),
        (6800, "2025YTD09", "新系统顺利上线。"),
        (10200, "2025", "营业收入超额完成全年目标。"),
    ],
)
def test_what_keeps_pace_may_be_praised(value: int, period: str, sentence: str, found: Diagnostics) -> None:
    metrics = LATE.replace("6800", str(value)).replace("DRIVER", "无")
    text = f'report: {{org: 甲, period: "{period}"}}\n{metrics}notes: ["{sentence}"]'
    assert "behind-schedule" not in [code for code, _ in check(text, found)]


def arms(control: str, variant: str, split: str = "") -> str:
    experiment = f"control: {{{control}}}, variant: {{{variant}}}" + (f', split: "{split}"' if split else "")
    return f'{{name: 点击率, unit: "%", value: 9.4, from: {{value: 8.2}}, experiment: {{{experiment}}}}}'


@pytest.mark.parametrize(
    ("metric", "place"),
    [
        (arms("n: 5000, hits: 410", "n: 5000, hits: 420"), "metrics[0].experiment"),
        (arms("n: 40, hits: 3", "n: 40, hits: 8"), "metrics[0].experiment"),
        (arms("n: 50000, hits: 4100", "n: 52000, hits: 4900", "50:50"), "metrics[0].experiment.split"),
    ],
)
def test_a_lift_within_chance_or_of_groups_badly_split_is_none(
    metric: str, place: str, found: Diagnostics
) -> None:
    assert ("not-significant", place) in check(f"metrics: [{metric}]", found)


@pytest.mark.parametrize(
    "metric",
    [
        arms("n: 50000, hits: 4100", "n: 50000, hits: 4700", "50:50"),
        arms("n: 90100, hits: 7380", "n: 9950, hits: 940", "90:10"),
        arms("n: 9950, hits: 815", "n: 90100, hits: 8470", "90:10"),
        arms("n: 5000, hits: 410", "n: 5000, hits: 420").replace("from: {value: 8.2}", "say: [value]"),
    ],
)
def test_a_lift_beyond_chance_is_left_alone(metric: str, found: Diagnostics) -> None:
    assert "not-significant" not in [code for code, _ in check(f"metrics: [{metric}]", found)]


def test_the_interval_is_newcombes(found: Diagnostics) -> None:
    # Newcombe 1998, table II: 56/70 − 48/80 is 0.2000 with 0.0524 to 0.3339 by method 10.
    check(f"metrics: [{arms('n: 80, hits: 48', 'n: 70, hits: 56')}]", found)
    assert "not-significant" not in [one.code for one in found]
    check(f"metrics: [{arms('n: 70, hits: 56', 'n: 80, hits: 66')}]", found)
    (finding,) = (one for one in found if one.code == "not-significant")
    assert "Δ = 2.50" in finding.message(Language.ZH)


def test_a_lift_by_test_needs_the_numbers_of_the_test(found: Diagnostics) -> None:
    assert noted("not-significant", "经A/B测试，次日留存率提高2.1个百分点。", found) == ["notes[0]"]
    assert noted("not-significant", "完成8组A/B测试，改版推进。", Diagnostics()) == []
    assert noted("not-significant", "预计A/B测试后次日留存率提高2.1个百分点。", Diagnostics()) == []
