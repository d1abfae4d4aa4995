"""Punctuation, spaces, signs and numbers as the standards have them; what is Latin, quoted or code is left alone."""

import json

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language

METRICS = """\
metrics:
  - {id: revenue, name: 营业收入, unit: 亿元, value: 1.02, last_year: 0.98}
  - {id: rate, name: 转化率, unit: "%", value: 53, from: 38.4}
"""


def told(code: str, sentence: str, options: str = "{}") -> list[tuple[str, str]]:
    """What is found of this code in a note: the stretch, and what to write instead."""
    found = Diagnostics()
    text = json.dumps(sentence, ensure_ascii=False)
    check(f"report: {{org: 甲, options: {options}}}\n{METRICS}notes: [{text}]\n", found)
    details = [dict(finding.details) for finding in found if finding.code == code]
    return [(one.get("text", ""), one.get("better", "")) for one in details]


WRONG = {
    "half-width-punctuation": {
        "本季度,收入增长。": [(",", "，")],
        "增长12%,利润持平;成本下降。": [(",", "，"), (";", "；")],
        "营业收入(不含税)增长。": [("(", "（"), (")", "）")],
        "内容点击率(CTR)提高。": [("(", "（"), (")", "）")],
        "原因:促销提前!": [(":", "："), ("!", "！")],
        "**重点:**扩大供给。": [(":", "：")],
        "收入增长.": [(".", "。")],
    },
    "full-width-alphanumeric": {
        "增长１２％。": [("１２％", "12%")],
        "ＫＰＩ全部完成。": [("ＫＰＩ", "KPI")],
        "平均１．５小时。": [("１．５", "1.5")],
    },
    "range-loses-unit": {
        "占比为5～8%。": [("5～8%", "5%～8%")],
        "规模9～16亿元。": [("9～16亿", "9亿～16亿")],
        "预计100-200万元。": [("100-200万", "100万～200万")],
        "提高3至5%。": [("3至5%", "3%至5%")],
    },
    "spacing": {
        "转化率为12 %。": [("2 %", "2%")],
        "收入 ，成本。": [("入 ，", "入，")],
        "收入： 增长。": [("： 增", "：增")],
        "用户DAU 提升。": [("U 提", "U提")],
        "共 18家。": [("共 1", "共1")],
        "收入{{ revenue }} 增长。": [(" 增", "增")],
    },
    "stray-space": {
        "目标 完成。": [("标 完", "标完")],
        "全年　超额。": [("年　超", "年超")],
        "优化 了流程。": [("化 了", "化了")],
    },
    "mixed-numeral": {
        "服务3千人。": [("3千", "3000")],
        "投入5千万元。": [("5千万", "5000万")],
        "超过3.5百家。": [("3.5百", "350")],
    },
    "wrong-dash": {
        "新用户-成长期-成熟期。": [("-", "—"), ("-", "—")],
        "7月-9月开展。": [("-", "—")],
        "第3-4周复盘。": [("-", "—")],
        "需要3-5年。": [("-", "～")],
        "2024-2026年规划。": [("-", "—")],
        "每周5-8个。": [("-", "～")],
        "约100~200元。": [("~", "～")],
        "结果--超出预期。": [("--", "——")],
        "新手期 - 成长期。": [(" - ", "—")],
    },
    "comma-between-quotes": {
        "推出“甲”、“乙”两款。": [("、", "")],
        "《甲》、《乙》。": [("、", "")],
        "“甲”、《乙》。": [("、", "")],
    },
    "unpaired-quotes": {
        '启动"灯塔计划"。': [('"灯塔计划"', "“灯塔计划”")],
        "启动“灯塔计划。": [("“", "”")],
        "收入（不含税增长。": [("（", "）")],
        "收入不含税）增长。": [("）", "（")],
        "他说“见“前文”所述”。": [("“", "‘")],
    },
    "mixed-decimals": {
        "转化率从38.4%提升至53%。": [("53%", "")],
        "营业收入从0.98亿元增至1亿元。": [("1亿元", "")],
        "收入、成本、利润分别增长12%、8.5%和7.3%。": [("12%、8.5%和7.3%", "")],
    },
    "wrong-ratio-sign": {
        "ROI为1:4.5。": [(":", "∶")],
        "投入产出比达1：4.5。": [("：", "∶")],
        "男女比例为3:2。": [(":", "∶")],
        "会议时间9∶30。": [("∶", ":")],
    },
    "doubled-punctuation": {
        "收入增长。。": [("。。", "。")],
        "收入增长；。": [("；。", "。")],
        "等等。。。": [("。。。", "……")],
        "收入增长，。": [("，。", "。")],
        "收入增长。利润下降": [("降", "降。")],
    },
    "mixed-separators": {
        "收入12,345元，成本23456元。": [("23456", "23,456")],
        "1,234,567人与45678人。": [("45678", "45,678")],
        "成本23456.5元，收入12,345元。": [("23456.5", "23,456.5")],
    },
    "typed-numbering": {
        "一、扩大供给": [("一、", "")],
        "1. 扩大供给": [("1.", "")],
        "（一）、扩大供给": [("（一）、", "")],
        "①扩大供给": [("①", "")],
        "1）扩大供给": [("1）", "")],
    },
    "negative-zero": {
        "变动为-0.0%。": [("-0.0", "0.0")],
        "变动为−0%。": [("−0", "0")],
        "同比变动-3.2%。": [("-3.2", "−3.2")],
        "净流入：-5万元。": [("-5", "−5")],
    },
    "mixed-units": {
        "营业收入从0.98亿增至10,200万。": [("", "")],
        "营业收入由9800万元增长到1.02亿元。": [("", "")],
        "营业收入从0.98亿元提升至10200万元。": [("", "")],
    },
}

