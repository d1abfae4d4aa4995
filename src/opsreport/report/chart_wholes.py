"""Charts of a whole: its parts and their shares, the steps that led to it, the stages of a funnel."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from opsreport.bundle.metric import BreakdownItem
from opsreport.document import Text
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Kind
from opsreport.figures.parts import rounding_slack
from opsreport.figures.rounding import product, quotient
from opsreport.figures.unit import PERCENT, UnitFamily
from opsreport.report.cells import difference_text
from opsreport.report.chart_axes import Picture, axis_text, common_unit, digits, series_view
from opsreport.report.chart_rows import (
    Flaw,
    Frame,
    Row,
    breakdown_frame,
    comparison_frame,
    level_spot,
    series_name,
    shares_frame,
)
from opsreport.report.context import PointView, SeriesView
from opsreport.report.facets import Facets
from opsreport.report.passage import Passage, field

START, END, STEPS, COUNT = "去年同期", "本期", "增减", "数量"


def draw_parts(metrics: Sequence[Facets]) -> Picture | Flaw:
    """The parts of one whole, each with its figure and its share; parts that are no whole are refused."""
    if len(metrics) != 1:
        return Flaw("one-metric")
    facets = metrics[0]
    note = _words(facets.composition.note)
    if not facets.metric.breakdown:
        if not facets.metric.shares:
            return Flaw("no-parts", facets.metric.name.text)
        frame = shares_frame(facets)
        if isinstance(frame, Flaw):
            return frame
        return Picture(frame.categories, (series_view(frame.rows[0], PERCENT),), note)
    if not _is_whole(facets):
        return Flaw("parts", facets.metric.name.text)
    frame = breakdown_frame(metrics)
    if isinstance(frame, Flaw):
        return frame
    row = next(row for row in frame.rows if row.key == "value")
    spots = tuple(
        replace(spot, words=field(spot.path, f"{spot.words}（{part.share}）")) if spot else None
        for spot, part in zip(row.spots, facets.composition.parts, strict=True)
    )
    shown = Row(row.key, series_name(facets), spots)
    return Picture(frame.categories, (series_view(shown, facets.notation.unit),), note)


def _words(text: str) -> Passage:
    return Passage((Text(text),)) if text else Passage()


def _is_whole(facets: Facets) -> bool:
    """Whether the parts are all known and, but for rounding, all of the whole."""
    figures = [part.value for part in facets.metric.breakdown if isinstance(part.value, Figure)]
    if len(figures) < len(facets.metric.breakdown) or not facets.composition.parts:
        return False
    whole = facets.metric.value
    if not isinstance(whole, Figure):
        return True
    together = sum((figure.base_amount for figure in figures), Decimal())
    return whole.base_amount - together <= rounding_slack([*figures, whole])


def draw_bridge(metrics: Sequence[Facets]) -> Picture | Flaw:
    """From last year's figure to this year's, part by part; the steps have to lead from one to the other."""
    if len(metrics) != 1:
        return Flaw("one-metric")
    facets, metric = metrics[0], metrics[0].metric
    start = level_spot(facets, metric.last_year, f"{metric.path}.last_year")
    end = level_spot(facets, metric.value, f"{metric.path}.value")
    if not metric.breakdown:
        return Flaw("no-parts", metric.name.text)
    frame = breakdown_frame(metrics)
    steps = [(part, amount) for part in metric.breakdown if (amount := _step(facets, part)) is not None]
    if not start or not end or isinstance(frame, Flaw) or len(steps) < len(frame.categories):
        return Flaw("bridge", metric.name.text)
    moved = sum((amount for _, amount in steps), Decimal())
    if abs(start.amount + moved - end.amount) > _slack(facets, [start.figure, end.figure]):
        return Flaw("bridge", metric.name.text)
    totals = Row("value", series_name(facets), (start, *(None for _ in steps), end))
    changes = (
        PointView(digits(amount), field(_step_path(part), difference_text(facets, amount)))
        for part, amount in steps
    )
    unit = facets.notation.unit
    return Picture(
        (_words(START), *frame.categories, _words(END)),
        (series_view(totals, unit), SeriesView(_words(STEPS), (None, *changes, None), axis_text(unit))),
    )


def _step(facets: Facets, part: BreakdownItem) -> Decimal | None:
    """How much a part has added to the whole since last year, in the printed unit."""
    notation = facets.notation
    if isinstance(part.value, Figure) and isinstance(part.last_year, Figure):
        return notation.amount(part.value) - notation.amount(part.last_year)
    if isinstance(part.contribution, Figure):
        own = facets.metric.unit.value if facets.metric.unit else notation.unit
        given = part.contribution.unit or own
        if given is None or own is None or given.measures_like(own):
            return notation.amount(replace(part.contribution, unit=given))
    return None


def _step_path(part: BreakdownItem) -> str:
    return f"{part.path}.{'vs_last_year' if isinstance(part.last_year, Figure) else 'contribution'}"


def _slack(facets: Facets, ends: Sequence[Figure]) -> Decimal:
    """How far rounded steps may miss their end, in the printed unit."""
    parts = facets.metric.breakdown
    given = [one for part in parts for one in (part.value, part.last_year, part.contribution)]
    slack = rounding_slack([*ends, *(one for one in given if isinstance(one, Figure))])
    unit = facets.notation.unit
    return quotient(slack, unit.worth) if unit else slack


def draw_funnel(metrics: Sequence[Facets]) -> Picture | Flaw:
    """Steps in the order given; what is counted may differ from step to step (次, 人, 单), nothing else."""
    frame: Frame | Flaw = comparison_frame(metrics) if len(metrics) > 1 else Flaw("steps")
    if isinstance(frame, Flaw):
        return frame
    row = Row("value", _words(COUNT), next(row.spots for row in frame.rows if row.key == "value"))
    common = common_unit([row])
    if not isinstance(common, Flaw):
        return Picture(frame.categories, (series_view(row, common.unit),))
    if not all(_counts(facets) for facets in metrics):
        return common
    points = (
        PointView(digits(product(spot.amount, spot.unit.worth if spot.unit else Decimal(1))), spot.words)
        if spot
        else None
        for spot in row.spots
    )
    return Picture(frame.categories, (SeriesView(row.name, tuple(points)),))


def _counts(facets: Facets) -> bool:
    """Whether a metric counts something, in whatever counting word."""
    unit = facets.notation.unit
    return facets.metric.kind.value is Kind.COUNT and (unit is None or unit.family is UnitFamily.COUNT)
