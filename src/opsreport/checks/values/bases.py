"""Values: percentages that mean nothing over what they are taken of, stated in fields or said in texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.reckoned import HUNDRED, difference_of, sure, written
from opsreport.checks.values.statements import (
    has_percentage,
    is_tiny,
    statements_of,
    told_by_amount,
)
from opsreport.checks.values.targets import COMPLETED
from opsreport.claims.claim import Claim
from opsreport.claims.words import Base, Role
from opsreport.diagnostics import Label, Span
from opsreport.figures.figure import Figure, NotApplicable, Slot
from opsreport.figures.kinds import Basis, Kind
from opsreport.figures.options import Options
from opsreport.figures.period import PeriodKind
from opsreport.figures.printing import MINUS
from opsreport.figures.unit import PERCENT

LARGEST = Decimal(1000)
"""Growth in percent above which nobody can imagine what it means (C.4)."""

OF_A_TARGET = re.compile(
    r"(?:超额完成[^，。；]{0,12}|完成[^，。；]{0,10}(?:目标|预算)值?的?|(?:目标|预算)(?:完成率|达成率)(?:为|达到?)?)[约近超]?$"
)
TO_PROFIT = re.compile("扭亏|转盈|转为盈利")
WHOLE_YEAR = re.compile("全年|年度")


@dataclass(frozen=True, slots=True)
class _Percentage:
    """A growth in percent that somebody wrote of a metric, and what it may have grown from."""

    metric: Metric
    said: Figure
    span: Span
    value: Figure
    bases: tuple[Figure, ...]
    in_text: bool = False


@VALUES.rule
def growth_on_nonpositive_base(case: Case) -> Iterator[Finding]:
    """A growth in percent of a base of nought or below, of which nothing can be told but the two amounts."""
    options = case.bundle.report.options
    for one in _percentages(case):
        if any(has_percentage(one.metric, one.value, base, options) for base in one.bases):
            continue
        base = one.bases[0]
        details = {
            "metric": one.metric.name.text,
            "said": written(one.said, PERCENT),
            "base": written(base),
            "value": written(one.value),
            "words": _instead(one.metric, one.value, base),
        }
        labels = (Label(base.span), Label(one.value.span))
        yield Finding(one.span, details, "text" if one.in_text else "", labels)


@VALUES.rule
def tiny_base(case: Case) -> Iterator[Finding]:
    """A growth in percent of a base so small that the percentage means nothing."""
    told: set[Span] = set()
    for one in _percentages(case):
        tiny = [base for base in one.bases if is_tiny(one.value, base)]
        if len(tiny) == len(one.bases):
            told.add(one.span)
            details = {
                "said": written(one.said, PERCENT),
                "base": written(tiny[0]),
                "value": written(one.value),
            }
            yield Finding(one.span, details, "", (Label(tiny[0].span), Label(one.value.span)))
    for said, span in _huge(case):
        if span not in told:
            times = f"{said.amount / HUNDRED + 1:.1f}".rstrip("0").rstrip(".")
            yield Finding(span, {"said": written(said, PERCENT), "times": times}, "times")


@VALUES.rule
def attainment_without_target(case: Case) -> Iterator[Finding]:
    """A 完成率 of a target that is nought, below it, or nowhere written."""
    for metric in case.bundle.metrics:
        said = metric.stated.vs_target if metric.stated else None
        is_rate = isinstance(said, Figure) and (
            said.unit == PERCENT or (said.unit is None and metric.kind.value in COMPLETED)
        )
        if isinstance(said, Figure) and is_rate:
            yield from _unattainable(metric, said, said.span)
    with_goal = {claim.metric.id.text for claim in case.claims if claim.goal and claim.metric}
    for claim in case.claims:
        amount = claim.attained or claim.exceeded
        if claim.metric is None or amount is None or claim.is_hedged or claim.is_elsewhere:
            continue
        if _is_of_its_target(claim, amount.start, case) and claim.metric.id.text not in with_goal:
            yield from _unattainable(claim.metric, amount.figure, claim.place(amount))


def _unattainable(metric: Metric, said: Figure, span: Span) -> Iterator[Finding]:
    target = metric.target
    if isinstance(target, Slot) or (isinstance(target, Figure) and target.amount > 0):
        return
    details = {"metric": metric.name.text, "said": written(said, PERCENT)}
    match target:
        case Figure():
            labels = (Label(target.span),)
            yield Finding(span, details | {"target": written(target)}, "not-positive", labels)
        case NotApplicable():
            yield Finding(span, details | {"target": "不适用"}, "", (Label(target.span),))
        case _:
            yield Finding(span, details | {"target": "——"})


def _is_of_its_target(claim: Claim, end: int, case: Case) -> bool:
    """Whether a target is spoken of for sure, and not the year's in a report about a quarter."""
    words = claim.text.folded[max(claim.within[0], end - 24) : end]
    of_target = OF_A_TARGET.search(words)
    if of_target is None:
        return False
    period = case.bundle.report.period
    is_year = period is None or period.value.kind in (PeriodKind.YEAR, PeriodKind.YEAR_TO_DATE)
    return is_year or not WHOLE_YEAR.search(of_target[0])