RIGHT = {
    "half-width-punctuation": [
        "A/B测试、DAU/MAU、3.5、12:30、1,234元。",
        "Yahoo!的流量，f(x)函数，访问https://a.com/b,c。",
        "见`a,b`与《Hello, 世界》。",
        "Word, Excel等工具，v1.2.3版，编号YX-(2025)-3。",
        "投入:产出为1∶4.5。",
    ],
    "full-width-alphanumeric": ["增长12%，KPI完成。", "《ＡＢＣ》上映。", "完成率ＸＸ。"],
    "range-loses-unit": [
        "占比为5%～8%。",
        "规模9亿～16亿元。",
        "每周5～8个，7—9月。",
        "编号A3-5万柜，2024-25年。",
        "从100人增至200万人。",
    ],
    "spacing": [
        "使用iPhone 15 Pro发布。",
        "图1 收入趋势，第一部分 2025年回顾。",
        "9月30日 18:00开会。",
        "收入{{ revenue }}，增长12%。",
        "《Data 数据》一书。",
    ],
    "stray-space": ["稳增长 控成本 强体验", "第一部分 总体情况", "《甲 乙》上映。", "甲方。\n乙方。"],
    "mixed-numeral": [
        "行程3千米，重5千克，功率2千瓦。",
        "提高5百分点。",
        "入选2025百强与前10强。",
        "共3万人、5000万元、三千人。",
        "618百亿补贴。",
        "开通5千兆宽带。",
    ],
    "wrong-dash": [
        "吐鲁番-哈密盆地，型号GB-8个，2025-09-30，010-88886666。",
        "一期、二期，3-5号楼，周一-周五，华东-华南。",
        "7-11便利店，比分3-1，2-3线城市。",
        "新用户—成长期—成熟期，7月—9月，5～8个。",
        "2025-9月。",
        "结果——超出预期。",
    ],
    "comma-between-quotes": ["推出“甲”“乙”两款。", "“甲”（新）、“乙”（旧）。", "“甲”、乙。"],
    "unpaired-quotes": [
        "启动“灯塔计划”（二期），见《甲〈乙〉丙》。",
        "1）扩大；2）提高。",
        "5.5\"屏，It’s OK，Don't。",
        "“他说‘好’”。",
        "收入(不含税）增长。",
    ],
    "mixed-decimals": [
        "转化率从38.4%提升至53.0%。",
        "门店从3家增至5家。",
        "准时率由100%降至98.5%。",
        "营业收入从0.98亿元增至近1亿元。",
        "收入、成本分别增长12.0%、8.5%。",
        "收入增长12%，其中线上增长8.5%。",
    ],
    "wrong-ratio-sign": [
        "10:30开会，屏幕16:9，比分3:2。",
        "ROI为1∶4.5。",
        "时间比10:30晚。",
        "见第3章：2节。",
    ],
    "doubled-punctuation": ["真的吗？！", "等等……", "增长。“好。”", "推动增长", "收入增长。{{ revenue }}。"],
    "mixed-separators": [
        "收入12,345元，成本23,456元。",
        "收入12345元。",
        "编号12345，收入12,345元。",
        "2025年，收入12,345元。",
    ],
    "typed-numbering": [
        "分三步：（1）签约；（2）上线。",
        "3、4月集中上线。",
        "一、二线城市增长快。",
        "3D打印与5G基站。",
        "2025.9上线。",
        "一是扩大供给。",
        "百、千级客户分开服务。",
    ],
    "negative-zero": ["编号YX-003，A-5万柜。", "变动−3.2%。", "2024-2025年，5-8%。", "0.0%。"],
    "mixed-units": [
        "营业收入从0.98亿增至1.02亿。",
        "营业收入从9800万元增至10200万元。",
        "转化率从38%提升至53%。",
    ],
}


