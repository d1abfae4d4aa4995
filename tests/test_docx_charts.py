"""Charts in Word: its own, editable, and with the report's own figures on them."""

import io
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docx_reading import WordFile, found, said, text_of, words, written
from opsreport.charts import axes_of
from opsreport.charts.palette import INK, NAVY, PALE
from opsreport.document import Chart, ChartKind, ChartPoint, ChartSeries, Drawn
from opsreport.writers.docx.charts.formats import LabelFormat, label_format
from opsreport.writers.docx.package import w

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART, WORKBOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Sheet1.xlsx"
QUARTERS = ("一季度", "二季度", "三季度", "四季度")


def series(
    name: str,
    *points: tuple[str, str] | None,
    unit: str = "万元",
    drawn: Drawn = Drawn.BAR,
    second: bool = False,
) -> ChartSeries:
    made = tuple(ChartPoint(Decimal(point[0]), words(point[1])) if point else None for point in points)
    return ChartSeries(words(name), made, unit, drawn, second)


LAST_YEAR = series("去年同期", ("960", "960"), ("1035", "1,035"), ("1080", "1,080"), ("1102.5", "1,103"))
THIS_YEAR = series("本期", ("1280.5", "1,281"), ("1342", "1,342"), None, ("1421.25", "1,421"))
GROWTH = series(
    "同比", ("33.4", "33.4%"), ("29.7", "29.7%"), None, ("28.9", "28.9%"), unit="%", drawn=Drawn.LINE, second=True
)  # fmt: skip
SHARES = series("占比", ("52.1", "52.1%"), ("24.3", "24.3%"), ("18.6", "18.6%"), ("5", "5.0%"), unit="%")


def chart(kind: ChartKind, *drawn: ChartSeries, categories: Sequence[str] = QUARTERS) -> Chart:
    names = tuple(words(category) for category in categories)
    return Chart(kind, names, drawn, words("各季度营业收入"), words("数据来源：财务部。"), "收入逐季上升")


COMBINED = chart(ChartKind.BAR_LINE, LAST_YEAR, THIS_YEAR, GROWTH)
EVERY_KIND = [
    chart(ChartKind.BAR, LAST_YEAR, THIS_YEAR),
    chart(ChartKind.STACKED, LAST_YEAR, THIS_YEAR),
    chart(ChartKind.LINE, LAST_YEAR, THIS_YEAR),
    COMBINED,
    chart(ChartKind.PIE, SHARES),
    chart(ChartKind.DOUGHNUT, SHARES),
    chart(ChartKind.FUNNEL, SHARES),
    chart(ChartKind.WATERFALL, series("利润", ("18.2", "18.2"), ("2.6", "+2.6"), ("-1", "−1.0"), ("19.8", "19.8"))),
]  # fmt: skip


def part(file: WordFile) -> Element:
    return file.part(CHART)


def drawn_series(file: WordFile) -> list[Element]:
    return list(part(file).iter(f"{C}ser"))


def points(one: Element) -> dict[int, str]:
    return {
        int(point.get("idx", "")): point.findtext(f"{C}v", "") for point in one.iterfind(f"{C}val//{C}pt")
    }


def sheet(file: WordFile, title: str = "数据") -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(file.files[WORKBOOK]))
    return [[cell.value for cell in row] for row in book[title].rows]


def said_of(element: Element, name: str) -> str:
    inner = element.find(f".//{C}{name}")
    return "" if inner is None else inner.get("val", "")


# The file


@pytest.mark.parametrize("one", EVERY_KIND, ids=lambda one: one.kind.value)
def test_every_kind_of_chart_is_words_own_and_brings_its_figures(one: Chart) -> None:
    file = written(one)
    assert len(drawn_series(file)) >= len(one.series)
    rows = sheet(file)
    assert [row[0] for row in rows[1:]] == list(QUARTERS)
    assert text_of(file.body) == "图1　各季度营业收入数据来源：财务部。"


@pytest.mark.parametrize("one", EVERY_KIND, ids=lambda one: one.kind.value)
def test_the_figures_word_shows_are_those_of_the_workbook(one: Chart) -> None:
    file = written(one)
    rows = sheet(file)
    for column, drawn in enumerate(drawn_series(file), 1):
        assert drawn.findtext(f"{C}tx//{C}v") == rows[0][column]
        shown = points(drawn)
        held = {at: row[column] for at, row in enumerate(rows[1:]) if row[column] is not None}
        assert {at: Decimal(text) for at, text in shown.items()} == {
            at: Decimal(str(figure)) for at, figure in held.items()
        }


def test_charts_are_the_same_bytes_every_time() -> None:
    assert written(COMBINED, COMBINED).content == written(COMBINED, COMBINED).content


