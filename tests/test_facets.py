"""What reports say of their metrics: the sentences that the examples must print, and what they leave unsaid."""

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.model import Bundle
from opsreport.diagnostics import NOWHERE, Diagnostics, Language, Severity, Source
from opsreport.figures import Facet, Verdict
from opsreport.readers.yaml import read_yaml
from opsreport.report.cells import COLUMNS, cell, field_text
from opsreport.report.facet_findings import report_facet, report_unclear_polarity, report_vanishing
from opsreport.report.facets import Facets
from opsreport.report.sentences import fragment, group_statement, statement, words

ANNUAL = """
  - {id: revenue, name: 总营业收入, kind: money, unit: 万元, value: 86420, target: 82000, last_year: 71950,
     say: [vs_target, vs_last_year]}
  - {id: gross_margin, name: 毛利率, kind: rate, unit: "%", value: 31.4, last_year: 31.2, say: [value, vs_last_year]}
  - {id: net_profit, name: 净利润, kind: money, unit: 万元, value: 5810, target: 6000, last_year: 4620,
     say: [vs_target, vs_last_year]}
  - {id: new_users, name: 新增注册用户, kind: count, unit: 万, value: 324.6, last_year: 281.3, breakdown: [
     {name: 达人与内容, value: 124.0}, {name: 付费投放, value: 121.7}, {name: 自然流量, value: 52.6},
     {name: 老客推荐, value: 26.3}], say: [value, vs_last_year]}
  - {id: content_share, name: 达人与内容渠道占比, kind: rate, unit: "%", value: 38.2, last_year: 29.5, say: [to]}
  - {id: mau, name: 月度活跃用户（MAU）, kind: count, unit: 万, agg: avg, value: 436.5, last_year: 389.4,
     peak: {value: 512.8, at: 2025-11}, series: [{period: 2025-10, value: 455.4}, {period: 2025-11, value: 512.8}],
     say: [peak, average, vs_last_year]}
  - {id: d1, name: 次日留存率, kind: rate, unit: "%", value: 46.8, last_year: 46.5,
     benchmark: {value: 42.0, label: 行业平均}, verb: 稳定在, say: [value, vs_benchmark]}
  - {id: d7, name: 七日留存率, kind: rate, unit: "%", value: 28.9, last_year: 25.7,
     benchmark: {value: 24.5, label: 行业平均}, say: [to, vs_benchmark]}
  - {id: d30, name: 三十日留存率, kind: rate, unit: "%", value: 17.6, last_year: 15.9,
     benchmark: {value: 14.8, label: 行业平均}, verb: 达到, say: [value, vs_benchmark]}
  - {id: pay_rate, name: 付费用户转化率, kind: rate, unit: "%", from: {value: 6.3, label: 2024年}, value: 7.5}
  - {id: resp_time, name: 客服平均响应时间, kind: duration, unit: 秒, polarity: lower,
     from: {value: 48, label: 2024年}, value: 29, say: [from_to]}
  - {id: cycle, name: 平均履约周期, kind: duration, unit: 小时, polarity: lower, value: 41.5, last_year: 47.0,
     say: [change]}
  - {id: cac, name: 单位获客成本（CAC）, kind: money, unit: 元, polarity: lower, value: 38.6, last_year: 44.1,
     say: [vs_last_year]}
  - {id: cost_ratio, name: 运营总成本占收比, kind: rate, unit: "%", polarity: lower, from: {value: 24.6}, value: 22.8}
  - {id: repurchase, name: 高价值会员月度复购率, kind: rate, unit: "%", from: {value: 33.6}, value: 38.9, say: [change]}
  - {id: ltv, name: 整体用户生命周期价值（LTV）, kind: money, unit: 元, certainty: estimated,
     change: {value: 11.5, unit: "%", vs: before}, say: [change]}
  - {id: nps, name: 净推荐值（NPS）服务分项, kind: points, unit: 点, from: {value: 34}, value: 43, say: [change]}
  - {id: labor_saving, name: 客服人力成本, kind: money, unit: 万元, polarity: lower, approx: true,
     change: {value: -18, unit: "%", vs: before}, say: [change]}
  - {id: reactivated, name: 唤醒沉默会员, kind: count, unit: 万, value: 21.7, say: [value]}
  - {id: reactivation_rate, name: 唤醒转化率, kind: rate, unit: "%", value: 9.4, verb: 达到, say: [value]}
  - {id: exposure, name: 总曝光量, kind: count, unit: 亿次, value: 3.2, verb: 达到, say: [value]}
  - {id: dnu, name: 活动期日均新增用户, kind: count, unit: 万, value: 1.38, previous: 0.96,
     previous_label: 活动前同等天数, say: [vs_previous]}
  - {id: roi, name: 投入产出比（ROI）, kind: ratio, ratio: {left: 投入, right: 产出}, value: 4.5, verb: 达到, say: [value]}
"""

