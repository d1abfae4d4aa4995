"""By what name the parts of a list are referred to: their ids, or what they are called."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol, TypeVar

from opsreport.bundle.leaves import Text


class Identified(Protocol):
    """A part of a list that may have an id."""

    @property
    def id(self) -> Text | None:
        """The id, if one was written."""


Part = TypeVar("Part", bound=Identified)


def by_id(parts: Sequence[Part]) -> dict[str, Part]:
    """The parts under their ids, of two with one id the first; without an id, under what they are called.

    As with metrics (B.3) that is the title or the name, with or without its spaces, if nothing else has it.
    """
    called: dict[str, Part] = {}
    shared = shared_titles(parts)
    for part in parts:
        title = title_of(part)
        if part.id is None and title and title not in shared:
            called |= {title: part, "".join(title.split()): part}
    return called | {part.id.text: part for part in reversed(parts) if part.id}


def shared_titles(parts: Sequence[Identified]) -> frozenset[str]:
    """What several parts without an id are called, so that it names none of them."""
    counts = Counter(title_of(part) for part in parts if part.id is None)
    return frozenset(title for title, count in counts.items() if title and count > 1)


def title_of(part: Identified) -> str:
    """What a part is called: its title, its name, or the goal in its words."""
    named = getattr(part, "title", None) or getattr(part, "name", None) or getattr(part, "text", None)
    return str(getattr(named, "raw", None) or getattr(named, "text", "")).strip()
