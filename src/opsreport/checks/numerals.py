"""Small numbers in words."""

NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def in_figures(number: str) -> int:
    """A number up to 99 in figures or in words (三十, 十二), 0 where it is none."""
    if number.isdecimal():
        return int(number)
    tens, ten, ones = number.partition("十")
    if not ten:
        return NUMERALS.get(number, 0)
    return 10 * NUMERALS.get(tens, 0 if tens else 1) + NUMERALS.get(ones, 0)
