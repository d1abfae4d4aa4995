"""Comparisons said in a text that no rounding reconciles with the metric's own figures."""

from collections.abc import Iterator
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.quoted import as_written
from opsreport.checks.wording.comparing import (
    OWN_PAST,
    Comparison,
    arithmetic,
    comparable,
    comparisons,
    figures_of,
    reckoned,
    shown,
    signed,
    stated,
)
from opsreport.checks.wording.directions import contrary
from opsreport.checks.wording.measures import is_relative
from opsreport.checks.wording.points import told_in_percent
from opsreport.checks.wording.turnarounds import loss_moved
from opsreport.checks.wording.verdicts import wrong_verdict
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.words import Base, Role
from opsreport.diagnostics import Label
from opsreport.figures.agreement import Interval, span_of
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Kind, Polarity
from opsreport.figures.period import Period
from opsreport.figures.rounding import product, quotient, rounded
from opsreport.figures.unit import UnitFamily

HUNDRED = Decimal(100)
FACETS = {
    Base.LAST_YEAR: ("vs_last_year", "同比"),
    Base.PREVIOUS: ("vs_previous", "环比"),
    Base.TARGET: ("vs_target", "完成率"),
    Base.BENCHMARK: ("vs_benchmark", "较行业"),
}
"""What a reference prints in place of what was typed."""

COMPLETED = (Kind.MONEY, Kind.COUNT, Kind.DURATION)
BY_MERIT = ("优于", "好于", "领先", "落后", "逊于")
"""Words that say which is better, not which is more."""


@WORDING.rule
def text_contradicts_data(case: Case) -> Iterator[Finding]:
    """A 同比, a 完成率, a start or a target told in a text that the metric's figures do not give."""
    period = case.period
    in_points = {id(told.claim) for told in told_in_percent(case.claims)}
    for claim in case.claims:
        if claim.metric is None or claim.is_hedged or claim.is_elsewhere:
            continue
        if id(claim) not in in_points:
            yield from _difference(claim, period)
        yield from _attainment(claim)
        yield from _ends(claim)
        yield from _verdict(claim)


def _verdict(claim: Claim) -> Iterator[Finding]:
    """Whether the target is reached, said beside the figures that tell otherwise."""
    wrong, metric = wrong_verdict(claim), claim.metric
    if wrong is None or metric is None:
        return
    value, target = metric.value, metric.target
    if not isinstance(value, Figure) or not isinstance(target, Figure):
        return
    details = {
        "metric": metric.name.text,
        "said": claim.text.text[slice(*wrong)],
        "expected": f"{as_written(value)}，目标{as_written(target)}",
        "id": metric.id.text,
        "facet": "vs_target",
        "facet_zh": "完成率",
    }
    secondary = (Label(target.span),) if target.span.line else ()
    yield Finding(claim.text.locate(*wrong), details, secondary=secondary)


def _difference(claim: Claim, period: Period | None) -> Iterator[Finding]:
    verb, by = claim.verb, claim.by
    others = comparisons(claim, period)
    if verb is None or by is None or by.figure.amount <= 0 or not others or claim.is_multiple:
        return
    if _is_percent_for_points(claim, by) or _is_multiple_unit(by) or verb.text.startswith(BY_MERIT):
        return
    if verb.role is Role.MISS and _lower_is_better(claim):
        return
    if verb.role is Role.MOVE and contrary(claim, others) is not None:
        return
    spans = [(one, span) for one in others if (span := _span(claim, one, by)) is not None]
    wanted = signed(stated(by), verb.direction)
    is_beside = verb.role is Role.DIFFER and any(_is_beyond(one, verb.direction) for one in others)
    if spans and (is_beside or not any(span.meets(wanted) for _, span in spans)):
        one = spans[0][0]
        yield _finding(claim, by, arithmetic(one, by), one.other)


def _is_beyond(one: Comparison, direction: Direction | None) -> bool:
    """Whether the value as written is on the other side of its target than is said."""
    if one.base is not Base.TARGET or one.metric.value_precision:
        return False
    apart = one.value.base_amount - one.other.base_amount
    return apart < 0 if direction is Direction.UP else apart > 0


def _span(claim: Claim, one: Comparison, by: Amount) -> Interval | None:
    if claim.verb and claim.verb.role is Role.TURN:
        return loss_moved(one, by)
    if one.value.amount < 0 or one.other.amount < 0:
        return None
    return reckoned(one, by)


