"""How far a target was met: 完成率 only where it has an agreed meaning, elsewhere the difference (C.3)."""

import enum
from dataclasses import dataclass
from decimal import Decimal

from opsreport.figures.change import Manner
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Kind, Polarity
from opsreport.figures.options import CompletionLower
from opsreport.figures.printing import difference_unit_text, percent_text
from opsreport.figures.rounding import product, quotient, rounded
from opsreport.figures.wording import Clause, amount_text, level_text


class TargetCase(enum.Enum):
    """Which of the ways to speak of a target fits."""

    COMPLETION = "completion"
    DIFFERENCE = "difference"
    CEILING = "ceiling"
    SCORED_CEILING = "scored ceiling"
    ZERO = "zero"
    LOSS_BUDGET = "loss budget"
    FELL_INTO_LOSS = "fell into loss"


@dataclass(frozen=True, slots=True)
class Attainment:
    """A figure against its target; `rate` is the 完成率 in percent where there is one.

    `gap` is value minus target in the printed unit, `ahead` how many points the rate is ahead of the year's
    elapsed share, where the figure is a year to date.
    """

    value: Figure
    target: Figure
    manner: Manner
    case: TargetCase
    gap: Decimal
    rate: Decimal | None = None
    ahead: Decimal | None = None

    @property
    def shown_gap(self) -> Decimal:
        """The gap as printed."""
        return self.manner.notation.rounded(self.gap)

    @property
    def is_same(self) -> bool:
        """Whether value and target read the same, 持平."""
        notation = self.manner.notation
        return notation.shown(self.value) == notation.shown(self.target)

    @property
    def about(self) -> str:
        """约 before what follows from an approximate value or target, else nothing."""
        qualified = self.value.qualifier is not None or self.target.qualifier is not None
        return "约" * (self.manner.approx or qualified)

    @property
    def level_words(self) -> str:
        """What is said of a gap that prints as nought."""
        return "持平" if self.is_same else "基本持平"

    @property
    def is_met(self) -> bool:
        """Whether the target was reached, by the metric's own direction."""
        lower = self.manner.polarity is Polarity.LOWER_IS_BETTER
        return self.gap <= 0 if lower else self.gap >= 0


_COMPLETED = frozenset({Kind.MONEY, Kind.COUNT, Kind.DURATION, Kind.PARAMETER})
_METHODS = {
    CompletionLower.MIRROR: "按“2－实际÷目标”计算",
    CompletionLower.INVERSE: "按“目标÷实际”计算",
    CompletionLower.PROGRESS: "按“已降幅度÷应降幅度”计算",
}


def attain(
    value: Figure,
    target: Figure,
    manner: Manner,
    *,
    start: Figure | None = None,
    elapsed: Decimal | None = None,
) -> Attainment:
    """Set a figure against its target.

    `start` is where a metric that is to fall came from, for the option `completion_lower: progress`;
    `elapsed` is the share of the year that a year-to-date figure covers.
    """
    gap = manner.notation.amount(value) - manner.notation.amount(target)
    case = _case(value, target, manner)
    rate = None
    if case is TargetCase.COMPLETION:
        rate = _percent(value.base_amount, target.base_amount)
    elif case is TargetCase.SCORED_CEILING:
        rate = _scored(value.base_amount, target.base_amount, start, manner.options.completion_lower)
        case = TargetCase.CEILING if rate is None else case
    ahead = None
    if rate is not None and elapsed is not None and elapsed < 1 and case is TargetCase.COMPLETION:
        ahead = rate - product(elapsed, Decimal(100))
    return Attainment(value, target, manner, case, gap, rate, ahead)


def _case(value: Figure, target: Figure, manner: Manner) -> TargetCase:
    if manner.profit and target.amount < 0:
        return TargetCase.LOSS_BUDGET
    if manner.polarity is Polarity.LOWER_IS_BETTER:
        wanted = manner.options.completion_lower is not CompletionLower.NONE and target.amount > 0
        return TargetCase.SCORED_CEILING if wanted and manner.kind in _COMPLETED else TargetCase.CEILING
    # Where neither way is good, a 完成率 above or below a hundred would praise or blame all the same.
    if manner.kind not in _COMPLETED or manner.polarity is Polarity.NEUTRAL:
        return TargetCase.DIFFERENCE
    if target.amount == 0:
        return TargetCase.ZERO
    if target.amount < 0:
        return TargetCase.LOSS_BUDGET
    return TargetCase.FELL_INTO_LOSS if value.amount < 0 else TargetCase.COMPLETION


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return quotient(product(part, Decimal(100)), whole)


