"""How a figure of the report was reckoned, with its numbers: (86420 − 71950) ÷ 71950 = 20.1%."""

from collections.abc import Iterator

from opsreport.bundle.metric import Metric, SeriesPoint
from opsreport.checks.values.reckoned import (
    bracketed,
    growth_of,
    number,
    share_of,
    term,
    written,
)
from opsreport.figures.attainment import Attainment, TargetCase
from opsreport.figures.change import BaseCase, Change, compare
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import ChangeStyle, Facet, Kind
from opsreport.figures.options import CompletionLower
from opsreport.figures.printing import MINUS, difference_unit_text, percent_text
from opsreport.figures.rounding import is_whole, rounded
from opsreport.report.cells import quantity_of
from opsreport.report.facets import Facets

_FACETS = {facet.value: facet for facet in Facet}
_WORDS = {
    "value": "本期",
    "target": "目标",
    "last_year": "去年同期",
    "previous": "上期",
    "from": "起点",
    "baseline": "基准",
    "benchmark": "行业平均",
    "peak": "峰值",
    "trough": "谷值",
    "average": "均值",
    "change": "变动",
}


def sums_of(facets: Facets, key: str) -> tuple[str, ...]:
    """The sums behind what a metric says under a key; none where it says a figure of the bundle as it is."""
    facet = _FACETS.get(key)
    if facet is Facet.VALUE or facet is None:
        return tuple(_fraction(facets.metric)) if key in ("value", "number") else ()
    phrase = facets.phrase(facet)
    if phrase is None:
        return ()
    if phrase.attainment is not None:
        return tuple(_attained(facets, phrase.attainment))
    return tuple(_changed(facets, phrase.change)) if phrase.change is not None else ()


def sums_of_point(facets: Facets, point: SeriesPoint) -> tuple[str, ...]:
    """The sums behind a point of a metric's series set against that of last year."""
    if not isinstance(point.value, Figure) or not isinstance(point.last_year, Figure):
        return ()
    return tuple(_changed(facets, compare(point.value, point.last_year, facets.manner)))


def bases_of(facets: Facets, key: str) -> tuple[tuple[str, Figure], ...]:
    """The figures of the bundle that stand behind what is said under a key, each with what it is called."""
    facet = _FACETS.get(key)
    held = dict(facets.needs(facet)) if facet is not None else {key: quantity_of(facets, key)}
    return tuple(
        (_WORDS.get(name, name), quantity) for name, quantity in held.items() if isinstance(quantity, Figure)
    )


def _changed(facets: Facets, change: Change) -> Iterator[str]:
    by_rate = change.measure is ChangeStyle.RELATIVE and change.shown_rate is not None
    growth = growth_of(facets.metric, change.value, change.base) if by_rate else None
    if growth is not None and change.case is BaseCase.MULTIPLE:
        share = share_of(facets.metric, change.value, change.base)
        yield f"{share.sum if share else growth.sum} = {_times(change)}倍"
    elif growth is not None and change.rate is not None:
        sign = MINUS * (change.rate < 0)
        yield f"{growth.sum} = {sign}{percent_text(change.rate, facets.options)}"
    if growth is None or facets.metric.kind.value is Kind.RATE:
        yield _difference(facets, change.value, change.base)


def _times(change: Change) -> str:
    options = change.notation.options
    places = 0 if is_whole(change.times) else options.decimals.ratio
    return f"{rounded(change.times, places, options.rounding):f}"


def _attained(facets: Facets, attainment: Attainment) -> Iterator[str]:
    value, target = attainment.value, attainment.target
    if attainment.rate is None or attainment.case not in (TargetCase.COMPLETION, TargetCase.SCORED_CEILING):
        yield _difference(facets, value, target)
        return
    new, aim = term(value, value.unit), bracketed(term(target, value.unit))
    start = facets.start
    match facets.options.completion_lower:
        case _ if attainment.case is TargetCase.COMPLETION:
            sum_ = f"{new} ÷ {aim}"
        case CompletionLower.MIRROR:
            sum_ = f"2 {MINUS} {new} ÷ {aim}"
        case CompletionLower.PROGRESS if isinstance(start, Figure):
            begun = term(start, value.unit)
            sum_ = f"({begun} {MINUS} {new}) ÷ ({begun} {MINUS} {aim})"
        case _:
            sum_ = f"{aim} ÷ {new}"
    yield f"{sum_} = {percent_text(attainment.rate, facets.options)}"


def _difference(facets: Facets, value: Figure, base: Figure) -> str:
    """The difference in the unit and the decimals that the report prints."""
    notation = facets.notation
    moved = notation.amount(value) - notation.amount(base)
    new, old = (term(figure, notation.unit) for figure in (value, base))
    sign = MINUS * (notation.rounded(moved) < 0)
    size = notation.difference(moved) + difference_unit_text(notation.unit)
    return f"{new} {MINUS} {bracketed(old)} = {sign}{size}"


def _fraction(metric: Metric) -> Iterator[str]:
    """A value that has its numerator and denominator in the bundle."""
    above, below, value = metric.numerator, metric.denominator, metric.value
    if isinstance(above, Figure) and isinstance(below, Figure) and isinstance(value, Figure):
        sum_ = f"{number(above.amount)} ÷ {bracketed(term(below, above.unit))}"
        yield f"{sum_} = {written(value, metric.unit.value if metric.unit else None)}"
