"""A stored number as its cell shows it, with all its digits: 0.236 in a cell of percentages is 23.6%."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from opsreport.readers.excel_formats import Kind, Section, section_for, sections_of

EXCEL_DIGITS = Context(prec=15, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Excel computes in binary and shows fifteen digits: 0.30000000000000004 is 0.3.

A file of another make may hold a number of any length, to be refused only after it was read.
"""

EXACT = Context(prec=700)
"""Enough for any number of Excel times any power of ten a format can name."""

MAGNITUDES = {
    "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "bn": 9, "b": 9, "mn": 6, "m": 6,
    "k": 3, "w": 4,
}  # fmt: skip
"""Words behind a number that say how far it was scaled down, with the power of ten."""

STORED = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
DECIMALS = re.compile(r"\.(\d+)", re.ASCII)
DASHES = re.compile(r"[-–—−]+")
BEFORE_NEGATIVE = re.compile(r"[-−(（△▲▼▽↓]")
BEHIND_NEGATIVE = re.compile(r"[)）]|^[-−]")
BEFORE_RISE = re.compile(r"[+＋▲↑]")
FALL = re.compile(r"(?<!\w)(?:[-−△▼▽↓]|[(（]\Z)")
POINTS = frozenset({".", "．", "·"})

DIGITS = ("digit", "general", "@")
SHOWN = ("word", "%", "/")


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The cell shows something else than it stores, and which of the two is meant cannot be told."""

    key: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A section that shows a number: the words around it, and what is done to its digits."""

    before: str
    after: str
    body: tuple[tuple[str, str], ...]
    whole: str
    fraction: str
    shift: int
    """The power of ten by which the cell shows less than it stores; negative for percentages."""

    is_free: bool
    """Whether the digits are shown as they are stored: General, a power of ten, a fraction."""

    is_mask: bool
    """Whether words stand between the digits, as in 000-0000 or 0"年"00"月"."""


def stored_number(written: str) -> Decimal | None:
    """The number in a cell's XML, to the digits that Excel shows; nothing where there is none."""
    if not STORED.fullmatch(written):
        return None
    number = EXCEL_DIGITS.create_decimal(written)
    # Excel holds nothing larger or smaller than a binary number of 64 bits.
    return number if -330 < number.adjusted() < 309 else None


