"""The Word writer: a report's tree as a .docx whose look comes from a reference document."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from opsreport.document import Document
from opsreport.document.turning import page_runs
from opsreport.writers.docx.body import BodyWriter
from opsreport.writers.docx.charts import Charts
from opsreport.writers.docx.cover import is_cover
from opsreport.writers.docx.footnotes import FOOTNOTES
from opsreport.writers.docx.foreign_xml import UnusableFileError
from opsreport.writers.docx.furniture import Furniture, furniture
from opsreport.writers.docx.links import Links
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
from opsreport.writers.docx.sections import Sections, turned_furniture
from opsreport.writers.docx.stylesheet import Stylesheet, missing_styles, read_stylesheet
from opsreport.writers.docx.text import TextWriter

if TYPE_CHECKING:
    from opsreport.writers.docx.anchors import Anchors
    from opsreport.writers.docx.skeleton import Skeleton

__all__ = ["BrokenPackageError", "UnusableFileError", "document_to_docx", "missing_styles"]

_DOCUMENT, _NUMBERING = "word/document.xml", "word/numbering.xml"


class BrokenPackageError(Exception):
    """A package of ours that Word would find fault with: a bug, never the user's doing."""


def document_to_docx(
    document: Document,
    reference: bytes,
    pages: Mapping[str, int] = MappingProxyType({}),
    anchors: "Anchors | None" = None,
    skeleton: bytes | None = None,
) -> bytes:
    """The report as a Word file in the look of the reference document, the same bytes every time.

    `pages` says on which page each heading stands, by its anchor, for the list of contents. `anchors` tie the
    words to the bundle, in a file to be edited or checked.
    What the reference lacks is filled in from the built-in one; `missing_styles` names it. Into a `skeleton`,
    which has its own look, the report is put by its slots.
    """
    sheet = read_stylesheet(skeleton or reference)
    drawn = None
    if skeleton:
        from opsreport.writers.docx.skeleton import read_skeleton

        drawn = read_skeleton(skeleton)
    files, own = _files(document, sheet, pages, anchors, drawn)
    running = (name for name in files if name.startswith(("word/header", "word/footer")))
    taken_over = {_NUMBERING, *running, *(part.name for part in sheet.parts)} - {FOOTNOTES}
    if found := faults({**files, _DOCUMENT: own}, taken_over):
        raise BrokenPackageError("; ".join(found))
    return zip_files(files)


def _files(
    document: Document,
    sheet: Stylesheet,
    pages: Mapping[str, int],
    anchors: "Anchors | None",
    skeleton: "Skeleton | None",
) -> tuple[dict[str, bytes], bytes]:
    """Every file of the package, and its text without what staff have drawn around it."""
    meta = document.meta
    covered = skeleton is None and is_cover(next(iter(document.blocks), None))
    numbering = Numbering(sheet, document.numbering)
    running = furniture(meta, sheet, covered=covered)
    inner: list[tuple[Relationship, Furniture]] = []
    if skeleton:
        from opsreport.writers.docx.skeleton_writer import SkeletonWriter, drawn_furniture, inner_furniture

        running, inner = drawn_furniture(sheet, meta), inner_furniture(skeleton, meta)
    runs = page_runs(document.blocks)
    turned = list(turned_furniture(running, sheet)) if any(run.sideways for run in runs) else []
    parts = [*sheet.parts, *(one.part for one in (*running, *turned))]
    # The numbering part is known last, but keeps a place before the links.
    leads = [Relationship(f"rId{place}", part.kind, part.name) for place, part in enumerate(parts, 1)]
    leads.append(Relationship(f"rId{len(parts) + 1}", "numbering", _NUMBERING))
    links = Links(first=len(leads) + 1)
    charts = Charts()
    text = TextWriter(sheet, links, anchors=anchors)
    ids = {lead.target: lead.id for lead in leads}
    sections = Sections(sheet, running, turned, ids, titled=covered or sheet.running.title_page)
    writer = BodyWriter(sheet, text, numbering, charts, pages)
    if skeleton:
        filling = SkeletonWriter(skeleton, writer, sections)
        whole = filling.to_xml(document)
        own = _document_xml("".join(filling.own))
    else:
        whole = own = _document_xml(writer.body(runs, sections))
    parts.append(Part(_NUMBERING, "numbering", numbering.to_xml().encode()))
    parts.append(Part(_DOCUMENT, "document", whole.encode()))
    if text.footnotes:
        parts = [text.footnotes.part() if part.name == FOOTNOTES else part for part in parts]
    if anchors and anchors.comments:
        parts.append(anchors.comments.part())
        leads.append(Relationship("rIdComments", "comments", parts[-1].name))
    properties, property_leads = properties_to_parts(
        meta.title, meta.author, meta.organisation, meta.subject, meta.keywords, meta.date
    )
    drawn = [
        *sheet.running.pictures,
        *(one.part for _, one in inner),
        *(skeleton.pictures if skeleton else ()),
    ]
    drawn_leads = [*(lead for lead, _ in inner), *(skeleton.leads if skeleton else ())]
    files = package_files(
        [*parts, *drawn, *charts.parts, *properties],
        {
            ROOT: [Relationship("rId1", "officeDocument", _DOCUMENT), *property_leads],
            _DOCUMENT: [*leads, *links.relationships(), *charts.leads, *drawn_leads],
            **{one.part.name: one.leads for one in (*running, *turned, *(one for _, one in inner))},
            FOOTNOTES: text.footnotes.links.relationships(),
            **charts.workbooks,
        },
    )
    return files, own.encode()


def _document_xml(body: str) -> str:
    return f'{XML}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
