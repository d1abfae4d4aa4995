"""A report as PDF: characters checked before the layout, and the layout's own complaints told."""

import re
from collections.abc import Mapping

from opsreport.diagnostics import NOWHERE, Diagnostics, Origin, Span
from opsreport.document import Document
from opsreport.writers.html import document_to_html, sheet_line
from opsreport.writers.pdf.glyphs import missing_glyphs
from opsreport.writers.pdf.layout_process import LayoutProcess
from opsreport.writers.pdf.result import (
    LayoutFailedError,
    LayoutUnfinishedError,
    MissingLibrary,
    PdfResult,
    PdfUnavailable,
)

PLACE = re.compile(r".*(?P<at> at (?P<line>[0-9]{1,9}):(?P<column>[0-9]{1,9}))", re.DOTALL)
"""Where WeasyPrint says that a style sheet is at fault; the last such words are its own."""


def begin_pdf(
    document: Document,
    css: tuple[str, ...],
    places: Mapping[str, Span],
    layout: LayoutProcess,
    found: Diagnostics,
) -> bool:
    """Give a report to the layout, unless it has characters that would come out as empty boxes.

    `places` says where each text of the bundle was written, so that a character no font has is named there.
    """
    if not layout.system_fonts and _lacks_glyphs(document, places, found):
        return False
    layout.begin(document_to_html(document, css, for_print=True))
    return True


def finish_pdf(
    layout: LayoutProcess, style: str, css: tuple[str, ...], css_files: tuple[str, ...], found: Diagnostics
) -> bytes | None:
    """The report's pages; nothing, and findings, where they cannot be made or would not be right.

    `css_files` says where each style sheet lies, so that what the layout does not know is named at its line.
    """
    try:
        result = layout.result()
    except PdfUnavailable as missing:
        key = "" if missing.reason is MissingLibrary.PANGO else missing.reason.value
        with found.during(Origin.MACHINE):
            found.add("missing-pango", help_key=key)
        return None
    except LayoutFailedError as failure:
        found.add("layout-failed", style=style, cause=failure)
        return None
    except LayoutUnfinishedError as stop:
        with found.during(Origin.MACHINE):
            found.add("unfinished-layout", help_key=stop.reason.value, style=style, cause=stop)
        return None
    for complaint in result.complaints:
        if not any(address in complaint for address in result.refused):
            place, said = _placed(complaint, css, css_files)
            found.add("style-sheet", place, style=style, complaint=said)
    return result.pdf if _is_right(result, style, found, system_fonts=layout.system_fonts) else None


def _lacks_glyphs(document: Document, places: Mapping[str, Span], found: Diagnostics) -> bool:
    missing = missing_glyphs(document)
    for path, characters in missing.items():
        span = _nearest(path, places)
        found.add("missing-glyph", span, help_key="" if path else "template", characters=_named(characters))
    return bool(missing)


def _nearest(path: str, places: Mapping[str, Span]) -> Span:
    """The place of a text, or of the object around it: a figure worked out has none of its own."""
    while path and path not in places:
        path = path.rpartition(".")[0]
    return places.get(path, NOWHERE)


def _is_right(result: PdfResult, style: str, found: Diagnostics, *, system_fonts: bool) -> bool:
    if result.missing_glyphs:
        key = "system" if system_fonts else "template"
        found.add("missing-glyph", help_key=key, characters=_named(result.missing_glyphs))
    for address in result.refused:
        found.add("outside-asset", style=style, address=address)
    return not result.missing_glyphs and not result.refused


def _placed(complaint: str, css: tuple[str, ...], css_files: tuple[str, ...]) -> tuple[Span, str]:
    """The place that a complaint names, in the file where somebody wrote it, and the complaint without it."""
    named = PLACE.search(complaint)
    own = sheet_line(css, int(named["line"])) if named else None
    if named is None or own is None or own[0] >= len(css_files):
        return NOWHERE, complaint
    at, line = own
    start, end = named.span("at")
    return Span(css_files[at], line, int(named["column"])), complaint[:start] + complaint[end:]


def _named(characters: list[str] | tuple[str, ...]) -> str:
    """Characters with their code points, since a machine may not be able to show them: “𠮷”（U+20BB7）."""
    return "、".join(f"“{char}”（U+{ord(char):04X}）" for char in characters)
