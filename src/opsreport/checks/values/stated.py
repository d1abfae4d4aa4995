"""Values: comparisons that somebody typed in, against what the figures come to."""

from collections.abc import Iterator
from dataclasses import replace

from opsreport.bundle.metric import Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.reckoned import (
    Reckoned,
    difference_of,
    growth_of,
    is_relative,
    mistaken,
    moves_by_points,
    sure,
    term,
    written,
)
from opsreport.checks.values.statements import (
    Statement,
    needs_no_percentage,
    statements_of,
    ways_to_move,
)
from opsreport.checks.values.targets import has_completion, ways_to_attain
from opsreport.diagnostics import Label
from opsreport.figures.figure import Figure, NotApplicable, Quantity
from opsreport.figures.kinds import Basis
from opsreport.figures.options import Options
from opsreport.figures.printing import MINUS
from opsreport.figures.unit import PERCENT

NOT_APPLICABLE = "不适用"
LOSS = "亏损"


@VALUES.rule
def stated_vs_last_year(case: Case) -> Iterator[Finding]:
    """A 同比 or a narrowed loss other than the value against last year's."""
    yield from _moves(case, "stated-vs-last-year")
    for metric in case.bundle.metrics:
        yield from _loss(metric)


@VALUES.rule
def stated_vs_previous(case: Case) -> Iterator[Finding]:
    """A 环比 other than the value against the period before."""
    yield from _moves(case, "stated-vs-previous")


@VALUES.rule
def stated_change(case: Case) -> Iterator[Finding]:
    """A change other than the value against where it came from, its baseline or its benchmark."""
    yield from _moves(case, "stated-change")


@VALUES.rule
def stated_vs_target(case: Case) -> Iterator[Finding]:
    """A 完成率 other than the value over its target."""
    options = case.bundle.report.options
    for metric in case.bundle.metrics:
        said = metric.stated.vs_target if metric.stated else None
        value, target = sure(metric.value, metric), sure(metric.target)
        if value is None or target is None:
            continue
        if isinstance(said, NotApplicable) and not has_completion(metric, value, target):
            continue
        if isinstance(said, Figure | NotApplicable):
            yield from _contradiction(metric, said, ways_to_attain(metric, said, options), (value, target))


def _moves(case: Case, code: str) -> Iterator[Finding]:
    options = case.bundle.report.options
    for metric in case.bundle.metrics:
        if metric.stated is None and metric.change is None:
            continue
        for statement in statements_of(metric):
            if statement.code == code and not _is_rightly_left_out(statement, options):
                ends = (statement.value, *statement.bases[:1])
                yield from _contradiction(metric, statement.said, ways_to_move(statement, options), ends)


def _is_rightly_left_out(statement: Statement, options: Options) -> bool:
    if not isinstance(statement.said, NotApplicable) or moves_by_points(statement.metric):
        return False
    return any(
        needs_no_percentage(statement.metric, statement.value, base, options) for base in statement.bases
    )


def _contradiction(
    metric: Metric, said: Figure | NotApplicable, ways: tuple[Reckoned, ...], ends: tuple[Figure, ...]
) -> Iterator[Finding]:
    labels = tuple(Label(end.span) for end in ends if end.span != said.span)
    if isinstance(said, NotApplicable):
        if ways:
            yield Finding(said.span, _details(metric, NOT_APPLICABLE, ways[0]), secondary=labels)
        return
    way = mistaken(said, ways)
    if way is not None:
        shown = written(said, way.unit, is_move=way.is_move and not is_relative(said.unit))
        is_turned = mistaken(replace(said, amount=-said.amount), ways) is None
        yield Finding(said.span, _details(metric, shown, way, said), "sign" * is_turned, labels)


def _details(metric: Metric, said: str, way: Reckoned, stated: Figure | None = None) -> dict[str, object]:
    return {
        "metric": metric.name.text,
        "said": said,
        "sum": way.shown(stated),
        "typed": way.typed(stated),
    }


def _loss(metric: Metric) -> Iterator[Finding]:
    """亏损收窄, which is said of the size of two losses."""
    said = metric.stated.loss_narrowed if metric.stated else None
    value, base = sure(metric.value, metric), sure(metric.last_year)
    if value is None or base is None or metric.basis.value is not Basis.NOMINAL:
        return
    are_losses = value.amount < 0 and base.amount < 0
    if not are_losses and not (LOSS in metric.name.text and min(value.amount, base.amount) > 0):
        yield from _no_narrower(metric, said, value, base)
        return
    before, after = (replace(figure, amount=abs(figure.amount)) for figure in (base, value))
    if after.base_amount >= before.base_amount:
        yield from _no_narrower(metric, said, value, base)
    elif isinstance(said, Figure | NotApplicable):
        yield from _contradiction(metric, said, _narrowed(metric, said, before, after), (value, base))


def _narrowed(
    metric: Metric, said: Figure | NotApplicable, before: Figure, after: Figure
) -> tuple[Reckoned, ...]:
    unit = said.unit if isinstance(said, Figure) else None
    if unit is not None and not unit.is_rate:
        return (difference_of(metric, before, after),)
    growth = growth_of(metric, after, before)
    if growth is None:
        return ()
    first, now = term(before, before.unit), term(after, before.unit)
    sum_ = f"({first} {MINUS} {now}) ÷ {first}"
    return (replace(growth, outcome=-growth.outcome, exact=-growth.exact, sum=sum_),)


def _no_narrower(metric: Metric, said: Quantity | None, value: Figure, base: Figure) -> Iterator[Finding]:
    """There is no loss that became smaller."""
    if isinstance(said, Figure):
        became = f"{written(base)} → {written(value)}"
        details = {"metric": metric.name.text, "said": written(said, PERCENT), "sum": became, "typed": ""}
        yield Finding(said.span, details, "no-narrower", (Label(value.span), Label(base.span)))
