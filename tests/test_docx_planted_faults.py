"""One fault at a time is planted in a sound report of every feature, and the lint names it.

Most of them pass the Open XML SDK, and Word or WPS then mends the file by throwing something away.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import pytest

from docx_reading import REFERENCE, WordFile, words
from opsreport.document import (
    Block,
    Box,
    Cell,
    Column,
    Contents,
    Document,
    Footnote,
    Heading,
    Link,
    Listing,
    Meta,
    Paragraph,
    Series,
    Table,
    captioned,
    numbered,
)
from opsreport.document.contents import anchored
from opsreport.writers.docx import document_to_docx, lint
from opsreport.writers.docx.lint import faults
from test_docx_charts import EVERY_KIND
from test_golden import build_example

ROWS = 60
DOCUMENT, NUMBERING, STYLES, COMMENTS = (
    f"word/{name}.xml" for name in ("document", "numbering", "styles", "comments")
)
LEADS, TYPES, CORE = "word/_rels/document.xml.rels", "[Content_Types].xml", "docProps/core.xml"
SETTINGS, FOOTER, FOOTNOTES = "word/settings.xml", "word/footer1.xml", "word/footnotes.xml"
BARS, STACKED, COMBINED, RING = (f"word/charts/chart{number}.xml" for number in (1, 2, 4, 6))
TEXT = '<w:r><w:t xml:space="preserve">甲</w:t></w:r>'


@cache
def report() -> Mapping[str, bytes]:
    """A report with a cover, contents, charts of every kind, a footnote, a link, lists and merged and long tables."""
    series = (Series("part", 1, "第%部分"),)
    long = tuple((Cell(words(f"第{row}行")), Cell(words(str(row)))) for row in range(ROWS))
    head = (
        (Cell(words("指标"), head=True, rows=2), Cell(words("本期"), head=True, columns=2)),
        (Cell(words("目标"), head=True), Cell(words("实际"), head=True)),
    )
    merged = ((Cell(words("收入")), Cell(words("1")), Cell(words("2"))),)
    blocks: tuple[Block, ...] = (
        Box((Paragraph(words("年度复盘"), "cover-title"),), "cover"),
        Contents(words("目录")),
        Heading(1, words("总述"), "part"),
        Paragraph(
            (*words("见"), Link("https://example.com", words("规范")), Footnote(words("口径不变。"), 1))
        ),
        Listing(((Paragraph(words("甲")),), (Paragraph(words("乙")),)), ordered=True, role="numbered-list"),
        *EVERY_KIND,
        Table((Column(1), Column(1), Column(1)), head, merged, caption=words("收入")),
        Paragraph(words("明细如下。")),
        Table((Column(1), Column(1)), (), long),
    )
    tree = anchored(captioned(numbered(blocks, series)))
    return WordFile(
        document_to_docx(Document(Meta("年度复盘"), tree, series), REFERENCE, {"_Toc00000001": 3})
    ).files


@cache
def review() -> Mapping[str, bytes]:
    """An example to be checked: each text in a content control, each figure with a comment."""
    result, _ = build_example("q3.memo", formats=("docx",), profile="review")
    return WordFile(result.outputs["docx"]).files


class Fault(NamedTuple):
    """The first match of a pattern in a part is replaced; the lint's words for it."""

    part: str
    sound: str
    broken: str
    named: str


