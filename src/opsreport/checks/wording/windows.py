"""环比 where there is no adjacent period of the same length to compare with."""

import re
from collections.abc import Iterator

from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.claims.claim import Claim
from opsreport.claims.clauses import is_quoted, sentence_around
from opsreport.claims.plain_text import PlainText
from opsreport.claims.words import Role
from opsreport.figures.period import PeriodKind
from opsreport.figures.unit import UnitFamily

ADJACENT = re.compile(r"(?<![日周月季旬逐])环比")
SHORTER = re.compile(
    r"[0-9一二三四]季度|Q[1-4]|[0-9一二三四五六七八九十]月|上半年|下半年|[逐各每单当次][月季周]|月度|季度|每周"
    r"|同比、?[和与及]?环比|环比[，,]?(?:概念|口径|指|是指|为|定义|[）)])"
)
EVENT = re.compile(
    r"(?:活动|大促|促销|双1[12]|双十[一二]|618|6·18|节日|展会|发布会|年货节|购物节)(?:期间|期内|当[日天])"
    r"|(?:国庆|春节|中秋|端午|清明|五一|元旦|黄金周)(?:假期|期间|长假)"
)
WINDOW = re.compile(
    r"剔除|扣除|不含|(?<!环)[较比][^，。；]{1,12}?(?:天|日|周|前|期|月)|活动前|节前|同等天数|同等时长|同期|前一?[0-9]*[天日周]"
)
ABSOLUTE = (UnitFamily.MONEY, UnitFamily.COUNT)


@WORDING.rule
def wrong_comparison_period(case: Case) -> Iterator[Finding]:
    """环比 in a report about a year, of an event without a window, or growing by an amount."""
    period = case.period
    yearly = period is not None and period.kind is PeriodKind.YEAR
    windowed = _windowed(case.claims)
    for text in case.texts:
        if not text.is_running or "环比" not in text.folded:
            continue
        for match in ADJACENT.finditer(text.folded):
            if is_quoted(text.folded, match.start()):
                continue
            sentence = text.folded[slice(*sentence_around(text.folded, match.start(), match.end()))]
            if WINDOW.search(sentence) or (id(text), match.start()) in windowed:
                continue
            if yearly and not SHORTER.search(sentence):
                yield _finding(text, match.start(), match.end(), "year")
            elif EVENT.search(sentence[: sentence.find("环比")]) and not SHORTER.search(sentence):
                yield _finding(text, match.start(), match.end(), "event")
    yield from _by_amount(case.claims)


def _windowed(claims: tuple[Claim, ...]) -> set[tuple[int, int]]:
    """Where 环比 is said of a metric whose window has a name."""
    found = set()
    for claim in claims:
        word = claim.base_word
        if word is not None and any(metric.previous_label for metric in claim.metrics):
            found.add((id(claim.text), word.start))
    return found


def _by_amount(claims: tuple[Claim, ...]) -> Iterator[Finding]:
    """环比增长 goes with a percentage; an amount is 增加 or 减少."""
    for claim in claims:
        verb, by, word = claim.verb, claim.by, claim.base_word
        if verb is None or by is None or word is None or word.text != "环比" or verb.role is not Role.MOVE:
            continue
        if verb.text == "增长" and by.unit is not None and by.unit.family in ABSOLUTE:
            yield _finding(claim.text, word.start, by.end, "amount")


def _finding(text: PlainText, start: int, end: int, help_key: str) -> Finding:
    details = {"metric": text.text[start:end], "count": 1}
    return Finding(text.locate(start, end), details, help_key)
