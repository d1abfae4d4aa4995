"""The one door to WeasyPrint: HTML and style sheets in; a PDF, and what there is to say of it, out."""

import io
import logging
import os
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib.util import find_spec
from typing import Any

from opsreport.writers.pdf.fonts import SETTINGS, choose_fonts
from opsreport.writers.pdf.levers import collector_resting, quick_import
from opsreport.writers.pdf.result import (
    Bookmark,
    LayoutFailedError,
    MissingLibrary,
    PdfResult,
    PdfUnavailable,
)

# PDF/UA-1 (ISO 14289-1), for screen readers.
TAGGED = "pdf/ua-1"

FOOTNOTE = re.compile('<span class="footnote" id="([^"]*)">')
# WeasyPrint may lose one where a page has a score of them; then all stand where they are called.
FOOTNOTES_IN_TEXT = """
.footnote { float: none !important; font-size: inherit !important; line-height: inherit !important }
.footnote::before { content: "（注：" }
.footnote::after { content: "）" }
"""

# A measure in the operators of a page that no PDF reader can hold; glyphs stand in angle brackets.
HUGE_NUMBER = re.compile(rb"(?<![<0-9A-Fa-f.])[0-9]{12}")


def html_to_pdf(
    html: str, css: Sequence[str], *, system_fonts: bool = False, tagged: bool = False
) -> PdfResult:
    """Set a document in pages, or raise PdfUnavailable without the libraries for it, LayoutFailedError else.

    Equal arguments give equal bytes: neither the clock nor the network nor a file has a say in them. Tags for
    screen readers take a tenth more time and space.
    """
    choose_fonts(system_fonts=system_fonts)
    return lay_out(html, css, tagged=tagged)


def lay_out(html: str, css: Sequence[str] = (), *, tagged: bool = False) -> PdfResult:
    """The same with the fonts that were chosen for this process before."""
    weasyprint = open_weasyprint()
    fetcher = _deny_everything()
    own_fonts = any("@font-face" in text for text in (html, *css))
    fonts = _new_fonts() if own_fonts else _shared_fonts(os.environ[SETTINGS])
    variant = TAGGED if tagged else None
    with collector_resting(), _listening() as heard, _failing_in_words():
        sheets = [weasyprint.CSS(string=sheet, url_fetcher=fetcher, font_config=fonts) for sheet in css]
        source = weasyprint.HTML(string=html, url_fetcher=fetcher)
        document = source.render(stylesheets=sheets, font_config=fonts, pdf_variant=variant)
        if not _anchors(document.pages).keys() >= set(FOOTNOTE.findall(html)):
            sheets.append(weasyprint.CSS(string=FOOTNOTES_IN_TEXT, font_config=fonts))
            document = source.render(stylesheets=sheets, font_config=fonts, pdf_variant=variant)
        pdf = document.write_pdf(finisher=_finish, pdf_variant=variant)
    unprinted = {record: _unprinted(record) for record in heard}
    return PdfResult(
        pdf=pdf,
        pages=len(document.pages),
        outline=tuple(_bookmarks(document.make_bookmark_tree(), level=1)),
        anchors=_anchors(document.pages),
        fonts_used=tuple(sorted({font.family for font in document.fonts.values()})),
        missing_glyphs=tuple(dict.fromkeys(char for char in unprinted.values() if char)),
        refused=tuple(dict.fromkeys(fetcher.refused)),
        complaints=tuple(dict.fromkeys(record.getMessage() for record in heard if not unprinted[record])),
    )


@cache
def open_weasyprint() -> Any:
    """WeasyPrint with Chinese line adjustment; raises PdfUnavailable where its libraries are missing.

    Without HarfBuzz-Subset it would still work, fifteen times slower and with other bytes each time.
    """
    if find_spec("weasyprint") is None:
        raise PdfUnavailable(MissingLibrary.WEASYPRINT)
    with redirect_stdout(io.StringIO()), warnings.catch_warnings(action="ignore"), quick_import():
        try:
            import weasyprint
            import weasyprint.text.ffi

            from opsreport.writers.pdf.line_adjustment import adjust_chinese_lines
            from opsreport.writers.pdf.quick_layout import take_short_cuts
        except OSError as error:
            raise PdfUnavailable(MissingLibrary.PANGO) from error
    if weasyprint.text.ffi.harfbuzz_subset is None:
        raise PdfUnavailable(MissingLibrary.HARFBUZZ_SUBSET)
    if adjust_chinese_lines():
        # They too were tried with that one WeasyPrint.
        take_short_cuts()
    return weasyprint


def _new_fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _shared_fonts(settings: str) -> Any:
    """The fonts for all documents that bring none of their own, so that a batch stays small."""
    return _new_fonts()


def _deny_everything() -> Any:
    """A fetcher that lets nothing in but what the document itself carries, and keeps what was asked for."""
    from weasyprint.urls import URLFetcher

    class DenyingFetcher(URLFetcher):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(allowed_protocols={"data"})
            self.refused: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> Any:
            # Recorded, since WeasyPrint swallows the refusal, within SVG without a word.
            if not url.lower().startswith("data:"):
                self.refused.append(url)
            return super().fetch(url, headers)

    return DenyingFetcher()


class _Listener(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


@contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """What WeasyPrint logs meanwhile."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)


@contextmanager
def _failing_in_words() -> Iterator[None]:
    """Make one kind of error of all that WeasyPrint runs into: sizes beyond an int, brackets without end."""
    from PIL import Image

    try:
        # A picture of this size is a mistake; WeasyPrint then leaves it out and says so.
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            yield
    except MemoryError:
        raise
    except Exception as fault:
        raise LayoutFailedError(f"{type(fault).__name__}: {fault}"[:120]) from fault


def _unprinted(record: logging.LogRecord) -> str:
    """The character a log line says no font has, if that is what it says."""
    if record.msg.startswith(".notdef glyph rendered") and isinstance(record.args, tuple):
        return str(record.args[0])
    return ""


def _finish(document: Any, pdf: Any) -> None:
    """Refuse what PDF readers refuse, and add what WeasyPrint leaves out."""
    for entry in pdf.objects:
        drawn = getattr(entry, "stream", None)
        # Fonts and images are one piece of data each; pages are many operators.
        if isinstance(drawn, list) and len(drawn) > 1:
            operators = b" ".join([one if isinstance(one, bytes) else str(one).encode() for one in drawn])
            if huge := HUGE_NUMBER.search(operators):
                raise OverflowError(f"{huge[0].decode()}…")
    _scope_header_cells(pdf)


def _scope_header_cells(pdf: Any) -> None:
    """Say of each header cell whether it heads a column or a row, as PDF/UA asks; WeasyPrint does not."""
    for entry in pdf.objects:
        if isinstance(entry, dict) and entry.get("S") == "/TH" and "ID" in entry:
            _, row, column = entry["ID"].string.split("-")
            entry["A"]["Scope"] = "/Row" if column == "0" and row != "0" else "/Column"


def _bookmarks(tree: Any, level: int) -> Iterator[Bookmark]:
    for label, (page, _, _), children, _ in tree:
        yield Bookmark(level, label, page + 1)
        yield from _bookmarks(children, level + 1)


def _anchors(pages: Sequence[Any]) -> dict[str, int]:
    """The page of each anchor; the first of equal ones is where links lead."""
    named: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for name in page.anchors:
            named.setdefault(name, number)
    return named
