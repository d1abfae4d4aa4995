"""The bundle: everything one report is made from."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from opsreport.bundle.header import Header
from opsreport.bundle.leaves import Text
from opsreport.bundle.metric import Metric
from opsreport.bundle.naming import by_id
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
        """The problems under their ids."""
        return by_id(self.problems)

    @cached_property
    def project_by_id(self) -> dict[str, Project]:
        """The projects under their ids."""
        return by_id(self.projects)

    @cached_property
    def stage_by_id(self) -> dict[str, Stage]:
        """The stages under their ids."""
        return by_id(self.stages)

    @cached_property
    def goal_by_id(self) -> dict[str, Goal]:
        """The goals under their ids."""
        return by_id(self.goals)

    @cached_property
    def plan_by_id(self) -> dict[str, Plan]:
        """The plans under their ids."""
        return by_id(self.plans)

    @cached_property
    def group_by_id(self) -> dict[str, Group]:
        """The groups under their ids."""
        return by_id(self.groups)

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
