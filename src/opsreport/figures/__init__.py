"""Figures: reading them, printing them, setting them against each other, and the words for it."""

from opsreport.figures.figure import Figure, NotApplicable, Qualifier, Quantity, Slot, parse_quantity
from opsreport.figures.kinds import (
    Aggregation,
    Basis,
    Bounded,
    Certainty,
    ChangeStyle,
    Facet,
    Kind,
    Polarity,
    Verdict,
)
from opsreport.figures.options import Options
from opsreport.figures.period import Period, PeriodKind
from opsreport.figures.period_reading import parse_period
from opsreport.figures.unit import Unit, UnitFamily, parse_unit

__all__ = [
    "Aggregation",
    "Basis",
    "Bounded",
    "Certainty",
    "ChangeStyle",
    "Facet",
    "Figure",
    "Kind",
    "NotApplicable",
    "Options",
    "Period",
    "PeriodKind",
    "Polarity",
    "Qualifier",
    "Quantity",
    "Slot",
    "Unit",
    "UnitFamily",
    "Verdict",
    "parse_period",
    "parse_quantity",
    "parse_unit",
]
