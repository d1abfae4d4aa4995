"""Cells under merged ones: Excel keeps what they held before merging and shows nothing of it."""

from collections.abc import Iterable

from opsreport.readers.excel_sheet import WIDEST, Area, RawCell, letters


class Covering:
    """One merged area, with the cell of it that is seen once that was met."""

    __slots__ = ("area", "seen")

    def __init__(self, area: Area) -> None:
        self.area = area
        self.seen: RawCell | None = None


class Covered:
    """The cells of a sheet that lie under merged ones, met row by row from the top."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._waiting = sorted(set(areas), reverse=True)
        self._coverings: dict[int, Covering] = {}
        self.lost: list[tuple[int, int]] = []
        """Row and column of each cell that holds something else than the merged cell says."""

    def descend(self, row: int) -> bool:
        """Go on to this row; areas that begin on the way cover from there, others have come to their end.

        The answer is whether anything is covered in it.
        """
        if not self._coverings and not self._waiting:
            return False
        ended = [column for column, one in self._coverings.items() if one.area.bottom < row]
        for column in ended:
            del self._coverings[column]
        while self._waiting and self._waiting[-1].top <= row:
            self._spread(self._waiting.pop(), row)
        return bool(self._coverings)

    def _spread(self, area: Area, row: int) -> None:
        if area.bottom < row:
            return
        covering = Covering(area)
        for column in range(area.left, min(area.right, WIDEST) + 1):
            # Areas never overlap in a workbook of Excel's; the first of them stands.
            if column in self._coverings:
                return
            self._coverings[column] = covering

    def hides(self, row: int, cell: RawCell, *, is_row_seen: bool = True) -> bool:
        """Whether nobody sees a cell since it lies under a merged one."""
        covering = self._coverings.get(cell.column)
        if covering is None:
            return False
        if (row, cell.column) == (covering.area.top, covering.area.left):
            covering.seen = cell
            return False
        seen = covering.seen
        is_same = seen is not None and (seen.kind, seen.value) == (cell.kind, cell.value)
        if cell.value and is_row_seen and not is_same:
            self.lost.append((row, cell.column))
        return True


def named(lost: Iterable[tuple[int, int]]) -> list[str]:
    """The cells by the names people call them by: D3."""
    return [f"{letters(column)}{row}" for row, column in lost]
