"""Units as people write them: 万元, %, 亿次, 小时; what they measure and what one of them is worth."""

import enum
import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from opsreport.figures.kinds import Kind


class UnitFamily(enum.Enum):
    """What a unit measures; only units of one family can be compared."""

    MONEY = "money"
    COUNT = "count"
    RATE = "rate"
    RATE_POINTS = "rate points"
    DURATION = "duration"
    SCORE = "score"
    POINTS = "points"
    RATIO = "ratio"


MAGNITUDES = dict(
    zip(
        ("万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "百"),
        (12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2),
        strict=True,
    )
)

# 千米 and 千克 are units of their own (GB/T 15835), 百分点 is no hundred of anything.
_NOT_A_MAGNITUDE = ("百分点", "千分点", "千米", "千克", "千瓦", "千卡", "千伏", "千赫", "百分比")

_MONEY_WORDS = {
    "CNY": "元 人民币 人民币元",
    "USD": "美元 美金",
    "HKD": "港元 港币",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "KRW": "韩元",
    "SGD": "新加坡元 新元",
    "AUD": "澳元",
    "CAD": "加元",
    "TWD": "新台币 台币",
    "MOP": "澳门元",
    "CHF": "瑞士法郎",
    "RUB": "卢布",
    "THB": "泰铢",
}
_CURRENCIES = {word: code for code, words in _MONEY_WORDS.items() for word in words.split()}

# What is printed, and the other ways people write it.
_SPELLINGS_OF = {
    "元": "¥ ￥ CNY RMB",
    "美元": "$ US$ USD",
    "港元": "HKD HK$",
    "欧元": "€ EUR",
    "英镑": "£ GBP",
    "%": "％ pct 百分比 百分率 个百分比",
    "百分点": "个百分点 pp PP",
    "千分点": "个千分点",
    "bp": "BP bps 基点 个基点",
    "小时": "个小时 钟头 h hour hours",
    "分钟": "min",
    "秒": "秒钟 s sec",
    "毫秒": "ms",
    "天": "d",
    "人天": "人日",
    "∶": ": ： 比 比值",
}
_SPELLINGS = {other: symbol for symbol, others in _SPELLINGS_OF.items() for other in others.split()}

_WORTH = {
    UnitFamily.RATE: {"%": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01")},
    UnitFamily.RATE_POINTS: {"百分点": Decimal(1), "千分点": Decimal("0.1"), "bp": Decimal("0.01")},
    UnitFamily.DURATION: {
        "毫秒": Decimal("0.001"),
        "秒": Decimal(1),
        "分钟": Decimal(60),
        "小时": Decimal(3600),
        "天": Decimal(86400),
        "周": Decimal(604800),
        **dict.fromkeys(("工作日", "个工作日", "个月", "年"), Decimal(1)),
    },
    UnitFamily.SCORE: {"分": Decimal(1)},
    UnitFamily.POINTS: {"点": Decimal(1)},
    UnitFamily.RATIO: {"∶": Decimal(1), "倍": Decimal(1)},
}

_FAMILIES = {plain: family for family, plains in _WORTH.items() for plain in plains}

# A working day or a month has no fixed number of seconds, so neither turns into another unit.
_CLOCK = frozenset({"毫秒", "秒", "分钟", "小时", "天", "周"})

_WITHOUT_MAGNITUDE = frozenset({UnitFamily.RATE, UnitFamily.RATE_POINTS, UnitFamily.RATIO})

_WORD = re.compile(r"(?!.*的)[^\W\d_]+(?:[/·・][^\W\d_]+)*")
_LONGEST_WORD = 8

_AT_THE_END = re.compile(r"[(（\[【〔](?P<inside>[^()（）\[\]【】〔〕]+)[)）\]】〕]\s*$")

# What says when, or in which currency, not in what size.
_NO_UNITS_IN_NAMES = frozenset(
    {"年", "个月", "周", "点", "比", "比值", ":", "人民币", "人民币元", "美金", "港币", "台币", "h", "d", "s"}
    | {"CNY", "RMB", "USD", "HKD", "EUR", "GBP"}
)
_COUNTED = frozenset(
    {
        *"人次件单笔个家户台套条篇份张股辆吨间本册字元",
        "人次",
        "平方米",
        "公里",
        "千瓦时",
        "立方米",
        "用户",
        "订单",
        "粉丝",
    }
)
"""What is counted in 万 beyond doubt; 万科 and 亿达 are names."""

_KINDS = {
    UnitFamily.MONEY: Kind.MONEY,
    UnitFamily.COUNT: Kind.COUNT,
    UnitFamily.RATE: Kind.RATE,
    UnitFamily.RATE_POINTS: Kind.RATE,
    UnitFamily.DURATION: Kind.DURATION,
    UnitFamily.POINTS: Kind.POINTS,
    UnitFamily.RATIO: Kind.RATIO,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its symbol, the 万 or 亿 in it, and the plain unit that is left (万元 is 万 of 元).

    `power` is that magnitude as a power of ten; `plain` is empty for a bare 万.
    """

    symbol: str
    magnitude: str
    power: int
    plain: str
    family: UnitFamily

    @property
    def is_rate(self) -> bool:
        """Whether figures in it are shares of a hundred or a thousand, whose differences are points."""
        return self.family is UnitFamily.RATE

    @property
    def currency(self) -> str | None:
        """The ISO code of the money it counts, also per head (元/人)."""
        return _CURRENCIES.get(self.plain.split("/")[0]) if self.family is UnitFamily.MONEY else None

    @property
    def kind(self) -> Kind | None:
        """The kind of a metric in this unit where none is said; 分 may be a score or minutes."""
        return _KINDS.get(self.family)

    @property
    def worth(self) -> Decimal:
        """How many base units (元, 次, 秒, %) one of it is."""
        return _WORTH.get(self.family, {}).get(self.plain, Decimal(1)).scaleb(self.power)

    @property
    def points(self) -> "Unit":
        """What differences of figures in it are counted in: 百分点 for %, 千分点 for ‰, else itself."""
        names = {"%": "百分点", "‰": "千分点", "‱": "bp"}
        return _known(names[self.plain]) if self.is_rate else self

    def measures_like(self, other: "Unit") -> bool:
        """Whether figures in the two can be set against each other: 亿 and 万元 can, 人 and 次 cannot."""
        if self.plain == other.plain:
            return self.family is other.family
        if self.family is UnitFamily.DURATION is other.family:
            return {self.plain, other.plain} <= _CLOCK
        if not self.plain or not other.plain:
            return {self.family, other.family} <= {UnitFamily.COUNT, UnitFamily.MONEY}
        return self.family is other.family and self.family in (UnitFamily.RATE, UnitFamily.RATE_POINTS)

    def scaled(self, magnitude: str) -> "Unit":
        """The same plain unit in 万, 亿 or alone (an empty magnitude)."""
        power = MAGNITUDES.get(magnitude, 0)
        return replace(self, symbol=magnitude + self.plain, magnitude=magnitude, power=power)

    def of(self, other: "Unit") -> "Unit":
        """A bare 万 or 亿 understood as so many of the other's plain unit; rates do not come in 万."""
        if self.plain or not other.plain or other.family in _WITHOUT_MAGNITUDE:
            return self
        return replace(self, symbol=self.magnitude + other.plain, plain=other.plain, family=other.family)

    def __str__(self) -> str:
        return self.symbol


# The figures of a report are in a few units, and a table may have a hundred thousand of them.
@lru_cache(maxsize=1_000)
def parse_unit(text: str) -> Unit | None:
    """The unit that a text names, or nothing where it is no unit."""
    written = text.strip().replace(" ", "")
    symbol = _SPELLINGS.get(written, written)
    magnitude = _magnitude(symbol)
    plain = symbol.removeprefix(magnitude)
    plain = _SPELLINGS.get(plain, plain)
    if not symbol or not _is_word(plain) or (magnitude and _family(plain) in _WITHOUT_MAGNITUDE):
        return None
    return Unit(magnitude + plain, magnitude, MAGNITUDES.get(magnitude, 0), plain, _family(plain))


def unit_named(text: str) -> Unit | None:
    """The unit that words in a name or above a table can only be; a remark or a counting word is none.

    营业收入（万元） is in 万元; （人民币）, （年）, （个） and （万科） say of what, when, or whose it is.
    """
    inside = unicodedata.normalize("NFKC", text).strip()
    unit = None if inside in _NO_UNITS_IN_NAMES else parse_unit(inside)
    if unit is None or unit.family is not UnitFamily.COUNT:
        return unit
    is_large = unit.power >= MAGNITUDES["万"]
    return unit if is_large and (not unit.plain or unit.plain in _COUNTED) else None


def unit_in_name(name: str) -> Unit | None:
    """The unit in the brackets that a name ends in: 转化率(%), 响应时长（秒）."""
    match = _AT_THE_END.search(name)
    return unit_named(match["inside"]) if match else None


def name_without_unit(name: str) -> str:
    """A name without the brackets it ends in."""
    return _AT_THE_END.sub("", name).strip()


def _magnitude(symbol: str) -> str:
    if symbol.startswith(_NOT_A_MAGNITUDE):
        return ""
    return next((word for word in MAGNITUDES if symbol.startswith(word)), "")


def _is_word(plain: str) -> bool:
    if plain in _FAMILIES or plain in _CURRENCIES or not plain:
        return True
    # A lone Latin letter is no unit: w may be 万 or 周, k a thousand, M a million.
    return (
        len(plain) <= _LONGEST_WORD
        and bool(_WORD.fullmatch(plain))
        and not (len(plain) == 1 and plain.isascii())
    )


def _family(plain: str) -> UnitFamily:
    if plain.split("/")[0] in _CURRENCIES:
        return UnitFamily.MONEY
    return _FAMILIES.get(plain, UnitFamily.COUNT)


def _known(symbol: str) -> Unit:
    return Unit(symbol, "", 0, symbol, _FAMILIES[symbol])


PERCENT = _known("%")
PER_MILLE = _known("‰")
PERCENTAGE_POINTS = _known("百分点")
RATIO_SIGN = _known("∶")
SCORE = _known("分")