LIFECYCLE = """
  - {id: core_retention, name: 核心渠道新学员次月留存率, kind: rate, unit: "%",
     from: {value: 24.1, label: 2024年下半年}, value: 31.6, say: [change]}
  - {id: activation_rate, name: 注册当天完成首课的比例, kind: rate, unit: "%", from: {value: 38.4}, value: 52.7,
     say: [from_to]}
  - {id: stickiness, name: DAU/MAU, kind: rate, unit: "%", from: {value: 17.2}, value: 21.9, say: [from_to]}
  - {id: pay_rate, name: 月度付费转化率, kind: rate, unit: "%", polarity: higher, from: {value: 3.2}, value: 4.0,
     say: [change], change_style: relative}
  - {id: referral_share, name: 学员推荐带来的新增占比, kind: rate, unit: "%", from: {value: 8.6}, value: 14.3, say: [to]}
"""

MEMO = """
  - {id: partners, name: 签约内容机构, kind: count, unit: 家, value: 18}
  - {id: ip_reads, name: 栏目平均阅读量, kind: count, unit: 次, value: 18900,
     baseline: {value: 14000, label: 平台基线}, say: [vs_baseline]}
  - {id: submissions, name: 用户投稿, kind: count, unit: 万篇, value: 3.6}
  - {id: aigc, name: 快讯类内容生产效率, kind: index, certainty: preliminary, approx: true,
     change: {value: 35, unit: "%", vs: before}}
  - {id: daily_new, name: 平台日均新增内容, kind: count, unit: 篇, value: 48300, previous: 44100, say: [vs_previous]}
  - {id: quality_share, name: 优质内容占比, kind: rate, unit: "%", from: {value: 12.4, label: 二季度}, value: 15.1,
     say: [from_to]}
  - {id: ai_accuracy, name: 机器审核准确率, kind: rate, unit: "%", value: 97.2, target: 97.0, verb: 达到, say: [value]}
  - {id: review_time, name: 人工平均审核时长, kind: duration, unit: 秒, polarity: lower, value: 34, previous: 40,
     say: [vs_previous], change_style: relative}
  - {id: complaint, name: 违规内容投诉率, kind: rate, unit: ‰, polarity: lower, value: 0.42, previous: 0.50,
     say: [vs_previous], change_style: relative}
  - {id: ext_visits, name: 站外分发带来的日均新增访问, kind: count, unit: 次, value: 5200, certainty: preliminary}
  - {id: dwell, name: 人均每日内容消费时长, kind: duration, unit: 分钟, polarity: higher, value: 42.5, previous: 38.0,
     say: [vs_previous], change_style: absolute}
  - {id: ctr, name: 内容点击率（CTR）, kind: rate, unit: "%", value: 8.4, previous: 7.7, say: [vs_previous]}
  - {id: comments, name: 人均评论数, kind: count, unit: 条, value: 2.30, previous: 2.04, decimals: 2, say: [vs_previous]}
  - {id: likes, name: 人均点赞数, kind: count, unit: 次, value: 9.10, previous: 8.22, decimals: 2, say: [vs_previous]}
  - {id: shares, name: 人均分享数, kind: count, unit: 次, value: 0.86, previous: 0.79, decimals: 2, say: [vs_previous]}
  - {id: vibe, name: 社区氛围满意度, kind: score, unit: 分, scale: {min: 1, max: 5, name: 5分制}, from: {value: 3.9},
     value: 4.2, say: [from_to]}
  - {id: core_creators, name: 核心作者数量, kind: count, unit: 名, value: 1314, previous: 1180, say: [vs_previous]}
  - {id: core_retention, name: 核心作者月度留存率, kind: rate, unit: "%", value: 88.6, previous: 88.3, verb: 稳定在,
     say: [value]}
"""


