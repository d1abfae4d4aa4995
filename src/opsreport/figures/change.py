"""A figure set against another: by how much it moved, which way, and whether that is good news."""

import enum
from dataclasses import dataclass
from decimal import Decimal

from opsreport.figures.figure import Figure
from opsreport.figures.kinds import ChangeStyle, Kind, Polarity, Verdict
from opsreport.figures.options import NegativeBase, Options
from opsreport.figures.printing import Notation
from opsreport.figures.rounding import product, quotient, rounded
from opsreport.figures.unit import PER_MILLE


class Direction(enum.Enum):
    """Which way a figure moved, judged by what is printed."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"


class BaseCase(enum.Enum):
    """What the two signs make of a change; only some cases have a percentage (C.4)."""

    USUAL = "usual"
    MULTIPLE = "multiple"
    TINY_BASE = "tiny base"
    TO_ZERO = "to zero"
    FROM_ZERO = "from zero"
    BOTH_ZERO = "both zero"
    ACROSS_ZERO = "across zero"
    PROFIT_TO_LOSS = "profit to loss"
    LOSS_TO_PROFIT = "loss to profit"
    BREAK_EVEN = "break even"
    LOSS_NARROWED = "loss narrowed"
    LOSS_WIDENED = "loss widened"
    LOSS_SAME = "loss same"
    ZERO_TO_LOSS = "zero to loss"


_WITH_RATE = frozenset(
    {BaseCase.USUAL, BaseCase.MULTIPLE, BaseCase.LOSS_NARROWED, BaseCase.LOSS_WIDENED, BaseCase.LOSS_SAME}
)
_MULTIPLE_FROM = 5
_TINY_SHARE = 100
_SLIGHT = 5
"""So many percent of a rate are too much to be called level, however few points they are."""
_BY_DIFFERENCE = frozenset({Kind.SCORE, Kind.POINTS, Kind.RATIO})


@dataclass(frozen=True, slots=True)
class Manner:
    """What of a metric decides how its changes are reckoned and judged.

    `profit` switches the words of profit and loss on; `scale_range` is the span of a score's scale; `approx`
    says that the metric's value is approximate, whatever its figure says.
    """

    kind: Kind
    polarity: Polarity
    notation: Notation
    style: ChangeStyle | None = None
    profit: bool = False
    scale_range: Decimal | None = None
    approx: bool = False

    @property
    def options(self) -> Options:
        """The report's options."""
        return self.notation.options

    @property
    def measure(self) -> ChangeStyle:
        """How a change is put: unless otherwise wanted, rates by points, durations and scores by amounts."""
        match self.style:
            case None:
                if self.kind is Kind.RATE:
                    return ChangeStyle.PP
                by_amount = self.kind in _BY_DIFFERENCE or self.kind is Kind.DURATION
                return ChangeStyle.ABSOLUTE if by_amount else ChangeStyle.RELATIVE
            case ChangeStyle.PP if self.kind is not Kind.RATE:
                return ChangeStyle.ABSOLUTE
            case ChangeStyle.ABSOLUTE if self.kind is Kind.RATE:
                return ChangeStyle.PP
            case style:
                return style


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a base: the exact difference and rate, both as printed, and the judgement on them.

    `rate` is in percent of the base's size, and none where no percentage may be printed. `delta` is in the
    printed unit.
    """

    value: Figure
    base: Figure
    notation: Notation
    measure: ChangeStyle
    case: BaseCase
    delta: Decimal
    shown_delta: Decimal
    rate: Decimal | None
    shown_rate: Decimal | None
    direction: Direction
    is_flat: bool
    verdict: Verdict
    approx: bool = False
    """Whether the metric's value is approximate, whatever its figure says."""

    @property
    def is_same(self) -> bool:
        """Whether the two figures read the same, 持平."""
        return self.is_flat and self.notation.shown(self.value) == self.notation.shown(self.base)

    @property
    def is_hidden(self) -> bool:
        """Whether a change is printed between two figures that rounding makes look equal."""
        return not self.is_flat and self.notation.shown(self.value) == self.notation.shown(self.base)

    @property
    def is_nought(self) -> bool:
        """Whether the change itself prints as nought; the two figures may print differently all the same."""
        by_rate = self.measure is ChangeStyle.RELATIVE and self.shown_rate is not None
        return not (self.shown_rate if by_rate else self.shown_delta)

    @property
    def is_approximate(self) -> bool:
        """Whether the change is only 约, as one of the two figures is."""
        return self.approx or self.value.qualifier is not None or self.base.qualifier is not None

    @property
    def about(self) -> str:
        """约 before the number of an approximate change, else nothing."""
        return "约" * self.is_approximate

    @property
    def times(self) -> Decimal:
        """How many times the base the value is."""
        return quotient(self.value.base_amount, self.base.base_amount)


