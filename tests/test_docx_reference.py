"""The reference document holds the look of every report in Word."""

import io
import re

import docx
import pytest

from docx_reading import REFERENCE, WordFile, found, text_of, value
from opsreport.document import ROLES, Document, Meta, Role
from opsreport.writers.docx import UnusableFileError, document_to_docx, missing_styles
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.names import NEEDED_STYLES, STYLE_TYPES
from opsreport.writers.docx.package import w, zip_files
from opsreport.writers.docx.reference import build_reference
from sample_memo import sample_memo

PARTS = WordFile(REFERENCE).files


def with_part(name: str, *changes: tuple[str, str]) -> bytes:
    """The reference document as another editor might have saved it."""
    content = PARTS[name].decode()
    for old, new in changes:
        assert re.search(old, content), old
        content = re.sub(old, new, content)
    return zip_files({**PARTS, name: content.encode()})


def test_the_file_is_what_the_code_builds() -> None:
    assert build_reference() == REFERENCE, "run `python scripts/build_reference.py`"


def test_nothing_in_it_would_trouble_word() -> None:
    assert faults(PARTS) == []


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.name)
def test_every_role_has_its_style(role: Role) -> None:
    styles = {
        (style.get(w("type")), found(style, "name").get(w("val")))
        for style in WordFile(REFERENCE).part("word/styles.xml").iter(w("style"))
    }
    assert (STYLE_TYPES[role.kind], role.word_style) in styles


def test_no_style_is_missing_from_it() -> None:
    assert missing_styles(REFERENCE) == ()


def test_a_style_missing_from_somebody_elses_is_named() -> None:
    without = with_part("word/styles.xml", ('w:name w:val="摘要框"', 'w:name w:val="我的框"'))
    assert missing_styles(without) == ("摘要框",)


def test_a_list_style_without_a_list_counts_as_missing() -> None:
    without = with_part("word/styles.xml", (r'<w:numPr><w:numId w:val="1"/></w:numPr>', ""))
    assert missing_styles(without) == ("报告列表",)


def test_styles_are_found_by_name_whatever_ids_an_editor_gave_them() -> None:
    renamed = with_part(
        "word/styles.xml",
        ('"ReportBody"', '"Style13"'),
        ('"Heading1"', '"1"'),
        ('w:name w:val="heading 1"', 'w:name w:val="Heading 1"'),
    )
    report = WordFile(document_to_docx(sample_memo(), renamed))
    assert {value(paragraph, "pStyle") for paragraph in report.paragraphs("Heading 1")} == {"1"}
    assert report.paragraphs("报告正文")


def test_its_paper_and_margins_are_the_reports() -> None:
    landscape = with_part("word/document.xml", (r"<w:pgSz [^>]*/>", '<w:pgSz w:w="16838" w:h="11906"/>'))
    report = WordFile(document_to_docx(sample_memo(), landscape))
    assert found(report.body, "pgSz").get(w("w")) == "16838"
    table = found(report.body, "tblW")
    assert int(table.get(w("w"), "0")) == 16838 - (11906 - 8400)


def test_a_remote_template_and_foreign_parts_are_left_behind() -> None:
    attached = with_part(
        "word/settings.xml",
        ("(<w:defaultTabStop [^>]*/>)", r'<w:attachedTemplate xmlns:r="urn:r" r:id="rId1"/>\1'),
    )
    report = WordFile(document_to_docx(sample_memo(), attached))
    assert b"attachedTemplate" not in report.files["word/settings.xml"]


def test_settings_that_do_more_than_look_are_left_behind() -> None:
    busy = with_part(
        "word/settings.xml",
        (
            "(<w:defaultTabStop [^>]*/>)",
            r'<w:updateFields w:val="true"/><w:documentProtection w:edit="readOnly"/><w:mailMerge>'
            r'<w:query w:val="SELECT"/><w:dataSource xmlns:r="urn:r" r:id="rId9"/></w:mailMerge>\1',
        ),
    )
    settings = WordFile(document_to_docx(sample_memo(), busy)).part("word/settings.xml")
    kept = {child.tag.rpartition("}")[2] for child in settings}
    assert not kept & {"updateFields", "documentProtection", "mailMerge"}
    assert {"defaultTabStop", "compat", "footnotePr"} <= kept


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/theme/theme1.xml", "</a:theme>", "</a:themed>"),
        ("word/fontTable.xml", "</w:fonts>", ""),
        ("word/settings.xml", "</w:settings>", ""),
        ("word/styles.xml", "</w:styles>", "<w:style/>" * 5000 + "</w:styles>"),
        ("word/document.xml", 'w:w="11906"', 'w:w="abc"'),
        ("word/document.xml", 'w:w="11906"', 'w:w="-11906"'),
        ("word/document.xml", 'w:w="11906"', 'w:w="1e20"'),
        ("word/document.xml", 'w:w="11906"', 'w:w="99999999"'),
        ("word/document.xml", 'w:h="16838"', 'w:h="300"'),
        ("word/document.xml", "<w:pgSz [^>]*/>", ""),
    ],
)
def test_a_reference_that_no_report_could_be_built_on_is_refused(part: str, old: str, new: str) -> None:
    with pytest.raises(UnusableFileError, match="damaged"):
        missing_styles(with_part(part, (old, new)))


