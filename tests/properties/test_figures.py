"""What holds for all figures, whatever somebody writes."""

import re
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from opsreport.diagnostics import Diagnostics, Scalar
from opsreport.diagnostics.source import NOWHERE
from opsreport.figures import (
    ChangeStyle,
    Figure,
    Kind,
    Options,
    Polarity,
    Verdict,
    parse_period,
    parse_quantity,
    parse_unit,
)
from opsreport.figures.attainment import attain, attainment_clause
from opsreport.figures.change import Manner, compare
from opsreport.figures.options import NegativeBase, Rounding, Thousands
from opsreport.figures.printing import exact_text, notation_for
from opsreport.figures.rounding import largest_remainder, rounded
from opsreport.figures.verbs import verbs_for
from opsreport.figures.wording import (
    LAST_YEAR,
    change_clause,
    compared_clause,
    from_to_clause,
    relative_rate_clause,
    to_clause,
)

UNITS = {
    Kind.MONEY: ("元", "万元", "亿元"),
    Kind.COUNT: ("人", "万", "亿次"),
    Kind.RATE: ("%", "‰"),
    Kind.DURATION: ("秒", "小时"),
    Kind.SCORE: ("分",),
    Kind.POINTS: ("点",),
    Kind.RATIO: ("∶",),
    Kind.INDEX: ("",),
}
OPPOSITE = {
    Polarity.HIGHER_IS_BETTER: Polarity.LOWER_IS_BETTER,
    Polarity.LOWER_IS_BETTER: Polarity.HIGHER_IS_BETTER,
    Polarity.NEUTRAL: Polarity.NEUTRAL,
}
OPPOSITE_VERDICT = {
    Verdict.BETTER: Verdict.WORSE,
    Verdict.WORSE: Verdict.BETTER,
    Verdict.FLAT: Verdict.FLAT,
    Verdict.UNJUDGED: Verdict.UNJUDGED,
}

amounts = st.one_of(
    st.decimals(min_value=-(10**6), max_value=10**6, places=2),
    st.decimals(min_value=-2, max_value=2, places=4),
    st.decimals(min_value=-(10**12), max_value=10**12, places=1),
    st.integers(min_value=-3, max_value=3).map(Decimal),
)


def figure(amount: Decimal, unit: str) -> Figure:
    return Figure(amount, parse_unit(unit), max(0, -int(amount.as_tuple().exponent)))


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[Figure, Figure, Manner]:
    """Two figures of a metric of any kind, in a report with any options."""
    kind = draw(st.sampled_from(list(UNITS)))
    unit = draw(st.sampled_from(UNITS[kind]))
    figures = figure(draw(amounts), unit), figure(draw(amounts), unit)
    options = Options(
        rounding=draw(st.sampled_from(Rounding)),
        negative_base=draw(st.sampled_from(NegativeBase)),
        thousands=draw(st.sampled_from(Thousands)),
    )
    decimals = draw(st.none() | st.integers(min_value=0, max_value=2))
    notation = notation_for(figures, kind, options, unit=parse_unit(unit), decimals=decimals)
    style = draw(st.none() | st.sampled_from(["pp", "relative", "absolute"]))
    manner = Manner(kind, draw(st.sampled_from(Polarity)), notation, profit=draw(st.booleans()))
    return (*figures, replace(manner, style=ChangeStyle(style) if style else None))


def sentences(value: Figure, base: Figure, manner: Manner) -> list[str]:
    """Everything that may be said of the two figures."""
    change = compare(value, base, manner)
    verbs = verbs_for(manner.kind, manner.polarity)
    return [
        change_clause(change, verbs, LAST_YEAR).text,
        relative_rate_clause(change, verbs, LAST_YEAR).text,
        from_to_clause(change, verbs).text,
        to_clause(change, verbs).text,
        compared_clause(change, "行业平均", leading=True).text,
        attainment_clause(attain(value, base, manner, start=base, elapsed=Decimal("0.75"))).text,
    ]


@given(comparisons())
def test_swapping_the_polarity_swaps_the_verdict(comparison: tuple[Figure, Figure, Manner]) -> None:
    value, base, manner = comparison
    other = replace(manner, polarity=OPPOSITE[manner.polarity])
    assert compare(value, base, other).verdict is OPPOSITE_VERDICT[compare(value, base, manner).verdict]


