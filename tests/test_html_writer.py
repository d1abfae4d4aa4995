"""The page a report becomes: what a reader, a browser and the PDF can rely on."""

import datetime
import logging
import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsreport.document import (
    ROLES,
    Align,
    Block,
    Box,
    Break,
    Cell,
    Chart,
    ChartKind,
    ChartPoint,
    ChartSeries,
    Column,
    Contents,
    Document,
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
    Series,
    Strong,
    Table,
    Text,
    Together,
    captioned,
    numbered,
)
from opsreport.writers.html import document_to_html, sheet_line
from opsreport.writers.html.lines import WORD_JOINER, printed_line_to_html
from opsreport.writers.pdf.fonts import choose_fonts
from sample_memo import sample_memo

TEMPLATES = Path(__file__).parent.parent / "templates"
EVERY_SHEET = sorted(TEMPLATES.glob("*/print.css"))
EVERY_SHEET = sorted(TEMPLATES.glob("*/print.css"))
WRITERS_OWN = (
    *("center", "end", "page-break", "table-frame", "watermark", "whole"),
    *("chart", "contents", "further", "long", "small", "smallest", "together"),
    *("footnote", "footnote-call", "footnotes", "page-ref", "ref", "sideways", "banded"),
)
"""The classes that stand for no role: what the writer sets by itself."""

SHEETS = tuple((TEMPLATES / name / "print.css").read_text(encoding="utf-8") for name in ("shared", "memo"))


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def page_of(
    *blocks: Block, meta: Meta | None = None, css: tuple[str, ...] = (), for_print: bool = False
) -> str:
    return document_to_html(Document(meta or Meta("季报"), blocks), css, for_print=for_print)


@pytest.mark.parametrize("css", [SHEETS, ("", "\n\n p { a: b }\n\n", "q {\r\n c: d }\r\n", "r { e: f }")])
def test_a_line_of_the_page_is_traced_to_its_line_in_a_style_sheet(css: tuple[str, ...]) -> None:
    element = page_of(css=css).partition("<style>")[2].partition("</style>")[0].splitlines()
    sheets = [sheet.splitlines() for sheet in css]
    traced = [(number, sheet_line(css, number)) for number in range(1, len(element) + 1)]
    lines = {place: element[number - 1].strip() for number, place in traced if place is not None}
    assert {place for place, text in lines.items() if text} == {
        (at, number)
        for at, sheet in enumerate(sheets)
        for number, text in enumerate(sheet, 1)
        if text.strip()
    }
    for (at, number), text in lines.items():
        if text:
            assert sheets[at][number - 1].strip() == text
    assert sheet_line(css, 1) is None
    assert sheet_line(css, len(element) + 1) is None


def body_of(*blocks: Block, for_print: bool = False) -> str:
    page = page_of(*blocks, for_print=for_print)
    return page.partition("<main>\n")[2].partition("\n</main>")[0]


