"""The Word writer: a report's tree as a .docx whose look comes from a reference document."""

from collections.abc import Mapping
from types import MappingProxyType

from opsreport.document import Document
from opsreport.writers.docx.anchors import Anchors
from opsreport.writers.docx.body import BodyWriter
from opsreport.writers.docx.charts import Charts
from opsreport.writers.docx.cover import is_cover
from opsreport.writers.docx.furniture import cover_header_xml, footer_xml, header_xml
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.numbering import Numbering
from opsreport.writers.docx.package import (
    ROOT,
    XML,
    Part,
    R,
    Relationship,
    W,
    package_files,
    zip_files,
)
from opsreport.writers.docx.properties import properties_to_parts
from opsreport.writers.docx.stylesheet import (
    Stylesheet,
    UnusableReferenceError,
    missing_styles,
    read_stylesheet,
)
from opsreport.writers.docx.text import Links, TextWriter

__all__ = ["BrokenPackageError", "UnusableReferenceError", "document_to_docx", "missing_styles"]

_DOCUMENT, _NUMBERING = "word/document.xml", "word/numbering.xml"
_HEADER, _COVER_HEADER, _FOOTER = "word/header1.xml", "word/header2.xml", "word/footer1.xml"


class BrokenPackageError(Exception):
    """A package of ours that Word would find fault with: a bug, never the user's doing."""


def document_to_docx(
    document: Document,
    reference: bytes,
    pages: Mapping[str, int] = MappingProxyType({}),
    anchors: Anchors | None = None,
) -> bytes:
    """The report as a Word file in the look of the reference document, the same bytes every time.

    `pages` says on which page each heading stands, by its anchor, for the list of contents. `anchors` tie the
    words to the bundle, in a file to be edited or checked.
    The reference must have the styles that `missing_styles` asks for.
    """
    sheet = read_stylesheet(reference)
    files = _files(document, sheet, pages, anchors)
    if found := faults(files, {_NUMBERING, *(part.name for part in sheet.parts)}):
        raise BrokenPackageError("; ".join(found))
    return zip_files(files)


def _files(
    document: Document, sheet: Stylesheet, pages: Mapping[str, int], anchors: Anchors | None
) -> dict[str, bytes]:
    meta = document.meta
    covered = is_cover(next(iter(document.blocks), None))
    numbering = Numbering(sheet, document.numbering)
    parts = [
        *sheet.parts,
        Part(_HEADER, "header", header_xml(meta, sheet).encode()),
        Part(_FOOTER, "footer", footer_xml(sheet).encode()),
    ]
    if covered and meta.draft:
        parts.append(Part(_COVER_HEADER, "header", cover_header_xml(sheet).encode()))
    # The numbering part is known last, but keeps a place before the links.
    leads = [Relationship(f"rId{place}", part.kind, part.name) for place, part in enumerate(parts, 1)]
    leads.append(Relationship(f"rId{len(parts) + 1}", "numbering", _NUMBERING))
    links = Links(first=len(leads) + 1)
    charts = Charts()
    text = TextWriter(sheet, links, anchors=anchors)
    body = BodyWriter(sheet, text, numbering, charts, pages).body(document.blocks)
    section = _section(sheet, {lead.target: lead.id for lead in leads}, covered=covered)
    parts.append(Part(_NUMBERING, "numbering", numbering.to_xml().encode()))
    parts.append(Part(_DOCUMENT, "document", _document_xml(body + section).encode()))
    if anchors and anchors.comments:
        parts.append(anchors.comments.part())
        leads.append(Relationship("rIdComments", "comments", parts[-1].name))
    properties, property_leads = properties_to_parts(
        meta.title, meta.author, meta.organisation, meta.subject, meta.keywords, meta.date
    )
    return package_files(
        [*parts, *charts.parts, *properties],
        {
            ROOT: [Relationship("rId1", "officeDocument", _DOCUMENT), *property_leads],
            _DOCUMENT: [*leads, *links.relationships(), *charts.leads],
            **charts.workbooks,
        },
    )


def _document_xml(body: str) -> str:
    return f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'


def _section(sheet: Stylesheet, ids: Mapping[str, str], *, covered: bool) -> str:
    """The page with its header and footer, which a cover has not; that of a draft has its watermark."""
    references = f'<w:headerReference w:type="default" r:id="{ids[_HEADER]}"/>'
    if _COVER_HEADER in ids:
        references += f'<w:headerReference w:type="first" r:id="{ids[_COVER_HEADER]}"/>'
    references += f'<w:footerReference w:type="default" r:id="{ids[_FOOTER]}"/>'
    page = sheet.page.written
    if covered:
        before, grid, after = page.partition("<w:docGrid")
        page = f"{before}<w:titlePg/>{grid}{after}"
    return f"<w:sectPr>{references}{page}</w:sectPr>"
