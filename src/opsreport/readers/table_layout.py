"""From the columns of a table to the object that each of its rows is, nested as its headers say."""

from dataclasses import dataclass, field
from operator import itemgetter

from opsreport.diagnostics import Entry, Mapping, Node, Scalar, Sequence
from opsreport.readers.grid import Row
from opsreport.readers.table_cells import Column, Reader
from opsreport.readers.table_paths import Step


@dataclass(slots=True)
class Layout:
    """The columns of a table as the keys of an object: each holds a column, or keys of its own.

    A list may be written in several columns, one after the other.
    """

    key: Scalar | None = None
    columns: list[tuple[int, Reader]] = field(default_factory=list)
    inner: dict[Step, "Layout"] = field(default_factory=dict)

    def add(self, position: int, column: Column, reader: Reader) -> None:
        """Take in a column at the place it stands for."""
        layout = self
        for step in column.steps:
            key = Scalar(str(step), column.header.span)
            layout = layout.inner.setdefault(step, Layout(key))
        layout.columns.append((position, reader))

    def read(self, row: Row) -> Node | None:
        """What a row says here; nothing where all of its cells are blank or say that there is nothing."""
        if self.columns:
            return self._value(row)
        filled = []
        for step, one in self.inner.items():
            # Most keys stand in one column, and a table may have a million cells.
            if len(one.columns) == 1:
                ((position, reader),) = one.columns
                cell = row[position] if position < len(row) else None
                node = reader(cell) if cell is not None and cell.text else None
            else:
                node = one.read(row)
            if node is not None and one.key:
                filled.append((step, one.key, node))
        if not filled:
            return None
        span = filled[0][2].span
        numbered = [(step, node) for step, _, node in filled if isinstance(step, int)]
        if numbered:
            return Sequence(tuple(node for _, node in sorted(numbered, key=itemgetter(0))), span)
        return Mapping(tuple([Entry(key, node) for _, key, node in filled]), span)

    def _value(self, row: Row) -> Node | None:
        if len(self.columns) == 1:
            position, reader = self.columns[0]
            return reader(row[position]) if position < len(row) and row[position].text else None
        nodes = [reader(row[position]) for position, reader in self.columns if row[position].text]
        items: list[Node] = []
        for node in nodes:
            if node is not None:
                items += node.items if isinstance(node, Sequence) else (node,)
        return Sequence(tuple(items), items[0].span) if items else None
