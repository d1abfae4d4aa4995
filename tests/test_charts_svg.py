"""Charts on paper and on the screen: true to their figures, readable, and never outside their frame."""

import io
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from chart_gallery import GALLERY, HOSTILE, LONG, MONTHS, chart, series
from chart_reading import SVG, bars, check_readable, extent, picture, texts
from opsreport.charts.head import FIRST_LINE
from opsreport.charts.lettering import broken, plain, shortened, width_of
from opsreport.charts.palette import NAVY, PALE, VERMILION
from opsreport.charts.picture import chart_to_picture
from opsreport.charts.shapes import Bar, Marker, Polygon, Sector, Stroke, Words
from opsreport.charts.svg import chart_to_svg
from opsreport.document import ChartKind, Text
from opsreport.writers.pdf.engine import html_to_pdf
from opsreport.writers.pdf.fonts import font_folder

EVERY = pytest.mark.parametrize("name", GALLERY)

# Beyond what can be labelled one by one, or with words longer than any place for them.
TOO_MUCH = {
    "thirty-one-days",
    "two-hundred",
    "twenty-series",
    "crossing-lines",
    "three-lines",
    "long-line",
    "too-many-bars",
    "hostile",
}


@EVERY
def test_nothing_overlaps_or_leaves_the_frame(name: str) -> None:
    check_readable(picture(GALLERY[name]))


@EVERY
@pytest.mark.parametrize("width", [180.0, 300.0])
def test_a_chart_in_a_narrow_box_is_as_readable(name: str, width: float) -> None:
    check_readable(chart_to_picture(GALLERY[name], width))


@EVERY
def test_equal_charts_give_equal_text_that_is_well_formed(name: str) -> None:
    written = chart_to_svg(GALLERY[name])
    assert written == chart_to_svg(replace(GALLERY[name]))
    root = ElementTree.fromstring(written)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert {each.tag for each in root.iter()} <= {
        SVG + tag for tag in ("svg", "title", "rect", "polyline", "polygon", "path", "circle", "text")
    }


@pytest.mark.parametrize("name", sorted(GALLERY.keys() - TOO_MUCH))
def test_every_label_is_printed_once_as_the_report_prints_it(name: str) -> None:
    shown = GALLERY[name]
    labels = Counter(plain(point.label) for one in shown.series for point in one.points if point)
    printed = Counter(texts(shown))
    assert not labels - printed


@EVERY
def test_no_figure_is_printed_that_is_neither_a_label_nor_a_tick(name: str) -> None:
    shown = GALLERY[name]
    words = [shape for shape in picture(shown).shapes if isinstance(shape, Words) and shape.bold]
    labels = {plain(point.label) for one in shown.series for point in one.points if point}
    assert all(any(label.startswith(each.text.rstrip("…")) for label in labels) for each in words)


def test_bars_are_as_long_as_their_figures_from_nought() -> None:
    heights = [box.height for box in bars(GALLERY["one-series"])]
    amounts = [float(point.value) for point in GALLERY["one-series"].series[0].points if point]
    assert [height / amount for height, amount in zip(heights, amounts, strict=True)] == pytest.approx(
        [heights[0] / amounts[0]] * 4
    )
    assert len({round(box.bottom, 6) for box in bars(GALLERY["one-series"])}) == 1


def test_lying_bars_are_as_long_as_their_figures_too() -> None:
    widths = [box.width for box in bars(GALLERY["long-names"])]
    amounts = [float(point.value) for point in GALLERY["long-names"].series[0].points if point]
    assert widths == pytest.approx([amount * widths[0] / amounts[0] for amount in amounts])


def test_losses_hang_below_what_gains_stand_on() -> None:
    gain, loss = bars(chart(ChartKind.BAR, "1月 2月", series("利润", "10 -5")))
    assert gain.bottom == pytest.approx(loss.top)
    assert gain.height == pytest.approx(2 * loss.height)


def test_a_missing_figure_leaves_a_gap_and_no_bar() -> None:
    assert len(bars(GALLERY["gaps"])) == 8
    strokes = [each for each in picture(GALLERY["line-with-gaps"]).shapes if isinstance(each, Stroke)]
    below_legend = [each for each in strokes if each.places[0][1] > FIRST_LINE]
    runs = [len(each.places) for each in below_legend if each.colour == NAVY]
    assert runs == [2, 2, 3]


def test_a_chart_without_figures_says_so() -> None:
    assert texts(GALLERY["empty"]) == ["暂无数据"]


def test_a_cut_axis_says_where_it_starts() -> None:
    assert "单位：%，纵轴自 36.5 起" in texts(GALLERY["line"])
    assert not any("纵轴" in text for text in texts(GALLERY["one-series"]))


def test_names_too_long_to_stand_below_bars_stand_beside_them() -> None:
    assert set(LONG) <= set(texts(GALLERY["long-names"]))


def test_months_stay_in_a_row_however_many_bars_they_have() -> None:
    one = chart(ChartKind.BAR, MONTHS, *(series(name, "12345.67 " * 12) for name in "甲乙丙"))
    months = [shape for shape in picture(one).shapes if isinstance(shape, Words) and shape.text in MONTHS]
    assert len({word.y for word in months}) == 1
    assert len(months) == 12


def test_losses_make_bars_of_a_pie() -> None:
    assert not any(isinstance(shape, Sector) for shape in picture(GALLERY["pie-losses"]).shapes)
    assert len(bars(GALLERY["pie-losses"])) == 3


