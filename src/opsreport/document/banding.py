"""Shading of every other row, so that the eye keeps to its row in a long table."""

from opsreport.document.tree import Table

FEWEST_ROWS = 10


def is_banded(table: Table) -> bool:
    """Whether a table is so long, of rows that each stand by themselves."""
    cells = (cell for row in table.body for cell in row)
    return len(table.body) >= FEWEST_ROWS and not any(
        cell.rows > 1 or (cell.head and cell.columns > 1) for cell in cells
    )
