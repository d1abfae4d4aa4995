"""Where a text names a metric: by its name, what it is called for short, or another name in its brackets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opsreport.bundle.metric import Metric

BRACKETED = re.compile(r"[（(](?P<inside>[^（()）]+)[)）]")
ABBREVIATION = re.compile(r"[A-Za-z][A-Za-z0-9/&+-]{1,15}")
HEAD = 2
"""Names are looked up by so many of their first signs and their lengths; a thousand cost no more than ten."""

WORD_SIGN = re.compile(r"[A-Za-z0-9]")
LETTER = re.compile(r"[a-z]")
AMOUNT_FOLLOWS = re.compile(
    r"\d[\d,.:]*+(?![\da-z_.,-]{0,40}[a-z_])(?!-|\s?(?:版|代|号|期|年|月|日|项|个(?!百分点)))"
)
"""A number that a name runs into, as in GMV18,640万元; no product's own, as in APP3.0版."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that stands in a text; `metrics` has more than one where the name is not one metric's own."""

    metrics: tuple[Metric, ...]
    start: int
    end: int


class Names:
    """The names of a bundle's metrics."""

    def __init__(self, metrics: Sequence[Metric]) -> None:
        named: dict[str, list[Metric]] = {}
        for metric in metrics:
            for name in dict.fromkeys(names_of(metric)):
                named.setdefault(name.lower(), []).append(metric)
        self._metrics = {name: tuple(metrics) for name, metrics in named.items()}
        lengths: dict[str, set[int]] = {}
        for name in named:
            lengths.setdefault(name[:HEAD], set()).add(len(name))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}

    def mentions(self, text: str) -> Iterator[Mention]:
        """The names in a text, the longest at each place, in order."""
        lowered = text.lower()
        position = 0
        while position < len(lowered) - 1:
            for length in self._lengths.get(lowered[position : position + HEAD], ()):
                end = position + length
                metrics = self._metrics.get(lowered[position:end])
                if metrics and end <= len(lowered) and _stands_alone(lowered, position, end):
                    yield Mention(metrics, position, end)
                    position = end - 1
                    break
            position += 1


def names_of(metric: Metric) -> Iterator[str]:
    """What a metric may be called: its name with and without its brackets, its short name and its label.

    An abbreviation in the brackets is a name too: 内容点击率（CTR）.
    """
    written = (metric.name, metric.short, metric.label)
    for one in dict.fromkeys(text.text for text in written if text):
        if len(one) >= HEAD:
            yield one
        bare = BRACKETED.sub("", one)
        if len(bare) >= HEAD:
            yield bare
        for inside in BRACKETED.findall(one):
            if ABBREVIATION.fullmatch(inside.strip()):
                yield inside.strip()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a Latin name is no part of a longer word: CTR in CTRL; the figure after it is none."""
    before, first = text[max(0, start - 1) : start], text[start]
    if WORD_SIGN.match(before) and WORD_SIGN.match(first):
        return False
    after, last = text[end : end + 1], text[end - 1]
    if not (WORD_SIGN.match(after) and WORD_SIGN.match(last)):
        return True
    return LETTER.match(last) is not None and AMOUNT_FOLLOWS.match(text, end) is not None
