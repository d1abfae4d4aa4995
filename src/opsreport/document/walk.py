"""Every text of a tree in reading order, with the places of the bundle it stands for."""

from collections.abc import Iterator

from opsreport.document.tree import (
    Block,
    Box,
    Chart,
    Contents,
    Emphasis,
    Field,
    Footnote,
    Heading,
    Inline,
    Link,
    Listing,
    Mark,
    Paragraph,
    Particulars,
    Reference,
    Strong,
    Table,
    Text,
    Together,
)


def placed_texts(blocks: tuple[Block, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text with the fields it stands in, outermost first; a template's own text stands in none."""
    for inlines in lines_of(blocks):
        yield from _texts(inlines, ())


def lines_of(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    """Every line of words, in reading order."""
    for block in blocks:
        match block:
            case Heading(children=children) | Paragraph(children=children):
                yield children
            case Listing(items=items):
                for item in items:
                    yield from lines_of(item)
            case Box(children=inside):
                yield from lines_of(inside)
            case Contents(title=title):
                yield title
            case Chart():
                yield from _lines_of_chart(block)
            case Particulars(items=pairs):
                for label, said in pairs:
                    yield from (label, said)
            case Table():
                yield block.caption
                for row in block.head + block.body:
                    yield from (cell.children for cell in row)
                yield block.note


def _lines_of_chart(chart: Chart) -> Iterator[tuple[Inline, ...]]:
    """All that a chart says; that it is there at all is said of its own place."""
    if chart.path:
        yield (Field(chart.path, (Text(chart.alt),)),)
    yield chart.caption
    yield from chart.categories
    for series in chart.series:
        yield series.name
        yield from (point.label for point in series.points if point)
    yield chart.note


def _texts(inlines: tuple[Inline, ...], paths: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield paths, text
            case Field(path, children):
                yield from _texts(children, (*paths, path))
            case Reference(text=text):
                yield paths, text
            case Strong(children) | Emphasis(children) | Together(children) | Footnote(children):
                yield from _texts(children, paths)
            case Mark(_, children) | Link(_, children):
                yield from _texts(children, paths)
