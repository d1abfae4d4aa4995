"""What a sentence says of a metric is read where it is sure, and left alone where it is not."""

from functools import cache

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.model import Bundle
from opsreport.claims.claim import Claim
from opsreport.claims.plain_text import texts_of
from opsreport.claims.reader import Reader
from opsreport.diagnostics import Diagnostics, Source
from opsreport.readers.yaml import read_yaml

BUNDLE = """\
report: {org: 云溪社区, period: "2025"}
metrics:
  - {id: revenue, name: 营业收入, unit: 万元, value: 86420, last_year: 71950, target: 82000}
  - {id: profit, name: 净利润, unit: 万元, value: 5810, last_year: 5230, target: 6000}
  - {id: ctr, name: 内容点击率（CTR）, unit: "%", value: 8.4, last_year: 7.7}
  - {id: nps, name: 用户净推荐值（NPS）, unit: 点, kind: points, value: 45, last_year: 41}
  - {id: wait, name: 平均响应时间, unit: 秒, value: 29, target: 30, from: {value: 48}}
  - {id: roi, name: 投入产出比, kind: ratio, ratio: {left: 投入, right: 产出}, value: "1:4.5"}
  - {id: returns, name: 退货率, unit: "%", value: 3.2, last_year: 2.9}
notes: ["TEXT"]
"""


