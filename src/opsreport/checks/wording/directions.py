"""Words of direction beside figures that go the other way, and sizes that carry the sign themselves."""

import re
from collections.abc import Iterator

from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.checks.wording.comparing import (
    Comparison,
    arithmetic,
    comparisons,
    reckoned,
    shown,
    stated,
)
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.clauses import is_quoted
from opsreport.claims.words import Base, Role
from opsreport.figures.agreement import span_of
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure

NO_DIRECTION = ("改善", "优化")
"""Verbs that praise without saying which way a figure went."""

RANKED = re.compile(r"排名|位次|名次|位列|排行|名列")
LOWERED = (
    r"下降|降低|减少|下滑|回落|缩短|缩减|下跌|收窄|压降|压缩|缩小|下调|节约|节省"
    r"|(?<![最至偏较])低|(?<![至最不多减缺])少|慢|便宜"
)
TIMES_LESS = re.compile(
    rf"(?P<verb>{LOWERED})(?:了|达)?(?:约|近|将近|超过?|逾|不止|大约|整整)?"
    r"(?P<times>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十几数半]+)(?:多|余)?个?倍(?!数|率)"
)
RANGE_GOES_ON = re.compile(r"\s*(?:[～~—–至到-])")


@WORDING.rule
def wrong_direction(case: Case) -> Iterator[Finding]:
    """A verb of rising beside figures that fall, or the reverse."""
    period = case.period
    for claim in case.claims:
        verb = claim.verb
        if verb is None or verb.role is not Role.MOVE or verb.text in NO_DIRECTION or verb.direction is None:
            continue
        if claim.origin and claim.level and not RANKED.search(claim.sentence):
            if _is_against(verb.direction, claim.origin, claim.level):
                ends = f"{claim.origin.figure.amount:f} → {claim.level.figure.amount:f}"
                yield Finding(claim.place(verb), {"verb": verb.text, "figures": ends}, "text")
            continue
        others = tuple(one for one in comparisons(claim, period) if one.base is not Base.TARGET)
        opposite = contrary(claim, others)
        if opposite is not None:
            figures = _line(opposite, claim)
            yield Finding(claim.place(verb), {"verb": verb.text, "figures": figures})


def contrary(claim: Claim, others: tuple[Comparison, ...]) -> Comparison | None:
    """The comparison that a claim turns round, if all that it may be about go the other way."""
    verb = claim.verb
    if verb is None or not others or any(_may_be_a_loss(one) for one in others):
        return None
    if any(one.direction in (None, verb.direction) for one in others) or not _is_said(claim):
        return None
    return others[0]


def _is_said(claim: Claim) -> bool:
    """Whether the clause says that the metric moved, and is not about the move itself (下降的趋势)."""
    verb = claim.verb
    if verb is None:
        return False
    if claim.by is not None:
        return True
    if claim.level is not None:
        metric = claim.metric
        value = metric.value if metric else None
        return isinstance(value, Figure) and stated(claim.level).meets(span_of(value))
    if verb.reaches or claim.base not in (Base.LAST_YEAR, Base.PREVIOUS):
        return False
    rest = claim.text.folded[verb.end : claim.end].strip()
    return not rest and claim.base_word is not None and claim.base_word.end <= verb.start


def _is_against(direction: Direction, origin: Amount, level: Amount) -> bool:
    first, last = origin.figure, level.figure
    if first.amount < 0 or last.amount < 0:
        return False
    if not (first.unit is None or last.unit is None or first.unit.measures_like(last.unit)):
        return False
    if first.unit is None and last.unit is not None:
        return False if first.amount == last.amount else _against(direction, first.amount < last.amount)
    if first.base_amount == last.base_amount:
        return False
    return _against(direction, first.base_amount < last.base_amount)


def _against(direction: Direction, rises: bool) -> bool:
    return rises != (direction is Direction.UP)


def _may_be_a_loss(one: Comparison) -> bool:
    """Below zero, up and down are told in words of loss."""
    return one.value.amount < 0 or one.other.amount < 0


def _line(one: Comparison, claim: Claim) -> str:
    if claim.by is not None and reckoned(one, claim.by) is not None:
        return arithmetic(one, claim.by)
    return f"{shown(one.other)} → {shown(one.value)}"


@WORDING.rule
def times_with_decrease(case: Case) -> Iterator[Finding]:
    """A decrease by so many times, which leaves less than nothing."""
    for text in case.texts:
        if not text.is_running or "倍" not in text.folded:
            continue
        for match in TIMES_LESS.finditer(text.folded):
            if is_quoted(text.folded, match.start()):
                continue
            yield Finding(text.locate(match.start(), match.end()), {"text": match[0]})


@WORDING.rule
def signed_magnitude(case: Case) -> Iterator[Finding]:
    """A size below zero, or nought, after a verb that already says the direction."""
    for claim in case.claims:
        verb, by = claim.verb, claim.by
        if verb is None or by is None or verb.role not in (Role.MOVE, Role.DIFFER, Role.TURN):
            continue
        if by.figure.amount > 0 or by.figure.qualifier or RANGE_GOES_ON.match(claim.text.folded, by.end):
            continue
        figure = by.figure
        said = claim.text.text[verb.start : by.end]
        details = {"text": said, "size": f"{abs(figure.amount):f}{figure.unit or ''}"}
        yield Finding(claim.place(by), details, "" if figure.amount else "nought")
