"""Boxes: blocks in a frame, as tables that may run over pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from opsreport.document import Block, Box, Chart, Heading, Listing, Paragraph, Particulars, Table, plain_words
from opsreport.writers.docx.tables import table_head

LABELS_WIDTH = 1500
"""The column of a project box that names what stands beside it."""
_INNER_MARGIN = 60
# A character of the body, in twentieths of a point; a page has about forty lines.
_CHARACTER = 210
_FEW_LINES, _LINES_OF_A_CHART = 20, 14
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


def is_short(blocks: Sequence[Block], width: int) -> bool:
    """Whether blocks take so few lines of this width that they are better not parted by a page.

    A longer box would leave its heading alone on the page before.
    """
    return _lines(blocks, max(1, width // _CHARACTER)) <= _FEW_LINES


def _lines(blocks: Sequence[Block], characters: int) -> int:
    return sum(_lines_of(block, characters) for block in blocks)


def _lines_of(block: Block, characters: int) -> int:
    match block:
        case Paragraph(children=children) | Heading(children=children):
            return 1 + len(plain_words(children)) // characters
        case Listing(items=items):
            return sum(_lines(item, characters) for item in items)
        case Box(children=children):
            return _lines(children, characters)
        case Table(head=head, body=body):
            return len(head) + len(body)
        case Particulars(items=items):
            return len(items)
        case Chart():
            return _LINES_OF_A_CHART
        case _:
            return 0


def framed(style: str, width: int, inside: str, *, whole: bool) -> str:
    """A box of one cell; a whole one moves to the next page rather than being parted."""
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
    row = f"<w:tr>{_WHOLE if whole else ''}{cell}</w:tr>"
    return f"<w:tbl>{table_head(style, [width])}{row}</w:tbl>"


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A row of a project box: its name, what stands beside it, and whether a page may not part it."""

    name: str
    inside: str
    whole: bool


def in_rows(style: str, width: int, head: str, rows: Sequence[BoxRow]) -> str:
    """A box with a head that is repeated on each page, and rows of a name and what belongs to it."""
    widths = [LABELS_WIDTH, width - LABELS_WIDTH]
    written = "".join(_row(widths, row) for row in rows)
    if head:
        written = (
            "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            f"<w:tc>{_spanning(width)}{head}</w:tc></w:tr>{written}"
        )
    return f"<w:tbl>{table_head(style, widths, first_row=bool(head))}{written}</w:tbl>"


def _row(widths: Sequence[int], row: BoxRow) -> str:
    whole = _WHOLE if row.whole else ""
    if not row.name:
        return f"<w:tr>{whole}<w:tc>{_spanning(sum(widths))}{row.inside}</w:tc></w:tr>"
    sides = ("right", "left")
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcMar>'
        f'<w:{side} w:w="{_INNER_MARGIN}" w:type="dxa"/></w:tcMar></w:tcPr>{written}</w:tc>'
        for width, side, written in zip(widths, sides, (row.name, row.inside), strict=True)
    )
    return f"<w:tr>{whole}{cells}</w:tr>"


def _spanning(width: int) -> str:
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
