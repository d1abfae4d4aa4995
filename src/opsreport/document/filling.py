"""Lines broken where words that stay together would run over, for a writer that cannot hold them together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from opsreport.document.tree import Break, Footnote, Inline, Reference, Text, Together
from opsreport.document.widths import line_width, plain_words


def broken_between(children: Iterable[Inline], room: float) -> tuple[Inline, ...]:
    """A paragraph whose lines hold so many ems, with a line break before what would not stay together.

    The gap before it is left out, as at the end of any line.
    """
    return _Lines(room).filled(children)


@dataclass(slots=True)
class _Lines:
    """The lines of a paragraph, and how far the last of them is filled."""

    room: float
    used: float = 0.0

    def filled(self, children: Iterable[Inline]) -> tuple[Inline, ...]:
        """The inlines that come next."""
        set_out: list[Inline] = []
        for child in children:
            match child:
                case Text(text) | Reference(text=text):
                    self._fill(line_width(text))
                    set_out.append(child)
                case Footnote():
                    set_out.append(child)
                case Break():
                    self.used = 0.0
                    set_out.append(child)
                case Together():
                    self._set_together(child, set_out)
                case _:
                    set_out.append(replace(child, children=self.filled(child.children)))
        return tuple(set_out)

    def _set_together(self, words: Together, set_out: list[Inline]) -> None:
        width = line_width(plain_words(words.children))
        if self.used and width <= self.room < self.used + width:
            if set_out and isinstance(set_out[-1], Text) and set_out[-1].text.isspace():
                set_out.pop()
            set_out.append(Break())
            self.used = 0.0
        self._fill(width)
        set_out.append(words)

    def _fill(self, width: float) -> None:
        self.used += width
        if self.used > self.room:
            self.used %= self.room
