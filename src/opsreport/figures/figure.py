"""Figures as somebody wrote them, and how they are read: exactly, or not at all."""

import enum
import re
from dataclasses import dataclass, field
from decimal import Decimal

from opsreport.diagnostics import NOWHERE, Diagnostics, Scalar, Span
from opsreport.figures.rounding import needed_places, quotient
from opsreport.figures.unit import RATIO_SIGN, SCORE, Unit, UnitFamily, parse_unit


class Qualifier(enum.Enum):
    """A word that makes a number an approximate one; its value is how it is printed."""

    ABOUT = "约"
    NEARLY = "近"
    UNDER = "不足"
    OVER = "超"
    BEYOND = "逾"
    ODD = "余"

    @property
    def is_upper_bound(self) -> bool:
        """Whether the true figure lies below the number."""
        return self in (Qualifier.NEARLY, Qualifier.UNDER)

    @property
    def is_lower_bound(self) -> bool:
        """Whether the true figure lies above the number."""
        return self in (Qualifier.OVER, Qualifier.BEYOND, Qualifier.ODD)

    @property
    def stands_after(self) -> bool:
        """Whether it follows the number: 40余家."""
        return self is Qualifier.ODD


@dataclass(frozen=True, slots=True)
class Figure:
    """A number exactly as somebody wrote it: never rescaled, with the decimals it was given.

    `places` are fewer than those of the amount where a cell of a workbook shows fewer.
    """

    amount: Decimal
    unit: Unit | None
    places: int
    span: Span = field(default=NOWHERE, compare=False)
    qualifier: Qualifier | None = None
    out_of: Decimal | None = field(default=None, compare=False)
    """The top of its scale where a score was written with it (4.2/5)."""

    @property
    def base_amount(self) -> Decimal:
        """The same in base units, so that 1.2亿 and 12000万元 can be set against each other."""
        return self.amount * self.unit.worth if self.unit else self.amount

    def expressed_in(self, unit: Unit | None) -> Decimal:
        """The amount in another unit of the same family."""
        return self.amount if unit is None or self.unit in (None, unit) else self.base_amount / unit.worth


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A figure said not to exist (不适用, 无, N/A, —), which is more than leaving it out."""

    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a figure is still due (XX, 待补)."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


Quantity = Figure | NotApplicable | Slot

LONGEST = 18
"""More digits than a figure of business has; beyond, it is an account number or a slip."""

LONGEST_TEXT = 64
"""More characters than a figure takes with its unit and its blanks; beyond, it is a text."""

_QUOTED = 20
"""So much of an overlong text is enough to tell which one is meant."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOOKALIKES = _FULL_WIDTH | {
    ord("−"): "-", ord("–"): "-", ord("∶"): ":", ord("\u3000"): " ", ord("\u00a0"): " ", ord("\u2009"): " ",
    ord("\u202f"): " ", ord("△"): "-", ord("￥"): "¥",
}  # fmt: skip

_NOT_APPLICABLE = frozenset({"不适用", "无", "暂无", "无可比数据", "N/A", "NA", "n/a", "—", "——"})
_LEFT_OUT = frozenset({"", "-", "--", "/", "\\", "~", "null", "Null", "NULL"})
_MISSING = _NOT_APPLICABLE | _LEFT_OUT

_BEFORE = {
    "大约": Qualifier.ABOUT, "约": Qualifier.ABOUT, "≈": Qualifier.ABOUT, "将近": Qualifier.NEARLY,
    "接近": Qualifier.NEARLY, "近": Qualifier.NEARLY, "不足": Qualifier.UNDER, "不到": Qualifier.UNDER,
    "超过": Qualifier.OVER, "超": Qualifier.OVER, "逾": Qualifier.BEYOND,
}  # fmt: skip
_AFTER = {
    "左右": Qualifier.ABOUT,
    "上下": Qualifier.ABOUT,
    "+": Qualifier.OVER,
    "余": Qualifier.ODD,
    "多": Qualifier.ODD,
}

