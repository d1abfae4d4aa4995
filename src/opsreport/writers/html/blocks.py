"""Blocks as HTML elements whose class is their role: the whole look is in the style sheets."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from opsreport.document import (
    COVER_TITLE,
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
    parted_evenly,
    spaced_number,
)
from opsreport.document.captions import footnotes
from opsreport.document.contents import contents_entries
from opsreport.document.fitting import LINE
from opsreport.document.turning import SIDEWAYS_LINE, page_runs
from opsreport.writers.html.contents import contents_to_html
from opsreport.writers.html.lines import Line, footnotes_to_html, line_to_html, printed_line_to_html
from opsreport.writers.html.tables import table_to_html

# Set wide, where U+2060 would show as a second gap between two letters; one line in any case.
DISPLAY_ROLES = frozenset({"masthead", "title", "cover-mark", "cover-org", "cover-line", "cover-title"})


@dataclass(slots=True)
class BlockWriter:
    """Writes what stands below each other; it knows the whole report."""

    report: tuple[Block, ...]
    for_print: bool

    def whole(self) -> str:
        """All of the report; a screen, which has no pages, shows its footnotes at the end."""
        notes = "" if self.for_print else footnotes_to_html(footnotes(self.report))
        return "\n".join(filter(None, (self._pages(self.report), notes)))

    def _pages(self, blocks: tuple[Block, ...]) -> str:
        """Blocks of the report's own; what stands on turned pages is set apart."""
        return "\n".join(
            f'<div class="sideways">\n{self.blocks(run.blocks, SIDEWAYS_LINE)}\n</div>'
            if run.sideways
            else self.blocks(run.blocks)
            for run in page_runs(blocks)
        )

    def blocks(self, blocks: Iterable[Block], width: float = LINE) -> str:
        """The blocks below each other, one to a line, on pages whose lines hold so many ems of a table."""
        return "\n".join(self._block(block, width) for block in blocks)

    def _block(self, block: Block, width: float = LINE) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(children, role):
                return f'<p class="{escape(role)}">{self._words(children, role)}</p>'
            case Listing():
                return self._listing(block)
            case Table():
                return table_to_html(block, self.line, width)
            case Particulars():
                return self._particulars(block)
            case Box(children, role):
                return f'<div class="{escape(role)}">\n{self.blocks(children)}\n</div>'
            case PageBreak():
                return '<div class="page-break"></div>'
            case Contents():
                return contents_to_html(block, contents_entries(self.report, block.depth), self.line)
            case Chart():
                return self._chart(block)

    @property
    def line(self) -> Line:
        """How words in a line are written."""
        return printed_line_to_html if self.for_print else line_to_html

    def _words(self, children: tuple[Inline, ...], role: str) -> str:
        if role not in DISPLAY_ROLES:
            return self.line(children)
        # On a screen the browser evens the lines, whatever its width.
        parted = self.for_print and role == "cover-title"
        return line_to_html(parted_evenly(children, COVER_TITLE) if parted else children)

    def _heading(self, heading: Heading) -> str:
        """A heading with its number written out, so that it is copied and found like any other word."""
        anchor = f' id="{escape(heading.anchor)}"' if heading.anchor else ""
        words = escape(spaced_number(heading.number)) + self.line(heading.children)
        return f"<h{heading.level}{anchor}>{words}</h{heading.level}>"

    def _listing(self, listing: Listing) -> str:
        tag = "ol" if listing.ordered else "ul"
        items = "\n".join(f"<li>{self._item(item)}</li>" for item in listing.items)
        return f'<{tag} class="{escape(listing.role)}">\n{items}\n</{tag}>'

    def _item(self, blocks: tuple[Block, ...]) -> str:
        """An item's blocks; the words it starts with need no paragraph of their own."""
        match blocks:
            case (Paragraph(children, "body"), *rest):
                return "\n".join((self.line(children), *(self._block(block) for block in rest)))
        return self.blocks(blocks)

    def _particulars(self, particulars: Particulars) -> str:
        pairs = "\n".join(
            f"<div><dt>{self.line(label)}</dt><dd>{self.line(said)}</dd></div>"
            for label, said in particulars.items
        )
        return f'<dl class="{escape(particulars.role)}">\n{pairs}\n</dl>'

    def _chart(self, chart: Chart) -> str:
        # A report without charts loads nothing of what draws them.
        from opsreport.writers.html.figures import chart_to_html

        return chart_to_html(chart, self.line)
