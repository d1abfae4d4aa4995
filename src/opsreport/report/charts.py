"""The charts of a report: those that the bundle asks for, and those that figures nobody charted call for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from opsreport.bundle.leaves import ChartSubject
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import ChartRequest
from opsreport.diagnostics import Diagnostics, Severity
from opsreport.document import ChartKind
from opsreport.figures.kinds import Facet, Kind
from opsreport.report.chart_axes import Picture
from opsreport.report.chart_kinds import picture, subject_of
from opsreport.report.chart_rows import Flaw
from opsreport.report.chart_words import KINDS, chart_alt, chart_title
from opsreport.report.context import ChartView
from opsreport.report.facets import Facets
from opsreport.report.metrics import MetricWriter
from opsreport.report.passage import Passage
from opsreport.report.texts import TextReader
from opsreport.report.whereabouts import ANYWHERE, Whereabouts

FEWEST_POINTS, MOST_POINTS = 3, 60
"""With fewer figures a sentence says more than a picture, and more of them nobody wants unasked."""

Charts = Mapping[str, tuple[ChartView, ...]]
"""The charts of a report by the place they belong to."""


def derive_charts(
    bundle: Bundle, whereabouts: Whereabouts, writer: MetricWriter, texts: TextReader, found: Diagnostics
) -> Charts:
    """Every chart under its place: those asked for in the order written, then the others."""
    placed: dict[str, list[ChartView]] = defaultdict(list)
    for request in bundle.charts:
        if chart := _requested(request, writer, texts, found):
            placed[_place(request, whereabouts)].append(chart)
    asked = _asked(bundle, writer)
    for metric in bundle.metrics:
        for chart in _unasked(metric, asked[metric.id.text], writer):
            placed[whereabouts.place_of(metric.id.text)].append(chart)
    return {place: tuple(charts) for place, charts in placed.items()}


def _place(request: ChartRequest, whereabouts: Whereabouts) -> str:
    """Where a chart was asked to stand, else where its first metric is told."""
    named = whereabouts.place_named(request.section.text) if request.section else None
    if named is not None:
        return named
    return whereabouts.place_of(request.metrics[0].text) if request.metrics else ANYWHERE


def _requested(
    request: ChartRequest, writer: MetricWriter, texts: TextReader, found: Diagnostics
) -> ChartView | None:
    """A chart the bundle asks for; what cannot be drawn is reported where it is asked for."""
    metrics = writer.named(request.metrics)
    if request.kind is None or len(metrics) < len(request.metrics):
        return None
    kind = request.kind.value
    subject = request.of.value if request.of else subject_of(kind, metrics)
    drawn = picture(kind, subject, metrics) if metrics else Flaw("no-metrics")
    title = texts.passage(request.title) or _title(kind, subject, metrics, writer)
    if isinstance(drawn, Flaw):
        details = {"chart": str(title) or KINDS[kind], "metric": drawn.metric, "units": drawn.units}
        # Two units in a text are hard to read; on one axis they make a false picture.
        severity = Severity.ERROR if drawn.code == "mixed-units" else None
        found.report(drawn.code, request.span, details, help_key=drawn.help_key, severity=severity)
        return None
    return _view(kind, title, drawn, request.path)


def _title(
    kind: ChartKind, subject: ChartSubject, metrics: Sequence[Facets], writer: MetricWriter
) -> Passage:
    return chart_title(kind, subject, [facets.metric for facets in metrics], writer.period)


def _view(kind: ChartKind, title: Passage, drawn: Picture, path: str) -> ChartView:
    alt = chart_alt(kind, title, drawn.categories, drawn.series)
    return ChartView(kind.value, title, alt, drawn.categories, drawn.series, drawn.note, path)


def _asked(bundle: Bundle, writer: MetricWriter) -> Mapping[str, set[ChartSubject]]:
    """What of each metric some chart of the bundle shows already."""
    asked: dict[str, set[ChartSubject]] = defaultdict(set)
    for request in bundle.charts:
        if request.kind:
            subject = request.of.value if request.of else None
            subject = subject or subject_of(request.kind.value, writer.named(request.metrics))
            for name in request.metrics:
                asked[name.text].add(subject)
    return asked


def _unasked(metric: Metric, asked: set[ChartSubject], writer: MetricWriter) -> Iterator[ChartView]:
    """The charts that a metric's series and parts call for where nobody asked for one.

    Rates are lines, since they do not start from nought; everything else is bars, with last year's beside.
    """
    told = Facet.SHARES in metric.facets
    wanted = (
        (ChartSubject.SERIES, "series", metric.series),
        (ChartSubject.BREAKDOWN, "breakdown", () if told else metric.breakdown),
        (ChartSubject.BREAKDOWN, "shares", () if told or metric.breakdown else metric.shares),
    )
    for subject, key, content in wanted:
        if metric.hidden or subject in asked or not FEWEST_POINTS <= len(content) <= MOST_POINTS:
            continue
        facets = writer.named([metric.id])
        over_time = subject is ChartSubject.SERIES
        kind = ChartKind.LINE if over_time and metric.kind.value is Kind.RATE else ChartKind.BAR
        drawn = picture(kind, subject, facets)
        if isinstance(drawn, Picture) and _known(drawn) >= FEWEST_POINTS:
            yield _view(kind, _title(kind, subject, facets, writer), drawn, f"{metric.path}.{key}")


def _known(drawn: Picture) -> int:
    """How many figures the fullest series of a picture has."""
    return max((sum(1 for point in one.points if point) for one in drawn.series), default=0)
