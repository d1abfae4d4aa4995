"""Each fault Word would stumble over is found before a file leaves the house."""

import pytest

from docx_reading import said, words, written
from opsreport.document import Cell, Column, Heading, Link, Listing, Paragraph, Series, Table
from opsreport.writers.docx import BrokenPackageError
from opsreport.writers.docx.body import BodyWriter
from opsreport.writers.docx.lint import faults

FILES = written(
    Heading(1, words("总述"), "part", anchor="overview"),
    Paragraph((Link("https://example.com", words("规范")),)),
    Listing(((said("甲"),),), ordered=True, role="numbered-list"),
    Table(
        (Column(1), Column(1)),
        (
            (Cell(words("指标"), head=True, rows=2), Cell(words("本期"), head=True)),
            (Cell(words("实际"), head=True),),
        ),
        ((Cell(words("收入")), Cell(words("1"))),),
    ),
    series=(Series("part", 1, "第%部分"),),
).files

DOCUMENT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
LEADS, FOOTER = "word/_rels/document.xml.rels", "word/footer1.xml"


def test_a_sound_file_has_no_faults() -> None:
    assert faults(FILES) == []


@pytest.mark.parametrize(
    ("part", "sound", "broken", "fault"),
    [
        pytest.param(DOCUMENT, "</w:body>", "", "not well-formed", id="cut off"),
        pytest.param(DOCUMENT, '"ReportNumberedList"', '"Unknown"', "no paragraph style Unknown", id="style"),
        pytest.param(DOCUMENT, '"Hyperlink"', '"ReportBody"', "no character style ReportBody", id="style type"),
        pytest.param(DOCUMENT, '<w:numId w:val="3"/>', '<w:numId w:val="99"/>', "no list 99", id="list"),
        pytest.param(DOCUMENT, '<w:ilvl w:val="0"/>', '<w:ilvl w:val="8"/>', "with a level 8", id="list level"),
        pytest.param(DOCUMENT, 'r:id="rId9"', 'r:id="rId99"', "no relationship rId99", id="link"),
        pytest.param(DOCUMENT, '<w:gridCol w:w="4200"/>', "", "not as wide as its columns", id="grid"),
        pytest.param(DOCUMENT, 'tblW w:w="8400"', 'tblW w:w="8000"', "a table is not as wide", id="table width"),
        pytest.param(DOCUMENT, 'tcW w:w="4200"', 'tcW w:w="4100"', "a cell is not as wide", id="cell width"),
        pytest.param(DOCUMENT, '<w:vMerge w:val="restart"/>', "", "goes on from a row above", id="merge"),
        pytest.param(DOCUMENT, "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", "does not end in a paragraph", id="cell end"),
        pytest.param(DOCUMENT, 'w:name="overview"/>', 'w:name="overview"/><w:bookmarkStart w:id="7" w:name="b"/>',
                     "do not begin and end", id="bookmark left open"),
        pytest.param(DOCUMENT, 'w:name="overview"', f'w:name="{"o" * 41}"', "too long a name", id="bookmark name"),
        pytest.param(DOCUMENT, '<w:bookmarkEnd w:id="1"/>',
                     '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="overview"/><w:bookmarkEnd w:id="2"/>',
                     "bookmark overview twice", id="bookmark twice"),
        pytest.param(DOCUMENT, '<w:pPr><w:pStyle w:val="Heading1"/>', '<w:pPr><w:keepNext/><w:pStyle w:val="Heading1"/>',
                     "pPr holds things out of order", id="order"),
        pytest.param(DOCUMENT, "<w:cantSplit/><w:tblHeader/></w:trPr>", "<w:cantSplit/></w:trPr><w:tblPr><w:b/></w:tblPr>",
                     "tblPr holds things out of order", id="foreign property"),
        pytest.param(FOOTER, 'w:fldCharType="end"', 'w:fldCharType="separate"', "does not end", id="field"),
        pytest.param(FOOTER, 'w:fldCharType="begin"', 'w:fldCharType="end"', "ends that has not begun", id="field end"),
        pytest.param(NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>', "of no kind", id="kind"),
        pytest.param(NUMBERING, '<w:num w:numId="1"', '<w:num w:numId="2"', "list 2 twice", id="list twice"),
        pytest.param(NUMBERING, '<w:abstractNum w:abstractNumId="1"', '<w:num w:numId="7"><w:abstractNumId w:val="0"/>'
                     '</w:num><w:abstractNum w:abstractNumId="1"', "stands after a list", id="kind after list"),
        pytest.param(NUMBERING, '<w:abstractNum w:abstractNumId="1"', '<w:abstractNum w:abstractNumId="0"',
                     "kind 0 twice", id="kind twice"),
        pytest.param(STYLES, '<w:basedOn w:val="ReportTable"/>', '<w:basedOn w:val="Gone"/>', "builds on Gone", id="base"),
        pytest.param(STYLES, 'w:styleId="Masthead"', 'w:styleId="Closing"', "style Closing twice", id="style twice"),
        pytest.param(LEADS, 'Target="styles.xml"', 'Target="style.xml"', "leads to style.xml", id="lost part"),
        pytest.param(LEADS, 'Id="rId2"', 'Id="rId1"', "relationship rId1 twice", id="relationship twice"),
        pytest.param(LEADS, "https://example.com", "file:///c:/x", "leads outside to 'file:///c:/x'", id="address"),
        pytest.param("_rels/.rels", "docProps/core.xml", "docProps/gone.xml", "docProps/gone.xml", id="root"),
        pytest.param("[Content_Types].xml", "/word/footer1.xml", "/word/footer9.xml", "no content type", id="type"),
        pytest.param("[Content_Types].xml", "/word/footer1.xml", "/word/footer9.xml", "is not there", id="no part"),
        pytest.param("docProps/core.xml", "1980-01-01T00:00:00Z", "1980年", "is no moment", id="date"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(part: str, sound: str, broken: str, fault: str) -> None:
    content = FILES[part].decode()
    assert sound in content
    found = faults({**FILES, part: content.replace(sound, broken, 1).encode()})
    assert any(fault in one for one in found), found


def test_a_row_without_cells_and_a_table_without_rows_are_found() -> None:
    content = FILES[DOCUMENT].decode()
    start, end = content.index("<w:tr>"), content.rindex("</w:tr>") + len("</w:tr>")
    without_rows = content[:start] + content[end:]
    without_cells = content[:start] + "<w:tr/>" + content[end:]
    assert "word/document.xml: tbl without tr" in faults({**FILES, DOCUMENT: without_rows.encode()})
    assert "word/document.xml: tr without tc" in faults({**FILES, DOCUMENT: without_cells.encode()})


def test_a_broken_file_is_never_handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        return "<w:p><w:pPr><w:pStyle w:val='Unknown'/></w:pPr></w:p>"

    monkeypatch.setattr(BodyWriter, "body", broken)
    with pytest.raises(BrokenPackageError, match="no paragraph style Unknown"):
        written(said("正文"))


def test_an_untidy_reference_document_is_its_authors_affair() -> None:
    untidy = FILES[STYLES].replace(b'<w:basedOn w:val="ReportTable"/>', b'<w:basedOn w:val="Gone"/>')
    assert faults({**FILES, STYLES: untidy}, taken_over={STYLES}) == []
