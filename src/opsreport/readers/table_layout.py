"""From the columns of a table to the object that each of its rows is, nested as its headers say."""

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter

from opsreport.diagnostics import Diagnostics, Entry, Mapping, Node, Scalar, Sequence
from opsreport.readers.grid import Row
from opsreport.readers.table_cells import Column, node_of
from opsreport.readers.table_paths import Step

Settle = Callable[[Column, Node], Node]
"""What becomes of a value once it is read: names turn into ids."""


@dataclass(slots=True)
class Layout:
    """The columns of a table as the keys of an object: each holds a column, or keys of its own.

    A list may be written in several columns, one after the other.
    """

    key: Scalar | None = None
    columns: list[tuple[int, Column]] = field(default_factory=list)
    inner: dict[Step, "Layout"] = field(default_factory=dict)

    def add(self, position: int, column: Column) -> None:
        """Take in a column at the place it stands for."""
        layout = self
        for step in column.steps:
            key = Scalar(str(step), column.header.span)
            layout = layout.inner.setdefault(step, Layout(key))
        layout.columns.append((position, column))

    def read(self, row: Row, settle: Settle, found: Diagnostics) -> Node | None:
        """What a row says here; nothing where all of its cells are blank or say that there is nothing."""
        if self.columns:
            return self._value(row, settle, found)
        entries = [(step, one.key, one.read(row, settle, found)) for step, one in self.inner.items()]
        filled = [(step, key, node) for step, key, node in entries if key and node is not None]
        if not filled:
            return None
        span = filled[0][2].span
        numbered = [(step, node) for step, _, node in filled if isinstance(step, int)]
        if numbered:
            return Sequence(tuple(node for _, node in sorted(numbered, key=itemgetter(0))), span)
        return Mapping(tuple(Entry(key, node) for _, key, node in filled), span)

    def _value(self, row: Row, settle: Settle, found: Diagnostics) -> Node | None:
        nodes = []
        for position, column in self.columns:
            if position < len(row) and row[position].text:
                node = node_of(row[position], column, found)
                if node is not None:
                    nodes.append(settle(column, node))
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        items = (item for node in nodes for item in (node.items if isinstance(node, Sequence) else (node,)))
        return Sequence(tuple(items), nodes[0].span)
