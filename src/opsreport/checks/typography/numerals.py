"""Typography: how numbers are written (GB/T 15835)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from opsreport.checks.families import TYPOGRAPHY
from opsreport.checks.family import Case, Finding
from opsreport.checks.typography.passages import passages_of
from opsreport.claims.amounts import Amount
from opsreport.claims.claim import Claim
from opsreport.claims.plain_text import LIKE_ASCII
from opsreport.diagnostics import Severity

_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+[％]?)*")
_SLOT = re.compile("[ＸＡ-Ｄ]+")

# 千米 and 千克 are units; 百分点, 百强, 百亿补贴 and 十大 are words of their own.
_MIXED = re.compile(
    r"""
      (?<![\d.A-Za-z])(?!(?:19|20)\d\d[千百十])(?P<number>\d{1,4}(?:\.\d+)?)(?!百亿补贴)
      (?P<word>千万|百万|十万|千亿|百亿|十亿|千|百|十)
      (?![米克瓦伏卡帕赫焦牛吨字兆禧]|分[点之比制]|[强货科姓佳大一二三四五六七八九]|度(?!假))
    """,
    re.VERBOSE,
)
_BOUNDS = (0, 100)
"""Nothing and all of it: these percentages are written without decimals beside any other."""

_WORTH = {"千": 1000, "百": 100, "十": 10}

_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
_UNGROUPED = re.compile(
    r"(?<![\dA-Za-z,._#＃/-])\d{5,9}(?:\.\d+)?(?=\s?(?:元|万|亿|人|家|个|次|件|单|篇|条|名|位|户|笔|台|套|份|吨))"
)
_EACH = re.compile(r"分别[^，。；\n\d]{0,8}((?:\d+(?:\.\d+)?%(?:、|和|与|及)?){2,})")
_PERCENT = re.compile(r"\d+(?:\.(\d+))?%")


@TYPOGRAPHY.rule
def full_width_alphanumeric(case: Case) -> Iterator[Finding]:
    """Figures and letters as wide as Chinese characters: １２％, ＫＰＩ."""
    for passage in passages_of(case, with_names=True):
        for match in _FULL_WIDTH.finditer(passage.text):
            # ＸＸ and Ａ产品线 are slots to be filled, which is said of them already.
            if not _SLOT.fullmatch(match[0]):
                yield passage.found(*match.span(), match[0].translate(LIKE_ASCII))


@TYPOGRAPHY.rule
def mixed_numeral(case: Case) -> Iterator[Finding]:
    """A number in figures that goes on in 千, 百 or 十; only 万 and 亿 may follow figures."""
    for passage in passages_of(case):
        for match in _MIXED.finditer(passage.text):
            number = Decimal(match["number"]) * _WORTH[match["word"][0]]
            better = f"{number.normalize():f}{match['word'][1:]}"
            yield passage.found(*match.span(), better, is_safe=False)


@TYPOGRAPHY.rule
def mixed_separators(case: Case) -> Iterator[Finding]:
    """Long numbers of one text of which some are set off in threes and some are not."""
    for passage in passages_of(case):
        grouped, plain = _GROUPED.search(passage.text), _UNGROUPED.search(passage.text)
        if grouped and plain:
            whole, _, decimals = plain[0].partition(".")
            better = f"{int(whole):,}" + (f".{decimals}" if decimals else "")
            yield passage.found(*plain.span(), better, is_safe=False, other=grouped[0])


@TYPOGRAPHY.rule
def mixed_decimals(case: Case) -> Iterator[Finding]:
    """Two ends of a change, or figures of one list, with different numbers of decimals."""
    for claim in case.claims:
        for first, second in _pairs(claim):
            if _is_comparable(first, second) and first.figure.places != second.figure.places:
                yield _pair_finding(claim, first, second)
    for passage in passages_of(case):
        for match in _EACH.finditer(passage.text):
            places = {len(decimals or "") for decimals in _PERCENT.findall(match[1])}
            if len(places) > 1:
                both = "、".join(one[0] for one in _PERCENT.finditer(match[1]))
                yield passage.found(*match.span(1), "", is_safe=False, both=both, places=max(places))


def _pairs(claim: Claim) -> Iterator[tuple[Amount, Amount]]:
    if claim.level and claim.origin:
        yield claim.origin, claim.level
    if claim.level and claim.base_level:
        yield claim.base_level, claim.level


def _is_comparable(first: Amount, second: Amount) -> bool:
    """Whether two figures have one unit in which decimals are kept; a count of things has none."""
    unit = first.unit
    if unit is None or unit != second.unit or first.figure.qualifier or second.figure.qualifier:
        return False
    if unit.is_rate and any(one.figure.amount in _BOUNDS for one in (first, second)):
        return False
    return bool(first.figure.places and second.figure.places) or unit.is_rate or bool(unit.power)


def _pair_finding(claim: Claim, first: Amount, second: Amount) -> Finding:
    both = f"{_words(claim, first)}、{_words(claim, second)}"
    shorter = min((first, second), key=lambda amount: amount.figure.places)
    places = max(first.figure.places, second.figure.places)
    details = {"text": _words(claim, shorter), "both": both, "places": places}
    return Finding(claim.place(shorter), details)


def _words(claim: Claim, amount: Amount) -> str:
    return claim.text.text[amount.start : amount.end]


@TYPOGRAPHY.rule
def mixed_units(case: Case) -> Iterator[Finding]:
    """Two ends of a change in units of different size: 从0.98亿增至10,200万."""
    for claim in case.claims:
        for first, second in _pairs(claim):
            one, other = first.unit, second.unit
            if one and other and one.plain == other.plain and one.power != other.power:
                start, end = min(first.start, second.start), max(first.end, second.end)
                details = {
                    "chart": claim.text.text[start:end],
                    "units": f"{one.symbol}、{other.symbol}",
                    "metric": _words(claim, first),
                    "unit": other.symbol,
                }
                yield Finding(claim.text.locate(start, end), details, "text", severity=Severity.WARNING)
