"""Relations: parts of a bundle that should fit each other."""

from collections.abc import Iterator

from opsreport.bundle.choice_words import CHINESE
from opsreport.bundle.leaves import ResourceKind
from opsreport.bundle.naming import title_of
from opsreport.bundle.parts import Plan
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.diagnostics import Span


@RELATIONS.rule
def request_mismatch(case: Case) -> Iterator[Finding]:
    """A resource that is asked for but not planned, or planned but not asked for."""
    request = case.bundle.request
    if request is None or not request.asks:
        return
    asked: set[tuple[str, ResourceKind]] = set()
    all_are_known = True
    for ask in request.asks:
        plan = case.bundle.plan_by_id.get(ask.plan.text)
        if plan is None or ask.resource is None:
            all_are_known = False
            continue
        asked.add((plan.path, ask.resource.value))
        if ask.resource.value not in _needed(plan):
            yield _finding(ask.resource.span, ask.plan.text, ask.resource.value, "not-planned")
    # An ask for a plan that is not there may have meant any of them.
    for plan in case.bundle.plans if all_are_known else ():
        for kind in _needed(plan):
            if (plan.path, kind) not in asked and plan.resources:
                name = plan.id.text if plan.id else title_of(plan)
                yield _finding(plan.resources.span, name, kind, "not-asked")


def _needed(plan: Plan) -> tuple[ResourceKind, ...]:
    return plan.resources.kinds if plan.resources else ()


def _finding(span: Span, plan: str, kind: ResourceKind, help_key: str) -> Finding:
    return Finding(span, {"plan": plan, "resource": CHINESE[kind][0], "name": kind.value}, help_key)
