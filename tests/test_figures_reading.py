"""How figures are read: every row of the cell table, and everything that must be refused."""

from decimal import Decimal

import pytest

from opsreport.diagnostics import Diagnostics, Scalar, Span
from opsreport.figures import Figure, NotApplicable, Qualifier, Quantity, Slot, parse_quantity, parse_unit
from opsreport.figures.kinds import Kind
from opsreport.figures.printing import notation_for

HERE = Span("q3.yaml", 6, 13, 6, 20)


def read(text: str, unit: str = "", **more: bool) -> Quantity | None:
    found = Diagnostics()
    quantity = parse_quantity(Scalar(text, HERE), found, unit=parse_unit(unit), **more)
    assert not list(found), [finding.code for finding in found]
    return quantity


def figure(text: str, unit: str = "", **more: bool) -> Figure:
    quantity = read(text, unit, **more)
    assert isinstance(quantity, Figure)
    return quantity


def refusal(text: str, unit: str = "") -> tuple[str, str]:
    found = Diagnostics()
    assert parse_quantity(Scalar(text, HERE), found, unit=parse_unit(unit)) is None
    (finding,) = found
    assert finding.primary.span == HERE
    return finding.code, finding.help_key


@pytest.mark.parametrize(
    ("cell", "amount", "unit"),
    [
        ("86,420", "86420", ""),
        ("８６４２０", "86420", ""),
        (" 86 420 ", "86420", ""),
        ("23.6%", "23.6", "%"),
        ("23.6％", "23.6", "%"),
        ("1.2亿", "1.2", "亿"),
        ("3,456.7万元", "3456.7", "万元"),
        ("1280 万元", "1280", "万元"),
        ("(1,234)", "-1234", ""),
        ("（1,234）", "-1234", ""),
        ("（1,234）万元", "-1234", "万元"),
        ("△1,234", "-1234", ""),
        ("-1234", "-1234", ""),
        ("−1234", "-1234", ""),
        ("1:4.5", "4.5", "∶"),
        ("1∶4.5", "4.5", "∶"),
        ("1：4.5", "4.5", "∶"),
        ("3.9分", "3.9", "分"),
        ("4.2/5", "4.2", "分"),
        ("+2.1pp", "2.1", "百分点"),
        ("2.1个百分点", "2.1", "百分点"),
        ("+15bp", "15", "bp"),
        ("¥1,234.50", "1234.50", "元"),
        ("0.50‰", "0.50", "‰"),
        ("120人天", "120", "人天"),
        ("12个工作日", "12", "个工作日"),
        ("3000万美元", "3000", "万美元"),
        (".5", "0.5", ""),
        ("0", "0", ""),
    ],
)
def test_a_cell_is_read_exactly_and_keeps_the_unit_it_names(cell: str, amount: str, unit: str) -> None:
    read_figure = figure(cell)
    assert str(read_figure.amount) == amount
    assert (read_figure.unit.symbol if read_figure.unit else "") == unit


@pytest.mark.parametrize("cell", ["", "-", "/", "~", "null"])
def test_an_empty_cell_is_a_missing_figure_and_never_zero(cell: str) -> None:
    assert read(cell) is None


@pytest.mark.parametrize("cell", ["不适用", "无", "N/A", "—", "——"])
def test_a_figure_said_not_to_exist_is_more_than_a_missing_one(cell: str) -> None:
    assert read(cell) == NotApplicable()


@pytest.mark.parametrize("cell", ["XX", "XX%", "XXX万", "X.X", "X:X", "约XX%", "待补", "待定", "TBD", "＿＿"])
def test_an_unfilled_slot_is_no_figure_and_no_fault_of_reading(cell: str) -> None:
    assert read(cell) == Slot(cell)


@pytest.mark.parametrize(
    ("cell", "amount", "qualifier"),
    [
        ("约35%", "35", Qualifier.ABOUT),
        ("35%左右", "35", Qualifier.ABOUT),
        ("近80", "80", Qualifier.NEARLY),
        ("超100", "100", Qualifier.OVER),
        ("逾80万", "80", Qualifier.BEYOND),
        ("20+", "20", Qualifier.OVER),
        ("40余家", "40", Qualifier.ODD),
    ],
)
def test_an_approximate_figure_keeps_its_qualifier(cell: str, amount: str, qualifier: Qualifier) -> None:
    assert (figure(cell).amount, figure(cell).qualifier) == (Decimal(amount), qualifier)


