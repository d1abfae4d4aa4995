"""What follows for a metric from its unit, its kind and its name when nobody said it."""

import re

from opsreport.figures.kinds import Aggregation, Bounded, Kind, Polarity
from opsreport.figures.unit import Unit

# Of these less is better; dwell time (停留, 使用时长) is wanted and stays with the rest.
LOWER_WORDS = (
    "成本", "费用", "支出", "投诉", "流失", "差错", "错误", "失败", "退货", "退款", "故障", "事故", "违规",
    "差评", "卸载", "跳出", "逾期", "坏账", "延误", "误判", "漏判", "误伤", "不良率", "缺货", "破损",
    "占收比", "油耗", "能耗", "电耗", "水耗", "损耗", "货损", "货差", "空驶", "空载", "空置", "库存", "应收",
    "欠款", "周转天数", "周转周期", "等待", "排队", "超时", "超期", "停机", "宕机", "报废", "返工", "返修",
    "拥堵", "排放", "罚款", "违约", "离职", "缺勤",
)  # fmt: skip
WAITING_WORDS = (
    "响应", "审核", "处理", "周期", "履约", "配送", "交付", "加载", "解决", "耗时", "审批", "修复",
)  # fmt: skip

# What is done about them is wanted: 投诉解决率, 违规拦截占比, 库存周转率, 应收回款率.
REMEDY_WORDS = (
    "解决", "拦截", "识别", "准确", "及时", "准时", "挽回", "节约", "节省", "召回", "满意", "周转率",
    "周转次数", "回款", "回收", "清收", "消化", "清理", "下降", "降低", "降幅", "压降", "减少", "减排",
    "处置", "处理率", "回复", "回访", "关闭率", "修复", "整改", "办结", "结案", "完成", "达成", "达标",
    "合格", "覆盖", "预警", "预防", "补货",
)  # fmt: skip

# Names that hold such a word and mean its absence, or something else: 付费用户 are no 费用.
MISLEADING = re.compile("付费|[无零去][^的]{0,2}?(?:故障|事故|投诉|差错|差评|延误|库存|逾期|违规|缺货)")
UNLIMITED_WORDS = ("增长", "增幅", "增速", "完成", "达成", "ROI", "费效", "投入产出")
MARGIN_WORDS = ("毛利率", "净利率", "利润率", "毛利润率")


def default_kind(unit: Unit | None) -> Kind | None:
    """What a unit measures; none for 分, which may be a score or minutes and has to be said."""
    if unit is None:
        return Kind.COUNT
    return unit.kind


def default_polarity(kind: Kind, name: str) -> Polarity:
    """Which way is good, by kind and name: costs, complaints and waiting are to fall, all else to rise."""
    if kind is Kind.PARAMETER:
        return Polarity.NEUTRAL
    name = MISLEADING.sub("", name)
    words: tuple[str, ...] = LOWER_WORDS
    if kind is Kind.DURATION:
        words += WAITING_WORDS
    elif _has(name, REMEDY_WORDS):
        return Polarity.HIGHER_IS_BETTER
    return Polarity.LOWER_IS_BETTER if _has(name, words) else Polarity.HIGHER_IS_BETTER


def default_bounded(kind: Kind, name: str) -> Bounded:
    """The limits of a rate: 0 to 100, but margins may be negative, and growth or completion go anywhere."""
    if kind is not Kind.RATE or _has(name.upper(), UNLIMITED_WORDS):
        return Bounded.NONE
    return Bounded.UPPER if _has(name, MARGIN_WORDS) else Bounded.BOTH


def default_aggregation(kind: Kind) -> Aggregation:
    """How a series becomes its period's value: money and counts add up, the rest is a ratio or the last."""
    match kind:
        case Kind.MONEY | Kind.COUNT:
            return Aggregation.SUM
        case Kind.RATE | Kind.RATIO:
            return Aggregation.RATIO
        case _:
            return Aggregation.LAST


def _has(name: str, words: tuple[str, ...]) -> bool:
    return any(word in name for word in words)