def test_a_theme_with_pictures_of_its_own_is_done_without() -> None:
    blip = '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId1"/>'
    pictured = with_part("word/theme/theme1.xml", ("</a:theme>", f"{blip}</a:theme>"))
    assert "word/theme/theme1.xml" not in WordFile(document_to_docx(sample_memo(), pictured)).files


def test_twenty_thousand_styles_inside_each_other_are_refused_at_once() -> None:
    nested = with_part(
        "word/styles.xml", ("</w:styles>", "<w:style>" * 20_000 + "</w:style>" * 20_000 + "</w:styles>")
    )
    with pytest.raises(UnusableFileError):
        missing_styles(nested)


def test_word_opens_it_in_its_newest_mode() -> None:
    settings = WordFile(REFERENCE).part("word/settings.xml")
    modes = {mode.get(w("name")): mode.get(w("val")) for mode in settings.iter(w("compatSetting"))}
    assert modes["compatibilityMode"] == "15"


def test_the_body_is_song_and_its_first_line_stands_in_two_characters() -> None:
    reference = docx.Document(io.BytesIO(REFERENCE))
    body = reference.styles["报告正文"]
    normal = reference.styles["Normal"]
    assert body.element.find(f".//{w('ind')}").get(w("firstLineChars")) == "200"
    assert normal.element.find(f".//{w('rFonts')}").get(w("eastAsia")) == "宋体"
    assert normal.font.size.pt == 10.5


def test_headings_are_navy_hei() -> None:
    reference = docx.Document(io.BytesIO(REFERENCE))
    for level in range(1, 4):
        heading = reference.styles[f"Heading {level}"]
        assert heading.element.find(f".//{w('rFonts')}").get(w("eastAsia")) == "黑体"
        assert str(heading.font.color.rgb) == "1B3A5C"


def styles_used(*parts: str) -> set[tuple[str, str]]:
    styles = {
        style.get(w("styleId"), ""): (style.get(w("type"), ""), found(style, "name").get(w("val"), ""))
        for style in WordFile(REFERENCE).part("word/styles.xml").iter(w("style"))
    }
    return {
        styles[use.get(w("val"), "")]
        for part in parts
        for tag in ("pStyle", "rStyle", "tblStyle")
        for use in WordFile(REFERENCE).part(part).iter(w(tag))
    }


def test_its_pages_show_every_style_that_a_report_needs() -> None:
    parts = [
        name for name in PARTS if re.fullmatch(r"word/(document|header\d|footer\d|footnotes)\.xml", name)
    ]
    # The cover's style colours its band, which is a shape.
    assert set(NEEDED_STYLES) - styles_used(*parts) <= {("table", "封面")}


def test_its_pages_name_the_styles() -> None:
    pages = (WordFile(REFERENCE).body, WordFile(REFERENCE).part("word/footnotes.xml"))
    said = "".join("".join(map(text_of, pages)).split())
    unnamed = {name for _, name in NEEDED_STYLES if name.replace(" ", "") not in said}
    # A line of contents, a rule and a gap have no words of their own; headers and footers stand elsewhere.
    assert unnamed == {"toc 1", "toc 2", "toc 3", "header", "footer", "封面短线", "表格间隔"}


def test_its_header_takes_up_the_words_of_a_report_and_its_footer_counts_pages() -> None:
    reference = WordFile(REFERENCE)
    assert text_of(reference.part("word/header1.xml")) == "〔页眉左〕〔页眉右〕"
    assert "PAGE" in reference.files["word/footer1.xml"].decode()


def test_only_the_lists_of_styles_are_taken_over() -> None:
    report = WordFile(document_to_docx(Document(Meta("空"), ()), REFERENCE))
    lists = report.part("word/numbering.xml")
    assert len(lists.findall(w("num"))) == 2