FAULTS = {
    # Cells, rows and tables
    "cell that ends in a table": Fault(DOCUMENT, r"(<w:p>(?:(?!<w:p>).)*?</w:p>)</w:tc>", r"\1<w:tbl/></w:tc>", "tc does not end in a paragraph"),
    "cell without a paragraph": Fault(DOCUMENT, r"(</w:tcPr>)<w:p>(?:(?!<w:p>).)*?</w:p></w:tc>", r"\1</w:tc>", "tc without p"),
    "row without cells": Fault(DOCUMENT, r"(</w:trPr>)(?:(?!</w:tr>).)*</w:tr>", r"\1</w:tr>", "tr without tc"),
    "table without rows": Fault(DOCUMENT, r"(</w:tblGrid>)(?:(?!</w:tbl>).)*</w:tbl>", r"\1</w:tbl>", "tbl without tr"),
    "table without a grid": Fault(DOCUMENT, r"<w:tblGrid>.*?</w:tblGrid>", "", "tbl without tblGrid"),
    "row of too many cells": Fault(DOCUMENT, r"(<w:tc>(?:(?!<w:tc>).)*?</w:tc>)</w:tr>", r"\1\1</w:tr>", "a row fills"),
    "span beyond the grid": Fault(DOCUMENT, r'<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', "a row fills 4 of 3 columns"),
    "table of another width": Fault(DOCUMENT, r'<w:tblW w:w="\d+"', '<w:tblW w:w="7000"', "a table is not as wide as its columns"),
    "cell of another width": Fault(DOCUMENT, r'<w:tcW w:w="\d+"', '<w:tcW w:w="700"', "a cell is not as wide as its columns"),
    "merge that begins nowhere": Fault(DOCUMENT, r'<w:vMerge w:val="restart"/>', "", "goes on from a row above"),
    # Where things stand
    "paragraph in a paragraph": Fault(DOCUMENT, r"</w:pPr><w:r>", "</w:pPr><w:p/><w:r>", "p holds p"),
    "run outside a paragraph": Fault(DOCUMENT, r"<w:body>", f"<w:body>{TEXT}", "body holds r"),
    "words outside a run": Fault(DOCUMENT, r"</w:pPr><w:r>", "</w:pPr><w:t>甲</w:t><w:r>", "p holds t"),
    "table in a paragraph": Fault(DOCUMENT, r"</w:pPr><w:r>", "</w:pPr><w:tbl/><w:r>", "p holds tbl"),
    "section before the end": Fault(DOCUMENT, r"(<w:sectPr>(?:(?!<w:sectPr>).)*</w:sectPr>)</w:body>", r"\1<w:p/></w:body>", "body goes on after its last section"),
    "properties after the words": Fault(DOCUMENT, r"(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)(<w:r>(?:(?!</w:r>).)*</w:r>)</w:p>", r"\2\1</w:p>", "not where it belongs"),
    "words kept in a deletion": Fault(DOCUMENT, r"</w:pPr><w:r>", f'</w:pPr><w:del w:id="9001" w:author="a">{TEXT}</w:del><w:r>', "a deletion holds words"),
    "paragraph properties out of order": Fault(DOCUMENT, r"(<w:pStyle [^>]*/>)(<w:keepNext/>)", r"\2\1", "pPr holds things out of order"),
    "run properties out of order": Fault(DOCUMENT, r"(<w:rStyle [^>]*/>)(<w:rFonts [^>]*/>)", r"\2\1", "rPr holds things out of order"),
    "table properties out of order": Fault(DOCUMENT, r"(<w:tblW [^>]*/>)(<w:tblLayout [^>]*/>)", r"\2\1", "tblPr holds things out of order"),
    "cell properties out of order": Fault(DOCUMENT, r"(<w:tcW [^>]*/>)(<w:gridSpan [^>]*/>)", r"\2\1", "tcPr holds things out of order"),
    # Styles and lists
    "paragraph style that is not there": Fault(DOCUMENT, r'<w:pStyle w:val="\w+"', '<w:pStyle w:val="Gone"', "no paragraph style Gone"),
    "character style that is not there": Fault(DOCUMENT, r'<w:rStyle w:val="\w+"', '<w:rStyle w:val="Gone"', "no character style Gone"),
    "table style that is not there": Fault(DOCUMENT, r'<w:tblStyle w:val="\w+"', '<w:tblStyle w:val="Gone"', "no table style Gone"),
    "style of another type": Fault(DOCUMENT, r'<w:pStyle w:val="\w+"', '<w:pStyle w:val="Hyperlink"', "no paragraph style Hyperlink"),
    "style on no style": Fault(STYLES, r'<w:basedOn w:val="\w+"', '<w:basedOn w:val="Gone"', "builds on Gone"),
    "list that is not there": Fault(DOCUMENT, r'<w:numId w:val="[1-9]"', '<w:numId w:val="99"', "no list 99"),
    "level that is not there": Fault(DOCUMENT, r'<w:ilvl w:val="0"', '<w:ilvl w:val="8"', "with a level 8"),
    "list of no kind": Fault(NUMBERING, r'<w:abstractNumId w:val="\d"', '<w:abstractNumId w:val="77"', "of no kind"),
    "kind of list after the lists": Fault(NUMBERING, r"(<w:abstractNum (?:(?!</w:abstractNum>).)*</w:abstractNum>)(.*?</w:num>)", r"\2\1", "stands after a list"),
    # Marks and fields
    "mark twice": Fault(DOCUMENT, r'(w:name="_Toc00000001"/>)(.*?)(<w:bookmarkStart w:id="\d+" w:name=")\w+"', r'\1\2\3_Toc00000001"', "bookmark _Toc00000001 twice"),
    "mark that stays open": Fault(DOCUMENT, r'<w:bookmarkEnd w:id="\d+"/>', "", "do not begin and end once each"),
    "mark of too long a name": Fault(DOCUMENT, r'w:name="_Toc00000001"', f'w:name="{"o" * 41}"', "too long a name"),
    "field that stays open": Fault(DOCUMENT, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "a field begins and does not end"),
    "field that ends twice": Fault(FOOTER, r'w:fldCharType="begin"', 'w:fldCharType="end"', "a field ends that has not begun"),
    "field out of date": Fault(DOCUMENT, r'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"', "a field marked as out of date"),
    "fields to bring up to date": Fault(SETTINGS, r"<w:zoom ", '<w:updateFields w:val="true"/><w:zoom ', "a field marked as out of date"),
    "field that fetches": Fault(DOCUMENT, r" TOC \\o[^<]*", ' DDEAUTO excel "x" ', "a field 'DDEAUTO"),
    "page of a lost heading": Fault(DOCUMENT, r" PAGEREF _Toc00000001 ", " PAGEREF _Toc00000099 ", "a PAGEREF to bookmark _Toc00000099"),
    "page of nothing": Fault(DOCUMENT, r" PAGEREF _Toc00000001 [^<]*", " PAGEREF ", "a PAGEREF to bookmark"),
    "link to a lost heading": Fault(DOCUMENT, r'w:anchor="_Toc00000001"', 'w:anchor="gone"', "a link to bookmark gone"),
    "footnote that is not there": Fault(DOCUMENT, r'<w:footnoteReference w:id="\d+"', '<w:footnoteReference w:id="77"', "no footnote 77"),
    # Parts
    "sign that no XML holds": Fault(DOCUMENT, r"第59行", "第59行\x01", "not well-formed"),
    "sign left bare": Fault(DOCUMENT, r"第59行", "第59行 R&D", "not well-formed"),
    "part cut off": Fault(DOCUMENT, r"</w:body>", "", "not well-formed"),
    "address that is not there": Fault(DOCUMENT, r'<w:hyperlink r:id="rId\d+"', '<w:hyperlink r:id="rId99"', "no relationship rId99"),
    "address in the house": Fault(LEADS, r"https://example.com", "file://server/share", "leads outside to"),
    "part that is not there": Fault(LEADS, r'Target="styles.xml"', 'Target="gone.xml"', "leads to gone.xml"),
    "part without a type": Fault(TYPES, r"/word/footer1.xml", "/word/footer9.xml", "word/footer1.xml: no content type"),
    "relationship twice": Fault(LEADS, r'Id="rId2"', 'Id="rId1"', "relationship rId1 twice"),
    "date that is none": Fault(CORE, r"1980-01-01T00:00:00Z", "1980-01-01", "is no moment"),
    # Drawings and charts
    "drawing twice": Fault(DOCUMENT, r'<wp:docPr id="2"', '<wp:docPr id="1"', "drawing 1 twice"),
    "drawing without words": Fault(DOCUMENT, r'descr="收入逐季上升"', 'descr=""', "says nothing to those"),
    "chart that is not there": Fault(DOCUMENT, r'r:id="rIdChart2"', 'r:id="rIdChart99"', "no relationship rIdChart99"),
    "label beyond a pile": Fault(STACKED, r'<c:dLblPos val="ctr"/>', '<c:dLblPos val="outEnd"/>', "labels of a barChart at outEnd"),
    "label beside a ring": Fault(RING, r"<c:showLegendKey", '<c:dLblPos val="outEnd"/><c:showLegendKey', "labels of a doughnutChart"),
    "label above a bar": Fault(BARS, r'<c:dLblPos val="outEnd"/>', '<c:dLblPos val="t"/>', "labels of a barChart at t"),
    "figure that is no number": Fault(BARS, r"<c:v>960</c:v>", "<c:v>NaN</c:v>", "'NaN' is no figure"),
    "figure with the name of its type": Fault(BARS, r"<c:v>960</c:v>", "<c:v>np.float64(960)</c:v>", "is no figure"),
    "point beyond the last": Fault(BARS, r'<c:pt idx="3">', '<c:pt idx="4">', "of 4"),
    "place of a point that is no number": Fault(BARS, r'<c:pt idx="3">', '<c:pt idx="x">', "of 4"),
    "axis that crosses another": Fault(COMBINED, r'<c:crossAx val="1002"/>', '<c:crossAx val="1004"/>', "axis 1001 crosses 1004"),
    "bars on one axis": Fault(BARS, r'<c:axId val="1002"/></c:barChart>', "</c:barChart>", "a group of series on axes 1001"),
    "axis with a sign": Fault(BARS, r'<c:valAx><c:axId val="1002"/>', '<c:valAx><c:axId val="-1002"/>', "axis -1002 has no number"),
    "series twice": Fault(BARS, r'<c:idx val="1"/>', '<c:idx val="0"/>', "series idx 0 twice"),
    "chart without its workbook": Fault(BARS, r"<c:externalData.*?</c:externalData>", "", "a chart without its workbook"),
}  # fmt: skip

