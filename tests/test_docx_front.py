"""What opens a long report in Word: its cover and its list of contents; and the boxes of projects and stages."""

from collections.abc import Mapping

import pytest

from docx_reading import REFERENCE, WordFile, found, said, text_of, words, written
from opsreport.document import (
    Block,
    Box,
    Contents,
    Document,
    Heading,
    Listing,
    Mark,
    Meta,
    PageBreak,
    Paragraph,
    Particulars,
    Series,
    Text,
    numbered,
)
from opsreport.document.contents import anchored
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.package import w

SERIES = (Series("part", 1, "第%部分"), Series("point", 2, "（%）"))
CONTENTS = Contents(words("目　录"), 2)
COVER = Box(
    (
        Paragraph(words("内部资料"), "cover-mark"),
        Paragraph(words("青禾优选"), "cover-org"),
        Paragraph(words("2025年"), "cover-line"),
        Paragraph(words("年度运营工作复盘"), "cover-title"),
        Paragraph(words("稳增长"), "cover-line"),
        Particulars(((words("编号"), words("QH-01")), (words("日期"), words("2026年1月16日")))),
    ),
    "cover",
)
REPORT: tuple[Block, ...] = (
    CONTENTS,
    PageBreak(),
    Heading(1, words("引言")),
    Heading(1, (Text("指标"), Mark("quiet", words("（AARRR）"))), "part"),
    Heading(2, words("营收"), "point", anchor="revenue"),
    Heading(3, words("细目")),
    Box((Heading(2, words("框内"), anchor="in a box"),), "stage"),
)


def long_report(pages: Mapping[str, int] | None = None, *blocks: Block, draft: bool = False) -> WordFile:
    tree = anchored(numbered(blocks or REPORT, SERIES))
    return WordFile(
        document_to_docx(Document(Meta("年度复盘", draft=draft), tree, SERIES), REFERENCE, pages or {})
    )


def entries(file: WordFile) -> list[tuple[str, str]]:
    lines = [(level, line) for level in ("toc 1", "toc 2", "toc 3") for line in file.paragraphs(level)]
    order = {id(line): place for place, line in enumerate(file.paragraphs())}
    return [(level, text_of(line)) for level, line in sorted(lines, key=lambda one: order[id(one[1])])]


def instructions(file: WordFile) -> list[str]:
    return [(node.text or "").strip() for node in file.body.iter(w("instrText"))]


# Contents


def test_the_contents_are_filled_in_with_numbers_and_pages() -> None:
    file = long_report({"_Toc00000001": 3, "_Toc00000002": 3, "revenue": 4, "in a box": 5})
    assert entries(file) == [
        ("toc 1", "引言3"),
        ("toc 1", "第一部分　指标（AARRR）3"),
        ("toc 2", "营收4"),
        ("toc 2", "框内5"),
    ]


def test_an_entry_whose_page_is_not_known_stands_without_one() -> None:
    file = long_report({"revenue": 4})
    assert [text for _, text in entries(file)] == ["引言", "第一部分　指标（AARRR）", "营收4", "框内"]
    assert sum(1 for line in file.body.iter(w("hyperlink")) for _ in line.iter(w("tab"))) == 1


def test_every_entry_leads_to_its_heading() -> None:
    file = long_report({"revenue": 4})
    marks = {mark.get(w("name")) for mark in file.body.iter(w("bookmarkStart"))}
    anchors = [link.get(w("anchor")) for link in file.body.iter(w("hyperlink"))]
    assert anchors == ["_Toc00000001", "_Toc00000002", "revenue", "_in_a_box"]
    assert set(anchors) <= marks


def test_word_can_work_the_contents_out_anew_but_asks_nobody() -> None:
    file = long_report({"revenue": 4})
    assert instructions(file) == [r'TOC \o "1-2" \h \z \u', r"PAGEREF revenue \h"]
    assert b"updateFields" not in file.files["word/settings.xml"]
    assert b"dirty" not in file.files["word/document.xml"]
    gallery = found(file.body, "sdt", "sdtPr", "docPartGallery")
    assert gallery.get(w("val")) == "Table of Contents"


def test_the_title_of_the_contents_is_no_heading() -> None:
    file = long_report()
    assert [text_of(line) for line in file.paragraphs("目录标题")] == ["目　录"]


def test_a_report_without_headings_has_a_title_for_its_contents_and_no_field() -> None:
    file = long_report(None, CONTENTS, said("正文"))
    assert text_of(file.body) == "目　录正文"
    assert instructions(file) == []


def test_contents_after_a_page_break_begin_a_page() -> None:
    file = long_report(None, said("前言"), PageBreak(), CONTENTS, Heading(1, words("总述")))
    assert file.paragraphs("目录标题")[0].find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None


# Cover


def test_a_cover_is_a_page_of_its_own_without_head_and_foot() -> None:
    file = long_report(None, COVER, PageBreak(), Heading(1, words("总述")))
    section = found(file.body, "sectPr")
    assert section.find(w("titlePg")) is not None
    assert [one.get(w("type")) for one in section.iter(w("headerReference"))] == ["default"]
    after = file.paragraphs("heading 1")[0]
    assert after.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None


