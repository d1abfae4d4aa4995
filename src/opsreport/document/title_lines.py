"""Titles and names in lines of about equal length, parted where they read best.

Official Chinese headings keep the sense of each line whole when they run over (GB/T 9704-2012, 7.3.1). No
dictionary says where words end, so a few rules do: a number keeps its unit, 年度 and 季度 their years, 的 and
与 end a line, as 率 ends a word; and most words being of two hanzi, an even number of them makes a good line.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil

from opsreport.document.tree import Break, Footnote, Inline, Reference, Text
from opsreport.document.widths import line_width, plain_words, sign_width

COVER_TITLE = 14.0
"""What a line of the title on a cover holds, in ems of its type, which is set wide."""
MOST_LINES = 6
"""A text that takes more lines is no title, and runs on as it comes."""

_CLOSING = frozenset("，。、；：！？…”’）》〉】〕」』,.;:!?)]}%％‰ \u3000")
_OPENING = frozenset("“‘（《〈【〔「『([{")
_PAUSES = frozenset("，、；：！？…”’）》〉】〕」』—·/ \u3000")
_PARTICLES = frozenset("的与和及暨")
_ENDINGS = frozenset("率券")
# What one line holds together: the periods of reports, numbers and Latin words, short quotations.
_DIGIT = "[〇零一二三四五六七八九十0-9]"
_WHOLE = re.compile(
    f"(?:{_DIGIT}{{2,4}}年|[上下本]年)?度?(?:第?[一二三四1-4]个?季度|[上下]?半年度?|{_DIGIT}{{1,2}}月份?)"
    f"|(?:{_DIGIT}{{2,4}}|[上下本])年度?"
    "|[0-9A-Za-z.,%‰+−~&'_-]+(?:[百千万亿]*[元人次家个名件篇单天日]|个百分点)?"
    "|——|……|“[^“”]{1,8}”|《[^《》]{1,8}》"
)
# The words that titles of reports are full of, 全生命周期 among those of an odd number of hanzi; a new line
# before them is no better than before others.
_WORDS = re.compile(
    "(?:年度|季度|月度|半年|专题|工作)?(?:报告|总结|复盘|汇报|展望|规划|计划)|年度|季度|半年|工作|(?:运营|项目)?管理"
    "|运营|用户|会员|平台|公司|全?(?:生命)?周期|[全跨](?:渠道|流程|链路|域)|(?:精细|一体|数字|智能|标准)化"
)
_GOOD, _FAIR, _BETWEEN_WORDS, _WITHIN_WORDS = 0.0, 0.5, 2.0, 5.0
_EVENNESS, _LINE = 10.0, 2.5


def parted_evenly(children: tuple[Inline, ...], room: float) -> tuple[Inline, ...]:
    """A line as it is where it fits the room, in ems, else with breaks that make its lines about equal."""
    text = plain_words(children)
    count = ceil(line_width(text) / room)
    if not 1 < count <= MOST_LINES:
        return children
    ways = [way for lines in (count, count + 1) if (way := _best_way(text, room, lines))]
    return tuple(_with_breaks(children, min(ways).ends[:-1])) if ways else children


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A way to part a text: how much is against it, and where its lines end."""

    cost: float
    ends: tuple[int, ...]


def _best_way(text: str, room: float, count: int) -> _Way | None:
    """The best way to make so many lines; none where a line would not hold what stays together."""
    reached = [0.0, *accumulate(map(sign_width, text))]
    costs = {**_costs(text), len(text): _LINE * count}
    mean = line_width(text) / count
    ways = {0: _Way(0.0, ())}
    for _ in range(count):
        longer: dict[int, _Way] = {}
        for start, way in ways.items():
            for end, own in costs.items():
                width = reached[end] - reached[start]
                if not 0 < width <= room or line_width(text[start:end]) > room:
                    continue
                uneven = _EVENNESS * ((width - mean) / mean) ** 2
                found = _Way(way.cost + own + uneven, (*way.ends, end))
                longer[end] = min(found, longer.get(end, found))
        ways = longer
    return ways.get(len(text))


def _costs(text: str) -> dict[int, float]:
    """How much is against a new line before each character that may begin one."""
    whole = [found.span() for found in _WHOLE.finditer(text)]
    words = [found.span() for found in _WORDS.finditer(text)]
    inside = {place for start, end in (*whole, *words) for place in range(start + 1, end)}
    edges = {edge for span in whole for edge in span}
    between = {edge for span in words for edge in span}
    costs, begun = {}, 0
    for place in range(1, len(text)):
        cost = _cost(text, place, place in edges, place in between or (place - begun) % 2 == 0)
        if place not in inside and cost is not None:
            costs[place] = cost
        if place in edges | between or cost in (_GOOD, _FAIR):
            begun = place
    return costs


def _cost(text: str, place: int, is_edge: bool, is_between: bool) -> float | None:
    before, after = text[place - 1], text[place]
    if after in _CLOSING or before in _OPENING or (before.isdigit() and not after.isascii()):
        return None
    if before in _PAUSES:
        return _GOOD
    if before in _PARTICLES or after in _OPENING or is_edge:
        return _FAIR
    return _BETWEEN_WORDS if is_between or before in _ENDINGS else _WITHIN_WORDS


def _with_breaks(children: Iterable[Inline], places: Collection[int], at: int = 0) -> Iterator[Inline]:
    """The inlines, the first of them at this place of the line, with a line break at each of the places."""
    for child in children:
        match child:
            case Text(text):
                yield from _broken(text, places, at)
            case Break() | Reference() | Footnote():
                yield child
            case _:
                yield replace(child, children=tuple(_with_breaks(child.children, places, at)))
        at += len(plain_words((child,)))


def _broken(text: str, places: Collection[int], at: int) -> Iterator[Inline]:
    cuts = [place for place in range(len(text)) if at + place in places]
    for start, end in pairwise((*{0: None, **dict.fromkeys(cuts)}, len(text))):
        if at + start in places:
            yield Break()
        yield Text(text[start:end])
