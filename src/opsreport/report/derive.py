"""A bundle becomes the context that templates see: every figure worked out and worded, once."""

from collections.abc import Mapping
from typing import TypeVar

from opsreport.bundle.leaves import Choice, ProblemStatus, Severity
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Item, Problem, Workstream
from opsreport.diagnostics import Diagnostics
from opsreport.report.context import ItemView, ModuleView, ProblemView, ReportContext
from opsreport.report.dates import period_passage
from opsreport.report.header import derive_header, derive_period
from opsreport.report.metrics import MetricWriter
from opsreport.report.passage import Passage, field
from opsreport.report.plans import derive_plans, derive_request
from opsreport.report.sections import derive_sections
from opsreport.report.tables import metric_table
from opsreport.report.texts import TextReader, leaf_passage

T = TypeVar("T")

SEVERITIES = {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低"}
STATUSES = {ProblemStatus.NEW: "新增", ProblemStatus.OPEN: "处理中", ProblemStatus.CLOSED: "已解决"}


def derive_context(bundle: Bundle, *, draft: bool, found: Diagnostics) -> ReportContext:
    """What the report has to say, ready for a template; what cannot be said is reported."""
    writer = MetricWriter(bundle, found)
    texts = TextReader(writer.reference)
    return ReportContext(
        report=derive_header(bundle.report, texts),
        period=derive_period(bundle.report),
        sections=derive_sections(bundle, texts),
        modules=tuple(_module(module, writer, texts) for module in bundle.modules),
        problems=tuple(_problem(problem, texts) for problem in bundle.problems),
        plans=derive_plans(bundle, texts),
        request=derive_request(bundle, texts),
        glossary=tuple(ItemView(leaf_passage(one.term), texts.passage(one.full)) for one in bundle.glossary),
        sources=tuple(texts.passage(one) for one in bundle.sources),
        notes=tuple(texts.passage(one) for one in bundle.notes),
        draft=draft,
    )


def _module(module: Workstream, writer: MetricWriter, texts: TextReader) -> ModuleView:
    metrics = writer.metrics_of(module.results)
    return ModuleView(
        id=module.id.text if module.id else "",
        name=leaf_passage(module.name),
        name_en=leaf_passage(module.name_en),
        goal=texts.paragraphs(module.goal),
        summary=tuple(_item(item, texts) for item in module.summary),
        results=tuple(said for result in module.results if (said := writer.result(result, texts))),
        table=metric_table(metrics),
        notes=tuple(note for metric in metrics for note in writer.notes(metric, texts)),
    )


def _item(item: Item, texts: TextReader) -> ItemView:
    return ItemView(texts.passage(item.title), texts.passage(item.text))


def _problem(problem: Problem, texts: TextReader) -> ProblemView:
    return ProblemView(
        id=problem.id.text if problem.id else "",
        title=texts.passage(problem.title),
        text=texts.paragraphs(problem.text),
        severity=_choice(problem.severity, SEVERITIES),
        owner=leaf_passage(problem.owner),
        status=_choice(problem.status, STATUSES),
        since=period_passage(problem.since),
    )


def _choice(choice: Choice[T] | None, words: Mapping[T, str]) -> Passage:
    """A choice in the report's words."""
    return field(choice.span.path, words[choice.value]) if choice else Passage()
