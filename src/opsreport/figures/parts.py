"""Parts of a whole, and growth over several periods (C.1, C.8)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from opsreport.figures.figure import Figure
from opsreport.figures.options import Options, Shares
from opsreport.figures.period import Period
from opsreport.figures.printing import DEFAULTS
from opsreport.figures.rounding import largest_remainder, product, quotient, root, rounded

HUNDRED = Decimal(100)
ROUNDING_NOTE = "因四舍五入，各分项占比之和可能不等于100%"


def share(part: Decimal, total: Decimal) -> Decimal | None:
    """The percentage a part has in a total; none where the total is not positive or the part is negative."""
    return quotient(product(part, HUNDRED), total) if total > 0 and part >= 0 else None


def printed_shares(shares: Sequence[Decimal], options: Options = DEFAULTS) -> list[Decimal]:
    """Shares of a whole as printed: each rounded by itself, or made to add up to 100 where that is wanted."""
    places = options.decimals.percent
    if options.shares is Shares.LARGEST_REMAINDER and rounded(sum(shares, Decimal()), 2) == HUNDRED:
        return largest_remainder(shares, places)
    return [rounded(one, places, options.rounding) for one in shares]


def rounding_slack(figures: Iterable[Figure]) -> Decimal:
    """How far rounded figures may miss one another: half a unit in the last place of each (C.9.7)."""
    units = ((figure.unit.worth if figure.unit else Decimal(1)).scaleb(-figure.places) for figure in figures)
    return sum(units, Decimal()) / 2


def contribution(
    part: Decimal, part_before: Decimal, total: Decimal, total_before: Decimal
) -> Decimal | None:
    """贡献率: which percentage of the total's change a part has made."""
    moved = total - total_before
    return quotient(product(part - part_before, HUNDRED), moved) if moved else None


def pull(part: Decimal, part_before: Decimal, total_before: Decimal) -> Decimal | None:
    """拉动: how many points of the total's growth a part has made; all parts' add up to that growth."""
    return quotient(product(part - part_before, HUNDRED), total_before) if total_before > 0 else None


def compound_growth(first: Decimal, last: Decimal, intervals: int) -> Decimal | None:
    """The yearly growth in percent that leads from the first to the last; none unless both are positive."""
    if first <= 0 or last <= 0 or intervals < 1:
        return None
    return (root(quotient(last, first), intervals) - 1) * 100


def intervals_between(first: Period, last: Period) -> int | None:
    """How many periods lie between two of one kind, told by their labels and never by counting rows."""
    if first.kind is not last.kind or first.start > last.start:
        return None
    steps, period = 0, first
    while period.start < last.start:
        following = period.next
        if following is None:
            return None
        steps, period = steps + 1, following
    return steps if period.start == last.start else None


def annualized(growth: Decimal, periods_a_year: int = 4) -> Decimal:
    """A growth of one period kept up for a year, 季环比折年率, in percent."""
    return ((1 + growth / 100) ** periods_a_year - 1) * 100


def mean_growth(first: Decimal, second: Decimal) -> Decimal | None:
    """两年平均增速: the geometric mean of two growths in percent, not the mean of the two rates."""
    grown = product(1 + first / 100, 1 + second / 100)
    return (root(grown, 2) - 1) * 100 if grown > 0 else None


def pooled_rate(numerators: Sequence[Decimal], denominators: Sequence[Decimal]) -> Decimal | None:
    """The rate of several groups together, from their sums; rates themselves are never averaged."""
    total = sum(denominators, Decimal())
    return quotient(product(sum(numerators, Decimal()), HUNDRED), total) if total else None