def _scored(value: Decimal, target: Decimal, start: Figure | None, method: CompletionLower) -> Decimal | None:
    """A 完成率 where lower is better, by the method the report has chosen."""
    match method:
        case CompletionLower.MIRROR:
            return 200 - _percent(value, target)
        case CompletionLower.INVERSE if value > 0:
            return _percent(target, value)
        case CompletionLower.PROGRESS if start is not None and start.base_amount > target:
            return _percent(start.base_amount - value, start.base_amount - target)
    return None


def attainment_clause(attainment: Attainment, *, target_word: str = "") -> Clause:
    """What is said of a target: 完成年度目标的105.4%, 低于控制目标2.0秒, 高于目标0.3个百分点."""
    match attainment.case:
        case TargetCase.COMPLETION:
            verb = f"完成{target_word}目标的"
            return Clause("", verb, _rate_number(attainment), "%", _schedule(attainment))
        case TargetCase.SCORED_CEILING:
            method = _METHODS[attainment.manner.options.completion_lower]
            return Clause("", "目标完成率", _rate_number(attainment), "%", f"（{method}）")
        case TargetCase.ZERO:
            return Clause(verb="目标为零")
        case TargetCase.LOSS_BUDGET | TargetCase.FELL_INTO_LOSS:
            return _loss_clause(attainment)
        case TargetCase.DIFFERENCE | TargetCase.CEILING:
            return _difference_clause(attainment)


def _rate_number(attainment: Attainment) -> str:
    rate = percent_text(attainment.rate or Decimal(), attainment.manner.options)
    return attainment.about + rate.removesuffix("%")


def _schedule(attainment: Attainment) -> str:
    """Where the year is not over: whether the rate keeps pace with the time (时序进度)."""
    if attainment.ahead is None:
        return ""
    options = attainment.manner.options
    points = rounded(attainment.ahead, options.decimals.pp, options.rounding)
    if not points:
        return "，与时序进度持平"
    return f"，{'超前' if points > 0 else '落后'}时序进度{attainment.about}{abs(points):f}个百分点"


def _difference_clause(attainment: Attainment) -> Clause:
    notation = attainment.manner.notation
    if not attainment.shown_gap:
        return Clause(verb=f"与目标{attainment.level_words}")
    above = attainment.gap > 0
    if attainment.case is TargetCase.CEILING:
        verb = "超出控制目标" if above else "低于控制目标"
    else:
        verb = "高于目标" if above else "低于目标"
    number = attainment.about + notation.difference(attainment.gap)
    return Clause("", verb, number, difference_unit_text(notation.unit))


def _loss_clause(attainment: Attainment) -> Clause:
    """A budgeted loss is judged in money: 亏损1200万元，比预算少亏300万元."""
    notation, value, target = attainment.manner.notation, attainment.value, attainment.target
    size = attainment.about + notation.difference(attainment.gap) + difference_unit_text(notation.unit)
    amount = amount_text(value, notation, approx=attainment.manner.approx)
    if not attainment.manner.profit:
        aims = f"目标为{level_text(target, notation)}"
        moved = "多" if attainment.gap > 0 else "少"
        said = f"比目标{moved}{size}" if attainment.shown_gap else f"与目标{attainment.level_words}"
        return Clause(verb=f"{aims}，{said}")
    if attainment.case is TargetCase.FELL_INTO_LOSS:
        return Clause(verb=f"亏损{amount}，预算为盈利{amount_text(target, notation)}")
    if value.amount >= 0:
        return Clause(verb=f"盈利{amount}，预算为亏损{amount_text(target, notation)}")
    less = "少亏" if attainment.gap > 0 else "多亏"
    said = f"比预算{less}{size}" if attainment.shown_gap else f"与预算{attainment.level_words}"
    return Clause(verb=f"亏损{amount}，{said}")


def excess_text(attainment: Attainment) -> str:
    """What is beyond or short of a completed target: 超额完成5.4%, 完成96.8%，差190万元."""
    if attainment.rate is None or attainment.case is not TargetCase.COMPLETION:
        return ""
    options, notation, about = attainment.manner.options, attainment.manner.notation, attainment.about
    if attainment.rate >= 100:
        return f"超额完成{about}{percent_text(attainment.rate - 100, options)}"
    short = notation.difference(attainment.gap) + difference_unit_text(notation.unit)
    return f"完成{about}{percent_text(attainment.rate, options)}，差{about}{short}"


def growth_target_text(growth: Decimal, aim: Figure, manner: Manner) -> str:
    """A growth against the growth aimed at: 目标增长18%，实际20.1%，高出2.1个百分点."""
    options = manner.options
    gap = rounded(growth - aim.amount, options.decimals.pp, options.rounding)
    word = "高出" if gap > 0 else "低"
    said = f"{word}{abs(gap):f}个百分点" if gap else "与目标持平"
    actual = (
        f"实际{percent_text(growth, options)}" if growth >= 0 else f"实际下降{percent_text(growth, options)}"
    )
    return f"目标增长{aim.amount.normalize():f}%，{actual}，{said}"
