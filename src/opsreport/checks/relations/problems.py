"""Problems: each has somebody who answers for it, a plan against it, and a plan in time."""

from collections.abc import Iterator

from opsreport.bundle.leaves import ProblemStatus, Severity
from opsreport.bundle.parts import Plan, Problem, Reflection
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.checks.relations.titles import called, place_of
from opsreport.diagnostics import Label


@RELATIONS.rule
def problem_without_owner(case: Case) -> Iterator[Finding]:
    """A problem, in a topic report a reflection, that nobody answers for."""
    parts: list[Problem | Reflection] = [*_unsolved(case), *case.bundle.reflections]
    for part in parts:
        if part.owner is None:
            yield Finding(place_of(part), {"problem": called(part)})


@RELATIONS.rule
def problem_without_plan(case: Case) -> Iterator[Finding]:
    """A problem that no plan addresses; a report without any plan is told so once, by its style."""
    if not case.bundle.plans and "plans" in case.expected:
        return
    plans = _plans_by_problem(case)
    # A plan that addresses what is not there may have meant any of them.
    known = sum(map(len, plans.values()))
    if known < sum(len(plan.addresses) for plan in case.bundle.plans):
        return
    for problem in _unsolved(case):
        if problem.path not in plans:
            name = problem.id.text if problem.id else called(problem)
            yield Finding(place_of(problem), {"problem": called(problem), "name": name})


@RELATIONS.rule
def late_remedy(case: Case) -> Iterator[Finding]:
    """A grave problem all of whose plans are due only after the period that follows."""
    period = case.bundle.report.period
    upcoming = period.value.next if period else None
    if upcoming is None:
        return
    plans = _plans_by_problem(case)
    for problem in _unsolved(case):
        if problem.severity is None or problem.severity.value is not Severity.HIGH:
            continue
        dues = [plan.due for plan in plans.get(problem.path, ())]
        known = [due for due in dues if due is not None]
        if not known or len(known) < len(dues):
            continue
        first = min(known, key=lambda due: due.value)
        if first.value > upcoming.end:
            details = {
                "problem": called(problem),
                "due": first.value,
                "next": upcoming.label,
                "end": upcoming.end,
            }
            yield Finding(first.span, details, secondary=(Label(place_of(problem)),))


@RELATIONS.rule
def lingering_problem(case: Case) -> Iterator[Finding]:
    """A problem that an earlier period has left."""
    period = case.bundle.report.period
    for problem in _unsolved(case) if period else ():
        if period and problem.since and problem.since.value.end < period.value.start:
            details = {"problem": called(problem), "since": problem.since.value.label}
            yield Finding(problem.since.span, details)


def _unsolved(case: Case) -> list[Problem]:
    closed = ProblemStatus.CLOSED
    return [one for one in case.bundle.problems if one.status is None or one.status.value is not closed]


def _plans_by_problem(case: Case) -> dict[str, list[Plan]]:
    """The plans that address each problem, by the problem's path."""
    plans: dict[str, list[Plan]] = {}
    for plan in case.bundle.plans:
        for name in plan.addresses:
            problem = case.bundle.problem_by_id.get(name.text)
            if problem is not None:
                plans.setdefault(problem.path, []).append(plan)
    return plans
