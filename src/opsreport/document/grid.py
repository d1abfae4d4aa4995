"""The grid of a table: which cell stands in which column, those that reach down from above included."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opsreport.document.tree import Cell, Row


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the grid of a table: a cell, or what a cell that began in a row above leaves there."""

    cell: Cell
    column: int
    begun_above: bool = False


def grid(rows: Sequence[Row]) -> Iterator[list[Slot]]:
    """The rows with the places filled in that cells spanning several rows take up below themselves."""
    reaching_down: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        slots: list[Slot] = []
        begun, reaching_down = reaching_down, {}
        if not begun and {(cell.columns, cell.rows) for cell in row} == {(1, 1)}:
            # Nearly all rows, and they are many.
            yield [Slot(cell, column) for column, cell in enumerate(row)]
            continue
        waiting = list(reversed(row))
        column = 0
        while waiting or column in begun:
            begun_above = column in begun
            cell, rows_left = begun[column] if begun_above else (waiting[-1], waiting.pop().rows)
            if rows_left > 1:
                reaching_down[column] = (cell, rows_left - 1)
            slots.append(Slot(cell, column, begun_above))
            column += cell.columns
        yield slots
