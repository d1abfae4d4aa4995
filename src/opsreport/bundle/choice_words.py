"""The words people may write for each choice, Chinese beside the bundle's own English ones."""

import enum
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from opsreport.bundle.leaves import (
    ChangeBase,
    ChartSubject,
    ProblemStatus,
    ResourceKind,
    Severity,
    Sign,
)
from opsreport.document import ChartKind
from opsreport.figures.kinds import Aggregation, Basis, Bounded, Certainty, ChangeStyle, Facet, Kind, Polarity

CHINESE: Mapping[enum.Enum, tuple[str, ...]] = MappingProxyType(
    {
        Kind.MONEY: ("金额",),
        Kind.COUNT: ("数量",),
        Kind.RATE: ("比率",),
        Kind.DURATION: ("时长",),
        Kind.SCORE: ("评分",),
        Kind.POINTS: ("点数",),
        Kind.RATIO: ("比",),
        Kind.INDEX: ("指数",),
        Kind.PARAMETER: ("参数",),
        Polarity.HIGHER_IS_BETTER: (
            *("越高越好", "越大越好", "越多越好", "越长越好"),
            *("正向", "正", "正向指标", "高"),
        ),
        Polarity.LOWER_IS_BETTER: (
            *("越低越好", "越小越好", "越少越好", "越短越好"),
            *("逆向", "负向", "反向", "逆", "逆向指标", "负向指标", "低"),
        ),
        Polarity.NEUTRAL: ("中性", "无", "不评价"),
        Certainty.ACTUAL: ("实际",),
        Certainty.PRELIMINARY: ("初步", "初步数"),
        Certainty.ESTIMATED: ("预估", "估算", "估计"),
        Certainty.FORECAST: ("预计", "预测"),
        Aggregation.SUM: ("合计", "求和"),
        Aggregation.AVG: ("平均", "均值"),
        Aggregation.LAST: ("期末", "最后"),
        Aggregation.MAX: ("最大", "最高"),
        Aggregation.MIN: ("最小", "最低"),
        Aggregation.RATIO: ("比率",),
        Bounded.BOTH: ("两端",),
        Bounded.UPPER: ("上限",),
        Bounded.NONE: ("无",),
        Basis.NOMINAL: ("名义",),
        Basis.COMPARABLE: ("可比口径", "可比"),
        Basis.ADJUSTED: ("调整后",),
        ChangeStyle.PP: ("百分点",),
        ChangeStyle.RELATIVE: ("相对",),
        ChangeStyle.ABSOLUTE: ("绝对",),
        Sign.PROFIT: ("盈利", "盈亏"),
        ChangeBase.BEFORE: ("之前", "优化前"),
        ChangeBase.LAST_YEAR: ("去年同期", "同比"),
        ChangeBase.PREVIOUS: ("上期", "环比"),
        ChangeBase.BASELINE: ("基准",),
        Severity.HIGH: ("高", "严重", "重大", "重要", "较高"),
        Severity.MEDIUM: ("中", "一般", "中等"),
        Severity.LOW: ("低", "轻微", "较轻", "次要", "较低"),
        ProblemStatus.NEW: ("新增", "新", "新发现"),
        ProblemStatus.OPEN: ("处理中", "未解决", "进行中", "待解决", "整改中"),
        ProblemStatus.CLOSED: ("已解决", "已关闭", "已完成", "已整改"),
        ResourceKind.BUDGET: ("预算", "经费", "资金"),
        ResourceKind.HEADCOUNT: ("人力", "人数", "增配人数", "人员", "编制"),
        ResourceKind.EFFORT: ("投入", "人天", "工时"),
        ChartKind.BAR: ("柱形图", "柱状图"),
        ChartKind.STACKED: ("堆积柱形图", "堆积图"),
        ChartKind.LINE: ("折线图", "线图"),
        ChartKind.BAR_LINE: ("组合图", "柱线图"),
        ChartKind.PIE: ("饼图", "饼状图"),
        ChartKind.DOUGHNUT: ("环形图", "圆环图"),
        ChartKind.WATERFALL: ("瀑布图",),
        ChartKind.FUNNEL: ("漏斗图",),
        ChartSubject.SERIES: ("序列",),
        ChartSubject.BREAKDOWN: ("构成",),
        ChartSubject.COMPARISON: ("对比",),
        Facet.VALUE: ("数值",),
        Facet.VS_TARGET: ("完成率",),
        Facet.VS_LAST_YEAR: ("同比",),
        Facet.VS_PREVIOUS: ("环比",),
        Facet.FROM_TO: ("从至",),
        Facet.TO: ("至",),
        Facet.CHANGE: ("变动",),
        Facet.PEAK: ("峰值",),
        Facet.AVERAGE: ("均值",),
        Facet.VS_BASELINE: ("较基线",),
        Facet.VS_BENCHMARK: ("较行业",),
        Facet.SHARES: ("构成",),
    }
)

REFERENCE_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "number": ("数字",),
        "sentence": ("句子", "整句"),
        "target": ("目标",),
        "last_year": ("去年同期", "上年同期"),
        "previous": ("上期",),
        "from": ("基线", "起点"),
        "baseline": ("基准",),
        "benchmark": ("行业平均",),
        "trough": ("谷值",),
        "name": ("名称",),
        "short": ("简称",),
    }
)
"""What a reference may name beside a facet: the bare number, the whole sentence, one of the fields."""

GUIDELINE_WORDS = frozenset({"guideline", "方针", "核心目标"})
"""What a reference may say for the guideline of the report."""

REFERENCE_FACETS = frozenset({*REFERENCE_FIELDS, *(facet.value for facet in Facet)})

TRUTHS = MappingProxyType({"true": True, "是": True, "yes": True, "false": False, "否": False, "no": False})


@cache
def choices_of(options: type[enum.Enum]) -> Mapping[str, enum.Enum]:
    """Every word that may be written for one of several choices, in small letters."""
    return {str(word).casefold(): one for one in options for word in (one.value, *CHINESE.get(one, ()))}


def listed_choices(options: Iterable[enum.Enum]) -> str:
    """The choices as a Chinese message lists them: high（高）、low（低）."""
    return "、".join(
        f"{one.value}（{CHINESE[one][0]}）" if one in CHINESE else str(one.value) for one in options
    )


@cache
def _facet_words() -> Mapping[str, str]:
    words = {word: facet.value for facet in Facet for word in (facet.value, *CHINESE[facet])}
    return words | {word: name for name, names in REFERENCE_FIELDS.items() for word in (name, *names)}


def canonical_facet(written: str) -> str:
    """The English name of a facet or field written either way; an unknown one stays as it is."""
    return _facet_words().get(written.casefold(), written)
