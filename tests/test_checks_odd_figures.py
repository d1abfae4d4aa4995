"""Figures that are missing, not yet known or beyond all measure make the checks silent, never stop them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking import check
from opsreport.diagnostics import Diagnostics

FIGURES = st.sampled_from(
    ["不适用", "XX", "0", "-3", "0.00", "999999999999999999", "-999999999999999999", "0.000000000000000001",
     "约35", "近80", "100", "3"]
)  # fmt: skip
KINDS = st.sampled_from(
    ["unit: 万元", 'unit: "%"', "unit: ‰", "unit: 人", "unit: 秒", "kind: score, unit: 分",
     "kind: points, unit: 点", "kind: index"]
)  # fmt: skip
FIELDS = (
    "value",
    "target",
    "last_year",
    "previous",
    "from",
    "baseline",
    "benchmark",
    "peak",
    "trough",
    "average",
)
NAMES = st.sampled_from(
    ["次日留存率", "七日留存率", "日活跃用户", "月活跃用户", "NPS", "收入", "时长", "净利润"]
)


@st.composite
def metrics(draw: st.DrawFn) -> str:
    fields = draw(st.lists(st.sampled_from(FIELDS), unique=True))
    written = "".join(f", {field}: {draw(FIGURES)}" for field in fields)
    points = draw(st.lists(FIGURES, max_size=5))
    if points:
        series = ", ".join(f"{{period: 2025-0{at}, value: {one}}}" for at, one in enumerate(points, 1))
        written += f", agg: {draw(st.sampled_from(['sum', 'avg', 'last', 'max']))}, series: [{series}]"
    n, hits = draw(FIGURES), draw(FIGURES)
    written += (
        f", experiment: {{control: {{n: {n}, hits: {hits}}}, variant: {{n: {hits}, hits: {n}}}, split: 1:1}}"
    )
    return f"{{name: {draw(NAMES)}, {draw(KINDS)}{written}}}"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(metrics(), min_size=1, max_size=4), st.sampled_from(["2025", "2025Q1", "2025-02", "2025YTD02"])
)
def test_no_figure_stops_the_checks(written: list[str], period: str) -> None:
    found = Diagnostics()
    listed = ", ".join(one.replace("{name: ", f"{{id: m{at}, name: ", 1) for at, one in enumerate(written))
    notes = "次日留存率3.14159265358979323846亿，收入0.0000000000000000001万元，NPS为-999999999999999999999999点。"
    check(f'report: {{org: 甲, period: "{period}"}}\nmetrics: [{listed}]\nnotes: ["{notes}"]', found)


@pytest.mark.parametrize("value", ["不适用", "XX", "待补"])
def test_what_is_still_to_come_is_not_judged(value: str) -> None:
    found = Diagnostics()
    check(f'metrics: [{{name: 留存率, unit: "%", value: {value}, last_year: 41.2}}]', found)
    assert {one.code for one in found} <= {"unfilled-slot"}
