"""The words by which a sentence compares, moves and reaches: the vocabulary that claims are read with."""

import enum
import re
from dataclasses import dataclass

from opsreport.figures.change import Direction


class Base(enum.Enum):
    """What a figure is set against; its value is the metric's own name for it."""

    LAST_YEAR = "last_year"
    PREVIOUS = "previous"
    TARGET = "target"
    BASELINE = "baseline"
    BENCHMARK = "benchmark"
    OTHER = "other"


class Role(enum.Enum):
    """What a word does in a sentence."""

    MOVE = "增长"
    FLAT = "持平"
    COMPARE = "同比"
    DIFFER = "高于目标"
    FROM = "从"
    REACH = "达到"
    ATTAIN = "完成率"
    EXCEED = "超额完成"
    MISS = "差"
    GOAL = "目标为"
    MULTIPLE = "是上年的"
    TURN = "扭亏为盈"
    EACH = "分别"
    HEDGE = "预计"
    ELSEWHERE = "去年"
    OTHERWISE = "占"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence with what it does; `reaches` says that a level follows (增至), no difference."""

    role: Role
    start: int
    end: int
    text: str
    direction: Direction | None = None
    base: Base | None = None
    reaches: bool = False


UP_WORDS = (
    "增长", "增加", "上升", "提升", "提高", "上涨", "上扬", "上浮", "攀升", "回升", "走高", "扩大",
    "延长", "拉长", "增多", "上调", "抬升", "改善",
)  # fmt: skip
DOWN_WORDS = (
    "负增长", "下降", "降低", "减少", "下滑", "回落", "缩短", "缩减", "下跌", "走低", "收窄", "压降",
    "压缩", "缩小", "下调", "节约", "节省",
)  # fmt: skip
FLAT_WORDS = (
    "基本持平", "大致持平", "持平", "维持在", "保持在", "稳定在", "基本稳定", "保持稳定", "保持平稳",
    "总体平稳", "基本不变", "保持不变",
)  # fmt: skip

TURN_WORDS = (
    "扭亏为盈", "扭亏转盈", "转亏为盈", "由亏转盈", "扭亏", "由盈转亏", "转盈为亏", "由盈利转为亏损",
    "由亏损转为盈利", "同比转亏", "亏损扩大", "亏损加大", "增亏", "亏损收窄", "亏损减少", "亏损缩小", "减亏",
)  # fmt: skip
DOUBLED = "翻了?[一两二三四五]?番|翻了?[一两]?倍"

AGAINST = "(?:比|较|相比|相较于?|与|对比)"
OVER, UNDER = "(?:高于|高出|超出|多于|优于|好于|领先)", "(?:低于|少于|短于|落后于?|逊于)"
OF_TARGET = "(?:年度|季度|月度|全年|既定|预定|控制)*(?:目标|预算|计划)(?:值|水平)?"
OF_BENCHMARK = "(?:行业|同行|同业|市场)(?:平均|均值|中位)?(?:水平|值)?"
OF_A_YEAR = "(?:全年|年?[初末底]|[一二三四]季度|[上下]半年|[0-9]{1,2}月)?"
OF_LAST_YEAR = "(?:上年|去年)(?:同期)?(?:水平)?"

_PATTERNS = {
    "turn": f"{'|'.join(TURN_WORDS)}|亏损(?:同比|环比)(?:收窄|减少|缩小|扩大|加大|增加)",
    "doubled": DOUBLED,
    "last_year": f"同比|{AGAINST}(?:上年|去年)(?:同期|同季度|同季|同月)?(?:相比|比|水平)?",
    "last_period": f"""
        环比 | {AGAINST}(?:上一?个?(?:季度|季|月|周|期|半年度?)|前一(?:季度|月|周|期))(?:相比|水平)?
    """,
    "target": f"(?:{AGAINST}|距){OF_TARGET}(?:相比)?",
    "benchmark": f"{AGAINST}{OF_BENCHMARK}(?:相比)?",
    "baseline": f"{AGAINST}[^，。；、]{{0,6}}基线(?:相比)?",
    "exceed": "超额完成了?(?:全年|年度|季度|月度)?(?:目标|计划|预算|任务)?",
    "attain": """
        完成(?:了|率)?(?:全年|年度|季度|月度|本年度?|预算|既定|销售|经营)*(?:目标|计划|预算|任务)值?的
        | (?:目标)?(?:完成率|达成率)(?:为|达到|达)?
    """,
    "hedge": """
        预计 | 预期 | 预测 | 计划(?!完成|的) | 拟(?!合|定) | 力争 | 争取 | 有望 | 将(?!近|军|士) | 确保 | 希望
        | 期望
        | 目标(?:是|为)?(?:提升|提高|降低|降至|达到|实现) | 如果 | 若(?!干) | 假设 | 假如 | 倘若
        | 每(?=[提增降减上下压缩延]) | 下一?(?:年度|季度|个?月|阶段|步) | 明年 | 来年 | 次年 | 未来
        | 不少于 | 不低于 | 不高于 | 不超过 | 以内 | 至少 | 至多 | 最多 | 可达 | 可(?:提|降|增|减)
    """,
    "goal": "(?:年度|季度|月度|全年)?(?:控制)?目标值?(?:为|是|：|:)|目标值?(?=[0-9])",
    "multiple": """
        (?:是|为|相当于|达到?)(?:上年|去年)(?:同期)?的 | (?:上年|去年)(?:同期)?的(?=[约近超]?[0-9.]+倍)
    """,
    "other_base": f"""
        {AGAINST}[^，。；、：0-9]{{1,12}}?(?:相比|时|前|初|末|底|同期|之前|期间|阶段|月份?|季度|半年)
        | 两年平均 | 年均 | 定基 | 日均环比 | 周环比 | 月环比 | 周同比
        | {AGAINST}[0-9]{{4}}年{OF_A_YEAR}(?:同期)?(?:相比)?
        | {AGAINST}[0-9]{{1,2}}月份?(?![0-9初末底中])(?:相比)?
    """,
    "flat": "|".join(FLAT_WORDS),
    "over_target": OVER + OF_TARGET,
    "under_target": UNDER + OF_TARGET,
    "over_benchmark": OVER + OF_BENCHMARK,
    "under_benchmark": UNDER + OF_BENCHMARK,
    "over_last_year": OVER + OF_LAST_YEAR,
    "under_last_year": UNDER + OF_LAST_YEAR,
    "over_other": OVER,
    "under_other": UNDER,
    "up_noun": "(?:增幅|涨幅|升幅|增速|增长率)(?:达到?|高达|为|是|约?为)?(?=[0-9约近超逾])",
    "down_noun": "(?:降幅|跌幅)(?:达到?|高达|为|是|约?为)?(?=[0-9约近超逾])",
    "other_noun": f"""
        (?:{"|".join((*UP_WORDS, *DOWN_WORDS))})的?(?:幅度|速度|势头|趋势|态势|空间|压力|动力|潜力|风险)
        | 增幅 | 涨幅 | 升幅 | 增速 | 增长率 | 降幅 | 跌幅 | 增量 | 增长[点极曲飞目势动潜空模引]
    """,
    "over_short": "(?<![最至偏较不更])(?:高|多)(?:出|了)?(?=[0-9约近超逾])",
    "under_short": "(?<![最至偏较不更])(?:低|少)了?(?=[0-9约近超逾])",
    "miss": "(?:仍?差|缺口为?)(?=[0-9])",
    "up": "|".join(UP_WORDS),
    "down": "|".join(DOWN_WORDS),
    "short_up": "[增升涨](?=[至到了]|[0-9])",
    "short_down": "[降减跌缩](?=[至到了]|[0-9])",
    "each": "分别",
    "elsewhere": """
        [0-9]{1,2}月?[—–~～至到-][0-9]{1,2}月 | 年初(?:以来|至今) | 今年以来 | 年内 | 累计同比 |
        去年 | 上年(?!同期) | 上年同期(?=为|的|[0-9]) | 上季度 | 上月 | 上周 | 上半年 | 下半年
        | 第?[一二三四]季度 | 前三季度
        | (?:19|20)[0-9]{2}年 | [0-9]{1,2}月份?(?!度) | [一二三四五六七八九十]{1,3}月份?
        | 当日 | 当天 | 当月 | 首日 | 首周 | 首月 | 峰值 | 最高 | 最低 | 谷值 | 单日 | 单月 | 其中
        | 日均 | 月均 | 周均 | 人均 | 户均 | 店均
        | [年季月期]初 | (?:上线|活动|改版|优化|实施|试点|改造|项目|合并|启动)[前后] | 此前 | 以前
        | 对标 | 竞品 | 竞争对手 | 友商 | 同[行业](?!业?平均) | [A-Z甲乙丙丁某]公司
        | 夜间 | 日间 | 白天 | 凌晨 | [早晚]?高峰
        | 往年 | 历年 | 前年 | 上半月 | 下半月
        | [旺淡]季(?!来临|到来|提前|因素|影响|特征|结束) | 工作日 | 周末 | 节假日
    """,
    "otherwise": "占(?!用|位|领)比?|贡献率?|拉动|权重|份额|不含|剔除|扣除|扣非|口径|可比|同[店仓]|[老新]店",
    "from": "由(?!于|此|其)|从(?!而|事|业|中|来)",
    "reach": """
        高达|低至|达到了?|达(?!成|标)|实现了?
        | 完成(?!率|度|[^，。；]{0,8}(?:目标|计划|预算))|录得|累计为|合计为?|共计|总计|约为
        | 为(?!了|主|期|基|辅|准|零|核)|是(?!否)|至|到(?!店|家|货|期|账|位|场)|突破|超过
    """,
}
_WORD = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()), re.VERBOSE)
_AFTER_MOVE = re.compile(r"(?P<to>至|到|为(?!主|零))|(?:了|达到?)?")

_ROLES = {
    "exceed": Role.EXCEED, "attain": Role.ATTAIN, "hedge": Role.HEDGE, "goal": Role.GOAL, "flat": Role.FLAT,
    "multiple": Role.MULTIPLE, "each": Role.EACH, "elsewhere": Role.ELSEWHERE, "otherwise": Role.OTHERWISE,
    "from": Role.FROM, "reach": Role.REACH,
}  # fmt: skip
_BASES = {
    "last_year": Base.LAST_YEAR, "last_period": Base.PREVIOUS, "target": Base.TARGET,
    "benchmark": Base.BENCHMARK, "baseline": Base.BASELINE, "other_base": Base.OTHER,
}  # fmt: skip
_TOLD = {"同比": Base.LAST_YEAR, "环比": Base.PREVIOUS}
_MOVES = {
    "up": Direction.UP, "short_up": Direction.UP, "down": Direction.DOWN, "short_down": Direction.DOWN,
    "doubled": Direction.UP,
}  # fmt: skip
_SIDE = {"up": Direction.UP, "down": Direction.DOWN}
_SIDES = {"over": Direction.UP, "under": Direction.DOWN}


_LAST_YEAR, _LAST_PERIOD = ("去年", "上年"), ("上季度", "上月", "上周")


def base_named(word: Word) -> Base:
    """Which figure of a metric a word for another time names: 去年 last year's, 上月 the one before."""
    if word.text.startswith(_LAST_YEAR):
        return Base.LAST_YEAR
    return Base.PREVIOUS if word.text.startswith(_LAST_PERIOD) else Base.OTHER


