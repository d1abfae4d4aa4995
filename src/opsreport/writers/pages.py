"""On which page each anchor of a report stands in its Word file, as well as this machine can say.

Word counts the pages of a file anew only when it is asked to; so the contents and the references to pages are
filled in beforehand, from the layout of the PDF or from LibreOffice.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from opsreport.diagnostics import Diagnostics, Origin
from opsreport.document import Block, Document
from opsreport.document.captions import anchors, asks_for_pages
from opsreport.document.contents import lists_contents
from opsreport.writers.pdf import layout_for

if TYPE_CHECKING:
    from opsreport.writers.pdf.layout_process import LayoutProcess

Write = Callable[[Mapping[str, int]], bytes]
"""Writes the Word file with these pages filled in."""


def needs_pages(blocks: tuple[Block, ...]) -> bool:
    """Whether a report says the page of anything."""
    return lists_contents(blocks) or asks_for_pages(blocks)


def pages_in_layout(
    document: Document,
    css: tuple[str, ...],
    layout: "LayoutProcess | None",
    found: Diagnostics,
    *,
    system_fonts: bool,
) -> Mapping[str, int]:
    """The pages of the PDF: those of the layout that is under way, or of one of its own."""
    from opsreport.writers.pdf.anchored_pages import begin_pages, pages_of_anchors

    if layout is not None:
        pages = pages_of_anchors(layout)
    else:
        with layout_for(("pdf",), system_fonts=system_fonts) as own:
            assert own is not None
            begin_pages(document, css, own)
            pages = pages_of_anchors(own)
    if pages is None:
        with found.during(Origin.MACHINE):
            found.add("contents-without-pages")
    return pages or {}


def pages_in_office(document: Document, write: Write, found: Diagnostics) -> Mapping[str, int] | None:
    """The pages that LibreOffice makes of the Word file; nothing, and a finding, where it makes none.

    The file it is given has numbers in all places, so that its lines are those of the finished one.
    """
    from opsreport.writers.docx import office

    named = anchors(document.blocks)
    try:
        return office.pages_in_office(write(dict.fromkeys(named, 1)), named)
    except office.OfficeMissingError:
        key, cause = "", ""
    except office.OfficeFailedError as failure:
        key, cause = "failed", str(failure)
    with found.during(Origin.MACHINE):
        found.add("contents-not-exact", help_key=key, cause=cause)
    return None
