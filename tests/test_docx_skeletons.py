"""A Word file drawn by staff takes the report up in its slots: nothing of either is lost, and all is said."""

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document as Drawing
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from typer.testing import CliRunner

from deriving import said
from docx_reading import REFERENCE, WordFile, text_of, value, words
from hostile_word_files import HOSTILE, hostile
from opsreport.build import BuildRequest, build
from opsreport.cli import app
from opsreport.diagnostics import Diagnostics, Language
from opsreport.document import (
    Cell,
    Column,
    Contents,
    Document,
    Field,
    Footnote,
    Heading,
    Meta,
    Paragraph,
    Series,
    Strong,
    Table,
    numbered,
)
from opsreport.inputs import with_skeleton
from opsreport.styles import Style
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.package import w
from opsreport.writers.docx.skeleton import read_skeleton
from opsreport.writers.docx.slot_plan import planned
from skeleton_making import add_block, add_words, control, drawn, picture, red_head, saved

EXAMPLES = Path(__file__).parent.parent / "examples"
SERIES = (Series("part", 1, "第%部分"),)


def report(*more: object) -> Document:
    blocks = (
        Paragraph((Field("report.org", words("云溪社区")),), "masthead"),
        Paragraph(words("备忘录"), "title"),
        Contents(words("目录"), 1),
        Paragraph((Strong(words("摘要：")), Field("report.abstract", words("收入增长。"))), "abstract"),
        Heading(1, words("经营情况"), "part", anchor="a"),
        Paragraph((Field("modules[0].goal", words("扩大供给。")),)),
        Heading(2, words("用户")),
        Paragraph(words("用户稳定。")),
        Heading(1, words("请求批示"), "part", anchor="b"),
        Paragraph(words("请审阅。")),
        *more,
    )
    meta = Meta("第三季度工作汇报", "运营部", "云溪社区")
    return Document(meta, numbered(blocks, SERIES), SERIES)  # type: ignore[arg-type]


def filled(page: Drawing, document: Document | None = None) -> WordFile:
    return WordFile(document_to_docx(document or report(), REFERENCE, skeleton=saved(page)))


def lines(file: WordFile) -> list[str]:
    return [text_of(one) for one in file.body.iter(w("p")) if text_of(one).strip()]


def findings(page: Drawing, document: Document | None = None) -> list[tuple[str, str, str]]:
    plan = planned(read_skeleton(saved(page)).slots, document or report())
    return [(one.code, one.help_key, str(one.details.get("name", ""))) for one in plan.findings]


def errors(page: Drawing, document: Document | None = None) -> list[tuple[str, str, str]]:
    return [one for one in findings(page, document) if one[0] not in ("left-out-head", "empty-slot")]


# What goes where


def test_what_staff_have_drawn_stands_around_the_report() -> None:
    file = filled(red_head(), report(Paragraph((Field("report.number", words("A-1")),))))
    said_ = lines(file)
    assert said_[:2] == ["云溪社区文件", "编号：A-1"]
    assert said_[-1] == "（印章）"
    assert said_.index("经营情况") < said_.index("请求批示") < said_.index("（印章）")
    assert file.files["word/media/skeleton1.png"] == picture()
    assert not list(file.body.iter(w("sdt"))) or {
        value(one, "docPartGallery") for one in file.body.iter(w("sdt"))
    } == {"Table of Contents"}


def test_another_reader_finds_the_whole_file() -> None:
    page = docx.Document(io.BytesIO(filled(red_head()).content))
    assert next(one.text for one in page.paragraphs if one.text) == "云溪社区文件"
    assert len(page.inline_shapes) == 1


def test_a_slot_that_is_filled_has_neither_its_prompt_nor_its_tag() -> None:
    text = filled(red_head()).files["word/document.xml"].decode()
    for trace in ("单击此处", "slot", "〔〕", "w:tag", "w:alias"):
        assert trace not in text


def test_the_body_takes_what_no_other_slot_takes_and_not_the_head_that_staff_draw_themselves() -> None:
    page = drawn()
    add_block(page, "摘要")
    page.add_paragraph("—— 分隔 ——")
    add_block(page, "正文")
    said_ = lines(filled(page))
    assert said_[:2] == ["摘要：收入增长。", "—— 分隔 ——"]
    assert "备忘录" not in said_
    assert "收入增长。" not in "".join(said_[2:])
    assert "扩大供给。" in said_


