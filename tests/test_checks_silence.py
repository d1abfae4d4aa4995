"""Right sentences of whole reports, as operations staff write them, pass all checks of values and periods in silence."""

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.checks.check import check_bundle
from opsreport.checks.families import PERIODS, VALUES
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.readers.yaml import read_yaml

BUNDLE = """\
report: {org: 青禾优选, department: 运营中心, HEAD}
metrics:
  - {id: revenue, name: 总营业收入, unit: 万元, value: 86420, last_year: 71950, target: 82000}
  - {id: profit, name: 净利润, unit: 万元, value: 5810, last_year: 4620, target: 6000}
  - {id: margin, name: 毛利率, unit: "%", value: 31.4, last_year: 31.2}
  - {id: mau, name: 月度活跃用户（MAU）, unit: 万, agg: avg, value: 436.5, last_year: 389.4, peak: {value: 512.8, at: 2025-08}}
  - {id: d1, name: 次日留存率, unit: "%", value: 46.8, last_year: 46.5, benchmark: {value: 42.0, label: 行业平均}}
  - {id: resp, name: 客服平均响应时间, unit: 秒, value: 29, from: {value: 48}}
  - {id: csat, name: 客户满意度, unit: "%", value: 92.6, last_year: 89.8, target: 92}
  - {id: orders, name: 订单量, unit: 万单, value: 1253.6, last_year: 1104.2}
  - {id: aov, name: 客单价, unit: 元, value: 68.9, last_year: 65.2}
  - {id: stores, name: 门店数, unit: 家, value: 326, last_year: 298}
  - {id: staff, name: 在岗员工, unit: 人, value: 1840, last_year: 1795}
  - {id: nps, name: 净推荐值（NPS）, kind: points, unit: 点, value: 43, from: {value: 34}}
projects: [{name: 会员分层, tiers: [高, 中, 低]}, {name: 全渠道客服}, {name: 城市漫游季}]
problems: [{title: 利润未达预算}, {title: 数据用得不深}, {title: 交接慢}, {title: 人才不足}]
modules: [{name: 生产}, {name: 审核}]
stages: [{name: 获客},{name: 激活}]
plans: [{title: 数据选品}, {title: 小队}]
notes: ["TEXT"]
"""
YEAR = 'period: "2025", date: 2026-01-16'
QUARTER = "period: 2025Q3, date: 2025-10-14"

OF_A_YEAR = """\
全年总营业收入86,420万元，其中线上渠道51,200万元，线下35,220万元。
总营业收入8.64亿元，净利润5,810万元，分别增长20.1%和25.8%。
总营业收入、净利润分别为86,420万元和5,810万元。
四季度总营业收入24,720万元，为全年最高。
总营业收入由上年的71,950万元增至86,420万元。
总营业收入较目标82,000万元多4,420万元。
总营业收入首次突破8亿元。
总营业收入（含税）94,198万元。
单店总营业收入265万元。
11月MAU达到512.8万，全年月均436.5万。
月度活跃用户峰值512.8万，月均436.5万，同比增长12.1%。
MAU由1月的398.2万升至12月的501.4万。
次日留存率稳定在46.8%，高于行业平均4.8个百分点。
会员次日留存率达到58.2%，非会员为35.1%。
付费渠道次日留存率38.0%，自然渠道51.3%。
客服平均响应时间由48秒缩短至29秒，高峰时段控制在45秒以内。
客服平均响应时间最长达120秒。
客户满意度92.6%，其中售后满意度85.3%。
客户满意度目标92%，实际92.6%，高出0.6个百分点。
客户满意度由89.8%提升到92.6%。
订单量1,253.6万单，日均3.43万单，双11当天达21.5万单。
订单量突破1,200万单，客单价68.9元。
新客客单价52.3元，老客客单价81.6元。
门店数326家，全年净增28家，新开45家、关闭17家。
门店数由298家增加到326家，覆盖18座城市。
一线城市门店数120家，占36.8%。
在岗员工1,840人，其中客服420人、仓配910人。
在岗员工近1,900人，人均产值47万元。
NPS从34点升至43点。
NPS服务分项43点，商品分项51点。
到2026年末，门店数计划达到400家。
预计2026年总营业收入达到100,000万元，净利润7,000万元。
若客户满意度提升至95%，复购将明显增加。
净利润率6.7%，比上年提高0.3个百分点。
净利润5,810万元，比预算6,000万元少190万元。
净利润同比增长25.8%，完成年度目标的96.8%。
毛利率31.4%，较上年同期的31.2%提高0.2个百分点。
毛利率环比回升，12月为32.8%。
毛利率最高的品类为鲜花，达45.6%。
生鲜毛利率18.2%，日用品毛利率35.7%。
客户满意度（92.6%）和次日留存率（46.8%）均好于上年。
2024年客户满意度为89.8%，2025年为92.6%。
2023年至2025年，总营业收入年均增长18.5%。
三个重点项目均按期完成。
三季度新签两个项目，完成一个项目验收。
已解决历史遗留的两个问题。
会员分为八个等级，对应四类权益。
推出答疑、证书、直播、社群等多种服务。
华东、华南、西南三个大区收入增长较快。
华东、华南两个大区合计占六成。
围绕选品、定价、履约三个环节优化流程。
上线企业团购、社区团购和直播三条业务线。
完成三轮压测（其中一轮为全链路）。
坚持“三个不动摇”。
“一网三中心”格局（北仓、南仓）初步形成。
重点抓好两件事：一是降本；二是增效。
设立采购、仓储、配送、客服四个小组（组长由各部门负责人担任）。
前三名的品类为生鲜、日用、鲜花。
五一、十一两个假期订单量分别为38万单和42万单。
自2019年成立以来，公司已进入18座城市。
2023年三季度启动的仓网改造于2025年6月完工。
执行《2023年数据安全管理办法》。
与2022年相比，门店数翻了一番。
2021年上线的会员体系已不适应业务需要。
2026年一季度完成系统切换。
2025年上半年受天气影响，二季度后逐步恢复。
2024年同期基数较高。
公司2020年引入的ERP系统于年内下线。
截至2025年12月31日，在岗员工1,840人。
“双11”期间（11月1日—11日）订单量82万单。
本年度未发生重大安全事故。
本季度以来的改善将延续到明年。
总营业收入与订单量同步增长，客单价由65.2元提高到68.9元。
门店数保持在300家以上。
客诉响应从30分钟缩短到10分钟。
在岗员工离职率为12.5%。
订单量同比增加149.4万单，增长13.5%。
客户满意度调查回收问卷12,600份，回收率31.5%。
次日留存率、七日留存率分别为46.8%和28.9%。
总营业收入三年翻一番，2022年为42,800万元。
净利润中投资收益占12%，约697万元。
总营业收入的38.2%来自达人渠道。
门店数前三的城市为杭州（58家）、上海（45家）、南京（32家）。
人力成本4,620万元，占总营业收入的5.3%。
次日留存率高于行业平均水平（42.0%）。
客服平均响应时间29秒，低于控制目标1秒。
单日订单量峰值21.5万单，均值3.43万单。
顺利完成仓库搬迁，净利润受一次性费用影响未达预算。
净利润未能超额完成目标。
""".splitlines()

