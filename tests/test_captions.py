"""Tables and figures are numbered, and whoever refers to them reads the same number in every format."""

import io
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pypdfium2
import pytest

from conftest import style_of
from docx_reading import REFERENCE, WordFile, text_of, value
from opsreport.diagnostics import Diagnostics, Language
from opsreport.document import Document
from opsreport.document.captions import footnotes
from opsreport.styles.parse import parse_document
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.package import w
from opsreport.writers.html import document_to_html
from opsreport.writers.pdf.engine import html_to_pdf
from opsreport.writers.pdf.result import PdfResult

TEMPLATES = Path(__file__).parent.parent / "templates"
CSS = ((TEMPLATES / "shared" / "print.css").read_text("utf-8"),)


def table(anchor: str = "", caption: str = "", words: str = "收入") -> str:
    identity = f' id="{anchor}"' if anchor else ""
    above = f"<caption>{caption}</caption>" if caption else ""
    return (
        f"<table{identity}>{above}<colgroup><col/></colgroup>"
        f"<thead><tr><th>指标</th></tr></thead><tbody><tr><td>{words}</td></tr></tbody></table>"
    )


def chart(anchor: str = "", caption: str = "") -> str:
    identity = f' id="{anchor}"' if anchor else ""
    above = f"<caption>{caption}</caption>" if caption else ""
    return (
        f'<chart kind="bar" alt="图"{identity}>{above}<category>一月</category>'
        '<series unit="万元"><name>收入</name><point value="1">1万元</point></series></chart>'
    )


def parsed(body: str, found: Diagnostics) -> Document | None:
    markup = f"<report><head><title>年报</title></head><body>{body}</body></report>"
    return parse_document(markup, style_of(""), None, draft=False, found=found)


def report(body: str) -> Document:
    found = Diagnostics()
    document = parsed(body, found)
    assert document is not None, [one.help(Language.EN) for one in found]
    return document


def refusal(body: str) -> str:
    found = Diagnostics()
    assert parsed(body, found) is None
    (one,) = found
    return one.help(Language.ZH)


def word(body: str, **pages: int) -> WordFile:
    file = WordFile(document_to_docx(report(body), REFERENCE, pages))
    assert not faults(file.files)
    return file


def laid_out(body: str) -> PdfResult:
    return html_to_pdf(document_to_html(report(body), CSS, for_print=True), ())


def pdf_words(result: PdfResult) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(result.pdf)) as pdf:
        pages = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    return re.sub(r"[\s\u2060\ufffe]", "", pages)


def screen(body: str) -> str:
    return document_to_html(report(body), (), for_print=False).partition("<main>")[2]


def fields(paragraph: Element) -> list[str]:
    return [" ".join((one.text or "").split()) for one in paragraph.iter(w("instrText"))]


BODY = (
    "<p>收入见<ref to='money'/>与<ref to='trend'/>。</p>"
    + table()
    + table("money", "营收指标")
    + chart("", "来源")
    + chart("trend", "走势")
)


def test_a_reference_reads_as_the_caption_does_in_every_format() -> None:
    said = "收入见表1与图2。"
    file = word(BODY)
    assert text_of(file.body).count(said) == 1
    assert re.sub("<[^>]*>", "", screen(BODY)).count(said) == 1
    assert said in pdf_words(laid_out(BODY))
    assert [text_of(one) for one in file.paragraphs("caption")] == ["表1\u3000营收指标"]
    assert [text_of(one) for one in file.paragraphs("图题")] == ["图1\u3000来源", "图2\u3000走势"]
    assert "表1营收指标" in pdf_words(laid_out(BODY))


def test_word_counts_captions_itself_and_references_name_their_bookmarks() -> None:
    file = word(BODY)
    (caption,) = file.paragraphs("caption")
    assert fields(caption) == [r"SEQ 表 \* ARABIC"]
    assert fields(file.paragraphs("报告正文")[0]) == [
        r"REF money \h \* MERGEFORMAT",
        r"REF trend \h \* MERGEFORMAT",
    ]
    assert {"money", "trend"} <= {one.get(w("name")) for one in file.body.iter(w("bookmarkStart"))}
    settings = file.files["word/settings.xml"]
    assert b"updateFields" not in settings
    assert b"w:dirty" not in file.files["word/document.xml"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [('<h1 id="part" number="part">甲</h1>', "见第一部分。"), ('<h1 id="part">引言</h1>', "见“引言”。")],
)
def test_a_heading_is_called_by_its_number_or_else_by_its_words(heading: str, said: str) -> None:
    body = f'{heading}<p>见<ref to="part"/>。</p><h1 number="part">乙</h1>'
    assert said in text_of(word(body).body)
    assert said in re.sub("<[^>]*>", "", screen(body))
    assert said in pdf_words(laid_out(body))


def test_a_reference_to_a_page_says_the_page_that_is_known_and_else_the_number() -> None:
    body = f'<p>见<ref to="money" show="page"/>。</p><page-break/>{table("money", "营收指标")}'
    assert "见第2页。" in pdf_words(laid_out(body))
    assert laid_out(body).anchors["money"] == 2
    assert "见第7页。" in text_of(word(body, money=7).body)
    assert r"PAGEREF money \h" in fields(word(body, money=7).body)
    assert "见表1。" in text_of(word(body).body)
    assert "见表1。" in re.sub("<[^>]*>", "", screen(body))


