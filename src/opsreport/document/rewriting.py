"""The lines of a tree written anew, in reading order, with everything else as it was."""

from collections.abc import Callable
from dataclasses import replace

from opsreport.document.tree import (
    Block,
    Box,
    Break,
    Chart,
    Contents,
    Heading,
    Inline,
    Listing,
    PageBreak,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Table,
    Text,
)

Change = Callable[[Inline], Inline]


def rewritten(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """The blocks with each inline changed, one that stands in another before that other one."""
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, children=_line(block.children, change))
        case Listing():
            return replace(block, items=tuple(rewritten(item, change) for item in block.items))
        case Box():
            return replace(block, children=rewritten(block.children, change))
        case Particulars():
            pairs = ((_line(label, change), _line(said, change)) for label, said in block.items)
            return replace(block, items=tuple(pairs))
        case Table():
            caption = _line(block.caption, change)
            head, body = _rows(block.head, change), _rows(block.body, change)
            return replace(block, caption=caption, head=head, body=body, note=_line(block.note, change))
        case Chart():
            return replace(block, caption=_line(block.caption, change), note=_line(block.note, change))
        case PageBreak() | Contents():
            return block


def _rows(rows: tuple[Row, ...], change: Change) -> tuple[Row, ...]:
    return tuple(tuple(replace(cell, children=_line(cell.children, change)) for cell in row) for row in rows)


def _line(children: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    return tuple(_inline(child, change) for child in children)


def _inline(inline: Inline, change: Change) -> Inline:
    match inline:
        case Text() | Break() | Reference():
            return change(inline)
        case _:
            return change(replace(inline, children=_line(inline.children, change)))
