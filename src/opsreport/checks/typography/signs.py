"""Typography: ranges, dashes, ratios and minus signs (GB/T 15834 4.13, GB/T 15835 5.1)."""

import re
from collections.abc import Iterator

from opsreport.checks.families import TYPOGRAPHY
from opsreport.checks.family import Case, Finding
from opsreport.checks.typography.passages import CHINESE, Passage, passages_of

NUMBER = r"\d+(?:,\d{3}){0,6}(?:\.\d+)?"
_TIME = "(?:年|月|日|季度|周|时|点|号(?![楼线机门厅店仓院馆]))"
_MEASURE = "(?:[%％‰万亿元个家人名位次天秒倍篇条件单台套场项款份户笔吨米岁]|小时|分钟|公里)"
_NOT_IN_CODE = r"(?<![A-Za-z\d_./:：~～–—－-])"

_SHORT_RANGE = re.compile(
    rf"{_NOT_IN_CODE}(?P<first>{NUMBER})\s?(?P<mark>[～~–—至-])\s?(?P<last>{NUMBER})(?P<unit>[%％‰]|万亿|[万亿])"
)
_TIME_SPAN = re.compile(
    rf"{_NOT_IN_CODE}(?:(?:\d{{4}}年)?\d{{1,2}}|\d{{4}}){_TIME}?(?P<mark>\s?[-~–]\s?)(?:(?:\d{{4}}年)?\d{{1,2}}|\d{{4}}){_TIME}(?!\d)"
)
_YEAR_AND_MONTH = re.compile(r"\d{4}\s?-\s?\d{1,2}月")
_LENGTH = re.compile(r"\d{1,2}\s?[-~–]\s?\d{1,2}[年周]")
_RANGE = re.compile(
    rf"{_NOT_IN_CODE}{NUMBER}{_MEASURE}*(?P<mark>\s?[-~–]\s?){NUMBER}(?=\s?{_MEASURE})(?!\s?点)"
)
_CHAIN = re.compile(rf"[{CHINESE}]{{2,8}}(?:\s?[-–－]\s?[{CHINESE}]{{2,8}})+")
_LINK = re.compile(r"\s?[-–－]\s?")
_STAGE = re.compile(r"(?:期|阶段|环节|年|月|日|季度|周|星期[一二三四五六日])(?=\s?[-–－]|$)")
_DOUBLE_HYPHEN = re.compile(rf"(?<=[{CHINESE}”’》）]) ?-{{2,3}} ?(?=[{CHINESE}“‘《（])")

_RATIO = re.compile(
    r"(?<![\d.:：∶A-Za-z])(?P<left>\d+(?:\.\d+)?)(?P<sign>\s?[:：]\s?)(?P<right>\d+(?:\.\d+)?)(?![\d.:：∶])"
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\s?[:：]\s?[0-5]\d")
_CALLED_RATIO = re.compile(
    r"(?:比例|之比|比值|配比|占比|比率|产出比|师生比|ROI|投产比|比为|比达到?|比约?为)[^，。；！？\n]{0,8}$"
)
_NEAR = 16
_COLON_FOR_RATIO = re.compile(
    r"(?:时间|上午|下午|早上|晚上|凌晨|中午|[日号])\s?\d{1,2}(?P<sign>∶)[0-5]\d(?!\d)"
)

_MINUS = re.compile(
    rf"(?:(?<=[{CHINESE}，、：；（(])|(?<=[{CHINESE}，、：；（(]\s)|\A)(?P<sign>[-−])(?P<number>{NUMBER})"
    r"(?=\s?(?P<unit>[%％‰]|个?百分点|万|亿|元|分|pp)|(?P<fraction>(?<=\.\d)|(?<=\.\d\d)))"
)
_NOUGHT = re.compile(r"0+(?:\.0+)?")


@TYPOGRAPHY.rule
def range_loses_unit(case: Case) -> Iterator[Finding]:
    """A range whose first end lacks the %, 万 or 亿 of its last: 5～8%, 9～16亿."""
    for passage in passages_of(case):
        for match in _SHORT_RANGE.finditer(passage.text):
            mark = _range_mark(case) if match["mark"] in "~–-" else match["mark"]
            unit = "%" if match["unit"] == "％" else match["unit"]
            better = f"{match['first']}{unit}{mark}{match['last']}{unit}"
            yield passage.found(*match.span(), better)


@TYPOGRAPHY.rule
def wrong_dash(case: Case) -> Iterator[Finding]:
    """A hyphen or ~ where a range takes ～, a span of time or a chain of stages —, a break ——."""
    for passage in passages_of(case):
        text = passage.text
        spans = [match for match in _TIME_SPAN.finditer(text) if not _YEAR_AND_MONTH.match(match[0])]
        taken = {place for match in spans for place in range(*match.span())}
        taken |= {place for match in _SHORT_RANGE.finditer(text) for place in range(*match.span())}
        for match in spans:
            # 3-5年 is how long, 2024-2026年 is when.
            is_length = _LENGTH.fullmatch(match[0]) and not text.endswith("第", 0, match.start())
            mark, help_key = (_range_mark(case), "range") if is_length else ("—", "time")
            yield passage.found(*match.span("mark"), mark, help_key)
        for match in _RANGE.finditer(text):
            if match.start("mark") not in taken:
                yield passage.found(*match.span("mark"), _range_mark(case), "range")
        for match in _DOUBLE_HYPHEN.finditer(text):
            yield passage.found(*match.span(), "——", "break")
        yield from _chains(passage)


def _range_mark(case: Case) -> str:
    """The house's own mark; a hyphen is none."""
    mark = case.bundle.report.options.range_mark
    return "～" if mark in ("", "-", "~") else mark


def _chains(passage: Passage) -> Iterator[Finding]:
    """Hyphens in 新用户-成长期-成熟期; 吐鲁番-哈密 is a compound, and keeps its own."""
    for match in _CHAIN.finditer(passage.text):
        links = list(_LINK.finditer(match[0]))
        if len(links) < 2 and not _STAGE.search(match[0]):
            continue
        for link in links:
            start = match.start() + link.start()
            yield passage.found(start, start + len(link[0]), "—", "chain")


@TYPOGRAPHY.rule
def wrong_ratio_sign(case: Case) -> Iterator[Finding]:
    """A colon in a ratio, or the sign of a ratio in a time of day."""
    for passage in passages_of(case):
        for match in _RATIO.finditer(passage.text):
            if _is_ratio(passage.text, match):
                yield passage.found(*match.span("sign"), "∶", whole=match[0])
        for match in _COLON_FOR_RATIO.finditer(passage.text):
            yield passage.found(*match.span("sign"), ":", "time", whole=match[0])


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers are called a ratio, or can be nothing else; 16:9 and 3:2 are left alone."""
    if _CALLED_RATIO.search(text[max(0, match.start() - _NEAR) : match.start()]):
        return True
    has_decimals = "." in match["left"] or "." in match["right"]
    return has_decimals and not _CLOCK.fullmatch(match[0]) and "1" in (match["left"], match["right"])


@TYPOGRAPHY.rule
def negative_zero(case: Case) -> Iterator[Finding]:
    """Minus nought, and a hyphen for the minus sign of a figure."""
    for passage in passages_of(case):
        for match in _MINUS.finditer(passage.text):
            if _NOUGHT.fullmatch(match["number"]):
                yield passage.found(*match.span(), match["number"], "nought", is_safe=False)
            elif match["sign"] == "-":
                yield passage.found(*match.span(), "−" + match["number"], is_safe=False)
