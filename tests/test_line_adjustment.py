"""Chinese line adjustment: where lines end, and how far characters stand apart."""

from itertools import pairwise
from typing import Any

import pytest

from opsreport.writers.pdf.engine import html_to_pdf, open_weasyprint
from opsreport.writers.pdf.fonts import choose_fonts

SIZE = 20.0
PARAGRAPH = (
    "本季度营业收入完成1280.5万元，同比增长12.5%，完成年度目标的78.6%；其中，线上渠道（含App、小程序及H5页面）"
    "贡献864.2万元，占比67.5%。“优质内容供给计划”上线以来，新增创作者3,241人，平均响应时长由45秒缩短至38秒，"
    "《审核标准手册》第3版已于9月18日发布，覆盖全部12个业务单元，<strong>差错率控制在0.3%以内</strong>。"
    "围绕“降本增效”主线，团队完成了API接口重构、SLA口径校准与BI看板（日报、周报、月报）三项工作，其中SLA达成率为"
    "<b>99.2%</b>，较上期提升1.4个百分点，环比增长3.5%的目标如期实现。（详见附件1、附件2。）"
)


def lines_of(
    markup: str, *, ems: float = 30, align: str = "justify", lang: str = "zh-CN", size: float = SIZE
) -> list[Any]:
    """The lines of a paragraph so many ems wide."""
    choose_fonts(system_fonts=False)
    weasyprint = open_weasyprint()
    css = (
        f"@page {{ size: {ems * size}px 2000px; margin: 0 }} body {{ margin: 0 }}"
        f"p {{ margin: 0; font: {size}px 'Ops Song'; text-align: {align} }} * {{ font-feature-settings: 'chws' }}"
    )
    page = weasyprint.HTML(string=f"<html lang={lang}><style>{css}</style><p>{markup}")
    (document,) = page.render().pages
    return [box for box in document._page_box.descendants() if type(box).__name__ == "LineBox"]


def texts_of(line: Any) -> list[Any]:
    return [box for box in line.descendants() if type(box).__name__ == "TextBox" and box.text]


def text_of(line: Any) -> str:
    return "".join(box.text for box in texts_of(line))


def end_of(line: Any) -> float:
    """Where the last character of a line ends, the blank half of a closing mark not counted."""
    last = texts_of(line)[-1]
    blank = SIZE / 2 if last.text[-1] in "，。、；：）》”" else 0
    end: float = last.position_x + last.width
    return end if getattr(last.pango_layout, "closing_mark_halved", False) else end - blank


@pytest.mark.parametrize("ems", [20, 25.5, 30, 33.3, 40])
def test_all_full_lines_of_a_paragraph_end_at_the_same_place(ems: float) -> None:
    *full, last = lines_of(PARAGRAPH, ems=ems)
    assert len(full) >= 4
    for line in full:
        assert end_of(line) == pytest.approx(ems * SIZE, abs=0.02 * SIZE), text_of(line)
    assert end_of(last) < ems * SIZE


def test_no_character_is_lost_or_added() -> None:
    plain = PARAGRAPH
    for tag in ("<strong>", "</strong>", "<b>", "</b>"):
        plain = plain.replace(tag, "")
    assert "".join(map(text_of, lines_of(PARAGRAPH))) == plain


def test_a_line_is_drawn_as_wide_as_it_was_laid_out() -> None:
    from weasyprint.text.line_break import line_size

    for line in lines_of(PARAGRAPH):
        for text in texts_of(line):
            text.pango_layout.reactivate(text.style)
            drawn, _ = line_size(text.pango_layout.get_first_line()[0], text.style)
            # A halved closing mark is drawn whole: its blank half hangs out.
            halved = SIZE / 2 if getattr(text.pango_layout, "closing_mark_halved", False) else 0
            assert any(drawn == pytest.approx(text.width + blank, abs=0.1) for blank in (0, halved))


def test_a_closing_mark_at_the_line_end_takes_half_its_width_and_stays_on_the_line() -> None:
    first, second = lines_of("一二三四五六七八九，十一二三", ems=9.5)
    assert text_of(first) == "一二三四五六七八九，"
    assert text_of(second) == "十一二三"


def test_an_opening_mark_at_the_line_start_stands_flush_with_the_text_above() -> None:
    _, second = lines_of("一二三四五六七八九十（甲乙丙）", ems=10)
    assert text_of(second).startswith("（")
    assert texts_of(second)[0].position_x == pytest.approx(-SIZE / 2)


