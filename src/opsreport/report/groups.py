"""Metrics group by group: a point for each with why it moved, and all of a group side by side."""

from collections.abc import Iterable, Iterator, Sequence

from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.report.charts import Charts
from opsreport.report.context import GroupView, ItemView
from opsreport.report.metrics import MetricWriter
from opsreport.report.tables import metric_table
from opsreport.report.texts import TextReader, leaf_passage
from opsreport.report.variety import Variety
from opsreport.report.whereabouts import LEFT_OVER, Whereabouts


def derive_groups(
    bundle: Bundle, whereabouts: Whereabouts, charts: Charts, writer: MetricWriter, texts: TextReader
) -> Iterator[GroupView]:
    """The groups in their order, those that have nothing left out; last come the metrics of no group."""
    declared = {group.path: group for group in bundle.groups}
    for place, metrics in whereabouts.groups.items():
        if not metrics and place not in charts:
            continue
        group = declared.get(place)
        named = next((metric.group for metric in metrics if metric.group), None)
        title = texts.passage(group.title) if group else leaf_passage(named if place != LEFT_OVER else None)
        facets = [one for metric in metrics if (one := writer.facets(metric.id.text))]
        bullets = whereabouts.bullets(metrics)
        yield GroupView(
            id=group.id.text if group and group.id else "",
            title=title,
            intro=texts.paragraphs(group.intro) if group else (),
            items=tuple(_items(bullets, writer, texts)),
            table=metric_table(facets),
            notes=tuple(note for one in facets for note in writer.notes(one, texts)),
            charts=charts.get(place, ()),
        )


def _items(
    bullets: Iterable[Sequence[Metric]], writer: MetricWriter, texts: TextReader
) -> Iterator[ItemView]:
    variety = Variety()
    for bullet in bullets:
        host = bullet[0]
        told = [one for metric in bullet if (one := writer.facets(metric.id.text))]
        said = writer.told(told, texts, under=(host.label or host.name).text, variety=variety)
        if said:
            yield ItemView(leaf_passage(host.label or host.name), said)