SIGHT = 32
"""So many signs beyond a stretch are looked at for the figure that follows a word."""


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text that say something of its figures, in order."""
    words: list[Word] = []
    position = start
    # The pattern looks ahead to the figure that follows, so it must see beyond the stretch, if not far.
    while (match := _WORD.search(text, position, end + SIGHT)) and match.end() <= end:
        word = _word(match, text)
        words.append(word)
        position = word.end
    return words


def _word(match: re.Match[str], text: str) -> Word:
    group, start, end = match.lastgroup or "", match.start(), match.end()
    side, _, of = group.partition("_")
    if of == "noun":
        return Word(Role.MOVE if side in _SIDE else Role.OTHERWISE, start, end, match[0], _SIDE.get(side))
    if group == "turn":
        base = next((base for sign, base in _TOLD.items() if sign in match[0]), None)
        return Word(Role.TURN, start, end, match[0], base=base)
    if group in _MOVES:
        after = _AFTER_MOVE.match(text, end)
        end, reaches = (after.end(), bool(after["to"])) if after else (end, False)
        return Word(Role.MOVE, start, end, match[0], _MOVES[group], reaches=reaches)
    if side in _SIDES:
        return Word(
            Role.DIFFER, start, end, match[0], _SIDES[side], Base.OTHER if of == "short" else Base(of)
        )
    if group == "miss":
        return Word(Role.MISS, start, end, match[0], Direction.DOWN, Base.TARGET)
    if group in _BASES:
        return Word(Role.COMPARE, start, end, match[0], base=_BASES[group])
    return Word(_ROLES[group], start, end, match[0])