def test_a_first_line_indent_is_kept_before_an_opening_mark() -> None:
    first = lines_of("<style>p { text-indent: 2em }</style>（甲乙丙）")[0]
    assert texts_of(first)[0].position_x == pytest.approx(2 * SIZE)


@pytest.mark.parametrize("align", ["justify", "left"])
@pytest.mark.parametrize("ems", [36.5, 36.9, 37, 37.02, 37.1, 37.5])
def test_text_goes_on_beside_what_stands_before_it_wherever_its_line_ends(ems: float, align: str) -> None:
    item = "<strong>新增用户未达目标：</strong>新增注册用户112.6\u2060万人，完成年度目标的93.8%，缺口7.4\u2060万人，主要是推广滞后。"
    first = lines_of(item, ems=ems, align=align, size=14)[0]
    assert text_of(first).startswith("新增用户未达目标：新增注册用户")


def width_of(markup: str, lang: str = "zh-CN") -> float:
    (line,) = lines_of(markup, align="left", lang=lang)
    texts = texts_of(line)
    width: float = texts[-1].position_x + texts[-1].width - texts[0].position_x
    return width


@pytest.mark.parametrize(
    ("together", "apart", "borders"),
    [
        ("增长12%", ("增长", "12%"), 1),
        ("12%的", ("12%", "的"), 1),
        ("共3类", ("共", "3", "类"), 2),
        ("用API接口", ("用", "API", "接口"), 2),
        ("38\u2060秒", ("38", "秒"), 1),
        ("增长<b>12</b>点", ("增长", "<b>12</b>", "点"), 2),
        ("甲，A", ("甲", "，", "A"), 0),
        ("（A）", ("（", "A", "）"), 0),
        ("元/人", ("元", "/", "人"), 0),
    ],
)
def test_hanzi_and_latin_stand_a_quarter_em_apart(
    together: str, apart: tuple[str, ...], borders: int
) -> None:
    gap = width_of(together) - sum(map(width_of, apart))
    assert gap == pytest.approx(borders * SIZE / 4, abs=0.02 * SIZE)


def test_the_gap_lies_wholly_at_the_border() -> None:
    from weasyprint.text.ffi import FROM_UNITS

    (line,) = lines_of("营收增长12点", align="left")
    (text,) = texts_of(line)
    text.pango_layout.reactivate(text.style)
    run = text.pango_layout.get_first_line()[0].runs
    x, starts = 0.0, []
    while run:
        string = run.data.glyphs
        for at in range(string.num_glyphs):
            geometry = string.glyphs[at].geometry
            starts.append(x + geometry.x_offset * FROM_UNITS)
            x += geometry.width * FROM_UNITS
        run = run.next
    steps = [after - before for before, after in pairwise(starts)]
    assert steps[:3] == pytest.approx([SIZE] * 3, abs=0.1)
    assert steps[3] == pytest.approx(1.25 * SIZE, abs=0.1)


def test_text_of_another_language_is_left_alone() -> None:
    assert width_of("Q3", lang="en") == pytest.approx(width_of("Q3"))
    english = width_of("共3类", lang="en")
    assert english == pytest.approx(sum(width_of(part, lang="en") for part in "共3类"))


def test_a_line_that_would_be_torn_apart_stays_ragged() -> None:
    first, *_ = lines_of("甲乙Incomprehensibilities甲乙", ems=12)
    assert end_of(first) < 11 * SIZE


def test_an_unknown_weasyprint_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    weasyprint = open_weasyprint()
    from opsreport.writers.pdf.line_adjustment import adjust_chinese_lines

    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    assert not adjust_chinese_lines()


def test_a_long_text_beside_a_float_takes_time_in_proportion_to_its_length() -> None:
    """WeasyPrint looks for the narrowest line at each line beside a float; the look must stay short."""
    open_weasyprint()
    from opsreport.writers.pdf import line_adjustment

    lengths: list[int] = []
    original = line_adjustment._split_first_line

    def noting(text: str, *rest: Any, **options: Any) -> Any:
        if rest[2] == 0:
            lengths.append(len(text))
        return original(text, *rest, **options)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(line_adjustment, "_split_first_line", noting)
        html_to_pdf(f"<html lang=zh-CN><p style='float:left'>甲</p><p>{'运营' * 3000}", [])
    assert lengths
    assert max(lengths) <= line_adjustment.FIRST_BREAK_WITHIN
