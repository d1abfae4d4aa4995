"""Words of profit and loss against the signs of the two figures."""

from collections.abc import Iterator
from decimal import Decimal

from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.checks.wording.comparing import Comparison, comparisons, shown
from opsreport.claims.amounts import Amount
from opsreport.claims.words import Role
from opsreport.figures.agreement import Interval, growth
from opsreport.figures.unit import UnitFamily

TO_PROFIT = frozenset({"扭亏为盈", "扭亏转盈", "转亏为盈", "由亏转盈", "扭亏", "由亏损转为盈利"})
TO_LOSS = frozenset({"由盈转亏", "转盈为亏", "由盈利转为亏损", "同比转亏"})
MORE_LOSS = frozenset({"亏损扩大", "亏损加大", "亏损增加", "增亏"})


@WORDING.rule
def wrong_turnaround(case: Case) -> Iterator[Finding]:
    """扭亏为盈, 减亏, 由盈转亏 or 亏损扩大 where the figures have other signs."""
    period = case.period
    for claim in case.claims:
        verb = claim.verb
        if verb is None or verb.role is not Role.TURN:
            continue
        others = comparisons(claim, period)
        if others and not any(_fits(verb.text, one) for one in others):
            one = others[0]
            details = {
                "metric": one.metric.name.text,
                "word": verb.text,
                "figures": f"{shown(one.other)} → {shown(one.value)}",
                "right": _right(one.other.amount, one.value.amount),
            }
            yield Finding(claim.place(verb), details)


def _fits(word: str, one: Comparison) -> bool:
    before, now = one.other.base_amount, one.value.base_amount
    word = word.replace("同比", "").replace("环比", "") if word.startswith("亏损") else word
    if word in TO_PROFIT:
        return before < 0 <= now
    if word in TO_LOSS:
        return before >= 0 > now
    return now < before <= 0 if word in MORE_LOSS else before < now <= 0


def _right(before: Decimal, now: Decimal) -> str:
    """What the signs do call it."""
    if now >= 0:
        return "扭亏为盈" if before < 0 else "同比增长" if now >= before else "同比下降"
    if before >= 0:
        return "由盈转亏"
    return "亏损扩大" if now < before else "亏损收窄"


def loss_moved(one: Comparison, by: Amount) -> Interval | None:
    """By how much a loss shrank or grew, in percent of what it was, or in money; always a size."""
    before, now = one.other.base_amount, one.value.base_amount
    if before > 0 or now > 0:
        return None
    if by.unit is not None and by.unit.family is UnitFamily.RATE:
        value, other = one.ends
        moved = growth(-value, -other)
    else:
        moved = one.moved
    if moved is None:
        return None
    return -moved if moved.high < 0 else moved
