"""Where a bundle names something by its id, and whether that is there."""

from collections.abc import Collection, Iterator

from opsreport.bundle.choice_words import REFERENCE_FACETS
from opsreport.bundle.leaves import Text
from opsreport.bundle.likeness import Known
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import GUIDELINE, Bundle
from opsreport.bundle.naming import by_id, shared_titles
from opsreport.bundle.parts import Ask, ChartRequest, Goal, Item, Outcome, Plan, Problem, Result, Stage
from opsreport.bundle.prose import Prose, Reference
from opsreport.bundle.schema import keys_by_label
from opsreport.checks.family import Case, Finding
from opsreport.diagnostics import Severity, Span

NAMED: tuple[tuple[type, str, str], ...] = (
    (Metric, "attach", "metric"),
    (Result, "metric", "metric"),
    (Result, "metrics", "metric"),
    (Item, "metrics", "metric"),
    (Stage, "metrics", "metric"),
    (Outcome, "metric", "metric"),
    (Outcome, "stage", "stage"),
    (Problem, "metrics", "metric"),
    (Problem, "projects", "project"),
    (Goal, "metric", "metric"),
    (Plan, "addresses", "problem"),
    (Plan, "goals", "goal"),
    (Ask, "plan", "plan"),
    (ChartRequest, "metrics", "metric"),
    (ChartRequest, "section", "section"),
)
"""Which field of which object names what."""

NEARLY = 0.75
"""How alike a text and the name of a metric are, from 0 to 1, if the metric was meant."""

MOST_TEXTS = 500_000
"""So many pairs of a text and a metric are compared: a thousand results of five hundred metrics."""


def missing_references(case: Case) -> Iterator[Finding]:
    """Every name in the bundle that leads nowhere."""
    names = _Names(case.bundle)
    fields: dict[type, list[tuple[str, str]]] = {}
    for part, field, kind in NAMED:
        fields.setdefault(part, []).append((field, kind))
    for content in case.contents:
        for field, kind in fields.get(type(content), ()):
            yield from names.missing(kind, getattr(content, field))
        if isinstance(content, Result):
            yield from names.nearly_metric(content)
        if isinstance(content, Prose):
            for reference in content.references:
                yield from _in_text(reference, names)
        elif isinstance(content, Metric):
            yield from _in_metric(content, names)


class _Names:
    """What can be named, by what it is."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self._known: dict[str, Collection[str]] = {
            "metric": bundle.metric_by_id,
            "group": bundle.group_by_id,
            "problem": bundle.problem_by_id,
            "project": bundle.project_by_id,
            "stage": bundle.stage_by_id,
            "goal": bundle.goal_by_id,
            "plan": bundle.plan_by_id,
            "section": _sections(bundle),
        }
        self._shared = {
            "group": shared_titles(bundle.groups),
            "problem": shared_titles(bundle.problems),
            "project": shared_titles(bundle.projects),
            "stage": shared_titles(bundle.stages),
            "goal": shared_titles(bundle.goals),
            "plan": shared_titles(bundle.plans),
        }
        self._ids_of_names = {metric.name.text: metric.id.text for metric in bundle.metrics}
        self._near = {kind: Known(words) for kind, words in self._known.items()}
        self._nearly = Known((*self._known["metric"], *self._ids_of_names), NEARLY, MOST_TEXTS)
        self._facets = Known(REFERENCE_FACETS)

    def missing(self, kind: str, named: Text | tuple[Text, ...] | None) -> Iterator[Finding]:
        """A finding for each of the names that nothing of this kind has."""
        for text in (named,) if isinstance(named, Text) else named or ():
            yield from self.missing_id(kind, text.text, text.span)

    def missing_id(self, kind: str, name: str, span: Span) -> Iterator[Finding]:
        """A finding if nothing of this kind has the name, with the one that was likely meant."""
        if name not in self._known[kind]:
            if name in self._shared.get(kind, ()):
                yield Finding(span, {"text": name, "near": ""}, f"{kind}-shared")
                return
            near = self._ids_of_names.get(name, "") if kind == "metric" else ""
            near = near or self._near[kind].nearest(name)
            yield Finding(span, {"text": name, "near": near}, f"{kind}-near" if near else kind)

    def nearly_metric(self, result: Result) -> Iterator[Finding]:
        """A warning where a bare value among the results is almost a metric, and so became a text."""
        text = result.text
        if text is None or result.metric_ids or (text.span.line, text.span.column) != _start(result.span):
            return
        named = text.raw.strip().strip("“”‘’\"'《》「」")
        near = self._nearly.nearest(named)
        if near:
            yield Finding(text.span, {"text": named, "near": near}, "result-near", severity=Severity.WARNING)

    def nearest_facet(self, name: str) -> str:
        """The facet that was likely meant."""
        return self._facets.nearest(name)


def _sections(bundle: Bundle) -> Collection[str]:
    """Where a chart may stand: in the section of a list, or with a group, a project, a module or a stage."""
    parts = (bundle.group_by_id, bundle.project_by_id, by_id(bundle.modules), bundle.stage_by_id)
    groups = {metric.group.text for metric in bundle.metrics if metric.group}
    return {*keys_by_label(Bundle), *(name for part in parts for name in part), *groups}


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _in_text(reference: Reference, names: _Names) -> Iterator[Finding]:
    if reference.target == GUIDELINE:
        if not names.bundle.report.guideline:
            yield Finding(reference.span, {"text": GUIDELINE}, "guideline")
        elif reference.facet:
            yield Finding(reference.facet_span, {"text": reference.facet}, "guideline-facet")
        return
    yield from names.missing_id("metric", reference.target, reference.span)
    if reference.facet and reference.facet not in REFERENCE_FACETS:
        near = names.nearest_facet(reference.facet)
        details = {"text": reference.facet, "near": near}
        yield Finding(reference.facet_span, details, "facet-near" if near else "facet")


def _in_metric(metric: Metric, names: _Names) -> Iterator[Finding]:
    # Without a list of groups the groups are those that the metrics name.
    if names.bundle.groups:
        yield from names.missing("group", metric.group)
    if metric.formula is None:
        return
    for operand in (metric.formula.left, metric.formula.right):
        yield from names.missing_id("metric", operand.metric, operand.span)
        total = names.bundle.metric_by_id.get(operand.metric)
        parts = [item.name.text for item in total.breakdown] if total else []
        if operand.part and total and operand.part not in parts:
            details = {"text": operand.part, "near": "、".join(parts)}
            yield Finding(operand.span, details, "part")
