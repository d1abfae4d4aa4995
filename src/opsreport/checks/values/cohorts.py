"""Values: parts of a crowd that are larger than the crowd."""

import re
from collections.abc import Iterator
from itertools import pairwise

from opsreport.bundle.formula import Operand, Operator
from opsreport.bundle.metric import Arm, Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.retention import retention_of
from opsreport.checks.values.quoted import as_written
from opsreport.claims.names import names_of
from opsreport.diagnostics import Label
from opsreport.figures.agreement import span_of
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Bounded, Kind

FIELDS = ("value", "last_year", "previous", "target")

PARTS_OF = (
    ("DAU", ("WAU", "MAU")), ("WAU", ("MAU",)), ("日活跃", ("周活跃", "月活跃")), ("周活跃", ("月活跃",)),
    ("日均活跃", ("月均活跃", "月度活跃", "月活跃")), ("日活", ("周活", "月活")), ("周活", ("月活",)),
    ("付费", ("活跃", "注册")), ("激活", ("注册",)), ("准时", ("总", "全部", "")),
    ("准点", ("总", "全部", "")), ("及时", ("总", "全部", "")), ("合格", ("总", "全部", "")),
)  # fmt: skip
"""Words of a name, and those that make it the name of a set that holds it."""

ENDING = re.compile(r"(?:总数|总量|数量|人数|数|量)$")


@VALUES.rule
def retention_order(case: Case) -> Iterator[Finding]:
    """More users who came back on a later day than on an earlier one."""
    by_whose: dict[str, list[tuple[int, Metric]]] = {}
    for metric in case.bundle.metrics:
        retention = retention_of(metric.name.text)
        if retention and metric.kind.value is Kind.RATE:
            by_whose.setdefault(retention.of, []).append((retention.days, metric))
    for after in by_whose.values():
        after.sort(key=lambda one: one[0])
        for (days, earlier), (more_days, later) in pairwise(after):
            if days < more_days and earlier.period == later.period:
                yield from _rising(earlier, later)


def _rising(earlier: Metric, later: Metric) -> Iterator[Finding]:
    for field in FIELDS:
        first, second = getattr(earlier, field), getattr(later, field)
        if _is_larger(second, first):
            details = {
                "metric": later.name.text,
                "shown": as_written(second),
                "other": earlier.name.text,
                "least": as_written(first),
            }
            yield Finding(second.span, details, secondary=(Label(first.span),))


@VALUES.rule
def subset_larger_than_set(case: Case) -> Iterator[Finding]:
    """A part that is larger than its whole: by the formula of a share, by the names, in an experiment."""
    known: set[tuple[str, str]] = set()
    for part, whole in (*_by_formula(case), *_by_name(case)):
        if (part.path, whole.path) in known or part is whole:
            continue
        known.add((part.path, whole.path))
        for field in FIELDS:
            smaller, larger = getattr(part, field), getattr(whole, field)
            if _is_larger(smaller, larger):
                yield _finding(part.name.text, smaller, whole.name.text, larger)
    for content in case.contents:
        if isinstance(content, Arm) and _is_larger(content.hits, content.n):
            hits, n = content.hits, content.n
            if isinstance(hits, Figure) and isinstance(n, Figure):
                yield _finding("hits", hits, "n", n)


def _finding(part: str, smaller: Figure, whole: str, larger: Figure) -> Finding:
    details = {"part": part, "shown": as_written(smaller), "whole": whole, "most": as_written(larger)}
    return Finding(smaller.span, details, secondary=(Label(larger.span),))


def _by_formula(case: Case) -> Iterator[tuple[Metric, Metric]]:
    """Numerator and denominator of each rate that cannot be above 100%."""
    for metric in case.bundle.metrics:
        formula = metric.formula
        is_share = metric.kind.value is Kind.RATE and metric.bounded.value is Bounded.BOTH
        if formula and is_share and formula.operator is Operator.DIVIDED_BY:
            part, whole = _whole(case, formula.left), _whole(case, formula.right)
            if part and whole:
                yield part, whole


def _whole(case: Case, operand: Operand) -> Metric | None:
    return None if operand.part else case.bundle.metric_by_id.get(operand.metric)


def _by_name(case: Case) -> Iterator[tuple[Metric, Metric]]:
    """Metrics of one scope of which one is by its name a part of the other."""
    counts = [metric for metric in case.bundle.metrics if metric.kind.value is Kind.COUNT]
    named = {_stem(name): metric for metric in reversed(counts) for name in names_of(metric)}
    for metric in counts:
        for name in names_of(metric):
            stem = _stem(name)
            for word, others in PARTS_OF:
                if word not in stem:
                    continue
                for other in others:
                    whole = named.get(stem.replace(word, other, 1))
                    if whole and whole.period == metric.period:
                        yield metric, whole


def _stem(name: str) -> str:
    return ENDING.sub("", "".join(name.split()).upper())


def _is_larger(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether a figure is surely larger than another, whatever was rounded away."""
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    if (
        (one.unit and other.unit and not one.unit.measures_like(other.unit))
        or one.qualifier
        or other.qualifier
    ):
        return False
    if (one.unit is None) != (other.unit is None):
        return False
    return span_of(one).low > span_of(other).high
