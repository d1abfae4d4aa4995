"""Values: goals that are met already, or that would be a step back."""

import re
from collections.abc import Iterator

from opsreport.bundle.metric import Metric
from opsreport.bundle.parts import Goal, Plan
from opsreport.bundle.prose import Prose
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.quoted import as_written
from opsreport.claims.claim import Claim
from opsreport.diagnostics import Label
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Aggregation, Kind, Polarity
from opsreport.figures.period import PeriodKind

# Whoever wants to keep what is reached, or sets a floor or a ceiling, may name less than there is now.
KEEPING = re.compile(
    "保持|维持|稳定|稳住|守住|巩固|不低于|不少于|不高于|不超过|以内|控制在|确保不|底线|降幅|收窄|回落至"
)
OF_A_PART = re.compile(
    "其中|单[店日月家城人]|试点|新[店客户城]|部分|核心|重点|每[日天周月季家人]|人均|店均|户均|[日月周]均|以上的?[用客]"
)
WINDOWS = {
    PeriodKind.YEAR: "季度|[上下]半年|[一二三四五六七八九十0-9]月|本月|下月|当月|周",
    PeriodKind.HALF: "季度|月|周",
    PeriodKind.QUARTER: "(?<!个)月(?!底|末|前)|周",
    PeriodKind.MONTH: "日|周",
}
"""Words that set a goal for a shorter time than the report's own."""

TOTALS = (Kind.MONEY, Kind.COUNT)


@VALUES.rule
def goal_already_met(case: Case) -> Iterator[Finding]:
    """A goal for a metric that today's figure meets already, or that would make it worse."""
    by_name = {metric.name.text: metric for metric in case.bundle.metrics}
    told: set[str] = set()
    for goal in case.bundle.goals:
        named = goal.metric or goal.metric_name
        metric = named and (case.bundle.metric_by_id.get(named.text) or by_name.get(named.text))
        if metric and goal.scope is None and not _is_of_other_window(case, metric, goal.text):
            for finding in _goal(metric, goal):
                told.add(goal.path)
                yield finding
    for claim in case.claims:
        if isinstance(claim.text.owner, Plan | Goal) and claim.text.owner.path not in told:
            yield from _in_text(case, claim)


def _goal(metric: Metric, goal: Goal) -> Iterator[Finding]:
    """What a goal's own fields say."""
    if KEEPING.search(goal.text.raw) if goal.text else False:
        return
    value, polarity = metric.value, metric.polarity.value
    if isinstance(goal.target_value, Figure) and isinstance(value, Figure):
        target = goal.target_value
        if target.unit is None and value.unit is not None:
            target = Figure(target.amount, value.unit, target.places, target.span)
        if _is_met(value, target, polarity):
            yield _finding(metric, value, target)
        return
    for change in (goal.target_growth, goal.target_change):
        if isinstance(change, Figure) and _is_step_back(change, polarity):
            details = {
                "metric": metric.name.text,
                "goal": as_written(change),
                "value": as_written(value) if isinstance(value, Figure) else "",
            }
            yield Finding(change.span, details, "change")


def _is_met(value: Figure, goal: Figure, polarity: Polarity) -> bool:
    if goal.unit and value.unit and not goal.unit.measures_like(value.unit):
        return False
    match polarity:
        case Polarity.HIGHER_IS_BETTER:
            return goal.base_amount <= value.base_amount
        case Polarity.LOWER_IS_BETTER:
            return goal.base_amount >= value.base_amount
        case _:
            return False


def _is_step_back(change: Figure, polarity: Polarity) -> bool:
    """Whether a wanted change is against the metric's own direction; a cost may be allowed to grow."""
    return polarity is Polarity.HIGHER_IS_BETTER and change.amount < 0


def _in_text(case: Case, claim: Claim) -> Iterator[Finding]:
    """A text that wants a metric raised to less than it is, or lowered to more."""
    metric, level, verb = claim.metric, claim.level, claim.verb
    if metric is None or level is None or verb is None or not verb.reaches or claim.origin:
        return
    value = metric.value
    if not isinstance(value, Figure) or level.unit is None or value.unit is None:
        return
    leaf = claim.text.leaf
    if (
        not level.unit.measures_like(value.unit)
        or KEEPING.search(claim.words)
        or OF_A_PART.search(claim.sentence)
    ):
        return
    if isinstance(leaf, Prose) and _is_of_other_window(case, metric, leaf):
        return
    rises = verb.direction is Direction.UP
    goal = level.figure.base_amount
    if goal <= value.base_amount if rises else goal >= value.base_amount:
        yield _finding(metric, value, level.figure, claim)


def _is_of_other_window(case: Case, metric: Metric, text: Prose | None) -> bool:
    """Whether a goal for a sum may be one of a shorter time than the sum it would be set against."""
    if metric.kind.value not in TOTALS or (metric.agg.given and metric.agg.value is not Aggregation.SUM):
        return False
    period = metric.period or case.bundle.report.period
    if period is None or period.value.kind not in WINDOWS:
        return True
    return bool(text and re.search(WINDOWS[period.value.kind], text.raw))


def _finding(metric: Metric, value: Figure, goal: Figure, claim: Claim | None = None) -> Finding:
    details = {"metric": metric.name.text, "goal": as_written(goal), "value": as_written(value)}
    span = claim.place(claim.level) if claim else goal.span
    is_lower = metric.polarity.value is Polarity.LOWER_IS_BETTER
    return Finding(span, details, "lower" if is_lower else "", secondary=(Label(value.span),))
