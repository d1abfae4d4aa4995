"""A report as a Word file: what stands in it, and that Word finds nothing to repair."""

import datetime
import hashlib
import io
import itertools
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docx_reading import REFERENCE, WordFile, found, said, text_of, value, words, written
from opsreport.document import (
    Align,
    Box,
    Break,
    Cell,
    Column,
    Emphasis,
    Field,
    Heading,
    Inline,
    Link,
    Listing,
    Mark,
    Meta,
    PageBreak,
    Paragraph,
    Particulars,
    Strong,
    Table,
    Text,
    Together,
)
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.package import w
from sample_memo import sample_memo

MEMO = WordFile(document_to_docx(sample_memo(), REFERENCE))


def cell(text: str, **more: object) -> Cell:
    return replace(Cell(words(text)), **more)  # type: ignore[arg-type]


def heads(*texts: str) -> tuple[Cell, ...]:
    return tuple(cell(text, head=True) for text in texts)


def table(columns: int, *rows: tuple[Cell, ...], head: tuple[tuple[Cell, ...], ...] = ()) -> Table:
    return Table(tuple(Column(1) for _ in range(columns)), head, rows)


# The file as a whole


def test_another_reader_finds_the_memo_whole() -> None:
    memo = docx.Document(io.BytesIO(MEMO.content))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in memo.paragraphs if paragraph.style]
    assert ("报告标题", "备忘录") in styles
    assert ("Heading 1", "请求批示") in styles
    assert len(memo.tables) == 8
    assert [one.text for one in memo.tables[2].rows[0].cells] == ["指标", "本期", "上期", "环比"]


def test_the_first_file_in_the_zip_says_what_the_others_are() -> None:
    with zipfile.ZipFile(io.BytesIO(MEMO.content)) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr for entry in entries} == {0o600 << 16}


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("1", "Asia/Shanghai"), ("77", "America/New_York")])
def test_the_same_report_is_the_same_bytes_in_every_process(seed: str, zone: str) -> None:
    script = (
        "import sys, hashlib; from sample_memo import sample_memo; from docx_reading import REFERENCE\n"
        "from opsreport.writers.docx import document_to_docx\n"
        "print(hashlib.sha256(document_to_docx(sample_memo(), REFERENCE)).hexdigest())"
    )
    elsewhere = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(Path(__file__).parent)}
    said_there = subprocess.run(
        [sys.executable, "-c", script], env=elsewhere, capture_output=True, text=True, check=True
    )
    assert said_there.stdout.strip() == hashlib.sha256(MEMO.content).hexdigest()


def test_properties_tell_who_wrote_what_and_when() -> None:
    properties = docx.Document(io.BytesIO(MEMO.content)).core_properties
    assert properties.title == "2025年第三季度内容生态工作汇报与第四季度资源申请"
    assert (properties.author, properties.subject, properties.language) == ("内容运营部", "备忘录", "zh-CN")
    assert properties.keywords == "2025年第三季度；内容生态"
    assert properties.created == properties.modified == datetime.datetime(2025, 10, 14, tzinfo=datetime.UTC)


def test_a_report_without_a_date_does_not_ask_the_clock() -> None:
    properties = docx.Document(io.BytesIO(written(said("正文")).content)).core_properties
    assert properties.created == datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def test_every_page_has_its_running_head_and_its_number() -> None:
    header, footer = MEMO.part("word/header1.xml"), MEMO.part("word/footer1.xml")
    assert text_of(header) == "云溪社区　内容运营部YX-NR-2025-Q3-003"
    assert MEMO.style_of(header) == "header"
    assert [node.text for node in footer.iter(w("instrText"))] == [" PAGE ", " NUMPAGES "]
    assert text_of(footer) == "第 1 页　共 1 页"
    assert found(MEMO.body, "headerReference").get(w("type")) == "default"
    assert MEMO.body.find(f".//{w('titlePg')}") is None


def test_only_a_draft_has_the_watermark() -> None:
    draft = WordFile(document_to_docx(sample_memo(draft=True), REFERENCE))
    assert 'string="草稿"' in draft.files["word/header1.xml"].decode()
    assert "草稿" not in MEMO.files["word/header1.xml"].decode()


def test_an_empty_report_is_a_file_all_the_same() -> None:
    assert written().paragraphs() == []


# Words in a line


ANY_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
)


@given(ANY_TEXT)
def test_any_words_come_out_unchanged(text: str) -> None:
    assert text_of(written(said(text), Heading(1, words(text))).body) == text * 2