def bundle_of(period: str, metrics: str) -> Bundle:
    text = f"report: {{period: '{period}'}}\nmetrics:\n{metrics}"
    found = Diagnostics()
    node = read_yaml(Source("report.yaml", text.encode()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert not list(found), [finding.message(Language.ZH) for finding in found]
    assert bundle is not None
    return bundle


def facets_of(bundle: Bundle, name: str) -> Facets:
    assert bundle.report.period is not None
    return Facets(bundle.metric_by_id[name], bundle.report.options, bundle.report.period.value)


def one(metric: str, period: str = "2025Q3") -> Facets:
    """The facets of a metric written in a line."""
    return facets_of(bundle_of(period, f"  - {{id: m, {metric}}}\n"), "m")


def told(facets: Facets) -> str:
    return words(statement(facets))


@pytest.fixture(scope="module")
def annual() -> Bundle:
    return bundle_of("2025", ANNUAL)


@pytest.fixture(scope="module")
def lifecycle() -> Bundle:
    return bundle_of("2025H1", LIFECYCLE)


@pytest.fixture(scope="module")
def memo() -> Bundle:
    return bundle_of("2025Q3", MEMO)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("revenue", "总营业收入完成年度目标的105.4%，同比增长20.1%"),
        ("gross_margin", "毛利率为31.4%，与上年同期基本持平"),
        ("net_profit", "净利润完成年度目标的96.8%，同比增长25.8%"),
        ("new_users", "新增注册用户324.6万，同比增长15.4%"),
        ("content_share", "达人与内容渠道占比提升至38.2%"),
        ("mau", "月度活跃用户（MAU）峰值512.8万（11月），月均436.5万，同比增长12.1%"),
        ("pay_rate", "付费用户转化率从6.3%提升至7.5%"),
        ("resp_time", "客服平均响应时间从48秒缩短至29秒"),
        ("cycle", "平均履约周期缩短5.5小时"),
        ("cac", "单位获客成本（CAC）同比下降12.5%"),
        ("cost_ratio", "运营总成本占收比从24.6%降至22.8%"),
        ("repurchase", "高价值会员月度复购率提高5.3个百分点"),
        ("ltv", "整体用户生命周期价值（LTV）预估增长11.5%"),
        ("nps", "净推荐值（NPS）服务分项提高9点"),
        ("labor_saving", "客服人力成本下降约18%"),
        ("exposure", "总曝光量达到3.2亿次"),
        ("dnu", "活动期日均新增用户环比增长43.8%（与活动前同等天数相比）"),
        ("roi", "投入产出比（ROI）达到1∶4.5"),
    ],
)
def test_the_annual_review_says_of_each_metric_what_it_must(annual: Bundle, name: str, sentence: str) -> None:
    assert told(facets_of(annual, name)) == sentence


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("core_retention", "提高7.5个百分点"),
        ("activation_rate", "从38.4%提升至52.7%"),
        ("stickiness", "从17.2%提升至21.9%"),
        ("pay_rate", "从3.2%提升至4.0%，相对提高25.0%（提高0.8个百分点）"),
        ("referral_share", "提升至14.3%"),
    ],
)
def test_the_lifecycle_topic_says_of_each_metric_what_it_must(
    lifecycle: Bundle, name: str, phrase: str
) -> None:
    assert words(fragment(facets_of(lifecycle, name))) == phrase


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("partners", "18家"),
        ("ip_reads", "比平台基线高35.0%"),
        ("submissions", "3.6万篇"),
        ("daily_new", "环比增长9.5%"),
        ("quality_share", "从12.4%提升至15.1%"),
        ("ai_accuracy", "达到97.2%"),
        ("review_time", "环比缩短15.0%"),
        ("complaint", "从0.50‰降至0.42‰，环比下降16.0%（下降0.08个千分点）"),
        ("ext_visits", "初步统计5200次"),
        ("dwell", "环比增加4.5分钟"),
        ("ctr", "环比提高0.7个百分点"),
        ("vibe", "从3.9分提升至4.2分（5分制）"),
        ("core_creators", "环比增长11.4%"),
        ("core_retention", "稳定在88.6%"),
    ],
)
def test_the_memo_says_of_each_metric_what_it_must(memo: Bundle, name: str, phrase: str) -> None:
    assert words(fragment(facets_of(memo, name))) == phrase


def test_metrics_that_end_in_the_same_facet_share_it(annual: Bundle, memo: Bundle) -> None:
    interactions = [facets_of(memo, name) for name in ("comments", "likes", "shares")]
    assert words(group_statement(interactions)) == "人均评论数、点赞数、分享数环比分别增长12.7%、10.7%和8.9%"
    retention = [facets_of(annual, name) for name in ("d1", "d7", "d30")]
    assert words(group_statement(retention)) == (
        "次日留存率稳定在46.8%，七日留存率提升至28.9%，三十日留存率达到17.6%，分别高于行业平均4.8、4.4和2.8个百分点"
    )


def test_metrics_that_share_nothing_stand_side_by_side(annual: Bundle) -> None:
    two = [facets_of(annual, name) for name in ("reactivated", "reactivation_rate")]
    assert words(group_statement(two)) == "唤醒沉默会员21.7万，唤醒转化率达到9.4%"
    other = [facets_of(annual, name) for name in ("new_users", "content_share")]
    assert (
        words(group_statement(other)) == "新增注册用户324.6万，同比增长15.4%；达人与内容渠道占比提升至38.2%"
    )


