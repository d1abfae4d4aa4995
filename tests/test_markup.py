"""The closed markup that templates print."""

import pytest

from conftest import style_of
from opsreport.diagnostics import Diagnostics, Language
from opsreport.document import (
    Box,
    Break,
    Cell,
    Document,
    Field,
    Heading,
    Link,
    Listing,
    Mark,
    Paragraph,
    Particulars,
    Strong,
    Table,
    Text,
)
from opsreport.styles.parse import parse_document

STYLE = style_of("")


def parse(body: str, found: Diagnostics | None = None) -> Document | None:
    found = Diagnostics() if found is None else found
    markup = f"<report><head><title>周报</title></head><body>{body}</body></report>"
    return parse_document(markup, STYLE, None, draft=False, found=found)


def blocks(body: str) -> tuple[object, ...]:
    found = Diagnostics()
    document = parse(body, found)
    assert document is not None, [one.message(Language.EN) for one in found]
    return document.blocks


def test_a_paragraph_keeps_its_words_and_drops_the_templates_line_ends() -> None:
    (paragraph,) = blocks("<p>\n  收入\n  增长 <strong>12%</strong>。\n</p>")
    assert paragraph == Paragraph((Text("收入增长 "), Strong((Text("12%"),)), Text("。")))


def test_the_users_own_words_keep_every_space() -> None:
    (paragraph,) = blocks('<p><field path="a">  两 个  </field></p>')
    assert paragraph == Paragraph((Field("a", (Text("  两 个  "),)),))


def test_headings_are_numbered_in_words_and_start_again_under_a_new_part() -> None:
    body = (
        '<h1 number="part">甲</h1><h2 number="item">一</h2><h2 number="item">二</h2>'
        '<h1>结语</h1><h1 number="part">乙</h1><h2 number="item">三</h2>'
    )
    headings = [block for block in blocks(body) if isinstance(block, Heading)]
    assert [one.number for one in headings] == ["第一部分", "项目一", "项目二", "", "第二部分", "项目一"]


def test_a_list_item_may_hold_words_and_a_nested_list() -> None:
    (listing,) = blocks("<ol><li>甲<ul><li>乙</li></ul></li></ol>")
    assert isinstance(listing, Listing)
    assert listing.ordered
    assert listing.items[0][0] == Paragraph((Text("甲"),))
    assert isinstance(listing.items[0][1], Listing)


def test_a_table_with_spans_keeps_its_grid() -> None:
    (table,) = blocks(
        '<table class="metrics"><caption>表</caption><colgroup><col width="2"/><col align="end"/></colgroup>'
        '<thead><tr><th colspan="2">指标</th></tr></thead>'
        '<tbody><tr><th rowspan="2">收入</th><td>1</td></tr><tr><td class="rise">2</td></tr></tbody></table>'
    )
    assert isinstance(table, Table)
    assert table.head == ((Cell((Text("指标"),), head=True, columns=2),),)
    assert table.body[1] == (Cell((Text("2"),), role="rise"),)
    assert table.role == "metrics"


