"""Where in the report each metric is told: in its group, with a project or a module, or nowhere yet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.prose import Prose
from opsreport.bundle.walk import walk


class Whereabouts:
    """The metrics of a bundle by the part of the report that tells them.

    A place is the path of that part (`groups[0]`, `projects[1]`, `outcomes`); groups that nobody declared
    follow from the metrics that name them, as `groups.营收`.
    """

    LEFT_OVER: ClassVar[str] = "metrics"

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle

    @cached_property
    def groups(self) -> Mapping[str, Sequence[Metric]]:
        """The metrics of each group, last of all, under `LEFT_OVER`, those that nothing else tells."""
        grouped: dict[str, list[Metric]] = {group.path: [] for group in self._bundle.groups}
        for metric in self._bundle.metrics:
            if metric.hidden:
                continue
            if place := self._group_of(self.host(metric)) or self._group_of(metric):
                grouped.setdefault(place, []).append(metric)
            elif metric.id.text not in self._told_elsewhere:
                grouped.setdefault(self.LEFT_OVER, []).append(metric)
        left_over = grouped.pop(self.LEFT_OVER, [])
        return {place: metrics for place, metrics in grouped.items() if metrics} | (
            {self.LEFT_OVER: left_over} if left_over else {}
        )

    def bullets(self, metrics: Sequence[Metric]) -> tuple[tuple[Metric, ...], ...]:
        """The metrics of a group as its points: each with those that are attached to it."""
        here = {metric.id.text for metric in metrics}
        shared: dict[str, list[Metric]] = {}
        for metric in metrics:
            host = self.host(metric).id.text
            shared.setdefault(host if host in here else metric.id.text, []).append(metric)
        return tuple(
            tuple(sorted(bullet, key=lambda one: one.id.text != host)) for host, bullet in shared.items()
        )

    def host(self, metric: Metric) -> Metric:
        """The metric whose point this one shares, however many attachments away; else itself."""
        seen = {metric.id.text}
        host = metric
        while host.attach is not None and host.attach.text not in seen:
            following = self._bundle.metric_by_id.get(host.attach.text)
            if following is None or following.hidden:
                break
            seen.add(following.id.text)
            host = following
        return host

    def _group_of(self, metric: Metric) -> str:
        """The place of a metric's group; empty where it has none or names one that is not there."""
        if metric.group is None:
            return ""
        if not self._bundle.groups:
            return f"groups.{metric.group.text}"
        group = self._bundle.group_by_id.get(metric.group.text)
        return group.path if group else ""

    @cached_property
    def _told_elsewhere(self) -> frozenset[str]:
        """The metrics that something other than a group tells: results, stages, texts, problems, charts."""
        bundle = self._bundle
        named = {name for _, name in self._named_by_parts()}
        named |= {name.text for problem in bundle.problems for name in problem.metrics}
        named |= {name.text for chart in bundle.charts for name in chart.metrics}
        texts = (content for content in walk(bundle) if isinstance(content, Prose))
        return frozenset(named | {one.target for text in texts for one in text.references})

    def _named_by_parts(self) -> Iterator[tuple[str, str]]:
        """Each part that tells metrics, with the metrics it names."""
        bundle = self._bundle
        for project in bundle.projects:
            yield from _each(project.path, (name.text for one in project.results for name in one.metric_ids))
        for module in bundle.modules:
            yield from _each(module.path, (name.text for one in module.results for name in one.metric_ids))
        if bundle.outcomes:
            yield from _each(bundle.outcomes.path, (one.metric.text for one in bundle.outcomes.items))
        for stage in bundle.stages:
            yield from _each(stage.path, (name.text for name in stage.metrics))
        if bundle.diagnosis:
            items = bundle.diagnosis.items
            yield from _each(bundle.diagnosis.path, (name.text for one in items for name in one.metrics))


def _each(place: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((place, name) for name in names)