@cache
def claims_of(sentence: str) -> tuple[Claim, ...]:
    found = Diagnostics()
    node = read_yaml(Source("2025.yaml", BUNDLE.replace("TEXT", sentence).encode()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert isinstance(bundle, Bundle)
    (text,) = (text for text in texts_of(bundle) if text.key == "notes")
    return tuple(Reader(bundle).claims(text))


def told(claim: Claim) -> str:
    """A claim in one line: whose it is, what it is set against, how it moved, its amounts."""
    words = [claim.metric.id.text if claim.metric else "?"]
    if claim.base:
        words.append(claim.base.value)
    if claim.verb and claim.verb.direction:
        words.append(claim.verb.direction.value)
    for key in ("origin", "level", "by", "base_level", "attained", "exceeded", "goal"):
        amount = getattr(claim, key)
        if amount:
            words.append(f"{key} {amount.figure.amount}{amount.unit or ''}")
    marks = (
        ("平", claim.flat),
        ("倍", claim.is_multiple),
        ("拟", claim.is_hedged),
        ("他", claim.is_elsewhere),
    )
    return " ".join([*words, *(mark for mark, applies in marks if applies)])


SENTENCES = {
    "全年营业收入86,420万元，同比增长20.1%，完成年度目标的105.4%。": [
        "revenue level 86420万元",
        "revenue last_year up by 20.1%",
        "revenue attained 105.4%",
    ],
    "营业收入、净利润分别增长20.1%和11.1%。": ["revenue up by 20.1%", "profit up by 11.1%"],
    "净利润同比增长11.1%、较目标差190万元。": [
        "profit last_year up by 11.1%",
        "profit target down by 190万元",
    ],
    "CTR从7.7%提升至8.4%，提高0.7个百分点。": ["ctr up origin 7.7% level 8.4%", "ctr up by 0.7百分点"],
    "平均响应时间由48秒缩短至29秒。": ["wait down origin 48秒 level 29秒"],
    "净利润（5,810万元）高于上年。": ["profit level 5810万元", "profit last_year up"],
    "营业收入是上年的1.2倍。": ["revenue by 1.2倍 倍"],
    "退货率同比上升0.3个百分点，高于行业平均0.5个百分点。": [
        "returns last_year up by 0.3百分点",
        "returns benchmark up by 0.5百分点",
    ],
    "投入产出比为1:4.5。": ["roi level 4.5∶"],
    "营业收入较上年同期的71,950万元增长20.1%。": ["revenue last_year up by 20.1% base_level 71950万元"],
    "营业收入目标为82,000万元，实际完成86,420万元。": [
        "revenue goal 82000万元",
        "revenue level 86420万元",
    ],
    "超额完成营业收入目标5.4%。": ["revenue exceeded 5.4%"],
    "退货率基本稳定，净推荐值NPS稳定在45点。": ["returns 平", "? level 45点 平"],
    "营业收入{{ revenue }}，同比增长20.1%。": ["revenue last_year up by 20.1%"],
    # A figure that runs into a Latin name is a figure; a sign is a direction; 去年同期 is last year's.
    "CTR8.4%，同比+0.7个百分点，NPS2.0版上线。": ["ctr level 8.4%", "ctr last_year up by 0.7百分点"],
    "退货率由去年同期的2.9%升至3.2%。": ["returns last_year up origin 2.9% level 3.2%"],
    "退货率由2024年的2.9%升至3.2%，净利润较2024年增长11.1%。": [
        "returns last_year up origin 2.9% level 3.2%",
        "profit last_year up by 11.1%",
    ],
    # What is planned, or of another year, is told from what is.
    "预计明年营业收入增长18%。": ["revenue up by 18% 拟"],
    "退货率高达13.2%。": ["returns level 13.2%"],
    "力争把净利润提升至6,500万元。": ["profit up level 6500万元 拟"],
    "2024年营业收入为71,950万元，2025年增至86,420万元。": [
        "revenue level 71950万元 他",
        "revenue up level 86420万元",
    ],
    "2024年营业收入为71,950万元，同比增长9%。": [
        "revenue level 71950万元 他",
        "revenue last_year up by 9% 他",
    ],
    "人均营业收入18.6万元，同比提高9.4%。": [
        "revenue level 18.6万元 他",
        "revenue last_year up by 9.4% 他",
    ],
    "退货率（3.2%）高于全体门店（2.1%）。": ["returns level 3.2%", "returns other up"],
    "与上年同期相比，营业收入增长20.1%，净利润较预算差190万元。": [
        "revenue last_year up by 20.1%",
        "profit target down by 190万元",
    ],
    "营业收入较2024年增长20.1%，较目标高出4,420万元，退货率比上年高0.3个百分点。": [
        "revenue last_year up by 20.1%",
        "revenue target up by 4420万元",
        "returns last_year up by 0.3百分点",
    ],
    # A part, a channel, another basis: no longer the metric that is named.
    "其中，华东区营业收入同比增长30%。": ["? last_year up by 30% 他"],
    "线上渠道营业收入增长12%。": ["? up by 12%"],
    "营业收入（含税）增长12%。": ["? up by 12%"],
    "营业收入增长主要来自新客，客单价提升12%。": ["revenue up", "? up by 12%"],
    "受原料涨价影响，毛利率回落1.2个百分点，净利润仅增长11.1%。": [
        "? down by 1.2百分点",
        "profit up by 11.1%",
    ],
    # Where it comes from may be of another time than where it goes.
    "退货率由上年的2.9%升至3.2%。": ["returns last_year up origin 2.9% level 3.2%"],
    "营业收入是上年的2倍，净利润翻番。": ["revenue by 2倍 倍", "profit up"],
    "净利润扭亏为盈，退货率同比增幅为0.3个百分点。": ["profit", "returns last_year up by 0.3百分点"],
    "营业收入增速回落2个百分点。": ["revenue down by 2百分点 他"],
    "净利润亏损同比收窄86.0%。": ["profit last_year by 86.0%"],
    # A title or a quotation claims nothing.
    "《营业收入增长12%的背后》获奖，“净利润增长30%”方案启动。": [],
    "1—9月营业收入增长19%。": ["revenue up by 19% 他"],
    # A bound is no level.
    "退货率稳定在4%以下，营业收入增长20%以上。": ["returns 平", "revenue up by 20%"],
    # Dates, ordinals and codes measure nothing.
    "项目于2025年3月15日上线，编号YX-2025-003，第3批覆盖5G基站，Q3完成。": [],
}


@pytest.mark.parametrize(("sentence", "claims"), SENTENCES.items())
def test_a_sentence_is_read_for_what_it_surely_says(sentence: str, claims: list[str]) -> None:
    assert [told(claim) for claim in claims_of(sentence)] == claims


def test_a_claim_knows_the_place_of_its_figure_behind_markup_and_references() -> None:
    (claim,) = claims_of("**营业收入**{{ revenue }}，同比增长12%。")
    assert claim.by is not None
    place = claim.place(claim.by)
    line = BUNDLE.replace("TEXT", "**营业收入**{{ revenue }}，同比增长12%。").splitlines()[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == "12%"
