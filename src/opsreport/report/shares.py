"""What a total is made of, share by share."""

import enum
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from opsreport.bundle.metric import Metric
from opsreport.figures.figure import Figure, Qualifier, Slot
from opsreport.figures.options import Options
from opsreport.figures.parts import HUNDRED, ROUNDING_NOTE, printed_shares, rounding_slack, share
from opsreport.figures.printing import number_text, qualified
from opsreport.figures.rounding import needed_places
from opsreport.figures.unit import PERCENT


class Flaw(enum.Enum):
    """Why figures are no parts of a whole; the value chooses the help of `parts-without-whole`."""

    NEGATIVE = "negative"
    NO_TOTAL = "no-total"
    BEYOND = "beyond"
    INCOMPLETE = "incomplete"


class ShareText(NamedTuple):
    """One part of a whole and its share as printed."""

    name: str
    share: str


class Composition(NamedTuple):
    """The parts of a whole, or why they are none.

    The note is due where rounding keeps the shares from adding up to 100.
    """

    parts: tuple[ShareText, ...] = ()
    note: str = ""
    flaw: Flaw | None = None


def composition(metric: Metric, options: Options) -> Composition:
    """The shares of a metric's parts, worked out from its breakdown or else as given."""
    return _worked_out(metric, options) if metric.breakdown else _as_given(metric, options)


def _worked_out(metric: Metric, options: Options) -> Composition:
    parts = [(one.name.text, one.value) for one in metric.breakdown if isinstance(one.value, Figure)]
    figures = [figure for _, figure in parts]
    together = sum((figure.base_amount for figure in figures), Decimal())
    whole = metric.value if isinstance(metric.value, Figure) else None
    total = whole.base_amount if whole else together
    flaw = _flaw(figures, total, rounding_slack([*figures, whole] if whole else figures))
    if whole is None and any(isinstance(one.value, Slot) for one in metric.breakdown):
        flaw = Flaw.INCOMPLETE
    if flaw:
        return Composition(flaw=flaw)
    shown = printed_shares([share(figure.base_amount, total) or Decimal() for figure in figures], options)
    of_whole = [whole] if whole else figures
    texts = tuple(
        ShareText(name, qualified(f"{one:f}", "%", _about(metric, figure, *of_whole)))
        for (name, figure), one in zip(parts, shown, strict=True)
    )
    rounded_away = together == total and sum(shown) != HUNDRED
    return Composition(texts, ROUNDING_NOTE if rounded_away else "")


def _about(metric: Metric, *figures: Figure) -> Qualifier | None:
    """A share is approximate where its part or the whole is."""
    approximate = metric.approx or any(figure.qualifier for figure in figures)
    return Qualifier.ABOUT if approximate else None


def _flaw(figures: Sequence[Figure], total: Decimal, slack: Decimal) -> Flaw | None:
    """A whole is above nothing, no part of it is below, and they are not more than the whole (C.8)."""
    if any(figure.amount < 0 for figure in figures):
        return Flaw.NEGATIVE
    if figures and total <= 0:
        return Flaw.NO_TOTAL
    together = sum((figure.base_amount for figure in figures), Decimal())
    return Flaw.BEYOND if together > total + slack else None


def _as_given(metric: Metric, options: Options) -> Composition:
    given = [(one.name.text, one.share) for one in metric.shares if isinstance(one.share, Figure)]
    figures = [figure for _, figure in given]
    flaw = _flaw(figures, HUNDRED, rounding_slack(figures))
    if flaw:
        return Composition(flaw=flaw)
    texts = tuple(ShareText(name, _percent_text(figure, options)) for name, figure in given)
    total = sum((figure.base_amount for figure in figures), Decimal())
    # Parts that are a point or more short of the whole are an excerpt, not a matter of rounding.
    return Composition(texts, ROUNDING_NOTE if 0 < abs(total - HUNDRED) < 1 else "")


def _percent_text(figure: Figure, options: Options) -> str:
    """A share in percent: as it was written, or 33.3% for 333‰."""
    percent = figure.base_amount
    places = figure.places if figure.unit == PERCENT else needed_places(percent)
    return qualified(number_text(percent, places, options), "%", figure.qualifier)
