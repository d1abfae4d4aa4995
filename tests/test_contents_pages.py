"""A Word file's contents take their pages from the layout of the same report, and do without where there is none."""

from pathlib import Path
from typing import Any

import pytest

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics, Language
from opsreport.document import Block, Contents, Document, Heading, Meta, Paragraph, Text
from opsreport.writers import docx
from opsreport.writers.pdf import anchored_pages
from opsreport.writers.pdf.layout_process import LayoutProcess
from opsreport.writers.pdf.result import LayoutFailedError, MissingLibrary, PdfUnavailable

EXAMPLES = Path(__file__).parent.parent / "examples"
ANNUAL = str(EXAMPLES / "annual-2025")


def heading(anchor: str, level: int = 1) -> Heading:
    return Heading(level, (Text(f"标题{anchor}"),), anchor=anchor)


def test_each_heading_has_the_page_it_stands_on_in_the_pdf() -> None:
    filling: tuple[Block, ...] = tuple(Paragraph((Text("正文"),)) for _ in range(80))
    blocks: tuple[Block, ...] = (
        Contents(()),
        heading("a"),
        heading("b", 2),
        *filling,
        heading("c"),
        *filling,
        heading("d", 3),
    )
    document = Document(Meta("年报"), blocks)
    with LayoutProcess() as layout:
        anchored_pages.begin_pages(document, ("p { line-height: 12mm }",), layout)
        pages = anchored_pages.pages_of_anchors(layout)
    assert pages is not None
    assert pages["a"] == pages["b"] == 1
    assert 1 < pages["c"] < pages["d"]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """What the Word writer is told of pages."""
    heard: dict[str, int] = {}
    written = docx.document_to_docx

    def listening(document: Document, reference: bytes, pages: dict[str, int], *others: Any) -> bytes:
        heard.update(pages)
        return written(document, reference, pages, *others)

    monkeypatch.setattr(docx, "document_to_docx", listening)
    return heard


@pytest.mark.parametrize("formats", [("docx",), ("docx", "pdf", "html")])
def test_a_word_file_is_told_the_pages_whether_or_not_a_pdf_is_asked_for(
    formats: tuple[str, ...], told: dict[str, int]
) -> None:
    found = Diagnostics()
    result = build(BuildRequest(ANNUAL, formats=formats), found)
    assert tuple(result.outputs) == formats
    assert not [one for one in found if one.code == "contents-without-pages"]
    assert min(told.values()) == 3
    assert sorted(told.values()) == [told[anchor] for anchor in sorted(told)]


def test_one_layout_serves_all_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    begin = LayoutProcess.begin

    def counting(layout: LayoutProcess, html: str) -> None:
        begun.append(html)
        begin(layout, html)

    monkeypatch.setattr(LayoutProcess, "begin", counting)
    build(BuildRequest(ANNUAL, formats=("docx", "pdf", "html")), Diagnostics())
    assert len(begun) == 1


@pytest.mark.parametrize("fault", [PdfUnavailable(MissingLibrary.PANGO), LayoutFailedError("endless")])
def test_without_a_layout_the_contents_stand_without_pages_and_one_warning_says_so(
    fault: Exception, told: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(layout: LayoutProcess) -> None:
        raise fault

    monkeypatch.setattr(LayoutProcess, "result", failing)
    found = Diagnostics()
    result = build(BuildRequest(ANNUAL), found)
    assert list(result.outputs) == ["docx"]
    assert told == {}
    (warning,) = (one for one in found if one.code == "contents-without-pages")
    for language in Language:
        assert warning.message(language)
        assert "doctor" in warning.help(language)


@pytest.mark.parametrize("bundle", ["q3.yaml", "lifecycle.yaml"])
def test_a_report_without_contents_starts_no_layout(bundle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LayoutProcess, "__init__", lambda *_, **__: pytest.fail("a layout was started"))
    assert build(BuildRequest(str(EXAMPLES / bundle)), Diagnostics()).outputs
