"""What is found wrong with what is said of a metric: figures that are lacking, hidden or vanishing."""

from decimal import Decimal

from opsreport.bundle.choice_words import CHINESE, REFERENCE_FIELDS
from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_units import levels
from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import keys_by_label
from opsreport.diagnostics import Diagnostics, Severity, Span
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Facet, Kind, Polarity
from opsreport.figures.rounding import needed_places, rounded
from opsreport.report.facets import Facets
from opsreport.report.reckoning import repeats_last_year

MOST_LOST = Decimal("0.05")
"""So much of itself a figure may lose by rounding before it says something else."""
LONGEST = 12
"""More decimals than anybody writes: they come from a division."""


def report_facet(
    facets: Facets, facet: Facet, span: Span, found: Diagnostics, *, in_text: bool = False
) -> None:
    """Say what is wrong with a facet that is asked for at `span`.

    One that cannot be said for lack of figures is a warning in `say`, but an error in a text, which would
    have a hole; a change between two figures that print alike is a warning.
    """
    phrase = facets.phrase(facet)
    if phrase is None:
        _report_unsaid(facets, facet, span, found, in_text=in_text)
    elif phrase.change and phrase.change.is_hidden and facet not in (Facet.TO, Facet.FROM_TO):
        shown = facets.level(phrase.change.value)
        found.add("hidden-change", span, metric=facets.metric.name.text, shown=shown, said=phrase.text)


def _report_unsaid(facets: Facets, facet: Facet, span: Span, found: Diagnostics, *, in_text: bool) -> None:
    severity = Severity.ERROR if in_text else None
    details = {
        "metric": facets.metric.name.text,
        "facet": facet.value,
        "facet_words": spoken_facet(facet.value),
    }
    flaw = facets.composition.flaw if facet is Facet.SHARES else None
    if flaw:
        found.report(
            "parts-without-whole",
            span,
            details,
            severity=severity,
            help_key=flaw.value,
            is_waivable=not in_text,
        )
        return
    needs = facets.missing(facet)
    if facet is Facet.VALUE:
        details |= {"facet": "it", "facet_words": "这项指标"}
    details["needs"] = "、".join(needs) or facet.value
    details["needs_words"] = "、".join(map(spoken_key, needs)) or details["facet_words"]
    help_key = _help_key(facet, in_text=in_text)
    found.report(
        "missing-facet", span, details, severity=severity, help_key=help_key, is_waivable=not in_text
    )


def _help_key(facet: Facet, *, in_text: bool) -> str:
    if in_text:
        return "text"
    return "value" if facet is Facet.VALUE else ""


def spoken_facet(name: str) -> str:
    """A facet or a field as messages name it: 同比（vs_last_year）."""
    words = REFERENCE_FIELDS.get(name) or CHINESE[Facet(name)]
    return f"{words[0]}（{name}）"


def spoken_key(name: str) -> str:
    """A key of a metric as messages name it: 去年同期（last_year）."""
    return f"{keys_by_label(Metric)[name].labels[0]}（{name}）"


def report_vanishing(facets: Facets, found: Diagnostics) -> None:
    """Warn of every figure of a metric that prints as nought and is not, or as far from what it is."""
    notation = facets.notation
    for figure in levels(facets.metric):
        exact, shown = notation.amount(figure), notation.shown(figure)
        if abs(shown - exact) <= abs(exact) * MOST_LOST:
            continue
        details = {
            "metric": facets.metric.name.text,
            "text": _written(figure),
            "shown": notation.text(figure),
        }
        found.report("vanishing-figure", figure.span, details, help_key="" if not shown else "coarse")


def _written(figure: Figure) -> str:
    """A figure as it was given, but for digits without end: 0:05:00 of an hour is 0.0833小时."""
    amount = rounded(figure.amount, 4) if needed_places(figure.amount) > LONGEST else figure.amount
    return f"{amount:f}{figure.unit or ''}"


def report_unclear_polarity(facets: Facets, found: Diagnostics) -> None:
    """Warn of a duration with a target of which nobody knows whether it should be long or short."""
    metric = facets.metric
    undecided = metric.polarity.value is Polarity.NEUTRAL and not metric.polarity.given
    if undecided and metric.kind.value is Kind.DURATION and isinstance(metric.target, Figure):
        found.report("unclear-polarity", metric.name.span, {"metric": metric.name.text})


def yearly_repeats(bundle: Bundle) -> tuple[Metric, ...]:
    """The metrics about a year whose 上期 is the year before, and so no more than last year's figure."""
    period = bundle.report.period.value if bundle.report.period else None
    shown = (metric for metric in bundle.metrics if not metric.hidden)
    return tuple(
        metric
        for metric in shown
        if repeats_last_year(metric, metric.period.value if metric.period else period)
    )


def report_yearly_repeats(bundle: Bundle, found: Diagnostics) -> None:
    """Warn once of the 上期 that a report about a year has no use for, at the first metric that has one."""
    repeats = yearly_repeats(bundle)
    if repeats:
        details = {"metric": repeats[0].name.text, "count": len(repeats)}
        found.report("wrong-comparison-period", _place_of(repeats[0]), details)


def _place_of(metric: Metric) -> Span:
    span = getattr(metric.previous, "span", None)
    return span if isinstance(span, Span) else metric.span
