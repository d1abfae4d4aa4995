"""A second opinion on printed sentences: from words and digits back to the figures they are about.

It shares no code with the product. It knows what a metric was given, works everything out again in fractions,
and takes a sentence apart clause by clause; a digit that no clause accounts for is a fault as well.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

WORTH = {
    **dict.fromkeys(("元", "人", "次", "%", "个百分点", "秒", "分", "点", "倍", ""), Fraction(1)),
    **dict.fromkeys(("万元", "万人", "万次"), Fraction(10**4)),
    **dict.fromkeys(("亿元", "亿人", "亿次"), Fraction(10**8)),
    **dict.fromkeys(("‰", "个千分点"), Fraction(1, 10)),
    "分钟": Fraction(60),
    "小时": Fraction(3600),
    "天": Fraction(86400),
}
BASES = ("last_year", "previous", "from", "baseline", "benchmark")
NOUNS = {"last_year": "上年同期", "previous": "上季度", "baseline": "基线", "benchmark": "行业平均"}
PREFIXES = {"同比": "last_year", "环比": "previous"}
UP = ("增长", "增加", "上升", "提高", "延长", "增至", "升至", "提升至", "延长至")
DOWN = ("下降", "减少", "缩短", "降至", "减至", "下降至", "缩短至")
PRAISE = ("提高", "提升至", "提升")
BY_RATE = ("money", "count", "index")
"""Kinds whose change is told in percent of the base; rates move by points, the others by amounts."""

NUMBER = r"−?\d+(?:\.\d+)?"
UNIT = "|".join(sorted((re.escape(unit) for unit in WORTH if unit), key=len, reverse=True))
AMOUNT = rf"(?P<{{0}}>{NUMBER})(?P<{{0}}_unit>{UNIT}|)"
FORBIDDEN = re.compile(
    r"[增升涨降减缩长短高低加少][-−+]\d|[-−]0(?:\.0+)?(?![.\d])|inf|nan|None|Infinity", re.IGNORECASE
)


@dataclass(frozen=True)
class Given:
    """What a metric was given: its kind, its unit, which way is good, and its figures as digits."""

    kind: str
    unit: str
    polarity: str
    figures: Mapping[str, str]
    profit: bool = False
    relative: bool = False
    """Whether a rate's changes are to be told in percent of the base."""

    def exact(self, name: str) -> Fraction:
        """A figure in base units."""
        return Fraction(self.figures[name]) * WORTH[self.unit]

    def has(self, name: str) -> bool:
        """Whether the figure was given."""
        return name in self.figures


