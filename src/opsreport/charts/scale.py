"""Axes with ticks at round amounts, the same on paper, on the screen and in Word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Context, Decimal
from itertools import count

from opsreport.figures.options import Options, Thousands
from opsreport.figures.printing import MINUS, number_text
from opsreport.figures.rounding import is_whole, needed_places

# A figure has 18 digits before its point and 12 after it, and a stack adds up a few of them.
_EXACT = Context(prec=60)

FEWEST_STEPS, MOST_STEPS = 3, 5

# Only a line that would otherwise run along the top of its chart may leave nought out.
CUT_FROM = Decimal("0.5")
# No axis shows less than a fiftieth of its figures, or noise would look like a landslide.
LEAST_WINDOW = Decimal("0.02")

GROUPED_FROM = 10000
PLAIN = Options(thousands=Thousands.NONE)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from its lowest tick to its highest, so many equal steps apart.

    `grouped` is whether the labels of the chart have their digits in groups of three; so have its ticks then.
    """

    low: Decimal
    step: Decimal
    steps: int
    grouped: bool = False

    @property
    def high(self) -> Decimal:
        """The highest tick."""
        return self.ticks[-1]

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The amounts that are marked, lowest first."""
        return tuple(_EXACT.add(self.low, _EXACT.multiply(self.step, at)) for at in range(self.steps + 1))

    @property
    def places(self) -> int:
        """The decimals that all its labels take."""
        return needed_places(self.step)

    @property
    def labels(self) -> tuple[str, ...]:
        """The ticks as they are printed, all with the same decimals, all with groups of digits or none."""
        plain = (number_text(tick, self.places, PLAIN) for tick in self.ticks)
        return tuple(_grouped(text) if self._has_groups else text for text in plain)

    @property
    def number_format(self) -> str:
        """The same as a number format of Office."""
        digits = ("#,##0" if self._has_groups else "0") + "." * bool(self.places) + "0" * self.places
        return f"{digits};−{digits}"

    @property
    def is_cut(self) -> bool:
        """Whether nought lies outside, which a reader must be told."""
        return self.low > 0 or self.high < 0

    @property
    def floor(self) -> Decimal:
        """The amount that bars stand on: nought, or what is nearest to it."""
        return min(max(self.low, Decimal()), self.high)

    def share(self, amount: Decimal) -> Decimal:
        """How far up the axis an amount lies: 0 at the lowest tick, 1 at the highest."""
        return _EXACT.divide(_EXACT.subtract(amount, self.low), _EXACT.multiply(self.step, self.steps))

    @property
    def _has_groups(self) -> bool:
        return self.grouped and max(abs(self.low), abs(self.high)) >= GROUPED_FROM


def axis_for(amounts: Iterable[Decimal], *, from_zero: bool, grouped: bool = False) -> Axis | None:
    """The axis for these amounts with 4 to 6 ticks, or nothing where there is none.

    Bars always stand on nought, since their lengths are compared. A line may start higher, but only where its
    figures lie close together. Whole amounts have whole ticks, even if those are fewer.
    """
    known = list(amounts)
    if not known:
        return None
    low, high = _range(min(known), max(known), from_zero)
    whole = all(is_whole(amount) for amount in known)
    for mantissas, fewest in (("1", "2", "5"), FEWEST_STEPS), (("2.5",), FEWEST_STEPS), (("1", "2", "5"), 1):
        for step in _steps(_EXACT.subtract(high, low), mantissas):
            if whole and not is_whole(step):
                continue
            first, last = _floored(low, step), -_floored(-high, step)
            if last - first < fewest:
                break
            if last - first <= MOST_STEPS:
                return Axis(_EXACT.multiply(step, first), step, last - first, grouped)
    raise AssertionError("every range has a step that covers it")


def _range(low: Decimal, high: Decimal, from_zero: bool) -> tuple[Decimal, Decimal]:
    """What an axis has to show at least."""
    near, far = sorted((abs(low), abs(high)))
    if from_zero or low == high or low <= 0 <= high or near < far * CUT_FROM:
        low, high = min(low, Decimal()), max(high, Decimal())
        return (low, high) if low < high else (Decimal(), Decimal(1))
    margin = max(Decimal(), far * LEAST_WINDOW - (high - low)) / 2
    return _EXACT.subtract(low, margin), _EXACT.add(high, margin)


def _steps(span: Decimal, mantissas: tuple[str, ...]) -> Iterator[Decimal]:
    """Round steps, from one that is surely too small."""
    for power in count(span.adjusted() - 2):
        for mantissa in mantissas:
            yield Decimal(mantissa).scaleb(power)


def _floored(amount: Decimal, step: Decimal) -> int:
    return int(_EXACT.divide(amount, step).to_integral_value(ROUND_FLOOR))


def _grouped(text: str) -> str:
    """Digits in groups of three; below five digits the house groups none, but an axis is of one piece."""
    whole, point, decimals = text.removeprefix(MINUS).partition(".")
    return f"{MINUS * text.startswith(MINUS)}{int(whole):,}{point}{decimals}"
