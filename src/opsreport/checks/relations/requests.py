"""Requests: what is asked for is what the plans need, and comes to the total that is named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from opsreport.bundle.choice_words import CHINESE
from opsreport.bundle.leaves import ResourceKind
from opsreport.bundle.model import Bundle
from opsreport.bundle.naming import title_of
from opsreport.bundle.parts import Plan, Request
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.claims.amounts import Amount, AmountReader
from opsreport.claims.plain_text import PlainText
from opsreport.diagnostics import Span
from opsreport.figures.agreement import span_of
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.printing import exact_text
from opsreport.figures.rounding import quotient
from opsreport.figures.unit import UnitFamily, parse_unit

WORDS_FOR = {
    ResourceKind.BUDGET: re.compile("预算|资金|经费|费用|拨付|拨款"),
    ResourceKind.HEADCOUNT: re.compile("增配|编制|增员|增编|人手|招聘|扩编|人员"),
    ResourceKind.EFFORT: re.compile("投入|工作量|人力支持|研发|人天"),
}
TOTAL = re.compile("合计|总计|共计|总额|总预算|总共|累计|一共|共需|共申请|(?<!公)共(?!同|建|享|创|识)")
ASKING = re.compile("申请|批准|批示|资源|所需")
EARNED = re.compile("收入|营收|销售|利润|成交|GMV|产值|节约|节省|增收|创收|回款|产出|贡献|带来|实现")
PEOPLE = frozenset({"人", "名", "位"})


@RELATIONS.rule
def request_mismatch(case: Case) -> Iterator[Finding]:
    """A resource asked for but not planned, or planned but not asked for; a total that is not their sum."""
    request = case.bundle.request
    if request is None:
        return
    yield from _asks(case.bundle, request)
    text = next((one for one in case.texts if one.leaf is request.text), None)
    if text is not None:
        yield from _totals(case.bundle, request, text)


def _asks(bundle: Bundle, request: Request) -> Iterator[Finding]:
    asked: set[tuple[str, ResourceKind]] = set()
    all_are_known = bool(request.asks)
    for ask in request.asks:
        plan = bundle.plan_by_id.get(ask.plan.text)
        if plan is None or ask.resource is None:
            all_are_known = False
            continue
        asked.add((plan.path, ask.resource.value))
        if ask.resource.value not in _needed(plan):
            yield _finding(ask.resource.span, ask.plan.text, ask.resource.value, "not-planned")
    # An ask for a plan that is not there may have meant any of them.
    for plan in bundle.plans if all_are_known else ():
        for kind in _needed(plan):
            if (plan.path, kind) not in asked and plan.resources:
                name = plan.id.text if plan.id else title_of(plan)
                yield _finding(plan.resources.span, name, kind, "not-asked")


def _needed(plan: Plan) -> tuple[ResourceKind, ...]:
    return plan.resources.kinds if plan.resources else ()


def _finding(span: Span, plan: str, kind: ResourceKind, help_key: str) -> Finding:
    details = {"told": plan, "plan": plan, "resource": CHINESE[kind][0], "name": kind.value}
    return Finding(span, details, help_key)


def _totals(bundle: Bundle, request: Request, text: PlainText) -> Iterator[Finding]:
    """The amounts in the words of the request that are neither a sum nor one of what is asked for."""
    typed = list(AmountReader().amounts(text.folded))
    for kind in ResourceKind:
        needed = _Needed.of(bundle, request, kind)
        for amount in typed if needed else ():
            if needed is None or not _is_of(kind, amount, text):
                continue
            is_total = bool(TOTAL.search(_before(amount, text)))
            if not needed.agrees(amount.figure, is_total=is_total):
                yield _mismatch(kind, needed, amount, text)


@dataclass(frozen=True, slots=True)
class _Needed:
    """What is asked for of one kind, in base units; `unit` is the first one's."""

    amounts: tuple[Decimal, ...]
    unit: Figure

    @property
    def count(self) -> int:
        """How many plans need some of it."""
        return len(self.amounts)

    @property
    def total(self) -> Decimal:
        """All of it."""
        return sum(self.amounts, Decimal())

    def agrees(self, stated: Figure, *, is_total: bool) -> bool:
        """Whether an amount is the sum, or one of the parts where it need not be the sum."""
        span = span_of(stated)
        candidates = (self.total,) if is_total else (self.total, *self.amounts)
        return any(span.low <= one <= span.high for one in candidates) or stated.qualifier is not None

    @classmethod
    def of(cls, bundle: Bundle, request: Request, kind: ResourceKind) -> "_Needed | None":
        """What the plans that are asked for need; nothing where an amount is not known."""
        asked = {ask.plan.text for ask in request.asks if ask.resource and ask.resource.value is kind}
        plans = [bundle.plan_by_id[name] for name in asked if name in bundle.plan_by_id]
        quantities = [
            one for plan in (plans if request.asks else bundle.plans) for one in _amounts(plan, kind)
        ]
        figures = [one for one in quantities if isinstance(one, Figure) and one.qualifier is None]
        units = {figure.unit.plain if figure.unit else "" for figure in figures}
        if not figures or len(figures) < len(quantities) or (len(units) > 1 and not units <= PEOPLE | {""}):
            return None
        return cls(tuple(figure.base_amount for figure in figures), figures[0])


