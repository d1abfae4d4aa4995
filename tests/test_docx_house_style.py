"""Staff change the look of reports in Word: what they change in a reference document is what reports look like."""

import io
import re
import struct
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import pytest

from docx_reading import REFERENCE, WordFile, found, text_of, value
from hostile_word_files import edited, good, leading, zipped
from opsreport.build import BuildRequest, build
from opsreport.cli.main import run
from opsreport.diagnostics import Diagnostics
from opsreport.document import Box, Document, Heading, Meta, Paragraph, Text
from opsreport.writers.docx import UnusableFileError, document_to_docx, missing_styles
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.names import NEEDED_STYLES
from opsreport.writers.docx.package import A, R, w
from opsreport.writers.docx.style_names import style_key
from sample_memo import sample_memo

MEMO = Path(__file__).parents[1] / "examples" / "q3.yaml"
META = Meta("三季度报告", organisation="云溪社区", running_left="运营部", running_right="第 3 号")
ONE_LINE = Document(META, (Paragraph((Text("正文一段。"),)),))


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    rows = b"".join(b"\0" + b"\xc0\x20\x20" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def in_word(change: object) -> bytes:
    """The reference document after somebody changed it in another program."""
    assert callable(change)
    document = docx.Document(io.BytesIO(REFERENCE))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def report(reference: bytes, document: Document = ONE_LINE) -> WordFile:
    return WordFile(document_to_docx(document, reference))


def style_of(file: WordFile, name: str) -> Element:
    return next(
        style
        for style in file.part("word/styles.xml").iter(w("style"))
        if found(style, "name").get(w("val")) == name
    )


def header(file: WordFile, name: str = "word/header1.xml") -> Element:
    return file.part(name)


def test_another_font_and_colour_of_a_heading_are_the_reports() -> None:
    def change(document: docx.document.Document) -> None:
        heading = document.styles["Heading 1"]
        heading.font.color.rgb = docx.shared.RGBColor(0xC0, 0, 0)
        heading.element.find(f".//{w('rFonts')}").set(w("eastAsia"), "方正小标宋简体")

    made = report(in_word(change), sample_memo())
    heading = style_of(made, "heading 1")
    assert found(heading, "color").get(w("val")) == "C00000"
    assert found(heading, "rFonts").get(w("eastAsia")) == "方正小标宋简体"
    assert {value(paragraph, "pStyle") for paragraph in made.paragraphs("heading 1")} == {
        heading.get(w("styleId"))
    }


def test_a_logo_and_words_typed_into_the_header_stand_on_every_page() -> None:
    logo = png()

    def change(document: docx.document.Document) -> None:
        paragraph = document.sections[0].header.paragraphs[0]
        paragraph.add_run("　云溪集团　")
        paragraph.add_run().add_picture(io.BytesIO(logo), width=docx.shared.Cm(1.5))

    made = report(in_word(change))
    head = header(made)
    assert text_of(head) == "运营部第 3 号　云溪集团　"
    blip = next(head.iter(f"{{{A}}}blip"))
    leads = {lead.get("Id"): lead for lead in made.part("word/_rels/header1.xml.rels")}
    lead = leads[blip.get(f"{{{R}}}embed")]
    assert made.files[f"word/{lead.get('Target')}"] == logo
    assert docx.Document(io.BytesIO(made.content)).sections[0].header.part.related_parts


def test_a_footer_of_ones_own_takes_the_place_of_ours() -> None:
    def change(document: docx.document.Document) -> None:
        document.sections[0].footer.paragraphs[0].text = "〔单位〕内部资料　〔标题〕"

    assert text_of(report(in_word(change)).part("word/footer1.xml")) == "云溪社区内部资料　三季度报告"


def test_a_slot_is_filled_however_word_has_cut_it_up() -> None:
    cut = edited(
        "word/header1.xml",
        "〔页眉左〕",
        '〔页</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>眉左〕',
    )
    assert text_of(header(report(zipped(cut)))) == "运营部第 3 号"


def test_what_the_bundle_says_is_never_markup_in_a_header() -> None:
    odd = Document(Meta("x", running_left="<w:p>&〔页眉右〕", running_right="右"), ONE_LINE.blocks)
    assert text_of(header(report(REFERENCE, odd))) == "<w:p>&〔页眉右〕右"


def test_a_document_whose_headers_were_never_touched_gets_ours_to_its_own_width() -> None:
    saved = io.BytesIO()
    docx.Document().save(saved)
    made = report(saved.getvalue())
    stops = {tab.get(w("pos")): tab.get(w("val")) for tab in found(header(made), "tabs")}
    width = int(found(made.body, "pgSz").get(w("w"), "0")) - 2 * 1800
    assert stops == {"4680": "clear", "9360": "clear", str(width): "right"}
    assert text_of(header(made)) == "运营部第 3 号"
    assert text_of(made.part("word/footer1.xml")) == "第 1 页　共 1 页"


def test_paper_and_margins_are_those_of_the_reference() -> None:
    def change(document: docx.document.Document) -> None:
        section = document.sections[0]
        section.page_width, section.page_height = docx.shared.Mm(182), docx.shared.Mm(257)
        section.left_margin = section.right_margin = docx.shared.Mm(20)

    made = report(in_word(change), sample_memo())
    assert found(made.body, "pgSz").get(w("w")) == "10318"
    assert found(made.body, "pgMar").get(w("left")) == "1134"
    widths = {int(found(table, "tblW").get(w("w"), "0")) for table in made.body.iter(w("tbl"))}
    assert widths == {10318 - 2 * 1134}


def test_a_first_page_of_its_own_is_kept_and_a_draft_is_marked_on_all_pages() -> None:
    def change(document: docx.document.Document) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "红头"

    reference = in_word(change)
    made = report(reference)
    assert made.body.find(f".//{w('titlePg')}") is not None
    assert text_of(header(made, "word/header2.xml")) == "红头"
    draft = report(reference, Document(Meta("草稿", draft=True), ONE_LINE.blocks))
    for name in ("word/header1.xml", "word/header2.xml"):
        assert b"PowerPlusWaterMarkObject" in draft.files[name]


def test_other_headers_on_even_pages_are_kept() -> None:
    def change(document: docx.document.Document) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        document.sections[0].even_page_header.paragraphs[0].text = "双页"

    made = report(in_word(change))
    assert text_of(header(made, "word/header2.xml")) == "双页"
    assert b"evenAndOddHeaders" in made.files["word/settings.xml"]


def test_a_cover_has_no_header_unless_the_reference_draws_one() -> None:
    cover = Box((Paragraph((Text("封面"),), "cover-title"),), "cover")
    made = report(REFERENCE, Document(META, (cover, *ONE_LINE.blocks)))
    assert "word/header2.xml" not in made.files
    assert made.body.find(f".//{w('titlePg')}") is not None


@pytest.mark.parametrize(
    ("ours", "chinese"),
    [
        ("heading 1", "标题 1"),
        ("heading 2", "标题2"),
        ("toc 1", "目录 1"),
        ("header", "页眉"),
        ("footer", "页脚"),
        ("caption", "题注"),
        ("Hyperlink", "超链接"),
        ("heading 3", "Heading 3"),
    ],
)
def test_a_style_is_found_by_the_name_that_word_and_wps_show(ours: str, chinese: str) -> None:
    renamed = edited("word/styles.xml", f'w:name w:val="{ours}"', f'w:name w:val="{chinese}"')
    assert missing_styles(zipped(renamed)) == ()


def test_a_style_is_found_by_another_name_it_has() -> None:
    renamed = edited(
        "word/styles.xml",
        '<w:name w:val="报告正文"/>',
        '<w:name w:val="公文正文"/><w:aliases w:val="a,报告正文"/>',
    )
    assert missing_styles(zipped(renamed)) == ()


def test_titles_are_no_headings() -> None:
    assert style_key("paragraph", "标题") != style_key("paragraph", "标题 1")
    assert style_key("paragraph", "标题 1") == style_key("paragraph", "heading 1")


def plain_document() -> bytes:
    """A Word file that knows nothing of reports, its body set in."""
    document = docx.Document()
    document.styles["Normal"].paragraph_format.first_line_indent = docx.shared.Pt(21)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_document_that_knows_nothing_of_reports_is_filled_in() -> None:
    reference = plain_document()
    missing = missing_styles(reference)
    assert {"报告正文", "摘要框", "报告列表"} <= set(missing)
    assert "heading 1" not in missing
    made = report(reference, sample_memo())
    known = {
        style_key(style.get(w("type"), ""), found(style, "name").get(w("val"), ""))
        for style in made.part("word/styles.xml").iter(w("style"))
    }
    assert {style_key(type_, name) for type_, name in NEEDED_STYLES} <= known
    assert {fault for fault in faults(made.files) if "no " in fault} == set()
    cell = style_of(made, "表格正文")
    assert found(cell, "ind").get(w("firstLine")) == "0"


def test_styles_filled_in_do_not_disturb_those_that_are_there() -> None:
    before = {
        style.get(w("styleId")): found(style, "name").get(w("val"))
        for style in WordFile(plain_document()).part("word/styles.xml").iter(w("style"))
    }
    after = report(plain_document()).part("word/styles.xml")
    ids = [style.get(w("styleId")) for style in after.iter(w("style"))]
    assert len(ids) == len(set(ids))
    assert ids[: len(before)] == list(before)


def test_a_list_of_one_level_gets_ours() -> None:
    files = good()
    numbering = files["word/numbering.xml"].decode()
    cut = re.sub(r'<w:lvl w:ilvl="[12]">.*?</w:lvl>', "", numbering)
    reference = zipped({**files, "word/numbering.xml": cut.encode()})
    assert missing_styles(reference) == ("报告列表", "报告编号列表")
    made = report(reference, sample_memo())
    assert found(style_of(made, "报告列表"), "numId").get(w("val")) == "3"


def test_a_heading_that_word_would_number_has_the_reports_number_or_none() -> None:
    numbered = edited(
        "word/styles.xml",
        r'(?<=w:styleId="Heading1">)(.*?)<w:keepNext/><w:keepLines/>',
        '<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:keepLines/>'
        '<w:numPr><w:numId w:val="2"/></w:numPr>',
    )
    made = report(zipped(numbered), Document(META, (Heading(1, (Text("引言"),)),)))
    (heading,) = made.paragraphs("heading 1")
    assert value(heading, "numId") == "0"


def test_a_header_brings_no_traces_of_work_along() -> None:
    worked_on = edited(
        "word/header1.xml",
        "<w:p>",
        '<w:p w:rsidR="00AB12CD"><w:commentRangeStart w:id="1"/><w:del w:id="2" w:author="张三"><w:r><w:delText>旧'
        '</w:delText></w:r></w:del><w:ins w:id="3" w:author="张三"><w:r><w:t>新</w:t></w:r></w:ins>'
        '<w:sdt><w:sdtPr><w:tag w:val="secret"/></w:sdtPr><w:sdtContent><w:r><w:t>框</w:t></w:r></w:sdtContent>'
        '</w:sdt><w:commentRangeEnd w:id="1"/>',
    )
    made = report(zipped(worked_on)).files["word/header1.xml"].decode()
    assert "新" in made
    assert "框" in made
    for trace in ("张三", "secret", "旧", "rsid", "comment"):
        assert trace not in made


def test_a_drawing_in_its_newest_form_is_taken_and_in_unknown_ones_the_oldest() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f'<w:p><w:r><mc:AlternateContent {mc}><mc:Choice Requires="future"><w:t>新</w:t></mc:Choice>'
        "<mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = report(zipped(edited("word/header1.xml", "<w:p>", both)))
    assert "旧" in text_of(header(made))
    assert "新" not in text_of(header(made))


def test_what_is_no_picture_is_refused() -> None:
    def change(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png()))

    files = dict(WordFile(in_word(change)).files)
    name = next(name for name in files if name.startswith("word/media/"))
    with pytest.raises(UnusableFileError, match="picture"):
        missing_styles(zipped({**files, name: b"MZ\x90\0"}))


