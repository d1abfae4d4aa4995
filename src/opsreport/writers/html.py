"""The report as one HTML page: the finished file of `--to html`, and what the PDF is laid out from.

The page carries its style sheets with it; it loads nothing and runs nothing. Roles become classes, so the whole
look is in the style sheets.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from opsreport.document import (
    Align,
    Block,
    Box,
    Break,
    Cell,
    Column,
    Document,
    Emphasis,
    Field,
    Heading,
    Inline,
    Link,
    Listing,
    Mark,
    Meta,
    PageBreak,
    Paragraph,
    Particulars,
    Row,
    Strong,
    Table,
    Text,
)

DRAFT = "草稿"
NUMBER_GAP = "\u3000"
MARKS_WITH_THEIR_OWN_GAP = ("、", "）", "．")

# An opened report asks nothing of the network, whatever its text or its style sheet says.
LOADS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)

WORD_JOINER = "\u2060"
HANZI = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
TAG = r"</?(?!br)[a-z][^<>]*>"
CLOSING = "[，。、；：！？…”’）》〉】〕」』]"
FIGURE_AND_UNIT = re.compile(f"(?<=[0-9])(?={HANZI})")
LONE_LAST_HANZI = re.compile(rf"(?<=[^\s<>{WORD_JOINER}])((?:{TAG})*{HANZI}(?:{CLOSING}|{TAG})*)\Z")


def document_to_html(document: Document, css: tuple[str, ...], *, for_print: bool) -> str:
    """The whole page; `for_print` adds what only paper needs: running heads and lines that break well."""
    meta = document.meta
    watermark = f'<p class="watermark" aria-hidden="true">{DRAFT}</p>\n' if meta.draft else ""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"{_metadata(meta)}{_running_heads(meta) if for_print else _screen_head()}"
        f"<style>\n{_embedded(css)}\n</style>\n</head>\n<body>\n{watermark}"
        f"<main>\n{blocks_to_html(document.blocks, for_print=for_print)}\n</main>\n</body>\n</html>\n"
    )


def _metadata(meta: Meta) -> str:
    """What is known of the report, under the names that HTML and PDF readers show."""
    day = meta.date.isoformat() if meta.date else ""
    known = {
        "author": meta.author or meta.organisation,
        "description": meta.subject,
        "keywords": ", ".join(meta.keywords),
        "dcterms.created": day,
        "dcterms.modified": day,
        "generator": "opsreport",
    }
    lines = [f"<title>{escape(meta.title)}</title>\n"]
    lines += [f'<meta name="{name}" content="{escape(said)}">\n' for name, said in known.items() if said]
    return "".join(lines)


def _screen_head() -> str:
    return (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{LOADS_NOTHING}">\n'
    )


def _running_heads(meta: Meta) -> str:
    """The words of the running heads as custom properties; the style sheet says where they stand."""
    sides = {"--running-left": meta.running_left, "--running-right": meta.running_right}
    declared = ";".join(f"{name}:{_css_string(words)}" for name, words in sides.items())
    return f"<style>:root{{{declared}}}</style>\n"


def _css_string(words: str) -> str:
    return '"' + re.sub(r'[\\"<\n\r\f]', lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'


def _embedded(css: Iterable[str]) -> str:
    """The style sheets in their order; in CSS `<\\/` reads as `</`, but does not end the style element."""
    return "\n".join(sheet.strip() for sheet in css).replace("</", "<\\/")


def blocks_to_html(blocks: Iterable[Block], *, for_print: bool) -> str:
    """The blocks below each other, one to a line."""
    return "\n".join(block_to_html(block, for_print=for_print) for block in blocks)


def block_to_html(block: Block, *, for_print: bool) -> str:
    """One block as an element whose class is its role."""
    match block:
        case Heading():
            return _heading(block, for_print=for_print)
        case Paragraph(children, role):
            return f'<p class="{escape(role)}">{line_to_html(children, for_print=for_print)}</p>'
        case Listing():
            return _listing(block, for_print=for_print)
        case Table():
            return _table(block, for_print=for_print)
        case Particulars():
            return _particulars(block, for_print=for_print)
        case Box(children, role):
            return f'<div class="{escape(role)}">\n{blocks_to_html(children, for_print=for_print)}\n</div>'
        case PageBreak():
            return '<div class="page-break"></div>'


def _heading(heading: Heading, *, for_print: bool) -> str:
    """A heading with its number written out, so that it is copied and found like any other word."""
    number = heading.number
    gap = "" if not number or number.endswith(MARKS_WITH_THEIR_OWN_GAP) else NUMBER_GAP
    anchor = f' id="{escape(heading.anchor)}"' if heading.anchor else ""
    words = line_to_html(heading.children, for_print=for_print)
    return f"<h{heading.level}{anchor}>{escape(number)}{gap}{words}</h{heading.level}>"


def _listing(listing: Listing, *, for_print: bool) -> str:
    tag = "ol" if listing.ordered else "ul"
    items = "\n".join(f"<li>{_item(item, for_print=for_print)}</li>" for item in listing.items)
    return f'<{tag} class="{escape(listing.role)}">\n{items}\n</{tag}>'


def _item(blocks: tuple[Block, ...], *, for_print: bool) -> str:
    """An item's blocks; the words it starts with need no paragraph of their own."""
    match blocks:
        case (Paragraph(children, "body"), *rest):
            words = line_to_html(children, for_print=for_print)
            return "\n".join((words, *(block_to_html(block, for_print=for_print) for block in rest)))
    return blocks_to_html(blocks, for_print=for_print)