class Reading(HTMLParser):
    """What a browser makes of a page: its text and its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags = "", list[tuple[str, dict[str, str | None]]]()
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


ANY_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")))


@given(ANY_WORDS, st.booleans())
def test_every_word_reaches_the_reader_as_it_was_written(text: str, for_print: bool) -> None:
    read = Reading(body_of(Paragraph((Strong((Field("a", words(text)),)),)), for_print=for_print))
    assert read.text.replace(WORD_JOINER, "") == text.replace(WORD_JOINER, "")
    assert [tag for tag, _ in read.tags] == ["p", "strong"]


@given(ANY_WORDS)
def test_no_name_or_address_breaks_out_of_its_place(text: str) -> None:
    meta = Meta(text, author=text, subject=text, keywords=(text,), running_left=text, running_right=text)
    link = Link(f"https://example.com/{text}", words(text))
    page = page_of(Paragraph((link,)), Heading(1, (), anchor=text), meta=meta, for_print=True)
    tags = Reading(page).tags
    assert {tag for tag, _ in tags} <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "p",
        "a",
        "h1",
    }
    assert ("a", {"href": f"https://example.com/{text}", "rel": "noopener noreferrer"}) in tags


def test_the_page_asks_nothing_of_the_network() -> None:
    page = document_to_html(sample_memo(), SHEETS, for_print=False)
    assert "Content-Security-Policy" in page
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|link|img|iframe)|url\(|@import|@font-face|\ssrc=", page)


def test_the_finished_page_does_not_say_where_its_words_stood_in_the_bundle() -> None:
    field = Field("problems[0].text", words("独家深度稿不足"))
    assert "problems" not in body_of(Paragraph((field,)))


def test_a_style_sheet_cannot_end_its_element() -> None:
    page = page_of(Paragraph(words("正文")), css=('p::after{content:"</style><script>"}',))
    assert "script" not in {tag for tag, _ in Reading(page).tags}


def test_the_page_names_its_author_and_the_day_of_the_report() -> None:
    meta = Meta(
        "三季度汇报",
        author="内容运营部",
        organisation="云溪社区",
        subject="备忘录",
        keywords=("内容", "生态"),
        date=datetime.date(2025, 10, 14),
    )
    page = page_of(meta=meta)
    said = {attributes.get("name"): attributes.get("content") for tag, attributes in Reading(page).tags}
    assert '<html lang="zh-CN">' in page
    assert "<title>三季度汇报</title>" in page
    assert said["author"] == "内容运营部"
    assert said["description"] == "备忘录"
    assert said["keywords"] == "内容, 生态"
    assert said["dcterms.created"] == said["dcterms.modified"] == "2025-10-14"


def test_a_report_without_a_date_carries_no_date() -> None:
    assert "dcterms" not in page_of()


@pytest.mark.parametrize(
    ("pattern", "printed"),
    [
        ("第%部分", "第一部分\u3000执行情况"),
        ("模块%", "模块一\u3000执行情况"),
        ("%、", "一、执行情况"),
        ("（%）", "（一）执行情况"),
    ],
)
def test_a_heading_carries_its_number_as_words(pattern: str, printed: str) -> None:
    both = (Heading(1, words("执行情况"), "part"), Heading(1, words("问题"), "part"))
    first, _ = numbered(both, (Series("part", 1, pattern),))
    assert body_of(first) == f"<h1>{printed}</h1>"


def test_a_heading_without_a_number_is_just_its_words() -> None:
    assert body_of(Heading(2, words("请求批示"), anchor="request")) == '<h2 id="request">请求批示</h2>'


def test_a_label_and_a_fallen_figure_wear_their_roles() -> None:
    line = (Mark("label", words("投诉率：")), Mark("fall", words("0.42‰")), Break(), Emphasis(words("务必")))
    assert body_of(Paragraph(line, "lead")) == (
        '<p class="lead"><span class="label">投诉率：</span><span class="fall">0.42‰</span><br>'
        "<em>务必</em></p>"
    )


@pytest.mark.parametrize("href", ["https://example.com/", "http://example.com/", "mailto:a@example.com"])
def test_a_link_leads_to_the_web_or_to_a_mailbox(href: str) -> None:
    assert f'href="{href}" rel="noopener noreferrer"' in body_of(Paragraph((Link(href, words("详情")),)))


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", " data:text/html,x", "//host/x"]
)
def test_any_other_address_is_left_out_and_its_words_stay(href: str) -> None:
    assert body_of(Paragraph((Link(href, words("详情")),))) == '<p class="body">详情</p>'


def test_an_ordered_list_with_a_list_inside_it() -> None:
    inner = Listing(((Paragraph(words("细目")),),))
    outer = Listing(((Paragraph(words("要点")), inner),), ordered=True, role="numbered-list")
    assert body_of(outer) == (
        '<ol class="numbered-list">\n<li>要点\n<ul class="list">\n<li>细目</li>\n</ul></li>\n</ol>'
    )


def test_particulars_pair_each_label_with_what_it_says() -> None:
    assert body_of(Particulars(((words("致"), words("管理委员会")),))) == (
        '<dl class="particulars">\n<div><dt>致</dt><dd>管理委员会</dd></div>\n</dl>'
    )


def test_what_follows_a_page_break_starts_a_page() -> None:
    assert body_of(PageBreak()) == '<div class="page-break"></div>'


# Contents, charts and covers

LISTED = (
    Contents(words("目　录"), depth=2),
    Heading(1, words("引言"), anchor="a"),
    Heading(1, words("核心指标"), number="第一部分", anchor="b"),
    Heading(2, (Text("营收"), Link("https://example.com/", words("与利润"))), number="（一）", anchor="c"),
    Heading(3, words("执行摘要"), anchor="d"),
    Heading(1, words("结语"), anchor="e"),
)


def test_the_contents_lead_to_every_heading_down_to_their_depth() -> None:
    page = body_of(*LISTED)
    links = [attributes["href"] for tag, attributes in Reading(page).tags if tag == "a"]
    assert links[:4] == ["#a", "#b", "#c", "#e"]
    assert (
        '<a href="#b">第一部分\u3000核心指标</a>\n<ol>\n<li><a href="#c">（一）营收与利润</a></li>\n</ol>'
        in page
    )
    assert "执行摘要" not in page.partition("</nav>")[0]


def test_contents_of_a_report_without_headings_are_an_empty_list() -> None:
    assert body_of(LISTED[0]) == '<nav class="contents">\n<p class="contents-title">目　录</p>\n\n</nav>'


def test_contents_on_lower_levels_only_still_nest() -> None:
    blocks = (Contents((), depth=3), Heading(3, words("甲"), anchor="a"), Heading(1, words("乙"), anchor="b"))
    assert body_of(*blocks).startswith(
        '<nav class="contents">\n<ol>\n<li><a href="#a">甲</a></li>\n<li><a href="#b">乙</a></li>\n</ol>\n</nav>'
    )


def said(text: str) -> tuple[Inline, ...]:
    return words(text) if text else ()


def chart(caption: str, note: str = "") -> Chart:
    point = ChartPoint(Decimal("324.6"), words("324.6万"))
    series = ChartSeries(words("新增注册用户"), (point, None), "万")
    categories = (words("2025年"), words("2024年"))
    return Chart(ChartKind.BAR, categories, (series,), said(caption), said(note))


def test_figures_are_counted_through_the_report_and_only_those_with_a_caption() -> None:
    page = body_of(*captioned((chart("来源"), chart(""), Box((chart("走势", "注：不含试营业"),), "project"))))
    assert re.findall(r"<figcaption>(.*?)</figcaption>", page) == [
        '<span class="label">图1</span>\u3000来源',
        '<span class="label">图2</span>\u3000走势',
    ]
    assert page.count('<figure class="chart">\n<svg') == 3
    assert '<p class="note">注：不含试营业</p>\n</figure>' in page


def test_a_long_title_on_a_cover_is_set_in_even_lines_on_paper() -> None:
    title = Paragraph(words("海岚生活平台2025年度运营工作复盘与展望"), "cover-title")
    on_paper = body_of(title, for_print=True)
    assert on_paper == '<p class="cover-title">海岚生活平台2025年度<br>运营工作复盘与展望</p>'
    assert "<br>" not in body_of(title)


def test_a_cell_to_the_right_that_holds_words_may_run_over() -> None:
    words_in_it = Cell(words("按合同约定在验收之后三十日内一次付清"))
    page = body_of(replace(METRICS, body=((Cell(words("收入"), head=True), words_in_it, Cell(())),)))
    assert '<td class="end long">按合同' in page


METRICS = Table(
    columns=(Column(2), Column(1, Align.END), Column(1, Align.CENTER)),
    head=((Cell(words("指标")), Cell(words("本期")), Cell(())),),
    body=((Cell(words("收入"), head=True), Cell(words("1,280")), Cell(words("▲9.5%"), role="rise")),),
    caption=words("表1"),
    note=words("注：未经审计。"),
    role="metrics",
)


def test_a_table_tells_its_heads_from_its_figures() -> None:
    assert body_of(METRICS) == (
        '<div class="table-frame whole">\n<table class="metrics">\n<caption>表1</caption>\n'
        '<colgroup><col style="width:50%"><col style="width:25%"><col style="width:25%"></colgroup>\n'
        '<thead>\n<tr><th scope="col">指标</th><th scope="col" class="end">本期</th>'
        '<td class="center"></td></tr>\n</thead>\n'
        '<tbody>\n<tr><th scope="row">收入</th><td class="end">1,280</td>'
        '<td class="rise center">▲9.5%</td></tr>\n</tbody>\n</table>\n'
        '<p class="note">注：未经审计。</p>\n</div>'
    )


def test_a_cell_beside_one_that_reaches_down_still_stands_as_its_column_does() -> None:
    body = (
        (Cell(words("规模"), head=True, rows=2), Cell(words("收入")), Cell(words("1"))),
        (Cell(words("利润")), Cell(words("2"))),
        (Cell(words("质量"), head=True), Cell(words("满意度")), Cell(words("3"))),
    )
    table = Table((Column(1), Column(1), Column(1, Align.END)), (), body)
    page = body_of(table)
    assert '<th scope="row" rowspan="2">规模</th><td>收入</td><td class="end">1</td>' in page
    assert '<tr><td>利润</td><td class="end">2</td></tr>' in page
    assert '<td>满意度</td><td class="end">3</td>' in page


@pytest.mark.parametrize(("rows", "whole"), [(12, True), (13, False)])
def test_only_a_short_table_is_kept_on_one_page(rows: int, whole: bool) -> None:
    table = Table((Column(1),), (), ((Cell(words("甲")),),) * rows)
    assert ("whole" in body_of(table)) is whole


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        (words("请予审阅。"), "请予审|阅。"),
        (words("尺度统一）。”"), "尺度统|一）。”"),
        (words("共18"), "共18"),
        (words("提高9.5%。"), "提高9.5%。"),
        ((Text("共"), Strong(words("事"))), "共|<strong>事</strong>"),
        ((Text("甲"), Break(), Text("乙")), "甲<br>乙"),
        (words("好"), "好"),
    ],
)
def test_a_last_line_never_holds_a_single_hanzi(line: tuple[Inline, ...], printed: str) -> None:
    assert printed_line_to_html(line) == printed.replace("|", WORD_JOINER)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("签约18家机构AB", "签约18|家机构AB"),
        ("2025年3月AB", "2025|年3|月AB"),
        ("共3 家AB", "共3 家AB"),
        ("满3家", "满3|家"),
    ],
)
def test_a_figure_in_print_does_not_part_from_its_unit(text: str, printed: str) -> None:
    assert printed_line_to_html(words(text)) == printed.replace("|", WORD_JOINER)


def test_an_address_is_never_touched_by_what_keeps_lines_together() -> None:
    line = (Link("https://example.com/2025年报", words("年报")), Text("A"))
    assert 'href="https://example.com/2025年报"' in printed_line_to_html(line)


def test_the_page_for_the_screen_holds_no_signs_of_print() -> None:
    page = document_to_html(sample_memo(), SHEETS, for_print=False)
    assert WORD_JOINER not in page
    assert 'name="viewport"' in page
    assert "--running-left:" not in page


def test_a_title_set_wide_is_left_as_it_is_in_print() -> None:
    assert body_of(Paragraph(words("备忘录"), "title"), for_print=True) == '<p class="title">备忘录</p>'


def test_only_a_draft_says_so() -> None:
    for for_print in (True, False):
        assert ">草稿</p>" in document_to_html(sample_memo(draft=True), (), for_print=for_print)
        assert "草稿" not in document_to_html(sample_memo(), (), for_print=for_print)


def test_equal_documents_give_equal_pages() -> None:
    first, second = (document_to_html(sample_memo(), SHEETS, for_print=True) for _ in range(2))
    assert first == second


# The style sheets


def rules(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


@pytest.mark.parametrize("sheet", EVERY_SHEET, ids=lambda sheet: sheet.parent.name)
def test_the_look_hangs_on_roles_and_on_the_writers_own_few_classes(sheet: Path) -> None:
    selectors = re.sub(r"\{[^{}]*\}", " ", re.sub(r'"[^"]*"', "", rules(sheet.read_text("utf-8"))))
    used = set(re.findall(r"\.([a-z][a-z-]*)", selectors))
    assert used <= {*ROLES, *WRITERS_OWN}


@pytest.mark.parametrize("sheet", EVERY_SHEET, ids=lambda sheet: sheet.parent.name)
def test_every_font_stack_begins_with_a_shipped_chinese_font(sheet: Path) -> None:
    for stack in re.findall(r"(?:--song|--hei|font-family):\s*([^;]+);", rules(sheet.read_text("utf-8"))):
        assert stack.startswith(('"Ops Song"', '"Ops Hei"', "var(--song)", "var(--hei)", "inherit"))


def test_figures_stand_in_the_face_whose_digits_are_of_equal_width() -> None:
    table = re.search(r"\ntable \{([^}]*)\}", rules(SHEETS[0]))
    assert table is not None
    assert "font-family: var(--hei)" in table[1]


@pytest.fixture(scope="module")
def printed() -> tuple[list[str], list[str]]:
    """The memo's pages as text, and whatever the layout engine complained of."""
    complaints = Complaints()
    logging.getLogger("weasyprint").addHandler(complaints)
    pages = pages_of(sample_memo(draft=True))
    logging.getLogger("weasyprint").removeHandler(complaints)
    return pages, complaints.heard