@pytest.mark.parametrize("name", ["经营情况", "第一部分"])
def test_a_section_is_asked_for_by_its_heading_or_its_number(name: str) -> None:
    page = drawn()
    add_block(page, "正文")
    page.add_paragraph("附：")
    add_block(page, name)
    said_ = lines(filled(page))
    after = said_.index("附：")
    assert said_[after + 1 :] == ["经营情况", "扩大供给。", "用户", "用户稳定。"]
    assert "扩大供给。" not in said_[:after]


def test_a_part_of_a_section_may_stand_elsewhere_than_the_rest_of_it() -> None:
    page = drawn()
    for name in ("经营情况", "用户", "正文"):
        add_block(page, name)
        page.add_paragraph("——")
    said_ = lines(filled(page))
    assert said_[: said_.index("请审阅。")][:6] == [
        "经营情况",
        "扩大供给。",
        "——",
        "用户",
        "用户稳定。",
        "——",
    ]


@pytest.mark.parametrize(
    ("name", "reads"),
    [
        ("标题", "第三季度工作汇报"),
        ("单位", "云溪社区"),
        ("作者", "运营部"),
        ("modules[0].goal", "扩大供给。"),
    ],
)
def test_words_are_put_into_a_line_in_the_look_that_staff_gave_them(name: str, reads: str) -> None:
    page = drawn()
    add_words(page, "：", name)
    add_block(page, "正文")
    paragraph = next(one for one in filled(page).body.iter(w("p")) if text_of(one) == f"：{reads}")
    run = list(paragraph.iter(w("r")))[-1]
    assert value(run, "color") == "C00000"
    assert run.find(f"{w('rPr')}/{w('b')}") is not None
    fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
    assert fonts is not None
    assert fonts.get(w("hint")) == "eastAsia"


def test_words_may_stand_in_several_places() -> None:
    page = drawn()
    add_words(page, "一：", "标题")
    add_words(page, "二：", "标题")
    add_block(page, "正文")
    assert lines(filled(page))[:2] == ["一：第三季度工作汇报", "二：第三季度工作汇报"]


def test_a_line_takes_a_part_that_is_one_paragraph() -> None:
    page = drawn()
    add_words(page, "", "摘要")
    add_block(page, "正文")
    assert lines(filled(page))[0] == "摘要：收入增长。"
    assert errors(page) == []


@pytest.mark.parametrize("prefix", ["slot:", "SLOT:", "slot：", " slot : "])
def test_a_tag_may_be_typed_as_people_type(prefix: str) -> None:
    page = drawn()
    add_block(page, "正文", prefix=prefix)
    assert errors(page) == []


def test_a_prompt_in_grey_lends_no_look_to_the_words() -> None:
    page = drawn()
    grey = f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>单击此处</w:t></w:r>'
    prompt = control("标题", grey, properties="<w:showingPlcHdr/>")
    page.add_paragraph()._p.append(parse_xml(prompt))
    add_block(page, "正文")
    assert "PlaceholderText" not in filled(page).files["word/document.xml"].decode()


def test_a_table_in_a_cell_is_as_wide_as_the_cell() -> None:
    page = drawn()
    outer = page.add_table(1, 2)
    outer.cell(0, 1).width = Twips(5000)
    cell = outer.cell(0, 1)._tc
    cell.insert(1, parse_xml(control("经营情况", "<w:p/>")))
    add_block(page, "正文")
    table = Table((Column(1), Column(1)), (), ((Cell(words("甲")), Cell(words("乙"))),))
    blocks = report().blocks
    document = Document(report().meta, (*blocks[:6], table, *blocks[6:]), SERIES)
    inner = [one for one in filled(page, document).body.iter(w("tbl")) if text_of(one) == "甲乙"][-1]
    assert value_of(inner, "tblW") == 5000 - 216


def value_of(table: object, name: str) -> int:
    found = next(table.iter(w(name)))  # type: ignore[attr-defined]
    return int(found.get(w("w")))


def test_a_control_around_a_cell_fills_the_cell() -> None:
    page = drawn()
    row = page.add_table(1, 1).rows[0]._tr
    cell = row.tc_lst[0]
    wrapped = parse_xml(
        control("标题", '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p/></w:tc>')
    )
    row.replace(cell, wrapped)
    add_block(page, "正文")
    file = filled(page)
    assert errors(page) == []
    cells = list(file.body.iter(w("tc")))
    assert text_of(cells[0]) == "第三季度工作汇报"


