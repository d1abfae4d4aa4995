"""What follows from true figures is never taken for wrong, however each is rounded; what is far off always is."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from checking import check
from opsreport.diagnostics import Diagnostics, Language

RECKONED = {
    *("stated-vs-target", "stated-vs-last-year", "stated-vs-previous", "stated-change"),
    *("parts-do-not-add-up", "shares-do-not-add-up", "contributions-do-not-add-up"),
    *("formula-mismatch", "ratio-mismatch", "series-mismatch", "cagr-mismatch"),
}
BASES = {"growth-on-nonpositive-base", "tiny-base", "attainment-without-target", "printed-difference"}

exact = st.decimals(min_value=1, max_value=10**6, places=6)
places = st.integers(0, 2)
ways = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN))
anything = st.one_of(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2).map(str),
    st.sampled_from(
        ("0", "-0.0", "不适用", "XX", "约80", "近3", "超100", "12%", "3倍", "1.5个百分点", "2万")
    ),
)


def rounded(amount: Decimal, to: int, way: str = ROUND_HALF_UP) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-to), rounding=way)


def codes(metrics: str) -> set[str]:
    bundle = f"report: {{org: 甲, period: '2025'}}\nmetrics:\n{metrics}"
    return {code for code, _ in check(bundle, Diagnostics())}


@given(exact, exact, places, places, ways)
def test_growth_reckoned_before_rounding_is_never_contradicted(
    value: Decimal, base: Decimal, of_levels: int, of_growth: int, way: str
) -> None:
    before, after = rounded(base, of_levels, way), rounded(value, of_levels, way)
    assume(before > 0)
    growth = rounded((value - base) / base * 100, of_growth, way)
    share = rounded(value / base * 100, of_growth, way)
    stated = f"stated: {{vs_last_year: {growth}, vs_previous: {growth}%, vs_target: {share}%}}"
    levels = f"value: {after}, last_year: {before}, previous: {before}, target: {before}"
    assert not codes(f"  - {{name: 收入, unit: 万元, {levels}, {stated}}}") & RECKONED


@given(exact, exact, places, ways)
def test_points_reckoned_before_rounding_are_never_contradicted(
    value: Decimal, base: Decimal, of_levels: int, way: str
) -> None:
    before, after = rounded(base, of_levels, way), rounded(value, of_levels, way)
    moved = rounded(value - base, of_levels, way)
    stated = f"stated: {{vs_last_year: {moved}, change: {moved}个百分点}}"
    line = f"unit: '%', bounded: none, value: {after}, last_year: {before}, from: {before}, {stated}"
    assert not codes(f"  - {{name: 转化率, {line}}}") & RECKONED


@given(exact, exact, st.integers(2, 40), st.booleans())
def test_growth_that_is_far_off_is_always_found(
    value: Decimal, base: Decimal, off: int, upwards: bool
) -> None:
    before, after = rounded(base, 2), rounded(value, 2)
    assume(before > 1000 and after < 5 * before)
    growth = rounded((after - before) / before * 100 + (off if upwards else -off), 1)
    line = f"value: {after}, last_year: {before}, stated: {{vs_last_year: {growth}%}}"
    assert "stated-vs-last-year" in codes(f"  - {{name: 收入, unit: 万元, {line}}}")


@given(st.lists(exact, min_size=1, max_size=12), places, ways)
def test_parts_and_periods_rounded_each_by_itself_make_their_rounded_whole(
    parts: list[Decimal], to: int, way: str
) -> None:
    total = sum(parts, Decimal())
    listed = ", ".join(f"{{name: 分项{at}, value: {rounded(one, to, way)}}}" for at, one in enumerate(parts))
    shares = ", ".join(
        f"{{name: 分项{at}, share: {rounded(one / total * 100, to, way)}}}" for at, one in enumerate(parts)
    )
    months = (*parts, *(Decimal(0) for _ in range(12 - len(parts))))
    series = ", ".join(
        f"{{period: 2025-{at:02}, value: {rounded(one, to, way)}}}" for at, one in enumerate(months, 1)
    )
    metric = f"unit: 万元, value: {rounded(total, to, way)}"
    assert not RECKONED & codes(
        f"  - {{name: 收入, {metric}, breakdown: [{listed}]}}\n  - {{name: 成交, {metric}, shares: [{shares}]}}\n"
        f"  - {{name: 销量, {metric}, series: [{series}]}}"
    )


@given(exact, exact, places, places, ways)
def test_a_quotient_reckoned_before_rounding_is_its_formula(
    above: Decimal, below: Decimal, of_levels: int, of_rate: int, way: str
) -> None:
    first, second = rounded(above, of_levels, way), rounded(below, of_levels, way)
    assume(second > 0)
    rate = rounded(above / below * 100, of_rate, way)
    assert not RECKONED & codes(
        f"  - {{id: a, name: 毛利, unit: 万元, value: {first}}}\n  - {{id: b, name: 收入, unit: 万元, value: {second}}}\n"
        f"  - {{name: 毛利率, unit: '%', bounded: none, value: {rate}, formula: a / b}}\n"
        f"  - {{name: 毛利占比, unit: '%', bounded: none, value: {rate}, numerator: {first}, denominator: {second}}}"
    )


@given(st.lists(anything, min_size=16, max_size=16), st.sampled_from(("万元", "'%'", "秒", "点", "人", "‰")))
def test_whatever_is_written_the_rules_come_to_an_end(written: list[str], unit: str) -> None:
    names = (
        *("value", "target", "last_year", "previous", "from", "baseline", "numerator", "denominator"),
        *("vs_last_year", "vs_previous", "vs_target", "vs_baseline", "change", "loss_narrowed", "cagr"),
    )
    levels = dict(zip(names, written, strict=False))
    stated = ", ".join(f"{name}: {levels.pop(name)}" for name in names[8:])
    fields = ", ".join(f"{name}: {one}" for name, one in levels.items())
    line = f"  - {{name: 净利润, unit: {unit}, {fields}, stated: {{{stated}}}, change: {written[-1]}}}"
    found = Diagnostics()
    try:
        check(f"report: {{org: 甲, period: '2025'}}\nmetrics:\n{line}", found)
    except AssertionError:
        # Units that do not fit together are refused before the rules run.
        assert list(found)
    assert all(
        one.message(Language.ZH) and one.help(Language.EN) for one in found if one.code in RECKONED | BASES
    )
