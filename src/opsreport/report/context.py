"""What a template sees: the report's context, a public and versioned promise (`templates/README.md`).

Every text is a `Passage`: words with their references filled in, false when empty. Every list is a tuple.
Nothing is left to be worked out here; a template chooses words and their order.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from opsreport.report.passage import Passage

NOTHING = Passage()


@dataclass(frozen=True, slots=True)
class PeriodView:
    """The reported period (2025年第三季度), how it and the next are called (本季度, 下季度), its kind.

    `next_label` is the period to come by its own name (2026年), empty where the calendar names none.
    """

    label: Passage = NOTHING
    this: str = ""
    next: str = ""
    noun: str = ""
    next_label: str = ""


@dataclass(frozen=True, slots=True)
class HeaderView:
    """The particulars of the report: whom it is from and to, about what and when."""

    title: Passage = NOTHING
    org: Passage = NOTHING
    department: Passage = NOTHING
    date: Passage = NOTHING
    author: Passage = NOTHING
    to: Passage = NOTHING
    sender: Passage = NOTHING
    cc: Passage = NOTHING
    subject: Passage = NOTHING
    number: Passage = NOTHING
    classification: Passage = NOTHING
    guideline: tuple[Passage, ...] = ()
    abstract: tuple[Passage, ...] = ()
    intro: tuple[Passage, ...] = ()
    closing: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemView:
    """A point with its title and its text; either may be empty."""

    title: Passage
    text: Passage


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of a metric table: its text, and `rise` or `fall` where it shows a change."""

    text: Passage
    role: str = ""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column of a metric table: its key (value, previous, …), its heading, its width in parts."""

    key: str
    title: str
    width: int


@dataclass(frozen=True, slots=True)
class TableRowView:
    """One metric of a table: its name and a cell for each column."""

    name: Passage
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MetricTableView:
    """Metrics side by side, with just the columns that some metric has figures for.

    `name_width` is the width of the first column, in the same parts as the others.
    """

    name_width: int
    columns: tuple[ColumnView, ...]
    rows: tuple[TableRowView, ...]


@dataclass(frozen=True, slots=True)
class PointView:
    """One figure of a chart: the exact amount in digits, and how it reads in the report."""

    value: str
    label: Passage


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Figures of a chart that belong together, one point for each category, `None` where there is none.

    `drawn` is `bar` or `line`, `axis` is `first` or `second`.
    """

    name: Passage
    points: tuple[PointView | None, ...]
    unit: str = ""
    drawn: str = "bar"
    axis: str = "first"


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart of metrics: `kind` is what it is drawn as, `alt` says it in words, `path` who asked for it."""

    kind: str
    title: Passage
    alt: str
    categories: tuple[Passage, ...]
    series: tuple[SeriesView, ...]
    note: Passage = NOTHING
    path: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """The user's own heading, lead-in and closing words for one part of the report; each may be empty.

    `charts` are those asked for in this part as a whole.
    """

    title: Passage = NOTHING
    intro: tuple[Passage, ...] = ()
    closing: tuple[Passage, ...] = ()
    charts: tuple[ChartView, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupView:
    """Metrics that are printed together: a point for each with why it moved, a table, charts.

    The title is empty where the metrics belong to no group.
    """

    id: str
    title: Passage
    intro: tuple[Passage, ...]
    items: tuple[ItemView, ...]
    table: MetricTableView | None
    notes: tuple[Passage, ...]
    charts: tuple[ChartView, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project looked back on: why, what was done, what came of it, what was learnt."""

    id: str
    name: Passage
    codename: Passage
    category: Passage
    period: Passage
    owner: Passage
    status: Passage
    background: tuple[Passage, ...]
    goal: tuple[Passage, ...]
    actions: tuple[ItemView, ...]
    tiers: tuple[Passage, ...]
    results: tuple[Passage, ...]
    reflection: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    charts: tuple[ChartView, ...]
    table: MetricTableView | None = None


