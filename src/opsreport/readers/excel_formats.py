"""Number formats: what a cell shows is what its author means, so the figure follows the format.

A format has up to four sections; the number chooses one. In it stand places for digits (0 # ?), signs that
scale (% and commas at the end), and words. ECMA-376 part 1, 18.8.30; `!` escapes a sign as `\\` does.
"""

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | (?P<nothing>[_*].)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<half>AM/PM|A/P|上午/下午)
    | (?P<exponent>E[+-])
    | (?P<date>[ymdhsegab]+)
    | (?P<digit>[0#?])
    | (?P<sign>[.,%@/])
    | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
CURRENCY = re.compile(r"\$([^-]*)(?:-(?P<place>[0-9A-Fa-f]+))?")
YEN = "JP¥"
"""The sign of the yen, which is that of the yuan too: only the place that a format names tells them apart."""
JAPAN = "411"


class Kind(enum.Enum):
    """What a section makes of a number: a date or time, digits, or the same words whatever the number."""

    NUMBER = enum.auto()
    MOMENT = enum.auto()
    WORDS = enum.auto()


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One section: what it shows, and its parts in order, each a kind of sign and what it says."""

    kind: Kind
    parts: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None = None
    is_red: bool = False

    @property
    def words(self) -> str:
        """What the section shows besides digits."""
        return "".join(text for sign, text in self.parts if sign == "word").strip()

    def holds(self, number: Decimal) -> bool:
        """Whether the section's own condition holds for a number."""
        if self.condition is None:
            return True
        sign, limit = self.condition
        match sign:
            case "<":
                return number < limit
            case ">":
                return number > limit
            case "<=":
                return number <= limit
            case ">=":
                return number >= limit
            case "=":
                return number == limit
            case _:
                return number != limit


@lru_cache(maxsize=4096)
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a format; semicolons in quotes, brackets and escapes do not divide."""
    sections: list[Section] = []
    parts: list[tuple[str, str]] = []
    condition: tuple[str, Decimal] | None = None
    is_red = False
    for match in TOKEN.finditer(code or "General"):
        name = match.lastgroup or ""
        text = match[name]
        if name == "other" and text == ";":
            sections.append(Section(_kind(parts), tuple(parts), condition, is_red))
            parts, condition, is_red = [], None, False
        elif name == "bracket":
            part, limit = _bracket(text)
            parts += part
            condition = limit or condition
            is_red = is_red or text.casefold() in ("red", "红色")
        elif name != "nothing":
            parts.append(_part(name, text))
    sections.append(Section(_kind(parts), tuple(parts), condition, is_red))
    return tuple(sections)


def _kind(parts: Sequence[tuple[str, str]]) -> Kind:
    signs = {sign for sign, _ in parts}
    if signs & {"date", "elapsed"}:
        return Kind.MOMENT
    return Kind.NUMBER if signs & {"digit", "general", "@"} else Kind.WORDS


def _bracket(text: str) -> tuple[list[tuple[str, str]], tuple[str, Decimal] | None]:
    """What stands in square brackets: a condition, a currency, hours beyond a day; colours say nothing."""
    if limit := CONDITION.fullmatch(text.strip()):
        return [], (limit[1], Decimal(limit[2]))
    if currency := CURRENCY.match(text):
        is_yen = currency["place"] == JAPAN and currency[1] in ("¥", "￥")
        return [("word", YEN if is_yen else currency[1])], None
    if ELAPSED.fullmatch(text):
        return [("elapsed", text.lower())], None
    return [], None


def _part(name: str, text: str) -> tuple[str, str]:
    match name:
        case "sign" | "digit":
            return ("digit", text) if name == "digit" else (text, text)
        case "date":
            return ("date", text.lower())
        case "half":
            return ("date", "h")
        case "general" | "exponent":
            return (name, text)
        case _:
            return ("word", text)


def section_for(number: Decimal, sections: Sequence[Section]) -> tuple[Section, bool]:
    """The section that shows a number, and whether it shows it without its minus sign."""
    if len(sections) == 1:
        return sections[0], False
    numeric = sections[:3]
    if any(section.condition for section in numeric):
        chosen = next((section for section in numeric if section.holds(number)), numeric[-1])
        # A section for negative numbers only writes the sign itself.
        is_bare = number < 0 and chosen.condition is not None and not chosen.holds(abs(number))
        return chosen, is_bare
    if number < 0 and len(numeric) > 1:
        return numeric[1], True
    if number == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], False
