"""One report from one bundle. Read this file first: the stages stand in the order they run.

    read      a file becomes nodes: text that knows its place         files/, readers/
    decode    nodes become the bundle                                 bundle/
    check     rules across the bundle; findings are all they add      checks/
    derive    the bundle becomes the context that templates see       report/
    render    the style's template prints markup                      styles/
    parse     markup becomes the document tree                        styles/
    write     the tree becomes DOCX or HTML, and PDF out of HTML      writers/

All stages add to one `Diagnostics`, and the build stops at a stage's border when there is an error. A draft
goes on in spite of what the checks found, never in spite of what could not be read. Where pages are laid
out, the checks run meanwhile, before anything is written.
"""

import datetime
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from opsreport.bundle.model import Bundle
from opsreport.diagnostics import Diagnostics, Origin, Severity, Source
from opsreport.document import Document, outline
from opsreport.inputs import read_bundle, read_style, with_reference, with_skeleton
from opsreport.report.places import places_of
from opsreport.styles import Style
from opsreport.writers.pdf import layout_for

if TYPE_CHECKING:
    from opsreport.checks.waivers import Waivers
    from opsreport.writers.docx.anchors import Anchors
    from opsreport.writers.pdf.layout_process import LayoutProcess

FORMATS = ("docx", "pdf", "html")
WRITTEN = ("html", "docx", "pdf")
STAGES = ("context", "markup", "tree")


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What the user asked for.

    `style` is a built-in name or a folder, and `None` follows the bundle; `reference` is a Word file
    whose look goes before that of the style, `skeleton` one that the report is put into;
    `stop_after` is one of `STAGES`;
    `profile` says whom the Word file is for: one to be sent (`final`), edited (`edit`) or checked (`review`);
    `exact_toc` asks for the pages of the Word file's contents from LibreOffice instead of from the PDF;
    `progress` hears the name of each format before it is made.
    """

    bundle: str
    style: str | None = None
    formats: tuple[str, ...] = ("docx",)
    draft: bool = False
    date: datetime.date | None = None
    system_fonts: bool = False
    stop_after: str | None = None
    reference: str | None = None
    skeleton: str | None = None
    profile: str = "final"
    exact_toc: bool = False
    progress: Callable[[str], None] = lambda _: None


@dataclass(slots=True)
class BuildResult:
    """What came of it: the bytes of each format, or the text of the stage to stop after.

    `sources` are the files that were read, for messages to quote.
    """

    outputs: dict[str, bytes] = field(default_factory=dict)
    style_name: str = ""
    intermediate: str | None = None
    sources: list[Source] = field(default_factory=list)


def build(request: BuildRequest, found: Diagnostics, begun: "LayoutProcess | None" = None) -> BuildResult:
    """The report in every format asked for; nothing but findings where it cannot be made.

    A PDF is laid out by a second process, which loads meanwhile: the one already `begun`, or one of its own.
    """
    result = BuildResult()
    paged = () if request.stop_after else request.formats
    with nullcontext(begun) if begun else layout_for(paged, system_fonts=request.system_fonts) as layout:
        bundle = read_bundle(request.bundle, request.date, result.sources, found)
        style = read_style(request.style, bundle, result.sources, found) if bundle else None
        if style is not None and request.reference is not None:
            style = with_reference(style, request.reference, found)
        if style is not None and request.skeleton is not None:
            style = with_skeleton(style, request.skeleton, found)
        if bundle is None or style is None or found.errors():
            return result
        result.style_name = style.name
        Making(bundle, style, request, layout, found).make(result)
    return result


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at: the files that were read, and how many metrics and running texts they hold."""

    sources: tuple[Source, ...]
    metrics: int = 0
    texts: int = 0


def check(path: str, style_name: str | None, found: Diagnostics) -> Checked:
    """All that a build would find, without its formats.

    A bundle that names a style which is not there is checked all the same, without that style's own needs.
    """
    from opsreport.claims.plain_text import texts_of

    result = BuildResult()
    bundle = read_bundle(path, None, result.sources, found)
    if bundle is None:
        return Checked(tuple(result.sources))
    lenient = Severity.WARNING if style_name is None else None
    style = read_style(style_name, bundle, result.sources, found, unknown=lenient)
    if style is None:
        from opsreport.checks.check import check_bundle

        check_bundle(bundle, (), (), found)
    else:
        Making(bundle, style, BuildRequest(path), None, found).make(result)
    texts = sum(text.is_running for text in texts_of(bundle))
    return Checked(tuple(result.sources), len(bundle.metrics), texts)