def _amounts(plan: Plan, kind: ResourceKind) -> list[Quantity | None]:
    resources = plan.resources
    if resources is None:
        return []
    match kind:
        case ResourceKind.BUDGET:
            budget = resources.budget
            return (
                [_counted(budget.amount, budget.unit.value.symbol if budget.unit else "元")] if budget else []
            )
        case ResourceKind.HEADCOUNT:
            return [_counted(one.count, "名") for one in resources.headcount]
        case ResourceKind.EFFORT:
            return [
                _counted(one.amount, one.unit.value.symbol if one.unit else "人天")
                for one in resources.effort
            ]


def _counted(quantity: Quantity | None, usual: str) -> Quantity | None:
    if isinstance(quantity, Figure) and quantity.unit is None:
        return Figure(quantity.amount, parse_unit(usual), quantity.places, quantity.span, quantity.qualifier)
    return quantity


def _is_of(kind: ResourceKind, amount: Amount, text: PlainText) -> bool:
    """Whether an amount of a text is one of money, people or work that is asked for there."""
    unit = amount.unit
    before, sentence = _before(amount, text), text.folded[: amount.start].rpartition("。")[2]
    is_asked = WORDS_FOR[kind].search(sentence) or (ASKING.search(sentence) and not EARNED.search(before))
    is_named = WORDS_FOR[kind].search(before) or (TOTAL.search(before) and is_asked)
    if unit is None or not is_named:
        return False
    match kind:
        case ResourceKind.BUDGET:
            return unit.family is UnitFamily.MONEY and "/" not in unit.plain
        case ResourceKind.HEADCOUNT:
            return unit.plain in PEOPLE
        case ResourceKind.EFFORT:
            return unit.plain in ("人天", "人日")


def _before(amount: Amount, text: PlainText) -> str:
    """The words of its clause between the figure before it and an amount."""
    return re.split(r"[，,。；;\d]", text.folded[: amount.start])[-1]


def _mismatch(kind: ResourceKind, needed: _Needed, amount: Amount, text: PlainText) -> Finding:
    unit = needed.unit.unit
    worth = unit.worth if unit else Decimal(1)
    each = (exact_text(Figure(quotient(one, worth), unit, 0)) for one in (*needed.amounts, needed.total))
    *parts, total = each
    summed = f"{' + '.join(parts)} = {total}" if needed.count > 1 else total
    stated = text.text[amount.start : amount.end]
    told = f"{summed} ≠ {stated}"
    details = {"told": told, "resource": CHINESE[kind][0], "name": kind.value, "total": total, "plan": ""}
    return Finding(text.locate(amount.start, amount.end), details, "total")
