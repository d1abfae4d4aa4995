"""约, 近, 逾 and the adverbs of size beside the figures they qualify; estimates told as facts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.checks.wording.comparing import arithmetic, comparable, comparisons, reckoned, shown, signed
from opsreport.claims.amounts import NUMBER, Amount
from opsreport.claims.claim import Claim
from opsreport.claims.clauses import is_quoted
from opsreport.claims.words import Role
from opsreport.diagnostics import Span
from opsreport.figures.agreement import Interval
from opsreport.figures.figure import Figure, Qualifier
from opsreport.figures.kinds import Certainty, Kind
from opsreport.figures.period import Period
from opsreport.figures.unit import UnitFamily

TWICE = re.compile(
    rf"(?:(?P<about>大约|约|将近|接近|近|不到|不足|超过|超|逾)为?\s?(?:{NUMBER})[^，。；、0-9]{{0,6}}?(?:左右|上下)"
    rf"|(?:大约|约|将近|接近|近)为?\s?(?:{NUMBER})(?:余|多(?!次))"
    rf"|(?:超过|超|逾|突破)\s?(?:{NUMBER})[^，。；、0-9]{{0,6}}?以上"
    rf"|(?:不到|不足)\s?(?:{NUMBER})[^，。；、0-9]{{0,6}}?以下)"
)
TOO_EXACT = re.compile(
    r"(?:大约|约|将近|接近|近)为?\s?(?:[1-9][0-9]*\.[0-9]{2,}(?:%|个?百分点)|[0-9]+\.[0-9]{3,})"
    r"|(?<![0-9])[1-9][0-9]*\.[0-9]{2,}(?:%|个?百分点)(?:左右|上下)"
)
FAR = Decimal("0.9")
"""A qualified figure further away than this is no near miss of its qualifier, but another figure."""

AT_LEAST = re.compile("突破|以上|以下")
"""Words that the number itself satisfies too."""

LARGE, NOTABLE, SMALL = Decimal(50), Decimal(20), Decimal(5)
ADVERB = re.compile(r"(?P<adverb>大幅度?|明显|显著|小幅|略有?|微)(?:地|的)?$")
SURE = re.compile(
    r"预估|预计|预测|初步|初算|估算|估计|测算|推算|暂[估定列计]|快报|预期|(?<![续签节合预违履])约|预告|未经审计|有待|待核|大致|大概|模型|试算"
)


@WORDING.rule
def wrong_qualifier(case: Case) -> Iterator[Finding]:
    """约…左右, 近 before a figure that is more, 逾 before one that is less, 约 before many decimals."""
    for text in case.texts:
        for pattern, help_key in ((TWICE, "twice"), (TOO_EXACT, "exact")):
            for match in pattern.finditer(text.folded) if text.is_running else ():
                if is_quoted(text.folded, match.start()):
                    continue
                said = text.text[match.start() : match.end()]
                details = {"said": said, "expected": ""}
                yield Finding(text.locate(match.start(), match.end()), details, help_key)
    period = case.period
    for claim in case.claims:
        yield from _wrong_side(claim, period)


def _wrong_side(claim: Claim, period: Period | None) -> Iterator[Finding]:
    level, value = claim.level, _exact_value(claim)
    if level is not None and value is not None and comparable(level, value):
        actual = Interval(value.base_amount, value.base_amount)
        if not _holds(level, claim, actual):
            yield _finding(claim, level, f"{shown(value)}{'' if _is_rate(value) else value.unit or ''}")
    by, verb = claim.by, claim.verb
    if by is None or verb is None or by.figure.qualifier is None or verb.role is not Role.MOVE:
        return
    spans = [(one, span) for one in comparisons(claim, period) if (span := reckoned(one, by)) is not None]
    sizes = [signed(span, verb.direction) for _, span in spans]
    if sizes and not any(_holds(by, claim, size) for size in sizes):
        yield _finding(claim, by, arithmetic(spans[0][0], by))


def _exact_value(claim: Claim) -> Figure | None:
    """The value of the metric it is surely about, where the claim is of the period and the value exact."""
    metric = claim.metric
    if metric is None or metric.approx or claim.is_hedged or claim.is_elsewhere:
        return None
    value = metric.value
    return value if isinstance(value, Figure) and not value.qualifier else None


def _is_rate(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.is_rate


def _holds(amount: Amount, claim: Claim, actual: Interval) -> bool:
    """Whether the figure is on the side of the number that its qualifier says; far ones are not judged."""
    number, qualifier = amount.figure.base_amount, amount.figure.qualifier
    if qualifier is None or qualifier is Qualifier.ABOUT or number <= 0:
        return True
    if actual.low * FAR > number or actual.high < number * FAR:
        return True
    reached = AT_LEAST.search(claim.text.folded, amount.start, amount.end) is not None
    if qualifier.is_upper_bound:
        return actual.low <= number if reached else actual.low < number
    return actual.high >= number if reached else actual.high > number


def _finding(claim: Claim, amount: Amount, expected: str, help_key: str = "") -> Finding:
    said = claim.text.text[amount.start : amount.end]
    metric = claim.metric.name.text if claim.metric else ""
    return Finding(claim.place(amount), {"said": said, "expected": f"（{metric}：{expected}）"}, help_key)


@WORDING.rule
def adverb_size(case: Case) -> Iterator[Finding]:
    """大幅, 明显 or 小幅 before a change of another size (C.6)."""
    for claim in case.claims:
        verb, by = claim.verb, claim.by
        if verb is None or by is None or verb.role is not Role.MOVE or verb.reaches:
            continue
        if by.unit is None or by.unit.family is not UnitFamily.RATE or by.figure.qualifier:
            continue
        if claim.metric is not None and claim.metric.kind.value is Kind.RATE:
            continue
        match = ADVERB.search(claim.text.folded, claim.within[0], verb.start)
        if match and not _fits(match["adverb"], by.figure.amount):
            start = match.start()
            details = {
                "adverb": match["adverb"],
                "said": claim.text.text[start : by.end],
                "right": _adverb_for(by.figure.amount),
            }
            yield Finding(claim.text.locate(start, match.end()), details)


def _fits(adverb: str, size: Decimal) -> bool:
    if adverb.startswith("大幅"):
        return size >= LARGE
    if adverb in ("明显", "显著"):
        return size >= NOTABLE
    return size <= SMALL


def _adverb_for(size: Decimal) -> str:
    if size >= LARGE:
        return "大幅"
    if size >= NOTABLE:
        return "明显"
    return "小幅" if size < SMALL else "——"


@WORDING.rule
def estimate_as_fact(case: Case) -> Iterator[Finding]:
    """An estimated or preliminary figure in a text that does not say so."""
    unsure = {metric.id.text: metric for metric in case.bundle.metrics if _is_unsure(metric)}
    if not unsure:
        return
    for claim in case.claims:
        metric = claim.metric
        if metric is None or metric.id.text not in unsure or claim.is_hedged or claim.is_elsewhere:
            continue
        amounts = [amount for amount in (claim.level, claim.by) if amount]
        if amounts and not SURE.search(claim.text.folded):
            yield _as_fact(metric, claim.place(amounts[0]))
    for text in case.texts:
        if SURE.search(text.folded) or not text.tells_of_period:
            continue
        for _, reference in text.references:
            told = unsure.get(reference.target)
            if told is not None and reference.facet not in ("sentence", "name"):
                yield _as_fact(told, reference.span)


def _is_unsure(metric: Metric) -> bool:
    return metric.certainty.value is not Certainty.ACTUAL


WORDS = {Certainty.PRELIMINARY: "初步", Certainty.ESTIMATED: "预估", Certainty.FORECAST: "预计"}


def _as_fact(metric: Metric, place: Span) -> Finding:
    return Finding(place, {"metric": metric.name.text, "word": WORDS[metric.certainty.value]})