@given(st.text(st.characters(exclude_categories=())))
def test_no_words_can_break_the_file(text: str) -> None:
    everywhere = Meta(text, text, text, text, (text,), None, text, text)
    file = written(Paragraph((Mark("label", words(text)), Link(text, words(text)))), meta=everywhere)
    docx.Document(io.BytesIO(file.content))


def test_a_character_xml_cannot_hold_is_shown_as_lost() -> None:
    assert text_of(written(said("前\x0b后")).body) == "前\ufffd后"


def run_of(*inlines: Inline) -> tuple[WordFile, list[str]]:
    file = written(Paragraph(inlines))
    return file, [
        node.tag.rpartition("}")[2] for properties in file.body.iter(w("rPr")) for node in properties
    ]


def test_strong_words_are_bold_and_stressed_words_dotted_never_slanted() -> None:
    _, properties = run_of(Strong((Emphasis(words("要点")),)))
    assert properties == ["rFonts", "b", "bCs", "em"]


def test_a_mark_is_a_character_style_and_a_field_leaves_no_trace() -> None:
    file, _ = run_of(Mark("rise", (Field("metrics.revenue", words("▲3.8%")),)))
    assert file.style_names[value(file.body, "rStyle")] == "上升数值"
    assert file.body.find(f".//{w('sdt')}") is None


@pytest.mark.parametrize("text", ["营业收入", "“", "……", "——", "▲3.8%", "Q3：完成"])
def test_chinese_marks_are_set_in_the_chinese_font(text: str) -> None:
    file, _ = run_of(Text(text))
    assert found(file.body, "rFonts").get(w("hint")) == "eastAsia"


@pytest.mark.parametrize("text", ["12.5%", "A/B", "0.42‰", "-3"])
def test_latin_words_and_figures_are_left_to_the_latin_font(text: str) -> None:
    assert run_of(Text(text))[1] == []


def test_a_break_begins_a_new_line_in_the_same_paragraph() -> None:
    file, _ = run_of(Text("上"), Break(), Text("下"))
    assert [text_of(paragraph) for paragraph in file.paragraphs()] == ["上\n下"]


def link_targets(file: WordFile) -> list[str]:
    leads = file.part("word/_rels/document.xml.rels")
    return [lead.get("Target", "") for lead in leads if lead.get("TargetMode") == "External"]


def test_a_link_leads_to_its_address_once() -> None:
    file, _ = run_of(*[Link("https://example.com/社区?a=1&b=2", words("社区规范"))] * 2)
    assert link_targets(file) == ["https://example.com/%E7%A4%BE%E5%8C%BA?a=1&b=2"]
    assert text_of(file.body) == "社区规范社区规范"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("HTTP://a.b", "HTTP://a.b"),
        ("https://例子.测试:8080/页", "https://xn--fsqu00a.xn--0zwm56d:8080/%E9%A1%B5"),
        ("mailto:wang@例子.测试", "mailto:wang@xn--fsqu00a.xn--0zwm56d"),
    ],
)
def test_an_address_in_capitals_or_chinese_is_a_link_as_in_every_format(address: str, target: str) -> None:
    file, _ = run_of(Link(address, words("社区")))
    assert link_targets(file) == [target]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", r"\\server\share", "http://", "http://[", "https:// x", "https://..例/"]
)  # fmt: skip
def test_words_with_an_address_word_cannot_follow_stay_plain(address: str) -> None:
    file, _ = run_of(Link(address, words("附件")))
    assert link_targets(file) == []
    assert text_of(file.body) == "附件"


# Blocks


def test_a_heading_with_an_anchor_can_be_pointed_to() -> None:
    file = written(
        Heading(1, words("总述"), anchor="overview"),
        Heading(1, words("再述"), anchor="overview"),
        Heading(1, words("空格"), anchor="not a name"),
    )
    marks = [mark.get(w("name")) for mark in file.body.iter(w("bookmarkStart"))]
    assert marks == ["overview", "_not_a_name"]


def test_what_follows_a_page_break_begins_a_page() -> None:
    file = written(said("前"), PageBreak(), said("后"))
    before, after = file.paragraphs()
    assert before.find(f".//{w('pageBreakBefore')}") is None
    assert after.find(f".//{w('pageBreakBefore')}") is not None


def test_a_table_can_begin_a_page_too() -> None:
    file = written(PageBreak(), table(1, (cell("甲"),)))
    first = file.body[0]
    assert first.find(f".//{w('pageBreakBefore')}") is not None
    assert first.tag == w("p")


def test_a_page_break_at_the_end_makes_no_empty_page() -> None:
    assert len(written(said("完"), PageBreak()).paragraphs()) == 1


