"""A table too wide for its page gets one that is turned; headers and page numbers go on as before."""

import re
from xml.etree.ElementTree import Element

import pypdfium2
import pytest

from conftest import style_of
from docx_reading import REFERENCE, WordFile, value
from opsreport.diagnostics import Diagnostics
from opsreport.document import (
    Align,
    Cell,
    Column,
    Document,
    Heading,
    Meta,
    Paragraph,
    Table,
    Text,
    Turn,
    fitted,
)
from opsreport.document.banding import is_banded
from opsreport.document.fitting import LINE, SCALES
from opsreport.document.tree import Block
from opsreport.document.turning import FEWEST_ROWS, SIDEWAYS_LINE, is_turned, page_runs
from opsreport.styles.parse import parse_document
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.package import w
from opsreport.writers.html import document_to_html
from opsreport.writers.pdf.engine import html_to_pdf
from test_captions import CSS

META = Meta("年报", running_left="单位", running_right="年报")


def metrics(columns: int, rows: int, figure: str = "1200.0万元", turn: Turn = Turn.AUTO) -> Table:
    head = (Cell((Text("指标"),), head=True), *(Cell((Text("本期"),), head=True) for _ in range(columns)))
    body = tuple(
        (Cell((Text(f"营业收入{at}"),), head=True), *(Cell((Text(figure),)) for _ in range(columns)))
        for at in range(rows)
    )
    shares = (Column(1), *(Column(1, Align.END) for _ in range(columns)))
    return Table(shares, (head,), body, role="metrics", turn=turn)


def said(text: str, role: str = "body") -> Paragraph:
    return Paragraph((Text(text),), role)


WIDE = metrics(10, 8)


def word(*blocks: Block, meta: Meta = META) -> WordFile:
    file = WordFile(document_to_docx(Document(meta, blocks), REFERENCE))
    assert not faults(file.files)
    return file


def sections(file: WordFile) -> list[Element]:
    return list(file.body.iter(w("sectPr")))


def is_sideways(section: Element) -> bool:
    paper = section.find(w("pgSz"))
    assert paper is not None
    return int(paper.get(w("w"), "0")) > int(paper.get(w("h"), "0"))


def test_a_table_of_many_figures_turns_its_page_and_stays_in_one_piece() -> None:
    assert len(fitted(WIDE)) > 1
    assert is_turned(WIDE)
    assert len(fitted(WIDE, SIDEWAYS_LINE)) == 1


@pytest.mark.parametrize(
    ("table", "turned"),
    [
        pytest.param(metrics(4, 20), False, id="long but narrow"),
        pytest.param(metrics(10, FEWEST_ROWS - 1), False, id="wide but of a few rows"),
        pytest.param(metrics(2, 1, turn=Turn.SIDEWAYS), True, id="asked for"),
        pytest.param(metrics(10, 20, turn=Turn.UPRIGHT), False, id="asked not to"),
    ],
)
def test_a_page_is_turned_where_it_pays_or_where_the_style_asks(table: Table, turned: bool) -> None:
    assert is_turned(table) is turned


def test_merged_heads_do_not_keep_a_table_from_being_fitted() -> None:
    head = (
        (Cell((Text("指标"),), head=True, rows=2), Cell((Text("本年"),), head=True, columns=10)),
        tuple(Cell((Text(f"{month}月"),), head=True) for month in range(10)),
    )
    table = Table(WIDE.columns, head, WIDE.body, role="metrics")
    assert is_turned(table)
    (fit,) = fitted(table)
    assert fit.scale == SCALES[-1]
    assert [len(row) for row in fit.table.head] == [2, 10]
    file = word(said("前"), table, said("后"))
    rows = next(file.body.iter(w("tbl"))).findall(w("tr"))
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows[:3]] == [True, True, False]