def _is_percent_for_points(claim: Claim, by: Amount) -> bool:
    """Whether the measure is wrong already, so that the size need not be judged."""
    metric, unit = claim.metric, by.unit
    if metric is None or metric.kind.value is not Kind.RATE or unit is None or not unit.is_rate:
        return False
    return not is_relative(claim, metric)


def _is_multiple_unit(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.family is UnitFamily.RATIO


def _lower_is_better(claim: Claim) -> bool:
    return claim.metric is not None and claim.metric.polarity.value is Polarity.LOWER_IS_BETTER


def _attainment(claim: Claim) -> Iterator[Finding]:
    metric = claim.metric
    if metric is None or metric.kind.value not in COMPLETED or _lower_is_better(claim):
        return
    target, value = metric.target, metric.value
    if not isinstance(target, Figure) or not isinstance(value, Figure) or target.amount <= 0 or metric.approx:
        return
    one = Comparison(metric, Base.TARGET, value, target)
    reached = one.share
    if reached is None or value.qualifier or target.qualifier:
        return
    amount, beyond = claim.attained or claim.exceeded, claim.attained is None
    if amount is None:
        return
    span = stated(amount)
    if amount.unit is not None and amount.unit.family is UnitFamily.RATE:
        wanted = Interval(span.low + HUNDRED, span.high + HUNDRED) if beyond else span
        if not reached.meets(wanted):
            yield _finding(claim, amount, _completion(one, amount, beyond=beyond), target)
    elif beyond and comparable(amount, value) and not one.moved.meets(span):
        yield _finding(claim, amount, arithmetic(one, amount), target)


def _completion(one: Comparison, amount: Amount, *, beyond: bool) -> str:
    rate = quotient(product(one.value.base_amount, HUNDRED), one.other.base_amount)
    places = max(1, amount.figure.places)
    line = f"{shown(one.value)} ÷ {shown(one.other)} = {rounded(rate, places):f}%"
    return f"{line}, {rounded(rate, places):f}% − 100% = {rounded(rate - 100, places):f}%" if beyond else line


def _ends(claim: Claim) -> Iterator[Finding]:
    """Where it came from, what it is set against, and what was aimed at, each beside the bundle's own."""
    metric = claim.metric
    if metric is None:
        return
    if claim.goal is not None:
        yield from _not_among(claim, claim.goal, _held(metric, Base.TARGET))
    if claim.base_level is not None and claim.base not in (None, Base.OTHER):
        yield from _not_among(claim, claim.base_level, _held(metric, claim.base))
    if claim.origin is not None and claim.level is not None and _is_value(metric, claim.level):
        if claim.base is Base.OTHER:
            return
        bases = OWN_PAST if claim.base is None else (claim.base, Base.BASELINE)
        held = tuple(figure for base in bases for figure in _held(metric, base))
        yield from _not_among(claim, claim.origin, held)


def _held(metric: Metric, base: Base | None) -> tuple[Figure, ...]:
    figures = figures_of(metric, base) if base else ()
    return tuple(figure for figure in figures if isinstance(figure, Figure))


def _is_value(metric: Metric, level: Amount) -> bool:
    value = metric.value
    return isinstance(value, Figure) and comparable(level, value) and stated(level).meets(span_of(value))


def _not_among(claim: Claim, amount: Amount, held: tuple[Figure, ...]) -> Iterator[Finding]:
    if not held or not all(comparable(amount, figure) for figure in held):
        return
    if not any(stated(amount).meets(span_of(figure)) for figure in held):
        figure = held[0]
        yield _finding(claim, amount, f"{figure.amount:f}{figure.unit or ''}", figure)


def _finding(claim: Claim, amount: Amount, expected: str, against: Figure) -> Finding:
    said = claim.text.text[amount.start : amount.end]
    metric = claim.metric.name.text if claim.metric else ""
    secondary = (Label(against.span),) if against.span.line else ()
    base = Base.TARGET if amount in (claim.attained, claim.exceeded, claim.goal) else claim.base
    facet, facet_zh = FACETS.get(base or Base.OTHER, ("change", "变动"))
    details = {
        "metric": metric,
        "said": said,
        "expected": expected,
        "id": claim.metric.id.text if claim.metric else "",
        "facet": facet,
        "facet_zh": facet_zh,
    }
    return Finding(claim.place(amount), details, secondary=secondary)
