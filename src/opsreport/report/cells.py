"""A metric's single figures: for `{{ id.last_year }}` in a text, and for the cells of a table.

A cell that shows a change begins with + or − (U+2212), by the true direction and never by what is good, and
carries the very number that the prose has.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from opsreport.figures.attainment import TargetCase
from opsreport.figures.change import BaseCase, Change, Direction
from opsreport.figures.figure import Figure, NotApplicable, Quantity, Slot
from opsreport.figures.kinds import ChangeStyle, Facet, Kind, Verdict
from opsreport.figures.options import NegativeBase
from opsreport.figures.printing import MINUS, difference_unit_text, percent_text
from opsreport.report.facets import Facets

COLUMNS = {
    "value": "本期",
    "previous": "上期",
    "last_year": "去年同期",
    "from": "起点",
    "target": "目标",
    "vs_target": "完成率",
    "vs_previous": "环比",
    "vs_last_year": "同比",
    "change": "变动",
    "baseline": "基准",
    "benchmark": "行业平均",
}
"""The columns a metric table may have, in their order, with their headings."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; where it shows a change, which way it went and whether that is good."""

    text: str = ""
    direction: Direction = Direction.LEVEL
    verdict: Verdict = Verdict.UNJUDGED


def quantity_of(facets: Facets, key: str) -> Quantity | None:
    """The figure that stands under a key of the metric."""
    metric = facets.metric
    match key:
        case "value" | "number":
            return metric.value
        case "target":
            return metric.target
        case "last_year":
            return metric.last_year
        case "previous":
            return metric.previous
        case "average":
            return facets.average.value if facets.average else None
    holders = {
        "from": metric.from_,
        "baseline": metric.baseline,
        "benchmark": metric.benchmark,
        "peak": metric.peak,
        "trough": metric.trough,
    }
    holder = holders.get(key)
    return holder.value if holder else None


def field_text(facets: Facets, key: str) -> str | None:
    """One field in a text: a figure with its unit, `number` without; nothing where the bundle has none."""
    quantity = quantity_of(facets, key)
    if key == "number" and isinstance(quantity, Figure):
        return facets.notation.number(quantity)
    match key:
        case "name":
            return facets.metric.name.text
        case "short":
            return (facets.metric.short or facets.metric.name).text
    return facets.level(quantity) or None


def cell(facets: Facets, column: str) -> Cell:
    """What a metric has to show in a column; an empty text where it has nothing."""
    match column:
        case "vs_target":
            return _attainment_cell(facets)
        case "vs_last_year":
            return _change_cell(facets, Facet.VS_LAST_YEAR)
        case "vs_previous":
            return _change_cell(facets, Facet.VS_PREVIOUS)
        case "change":
            made = _stated_cell(facets) if facets.metric.change else _change_cell(facets, Facet.FROM_TO)
            return _marked_relative(facets, made)
    return Cell(facets.level(quantity_of(facets, column)))


def _marked_relative(facets: Facets, made: Cell) -> Cell:
    """A rate's relative change, which among the points of other rates would be taken for points."""
    relative = facets.metric.kind.value is Kind.RATE and made.text.endswith("%")
    return replace(made, text=f"{made.text}（相对）") if relative else made


def _attainment_cell(facets: Facets) -> Cell:
    attainment = facets.attainment()
    if attainment is None:
        return _gap_cell(facets, "target", "未设目标")
    if attainment.rate is not None:
        return Cell(attainment.about + percent_text(attainment.rate, facets.options))
    if attainment.case is TargetCase.ZERO:
        return Cell("目标为零")
    if not attainment.shown_gap:
        return Cell(attainment.level_words)
    return Cell(attainment.about + _signed(attainment.gap, _difference(facets, attainment.gap)))


def _change_cell(facets: Facets, facet: Facet) -> Cell:
    phrase = facets.phrase(facet)
    if phrase is None or phrase.change is None:
        return _gap_cell(facets, facet.value.removeprefix("vs_"), "无可比数据")
    change = phrase.change
    text = change_text(facets, change)
    is_undirected = text in _UNDIRECTED or text.endswith("持平")
    return Cell(text, Direction.LEVEL if is_undirected else change.direction, change.verdict)


def _stated_cell(facets: Facets) -> Cell:
    """A change of which both ends are unknown: 约+35%."""
    phrase, stated = facets.phrase(Facet.CHANGE), facets.metric.change
    if phrase is None or stated is None or not isinstance(stated.value, Figure) or not phrase.clause.number:
        return Cell(phrase.text if phrase else "")
    amount, clause = stated.value.amount, phrase.clause
    about = "约" * clause.number.startswith("约")
    text = about + _signed(amount, clause.number.removeprefix("约") + clause.unit)
    direction = Direction.UP if amount > 0 else Direction.DOWN
    return Cell(text, direction, facets.metric.polarity.value.judge(amount))


def change_text(facets: Facets, change: Change) -> str:
    """A change in short, +20.1%; 持平 just where the prose says so, else the number however small."""
    if change.is_same or change.is_nought:
        return "持平" if change.is_same else "基本持平"
    if change.measure is not ChangeStyle.RELATIVE:
        return change.about + _signed(change.delta, _difference(facets, change.delta))
    word = _WORDS.get(change.case)
    if word and (change.rate is None or change.case is BaseCase.TINY_BASE):
        unsaid = change.case in _SIGN_CHANGES and facets.options.negative_base is NegativeBase.NA
        return "不适用" if unsaid else word
    if change.rate is None:
        return change.about + _signed(change.delta, _difference(facets, change.delta))
    size = percent_text(change.rate, facets.options)
    if change.case in _LOSSES:
        return _LOSSES[change.case] + change.about + size
    return change.about + _signed(change.rate, size)


def difference_text(facets: Facets, amount: Decimal) -> str:
    """A difference with its sign and its unit: +5.3个百分点, −12万元."""
    return _signed(amount, _difference(facets, amount))


_WORDS = {
    BaseCase.TINY_BASE: "基数过小",
    BaseCase.FROM_ZERO: "基数为零",
    BaseCase.BOTH_ZERO: "持平",
    BaseCase.PROFIT_TO_LOSS: "由盈转亏",
    BaseCase.LOSS_TO_PROFIT: "扭亏为盈",
    BaseCase.BREAK_EVEN: "盈亏平衡",
    BaseCase.ZERO_TO_LOSS: "转为亏损",
}
# A colour would say what these words do not.
_UNDIRECTED = frozenset(
    {_WORDS[BaseCase.TINY_BASE], _WORDS[BaseCase.FROM_ZERO], _WORDS[BaseCase.BREAK_EVEN], "不适用"}
)
_SIGN_CHANGES = frozenset({BaseCase.PROFIT_TO_LOSS, BaseCase.LOSS_TO_PROFIT, BaseCase.BREAK_EVEN})
_LOSSES = {BaseCase.LOSS_NARROWED: "减亏", BaseCase.LOSS_WIDENED: "增亏"}


def _gap_cell(facets: Facets, key: str, said: str) -> Cell:
    """Why there is nothing to compare with: said not to exist, still to be filled in, or simply left out."""
    match quantity_of(facets, key):
        case NotApplicable():
            return Cell(said)
        case Slot(text):
            return Cell(text)
    return Cell()


def _difference(facets: Facets, amount: Decimal) -> str:
    return facets.notation.difference(amount) + difference_unit_text(facets.notation.unit)


def _signed(amount: Decimal, size: str) -> str:
    return (MINUS if amount < 0 else "+") + size