@dataclass(frozen=True, slots=True)
class DiagnosisView:
    """Why things had to change."""

    title: Passage
    subtitle: Passage
    intro: tuple[Passage, ...]
    items: tuple[ItemView, ...]
    conclusion: tuple[Passage, ...]
    notes: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """The model that orders the stages."""

    title: Passage
    model: Passage
    intro: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage of the users' life: its idea, what is done, and its metrics in sentences.

    Metrics that are told among the outcomes are not told here as well.
    """

    id: str
    name: Passage
    name_en: Passage
    tagline: Passage
    core_idea: tuple[Passage, ...]
    measures: tuple[ItemView, ...]
    results: tuple[Passage, ...]
    charts: tuple[ChartView, ...]
    table: MetricTableView | None = None
    notes: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomesView:
    """What came of the stages: points with their metric sentences, and those metrics side by side."""

    intro: tuple[Passage, ...]
    items: tuple[ItemView, ...]
    table: MetricTableView | None
    notes: tuple[Passage, ...]
    charts: tuple[ChartView, ...]


@dataclass(frozen=True, slots=True)
class ReflectionView:
    """What is lacking, and where to go from there."""

    id: str
    title: Passage
    gap: tuple[Passage, ...]
    direction: tuple[Passage, ...]
    owner: Passage
    due: Passage


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal of the period to come; `target` is its figure in words, empty where the text has it."""

    id: str
    text: Passage
    target: Passage
    scope: Passage
    owner: Passage
    due: Passage


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A workstream of the period: its goal, what was done, what came of it."""

    id: str
    name: Passage
    name_en: Passage
    goal: tuple[Passage, ...]
    summary: tuple[ItemView, ...]
    results: tuple[Passage, ...]
    table: MetricTableView | None
    notes: tuple[Passage, ...]
    charts: tuple[ChartView, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemView:
    """A problem of the business: how bad it is and who answers for it."""

    id: str
    title: Passage
    text: tuple[Passage, ...]
    severity: Passage
    owner: Passage
    status: Passage
    since: Passage


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan: what it is to reach, by which action, with what, for which problems."""

    id: str
    title: Passage
    codename: Passage
    text: tuple[Passage, ...]
    goal: tuple[Passage, ...]
    action: tuple[Passage, ...]
    resources: tuple[Passage, ...]
    addresses: tuple[Passage, ...]
    owner: Passage
    due: Passage
    goals: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class AskView:
    """One thing asked for: the plan it is for, that plan's place in the list from 1, and how much."""

    plan: Passage
    position: int
    resource: Passage


@dataclass(frozen=True, slots=True)
class RequestView:
    """What the reader is asked to decide; `total` adds the asks up by kind (48万元、2名、120人天)."""

    text: tuple[Passage, ...]
    asks: tuple[AskView, ...]
    total: Passage
    reply_by: Passage


@dataclass(frozen=True, slots=True)
class ClosureRowView:
    """A row of the matrix 指标—问题—举措—资源; an empty passage is a gap.

    `span` is how many rows the metrics and the problem stand over, 0 where the row above has them already.
    `is_repeated` says that the plan's resources stand in a row above.
    """

    metrics: tuple[Passage, ...]
    problem: Passage
    span: int
    plan: Passage
    owner: Passage
    due: Passage
    resources: tuple[Passage, ...]
    is_repeated: bool


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Everything a template may name. `draft` is true while a draft is built.

    `charts` are those that belong to no group, project, module, stage or outcome and to no section; `closure`
    is empty unless the options ask for that appendix.
    """

    report: HeaderView
    period: PeriodView
    sections: Mapping[str, SectionView]
    groups: tuple[GroupView, ...] = ()
    projects: tuple[ProjectView, ...] = ()
    diagnosis: DiagnosisView | None = None
    framework: FrameworkView | None = None
    stages: tuple[StageView, ...] = ()
    outcomes: OutcomesView | None = None
    modules: tuple[ModuleView, ...] = ()
    problems: tuple[ProblemView, ...] = ()
    reflections: tuple[ReflectionView, ...] = ()
    plan_themes: tuple[Passage, ...] = ()
    goals: tuple[GoalView, ...] = ()
    plans: tuple[PlanView, ...] = ()
    request: RequestView | None = None
    charts: tuple[ChartView, ...] = ()
    glossary: tuple[ItemView, ...] = ()
    sources: tuple[Passage, ...] = ()
    notes: tuple[Passage, ...] = ()
    closure: tuple[ClosureRowView, ...] = ()
    draft: bool = False

    def names(self) -> Mapping[str, object]:
        """The names as a template sees them."""
        return MappingProxyType({field.name: getattr(self, field.name) for field in fields(self)})
