"""A metric and everything that may be known of it."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from opsreport.bundle.formula import Formula
from opsreport.bundle.leaves import ChangeBase, Choice, Sign, Text
from opsreport.bundle.metric_defaults import (
    default_aggregation,
    default_bounded,
    default_kind,
    default_polarity,
    default_sign,
)
from opsreport.bundle.part import Part, Waivable
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import many, optional, required
from opsreport.figures.figure import Quantity
from opsreport.figures.kinds import Aggregation, Basis, Bounded, Certainty, ChangeStyle, Facet, Kind, Polarity
from opsreport.figures.period import Period
from opsreport.figures.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline(Waivable):
    """A comparison that is not the metric's own past."""

    object_label: ClassVar[str] = "基准"
    shorthand: ClassVar[str] = "value"

    value: Quantity | None = required("数值", "值")
    label: Text | None = optional("说明", "名称")


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Baseline):
    """Where the metric came from: the 从 of 从…至."""

    object_label: ClassVar[str] = "起点"

    at: Choice[Period] | Text | None = optional("时间")


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark(Baseline):
    """What others reach (行业平均)."""

    object_label: ClassVar[str] = "行业平均"

    source: Text | None = optional("来源")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme(Waivable):
    """A peak, a trough or an average, and when."""

    object_label: ClassVar[str] = "峰值、谷值、均值"
    shorthand: ClassVar[str] = "value"

    value: Quantity | None = required("数值", "值")
    at: Choice[Period] | Text | None = optional("时间")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedChange(Waivable):
    """A change of which both ends are not known; its sign is the real direction (−18 fell)."""

    object_label: ClassVar[str] = "变动"
    shorthand: ClassVar[str] = "value"

    value: Quantity | None = required("数值", "值")
    unit: Choice[Unit] | None = optional("单位")
    vs: Choice[ChangeBase] | None = optional("对比", "相比")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Waivable):
    """The scale of a score, 1 to 5."""

    object_label: ClassVar[str] = "量表"

    min: Quantity | None = optional("最低")
    max: Quantity | None = required("最高")
    name: Text | None = optional("名称")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint(Waivable):
    """One period of a series."""

    object_label: ClassVar[str] = "序列"

    period: Choice[Period] | None = required("期间", "月份", "日期")
    value: Quantity | None = optional("数值", "本期", "值")
    last_year: Quantity | None = optional("去年同期")
    target: Quantity | None = optional("目标", "目标值")


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownItem(Waivable):
    """One part of a total."""

    object_label: ClassVar[str] = "构成"

    name: Text = required("名称", "分项", "渠道", "构成")
    value: Quantity | None = required("数值", "值")
    last_year: Quantity | None = optional("去年同期")
    contribution: Quantity | None = optional("贡献", "拉动", unit="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Waivable):
    """One part of a total of which only the share is known."""

    object_label: ClassVar[str] = "占比"

    name: Text = required("名称", "分项", "渠道", "构成")
    share: Quantity | None = required("占比", unit="%")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioSides(Waivable):
    """The names of the two sides of a ratio; its value is right ÷ left with left = 1."""

    object_label: ClassVar[str] = "比"

    left: Text = required("左")
    right: Text = required("右")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Waivable):
    """Comparisons somebody typed in, kept only to be checked."""

    object_label: ClassVar[str] = "已写数值"

    vs_last_year: Quantity | None = optional("同比", unit="")
    vs_previous: Quantity | None = optional("环比", unit="")
    vs_target: Quantity | None = optional("完成率", unit="")
    vs_baseline: Quantity | None = optional("较基线", unit="")
    vs_benchmark: Quantity | None = optional("较行业", unit="")
    change: Quantity | None = optional("变动", unit="")
    loss_narrowed: Quantity | None = optional("亏损收窄", "减亏", unit="")
    cagr: Quantity | None = optional("年均复合增长", unit="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm(Waivable):
    """One side of an experiment: how many took part, how many of them did it."""

    object_label: ClassVar[str] = "实验组"

    n: Quantity | None = required("样本", unit="")
    hits: Quantity | None = required("命中", unit="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment(Waivable):
    """The experiment behind a lift."""

    object_label: ClassVar[str] = "实验"

    control: Arm | None = required("对照组")
    variant: Arm | None = required("实验组")
    split: Text | None = optional("分流")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Part):
    """One figure of the report with what it is compared with, and how it is to be said.

    Without an id its name without spaces is its id. Kind, polarity, sign, limits and aggregation that nobody
    wrote follow from the unit, the kind and the name (`given` is false on them).
    """

    object_label: ClassVar[str] = "指标"

    id: Text = optional("编号", about="字母、汉字、数字；省略时为去掉空格的名称")
    name: Text = required("名称", "指标", "指标名称")
    short: Text | None = optional("简称")
    label: Text | None = optional("条目名", about="条目的名称与指标名不同时写")
    group: Text | None = optional("分组", "类别")
    attach: Text | None = optional("并入", about="与哪个指标写在同一条")
    kind: Choice[Kind] = optional("类型", about="省略时由单位判断；“分”须写明")
    unit: Choice[Unit] | None = optional("单位", about="比率按印出的单位填：41.2 配 %，不写 0.412")
    polarity: Choice[Polarity] = optional("方向", about="省略时由类型和名称判断")
    value: Quantity | None = optional(
        "本期", "本期值", "本月", "本季", "本季度", "本年", "实际", "实际值", "完成值", "数值"
    )
    target: Quantity | None = optional("目标", "目标值", "预算", "计划")
    last_year: Quantity | None = optional("去年同期", "上年同期", "同期", "去年", "上年")
    previous: Quantity | None = optional("上期", "上月", "上季度", "环比基期")
    previous_label: Text | None = optional("上期名称", about="上期不是相邻期间时写明，如“活动前同等天数”")
    from_: Start | None = optional("基线", "起点", "优化前", "从")
    baseline: Baseline | None = optional("基准")
    benchmark: Benchmark | None = optional("行业平均", "行业均值", "标杆")
    peak: Extreme | None = optional("峰值", "最高")
    trough: Extreme | None = optional("谷值", "最低")
    average: Extreme | None = optional("均值", "平均", "平均值")
    change: StatedChange | None = optional("变动", about="只知道变动、不知道两端时写")
    scale: Scale | None = optional("量表")
    series: tuple[SeriesPoint, ...] = many("序列")
    breakdown: tuple[BreakdownItem, ...] = many("构成")
    shares: tuple[Share, ...] = many("占比")
    numerator: Quantity | None = optional("分子", unit="")
    denominator: Quantity | None = optional("分母", unit="")
    formula: Formula | None = optional("公式", about="如 gross_profit / revenue")
    agg: Choice[Aggregation] = optional("汇总")
    ratio: RatioSides | None = optional("比")
    bounded: Choice[Bounded] = optional("有界")
    sign: Choice[Sign] | None = optional("盈亏", about="省略时由类型和名称判断")
    certainty: Choice[Certainty] = optional("确定性", default=Choice(Certainty.ACTUAL, given=False))
    approx: bool = optional("约", default=False)
    basis: Choice[Basis] = optional("增长口径", default=Choice(Basis.NOMINAL, given=False))
    stated: Stated | None = optional("已写数值")
    say: tuple[Choice[Facet], ...] = many("表述")
    verb: Text | None = optional("动词")
    change_style: Choice[ChangeStyle] | None = optional("变动方式")
    experiment: Experiment | None = optional("实验")
    driver: Prose | None = optional("驱动因素", "原因", "说明")
    definition: Prose | None = optional("口径", "定义")
    source: Text | None = optional("来源", "数据来源")
    decimals: int | None = optional("小数位")
    display_unit: Choice[Unit] | None = optional("显示单位")
    value_precision: int | None = optional(
        "数值精度", about="数值取整到多少，如 1300 取整到百位写 100；只用于核对"
    )
    hidden: bool = optional("隐藏", default=False, about="只用于核对和公式，不印出")
    period: Choice[Period] | None = optional("期间")
    as_of: Choice[datetime.date] | None = optional("截至")

    def __post_init__(self) -> None:
        """Fill in what follows from the rest."""
        fill = object.__setattr__
        if self.id is None:
            fill(self, "id", Text("".join(self.name.text.split()), self.name.span, self.name.written))
        unit = self.unit.value if self.unit else None
        if self.kind is None:
            kind = Kind.RATIO if self.ratio else default_kind(unit) or Kind.SCORE
            fill(self, "kind", Choice(kind, self.name.span, given=False))
        kind, name = self.kind.value, self.name.text
        if self.polarity is None:
            fill(self, "polarity", Choice(default_polarity(kind, name), self.name.span, given=False))
        if self.sign is None and (sign := default_sign(kind, name)):
            fill(self, "sign", Choice(sign, self.name.span, given=False))
        if self.bounded is None:
            fill(self, "bounded", Choice(default_bounded(kind, name), self.name.span, given=False))
        if self.agg is None:
            fill(self, "agg", Choice(default_aggregation(kind), self.name.span, given=False))

    @property
    def facets(self) -> tuple[Facet, ...]:
        """What is said of the metric, in order: as `say` asks, else all its data allows.

        Left out, it is 从…至 if there is a start, the change if there is only that, else the value; then each
        comparison that has its data.
        """
        if self.say:
            return tuple(choice.value for choice in self.say)
        if self.from_:
            first = Facet.FROM_TO
        elif self.change and self.value is None:
            first = Facet.CHANGE
        else:
            first = Facet.VALUE
        compared = (
            (Facet.VS_TARGET, self.target),
            (Facet.VS_LAST_YEAR, self.last_year),
            (Facet.VS_PREVIOUS, self.previous),
            (Facet.VS_BASELINE, self.baseline),
            (Facet.VS_BENCHMARK, self.benchmark),
        )
        return (first, *(facet for facet, base in compared if base is not None))