@dataclass(frozen=True, slots=True)
class Making:
    """A bundle on its way to a report in one style, as far as the findings let it come."""

    bundle: Bundle
    style: Style
    request: BuildRequest
    layout: "LayoutProcess | None"
    found: Diagnostics

    def make(self, result: BuildResult) -> None:
        """Check, derive, render, parse and write.

        Where pages are laid out by another process, it begins on them before the checks do their work: the
        checks need nothing of it, and what they find stops the report all the same.
        """
        from opsreport.checks.waivers import waivers_of

        waivers = waivers_of(self.bundle)
        if self.layout is None:
            self._check(waivers)
        document = self._compose(waivers, result)
        writing = None
        if document is not None:
            writing = Writing(self.bundle, document, self.style, self.request, self.layout, self.found)
        if self.layout is not None:
            is_under_way = writing is not None and writing.begin()
            self._check(waivers)
            writing = writing if is_under_way else None
        is_done = writing is not None and not stops(self.request, self.found)
        waivers.report(self.found, is_done=is_done)
        if writing is not None and is_done:
            writing.write(result)

    def _check(self, waivers: "Waivers") -> None:
        from opsreport.checks.check import apply_rules
        from opsreport.report.bare_numbers import report_bare_numbers

        manifest = self.style.manifest
        with self.found.during(Origin.CHECKING, waivers.spare):
            case = apply_rules(self.bundle, manifest.requires, manifest.expects, self.found)
            report_bare_numbers(case, self.found)

    def _compose(self, waivers: "Waivers", result: BuildResult) -> Document | None:
        """Derive, render and parse: from the bundle to the document tree."""
        from opsreport.report.derive import derive_context
        from opsreport.report.shown import shown_context
        from opsreport.report.unprinted import report_unprinted
        from opsreport.styles.environment import render_markup
        from opsreport.styles.parse import parse_document

        request, style, found = self.request, self.style, self.found
        with found.during(Origin.CHECKING, waivers.spare):
            context = derive_context(self.bundle, draft=request.draft, found=found)
        if stops(request, found):
            return None
        if request.stop_after == "context":
            result.intermediate = shown_context(context)
            return None
        markup = render_markup(context, style, found)
        if markup is None or request.stop_after == "markup":
            result.intermediate = markup
            return None
        date = self.bundle.report.date.value if self.bundle.report.date else None
        document = parse_document(markup, style, date, draft=request.draft, found=found)
        if document is None:
            return None
        if request.stop_after == "tree":
            result.intermediate = outline(document)
            return None
        with found.during(Origin.CHECKING, waivers.spare):
            report_unprinted(self.bundle, document, style.name, found)
        return None if stops(request, found) else document


@dataclass(frozen=True, slots=True)
class Writing:
    """A finished document on its way into the formats asked for."""

    bundle: Bundle
    document: Document
    style: Style
    request: BuildRequest
    layout: "LayoutProcess | None"
    found: Diagnostics

    def begin(self) -> bool:
        """Hand the pages over to the layout; false where they hold what no font can print."""
        from opsreport.writers.pdf.report import begin_pdf

        if self.layout is None:
            return True
        return begin_pdf(self.document, self.style.css, places_of(self.bundle), self.layout, self.found)

    def write(self, result: BuildResult) -> None:
        """Every format of the request, or none where one would not be right.

        The PDF is laid out while the others are written, Word last of these: its contents take their pages
        from the layout. A format that this machine has no libraries for is left out, and said.
        """
        made: dict[str, bytes | None] = {}
        for output_format in sorted(self.request.formats, key=WRITTEN.index):
            self.request.progress(output_format)
            made[output_format] = getattr(self, f"_{output_format}")()
        if not stops(self.request, self.found):
            wanted = ((output_format, made[output_format]) for output_format in self.request.formats)
            result.outputs.update((name, content) for name, content in wanted if content is not None)

    # Each writer and its libraries are loaded only when its format is asked for.

    def _docx(self) -> bytes:
        from opsreport.writers.docx import document_to_docx
        from opsreport.writers.pages import needs_pages, pages_in_layout, pages_in_office

        drawn = self.style.skeleton
        skeleton = drawn.content if drawn else None
        if drawn:
            from opsreport.writers.docx.slot_plan import report_slots

            report_slots(drawn, self.document, self.found)

        def write(pages: Mapping[str, int]) -> bytes:
            reference = self.style.reference
            return document_to_docx(self.document, reference, pages, self._anchors(), skeleton)

        if not needs_pages(self.document.blocks):
            return write({})
        pages = pages_in_office(self.document, write, self.found) if self.request.exact_toc else None
        if pages is None:
            system_fonts = self.request.system_fonts
            pages = pages_in_layout(
                self.document, self.style.css, self.layout, self.found, system_fonts=system_fonts
            )
        return write(pages)

    def _anchors(self) -> "Anchors | None":
        """What ties the words of a Word file to the bundle, where it is not to be sent."""
        if self.request.profile == "final":
            return None

        from opsreport.report.remarks import Remarks
        from opsreport.writers.docx.anchors import anchors_for
        from opsreport.writers.docx.profile import Profile

        remarks = Remarks(self.bundle, self.found)
        return anchors_for(Profile(self.request.profile), remarks, self.document.meta.date)

    def _html(self) -> bytes:
        from opsreport.writers.html import document_to_html

        return document_to_html(self.document, self.style.css, for_print=False).encode()

    def _pdf(self) -> bytes | None:
        from opsreport.writers.pdf.report import finish_pdf

        assert self.layout is not None
        return finish_pdf(self.layout, self.style.name, self.style.css, self.style.css_files, self.found)


def stops(request: BuildRequest, found: Diagnostics) -> bool:
    """Whether an error stands in the way of a report; a draft is not stopped by those of the checks."""
    origins = (Origin.READING,) if request.draft else (Origin.READING, Origin.CHECKING)
    return bool(found.errors(*origins))