def test_metrics_that_moved_in_different_directions_share_nothing() -> None:
    bundle = bundle_of(
        "2025Q3",
        "  - {id: a, name: 人均评论数, unit: 条, value: 3, previous: 2, say: [vs_previous]}\n"
        "  - {id: b, name: 人均点赞数, unit: 次, value: 2, previous: 3, say: [vs_previous]}\n",
    )
    sentence = words(group_statement([facets_of(bundle, "a"), facets_of(bundle, "b")]))
    assert sentence == "人均评论数环比增长50.0%，人均点赞数环比下降33.3%"


def test_every_number_of_a_shared_sentence_keeps_its_own_place(memo: Bundle) -> None:
    interactions = [facets_of(memo, name) for name in ("comments", "likes")]
    places = {piece.text: piece.path for piece in group_statement(interactions) if piece.path}
    likes = memo.metric_by_id["likes"].path
    assert places["10.7%"] == f"{likes}.vs_previous"
    assert places["点赞数"] == f"{likes}.name"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("", "初步统计提高约35%"),
        ("在快讯中内测，初步测试显示生产效率", "提高约35%"),
        ("据测算，生产效率", "初步统计提高约35%"),
        ("预计生产效率", "提高约35%"),
    ],
)
def test_an_uncertain_figure_is_called_so_once_in_its_clause(memo: Bundle, before: str, said: str) -> None:
    assert words(fragment(facets_of(memo, "aigc"), before=before)) == said


def test_a_forecast_is_called_one() -> None:
    assert (
        told(one("name: 收入, unit: 万元, value: 120, certainty: forecast, say: [value]"))
        == "收入预计120万元"
    )


@pytest.mark.parametrize(
    ("metric", "sentence"),
    [
        ("name: 季度GMV, unit: 万元, value: 18640, last_year: 15370", "季度GMV为18640万元，同比增长21.3%"),
        ("name: 专题3, kind: count, unit: 篇, value: 12", "专题3为12篇"),
        ("name: GMV, unit: 万元, value: 120, certainty: forecast", "GMV预计120万元"),
        ("name: GMV, unit: 万元, value: 约120", "GMV约120万元"),
        ("name: 季度GMV, unit: 万元, value: 12, last_year: 10, say: [vs_last_year]", "季度GMV同比增长20.0%"),
        ("name: 成交额（GMV）, unit: 万元, value: 120", "成交额（GMV）120万元"),
    ],
)
def test_a_number_never_runs_into_the_letters_of_a_name(metric: str, sentence: str) -> None:
    assert told(one(metric)) == sentence


@pytest.mark.parametrize(
    ("name", "key", "text"),
    [
        ("revenue", "value", "86420万元"),
        ("revenue", "number", "86420"),
        ("revenue", "last_year", "71950万元"),
        ("revenue", "target", "82000万元"),
        ("mau", "peak", "512.8万"),
        ("mau", "average", "436.5万"),
        ("resp_time", "from", "48秒"),
        ("d1", "benchmark", "42.0%"),
        ("roi", "value", "1∶4.5"),
        ("dnu", "name", "活动期日均新增用户"),
        ("revenue", "previous", None),
    ],
)
def test_a_text_may_name_single_fields(annual: Bundle, name: str, key: str, text: str | None) -> None:
    assert field_text(facets_of(annual, name), key) == text


def test_a_table_shows_the_same_numbers_as_the_prose(annual: Bundle, memo: Bundle) -> None:
    revenue = facets_of(annual, "revenue")
    shown = [cell(revenue, column).text for column in COLUMNS]
    assert shown == ["86420万元", "", "71950万元", "", "82000万元", "105.4%", "", "+20.1%", "", "", ""]
    assert cell(facets_of(annual, "resp_time"), "change").text == "−19秒"
    assert cell(facets_of(annual, "labor_saving"), "change").text == "约−18%"
    assert cell(facets_of(memo, "daily_new"), "value").text == "4.83万篇"
    assert cell(facets_of(memo, "ctr"), "vs_previous").text == "+0.7个百分点"
    assert cell(facets_of(memo, "ai_accuracy"), "vs_target").text == "+0.2个百分点"


def test_an_approximate_figure_is_called_one_in_prose_and_table_alike() -> None:
    orders = one("name: 订单, unit: 单, approx: true, value: 12345, last_year: 11000")
    assert told(orders) == "订单约12345单，同比增长约12.2%"
    assert [cell(orders, column).text for column in ("value", "last_year", "vs_last_year")] == [
        "约12345单",
        "11000单",
        "约+12.2%",
    ]


