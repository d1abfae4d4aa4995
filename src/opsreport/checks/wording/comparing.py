"""What a claim sets a metric against, and what the bundle's own figures make of it, as intervals."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.words import Base
from opsreport.figures.agreement import Interval, difference, exact_span_of, growth, share, span_of
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Basis, Kind
from opsreport.figures.period import Period, PeriodKind
from opsreport.figures.printing import difference_unit_text
from opsreport.figures.rounding import product, quotient, rounded
from opsreport.figures.unit import UnitFamily

OWN_PAST = (Base.LAST_YEAR, Base.PREVIOUS, Base.BASELINE)
"""What a move may be set against where nobody says; BASELINE stands for the start as well."""

LENGTHS = {"季": PeriodKind.QUARTER, "月": PeriodKind.MONTH, "周": PeriodKind.WEEK, "半年": PeriodKind.HALF}
NEARLY_SO = Decimal("0.05")
"""How far a figure may be from what is called about so much."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A metric's value beside one of the figures it may be compared with."""

    metric: Metric
    base: Base
    value: Figure
    other: Figure

    @property
    def ends(self) -> tuple[Interval, Interval]:
        """What the two may stand for."""
        metric = self.metric
        if is_mean(metric.name.text):
            return span_of(self.value, metric.value_precision), span_of(self.other, metric.value_precision)
        # A target is set as it is written.
        other = exact_span_of(self.other, metric.value_precision)
        if self.base is Base.TARGET and self.other.qualifier is None:
            other = Interval(self.other.base_amount, self.other.base_amount)
        return exact_span_of(self.value, metric.value_precision), other

    @property
    def moved(self) -> Interval:
        """By how much the value may differ, in base units."""
        return difference(*self.ends)

    @property
    def grown(self) -> Interval | None:
        """The growth in percent, where there is one."""
        return growth(*self.ends)

    @property
    def share(self) -> Interval | None:
        """The value in percent of the other."""
        return share(*self.ends)

    @property
    def direction(self) -> Direction | None:
        """Which way it surely moved."""
        if self.moved.low > 0:
            return Direction.UP
        return Direction.DOWN if self.moved.high < 0 else None

    @property
    def exact_growth(self) -> Decimal:
        """The growth in percent by the figures as written."""
        apart = product(self.value.base_amount - self.other.base_amount, Decimal(100))
        return quotient(apart, abs(self.other.base_amount))


def comparisons(claim: Claim, period: Period | None = None) -> tuple[Comparison, ...]:
    """Everything that a claim may be setting its metric against; nothing where it cannot be judged."""
    metric = claim.metric
    if metric is None or claim.is_hedged or claim.is_elsewhere or metric.approx:
        return ()
    if not isinstance(metric.value, Figure) or metric.value.qualifier:
        return ()
    if claim.base is not None:
        if claim.base is Base.OTHER or _is_of_other_length(claim, period):
            return ()
        return tuple(_with(metric, claim.base))
    return tuple(one for base in OWN_PAST for one in _with(metric, base))


def _is_of_other_length(claim: Claim, period: Period | None) -> bool:
    """Whether 较上季度 is said in a report about a month."""
    if claim.base is not Base.PREVIOUS or claim.base_word is None or period is None:
        return False
    kinds = {kind for sign, kind in LENGTHS.items() if sign in claim.base_word.text}
    return bool(kinds) and period.kind not in kinds


def _with(metric: Metric, base: Base) -> Iterator[Comparison]:
    if base is Base.LAST_YEAR and metric.basis.value is not Basis.NOMINAL:
        return
    for other in figures_of(metric, base):
        if isinstance(metric.value, Figure) and isinstance(other, Figure) and not other.qualifier:
            yield Comparison(metric, base, metric.value, other)


def figures_of(metric: Metric, base: Base) -> tuple[Quantity | None, ...]:
    """The figures of a metric that a base may mean."""
    match base:
        case Base.LAST_YEAR:
            return (metric.last_year,)
        case Base.PREVIOUS:
            return (metric.previous,)
        case Base.TARGET:
            return (metric.target,)
        case Base.BENCHMARK:
            return (metric.benchmark.value if metric.benchmark else None,)
        case Base.BASELINE:
            held = (metric.from_, metric.baseline)
            return tuple(one.value for one in held if one)
        case _:
            return ()


def stated(amount: Amount) -> Interval:
    """What an amount in a text may stand for; one that is called approximate for more."""
    span = span_of(amount.figure)
    return span.widened(abs(amount.figure.base_amount) * NEARLY_SO) if amount.figure.qualifier else span


def reckoned(comparison: Comparison, amount: Amount) -> Interval | None:
    """What the data make of a difference told in the unit of the amount; nothing where they cannot."""
    unit = amount.unit
    family = unit.family if unit else None
    own = comparison.value.unit
    is_rate = comparison.metric.kind.value is Kind.RATE
    if family is UnitFamily.RATE:
        return comparison.grown
    if family is UnitFamily.RATE_POINTS:
        return comparison.moved if is_rate else None
    if is_rate or family is UnitFamily.RATIO or unit is None or own is None:
        return None
    return comparison.moved if unit.measures_like(own) else None


def is_mean(words: str) -> bool:
    """Whether a figure is called an average, and so is rounded even where it counts."""
    return "均" in words


def comparable(amount: Amount, figure: Figure) -> bool:
    """Whether an amount of a text is in a unit that the figure can be set against."""
    if amount.unit is None or figure.unit is None:
        return amount.unit is figure.unit
    return amount.unit.of(figure.unit).measures_like(figure.unit)


def is_percent(amount: Amount) -> bool:
    """Whether it is in %, ‰ or the like."""
    return amount.unit is not None and amount.unit.is_rate


def arithmetic(comparison: Comparison, amount: Amount) -> str:
    """The reckoning as a line: (1280 − 1120) ÷ 1120 = 14.3%."""
    value, other = shown(comparison.value), shown(comparison.other)
    if amount.unit and amount.unit.family is UnitFamily.RATE:
        grown = rounded(comparison.exact_growth, max(1, amount.figure.places))
        return f"({value} − {other}) ÷ {other} = {grown:f}%".replace("-", "−")
    unit = amount.unit
    apart = comparison.value.base_amount - comparison.other.base_amount
    apart = quotient(apart, unit.worth) if unit else apart
    apart = rounded(apart, max(amount.figure.places, comparison.value.places))
    return f"{value} − {other} = {apart:f}{difference_unit_text(unit)}".replace("-", "−")


def shown(figure: Figure) -> str:
    """A figure as it was written, without its unit unless that is part of it (5%)."""
    unit = figure.unit
    return f"{figure.amount:f}{unit if unit and unit.is_rate else ''}"


def signed(span: Interval, direction: Direction | None) -> Interval:
    """The span of a size, negative where it is a fall."""
    return -span if direction is Direction.DOWN else span
