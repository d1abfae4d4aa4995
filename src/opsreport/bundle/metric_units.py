"""Whether the units of a metric fit together, so that no number is printed in a unit that it is not in."""

import re
from collections.abc import Iterator

from opsreport.bundle.metric import Metric
from opsreport.diagnostics import Diagnostics, Label
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Kind
from opsreport.figures.unit import RATIO_SIGN, Unit, UnitFamily, name_without_unit, unit_in_name

AUTOMATIC = ("auto", "自动")

_FITTING = {
    Kind.MONEY: {UnitFamily.MONEY},
    Kind.COUNT: {UnitFamily.COUNT, UnitFamily.DURATION, UnitFamily.SCORE, UnitFamily.POINTS},
    Kind.RATE: {UnitFamily.RATE, UnitFamily.RATE_POINTS},
    Kind.DURATION: {UnitFamily.DURATION, UnitFamily.SCORE},
    Kind.SCORE: {UnitFamily.SCORE, UnitFamily.POINTS},
    Kind.POINTS: {UnitFamily.POINTS, UnitFamily.SCORE, UnitFamily.RATE_POINTS},
    Kind.RATIO: {UnitFamily.RATIO},
    Kind.INDEX: {UnitFamily.POINTS, UnitFamily.SCORE, UnitFamily.COUNT},
    Kind.PARAMETER: set(UnitFamily),
}
"""What the unit of a metric of a kind may measure; 分 may be a score or minutes."""

# Any word may be a unit of counts, and some of them name a time or a grade: 课时, 人天, 颗星.
_FITTING_WORDS = {Kind.DURATION: re.compile("[年季月旬周日天时刻分秒]"), Kind.SCORE: re.compile("[分星级]")}


def levels(metric: Metric) -> Iterator[Figure]:
    """All figures of a metric that are levels of it, and so are printed in one unit."""
    bases = (metric.from_, metric.baseline, metric.benchmark, metric.peak, metric.trough, metric.average)
    quantities: list[Quantity | None] = [metric.value, metric.target, metric.last_year, metric.previous]
    quantities += [base.value for base in bases if base]
    for point in metric.series:
        quantities += [point.value, point.last_year, point.target]
    for part in metric.breakdown:
        quantities += [part.value, part.last_year]
    yield from (quantity for quantity in quantities if isinstance(quantity, Figure))


def units_fit(metric: Metric, found: Diagnostics) -> bool:
    """Whether all units of a metric fit together; where they do not, the place is reported."""
    before = len(found)
    figures = list(levels(metric))
    own = _unit_among(metric, figures)
    if own is not None:
        _report_unlike(figures, own, found)
    _report_name(metric, own, figures, found)
    _report_kind(metric, found)
    _report_display_unit(metric, own, figures, found)
    _report_change(metric, own, found)
    _report_scale(metric, found)
    return len(found) == before


def own_unit(metric: Metric) -> Unit | None:
    """The unit of a metric, also where only its figures name it; a ratio counts in ∶."""
    is_ratio = metric.kind.value is Kind.RATIO
    return _unit_among(metric, list(levels(metric))) or (RATIO_SIGN if is_ratio else None)


def _unit_among(metric: Metric, figures: list[Figure]) -> Unit | None:
    return metric.unit.value if metric.unit else next((one.unit for one in figures if one.unit), None)


def _report_unlike(figures: list[Figure], own: Unit, found: Diagnostics) -> None:
    """A number beside one with a unit may be in that unit or in its plain one: 86420 beside 7.2亿元."""
    labels = tuple(Label(figure.span) for figure in figures if figure.unit == own)[:1]
    for figure in figures:
        if figure.unit is None and own != RATIO_SIGN:
            number = f"{figure.amount:f}"
            found.add("missing-unit", figure.span, secondary=labels, text=number, unit=own.symbol)
        elif figure.unit is None:
            continue
        elif not figure.unit.measures_like(own):
            _report_mismatch(figure, figure.unit, own, found)


def _report_mismatch(figure: Figure, unit: Unit, own: Unit, found: Diagnostics) -> None:
    label = f"{unit.symbol} ≠ {own.symbol}"
    # 21.4元/人 beside 元 is a price beside a sum, whatever the rate of exchange.
    if unit.currency and own.currency and unit.currency != own.currency:
        found.add("mixed-currencies", figure.span, label=label, currencies=f"{own.symbol}、{unit.symbol}")
        return
    found.add("unit-mismatch", figure.span, label=label, text=unit.symbol, expected=own.symbol)