@pytest.mark.parametrize(
    ("metric", "sentence"),
    [
        ("unit: 篇, value: 约5万, target: 3万", "约5万篇，完成季度目标的约166.7%"),
        ("unit: 篇, value: 400, target: 300, approx: true", "约400篇，完成季度目标的约133.3%"),
        (
            "kind: duration, unit: 秒, polarity: lower, value: 约40, target: 30",
            "为约40秒，超出控制目标约10秒",
        ),
        ("unit: '%', value: 40, target: 约30", "为40%，高于目标约10个百分点"),
        ("unit: 篇, value: 超100万, last_year: 20万", "超100万篇，约为上年同期的5倍"),
        (
            "unit: 万元, sign: profit, approx: true, value: -1200, target: -1500",
            "亏损约1200万元，比预算少亏约300万元",
        ),
        (
            "unit: 万元, sign: profit, approx: true, value: -30, last_year: 120",
            "亏损约30万元，由盈转亏（上年同期盈利120万元，本期亏损约30万元）",
        ),
        ("unit: 万元, value: 约30, last_year: -120", "约30万元，同比由−120万元变为约30万元，增加约150万元"),
        (
            "unit: '%', change_style: relative, from: 约3.2, value: 4.0, say: [change]",
            "从约3.2%提升至4.0%，相对提高约25.0%（提高约0.8个百分点）",
        ),
        ("unit: 次, value: 约18900, baseline: 14000, say: [vs_baseline]", "比基准高约35.0%"),
    ],
)
def test_what_follows_from_an_approximate_figure_is_only_approximate(metric: str, sentence: str) -> None:
    assert told(one(f"name: 甲, {metric}")) == f"甲{sentence}"


@pytest.mark.parametrize(
    ("metric", "column", "text"),
    [
        ("unit: '%', value: 40, target: 30, approx: true", "vs_target", "约+10个百分点"),
        ("unit: 篇, value: 400, target: 约300", "vs_target", "约133.3%"),
        ("unit: 万元, sign: profit, value: 约-876, last_year: -6254", "vs_last_year", "减亏约86.0%"),
        (
            "unit: 小时, polarity: lower, approx: true, value: 41.5, previous: 47.0",
            "vs_previous",
            "约−5.5小时",
        ),
    ],
)
def test_a_cell_is_as_approximate_as_the_prose(metric: str, column: str, text: str) -> None:
    assert cell(one(f"name: 甲, {metric}"), column).text == text


@pytest.mark.parametrize(
    ("metric", "prose", "shown"),
    [
        ("unit: 万元, value: 1004, last_year: 1000", "与上年同期基本持平", "+0.4%"),
        ("unit: 万元, value: 1000, last_year: 1000", "与上年同期持平", "持平"),
        ("unit: 人, value: 100010, last_year: 100000", "与上年同期基本持平", "基本持平"),
        ("unit: '%', value: 31.2, last_year: 31.4", "与上年同期基本持平", "−0.2个百分点"),
        ("unit: '%', value: 31.454, last_year: 31.446", "与上年同期基本持平", "基本持平"),
        ("unit: 亿次, decimals: 1, value: 1.204, last_year: 1.2", "与上年同期持平", "持平"),
        ("unit: 万元, sign: profit, value: -1004, last_year: -1000", "亏损与上年同期基本持平", "增亏0.4%"),
        ("unit: 万元, sign: profit, value: -1000, last_year: -1000", "亏损与上年同期持平", "持平"),
    ],
)
def test_level_means_in_prose_and_table_that_both_figures_print_alike(
    metric: str, prose: str, shown: str
) -> None:
    facets = one(f"name: 甲, {metric}, say: [vs_last_year]")
    assert told(facets) == f"甲{prose}"
    assert cell(facets, "vs_last_year").text == shown


def test_a_target_is_met_to_the_dot_only_where_both_print_alike() -> None:
    almost = one("name: 甲, unit: '%', value: 31.454, target: 31.446, say: [vs_target]")
    assert (told(almost), cell(almost, "vs_target").text) == ("甲与目标基本持平", "基本持平")
    just = one("name: 甲, unit: '%', value: 31.4, target: 31.4, say: [vs_target]")
    assert (told(just), cell(just, "vs_target").text) == ("甲与目标持平", "持平")


@pytest.mark.parametrize(
    ("metric", "said"),
    [
        ("unit: 次, value: 500, baseline: {value: 3, label: 平台基线}", "平台基线为3次，本期500次"),
        ("unit: 次, value: 500, benchmark: 60", "约为行业平均的8.3倍"),
        ("unit: 次, value: 0, benchmark: 60", "行业平均为60次，本期0次"),
        ("unit: 万元, sign: profit, value: -20, benchmark: -60", "行业平均为−60万元，本期−20万元"),
    ],
)
def test_beside_others_too_no_percentage_is_told_that_would_mislead(metric: str, said: str) -> None:
    facet = "vs_baseline" if "baseline" in metric else "vs_benchmark"
    assert told(one(f"name: 甲, {metric}, say: [{facet}]")) == f"甲{said}"


