"""Commas between thousands that split a figure where the row has cells to spare, so that none is too many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from opsreport.bundle.shapes import ShapeKind
from opsreport.diagnostics import Scalar
from opsreport.readers.grid import Row
from opsreport.readers.table_header import Header
from opsreport.readers.table_units import LEVELS

BEFORE = re.compile(r"[1-9]\d{0,2}", re.ASCII)
BEHIND = re.compile(r"\d{3}(?:\.\d+)?", re.ASCII)
PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
ALIKE = 5
APART = 10
"""Figures of one row that are so many times as large as each other are hardly of one metric."""


@dataclass(frozen=True, slots=True)
class SplitFigure:
    """Two cells that are one figure: certainly so where the second begins with a nought."""

    cell: Scalar
    suggestion: str
    is_certain: bool


def figure_columns(header: Header) -> list[int]:
    """The columns of a metric's figures that stand side by side."""
    levels = [
        at
        for at, column in sorted(header.columns.items())
        if column.place.shape.kind is ShapeKind.QUANTITY and column.steps[0] in LEVELS
    ]
    return [at for at in levels if at - 1 in levels or at + 1 in levels]


def split_figure(row: Row, columns: list[int], width: int) -> SplitFigure | None:
    """The first figure of a row that was most likely split.

    Its end is blank, 1 beside 100 and 900 is hardly one metric, and 1100 beside 900 may well be.
    """
    if len(row) >= width and row[width - 1].text:
        return None
    cells = list(_filled(row, columns))
    if len(cells) < 2 or not all(PLAIN.fullmatch(cell.text.strip()) for cell in cells):
        return None
    texts = [cell.text.strip() for cell in cells]
    first = next((at for at, pair in enumerate(pairwise(texts)) if _is_split(*pair)), None)
    if first is None:
        return None
    is_certain = texts[first + 1].startswith("0")
    joined = _joined(texts)
    if is_certain or (len(joined) > 1 and _apart(texts) >= APART and _apart(joined) <= ALIKE):
        return SplitFigure(cells[first], texts[first] + texts[first + 1], is_certain)
    return None


def _filled(row: Row, columns: list[int]) -> Iterator[Scalar]:
    """The figures up to the first blank; none where one of them is quoted or stands in a workbook."""
    for at in columns:
        if at >= len(row) or not row[at].text or row[at].anchors or row[at].span.cell:
            return
        yield row[at]


def _is_split(before: str, behind: str) -> bool:
    return bool(BEFORE.fullmatch(before) and BEHIND.fullmatch(behind))


def _joined(texts: list[str]) -> list[str]:
    figures: list[str] = []
    rest = list(texts)
    while rest:
        figure = rest.pop(0)
        if rest and _is_split(figure, rest[0]):
            figure += rest.pop(0)
        figures.append(figure)
    return figures


def _apart(texts: list[str]) -> Decimal:
    """How many times as large as the smallest figure the largest one is."""
    amounts = [Decimal(text) for text in texts]
    return max(amounts) / min(amounts) if min(amounts) else Decimal(1)
