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
    """The reported period (2025年第三季度), how it and the next are called (本季度, 下季度), its kind."""

    label: Passage = NOTHING
    this: str = ""
    next: str = ""
    noun: str = ""


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
class SectionView:
    """The user's own heading, lead-in and closing words for one part of the report; each may be empty."""

    title: Passage = NOTHING
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
class ReportContext:
    """Everything a template may name. `draft` is true while a draft is built."""

    report: HeaderView
    period: PeriodView
    sections: Mapping[str, SectionView]
    modules: tuple[ModuleView, ...] = ()
    problems: tuple[ProblemView, ...] = ()
    plans: tuple[PlanView, ...] = ()
    request: RequestView | None = None
    glossary: tuple[ItemView, ...] = ()
    sources: tuple[Passage, ...] = ()
    notes: tuple[Passage, ...] = ()
    draft: bool = False

    def names(self) -> Mapping[str, object]:
        """The names as a template sees them."""
        return MappingProxyType({field.name: getattr(self, field.name) for field in fields(self)})
