"""The document tree as an outline to read, one block a line: what `--stop-after tree` shows."""

from collections.abc import Iterator

from opsreport.document.tree import (
    Block,
    Box,
    Break,
    Chart,
    ChartSeries,
    Contents,
    Document,
    Emphasis,
    Field,
    Footnote,
    Heading,
    Inline,
    Link,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Particulars,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    Together,
)


def outline(document: Document) -> str:
    """The whole tree, words and places in the bundle included."""
    meta = document.meta
    head = f"Document | {meta.title} | {meta.running_left} | {meta.running_right}"
    lines = [head + (" | draft" if meta.draft else ""), *_blocks(document.blocks, "")]
    return "\n".join(lines) + "\n"


def _blocks(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent)


def _block(block: Block, indent: str) -> Iterator[str]:
    inner = indent + "  "
    match block:
        case Heading():
            number = f" {block.number}" if block.number else ""
            yield f"{indent}Heading {block.level}{number} | {_line(block.children)}"
        case Paragraph():
            yield f"{indent}Paragraph {block.role} | {_line(block.children)}"
        case Listing():
            yield f"{indent}Listing {'ordered' if block.ordered else 'bullets'} {block.role}"
            for place, item in enumerate(block.items, 1):
                yield f"{inner}Item {place}"
                yield from _blocks(item, inner + "  ")
        case Particulars():
            yield f"{indent}Particulars {block.role}"
            for label, said in block.items:
                yield f"{inner}{_line(label)} | {_line(said)}"
        case Box():
            yield f"{indent}Box {block.role}"
            yield from _blocks(block.children, inner)
        case PageBreak():
            yield f"{indent}PageBreak"
        case Contents():
            yield f"{indent}Contents {block.depth} | {_line(block.title)}"
        case Chart():
            yield from _chart(block, indent)
        case Table():
            yield from _table(block, indent)


def _chart(chart: Chart, indent: str) -> Iterator[str]:
    asked = f" ⟨{chart.path}⟩" if chart.path else ""
    number = f" {chart.number}" if chart.number else ""
    yield f"{indent}Chart {chart.kind.value}{asked}{number} | {_line(chart.caption)}"
    yield f"{indent}  Alt | {chart.alt}"
    yield f"{indent}  Categories | {' | '.join(_line(one) for one in chart.categories)}"
    for series in chart.series:
        yield f"{indent}  {_series(series)}"
    if chart.note:
        yield f"{indent}  Note | {_line(chart.note)}"


def _series(series: ChartSeries) -> str:
    axis = " second axis" if series.second_axis else ""
    points = (f"{point.value} {_line(point.label)}" if point else "" for point in series.points)
    head = f"Series {series.drawn.value}{axis} {_line(series.name)}（{series.unit}）"
    return " | ".join((head, *points))


def _table(table: Table, indent: str) -> Iterator[str]:
    size = f"{len(table.columns)}×{len(table.head) + len(table.body)}"
    yield f"{indent}Table {table.role} {size}"
    if table.caption:
        yield f"{indent}  Caption {table.number} | {_line(table.caption)}"
    for kind, rows in (("Head", table.head), ("Row", table.body)):
        for row in rows:
            yield f"{indent}  {kind} | {_cells(row)}"
    if table.note:
        yield f"{indent}  Note | {_line(table.note)}"


def _cells(row: Row) -> str:
    return " | ".join(
        (f"{cell.columns}×{cell.rows} " if (cell.columns, cell.rows) != (1, 1) else "")
        + (f"[{cell.role}] " if cell.role else "")
        + _line(cell.children)
        for cell in row
    )


def _line(inlines: tuple[Inline, ...]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Break():
            return "⏎"
        case Field(path, children):
            return f"⟨{path}: {_line(children)}⟩"
        case Mark(role, children):
            return f"[{role} {_line(children)}]"
        case Link(href, children):
            return f"[{_line(children)}]({href})"
        case Strong(children):
            return f"**{_line(children)}**"
        case Emphasis(children):
            return f"*{_line(children)}*"
        case Together(children):
            return f"‹{_line(children)}›"
        case Reference(to, shows, text):
            return f"[{shows.value} of {to}: {text}]"
        case Footnote(children, number):
            return f"[footnote {number} {_line(children)}]"
