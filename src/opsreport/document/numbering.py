"""Heading numbers in words, counted the way Word counts them."""

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
    """The blocks with each heading's number filled in from its series."""
    series = {one.name: one for one in numbering}
    counts: dict[str, int] = {}
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            for name in [name for name in counts if series[name].level > block.level]:
                del counts[name]
            if block.series:
                counts[block.series] = counts.get(block.series, 0) + 1
                block = replace(block, number=_print(series[block.series], counts[block.series]))
        done.append(block)
    return tuple(done)


def spaced_number(number: str) -> str:
    """A heading's number with the gap that parts it from the words; some marks bring their own."""
    return number if not number or number.endswith(MARKS_WITH_THEIR_OWN_GAP) else number + NUMBER_GAP


def _print(series: Series, count: int) -> str:
    sign = chinese_number(count) if series.numerals is Numerals.CHINESE else str(count)
    return series.pattern.replace("%", sign)
