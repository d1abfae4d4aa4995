"""From tables to the very nodes that the same bundle gives when written as YAML."""

from collections.abc import Sequence

from opsreport.diagnostics import Diagnostics, Mapping, Node, Span
from opsreport.readers.grid import Grid


def read_tables(name: str, grids: Sequence[Grid], found: Diagnostics) -> Node | None:
    """The tree of a folder or a workbook, `name` as the user typed it; nothing where it holds no table.

    Decoding it gives the bundle that the same keys and values give when written as YAML.
    """
    if not grids:
        found.add("empty-file", Span(name))
        return None
    return Mapping((), Span(name))