@dataclass
class Witness:
    """One sentence in the dock."""

    given: Given
    sentence: str
    faults: list[str] = field(default_factory=list)
    spoken: set[str] = field(default_factory=set)
    numbers: dict[str, str] = field(default_factory=dict)
    """What was read for each comparison: the digits with their unit."""

    def hear(self) -> list[str]:
        """What is wrong with the sentence; nothing if it holds."""
        if forbidden := FORBIDDEN.search(self.sentence):
            self.faults.append(f"“{forbidden[0]}”不该出现")
        position = 0
        while position < len(self.sentence):
            for pattern, judge in CLAUSES:
                if match := pattern.match(self.sentence, position):
                    judge(self, match)
                    position = match.end()
                    break
            else:
                self.faults.append(f"读不懂“{self.sentence[position:]}”")
                return self.faults
            if self.sentence[position : position + 1] in "，；":
                position += 1
        for name in ("value", "target", *BASES):
            if self.given.has(name) and name not in self.spoken:
                self.faults.append(f"没有说到 {name}")
        return self.faults

    def amount(self, match: re.Match[str], name: str) -> tuple[Fraction, Fraction, Fraction]:
        """A printed amount in base units, with half a unit of its last place, and the sign it bears."""
        digits = match[name].replace("−", "-")
        worth = WORTH[match[f"{name}_unit"]]
        half = Fraction(1, 10 ** len(digits.partition(".")[2])) / 2
        return Fraction(digits) * worth, half * worth, worth

    def expect(self, said: Fraction, half: Fraction, exact: Fraction, what: str) -> None:
        """The printed amount must be the exact one rounded half up by its size, once."""
        size, printed = abs(exact), abs(said)
        if not printed - half <= size < printed + half:
            self.faults.append(f"{what}应为 {float(exact):.8g}，写的是 {float(said):.8g}")
        if said and (said < 0) != (exact < 0):
            self.faults.append(f"{what}的正负号不对")

    def is_figure(self, match: re.Match[str], group: str, name: str, *, unsigned: bool = False) -> None:
        """The amount must be that figure."""
        if not self.given.has(name):
            self.faults.append(f"没有 {name} 却说了它")
            return
        said, half, _ = self.amount(match, group)
        exact = self.given.exact(name)
        self.expect(said, half, abs(exact) if unsigned else exact, name)
        self.spoken.add(name)

    def moves(self, verb: str, base: str) -> None:
        """The verb must go the way the figure went, and praise only what is good."""
        delta = self.given.exact("value") - self.given.exact(base)
        if (verb in UP and delta <= 0) or (verb in DOWN and delta >= 0):
            self.faults.append(f"“{verb}”与 {base} 的方向相反")
        if verb in PRAISE and self.given.polarity != "higher":
            self.faults.append(f"“{verb}”用在了并非越高越好的指标上")

    def by_percent(self, match: re.Match[str], base: str, digits: str) -> None:
        """The percent must be the growth over the base."""
        of = self.given.exact(base)
        if of == 0:
            self.faults.append(f"{base} 为零，不该有百分比")
            return
        if of < 0 and "亏损" not in match[0]:
            self.faults.append(f"{base} 为负，不该有百分比")
        rate = (self.given.exact("value") - of) / abs(of) * 100
        half = Fraction(1, 10 ** len(digits.partition(".")[2])) / 2
        self.expect(Fraction(digits), half, abs(rate), f"较 {base} 的幅度")

    def by_amount(self, match: re.Match[str], group: str, base: str) -> None:
        """The amount must be the difference from the base."""
        said, half, _ = self.amount(match, group)
        self.expect(said, half, abs(self.given.exact("value") - self.given.exact(base)), f"与 {base} 之差")

    def speaks_of(self, base: str) -> bool:
        """Whether the base was given; it must not be spoken of twice."""
        if not self.given.has(base):
            self.faults.append(f"没有 {base} 却说了它")
            return False
        self.spoken.add(base)
        return True


def _level(witness: Witness, match: re.Match[str]) -> None:
    word = match["word"]
    witness.is_figure(match, "a", "value", unsigned=bool(word))
    value = witness.given.exact("value")
    if word and ((word == "亏损") != (value < 0) or not witness.given.profit):
        witness.faults.append(f"“{word}”不合")


def _reached(witness: Witness, match: re.Match[str]) -> None:
    """同比增长14.3%，达1280万元: the level after a move; 达 where the rise is good."""
    witness.is_figure(match, "a", "value")
    moved = [name for name in ("last_year", "previous") if name in witness.spoken]
    if not moved:
        witness.faults.append(f"“{match['reach']}”前面没有说到变动")
    elif match["reach"] == "达":
        rose = witness.given.exact("value") > witness.given.exact(moved[0])
        if not rose or witness.given.polarity != "higher":
            witness.faults.append("“达”用在了并非好转的指标上")


def _attained(witness: Witness, match: re.Match[str]) -> None:
    if not witness.speaks_of("target"):
        return
    given = witness.given
    if (
        given.polarity != "higher"
        or given.exact("target") <= 0
        or given.kind not in ("money", "count", "duration")
    ):
        witness.faults.append("这里不该有完成率")
        return
    half = Fraction(1, 10 ** len(match["rate"].partition(".")[2])) / 2
    witness.expect(
        Fraction(match["rate"]), half, given.exact("value") / given.exact("target") * 100, "完成率"
    )
    witness.numbers["vs_target"] = match["rate"] + "%"


def _against_target(witness: Witness, match: re.Match[str]) -> None:
    if not witness.speaks_of("target"):
        return
    above = match["word"] in ("高于", "超出控制", "超出")
    gap = witness.given.exact("value") - witness.given.exact("target")
    if (gap > 0) != above:
        witness.faults.append("与目标的高低说反了")
    if ("控制" in match["word"]) != (witness.given.polarity == "lower"):
        witness.faults.append("控制目标只用于越低越好的指标")
    witness.by_amount(match, "a", "target")
    witness.numbers["vs_target"] = match["a"] + match["a_unit"]