def test_the_parts_of_a_pie_fill_the_circle_in_their_shares() -> None:
    parts = [shape for shape in picture(GALLERY["pie"]).shapes if isinstance(shape, Sector)]
    assert [round(part.end - part.start, 3) for part in parts] == [0.452, 0.301, 0.205, 0.042]
    assert (parts[0].start, parts[-1].end) == (0, 1)


def test_stages_of_a_funnel_are_as_wide_as_their_figures() -> None:
    stages = [
        extent(shape).width for shape in picture(GALLERY["funnel"]).shapes if isinstance(shape, Polygon)
    ]
    assert stages == pytest.approx([stages[0] * part / 9860 for part in (9860, 3542, 1580, 739, 418)])


def test_a_rate_runs_above_the_bars_in_a_band_of_its_own() -> None:
    shapes = picture(GALLERY["months-two-years-and-rate"]).shapes
    lowest = max(
        shape.place[1] for shape in shapes if isinstance(shape, Marker) and shape.colour == VERMILION
    )
    assert lowest < min(box.top for box in bars(GALLERY["months-two-years-and-rate"])[1:])


def test_words_of_a_user_are_words_and_nothing_else() -> None:
    written = chart_to_svg(GALLERY["hostile"])
    assert "<script" not in written
    assert written.count("</svg>") == 1
    assert not {"\x00", "\x1b", "\u202e", "\ufffe"} & set(written)
    assert any("</svg><script>alert(1)" in text for text in texts(GALLERY["hostile"]))


@pytest.mark.parametrize("face", ["OpsHei-Regular", "OpsHei-Bold"])
def test_words_are_never_wider_than_reckoned(face: str) -> None:
    font = TTFont(font_folder() / f"{face}.ttf")
    glyphs, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    said = [plain((Text(text),)) for shown in GALLERY.values() for text in texts(shown)]
    for text in [*map(chr, range(32, 127)), *said, "¥1,280.5—（约35%）×÷±℃·…“”"]:
        known = [widths[glyphs[ord(char)]][0] / em for char in text if ord(char) in glyphs]
        assert sum(known) <= width_of(text, 1) + 1e-9, text


def test_names_as_long_as_a_book_are_cut_to_what_fits() -> None:
    book = chart(
        ChartKind.BAR, ["长名称" * 30000, "a" * 50000], series("b" * 50000, "1 2", sign="万" * 50000)
    )
    assert len(chart_to_svg(book)) < 5000
    check_readable(picture(book))


def test_more_bars_than_can_be_seen_become_lines() -> None:
    shapes = picture(GALLERY["too-many-bars"]).shapes
    assert not any(isinstance(shape, Bar) for shape in shapes)
    assert sum(isinstance(shape, Stroke) and len(shape.places) == 200 for shape in shapes) == 5


def test_names_break_between_hanzi_and_never_within_a_number() -> None:
    assert broken("二〇二五年度营业收入", 40, 7.2, 2) == ("二〇二五年", "度营业收入")
    assert broken("收入（万元）", 30, 7.2, 2) == ("收入", "（万元）")
    assert broken("活动 2025.12 复盘", 36, 7.2, 3) == ("活动", "2025.12", "复盘")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert shortened("异业联盟合作拉新", 36, 7.2) == "异业联盟…"
    assert shortened("异业", 36, 7.2) == "异业"
    assert shortened("异业", 5, 7.2) == ""


def test_paper_shows_every_word_and_the_engine_complains_of_nothing() -> None:
    import pypdfium2

    names = ("months-two-years-and-rate", "long-names-two", "waterfall", "funnel", "doughnut", "hostile")
    page = "".join(f"<figure>{chart_to_svg(GALLERY[name])}</figure>" for name in names)
    result = html_to_pdf(f"<!DOCTYPE html><html><body>{page}</body></html>", ())
    assert result.complaints == ()
    assert set(result.fonts_used) == {"Ops Hei"}
    document = pypdfium2.PdfDocument(io.BytesIO(result.pdf))
    read = (
        "".join(one.get_textpage().get_text_range() for one in document).replace("\r", "").replace("\n", "")
    )
    for name in names[:-1]:
        for text in texts(GALLERY[name]):
            assert text.replace(" ", "") in read.replace(" ", ""), text
    assert HOSTILE[:10] in read


def test_a_unit_that_the_head_names_is_not_said_again_at_each_bar() -> None:
    money = series("本期", "18650 20870 22180", unit="万元", sign="万元")
    assert {"18650", "20870", "22180", "单位：万元"} <= set(texts(chart(ChartKind.BAR, MONTHS[:3], money)))
    rates = series("本期", "18.6 20.8 22.1", unit="%", sign="%")
    assert {"18.6%", "20.8%", "22.1%"} <= set(texts(chart(ChartKind.BAR, MONTHS[:3], rates)))


COMPARED = chart(
    ChartKind.BAR,
    "去年同期 本期 目标",
    series("成交额", "9840 12000 12500", unit="万元"),
    caption="成交额对比",
)


def test_a_comparison_points_out_this_period_and_not_the_largest_bar() -> None:
    shapes = picture(COMPARED).shapes
    assert [shape.fill for shape in shapes if isinstance(shape, Bar)] == [PALE, NAVY, PALE]
    assert [shape.text for shape in shapes if isinstance(shape, Words) and shape.bold] == ["12000"]