def test_what_one_facet_has_said_the_next_does_not_repeat() -> None:
    loss = one("name: 净利润, unit: 万元, sign: profit, value: -1200, target: -1500")
    assert told(loss) == "净利润亏损1200万元，比预算少亏300万元"
    rate = one(
        "name: 转化率, unit: '%', from: 3.2, value: 4.0, change_style: relative, say: [from_to, change]"
    )
    assert told(rate) == "转化率从3.2%提升至4.0%，相对提高25.0%（提高0.8个百分点）"


def test_a_cell_goes_by_the_true_direction_and_knows_what_is_good(annual: Bundle) -> None:
    cost = cell(facets_of(annual, "cac"), "vs_last_year")
    assert (cost.text, cost.direction.value, cost.verdict) == ("−12.5%", "down", Verdict.BETTER)


@pytest.mark.parametrize(
    ("last_year", "value", "text"),
    [
        ("-15", "36", "扭亏为盈"),
        ("212", "-583", "由盈转亏"),
        ("-6254", "-876", "减亏86.0%"),
        ("375", "3200", "+753.3%"),
        ("42", "4388", "基数过小"),
        ("0", "36", "基数为零"),
        ("36", "36", "持平"),
        ("不适用", "36", "无可比数据"),
        ("XX", "36", "XX"),
    ],
)
def test_a_cell_without_a_percentage_says_why(last_year: str, value: str, text: str) -> None:
    profit = one(f"name: 净利润, unit: 万元, sign: profit, value: '{value}', last_year: '{last_year}'")
    assert cell(profit, "vs_last_year").text == text


def test_a_base_said_not_to_exist_is_told_and_one_left_out_is_not() -> None:
    assert (
        told(one("name: 收入, unit: 万元, value: 120, last_year: 不适用"))
        == "收入120万元，上年同期无可比数据"
    )
    assert told(one("name: 收入, unit: 万元, value: 120")) == "收入120万元"
    assert told(one("name: 收入, unit: 万元, value: 120, target: 不适用")) == "收入120万元，未设目标"


def test_the_default_sentence_says_all_that_the_data_allow() -> None:
    full = one("name: 收入, unit: 万元, value: 120, target: 100, last_year: 80, previous: 110")
    assert told(full) == "收入120万元，完成季度目标的120.0%，同比增长50.0%，环比增长9.1%"


def test_a_year_to_date_is_held_against_the_year_elapsed() -> None:
    running = one("name: 收入, unit: 万元, value: 680, target: 1000, say: [vs_target]", "2025年前三季度")
    assert told(running) == "收入完成年度目标的68.0%，落后时序进度7.0个百分点"


def test_a_forced_verb_takes_the_place_of_the_usual_one() -> None:
    saved = one("name: 人力成本, unit: 万元, verb: 节约, change: {value: -18, unit: '%'}, say: [change]")
    assert told(saved) == "人力成本节约18%"


def test_a_change_known_by_itself_is_told_by_what_it_is_against() -> None:
    points = "name: 留存率, kind: rate, unit: '%', "
    assert told(one(points + "change: {value: 2.1pp, vs: last_year}")) == "留存率同比提高2.1个百分点"
    assert (
        told(one(points + "change: {value: -2.1, unit: 百分点, vs: previous}")) == "留存率环比下降2.1个百分点"
    )
    assert told(one(points + "change: {value: 2.1}")) == "留存率提高2.1个百分点"
    assert told(one(points + "change: {value: 13.2, unit: '%'}")) == "留存率相对提高13.2%"


def test_shares_that_rounding_keeps_from_adding_up_say_so() -> None:
    thirds = one(
        "name: 收入, unit: 万元, value: 3, say: [shares], breakdown: [{name: 甲, value: 1}, {name: 乙, value: 1},"
        " {name: 丙, value: 1}]"
    )
    phrase = thirds.phrase(Facet.SHARES)
    assert phrase is not None
    assert phrase.text == "其中甲占33.3%、乙占33.3%、丙占33.3%"
    assert phrase.note == "因四舍五入，各分项占比之和可能不等于100%"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ("shares: [{name: 甲, share: 333‰}, {name: 乙, share: 66.7%}]", "甲占33.3%、乙占66.7%"),
        ("shares: [{name: 甲, share: 约38%}, {name: 乙, share: 62.0}]", "甲占约38%、乙占62.0%"),
        ("value: 10, breakdown: [{name: 甲, value: 约3}, {name: 乙, value: 7}]", "甲占约30.0%、乙占70.0%"),
        ("value: 约10, breakdown: [{name: 甲, value: 3}]", "甲占约30.0%"),
        ("value: 10, breakdown: [{name: 甲, value: 3.3}, {name: 乙, value: 7.2}]", "甲占33.0%、乙占72.0%"),
    ],
)
def test_shares_are_percentages_and_as_approximate_as_their_figures(parts: str, said: str) -> None:
    phrase = one(f"name: 收入, unit: 万元, {parts}, say: [shares]").phrase(Facet.SHARES)
    assert phrase is not None
    assert phrase.text == f"其中{said}"