@pytest.mark.parametrize(
    ("cell", "unit", "amount", "shown_unit"),
    [
        ("2小时15分", "", "135", "分钟"),
        ("2小时15分", "小时", "2.25", "小时"),
        ("02:15:00", "分钟", "135", "分钟"),
        ("02:15:00", "", "8100", "秒"),
        ("1天12小时", "小时", "36", "小时"),
        ("42.5分", "分钟", "42.5", "分钟"),
    ],
)
def test_a_duration_written_out_is_told_in_the_metrics_unit(
    cell: str, unit: str, amount: str, shown_unit: str
) -> None:
    duration = figure(cell, unit)
    assert duration.amount == Decimal(amount)
    assert duration.unit is not None
    assert duration.unit.symbol == shown_unit


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("010", "leading-zero"),
        ("003", "leading-zero"),
        ("-007", "leading-zero"),
        ("1_000", "grouping"),
        ("1,23", "grouping"),
        ("12,34", "grouping"),
        ("1e5", "exponent"),
        ("1.0e+400", "exponent"),
        ("nan", "plain"),
        (".inf", "plain"),
        ("Infinity", "plain"),
        ("0x1F", "plain"),
        ("5.", "plain"),
        ("3.5w", "plain"),
        ("1.2.3", "plain"),
        ("日均5200的新增访问", "plain"),
        ("5200的新增访问", "plain"),
        ("是", "plain"),
        ("1234567890123456789", "too-long"),
        ("12:30", "ratio"),
        ("4.5:1", "ratio"),
        ("0:5", "ratio"),
        ("1:2:3", "plain"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused_with_its_place(cell: str, reason: str) -> None:
    assert refusal(cell) == ("not-a-figure", reason)


def test_five_thousand_digits_are_refused_without_delay() -> None:
    assert refusal("9" * 5000) == ("not-a-figure", "too-long")


@pytest.mark.parametrize("text", ["1" + " " * 400 + "x1", "约" + " " * 200_000 + "8", "本季度收入" * 40])
def test_a_text_in_the_place_of_a_figure_is_refused_without_delay_and_quoted_in_short(text: str) -> None:
    found = Diagnostics()
    assert parse_quantity(Scalar(text, HERE), found) is None
    (finding,) = found
    assert (finding.code, finding.help_key) == ("not-a-figure", "long-text")
    assert len(dict(finding.details)["text"]) < 30


def test_a_ratio_may_start_with_another_number_once_its_sides_are_named() -> None:
    assert figure("520:2340", sides_named=True).amount == Decimal("4.5")


@pytest.mark.parametrize(
    ("cell", "printed"),
    [("2:9", "1∶4.5"), ("1:4.50", "1∶4.50"), ("2:8", "1∶4"), ("3:10", "1∶3.3"), ("4:17", "1∶4.25")],
)
def test_a_ratio_put_to_one_keeps_what_its_quotient_needs(cell: str, printed: str) -> None:
    sides = figure(cell, sides_named=True)
    assert notation_for([sides], Kind.RATIO).text(sides) == printed


def test_the_decimals_written_are_remembered() -> None:
    assert figure("0.10").places == 2
    assert figure("1,280.50 万元").places == 2


@pytest.mark.parametrize(("cell", "unit"), [("5800人", "次"), ("12.5%", "万元"), ("5天", "工作日")])
def test_figures_of_different_families_cannot_stand_in_one_metric(cell: str, unit: str) -> None:
    assert refusal(cell, unit)[0] == "unit-mismatch"


def test_two_currencies_cannot_stand_in_one_metric() -> None:
    assert refusal("3美元", "元")[0] == "mixed-currencies"


def test_a_price_beside_a_sum_of_the_same_money_is_a_matter_of_units() -> None:
    assert refusal("21.4元/人", "元")[0] == "unit-mismatch"


@pytest.mark.parametrize(("cell", "unit"), [("0.5万", "%"), ("2.1万", "百分点"), ("3万", "∶")])
def test_a_rate_does_not_come_in_ten_thousands(cell: str, unit: str) -> None:
    assert refusal(cell, unit)[0] == "unit-mismatch"
    assert parse_unit(f"万{unit}") is None


def test_a_unit_mismatch_names_both_units_at_the_place() -> None:
    found = Diagnostics()
    parse_quantity(Scalar("12000000 人", HERE), found, unit=parse_unit("万元"))
    (finding,) = found
    assert finding.primary.text == "人 ≠ 万元"


def test_a_larger_unit_of_the_same_family_is_kept_and_compared_in_base_units() -> None:
    hundred_millions = figure("1.2亿", "万元")
    assert hundred_millions.unit == parse_unit("亿元")
    assert hundred_millions.base_amount == figure("12000", "万元").base_amount


@pytest.mark.parametrize(
    ("text", "magnitude", "plain"),
    [
        ("万元", "万", "元"),
        ("千元", "千", "元"),
        ("百万元", "百万", "元"),
        ("亿次", "亿", "次"),
        ("万", "万", ""),
        ("千克", "", "千克"),
        ("百分点", "", "百分点"),
        ("人次", "", "人次"),
        ("万元/人", "万", "元/人"),
        ("％", "", "%"),
    ],
)
def test_a_unit_is_its_magnitude_and_what_is_left(text: str, magnitude: str, plain: str) -> None:
    unit = parse_unit(text)
    assert unit is not None
    assert (unit.magnitude, unit.plain) == (magnitude, plain)


@pytest.mark.parametrize("text", ["", "12", "w", "a_b", "的新增访问", "一二三四五六七八九"])
def test_a_text_that_is_no_unit_is_not_taken_for_one(text: str) -> None:
    assert parse_unit(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [("元", Kind.MONEY), ("亿美元", Kind.MONEY), ("%", Kind.RATE), ("‰", Kind.RATE), ("小时", Kind.DURATION),
     ("篇", Kind.COUNT), ("万", Kind.COUNT), ("点", Kind.POINTS), ("分", None)],
)  # fmt: skip
def test_a_unit_tells_the_kind_of_its_metric_except_fen(text: str, kind: Kind | None) -> None:
    unit = parse_unit(text)
    assert unit is not None
    assert unit.kind is kind


@pytest.mark.parametrize(("rate", "points"), [("%", "百分点"), ("‰", "千分点"), ("分", "分")])
def test_rates_differ_by_points_of_their_own_size(rate: str, points: str) -> None:
    unit = parse_unit(rate)
    assert unit is not None
    assert unit.points.symbol == points


def test_a_basis_point_is_a_hundredth_of_a_percentage_point() -> None:
    assert figure("25bp").base_amount == figure("0.25个百分点").base_amount
