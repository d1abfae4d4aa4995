"""Number formats of Office that print a figure the way the report does.

With a format, a label follows the figure when somebody changes it in the chart's data; words would not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

_DIGITS = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?")
_SIGNS = re.compile(r"[+＋−-]$")
_EXACT = Context(prec=60)

_MINUS = "−"

_Point = tuple[Decimal, str]


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """One format for the labels of a series: for figures above nought, below it, and for nought itself."""

    above: str
    below: str
    nought: str

    @property
    def code(self) -> str:
        """The format in Office's own writing."""
        return f"{self.above};{self.below};{self.nought}"

    def prints(self, amount: Decimal, label: str, *, grouped: bool) -> bool:
        """Whether a figure in this format reads as its label does."""
        section = (self.nought, self.above, self.below)[_sign(amount)]
        return section in _sections(amount, label, grouped=grouped)


def label_format(points: Sequence[_Point]) -> LabelFormat | None:
    """The format that prints most labels of a series right, or nothing where none prints any."""
    grouped = has_groups(points)
    found: dict[int, Counter[str]] = {0: Counter(), 1: Counter(), -1: Counter()}
    for amount, label in points:
        found[_sign(amount)].update(set(_sections(amount, label, grouped=grouped)))
    above, below, nought = (_most_common(found[sign]) for sign in (1, -1, 0))
    plain = above or nought or below
    if not plain:
        return None
    return LabelFormat(above or plain, below or f'"{_MINUS}"{_unsigned(plain)}', nought or _unsigned(plain))


def has_groups(points: Sequence[_Point]) -> bool:
    """Whether any label has its digits in groups of three."""
    return any("," in found[0] for _, label in points for found in _DIGITS.finditer(label))


def _sign(amount: Decimal) -> int:
    return (amount > 0) - (amount < 0)


def _most_common(sections: Counter[str]) -> str:
    return max(sections, key=lambda section: sections[section], default="")


def _sections(amount: Decimal, label: str, *, grouped: bool) -> Iterator[str]:
    """The sections of a format that turn an amount into this label; the rest of the words stand in quotes."""
    if '"' in label:
        return
    for found in _DIGITS.finditer(label):
        places = len(found["decimals"] or "")
        rounded = abs(amount).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
        if f"{rounded:,f}" != found[0] and not (f"{rounded:f}" == found[0] and not grouped):
            continue
        before, after = label[: found.start()], label[found.end() :]
        if amount < 0 and not _SIGNS.search(before):
            continue
        yield _quoted(before) + _number(places, grouped=grouped) + _quoted(after)


def _number(places: int, *, grouped: bool) -> str:
    return ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""


def _unsigned(section: str) -> str:
    return re.sub(r'^"([^"]*?)[+＋−-]"', lambda found: _quoted(found[1]), section)