def compare(value: Figure, base: Figure, manner: Manner) -> Change:
    """Set a figure against its base (last year, the period before, a start, a benchmark).

    A rate moves by points, so its relative change is told only where that is asked for; a base of zero or
    less has no percentage at all, unless the option `negative_base: abs` wants one.
    """
    notation, options = manner.notation, manner.options
    delta = notation.amount(value) - notation.amount(base)
    case = _case(value.base_amount, base.base_amount, manner)
    rate = _rate(value, base, case, options)
    measure = manner.measure
    if measure is ChangeStyle.RELATIVE and manner.kind is Kind.RATE and rate is None:
        measure = ChangeStyle.PP
    shown_delta = notation.rounded(delta)
    shown_rate = None if rate is None else rounded(rate, options.decimals.percent, options.rounding)
    printed = shown_rate if measure is ChangeStyle.RELATIVE and shown_rate is not None else shown_delta
    is_flat = _is_flat(measure, shown_delta, shown_rate, case, manner)
    if measure is ChangeStyle.RELATIVE and shown_rate is None:
        printed = delta
    return Change(
        value=value,
        base=base,
        notation=notation,
        measure=measure,
        case=case,
        delta=delta,
        shown_delta=shown_delta,
        rate=rate,
        shown_rate=shown_rate,
        direction=_direction(printed),
        is_flat=is_flat,
        verdict=Verdict.FLAT if is_flat else manner.polarity.judge(printed),
        approx=manner.approx,
    )


def _direction(printed: Decimal) -> Direction:
    if not printed:
        return Direction.LEVEL
    return Direction.UP if printed > 0 else Direction.DOWN


def _rate(value: Figure, base: Figure, case: BaseCase, options: Options) -> Decimal | None:
    """The change in percent of the base's size, where there is one."""
    if not base.base_amount:
        return None
    if case not in _WITH_RATE and case is not BaseCase.TINY_BASE and case is not BaseCase.TO_ZERO:
        sign_change_wanted = options.negative_base is NegativeBase.ABS
        return _relative(value, base) if sign_change_wanted else None
    return _relative(value, base)


def _relative(value: Figure, base: Figure) -> Decimal:
    difference = value.base_amount - base.base_amount
    return quotient(product(difference, Decimal(100)), abs(base.base_amount))


def _case(value: Decimal, base: Decimal, manner: Manner) -> BaseCase:
    if base > 0:
        return _case_from_positive(value, base, manner)
    if base == 0:
        if value == 0:
            return BaseCase.BOTH_ZERO
        return BaseCase.ZERO_TO_LOSS if value < 0 and manner.profit else BaseCase.FROM_ZERO
    if manner.profit:
        return _case_from_loss(value, base)
    return BaseCase.USUAL if value == base else BaseCase.ACROSS_ZERO


def _case_from_positive(value: Decimal, base: Decimal, manner: Manner) -> BaseCase:
    if value < 0:
        return BaseCase.PROFIT_TO_LOSS if manner.profit else BaseCase.ACROSS_ZERO
    if value == 0:
        return BaseCase.TO_ZERO
    if base * _TINY_SHARE < value:
        return BaseCase.TINY_BASE
    return BaseCase.MULTIPLE if value >= base * _MULTIPLE_FROM else BaseCase.USUAL


def _case_from_loss(value: Decimal, base: Decimal) -> BaseCase:
    if value > 0:
        return BaseCase.LOSS_TO_PROFIT
    if value == 0:
        return BaseCase.BREAK_EVEN
    if value == base:
        return BaseCase.LOSS_SAME
    return BaseCase.LOSS_NARROWED if value > base else BaseCase.LOSS_WIDENED


def _is_flat(
    measure: ChangeStyle, delta: Decimal, rate: Decimal | None, case: BaseCase, manner: Manner
) -> bool:
    """Whether the change as printed is too small to be called one (C.6)."""
    limits = manner.options.flat
    by_rate = measure is ChangeStyle.RELATIVE and rate is not None
    if case is BaseCase.BOTH_ZERO or (not by_rate and not delta):
        return True
    if measure is ChangeStyle.RELATIVE or manner.kind in (Kind.DURATION, Kind.RATIO, Kind.MONEY, Kind.COUNT):
        return rate is not None and abs(rate) <= limits.relative
    if manner.kind is Kind.RATE and manner.notation.unit == PER_MILLE:
        # Half a point would swallow any change of a rate that is itself below a tenth of a percent.
        return rate is not None and abs(rate) <= limits.relative
    if manner.kind is Kind.RATE:
        # From 0.35% to 0.42% is no half point, and yet a fifth more.
        return abs(delta) <= limits.pp and (rate is None or abs(rate) <= _SLIGHT)
    if manner.kind is Kind.POINTS:
        return abs(delta) <= limits.points
    if manner.kind is Kind.SCORE and manner.scale_range:
        return abs(delta) * 100 <= limits.score * manner.scale_range
    return False