@pytest.mark.parametrize(
    ("parts", "flaw"),
    [
        ("breakdown: [{name: 甲, value: 133}, {name: 乙, value: -33}]", "negative"),
        ("shares: [{name: 甲, share: 133}, {name: 乙, share: -33}]", "negative"),
        ("value: 10, breakdown: [{name: 甲, value: 30}, {name: 乙, value: 70}]", "beyond"),
        ("shares: [{name: 甲, share: 60.0}, {name: 乙, share: 70.0}]", "beyond"),
        ("value: 0, breakdown: [{name: 甲, value: 0}]", "no-total"),
        ("value: -10, breakdown: [{name: 甲, value: 3}]", "no-total"),
        ("breakdown: [{name: 甲, value: 3}, {name: 乙, value: 待补}]", "incomplete"),
    ],
)
def test_parts_that_make_no_whole_have_no_shares_and_the_reason_is_told(parts: str, flaw: str) -> None:
    facets = one(f"name: 收入, unit: 万元, {parts}, say: [shares]")
    found = Diagnostics()
    report_facet(facets, Facet.SHARES, NOWHERE, found)
    assert facets.phrase(Facet.SHARES) is None
    (finding,) = found
    assert (finding.code, finding.help_key, finding.severity) == (
        "parts-without-whole",
        flaw,
        Severity.WARNING,
    )
    assert "缺少" not in finding.message(Language.ZH)


@pytest.mark.parametrize(
    ("metric", "vanished"),
    [
        ("unit: 秒, value: 1, display_unit: 小时", ["0.0小时"]),
        ("unit: 次, value: 5亿, last_year: 3, display_unit: 亿", ["0.0亿次"]),
        ("unit: 次, value: 0.3, decimals: 0", ["0次"]),
        ("unit: 次, value: 0, last_year: 0.3", []),
        ("unit: 秒, value: 1800, previous: 0, display_unit: 小时", []),
        ("unit: 万元, value: 14.5千元, decimals: 0", ["1万元"]),
        ("unit: '%', value: 5‱", ["0.1%"]),
        ("unit: 亿元, value: 0.0145", ["0.01亿元"]),
        ("unit: 小时, value: '0:05:00'", ["0.1小时"]),
        ("unit: 亿元, value: 0.0145, decimals: 4", []),
        ("unit: 万元, value: 1.04, decimals: 0", []),
    ],
)
def test_no_figure_becomes_another_without_a_warning(metric: str, vanished: list[str]) -> None:
    found = Diagnostics()
    report_vanishing(one(f"name: 甲, {metric}"), found)
    assert [(one.code, dict(one.details)["shown"]) for one in found] == [
        ("vanishing-figure", shown) for shown in vanished
    ]


def test_an_unfilled_slot_stays_visible_where_it_is_due() -> None:
    assert told(one("name: 收入, unit: 万元, value: XX, say: [value]")) == "收入XX"
    unfilled = one("name: 收入, unit: 万元, value: 120, last_year: 待补, say: [value, vs_last_year]")
    assert told(unfilled) == "收入120万元，同比待补"


def test_a_facet_without_its_figures_is_a_warning_in_say_and_an_error_in_a_text() -> None:
    facets = one("name: 收入, unit: 万元, value: 120, say: [value, vs_last_year]")
    assert told(facets) == "收入120万元"
    found = Diagnostics()
    report_facet(facets, Facet.VS_LAST_YEAR, NOWHERE, found)
    report_facet(facets, Facet.VS_LAST_YEAR, NOWHERE, found, in_text=True)
    report_facet(facets, Facet.VALUE, NOWHERE, found)
    assert [(one.code, one.severity) for one in found] == [
        ("missing-facet", Severity.WARNING),
        ("missing-facet", Severity.ERROR),
    ]
    assert "last_year" in next(iter(found)).message(Language.ZH)


def test_a_change_that_rounding_hides_is_reported_and_nothing_is_adjusted() -> None:
    facets = one(
        "name: 曝光, unit: 亿次, decimals: 0, value: 1.4, last_year: 1.2, say: [value, vs_last_year]"
    )
    found = Diagnostics()
    report_facet(facets, Facet.VS_LAST_YEAR, NOWHERE, found)
    assert [finding.code for finding in found] == ["hidden-change"]
    assert told(facets) == "曝光1亿次，同比增长16.7%"


