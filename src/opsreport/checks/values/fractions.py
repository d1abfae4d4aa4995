"""Values: single figures that cannot be what was meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.bundle.walk import walk
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Polarity
from opsreport.figures.unit import PERCENT

# How many times larger its peers are than a percentage written as a fraction.
ABOUT_A_HUNDRED = (50, 200)


@VALUES.rule
def fraction_as_percent(case: Case) -> Iterator[Finding]:
    """A percentage written as a fraction of one, 0.941 for 94.1."""
    for metric in case.bundle.metrics:
        figures = _percentages(metric)
        if not figures:
            continue
        # Whoever writes 0.3% in one piece means it.
        is_small = max(abs(figure.amount) for figure in figures) <= 1
        if is_small and metric.unit and metric.unit.given and not _is_usual_below_one(metric):
            yield _finding(metric, figures[0], "all")
            continue
        amounts = sorted(abs(figure.amount) for figure in figures)
        for figure in figures if len(figures) > 1 else ():
            if _is_a_hundredth(abs(figure.amount), _median_of_others(abs(figure.amount), amounts)):
                yield _finding(metric, figure, "")


def _is_usual_below_one(metric: Metric) -> bool:
    """Whether the rate is one of what should not happen (投诉率, 破损率), of which less than 1% is usual."""
    return metric.polarity.value is Polarity.LOWER_IS_BETTER


def _percentages(metric: Metric) -> list[Figure]:
    """The figures of a metric in %, apart from its changes and the zeros, which are alike in both ways."""
    compared = (metric.from_, metric.baseline, metric.benchmark, metric.peak, metric.trough, metric.average)
    written = (metric.value, metric.target, metric.last_year, metric.previous, *compared, *metric.series)
    leaves = (leaf for part in written if part is not None for leaf in walk(part))
    return [leaf for leaf in leaves if isinstance(leaf, Figure) and leaf.unit == PERCENT and leaf.amount]


def _median_of_others(amount: Decimal, amounts: Sequence[Decimal]) -> Decimal:
    """The median of sorted amounts without one of them, found without sorting the others again."""
    own, count = bisect_left(amounts, amount), len(amounts) - 1
    lower, upper = (amounts[middle + (middle >= own)] for middle in ((count - 1) // 2, count // 2))
    return (lower + upper) / 2


def _is_a_hundredth(amount: Decimal, of: Decimal) -> bool:
    least, most = ABOUT_A_HUNDRED
    return amount <= 1 < of and least <= of / amount <= most


def _finding(metric: Metric, figure: Figure, help_key: str) -> Finding:
    percent = (figure.amount * 100).normalize()
    details = {"metric": metric.name.text, "shown": figure.amount, "percent": f"{percent:f}"}
    return Finding(figure.span, details, help_key)