_NUMBER = r"(?:(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.\d+)?|\.\d+)"
_DIGITS = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_PLAIN = re.compile(
    rf"(?:(?P<before>{'|'.join(_BEFORE)}) *)?(?:(?P<sign>[-+]) *)?(?:(?P<money>¥|\$|€|£) *)?"
    rf"(?P<number>{_NUMBER}) *(?:(?P<odd>[+余多]) *)?(?P<unit>(?:[^\d ]\D*?)??) *(?P<after>左右|上下|\+)?",
    re.ASCII,
)
_BRACKETED = re.compile(
    rf"\( *(?:(?P<money>¥|\$|€|£) *)?(?P<number>{_NUMBER}) *(?P<inside>[^\d ()][^\d()]*?)? *\)"
    r" *(?P<unit>\D*)",
    re.ASCII,
)
_RATIO = re.compile(rf"(?P<left>{_NUMBER}) *: *(?P<right>{_NUMBER})", re.ASCII)
_SCORE = re.compile(rf"(?P<number>{_NUMBER}) */ *(?P<top>[1-9]\d*) *分?", re.ASCII)
_CLOCK = re.compile(r"(?P<hours>\d+):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)", re.ASCII)
_SPELT = re.compile(
    r"(?:(?P<days>\d+)天)?(?:(?P<hours>\d+) *(?:个?小时|时))?(?:(?P<minutes>\d+) *(?:分钟|分))?"
    r"(?:(?P<seconds>\d+(?:\.\d+)?) *秒)?",
    re.ASCII,
)
_SLOT = re.compile(
    r"(?:约|近|超|逾)?(?:[Xx×]+(?:[.:][Xx×]+)?(?:%|‰|[万亿千百]*[\u4e00-\u9fff]{0,4})|待[补定填确][\u4e00-\u9fff]*"
    r"|TBD|TODO|[Tt]bd|_{2,}|\?+)"
)


def parse_quantity(
    written: Scalar, found: Diagnostics, *, unit: Unit | None = None, sides_named: bool = False
) -> Quantity | None:
    """The figure that a leaf holds; nothing where nothing is written or where it was reported as no figure.

    `unit` is what the figure is in unless it says otherwise. A ratio is read as right ÷ left; other than
    1∶n it needs its sides named.
    """
    text = written.text
    if _DIGITS.fullmatch(text) and len(text) <= LONGEST:
        # Most figures of a table are written so; the plus makes nought of -0.
        return _in_unit(Figure(+Decimal(text), None, _places(text)), written, unit, found)
    text = text.translate(_LOOKALIKES).strip()
    if written.is_absent or text in _LEFT_OUT:
        return None
    if text in _NOT_APPLICABLE:
        return NotApplicable(written.span)
    if len(text) > LONGEST_TEXT:
        reason = "too-long" if text.isdecimal() else "long-text"
        found.add("not-a-figure", written.span, help_key=reason, text=f"{' '.join(text.split())[:_QUOTED]}…")
        return None
    if _SLOT.fullmatch(text):
        return Slot(written.text.strip(), written.span)
    figure = _read(text, unit, sides_named=sides_named)
    if isinstance(figure, str):
        found.add("not-a-figure", written.span, help_key=figure, text=written.text.strip())
        return None
    return _in_unit(figure, written, unit, found)


def is_missing(text: str) -> bool:
    """Whether a text says that there is no figure: nothing at all, a dash, 无, 不适用, N/A."""
    return text.translate(_LOOKALIKES).strip() in _MISSING


def _read(text: str, unit: Unit | None, *, sides_named: bool) -> Figure | str:
    """The figure, or the reason why it is none: a key into the help lines of `not-a-figure`."""
    if ":" in text:
        return _read_clock(text, unit) or _read_ratio(text, sides_named=sides_named)
    figure = _read_plain(text) or _read_bracketed(text) or _read_score(text) or _read_spelt(text, unit)
    if figure is None:
        return _reason(text)
    return figure if len(figure.amount.as_tuple().digits) <= LONGEST else "too-long"


def _read_plain(text: str) -> Figure | None:
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    symbol = match["money"] or match["unit"]
    unit = parse_unit(symbol) if symbol else None
    if symbol and (unit is None or (match["money"] and match["unit"])):
        return None
    word = match["before"] or match["odd"] or match["after"]
    qualifier = _BEFORE.get(word or "") or _AFTER.get(word or "")
    number = _decimal(match["number"])
    return Figure(
        -number if match["sign"] == "-" else number, unit, _places(match["number"]), NOWHERE, qualifier
    )


