"""What a reader of tables gives, whatever the file: rows of cells as text, each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass

from opsreport.diagnostics import Scalar

Row = tuple[Scalar, ...]
"""The cells of one row from the first column on; blank ones at its end may be missing."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: a file of a folder or a sheet of a workbook, with whatever stands above its header.

    `name` is the file's name without its suffix or the sheet's name, as written; `source` is the file as
    messages name it. `rows` are read once, from the top. A cell of a CSV file knows its line and column, a
    cell of a workbook also its address (`指标!C7`, with row and column as line and column). A cell with
    nothing in it is a plain empty text; all others are not plain, so that `null` and `~` stay what they are.
    `delimiter` is what separates the cells where they are written one after the other, in a CSV file.
    """

    name: str
    source: str
    rows: Iterable[Row]
    delimiter: str = ""