def test_boxes_and_tables_never_touch() -> None:
    box = Box((table(1, (cell("甲"),)),), "request")
    file = written(box, box, table(1, (cell("乙"),)))
    for container in [file.body, *file.body.iter(w("tc"))]:
        tags = [child.tag for child in container]
        assert (w("tbl"), w("tbl")) not in itertools.pairwise(tags)


def test_a_box_is_a_frame_of_its_own_style_around_its_blocks() -> None:
    file = written(Box((said("请批示。"), Listing(((said("一"),),))), "request"))
    frame = found(file.body, "tbl")
    assert file.style_of(frame) == "请示框"
    assert text_of(frame) == "请批示。一"


def test_a_signature_is_never_alone_on_its_page() -> None:
    file = written(said("正文"), Box((said("请批示。"),), "request"), Paragraph(words("运营部"), "closing"))
    kept = [text_of(one) for one in file.paragraphs() if one.find(f".//{w('keepNext')}") is not None]
    assert "请批示。" in kept
    assert "正文" not in kept


# Tables


def widths(file: WordFile) -> tuple[int, list[int], list[list[int]]]:
    one = found(file.body, "tbl")

    def width(element_name: str, within: object) -> list[int]:
        return [int(node.get(w("w"), "0")) for node in within.iter(w(element_name))]  # type: ignore[attr-defined]

    return width("tblW", one)[0], width("gridCol", one), [width("tcW", row) for row in one.iter(w("tr"))]


@given(st.lists(st.floats(0.1, 50), min_size=1, max_size=12))
def test_table_grid_and_cells_agree_on_every_width(shares: list[float]) -> None:
    columns = tuple(Column(share) for share in shares)
    file = written(Table(columns, (), (tuple(cell("甲") for _ in shares),)))
    total, grid, rows = widths(file)
    assert total == sum(grid) == 8400
    assert rows == [grid]


def test_head_rows_repeat_and_no_row_is_split() -> None:
    file = written(table(2, (cell("甲"), cell("1")), head=(heads("指标", "本期"),)))
    head, body = file.body.iter(w("tr"))
    assert head.find(f".//{w('tblHeader')}") is not None
    assert body.find(f".//{w('tblHeader')}") is None
    assert all(row.find(f".//{w('cantSplit')}") is not None for row in (head, body))
    assert [file.style_of(paragraph) for paragraph in head.iter(w("p"))] == ["表头", "表头"]
    assert [file.style_of(paragraph) for paragraph in body.iter(w("p"))] == ["表格正文", "表格正文"]


def test_figures_stand_right_and_names_left() -> None:
    columns = (Column(2), Column(1, Align.END), Column(1, Align.CENTER))
    file = written(Table(columns, (), ((cell("收入"), cell("12.5"), cell("是")),)))
    assert [value(paragraph, "jc") for paragraph in found(file.body, "tbl").iter(w("p"))] == [
        "",
        "right",
        "center",
    ]


def test_a_cell_may_span_columns_and_rows() -> None:
    file = written(
        table(
            3,
            (cell("甲"), cell("1"), cell("2")),
            head=(
                (cell("指标", head=True, rows=2), cell("本季度", head=True, columns=2)),
                heads("实际", "目标"),
            ),
        )
    )
    grid = docx.Document(io.BytesIO(file.content)).tables[0]
    assert [[one.text for one in row.cells] for row in grid.rows] == [
        ["指标", "本季度", "本季度"],
        ["指标", "实际", "目标"],
        ["甲", "1", "2"],
    ]


def test_two_head_rows_have_one_rule_below_them() -> None:
    file = written(
        table(
            2, (cell("甲"), cell("1")), (cell("乙"), cell("2")), head=(heads("一", "二"), heads("三", "四"))
        )
    )
    rules = [
        [border.tag.rpartition("}")[2] for borders in row.iter(w("tcBorders")) for border in borders]
        for row in file.body.iter(w("tr"))
    ]
    assert rules == [[], ["bottom"] * 2, ["top"] * 2, []]


def test_a_caption_stays_with_its_table_and_names_it_for_screen_readers() -> None:
    one = replace(table(1, (cell("甲"),)), caption=words("表1　主要指标"), note=words("注：未经审计。"))
    file = written(one)
    assert [file.style_of(child) for child in file.body if child.tag == w("p")] == ["caption", "报告注释"]
    assert value(file.body, "tblCaption") == "表1　主要指标"
    assert file.body[1].find(f".//{w('keepNext')}") is not None


def test_a_group_of_rows_is_headed_across_the_table() -> None:
    file = written(table(2, (cell("规模", head=True, columns=2),), (cell("收入", head=True), cell("1"))))
    assert [file.style_of(paragraph) for paragraph in found(file.body, "tbl").iter(w("p"))] == [
        "表头",
        "表格正文",
        "表格正文",
    ]