def _loss_budget(witness: Witness, match: re.Match[str]) -> None:
    if not witness.speaks_of("target"):
        return
    value, target = witness.given.exact("value"), witness.given.exact("target")
    for word, name in ((match["mine"], "value"), (match["planned"], "target")):
        if word and (word == "亏损") != (witness.given.exact(name) < 0):
            witness.faults.append(f"{name} 的盈亏说反了")
    if match["a"]:
        witness.is_figure(match, "a", "value", unsigned=True)
    if match["b"]:
        witness.is_figure(match, "b", "target", unsigned=True)
    if match["less"]:
        if (match["less"] == "少亏") != (value > target):
            witness.faults.append("少亏、多亏说反了")
        witness.by_amount(match, "c", "target")


def _aims(witness: Witness, match: re.Match[str]) -> None:
    witness.is_figure(match, "a", "target")
    if match["more"]:
        gap = witness.given.exact("value") - witness.given.exact("target")
        if (match["more"] == "多") != (gap > 0):
            witness.faults.append("比目标多少说反了")
        witness.by_amount(match, "b", "target")


def _no_target(witness: Witness, match: re.Match[str]) -> None:
    if witness.speaks_of("target") and witness.given.exact("target"):
        witness.faults.append("目标并不为零")


def _level_with_target(witness: Witness, match: re.Match[str]) -> None:
    if witness.speaks_of("target"):
        _is_flat(witness, "target", exactly=not match["about"])


def _is_flat(witness: Witness, base: str, *, exactly: bool) -> None:
    """持平 needs figures that print alike; 基本持平 a change within the house's threshold (as printed)."""
    given = witness.given
    value, of = given.exact("value"), given.exact(base)
    worth = WORTH[given.unit]
    if exactly:
        if abs(value - of) >= worth:
            witness.faults.append(f"与 {base} 并不持平")
        return
    relative = abs(value - of) / abs(of) * 100 if of else Fraction(10**9)
    small = relative < Fraction(105, 100)
    if (given.kind == "rate" and given.unit == "%" and not given.relative) or given.kind == "points":
        small = abs(value - of) < Fraction(55, 100)
    elif given.kind == "score":
        small = abs(value - of) <= Fraction(1, 10)
    if not small and abs(value - of) >= worth * Fraction(1, 10):
        witness.faults.append(f"与 {base} 相差不小，不能说基本持平")


def _flat(witness: Witness, match: re.Match[str]) -> None:
    base = {noun: name for name, noun in NOUNS.items()}[match["noun"]]
    if witness.speaks_of(base):
        _is_flat(witness, base, exactly=not match["about"])


def _moved(witness: Witness, match: re.Match[str]) -> None:
    """同比增长14.3%, 环比增加4.5分钟, 同比亏损收窄86.0%."""
    base = PREFIXES[match["prefix"]]
    if not witness.speaks_of(base):
        return
    verb, given = match["verb"], witness.given
    value, of = given.exact("value"), given.exact(base)
    if verb.startswith("亏损"):
        narrowed = verb == "亏损收窄"
        if not (value < 0 and of < 0 and given.profit) or (abs(value) < abs(of)) != narrowed:
            witness.faults.append(f"“{verb}”不合")
    else:
        witness.moves(verb, base)
    if match["a_unit"] == "%" and given.kind in BY_RATE:
        witness.by_percent(match, base, match["a"])
    elif match["a_unit"] == "%":
        witness.faults.append("这类指标的变动不用百分比")
    elif given.kind in BY_RATE:
        witness.faults.append("这类指标的变动用百分比")
    else:
        witness.by_amount(match, "a", base)
    witness.numbers[f"vs_{base}"] = match["a"] + match["a_unit"]


def _from_to(witness: Witness, match: re.Match[str]) -> None:
    witness.is_figure(match, "a", "from")
    witness.is_figure(match, "b", "value")
    witness.moves(match["verb"], "from")


def _relative(witness: Witness, match: re.Match[str]) -> None:
    """从0.50‰降至0.42‰，环比下降16.0%（下降0.08个千分点）: both ends, the percent and the points."""
    base = PREFIXES[match["prefix"]]
    if not witness.speaks_of(base):
        return
    witness.is_figure(match, "a", base)
    witness.is_figure(match, "b", "value")
    for verb in (match["to"], match["verb"], match["verb2"]):
        witness.moves(verb, base)
    witness.by_percent(match, base, match["rate"])
    witness.by_amount(match, "c", base)


