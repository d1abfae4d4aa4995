"""Plans with what they need, and the request that asks for it all, added up."""

from collections.abc import Iterable
from decimal import Decimal

from opsreport.bundle.leaves import ResourceKind
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Plan, Resources
from opsreport.document import Inline, Text
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.printing import exact_text
from opsreport.figures.unit import Unit, parse_unit
from opsreport.report.context import AskView, PlanView, RequestView
from opsreport.report.dates import date_passage
from opsreport.report.passage import Passage, field, joined
from opsreport.report.texts import TextReader, leaf_passage

PERSON_DAYS = "人天"
YUAN = "元"


def derive_plans(bundle: Bundle, texts: TextReader) -> tuple[PlanView, ...]:
    """The plans in the order written."""
    return tuple(_plan(bundle, plan, texts) for plan in bundle.plans)


def _plan(bundle: Bundle, plan: Plan, texts: TextReader) -> PlanView:
    named = (bundle.problem_by_id.get(problem.text) for problem in plan.addresses)
    return PlanView(
        id=plan.id.text if plan.id else "",
        title=texts.passage(plan.title),
        codename=leaf_passage(plan.codename),
        text=texts.paragraphs(plan.text),
        goal=texts.paragraphs(plan.goal),
        action=texts.paragraphs(plan.action),
        resources=tuple(said for kind in ResourceKind for said in _resource(plan.resources, kind, texts)),
        addresses=tuple(texts.passage(problem.title or problem.text) for problem in named if problem),
        owner=leaf_passage(plan.owner),
        due=date_passage(plan.due),
    )


def derive_request(bundle: Bundle, texts: TextReader) -> RequestView | None:
    """What is asked for, plan by plan, and the total of each kind."""
    if bundle.request is None:
        return None
    asks = []
    for ask in bundle.request.asks:
        plan = bundle.plan_by_id.get(ask.plan.text)
        if plan is None or ask.resource is None:
            continue
        said = joined(list(_resource(plan.resources, ask.resource.value, texts)), "、")
        asks.append(AskView(texts.passage(plan.title), bundle.plans.index(plan) + 1, said))
    return RequestView(
        text=texts.paragraphs(bundle.request.text),
        asks=tuple(asks),
        total=Passage((Text("、".join(_totals(bundle))),)) if len(asks) > 1 else Passage(),
        reply_by=date_passage(bundle.request.reply_by),
    )


def _resource(resources: Resources | None, kind: ResourceKind, texts: TextReader) -> Iterable[Passage]:
    """What a plan needs of one kind, in words: 预算48万元（专项合作）, 增配专员2名, 算法组120人天."""
    if resources is None:
        return
    match kind:
        case ResourceKind.BUDGET if resources.budget:
            budget = resources.budget
            amount = _amount(budget.amount, budget.unit.value if budget.unit else None, YUAN, budget.path)
            purpose = texts.passage(budget.purpose)
            yield _bracketed(_said("预算", amount), purpose)
        case ResourceKind.HEADCOUNT:
            for one in resources.headcount:
                role = leaf_passage(one.role)
                yield joined([_said("增配", role), _amount(one.count, None, "名", one.path, key="count")], "")
        case ResourceKind.EFFORT:
            for team in resources.effort:
                unit = team.unit.value if team.unit else None
                days = _amount(team.amount, unit, PERSON_DAYS, team.path)
                yield joined([leaf_passage(team.team), days], "")


def _said(word: str, passage: Passage) -> Passage:
    return Passage((Text(word), *passage.inlines)) if passage else Passage((Text(word),))


def _bracketed(passage: Passage, note: Passage) -> Passage:
    inside: tuple[Inline, ...] = (Text("（"), *note.inlines, Text("）")) if note else ()
    return Passage(passage.inlines + inside)


def _amount(
    quantity: Quantity | None, unit: Unit | None, plain: str, path: str, *, key: str = "amount"
) -> Passage:
    figure = _figure(quantity, unit, plain)
    return field(f"{path}.{key}", exact_text(figure)) if figure else Passage()


def _figure(quantity: Quantity | None, unit: Unit | None, plain: str) -> Figure | None:
    """The amount in its unit; a budget without one is in yuan, people are counted in 名."""
    if not isinstance(quantity, Figure):
        return None
    known = quantity.unit or unit or parse_unit(plain)
    return Figure(quantity.amount, known, quantity.places, quantity.span, quantity.qualifier)


def _totals(bundle: Bundle) -> list[str]:
    """The asks added up, one total for each kind and unit, in the order budget, people, effort."""
    sums: dict[tuple[ResourceKind, str], Figure] = {}
    for kind, figure in _asked(bundle):
        unit = figure.unit
        key = (kind, unit.plain if unit else "")
        base = Figure(figure.base_amount, unit.scaled("") if unit else None, 0)
        before = sums.get(key)
        sums[key] = Figure((before.amount if before else Decimal()) + base.amount, base.unit, 0)
    words = {ResourceKind.BUDGET: "预算", ResourceKind.HEADCOUNT: "增配", ResourceKind.EFFORT: "投入"}
    order = list(ResourceKind)
    ranked = sorted(sums.items(), key=lambda one: order.index(one[0][0]))
    return [words[kind] + exact_text(total) for (kind, _), total in ranked]


def _asked(bundle: Bundle) -> Iterable[tuple[ResourceKind, Figure]]:
    for ask in bundle.request.asks if bundle.request else ():
        plan = bundle.plan_by_id.get(ask.plan.text)
        resources = plan.resources if plan else None
        if resources is None or ask.resource is None:
            continue
        match ask.resource.value:
            case ResourceKind.BUDGET if resources.budget:
                unit = resources.budget.unit.value if resources.budget.unit else None
                amounts = [_figure(resources.budget.amount, unit, YUAN)]
            case ResourceKind.HEADCOUNT:
                amounts = [_figure(one.count, None, "名") for one in resources.headcount]
            case _:
                amounts = [
                    _figure(one.amount, one.unit.value if one.unit else None, PERSON_DAYS)
                    for one in resources.effort
                ]
        yield from ((ask.resource.value, figure) for figure in amounts if figure)
