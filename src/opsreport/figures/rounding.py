"""One rounding for the whole report: once, from the exact amount, by its absolute value."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from opsreport.figures.options import Rounding

# A figure has 18 digits at most, so 60 tell any quotient of two of them from an exact half.
_EXACT = Context(prec=60)
_MODES = {Rounding.HALF_UP: ROUND_HALF_UP, Rounding.HALF_EVEN: ROUND_HALF_EVEN}


def rounded(amount: Decimal, places: int, rounding: Rounding = Rounding.HALF_UP) -> Decimal:
    """The amount to so many decimals; minus nought is nought."""
    result = amount.quantize(Decimal(1).scaleb(-places), rounding=_MODES[rounding], context=_EXACT)
    return result or abs(result)


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """A quotient precise enough to be rounded as if it were exact."""
    return _EXACT.divide(dividend, divisor)


def product(left: Decimal, right: Decimal) -> Decimal:
    """The exact product of two figures."""
    return _EXACT.multiply(left, right)


def root(amount: Decimal, degree: int) -> Decimal:
    """A positive amount's root, precise enough to be rounded as if it were exact."""
    return _EXACT.power(amount, _EXACT.divide(Decimal(1), Decimal(degree)))


def is_whole(amount: Decimal, places: int = 0) -> bool:
    """Whether so many decimals lose nothing of the amount."""
    return rounded(amount, places) == amount


def needed_places(amount: Decimal) -> int:
    """The decimals that an amount takes to its last digit."""
    return max(0, -int(amount.normalize(_EXACT).as_tuple().exponent))


def largest_remainder(shares: Sequence[Decimal], places: int, whole: Decimal = Decimal(100)) -> list[Decimal]:
    """Shares rounded so that they add up to the whole.

    All are cut down, and the missing units go to those that lost most; of equals the larger share comes
    first, then the earlier.
    """
    unit = Decimal(1).scaleb(-places)
    floors = [share.quantize(unit, rounding=ROUND_FLOOR, context=_EXACT) for share in shares]
    missing = int((whole - sum(floors, Decimal())) / unit)
    order = sorted(range(len(shares)), key=lambda at: (floors[at] - shares[at], -shares[at], at))
    for at in order[: max(0, missing)]:
        floors[at] += unit
    return floors
