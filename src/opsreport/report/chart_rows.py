"""The figures behind a chart: categories across, and row by row what each of them comes to."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from opsreport.bundle.leaves import ChartSubject
from opsreport.bundle.metric import BreakdownItem, SeriesPoint
from opsreport.document import Text
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.period import Period
from opsreport.figures.unit import PERCENT, Unit
from opsreport.report.cells import COLUMNS, quantity_of
from opsreport.report.chart_words import period_words
from opsreport.report.facets import Facets
from opsreport.report.passage import Passage, field, joined
from opsreport.report.texts import leaf_passage

K = TypeVar("K", bound=Hashable)

COMPARED = ("from", "last_year", "previous", "value", "target", "baseline", "benchmark")
"""What a comparison sets side by side, the past before the present and what it is measured by after it."""

MOST_CATEGORIES = 400
"""More than anybody can tell apart on a page."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One figure of a chart: whose it is, how much of which unit, and how the report prints it."""

    facets: Facets
    figure: Figure
    amount: Decimal
    unit: Unit | None
    words: Passage
    path: str


def level_spot(facets: Facets, quantity: Quantity | None, path: str) -> Spot | None:
    """A figure of a metric in the unit and the words of the metric; none where there is no figure."""
    if not isinstance(quantity, Figure):
        return None
    notation = facets.notation
    words = field(path, facets.level(quantity))
    return Spot(facets, quantity, notation.amount(quantity), notation.unit, words, path)


