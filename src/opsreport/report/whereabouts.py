"""Where in the report each metric is told: in its group, with a project or a module, or nowhere yet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from opsreport.bundle.leaves import Text
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.naming import by_id
from opsreport.bundle.part import Part
from opsreport.bundle.parts import Result
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import keys_by_label
from opsreport.bundle.walk import walk
from opsreport.report.sections import SECTION_KEYS

LEFT_OVER = "metrics"
"""The place of the metrics that belong to no group and that nothing else tells."""

OUTCOMES = "outcomes"
ANYWHERE = ""
"""The place of what belongs to no part of the report."""

_PART = re.compile(r"(?:groups|projects|modules|stages)\[\d+\]")


class Whereabouts:
    """The metrics of a bundle by the part of the report that tells them.

    A place is the path of that part (`groups[0]`, `projects[1]`, `outcomes`), or of a section as a whole
    (`sections.problems`). Groups that nobody declared follow from the metrics that name them: `groups.营收`.
    """

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle

    @cached_property
    def groups(self) -> Mapping[str, Sequence[Metric]]:
        """The metrics of each group, last of all, under `LEFT_OVER`, those that nothing else tells."""
        grouped: dict[str, list[Metric]] = {group.path: [] for group in self._bundle.groups}
        left_over = []
        for metric in self._bundle.metrics:
            place = self._group_of(self.host(metric)) or self._group_of(metric)
            if metric.hidden:
                continue
            if place:
                grouped.setdefault(place, []).append(metric)
            elif metric.id.text not in self._elsewhere and metric.id.text not in self._in_problems:
                left_over.append(metric)
        return grouped | {LEFT_OVER: left_over}

    def place_of(self, name: str) -> str:
        """The part of the report that tells the metric of this id first."""
        if place := self._grouped.get(name, "") or self._elsewhere.get(name, ""):
            return place
        return "sections.problems" if name in self._in_problems else ANYWHERE

    def place_named(self, section: str) -> str | None:
        """The place that a chart's `section` names: the id of a part, or the key of a list."""
        bundle = self._bundle
        parts: tuple[Mapping[str, Part], ...] = (
            *(bundle.group_by_id, bundle.project_by_id, by_id(bundle.modules), bundle.stage_by_id),
        )
        part = next((known[section] for known in parts if section in known), None)
        if part is not None:
            return part.path
        if f"groups.{section}" in self.groups:
            return f"groups.{section}"
        key = keys_by_label(Bundle).get(section.casefold())
        if key is None:
            return None
        if key.name == OUTCOMES and bundle.outcomes:
            return OUTCOMES
        if key.name == LEFT_OVER and self.groups[LEFT_OVER]:
            return LEFT_OVER
        listed = key.name in SECTION_KEYS and key.name not in (LEFT_OVER, "charts")
        return f"sections.{key.name}" if listed else ANYWHERE

    def only_in_problem(self, name: str, path: str) -> bool:
        """Whether nothing but the problem at this path tells the metric."""
        told = name in self._grouped or name in self._elsewhere
        return not told and self._in_problems.get(name) == path

    def with_attached(self, names: Iterable[Text]) -> tuple[str, ...]:
        """The metrics of these ids, each followed by those attached to it that have no place of their own."""
        return tuple(one for name in names for one in (name.text, *self._attached.get(name.text, ())))

    @cached_property
    def _attached(self) -> Mapping[str, Sequence[str]]:
        """Under its host each metric that shares the host's point and belongs to no group or part itself."""
        placed = {name for _, name in self._named_by_parts()}
        attached: dict[str, list[str]] = {}
        for metric in self._bundle.metrics:
            host = self.host(metric)
            free = metric.group is None and not metric.hidden and metric.id.text not in placed
            if host is not metric and free:
                attached.setdefault(host.id.text, []).append(metric.id.text)
        return attached

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
    def _grouped(self) -> Mapping[str, str]:
        return {metric.id.text: place for place, metrics in self.groups.items() for metric in metrics}

    @cached_property
    def _elsewhere(self) -> Mapping[str, str]:
        """Where a metric is told that is in no group: by a result, a stage, a text. A chart is no telling."""
        places: dict[str, str] = {}
        for place, name in self._named_by_parts():
            for one in (name, *self._attached.get(name, ())):
                places.setdefault(one, place)
        for place, name in self._named_in_texts():
            places.setdefault(name, place)
        return places

    @cached_property
    def _in_problems(self) -> Mapping[str, str]:
        """The first problem that names each metric."""
        named = [(problem.path, name.text) for problem in self._bundle.problems for name in problem.metrics]
        return {name: path for path, name in reversed(named)}

    def _named_by_parts(self) -> Iterator[tuple[str, str]]:
        bundle = self._bundle
        for project in bundle.projects:
            yield from _results(project.path, project.results)
        for module in bundle.modules:
            yield from _results(module.path, module.results)
        if bundle.outcomes:
            yield from _each(OUTCOMES, (one.metric for one in bundle.outcomes.items))
        for stage in bundle.stages:
            yield from _each(stage.path, stage.metrics)
        for item in bundle.diagnosis.items if bundle.diagnosis else ():
            yield from _each("sections.diagnosis", item.metrics)

    def _named_in_texts(self) -> Iterator[tuple[str, str]]:
        for content in walk(self._bundle):
            if isinstance(content, Prose):
                for reference in content.references:
                    yield _part_of(content.span.path), reference.target


def _results(place: str, results: Sequence[Result]) -> Iterator[tuple[str, str]]:
    for result in results:
        yield from _each(place, result.metric_ids)


def _each(place: str, names: Iterable[Text]) -> Iterator[tuple[str, str]]:
    return ((place, name.text) for name in names)


def _part_of(path: str) -> str:
    """The place that a text belongs to: a project, a module, or the section that prints its list."""
    if part := _PART.match(path):
        return part[0]
    listed = path.partition("[")[0].partition(".")[0]
    if listed == OUTCOMES:
        return OUTCOMES
    return f"sections.{listed}" if listed in SECTION_KEYS and listed != LEFT_OVER else ANYWHERE
