"""Word files to be edited, to be checked and drawn by staff, as others see them."""

from pathlib import Path

import pypdfium2
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics
from skeleton_making import add_block, add_words, control, drawn, picture_run, red_head, saved
from test_docx_skeletons import TEXT_BOX
from word_judges import laid_out, sdk_faults

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parent.parent / "examples"


def whole_skeleton() -> bytes:
    """A cover of its own section with a header, a text box and a table of slots; then contents and body."""
    page = drawn()
    page.sections[0].header.paragraphs[0].text = "内部资料　〔单位〕"
    picture_run(page.sections[0].header.paragraphs[0])
    page.add_paragraph()._p.append(parse_xml(TEXT_BOX))
    cell = page.add_table(1, 2).cell(0, 1)._tc
    cell.insert(1, parse_xml(control("摘要", "<w:p/>")))
    add_words(page, "日期：", "日期")
    page.add_section(WD_SECTION.NEW_PAGE)
    page.sections[1].header.is_linked_to_previous = False
    page.sections[1].header.paragraphs[0].text = "〔标题〕"
    add_block(page, "目录")
    add_block(page, "正文")
    return saved(page)


def word_file(folder: Path, name: str, profile: str, skeleton: bytes | None = None) -> Path:
    head = folder / "head.docx"
    if skeleton:
        head.write_bytes(skeleton)
    request = BuildRequest(str(EXAMPLES / name), profile=profile, skeleton=str(head) if skeleton else None)
    file = folder / "report.docx"
    file.write_bytes(build(request, Diagnostics()).outputs["docx"])
    return file


@pytest.mark.parametrize("name", ["q3.yaml", "annual-2025", "lifecycle.yaml"])
@pytest.mark.parametrize("profile", ["edit", "review"])
def test_the_open_xml_sdk_accepts_files_to_be_edited_and_checked(
    name: str, profile: str, tmp_path: Path
) -> None:
    assert sdk_faults(word_file(tmp_path, name, profile)) == []


@pytest.mark.parametrize("name", ["q3.yaml", "annual-2025", "lifecycle.yaml"])
@pytest.mark.parametrize(
    "make", [lambda: saved(red_head()), whole_skeleton], ids=["red head", "all kinds of slots"]
)
@pytest.mark.parametrize("profile", ["final", "review"])
def test_the_open_xml_sdk_accepts_files_that_staff_have_drawn(
    name: str, make: object, profile: str, tmp_path: Path
) -> None:
    assert callable(make)
    assert sdk_faults(word_file(tmp_path, name, profile, make())) == []


def test_a_file_to_be_checked_has_the_pages_of_the_one_that_is_sent(tmp_path: Path) -> None:
    pages = []
    for profile in ("final", "review"):
        folder = tmp_path / profile
        folder.mkdir()
        pages.append(len(pypdfium2.PdfDocument(laid_out(folder, word_file(folder, "annual-2025", profile)))))
    assert pages[0] == pages[1]


def test_libreoffice_shows_what_staff_have_drawn_and_the_report_in_it(tmp_path: Path) -> None:
    file = word_file(tmp_path, "lifecycle.yaml", "final", whole_skeleton())
    pdf = pypdfium2.PdfDocument(laid_out(tmp_path, file))
    cover, body = (pdf[at].get_textpage().get_text_range() for at in (0, 1))
    assert "内部资料" in cover
    assert "拾光课堂" in cover
    assert "从买量到经营" in cover
    assert "内部资料" not in body
    assert body.startswith("从买量到经营")
    assert "一、为什么必须转型" in body