def _kept(witness: Witness, match: re.Match[str]) -> None:
    witness.is_figure(match, "a", "value")
    if witness.speaks_of("from"):
        _is_flat(witness, "from", exactly=True)


def _compared(witness: Witness, match: re.Match[str]) -> None:
    """比基线高35.0%, 高于行业平均4.8个百分点."""
    noun = match["noun"] or match["noun2"]
    base = {name: key for key, name in NOUNS.items()}[noun]
    if not witness.speaks_of(base):
        return
    high = (match["side"] or match["side2"]) == "高"
    if high != (witness.given.exact("value") > witness.given.exact(base)):
        witness.faults.append(f"与 {base} 的高低说反了")
    if match["a_unit"] == "%" and witness.given.kind in BY_RATE:
        witness.by_percent(match, base, match["a"])
    else:
        witness.by_amount(match, "a", base)
    witness.numbers[f"vs_{base}"] = match["a"] + match["a_unit"]


def _times(witness: Witness, match: re.Match[str]) -> None:
    base = {noun: name for name, noun in NOUNS.items()}[match["noun"]]
    if not witness.speaks_of(base):
        return
    value, of = witness.given.exact("value"), witness.given.exact(base)
    if of <= 0 or value < 2 * of:
        witness.faults.append("不到两倍，或者基数不为正，不说几倍")
        return
    half = Fraction(1, 10 ** len(match["n"].partition(".")[2])) / 2
    witness.expect(Fraction(match["n"]), half, value / of, "倍数")
    if (value / of != Fraction(match["n"])) != bool(match["about"]):
        witness.faults.append("约字不合")


def _turned(witness: Witness, match: re.Match[str]) -> None:
    base = {noun: name for name, noun in NOUNS.items()}[match["noun"]]
    if not witness.speaks_of(base):
        return
    value, of = witness.given.exact("value"), witness.given.exact(base)
    gained = match["how"] == "扭亏为盈"
    if not ((of < 0 < value) if gained else (value < 0 < of)) or not witness.given.profit:
        witness.faults.append(f"“{match['how']}”不合")
    witness.is_figure(match, "a", base, unsigned=True)
    witness.is_figure(match, "b", "value", unsigned=True)


def _broke_even(witness: Witness, match: re.Match[str]) -> None:
    given = witness.given
    bases = [
        name for name in BASES if given.has(name) and name not in witness.spoken and given.exact(name) < 0
    ]
    if given.exact("value") != 0 or not bases:
        witness.faults.append("并非由亏损到零")
    witness.spoken.update(bases[:1])


def _left_break_even(witness: Witness, match: re.Match[str]) -> None:
    given = witness.given
    bases = [
        name for name in BASES if given.has(name) and name not in witness.spoken and given.exact(name) == 0
    ]
    if given.exact("value") >= 0 or not bases:
        witness.faults.append("并非由零到亏损")
    witness.spoken.update(bases[:1])
    witness.is_figure(match, "a", "value", unsigned=True)


def _from_zero(witness: Witness, match: re.Match[str]) -> None:
    base = {noun: name for name, noun in NOUNS.items()}[match["noun"]]
    if witness.speaks_of(base) and witness.given.exact(base) != 0:
        witness.faults.append(f"{base} 并不为零")
    witness.is_figure(match, "a", "value")


def _both_zero(witness: Witness, match: re.Match[str]) -> None:
    base = {noun: name for name, noun in NOUNS.items()}[match["noun"]]
    if witness.speaks_of(base) and (witness.given.exact(base) or witness.given.exact("value")):
        witness.faults.append("并非均为零")


def _to_level(witness: Witness, match: re.Match[str]) -> None:
    """由上年同期的5万元降至零, 由上年同期的3万元增至900万元."""
    base = {noun: name for name, noun in NOUNS.items()}[match["noun"]]
    if not witness.speaks_of(base):
        return
    witness.is_figure(match, "a", base)
    witness.moves(match["verb"], base)
    if match["b"]:
        witness.is_figure(match, "b", "value")
    elif witness.given.exact("value"):
        witness.faults.append("并没有降至零")


def _across(witness: Witness, match: re.Match[str]) -> None:
    """同比由−120万元变为30万元，增加150万元."""
    base = PREFIXES[match["prefix"]] if match["prefix"] else "from"
    if not witness.speaks_of(base):
        return
    witness.is_figure(match, "a", base)
    witness.is_figure(match, "b", "value")
    if (match["verb"] == "增加") != (witness.given.exact("value") > witness.given.exact(base)):
        witness.faults.append("增减说反了")
    witness.by_amount(match, "c", base)


