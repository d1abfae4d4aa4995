"""Values: parts that do not add up to their whole, by more than rounding explains (C.8, C.9.7)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_units import own_unit
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.reckoned import (
    HUNDRED,
    MOST_TERMS,
    bracketed,
    difference_of,
    growth_of,
    number,
    spread,
    sure,
    term,
    together,
    written,
)
from opsreport.diagnostics import Label, Severity
from opsreport.figures.agreement import Interval
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.rounding import needed_places, quotient, rounded
from opsreport.figures.unit import PERCENT, Unit, UnitFamily

AN_EXCERPT_LACKS = 10
"""Where so many points are lacking, the smaller parts were more likely left out than miscounted."""
RESTS = frozenset({"其他", "其它", "其余", "剩余"})
ONE_POINT = Decimal(1)


@VALUES.rule
def parts_do_not_add_up(case: Case) -> Iterator[Finding]:
    """A breakdown whose parts are more or less than the whole, for this period or for last year's."""
    for metric in case.bundle.metrics:
        wholes: tuple[tuple[str, Quantity | None], ...]
        wholes = (("value", sure(metric.value, metric)), ("last_year", metric.last_year))
        for key, quantity in wholes:
            whole, parts = sure(quantity), _all_sure([getattr(one, key) for one in metric.breakdown])
            if whole and parts and not spread(whole, metric).meets(together(parts, metric)):
                help_key = "means" if _are_means(parts, whole) else key
                yield Finding(whole.span, _sum_details(metric, parts, whole), help_key, _labels(parts))


@VALUES.rule
def shares_do_not_add_up(case: Case) -> Iterator[Finding]:
    """Shares of a whole that are more or less than 100% together."""
    for metric in case.bundle.metrics:
        shares = _all_sure([one.share for one in metric.shares])
        if not shares:
            continue
        total = sum((share.base_amount for share in shares), Decimal())
        if not _is(together(shares, metric), HUNDRED):
            has_rest = any(one.name.text.strip() in RESTS for one in metric.shares)
            is_excerpt = HUNDRED - total >= AN_EXCERPT_LACKS and not has_rest
            severity = Severity.ERROR if abs(total - HUNDRED) > ONE_POINT and not is_excerpt else None
            details = _sum_details(metric, shares, None, PERCENT)
            details["rest"] = number(HUNDRED - total)
            help_key = "" if total > HUNDRED else "short"
            yield Finding(shares[0].span, details, help_key, _labels(shares[1:]), severity)


@VALUES.rule
def contributions_do_not_add_up(case: Case) -> Iterator[Finding]:
    """拉动 that do not make the growth of the whole, or 贡献率 that do not make 100%."""
    for metric in case.bundle.metrics:
        given = _all_sure([one.contribution for one in metric.breakdown])
        if not given:
            continue
        moved = together(given, metric)
        ways = _ways_to_contribute(metric, given[0].unit, case)
        if ways and not any(moved.meets(interval) for interval, _ in ways):
            details = _sum_details(metric, given, None, given[0].unit)
            details["expected"] = ways[0][1]
            yield Finding(given[0].span, details, "", _labels(given[1:]))


def _ways_to_contribute(metric: Metric, unit: Unit | None, case: Case) -> list[tuple[Interval, str]]:
    """What contributions may add up to: 100%, the growth in points, or the growth as an amount."""
    whole = (Interval(HUNDRED, HUNDRED), "100%")
    if unit is not None and unit.is_rate:
        return [whole]
    value, base = sure(metric.value, metric), sure(metric.last_year)
    if value is None or base is None:
        return []
    amount = difference_of(metric, value, base, case.bundle.report.options)
    by_amount = (amount.outcome, amount.shown())
    if unit is not None and unit.family is not UnitFamily.RATE_POINTS:
        return [by_amount]
    growth = growth_of(metric, value, base) if base.amount > 0 else None
    in_points = [(growth.outcome, growth.shown())] if growth else []
    if unit is not None:
        return in_points
    own = own_unit(metric)
    worth = own.worth if own else Decimal(1)
    bare = Interval(quotient(amount.outcome.low, worth), quotient(amount.outcome.high, worth))
    return [*in_points, whole, (bare, by_amount[1])] if in_points else []


def _are_means(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the parts look like rates or averages of groups, among which that of all lies."""
    amounts = [part.base_amount for part in parts]
    return len(amounts) > 1 and min(amounts) <= whole.base_amount <= max(amounts)


def _all_sure(quantities: Sequence[Quantity | None]) -> list[Figure]:
    """The figures if every one is known, else none."""
    figures = [sure(one) for one in quantities]
    return [one for one in figures if one] if all(figures) else []


def _is(interval: Interval, amount: Decimal) -> bool:
    return interval.meets(Interval(amount, amount))


def _labels(figures: Sequence[Figure]) -> tuple[Label, ...]:
    return tuple(Label(figure.span) for figure in figures[:MOST_TERMS])


def _sum_details(
    metric: Metric, parts: Sequence[Figure], whole: Figure | None, unit: Unit | None = None
) -> dict[str, object]:
    """The sum with all its terms, and what is written; a long one is cut."""
    unit = unit or (whole.unit if whole else parts[0].unit)
    terms = [bracketed(term(part, unit)) for part in parts]
    if len(terms) > MOST_TERMS:
        terms = [*terms[: MOST_TERMS - 1], "…", terms[-1]]
    total = sum((part.base_amount for part in parts), Decimal())
    amount = quotient(total, unit.worth if unit else Decimal(1))
    places = max(needed_places(amount), *(part.places for part in parts if part.unit == unit), 0)
    amount = rounded(amount, places)
    came_out = written(Figure(amount, unit, places))
    details: dict[str, object] = {
        "metric": metric.name.text,
        "sum": f"{' + '.join(terms)} = {came_out}",
        "total": came_out,
    }
    return details | {"said": written(whole) if whole else ""}
