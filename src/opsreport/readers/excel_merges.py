"""Merged cells: filled down where that is what merging means, named where something might be lost."""

from dataclasses import replace
from typing import NamedTuple

from opsreport.diagnostics import Diagnostics, Scalar
from opsreport.readers.excel_cells import CellReading
from opsreport.readers.excel_columns import Columns
from opsreport.readers.excel_sheet import Area


class Filling(NamedTuple):
    """What a merged cell says, down to its last row."""

    bottom: int
    scalar: Scalar


class Merges:
    """The merged cells of a sheet, met row by row."""

    def __init__(self, areas: list[Area], columns: Columns, reading: CellReading, found: Diagnostics) -> None:
        self._starts = {(area.top, area.left): area for area in areas}
        self._columns = columns
        self._reading = reading
        self._found = found
        self._fillings: dict[int, Filling] = {}
        self._headed: set[int] = set()

    def apply(self, number: int, row: dict[int, Scalar]) -> bool:
        """Fill cells down into this row, and remember what is to be filled below it.

        A column's first cell is its header; a title stands alone. The answer is whether the header goes on in
        the next row, which then holds all of it.
        """
        goes_on = False
        for column, filling in list(self._fillings.items()):
            if number > filling.bottom:
                del self._fillings[column]
            elif column not in row:
                row[column] = replace(filling.scalar, span=self._reading.place(number, column))
        for column, scalar in list(row.items()):
            area = self._starts.get((number, column))
            is_header = column not in self._headed
            if area and area.bottom > number and (is_header or column in self._columns.owners):
                self._fillings[column] = Filling(area.bottom, scalar)
                goes_on = goes_on or (not self._headed and len(row) > 1)
            elif area and self._headed and len(row) > 1:
                self._found.add("merged-cells", scalar.span, area=str(area), text=scalar.text)
        if len(row) > 1:
            self._headed.update(row)
        return goes_on

    def remember(self, number: int, column: int, scalar: Scalar) -> None:
        """A cell of a hidden row: what it says of the rows it is merged with still holds."""
        area = self._starts.get((number, column))
        if area and scalar.text:
            self._fillings[column] = Filling(area.bottom, scalar)

    def starts_owner(self, number: int, column: int) -> bool:
        """Whether a merged cell begins here that says whose its rows are."""
        return (number, column) in self._starts and column in self._columns.owners
