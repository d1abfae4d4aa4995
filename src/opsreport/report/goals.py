"""Goals of the period to come, their figures in words: 同比增长18%, 提高2个百分点, 增至95000万元."""

import re
from dataclasses import replace

from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_defaults import default_polarity
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Goal
from opsreport.document import Field, Text
from opsreport.figures.figure import Figure, Slot
from opsreport.figures.kinds import Kind
from opsreport.figures.options import Options
from opsreport.figures.period import Period, PeriodKind
from opsreport.figures.printing import exact_text
from opsreport.figures.unit import PERCENT, PERCENTAGE_POINTS, RATIO_SIGN, Unit
from opsreport.figures.verbs import Verbs, verbs_for
from opsreport.figures.wording import Against, stated_change_clause
from opsreport.report.context import GoalView
from opsreport.report.dates import date_passage
from opsreport.report.passage import Passage, joined
from opsreport.report.texts import TextReader, leaf_passage, with_slots_marked


def derive_goals(bundle: Bundle, texts: TextReader) -> tuple[GoalView, ...]:
    """The goals in the order written."""
    return tuple(
        GoalView(
            id=goal.id.text if goal.id else "",
            text=texts.passage(goal.text),
            target=_target(bundle, goal, texts),
            scope=leaf_passage(goal.scope),
            owner=leaf_passage(goal.owner),
            due=date_passage(goal.due),
        )
        for goal in bundle.goals
    )


def goal_passage(bundle: Bundle, goal: Goal, texts: TextReader) -> Passage:
    """A goal where it is only named: its text, else its figure in words."""
    return texts.passage(goal.text) or _target(bundle, goal, texts)


def _target(bundle: Bundle, goal: Goal, texts: TextReader) -> Passage:
    """What is aimed at with its name; nothing where the goal's own text has the figure."""
    metric = bundle.metric_by_id.get(goal.metric.text) if goal.metric else None
    written = str(texts.passage(goal.text))
    period = bundle.report.period.value if bundle.report.period else None
    said = Aim(goal, metric, period, bundle.report.options)
    clauses = [
        Passage((Field(f"{goal.path}.{key}", with_slots_marked(words)),))
        for key, words, number in said.clauses()
        if not _has(written, number)
    ]
    if not clauses:
        return Passage() if written or not metric else Passage((Text(metric.name.text),))
    name = Passage((Text(metric.name.text),)) if metric else leaf_passage(goal.metric_name)
    return joined([name, joined(clauses, "，")], "")


def _has(written: str, number: str) -> bool:
    """Whether a text has a number, and not only as a part of a longer one."""
    bare = number.replace(",", "")
    return re.search(rf"(?<![\d.]){re.escape(bare)}(?![\d.])", written.replace(",", "")) is not None


class Aim:
    """The figures of one goal and the words for them, by what the metric measures and which way is good."""

    def __init__(self, goal: Goal, metric: Metric | None, period: Period | None, options: Options) -> None:
        self._goal = goal
        self._metric = metric
        self._period = period
        self._options = options
        self._kind = metric.kind.value if metric else Kind.COUNT

    def clauses(self) -> list[tuple[str, str, str]]:
        """Each figure of the goal: its key, how it reads, and the number that a text would have."""
        goal = self._goal
        made = (
            ("target_value", goal.target_value, self._value),
            ("target_growth", goal.target_growth, self._growth),
            ("target_change", goal.target_change, self._change),
        )
        said: list[tuple[str, str, str]] = []
        for key, quantity, words in made:
            match quantity:
                case Figure():
                    said.append((key, *words(quantity)))
                case Slot(text):
                    said.append((key, f"{self._opening(key)}{text}", text))
        return said

    def _opening(self, key: str) -> str:
        """What leads up to a figure that is still to be filled in."""
        return {"target_value": "达到", "target_growth": self._against.prefix}.get(key, "变动")

    def _value(self, aim: Figure) -> tuple[str, str]:
        """增至95000万元, 降至0.4‰; 达到 where it is not known from where."""
        figure = replace(aim, unit=aim.unit or self._unit)
        number = exact_text(figure, self._options)
        value = self._metric.value if self._metric else None
        verb = "达到"
        if isinstance(value, Figure):
            base = replace(value, unit=value.unit or self._unit).base_amount
            moved = figure.base_amount - base
            verb = (self._verbs.up_to if moved > 0 else self._verbs.down_to) if moved else "保持在"
        return f"{verb}{number}", number

    def _growth(self, aim: Figure) -> tuple[str, str]:
        """同比增长18%; a rate's growth is called relative."""
        figure = replace(aim, unit=PERCENT)
        against = self._against
        if self._kind is Kind.RATE:
            against = replace(against, prefix=against.prefix + "相对")
        clause = stated_change_clause(figure, self._verbs, against, points=False)
        return clause.text, clause.number + clause.unit

    def _change(self, aim: Figure) -> tuple[str, str]:
        """提高2个百分点, 缩短5秒: without a unit of its own in the metric's, a rate's in points."""
        points = self._kind is Kind.RATE and aim.unit is None
        unit = PERCENTAGE_POINTS if points and self._unit is None else aim.unit or self._unit
        clause = stated_change_clause(
            replace(aim, unit=unit), self._verbs, Against("", "本期"), points=points
        )
        return clause.text, clause.number + clause.unit

    @property
    def _unit(self) -> Unit | None:
        """The metric's unit, also where only its value has it."""
        metric = self._metric
        if metric is None:
            return None
        if metric.unit:
            return metric.unit.value
        if self._kind is Kind.RATIO:
            return RATIO_SIGN
        return metric.value.unit if isinstance(metric.value, Figure) else None

    @property
    def _verbs(self) -> Verbs:
        if self._metric:
            return verbs_for(self._kind, self._metric.polarity.value)
        name = self._goal.metric_name.text if self._goal.metric_name else ""
        return verbs_for(self._kind, default_polarity(self._kind, name))

    @property
    def _against(self) -> Against:
        """Next year is set against this one, 同比; any other period to come against the one before, 环比."""
        match self._period.kind if self._period else None:
            case PeriodKind.YEAR:
                return Against("同比", "本年度")
            case PeriodKind.HALF | PeriodKind.QUARTER | PeriodKind.MONTH | PeriodKind.WEEK:
                return Against("环比", self._period.this_word if self._period else "本期")
            case _:
                return Against("较本期", "本期")