@pytest.mark.parametrize(
    ("code", "sentence", "stretches"),
    [(code, sentence, stretches) for code, cases in WRONG.items() for sentence, stretches in cases.items()],
)
def test_what_the_standards_have_otherwise_is_found(
    code: str, sentence: str, stretches: list[tuple[str, str]]
) -> None:
    assert told(code, sentence) == stretches


@pytest.mark.parametrize(
    ("code", "sentence"), [(code, sentence) for code, cases in RIGHT.items() for sentence in cases]
)
def test_what_is_right_or_no_chinese_is_left_alone(code: str, sentence: str) -> None:
    assert told(code, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stretches"),
    [
        ("用户DAU提升。", [("户D", "户 D"), ("U提", "U 提")]),
        ("用户 DAU 提升至 12%。", []),
        ("共18家，2025年9月。", [("共1", "共 1")]),
        ("转化率12 %。", [("2 %", "2%"), ("率1", "率 1")]),
    ],
)
def test_a_house_that_types_spaces_hears_of_those_that_are_lacking(
    sentence: str, stretches: list[tuple[str, str]]
) -> None:
    assert told("spacing", sentence, "{spacing: pangu}") == stretches


def test_a_house_may_write_its_ranges_with_a_mark_of_its_own() -> None:
    assert told("wrong-dash", "每周5-8个。", "{range_mark: —}") == [("-", "—")]


@pytest.mark.parametrize(
    ("bundle", "codes"),
    [
        ("problems: [{title: 一、供给不足。, owner: 甲}]", ["doubled-punctuation", "typed-numbering"]),
        ("modules: [{name: 内容(一期)}]", ["half-width-punctuation", "half-width-punctuation"]),
        ("metrics: [{id: a, name: １月收入, unit: 元, value: 1}]", ["full-width-alphanumeric"]),
    ],
)
def test_headings_and_names_are_looked_at_as_well(bundle: str, codes: list[str], found: Diagnostics) -> None:
    check(bundle, found)
    assert sorted(finding.code for finding in found if finding.code in WRONG) == codes


def test_a_mark_is_found_at_its_place_behind_markup_and_references(found: Diagnostics) -> None:
    line = 'notes: ["**收入**{{ revenue }}增长,利润下降。"]'
    check(f"report: {{org: 甲}}\n{METRICS}{line}\n", found)
    (finding,) = (one for one in found if one.code == "half-width-punctuation")
    assert line[finding.primary.span.column - 1] == ","
    assert "…增长,利润" in finding.message(Language.ZH)
