"""`--exact-toc`: the pages in the contents of a Word file are those that LibreOffice makes of it."""

import re
from pathlib import Path

import pytest

from docx_reading import WordFile, text_of
from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics, Language
from opsreport.writers.docx import office
from opsreport.writers.docx.package import w

ANNUAL = str(Path(__file__).parent.parent / "examples" / "annual-2025")
PDF = b"""%PDF-1.6
7 0 obj
<</Type/Pages/Resources 9 0 R/Kids[ 1 0 R 4 0 R
6 0 R ]/Count 3>>
8 0 obj
<</5FToc00000001[4 0 R/XYZ 87.65 319.939 0]
/E54D6536[6 0 R/XYZ 87.65 319.939 0]>>
"""

needs_office = pytest.mark.skipif(office.office_program() is None, reason="LibreOffice is not installed")


def exact() -> tuple[bytes, Diagnostics]:
    found = Diagnostics()
    return build(BuildRequest(ANNUAL, exact_toc=True), found).outputs["docx"], found


def listed_pages(content: bytes) -> dict[str, int]:
    """The page that the contents of a Word file name for each bookmark."""
    pages = {}
    for link in WordFile(content).body.iter(w("hyperlink")):
        words = text_of(link)
        if page := re.search(r"\d+\Z", words):
            pages[link.get(w("anchor"), "")] = int(page[0])
    return pages


def test_the_page_of_each_bookmark_is_read_from_what_libreoffice_writes() -> None:
    assert office.pages_of_bookmarks(PDF) == {"5FToc00000001": 2, "E54D6536": 3}


def test_a_pdf_without_pages_is_a_failure_and_no_page_is_made_up() -> None:
    with pytest.raises(office.OfficeFailedError):
        office.pages_of_bookmarks(b"%PDF-1.6 <</5FToc00000001[4 0 R/XYZ 1 1 0]>>")


@pytest.mark.slow
@needs_office
def test_the_contents_name_the_pages_that_libreoffice_shows() -> None:
    content, found = exact()
    assert "contents-not-exact" not in {one.code for one in found}
    listed = listed_pages(content)
    assert len(listed) > 10
    assert listed == office.pages_in_office(content, listed)


@pytest.mark.slow
@needs_office
def test_exact_pages_are_the_same_bytes_each_time() -> None:
    assert exact()[0] == exact()[0]


@pytest.mark.parametrize(("program", "said"), [(None, "soffice"), ("/bin/false", "LibreOffice")])
def test_without_libreoffice_the_pages_are_those_of_the_pdf_and_one_warning_says_so(
    program: str | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "office_program", lambda: program)
    content, found = exact()
    assert listed_pages(content) == listed_pages(build(BuildRequest(ANNUAL), Diagnostics()).outputs["docx"])
    (warning,) = (one for one in found if one.code == "contents-not-exact")
    for language in Language:
        assert said in warning.help(language)


def test_a_libreoffice_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    endless = tmp_path / "soffice"
    endless.write_text("#!/bin/sh\nsleep 600\n")
    endless.chmod(0o700)
    monkeypatch.setattr(office, "office_program", lambda: str(endless))
    monkeypatch.setattr(office, "PATIENCE", 0.2)
    with pytest.raises(office.OfficeFailedError, match="> 0 s"):
        office.pages_in_office(b"", ["intro"])
