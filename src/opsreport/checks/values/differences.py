"""Values: a difference and the two ends it is printed beside, which a reader subtracts (C.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.reckoned import (
    HUNDRED,
    MOST_PLACES,
    bracketed,
    may_be,
    number,
    sure,
    term,
    written,
)
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.words import Word
from opsreport.diagnostics import Label
from opsreport.figures.agreement import Interval, exact_span_of, growth, half_unit, span_of
from opsreport.figures.figure import Figure
from opsreport.figures.printing import MINUS, difference_unit_text
from opsreport.figures.rounding import product, quotient, rounded
from opsreport.figures.unit import PERCENT, Unit, UnitFamily

# What may stand between the two ends and how far apart they are, so that nothing else can be meant.
JOINT = re.compile(r"[，,（(、\s]*(?:累计|合计|共|整体|大幅|小幅|明显|显著|净|仅|即|绝对值|幅度为)*")
RELATIVE_JOINT = re.compile(r"[，,（(、\s]*相对")
AVERAGE = "均"
"""What is called an average is rounded, even where it counts."""
AFTER_VERB = re.compile(r"(?:了|达|达到)?[约近超]?")


@dataclass(frozen=True, slots=True)
class _Printed:
    """Two ends and a difference, as a text prints them."""

    claim: Claim
    origin: Figure
    level: Figure
    by: Amount
    is_relative: bool


@VALUES.rule
def printed_difference(case: Case) -> Iterator[Finding]:
    """A text whose difference misses the difference of the ends beside it by more than their last place."""
    for printed in _all_printed(case.claims):
        expected = _expected(printed)
        if expected is None or _size(printed).meets(expected[0]):
            continue
        _, exact, unit = expected
        details = {
            "sum": _sum(printed, exact, unit),
            "said": written(printed.by.figure),
            "typed": _outcome(abs(exact), unit, printed),
        }
        labels = tuple(
            Label(printed.claim.place(end)) for end in (printed.claim.origin, printed.claim.level) if end
        )
        yield Finding(printed.claim.place(printed.by), details, "", labels)


def _all_printed(claims: tuple[Claim, ...]) -> Iterator[_Printed]:
    for claim, following in pairwise((*claims, None)):
        if claim is None or claim.origin is None or claim.level is None or _is_judged_by_data(claim):
            continue
        origin, level = sure(claim.origin.figure), sure(claim.level.figure)
        if origin is None or level is None:
            continue
        if origin.unit is None and level.unit is not None:
            origin = Figure(origin.amount, level.unit, origin.places)
        if claim.by is not None:
            if claim.base is None:
                yield _Printed(claim, origin, level, claim.by, is_relative=False)
        elif following is not None and following.by is not None and following.verb is not None:
            said = _joint(claim, following, following.verb, following.by)
            if said is not None:
                yield _Printed(claim, origin, level, following.by, is_relative=said)


def _is_judged_by_data(claim: Claim) -> bool:
    """Whether the metric's own figures tell how far it moved, which another rule holds the text against."""
    metric = claim.metric
    if metric is None or claim.is_hedged or claim.is_elsewhere or sure(metric.value, metric) is None:
        return False
    bases = (metric.from_, metric.baseline)
    known = (metric.last_year, metric.previous, *(one.value for one in bases if one))
    return any(isinstance(one, Figure) for one in known)


def _joint(claim: Claim, following: Claim, verb: Word, by: Amount) -> bool | None:
    """Whether the difference is said to be relative; nothing where it may be of something else."""
    if following.text is not claim.text or following.base is not None or verb.reaches or not claim.level:
        return None
    folded = claim.text.folded
    between, after = folded[claim.level.end : verb.start], folded[verb.end : by.start]
    if not AFTER_VERB.fullmatch(after):
        return None
    if RELATIVE_JOINT.fullmatch(between):
        return True
    return False if between and JOINT.fullmatch(between) else None


def _expected(printed: _Printed) -> tuple[Interval, Decimal, Unit | None] | None:
    """What the difference may be as printed, in base units, and what it is exactly; none where unsure."""
    origin, level, unit = printed.origin, printed.level, printed.by.unit
    if origin.unit != level.unit and not (
        origin.unit and level.unit and origin.unit.measures_like(level.unit)
    ):
        return None
    own = level.unit
    of_rate = own is not None and own.is_rate
    if unit == PERCENT:
        return _relative(printed) if printed.is_relative or not of_rate else None
    points = unit is not None and unit.family is UnitFamily.RATE_POINTS
    if points is not of_rate or printed.is_relative:
        return None
    if not points and (unit is None or own is None or not unit.of(own).measures_like(own)):
        return None
    if own is not None and own.family is UnitFamily.RATIO:
        return None
    last_place = 2 * max(half_unit(one) for one in (origin, level, printed.by.figure))
    size = abs(level.base_amount - origin.base_amount)
    moved = quotient(level.base_amount - origin.base_amount, own.worth if own else Decimal(1))
    return Interval(size - last_place, size + last_place), moved, own


def _relative(printed: _Printed) -> tuple[Interval, Decimal, Unit | None] | None:
    origin, level = printed.origin, printed.level
    span = span_of if AVERAGE in printed.claim.sentence else exact_span_of
    grown = growth(span(level), span(origin))
    if grown is None:
        return None
    exact = quotient(product(level.base_amount - origin.base_amount, HUNDRED), origin.base_amount)
    return (grown if exact >= 0 else -grown), exact, PERCENT


def _size(printed: _Printed) -> Interval:
    """How far it is said to have moved, whichever way: directions are another rule's matter."""
    figure = printed.by.figure
    own = printed.level.unit
    unit = figure.unit.of(own) if figure.unit and own else figure.unit
    return may_be(Figure(abs(figure.amount), figure.unit, figure.places, qualifier=figure.qualifier), unit)


def _sum(printed: _Printed, exact: Decimal, unit: Unit | None) -> str:
    before = term(printed.origin, printed.level.unit)
    after = term(printed.level, printed.level.unit)
    outcome = _outcome(exact, unit, printed)
    if unit == PERCENT and printed.by.unit == PERCENT:
        return f"({after} {MINUS} {bracketed(before)}) ÷ {before} = {outcome}"
    return f"{after} {MINUS} {bracketed(before)} = {outcome}"


def _outcome(amount: Decimal, unit: Unit | None, printed: _Printed) -> str:
    places = min(max(printed.by.figure.places, printed.level.places), MOST_PLACES)
    if printed.by.unit == PERCENT:
        return number(rounded(amount, max(printed.by.figure.places, 1))) + "%"
    return number(rounded(amount, places)) + difference_unit_text(unit)
