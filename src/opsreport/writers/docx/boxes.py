"""Boxes: blocks in a frame, as tables that may run over pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from opsreport.document import Block, Heading, Paragraph
from opsreport.writers.docx.tables import table_head

LABELS_WIDTH = 1500
"""The column of a project box that names what stands beside it."""
_INNER_MARGIN = 60
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands in one row of a project box: a heading, unless nothing names it, and blocks."""

    heading: Heading | None
    blocks: tuple[Block, ...]


def head_and_sections(blocks: Sequence[Block]) -> tuple[Paragraph | None, list[Section]]:
    """A box's first line, where it opens with one, and its rows, which its highest headings begin."""
    head = blocks[0] if blocks and isinstance(blocks[0], Paragraph) and blocks[0].role == "lead" else None
    rest = blocks[1:] if head else blocks
    highest = min((block.level for block in rest if isinstance(block, Heading)), default=0)
    sections: list[Section] = []
    for block in rest:
        if isinstance(block, Heading) and block.level == highest:
            sections.append(Section(block, ()))
        elif sections:
            sections[-1] = Section(sections[-1].heading, (*sections[-1].blocks, block))
        else:
            sections.append(Section(None, (block,)))
    return head, sections


def framed(style: str, width: int, inside: str) -> str:
    """A box of one cell that moves to the next page whole where it can."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
    row = f"<w:tr>{_WHOLE}{cell}</w:tr>"
    return f"<w:tbl>{table_head(style, [width])}{row}</w:tbl>"


def in_rows(style: str, width: int, head: str, rows: Sequence[tuple[str, str]]) -> str:
    """A box with a head that is repeated on each page, and rows of a name and what belongs to it.

    Pages are parted between its rows; Word parts a row only where it is higher than a page.
    """
    widths = [LABELS_WIDTH, width - LABELS_WIDTH]
    written = "".join(_named_row(widths, *row) for row in rows)
    if head:
        written = (
            "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            f"<w:tc>{_spanning(width)}{head}</w:tc></w:tr>{written}"
        )
    return f"<w:tbl>{table_head(style, widths, first_row=bool(head))}{written}</w:tbl>"


def _named_row(widths: Sequence[int], name: str, inside: str) -> str:
    if not name:
        return f"<w:tr>{_WHOLE}<w:tc>{_spanning(sum(widths))}{inside}</w:tc></w:tr>"
    sides = ("right", "left")
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcMar>'
        f'<w:{side} w:w="{_INNER_MARGIN}" w:type="dxa"/></w:tcMar></w:tcPr>{written}</w:tc>'
        for width, side, written in zip(widths, sides, (name, inside), strict=True)
    )
    return f"<w:tr>{_WHOLE}{cells}</w:tr>"


def _spanning(width: int) -> str:
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
