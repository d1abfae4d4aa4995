"""Where each leaf of a bundle was written, by its place in the bundle."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from opsreport.bundle.leaves import Choice, Text
from opsreport.bundle.part import Placed
from opsreport.bundle.prose import Prose
from opsreport.diagnostics import Span
from opsreport.figures.figure import Figure, NotApplicable, Slot


def places_of(part: Placed) -> Mapping[str, Span]:
    """The span of every leaf and every object under its path, `problems[0].text`."""
    return {span.path: span for span in _spans(part) if span.path}


def _spans(value: object) -> Iterator[Span]:
    match value:
        case Prose() | Text() | Choice() | Figure() | NotApplicable() | Slot():
            yield value.span
        case Placed():
            yield value.span
            for one in fields(value):
                yield from _spans(getattr(value, one.name))
        case tuple():
            for item in value:
                yield from _spans(item)
