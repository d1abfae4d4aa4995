"""What a list of contents lists: the headings, in their order, each with the anchor it is found by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from opsreport.document.tree import Block, Box, Contents, Heading, Inline, PageBreak

ANCHOR = "_Toc"
"""What the anchors of headings begin with that a template gave none; Word knows its own by it."""

FEWEST_ENTRIES = 3
"""A reader finds the way to fewer headings without a list of them."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One line of the contents: level, printed number (第一部分), words, and where it leads to."""

    level: int
    number: str
    children: tuple[Inline, ...]
    anchor: str


def lists_contents(blocks: tuple[Block, ...]) -> bool:
    """Whether a report has a list of contents, and so a use for the pages of its headings."""
    return any(isinstance(block, Contents) for block in blocks)


def headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """Every heading of a report in reading order, those inside boxes too."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Box):
            yield from headings(block.children)


def contents_entries(blocks: tuple[Block, ...], depth: int) -> tuple[ContentsEntry, ...]:
    """The headings down to this level."""
    return tuple(
        ContentsEntry(heading.level, heading.number, heading.children, heading.anchor)
        for heading in headings(blocks)
        if heading.level <= depth
    )


def with_useful_contents(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without a list of contents that would have next to nothing to list, nor its new page."""
    kept: list[Block] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if not (_is_useless(block, blocks) or (isinstance(block, PageBreak) and _is_useless(before, blocks))):
            kept.append(block)
    return tuple(kept)


def _is_useless(block: Block | None, report: tuple[Block, ...]) -> bool:
    return isinstance(block, Contents) and len(contents_entries(report, block.depth)) < FEWEST_ENTRIES


def anchored(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with an anchor on every heading, counted through the report."""
    return tuple(_anchored(blocks, [0]))


def _anchored(blocks: tuple[Block, ...], count: list[int]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Heading():
                count[0] += 1
                yield block if block.anchor else replace(block, anchor=f"{ANCHOR}{count[0]:08}")
            case Box():
                yield replace(block, children=tuple(_anchored(block.children, count)))
            case _:
                yield block
