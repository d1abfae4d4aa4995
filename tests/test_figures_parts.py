"""Parts of a whole and growth over several periods."""

from decimal import Decimal

import pytest

from opsreport.figures import Options, parse_period
from opsreport.figures.options import Shares
from opsreport.figures.parts import (
    annualized,
    compound_growth,
    contribution,
    intervals_between,
    mean_growth,
    pooled_rate,
    printed_shares,
    pull,
    share,
)
from opsreport.figures.rounding import rounded


def one_decimal(amount: Decimal | None) -> str:
    assert amount is not None
    return str(rounded(amount, 1))


def test_yearly_growth_counts_the_intervals_and_not_the_years() -> None:
    first, last = parse_period("2014"), parse_period("2017")
    assert first is not None
    assert last is not None
    years = intervals_between(first, last)
    assert years == 3
    assert one_decimal(compound_growth(Decimal("484247.50"), Decimal("733215.26"), years)) == "14.8"


def test_yearly_growth_needs_two_positive_ends() -> None:
    assert compound_growth(Decimal(-1), Decimal(5), 3) is None
    assert compound_growth(Decimal(5), Decimal(0), 3) is None
    assert compound_growth(Decimal(5), Decimal(6), 0) is None


def test_periods_of_different_kinds_have_no_intervals_between_them() -> None:
    year, quarter = parse_period("2024"), parse_period("2025Q1")
    assert year is not None
    assert quarter is not None
    assert intervals_between(year, quarter) is None


def test_the_mean_of_two_years_growth_is_geometric() -> None:
    assert one_decimal(mean_growth(Decimal("20.5"), Decimal("20.1"))) == "20.3"


def test_a_quarters_growth_kept_up_for_a_year() -> None:
    assert one_decimal(annualized(Decimal(2))) == "8.2"


def test_a_share_needs_a_positive_total() -> None:
    assert one_decimal(share(Decimal("124.0"), Decimal("324.6"))) == "38.2"
    assert share(Decimal(1), Decimal(0)) is None
    assert share(Decimal(-1), Decimal(10)) is None


def test_the_pulls_of_all_parts_add_up_to_the_growth_of_the_total() -> None:
    before, after = [Decimal(60), Decimal(40)], [Decimal(75), Decimal(37)]
    pulls = [pull(now, then, Decimal(100)) for now, then in zip(after, before, strict=True)]
    assert pulls == [Decimal(15), Decimal(-3)]
    assert contribution(after[0], before[0], Decimal(112), Decimal(100)) == Decimal(125)


@pytest.mark.parametrize(
    ("rule", "shown"), [(Shares.NATURAL, ["33.3"] * 3), (Shares.LARGEST_REMAINDER, ["33.4", "33.3", "33.3"])]
)
def test_shares_are_made_to_add_up_only_where_that_is_wanted(rule: Shares, shown: list[str]) -> None:
    third = Decimal(100) / 3
    assert [str(one) for one in printed_shares([third] * 3, Options(shares=rule))] == shown


def test_rates_are_pooled_and_never_averaged() -> None:
    assert pooled_rate([Decimal(1), Decimal(90)], [Decimal(100), Decimal(100)]) == Decimal("45.5")
    assert pooled_rate([Decimal(1), Decimal(90)], [Decimal(900), Decimal(100)]) == Decimal("9.1")
