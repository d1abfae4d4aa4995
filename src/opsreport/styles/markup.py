"""The closed, HTML-like markup that templates print, parsed into the document tree.

Blank space that holds a line end is layout of the template and disappears; any other space is kept. Inside
`<field>` stand the user's own words: there every character is kept.
"""

import re
from collections.abc import Callable, Collection, Mapping

from opsreport.document import (
    ROLES,
    Block,
    Box,
    Break,
    Cell,
    Contents,
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
    Role,
    RoleKind,
    Row,
    Series,
    Shows,
    Strong,
    Table,
    Text,
    Together,
    Turn,
    captioned,
    numbered,
    resolved,
)
from opsreport.document.captions import names
from opsreport.document.contents import anchored, with_useful_contents
from opsreport.styles.chart_markup import read_chart
from opsreport.styles.element import Element, MarkupError, read_elements
from opsreport.styles.grid_markup import cells_of, check_grid, columns_of, whole_number
from opsreport.styles.vocabulary import check_attributes, check_empty, choice_of, only

LAYOUT = re.compile(r"[ \t]*[\r\n]\s*")
LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
DEEPEST_HEADING = 4
COVER_TAGS = ("p", "dl")
WITHOUT_FOOTNOTES = ("h1", "h2", "h3", "h4", "contents", "chart")
"""What is listed or drawn elsewhere, where a footnote could not follow."""


class MarkupReader:
    """Turns elements into blocks and inlines; a fault raises `MarkupError` with its line."""

    def __init__(self, series: Mapping[str, Series]) -> None:
        self._series = series
        self._has_cover = False
        self._asked: list[Element] = []

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """The blocks directly inside an element."""
        children = parent.elements()
        for child in children:
            self._check_place(child, parent)
        return tuple(self._block(child) for child in children)

    def _check_place(self, element: Element, parent: Element) -> None:
        """A cover is one page by itself, and a list of contents belongs to the whole report."""
        if element.tag in WITHOUT_FOOTNOTES or parent.attributes.get("class") == "cover":
            _check_no_footnotes(element)
        is_cover = _is_cover(element)
        if parent.tag != "body" and (is_cover or element.tag == "contents"):
            raise MarkupError("inside-block", element.line, tag=element.tag, parent=parent.tag)
        if is_cover and self._has_cover:
            raise MarkupError("second-cover", element.line)
        if _is_cover(parent) and element.tag not in COVER_TAGS:
            raise MarkupError("on-cover", element.line, tag=element.tag)
        self._has_cover = self._has_cover or is_cover

    def _block(self, element: Element) -> Block:
        check_attributes(element)
        read = _BLOCKS.get(element.tag)
        if read is None:
            raise MarkupError("not-a-block", element.line, tag=element.tag)
        return read(self, element)

    def _heading(self, element: Element) -> Block:
        name = element.attributes.get("number", "")
        if name and name not in self._series:
            raise MarkupError("unknown-series", element.line, name=name, known="、".join(self._series))
        children = self.inlines(element)
        return Heading(int(element.tag[1]), children, name, anchor=element.attributes.get("id", ""))

    def _paragraph(self, element: Element) -> Block:
        return Paragraph(self.inlines(element), _role(element, RoleKind.PARAGRAPH, "body"))

    def _listing(self, element: Element) -> Block:
        ordered = element.tag == "ol"
        items = tuple(self._item(child) for child in only(element, "li"))
        role = _role(element, RoleKind.PARAGRAPH, "numbered-list" if ordered else "list")
        return Listing(items, ordered, role)

    def _item(self, element: Element) -> tuple[Block, ...]:
        """An item is running text, blocks, or running text followed by a nested list."""
        at = next((i for i, child in enumerate(element.children) if _starts_block(child)), None)
        if at is None:
            return (Paragraph(self.inlines(element)),)
        words = Element("p", {}, element.line, element.children[:at])
        rest = Element("li", {}, element.line, element.children[at:])
        lead = self.inlines(words)
        return (*((Paragraph(lead),) if lead else ()), *self.blocks(rest))

    def _particulars(self, element: Element) -> Block:
        parts = element.elements()
        if [part.tag for part in parts] != ["dt", "dd"] * (len(parts) // 2):
            raise MarkupError("uneven-particulars", element.line)
        pairs = zip(parts[::2], parts[1::2], strict=True)
        items = tuple((self.inlines(label), self.inlines(said)) for label, said in pairs)
        return Particulars(items, _role(element, RoleKind.TABLE, "particulars"))

    def _box(self, element: Element) -> Block:
        return Box(self.blocks(element), _needed_role(element, RoleKind.BOX))

    def _table(self, element: Element) -> Block:
        parts: dict[str, Element] = {}
        for part in element.elements():
            if part.tag not in ("caption", "colgroup", "thead", "tbody", "note") or part.tag in parts:
                raise MarkupError("misplaced", part.line, tag=part.tag, parent="table")
            check_attributes(part)
            parts[part.tag] = part
        head, body = (self._rows(parts.get(tag)) for tag in ("thead", "tbody"))
        columns = columns_of(parts.get("colgroup"), element)
        check_grid(columns, head, element)
        check_grid(columns, body, element)
        caption, note = (self.inlines(parts[tag]) if tag in parts else () for tag in ("caption", "note"))
        role, anchor = _role(element, RoleKind.TABLE, "table"), element.attributes.get("id", "")
        turn = choice_of(Turn, element, "turn", Turn.AUTO.value)
        return Table(columns, head, body, caption, note, role, anchor, turn=turn)

    def _rows(self, element: Element | None) -> tuple[Row, ...]:
        if element is None:
            return ()
        return tuple(tuple(self._cell(cell) for cell in cells_of(row)) for row in only(element, "tr"))

    def _cell(self, element: Element) -> Cell:
        columns, rows = (whole_number(element, name) for name in ("colspan", "rowspan"))
        role = _role(element, RoleKind.CHARACTER, "")
        return Cell(self.inlines(element), element.tag == "th", columns, rows, role)

    def _page_break(self, element: Element) -> Block:
        check_empty(element)
        return PageBreak()

    def _contents(self, element: Element) -> Block:
        depth = whole_number(element, "depth") if "depth" in element.attributes else 2
        if depth > DEEPEST_HEADING:
            raise MarkupError("not-a-number", element.line, tag="contents", name="depth", text=str(depth))
        return Contents(self.inlines(element), depth)

    def _chart(self, element: Element) -> Block:
        return read_chart(element, self.inlines)

    def inlines(self, element: Element) -> tuple[Inline, ...]:
        """The words inside an element, without the blanks of the template's own layout."""
        check_attributes(element)
        return _trimmed(self._inlines(element, verbatim=False))

    def _inlines(self, element: Element, *, verbatim: bool) -> list[Inline]:
        found: list[Inline] = []
        for child in element.children:
            if isinstance(child, Element):
                found.append(self._inline(child, verbatim=verbatim))
            elif text := child if verbatim else LAYOUT.sub("", child):
                found.append(Text(text))
        return found

    def _inline(self, element: Element, *, verbatim: bool) -> Inline:
        check_attributes(element)
        inside = element.tag == "field" or verbatim
        children = tuple(self._inlines(element, verbatim=inside))
        match element.tag:
            case "field":
                return Field(element.attributes.get("path", ""), children)
            case "strong":
                return Strong(children)
            case "em":
                return Emphasis(children)
            case "nobr":
                return Together(children)
            case "br":
                check_empty(element)
                return Break()
            case "a":
                return Link(_address(element), children)
            case "span":
                return Mark(_needed_role(element, RoleKind.CHARACTER), children)
            case "ref":
                return self._reference(element)
            case "footnote":
                for child in element.children:
                    if isinstance(child, Element):
                        _check_no_footnotes(child)
                return Footnote(_trimmed(list(children)))
        raise MarkupError("not-an-inline", element.line, tag=element.tag)

    def _reference(self, element: Element) -> Reference:
        check_empty(element)
        self._asked.append(element)
        return Reference(
            element.attributes.get("to", ""), choice_of(Shows, element, "show", Shows.NUMBER.value)
        )

    def check_references(self, named: Collection[str]) -> None:
        """Refuse a cross-reference to what is not there, or has neither number nor words."""
        for element in self._asked:
            to = element.attributes.get("to", "")
            if to not in named:
                raise MarkupError("unknown-target", element.line, to=to, known="、".join(named) or "—")


_BLOCKS: Mapping[str, Callable[[MarkupReader, Element], Block]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), MarkupReader._heading),
    **dict.fromkeys(("ul", "ol"), MarkupReader._listing),
    "p": MarkupReader._paragraph,
    "dl": MarkupReader._particulars,
    "div": MarkupReader._box,
    "table": MarkupReader._table,
    "page-break": MarkupReader._page_break,
    "contents": MarkupReader._contents,
    "chart": MarkupReader._chart,
}


