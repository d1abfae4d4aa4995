"""Everything that stands in a bundle, in reading order."""

from collections.abc import Iterator

from opsreport.bundle.leaves import Text
from opsreport.bundle.part import Placed
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import keys_of
from opsreport.figures.figure import Figure, NotApplicable, Slot

Leaf = Text | Prose | Figure | NotApplicable | Slot


def walk(value: object) -> Iterator[Placed | Leaf]:
    """An object and everything in it: objects, texts and figures."""
    match value:
        case Placed():
            yield value
            for key in keys_of(type(value)):
                inner = getattr(value, key.field_name)
                if inner is not None:
                    yield from walk(inner)
        case tuple():
            for item in value:
                yield from walk(item)
        case Text() | Prose() | Figure() | NotApplicable() | Slot():
            yield value
