"""What every reader gives: the text of each leaf, uninterpreted, and where it stands."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from opsreport.diagnostics.source import Span


class Anchor(NamedTuple):
    """The character at `offset` of a leaf's text stands at this line and column of its file."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf: its text as written, never a guessed number, date or truth value.

    `plain` says that it was written without quotes, so that only an unquoted `null` is an absent value.
    `anchors` tell where each stretch of a text over several lines begins. `places` are the decimals that a
    cell of a workbook shows, where its number has more of them.
    """

    text: str
    span: Span
    plain: bool = True
    anchors: tuple[Anchor, ...] = ()
    places: int | None = None

    @property
    def is_absent(self) -> bool:
        """Whether nothing was written here: an empty value, `~` or `null`."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")

    def locate(self, start: int, end: int) -> Span:
        """The place in the file of the characters from `start` to `end` of the text."""
        if not self.span.line:
            return self.span
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, end - 1))
        return replace(self.span, line=line, column=column, end_line=end_line, end_column=end_column + 1)

    def _position(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self.anchors, offset, key=lambda anchor: anchor.offset)
        best = self.anchors[at - 1] if at else Anchor(0, self.span.line, self.span.column)
        return best.line, best.column + offset - best.offset


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span


class Entry(NamedTuple):
    """One key of a mapping and what stands under it."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written; a repeated key is still there twice."""

    entries: tuple[Entry, ...]
    span: Span

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


def in_quotes(words: str) -> str:
    """The words as they are written where they need quotes: in the quotes that need no escapes."""
    return f"'{words}'" if '"' in words and "'" not in words else '"' + words.replace('"', '\\"') + '"'
