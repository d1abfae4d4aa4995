"""Faults between the text and its footnotes: Word calls a file damaged that calls one which is not there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from opsreport.writers.docx.footnotes import FOOTNOTES
from opsreport.writers.docx.package import w

_SEPARATORS = {"separator", "continuationSeparator"}


def footnote_faults(trees: Mapping[str, Element]) -> Iterator[str]:
    """Whether each footnote is called once, and there are the lines that part footnotes from the text."""
    part = trees.get(FOOTNOTES)
    notes = list(part.iter(w("footnote"))) if part is not None else []
    kinds = {note.get(w("type")) for note in notes}
    there = Counter(note.get(w("id"), "") for note in notes)
    own = {note.get(w("id"), "") for note in notes if note.get(w("type")) is None}
    body = trees.get("word/document.xml")
    found = body.iter(w("footnoteReference")) if body is not None else ()
    calls = Counter(call.get(w("id"), "") for call in found)
    if notes and not kinds >= _SEPARATORS:
        yield f"{FOOTNOTES}: no separators"
    for number in sorted(number for number, count in there.items() if count > 1):
        yield f"{FOOTNOTES}: footnote {number} twice"
    for number in sorted(calls.keys() - own):
        yield f"{FOOTNOTES}: no footnote {number}"
    for number in sorted(own):
        if calls[number] != 1:
            yield f"{FOOTNOTES}: footnote {number} is called {calls[number]} times"
