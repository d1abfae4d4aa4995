"""The report as one HTML page: the finished file of `--to html`, and what the PDF is laid out from.

The page carries its style sheets with it; it loads nothing and runs nothing. Roles become classes: the whole
look is in the style sheets.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from opsreport.document import (
    Align,
    Block,
    Box,
    Break,
    Cell,
    Chart,
    Column,
    Contents,
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

Line = Callable[[tuple[Inline, ...]], str]
"""How words in a line become HTML: `line_to_html` for the screen, `printed_line_to_html` for paper."""

DRAFT = "草稿"
NUMBER_GAP = "\u3000"
MARKS_WITH_THEIR_OWN_GAP = ("、", "）", "．")

# Set wide, where U+2060 would show as a second gap between two letters; one line in any case.
DISPLAY_ROLES = frozenset({"masthead", "title"})

# A table this short moves to the next page rather than leave half of itself behind.
ROWS_KEPT_WHOLE = 12

# An opened report asks nothing of the network, whatever its text or its style sheet says.
LOADS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)

WORD_JOINER = "\u2060"
HANZI = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
TAG = r"</?(?!br)[a-z][^<>]*>"
CLOSING = "[，。、；：！？…”’）》〉】〕」』]"
TAG_OR_UNIT = re.compile(f"<[^<>]*>|(?<=[0-9])(?={HANZI})")
LONE_LAST_HANZI = re.compile(rf"(?<=[^\s<>{WORD_JOINER}])((?:{TAG})*{HANZI}(?:{CLOSING}|{TAG})*)\Z")


def document_to_html(document: Document, css: tuple[str, ...], *, for_print: bool) -> str:
    """The whole page; `for_print` adds what only paper needs: running heads and lines that break well."""
    meta = document.meta
    line = printed_line_to_html if for_print else line_to_html
    watermark = f'<p class="watermark" aria-hidden="true">{DRAFT}</p>\n' if meta.draft else ""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"{_metadata(meta)}{_running_heads(meta) if for_print else _screen_head()}"
        f"<style>\n{_embedded(css)}\n</style>\n</head>\n<body>\n{watermark}"
        f"<main>\n{blocks_to_html(document.blocks, line)}\n</main>\n</body>\n</html>\n"
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
    if not (meta.running_left or meta.running_right):
        return ""
    sides = {"--running-left": meta.running_left, "--running-right": meta.running_right}
    declared = ";".join(f"{name}:{_css_string(words)}" for name, words in sides.items())
    return f"<style>:root{{{declared}}}</style>\n"


def _css_string(words: str) -> str:
    return '"' + re.sub(r'[\\"<\n\r\f]', lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'


def _embedded(css: Iterable[str]) -> str:
    """The style sheets in their order; in CSS `<\\/` reads as `</`, but does not end the style element."""
    return "\n".join(sheet.strip() for sheet in css).replace("</", "<\\/")


def blocks_to_html(blocks: Iterable[Block], line: Line) -> str:
    """The blocks below each other, one to a line."""
    return "\n".join(block_to_html(block, line) for block in blocks)


def block_to_html(block: Block, line: Line) -> str:
    """One block as an element whose class is its role."""
    match block:
        case Heading():
            return _heading(block, line)
        case Paragraph(children, role):
            set_line = line_to_html if role in DISPLAY_ROLES else line
            return f'<p class="{escape(role)}">{set_line(children)}</p>'
        case Listing():
            return _listing(block, line)
        case Table():
            return _table(block, line)
        case Particulars():
            return _particulars(block, line)
        case Box(children, role):
            return f'<div class="{escape(role)}">\n{blocks_to_html(children, line)}\n</div>'
        case PageBreak():
            return '<div class="page-break"></div>'
        case Contents() | Chart():
            raise NotImplementedError


def _heading(heading: Heading, line: Line) -> str:
    """A heading with its number written out, so that it is copied and found like any other word."""
    number = heading.number
    gap = "" if not number or number.endswith(MARKS_WITH_THEIR_OWN_GAP) else NUMBER_GAP
    anchor = f' id="{escape(heading.anchor)}"' if heading.anchor else ""
    words = line(heading.children)
    return f"<h{heading.level}{anchor}>{escape(number)}{gap}{words}</h{heading.level}>"


def _listing(listing: Listing, line: Line) -> str:
    tag = "ol" if listing.ordered else "ul"
    items = "\n".join(f"<li>{_item(item, line)}</li>" for item in listing.items)
    return f'<{tag} class="{escape(listing.role)}">\n{items}\n</{tag}>'


def _item(blocks: tuple[Block, ...], line: Line) -> str:
    """An item's blocks; the words it starts with need no paragraph of their own."""
    match blocks:
        case (Paragraph(children, "body"), *rest):
            return "\n".join((line(children), *(block_to_html(block, line) for block in rest)))
    return blocks_to_html(blocks, line)


