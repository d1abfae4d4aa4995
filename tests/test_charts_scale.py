"""The axes of charts: round ticks, nought for bars, and nothing that makes a small move look large."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart_gallery import GALLERY, chart, series
from opsreport.charts import Axis, axes_of, axis_for, colours_of, rims_of
from opsreport.charts.axes import waterfall_steps
from opsreport.charts.curves import THICKNESS
from opsreport.charts.palette import NAVY, PALE, PAPER, ink_of
from opsreport.charts.picture import chart_to_picture
from opsreport.charts.shapes import Stroke
from opsreport.document import ChartKind

AMOUNTS = st.one_of(
    st.decimals(min_value=-(10**6), max_value=10**6, places=2),
    st.decimals(min_value=-(10**18) + 1, max_value=10**18 - 1, places=12),
    st.integers(min_value=-9, max_value=9).map(Decimal),
)


def axis(amounts: str, *, from_zero: bool = True) -> Axis:
    found = axis_for([Decimal(text) for text in amounts.split()], from_zero=from_zero)
    assert found
    return found


@pytest.mark.parametrize(
    ("amounts", "labels"),
    [
        ("8.2 14.6", "0 5 10 15"),
        ("26 1", "0 10 20 30"),
        ("0.3 0.72", "0.0 0.2 0.4 0.6 0.8"),
        ("9999 10000", "0 2000 4000 6000 8000 10000"),
        ("-35 210", "−100 0 100 200 300"),
        ("-3 -9", "−10 −8 −6 −4 −2 0"),
        ("-50 50", "−50 −25 0 25 50"),
    ],
)
def test_bars_stand_on_nought_under_four_to_six_round_ticks(amounts: str, labels: str) -> None:
    assert axis(amounts).labels == tuple(labels.split())


@pytest.mark.parametrize(("amounts", "labels"), [("0 0", "0 1"), ("1", "0 1"), ("2 1", "0 1 2")])
def test_whole_amounts_have_whole_ticks_even_if_those_are_few(amounts: str, labels: str) -> None:
    assert axis(amounts).labels == tuple(labels.split())


@pytest.mark.parametrize(
    ("amounts", "lowest"),
    [
        ("38.1 38.6", "37.8"),
        ("1280.0 1280.1", "1260"),
        ("2980 3260", "2900"),
        ("10 90", "0"),
        ("99.9 99.9", "0"),
        ("38.6", "0"),
    ],
)
def test_a_line_leaves_nought_out_only_where_its_figures_lie_close_together(
    amounts: str, lowest: str
) -> None:
    found = axis(amounts, from_zero=False)
    assert found.labels[0] == lowest
    assert found.is_cut == (lowest != "0")


@pytest.mark.parametrize(
    ("amounts", "ticks", "code"),
    [
        ("12,000 9840", "0 5,000 10,000 15,000", "#,##0;−#,##0"),
        ("12000 9840", "0 5000 10000 15000", "0;−0"),
    ],
)
def test_ticks_are_written_as_the_report_writes_its_figures(amounts: str, ticks: str, code: str) -> None:
    found = axes_of(chart(ChartKind.BAR, "去年 今年", series("成交额", amounts))).first
    assert found
    assert (found.labels, found.number_format) == (tuple(ticks.split()), code)


def test_there_is_no_axis_without_figures() -> None:
    assert axis_for([], from_zero=True) is None


def test_office_writes_the_same_ticks() -> None:
    assert axis("1.5 4").number_format == "0;−0"
    assert axis("0.15 0.4").number_format == "0.0;−0.0"
    assert axis("-20000 40000").number_format == "0;−0"


@given(st.lists(AMOUNTS, min_size=1, max_size=8), st.booleans())
def test_every_axis_holds_its_figures_between_few_ticks(amounts: list[Decimal], from_zero: bool) -> None:
    found = axis_for(amounts, from_zero=from_zero)
    assert found
    assert found.low <= min(amounts) <= max(amounts) <= found.high
    whole = all(amount == amount.to_integral_value() for amount in amounts)
    assert (2 if whole else 4) <= len(found.ticks) <= 6
    assert not from_zero or Decimal() in found.ticks
    assert not whole or all(tick == tick.to_integral_value() for tick in found.ticks)
    read = [Decimal(label.replace(",", "").replace("−", "-")) for label in found.labels]
    assert tuple(read) == found.ticks


@given(st.lists(AMOUNTS, min_size=1, max_size=8))
def test_no_axis_shows_less_than_a_fiftieth_of_its_largest_figure(amounts: list[Decimal]) -> None:
    found = axis_for(amounts, from_zero=False)
    assert found
    assert (found.high - found.low) * 50 >= max(map(abs, amounts))


def test_a_rate_beside_bars_has_an_axis_of_its_own() -> None:
    axes = axes_of(GALLERY["months-two-years-and-rate"])
    assert axes.first
    assert axes.second
    assert axes.first.labels == ("0", "5", "10", "15")
    assert axes.second.labels == ("0", "5", "10", "15", "20")


def test_a_stack_is_measured_by_its_ends() -> None:
    assert (first := axes_of(GALLERY["stack-losses"]).first)
    assert (first.low, first.high) == (Decimal(-50), Decimal(200))


def test_a_waterfall_ends_in_a_total_where_the_steps_lead_there() -> None:
    steps = waterfall_steps(GALLERY["waterfall"])
    assert [step.is_total for step in steps] == [True, *[False] * 5, True]
    assert (steps[1].start, steps[1].end) == (Decimal("18.2"), Decimal("20.8"))
    open_end = chart(ChartKind.WATERFALL, "甲 乙 丙", series("额", "10 5 99"))
    assert not waterfall_steps(open_end)[-1].is_total


def test_totals_of_their_own_stand_where_they_are_given() -> None:
    bridge = chart(
        ChartKind.WATERFALL, "去年 增 减 今年", series("额", "10 x x 12"), series("变动", "x 5 -3 x")
    )
    assert [f"{step.start} {step.end}" for step in waterfall_steps(bridge)] == [
        "0 10",
        "10 15",
        "15 12",
        "0 12",
    ]


@pytest.mark.parametrize(
    "names", ["去年同期 上期 本期 目标", "本期 目标 行业平均", "去年同期 上期 本期", "上期 本期"]
)
def test_this_period_is_the_dark_one_whatever_it_is_compared_with(names: str) -> None:
    shown = chart(ChartKind.BAR, "甲 乙", *(series(name, "1 2") for name in names.split()))
    assert [
        name for name, colour in zip(names.split(), colours_of(shown), strict=True) if colour == NAVY
    ] == ["本期"]
    assert len(set(colours_of(shown))) == len(names.split())


def test_this_year_is_darker_than_last_year_and_a_result_darker_than_its_target() -> None:
    years = chart(ChartKind.BAR, "甲 乙", series("去年同期", "1 2"), series("本期", "2 3"))
    aims = chart(ChartKind.BAR, "甲 乙", series("本期", "1 2"), series("目标", "2 3"))
    assert colours_of(years) == (PALE, NAVY)
    assert (colours_of(aims), rims_of(aims)) == ((NAVY, PAPER), ("", ink_of(PALE)))


def test_what_was_aimed_at_is_known_without_colour() -> None:
    hollow = chart(
        ChartKind.BAR, "甲 乙", *(series(name, "1 2") for name in ("去年同期", "本期", "年度目标"))
    )
    assert [bool(rim) for rim in rims_of(hollow)] == [False, False, True]
    assert [colour == PAPER for colour in colours_of(hollow)] == [False, False, True]
    piled = replace(hollow, kind=ChartKind.STACKED)
    alone = replace(hollow, series=hollow.series[2:])
    for filled in (piled, alone):
        assert not any(rims_of(filled))
        assert PAPER not in colours_of(filled)
    lines = chart_to_picture(replace(hollow, kind=ChartKind.LINE), 420)
    strokes = [shape for shape in lines.shapes if isinstance(shape, Stroke) and shape.width == THICKNESS]
    # Each line stands in the head as well.
    assert [stroke.dashed for stroke in strokes] == [False, False, True] * 2


def test_no_two_of_sixteen_series_share_a_colour() -> None:
    many = chart(ChartKind.BAR, "甲", *(series(str(at), "1") for at in range(16)))
    assert len(set(colours_of(many))) == 16