def _percentages(case: Case) -> Iterator[_Percentage]:
    options = case.bundle.report.options
    for metric in case.bundle.metrics:
        if metric.stated or metric.change:
            yield from _stated(metric, options)
    for claim in case.claims:
        yield from _claimed(claim)


def _stated(metric: Metric, options: Options) -> Iterator[_Percentage]:
    for statement in statements_of(metric):
        said, value = statement.said, statement.value
        if isinstance(said, Figure) and _is_percentage(metric, said, value, statement.bases, options):
            yield _Percentage(metric, said, said.span, value, statement.bases)


def _is_percentage(
    metric: Metric, said: Figure, value: Figure, bases: tuple[Figure, ...], options: Options
) -> bool:
    if said.unit is not None:
        return said.unit.is_rate
    if told_by_amount(metric):
        return False
    return not any(difference_of(metric, value, base, options).agrees_with(said) for base in bases)


def _claimed(claim: Claim) -> Iterator[_Percentage]:
    """What a text says for sure; of a rate a percentage may be meant for points, which is another matter."""
    metric, amount = claim.metric, claim.by
    if metric is None or amount is None or claim.is_hedged or claim.is_elsewhere or not _is_growth(claim):
        return
    value = sure(metric.value, metric)
    if value is None or metric.kind.value is Kind.RATE or metric.basis.value is not Basis.NOMINAL:
        return
    start = metric.from_.value if metric.from_ else None
    known = {
        Base.LAST_YEAR: (metric.last_year,),
        Base.PREVIOUS: (metric.previous,),
        Base.BASELINE: (metric.baseline.value if metric.baseline else start,),
        None: (metric.last_year, metric.previous, start),
    }
    bases = tuple(base for base in map(sure, known.get(claim.base, ())) if base)
    if bases:
        yield _Percentage(metric, amount.figure, claim.place(amount), value, bases, in_text=True)


def _is_growth(claim: Claim) -> bool:
    """Whether a percentage is said to be how far something moved."""
    verb = claim.verb
    if verb is None or claim.by is None or claim.by.unit != PERCENT or claim.is_multiple:
        return False
    turns = verb.role is Role.TURN and TO_PROFIT.search(verb.text) is not None
    return turns or (verb.role is Role.MOVE and not verb.reaches)


def _huge(case: Case) -> Iterator[tuple[Figure, Span]]:
    """Every growth of more than ten times in percent, whatever it is of."""
    for metric in case.bundle.metrics:
        stated, change = metric.stated, metric.change
        moves = (stated.vs_last_year, stated.vs_previous, stated.change) if stated else ()
        for said in (*moves, change.value if change else None):
            if isinstance(said, Figure) and said.amount > LARGEST:
                unit = change.unit.value if change and change.unit and said is change.value else said.unit
                is_bare = unit is None and not told_by_amount(metric) and metric.value is None
                if is_bare or (unit is not None and unit == PERCENT):
                    yield said, said.span
    for claim in case.claims:
        if _is_growth(claim) and claim.by and claim.by.figure.amount > LARGEST and not claim.is_hedged:
            yield claim.by.figure, claim.place(claim.by)


def _instead(metric: Metric, value: Figure, base: Figure) -> str:
    """What is said of two figures that no percentage leads between (C.4)."""
    before, after = written(base).replace(MINUS, ""), written(value).replace(MINUS, "")
    if metric.sign is None:
        verb = "增加到" if value.base_amount > base.base_amount else "减少到"
        return f"由{written(base)}{verb}{written(value)}"
    match (base.amount < 0, value.amount):
        case (True, now) if now > 0:
            return f"扭亏为盈（基期亏损{before}，本期盈利{after}）"
        case (True, _):
            return f"实现盈亏平衡（基期亏损{before}）"
        case (_, now) if now < 0:
            return f"由盈亏平衡转为亏损{after}"
        case _:
            return f"基期为零，本期{after}"
