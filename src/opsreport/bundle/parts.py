"""The objects of a bundle beside its metrics: projects, stages, modules, problems, plans and the rest."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from opsreport.bundle.leaves import (
    ChartSubject,
    Choice,
    ProblemStatus,
    ResourceKind,
    Severity,
    Text,
)
from opsreport.bundle.part import Part, Waivable
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import many, optional, required
from opsreport.document import ChartKind
from opsreport.figures.figure import Quantity
from opsreport.figures.kinds import Facet
from opsreport.figures.period import Period
from opsreport.figures.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Part):
    """Metrics that are printed together."""

    object_label: ClassVar[str] = "指标分组"
    shorthand: ClassVar[str] = "title"

    id: Text | None = optional("编号")
    title: Prose = required("标题", "名称", "分组")
    intro: Prose | None = optional("引言")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Part):
    """An action, a measure, a point of a summary or of a diagnosis: a title, a text, or both."""

    object_label: ClassVar[str] = "条目"
    shorthand: ClassVar[str] = "text"
    one_of: ClassVar[tuple[str, ...]] = ("title", "text")

    title: Prose | None = optional("标题", "举措")
    text: Prose | None = optional("内容", "正文")
    metrics: tuple[Text, ...] = many("指标", "关联指标")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Part):
    """A result: one metric, several in one sentence, or a text; `tail` is said after it.

    A bare value is a metric if it is one's id, else a text.
    """

    object_label: ClassVar[str] = "成果"
    shorthand: ClassVar[str] = "text"
    one_of: ClassVar[tuple[str, ...]] = ("metric", "metrics", "text")

    metric: Text | None = optional("指标")
    metrics: tuple[Text, ...] = many("指标组")
    text: Prose | None = optional("说明", "内容")
    say: tuple[Choice[Facet], ...] = many("表述")
    tail: Prose | None = optional("补充")

    @property
    def metric_ids(self) -> tuple[Text, ...]:
        """The metrics of the result, however many."""
        return ((self.metric,) if self.metric else ()) + self.metrics


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Part):
    """A project that is looked back on."""

    object_label: ClassVar[str] = "项目"
    shorthand: ClassVar[str] = "name"

    id: Text | None = optional("编号")
    name: Text = required("名称", "项目", "项目名称")
    codename: Text | None = optional("代号")
    category: Text | None = optional("类别")
    period: Choice[Period] | None = optional("期间")
    owner: Text | None = optional("负责人", "责任人")
    status: Text | None = optional("状态")
    background: Prose | None = optional("背景")
    goal: Prose | None = optional("目标")
    actions: tuple[Item, ...] = many("举措", "核心举措")
    results: tuple[Result, ...] = many("成果", "项目成果")
    tiers: tuple[Text, ...] = many("层级")
    reflection: Prose | None = optional("反思")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis(Part):
    """Why things had to change."""

    object_label: ClassVar[str] = "问题诊断"
    shorthand: ClassVar[str] = "items"

    title: Prose | None = optional("标题")
    subtitle: Prose | None = optional("副标题")
    intro: Prose | None = optional("引言")
    items: tuple[Item, ...] = many("条目")
    conclusion: Prose | None = optional("结论")


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Part):
    """The model that orders the stages."""

    object_label: ClassVar[str] = "框架"
    shorthand: ClassVar[str] = "title"

    title: Prose | None = optional("标题")
    model: Text | None = optional("模型")
    intro: Prose | None = optional("引言")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Part):
    """A stage of the users' life."""

    object_label: ClassVar[str] = "阶段"
    shorthand: ClassVar[str] = "name"

    id: Text | None = optional("编号")
    name: Text = required("名称", "阶段")
    name_en: Text | None = optional("英文", "英文名")
    tagline: Prose | None = optional("标语")
    core_idea: Prose | None = optional("核心思路")
    measures: tuple[Item, ...] = many("举措", "关键举措")
    metrics: tuple[Text, ...] = many("指标")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Part):
    """One outcome of the stages."""

    object_label: ClassVar[str] = "实践成果条目"
    shorthand: ClassVar[str] = "metric"

    title: Prose | None = optional("标题")
    stage: Text | None = optional("阶段")
    metric: Text = required("指标")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes(Part):
    """What came of the stages."""

    object_label: ClassVar[str] = "实践成果"
    shorthand: ClassVar[str] = "items"

    intro: Prose | None = optional("引言")
    items: tuple[Outcome, ...] = many("条目")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workstream(Part):
    """A module of the department's work (模块)."""

    object_label: ClassVar[str] = "模块"
    shorthand: ClassVar[str] = "name"

    id: Text | None = optional("编号")
    name: Text = required("名称", "模块")
    name_en: Text | None = optional("英文", "英文名")
    goal: Prose | None = optional("目标")
    summary: tuple[Item, ...] = many("执行摘要", "摘要")
    results: tuple[Result, ...] = many("成果", "量化成果")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Part):
    """A problem of the business."""

    object_label: ClassVar[str] = "问题"
    shorthand: ClassVar[str] = "text"
    one_of: ClassVar[tuple[str, ...]] = ("title", "text")

    id: Text | None = optional("编号")
    title: Prose | None = optional("标题", "问题")
    text: Prose | None = optional("描述", "内容")
    severity: Choice[Severity] | None = optional("严重程度")
    owner: Text | None = optional("责任人", "责任部门", "负责人")
    metrics: tuple[Text, ...] = many("关联指标", "指标")
    projects: tuple[Text, ...] = many("关联项目", "项目")
    status: Choice[ProblemStatus] | None = optional("状态")
    since: Choice[Period] | None = optional("始于")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Part):
    """What is lacking, and where to go from there."""

    object_label: ClassVar[str] = "反思"
    shorthand: ClassVar[str] = "gap"
    one_of: ClassVar[tuple[str, ...]] = ("title", "gap")

    id: Text | None = optional("编号")
    title: Prose | None = optional("标题")
    gap: Prose | None = optional("不足", "差距")
    direction: Prose | None = optional("方向", "改进方向")
    owner: Text | None = optional("责任人", "责任部门", "负责人")
    due: Choice[datetime.date] | None = optional("完成时间", "期限")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Part):
    """A goal of the period to come, tied to a metric or to the name of something measured."""

    object_label: ClassVar[str] = "目标"
    shorthand: ClassVar[str] = "text"
    one_of: ClassVar[tuple[str, ...]] = ("text", "metric", "metric_name")

    id: Text | None = optional("编号")
    text: Prose | None = optional("目标", "内容")
    metric: Text | None = optional("指标")
    metric_name: Text | None = optional("指标名称")
    scope: Text | None = optional("范围")
    owner: Text | None = optional("责任人", "责任部门", "负责人")
    due: Choice[datetime.date] | None = optional("完成时间", "期限")
    target_value: Quantity | None = optional("目标值", unit="", about="与指标同类的单位")
    target_growth: Quantity | None = optional("目标增幅", unit="%", about="比本期增长的百分数")
    target_change: Quantity | None = optional("目标变动", unit="", about="以指标的单位计，比率以百分点计")


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget(Waivable):
    """Money a plan needs."""

    object_label: ClassVar[str] = "预算"
    shorthand: ClassVar[str] = "amount"

    amount: Quantity | None = required("金额", about="只写数字时以元计")
    unit: Choice[Unit] | None = optional("单位")
    purpose: Prose | None = optional("用途")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount(Waivable):
    """People a plan needs."""

    object_label: ClassVar[str] = "增配人数"
    shorthand: ClassVar[str] = "count"

    role: Text | None = optional("岗位")
    count: Quantity | None = required("人数", unit="", about="以人计")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort(Waivable):
    """Days of work a plan needs of a team (人天)."""

    object_label: ClassVar[str] = "投入"
    shorthand: ClassVar[str] = "amount"

    team: Text | None = optional("团队", "投入团队")
    amount: Quantity | None = required("人天", "数量", about="以人天、人月等计，只写数字时以人天计")
    unit: Choice[Unit] | None = optional("单位")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources(Waivable):
    """What a plan needs."""

    object_label: ClassVar[str] = "资源需求"

    budget: Budget | None = optional("预算")
    headcount: tuple[Headcount, ...] = many("人力", "增配人数", "人员")
    effort: tuple[Effort, ...] = many("投入", "人天")

    @property
    def kinds(self) -> tuple[ResourceKind, ...]:
        """Which of the three it names."""
        needed = (
            (ResourceKind.BUDGET, self.budget),
            (ResourceKind.HEADCOUNT, self.headcount),
            (ResourceKind.EFFORT, self.effort),
        )
        return tuple(kind for kind, asked in needed if asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Part):
    """What will be done: in one text, or as goal and action, with what it needs."""

    object_label: ClassVar[str] = "规划"
    shorthand: ClassVar[str] = "title"

    id: Text | None = optional("编号")
    title: Prose = required("标题", "规划", "举措", "名称")
    codename: Text | None = optional("代号")
    text: Prose | None = optional("内容")
    goal: Prose | None = optional("目标")
    action: Prose | None = optional("行动")
    resources: Resources | None = optional("资源需求", "资源")
    addresses: tuple[Text, ...] = many("针对问题")
    goals: tuple[Text, ...] = many("对应目标")
    owner: Text | None = optional("责任人", "责任部门", "负责人")
    due: Choice[datetime.date] | None = optional("完成时间", "期限")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Waivable):
    """One thing asked for: a resource of a plan."""

    object_label: ClassVar[str] = "请示事项"

    plan: Text = required("规划")
    resource: Choice[ResourceKind] | None = required("资源")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Part):
    """What the reader is asked to decide."""

    object_label: ClassVar[str] = "请求批示"
    shorthand: ClassVar[str] = "text"

    text: Prose | None = optional("内容", "正文")
    asks: tuple[Ask, ...] = many("事项", "请示事项")
    reply_by: Choice[datetime.date] | None = optional("回复期限", "答复期限")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRequest(Part):
    """A chart to be drawn of metrics."""

    object_label: ClassVar[str] = "图表"

    kind: Choice[ChartKind] | None = required("类型", "图形")
    metrics: tuple[Text, ...] = many("指标")
    of: Choice[ChartSubject] | None = optional("内容")
    title: Prose | None = optional("标题")
    section: Text | None = optional("章节")


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry(Waivable):
    """A term and what it means."""

    object_label: ClassVar[str] = "术语"

    term: Text = required("术语")
    full: Prose = required("全称", "解释")


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText(Part):
    """The heading and the lead-in of the section that prints the list `key`."""

    object_label: ClassVar[str] = "章节文字"
    keyed: ClassVar[str] = "key"

    key: Text = required("章节")
    title: Prose | None = optional("标题")
    intro: Prose | None = optional("引言")
    closing: Prose | None = optional("结语")
