"""How figures are printed: one rounding, one unit and one number of decimals for a metric's figures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from opsreport.diagnostics import Diagnostics, Scalar
from opsreport.diagnostics.source import NOWHERE
from opsreport.figures import Figure, Kind, Options, parse_quantity, parse_unit
from opsreport.figures.options import Decimals, Rounding, Thousands
from opsreport.figures.printing import Notation, exact_text, notation_for, number_text, percent_text
from opsreport.figures.rounding import largest_remainder, rounded

EVEN = Options(rounding=Rounding.HALF_EVEN)


def figure(text: str, unit: str = "") -> Figure:
    quantity = parse_quantity(Scalar(text, NOWHERE), Diagnostics(), unit=parse_unit(unit))
    assert isinstance(quantity, Figure)
    return quantity


def printed(*texts: str, kind: Kind = Kind.COUNT, options: Options | None = None, **wishes: str) -> list[str]:
    """The figures of one metric as they are printed."""
    figures = [figure(text) for text in texts]
    display = parse_unit(wishes["display_unit"]) if "display_unit" in wishes else None
    decimals = int(wishes["decimals"]) if "decimals" in wishes else None
    notation = notation_for(figures, kind, options or Options(), display_unit=display, decimals=decimals)
    return [notation.text(one) for one in figures]


@pytest.mark.parametrize(
    ("amount", "places", "half_up", "half_even"),
    [
        ("2.675", 2, "2.68", "2.68"),
        ("2.665", 2, "2.67", "2.66"),
        ("2.5", 0, "3", "2"),
        ("0.25", 1, "0.3", "0.2"),
        ("0.35", 1, "0.4", "0.4"),
        ("1.050", 1, "1.1", "1.0"),
        ("42.55", 1, "42.6", "42.6"),
        ("-2.5", 0, "-3", "-2"),
        ("9.4497", 1, "9.4", "9.4"),
        ("9999.96", 1, "10000.0", "10000.0"),
    ],
)
def test_a_half_is_rounded_by_its_absolute_value(
    amount: str, places: int, half_up: str, half_even: str
) -> None:
    assert str(rounded(Decimal(amount), places)) == half_up
    assert str(rounded(Decimal(amount), places, Rounding.HALF_EVEN)) == half_even


def test_rounding_happens_once_and_never_by_way_of_another_rounding() -> None:
    assert percent_text((Decimal("6.544") / Decimal("5.979") - 1) * 100) == "9.4%"


def test_minus_nought_is_nought() -> None:
    assert number_text(Decimal("-0.04"), 1) == "0.0"
    assert number_text(Decimal("-0.05"), 1) == "−0.1"


def test_a_negative_number_has_a_true_minus_sign() -> None:
    assert printed("-120万元", kind=Kind.MONEY) == ["−120万元"]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("38.6元", Kind.MONEY),
        ("0.42‰", Kind.RATE),
        ("0.50‰", Kind.RATE),
        ("38.20%", Kind.RATE),
        ("38%", Kind.RATE),
        ("86420万元", Kind.MONEY),
        ("2.30条", Kind.COUNT),
        ("3.6万篇", Kind.COUNT),
        ("42.0分钟", Kind.DURATION),
    ],
)
def test_a_figure_keeps_up_to_two_decimals_as_they_were_written(written: str, kind: Kind) -> None:
    assert printed(written, kind=kind) == [written]


@pytest.mark.parametrize(
    ("written", "kind", "shown"),
    [
        ("58.0545%", Kind.RATE, "58.1%"),
        ("1234.567万元", Kind.MONEY, "1235万元"),
        ("1.23456亿元", Kind.MONEY, "1.23亿元"),
        ("12.3456元", Kind.MONEY, "12.35元"),
        ("3.45678万", Kind.COUNT, "3.5万"),
        ("12.3456小时", Kind.DURATION, "12.3小时"),
    ],
)
def test_a_longer_figure_is_cut_by_its_kind(written: str, kind: Kind, shown: str) -> None:
    assert printed(written, kind=kind) == [shown]


def test_the_figures_of_one_metric_take_the_most_decimals_of_any() -> None:
    assert printed("38.4%", "53%", kind=Kind.RATE) == ["38.4%", "53.0%"]


def test_a_metrics_own_decimals_win() -> None:
    assert printed("38.4%", "53%", kind=Kind.RATE, decimals="2") == ["38.40%", "53.00%"]


def test_the_reports_decimals_change_the_computed_ones_only() -> None:
    options = Options(decimals=Decimals(percent=2))
    assert printed("58.0545%", kind=Kind.RATE, options=options) == ["58.05%"]
    assert printed("58.1%", kind=Kind.RATE, options=options) == ["58.1%"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["480000元"], ["48万元"]),
        (["48300篇"], ["4.83万篇"]),
        (["48300篇", "44100篇"], ["4.83万篇", "4.41万篇"]),
        (["18900次", "14000次"], ["1.89万次", "1.40万次"]),
        (["350000000元"], ["3.5亿元"]),
        (["48351篇"], ["48351篇"]),
        (["48300篇", "44123篇"], ["48300篇", "44123篇"]),
        (["9800篇"], ["9800篇"]),
        (["10200万元", "9800万元"], ["10200万元", "9800万元"]),
    ],
)
def test_a_plain_unit_goes_to_wan_or_yi_where_nothing_is_lost_for_the_whole_group(
    written: list[str], shown: list[str]
) -> None:
    kind = Kind.MONEY if "元" in written[0] else Kind.COUNT
    assert printed(*written, kind=kind) == shown


def test_the_unit_is_chosen_for_the_comparison_and_not_for_each_number() -> None:
    assert printed("9800万", "10200万", display_unit="auto") == ["1.0亿", "1.0亿"]
    assert printed("9800万元", "1.02亿元", kind=Kind.MONEY) == ["9800万元", "10200万元"]


def test_an_automatic_unit_is_chosen_after_rounding() -> None:
    assert printed("9999.96万", display_unit="auto") == ["1.0亿"]
    assert printed("9999.94万", display_unit="auto") == ["9999.94万"]


def test_a_named_display_unit_is_used() -> None:
    assert printed("86420万元", kind=Kind.MONEY, display_unit="亿元") == ["8.64亿元"]


def test_thousands_are_grouped_only_where_wanted_and_from_five_digits_on() -> None:
    comma = Options(thousands=Thousands.COMMA)
    assert printed("86420万元", "5810万元", kind=Kind.MONEY, options=comma) == ["86,420万元", "5810万元"]
    assert printed("12345.6万", options=comma) == ["12345.6万"]
    assert printed("86420万元", kind=Kind.MONEY) == ["86420万元"]


def test_a_qualifier_stands_where_it_belongs() -> None:
    assert printed("约35%", kind=Kind.RATE) == ["约35%"]
    assert printed("40余家") == ["40余家"]
    assert printed("近80万") == ["近80万"]


def test_points_are_counted_with_their_measure_word() -> None:
    assert printed("3pp", "2.5个百分点", kind=Kind.RATE) == ["3.0个百分点", "2.5个百分点"]


def test_a_ratio_is_written_with_the_ratio_sign() -> None:
    assert printed("1:4.5", kind=Kind.RATIO) == ["1∶4.5"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("480000元", "48万元"),
        ("485050.5元", "485050.5元"),
        ("2名", "2名"),
        ("120人天", "120人天"),
        ("12.345万元", "12.345万元"),
    ],
)
def test_resources_are_printed_to_the_last_digit(written: str, shown: str) -> None:
    assert exact_text(figure(written)) == shown


def test_natural_shares_may_miss_100_and_the_largest_remainder_mends_it() -> None:
    third = Decimal(100) / 3
    assert [str(rounded(one, 1)) for one in (third, third, third)] == ["33.3"] * 3
    assert largest_remainder([third, third, third], 1) == [Decimal("33.4"), Decimal("33.3"), Decimal("33.3")]


def test_half_even_is_used_throughout_a_report_that_wants_it() -> None:
    assert Notation(parse_unit("%"), 1, EVEN).text(replace(figure("0.25%"), places=2)) == "0.2%"
