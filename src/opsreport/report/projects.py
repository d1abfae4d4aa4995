"""Projects and modules: what was wanted, what was done, and what came of it in sentences and a table."""

from opsreport.bundle.parts import Item, Project, Workstream
from opsreport.report.charts import Charts
from opsreport.report.context import ItemView, ModuleView, ProjectView
from opsreport.report.dates import period_passage
from opsreport.report.metrics import MetricWriter
from opsreport.report.tables import metric_table
from opsreport.report.texts import TextReader, leaf_passage


def derive_project(project: Project, charts: Charts, writer: MetricWriter, texts: TextReader) -> ProjectView:
    """A project that is looked back on."""
    metrics = writer.metrics_of(project.results)
    return ProjectView(
        id=project.id.text if project.id else "",
        name=leaf_passage(project.name),
        codename=leaf_passage(project.codename),
        category=leaf_passage(project.category),
        period=period_passage(project.period),
        owner=leaf_passage(project.owner),
        status=leaf_passage(project.status),
        background=texts.paragraphs(project.background),
        goal=texts.paragraphs(project.goal),
        actions=tuple(derive_item(item, writer, texts) for item in project.actions),
        tiers=tuple(leaf_passage(tier) for tier in project.tiers),
        results=writer.results(project.results, texts),
        reflection=texts.paragraphs(project.reflection),
        table=metric_table(metrics),
        notes=tuple(note for metric in metrics for note in writer.notes(metric, texts)),
        charts=charts.get(project.path, ()),
    )


def derive_module(module: Workstream, charts: Charts, writer: MetricWriter, texts: TextReader) -> ModuleView:
    """A module of the department's work."""
    metrics = writer.metrics_of(module.results)
    return ModuleView(
        id=module.id.text if module.id else "",
        name=leaf_passage(module.name),
        name_en=leaf_passage(module.name_en),
        goal=texts.paragraphs(module.goal),
        summary=tuple(derive_item(item, writer, texts) for item in module.summary),
        results=writer.results(module.results, texts),
        table=metric_table(metrics),
        notes=tuple(note for metric in metrics for note in writer.notes(metric, texts)),
        charts=charts.get(module.path, ()),
    )


def derive_item(item: Item, writer: MetricWriter, texts: TextReader) -> ItemView:
    """A point; the metrics it names are told in sentences after its text."""
    text = texts.passage(item.text)
    return ItemView(texts.passage(item.title), writer.with_metrics(text, item.metrics, texts))
