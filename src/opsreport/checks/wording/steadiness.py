"""持平, 维持 and 稳定 beside figures that moved."""

import re
from collections.abc import Iterator
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.checks.wording.comparing import Comparison, arithmetic, comparisons
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.words import Role, Word
from opsreport.figures.agreement import Interval
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Kind
from opsreport.figures.options import Options
from opsreport.figures.printing import difference_unit_text
from opsreport.figures.rounding import quotient, rounded
from opsreport.figures.unit import PER_MILLE, PERCENT, Unit, UnitFamily

LEADS_TO_LEVEL = ("维持在", "保持在", "稳定在")
GOES_ON = re.compile(r"\s*(?:的?[增升提上向发]|略[增升降]|[中有]|运行|态势|后)")
AT_LEAST = re.compile(r"\s*(?:以上|以下|以内|之间|区间|[～~—–至到-])")
SPREAD = (Decimal(2), Decimal(5))
"""How far a steady series may spread (C.6): points between the ends of a rate, else variation in percent."""


@WORDING.rule
def not_flat(case: Case) -> Iterator[Finding]:
    """持平, 维持 or 稳定 where the figure moved beyond the report's threshold."""
    period = case.period
    options = case.bundle.report.options
    moving = _moving(case.claims, options)
    for claim in case.claims:
        word = claim.flat
        if word is None or not _is_told(claim, word) or _key(claim) in moving:
            continue
        others = comparisons(claim, period)
        metric = claim.metric
        if not others or metric is None or (claim.base is None and is_steady(metric)):
            continue
        if all(moved_beyond(one, options) for one in others):
            one = others[0]
            details = {"metric": metric.name.text, "word": word.text, "figures": _line(one)}
            yield Finding(claim.place(word), details)


@WORDING.rule
def stable_and_moving(case: Case) -> Iterator[Finding]:
    """One sentence that calls a metric stable and tells by how much it moved."""
    options = case.bundle.report.options
    moving = _moving(case.claims, options)
    for claim in case.claims:
        word = claim.flat
        mover = moving.get(_key(claim)) if word else None
        if word is None or mover is None or claim.is_hedged or not _is_told(claim, word):
            continue
        if claim.base not in (None, mover.base) or not _of_same_time(claim, mover):
            continue
        metric = claim.metric
        if metric is None or mover.verb is None or mover.by is None:
            continue
        said = mover.text.text[mover.verb.start : mover.by.end]
        details = {"metric": metric.name.text, "word": word.text, "said": said}
        yield Finding(claim.place(word), details)


def _key(claim: Claim) -> tuple[int, tuple[int, int], str]:
    return id(claim.text), claim.within, claim.metric.id.text if claim.metric else ""


def _of_same_time(claim: Claim, mover: Claim) -> bool:
    return not claim.is_elsewhere and not mover.is_elsewhere and not mover.is_hedged


def _moving(claims: tuple[Claim, ...], options: Options) -> dict[tuple[int, tuple[int, int], str], Claim]:
    """The first claim of each sentence that a metric moved beyond the threshold."""
    found: dict[tuple[int, tuple[int, int], str], Claim] = {}
    for claim in claims:
        verb, by, metric = claim.verb, claim.by, claim.metric
        if metric is None or verb is None or by is None or verb.role is not Role.MOVE:
            continue
        if by.figure.amount > _threshold(metric, by, options):
            found.setdefault(_key(claim), claim)
    return found


def _threshold(metric: Metric, by: Amount, options: Options) -> Decimal:
    family = by.unit.family if by.unit else None
    if family is UnitFamily.RATE:
        return options.flat.relative
    if family is UnitFamily.RATE_POINTS:
        return options.flat.pp
    value = metric.value
    if family is UnitFamily.RATIO or not isinstance(value, Figure):
        return Decimal()
    return abs(value.base_amount) * options.flat.relative / 100 / (by.unit.worth if by.unit else 1)


def _is_told(claim: Claim, word: Word) -> bool:
    """Whether it is said that the figure stays, not that it grows steadily or stays above a line."""
    text = claim.text.folded
    if GOES_ON.match(text, word.end):
        return False
    if word.text.startswith(LEADS_TO_LEVEL):
        if claim.level is None or claim.level.figure.qualifier:
            return False
        return not AT_LEAST.match(text, claim.level.end)
    return True


def moved_beyond(one: Comparison, options: Options) -> bool:
    """Whether a figure surely moved beyond the threshold of 基本持平 (C.6)."""
    metric, limits = one.metric, options.flat
    kind, unit = metric.kind.value, one.value.unit
    if kind is Kind.RATE and unit != PER_MILLE:
        return _least(one.moved) > limits.pp
    if kind is Kind.POINTS:
        return _least(one.moved) > limits.points
    if kind is Kind.SCORE:
        scale = metric.scale
        top = scale.max.amount if scale and isinstance(scale.max, Figure) else None
        low = scale.min.amount if scale and isinstance(scale.min, Figure) else Decimal()
        return top is not None and _least(one.moved) * 100 > limits.score * (top - low)
    return one.grown is not None and _least(one.grown) > limits.relative


def _least(span: Interval) -> Decimal:
    return max(span.low, -span.high, Decimal())


def is_steady(metric: Metric) -> bool:
    """Whether the metric's series stays within what may be called stable."""
    values = [point.value.base_amount for point in metric.series if isinstance(point.value, Figure)]
    if len(values) < len(SPREAD):
        return False
    if metric.kind.value is Kind.RATE:
        return max(values) - min(values) <= SPREAD[0]
    mean = quotient(sum(values, Decimal()), Decimal(len(values)))
    variance = quotient(sum(((value - mean) ** 2 for value in values), Decimal()), Decimal(len(values)))
    return mean > 0 and variance.sqrt() * 100 <= SPREAD[1] * mean


def _line(one: Comparison) -> str:
    if one.metric.kind.value is Kind.RATE or one.grown is None:
        unit: Unit | None = one.value.unit.points if one.value.unit else None
        apart = one.moved.low + (one.moved.high - one.moved.low) / 2
        apart = rounded(quotient(apart, unit.worth) if unit else apart, max(1, one.value.places))
        line = f"{one.value.amount:f} − {one.other.amount:f} = {apart:f}{difference_unit_text(unit)}"
        return line.replace("-", "−")
    figure = Figure(Decimal(), PERCENT, 1)
    return arithmetic(one, Amount(figure, 0, 0, 0, 0))
