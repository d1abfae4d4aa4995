"""Values: figures beyond what their kind allows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from opsreport.bundle.leaves import Sign
from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_units import levels
from opsreport.bundle.parts import Budget, Effort, Headcount
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.quoted import as_written
from opsreport.diagnostics import Label, Span
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Bounded, Kind
from opsreport.figures.unit import Unit, UnitFamily

WHOLE = Decimal(100)
"""All of it, in percent."""

# What is left after something is taken off may be below nought, and so may a difference or a temperature.
MAY_BE_NEGATIVE = re.compile(
    "净|差[异额值距]|时差|温差|偏差|误差|变动|变化|增减|增[长量幅速]|涨跌|盈|亏|损益|缺口|结余|余额|温度|气温|海拔|提前"
)
NEGATIVE_UNITS = frozenset({"度", "℃", "摄氏度"})

NPS = re.compile(r"(?<![A-Za-z])NPS(?![A-Za-z])|净推荐")
ABOUT_NPS = re.compile(r"(?:率|占比|比例|(?<!指)数|量|份|人)$")
BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
SCALE_IN_WORDS = re.compile(
    r"([\d一二三四五六七八九十百]+)\s*分制|满分(?:为)?\s*([\d一二三四五六七八九十百]+)\s*分?"
)


@VALUES.rule
def impossible_rate(case: Case) -> Iterator[Finding]:
    """A share of the whole that is below nought or above it."""
    for metric in case.bundle.metrics:
        if metric.kind.value is Kind.RATE and not is_nps(metric):
            yield from _beyond_the_whole(metric, metric.bounded.value)
        for share in metric.shares:
            if isinstance(share.share, Figure) and _is_beyond(share.share, Bounded.BOTH):
                yield _rate_finding(share.name.text, share.share, share.share.span, Bounded.BOTH)
    for claim in case.claims:
        metric_ = claim.metric
        if metric_ is None or metric_.kind.value is not Kind.RATE or is_nps(metric_):
            continue
        for level in (claim.origin, claim.level, claim.base_level, claim.goal):
            if (
                level
                and level.unit
                and level.unit.is_rate
                and _is_beyond(level.figure, metric_.bounded.value)
            ):
                name, limits = metric_.name.text, metric_.bounded.value
                yield _rate_finding(name, level.figure, claim.place(level), limits)


def is_possible(metric: Metric, level: Figure) -> bool:
    """Whether a level of a metric keeps within the limits that its kind sets."""
    if metric.kind.value is Kind.RATE and not is_nps(metric):
        return not _is_beyond(level, metric.bounded.value)
    if is_nps(metric):
        return not _is_no_nps(level)
    return level.amount >= 0 or not _counts_things(metric)


def _beyond_the_whole(metric: Metric, bounded: Bounded) -> Iterator[Finding]:
    for level in levels(metric):
        if level.unit and level.unit.is_rate and _is_beyond(level, bounded):
            yield _rate_finding(metric.name.text, level, level.span, bounded)


def _is_beyond(figure: Figure, bounded: Bounded) -> bool:
    if bounded is Bounded.NONE:
        return False
    return figure.base_amount > WHOLE or (bounded is Bounded.BOTH and figure.base_amount < 0)


def _rate_finding(name: str, figure: Figure, span: Span, bounded: Bounded) -> Finding:
    unit = figure.unit.symbol if figure.unit else "%"
    worth = figure.unit.worth if figure.unit else Decimal(1)
    most = f"{(WHOLE / worth).normalize():f}{unit}"
    limits = f"0{unit}～{most}" if bounded is Bounded.BOTH else f"≤{most}"
    details = {"metric": name, "shown": as_written(figure), "limits": limits}
    return Finding(span, details, "below" if figure.base_amount < 0 else "")


@VALUES.rule
def negative_quantity(case: Case) -> Iterator[Finding]:
    """Fewer than none: a number of things, a duration, people or money of a plan below nought."""
    for metric in case.bundle.metrics:
        if _counts_things(metric):
            for level in levels(metric):
                if level.amount < 0:
                    yield _negative(metric.name.text, level, level.span)
    for claim in case.claims:
        if claim.metric and _counts_things(claim.metric):
            for amount in (claim.origin, claim.level, claim.base_level, claim.goal):
                if amount and amount.figure.amount < 0:
                    yield _negative(claim.metric.name.text, amount.figure, claim.place(amount))
    for part in case.contents:
        if not isinstance(part, Budget | Effort | Headcount):
            continue
        needed: Quantity | None = part.count if isinstance(part, Headcount) else part.amount
        if isinstance(needed, Figure) and needed.amount < 0:
            yield _negative(part.object_label, needed, needed.span)


def _counts_things(metric: Metric) -> bool:
    """Whether a metric is surely of what cannot be fewer than none."""
    if metric.kind.value not in (Kind.COUNT, Kind.DURATION) or MAY_BE_NEGATIVE.search(metric.name.text):
        return False
    is_profit = metric.sign is not None and metric.sign.value is Sign.PROFIT
    return not is_profit and not (metric.unit and metric.unit.value.plain in NEGATIVE_UNITS)


def _negative(name: str, figure: Figure, span: Span) -> Finding:
    positive = f"{abs(figure.amount):f}"
    return Finding(span, {"name": name, "shown": as_written(figure), "positive": positive})


@VALUES.rule
def score_out_of_scale(case: Case) -> Iterator[Finding]:
    """A score that its scale does not reach, or one that nobody can read for lack of a scale."""
    for metric in case.bundle.metrics:
        is_score = metric.kind.value is Kind.SCORE and not is_nps(metric)
        scored = list(levels(metric)) if is_score else []
        if not scored:
            continue
        name = metric.name.text
        if metric.scale is None:
            beyond = [one for one in scored if one.out_of and one.amount > one.out_of]
            for level in beyond:
                details = {"metric": name, "shown": as_written(level), "limits": f"0～{level.out_of:f}"}
                yield Finding(level.span, details)
            if metric.kind.given and not metric.hidden and not _says_its_scale(metric):
                details = {"metric": name, "shown": as_written(scored[0]), "limits": "——"}
                yield Finding(scored[0].span, details, "no-scale")
            continue
        most = metric.scale.max if isinstance(metric.scale.max, Figure) else None
        least = metric.scale.min if isinstance(metric.scale.min, Figure) else None
        for level in scored:
            low = least.base_amount if least else Decimal(0)
            if level.base_amount < low or (most and level.base_amount > most.base_amount):
                limits = f"{low:f}～{most.amount:f}" if most else f"≥{low:f}"
                details = {"metric": name, "shown": as_written(level), "limits": limits}
                yield Finding(level.span, details, secondary=(Label(most.span),) if most else ())


def _says_its_scale(metric: Metric) -> bool:
    """Whether the name, the definition or the unit of a score tells its scale (百分制, 满分10分)."""
    definition = metric.definition.raw if metric.definition else ""
    unit: Unit | None = metric.unit.value if metric.unit else None
    is_other = unit is not None and unit.family is not UnitFamily.SCORE
    is_other |= any(level.out_of for level in levels(metric))
    return is_other or bool(SCALE_IN_WORDS.search(metric.name.text + definition))


@VALUES.rule
def impossible_nps(case: Case) -> Iterator[Finding]:
    """A net promoter score beyond −100 to 100, or with a percent sign: it is a difference of two shares."""
    for metric in case.bundle.metrics:
        if not is_nps(metric):
            continue
        for level in levels(metric):
            if _is_no_nps(level):
                yield _nps_finding(metric, level, level.span)
                break
    for claim in case.claims:
        if claim.metric and is_nps(claim.metric):
            for amount in (claim.origin, claim.level):
                if amount and _is_no_nps(amount.figure):
                    yield _nps_finding(claim.metric, amount.figure, claim.place(amount))


def is_nps(metric: Metric) -> bool:
    """Whether a metric is a net promoter score, not a rate or a number of what is asked for one."""
    name = metric.name.text
    bare = BRACKETS.sub("", name).strip()
    return bool(NPS.search(name)) and not ABOUT_NPS.search(bare)


def _is_no_nps(figure: Figure) -> bool:
    return abs(figure.amount) > WHOLE or bool(figure.unit and figure.unit.is_rate)


def _nps_finding(metric: Metric, figure: Figure, span: Span) -> Finding:
    help_key = "" if abs(figure.amount) > WHOLE else "percent"
    details = {
        "metric": metric.name.text,
        "shown": as_written(figure),
        "number": f"{figure.amount:f}".replace("-", "−"),
    }
    return Finding(span, details, help_key)