def test_a_reference_to_nothing_is_refused_with_what_there_is() -> None:
    assert "没有表题" in refusal(f'<p><ref to="money"/></p>{table("money")}')
    assert "plans" in refusal(f'<p><ref to="plan"/></p>{table("plans", "规划")}')
    assert "number、page" in refusal('<h1 id="a">甲</h1><p><ref to="a" show="title"/></p>')


def test_a_table_that_goes_on_in_another_says_so() -> None:
    cells = "".join(f"<td>1200{at}.00万元</td>" for at in range(11))
    names = "<td>甲<footnote>口径同上年。</footnote></td>"
    columns = "<col/>" + '<col align="end"/>' * 11
    body = (
        f"<table><caption>全部指标</caption><colgroup>{columns}</colgroup>"
        f"<tbody><tr>{names}{cells}</tr></tbody></table>{table('', '其他指标')}"
    )
    captions = [text_of(one) for one in word(body).paragraphs("caption")]
    assert captions == ["表1\u3000全部指标", "表1（续）", "表2\u3000其他指标"]
    assert re.findall("<caption>(.*?)</caption>", re.sub("</?span[^>]*>", "", screen(body))) == captions
    assert "表1（续）" in pdf_words(laid_out(body))
    assert len(list(word(body).body.iter(w("footnoteReference")))) == 1


NOTED = (
    "<p>活跃用户<footnote>当月登录的<strong>用户</strong>，见<a href='https://example.com/a'>说明</a>。</footnote>增长。</p>"
    + table(words="1<footnote>初步数。</footnote>")
)


def test_footnotes_are_counted_through_the_report_and_stand_out_of_the_text() -> None:
    assert [note.number for note in footnotes(report(NOTED).blocks)] == [1, 2]
    file = word(NOTED)
    assert "活跃用户增长。" in text_of(file.body)
    notes = file.part("word/footnotes.xml")
    assert [text_of(one).strip() for one in notes if one.get(w("type")) is None] == [
        "当月登录的用户，见说明。",
        "初步数。",
    ]
    assert b"https://example.com/a" in file.files["word/_rels/footnotes.xml.rels"]
    assert b"https://example.com/a" not in file.files["word/_rels/document.xml.rels"]
    assert value(notes, "pStyle") == "FootnoteText"


def test_on_a_screen_footnotes_stand_at_the_end_with_a_way_there_and_back() -> None:
    page = screen(NOTED)
    assert (
        page.index('href="#footnote-1"')
        < page.index('<ol class="footnotes">')
        < page.index('id="footnote-1"')
    )
    assert page.count('href="#footnote-call-2"') == page.count('id="footnote-call-2"') == 1


def test_on_paper_footnotes_stand_at_the_foot_of_their_page() -> None:
    body = f"{NOTED}<page-break/><p>下一页<footnote>又一条。</footnote></p>"
    result = laid_out(body)
    assert [result.anchors[f"footnote-{number}"] for number in (1, 2, 3)] == [1, 1, 2]


def test_no_footnote_is_lost_however_many_a_page_calls() -> None:
    rows = "".join(f"<tr><td>{at}<footnote>第{at}条注</footnote></td></tr>" for at in range(8))
    one = (
        "<p>"
        + "正文很长。" * 60
        + "</p>"
        + f"<table><colgroup><col/></colgroup><tbody>{rows}</tbody></table>"
    )
    words = pdf_words(laid_out((one + "<p>甲<footnote>段注</footnote>乙</p>" * 6) * 5))
    assert all(words.count(f"第{at}条注") == 5 for at in range(8))
    assert words.count("段注") == 30


@pytest.mark.parametrize(
    "body",
    [
        "<h1>甲<footnote>乙</footnote></h1>",
        "<p>甲<footnote>乙<footnote>丙</footnote></footnote></p>",
        '<div class="cover"><p class="title">甲<footnote>乙</footnote></p></div>',
        chart("", "甲<footnote>乙</footnote>"),
    ],
)
def test_a_footnote_stands_in_running_text_and_tables_alone(body: str) -> None:
    assert "footnote" in refusal(body)


@pytest.mark.parametrize(
    ("part", "sound", "broken", "fault"),
    [
        ("document", '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="9"/>', "no footnote 9"),
        ("document", '<w:footnoteReference w:id="2"/>', "", "footnote 2 is called 0 times"),
        ("footnotes", '<w:footnote w:id="2">', '<w:footnote w:id="1">', "footnote 1 twice"),
        ("footnotes", 'w:type="separator"', 'w:type="other"', "no separators"),
        ("document", " REF money ", " REF gone ", "a REF to bookmark gone, which is not there"),
    ],
)
def test_a_fault_between_text_and_footnotes_is_found(part: str, sound: str, broken: str, fault: str) -> None:
    files = dict(word(NOTED + BODY).files)
    name = f"word/{part}.xml"
    assert sound.encode() in files[name]
    files[name] = files[name].replace(sound.encode(), broken.encode(), 1)
    assert any(fault in one for one in faults(files))
