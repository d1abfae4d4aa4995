"""Praise for what got worse, thanks for it, and blame for what got better."""

import re
from collections.abc import Iterator
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.checks.wording.comparing import Comparison, comparisons, is_percent
from opsreport.checks.wording.steadiness import moved_beyond
from opsreport.claims.claim import Claim
from opsreport.claims.plain_text import PlainText
from opsreport.claims.words import Role
from opsreport.figures.change import Direction
from opsreport.figures.kinds import Kind, Polarity, Verdict
from opsreport.figures.options import Options

RAISING = ("提升", "提高")
GROWING = ("增长",)
BETTERING = ("改善", "优化")
UNCOUNTED = (Kind.RATE, Kind.DURATION, Kind.SCORE, Kind.POINTS)
ENDS = re.compile(r"[至到为]?\s*(?:$|[约近]?[0-9])")
AVERTED = re.compile(r"(?:防止|避免|遏制|抑制|严防|防范|控制|缓解|扭转|预防|警惕)[^，。；]{0,8}$")
THANKS = re.compile(r"得益于|受益于|归功于")
BLAME = re.compile(
    r"(?<![接承享感经])受(?!益|理|众|到?了?好评)(?P<cause>[^，。；]{1,24}?)(?:影响|拖累|冲击|制约)"
)
NO_BLAME = re.compile(
    r"积极|正面|正向|利好|带动|拉动|提振|推动|促销|暑期|寒假|春节|国庆|大促|错[期位]|季节|[旺淡]季|节假日|节日|假期|假日|基数|天数|口径|汇率|口碑|品牌|示范"
)
TURNING = re.compile(r"但|却|仍|不过|然而|尽管|虽|仅|抵消|未受|没有受|不受|克服|部分")


@WORDING.rule
def praise_for_adverse(case: Case) -> Iterator[Finding]:
    """提升, 提高 or 改善 said of a metric that is better when low and went up."""
    period = case.period
    for claim in case.claims:
        metric, verb = claim.metric, claim.verb
        if metric is None or verb is None or metric.polarity.value is not Polarity.LOWER_IS_BETTER:
            continue
        if verb.role is not Role.MOVE or AVERTED.search(claim.text.folded[claim.within[0] : claim.start]):
            continue
        if _is_praise(claim, metric, comparisons(claim, period)):
            details = {"metric": metric.name.text, "verb": verb.text, "right": _plain_verb(metric)}
            yield Finding(claim.place(verb), details)


def _is_praise(claim: Claim, metric: Metric, others: tuple[Comparison, ...]) -> bool:
    verb = claim.verb
    if verb is None:
        return False
    if others and all(one.direction is Direction.DOWN for one in others) and verb.text not in BETTERING:
        return False
    measured = claim.by is not None or claim.level is not None
    if verb.text in BETTERING:
        is_told = ENDS.match(claim.text.folded[verb.end : claim.end]) is not None
        return is_told and bool(others) and all(one.direction is Direction.UP for one in others)
    if verb.text in GROWING:
        in_percent = claim.by is not None and metric.kind.value is Kind.RATE and is_percent(claim.by)
        return measured and not in_percent and metric.kind.value in UNCOUNTED
    return verb.text in RAISING and (measured or claim.base is not None)


def _plain_verb(metric: Metric) -> str:
    return "延长" if metric.kind.value is Kind.DURATION else "上升"


@WORDING.rule
def driver_sign(case: Case) -> Iterator[Finding]:
    """得益于 for a change that is adverse, or 受…影响 for one that is welcome."""
    told: dict[tuple[int, tuple[int, int]], list[Claim]] = {}
    for claim in case.claims:
        if not claim.is_own:
            told.setdefault((id(claim.text), claim.within), []).append(claim)
    for claims in told.values():
        yield from _in_sentence(claims)
    for text in case.texts:
        if text.key == "driver" and isinstance(text.owner, Metric):
            yield from _in_driver(text, text.owner, case.bundle.report.options)


def _in_sentence(claims: list[Claim]) -> Iterator[Finding]:
    first = claims[0]
    cause = _cause(first.sentence)
    if cause is None or TURNING.search(first.sentence) or first.is_hedged:
        return
    verdicts = {_verdict(claim) for claim in claims if claim.verb}
    wrong = Verdict.WORSE if cause[0] else Verdict.BETTER
    metrics = {claim.metric.name.text for claim in claims if claim.metric and claim.verb}
    if verdicts != {wrong} or any(claim.is_elsewhere for claim in claims):
        return
    start = first.within[0] + cause[1]
    yield _finding(first.text, start, start + cause[2], "、".join(sorted(metrics)), welcome=cause[0])


def _cause(sentence: str) -> tuple[bool, int, int] | None:
    """Whether a sentence thanks or blames, where it does so, and how long the words are."""
    thanks, blame = THANKS.search(sentence), BLAME.search(sentence)
    if (thanks is None) == (blame is None):
        return None
    if thanks:
        return True, thanks.start(), len(thanks[0])
    if blame is None or NO_BLAME.search(blame[0]):
        return None
    return False, blame.start(), len(blame[0])


def _verdict(claim: Claim) -> Verdict:
    """What the words alone make of the move, for a metric whose good way is known."""
    metric, verb = claim.metric, claim.verb
    if metric is None or verb is None or verb.direction is None or claim.is_hedged:
        return Verdict.UNJUDGED
    if verb.role is not Role.MOVE or (claim.by is None and claim.level is None and claim.base is None):
        return Verdict.UNJUDGED
    return metric.polarity.value.judge(Decimal(1) if verb.direction is Direction.UP else Decimal(-1))


def _in_driver(text: PlainText, metric: Metric, options: Options) -> Iterator[Finding]:
    """The driver stands behind the metric's own comparisons, so they say whether it was welcome."""
    cause = _cause(text.folded)
    if cause is None or TURNING.search(text.folded) or metric.polarity.value is Polarity.NEUTRAL:
        return
    others = comparisons(Claim(text, 0, len(text.text), (metric,)))
    moved = [one for one in others if one.direction and moved_beyond(one, options)]
    verdicts = {
        metric.polarity.value.judge(Decimal(1) if one.direction is Direction.UP else Decimal(-1))
        for one in moved
    }
    if moved and len(moved) == len(others) and verdicts == {Verdict.WORSE if cause[0] else Verdict.BETTER}:
        yield _finding(text, cause[1], cause[1] + cause[2], metric.name.text, welcome=cause[0])


def _finding(text: PlainText, start: int, end: int, metric: str, *, welcome: bool) -> Finding:
    details = {"metric": metric, "words": text.text[start:end]}
    return Finding(text.locate(start, end), details, "thanks" if welcome else "blame")