def test_headings_and_notes_go_with_the_table_they_belong_to() -> None:
    heading, note = Heading(2, (Text("（一）收入"),)), said("注：口径", "note")
    runs = page_runs((said("前"), heading, WIDE, note, said("后")))
    assert [run.blocks for run in runs] == [(said("前"),), (heading, WIDE, note), (said("后"),)]
    assert [run.sideways for run in runs] == [False, True, False]


def test_a_signature_is_not_left_alone_after_a_turned_page() -> None:
    assert [run.sideways for run in page_runs((said("前"), WIDE, said("运营部", "closing")))] == [False, True]


def test_tables_that_follow_each_other_share_a_turned_page() -> None:
    assert len(page_runs((WIDE, Heading(2, (Text("其二"),)), WIDE))) == 1


def test_word_has_a_section_for_the_turned_page_with_a_header_as_wide() -> None:
    file = word(said("前"), WIDE, said("后"))
    assert [is_sideways(section) for section in sections(file)] == [False, True, False]
    assert all(section.find(w("pgNumType")) is None for section in sections(file))
    (header,) = (name for name in file.files if re.search(r"header\d_sideways\.xml", name))
    stops = {
        (stop.get(w("val")), stop.get(w("pos")))
        for stop in file.part(header).iter(w("tab"))
        if stop.get(w("pos"))
    }
    assert stops == {("clear", "8400"), ("right", "13332")}
    width = next(file.body.iter(w("tblW"))).get(w("w"))
    assert width == "13332"


def test_a_report_without_wide_tables_has_one_section_and_no_further_header() -> None:
    file = word(said("前"), metrics(3, 30))
    assert len(sections(file)) == 1
    assert not [name for name in file.files if "sideways" in name]


def test_a_report_may_begin_and_end_with_a_turned_page() -> None:
    assert [is_sideways(section) for section in sections(word(WIDE))] == [True]
    assert [is_sideways(section) for section in sections(word(WIDE, said("后")))] == [True, False]
    assert [is_sideways(section) for section in sections(word(said("前"), WIDE))] == [False, True]


def test_a_draft_has_its_watermark_on_turned_pages_too() -> None:
    file = word(said("前"), WIDE, meta=Meta("年报", draft=True))
    headers = [name for name in file.files if re.search(r"word/header\w+\.xml", name)]
    assert len(headers) == 2
    assert all("草稿".encode() in file.files[name] for name in headers)


def test_the_pdf_turns_one_page_and_goes_on_counting() -> None:
    document = Document(META, (said("前"), WIDE, said("后")))
    result = html_to_pdf(document_to_html(document, CSS, for_print=True), ())
    with pypdfium2.PdfDocument(result.pdf) as pdf:
        sizes = [page.get_width() > page.get_height() for page in pdf]
        words = [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pdf]
    assert sizes == [False, True, False]
    assert [f"第{number}页共3页" in page for number, page in enumerate(words, 1)] == [True] * 3
    assert [word.count("1200.0万元") for word in words] == [0, 80, 0]
    assert "后" in words[2]


def test_the_markup_can_ask_for_it() -> None:
    body = '<table turn="sideways"><colgroup><col/></colgroup><tbody><tr><td>1</td></tr></tbody></table>'
    markup = f"<report><head><title>年报</title></head><body>{body}</body></report>"
    document = parse_document(markup, style_of(""), None, draft=False, found=Diagnostics())
    assert document is not None
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert is_turned(table)


def test_every_other_row_of_a_long_table_is_shaded() -> None:
    long, short = metrics(3, 12), metrics(3, 5)
    assert (is_banded(long), is_banded(short)) == (True, False)
    rows = next(word(long).body.iter(w("tbl"))).findall(w("tr"))
    assert [value(row, "shd") != "" for row in rows] == [False] + [False, True] * 6
    assert ' banded"' in document_to_html(Document(META, (long,)), (), for_print=False)
    assert ' banded"' not in document_to_html(Document(META, (short,)), (), for_print=False)


def test_a_line_of_a_turned_page_is_wider_in_both_formats() -> None:
    assert pytest.approx(13332 / 8400, abs=0.01) == SIDEWAYS_LINE / LINE