def test_each_chart_has_a_part_and_a_workbook_of_its_own() -> None:
    file = written(COMBINED, said("其间"), EVERY_KIND[0])
    assert {name for name in file.files if "chart" in name or "embeddings" in name} == {
        "word/charts/chart1.xml",
        "word/charts/chart2.xml",
        "word/charts/_rels/chart1.xml.rels",
        "word/charts/_rels/chart2.xml.rels",
        "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
        "word/embeddings/Microsoft_Excel_Sheet2.xlsx",
    }


def test_a_report_without_charts_has_no_part_for_them() -> None:
    assert not [name for name in written(said("正文")).files if "chart" in name or "embeddings" in name]


# Figures


def test_a_missing_figure_is_left_out_and_never_nought() -> None:
    file = written(COMBINED)
    assert points(drawn_series(file)[1]) == {0: "1280.5", 1: "1342", 3: "1421.25"}
    assert sheet(file)[3][2] is None
    assert said_of(part(file), "dispBlanksAs") == "gap"


def test_words_that_look_like_a_formula_stay_words() -> None:
    names = ('=HYPERLINK("http://x","点我")', "+1", "@甲", "-1")
    file = written(chart(ChartKind.BAR, series("=1+1", *[("1", "1")] * 4), categories=names))
    rows = sheet(file)
    assert [row[0] for row in rows[1:]] == list(names)
    assert rows[0][1] == "=1+1"
    book = openpyxl.load_workbook(io.BytesIO(file.files[WORKBOOK]))
    cells = [cell for row in book["数据"].rows for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert all(cell.quotePrefix for cell in cells)


def test_words_that_excel_would_take_for_a_code_stay_words() -> None:
    file = written(chart(ChartKind.BAR, THIS_YEAR, categories=("_x0041_", "_x", "甲_x0041_", "乙")))
    assert [row[0] for row in sheet(file)[1:]] == ["_x005F_x0041_", "_x", "甲_x005F_x0041_", "乙"]
    assert drawn_series(file)[0].findtext(f"{C}cat//{C}v") == "_x005F_x0041_"


def test_the_second_sheet_shows_the_figures_as_the_report_prints_them() -> None:
    rows = sheet(written(COMBINED), "来源")
    assert rows[0][:2] == ["图", "各季度营业收入"]
    assert rows[-1] == ["四季度", "1,103", "1,421", "28.9%"]


def test_the_workbook_names_no_place_of_the_bundle() -> None:
    asked = Chart(ChartKind.BAR, COMBINED.categories, (THIS_YEAR,), words("收入"), (), "收入", "charts[0]")
    assert not [row for row in sheet(written(asked), "来源") if "charts[0]" in row]


# Labels


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ([("1280.5", "1,281"), ("960", "960")], '#,##0;"−"#,##0;#,##0'),
        ([("33.4", "33.4%")], '0.0"%";"−"0.0"%";0.0"%"'),
        ([("2.6", "+2.6"), ("-1.1", "−1.1"), ("0", "0.0")], '"+"0.0;"−"0.0;0.0'),
        ([("380", "约380万")], '"约"0"万";"−""约"0"万";"约"0"万"'),
        ([("4.5", "1:4.5")], '"1:"0.0;"−""1:"0.0;"1:"0.0'),
    ],
)
def test_a_number_format_prints_what_the_report_prints(figures: list[tuple[str, str]], code: str) -> None:
    format_ = label_format([(Decimal(amount), label) for amount, label in figures])
    assert format_ is not None
    assert format_.code == code


@pytest.mark.parametrize(
    ("amount", "label"), [("12800", "1.28万"), ("3", "三"), ("-5", "5"), ("2.665", "2.66")]
)
def test_a_label_that_no_format_prints_has_none(amount: str, label: str) -> None:
    assert label_format([(Decimal(amount), label)]) is None


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 4))
def test_a_figure_rounded_half_up_always_has_a_format(amount: Decimal, places: int) -> None:
    rounded = abs(amount).quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP")
    label = f"{'−' if amount < 0 else ''}{rounded:,f}元"
    format_ = label_format([(amount, label)])
    assert isinstance(format_, LabelFormat)
    assert format_.prints(amount, label, grouped="," in label)


def test_a_label_that_the_series_format_would_print_otherwise_has_its_own() -> None:
    odd = series("本期", ("1280", "1,280"), ("1342", "约1,342"), ("12000", "1.2万"), ("1421", "1,421"))
    labels = found_labels(written(chart(ChartKind.BAR, odd)))
    own = {said_of(label, "idx"): label for label in labels.iterfind(f"{C}dLbl")}
    assert set(own) == {"1", "2"}
    number_format = own["1"].find(f"{C}numFmt")
    assert number_format is not None
    assert number_format.get("formatCode", "").startswith('"约"#,##0')
    assert "".join(own["2"].itertext()) == "1.2万"


