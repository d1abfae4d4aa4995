"""Changes told in a measure that means something else: percent for points, times for times more."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.checks.wording.comparing import Comparison, comparisons, is_percent, stated
from opsreport.checks.wording.points import told_in_percent
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.clauses import is_quoted, sentence_around
from opsreport.claims.words import DOUBLED, UP_WORDS, Role
from opsreport.figures.agreement import Interval, growth, span_of
from opsreport.figures.change import Direction
from opsreport.figures.kinds import ChangeStyle, Kind
from opsreport.figures.period import Period
from opsreport.figures.rounding import rounded

MOVED = "|".join((*UP_WORDS, "下降", "降低", "减少", "下滑", "回落", "下跌", "压降"))
NAMED_RATE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{0,8}(?:率|占比|比重))(?:同比|环比|较上年|较上季度|较上月)?"
    rf"(?:平均|均|也|又|再|明显|显著|大幅|小幅|略)?(?P<verb>{MOVED})了?约?(?P<size>[0-9]+(?:\.[0-9]+)?%)"
)
NO_RATE = re.compile(r"(?:效|频|功|倍|汇|速|分辨|心|增长|帧|码|概|产)率$")
SAYS_RELATIVE = re.compile(r"相对|百分点|千分点|(?:从|由)[^，。]*[0-9]%|[0-9]%?(?:→|升至|降至|增至)")
HALVED_STEP = Decimal("0.975")
BARE = re.compile(r"(?:实现了?|已经?|基本|成功|并|也|均|顺利|同比|环比|较上年|再次|\s)*")
POWERS = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


@WORDING.rule
def percent_for_points(case: Case) -> Iterator[Finding]:
    """A difference of two percentages told in percent, without saying that it is relative."""
    seen: set[tuple[int, int]] = set()
    for told in told_in_percent(case.claims):
        if not NO_RATE.search(told.name):
            yield _points(told.claim, told.by, told.name)
    for claim in case.claims:
        metric, by = claim.metric, claim.by
        if metric is None or by is None or metric.kind.value is not Kind.RATE or not is_percent(by):
            continue
        if claim.verb is None or claim.verb.role is not Role.MOVE:
            continue
        seen.add((id(claim.text), by.number_start))
        if by.figure.amount > 0 and not is_relative(claim, metric):
            yield _points(claim, by, metric.name.text)
    for text in case.texts:
        if not text.is_running or "%" not in text.folded:
            continue
        for match in NAMED_RATE.finditer(text.folded):
            nought = not match["size"].strip("0.%")
            if nought or NO_RATE.search(match["name"]) or (id(text), match.start("size")) in seen:
                continue
            if is_quoted(text.folded, match.start()):
                continue
            start, end = sentence_around(text.folded, match.start(), match.end())
            if not SAYS_RELATIVE.search(text.folded, start, end):
                details = {"metric": match["name"], "said": match["size"], "points": match["size"][:-1]}
                yield Finding(text.locate(match.start("size"), match.end("size")), details)


def is_relative(claim: Claim, metric: Metric) -> bool:
    """Whether a change of a rate in percent is called relative, by the metric or by the sentence."""
    style = metric.change_style.value if metric.change_style else None
    return style is ChangeStyle.RELATIVE or SAYS_RELATIVE.search(claim.sentence) is not None


def _points(claim: Claim, by: Amount, name: str) -> Finding:
    said = claim.text.text[by.number_start : by.end]
    return Finding(claim.place(by), {"metric": name, "said": said, "points": f"{by.figure.amount:f}"})


@WORDING.rule
def times_off_by_one(case: Case) -> Iterator[Finding]:
    """增长了n倍 where it is n times as much, or 是…的n倍 where it is n times more."""
    period = case.period
    for claim in case.claims:
        by = claim.by
        if by is None or (claim.verb is None and not claim.is_multiple):
            continue
        if by.unit is None or by.unit.plain != "倍" or by.figure.qualifier:
            continue
        told = _told_ends(claim)
        ratios = [told] if told else [_ratio(one) for one in comparisons(claim, period)]
        off = 0 if claim.is_multiple else 1
        if not ratios or any(ratio is None for ratio in ratios):
            continue
        spans = [ratio for ratio in ratios if ratio is not None]
        right = _moved_by(stated(by), off)
        wrong = _moved_by(stated(by), 1 - off)
        if not any(span.meets(right) for span in spans) and any(span.meets(wrong) for span in spans):
            times = by.figure.amount
            fixed = times - 1 if off else times + 1
            details = {
                "said": claim.text.text[by.number_start : by.end],
                "ratio": f"{_middle(spans[0], by):f}",
                "times": f"{fixed:f}",
                "as_much": f"{times if off else fixed:f}",
            }
            yield Finding(claim.place(by), details, "" if off else "multiple")


def _told_ends(claim: Claim) -> Interval | None:
    """The ratio of the two ends that the sentence itself gives."""
    origin, level = claim.origin, claim.level
    if origin is None or level is None:
        return None
    first, last = span_of(origin.figure), span_of(level.figure)
    grown = growth(last, first)
    return grown and _as_times(grown)


def _ratio(one: Comparison) -> Interval | None:
    if one.value.amount <= 0 or one.grown is None:
        return None
    return _as_times(one.grown)


def _as_times(grown: Interval) -> Interval:
    hundred = Decimal(100)
    return Interval((grown.low + hundred) / hundred, (grown.high + hundred) / hundred)


def _moved_by(span: Interval, by: int) -> Interval:
    return Interval(span.low + by, span.high + by)


def _middle(span: Interval, by: Amount) -> Decimal:
    return rounded((span.low + span.high) / 2, max(1, by.figure.places))


@WORDING.rule
def not_doubled(case: Case) -> Iterator[Finding]:
    """翻番 where the figure is not twice what it was; 翻n番 is 2 to the n."""
    period = case.period
    told = _told_moves(case.claims)
    for claim in case.claims:
        verb = claim.verb
        if verb is None or claim.is_hedged or not re.fullmatch(DOUBLED, verb.text):
            continue
        needed = Decimal(2) ** _doublings(verb.text)
        ratios = [
            ratio
            for ratio in _ratios(claim, told.get((id(claim.text), claim.within), ()), period)
            if ratio is not None
        ]
        if ratios and all(ratio.high < needed * HALVED_STEP for ratio in ratios):
            ratio = rounded((ratios[0].low + ratios[0].high) / 2, 2)
            yield Finding(
                claim.place(verb), {"word": verb.text, "ratio": f"{ratio:f}", "needed": f"{needed:f}"}
            )


def _ratios(claim: Claim, others: Sequence[Claim], period: Period | None) -> list[Interval | None]:
    told = _told_ends(claim)
    for other in others if _goes_on(claim) else ():
        if told is None and other.metrics == claim.metrics and other.start < claim.start:
            told = _told_ends(other) or (_as_times(span_of(other.by.figure)) if other.by else None)
    return [told] if told else [_ratio(one) for one in comparisons(claim, period)]


def _goes_on(claim: Claim) -> bool:
    """Whether its clause names nothing of its own, and so is about what the clause before told (实现翻番)."""
    verb = claim.verb
    if verb is None or claim.metrics:
        return verb is not None
    before = claim.text.folded[claim.within[0] : verb.start]
    return BARE.fullmatch(before[max(before.rfind("，"), before.rfind(",")) + 1 :]) is not None


def _told_moves(claims: Sequence[Claim]) -> dict[tuple[int, tuple[int, int]], list[Claim]]:
    """The claims of each sentence that tell of a growth or of both its ends."""
    found: dict[tuple[int, tuple[int, int]], list[Claim]] = {}
    for claim in claims:
        grows = claim.by is not None and is_percent(claim.by) and _rises(claim)
        if grows or (claim.origin and claim.level):
            found.setdefault((id(claim.text), claim.within), []).append(claim)
    return found


def _rises(claim: Claim) -> bool:
    return claim.verb is not None and claim.verb.direction is Direction.UP


def _doublings(word: str) -> int:
    if word.endswith("倍"):
        return 1
    return POWERS.get(word.removeprefix("翻").removeprefix("了").removesuffix("番"), 1)
