"""The matrix 指标—问题—举措—资源: what each problem touches, who mends it, and with what."""

from collections.abc import Iterator, Sequence

from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Plan, Problem
from opsreport.report.context import ClosureRowView, PlanView, ProblemView
from opsreport.report.metrics import MetricWriter
from opsreport.report.passage import Passage


def derive_closure(
    bundle: Bundle, problems: Sequence[ProblemView], plans: Sequence[PlanView], writer: MetricWriter
) -> tuple[ClosureRowView, ...]:
    """A row for each problem with each plan against it, then the plans that are against none.

    What is missing stays empty, so that a problem without a plan shows. A plan's resources are told once, in
    its first row, lest they be added up twice.
    """
    views = {plan.path: view for plan, view in zip(bundle.plans, plans, strict=True)}
    against = _plans_by_problem(bundle)
    told: set[str] = set()
    rows: list[ClosureRowView] = []
    for problem, view in zip(bundle.problems, problems, strict=True):
        metrics = tuple(writer.standing(name) for name in problem.metrics)
        rows += _rows_of_problem(metrics, view, against.get(problem.path, []), views, told)
    free = (plan for plan in bundle.plans if not _addressed(bundle, plan))
    rows += (_row((), Passage(), 1, views[plan.path], is_repeated=False) for plan in free)
    return tuple(rows)


def _rows_of_problem(
    metrics: tuple[Passage, ...],
    problem: ProblemView,
    plans: Sequence[Plan],
    views: dict[str, PlanView],
    told: set[str],
) -> Iterator[ClosureRowView]:
    said = problem.title or (problem.text[0] if problem.text else Passage())
    if not plans:
        yield _row(metrics, said, 1, None, is_repeated=False)
    for index, plan in enumerate(plans):
        span = 0 if index else len(plans)
        yield _row(metrics, said, span, views[plan.path], is_repeated=plan.path in told)
        told.add(plan.path)


def _row(
    metrics: tuple[Passage, ...], problem: Passage, span: int, plan: PlanView | None, *, is_repeated: bool
) -> ClosureRowView:
    return ClosureRowView(
        metrics=metrics,
        problem=problem,
        span=span,
        plan=plan.title if plan else Passage(),
        owner=plan.owner if plan else Passage(),
        due=plan.due if plan else Passage(),
        resources=() if plan is None or is_repeated else plan.resources,
        is_repeated=is_repeated,
    )


def _plans_by_problem(bundle: Bundle) -> dict[str, list[Plan]]:
    """The plans against each problem, by the problem's place."""
    plans: dict[str, list[Plan]] = {}
    for plan in bundle.plans:
        for problem in _addressed(bundle, plan):
            plans.setdefault(problem.path, []).append(plan)
    return plans


def _addressed(bundle: Bundle, plan: Plan) -> list[Problem]:
    """The problems that a plan is against, each once."""
    named = (bundle.problem_by_id.get(name.text) for name in plan.addresses)
    return list({problem.path: problem for problem in named if problem}.values())