def found_labels(file: WordFile) -> Element:
    labels = drawn_series(file)[0].find(f"{C}dLbls")
    assert labels is not None
    return labels


def test_many_bars_are_labelled_where_there_is_room() -> None:
    months = [f"{month}月" for month in range(1, 13)]
    many = series("本期", *[(str(month * 100000), f"{month * 100000:,}万元") for month in range(1, 13)])
    labels = found_labels(written(chart(ChartKind.BAR, many, categories=months)))
    hidden = [one for one in labels.iterfind(f"{C}dLbl") if one.find(f"{C}delete") is not None]
    assert len(hidden) == 10


# Look


def labelled(one: Element) -> set[int]:
    """The points of a series that have their label."""
    labels = one.find(f"{C}dLbls")
    assert labels is not None
    gone = {
        int(said_of(label, "idx")) for label in labels.iter(f"{C}dLbl") if said_of(label, "delete") == "1"
    }
    return set(range(len(points(one)))) - gone


def test_lines_that_run_apart_have_all_their_labels() -> None:
    apart = (
        series("去年同期", ("21.5", "21.5%"), ("21.9", "21.9%"), ("22.3", "22.3%"), drawn=Drawn.LINE),
        series("本期", ("22.9", "22.9%"), ("23.5", "23.5%"), ("24.4", "24.4%"), drawn=Drawn.LINE),
    )
    months = ("7月", "8月", "9月")
    file = written(chart(ChartKind.LINE, *apart, categories=months))
    assert [labelled(one) for one in drawn_series(file)] == [{0, 1, 2}, {0, 1, 2}]


def test_of_lines_that_come_close_only_the_telling_points_have_labels() -> None:
    close = (
        series(
            "去年同期",
            ("21.5", "21.5%"),
            ("23.4", "23.4%"),
            ("22.3", "22.3%"),
            ("25", "25.0%"),
            drawn=Drawn.LINE,
        ),
        series(
            "本期",
            ("22.9", "22.9%"),
            ("23.5", "23.5%"),
            ("23.4", "23.4%"),
            ("24.4", "24.4%"),
            drawn=Drawn.LINE,
        ),
    )
    file = written(chart(ChartKind.LINE, *close))
    assert [labelled(one) for one in drawn_series(file)] == [{0, 3}, {0, 3}]


def test_a_figure_too_wide_for_its_stage_of_a_funnel_stands_beside_it_on_one_line() -> None:
    users = series("用户", ("1352.5", "1352.5万人"), ("86.4", "86.4万人"), unit="万人")
    file = written(chart(ChartKind.FUNNEL, users, categories=("日均活跃用户", "新增注册用户")))
    _, stages, beside = drawn_series(file)
    assert (labelled(stages), labelled(beside)) == ({0}, {1})
    assert {body.get("wrap") for one in (stages, beside) for body in one.iter(f"{A}bodyPr")} == {"none"}


def test_the_axis_has_the_ticks_of_the_paper() -> None:
    one = chart(ChartKind.BAR, LAST_YEAR, THIS_YEAR)
    axis = axes_of(one).first
    assert axis is not None
    drawn = part(written(one)).find(f".//{C}valAx")
    assert drawn is not None
    assert (said_of(drawn, "min"), said_of(drawn, "max"), said_of(drawn, "majorUnit")) == (
        f"{axis.low:f}",
        f"{axis.high:f}",
        f"{axis.step:f}",
    )


def test_a_line_of_another_unit_runs_above_the_bars_on_an_axis_of_its_own() -> None:
    tree = part(written(COMBINED))
    assert [group.tag.removeprefix(C) for group in tree.iter() if group.tag.endswith("Chart")] == [
        "barChart",
        "lineChart",
    ]
    axes = {said_of(axis, "axId"): axis for axis in tree.iter() if axis.tag in (f"{C}catAx", f"{C}valAx")}
    assert len(axes) == 4
    assert all(said_of(axes[said_of(axis, "crossAx")], "crossAx") == name for name, axis in axes.items())


def test_a_losing_and_a_winning_step_of_a_waterfall_stand_on_each_other() -> None:
    rows = sheet(written(EVERY_KIND[-1]))
    assert rows[0] == [None, "留空", "合计", "增加", "减少", "标签"]
    assert rows[2][1:4] == [18.2, None, 2.6]
    assert rows[3][1:5] == [19.8, None, None, 1]


def test_a_step_of_a_waterfall_through_nought_has_a_bar_on_each_side() -> None:
    steps = series("现金", ("5", "5"), ("-12", "−12"), ("2", "+2"), ("-5", "−5"))
    rows = sheet(written(chart(ChartKind.WATERFALL, steps)))
    across = dict(zip(rows[0], rows[2], strict=True))
    assert (across["留空"], across["减少"], across["减少（零以下）"]) == (0, 5, -7)