@given(comparisons())
def test_equal_figures_are_flat(comparison: tuple[Figure, Figure, Manner]) -> None:
    value, _, manner = comparison
    change = compare(value, value, manner)
    assert change.is_flat
    assert change.verdict is Verdict.FLAT


DIRECTION = "增长|上升|提高|提升|增加|延长|下降|减少|降低|缩短|收窄|扩大|高于目标|低于目标|控制目标|高于行业平均|低于行业平均"
ZERO = re.compile(rf"(?:{DIRECTION})(?:约)?0(?:\.0*)?(?![\d.,])")
SIGNED = re.compile(rf"(?:{DIRECTION})(?:约)?[-−+]")


@given(comparisons())
def test_a_word_of_change_never_goes_with_a_nought_or_a_sign(
    comparison: tuple[Figure, Figure, Manner],
) -> None:
    for sentence in sentences(*comparison):
        assert not ZERO.search(sentence), sentence
        assert not SIGNED.search(sentence), sentence


@given(comparisons())
def test_no_sentence_holds_a_number_that_is_none(comparison: tuple[Figure, Figure, Manner]) -> None:
    for sentence in sentences(*comparison):
        assert sentence
        assert not re.search(r"[-−]0(?:\.0*)?(?![\d.,])|[iI]nf|[nN]a[nN]|[eE][+-]?\d|-\d", sentence), sentence


@given(comparisons())
def test_the_verb_never_contradicts_the_figures(comparison: tuple[Figure, Figure, Manner]) -> None:
    value, base, manner = comparison
    verbs = verbs_for(manner.kind, manner.polarity)
    ends = from_to_clause(compare(value, base, manner), verbs).text
    if verbs.up_to in ends:
        assert value.amount > base.amount
    if verbs.down_to in ends:
        assert value.amount < base.amount


@given(amounts, st.sampled_from([unit for units in UNITS.values() for unit in units if unit != "∶"]))
def test_what_is_printed_exactly_reads_back_as_the_same_figure(amount: Decimal, unit: str) -> None:
    written = figure(amount, unit)
    text = exact_text(written)
    found = Diagnostics()
    read = parse_quantity(Scalar(text, NOWHERE), found)
    assert isinstance(read, Figure), text
    assert not list(found)
    assert read.base_amount == written.base_amount
    assert exact_text(read) == text


@given(st.text(alphabet="0123456789.,-−+eE_%万亿元 ()（）约近超:∶/Xx", max_size=12))
def test_a_text_is_read_exactly_or_refused(text: str) -> None:
    found = Diagnostics()
    read = parse_quantity(Scalar(text, NOWHERE), found)
    if isinstance(read, Figure):
        assert read.amount.is_finite()
        assert not list(found)
    digits = re.sub(r"[^\d.]", "", text)
    if isinstance(read, Figure) and not re.search("[:∶/]", text):
        assert abs(read.amount) == Decimal(digits)


@given(amounts, st.integers(min_value=0, max_value=3))
def test_rounding_is_off_by_half_a_unit_at_most_and_alike_on_both_sides_of_nought(
    amount: Decimal, places: int
) -> None:
    result = rounded(amount, places)
    assert abs(result - amount) * 2 <= Decimal(1).scaleb(-places)
    assert rounded(-amount, places) == -result
    assert rounded(result, places) == result


@given(st.lists(st.integers(min_value=0, max_value=1000), min_size=1, max_size=12).filter(any))
def test_the_largest_remainder_always_adds_up_to_100(parts: list[int]) -> None:
    shares = [Decimal(part) * 100 / sum(parts) for part in parts]
    shown = largest_remainder(shares, 1)
    assert sum(shown) == 100
    assert all(abs(one - share) < Decimal("0.1") for one, share in zip(shown, shares, strict=True))


@given(st.integers(min_value=2000, max_value=2098), st.sampled_from(["", "H1", "Q3", "-09", "-W36"]))
def test_a_period_follows_the_one_before_it(year: int, part: str) -> None:
    period = parse_period(f"{year}{part}")
    assert period is not None
    assert period.next is not None
    assert parse_period(period.canonical) == period
    if period.previous is not None:
        assert period.previous.next == period
        assert period.previous.days > 0
