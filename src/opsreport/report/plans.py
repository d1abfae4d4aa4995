"""Plans with what they need, and the request that asks for it all, added up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from opsreport.bundle.leaves import Choice, ResourceKind
from opsreport.bundle.leaves import Text as Leaf
from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Placed
from opsreport.bundle.parts import Plan, Resources
from opsreport.bundle.prose import Prose
from opsreport.document import Field, Text
from opsreport.figures.figure import Figure, Quantity, Slot
from opsreport.figures.options import Options
from opsreport.figures.printing import exact_text
from opsreport.figures.unit import Unit, parse_unit
from opsreport.report.context import AskView, PlanView, RequestView
from opsreport.report.dates import date_passage
from opsreport.report.goals import goal_passage
from opsreport.report.passage import Passage, field, joined
from opsreport.report.texts import TextReader, leaf_passage, unstopped, with_slots_marked

WORDS = {ResourceKind.BUDGET: "预算", ResourceKind.HEADCOUNT: "增配", ResourceKind.EFFORT: "投入"}


def derive_plans(bundle: Bundle, texts: TextReader) -> tuple[PlanView, ...]:
    """The plans in the order written."""
    return tuple(_plan(bundle, plan, texts) for plan in bundle.plans)


def _plan(bundle: Bundle, plan: Plan, texts: TextReader) -> PlanView:
    aims = (bundle.goal_by_id.get(goal.text) for goal in plan.goals)
    named = (bundle.problem_by_id.get(problem.text) for problem in plan.addresses)
    return PlanView(
        id=plan.id.text if plan.id else "",
        title=texts.passage(plan.title),
        codename=leaf_passage(plan.codename),
        text=texts.paragraphs(plan.text),
        goal=texts.paragraphs(plan.goal),
        action=texts.paragraphs(plan.action),
        resources=tuple(
            said
            for kind in ResourceKind
            for said in _resource(plan.resources, kind, texts, bundle.report.options)
        ),
        addresses=tuple(texts.passage(problem.title or problem.text) for problem in named if problem),
        owner=leaf_passage(plan.owner),
        due=date_passage(plan.due),
        goals=tuple(goal_passage(bundle, goal, texts) for goal in aims if goal),
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
        needed = _resource(plan.resources, ask.resource.value, texts, bundle.report.options)
        said = joined(list(needed), "、")
        asks.append(AskView(texts.passage(plan.title), bundle.plans.index(plan) + 1, said))
    return RequestView(
        text=texts.paragraphs(bundle.request.text),
        asks=tuple(asks),
        total=_total(bundle) if len(asks) > 1 else Passage(),
        reply_by=date_passage(bundle.request.reply_by),
    )


def _resource(
    resources: Resources | None, kind: ResourceKind, texts: TextReader, options: Options
) -> Iterable[Passage]:
    """What a plan needs of one kind, in words: 预算48万元（专项合作）, 增配专员2名, 算法组120人天."""
    for amount in _amounts(resources, kind):
        said = [Passage((Text(WORDS[kind]),))] if kind is not ResourceKind.EFFORT or not amount.of else []
        of = unstopped(texts.passage(amount.of)) if isinstance(amount.of, Prose) else leaf_passage(amount.of)
        passage = amount.passage(options)
        if kind is ResourceKind.BUDGET:
            yield joined([*said, passage, _bracketed(of)], "")
        else:
            yield joined([*said, of, passage], "")


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a resource is needed, where that is written, and of what or for what (岗位, 团队, 用途)."""

    quantity: Quantity | None
    path: str
    of: Leaf | Prose | None

    def passage(self, options: Options) -> Passage:
        """The amount in words; one still to be filled in stays visible."""
        match self.quantity:
            case Figure():
                return field(self.path, exact_text(self.quantity, options))
            case Slot(text):
                return Passage((Field(self.path, with_slots_marked(text)),))
        return Passage()


def _amounts(resources: Resources | None, kind: ResourceKind) -> list[Amount]:
    """What a plan needs of one kind; a budget without a unit is in yuan, people are counted in 名."""
    if resources is None:
        return []
    match kind:
        case ResourceKind.BUDGET:
            budgets = (resources.budget,) if resources.budget else ()
            return [_amount(one, "amount", one.amount, one.unit, "元", one.purpose) for one in budgets]
        case ResourceKind.HEADCOUNT:
            return [_amount(one, "count", one.count, None, "名", one.role) for one in resources.headcount]
        case ResourceKind.EFFORT:
            return [
                _amount(one, "amount", one.amount, one.unit, "人天", one.team) for one in resources.effort
            ]


def _amount(
    part: Placed,
    key: str,
    quantity: Quantity | None,
    unit: Choice[Unit] | None,
    usual: str,
    of: Leaf | Prose | None,
) -> Amount:
    return Amount(_in_unit(quantity, unit, usual), f"{part.path}.{key}", of)


def _in_unit(quantity: Quantity | None, unit: Choice[Unit] | None, usual: str) -> Quantity | None:
    if not isinstance(quantity, Figure):
        return quantity
    own = quantity.unit or (unit.value if unit else None)
    plain = parse_unit(usual)
    # 48万 of a budget are 48万元.
    return replace(quantity, unit=own.of(plain) if own and plain else own or plain)


def _bracketed(note: Passage) -> Passage:
    return Passage((Text("（"), *note.inlines, Text("）"))) if note else note


def _total(bundle: Bundle) -> Passage:
    """All that is asked for, in words; a sum is no total while one of its parts is still to be filled in."""
    asked = list(_asked(bundle))
    figures = [(kind, quantity) for kind, quantity in asked if isinstance(quantity, Figure)]
    if not figures or any(isinstance(quantity, Slot) for _, quantity in asked):
        return Passage()
    return Passage((Text("、".join(_sums(figures, bundle.report.options))),))


def _sums(asked: Iterable[tuple[ResourceKind, Figure]], options: Options) -> list[str]:
    """The asks added up, one total for each kind and unit, in the order budget, people, effort.

    People are people, whether counted in 名, 人 or 位; a sum with an approximate part is approximate.
    """
    sums: dict[tuple[ResourceKind, str], Figure] = {}
    for kind, figure in asked:
        unit = parse_unit("名") if kind is ResourceKind.HEADCOUNT else figure.unit and figure.unit.scaled("")
        key = (kind, unit.symbol if unit else "")
        before = sums.get(key) or Figure(Decimal(), unit, 0)
        amount = before.amount + figure.base_amount
        sums[key] = replace(before, amount=amount, qualifier=before.qualifier or figure.qualifier)
    ranked = sorted(sums.items(), key=lambda one: list(ResourceKind).index(one[0][0]))
    return [WORDS[kind] + exact_text(total, options) for (kind, _), total in ranked]


def _asked(bundle: Bundle) -> Iterable[tuple[ResourceKind, Quantity | None]]:
    for ask in bundle.request.asks if bundle.request else ():
        plan = bundle.plan_by_id.get(ask.plan.text)
        if plan is not None and ask.resource is not None:
            for amount in _amounts(plan.resources, ask.resource.value):
                yield ask.resource.value, amount.quantity
