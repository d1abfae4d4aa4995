"""What a total is made of, share by share."""

from decimal import Decimal
from typing import NamedTuple

from opsreport.bundle.metric import Metric
from opsreport.figures.figure import Figure
from opsreport.figures.options import Options
from opsreport.figures.parts import ROUNDING_NOTE, printed_shares, share
from opsreport.figures.printing import number_text


class ShareText(NamedTuple):
    """One part of a whole and its share as printed."""

    name: str
    share: str


class Composition(NamedTuple):
    """The parts of a whole, and the note that is due where rounding keeps them from adding up to 100."""

    parts: tuple[ShareText, ...]
    note: str = ""


def composition(metric: Metric, options: Options) -> Composition:
    """The shares of a metric's parts, worked out from its breakdown or else as given."""
    return _worked_out(metric, options) if metric.breakdown else _as_given(metric, options)


def _worked_out(metric: Metric, options: Options) -> Composition:
    parts = [(one.name.text, one.value) for one in metric.breakdown if isinstance(one.value, Figure)]
    together = sum((figure.base_amount for _, figure in parts), Decimal())
    total = metric.value.base_amount if isinstance(metric.value, Figure) else together
    exact = [share(figure.base_amount, total) for _, figure in parts]
    known = [one for one in exact if one is not None]
    if len(known) < len(parts):
        return Composition(())
    shown = printed_shares(known, options)
    texts = tuple(ShareText(name, f"{one:f}%") for (name, _), one in zip(parts, shown, strict=True))
    rounded_away = together == total and sum(shown) != 100
    return Composition(texts, ROUNDING_NOTE if rounded_away else "")


def _as_given(metric: Metric, options: Options) -> Composition:
    given = [(one.name.text, one.share) for one in metric.shares if isinstance(one.share, Figure)]
    texts = tuple(
        ShareText(name, number_text(figure.amount, figure.places, options) + "%") for name, figure in given
    )
    total = sum((figure.amount for _, figure in given), Decimal())
    # Parts that are a point or more short of the whole are an excerpt, not a matter of rounding.
    return Composition(texts, ROUNDING_NOTE if 0 < abs(total - 100) < 1 else "")
