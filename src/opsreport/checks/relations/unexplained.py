"""Metrics that went wrong and that no problem speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from opsreport.bundle.leaves import ChangeBase
from opsreport.bundle.metric import Metric, StatedChange
from opsreport.bundle.metric_manner import manner_of, notation_of
from opsreport.bundle.parts import Item, Problem
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.claims.names import names_of
from opsreport.diagnostics import Label, Span
from opsreport.figures.attainment import TargetCase, attain
from opsreport.figures.change import compare
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Basis, Kind, Polarity, Verdict
from opsreport.figures.options import Options
from opsreport.figures.period import PeriodKind
from opsreport.figures.printing import difference_unit_text, exact_text, percent_text
from opsreport.figures.rounding import rounded

WHERE_PROBLEMS_ARE = ("problems[", "reflections[", "diagnosis")
SHORTEST = 3
"""So many of a name's last signs are enough to know it by: 投诉率 of 违规内容投诉率."""

SLIP = 20
"""From so many times on, one figure beside another is a slip of the pen rather than a move."""

DECIDED = re.compile("员工|人员|编制|在岗|门店|网点|仓库|面积|SKU|场次|轮次|培训|投放|投入|存货|负债")
"""What is set by decision rather than achieved: fewer of it is good or bad only where `polarity` says so."""


@RELATIONS.rule
def missed_target_unexplained(case: Case) -> Iterator[Finding]:
    """A target that was missed, by the metric's own direction, without a problem that names the metric."""
    named = _NamedInProblems(case)
    options = case.bundle.report.options
    for metric in case.bundle.metrics:
        value, target = metric.value, metric.target
        if metric.hidden or not isinstance(value, Figure) or not isinstance(target, Figure):
            continue
        # The year's target is not due before the year is over.
        if metric.polarity.value is Polarity.NEUTRAL or _is_to_date(case, metric):
            continue
        told = "" if _is_slip(value, target) else _missed(metric, value, target, options)
        if told and metric.id.text not in named:
            details = {"metric": metric.name.text, "told": told, "name": metric.id.text}
            yield Finding(value.span, details, secondary=(Label(target.span),))


@RELATIONS.rule
def adverse_move_unexplained(case: Case) -> Iterator[Finding]:
    """A move for the worse, beyond what counts as flat, without a problem that names the metric."""
    named = _NamedInProblems(case)
    options = case.bundle.report.options
    for metric in case.bundle.metrics:
        if metric.hidden or not _is_judged(metric):
            continue
        move = _adverse_move(metric, options)
        if move and metric.id.text not in named:
            details = {"metric": metric.name.text, "told": move.told, "name": metric.id.text}
            yield Finding(move.span, details, secondary=move.secondary)


@dataclass(frozen=True)
class _NamedInProblems:
    """The ids of the metrics that problems, reflections or a diagnosis name, by id or in words."""

    case: Case

    def __contains__(self, name: str) -> bool:
        return name in self._ids or any(tail in self._stretches for tail in self._tails.get(name, ()))

    @cached_property
    def _ids(self) -> frozenset[str]:
        bundle = self.case.bundle
        items = bundle.diagnosis.items if bundle.diagnosis else ()
        named: list[Problem | Item] = [*bundle.problems, *items]
        ids = {one.text for part in named for one in part.metrics}
        names = self.case.names
        for text in self.case.texts:
            if text.leaf.span.path.startswith(WHERE_PROBLEMS_ARE):
                ids |= {reference.target for _, reference in text.references}
                for mention in names.mentions(text.folded):
                    ids |= {metric.id.text for metric in mention.metrics}
        return frozenset(ids)

    @cached_property
    def _stretches(self) -> frozenset[str]:
        """What is said of problems in pieces as long as a tail, so that no metric reads it all again."""
        texts = self.case.texts
        said = "\n".join(one.folded for one in texts if one.leaf.span.path.startswith(WHERE_PROBLEMS_ARE))
        return frozenset(said[at : at + size] for at in range(len(said)) for size in (2, SHORTEST))

    @cached_property
    def _tails(self) -> dict[str, tuple[str, ...]]:
        return {metric.id.text: tuple(_tails_of(metric)) for metric in self.case.bundle.metrics}