# Around the chart


def test_a_caption_is_numbered_by_word_and_stands_on_the_page_of_its_chart() -> None:
    file = written(COMBINED, EVERY_KIND[0])
    captions = file.paragraphs("图题")
    assert [text_of(one) for one in captions] == ["图1　各季度营业收入", "图2　各季度营业收入"]
    assert [node.text for node in captions[1].iter(w("instrText"))] == [" SEQ 图 \\* ARABIC "]
    marks = [node.get(w("name")) for node in file.body.iter(w("bookmarkStart"))]
    assert marks == ["_Figure00000001", "_Figure00000002"]
    held = [
        one for one in (*file.paragraphs("报告图表"), *captions) if one.find(f".//{w('keepNext')}") is None
    ]
    assert held == []


def test_a_chart_without_a_caption_takes_no_number() -> None:
    bare = Chart(ChartKind.BAR, COMBINED.categories, (THIS_YEAR,), alt="收入")
    file = written(bare, COMBINED)
    assert text_of(file.paragraphs("图题")[0]).startswith("图1")
    assert found(file.body, "p", "drawing") is not None
    assert file.paragraphs("报告图表")[0].find(f"{w('pPr')}/{w('keepNext')}") is None


def test_a_chart_says_in_words_what_it_shows() -> None:
    drawings = [node for node in written(COMBINED).body.iter() if node.tag.endswith("}docPr")]
    assert [node.get("descr") for node in drawings] == ["收入逐季上升"]


def test_a_chart_without_any_figure_is_an_empty_field() -> None:
    for kind in ChartKind:
        empty = chart(kind, series("本期", None, None, None, None))
        assert all(not points(one) or kind is ChartKind.FUNNEL for one in drawn_series(written(empty)))


AMOUNTS = st.decimals(-(10**12), 10**12, places=3) | st.just(Decimal("1E+3"))
NAMES = st.text(max_size=12) | st.sampled_from(
    ["", "小程序商城与直播间的成交渠道", "&<>", "_x0041_", "=1", "\x00"]
)


@st.composite
def any_chart(draw: st.DrawFn) -> Chart:
    size = draw(st.integers(1, 30))
    names = tuple(words(draw(NAMES)) for _ in range(size))
    point = st.none() | st.builds(ChartPoint, AMOUNTS, NAMES.map(words))
    one = st.builds(
        ChartSeries,
        NAMES.map(words),
        st.lists(point, min_size=size, max_size=size).map(tuple),
        st.sampled_from(["", "%", "万元"]),
        st.sampled_from(Drawn),
        st.booleans(),
    )
    drawn = tuple(draw(st.lists(one, min_size=1, max_size=4)))
    return Chart(
        draw(st.sampled_from(ChartKind)), names, drawn, words(draw(NAMES)), words(draw(NAMES)), draw(NAMES)
    )


@given(any_chart())
@settings(max_examples=150, deadline=None)
def test_whatever_a_chart_holds_word_opens_it(one: Chart) -> None:
    file = written(one)
    assert file.content == written(one).content
    assert openpyxl.load_workbook(io.BytesIO(file.files[WORKBOOK])).sheetnames == ["数据", "来源"]


def test_word_points_out_this_period_in_a_comparison_as_paper_does() -> None:
    amounts = series("成交额", ("9840", "9840"), ("12000", "12000"), ("12500", "12500"))
    file = written(chart(ChartKind.BAR, amounts, categories=("去年同期", "本期", "目标")))
    (one,) = drawn_series(file)
    fills = [point.find(f".//{A}srgbClr") for point in one.iterfind(f"{C}dPt")]
    assert ["#" + fill.attrib["val"].lower() for fill in fills if fill is not None] == [PALE, NAVY, PALE]
    inks = {
        said_of(label, "idx"): label.find(f".//{A}srgbClr") for label in one.iterfind(f"{C}dLbls/{C}dLbl")
    }
    assert {at: "#" + ink.attrib["val"].lower() for at, ink in inks.items() if ink is not None} == {"1": INK}


def test_word_tells_a_target_without_colour_as_paper_does() -> None:
    values = [("9840", "9840"), ("12000", "12000")]
    bars = chart(ChartKind.BAR, series("本期", *values), series("目标", *values), categories=("甲", "乙"))
    outlined = [one.find(f"{C}spPr/{A}ln/{A}solidFill") is not None for one in drawn_series(written(bars))]
    assert outlined == [False, True]
    lines = written(replace(bars, kind=ChartKind.LINE))
    assert [one.find(f"{C}spPr/{A}ln/{A}prstDash") is not None for one in drawn_series(lines)] == [
        False,
        True,
    ]