def test_particulars_boxes_links_marks_and_breaks_are_read() -> None:
    particulars, box = blocks(
        "<dl><dt>致</dt><dd>委员会</dd></dl>"
        '<div class="request"><p><span class="label">甲</span><br/><a href="https://a.cn">乙</a></p></div>'
    )
    assert particulars == Particulars((((Text("致"),), (Text("委员会"),)),))
    inside = (Mark("label", (Text("甲"),)), Break(), Link("https://a.cn", (Text("乙"),)))
    assert box == Box((Paragraph(inside),), "request")


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ("<p>甲", "bad-markup", "mismatched tag"),
        ("甲", "bad-markup", "甲"),
        ("<marquee>甲</marquee>", "bad-markup", "marquee"),
        ('<p style="color:red">甲</p>', "bad-markup", "style"),
        ('<p class="huge">甲</p>', "unmapped-role", "huge"),
        ('<p class="request">甲</p>', "unmapped-role", "request"),
        ('<h1 number="chapter">甲</h1>', "bad-markup", "chapter"),
        ("<dl><dt>致</dt></dl>", "bad-markup", "<dd>"),
        ('<p><a href="javascript:x">甲</a></p>', "bad-markup", "javascript:x"),
        ("<p><p>甲</p></p>", "bad-markup", "<p>"),
        ("<table><tbody><tr><td>1</td></tr></tbody></table>", "bad-markup", "colgroup"),
        (
            "<table><colgroup><col/></colgroup><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            "bad-markup",
            "1",
        ),
        ('<table><colgroup><col width="x"/></colgroup></table>', "bad-markup", "x"),
        ("<ul><p>甲</p></ul>", "bad-markup", "<p>"),
        (
            '<table><colgroup><col/></colgroup><tbody><tr><td colspan="0">1</td></tr></tbody></table>',
            "bad-markup",
            "0",
        ),
        ("<div>" * 80 + "</div>" * 80, "bad-markup", "div"),
        ("<div><p>甲</p></div>", "bad-markup", "class"),
        ("<p><span>甲</span></p>", "bad-markup", "class"),
        *(
            (f'<table><colgroup><col/><col width="{width}"/></colgroup></table>', "bad-markup", width)
            for width in ("0", "-1", "nan", "inf", "1e308", "0.01", "1001", "9" * 400)
        ),
        ("<table><colgroup></colgroup></table>", "bad-markup", "colgroup"),
        (f"<table><colgroup>{'<col/>' * 64}</colgroup></table>", "bad-markup", "63"),
        (
            '<table><colgroup><col/></colgroup><thead><tr><th rowspan="2">1</th></tr></thead></table>',
            "bad-markup",
            "rowspan",
        ),
        (
            f'<table><colgroup><col/></colgroup><tbody><tr><td colspan="{"1" * 5000}">1</td></tr></tbody></table>',
            "bad-markup",
            "colspan",
        ),
        (
            '<table><colgroup><col/></colgroup><tbody><tr class="rise"><td>1</td></tr></tbody></table>',
            "bad-markup",
            "class",
        ),
        ("<page-break>甲</page-break>", "bad-markup", "甲"),
        ("<p>甲<br>乙</br></p>", "bad-markup", "乙"),
        ("<p>\ud800</p>", "bad-markup", "invalid token"),
        ('<div class="cover"/><p>甲</p><div class="cover"/>', "bad-markup", "一个封面"),
        ('<div class="project"><div class="cover"/></div>', "bad-markup", "<body>"),
        ("<ul><li>甲<contents/></li></ul>", "bad-markup", "<body>"),
        *(
            (f'<div class="cover"><p>甲</p>{block}</div>', "bad-markup", "封面后面")
            for block in ("<h1>乙</h1>", "<ul><li>乙</li></ul>", '<chart kind="bar"/>', "<page-break/>")
        ),
    ],
)
def test_markup_outside_the_language_is_refused_with_its_line(body: str, code: str, said: str) -> None:
    found = Diagnostics()
    assert parse(body, found) is None
    (finding,) = found
    assert finding.code == code
    told = finding.message(Language.ZH) + finding.help(Language.ZH)
    assert said in told
    assert "{" not in told


def test_a_document_type_and_with_it_every_entity_trick_is_refused() -> None:
    found = Diagnostics()
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaa">]><report/>'
    assert parse_document(bomb, STYLE, None, draft=False, found=found) is None
    assert [one.code for one in found] == ["bad-markup"]


@pytest.mark.parametrize("encoding", ["utf-7", "utf-16", "gbk", "nonsense"])
def test_markup_in_another_encoding_is_refused(encoding: str) -> None:
    found = Diagnostics()
    report = f'<?xml version="1.0" encoding="{encoding}"?>\n<report><head><title>周报</title></head><body/></report>'
    assert parse_document(report, STYLE, None, draft=False, found=found) is None
    (finding,) = found
    assert finding.code == "bad-markup"
    assert encoding in finding.help(Language.ZH)


def test_an_xml_declaration_of_the_markups_own_encoding_is_harmless() -> None:
    report = '<?xml version="1.0" encoding="UTF-8"?><report><head><title>周报</title></head><body/></report>'
    assert parse_document(report, STYLE, None, draft=False, found=Diagnostics()) is not None


@pytest.mark.parametrize("address", ["HTTP://a.b", "Https://a.b/c", "MAILTO:a@b.c"])
def test_the_scheme_of_a_link_may_be_written_in_capitals(address: str) -> None:
    (paragraph,) = blocks(f'<p><a href="{address}">甲</a></p>')
    assert paragraph == Paragraph((Link(address, (Text("甲"),)),))


def test_cells_that_reach_into_each_other_are_refused() -> None:
    found = Diagnostics()
    table = (
        "<table><colgroup><col/><col/><col/></colgroup><tbody>"
        '<tr><td>1</td><td rowspan="2">2</td><td>3</td></tr><tr><td colspan="2">4</td></tr></tbody></table>'
    )
    assert parse(table, found) is None
    assert [one.code for one in found] == ["bad-markup"]
