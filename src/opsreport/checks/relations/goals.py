"""Goals that cannot both be reached."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.bundle.parts import Goal
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.checks.relations.titles import called, place_of
from opsreport.claims.claim import Claim
from opsreport.claims.words import Base, Role
from opsreport.diagnostics import Label
from opsreport.figures.agreement import HUNDRED, Interval, span_of
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Basis, Kind
from opsreport.figures.printing import exact_text
from opsreport.figures.rounding import product, quotient
from opsreport.figures.unit import PERCENT

# What may open the sentence of a goal that is the metric's own, and no part's.
ALONE = re.compile(r"(?:(?:20\d\d|明|来|全|下一?)年度?|公司|集团|力争|争取|确保|实现|完成|推动|[，,：、\s])*")
ANOTHER_TIME = re.compile(r"年均|累计|复合|季度|半年|[0-9一二三四五六七八九十]月|[三五两]年|其中|分别")
BOUND = re.compile(r"以上|以下|以内|不低于|不少于|不高于|不超过|至少|左右|[0-9%][～~—–-]|[0-9%万亿元]至")

Aim = tuple[Goal, Figure, Interval | None]
AIMS = ("target_value", "target_growth", "target_change")


@RELATIONS.rule
def conflicting_goals(case: Case) -> Iterator[Finding]:
    """Two goals on one thing, within one scope and until one day, that lead to different levels.

    What a goal's own text says (营业收入同比增长18%) is held against the figures beside it.
    """
    yield from _against_texts(case)
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


def _against_texts(case: Case) -> Iterator[Finding]:
    """Goals whose texts name another level than their figures."""
    said: dict[str, list[Claim]] = {}
    for claim in case.claims if case.bundle.goals else ():
        if isinstance(claim.text.owner, Goal) and claim.metric:
            said.setdefault(claim.text.owner.path, []).append(claim)
    for goal in case.bundle.goals:
        claims = said.get(goal.path, [])
        if len(claims) != 1 or goal.scope is not None or not ALONE.fullmatch(claims[0].before):
            continue
        metric = claims[0].metric
        subject = goal.metric or goal.metric_name
        if metric is None or (subject and subject.text not in (metric.id.text, metric.name.text)):
            continue
        if told := _told_aim(claims[0]):
            own = [(name, figure) for name in AIMS if isinstance(figure := getattr(goal, name), Figure)]
            name, figure = told
            for aim, other in own:
                levels = (_level(metric, aim, other), _level(metric, name, figure))
                is_alike = aim == name
                first, last = (span_of(other), span_of(figure)) if is_alike and None in levels else levels
                yield from _disagreeing([(goal, other, first), (goal, figure, last)], case)


def _told_aim(claim: Claim) -> tuple[str, Figure] | None:
    """The aim that a goal's text sets: a growth in percent or a level; none where it is another's."""
    verb, metric = claim.verb, claim.metric
    if metric is None or claim.base not in (None, Base.LAST_YEAR) or ANOTHER_TIME.search(claim.sentence):
        return None
    amount = claim.by or claim.level
    if amount is None or amount.figure.qualifier or BOUND.search(claim.sentence) or claim.origin:
        return None
    figure = replace(amount.figure, span=claim.place(amount))
    if claim.by is None:
        is_alike = amount.unit is not None and metric.unit and amount.unit.measures_like(metric.unit.value)
        return ("target_value", figure) if is_alike else None
    if verb is None or verb.role is not Role.MOVE or verb.reaches or amount.unit != PERCENT:
        return None
    if metric.kind.value is Kind.RATE or metric.basis.value is not Basis.NOMINAL:
        return None
    size = -figure.amount if verb.direction is Direction.DOWN else figure.amount
    return "target_growth", replace(figure, amount=size)


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