def _beside(witness: Witness, match: re.Match[str]) -> None:
    """基线为0，本期5万元."""
    base = {noun: name for name, noun in NOUNS.items()}[match["noun"]]
    if witness.speaks_of(base):
        witness.is_figure(match, "a", base)
        witness.is_figure(match, "b", "value")


def _clause(pattern: str) -> re.Pattern[str]:
    for letter in "abc":
        pattern = pattern.replace(f"@{letter}", AMOUNT.format(letter))
    return re.compile(pattern.replace("@noun", f"(?P<noun>{'|'.join(NOUNS.values())})"))


Judge = Callable[[Witness, re.Match[str]], None]
VERBS = "|".join(sorted({*UP, *DOWN, "亏损收窄", "亏损扩大"}, key=len, reverse=True))
REACHING = "|".join(verb for verb in (*UP, *DOWN) if verb.endswith("至"))
CLAUSES: tuple[tuple[re.Pattern[str], Judge], ...] = (
    (
        _clause(r"(?P<mine>亏损)@a，比预算(?P<less>少亏|多亏)@c(?P<planned>)(?P<b>)(?P<b_unit>)"),
        _loss_budget,
    ),
    (
        _clause(r"(?P<mine>亏损|盈利)@a，预算为(?P<planned>盈利|亏损)@b(?P<less>)(?P<c>)(?P<c_unit>)"),
        _loss_budget,
    ),
    (
        _clause(
            r"(?P<mine>亏损)@a，与预算(?:基本)?持平(?P<planned>)(?P<b>)(?P<b_unit>)(?P<less>)(?P<c>)(?P<c_unit>)"
        ),
        _loss_budget,
    ),
    (_clause(r"目标为@a，(?:比目标(?P<more>[多少])@b|与目标(?:基本)?持平)"), _aims),
    (_clause(r"(?P<prefix>同比|环比)?由@a变为@b，(?P<verb>增加|减少)@c"), _across),
    (_clause(r"@noun为零，本期@a"), _from_zero),
    (_clause(r"@noun为@a，本期@b"), _beside),
    (_clause(r"@noun与本期均为零"), _both_zero),
    (_clause(r"(?P<how>由盈转亏|扭亏为盈)（@noun(?:盈利|亏损)@a，本期(?:盈利|亏损)@b）"), _turned),
    (_clause(r"实现盈亏平衡"), _broke_even),
    (_clause(r"由盈亏平衡转为亏损@a"), _left_break_even),
    (_clause(rf"由@noun的@a(?P<verb>{REACHING})(?:零|@b)"), _to_level),
    (_clause(r"完成(?:季度)?目标的(?P<rate>−?\d+(?:\.\d+)?)%"), _attained),
    (_clause(r"(?P<word>高于|低于|超出控制|低于控制)目标@a"), _against_target),
    (_clause(r"与目标(?P<about>基本)?持平"), _level_with_target),
    (_clause(r"目标为零"), _no_target),
    (_clause(r"(?:亏损)?与@noun(?P<about>基本)?持平"), _flat),
    (_clause(rf"(?P<prefix>同比|环比)(?P<verb>{VERBS})@a"), _moved),
    (_clause(r"(?P<about>约)?为@noun的(?P<n>\d+(?:\.\d+)?)倍"), _times),
    (_clause(r"(?:比@noun(?P<side>[高低])|(?P<side2>[高低])于(?P<noun2>行业平均|基线))@a"), _compared),
    (
        _clause(
            rf"从@a(?P<to>{REACHING})@b，(?P<prefix>同比|环比)(?P<verb>{VERBS})(?P<rate>\d+(?:\.\d+)?)%"
            rf"（(?P<verb2>{VERBS})@c）"
        ),
        _relative,
    ),
    (_clause(rf"[从由]@a(?P<verb>{REACHING})@b(?:（10分制）)?"), _from_to),
    (_clause(r"保持在@a(?:（10分制）)?"), _kept),
    (_clause(r"(?P<reach>达|为)@a(?:（10分制）)?"), _reached),
    (_clause(r"(?P<word>盈利|亏损)?@a(?:（10分制）)?"), _level),
)
