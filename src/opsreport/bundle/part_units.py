"""Whether figures are in units of what they count: a budget in money, a goal like its metric."""

from collections.abc import Callable

from opsreport.bundle.leaves import Choice
from opsreport.bundle.metric import Arm, BreakdownItem, Metric, Stated
from opsreport.bundle.metric_units import fits, own_unit, units_fit
from opsreport.bundle.model import Bundle
from opsreport.bundle.parts import Budget, Goal
from opsreport.diagnostics import Diagnostics
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Kind
from opsreport.figures.unit import PERCENT, PERCENTAGE_POINTS, Unit, UnitFamily, parse_unit

SHARES = (UnitFamily.RATE, UnitFamily.RATE_POINTS)
RELATIVE = (*SHARES, UnitFamily.RATIO)

YUAN = parse_unit("元")
TIMES = parse_unit("次")

Fitting = Callable[[Unit], bool]


def part_units_fit(part: object, found: Diagnostics) -> bool:
    """Whether all figures of an object are in units that fit; where one is not, its place is reported."""
    if isinstance(part, Metric):
        before = len(found)
        units_fit(part, found)
        _metric_parts(part, found)
        return len(found) == before
    judging = _Judging(found)
    match part:
        case Budget():
            judging.figure(part.amount, _is_money, YUAN, "budget", part.unit)
        case Arm():
            judging.figure(part.n, _is_count, TIMES, "count")
            judging.figure(part.hits, _is_count, TIMES, "count")
        case Bundle():
            for goal in part.goals:
                metric = part.metric_by_id.get(goal.metric.text) if goal.metric else None
                _goal(goal, metric, judging)
    return judging.is_content


class _Judging:
    """Reports figures whose unit does not fit."""

    def __init__(self, found: Diagnostics) -> None:
        self._found = found
        self.is_content = True

    def figure(
        self,
        quantity: Quantity | None,
        is_fitting: Fitting,
        expected: Unit | None,
        help_key: str,
        given: Choice[Unit] | None = None,
    ) -> None:
        """A bare number fits always; a unit that stands in a field of its own is reported there."""
        if not isinstance(quantity, Figure) or quantity.unit is None or is_fitting(quantity.unit):
            return
        self.is_content = False
        span = given.span if given and given.given and given.value == quantity.unit else quantity.span
        text, other = quantity.unit.symbol, expected.symbol if expected else ""
        label = f"{text} ≠ {other}" if other else ""
        self._found.add("unit-mismatch", span, label=label, help_key=help_key, text=text, expected=other)


def _is_money(unit: Unit) -> bool:
    return unit.family is UnitFamily.MONEY or not unit.plain


def _is_count(unit: Unit) -> bool:
    return unit.family is UnitFamily.COUNT


def _goal(goal: Goal, metric: Metric | None, judging: _Judging) -> None:
    """A goal is set in what its metric is measured in; a rate changes by points."""
    judging.figure(goal.target_growth, lambda unit: unit == PERCENT, PERCENT, "growth")
    if metric is None:
        return
    own = own_unit(metric)
    is_rate = metric.kind.value is Kind.RATE

    def is_level(unit: Unit) -> bool:
        return unit.of(own).measures_like(own) if own else _is_of_kind(metric.kind.value, unit)

    def is_change(unit: Unit) -> bool:
        return unit.family is UnitFamily.RATE_POINTS if is_rate else is_level(unit)

    judging.figure(goal.target_value, is_level, own or _usual(metric.kind.value), "goal")
    points = own.points if own and own.is_rate else PERCENTAGE_POINTS
    change = points if is_rate else own or _usual(metric.kind.value)
    judging.figure(goal.target_change, is_change, change, "points" if is_rate else "goal")


def _is_of_kind(kind: Kind, unit: Unit) -> bool:
    """Without a unit of its own a count takes any word, yet no time and no grade."""
    return fits(kind, unit) and (kind is not Kind.COUNT or unit.family is UnitFamily.COUNT)


def _usual(kind: Kind) -> Unit | None:
    named = {
        Kind.MONEY: "元",
        Kind.COUNT: "次",
        Kind.RATE: "%",
        Kind.DURATION: "秒",
        Kind.SCORE: "分",
        Kind.RATIO: "∶",
    }
    return parse_unit(named.get(kind, "点"))


def _metric_parts(metric: Metric, found: Diagnostics) -> None:
    """What a metric is reckoned from and what was said of it, which need not be in its own unit."""
    # Most of a hundred thousand metrics have none of these.
    if not (metric.numerator or metric.denominator or metric.breakdown or metric.stated or metric.scale):
        return
    judging = _Judging(found)
    own = own_unit(metric)

    def is_relative(unit: Unit) -> bool:
        return unit.family in RELATIVE or own is None or unit.of(own).measures_like(own)

    for quantity in (metric.numerator, metric.denominator):
        judging.figure(quantity, lambda unit: unit.family not in RELATIVE, TIMES, "count")
    for item in metric.breakdown:
        _each(item, ("contribution",), is_relative, judging)
    if metric.stated:
        _each(metric.stated, tuple(Stated.__dataclass_fields__), is_relative, judging)
    if metric.scale and own is None:
        for end in (metric.scale.min, metric.scale.max):
            judging.figure(end, lambda unit: _is_of_kind(metric.kind.value, unit), parse_unit("分"), "count")


def _each(
    part: BreakdownItem | Stated, names: tuple[str, ...], is_fitting: Fitting, judging: _Judging
) -> None:
    for name in names:
        judging.figure(getattr(part, name), is_fitting, PERCENT, "relative")