def test_a_cell_whose_slot_stays_empty_keeps_its_paragraph() -> None:
    page = drawn()
    cell = page.add_table(1, 1).cell(0, 0)._tc
    cell.remove(cell.p_lst[0])
    cell.append(parse_xml(control("封面", "<w:p/>")))
    add_block(page, "正文")
    cell = next(filled(page).body.iter(w("tc")))
    assert cell[-1].tag == w("p")


def test_a_slot_in_a_text_box_is_filled_once(tmp_path: Path) -> None:
    page = drawn()
    page.add_paragraph()._p.append(parse_xml(TEXT_BOX))
    add_block(page, "正文")
    text = filled(page).files["word/document.xml"].decode()
    assert text.count("第三季度工作汇报") == 1
    assert errors(page) == []


TEXT_BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="2000000" cy="500000"/>'
    '<wp:docPr id="9" name="框"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
    "<wps:spPr/><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
).format(control("标题", "<w:p/>"))


# What belongs to the report as a whole


def test_numbers_of_headings_and_the_list_of_contents_are_those_of_the_whole_report() -> None:
    page = drawn()
    add_block(page, "目录")
    add_block(page, "正文")
    file = filled(page)
    entries = [text_of(one) for one in file.paragraphs("toc 1")]
    assert entries == ["第一部分　经营情况", "第二部分　请求批示"]


def test_footnotes_charts_and_links_come_with_their_parts() -> None:
    note = Paragraph((*words("见注"), Footnote(words("口径见附表。"))))
    file = filled(red_head(), report(note))
    assert "口径见附表。" in file.files["word/footnotes.xml"].decode()


def test_a_caption_stays_with_its_table_whatever_its_style_says() -> None:
    table = Table((Column(1),), (), ((Cell(words("甲")),),), caption=words("指标"))
    caption = next(
        one for one in filled(red_head(), report(table)).body.iter(w("p")) if "指标" in text_of(one)
    )
    assert caption.find(f"{w('pPr')}/{w('keepNext')}") is not None


def test_styles_that_staff_have_are_used_and_the_others_are_filled_in() -> None:
    file = filled(red_head())
    assert {"Normal", "heading 1", "报告正文", "报告表格"} <= set(file.style_names.values())
    assert any(text_of(one) == "经营情况" for one in file.paragraphs("heading 1"))


def test_the_page_header_and_footer_are_those_drawn_and_no_others() -> None:
    assert not [name for name in filled(red_head()).files if "header" in name or "footer" in name]
    page = red_head()
    page.sections[0].header.paragraphs[0].text = "内部资料"
    file = filled(page)
    assert text_of(file.part("word/header1.xml")) == "内部资料"
    assert value_of(file.body, "pgSz") == 11906


def test_a_cover_of_its_own_section_keeps_its_header() -> None:
    page = red_head()
    page.sections[0].header.paragraphs[0].text = "正文页眉"
    cover = page.element.body[0]
    section = parse_xml(
        f'<w:sectPr {nsdecls("w")}><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>'
        "</w:sectPr>"
    )
    cover.get_or_add_pPr().append(section)
    file = filled(page)
    sections = list(file.body.iter(w("sectPr")))
    assert len(sections) == 2
    assert sections[0].find(w("headerReference")) is None
    assert sections[1].find(w("headerReference")) is not None


@cache
def example(name: str, profile: str = "final") -> WordFile:
    found = Diagnostics()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "head.docx"
        path.write_bytes(saved(red_head()))
        result = build(BuildRequest(str(EXAMPLES / name), skeleton=str(path), profile=profile), found)
    assert {one.code for one in found.errors()} == set(), said(found)
    return WordFile(result.outputs["docx"])


@pytest.mark.parametrize("name", ["q3.yaml", "annual-2025", "lifecycle.yaml"])
def test_the_examples_go_into_a_skeleton_whole(name: str) -> None:
    plain = build(BuildRequest(str(EXAMPLES / name)), Diagnostics()).outputs["docx"]
    body = WordFile(plain)
    last = [text_of(one) for one in body.paragraphs("heading 1")]
    assert [text_of(one) for one in example(name).paragraphs("heading 1")] == last
    docx.Document(io.BytesIO(example(name).content))


def test_the_same_skeleton_gives_the_same_bytes() -> None:
    skeleton = saved(red_head())
    one, two = (document_to_docx(report(), REFERENCE, skeleton=skeleton) for _ in range(2))
    assert one == two


