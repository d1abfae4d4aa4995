"""Values: figures that are ten, a hundred or ten thousand times off, as from a slip of the unit."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.bounds import is_possible
from opsreport.checks.values.quoted import as_written
from opsreport.diagnostics import Label
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Aggregation, Kind
from opsreport.figures.rounding import quotient

POWERS = (1, 2, 4, 8)
"""A digit, a percentage, a 万, an 亿: by so many powers of ten a figure slips."""

NEAR = Decimal(3)
ALIKE = Decimal("1.5")
"""Peers are in line with each other within so many times; a slip of one digit needs peers that close."""

SMALL = 100
"""Counts below that may come to ten times as much any day."""

MEASURED = (Kind.MONEY, Kind.COUNT, Kind.DURATION, Kind.RATE)


@VALUES.rule
def unit_slip(case: Case) -> Iterator[Finding]:
    """A figure out of line with its peers by about a power of ten."""
    for metric in case.bundle.metrics:
        if metric.kind.value in MEASURED:
            for peers in _peers(metric):
                yield from _slipped(metric, peers)


def _peers(metric: Metric) -> Iterator[list[Figure]]:
    """Figures of a metric that should be of one size: those of its period, and those of its series.

    The sum of a series is larger than its points, so those two are set against each other only otherwise.
    """
    start = metric.from_.value if metric.from_ else None
    own = _positive((metric.value, metric.last_year, metric.previous, metric.target, start))
    points = [quantity for point in metric.series for quantity in (point.value, point.last_year)]
    series = _positive(points)
    if series and metric.agg.given and metric.agg.value is not Aggregation.SUM:
        yield [*own, *series]
        return
    yield own
    yield series


def _positive(quantities: Sequence[object]) -> list[Figure]:
    return [one for one in quantities if isinstance(one, Figure) and one.amount > 0]


def _slipped(metric: Metric, peers: Sequence[Figure]) -> Iterator[Finding]:
    if len(peers) == 2:
        yield from _apart(metric, peers[0], peers[1])
        return
    amounts = sorted(one.base_amount for one in peers)
    if len(peers) < 2 or (metric.kind.value is Kind.COUNT and amounts[-1] < SMALL):
        return
    for figure in peers:
        # A fraction among percentages and a share above the whole are told by rules of their own.
        if metric.kind.value is Kind.RATE and (figure.amount <= 1 or not is_possible(metric, figure)):
            continue
        others = _Others(amounts, figure.base_amount)
        times = quotient(figure.base_amount, others.median)
        power = _power(times, ALIKE if others.spread <= ALIKE else None)
        if power and others.spread <= NEAR:
            other = next(one for one in peers if one is not figure)
            yield _finding(metric, figure, other, power)


def _apart(metric: Metric, value: Figure, base: Figure) -> Iterator[Finding]:
    """Two figures alone: a fall by two powers, or any move by four or eight, is no business.

    A rise by a hundred may be one, from a small start.
    """
    power = _power(quotient(value.base_amount, base.base_amount), None)
    if power is None or metric.kind.value is Kind.RATE:
        return
    is_slip = abs(power) >= 4 or power == -2 or (power == 2 and value.places != base.places)
    if is_slip and max(value.base_amount, base.base_amount) >= SMALL:
        yield _finding(metric, value, base, power)


class _Others:
    """A list of sorted amounts without one of them."""

    def __init__(self, amounts: Sequence[Decimal], own: Decimal) -> None:
        place, count = bisect_left(amounts, own), len(amounts) - 1
        kept = [index + (index >= place) for index in (0, (count - 1) // 2, count // 2, count - 1)]
        least, lower, upper, most = (amounts[index] for index in kept)
        self.median = (lower + upper) / 2
        self.spread = quotient(most, least)


def _power(times: Decimal, alike: Decimal | None) -> int | None:
    """By which power of ten a figure is off, if it is near one of those that slips come by."""
    for power in POWERS:
        near = NEAR if power > 1 else alike
        if near is None:
            continue
        for signed in (power, -power):
            off = times.scaleb(-signed)
            if 1 / near <= off <= near:
                return signed
    return None


def _finding(metric: Metric, figure: Figure, other: Figure, power: int) -> Finding:
    meant = figure.amount.scaleb(-power).normalize()
    more, less = figure.base_amount, other.base_amount
    times = quotient(max(more, less), min(more, less))
    details = {
        "metric": metric.name.text,
        "shown": as_written(figure),
        "other": as_written(other),
        "times": f"{times:.0f}",
        "meant": f"{meant:f}",
    }
    return Finding(figure.span, details, secondary=(Label(other.span),))