OF_A_QUARTER = """\
前三季度总营业收入61,700万元，三季度22,180万元。
三季度，运营中心围绕重点工作推进。
二季度遗留的两项工作已完成。
本季度客户满意度92.6%。
今年以来客户满意度持续提升。
本年度任务完成68.0%，进度符合预期。
上半年的试点在三季度全面推开。
2025年7月上线新版，8月完成切换，9月日活创新高。
一季度以来投诉逐月下降。
2024年四季度立项的系统已验收。
从2024年三季度的46.5%提升至46.8%。
去年三季度受台风影响，基数较低。
四季度将继续推进三项计划。
截至本月底，系统已稳定运行90天。
8月、9月订单量分别为98万单和105万单。
较年初增加28家。
2025年1—9月累计订单量940万单。
本季度末在岗员工1,840人。
8月峰值512.8万，均值436.5万。
2024年一季度起实行新考核办法。
""".splitlines()

HEADS = [
    "title: 青禾优选2025年度运营工作复盘与2026年展望",
    "title: 从买量到经营：2023—2025年运营总结",
    "subject: 2025年工作汇报暨2026年工作计划",
    "intro: 2025年，运营中心复盘三个重点项目，说明四个主要问题，并提出两项计划。",
    "intro: 2024年，公司完成布局；2025年进入精耕阶段。",
    "closing: 2026年，我们将推进五大举措，实现三个突破。",
    "abstract: 过去三年，公司经历了三个阶段。",
    "intro: '围绕{{ guideline }}两大目标，开展两大模块工作。'",
    "abstract: 本报告分三部分：数据、复盘、计划。",
    "abstract: 回顾全年，共实施三个项目，解决两个问题，新增五项计划。",
]


def heard(head: str, text: str) -> list[str]:
    found = Diagnostics()
    written = BUNDLE.replace("HEAD", head).replace("TEXT", text)
    node = read_yaml(Source("2025.yaml", written.encode()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert bundle is not None
    check_bundle(bundle, (), (), found)
    codes = {*VALUES.rules, *PERIODS.rules}
    return [one.message(Language.ZH) for one in found if one.code in codes]


@pytest.mark.parametrize("sentence", OF_A_YEAR)
def test_a_right_sentence_of_a_years_report_passes(sentence: str) -> None:
    assert heard(YEAR, sentence) == []


@pytest.mark.parametrize("sentence", OF_A_QUARTER)
def test_a_right_sentence_of_a_quarters_report_passes(sentence: str) -> None:
    assert heard(QUARTER, sentence) == []


@pytest.mark.parametrize("head", HEADS)
def test_a_head_that_speaks_of_other_times_and_counts_passes(head: str) -> None:
    assert heard(f"{YEAR}, {head}", "以上。") == []
