"""Pages turned on their side: where a table is too wide for an upright one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from opsreport.document.fitting import LINE, fits_whole, fitted
from opsreport.document.tree import Block, Heading, Paragraph, Table, Turn

SIDEWAYS_LINE = 1.58 * LINE
"""What a line of a turned page holds, in ems of the type of tables; its margins are those of any page."""
FEWEST_ROWS = 6
"""A table of fewer rows is better parted in two than given a page that it leaves empty."""


@dataclass(frozen=True, slots=True)
class PageRun:
    """Blocks that stand on pages of one kind."""

    blocks: tuple[Block, ...]
    sideways: bool = False


def is_turned(table: Table) -> bool:
    """Whether a table gets a turned page: as its style says, else where it would be parted or run over."""
    if table.turn is not Turn.AUTO:
        return table.turn is Turn.SIDEWAYS
    if len(table.body) < FEWEST_ROWS or fits_whole(table, LINE):
        return False
    upright = len(fitted(table))
    return upright == 1 or len(fitted(table, SIDEWAYS_LINE)) < upright


def page_runs(blocks: Sequence[Block]) -> list[PageRun]:
    """The blocks by the pages they stand on; headings before a turned table and notes after it go with it.

    So does the signature, which never stands on a page alone.
    """
    sideways = list(_sideways(blocks))
    runs: list[PageRun] = []
    for block, turned in zip(blocks, sideways, strict=True):
        if runs and runs[-1].sideways == turned:
            runs[-1] = PageRun((*runs[-1].blocks, block), turned)
        else:
            runs.append(PageRun((block,), turned))
    return runs


def _sideways(blocks: Sequence[Block]) -> Iterator[bool]:
    after = False
    for at, block in enumerate(blocks):
        match block:
            case Table():
                after = is_turned(block)
            case Heading():
                after = _leads_to_turned(blocks[at + 1 :])
            case Paragraph(role="note" | "closing"):
                pass
            case _:
                after = False
        yield after


def _leads_to_turned(following: Sequence[Block]) -> bool:
    """Whether the first block that is no heading is a turned table."""
    first = next((block for block in following if not isinstance(block, Heading)), None)
    return isinstance(first, Table) and is_turned(first)