def test_a_picture_that_is_not_there_is_refused() -> None:
    blip = f'<w:p><w:r><w:drawing><a:blip xmlns:a="{A}" r:embed="rId77"/></w:drawing></w:r>'
    with pytest.raises(UnusableFileError, match="damaged"):
        missing_styles(zipped(edited("word/header1.xml", "<w:p>", blip)))


def test_styles_that_build_on_each_other_in_a_circle_are_parted() -> None:
    circle = edited(
        "word/styles.xml", "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style></w:styles>',
    )  # fmt: skip
    made = report(zipped(circle))
    based = [style_of(made, name).find(w("basedOn")) for name in "AB"]
    assert based.count(None) == 1


def test_a_style_that_nothing_can_refer_to_is_as_good_as_missing() -> None:
    nameless = edited("word/styles.xml", 'w:styleId="Closing"', 'w:styleId=""')
    assert missing_styles(zipped(nameless)) == ("落款",)


def test_two_builds_on_one_reference_are_the_same_bytes() -> None:
    reference = plain_document()
    from opsreport.writers.docx.stylesheet import read_stylesheet

    first = document_to_docx(sample_memo(), reference)
    read_stylesheet.cache_clear()
    assert document_to_docx(sample_memo(), reference) == first


def test_a_link_in_the_header_leads_on() -> None:
    files = leading("hyperlink", "https://example.com/", source="word/_rels/header1.xml.rels")
    link = '<w:p><w:hyperlink r:id="rId999"><w:r><w:t>网站</w:t></w:r></w:hyperlink>'
    files["word/header1.xml"] = files["word/header1.xml"].replace(b"<w:p>", link.encode(), 1)
    assert b"https://example.com/" in report(zipped(files)).files["word/_rels/header1.xml.rels"]


@pytest.mark.parametrize("name", ["memo", "annual-review", "专题报告"])
def test_the_reference_of_a_style_is_written_once_and_builds_without_a_word(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wanted = name if name.isascii() else "生命周期专题"
    assert run(["style", "reference", wanted, "-o", "my.docx"]) == 0
    assert run(["style", "reference", wanted, "-o", "my.docx"]) == 3
    findings = Diagnostics()
    with_mine = build(BuildRequest(str(MEMO), "memo", reference="my.docx"), findings)
    assert not [finding for finding in findings if finding.code in ("bad-reference", "missing-styles")]
    assert with_mine.outputs == build(BuildRequest(str(MEMO), "memo"), Diagnostics()).outputs


def test_a_missing_reference_is_a_missing_file(tmp_path: Path) -> None:
    findings = Diagnostics()
    assert not build(BuildRequest(str(MEMO), "memo", reference=str(tmp_path / "a.docx")), findings).outputs
    assert "missing-file" in {finding.code for finding in findings.errors()}
