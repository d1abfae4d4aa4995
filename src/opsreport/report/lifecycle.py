"""The parts of a topic report: what had to change, the stages in their frame, what came of them."""

from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Outcome, Reflection, Stage
from opsreport.report.charts import Charts
from opsreport.report.context import (
    DiagnosisView,
    FrameworkView,
    ItemView,
    OutcomesView,
    ReflectionView,
    StageView,
)
from opsreport.report.dates import date_passage
from opsreport.report.metrics import MetricWriter
from opsreport.report.projects import derive_item
from opsreport.report.tables import metric_table
from opsreport.report.texts import TextReader, leaf_passage
from opsreport.report.variety import Variety
from opsreport.report.whereabouts import OUTCOMES


def derive_diagnosis(bundle: Bundle, writer: MetricWriter, texts: TextReader) -> DiagnosisView | None:
    """Why things had to change."""
    diagnosis = bundle.diagnosis
    if diagnosis is None:
        return None
    metrics = writer.with_attached([name for item in diagnosis.items for name in item.metrics])
    return DiagnosisView(
        title=texts.passage(diagnosis.title),
        subtitle=texts.passage(diagnosis.subtitle),
        intro=texts.paragraphs(diagnosis.intro),
        items=tuple(derive_item(item, writer, texts) for item in diagnosis.items),
        conclusion=texts.paragraphs(diagnosis.conclusion),
        notes=tuple(note for metric in metrics for note in writer.notes(metric, texts)),
    )


def derive_framework(bundle: Bundle, texts: TextReader) -> FrameworkView | None:
    """The model that orders the stages."""
    framework = bundle.framework
    if framework is None:
        return None
    return FrameworkView(
        texts.passage(framework.title), leaf_passage(framework.model), texts.paragraphs(framework.intro)
    )


def derive_stages(
    bundle: Bundle, charts: Charts, writer: MetricWriter, texts: TextReader
) -> tuple[StageView, ...]:
    """The stages in their order; a metric that is told among the outcomes is not told here as well."""
    outcomes = bundle.outcomes.items if bundle.outcomes else ()
    told = frozenset(one.metric.text for one in outcomes)
    return tuple(_stage(stage, told, charts, writer, texts) for stage in bundle.stages)


def _stage(
    stage: Stage, told: frozenset[str], charts: Charts, writer: MetricWriter, texts: TextReader
) -> StageView:
    names = [name for name in stage.metrics if name.text not in told]
    variety = Variety()
    said = (writer.told(writer.with_attached([name]), texts, variety=variety) for name in names)
    metrics = writer.with_attached(names)
    return StageView(
        id=stage.id.text if stage.id else "",
        name=leaf_passage(stage.name),
        name_en=leaf_passage(stage.name_en),
        tagline=texts.passage(stage.tagline),
        core_idea=texts.paragraphs(stage.core_idea),
        measures=tuple(derive_item(item, writer, texts) for item in stage.measures),
        results=tuple(one for one in said if one),
        table=metric_table(metrics),
        notes=tuple(note for metric in metrics for note in writer.notes(metric, texts)),
        charts=charts.get(stage.path, ()),
    )


def derive_outcomes(
    bundle: Bundle, charts: Charts, writer: MetricWriter, texts: TextReader
) -> OutcomesView | None:
    """What came of the stages."""
    outcomes = bundle.outcomes
    if outcomes is None:
        return None
    metrics = writer.with_attached([one.metric for one in outcomes.items])
    variety = Variety()
    items = (_outcome(bundle, one, writer, texts, variety) for one in outcomes.items)
    return OutcomesView(
        intro=texts.paragraphs(outcomes.intro),
        items=tuple(item for item in items if item.text),
        table=metric_table(metrics),
        notes=tuple(note for metric in metrics for note in writer.notes(metric, texts)),
        charts=charts.get(OUTCOMES, ()),
    )


def _outcome(
    bundle: Bundle, outcome: Outcome, writer: MetricWriter, texts: TextReader, variety: Variety
) -> ItemView:
    """An outcome under its own title, else its stage's name, else its metric's, said only once then."""
    metrics = writer.with_attached([outcome.metric])
    stage = bundle.stage_by_id.get(outcome.stage.text) if outcome.stage else None
    title = texts.passage(outcome.title) or leaf_passage(stage.name if stage else None)
    if title or not metrics:
        return ItemView(title, writer.told(metrics, texts, variety=variety))
    name = metrics[0].metric.name
    return ItemView(leaf_passage(name), writer.told(metrics, texts, under=name.text, variety=variety))


def derive_reflection(reflection: Reflection, texts: TextReader) -> ReflectionView:
    """What is lacking, and where to go from there."""
    return ReflectionView(
        id=reflection.id.text if reflection.id else "",
        title=texts.passage(reflection.title),
        gap=texts.paragraphs(reflection.gap),
        direction=texts.paragraphs(reflection.direction),
        owner=leaf_passage(reflection.owner),
        due=date_passage(reflection.due),
    )