def _particulars(particulars: Particulars, *, for_print: bool) -> str:
    pairs = "\n".join(
        f"<div><dt>{line_to_html(label, for_print=for_print)}</dt>"
        f"<dd>{line_to_html(said, for_print=for_print)}</dd></div>"
        for label, said in particulars.items
    )
    return f'<dl class="{escape(particulars.role)}">\n{pairs}\n</dl>'


def _table(table: Table, *, for_print: bool) -> str:
    """A table in a frame of its own, so that on a narrow screen it scrolls and the page does not."""
    total = sum(column.width for column in table.columns)
    widths = "".join(f'<col style="width:{100 * column.width / total:.4g}%">' for column in table.columns)
    caption = (
        f"<caption>{line_to_html(table.caption, for_print=for_print)}</caption>\n" if table.caption else ""
    )
    note = f'\n<p class="note">{line_to_html(table.note, for_print=for_print)}</p>' if table.note else ""
    head, body = (
        "\n".join(_rows(rows, table.columns, in_head=in_head, for_print=for_print))
        for rows, in_head in ((table.head, True), (table.body, False))
    )
    head = f"<thead>\n{head}\n</thead>\n" if head else ""
    return (
        f'<div class="table-frame">\n<table class="{escape(table.role)}">\n{caption}'
        f"<colgroup>{widths}</colgroup>\n{head}<tbody>\n{body}\n</tbody>\n</table>{note}\n</div>"
    )


def _rows(
    rows: tuple[Row, ...], columns: tuple[Column, ...], *, in_head: bool, for_print: bool
) -> Iterator[str]:
    """Each row's cells, every one knowing its column although cells above may reach down into the row."""
    covered = [0] * len(columns)
    for row in rows:
        at, cells = 0, []
        for cell in row:
            while covered[at]:
                at += 1
            cells.append(_cell(cell, columns[at], in_head=in_head, for_print=for_print))
            covered[at : at + cell.columns] = [cell.rows] * cell.columns
            at += cell.columns
        covered = [max(0, left - 1) for left in covered]
        yield f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: Column, *, in_head: bool, for_print: bool) -> str:
    words = line_to_html(cell.children, for_print=for_print)
    heads = (in_head or cell.head) and bool(words)
    align = Align.CENTER if in_head and cell.columns > 1 else column.align
    classes = [cell.role, "" if align is Align.START else align.value]
    attributes = {
        "scope": ("col" if in_head else "row") if heads else "",
        "colspan": str(cell.columns) if cell.columns > 1 else "",
        "rowspan": str(cell.rows) if cell.rows > 1 else "",
        "class": " ".join(filter(None, classes)),
    }
    written = "".join(f' {name}="{escape(said)}"' for name, said in attributes.items() if said)
    tag = "th" if heads else "td"
    return f"<{tag}{written}>{words}</{tag}>"


def line_to_html(children: tuple[Inline, ...], *, for_print: bool) -> str:
    """Words in a line.

    For paper, a last line never holds a single hanzi (孤字), and a figure does not part from its unit. U+2060
    does it: it is neither printed nor copied.
    """
    line = "".join(inline_to_html(child, for_print=for_print) for child in children)
    return LONE_LAST_HANZI.sub(rf"{WORD_JOINER}\1", line) if for_print else line


def inline_to_html(inline: Inline, *, for_print: bool) -> str:
    """One inline; the places of the bundle that a `Field` knows do not reach the finished page."""
    match inline:
        case Text(text):
            return escape(FIGURE_AND_UNIT.sub(WORD_JOINER, text) if for_print else text, quote=False)
        case Break():
            return "<br>"
        case _:
            words = "".join(inline_to_html(child, for_print=for_print) for child in inline.children)
            before, after = _tags(inline)
            return f"{before}{words}{after}"


def _tags(inline: Strong | Emphasis | Link | Field | Mark) -> tuple[str, str]:
    match inline:
        case Strong():
            return "<strong>", "</strong>"
        case Emphasis():
            return "<em>", "</em>"
        case Mark(role):
            return f'<span class="{escape(role)}">', "</span>"
        case Link(href) if LINK.match(href):
            return f'<a href="{escape(href)}" rel="noopener noreferrer">', "</a>"
        case Link() | Field():
            return "", ""
