"""Projects: a project has a result with a figure, and one on what it was for."""

import re
from collections.abc import Iterator, Mapping

from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Project, Result
from opsreport.bundle.prose import Prose
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.checks.relations.plans import is_measured
from opsreport.checks.relations.titles import called, place_of
from opsreport.claims.names import Names
from opsreport.claims.plain_text import PlainText
from opsreport.claims.words import DOWN_WORDS, UP_WORDS

_MOVE = "|".join((*UP_WORDS, *DOWN_WORDS, "拉动", "做大", "优化", "达到", "升至", "降至", "控制在"))
BEFORE = re.compile(rf"(?:{_MOVE})[^，。；、]{{0,6}}$")
AFTER = re.compile(rf"[^，。；、]{{0,6}}(?:{_MOVE})")


@RELATIONS.rule
def project_without_result(case: Case) -> Iterator[Finding]:
    """A project that no figure speaks for, or that is silent on the metric it was to move."""
    goals = {
        text.owner.path: text for text in case.texts if isinstance(text.owner, Project) and text.key == "goal"
    }
    names = case.names
    companions = _companions(case.bundle)
    for project in case.bundle.projects:
        if not any(_is_quantified(result) for result in project.results):
            help_key = "none" if not project.results else ""
            yield Finding(place_of(project), {"project": called(project), "metric": ""}, help_key)
            continue
        goal = goals.get(project.path)
        told = _told(project, names, companions) if goal else set()
        for start, metric in _meant(goal, names) if goal else ():
            if metric.id.text not in told and goal:
                details = {"project": called(project), "metric": metric.name.text, "name": metric.id.text}
                yield Finding(goal.locate(*start), details, "goal")


def _is_quantified(result: Result) -> bool:
    if result.metric_ids:
        return True
    return is_measured(result.text, result.tail)


def _meant(goal: PlainText, names: Names) -> Iterator[tuple[tuple[int, int], Metric]]:
    """The metrics that a goal says it will move; one that is only mentioned is not meant."""
    for mention in names.mentions(goal.folded):
        before, after = goal.folded[: mention.start], goal.folded[mention.end :]
        if len(mention.metrics) == 1 and (BEFORE.search(before) or AFTER.match(after)):
            yield (mention.start, mention.end), mention.metrics[0]


def _told(project: Project, names: Names, companions: Mapping[str, set[str]]) -> set[str]:
    """The metrics that a project's results tell, by id, by reference or by name, and those of one point."""
    ids = {name.text for result in project.results for name in result.metric_ids}
    for result in project.results:
        for text in (result.text, result.tail):
            ids |= _named_in(text, names)
    return ids.union(*(companions.get(name, set()) for name in ids))


def _companions(bundle: Bundle) -> Mapping[str, set[str]]:
    """Which metrics share a point with which, `attach` read in both directions."""
    companions: dict[str, set[str]] = {}
    for metric in bundle.metrics:
        if metric.attach:
            companions.setdefault(metric.attach.text, set()).add(metric.id.text)
            companions.setdefault(metric.id.text, set()).add(metric.attach.text)
    return companions


def _named_in(text: Prose | None, names: Names) -> set[str]:
    if text is None:
        return set()
    named = {metric.id.text for mention in names.mentions(text.raw) for metric in mention.metrics}
    return named | {reference.target for reference in text.references}
