"""Values: single figures that cannot be what was meant."""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from opsreport.bundle.metric import Metric
from opsreport.bundle.walk import walk
from opsreport.checks.family import Case, Family, Finding
from opsreport.figures.figure import Figure
from opsreport.figures.unit import PERCENT

VALUES = Family("values")

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
        if metric.unit and metric.unit.given and max(abs(figure.amount) for figure in figures) <= 1:
            yield _finding(metric, figures[0], "all")
            continue
        for index, figure in enumerate(figures):
            peers = [abs(peer.amount) for peer in figures[:index] + figures[index + 1 :]]
            if peers and _is_a_hundredth(abs(figure.amount), median(peers)):
                yield _finding(metric, figure, "")


def _percentages(metric: Metric) -> list[Figure]:
    """The figures of a metric in %, apart from its changes and the zeros, which are alike in both ways."""
    compared = (metric.from_, metric.baseline, metric.benchmark, metric.peak, metric.trough, metric.average)
    written = (metric.value, metric.target, metric.last_year, metric.previous, *compared, *metric.series)
    leaves = (leaf for part in written if part is not None for leaf in walk(part))
    return [leaf for leaf in leaves if isinstance(leaf, Figure) and leaf.unit == PERCENT and leaf.amount]


def _is_a_hundredth(amount: Decimal, of: Decimal) -> bool:
    least, most = ABOUT_A_HUNDRED
    return amount <= 1 < of and least <= of / amount <= most


def _finding(metric: Metric, figure: Figure, help_key: str) -> Finding:
    percent = (figure.amount * 100).normalize()
    details = {"metric": metric.name.text, "shown": figure.amount, "percent": f"{percent:f}"}
    return Finding(figure.span, details, help_key)
