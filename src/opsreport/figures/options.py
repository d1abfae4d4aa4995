"""How a report rounds, counts and words its figures; every default is the house's answer (bundle B.2)."""

import enum
from dataclasses import dataclass, field
from decimal import Decimal


class Rounding(enum.Enum):
    """What becomes of an exact half: 四舍五入, or 四舍六入五成双 as GB/T 8170 has it."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"


class Spacing(enum.Enum):
    """Whether a space stands between Chinese and Latin text; Word and browsers set a gap by themselves."""

    NONE = "none"
    PANGU = "pangu"


class NegativeBase(enum.Enum):
    """What is said of growth over a loss: words, 不适用, or the difference over the size of the loss."""

    WORDS = "words"
    NA = "na"
    ABS = "abs"


class Shares(enum.Enum):
    """Whether printed shares are left as they round, or made to add up to 100."""

    NATURAL = "natural"
    LARGEST_REMAINDER = "largest_remainder"


class Thousands(enum.Enum):
    """Whether long numbers are cut into groups of three."""

    NONE = "none"
    COMMA = "comma"


class CompletionLower(enum.Enum):
    """How a 完成率 is worked out where lower is better; by default there is none (figures C.3)."""

    NONE = "none"
    MIRROR = "mirror"
    INVERSE = "inverse"
    PROGRESS = "progress"


class BareNumbers(enum.Enum):
    """Whether texts may hold numbers that are not references to metrics."""

    ALLOW = "allow"
    FORBID = "forbid"


class Appendix(enum.Enum):
    """What may be appended; the closure sets metrics, problems, plans and resources side by side."""

    CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class Decimals:
    """How many decimals a computed figure takes, by what it is (figures C.9.5).

    `money` speaks of 万元; in 亿元 two at least are kept. `count` speaks of 万 and 亿; a plain count has
    none.
    """

    percent: int = 1
    pp: int = 1
    money: int = 0
    count: int = 1
    duration: int = 1
    score: int = 1
    ratio: int = 1
    points: int = 1
    index: int = 1


@dataclass(frozen=True, slots=True)
class Flat:
    """Up to which printed change something is 基本持平 (C.6).

    `relative` and `score` are percents, of the base and of the scale; `pp` and `points` are points.
    """

    relative: Decimal = Decimal("1.0")
    pp: Decimal = Decimal("0.5")
    points: Decimal = Decimal("0.5")
    score: Decimal = Decimal("1.0")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a report."""

    rounding: Rounding = Rounding.HALF_UP
    decimals: Decimals = field(default_factory=Decimals)
    flat: Flat = field(default_factory=Flat)
    spacing: Spacing = Spacing.NONE
    negative_base: NegativeBase = NegativeBase.WORDS
    shares: Shares = Shares.NATURAL
    thousands: Thousands = Thousands.NONE
    range_mark: str = "～"
    fiscal_year_start: int = 1
    currency: str = "CNY"
    timezone: str = "Asia/Shanghai"
    completion_lower: CompletionLower = CompletionLower.NONE
    bare_numbers: BareNumbers = BareNumbers.ALLOW
    appendix: tuple[Appendix, ...] = ()
