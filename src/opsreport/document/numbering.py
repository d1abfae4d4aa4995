"""Heading numbers in words, counted the way Word counts them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from opsreport.document.tree import Block, Heading, Numerals, Series

DIGITS = "零一二三四五六七八九"
NUMBER_GAP = "\u3000"
"""What stands between a number and the words it belongs to, in every format."""
MARKS_WITH_THEIR_OWN_GAP = ("、", "）", "．")


def chinese_number(number: int) -> str:
    """A whole number below ten thousand as it is read in a heading: 一, 十二, 二十, 一百零三."""
    if not 0 < number < 10000:
        return str(number)
    words, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return words.removeprefix("一") if 10 <= number < 20 else words


def numbered(blocks: tuple[Block, ...], numbering: tuple[Series, ...]) -> tuple[Block, ...]:
    """The blocks with each heading's number filled in from its series.

    A number that says no more than the place in a row, （一）, is left out where the row has but one member;
    one that says what it numbers, 模块一, stays.
    """
    series = {one.name: one for one in numbering}
    done = list(blocks)
    for row in _rows(blocks, series):
        alone = len(row) == 1 and not any(map(str.isalpha, series[row[0][1].series].pattern))
        for count, (place, heading) in enumerate(row, 1):
            number = "" if alone else _print(series[heading.series], count)
            done[place] = replace(heading, number=number, series="" if alone else heading.series)
    return tuple(done)


def _rows(blocks: tuple[Block, ...], series: Mapping[str, Series]) -> Iterator[list[tuple[int, Heading]]]:
    """The headings that are counted together, with their places; a heading of a higher level ends a row."""
    rows: dict[str, list[tuple[int, Heading]]] = {}
    for place, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        for name in [name for name in rows if series[name].level > block.level]:
            yield rows.pop(name)
        if block.series:
            rows.setdefault(block.series, []).append((place, block))
    yield from rows.values()


def spaced_number(number: str) -> str:
    """A heading's number with the gap that parts it from the words; some marks bring their own."""
    return number if not number or number.endswith(MARKS_WITH_THEIR_OWN_GAP) else number + NUMBER_GAP


def _print(series: Series, count: int) -> str:
    sign = chinese_number(count) if series.numerals is Numerals.CHINESE else str(count)
    return series.pattern.replace("%", sign)
