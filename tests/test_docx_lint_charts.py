"""Faults of charts, contents and covers that Word stumbles over are found before a file leaves the house."""

import pytest

from docx_reading import REFERENCE, WordFile, words
from opsreport.document import Box, ChartKind, Contents, Document, Heading, Meta, Paragraph
from opsreport.document.contents import anchored
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.package import zip_files
from test_docx_charts import COMBINED, LAST_YEAR, SHARES, THIS_YEAR, WORKBOOK, chart

TREE = anchored(
    (
        Box((Paragraph(words("年度复盘"), "cover-title"),), "cover"),
        Contents(words("目录")),
        Heading(1, words("总述")),
        COMBINED,
        chart(ChartKind.STACKED, LAST_YEAR, THIS_YEAR),
        chart(ChartKind.DOUGHNUT, SHARES),
    )
)
FILES = WordFile(document_to_docx(Document(Meta("年度复盘"), TREE), REFERENCE, {"_Toc00000001": 3})).files

DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
BARS, STACKED, RING = (f"word/charts/chart{number}.xml" for number in (1, 2, 3))
LEADS, CHART_LEADS = "word/_rels/document.xml.rels", "word/charts/_rels/chart1.xml.rels"


def test_a_sound_file_has_no_faults() -> None:
    assert faults(FILES) == []


@pytest.mark.parametrize(
    ("part", "sound", "broken", "fault"),
    [
        pytest.param(STACKED, '<c:dLblPos val="ctr"/>', '<c:dLblPos val="outEnd"/>', "labels of a barChart at outEnd",
                     id="label beyond a pile"),
        pytest.param(BARS, '<c:dLblPos val="outEnd"/>', '<c:dLblPos val="t"/>', "labels of a barChart at t", id="label of bars"),
        pytest.param(BARS, '<c:dLblPos val="t"/>', '<c:dLblPos val="outEnd"/>', "labels of a lineChart at outEnd",
                     id="label of a line"),
        pytest.param(RING, "<c:showLegendKey", '<c:dLblPos val="outEnd"/><c:showLegendKey', "labels of a doughnutChart",
                     id="label beside a ring"),
        pytest.param(BARS, "<c:v>1342</c:v>", "<c:v>NaN</c:v>", "'NaN' is no figure", id="not a number"),
        pytest.param(BARS, "<c:v>1342</c:v>", "<c:v>np.float64(1342)</c:v>", "is no figure", id="a type's name"),
        pytest.param(BARS, "<c:v>1342</c:v>", "<c:v/>", "'' is no figure", id="no figure"),
        pytest.param(BARS, "<c:v>1342</c:v>", "<c:v>1e999</c:v>", "is no figure", id="infinite"),
        pytest.param(BARS, '<c:pt idx="3">', '<c:pt idx="4">', "points [0, 1, 2, 4] of 4", id="point too many"),
        pytest.param(BARS, '<c:crossAx val="1002"/>', '<c:crossAx val="1004"/>', "axis 1001 crosses 1004", id="crossed axes"),
        pytest.param(BARS, '<c:axId val="1002"/></c:barChart>', "</c:barChart>", "a group of series on axes 1001",
                     id="one axis"),
        pytest.param(BARS, '<c:axId val="1002"/></c:barChart>', '<c:axId val="9"/></c:barChart>', "on axes 1001 9",
                     id="axis of another chart"),
        pytest.param(BARS, '<c:valAx><c:axId val="1002"/>', '<c:valAx><c:axId val="-1002"/>', "axis -1002 has no number",
                     id="axis with a sign"),
        pytest.param(BARS, '<c:valAx><c:axId val="1002"/>', '<c:valAx><c:axId val="1001"/>', "axis 1001 twice", id="axis twice"),
        pytest.param(BARS, '<c:order val="1"/>', '<c:order val="0"/>', "series order 0 twice", id="series twice"),
        pytest.param(BARS, '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>', "",
                     "a chart without its workbook", id="no workbook"),
        pytest.param(BARS, 'r:id="rId1"', 'r:id="rId2"', "no relationship rId2", id="workbook of another id"),
        pytest.param(CHART_LEADS, "Microsoft_Excel_Sheet1.xlsx", "Sheet1.xlsx", "which is not there", id="lost workbook"),
        pytest.param(DOCUMENT, 'r:id="rIdChart2"', 'r:id="rIdChart9"', "no relationship rIdChart9", id="lost chart"),
        pytest.param(LEADS, "charts/chart2.xml", "charts/chart9.xml", "leads to charts/chart9.xml", id="no chart"),
        pytest.param(TYPES, "/word/embeddings/Microsoft_Excel_Sheet1.xlsx", "/word/embeddings/a.xlsx", "no content type",
                     id="workbook without a type"),
        pytest.param(TYPES, "/word/charts/chart1.xml", "/word/charts/chart8.xml", "no content type", id="chart without a type"),
        pytest.param(DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="1"', "drawing 1 twice", id="drawing twice"),
        pytest.param(DOCUMENT, '<wp:docPr id="2"', '<wp:docPr id="x"', "drawing 'x' has no number", id="drawing number"),
        pytest.param(DOCUMENT, 'descr="收入逐季上升"', 'descr=""', "says nothing to those", id="no words for a picture"),
        pytest.param(DOCUMENT, " PAGEREF _Toc00000001 ", " PAGEREF _Toc00000009 ", "a PAGEREF to bookmark _Toc00000009",
                     id="page of nothing"),
        pytest.param(DOCUMENT, " PAGEREF _Toc00000001 ", " INCLUDETEXT _Toc00000001 ", "a field 'INCLUDETEXT",
                     id="field that fetches"),
        pytest.param(DOCUMENT, 'w:anchor="_Toc00000001"', 'w:anchor="gone"', "a link to bookmark gone", id="lost heading"),
        pytest.param(DOCUMENT, 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="1"', "out of date", id="dirty"),
        pytest.param(DOCUMENT, "<w:sdtPr><w:id w:val=\"1\"/>", "<w:sdtPr><w:id w:val=\"1\"/></w:sdtPr></w:sdt><w:sdt><w:sdtPr>"
                     "<w:id w:val=\"1\"/>", "content control 1 twice", id="control twice"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(part: str, sound: str, broken: str, fault: str) -> None:
    content = FILES[part].decode()
    assert sound in content
    found = faults({**FILES, part: content.replace(sound, broken, 1).encode()})
    assert any(fault in one for one in found), found


def test_a_workbook_that_works_something_out_is_found() -> None:
    inside = WordFile(FILES[WORKBOOK]).files
    sheet = "xl/worksheets/sheet1.xml"
    planted = inside[sheet].replace(b"<v>960</v>", b"<f>1+1</f><v>2</v>", 1)
    assert planted != inside[sheet]
    broken = zip_files({**inside, sheet: planted})
    assert f"{WORKBOOK}: a formula in {sheet}" in faults({**FILES, WORKBOOK: broken})


def test_a_workbook_that_does_not_open_is_found() -> None:
    assert any("cannot be opened" in one for one in faults({**FILES, WORKBOOK: b"PK"}))
    assert f"{WORKBOOK}: no workbook" in faults({**FILES, WORKBOOK: zip_files({"a.xml": b"<a/>"})})