FAULTS_OF_ANCHORS = {
    "tag longer than Word keeps": Fault(DOCUMENT, r'<w:tag w:val="[^"]*"', f'<w:tag w:val="{"t" * 65}"', "a tag longer than 64"),
    "title longer than Word keeps": Fault(DOCUMENT, r'<w:alias w:val="[^"]*"', f'<w:alias w:val="{"a" * 65}"', "alias longer than 64"),
    "control twice": Fault(DOCUMENT, r'(<w:id w:val=")(\d+)("/><w:richText/>.*?<w:id w:val=")\d+"', r'\1\2\3\2"', "twice"),
    "control without content": Fault(DOCUMENT, r"<w:sdtContent>(?:(?!</?w:sdt).)*</w:sdtContent>", "<w:sdtContent/>", "a content control without content"),
    "comment that is not there": Fault(DOCUMENT, r'<w:commentReference w:id="0"', '<w:commentReference w:id="999"', "each commentReference"),
    "comment on nothing": Fault(DOCUMENT, r'<w:commentRangeStart w:id="0"/>', "", "each commentRangeStart"),
    "comment twice": Fault(COMMENTS, r'<w:comment w:id="1"', '<w:comment w:id="0"', "its comments are not those"),
}  # fmt: skip


def planted(files: Mapping[str, bytes], fault: Fault) -> dict[str, bytes]:
    broken, count = re.subn(fault.sound, fault.broken, files[fault.part].decode(), count=1, flags=re.DOTALL)
    assert count, f"{fault.sound} is not in {fault.part}"
    return {**files, fault.part: broken.encode()}


@pytest.mark.parametrize("files", [report, review])
def test_a_sound_report_has_no_faults(files: Callable[[], Mapping[str, bytes]]) -> None:
    assert faults(files()) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_named(name: str) -> None:
    found = faults(planted(report(), FAULTS[name]))
    assert any(FAULTS[name].named in one for one in found), found


@pytest.mark.parametrize("name", FAULTS_OF_ANCHORS)
def test_a_planted_fault_of_controls_and_comments_is_named(name: str) -> None:
    found = faults(planted(review(), FAULTS_OF_ANCHORS[name]))
    assert any(FAULTS_OF_ANCHORS[name].named in one for one in found), found


@pytest.mark.parametrize("name", FAULTS)
def test_what_repeats_hides_no_fault(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files = planted(report(), FAULTS[name])
    at_once = named(files)
    monkeypatch.setattr(lint, "_LONG", float("inf"))
    assert at_once == named(files)


def named(files: Mapping[str, bytes]) -> set[str]:
    """The faults found; where a part is not well-formed, the place is that in what was read of it."""
    return {one.partition("well-formed")[0] for one in faults(files)}
