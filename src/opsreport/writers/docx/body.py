"""Blocks as the body of a Word document."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from opsreport.document import (
    NUMBER_GAP,
    ROLES,
    Block,
    Box,
    Chart,
    Contents,
    FittedTable,
    Heading,
    Inline,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Particulars,
    Table,
    broken_between,
    caption_label,
    spaced_number,
)
from opsreport.document.contents import contents_entries
from opsreport.document.turning import PageRun
from opsreport.writers.docx.bookmarks import Bookmarks, caption_anchor
from opsreport.writers.docx.boxes import LABELS_WIDTH, BoxRow, framed, head_and_sections, in_rows, is_short
from opsreport.writers.docx.charts import Charts
from opsreport.writers.docx.contents import contents_xml
from opsreport.writers.docx.cover import band_xml, cover_lines, is_cover
from opsreport.writers.docx.fields import sequence_run
from opsreport.writers.docx.masthead import stamped_line
from opsreport.writers.docx.names import (
    BOX_HEAD,
    BOX_TEXT,
    CHARACTER,
    FIGURE,
    FIGURE_CAPTION,
    GAP,
    HEADINGS,
    LIST_FURTHER,
    PARAGRAPH,
    TABLE,
)
from opsreport.writers.docx.numbering import Numbering
from opsreport.writers.docx.place import Place
from opsreport.writers.docx.references import references_of
from opsreport.writers.docx.runs import run
from opsreport.writers.docx.sections import Sections
from opsreport.writers.docx.stylesheet import Stylesheet
from opsreport.writers.docx.tables import TableWriter, fitted_to
from opsreport.writers.docx.text import TextWriter

_FLUSH = '<w:spacing w:before="20" w:after="0"/><w:ind w:firstLine="0" w:firstLineChars="0"/>'
_TWO_IN = '<w:ind w:left="420" w:leftChars="200" w:firstLine="0" w:firstLineChars="0"/>'
# Where the words of a list in a box stand, and how far before them its sign.
_BOXED_ITEM, _BOXED_SIGN = 420, 400


@dataclass(slots=True)
class BodyWriter:
    """Writes what stands below each other; it remembers what must be told apart in the whole report."""

    stylesheet: Stylesheet
    text: TextWriter
    numbering: Numbering
    charts: Charts = field(default_factory=Charts)
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of each anchor, as far as it is known."""
    _bookmarks: Bookmarks = field(default_factory=Bookmarks)
    _report: tuple[Block, ...] = ()
    _new_page: bool = False
    _contents: int = 0

    def body(self, runs: Sequence[PageRun], sections: Sections) -> str:
        """The blocks of a report by the pages they stand on, each stretch of pages closed as its section."""
        self.begin(tuple(block for run in runs for block in run.blocks))
        return sections.joined(self.stretches(runs, sections))

    def begin(self, report: tuple[Block, ...]) -> None:
        """Get to know the whole report, which lists of contents and references are about."""
        self._report = report
        self.text = replace(self.text, references=references_of(report, self.pages))

    def part(self, blocks: Sequence[Block], width: int) -> str:
        """Some blocks of the report, by themselves in a place of this width."""
        return self._blocks(blocks, Place(width))

    def stretches(self, runs: Sequence[PageRun], sections: Sections) -> list[tuple[str, bool]]:
        """Stretches of pages, written, and beside each whether they are turned on their side."""
        written: list[tuple[str, bool]] = []
        for stretch in runs:
            # The new section is the new page.
            self._new_page = self._new_page and not written
            place = Place(sections.width(sideways=stretch.sideways))
            written.append((self._blocks(stretch.blocks, place), stretch.sideways))
        return written

    def _blocks(self, blocks: Sequence[Block], place: Place) -> str:
        written = []
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            # A new page is begun by a paragraph, and a table without a caption opens with none.
            if _opens_bare(block) and (self._new_page or isinstance(before, Paragraph | Listing)):
                written.append(self._gap(place))
            written.append(self._block(block, replace(place, kept=place.kept or _goes_with_above(after))))
        return "".join(written)

    def _block(self, block: Block, place: Place) -> str:
        match block:
            case Heading():
                return self._heading(block, place)
            case Paragraph(children, "facts"):
                return self._paragraph(ROLES["facts"].word_style, children, place, indent=_TWO_IN)
            case Paragraph((*_, Mark()) as children, "masthead"):
                return self._stamped(children, place)
            case Paragraph(children, role):
                boxed_body = place.boxed and role == "body"
                return self._paragraph(BOX_TEXT if boxed_body else ROLES[role].word_style, children, place)
            case Listing():
                return self._listing(block, replace(place, depth=place.depth + 1))
            case Table():
                return self._table(block, place)
            case Particulars():
                return self._apart(self._tables.particulars(block, place.width), place)
            case Box(role="cover"):
                return self._cover(block, place)
            case Box(role="project"):
                return self._project(block, place)
            case Box():
                return self._box(block, place)
            case PageBreak():
                self._new_page = True
                return ""
            case Contents():
                return self._list_of_contents(block, place)
            case Chart():
                return self._chart(block, place)

    @property
    def _tables(self) -> TableWriter:
        return TableWriter(self.stylesheet, self.text)

    def _paragraph(
        self,
        style: str,
        children: Iterable[Inline],
        place: Place,
        *,
        frame: str = "",
        numbering: str = "",
        indent: str = "",
        before: str = "",
        after: str = "",
    ) -> str:
        kept = "<w:keepNext/>" if place.kept else '<w:keepNext w:val="0"/>' if place.beside else ""
        new_page = "<w:pageBreakBefore/>" if self._new_page else ""
        self._new_page = False
        lines = broken_between(children, place.characters(style, indented=bool(indent)))
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self.stylesheet.style(PARAGRAPH, style)}"/>'
            f"{kept}{new_page}{frame}{numbering}{indent}</w:pPr>{before}"
            f"{self.text.runs(lines, heading=style in HEADINGS)}{after}</w:p>"
        )

    def _stamped(self, children: Sequence[Inline], place: Place) -> str:
        """The line of a masthead in the middle, and at its right the stamp that it ends with."""
        form, words = stamped_line(children, place.width, self.text)
        return self._paragraph(ROLES["masthead"].word_style, (), place, indent=form, after=words)

    def _heading(self, heading: Heading, place: Place) -> str:
        numbering = self.numbering.heading(heading)
        by_hand = heading.number and not numbering
        start, end = self._bookmarks.around(heading.anchor)
        style = HEADINGS[min(heading.level, len(HEADINGS)) - 1]
        return self._paragraph(
            style,
            heading.children,
            place,
            numbering=numbering or self.numbering.without_number(self.stylesheet.style(PARAGRAPH, style)),
            indent=_FLUSH if place.boxed else "",
            before=start + (run(spaced_number(heading.number)) if by_hand else ""),
            after=end,
        )

    def _listing(self, listing: Listing, place: Place) -> str:
        style = ROLES[listing.role].word_style
        list_style = self.stylesheet.style(PARAGRAPH, style)
        numbering = self.numbering.list(list_style, place.depth, ordered=listing.ordered)
        indent = self.numbering.indent(list_style, place.depth)
        if place.boxed and place.depth == 0:
            numbering += f'<w:ind w:left="{_BOXED_ITEM}" w:hanging="{_BOXED_SIGN}"/>'
            indent = f'<w:ind w:left="{_BOXED_ITEM}"/>'
        return "".join(self._item(item, style, numbering, indent, place) for item in listing.items)

    def _item(self, item: Sequence[Block], style: str, numbering: str, indent: str, place: Place) -> str:
        # The sign of an item that opens with a table or a list of its own stands on a line before it.
        opens_with_words = bool(item) and isinstance(item[0], Paragraph)
        written = [] if opens_with_words else [self._paragraph(style, (), place, numbering=numbering)]
        for number, (block, after) in enumerate(zip(item, (*item[1:], None), strict=False)):
            here = replace(place, kept=place.kept or _goes_with_above(after))
            match block:
                case Paragraph(children, _) if number == 0:
                    written.append(self._paragraph(style, children, here, numbering=numbering))
                case Paragraph(children, "body" | "facts"):
                    written.append(self._paragraph(LIST_FURTHER, children, here, indent=indent))
                case _:
                    written.append(self._block(block, here))
        return "".join(written)

    def _table(self, table: Table, place: Place) -> str:
        """A table that fits its place, or the several that it takes."""
        return "".join(self._fitted_table(fit, place) for fit in fitted_to(table, place.width))

    def _fitted_table(self, fit: FittedTable, place: Place) -> str:
        table, written = fit.table, self._tables.table(fit, place.width)
        if not written:
            return ""
        # The caption style of a house's own document may not keep it with the table below.
        kept = replace(place, kept=True)
        caption = self._caption(ROLES["caption"].word_style, table, kept, fit.part)
        if table.note:
            return f"{caption}{written}{self._paragraph(ROLES['note'].word_style, table.note, place)}"
        return caption + self._apart(written, replace(place, kept=place.kept or fit.part < fit.parts))

    def _box(self, box: Box, place: Place) -> str:
        style = self.stylesheet.style(TABLE, ROLES[box.role].word_style)
        boxed = box.role == "stage"
        room = place.width - self._margins(style)
        inside = self._inside(box.children, place, room, boxed=boxed)
        whole = not boxed or is_short(box.children, room)
        return self._apart(framed(style, place.width, inside, whole=whole), place)

    def _project(self, project: Box, place: Place) -> str:
        """A project under a dark line that says whose it is; what its headings name stands beside them."""
        style = self.stylesheet.style(TABLE, ROLES[project.role].word_style)
        whole = place.width - self._margins(style)
        beside = whole - LABELS_WIDTH
        head, sections = head_and_sections(project.children)
        line = self._paragraph(BOX_HEAD, head.children, place) if head else ""
        rows = []
        for section in sections:
            name = section.heading
            named = self._heading(name, Place(LABELS_WIDTH, boxed=True, beside=True)) if name else ""
            room = beside if name else whole
            inside = self._inside(section.blocks, place, room, boxed=True)
            rows.append(BoxRow(named, inside, whole=is_short(section.blocks, room)))
        return self._apart(in_rows(style, place.width, line, rows), place)

    def _inside(self, blocks: Sequence[Block], place: Place, width: int, *, boxed: bool) -> str:
        """What stands in a cell, which must hold a paragraph."""
        inner = Place(width, kept=place.kept, boxed=boxed)
        return self._blocks(blocks, inner) or self._gap(inner)

    def _margins(self, style: str) -> int:
        return self.stylesheet.cell_margins.get(style, 0)

    def _cover(self, cover: Box, place: Place) -> str:
        """A page of its own: its lines, and the band that hangs on the last, narrow paragraph."""
        lines = "".join(
            self._paragraph(line.style, line.children, place, frame=line.frame) for line in cover_lines(cover)
        )
        written = lines + self._paragraph(
            GAP, (), place, before=band_xml(cover, self.stylesheet, self.text.without_comments())
        )
        self._new_page = True
        return written

    def _list_of_contents(self, contents: Contents, place: Place) -> str:
        self._contents += 1
        style = ROLES["contents-title"].word_style
        title = self._paragraph(style, contents.title, place) if contents.title or self._new_page else ""
        entries = contents_entries(self._report, contents.depth)
        return contents_xml(title, entries, contents.depth, self.pages, self.stylesheet, self._contents)

    def _chart(self, chart: Chart, place: Place) -> str:
        """A chart with its caption and note below it, all on one page."""
        followed = bool(chart.caption or chart.note)
        drawing = self.charts.drawing(chart, place.width)
        written = self._paragraph(FIGURE, (), replace(place, kept=place.kept or followed), before=drawing)
        if chart.caption:
            below = replace(place, kept=place.kept or bool(chart.note))
            written += self._caption(FIGURE_CAPTION, chart, below)
        return written + (self._paragraph(ROLES["note"].word_style, chart.note, place) if chart.note else "")

    def _caption(self, style: str, block: Table | Chart, place: Place, part: int = 1) -> str:
        """A caption whose number Word counts itself; the bookmark around it is what references name."""
        label = caption_label(block, part)
        if not label:
            return self._paragraph(style, block.caption, place) if block.caption else ""
        if part > 1:
            return self._paragraph(style, (), place, before=run(label, self._label))
        number = sequence_run(label, block.number, self._label)
        start, end = self._bookmarks.around(block.anchor or caption_anchor(block))
        return self._paragraph(style, block.caption, place, before=f"{start}{number}{end}{run(NUMBER_GAP)}")

    @property
    def _label(self) -> str:
        return self.stylesheet.style(CHARACTER, ROLES["label"].word_style)

    def _apart(self, table: str, place: Place) -> str:
        """A table with the paragraph that must follow it: two in a row would grow together."""
        return table + self._gap(place) if table else ""

    def _gap(self, place: Place) -> str:
        return self._paragraph(GAP, (), place)


def _goes_with_above(block: Block | None) -> bool:
    """Whether a block is kept with the one before: a signature, and whose a plan is and by when."""
    return isinstance(block, Paragraph) and block.role in ("closing", "facts")


def _opens_bare(block: Block) -> bool:
    match block:
        case Table(caption=caption):
            return not caption
        case _:
            return isinstance(block, Box | Particulars) and not is_cover(block)