def test_a_report_in_a_skeleton_can_be_edited_and_checked_like_any_other() -> None:
    file = example("q3.yaml", "review")
    tags = {value(one, "sdtPr", "tag") for one in file.body.iter(w("sdt"))}
    assert {"modules[0].goal", "metrics[9].vs_previous", "report.number"} <= tags
    assert "word/comments.xml" in file.files


# What does not fit is said


def test_an_unknown_slot_is_an_error_with_the_name_that_was_meant() -> None:
    page = drawn()
    add_block(page, "正文")
    add_block(page, "经营清况")
    plan = planned(read_skeleton(saved(page)).slots, report())
    (unknown,) = [one for one in plan.findings if one.code == "unknown-slot"]
    assert (unknown.help_key, unknown.details["near"]) == ("near", "经营情况")


def test_a_slot_for_what_this_report_has_not_stays_empty_and_is_named() -> None:
    page = drawn()
    add_block(page, "正文")
    add_block(page, "请示")
    add_words(page, "密级：", "report.classification")
    named = [one for one in findings(page) if one[0] == "empty-slot"]
    assert [name for _, _, name in named] == ["请示", "report.classification"]
    assert lines(filled(page))[-1] == "密级："


def test_a_skeleton_without_a_body_loses_nothing_unseen() -> None:
    page = drawn()
    add_block(page, "摘要")
    assert errors(page) == [("unplaced-content", "", "")]


def test_a_file_without_any_slot_is_told_how_to_make_one() -> None:
    assert errors(drawn()) == [("unplaced-content", "no-slots", "")]


def test_blocks_do_not_fit_into_a_line() -> None:
    page = drawn()
    add_words(page, "全文：", "正文")
    assert errors(page) == [("unusable-slot", "line", "正文")]


def test_nothing_fits_around_the_row_of_a_table() -> None:
    page = drawn()
    table = page.add_table(1, 1)._tbl
    row = table.tr_lst[0]
    wrapped = parse_xml(control("标题", "<w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr>"))
    table.replace(row, wrapped)
    add_block(page, "正文")
    assert errors(page) == [("unusable-slot", "row", "标题")]


def test_a_part_stands_in_one_place_only() -> None:
    page = drawn()
    add_block(page, "正文")
    add_block(page, "body")
    assert errors(page) == [("unusable-slot", "repeated", "body")]


def test_what_only_the_head_of_the_style_would_print_is_named() -> None:
    page = drawn()
    add_block(page, "正文")
    assert ("left-out-head", "", "") in findings(page)
    add_words(page, "", "单位")
    assert ("left-out-head", "", "") not in findings(page)


# On the command line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "head.docx").write_bytes(saved(red_head()))
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["build", str(EXAMPLES / "q3.yaml"), *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_a_report_is_built_into_a_skeleton(folder: Path) -> None:
    code, out, _ = run("--skeleton", "head.docx")
    assert (code, out.strip()) == (0, "q3-memo.docx")
    with zipfile.ZipFile(folder / "q3-memo.docx") as archive:
        assert "云溪社区文件" in archive.read("word/document.xml").decode()


def test_a_slot_that_does_not_fit_stops_the_build_with_its_name(folder: Path) -> None:
    page = red_head()
    add_block(page, "正闻")
    (folder / "head.docx").write_bytes(saved(page))
    code, out, err = run("--skeleton", "head.docx")
    assert (code, out) == (1, "")
    assert "unknown-slot" in err
    assert "slot:正文" in err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--to", "pdf"), "只用于 Word 文件"),
        (("--reference", "head.docx"), "不能与 --reference 同用"),
    ],
)
def test_what_a_skeleton_does_not_go_with_is_refused(
    folder: Path, arguments: tuple[str, ...], why: str
) -> None:
    code, _, err = run("--skeleton", "head.docx", *arguments)
    assert code == 2
    assert why in err


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_skeleton_is_refused_as_a_hostile_reference_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / "head.docx"
    path.write_bytes(hostile(name))
    found = Diagnostics()
    assert with_skeleton(EMPTY, str(path), found) is None
    (finding,) = found
    assert (finding.code, finding.help_key) == ("bad-skeleton", HOSTILE[name][0])
    for language in Language:
        assert finding.help(language)


EMPTY = Style("memo", None, "", {}, {}, (), b"")  # type: ignore[arg-type]


def test_a_skeleton_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    found = Diagnostics()
    assert with_skeleton(EMPTY, str(tmp_path / "gone.docx"), found) is None
    assert [one.code for one in found] == ["missing-file"]
