"""The axes of a chart, with the same ticks as on paper."""

from collections.abc import Sequence
from decimal import Decimal

from opsreport.charts import Axis
from opsreport.charts.palette import AXIS, GRID, QUIET
from opsreport.writers.docx.charts.text import line, text_properties
from opsreport.writers.docx.package import escape

CATEGORIES, AMOUNTS, SECOND_CATEGORIES, SECOND_AMOUNTS = 1001, 1002, 1003, 1004
"""The ids of the axes; every group of series has a pair, and each of a pair names the other."""

_SLANTED = -45 * 60000


def category_axis(*, slanted: bool, skip: int, reversed_: bool = False) -> str:
    """The axis of categories, below the chart, or on its left from top to bottom."""
    rotation = _SLANTED if slanted else 0
    body = f'<a:bodyPr rot="{rotation}" vert="horz"/>'
    skipped = f'<c:tickLblSkip val="{skip}"/>' if skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if reversed_ else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if reversed_ else "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line('' if reversed_ else AXIS)}</c:spPr>{text_properties(QUIET, body=body)}"
        f'<c:crossAx val="{AMOUNTS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{skipped}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def amount_axis(axis: Axis, top: Decimal) -> str:
    """The axis on the left with a fine rule at each tick; above its highest tick it has no numbers."""
    code = axis.number_format.replace("−", '"−"')
    if top > axis.high:
        positive, _, negative = code.partition(";")
        code = f'[>{axis.high:f}]"";[<0]{negative};{positive}'
    return (
        f'<c:valAx><c:axId val="{AMOUNTS}"/>{_scaling(axis.low, top)}<c:delete val="0"/><c:axPos val="l"/>'
        f"<c:majorGridlines><c:spPr>{line(GRID, 6350)}</c:spPr></c:majorGridlines>"
        f'<c:numFmt formatCode="{escape(code)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line('')}</c:spPr>{text_properties(QUIET)}"
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{axis.step:f}"/></c:valAx>'
    )


def second_amount_axis(low: Decimal, high: Decimal) -> str:
    """The axis of lines that run above the bars, read by their labels alone, and the one it stands on."""
    return _unseen_amounts(SECOND_AMOUNTS, SECOND_CATEGORIES, low, high, "r") + _unseen_categories()


def unseen_amount_axis(high: Decimal) -> str:
    """The axis of a chart that is read by its labels alone."""
    return _unseen_amounts(AMOUNTS, CATEGORIES, Decimal(), high, "t")


def _scaling(low: Decimal, high: Decimal) -> str:
    ends = f'<c:max val="{high:f}"/><c:min val="{low:f}"/>'
    return f'<c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'


def _unseen_amounts(own: int, other: int, low: Decimal, high: Decimal, place: str) -> str:
    crosses = "max" if place == "r" else "autoZero"
    # Drawn without a sign of it: LibreOffice measures on the other axis what has a deleted one.
    return (
        f'<c:valAx><c:axId val="{own}"/>{_scaling(low, high)}<c:delete val="0"/><c:axPos val="{place}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:spPr>{line("")}</c:spPr>'
        f'<c:crossAx val="{other}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/></c:valAx>'
    )


def _unseen_categories() -> str:
    return (
        f'<c:catAx><c:axId val="{SECOND_CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:crossAx val="{SECOND_AMOUNTS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def pairs(*, second: bool) -> Sequence[int]:
    """The ids of the two axes a group of series is measured on."""
    return (SECOND_CATEGORIES, SECOND_AMOUNTS) if second else (CATEGORIES, AMOUNTS)