def plain(number: Decimal) -> str:
    """All the digits, without an exponent and without zeros at the end."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def figure_text(number: Decimal, code: str) -> str | Otherwise:
    """What the cell says: its digits as far as they are stored, with its sign and unit.

    Decimals are never fewer than the format shows. Digits that it rounds away are kept: comparisons are made
    of exact amounts, and `shown` says how many digits are printed.
    """
    section, is_bare = section_for(number, sections_of(code))
    if section.kind is Kind.WORDS:
        return "0" if not number and DASHES.fullmatch(section.words) else Otherwise("words")
    pattern = _pattern(section)
    if number < 0:
        around = _around_negative(pattern, is_marked=not is_bare or section.is_red)
    else:
        around = _around_positive(pattern, is_nought=not number)
    if around is None:
        return Otherwise("sign")
    before, after = around
    body = _body(abs(number), pattern, after)
    sign = "-" if number < 0 else ""
    return body if isinstance(body, Otherwise) else f"{sign}{before}{body}"


def shown(number: Decimal, code: str) -> Decimal:
    """The number as the cell rounds it for the eye; itself where the format leaves its digits alone."""
    section, _ = section_for(number, sections_of(code))
    if section.kind is not Kind.NUMBER:
        return number
    pattern = _pattern(section)
    if pattern.is_free or pattern.is_mask:
        return number
    smallest = Decimal(1).scaleb(pattern.shift - len(pattern.fraction))
    is_seen_whole = not EXACT.remainder(number, smallest)
    return number if is_seen_whole else number.quantize(smallest, ROUND_HALF_UP, EXACT)


def decimals_of(text: str) -> int:
    """How many decimals a figure is written with."""
    match = DECIMALS.search(text)
    return len(match[1]) if match else 0


@lru_cache(maxsize=4096)
def _pattern(section: Section) -> Pattern:
    """The words before, between and behind the places for digits."""
    parts = section.parts
    places = [at for at, (sign, _) in enumerate(parts) if sign in DIGITS]
    first, last = places[0], places[-1]
    body = parts[first : last + 1]
    words = [at for at, (sign, text) in enumerate(body) if sign == "word" and text.strip()]
    signs = [sign for sign, _ in body]
    by_hand = len(words) == 1 and body[words[0]][1] in POINTS and "." not in signs
    point = words[0] if by_hand else signs.index(".") if "." in signs else len(body)
    whole = "".join(text for sign, text in body[:point] if sign == "digit")
    fraction = "".join(text for sign, text in body[point:] if sign == "digit")
    percents = sum(sign == "%" for sign, _ in parts)
    return Pattern(
        before="".join(text for sign, text in parts[:first] if sign in SHOWN).strip(),
        after="".join(text for sign, text in parts[last + 1 :] if sign in SHOWN).strip(),
        body=body,
        whole=whole,
        fraction=fraction,
        # `0!.0,"万"`: a point set by hand, behind it a digit that is in truth a whole thousand.
        shift=3 * _commas(parts, last) - 2 * percents + (len(fraction) if by_hand else 0),
        is_free="digit" not in signs or "/" in signs or any(sign == "exponent" for sign, _ in parts),
        is_mask=bool(words) and not by_hand,
    )


def _commas(parts: Sequence[tuple[str, str]], last: int) -> int:
    """The commas that each hide three digits: behind the last place for a digit, or before the point."""
    signs = [sign for sign, _ in parts]
    behind = signs[last + 1 :].count(",")
    if "." not in signs:
        return behind
    point = signs.index(".")
    while point and signs[point - 1] == ",":
        point -= 1
        behind += 1
    return behind


def _around_negative(pattern: Pattern, *, is_marked: bool) -> tuple[str, str] | None:
    """The words around a negative number without its sign; nothing where it is shown as a positive one."""
    before = BEFORE_NEGATIVE.sub("", pattern.before)
    after = BEHIND_NEGATIVE.sub("", pattern.after)
    is_marked = is_marked or before != pattern.before or after != pattern.after
    return (before.strip(), after.strip()) if is_marked else None


def _around_positive(pattern: Pattern, *, is_nought: bool) -> tuple[str, str] | None:
    """The words around a positive number without signs of a rise; nothing where it is shown as negative."""
    before = pattern.before
    if is_nought:
        # Accountants show nought as a dash, before places that stay blank.
        before = BEFORE_NEGATIVE.sub("", before)
    elif FALL.search(before):
        return None
    return BEFORE_RISE.sub("", before).strip(), pattern.after


def _body(number: Decimal, pattern: Pattern, after: str) -> str | Otherwise:
    """The digits with what stands behind them."""
    if pattern.is_free:
        return plain(number) + after
    if pattern.is_mask:
        return _masked(number, pattern, after)
    if pattern.shift > 0:
        return _scaled(number, pattern, after)
    return _padded(EXACT.scaleb(number, -pattern.shift), pattern) + after


def _padded(number: Decimal, pattern: Pattern) -> str:
    """The digits, with as many noughts before and behind as the format always shows."""
    whole, _, fraction = plain(number).partition(".")
    least = len(pattern.whole) - pattern.whole.find("0") if "0" in pattern.whole else 1
    fraction = fraction.ljust(pattern.fraction.rfind("0") + 1, "0")
    return whole.zfill(least) + (f".{fraction}" if fraction else "")


def _scaled(number: Decimal, pattern: Pattern, after: str) -> str | Otherwise:
    """A number shown in thousands or millions, which the words behind it have to say."""
    word = next((word for word in MAGNITUDES if after.casefold().startswith(word)), "")
    if MAGNITUDES.get(word) != pattern.shift:
        return Otherwise("scaled")
    if word.isascii():
        return plain(number) + after[len(word) :].strip()
    return _padded(EXACT.scaleb(number, -pattern.shift), pattern) + after


def _masked(number: Decimal, pattern: Pattern, after: str) -> str | Otherwise:
    """A whole number with words between its digits."""
    if number != number.to_integral_value() or pattern.shift or pattern.fraction:
        return Otherwise("mask")
    rest = plain(number)
    shown: list[str] = []
    for sign, text in reversed(pattern.body):
        if sign == "word":
            shown.append(text)
        elif sign == "digit":
            shown.append(rest[-1:] or ("0" if text == "0" else ""))
            rest = rest[:-1]
    return rest + "".join(reversed(shown)) + after