def test_a_table_without_rows_is_left_out() -> None:
    assert written(table(2)).body.find(w("tbl")) is None


def test_a_cells_role_is_the_style_of_its_words() -> None:
    file = written(table(1, (cell("▼15.0%", role="fall"),)))
    assert file.style_names[value(file.body, "rStyle")] == "下降数值"


def particulars(*items: tuple[str, str]) -> list[list[str]]:
    file = written(Particulars(tuple((words(label), words(said_of)) for label, said_of in items)))
    return [[text_of(one) for one in row.iter(w("tc"))] for row in file.body.iter(w("tr"))]


def test_short_particulars_share_a_line_and_a_long_one_has_its_own() -> None:
    subject = "2025年第三季度内容生态工作汇报与第四季度资源申请"
    items = (("致", "管委会"), ("发件人", "运营部"), ("主题", subject), ("编号", "003"), ("日期", "2025年"))
    assert particulars(*items) == [
        ["致", "管委会", "发件人", "运营部"],
        ["主题", subject],
        ["编号", "003", "日期", "2025年"],
    ]


def test_particulars_keep_their_order() -> None:
    long = "很长" * 10
    assert particulars(("一", "短"), ("二", long), ("三", "短")) == [["一", "短"], ["二", long], ["三", "短"]]


def test_a_report_of_the_third_century_has_a_date_of_four_digits() -> None:
    memo = sample_memo()
    old = replace(memo, meta=replace(memo.meta, date=datetime.date(205, 10, 14)))
    core = WordFile(document_to_docx(old, REFERENCE)).files["docProps/core.xml"]
    assert b">0205-10-14T00:00:00Z<" in core


def facts(*said: str) -> Paragraph:
    """A line of facts, parted by gaps."""
    gaps = (one for fact in said for one in (*words("　"), Together(words(fact))))
    return Paragraph(tuple(gaps)[1:], "facts")


def lines_of(paragraph: Element) -> list[str]:
    """The words of a paragraph line by line, as far as it says where they end."""
    signs = ("\n" if node.tag == w("br") else node.text or "" for node in paragraph.iter())
    return "".join(signs).split("\n")


def test_a_line_of_facts_runs_over_between_two_of_them() -> None:
    problem, team = "针对问题：净利润仍为负", "责任人：财务与营运联合组"
    file = written(facts(problem, team, "完成时间：2025年12月31日"), facts(team, "完成时间：2025年12月31日"))
    assert [lines_of(line) for line in file.paragraphs("报告正文")] == [
        [f"{problem}　{team}", "完成时间：2025年12月31日"],
        [f"{team}　完成时间：2025年12月31日"],
    ]


def test_a_fact_longer_than_a_line_begins_no_line_of_its_own() -> None:
    long = "针对问题：" + "夜间客服缺口、" * 8
    (line,) = written(facts("责任人：客服组", long)).paragraphs("报告正文")
    assert lines_of(line) == [f"责任人：客服组　{long}"]


def test_the_further_lines_of_facts_stand_below_the_first() -> None:
    (line,) = written(facts("责任人：客服组")).paragraphs("报告正文")
    indent = found(line, "pPr", "ind")
    assert (indent.get(w("left")), indent.get(w("firstLine"))) == ("420", "0")


# Front and end


def test_the_secrecy_of_a_memo_is_a_stamp_at_the_right_of_its_masthead() -> None:
    file = written(
        Paragraph((*words("海岚生活平台　用户营运部　"), Mark("quiet", words("内部"))), "masthead")
    )
    (line,) = file.paragraphs("文头")
    assert [tab.get(w("val")) for tab in line.iter(w("tab")) if tab.get(w("val"))] == ["center", "right"]
    framed = [run for run in line.iter(w("r")) if run.find(f"{w('rPr')}/{w('bdr')}") is not None]
    assert [text_of(run).strip("\u2005") for run in framed] == ["内部"]
    assert text_of(line).startswith("海岚生活平台　用户营运部\u2005")


def test_a_request_leaves_the_plan_before_it_where_that_finds_room() -> None:
    plan = (Heading(2, words("规划三")), said("增设夜间专席。"), said("增配六名客服。"))
    facts = Paragraph(words("责任人：客服组"), "facts")
    request = (Heading(1, words("请求批示")), Box((said("请予批示。"),), "request"))
    file = written(said("正文。"), *plan, facts, *request)
    kept = [
        text_of(line) for line in file.paragraphs("报告正文") if line.find(f".//{w('keepNext')}") is not None
    ]
    assert kept == ["增配六名客服。"], "what is said of the plan stays with it, and no more"
