"""The bundle: everything one report is made from."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from opsreport.bundle.header import Header
from opsreport.bundle.leaves import Text
from opsreport.bundle.metric import Metric
from opsreport.bundle.part import Part
from opsreport.bundle.parts import (
    ChartRequest,
    Diagnosis,
    Framework,
    GlossaryEntry,
    Goal,
    Group,
    Outcomes,
    Plan,
    Problem,
    Project,
    Reflection,
    Request,
    SectionText,
    Stage,
    Workstream,
)
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import many, optional, required

GUIDELINE = "guideline"


@dataclass(frozen=True, kw_only=True)
class Bundle(Part):
    """One report's metrics, texts, problems and plans, as decoded and before any judgement."""

    object_label: ClassVar[str] = "数据包"

    opsreport: int | None = optional("版本", default=1, about="数据包格式的版本，现为 1")
    report: Header = required("报告")
    groups: tuple[Group, ...] = many("指标分组", "分组")
    metrics: tuple[Metric, ...] = many("指标")
    projects: tuple[Project, ...] = many("项目")
    diagnosis: Diagnosis | None = optional("问题诊断", "诊断")
    framework: Framework | None = optional("框架")
    stages: tuple[Stage, ...] = many("阶段")
    outcomes: Outcomes | None = optional("实践成果")
    modules: tuple[Workstream, ...] = many("模块")
    problems: tuple[Problem, ...] = many("问题")
    reflections: tuple[Reflection, ...] = many("反思")
    plan_themes: tuple[Text, ...] = many("规划主题")
    goals: tuple[Goal, ...] = many("目标")
    plans: tuple[Plan, ...] = many("规划", "举措", "规划/举措")
    request: Request | None = optional("请求批示", "请求")
    charts: tuple[ChartRequest, ...] = many("图表")
    glossary: tuple[GlossaryEntry, ...] = many("术语")
    sources: tuple[Prose, ...] = many("来源")
    sections: tuple[SectionText, ...] = many("章节文字")
    notes: tuple[Prose, ...] = many("注")

    @cached_property
    def metric_by_id(self) -> dict[str, Metric]:
        """The metrics under their ids; of two with one id, the first."""
        return {metric.id.text: metric for metric in reversed(self.metrics)}

    @cached_property
    def problem_by_id(self) -> dict[str, Problem]:
        """The problems that have an id."""
        return {problem.id.text: problem for problem in reversed(self.problems) if problem.id}

    @cached_property
    def project_by_id(self) -> dict[str, Project]:
        """The projects that have an id."""
        return {project.id.text: project for project in reversed(self.projects) if project.id}

    @cached_property
    def stage_by_id(self) -> dict[str, Stage]:
        """The stages that have an id."""
        return {stage.id.text: stage for stage in reversed(self.stages) if stage.id}

    @cached_property
    def goal_by_id(self) -> dict[str, Goal]:
        """The goals that have an id."""
        return {goal.id.text: goal for goal in reversed(self.goals) if goal.id}

    @cached_property
    def plan_by_id(self) -> dict[str, Plan]:
        """The plans that have an id."""
        return {plan.id.text: plan for plan in reversed(self.plans) if plan.id}

    @cached_property
    def group_by_id(self) -> dict[str, Group]:
        """The groups that have an id."""
        return {group.id.text: group for group in reversed(self.groups) if group.id}

    @cached_property
    def section_by_key(self) -> dict[str, SectionText]:
        """The headings and lead-ins under the key of the list they stand over."""
        return {section.key.text: section for section in self.sections}

    def metrics_of_group(self, group: str) -> tuple[Metric, ...]:
        """The metrics printed in a group, hidden ones left out."""
        return tuple(
            metric
            for metric in self.metrics
            if metric.group and metric.group.text == group and not metric.hidden
        )
