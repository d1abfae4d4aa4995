"""Retention after so many days (次日留存率, 七日留存率, D30) as names of metrics tell it."""

import re
from dataclasses import dataclass

from opsreport.checks.numerals import in_figures

_DAY = re.compile(
    r"""
      (?P<next>次日|隔日)
    | 第?(?P<number>\d{1,3}|[一二三四五六七八九]?十?[一二三四五六七八九]?)[日天](?!均|活|常)
    | (?<![A-Za-z])(?:D|Day\s?)(?P<code>\d{1,3})(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Retention within days and rolling retention count whoever came back at any time, so they may well rise.
OTHERWISE = re.compile("内|滚动|累计|以上|及以后|流失|提升|增长|变化|新增")
SIGNS = re.compile(r"[\s（）()·:：/_-]")


@dataclass(frozen=True, slots=True)
class Retention:
    """After how many days, and what is left of the name without them: whose retention it is."""

    days: int
    of: str


def retention_of(name: str) -> Retention | None:
    """What a name says of retention on one day, if it does."""
    if "留存" not in name or OTHERWISE.search(name):
        return None
    found = [(match, _days(match)) for match in _DAY.finditer(name)]
    days = {count for _, count in found if count}
    if len(days) != 1:
        return None
    return Retention(days.pop(), SIGNS.sub("", _DAY.sub("", name)))


def _days(match: re.Match[str]) -> int:
    if match["next"]:
        return 1
    return in_figures(match["number"] or match["code"] or "")
