"""The leaves of a file as its reader sees them: whether a repair did what it should and nothing else."""

import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.diagnostics import Diagnostics, Mapping, Node, Scalar, Sequence, Source

TABLE_SUFFIXES = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Leaves:
    """The leaves of a file in the order written, where they start, their shape, and what its reader said."""

    scalars: tuple[Scalar, ...]
    shape: tuple[str, ...]
    faults: Counter[str]
    starts: tuple[tuple[int, int], ...]

    def at(self, line: int, column: int) -> int:
        """The number of the leaf that holds this place, −1 where none does."""
        return bisect_right(self.starts, (line, column)) - 1

    def reads(self, texts: dict[int, str], old: "Leaves") -> bool:
        """Whether these are the old leaves with these texts and no others, read without more faults."""
        if self.shape != old.shape or len(self.scalars) != len(old.scalars) or self.faults - old.faults:
            return False
        both = zip(self.scalars, old.scalars, strict=True)
        return all(
            one.is_absent == before.is_absent and _says(one, texts.get(number, before.text))
            for number, (one, before) in enumerate(both)
        )


def _says(leaf: Scalar, text: str) -> bool:
    """Whether a leaf says a text; the blanks between the lines of a broken one are the reader's."""
    if leaf.text == text:
        return True
    is_broken = len({anchor.line for anchor in leaf.anchors}) > 1
    return is_broken and "".join(leaf.text.split()) == "".join(text.split())


def offset_of(leaf: Scalar, line: int, column: int) -> int:
    """Where in the text of a leaf the character at a place of its file stands, −1 where it cannot be told."""
    for anchor in reversed(leaf.anchors):
        if anchor.line == line and anchor.column <= column:
            return anchor.offset + column - anchor.column
    if not leaf.anchors and leaf.span.line == line:
        return column - leaf.span.column
    return -1


def leaves_of(source: Source) -> Leaves | None:
    """The leaves of a YAML file or a table; nothing where it cannot be read."""
    found = Diagnostics()
    suffix = os.path.splitext(source.name)[1].lower()
    parts = _cells(source, found) if suffix in TABLE_SUFFIXES else _nodes(source, found)
    if parts is None:
        return None
    scalars = tuple(part for part in parts if isinstance(part, Scalar))
    shape = tuple(part if isinstance(part, str) else "." for part in parts)
    starts = tuple((one.span.line, one.span.column) for one in scalars)
    return Leaves(scalars, shape, Counter(finding.code for finding in found), starts)


def _cells(source: Source, found: Diagnostics) -> list[Scalar | str] | None:
    from opsreport.readers.csv import read_csv

    grid = read_csv(source, found)
    if grid is None:
        return None
    parts: list[Scalar | str] = []
    for row in grid.rows:
        parts += (*row, "row")
    return parts


def _nodes(source: Source, found: Diagnostics) -> list[Scalar | str] | None:
    from opsreport.readers.yaml import read_yaml

    tree = read_yaml(source, found)
    return None if tree is None else list(_walked(tree))


def _walked(node: Node) -> Iterator[Scalar | str]:
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            yield "["
            for item in items:
                yield from _walked(item)
            yield "]"
        case Mapping(entries=entries):
            yield "{"
            for key, value in entries:
                yield key
                yield from _walked(value)
            yield "}"
