"""Changes in words: 同比增长20.1%, 与上年同期基本持平, 扭亏为盈（…）; the number is always without a sign."""

from dataclasses import dataclass, replace
from decimal import Decimal

from opsreport.figures.change import BaseCase, Change, Direction
from opsreport.figures.figure import Figure, Qualifier
from opsreport.figures.kinds import ChangeStyle
from opsreport.figures.options import NegativeBase
from opsreport.figures.printing import (
    Notation,
    difference_unit_text,
    number_text,
    percent_text,
    qualified,
    unit_text,
)
from opsreport.figures.rounding import is_whole, rounded
from opsreport.figures.verbs import Verbs


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement in its pieces: what it is against, the verb, the number, its unit, and what follows.

    Clauses that differ only in their numbers can be said in one breath (分别增长12.7%、10.7%和8.9%); one
    without a number is all in `verb`.
    """

    against: str = ""
    verb: str = ""
    number: str = ""
    unit: str = ""
    tail: str = ""

    @property
    def text(self) -> str:
        """The statement in one piece."""
        return self.against + self.verb + self.number + self.unit + self.tail


@dataclass(frozen=True, slots=True)
class Against:
    """What a change is measured from, in the three forms a sentence needs.

    `prefix` stands before the verb (同比), `noun` is what the base is called (上年同期), `window` names a
    comparison that is not the usual one (活动前同等天数).
    """

    prefix: str = ""
    noun: str = "前期"
    window: str = ""


LAST_YEAR = Against("同比", "上年同期")
BEFORE = Against("", "此前")


def change_clause(change: Change, verbs: Verbs, against: Against, *, verb: str = "") -> Clause:
    """What became of the base, in words; `verb` is one that the user insists on."""
    if change.is_flat:
        return Clause(verb=_flat(change, against))
    special = _special(change, verbs, against)
    if special is not None:
        return special
    return replace(_moved(change, verbs, against, verb=verb), tail=_window(against))


def _moved(change: Change, verbs: Verbs, against: Against, *, verb: str = "") -> Clause:
    number, unit = _size(change)
    return Clause(against.prefix, verb or _verb(change, verbs), number, unit)


def _size(change: Change) -> tuple[str, str]:
    """By how much a figure moved in the measure it is told in, as number and unit."""
    if change.measure is ChangeStyle.RELATIVE:
        rate = percent_text(change.rate or Decimal(), change.notation.options)
        return change.about + rate.removesuffix("%"), "%"
    return change.about + change.notation.difference(change.delta), difference_unit_text(change.notation.unit)


def _verb(change: Change, verbs: Verbs) -> str:
    match change.case:
        case BaseCase.LOSS_NARROWED:
            return "亏损收窄"
        case BaseCase.LOSS_WIDENED:
            return "亏损扩大"
    up = change.direction is Direction.UP
    if change.measure is ChangeStyle.RELATIVE:
        return verbs.up if up else verbs.down
    return verbs.up_by if up else verbs.down_by


def _flat(change: Change, against: Against) -> str:
    """持平 where the two read the same, 基本持平 within the threshold."""
    if change.case is BaseCase.BOTH_ZERO:
        return f"{against.noun}与本期均为零"
    noun = against.window or against.noun
    loss = "亏损" * (change.case in (BaseCase.LOSS_SAME, BaseCase.LOSS_NARROWED, BaseCase.LOSS_WIDENED))
    return f"{loss}与{noun}{'' if change.is_same else '基本'}持平"


def _window(against: Against) -> str:
    return f"（与{against.window}相比）" if against.window else ""


def _special(change: Change, verbs: Verbs, against: Against) -> Clause | None:
    """What is said where a percentage would mislead (C.4); only the relative measure has such cases."""
    if change.measure is not ChangeStyle.RELATIVE or change.case is BaseCase.USUAL:
        return None
    if change.rate is not None and change.case in _SIGN_CHANGES:
        return None
    if change.case in _SIGN_CHANGES and change.notation.options.negative_base is NegativeBase.NA:
        return Clause(verb=f"{against.prefix or '变动'}不适用")
    words = _special_words(change, verbs, against)
    return Clause(verb=words) if words else None


_SIGN_CHANGES = frozenset(
    {BaseCase.ACROSS_ZERO, BaseCase.PROFIT_TO_LOSS, BaseCase.LOSS_TO_PROFIT, BaseCase.BREAK_EVEN}
)


def _special_words(change: Change, verbs: Verbs, against: Against) -> str:
    noun = against.window or against.noun
    value, base = _ends(change)
    profit = amount_text(change.value, change.notation, approx=change.approx)
    before = amount_text(change.base, change.notation)
    match change.case:
        case BaseCase.MULTIPLE:
            return _multiple(change, noun)
        case BaseCase.TINY_BASE:
            return f"由{noun}的{base}{verbs.up_to}{value}"
        case BaseCase.TO_ZERO:
            return f"由{noun}的{base}降至零"
        case BaseCase.FROM_ZERO:
            return f"{noun}为零，本期{value}"
        case BaseCase.ZERO_TO_LOSS:
            return f"由盈亏平衡转为亏损{profit}"
        case BaseCase.PROFIT_TO_LOSS:
            return f"由盈转亏（{noun}盈利{before}，本期亏损{profit}）"
        case BaseCase.LOSS_TO_PROFIT:
            return f"扭亏为盈（{noun}亏损{before}，本期盈利{profit}）"
        case BaseCase.BREAK_EVEN:
            return "实现盈亏平衡"
        case BaseCase.ACROSS_ZERO:
            word = "增加" if change.delta > 0 else "减少"
            moved = change.notation.difference(change.delta) + difference_unit_text(change.notation.unit)
            return f"{against.prefix}由{base}变为{value}，{word}{change.about}{moved}"
    return ""


def _multiple(change: Change, noun: str) -> str:
    times, options = change.times, change.notation.options
    places = 0 if is_whole(times) else options.decimals.ratio
    about = "约" if change.is_approximate or not is_whole(times, places) else ""
    return f"{about}为{noun}的{rounded(times, places, options.rounding):f}倍"


def level_text(figure: Figure, notation: Notation, *, approx: bool = False) -> str:
    """A figure with its unit; 约 where the metric says so and the figure does not already."""
    about = Qualifier.ABOUT if approx else None
    return qualified(notation.number(figure), unit_text(notation.unit), figure.qualifier or about)


def amount_text(figure: Figure, notation: Notation, *, approx: bool = False) -> str:
    """The size of a figure, for words that tell its sign by themselves (亏损1200万元)."""
    return level_text(replace(figure, amount=abs(figure.amount)), notation, approx=approx)


def _ends(change: Change) -> tuple[str, str]:
    """The value and the base, as levels."""
    value = level_text(change.value, change.notation, approx=change.approx)
    return value, level_text(change.base, change.notation)


def from_to_clause(change: Change, verbs: Verbs, *, verb: str = "", note: str = "") -> Clause:
    """从38.4%提升至52.7%; where both ends read the same, 保持在38.4%."""
    value, base = _ends(change)
    if change.notation.shown(change.value) == change.notation.shown(change.base):
        return Clause(verb=f"{verb or '保持在'}{value}{note}")
    return Clause(verb=f"从{base}{verb or to_verb(change, verbs)}{value}{note}")


def to_clause(change: Change, verbs: Verbs, *, verb: str = "", note: str = "") -> Clause:
    """提升至38.2%, the verb by what the figure was before."""
    same = change.notation.shown(change.value) == change.notation.shown(change.base)
    said = verb or ("保持在" if same else to_verb(change, verbs))
    return Clause(verb=said, number=_ends(change)[0], tail=note)


def to_verb(change: Change, verbs: Verbs) -> str:
    """The verb that leads to a level, by the true direction."""
    return verbs.up_to if change.delta > 0 else verbs.down_to


def relative_rate_clause(change: Change, verbs: Verbs, against: Against) -> Clause:
    """The relative change of a rate, which always shows both ends and the points (C.2).

    从3.2%提升至4.0%，相对提高25.0%（提高0.8个百分点）.
    """
    plain = change.case not in (BaseCase.USUAL, BaseCase.MULTIPLE)
    if change.is_flat or plain or change.measure is not ChangeStyle.RELATIVE:
        return change_clause(change, verbs, against)
    against = replace(against, prefix=against.prefix or "相对")
    if not change.shown_delta:
        return _moved(change, verbs, against)
    ends = from_to_clause(change, verbs).text
    said, (rate, percent) = _verb(change, verbs), _size(change)
    unit = difference_unit_text(change.notation.unit)
    points = f"{said}{change.about}{change.notation.difference(change.delta)}{unit}"
    return Clause(verb=f"{ends}，{against.prefix}{said}{rate}{percent}（{points}）{_window(against)}")


def compared_clause(change: Change, noun: str, *, leading: bool) -> Clause:
    """Set beside something that is not the metric's own past: 比平台基线高35.0%, 高于行业平均4.8个百分点.

    `leading` puts 高于 before what it is compared with. Where a percentage would mislead (C.4), a large value
    is so many times the other, and else both amounts are told.
    """
    if change.is_flat:
        return Clause(verb=_flat(change, Against("", noun)))
    if change.measure is ChangeStyle.RELATIVE and change.case is BaseCase.MULTIPLE:
        return Clause(verb=_multiple(change, noun))
    if change.measure is ChangeStyle.RELATIVE and change.case is not BaseCase.USUAL:
        value, base = _ends(change)
        return Clause(verb=f"{noun}为{base}，本期{value}")
    word = "高" if change.direction is Direction.UP else "低"
    # A percentage of a rate would need both ends and the points beside it (C.2): the points stand alone.
    is_rate = change.notation.unit is not None and change.notation.unit.is_rate
    size = _size(replace(change, measure=ChangeStyle.PP) if is_rate else change)
    return Clause("", f"{word}于{noun}" if leading else f"比{noun}{word}", *size)


def stated_change_clause(
    figure: Figure, verbs: Verbs, against: Against, *, points: bool, approx: bool = False, verb: str = ""
) -> Clause:
    """A change of which only its size is known, in its own decimals: 下降约18%, 提高2.1个百分点."""
    up = figure.amount > 0
    relative = figure.unit is not None and figure.unit.is_rate and not points
    if not rounded(figure.amount, figure.places):
        return Clause(verb=f"与{against.noun}持平")
    said = verb or ((verbs.up if up else verbs.down) if relative else (verbs.up_by if up else verbs.down_by))
    unit = unit_text(figure.unit) if relative else difference_unit_text(figure.unit)
    about = Qualifier.ABOUT if approx else None
    number = qualified(number_text(abs(figure.amount), figure.places), "", figure.qualifier or about)
    return Clause(against.prefix, said, number, unit)