def _particulars(particulars: Particulars, line: Line) -> str:
    pairs = "\n".join(
        f"<div><dt>{line(label)}</dt><dd>{line(said)}</dd></div>" for label, said in particulars.items
    )
    return f'<dl class="{escape(particulars.role)}">\n{pairs}\n</dl>'


def _table(table: Table, line: Line) -> str:
    """A table in a frame of its own, so that on a narrow screen it scrolls and the page does not."""
    total = sum(column.width for column in table.columns)
    widths = "".join(f'<col style="width:{100 * column.width / total:.4g}%">' for column in table.columns)
    caption = f"<caption>{line(table.caption)}</caption>\n" if table.caption else ""
    note = f'\n<p class="note">{line(table.note)}</p>' if table.note else ""
    head = "\n".join(_rows(table.head, table.columns, line, scope="col"))
    body = "\n".join(_rows(table.body, table.columns, line, scope="row"))
    frame = "table-frame whole" if len(table.body) <= ROWS_KEPT_WHOLE else "table-frame"
    return (
        f'<div class="{frame}">\n<table class="{escape(table.role)}">\n'
        + f"{caption}<colgroup>{widths}</colgroup>\n"
        + (f"<thead>\n{head}\n</thead>\n" if head else "")
        + f"<tbody>\n{body}\n</tbody>\n</table>{note}\n</div>"
    )


def _rows(rows: tuple[Row, ...], columns: tuple[Column, ...], line: Line, *, scope: str) -> Iterator[str]:
    """Each row, every cell standing as its column does although cells above may reach down into the row."""
    covered = [0] * len(columns)
    for row in rows:
        at, cells = 0, []
        for cell in row:
            while covered[at]:
                at += 1
            cells.append(_cell(cell, columns[at], line, scope))
            covered[at : at + cell.columns] = [cell.rows] * cell.columns
            at += cell.columns
        covered = [max(0, left - 1) for left in covered]
        yield f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: Column, line: Line, scope: str) -> str:
    """A cell; every worded cell of the head rows names its column, a head cell in the body its row."""
    words = line(cell.children)
    names = bool(words) and (scope == "col" or cell.head)
    align = "" if column.align is Align.START else column.align.value
    attributes = {
        "scope": scope if names else "",
        "colspan": str(cell.columns) if cell.columns > 1 else "",
        "rowspan": str(cell.rows) if cell.rows > 1 else "",
        "class": f"{cell.role} {align}".strip(),
    }
    written = "".join(f' {name}="{escape(said)}"' for name, said in attributes.items() if said)
    tag = "th" if names else "td"
    return f"<{tag}{written}>{words}</{tag}>"


def line_to_html(children: tuple[Inline, ...]) -> str:
    """Words in a line."""
    return "".join(inline_to_html(child) for child in children)


def printed_line_to_html(children: tuple[Inline, ...]) -> str:
    """Words in a line of print: no last line holds a single hanzi (孤字), no figure parts from its unit.

    U+2060 keeps them together; it is neither printed nor copied.
    """
    line = TAG_OR_UNIT.sub(lambda found: found[0] or WORD_JOINER, line_to_html(children))
    return LONE_LAST_HANZI.sub(rf"{WORD_JOINER}\1", line)


def inline_to_html(inline: Inline) -> str:
    """One inline; the places of the bundle that a `Field` knows do not reach the finished page."""
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case Break():
            return "<br>"
        case _:
            before, after = _tags(inline)
            return f"{before}{line_to_html(inline.children)}{after}"


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