def _read_bracketed(text: str) -> Figure | None:
    """Accountants put a negative figure in brackets, with or without its unit: (1,234)万元, (1,234万元)."""
    match = _BRACKETED.fullmatch(text)
    if match is None:
        return None
    symbols = [symbol for symbol in match.group("money", "inside", "unit") if symbol]
    unit = parse_unit(symbols[0]) if symbols else None
    if len(symbols) > 1 or (symbols and unit is None):
        return None
    return Figure(-_decimal(match["number"]), unit, _places(match["number"]))


def _read_score(text: str) -> Figure | None:
    match = _SCORE.fullmatch(text)
    if match is None:
        return None
    return Figure(_decimal(match["number"]), SCORE, _places(match["number"]), out_of=_decimal(match["top"]))


def _read_ratio(text: str, *, sides_named: bool) -> Figure | str:
    match = _RATIO.fullmatch(text)
    if match is None:
        return "plain"
    left, right = _decimal(match["left"]), _decimal(match["right"])
    if not left or (left != 1 and not sides_named):
        return "ratio"
    if left == 1:
        return Figure(right, RATIO_SIGN, _places(match["right"]))
    worked_out = quotient(right, left)
    return Figure(worked_out, RATIO_SIGN, needed_places(worked_out))


def _read_clock(text: str, unit: Unit | None) -> Figure | None:
    match = _CLOCK.fullmatch(text)
    return match and _duration(match, unit)


def _read_spelt(text: str, unit: Unit | None) -> Figure | None:
    match = _SPELT.fullmatch(text)
    return _duration(match, unit) if match and any(match.groups()) else None


_SECONDS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
_NAMES = {"days": "天", "hours": "小时", "minutes": "分钟", "seconds": "秒"}


def _duration(match: re.Match[str], unit: Unit | None) -> Figure:
    """Hours, minutes and seconds put together, in the metric's unit or else in the smallest one named."""
    parts = {name: Decimal(part) for name, part in match.groupdict().items() if part}
    seconds = sum((amount * _SECONDS[name] for name, amount in parts.items()), Decimal())
    in_unit = unit if unit and unit.family is UnitFamily.DURATION else parse_unit(_NAMES[list(parts)[-1]])
    amount = quotient(seconds, in_unit.worth) if in_unit else seconds
    return Figure(amount, in_unit, needed_places(amount))


def _in_unit(figure: Figure, written: Scalar, unit: Unit | None, found: Diagnostics) -> Figure | None:
    """The figure with the metric's unit where it names none, reported where the two cannot be compared."""
    own = figure.unit or unit
    if figure.unit is not None and unit is not None:
        own = _comparable(figure.unit, written.span, unit, found)
        if own is None:
            return None
    # Every figure of a bundle passes here, and `replace` takes four times as long.
    places = figure.places if written.places is None else written.places
    return Figure(figure.amount, own, places, written.span, figure.qualifier, figure.out_of)


def _comparable(written: Unit, span: Span, unit: Unit, found: Diagnostics) -> Unit | None:
    """The unit that a figure was written with, if it measures what the metric's own does."""
    own = written.of(unit)
    if own == SCORE and unit.family is UnitFamily.DURATION:
        own = parse_unit("分钟") or own
    if not own.measures_like(unit):
        label = f"{own.symbol} ≠ {unit.symbol}"
        if own.currency and unit.currency and own.currency != unit.currency:
            found.add("mixed-currencies", span, label=label, currencies=f"{unit.symbol}、{own.symbol}")
        else:
            found.add("unit-mismatch", span, label=label, text=own.symbol, expected=unit.symbol)
        return None
    return own


def _reason(text: str) -> str:
    digits = text.lstrip("+-").replace(" ", "")
    if re.match(r"0\d", digits):
        return "leading-zero"
    if re.match(r"\d+_\d|\d+,\d", digits):
        return "grouping"
    if re.match(r"[\d.]+[eE][-+]?\d", digits):
        return "exponent"
    return "plain"


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", "").replace(" ", ""))


def _places(number: str) -> int:
    return len(number.partition(".")[2])
