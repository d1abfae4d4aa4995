"""The small vocabularies of a metric: what kind of number it is and which way is good."""

import enum
from decimal import Decimal


class Kind(enum.Enum):
    """What a metric measures; it decides the unit, the decimals and the verbs (figures C.5, C.9)."""

    MONEY = "money"
    COUNT = "count"
    RATE = "rate"
    DURATION = "duration"
    SCORE = "score"
    POINTS = "points"
    RATIO = "ratio"
    INDEX = "index"
    PARAMETER = "parameter"


class Verdict(enum.Enum):
    """Whether a change is good news."""

    BETTER = "better"
    WORSE = "worse"
    FLAT = "flat"
    UNJUDGED = "unjudged"


class Polarity(enum.Enum):
    """Which way is good for a metric."""

    HIGHER_IS_BETTER = "higher"
    LOWER_IS_BETTER = "lower"
    NEUTRAL = "neutral"

    def judge(self, delta: Decimal) -> Verdict:
        """Say whether a change of this size is good news."""
        if not delta:
            return Verdict.FLAT
        if self is Polarity.NEUTRAL:
            return Verdict.UNJUDGED
        rose_and_should = (delta > 0) == (self is Polarity.HIGHER_IS_BETTER)
        return Verdict.BETTER if rose_and_should else Verdict.WORSE


class Certainty(enum.Enum):
    """How sure a figure is; all but the actual are said in words (预估, 初步, 预计)."""

    ACTUAL = "actual"
    PRELIMINARY = "preliminary"
    ESTIMATED = "estimated"
    FORECAST = "forecast"


class Aggregation(enum.Enum):
    """How a series becomes the value of its period (汇总)."""

    SUM = "sum"
    AVG = "avg"
    LAST = "last"
    MAX = "max"
    MIN = "min"
    RATIO = "ratio"


class Bounded(enum.Enum):
    """Which limits a rate has: 0 to 100, at most 100, or none."""

    BOTH = "both"
    UPPER = "upper"
    NONE = "none"


class Basis(enum.Enum):
    """The basis a growth is stated on; only a nominal one follows from two printed levels (C.1)."""

    NOMINAL = "nominal"
    COMPARABLE = "comparable"
    ADJUSTED = "adjusted"


class ChangeStyle(enum.Enum):
    """How a change is put: in points, as a share of its base, or as an amount."""

    PP = "pp"
    RELATIVE = "relative"
    ABSOLUTE = "absolute"


class Facet(enum.Enum):
    """One thing said about a metric (表述); its value is the word used in `say` and in references."""

    VALUE = "value"
    VS_TARGET = "vs_target"
    VS_LAST_YEAR = "vs_last_year"
    VS_PREVIOUS = "vs_previous"
    FROM_TO = "from_to"
    TO = "to"
    CHANGE = "change"
    PEAK = "peak"
    AVERAGE = "average"
    VS_BASELINE = "vs_baseline"
    VS_BENCHMARK = "vs_benchmark"
    SHARES = "shares"