def parse_blocks(body: Element, series: tuple[Series, ...]) -> tuple[Block, ...]:
    """The blocks of a report's body; headings, tables, figures and footnotes numbered."""
    reader = MarkupReader({one.name: one for one in series})
    blocks = with_useful_contents(captioned(numbered(reader.blocks(body), series)))
    named = names(blocks)
    reader.check_references(named)
    blocks = resolved(blocks, named)
    listed = any(isinstance(block, Contents) for block in blocks)
    return anchored(blocks) if listed else blocks


def parse_markup(markup: str) -> tuple[Element, Element]:
    """The `<head>` and `<body>` of a whole report."""
    root = read_elements(markup)
    parts = root.elements()
    if root.tag != "report" or [part.tag for part in parts] != ["head", "body"]:
        raise MarkupError("not-a-report", root.line, tag=root.tag)
    return parts[0], parts[1]


def _is_cover(element: Element) -> bool:
    return element.tag == "div" and element.attributes.get("class") == "cover"


def _starts_block(child: "Element | str") -> bool:
    return isinstance(child, Element) and child.tag in _BLOCKS


def _role(element: Element, kind: RoleKind, default: str) -> str:
    name = element.attributes.get("class", default)
    role: Role | None = ROLES.get(name)
    if name != default and (role is None or role.kind is not kind):
        raise MarkupError("unmapped-role", element.line, tag=element.tag, name=name)
    return name


def _needed_role(element: Element, kind: RoleKind) -> str:
    if "class" not in element.attributes:
        raise MarkupError("no-role", element.line, tag=element.tag)
    return _role(element, kind, "body")


def _check_no_footnotes(element: Element) -> None:
    for child in (element, *(one for one in element.children if isinstance(one, Element))):
        if child.tag == "footnote":
            raise MarkupError("misplaced", child.line, tag=child.tag, parent=element.tag)
        if child is not element:
            _check_no_footnotes(child)


def _address(element: Element) -> str:
    href = element.attributes.get("href", "")
    if not LINK.match(href):
        raise MarkupError("bad-address", element.line, href=href)
    return href


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Without blanks at either end, where they are the template's and not the user's."""
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip(" \t"))
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip(" \t"))
    return tuple(one for one in inlines if not (isinstance(one, Text) and not one.text))
