"""On which page of the PDF each heading stands: the pages that the contents of a Word file begin with."""

from collections.abc import Mapping

from opsreport.document import Document
from opsreport.document.contents import headings
from opsreport.writers.html import document_to_html
from opsreport.writers.pdf.layout_process import LayoutProcess
from opsreport.writers.pdf.result import (
    LayoutCrashedError,
    LayoutFailedError,
    LayoutUnfinishedError,
    PdfUnavailable,
)


def begin_pages(document: Document, css: tuple[str, ...], layout: LayoutProcess) -> None:
    """Give a report to the layout for its pages alone."""
    layout.begin(document_to_html(document, css, for_print=True))


def pages_of_headings(document: Document, layout: LayoutProcess) -> Mapping[str, int] | None:
    """The page of each heading by its anchor; nothing where the report that was begun cannot be laid out.

    What stands in the way of the layout is no fault of the Word file: it is told where a PDF is asked for.
    """
    try:
        marks = layout.result().outline
    except (PdfUnavailable, LayoutFailedError, LayoutUnfinishedError, LayoutCrashedError):
        return None
    anchors = [heading.anchor for heading in headings(document.blocks)]
    if len(anchors) != len(marks):
        return None
    return {anchor: mark.page for anchor, mark in zip(anchors, marks, strict=True)}
