"""Differences of two percentages that a sentence prints in percent beside its own two ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.words import Role
from opsreport.figures.agreement import growth, span_of
from opsreport.figures.kinds import Kind
from opsreport.figures.unit import PERCENT

# What may stand between the two ends and how far apart they are, so that nothing else can be meant.
JOINT = re.compile(r"[，,（(、\s]*(?:同比|环比|累计|合计|共|整体|大幅|小幅|明显|显著|净)*")
AFTER_VERB = re.compile(r"(?:了|达|达到)?约?")
RATE_NAMED = re.compile(r"(?P<name>[\u4e00-\u9fff]{0,8}(?:率|占比|比重))(?:已|也|均)?(?:由|从)")


@dataclass(frozen=True, slots=True)
class ToldInPercent:
    """A change whose size is the difference of the ends before it: 由38.2%提升至41.5%，提高3.3%."""

    claim: Claim
    by: Amount
    name: str


def told_in_percent(claims: Sequence[Claim]) -> Iterator[ToldInPercent]:
    """Every change in percent that is the difference of two percentages, and not their growth."""
    for claim, following in pairwise((*claims, None)):
        if claim is None or claim.origin is None or claim.level is None:
            continue
        said = claim if claim.by else following
        if said is None or said.by is None or not _goes_on(claim, said, said.by):
            continue
        name = _rate(claim)
        if name and _is_difference(claim.origin, claim.level, said.by):
            yield ToldInPercent(said, said.by, name)


def _goes_on(claim: Claim, said: Claim, by: Amount) -> bool:
    """Whether nothing but a verb stands between the ends and the size."""
    verb, level = said.verb, claim.level
    if said.text is not claim.text or verb is None or level is None:
        return False
    if verb.role is not Role.MOVE or verb.reaches or verb.start < level.end:
        return False
    folded = claim.text.folded
    between, after = folded[level.end : verb.start], folded[verb.end : by.start]
    return JOINT.fullmatch(between) is not None and AFTER_VERB.fullmatch(after) is not None


def _rate(claim: Claim) -> str:
    """The rate that is told of: a metric, or what its name calls one."""
    if claim.metric:
        return claim.metric.name.text if claim.metric.kind.value is Kind.RATE else ""
    end = claim.origin.start if claim.origin else claim.start
    named = list(RATE_NAMED.finditer(claim.text.folded, claim.within[0], end))
    return named[-1]["name"] if named else ""


def _is_difference(origin: Amount, level: Amount, by: Amount) -> bool:
    if by.unit != PERCENT or level.unit != PERCENT or origin.unit not in (PERCENT, None):
        return False
    apart = abs(level.figure.amount - origin.figure.amount)
    if not apart or abs(by.figure.amount) != apart or by.figure.qualifier:
        return False
    # From about 100% on both are the same, and so nothing is wrong.
    grown = growth(span_of(level.figure), span_of(origin.figure))
    size = span_of(by.figure)
    return grown is not None and not (grown.meets(size) or (-grown).meets(size))
