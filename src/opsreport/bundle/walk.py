"""Everything that stands in a bundle, in reading order."""

from collections.abc import Iterator

from opsreport.bundle.leaves import Text
from opsreport.bundle.part import Placed
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import keys_of
from opsreport.figures.figure import Figure, NotApplicable, Slot

Leaf = Text | Prose | Figure | NotApplicable | Slot


LEAVES = (Text, Prose, Figure, NotApplicable, Slot)


def walk(value: object) -> Iterator[Placed | Leaf]:
    """An object and everything in it: objects, texts and figures."""
    # Checks go this way again and again; a generator for each object in another takes twice as long.
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, LEAVES):
            yield one
        elif isinstance(one, tuple):
            waiting += reversed(one)
        elif isinstance(one, Placed):
            yield one
            inner = (getattr(one, key.field_name) for key in reversed(keys_of(type(one))))
            waiting += [part for part in inner if part is not None]
