"""Numbers of tables, figures and footnotes, and what a cross-reference to any of them reads (表1, 图2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from opsreport.document.rewriting import rewritten
from opsreport.document.tree import (
    Block,
    Box,
    Chart,
    Footnote,
    Heading,
    Inline,
    Listing,
    Reference,
    Shows,
    Table,
)
from opsreport.document.widths import plain_words

TABLE, FIGURE = "表", "图"
CONTINUED = "（续）"
"""What is added to the number of a table that goes on in another one (GB/T 7713.1)."""


def captioned(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a number on every table and chart that has a caption, counted through the report."""
    return tuple(_captioned(blocks, _Counts()))


@dataclass(slots=True)
class _Counts:
    tables: int = 0
    figures: int = 0


def _captioned(blocks: tuple[Block, ...], counts: _Counts) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Table(caption=(_, *_)):
                counts.tables += 1
                yield replace(block, number=counts.tables)
            case Chart(caption=(_, *_)):
                counts.figures += 1
                yield replace(block, number=counts.figures)
            case Box():
                yield replace(block, children=tuple(_captioned(block.children, counts)))
            case Listing():
                yield replace(block, items=tuple(tuple(_captioned(item, counts)) for item in block.items))
            case _:
                yield block


def caption_label(block: Table | Chart, part: int = 1) -> str:
    """The number of a table or figure as its caption and its references print it: 表1, 表1（续）, 图2."""
    if not block.number:
        return ""
    kind = TABLE if isinstance(block, Table) else FIGURE
    return f"{kind}{block.number}" + (CONTINUED if part > 1 else "")


def names(blocks: tuple[Block, ...]) -> dict[str, str]:
    """What a reference calls each block that it may name, by its anchor; the first of equal ones counts.

    A heading goes by its number, or without one by its words: 第二部分, “引言”.
    """
    named: dict[str, str] = {}
    for block in _with_anchors(blocks):
        if isinstance(block, Heading):
            name = block.number or f"“{plain_words(block.children)}”"
        else:
            name = caption_label(block)
        if name:
            named.setdefault(block.anchor, name)
    return named


def anchors(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Every anchor of a report, each once."""
    return tuple(dict.fromkeys(block.anchor for block in _with_anchors(blocks)))


def _with_anchors(blocks: tuple[Block, ...]) -> Iterator[Heading | Table | Chart]:
    for block in blocks:
        match block:
            case Heading() | Table() | Chart() if block.anchor:
                yield block
            case Box(children=inside):
                yield from _with_anchors(inside)
            case Listing(items=items):
                for item in items:
                    yield from _with_anchors(item)


def resolved(blocks: tuple[Block, ...], named: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks with the words of every cross-reference filled in, and every footnote numbered."""
    count = 0

    def change(inline: Inline) -> Inline:
        nonlocal count
        match inline:
            case Reference():
                return replace(inline, text=named.get(inline.to, ""))
            case Footnote():
                count += 1
                return replace(inline, number=count)
        return inline

    return rewritten(blocks, change)


def footnotes(blocks: tuple[Block, ...]) -> tuple[Footnote, ...]:
    """Every footnote of a report in the order of their numbers."""
    found: list[Footnote] = []

    def look(inline: Inline) -> Inline:
        if isinstance(inline, Footnote):
            found.append(inline)
        return inline

    rewritten(blocks, look)
    return tuple(found)


def asks_for_pages(blocks: tuple[Block, ...]) -> bool:
    """Whether a cross-reference of the report says a page."""
    asked = False

    def look(inline: Inline) -> Inline:
        nonlocal asked
        asked = asked or (isinstance(inline, Reference) and inline.shows is Shows.PAGE)
        return inline

    rewritten(blocks, look)
    return asked