@pytest.mark.parametrize(
    ("metric", "sentence"),
    [
        ("name: 净利润, unit: 万元, value: -1234, last_year: -2580", "净利润亏损1234万元，同比亏损收窄52.2%"),
        ("name: 营业利润, unit: 万元, value: 36, last_year: -15", "营业利润36万元，扭亏为盈（上年同期亏损15万元，本期盈利36万元）"),
        ("name: 利润总额, unit: 万元, value: -1234, target: -1500", "利润总额亏损1234万元，比预算少亏266万元"),
        ("name: 经营亏损, unit: 万元, value: -1234, last_year: -2580", "经营亏损1234万元，同比亏损收窄52.2%"),
        ("name: 经营亏损, unit: 万元, value: 1234, target: 1500", "经营亏损1234万元，低于控制目标266万元"),
    ],
)  # fmt: skip
def test_a_profit_below_nought_is_a_loss_without_anybody_saying_so(metric: str, sentence: str) -> None:
    assert words(statement(one(metric))) == sentence


@pytest.mark.parametrize(
    ("metric", "said", "codes"),
    [
        ("name: 平均通话时长, unit: 分钟, value: 6.5, target: 5", "6.5分钟，高于目标1.5分钟", ["unclear-polarity"]),
        ("name: 平均通话时长, unit: 分钟, value: 6.5, last_year: 5", "6.5分钟，同比延长1.5分钟", []),
        ("name: 平均通话时长, unit: 分钟, value: 6.5, target: 5, polarity: neutral", "6.5分钟，高于目标1.5分钟", []),
        ("name: 平均通话时长, unit: 分钟, value: 6.5, target: 5, polarity: lower", "6.5分钟，超出控制目标1.5分钟", []),
        ("name: 平均通话时长, unit: 分钟, value: 6, target: 5, polarity: higher", "6分钟，完成季度目标的120.0%", []),
        ("name: 平均发货时长, unit: 小时, value: 18.5, target: 20", "18.5小时，低于控制目标1.5小时", []),
        ("name: 人均使用时长, unit: 分钟, value: 42, target: 40", "42分钟，完成季度目标的105.0%", []),
    ],
)  # fmt: skip
def test_no_completion_praises_a_duration_that_may_have_to_be_short(
    metric: str, said: str, codes: list[str]
) -> None:
    facets, found = one(metric), Diagnostics()
    report_unclear_polarity(facets, found)
    assert words(fragment(facets)) == said
    assert [(one.code, one.primary.span.path) for one in found] == [
        (code, "metrics[0].name") for code in codes
    ]


def test_a_metric_without_a_figure_is_said_to_lack_it_and_not_to_lack_itself() -> None:
    found = Diagnostics()
    report_facet(one("name: 合作商户, unit: 家"), Facet.VALUE, NOWHERE, found)
    (finding,) = found
    assert finding.message(Language.ZH) == "指标“合作商户”缺少本期（value），说不出这项指标"
    assert finding.message(Language.EN) == "metric “合作商户” has no value, so it cannot be said"
    assert "XX" in finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("", "certainty: preliminary, approx: true", "甲环比提高0.8个百分点，乙初步统计环比提高约4个百分点"),
        ("", "approx: true", "甲环比提高0.8个百分点，乙环比提高约4个百分点"),
        ("certainty: estimated", "", "甲预估环比提高0.8个百分点，乙环比提高4个百分点"),
        ("certainty: estimated", "certainty: estimated", "甲、乙预估环比分别提高0.8和4个百分点"),
        ("approx: true", "approx: true", "甲、乙环比分别提高约0.8和约4个百分点"),
    ],
)
def test_what_is_uncertain_of_one_metric_is_said_of_no_other(first: str, second: str, sentence: str) -> None:
    bundle = bundle_of(
        "2025Q3",
        f"  - {{id: a, name: 甲, unit: '%', value: 8.5, previous: 7.7, say: [环比], {first}}}\n"
        f"  - {{id: b, name: 乙, unit: '%', value: 35, previous: 31, say: [环比], {second}}}\n",
    )
    assert words(group_statement([facets_of(bundle, "a"), facets_of(bundle, "b")])) == sentence


def test_a_relative_change_of_a_rate_is_not_taken_for_points_in_a_table() -> None:
    rate = "name: 转化率, unit: '%', from: 3.2, value: 4.0"
    assert cell(one(rate), "change").text == "+0.8个百分点"
    assert cell(one(f"{rate}, change_style: relative"), "change").text == "+25.0%（相对）"
    assert (
        cell(one("name: 转化率, unit: '%', change: {value: 13.2, unit: '%'}"), "change").text
        == "+13.2%（相对）"
    )
    assert cell(one("name: 收入, unit: 万元, from: 80, value: 100"), "change").text == "+25.0%"
