"""What is printed of metrics: references in texts, results in sentences, and the notes below them."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from opsreport.bundle.choice_words import REFERENCE_FACETS
from opsreport.bundle.leaves import Choice
from opsreport.bundle.leaves import Text as Leaf
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import GUIDELINE, Bundle
from opsreport.bundle.parts import Result
from opsreport.bundle.prose import Reference
from opsreport.diagnostics import Diagnostics, Severity, Span
from opsreport.document import Field, Inline, Mark, Text
from opsreport.figures.kinds import Facet
from opsreport.figures.period import Period
from opsreport.report.cells import field_text
from opsreport.report.facet_findings import (
    report_facet,
    report_unclear_polarity,
    report_vanishing,
    spoken_facet,
)
from opsreport.report.facets import Facets
from opsreport.report.passage import Passage, joined
from opsreport.report.sentences import (
    Sentence,
    ends_alike,
    fragment,
    group_statement,
    sentence_of,
    statement,
)
from opsreport.report.texts import TextReader, leaf_passage, unstopped, with_slots_marked
from opsreport.report.variety import Variety
from opsreport.report.whereabouts import Whereabouts

SENTENCE = "sentence"
HOLE = "待补"
FULL_STOPS = ("。", "！", "？", "；")
FACETS = {facet.value: facet for facet in Facet}


class MetricWriter:
    """Says of a bundle's metrics what is asked for, and reports what cannot be said."""

    def __init__(self, bundle: Bundle, whereabouts: Whereabouts, found: Diagnostics) -> None:
        self._bundle = bundle
        self._whereabouts = whereabouts
        self._found = found
        self._known: dict[str, Facets] = {}

    @cached_property
    def period(self) -> Period | None:
        """The period the report is about."""
        return self._bundle.report.period.value if self._bundle.report.period else None

    def facets(self, name: str) -> Facets | None:
        """Everything that can be said of the metric of this id."""
        metric = self._bundle.metric_by_id.get(name)
        if metric is not None and name not in self._known:
            self._known[name] = Facets(metric, self._bundle.report.options, self.period)
            report_vanishing(self._known[name], self._found)
            report_unclear_polarity(self._known[name], self._found)
        return self._known.get(name)

    def reference(self, reference: Reference, before: str) -> Passage:
        """What `{{ id.facet }}` prints; `before` is the text that leads up to it.

        A reference that nothing stands behind is marked as a slot, so that a draft shows the hole.
        """
        if reference.target == GUIDELINE:
            return joined([leaf_passage(term) for term in self._bundle.report.guideline], "、")
        facets = self.facets(reference.target)
        if facets is None:
            return _hole()
        name = reference.facet or Facet.VALUE.value
        if name == SENTENCE:
            self._report_all(facets, facets.told, reference.span, in_text=True)
            return _passage(fragment(facets, before=before)) or _hole()
        if facet := FACETS.get(name) if name != Facet.VALUE.value else None:
            report_facet(facets, facet, reference.facet_span, self._found, in_text=True)
            phrase = facets.phrase(facet)
            return _figure(facets, name, phrase.text) if phrase else _hole()
        text = field_text(facets, name)
        if text is None and name in REFERENCE_FACETS:
            self._report_gap(facets, name, reference.facet_span)
        return _figure(facets, name, text) if text else _hole()

    def metrics_of(self, results: Iterable[Result]) -> tuple[Facets, ...]:
        """The metrics that results are about, in their order, with those attached to them."""
        return self.with_attached(name for result in results for name in result.metric_ids)

    def with_attached(self, names: Iterable[Leaf]) -> tuple[Facets, ...]:
        """The metrics of these ids, each followed by those that share its point."""
        known = (self.facets(name) for name in self._whereabouts.with_attached(names))
        return tuple(facets for facets in known if facets)

    def named(self, names: Iterable[Leaf]) -> tuple[Facets, ...]:
        """The metrics of these ids and no others, in their order."""
        known = (self.facets(name.text) for name in names)
        return tuple(facets for facets in known if facets)

    def results(self, results: Iterable[Result], texts: TextReader) -> tuple[Passage, ...]:
        """Results, each in one sentence without its full stop: metrics with why they moved, or a text."""
        variety = Variety()
        told = (self._result(result, texts, variety) for result in results)
        return tuple(one for one in told if one)

    def _result(self, result: Result, texts: TextReader, variety: Variety) -> Passage:
        if not result.metric_ids:
            variety.interrupt()
        said = [self.told(self.metrics_of([result]), texts, asked=result.say, variety=variety)]
        said += [unstopped(texts.passage(one)) for one in (result.text, result.tail)]
        return joined(said, "，")

    def told(
        self,
        group: Sequence[Facets],
        texts: TextReader,
        *,
        asked: tuple[Choice[Facet], ...] = (),
        under: str = "",
        variety: Variety | None = None,
    ) -> Passage:
        """Metrics with why they moved, in one sentence without its full stop.

        `under` is the name that stands before the sentence already and is not repeated; `variety` knows the
        sentences before it in its list.
        """
        variety = variety or Variety()
        for facets in group:
            self._report_said(facets, asked or facets.metric.say)
        say = tuple(choice.value for choice in asked)
        drivers = [unstopped(texts.passage(facets.metric.driver)) for facets in group]
        if ends_alike(group, say):
            variety.interrupt()
            return joined([_passage(group_statement(group, say)), *drivers], "，")
        said = [
            _passage(sentence_of(one, variety.phrases(one, say), is_named=one.metric.name.text != under))
            for one in group
        ]
        each = [joined(list(pair), "，") for pair in zip(said, drivers, strict=True)]
        return joined(each, "；" if any("，" in str(one) for one in each) else "，")

    def with_metrics(self, text: Passage, names: Iterable[Leaf], texts: TextReader) -> Passage:
        """A text and after it the metrics it rests on, each in a sentence of its own."""
        variety = Variety()
        said = [self.told(self.with_attached([name]), texts, variety=variety) for name in names]
        sentences = [joined([one, Passage((Text("。"),))], "") for one in said if one]
        if not sentences or not text:
            return joined([text, *sentences], "")
        stop = "" if str(text).endswith(FULL_STOPS) else "。"
        return joined([text, Passage((Text(stop),)) if stop else Passage(), *sentences], "")

    def standing(self, name: Leaf) -> Passage:
        """A metric's name with the first thing that is said of it; the name alone where nothing is."""
        facets = self.facets(name.text)
        if facets is None:
            return Passage()
        first = facets.phrases()[:1]
        said = statement(facets, tuple(phrase.facet for phrase in first)) if first else ()
        return _passage(said) or leaf_passage(facets.metric.name)

    def notes(self, facets: Facets, texts: TextReader) -> tuple[Passage, ...]:
        """What a reader has to know of a metric: how it is defined, and where its figures are from."""
        metric = facets.metric
        notes = []
        if definition := texts.passage(metric.definition):
            notes.append(_about(metric, "", unstopped(definition)))
        if metric.source:
            notes.append(_about(metric, "来源", leaf_passage(metric.source)))
        if metric.benchmark and metric.benchmark.source:
            notes.append(_about(metric, "行业数据来源", leaf_passage(metric.benchmark.source)))
        shares = facets.phrase(Facet.SHARES) if Facet.SHARES in metric.facets else None
        return (*notes, Passage((Text(shares.note),))) if shares and shares.note else tuple(notes)

    def _report_said(self, facets: Facets, asked: tuple[Choice[Facet], ...]) -> None:
        """Report what `say` asks for in vain, where it asks; what nobody asked for can be said by itself."""
        for choice in asked:
            report_facet(facets, choice.value, choice.span, self._found)
        if not asked:
            expected = () if _is_only_pictured(facets.metric) else facets.told
            self._report_all(facets, expected, facets.metric.span, in_text=False)

    def _report_all(self, facets: Facets, asked: tuple[Facet, ...], span: Span, *, in_text: bool) -> None:
        for facet in asked:
            report_facet(facets, facet, span, self._found, in_text=in_text)

    def _report_gap(self, facets: Facets, name: str, span: Span) -> None:
        """A single field that a text asks for and the bundle does not have leaves a hole in the sentence."""
        self._found.add(
            "missing-facet",
            span,
            severity=Severity.ERROR,
            is_waivable=False,
            help_key="text",
            metric=facets.metric.name.text,
            needs=name,
            needs_words=spoken_facet(name),
            facet=name,
            facet_words=spoken_facet(name),
        )


def _is_only_pictured(metric: Metric) -> bool:
    """Whether a metric has figures for a chart and none for a sentence, and so lacks nothing."""
    return (
        metric.facets == (Facet.VALUE,)
        and not metric.value
        and bool(metric.series or metric.breakdown or metric.shares)
    )


def _passage(sentence: Sentence) -> Passage:
    inlines: list[Inline] = []
    for piece in sentence:
        words = with_slots_marked(piece.text)
        inlines += (Field(piece.path, words),) if piece.path else words
    return Passage(tuple(inlines))


def _figure(facets: Facets, key: str, text: str) -> Passage:
    return Passage((Field(f"{facets.metric.path}.{key}", with_slots_marked(text)),))


def _hole() -> Passage:
    return Passage((Mark("slot", (Text(HOLE),)),))


def _about(metric: Metric, word: str, said: Passage) -> Passage:
    return Passage((Text(f"{metric.name.text}{word}："), *said.inlines))
