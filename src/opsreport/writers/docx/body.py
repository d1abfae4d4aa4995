"""Blocks as the body of a Word document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from opsreport.document import (
    ROLES,
    Block,
    Box,
    Chart,
    Contents,
    Heading,
    Inline,
    Listing,
    PageBreak,
    Paragraph,
    Particulars,
    Table,
)
from opsreport.writers.docx.charts import Charts
from opsreport.writers.docx.fields import field_run
from opsreport.writers.docx.names import (
    FIGURE,
    FIGURE_CAPTION,
    FIGURE_LABEL,
    GAP,
    HEADINGS,
    LIST_FURTHER,
    PARAGRAPH,
    TABLE,
)
from opsreport.writers.docx.numbering import AFTER_NUMBER, Numbering
from opsreport.writers.docx.stylesheet import Stylesheet
from opsreport.writers.docx.tables import TableWriter, table_head
from opsreport.writers.docx.text import TextWriter, run

# Word's limits for the name of a bookmark.
_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks stand: how much room they have, how deep in lists they are."""

    width: int
    depth: int = -1
    kept: bool = False
    """Whether what stands here is kept on one page with what follows it."""


@dataclass(slots=True)
class BodyWriter:
    """Writes what stands below each other; it remembers what must be told apart in the whole report."""

    stylesheet: Stylesheet
    text: TextWriter
    numbering: Numbering
    charts: Charts = field(default_factory=Charts)
    _anchors: list[str] = field(default_factory=list)
    _new_page: bool = False
    _figures: int = 0

    def body(self, blocks: Sequence[Block]) -> str:
        """The blocks of a report."""
        return self._blocks(blocks, _Place(self.stylesheet.text_width))

    def _blocks(self, blocks: Sequence[Block], place: _Place) -> str:
        written = []
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            # A new page is begun by a paragraph, and a table without a caption opens with none.
            if _opens_bare(block) and (self._new_page or isinstance(before, Paragraph | Listing)):
                written.append(self._gap(place))
            written.append(self._block(block, place if not _is_closing(after) else replace(place, kept=True)))
        return "".join(written)

    def _block(self, block: Block, place: _Place) -> str:
        match block:
            case Heading():
                return self._heading(block, place)
            case Paragraph(children, role):
                return self._paragraph(ROLES[role].word_style, children, place)
            case Listing():
                return self._listing(block, replace(place, depth=place.depth + 1))
            case Table():
                return self._table(block, place)
            case Particulars():
                return self._apart(self._tables.particulars(block, place.width), place)
            case Box():
                return self._box(block, place)
            case PageBreak():
                self._new_page = True
                return ""
            case Contents(title=title):
                return self._paragraph(ROLES["contents-title"].word_style, title, place)
            case Chart():
                return self._chart(block, place)

    @property
    def _tables(self) -> TableWriter:
        return TableWriter(self.stylesheet, self.text)

    def _paragraph(
        self,
        style: str,
        children: Iterable[Inline],
        place: _Place,
        *,
        numbering: str = "",
        indent: str = "",
        before: str = "",
        after: str = "",
    ) -> str:
        kept = "<w:keepNext/>" if place.kept else ""
        new_page = "<w:pageBreakBefore/>" if self._new_page else ""
        self._new_page = False
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.stylesheet.style(PARAGRAPH, style)}"/>'
            f"{kept}{new_page}{numbering}{indent}</w:pPr>{before}"
            f"{self.text.runs(children, heading=style in HEADINGS)}{after}</w:p>"
        )

    def _heading(self, heading: Heading, place: _Place) -> str:
        numbering = self.numbering.heading(heading)
        by_hand = heading.number and not numbering
        start, end = self._bookmark(heading.anchor)
        return self._paragraph(
            HEADINGS[min(heading.level, len(HEADINGS)) - 1],
            heading.children,
            place,
            numbering=numbering,
            before=start + (run(heading.number + AFTER_NUMBER) if by_hand else ""),
            after=end,
        )

    def _bookmark(self, anchor: str) -> tuple[str, str]:
        if not _BOOKMARK.fullmatch(anchor) or anchor in self._anchors:
            return "", ""
        self._anchors.append(anchor)
        number = len(self._anchors)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )

    def _listing(self, listing: Listing, place: _Place) -> str:
        style = ROLES[listing.role].word_style
        list_style = self.stylesheet.style(PARAGRAPH, style)
        numbering = self.numbering.list(list_style, place.depth, ordered=listing.ordered)
        indent = self.numbering.indent(list_style, place.depth)
        return "".join(self._item(item, style, numbering, indent, place) for item in listing.items)

    def _item(self, item: Sequence[Block], style: str, numbering: str, indent: str, place: _Place) -> str:
        # The sign of an item that opens with a table or a list of its own stands on a line before it.
        opens_with_words = bool(item) and isinstance(item[0], Paragraph)
        written = [] if opens_with_words else [self._paragraph(style, (), place, numbering=numbering)]
        for number, block in enumerate(item):
            match block:
                case Paragraph(children, _) if number == 0:
                    written.append(self._paragraph(style, children, place, numbering=numbering))
                case Paragraph(children, "body"):
                    written.append(self._paragraph(LIST_FURTHER, children, place, indent=indent))
                case _:
                    written.append(self._block(block, place))
        return "".join(written)

    def _table(self, table: Table, place: _Place) -> str:
        written = self._tables.table(table, place.width)
        if not written:
            return ""
        caption = self._paragraph(ROLES["caption"].word_style, table.caption, place) if table.caption else ""
        if table.note:
            return f"{caption}{written}{self._paragraph(ROLES['note'].word_style, table.note, place)}"
        return caption + self._apart(written, place)

    def _box(self, box: Box, place: _Place) -> str:
        style = self.stylesheet.style(TABLE, ROLES[box.role].word_style)
        room = place.width - self.stylesheet.cell_margins.get(style, 0)
        inside = self._blocks(box.children, _Place(room, kept=place.kept))
        width = f'<w:tcPr><w:tcW w:w="{place.width}" w:type="dxa"/></w:tcPr>'
        cell = f"<w:tc>{width}{inside or self._gap(place)}</w:tc>"
        row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
        return self._apart(f"<w:tbl>{table_head(style, [place.width])}{row}</w:tbl>", place)

    def _chart(self, chart: Chart, place: _Place) -> str:
        """A chart with its caption and note below it, all on one page."""
        below = chart.caption or chart.note
        drawing = self.charts.drawing(chart, place.width)
        written = self._paragraph(FIGURE, (), replace(place, kept=place.kept or bool(below)), before=drawing)
        if chart.caption:
            written += self._figure_caption(chart, replace(place, kept=place.kept or bool(chart.note)))
        return written + (self._paragraph(ROLES["note"].word_style, chart.note, place) if chart.note else "")

    def _figure_caption(self, chart: Chart, place: _Place) -> str:
        """A caption whose number Word counts itself; the bookmark is what a cross-reference would name."""
        self._figures += 1
        start, end = self._bookmark(f"_Figure{self._figures:08}")
        number = run(FIGURE_LABEL) + field_run("SEQ 图 \\* ARABIC", str(self._figures))
        return self._paragraph(
            FIGURE_CAPTION, chart.caption, place, before=f"{start}{number}{end}{run(AFTER_NUMBER)}"
        )

    def _apart(self, table: str, place: _Place) -> str:
        """A table with the paragraph that must follow it: two in a row would grow together."""
        return table + self._gap(place) if table else ""

    def _gap(self, place: _Place) -> str:
        return self._paragraph(GAP, (), place)


def _is_closing(block: Block | None) -> bool:
    """Whether a block signs the report; a signature never stands on a page alone."""
    return isinstance(block, Paragraph) and block.role == "closing"


def _opens_bare(block: Block) -> bool:
    match block:
        case Table(caption=caption):
            return not caption
        case _:
            return isinstance(block, Box | Particulars)