@dataclass(frozen=True, slots=True)
class Row:
    """Figures that belong together, one for each category; `key` is what they are of their metric."""

    key: str
    name: Passage
    spots: tuple[Spot | None, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Categories with the rows of figures over them."""

    subject: ChartSubject
    categories: tuple[Passage, ...]
    rows: tuple[Row, ...]

    def transposed(self) -> "Frame":
        """The rows as categories and the other way round."""
        rows = (
            Row("value", category, tuple(row.spots[at] for row in self.rows))
            for at, category in enumerate(self.categories)
        )
        return Frame(self.subject, tuple(row.name for row in self.rows), tuple(rows))


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a chart cannot be drawn: the code of the finding, its help, the metric and the units to blame."""

    help_key: str
    metric: str = ""
    code: str = "undrawable-chart"
    units: str = ""


def known_points(row: Row) -> int:
    """How many figures of a row there are."""
    return sum(1 for spot in row.spots if spot)


def series_frame(metrics: Sequence[Facets]) -> Frame | Flaw:
    """The series of metrics over time, a gap in it left open and never closed up."""
    found: dict[Period, str] = {}
    rows: list[tuple[Facets, str, Mapping[Period, Spot]]] = []
    for facets in metrics:
        points = [point for point in facets.metric.series if point.period]
        periods = [point.period.value for point in points if point.period]
        if len(set(periods)) < len(periods):
            return Flaw("repeated-period", facets.metric.name.text)
        for point, period in zip(points, periods, strict=True):
            found.setdefault(period, f"{point.path}.period")
        rows += [(facets, key, _spots_over(points, facets, key)) for key in ("last_year", "value", "target")]
        if not rows[-2][2]:
            return Flaw("series", facets.metric.name.text)
    if len({(period.kind, period.first_month) for period in found}) > 1:
        return Flaw("mixed-periods", metrics[0].metric.name.text)
    timeline = _timeline(list(found)) if len(found) <= MOST_CATEGORIES else []
    if not 0 < len(timeline) <= MOST_CATEGORIES:
        return Flaw("too-many", metrics[0].metric.name.text)
    words = period_words(timeline, metrics[0].period)
    categories = tuple(
        field(found[period], word) if period in found else Passage((Text(word),))
        for period, word in zip(timeline, words, strict=True)
    )
    return Frame(ChartSubject.SERIES, categories, _rows(rows, timeline, alone=len(metrics) == 1))


def _spots_over(points: Iterable[SeriesPoint], facets: Facets, key: str) -> Mapping[Period, Spot]:
    spots = {point.period.value: _spot(facets, point, key) for point in points if point.period}
    return {period: spot for period, spot in spots.items() if spot}


def _timeline(periods: Sequence[Period]) -> list[Period]:
    """The periods in order; those that lie between two of them and have no figure are there as well."""
    ordered = sorted(periods, key=lambda period: period.start)
    complete = ordered[:1]
    for following in ordered[1:]:
        gap: list[Period] = []
        between = complete[-1].next
        while between and between.start < following.start and len(gap) <= MOST_CATEGORIES:
            gap.append(between)
            between = between.next
        if between and between.start == following.start:
            complete += gap
        complete.append(following)
    return complete


def breakdown_frame(metrics: Sequence[Facets]) -> Frame | Flaw:
    """The parts that metrics are made of, by their names in the order of the first."""
    found: dict[str, Passage] = {}
    rows: list[tuple[Facets, str, Mapping[str, Spot]]] = []
    for facets in metrics:
        parts = facets.metric.breakdown
        if len({part.name.text for part in parts}) < len(parts):
            return Flaw("repeated-part", facets.metric.name.text)
        for part in parts:
            found.setdefault(part.name.text, leaf_passage(part.name))
        rows += [(facets, key, _spots_of(parts, facets, key)) for key in ("last_year", "value")]
        if not rows[-1][2]:
            return Flaw("breakdown", facets.metric.name.text)
    if len(found) > MOST_CATEGORIES:
        return Flaw("too-many", metrics[0].metric.name.text)
    return Frame(
        ChartSubject.BREAKDOWN, tuple(found.values()), _rows(rows, list(found), alone=len(metrics) == 1)
    )


def _spots_of(parts: Iterable[BreakdownItem], facets: Facets, key: str) -> Mapping[str, Spot]:
    spots = {part.name.text: _spot(facets, part, key) for part in parts}
    return {name: spot for name, spot in spots.items() if spot}


def shares_frame(facets: Facets) -> Frame | Flaw:
    """The parts of a metric of which only the shares are known."""
    if not facets.metric.shares:
        return Flaw("breakdown", facets.metric.name.text)
    shares = [one for one in facets.metric.shares if isinstance(one.share, Figure)]
    if len(shares) < len(facets.metric.shares) or not facets.composition.parts:
        return Flaw("parts", facets.metric.name.text)
    spots = tuple(
        _share_spot(facets, one.share, f"{one.path}.share", part.share)
        for one, part in zip(shares, facets.composition.parts, strict=True)
        if isinstance(one.share, Figure)
    )
    row = Row("value", series_name(facets), spots)
    return Frame(ChartSubject.BREAKDOWN, tuple(leaf_passage(one.name) for one in shares), (row,))


def _share_spot(facets: Facets, share: Figure, path: str, words: str) -> Spot:
    return Spot(facets, share, share.base_amount, PERCENT, field(path, words), path)


def comparison_frame(metrics: Sequence[Facets]) -> Frame | Flaw:
    """Metrics with what they are compared with; one alone has its own figures as categories."""
    rows = []
    for key in COMPARED:
        spots = tuple(_spot_at(facets, key) for facets in metrics)
        if any(spots):
            rows.append(Row(key, _heading(metrics, key), spots))
    lacking = next((facets for facets in metrics if _spot_at(facets, "value") is None), None)
    if lacking:
        return Flaw("value", lacking.metric.name.text)
    frame = Frame(ChartSubject.COMPARISON, tuple(series_name(one) for one in metrics), tuple(rows))
    if len(metrics) > 1:
        return frame
    return frame.transposed() if len(rows) > 1 else Flaw("comparison", metrics[0].metric.name.text)


def _heading(metrics: Sequence[Facets], key: str) -> Passage:
    """What a row of a comparison is called: as the one metric names it, else by the key."""
    holders = [getattr(one.metric, {"from": "from_"}.get(key, key)) for one in metrics]
    labels = [label for holder in holders if (label := getattr(holder, "label", None))]
    if labels and len({label.text for label in labels}) == 1 and len(labels) == sum(map(bool, holders)):
        return leaf_passage(labels[0])
    return Passage((Text(COLUMNS[key]),))


def _spot_at(facets: Facets, key: str) -> Spot | None:
    if key == "previous" and facets.repeats_last_year:
        return None
    return level_spot(facets, quantity_of(facets, key), f"{facets.metric.path}.{key}")


def _spot(facets: Facets, part: SeriesPoint | BreakdownItem, key: str) -> Spot | None:
    return level_spot(facets, getattr(part, key), f"{part.path}.{key}")


def _rows(
    found: Iterable[tuple[Facets, str, Mapping[K, Spot]]], keys: Sequence[K], *, alone: bool
) -> tuple[Row, ...]:
    """The rows that have any figure, each named after its metric, after what it is, or after both."""
    filled = [(facets, key, spots) for facets, key, spots in found if spots]
    many = len(filled) > 1
    return tuple(
        Row(key, _row_name(facets, key, alone=alone, many=many), tuple(spots.get(one) for one in keys))
        for facets, key, spots in filled
    )


def _row_name(facets: Facets, key: str, *, alone: bool, many: bool) -> Passage:
    kind = Passage((Text(COLUMNS[key]),))
    if alone:
        return kind if many else series_name(facets)
    return series_name(facets) if key == "value" else joined([series_name(facets), kind], "")


def series_name(facets: Facets) -> Passage:
    """What a metric is called in a chart: by its short name, if it has one."""
    return leaf_passage(facets.metric.short or facets.metric.name)
