"""Whatever figures and words a chart is made of, it can be read."""

import xml.etree.ElementTree as ElementTree
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from chart_reading import check_readable
from opsreport.charts.picture import chart_to_picture
from opsreport.charts.svg import chart_to_svg
from opsreport.document import Chart, ChartKind, ChartPoint, ChartSeries, Drawn, Inline, Text

NAMES = st.one_of(
    st.sampled_from(["1月", "2025年", "一季度", "甲店", "华东大区旗舰店（含前置仓）", "DAU/MAU", ""]),
    st.text(max_size=30),
    st.text("很长的名称甲乙丙W m，（", min_size=10, max_size=80),
)
AMOUNTS = st.one_of(
    st.integers(min_value=-20, max_value=2000).map(Decimal),
    st.decimals(min_value=0, max_value=100, places=1),
    st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    st.decimals(min_value=-1, max_value=1, places=12),
)


def line(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """A chart of any kind with missing figures and lengthy labels."""
    categories = draw(st.lists(NAMES, min_size=1, max_size=draw(st.sampled_from([3, 12, 40]))))
    positive = draw(st.booleans())

    def point() -> ChartPoint | None:
        if draw(st.integers(0, 7)) == 0:
            return None
        amount = draw(AMOUNTS)
        amount = abs(amount) if positive else amount
        return ChartPoint(
            amount, line(draw(st.sampled_from([f"{amount:f}", f"{amount:f}万元", "约35%", "长" * 30, ""])))
        )

    series = tuple(
        ChartSeries(
            line(draw(NAMES)),
            tuple(point() for _ in categories),
            draw(st.sampled_from(["", "万元", "%"])),
            draw(st.sampled_from(Drawn)),
            draw(st.booleans()),
        )
        for _ in range(draw(st.sampled_from([1, 1, 2, 3, 9])))
    )
    kind = draw(st.sampled_from(ChartKind))
    return Chart(kind, tuple(map(line, categories)), series, line(draw(NAMES)), alt=draw(NAMES))


@settings(max_examples=150, deadline=None)
@given(charts(), st.sampled_from([180.0, 300.0, 420.0]))
def test_no_two_words_of_a_chart_overlap_and_nothing_leaves_it(chart: Chart, width: float) -> None:
    check_readable(chart_to_picture(chart, width))


@settings(max_examples=60, deadline=None)
@given(charts())
def test_any_words_make_a_well_formed_picture(chart: Chart) -> None:
    written = chart_to_svg(chart)
    ElementTree.fromstring(written)
    assert written == chart_to_svg(chart)
    assert "nan" not in written
    assert "inf" not in written
