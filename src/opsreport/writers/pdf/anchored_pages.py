"""On which page of the PDF each anchor stands: what the contents and references of a Word file begin with."""

from collections.abc import Mapping

from opsreport.document import Document
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


def pages_of_anchors(layout: LayoutProcess) -> Mapping[str, int] | None:
    """The page of each anchor; nothing where the report that was begun cannot be laid out.

    What stands in the way of the layout is no fault of the Word file: it is told where a PDF is asked for.
    """
    try:
        return layout.result().anchors
    except (PdfUnavailable, LayoutFailedError, LayoutUnfinishedError, LayoutCrashedError):
        return None
