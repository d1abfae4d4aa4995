"""What stands on one page with the request for approval, so that it is not alone on the last one."""

from collections.abc import Sequence
from math import ceil

from opsreport.document.tree import Block, Box, Heading, Listing, Paragraph
from opsreport.document.widths import line_width, plain_words

FEW_LINES = 10
_CHARACTERS = 38


def held_by_request(blocks: Sequence[Block]) -> range:
    """The places of the short section before a request, its heading included; none where it is longer."""
    asked = next((at for at in range(1, len(blocks)) if _is_request(blocks, at)), 0)
    begun = next((at for at in range(asked - 1, -1, -1) if isinstance(blocks[at], Heading)), asked)
    held = blocks[begun:asked]
    if not all(isinstance(block, Heading | Paragraph | Listing) for block in held):
        return range(0)
    return range(begun, asked) if sum(map(_lines, held)) <= FEW_LINES else range(0)


def _is_request(blocks: Sequence[Block], at: int) -> bool:
    follows = blocks[at + 1] if at + 1 < len(blocks) else None
    return isinstance(blocks[at], Heading) and isinstance(follows, Box) and follows.role == "request"


def _lines(block: Block) -> int:
    match block:
        case Heading(children=children) | Paragraph(children=children):
            return max(1, ceil(line_width(plain_words(children)) / _CHARACTERS))
        case Listing(items=items):
            return sum(_lines(inside) for item in items for inside in item)
        case _:
            return FEW_LINES
