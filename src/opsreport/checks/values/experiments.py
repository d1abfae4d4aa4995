"""Values: experiments that prove less than the report says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opsreport.bundle.metric import Arm, Experiment, Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.claims.words import Role
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Facet
from opsreport.figures.rounding import quotient, rounded

Z = Decimal("1.959964")
"""The 97.5% quantile of the normal distribution, for intervals of 95%."""

CHI_SQUARE = Decimal("6.634897")
"""The 99% quantile of chi-square with one degree of freedom: beyond it p is below 0.01."""

MOVES = frozenset({Facet.CHANGE, Facet.FROM_TO, Facet.TO, Facet.VS_BASELINE, Facet.VS_PREVIOUS})
TESTED = re.compile(
    r"A[/／]?B\s?(?:测试|实验|试验)|对照组|实验组|随机(?:对照)?(?:实验|试验|分组)|对照实验", re.IGNORECASE
)
SPLIT = re.compile(r"(\d+(?:\.\d+)?)\s*%?\s*[:：∶/／比对]\s*(\d+(?:\.\d+)?)\s*%?")


@dataclass(frozen=True, slots=True)
class Lift:
    """The difference of two proportions, variant minus control, in points, with its interval of 95%."""

    points: Decimal
    low: Decimal
    high: Decimal

    @property
    def is_proven(self) -> bool:
        """Whether nought is outside the interval."""
        return self.low > 0 or self.high < 0


@VALUES.rule
def not_significant(case: Case) -> Iterator[Finding]:
    """A lift that may be chance, groups that were not split as planned, or a test without its numbers."""
    moved = {id(claim.metric) for claim in case.claims if claim.metric and claim.verb}
    for metric in case.bundle.metrics:
        experiment = metric.experiment
        if experiment is None:
            continue
        yield from _badly_split(metric, experiment)
        lift = lift_of(experiment)
        is_told = id(metric) in moved or (not metric.hidden and MOVES & {*metric.facets})
        if lift and is_told and not lift.is_proven:
            interval = f"[{_shown(lift.low)}, {_shown(lift.high)}]"
            shown = f"Δ = {_shown(lift.points)}，95% CI {interval}"
            yield Finding(experiment.span, {"metric": metric.name.text, "shown": shown})
    yield from _without_numbers(case)


def _without_numbers(case: Case) -> Iterator[Finding]:
    """Claims of a tested lift whose metric holds no experiment."""
    for claim in case.claims:
        metric = claim.metric
        if metric is None or metric.experiment or claim.is_hedged or not claim.verb:
            continue
        if claim.verb.role is Role.MOVE and claim.by and TESTED.search(claim.sentence):
            details = {"metric": metric.name.text, "shown": "experiment: ——"}
            yield Finding(claim.place(claim.by), details, "none")


def lift_of(experiment: Experiment) -> Lift | None:
    """The lift of an experiment with its interval of 95%, by Newcombe's hybrid score method.

    R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10: it holds for small groups and for
    rates near nought too, where the textbook interval does not.
    """
    control, variant = _proportion(experiment.control), _proportion(experiment.variant)
    if control is None or variant is None:
        return None
    (p1, low1, high1), (p2, low2, high2) = _wilson(*control), _wilson(*variant)
    lift = p2 - p1
    below = ((p2 - low2) ** 2 + (high1 - p1) ** 2).sqrt()
    above = ((high2 - p2) ** 2 + (p1 - low1) ** 2).sqrt()
    return Lift(lift * 100, (lift - below) * 100, (lift + above) * 100)


def _proportion(arm: Arm | None) -> tuple[Decimal, Decimal] | None:
    if arm is None or not isinstance(arm.n, Figure) or not isinstance(arm.hits, Figure):
        return None
    hits, n = arm.hits.base_amount, arm.n.base_amount
    return (hits, n) if 0 <= hits <= n and n > 0 else None


def _wilson(hits: Decimal, n: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """A proportion and the ends of its score interval (E. B. Wilson, JASA 22 (1927) 209–212)."""
    share = quotient(hits, n)
    middle = 2 * hits + Z * Z
    half = Z * (Z * Z + 4 * hits * (1 - share)).sqrt()
    whole = 2 * (n + Z * Z)
    return share, quotient(middle - half, whole), quotient(middle + half, whole)


def _badly_split(metric: Metric, experiment: Experiment) -> Iterator[Finding]:
    """Groups whose sizes the planned split does not explain: a sample ratio mismatch, by chi-square.

    A. Fabijan and others, KDD 2019, 2156–2164: such an experiment is not to be read at all.
    """
    split = SPLIT.search(experiment.split.text) if experiment.split else None
    control, variant = _size(experiment.control), _size(experiment.variant)
    if split is None or not control or not variant:
        return
    left, right = Decimal(split[1]), Decimal(split[2])
    if not left or not right:
        return
    # Nobody knows which side a split names first.
    chi_square = min(_chi_square(control, variant, left, right), _chi_square(control, variant, right, left))
    if chi_square > CHI_SQUARE and experiment.split:
        groups = f"{control:f} ∶ {variant:f} ≠ {left:f} ∶ {right:f}"
        shown = f"{groups}，χ² = {rounded(chi_square, 1):f}，p < 0.01"
        yield Finding(experiment.split.span, {"metric": metric.name.text, "shown": shown}, "split")


def _chi_square(control: Decimal, variant: Decimal, left: Decimal, right: Decimal) -> Decimal:
    total = control + variant
    expected = quotient(total * left, left + right)
    off = (control - expected) ** 2
    return quotient(off, expected) + quotient(off, total - expected)


def _size(arm: Arm | None) -> Decimal | None:
    return arm.n.base_amount if arm and isinstance(arm.n, Figure) and arm.n.amount > 0 else None


def _shown(points: Decimal) -> str:
    return f"{rounded(points, 2):f}".replace("-", "−")