def test_a_report_without_a_cover_has_its_head_on_the_first_page() -> None:
    assert found(written(said("正文")).body, "sectPr").find(w("titlePg")) is None


def test_the_cover_of_a_draft_has_its_watermark() -> None:
    file = long_report(None, COVER, Heading(1, words("总述")), draft=True)
    first = [
        one for one in found(file.body, "sectPr").iter(w("headerReference")) if one.get(w("type")) == "first"
    ]
    assert len(first) == 1
    assert "草稿" in file.files["word/header2.xml"].decode()
    assert text_of(file.part("word/header2.xml")) == ""


def test_a_cover_says_all_that_it_holds() -> None:
    file = long_report(None, COVER)
    assert [file.style_of(line) for line in file.body.findall(w("p"))] == [
        "封面密级", "封面单位", "封面期间", "封面短线", "封面标题", "封面信息", "表格间隔",
    ]  # fmt: skip
    assert [text_of(line) for line in file.paragraphs("封面项目值")] == ["编号QH-01", "日期2026年1月16日"]


def test_the_band_of_a_cover_reaches_to_the_foot_of_the_page() -> None:
    file = long_report(None, COVER)
    top = next(
        int(node.text or 0)
        for node in file.body.iter()
        if node.tag.endswith("posOffset") and node.text != "0"
    )
    depth = next(int(node.get("cy", 0)) for node in file.body.iter() if node.tag.endswith("}extent"))
    assert top + depth == int(found(file.body, "pgSz").get(w("h"), 0)) * 635


# Boxes


PROJECT = Box(
    (
        Paragraph(words("负责人：会员运营部"), "lead"),
        Heading(3, words("背景")),
        said("老客嫌少。"),
        Heading(3, words("举措")),
        Listing(((said("打通数据"),), (said("建立模型"),)), ordered=True, role="numbered-list"),
        said("另有层级。"),
    ),
    "project",
)


def test_a_project_stands_under_a_line_that_each_of_its_pages_repeats() -> None:
    file = written(PROJECT)
    rows = list(found(file.body, "tbl").iter(w("tr")))
    assert [[text_of(cell) for cell in row.iter(w("tc"))] for row in rows] == [
        ["负责人：会员运营部"],
        ["背景", "老客嫌少。"],
        ["举措", "打通数据建立模型另有层级。"],
    ]
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True, False, False]


def may_be_parted(*blocks: Block) -> list[bool]:
    """For each row of the first box, whether a page may part it."""
    rows = list(found(written(*blocks).body, "tbl").iter(w("tr")))
    return [row.find(f"{w('trPr')}/{w('cantSplit')}") is None for row in rows]


def test_a_project_that_runs_over_a_page_breaks_between_its_parts() -> None:
    assert may_be_parted(PROJECT) == [False, False, False]


def test_a_long_box_does_not_leave_its_heading_alone_on_a_page() -> None:
    items = Listing(tuple((said("打通数据"),) for _ in range(25)))
    assert may_be_parted(Box((Heading(3, words("举措")), items), "project")) == [True]
    assert may_be_parted(Box((said("核心思路" * 300),), "stage")) == [True]
    assert may_be_parted(Box((said("核心思路"),), "stage")) == [False]


@pytest.mark.parametrize(
    ("children", "cells"),
    [
        ((said("说明"), Heading(3, words("背景"))), [["说明"], ["背景", ""]]),
        ((Heading(3, words("甲")), Heading(4, words("乙")), said("丙")), [["甲", "乙丙"]]),
        ((said("只有一段"),), [["只有一段"]]),
    ],
)
def test_a_project_has_a_row_for_each_of_its_highest_headings(
    children: tuple[Block, ...], cells: list[list[str]]
) -> None:
    rows = found(written(Box(children, "project")).body, "tbl").iter(w("tr"))
    assert [[text_of(cell) for cell in row.iter(w("tc"))] for row in rows] == cells


def test_the_names_in_a_project_do_not_chain_its_rows_together() -> None:
    names = written(PROJECT).paragraphs("heading 3")
    assert [found(name, "keepNext").get(w("val")) for name in names] == ["0", "0"]


def test_nothing_in_a_project_or_a_stage_is_indented() -> None:
    for role in ("project", "stage"):
        file = written(Box((Heading(3, words("举措")), said("正文")), role))
        heading = file.paragraphs("heading 3")[0]
        assert found(heading, "ind").get(w("firstLine")) == "0"
        assert [text_of(one) for one in file.paragraphs("框内正文")] == ["正文"]


def test_a_request_is_still_kept_whole() -> None:
    row = found(written(Box((said("请批准。"),), "request")).body, "tbl", "tr")
    assert row.find(f"{w('trPr')}/{w('cantSplit')}") is not None


def test_the_page_numbers_of_the_contents_end_where_the_styles_were_drawn_for() -> None:
    from opsreport.writers.docx.contents import DRAWN_FOR
    from opsreport.writers.docx.reference.look import TEXT_WIDTH

    assert DRAWN_FOR == TEXT_WIDTH
