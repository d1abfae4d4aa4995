"""A bundle becomes the context that templates see: every figure worked out and worded, once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from opsreport.bundle.choice_words import CHINESE
from opsreport.bundle.leaves import Choice, ProblemStatus, Severity
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Problem
from opsreport.diagnostics import Diagnostics
from opsreport.figures.options import Appendix
from opsreport.report.charts import derive_charts
from opsreport.report.closure import derive_closure
from opsreport.report.context import ItemView, ProblemView, ReportContext
from opsreport.report.dates import period_passage
from opsreport.report.facet_findings import report_yearly_repeats
from opsreport.report.goals import derive_goals
from opsreport.report.groups import derive_groups
from opsreport.report.header import derive_header, derive_period
from opsreport.report.lifecycle import (
    derive_diagnosis,
    derive_framework,
    derive_outcomes,
    derive_reflection,
    derive_stages,
)
from opsreport.report.metrics import MetricWriter
from opsreport.report.passage import Passage, field
from opsreport.report.plans import derive_plans, derive_request
from opsreport.report.projects import derive_module, derive_project
from opsreport.report.sections import derive_sections
from opsreport.report.texts import TextReader, leaf_passage
from opsreport.report.whereabouts import ANYWHERE, Whereabouts

T = TypeVar("T")

SEVERITIES = {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低"}
STATUSES = {status: CHINESE[status][0] for status in ProblemStatus}


def derive_context(bundle: Bundle, *, draft: bool, found: Diagnostics) -> ReportContext:
    """What the report has to say, ready for a template; what cannot be said is reported."""
    whereabouts = Whereabouts(bundle)
    writer = MetricWriter(bundle, whereabouts, found)
    texts = TextReader(writer.reference)
    report_yearly_repeats(bundle, found)
    charts = derive_charts(bundle, whereabouts, writer, texts, found)
    context = ReportContext(
        report=derive_header(bundle.report, texts),
        period=derive_period(bundle.report),
        sections=derive_sections(bundle, charts, texts),
        groups=tuple(derive_groups(bundle, whereabouts, charts, writer, texts)),
        projects=tuple(derive_project(project, charts, writer, texts) for project in bundle.projects),
        diagnosis=derive_diagnosis(bundle, writer, texts),
        framework=derive_framework(bundle, texts),
        stages=derive_stages(bundle, charts, writer, texts),
        outcomes=derive_outcomes(bundle, charts, writer, texts),
        modules=tuple(derive_module(module, charts, writer, texts) for module in bundle.modules),
        problems=tuple(_problem(problem, whereabouts, writer, texts) for problem in bundle.problems),
        reflections=tuple(derive_reflection(one, texts) for one in bundle.reflections),
        plan_themes=tuple(leaf_passage(theme) for theme in bundle.plan_themes),
        goals=derive_goals(bundle, texts),
        plans=derive_plans(bundle, texts),
        request=derive_request(bundle, texts),
        charts=charts.get(ANYWHERE, ()),
        glossary=tuple(ItemView(leaf_passage(one.term), texts.passage(one.full)) for one in bundle.glossary),
        sources=tuple(texts.passage(one) for one in bundle.sources),
        notes=tuple(texts.passage(one) for one in bundle.notes),
        draft=draft,
    )
    if Appendix.CLOSURE not in bundle.report.options.appendix:
        return context
    return replace(context, closure=derive_closure(bundle, context.problems, context.plans, writer))


def _problem(
    problem: Problem, whereabouts: Whereabouts, writer: MetricWriter, texts: TextReader
) -> ProblemView:
    """A problem; a metric that is told nowhere else is told after its text."""
    metrics = [name for name in problem.metrics if whereabouts.only_in_problem(name.text, problem.path)]
    *before, last = texts.paragraphs(problem.text) or (Passage(),)
    last = writer.with_metrics(last, metrics, texts)
    return ProblemView(
        id=problem.id.text if problem.id else "",
        title=texts.passage(problem.title),
        text=(*before, last) if last else (),
        severity=_choice(problem.severity, SEVERITIES),
        owner=leaf_passage(problem.owner),
        status=_choice(problem.status, STATUSES),
        since=period_passage(problem.since),
    )


def _choice(choice: Choice[T] | None, words: Mapping[T, str]) -> Passage:
    """A choice in the report's words."""
    return field(choice.span.path, words[choice.value]) if choice else Passage()
