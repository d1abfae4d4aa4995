"""Figures as they are quoted in messages."""

from opsreport.claims.amounts import Amount
from opsreport.figures.figure import Figure
from opsreport.figures.unit import RATIO_SIGN


def as_written(figure: Figure | Amount) -> str:
    """A figure with its unit: 86420万元, 1∶4.5."""
    figure = figure.figure if isinstance(figure, Amount) else figure
    number = f"{figure.amount:f}".replace("-", "−")
    if figure.unit == RATIO_SIGN:
        return f"1∶{number}"
    return f"{number}{figure.unit or ''}"