def pages_of(document: Document) -> list[str]:
    """The words on each page of a report."""
    choose_fonts(system_fonts=False)
    import weasyprint
    from weasyprint.formatting_structure.boxes import TextBox

    pages = weasyprint.HTML(string=document_to_html(document, SHEETS, for_print=True)).render().pages
    boxes = [page._page_box.descendants(placeholders=True) for page in pages]
    return ["".join(box.text for box in page if isinstance(box, TextBox)) for page in boxes]


class Complaints(logging.Handler):
    """What the layout engine had to say."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def test_the_layout_engine_understands_every_line_of_the_style_sheets(
    printed: tuple[list[str], list[str]],
) -> None:
    assert printed[1] == []


def test_the_memo_fills_four_pages_each_with_its_number_and_the_draft_mark(
    printed: tuple[list[str], list[str]],
) -> None:
    texts, _ = printed
    assert len(texts) == 4
    for number, text in enumerate(texts, start=1):
        assert f"第 {number} 页　共 4 页" in text
        assert "草稿" in text


def test_running_heads_begin_on_the_second_page(printed: tuple[list[str], list[str]]) -> None:
    texts, _ = printed
    assert "云溪社区　内容运营部" not in texts[0]
    assert all("云溪社区　内容运营部" in text for text in texts[1:])


def test_the_request_and_the_signature_stand_on_one_page(printed: tuple[list[str], list[str]]) -> None:
    last = printed[0][-1].replace(WORD_JOINER, "")
    assert "请审阅以上汇报" in last
    assert last.index("合计：") < last.rindex("内容运营部2025年10月14日")


def test_whose_a_plan_is_and_by_when_stands_on_the_page_of_the_plan() -> None:
    facts = Paragraph(words("责任人：客服组　完成时间：2025年12月31日"), "facts")
    for lines in range(34, 42):
        text = [Paragraph(words(f"第{number}行。")) for number in range(lines)]
        pages = pages_of(Document(Meta("季报"), (*text, Paragraph(words("增设夜间专席。")), facts)))
        (of_facts,) = [page for page in pages if "责任人：" in page]
        assert "增设夜间专席。" in of_facts.replace(WORD_JOINER, "")


def test_a_label_stays_with_what_it_says_unless_that_is_nearly_a_line_long() -> None:
    short, long = Together(words("责任人：客服组")), Together(words("针对问题：" + "夜间客服缺口、" * 6))
    page = body_of(Paragraph((short, *words("　"), long), "facts"), for_print=True)
    assert page.startswith('<p class="facts"><span class="together">责任人：客服组</span>　针对问题：')
