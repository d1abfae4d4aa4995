"""Values: one metric under two figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_units import levels
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.bounds import is_possible
from opsreport.checks.values.quoted import as_written
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.diagnostics import Label
from opsreport.figures.agreement import half_unit, span_of
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure, Qualifier
from opsreport.figures.rounding import quotient
from opsreport.figures.unit import Unit, UnitFamily

ABOUT, LOOSELY = 20, 10
"""A figure that is about right may be off by one part in so many, one that is 近 or 超 by twice that."""

GOES_ON = re.compile(r"\s*(?:[～~—–-]|→|至\d|的)")
"""What makes a figure the beginning of something else: a range, an arrow, 86%的用户."""


@VALUES.rule
def conflicting_values(case: Case) -> Iterator[Finding]:
    """A level told of a metric that no rounding makes its value, or one name with two values."""
    yield from _namesakes(case)
    first_told: dict[int, tuple[Claim, Amount]] = {}
    for claim in case.claims:
        metric, level = claim.metric, claim.level
        if metric is None or level is None or not _is_plain(claim, level):
            continue
        if isinstance(metric.value, Figure):
            yield from _against_data(claim, level, metric, metric.value)
        elif metric.value is None:
            first, told = first_told.setdefault(id(metric), (claim, level))
            if told is not level and not _agree(level.figure, told.figure, None):
                details = _details(metric, level.figure, told.figure)
                yield Finding(claim.place(level), details, "texts", secondary=(Label(first.place(told)),))


def _is_plain(claim: Claim, level: Amount) -> bool:
    """Whether a clause surely says how high the metric is now."""
    if claim.is_hedged or claim.is_elsewhere or claim.is_own or claim.is_multiple:
        return False
    if not claim.text.tells_of_period or _goes_wrong_way(claim):
        return False
    return not GOES_ON.match(claim.text.folded, level.end)


def _goes_wrong_way(claim: Claim) -> bool:
    """Whether the two ends of a move were swapped, which is told of its verb."""
    if claim.origin is None or claim.level is None or claim.verb is None:
        return False
    rises = claim.level.figure.base_amount > claim.origin.figure.base_amount
    return claim.verb.direction is (Direction.DOWN if rises else Direction.UP)


def _against_data(claim: Claim, level: Amount, metric: Metric, value: Figure) -> Iterator[Finding]:
    if _agree(level.figure, value, metric.value_precision) or not is_possible(metric, level.figure):
        return
    now_known = [figure for figure in levels(metric) if figure not in (metric.last_year, metric.previous)]
    if any(_agree(level.figure, known, None) for known in now_known if known is not value):
        # Its target, its peak, a part of it: the sentence was not about the value.
        return
    details = _details(metric, level.figure, value)
    yield Finding(claim.place(level), details, secondary=(Label(value.span),))


def _agree(told: Figure, known: Figure, precision: int | None) -> bool:
    """Whether two figures may be one, or cannot be set against each other."""
    if not _are_alike(told, known):
        return True
    if told.unit is None:
        told = Figure(told.amount, known.unit, told.places, told.span, told.qualifier)
    if known.qualifier or told.qualifier:
        # Whether 近 and 超 are on the right side of the figure is judged by their own rule.
        part = ABOUT if told.qualifier in (None, Qualifier.ABOUT) else LOOSELY
        return abs(told.base_amount - known.base_amount) * part <= abs(known.base_amount)
    return span_of(told).meets(span_of(known, precision)) or _is_cut_off(told, known)


def _are_alike(told: Figure, known: Figure) -> bool:
    """Whether the units of two figures let them be compared; a bare number may be points or a score."""
    if told.unit is None or known.unit is None:
        one: Unit | None = told.unit or known.unit
        return one is None or one.family in (UnitFamily.POINTS, UnitFamily.SCORE)
    points = UnitFamily.RATE_POINTS
    return told.unit.measures_like(known.unit) and (told.unit.family is points) == (
        known.unit.family is points
    )


def _is_cut_off(told: Figure, known: Figure) -> bool:
    """Whether decimals were dropped, not rounded: 8.6亿 for 86,480万."""
    if half_unit(told) <= half_unit(known):
        return False
    in_told = quotient(known.base_amount, told.unit.worth if told.unit else Decimal(1))
    return int(in_told.scaleb(told.places)) == int(told.amount.scaleb(told.places))


def _namesakes(case: Case) -> Iterator[Finding]:
    """Two metrics of one name, group and period with different values."""
    seen: dict[tuple[object, ...], Metric] = {}
    for metric in case.bundle.metrics:
        group = metric.group.text if metric.group else ""
        period = metric.period.value if metric.period else None
        as_of = metric.as_of.value if metric.as_of else None
        name = "".join(metric.name.text.split())
        first = seen.setdefault((name, group, period, as_of), metric)
        one, other = metric.value, first.value
        if first is metric or first.id.text == metric.id.text:
            continue
        if isinstance(one, Figure) and isinstance(other, Figure) and not _agree(one, other, None):
            details = _details(metric, one, other)
            yield Finding(one.span, details, "metrics", secondary=(Label(other.span),))


def _details(metric: Metric, told: Figure, known: Figure) -> dict[str, object]:
    shown, value = as_written(told), as_written(known)
    return {"metric": metric.name.text, "id": metric.id.text, "shown": shown, "value": value}
