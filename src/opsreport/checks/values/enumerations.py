"""Counts that stand beside a list of what they count: 三类服务（甲、乙、丙）, 甲、乙和丙三个环节."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.checks.numerals import in_figures

NUMBER = r"(?P<number>\d{1,2}|[一两二三四五六七八九]?十?[两二三四五六七八九]|[一二三四五六七八九]?十)"
SIGNS = "个|大|项|类|种|门|套|条|款|座|家|名|位|支"
NOT_COUNTED = "月|百分点|千分点|小时|工作日|季度|星期|自然|基点|多|余|以上|左右|人[日天]"
BEFORE_NUMBER = r"(?<![\d第每前其近约几数超.．年月至到～—-])"
LIST_BEHIND = re.compile(
    rf"{BEFORE_NUMBER}(?P<all>{NUMBER}(?:{SIGNS})(?!{NOT_COUNTED})"
    r"(?:[^\s，。；：、（）()“”《》0-9]{1,8}|(?<=[项个类种款场家])(?=：)))"
    r"(?:：(?P<list>[^。；！？\n：（）()]+)|[（(](?P<inside>[^（()）：。]+)[)）])"
)
LIST_BEFORE = re.compile(
    r"(?:^|(?<=[\s，。；：（）()！？]))(?P<list>[^\s，。；：、（）()！？]{1,30}、(?:[^\s，。；：、（）()！？]{1,12}、){1,20}[^\s，。；：、（）()！？]{1,14}?)"
    rf"(?P<all>{NUMBER}(?:个|大|类|种|门|套)(?!{NOT_COUNTED})[^\s，。；：、（）()“”《》0-9]{{1,8}})"
)
ORDERED = re.compile(
    rf"{BEFORE_NUMBER}(?P<all>{NUMBER}(?:个|大|项|点|条)[^，。；：、（）()0-9]{{0,8}})[：，。]\s*一是"
)
ORDINALS = re.compile(r"(?:^|[，。；：])\s*([一二三四五六七八九十])是")

ONLY_SOME = re.compile("等|其中|包括|例如|比如|尤其|主要|如|部分|共|另|以及其他|省略|…")
JOINED = re.compile("和|与|及")
# A list that a verb follows is no list of what is counted: 按质量、活跃与影响力设五级.
VERB_AT_END = re.compile(r"[设建分推做成为共各有在用以对出上开划配选按将给把了的到由新从每使及与和]$")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A count, where it stands, and the least and the most that its list may be read as."""

    start: int
    end: int
    number: int
    items: tuple[str, ...]
    least: int
    most: int

    def may_be(self, number: int) -> bool:
        """Whether the list may be read as one of so many."""
        return self.least <= number <= self.most


def enumerations_in(text: str) -> Iterator[Enumeration]:
    """The counts of a text that have their list beside them, where both are sure."""
    taken: set[int] = set()
    for match in LIST_BEHIND.finditer(text):
        if one := _enumeration(match, match["list"] or match["inside"]):
            taken.add(one.start)
            yield one
    for match in LIST_BEFORE.finditer(text):
        last = match["list"].rpartition("、")[2]
        is_list = match.start("all") not in taken and _is_noun(last, match["list"])
        if is_list and (one := _enumeration(match, match["list"])):
            yield one
    for match in ORDERED.finditer(text):
        yield from _ordered(text, match)


def _enumeration(match: re.Match[str], written: str) -> Enumeration | None:
    items = tuple(item.strip() for item in written.strip(" ，").split("、"))
    is_list = len(items) > 1 and all(0 < len(item) <= 14 for item in items)
    if not is_list or ONLY_SOME.search(written) or re.search(r"[，,\d]", written):
        return None
    joined = sum(len(JOINED.findall(item)) for item in items)
    number = in_figures(match["number"])
    return Enumeration(*match.span("all"), number, items, len(items), len(items) + joined) if number else None


def _is_noun(last: str, written: str) -> bool:
    """Whether the last item of a list before a count may be an item and no beginning of a predicate."""
    others = [len(item) for item in written.split("、")[1:-1]]
    parts = JOINED.split(last)
    return not VERB_AT_END.search(last) and all(len(part) <= max(others) + 1 for part in parts)


def _ordered(text: str, match: re.Match[str]) -> Iterator[Enumeration]:
    """三个方面：一是……；二是……, the ordinals one after another to the end of the paragraph."""
    end = text.find("\n", match.end())
    told = [
        in_figures(one) for one in ORDINALS.findall(text[match.end("all") : end if end >= 0 else len(text)])
    ]
    if told != list(range(1, len(told) + 1)) or len(told) < 2:
        return
    number = in_figures(match["number"])
    items = tuple(f"{one}是" for one in "一二三四五六七八九十"[: len(told)])
    if number:
        yield Enumeration(*match.span("all"), number, items, len(told), len(told))
