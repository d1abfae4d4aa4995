"""Sentences and clauses of a text, as stretches of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

SENTENCE_END = re.compile(r"[。！？；\n!?;]+")
QUOTED = re.compile(r"《[^》]{0,200}》|“[^”]{0,200}”|「[^」]{0,200}」")
QUOTE_LENGTH = 200
MARKS = "。！？；\n"
CLAUSE_END = re.compile(r"[，：:（）()“”‘’《》【】…]+|——+|,(?!\d{3})")


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Each sentence from its first sign to its last, without the mark at its end."""
    position = 0
    for mark in SENTENCE_END.finditer(text):
        if text[position : mark.start()].strip():
            yield position, mark.start()
        position = mark.end()
    if text[position:].strip():
        yield position, len(text)


def quoted_in(text: str) -> list[tuple[int, int]]:
    """The titles and quotations of a text: other people's words, which claim nothing."""
    return [(one.start(), one.end()) for one in QUOTED.finditer(text)]


def is_quoted(text: str, place: int) -> bool:
    """Whether a place is in a title or a quotation, which are not looked for far away."""
    near = QUOTED.finditer(text, max(0, place - QUOTE_LENGTH), place + QUOTE_LENGTH)
    return any(one.start() <= place < one.end() for one in near)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that a stretch of a text stands in."""
    first = max(text.rfind(mark, 0, start) for mark in MARKS) + 1
    lasts = [place for mark in MARKS if (place := text.find(mark, end)) >= 0]
    return first, min(lasts, default=len(text))


def clauses_of(
    text: str, start: int, end: int, whole: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, str]]:
    """Each clause of a sentence with the mark before it; what stands in brackets is one by itself.

    Marks within the stretches of `whole` (names, figures), which are in order, divide nothing.
    """
    position, opening = start, ""
    firsts = [first for first, _ in whole]
    for mark in CLAUSE_END.finditer(text, start, end):
        at = bisect_right(firsts, mark.start()) - 1
        if at >= 0 and mark.start() < whole[at][1]:
            continue
        if text[position : mark.start()].strip():
            yield position, mark.start(), opening
        position, opening = mark.end(), mark[0][-1]
    if text[position:end].strip():
        yield position, end, opening
