"""The tables a bundle may be written in: their names, what a row of each is, and where it goes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from opsreport.bundle.metric import BreakdownItem, Metric, SeriesPoint
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import (
    Ask,
    ChartRequest,
    GlossaryEntry,
    Goal,
    Group,
    Item,
    Outcome,
    Plan,
    Problem,
    Project,
    Reflection,
    Result,
    SectionText,
    Stage,
    Workstream,
)

_OWNER = ("parent", "所属", "所属编号", "归属")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One table: its English name and its Chinese ones, and the place in the bundle that its rows fill.

    `part` is the object a row is, nothing where it is a mere text. `more` are columns beside its keys, with
    the place each stands for. The rows of an owned table go to the key that `owners` gives for the list
    their owner is in; `owner_words` head the column that names it.
    """

    name: str
    words: tuple[str, ...]
    part: type | None
    place: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    owner_words: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the English one first."""
        return (self.name, *self.words)


def _listed(name: str, words: str, part: type | None, **more: Any) -> Table:
    return Table(name, tuple(words.split()), part, (name,), **more)


_PLAN_COLUMNS = {
    "resources.budget.amount": "budget 预算",
    "resources.budget.unit": "budget_unit 预算单位",
    "resources.budget.purpose": "budget_purpose 预算用途 用途",
    "resources.headcount.1.count": "headcount 人数 增配人数 增配人员",
    "resources.headcount.1.role": "role 岗位 增配岗位",
    "resources.effort.1.amount": "effort 人天 投入人天",
    "resources.effort.1.unit": "effort_unit 投入单位",
    "resources.effort.1.team": "team 投入团队 团队",
}

REPORT = Table("report", ("报告", "表头"), Bundle)
METRICS = _listed("metrics", "指标", Metric)
GROUPS = _listed("groups", "分组 指标分组", Group)
SERIES = Table(
    "series",
    ("序列",),
    SeriesPoint,
    owners={"metrics": "series"},
    owner_words=("metric", "指标", "指标编号", "指标名称", "所属指标", *_OWNER),
)
BREAKDOWN = Table(
    "breakdown",
    ("构成",),
    BreakdownItem,
    more={"share": "share", "占比": "share"},
    owners={"metrics": "breakdown"},
    owner_words=SERIES.owner_words,
)
ACTIONS = Table(
    "actions",
    ("举措", "行动"),
    Item,
    owners={"projects": "actions", "modules": "summary", "stages": "measures"},
    owner_words=(*_OWNER, "项目", "模块", "阶段", "所属项目", "所属模块", "所属阶段"),
)
RESULTS = Table(
    "results",
    ("成果", "量化成果"),
    Result,
    owners={"projects": "results", "modules": "results"},
    owner_words=(*_OWNER, "项目", "模块", "所属项目", "所属模块"),
)

TABLES: tuple[Table, ...] = (
    REPORT,
    GROUPS,
    METRICS,
    SERIES,
    BREAKDOWN,
    _listed("stages", "阶段", Stage),
    _listed("projects", "项目", Project),
    _listed("modules", "模块", Workstream),
    ACTIONS,
    RESULTS,
    Table("diagnosis", ("诊断", "问题诊断"), Item, ("diagnosis", "items")),
    Table("outcomes", ("实践成果",), Outcome, ("outcomes", "items")),
    _listed("problems", "问题", Problem),
    _listed("reflections", "反思", Reflection),
    _listed("plan_themes", "规划主题", None),
    _listed("goals", "目标", Goal),
    _listed(
        "plans",
        "规划 规划举措",
        Plan,
        more={word: place for place, words in _PLAN_COLUMNS.items() for word in words.split()},
    ),
    Table("asks", ("请求", "请示事项", "请求批示"), Ask, ("request", "asks")),
    _listed("charts", "图表", ChartRequest),
    _listed("glossary", "术语", GlossaryEntry),
    _listed("sections", "章节文字", SectionText),
    _listed("sources", "来源 数据来源", None),
    _listed("notes", "注", None),
)
"""In the order they are read: what others refer to comes first."""

UNIT_OF_EFFORT = "人天"
EFFORT = ("resources", "effort", 1)

TEXT_WORDS = ("text", "内容", "文字", "名称", "正文", "说明")
"""What heads the one column of a table whose rows are mere texts."""

KEY_WORDS = ("key", "项", "字段", "项目", "键")
VALUE_WORDS = ("value", "值", "内容")
"""What heads the two columns of the table `report`."""

REFERENCES: Mapping[tuple[type, str], str] = {
    (Metric, "group"): "groups",
    (Item, "metrics"): "metrics",
    (Result, "metric"): "metrics",
    (Result, "metrics"): "metrics",
    (Stage, "metrics"): "metrics",
    (Outcome, "metric"): "metrics",
    (Outcome, "stage"): "stages",
    (Problem, "metrics"): "metrics",
    (Problem, "projects"): "projects",
    (Goal, "metric"): "metrics",
    (Plan, "addresses"): "problems",
    (Plan, "goals"): "goals",
    (Ask, "plan"): "plans",
    (ChartRequest, "metrics"): "metrics",
}
"""Which column of which object names things of which list."""

GUIDE = "填写说明"
"""A sheet, or a column of the report, that tells people how to fill in the others; nothing in it is read."""

NUMBERED = re.compile(r"^\d+[-_.、 ]+")


def table_named(name: str) -> Table | None:
    """The table of this name, English or Chinese, with or without a number to sort it by: 01-指标."""
    return _BY_NAME.get(NUMBERED.sub("", name.strip()).casefold().replace(" ", "_"))


def all_names() -> Iterator[str]:
    """Every name that a table may have."""
    return iter(_BY_NAME)


_BY_NAME = {word.casefold(): table for table in TABLES for word in table.names}
