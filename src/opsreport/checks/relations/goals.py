"""Goals that cannot both be reached."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.bundle.parts import Goal
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.checks.relations.titles import called, place_of
from opsreport.diagnostics import Label
from opsreport.figures.agreement import HUNDRED, Interval, span_of
from opsreport.figures.figure import Figure
from opsreport.figures.printing import exact_text
from opsreport.figures.rounding import product, quotient

Aim = tuple[Goal, Figure, Interval | None]
AIMS = ("target_value", "target_growth", "target_change")


@RELATIONS.rule
def conflicting_goals(case: Case) -> Iterator[Finding]:
    """Two goals on one thing, within one scope and until one day, that lead to different levels."""
    aims: dict[tuple[object, ...], list[Aim]] = {}
    for goal in case.bundle.goals:
        subject = goal.metric or goal.metric_name
        if subject is None:
            continue
        metric = case.bundle.metric_by_id.get(goal.metric.text) if goal.metric else None
        scope = (goal.scope.text if goal.scope else "", goal.due.value if goal.due else None)
        for name in AIMS:
            figure = getattr(goal, name)
            if isinstance(figure, Figure):
                level = _level(metric, name, figure)
                # Without today's level only aims of one kind can be set side by side.
                key = (bool(goal.metric), subject.text, *scope, "" if level else name)
                aims.setdefault(key, []).append((goal, figure, level or span_of(figure)))
    for others in aims.values():
        yield from _disagreeing(others, case)


def _disagreeing(aims: list[Aim], case: Case) -> Iterator[Finding]:
    first_goal, first_figure, first = aims[0]
    for goal, figure, level in aims[1:]:
        if first is None or level is None or first.meets(level):
            continue
        metric = case.bundle.metric_by_id.get(goal.metric.text) if goal.metric else None
        details = {
            "goal": _called(goal, metric),
            "other": _called(first_goal, metric),
            "told": _told(metric, figure, level),
            "against": _told(metric, first_figure, first),
        }
        help_key = "itself" if goal is first_goal else ""
        secondary = (Label(first_figure.span if goal is first_goal else place_of(first_goal)),)
        yield Finding(figure.span, details, help_key, secondary)


def _level(metric: Metric | None, name: str, figure: Figure) -> Interval | None:
    """The levels that an aim may mean, in base units; none where today's is not known."""
    value = metric.value if metric else None
    if metric is None or not isinstance(value, Figure):
        return None
    unit = metric.unit.value if metric.unit else value.unit
    now = span_of(value)
    worth = unit.worth if unit and figure.unit is None else Decimal(1)
    match name:
        case "target_value":
            # A level may be rounded, 10.2亿 for 101976万; by how much it is to move is meant as written.
            span = span_of(figure)
            return Interval(product(span.low, worth), product(span.high, worth))
        case "target_growth" if value.base_amount <= 0:
            return None
        case "target_growth":
            low, high = sorted(product(end, HUNDRED + figure.amount) for end in (now.low, now.high))
            return Interval(quotient(low, HUNDRED), quotient(high, HUNDRED))
        case _:
            moved = product(figure.base_amount, worth)
            return Interval(now.low + moved, now.high + moved)


def _told(metric: Metric | None, figure: Figure, level: Interval) -> str:
    """An aim as written, and the level that it comes to: 18%（101975.6万元）."""
    unit = metric.unit.value if metric and metric.unit else None
    if unit is None or figure.unit == unit:
        return exact_text(figure)
    if figure.unit is None:
        return exact_text(replace(figure, unit=unit))
    middle = quotient((level.low + level.high) / 2, unit.worth)
    return f"{exact_text(figure)}（{middle.quantize(Decimal('0.1')):f}{unit.symbol}）"


def _called(goal: Goal, metric: Metric | None) -> str:
    return metric.name.text if metric and goal.text is None else called(goal)
