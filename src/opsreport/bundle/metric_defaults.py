"""What follows for a metric from its unit, its kind and its name when nobody said it."""

import re
from functools import cache

from opsreport.bundle.leaves import Sign
from opsreport.figures.kinds import Aggregation, Bounded, Kind, Polarity
from opsreport.figures.unit import Unit

# Of these less is better.
LOWER_WORDS = (
    "成本", "费用", "支出", "投诉", "流失", "差错", "错误", "失败", "退货", "退款", "故障", "事故", "违规",
    "差评", "卸载", "跳出", "逾期", "坏账", "延误", "误判", "漏判", "误伤", "不良率", "缺货", "破损",
    "占收比", "油耗", "能耗", "电耗", "水耗", "损耗", "货损", "货差", "空驶", "空载", "空置", "库存", "应收",
    "欠款", "周转天数", "周转周期", "等待", "排队", "超时", "超期", "停机", "宕机", "报废", "返工", "返修",
    "拥堵", "排放", "罚款", "违约", "离职", "缺勤", "客诉", "积压", "滞销", "呆滞", "断货", "拒收", "拒单",
    "拒付", "丢件", "丢失", "遗失", "残次", "次品", "缺陷", "漏洞", "失误", "误报", "漏报", "漏检", "告警",
    "崩溃", "闪退", "卡顿", "退订", "退保", "退租", "退换", "注销", "解约", "断供", "不良", "亏损", "欠费",
    "赔付", "赔偿", "索赔", "减值", "伤亡", "受伤", "污染", "泄漏", "泄露", "延期", "迟到", "旷工",
    "停工", "停产", "停电", "中断",
)  # fmt: skip
WAITING_WORDS = (
    "响应", "审核", "处理", "周期", "履约", "配送", "交付", "加载", "解决", "耗时", "审批", "修复", "发货",
    "出库", "送达", "到货", "到店", "上门", "接单", "接通", "签收", "揽收", "派送", "派件", "提货", "备货",
    "补货", "出餐", "拣货", "交货", "装卸", "清关", "通关", "回复", "答复", "反馈", "维修", "恢复", "抢修",
    "办理", "办结", "受理", "流转", "滞留", "延迟", "时延", "延时", "首屏", "启动", "结案", "结算", "放款",
    "到账", "理赔", "开通", "回款", "账期", "换型", "住院", "候诊",
)  # fmt: skip

# Time that people give of their own accord, or that a machine holds out, is wanted.
WANTED_WORDS = (
    "使用", "停留", "在线", "观看", "消费", "收听", "收看", "播放", "浏览", "阅读", "学习", "培训", "逗留",
    "直播", "会话", "互动", "访问", "游玩", "驻留", "留存", "运行", "续航", "锻炼", "练习", "寿命", "无故障",
    "无事故", "生命周期",
)  # fmt: skip

# What is done about them is wanted: 投诉解决率, 违规拦截占比, 库存周转率, 应收回款率.
REMEDY_WORDS = (
    "解决", "拦截", "识别", "准确", "及时", "准时", "挽回", "节约", "节省", "召回", "满意", "周转率",
    "周转次数", "回款", "回收", "清收", "消化", "清理", "下降", "降低", "降幅", "压降", "减少", "减排",
    "处置", "处理率", "回复", "回访", "关闭率", "修复", "整改", "办结", "结案", "完成", "达成", "达标",
    "合格", "覆盖", "预警", "预防", "补货", "恢复", "追回", "减亏", "扭亏", "止损", "清零",
)  # fmt: skip

# What is still to be done about them: 未解决工单, 待处理投诉.
UNDONE = re.compile("[未待](?:及时)?(?:解决|处[理置]|完成|办结|关闭|整改|达[成标]|回[复款收]|结案|修复|清理)")

# Names that hold such a word and mean its absence, or something else: 付费用户 are no 费用.
MISLEADING = re.compile(
    "付费|生命周期|[无零去][^的]{0,2}?(?:故障|事故|投诉|差错|差评|延误|库存|逾期|违规|缺货)"
)
UNLIMITED_WORDS = ("增长", "增幅", "增速", "完成", "达成", "ROI", "费效", "投入产出")
MARGIN_WORDS = ("毛利率", "净利率", "利润率", "毛利润率")
PROFIT_WORDS = ("净利", "利润", "盈亏", "亏损", "盈利", "损益")


def default_kind(unit: Unit | None) -> Kind | None:
    """What a unit measures; none for 分, which may be a score or minutes and has to be said."""
    if unit is None:
        return Kind.COUNT
    return unit.kind


def default_polarity(kind: Kind, name: str) -> Polarity:
    """Which way is good, by kind and name: costs, complaints and waiting are to fall, all else to rise.

    A duration whose name says neither waiting nor use may be either, so nothing is presumed of it.
    """
    if kind is Kind.PARAMETER:
        return Polarity.NEUTRAL
    adverse = MISLEADING.sub("", name)
    if kind is Kind.DURATION:
        if _has(adverse, LOWER_WORDS + WAITING_WORDS):
            return Polarity.LOWER_IS_BETTER
        return Polarity.HIGHER_IS_BETTER if _has(name, WANTED_WORDS) else Polarity.NEUTRAL
    if UNDONE.search(adverse):
        return Polarity.LOWER_IS_BETTER
    if _has(adverse, REMEDY_WORDS):
        return Polarity.HIGHER_IS_BETTER
    return Polarity.LOWER_IS_BETTER if _has(adverse, LOWER_WORDS) else Polarity.HIGHER_IS_BETTER


def default_sign(kind: Kind, name: str) -> Sign | None:
    """Whether a figure below nought is a loss: so it is for an amount of money that is called a profit."""
    return Sign.PROFIT if kind is Kind.MONEY and _has(name, PROFIT_WORDS) else None


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
    return _pattern(words).search(name) is not None


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
