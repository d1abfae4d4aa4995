"""Amounts in a running text: numbers with their units, and nothing that only looks like one."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from opsreport.figures.figure import Figure, Qualifier
from opsreport.figures.unit import RATIO_SIGN, Unit, parse_unit

# What follows a number in a sentence is cut to the longest of these; names of units are free in a bundle,
# but a sentence goes on after them.
PLAIN_UNITS = (
    "个百分点", "百分点", "个千分点", "千分点", "个基点", "基点", "bps", "bp", "pp", "%", "‰",
    "人民币", "美元", "港元", "港币", "欧元", "英镑", "日元", "元/人", "元/单", "元/平方米", "元/月",
    "元/年", "元", "人天", "人日", "人月", "人次", "人/天", "人", "次/人·日", "次", "家", "个小时",
    "小时", "分钟", "秒钟", "毫秒", "秒", "个工作日", "工作日", "个自然日", "自然日", "个月", "天",
    "周", "年", "倍", "分", "点", "名", "位", "户", "单", "笔", "件", "台", "套", "辆", "张", "场",
    "项", "款", "份", "门", "所", "间", "座", "轮", "组", "篇", "条", "部", "期", "页", "平方米",
    "公里", "千米", "千克", "公斤", "吨", "升", "立方米", "千瓦时", "度", "箱", "包", "袋", "瓶", "盒",
    "只", "头", "支", "幅", "本", "册", "批", "班", "节", "课时", "票", "起", "例", "趟", "架", "艘",
    "亩", "公顷", "席", "桌", "餐", "城", "国", "省", "市", "镇", "村", "店", "层", "级", "类", "种",
    "步", "处", "条次", "点击", "个",
)  # fmt: skip
MAGNITUDE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万"
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
BEFORE = {
    "大约": Qualifier.ABOUT, "约": Qualifier.ABOUT, "将近": Qualifier.NEARLY, "接近": Qualifier.NEARLY,
    "近": Qualifier.NEARLY, "不足": Qualifier.UNDER, "不到": Qualifier.UNDER, "超过": Qualifier.OVER,
    "突破": Qualifier.OVER, "超": Qualifier.OVER, "逾": Qualifier.BEYOND,
}  # fmt: skip
AFTER = {
    "左右": Qualifier.ABOUT, "上下": Qualifier.ABOUT, "以上": Qualifier.OVER, "以下": Qualifier.UNDER,
}  # fmt: skip

# A year, a day, a quarter, an hour, an ordinal, a code, a version: numbers that measure nothing.
NOT_AN_AMOUNT = re.compile(
    r"""
      (?:19|20)\d\d(?:\s*[年财./-]|Q|H)
    | \d+\s*(?:月份?|日|号|时(?!长)|点(?:整|钟|半)|年(?:[度前后初末底]|\d|第|上|下))
    | \d{1,2}\s*[—–~～-]\s*\d{1,2}\s*(?:月|日|号|时(?!长)|周)
    | \d+[:：]\d\d(?!\d) | \d+\s*[×xX*]\s*\d+ | \d+(?:\.\d+){2,} | \d{1,2}[-/]\d{1,2}[-/]\d{1,2}
    """,
    re.VERBOSE,
)
RATIO = re.compile(rf"1\s?(?:[:：](?!\d\d(?!\d|\.))|∶)\s?(?P<right>{NUMBER})")
CODE_BEFORE = re.compile(r"[A-Za-z_#№＃第前-]$")
CODE_AFTER = re.compile(r"[A-Za-z_-]*[A-Za-z]|-\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a text with its unit; `end` is where what belongs to it ends."""

    figure: Figure
    start: int
    end: int
    number_start: int
    number_end: int

    @property
    def unit(self) -> Unit | None:
        """Its unit, or none where a bare number is written."""
        return self.figure.unit


class AmountReader:
    """Finds amounts, in the units that are common and those that the bundle's metrics are counted in."""

    def __init__(self, units: tuple[Unit, ...] = ()) -> None:
        own = {unit.plain for unit in units if unit.plain}
        plain = "|".join(re.escape(one) for one in sorted({*PLAIN_UNITS, *own}, key=len, reverse=True))
        self._pattern = re.compile(
            rf"(?:(?P<before>{'|'.join(BEFORE)})\s?)?(?P<sign>[+-])?(?P<money>[¥￥$])?(?P<number>{NUMBER})"
            rf"(?P<odd>[余多])?\s?(?P<unit>(?:{MAGNITUDE})?(?:{plain})|(?:{MAGNITUDE}))?(?P<late>[余多](?!次))?"
            rf"(?P<after>{'|'.join(AFTER)})?"
        )
        self._units: dict[str, Unit | None] = {}

    def amounts(self, text: str, after: Collection[int] = ()) -> Iterator[Amount]:
        """The amounts of a text (its figures as ASCII), in order.

        `after` are the places where names end: digits that stand there are no part of a code (GMV18,640万元).
        """
        position = 0
        while match := self._pattern.search(text, position):
            number = match.start("number")
            ratio = RATIO.match(text, number)
            is_named = match.start() in after
            if ratio and (is_named or not CODE_BEFORE.search(text[max(0, number - 1) : number])):
                position = ratio.end()
                yield _ratio(ratio)
                continue
            other = NOT_AN_AMOUNT.match(text, number)
            if other or (not is_named and self._is_code(text, match)):
                position = max(other.end() if other else 0, _end_of_code(text, match.end("number")))
                continue
            position = match.end()
            yield self._amount(match)

    def _amount(self, match: re.Match[str]) -> Amount:
        symbol = match["unit"] or ""
        if match["money"]:
            symbol += {"$": "美元"}.get(match["money"], "元") if not symbol.endswith("元") else ""
        word = match["before"] or match["odd"] or match["late"] or match["after"] or ""
        odd = Qualifier.ODD if match["odd"] or match["late"] else None
        qualifier = BEFORE.get(match["before"] or "") or odd or AFTER.get(match["after"] or "")
        digits = match["number"].replace(",", "")
        amount = Decimal(digits)
        if match["sign"] == "-":
            amount = -amount
        places = len(digits.partition(".")[2])
        figure = Figure(amount, self._unit(symbol), places, qualifier=qualifier if word else None)
        end = match.end()
        return Amount(figure, match.start(), end, match.start("number"), match.end("number"))

    def _unit(self, symbol: str) -> Unit | None:
        if symbol not in self._units:
            self._units[symbol] = parse_unit(symbol) if symbol else None
        return self._units[symbol]

    @staticmethod
    def _is_code(text: str, match: re.Match[str]) -> bool:
        """Whether the digits are part of a code, an ordinal or a word (第3, Q3, H5, 5G, YX-003)."""
        start = match.start() if match["before"] is None else match.start("number")
        before = text[max(0, start - 1) : start]
        if match["before"] is None and CODE_BEFORE.search(before) and not match["sign"]:
            return True
        if match["sign"] and re.search(r"[\w)]$", before) and before.isascii():
            return True
        return match["unit"] is None and bool(CODE_AFTER.match(text, match.end("number")))


def _ratio(match: re.Match[str]) -> Amount:
    digits = match["right"].replace(",", "")
    figure = Figure(Decimal(digits), RATIO_SIGN, len(digits.partition(".")[2]))
    return Amount(figure, match.start(), match.end(), match.start(), match.end())


def _end_of_code(text: str, position: int) -> int:
    match = re.compile(r"[A-Za-z0-9_.:：/×*-]*").match(text, position)
    return match.end() if match else position
