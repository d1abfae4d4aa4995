"""How figures are printed: in which unit, with how many decimals, alike for all figures of a metric."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsreport.figures.figure import Figure, Qualifier
from opsreport.figures.kinds import Kind
from opsreport.figures.options import Options, Thousands
from opsreport.figures.rounding import is_whole, needed_places, quotient, rounded
from opsreport.figures.unit import RATIO_SIGN, Unit, UnitFamily

MINUS = "−"
DEFAULTS = Options()

_KEPT_PLACES = 2
_STEPS = ("亿", "万")


@dataclass(frozen=True, slots=True)
class Notation:
    """The unit and the decimals that the figures of one metric share, wherever they are printed."""

    unit: Unit | None
    places: int
    options: Options = DEFAULTS

    def amount(self, figure: Figure) -> Decimal:
        """The exact amount in the printed unit."""
        if self.unit is None or figure.unit == self.unit:
            return figure.amount
        if figure.unit is None and self.unit.plain:
            return figure.amount
        return quotient(figure.base_amount, self.unit.worth)

    def shown(self, figure: Figure) -> Decimal:
        """The amount as it is printed."""
        return rounded(self.amount(figure), self._places_of(figure), self.options.rounding)

    def number(self, figure: Figure) -> str:
        """The bare number."""
        return number_text(self.amount(figure), self._places_of(figure), self.options, unit=self.unit)

    def text(self, figure: Figure) -> str:
        """The number with its unit and its 约, 近 or 余."""
        return qualified(self.number(figure), unit_text(self.unit), figure.qualifier)

    def difference(self, amount: Decimal) -> str:
        """A difference of two figures as a number without sign, in the decimals of its ends."""
        return number_text(abs(amount), self.places, self.options, unit=self.unit)

    def rounded(self, amount: Decimal) -> Decimal:
        """An amount in the printed unit, rounded as it will be printed."""
        return rounded(amount, self.places, self.options.rounding)

    def _places_of(self, figure: Figure) -> int:
        """An approximate figure keeps its own decimals: 约35%."""
        if figure.qualifier is not None and figure.unit in (None, self.unit):
            return figure.places
        return self.places


def number_text(
    amount: Decimal, places: int, options: Options = DEFAULTS, *, unit: Unit | None = None
) -> str:
    """An amount to so many decimals, with a true minus sign and never a minus nought."""
    shown = rounded(amount, places, options.rounding)
    digits = f"{abs(shown):f}"
    # In 万 and 亿 a number with decimals is short enough; below five digits no group is set off.
    grouped = options.thousands is Thousands.COMMA and abs(shown) >= 10000
    if grouped and not (unit and unit.magnitude and places):
        digits = f"{abs(shown):,f}"
    return MINUS * (shown < 0) + digits


def percent_text(percent: Decimal, options: Options = DEFAULTS) -> str:
    """The size of a percentage, with its sign of percent: 20.1%."""
    return number_text(abs(percent), options.decimals.percent, options) + "%"


def qualified(number: str, unit: str, qualifier: Qualifier | None) -> str:
    """A number and its unit with what makes it approximate: 约35%, 40余家; a ratio reads 1∶4.5."""
    if unit == RATIO_SIGN.symbol:
        number, unit = f"1{unit}{number}", ""
    if qualifier is None:
        return number + unit
    if qualifier.stands_after:
        return number + qualifier.value + unit
    return qualifier.value + number + unit


def unit_text(unit: Unit | None) -> str:
    """A unit as it follows a number: %, 万元, 个百分点."""
    symbol = unit.symbol if unit else ""
    return f"个{symbol}" if symbol in ("百分点", "千分点") else symbol


def difference_unit_text(unit: Unit | None) -> str:
    """A unit as it follows a difference: 个百分点, 个千分点, 分; a difference of ratios has none."""
    if unit is None or unit == RATIO_SIGN:
        return ""
    return unit_text(unit.points)


def exact_text(figure: Figure, options: Options = DEFAULTS) -> str:
    """A figure to its last digit, in 万 or 亿 where that is shorter: 480000元 is 48万元."""
    unit = _stepped([figure], figure.unit)
    written = figure.places if unit == figure.unit else 0
    places = max(written, needed_places(Notation(unit, 0, options).amount(figure)))
    return Notation(unit, places, options).text(figure)


def notation_for(
    figures: Sequence[Figure],
    kind: Kind,
    options: Options = DEFAULTS,
    *,
    unit: Unit | None = None,
    decimals: int | None = None,
    display_unit: Unit | None = None,
) -> Notation:
    """How all figures of a metric are printed: one unit, one number of decimals for all (C.9, C.10).

    `unit` is the metric's, else the first figure's counts; `display_unit` and `decimals` are the metric's
    own wishes, which win.
    """
    own = unit or next((figure.unit for figure in figures if figure.unit), None)
    if display_unit is None:
        shown = _stepped(figures, own)
    elif display_unit.symbol in ("auto", "自动"):
        shown = _automatic(figures, own, kind, options)
    else:
        shown = display_unit.of(own) if own else display_unit
    places = decimals if decimals is not None else _common_places(figures, own, shown, kind, options)
    return Notation(shown, places, options)


def _stepped(figures: Sequence[Figure], unit: Unit | None) -> Unit | None:
    """A plain unit in 万 or 亿 where a figure is that large and two decimals lose nothing of any."""
    if unit is None or unit.power or unit.family not in (UnitFamily.MONEY, UnitFamily.COUNT):
        return unit
    amounts = [figure.base_amount for figure in figures]
    for step in _STEPS:
        larger = unit.scaled(step)
        if any(abs(amount) >= larger.worth for amount in amounts) and all(
            is_whole(quotient(amount, larger.worth), _KEPT_PLACES) for amount in amounts
        ):
            return larger
    return unit


def _automatic(figures: Sequence[Figure], unit: Unit | None, kind: Kind, options: Options) -> Unit | None:
    """The unit that the largest figure needs once it is rounded: 9999.96万 at one decimal is 1.0亿."""
    if unit is None or unit.family not in (UnitFamily.MONEY, UnitFamily.COUNT):
        return unit
    largest = max((abs(figure.base_amount) for figure in figures), default=Decimal())
    below = unit.scaled("")
    for step in reversed(_STEPS):
        above = unit.scaled(step)
        shown = rounded(
            quotient(largest, below.worth), kind_places(kind, below, options, [largest]), options.rounding
        )
        if shown * below.worth < above.worth:
            return below
        below = above
    return below


def _common_places(
    figures: Iterable[Figure], own: Unit | None, shown: Unit | None, kind: Kind, options: Options
) -> int:
    """The most decimals that one of the figures takes."""
    notation = Notation(shown, 0, options)
    stepped = own is not None and shown is not None and own != shown and not own.power
    places = []
    for figure in figures:
        amount = notation.amount(figure)
        if figure.unit in (None, shown) and figure.places <= _KEPT_PLACES:
            places.append(figure.places)
        elif stepped and is_whole(amount, _KEPT_PLACES):
            places.append(needed_places(amount))
        elif figure.qualifier is None:
            places.append(kind_places(kind, shown, options, [amount]))
    return max(places, default=kind_places(kind, shown, options, []))


def kind_places(kind: Kind, unit: Unit | None, options: Options, amounts: Sequence[Decimal]) -> int:
    """The decimals of a computed, converted or overlong figure by what it measures (C.9.5)."""
    decimals, power = options.decimals, unit.power if unit else 0
    whole = all(is_whole(amount) for amount in amounts)
    match kind:
        case Kind.MONEY if not power:
            return 0 if whole else _KEPT_PLACES
        case Kind.MONEY:
            return max(decimals.money, _KEPT_PLACES) if power >= 8 else decimals.money
        case Kind.COUNT | Kind.PARAMETER:
            return decimals.count if power or not whole else 0
        case Kind.RATE:
            return decimals.percent
        case Kind.DURATION:
            return decimals.duration
        case Kind.SCORE:
            return decimals.score
        case Kind.POINTS:
            return decimals.points
        case Kind.RATIO:
            return decimals.ratio
        case Kind.INDEX:
            return decimals.index
