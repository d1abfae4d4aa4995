"""What of a metric decides how its figures are printed, and how its changes are reckoned and judged."""

from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_units import levels
from opsreport.figures.change import Manner
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Kind
from opsreport.figures.options import Options
from opsreport.figures.printing import Notation, notation_for
from opsreport.figures.unit import RATIO_SIGN, Unit


def notation_of(metric: Metric, options: Options) -> Notation:
    """The unit and the decimals that all figures of a metric are printed in."""
    unit: Unit | None = metric.unit.value if metric.unit else None
    kind = metric.kind.value
    if unit is None and kind is Kind.RATIO:
        unit = RATIO_SIGN
    display = metric.display_unit.value if metric.display_unit else None
    figures = list(levels(metric))
    return notation_for(figures, kind, options, unit=unit, decimals=metric.decimals, display_unit=display)


def manner_of(metric: Metric, notation: Notation) -> Manner:
    """How a metric's changes are put and judged."""
    scale = metric.scale
    span = None
    if scale and isinstance(scale.max, Figure):
        span = scale.max.amount - (scale.min.amount if isinstance(scale.min, Figure) else 0)
    return Manner(
        kind=metric.kind.value,
        polarity=metric.polarity.value,
        notation=notation,
        style=metric.change_style.value if metric.change_style else None,
        profit=metric.sign is not None,
        scale_range=span,
        approx=metric.approx,
    )