def _tails_of(metric: Metric) -> Iterator[str]:
    for name in names_of(metric):
        yield name[-max(2, min(SHORTEST, (len(name) + 1) // 2)) :]


def _is_judged(metric: Metric) -> bool:
    """Whether a move of it is good or bad news for sure."""
    polarity = metric.polarity
    if polarity.value is Polarity.NEUTRAL or metric.kind.value is Kind.PARAMETER:
        return False
    return polarity.given or not DECIDED.search(metric.name.text)


def _is_slip(value: Figure, base: Figure) -> bool:
    """Whether one is so many times the other that a slip of the pen is likelier than a move."""
    small, large = sorted((abs(value.base_amount), abs(base.base_amount)))
    return 0 < small * SLIP < large


def _is_to_date(case: Case, metric: Metric) -> bool:
    period = metric.period or case.bundle.report.period
    return period is not None and period.value.kind is PeriodKind.YEAR_TO_DATE


def _missed(metric: Metric, value: Figure, target: Figure, options: Options) -> str:
    """The reckoning that shows the miss; nothing where the target is met or prints as met."""
    manner = manner_of(metric, notation_of(metric, options))
    attainment = attain(value, target, manner)
    if attainment.is_met or attainment.is_same:
        return ""
    shown, aim = exact_text(_with_unit(value, metric)), exact_text(_with_unit(target, metric))
    if attainment.rate is None or attainment.case is not TargetCase.COMPLETION:
        gap = manner.notation.difference(attainment.gap) + difference_unit_text(manner.notation.unit)
        return f"{shown}，目标{aim}，相差{gap}"
    if rounded(attainment.rate, options.decimals.percent, options.rounding) >= 100:
        return ""
    return f"{shown} ÷ {aim} = {percent_text(attainment.rate, options)}"


@dataclass(frozen=True, slots=True)
class _Move:
    """A move for the worse: its figures in words, and where they stand."""

    told: str
    span: Span
    secondary: tuple[Label, ...] = ()


def _adverse_move(metric: Metric, options: Options) -> _Move | None:
    """The first move for the worse.

    A season moves a metric against the period before; that counts only where last year is not known.
    """
    value = metric.value
    if not isinstance(value, Figure):
        return _adverse_change(metric, metric.change, options) if metric.change else None
    manner = manner_of(metric, notation_of(metric, options))
    for words, base in _bases(metric):
        if not isinstance(base, Figure) or _is_slip(value, base):
            continue
        change = compare(value, base, manner)
        if change.verdict is Verdict.WORSE:
            ends = f"{exact_text(_with_unit(base, metric))} → {exact_text(_with_unit(value, metric))}"
            return _Move(f"{words}{ends}", value.span, (Label(base.span),))
    return None


def _bases(metric: Metric) -> Iterator[tuple[str, Quantity | None]]:
    if metric.from_ is not None:
        yield "", metric.from_.value
    if metric.basis.value is Basis.NOMINAL:
        yield "同比", metric.last_year
    if metric.last_year is None:
        yield "比上期", metric.previous


def _adverse_change(metric: Metric, change: StatedChange, options: Options) -> _Move | None:
    """A change that alone is known, against the metric's own past."""
    figure = change.value
    if not isinstance(figure, Figure) or (change.vs and change.vs.value is ChangeBase.BASELINE):
        return None
    unit = figure.unit or (change.unit.value if change.unit else None)
    is_points = unit is not None and unit.power == 0 and "点" in unit.symbol
    limit = options.flat.pp if is_points else options.flat.relative
    if abs(figure.amount) <= limit or metric.polarity.value.judge(figure.amount) is not Verdict.WORSE:
        return None
    return _Move(f"{figure.amount:+f}{unit.symbol if unit else ''}".replace("-", "−"), figure.span)


def _with_unit(figure: Figure, metric: Metric) -> Figure:
    return figure if figure.unit or not metric.unit else replace(figure, unit=metric.unit.value)