def _report_name(metric: Metric, own: Unit | None, figures: list[Figure], found: Diagnostics) -> None:
    """The unit in a name, 转化率(%), is printed as a part of it, so the metric has to be in that unit."""
    named = unit_in_name(metric.name.text) if figures else None
    if named is None:
        return
    details = {"bare": name_without_unit(metric.name.text)}
    if own is None and metric.kind.value is not Kind.RATIO:
        details |= {"text": f"{figures[0].amount:f}", "unit": named.symbol}
        found.report(
            "missing-unit", metric.name.span, details, secondary=(Label(figures[0].span),), help_key="name"
        )
        return
    own = own or RATIO_SIGN
    shown = metric.display_unit.value.of(own) if metric.display_unit else own
    if not (are_one(named, own) or are_one(named, shown) or AUTOMATIC[0] == shown.symbol):
        details |= {"text": named.symbol, "expected": own.symbol}
        label = f"{named.symbol} ≠ {own.symbol}"
        found.report("unit-mismatch", metric.name.span, details, label=label, help_key="name")


def are_one(unit: Unit, other: Unit) -> bool:
    """Whether two units are the same size of the same thing; 分 may be minutes, 万 may be 万元."""
    if UnitFamily.RATIO is unit.family is other.family:
        return True
    if {unit.symbol, other.symbol} == {"分", "分钟"}:
        return True
    return unit.measures_like(other) and unit.of(other).worth == other.of(unit).worth


def _report_kind(metric: Metric, found: Diagnostics) -> None:
    if metric.unit is None or fits(metric.kind.value, metric.unit.value):
        return
    at, other = (metric.kind, metric.unit) if metric.kind.given else (metric.unit, metric.kind)
    secondary = (Label(other.span),) if metric.kind.given and metric.unit.given else ()
    kind, unit = metric.kind.value.value, metric.unit.value.symbol
    found.add("kind-mismatch", at.span, secondary=secondary, kind=kind, unit=unit)


def fits(kind: Kind, unit: Unit) -> bool:
    """Whether a metric of a kind may be in a unit."""
    if unit.family in _FITTING[kind] or (not unit.plain and kind is Kind.MONEY):
        return True
    word = _FITTING_WORDS.get(kind)
    return bool(word and unit.family is UnitFamily.COUNT and word.search(unit.plain))


def _report_display_unit(metric: Metric, own: Unit | None, figures: list[Figure], found: Diagnostics) -> None:
    """Figures can be shown in another size of their own unit, and in nothing else."""
    choice = metric.display_unit
    if choice is None or choice.value.symbol in AUTOMATIC:
        return
    if own is None and metric.kind.value is Kind.RATIO:
        own = RATIO_SIGN
    shown = choice.value.of(own) if own else choice.value
    if own is None and shown.plain and figures:
        number = f"{figures[0].amount:f}"
        labels = (Label(figures[0].span),)
        found.add("missing-unit", choice.span, secondary=labels, text=number, unit=shown.symbol)
    elif own is not None and not shown.measures_like(own):
        label = f"{shown.symbol} ≠ {own.symbol}"
        found.add(
            "unit-mismatch",
            choice.span,
            label=label,
            help_key="display",
            text=shown.symbol,
            expected=own.symbol,
        )


def _report_change(metric: Metric, own: Unit | None, found: Diagnostics) -> None:
    """A stated change is a percentage, points of a rate, or an amount in the metric's own unit."""
    stated = metric.change
    if stated is None or not isinstance(stated.value, Figure) or stated.value.unit is None:
        return
    unit = stated.value.unit
    if unit.is_rate or (unit.family is UnitFamily.RATE_POINTS and metric.kind.value is Kind.RATE):
        return
    if own is None and not fits(metric.kind.value, unit):
        found.add("kind-mismatch", stated.value.span, kind=metric.kind.value.value, unit=unit.symbol)
    elif own is not None and not unit.of(own).measures_like(own):
        _report_mismatch(stated.value, unit, own, found)


def _report_scale(metric: Metric, found: Diagnostics) -> None:
    scale = metric.scale
    if scale and isinstance(scale.min, Figure) and isinstance(scale.max, Figure):
        lowest, highest = scale.min, scale.max
        if lowest.base_amount >= highest.base_amount:
            ends = {"lowest": f"{lowest.amount:f}", "highest": f"{highest.amount:f}"}
            found.report("empty-scale", lowest.span, ends, secondary=(Label(highest.span),))
