"""What people write into the cells of a table, each through a CSV file: what it means, and what it must not become."""

import datetime
from decimal import Decimal

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.checks.check import check_bundle
from opsreport.diagnostics import Diagnostics, Language
from opsreport.figures.figure import Figure, NotApplicable, Qualifier
from opsreport.figures.period import Period
from tables_writing import read_written


def bundle_of(tables: dict[str, str | bytes], found: Diagnostics) -> Bundle:
    node = read_written(tables, found)
    bundle = decode_bundle(node, found) if node else None
    assert bundle is not None, [one.message(Language.ZH) for one in found]
    return bundle


def metric_of(cell: str, found: Diagnostics, header: str = "本期", **others: str) -> Metric:
    """A metric whose one figure is this cell, in a column of this name."""
    quoted = '"' + cell.replace('"', '""') + '"'
    names, values = ",".join(others), ",".join(others.values())
    return bundle_of({"metrics": f"指标,{header},{names}\n甲,{quoted},{values}\n"}, found).metrics[0]


def figure_of(cell: str, found: Diagnostics, header: str = "本期", **others: str) -> Figure:
    figure = metric_of(cell, found, header, **others).value
    assert isinstance(figure, Figure)
    return figure


@pytest.mark.parametrize(
    ("cell", "amount", "unit"),
    [
        ("86,420", "86420", None),
        ("８６４２０", "86420", None),
        (" 86 420 ", "86420", None),
        ("23.6%", "23.6", "%"),
        ("23.6％", "23.6", "%"),
        ("1.2亿", "1.2", "亿"),
        ("3,456.7万元", "3456.7", "万元"),
        ("(1,234)", "-1234", None),
        ("（1,234）", "-1234", None),
        ("（1234万）", "-1234", "万"),
        ("(1,234.5万元)", "-1234.5", "万元"),
        ("(1,234)万元", "-1234", "万元"),
        ("(12.5%)", "-12.5", "%"),
        ("（¥1,234）", "-1234", "元"),
        ("△1,234", "-1234", None),
        ("-1234", "-1234", None),
        ("−1234", "-1234", None),
        ("12.50", "12.50", None),
        ("-0.0", "0.0", None),
        ("1:4.5", "4.5", "∶"),
        ("1∶4.5", "4.5", "∶"),
        ("1：4.5", "4.5", "∶"),
    ],
)
def test_a_number_is_read_as_written_with_its_unit(
    cell: str, amount: str, unit: str | None, found: Diagnostics
) -> None:
    figure = figure_of(cell, found)
    assert str(figure.amount) == amount
    assert (figure.unit.symbol if figure.unit else None) == unit
    assert not list(found)


@pytest.mark.parametrize("cell", ["(12万)元", "(12", "(12个百分点左右?)", "(1-2万)"])
def test_brackets_that_hold_no_figure_are_no_negative_one(cell: str, found: Diagnostics) -> None:
    node = read_written({"metrics": f"指标,本期\n甲,{cell}\n"}, found)
    assert node is None or decode_bundle(node, found) is None
    assert [one.code for one in found] == ["not-a-figure"]


@pytest.mark.parametrize(
    ("cell", "amount", "qualifier"),
    [
        ("约35%", "35", Qualifier.ABOUT),
        ("近80", "80", Qualifier.NEARLY),
        ("超100", "100", Qualifier.OVER),
        ("20+", "20", Qualifier.OVER),
        ("35左右", "35", Qualifier.ABOUT),
    ],
)
def test_a_word_that_makes_a_number_approximate_is_kept(
    cell: str, amount: str, qualifier: Qualifier, found: Diagnostics
) -> None:
    figure = figure_of(cell, found)
    assert (figure.amount, figure.qualifier) == (Decimal(amount), qualifier)


@pytest.mark.parametrize("cell", ["—", "——", "-", "/", "N/A", "不适用", "无", ""])
def test_a_missing_figure_is_never_nought(cell: str, found: Diagnostics) -> None:
    metric = metric_of(cell, found, 单位="家", 去年同期="5")
    assert metric.value is None or isinstance(metric.value, NotApplicable)
    assert not found.errors()


@pytest.mark.parametrize("header", ["起点", "峰值", "行业平均", "基准", "均值", "变动"])
@pytest.mark.parametrize("cell", ["—", "/", "无", "N/A", ""])
def test_a_comparison_that_is_missing_is_none_at_all(header: str, cell: str, found: Diagnostics) -> None:
    metric = metric_of("5", found, **{header: cell})
    assert (metric.from_, metric.peak, metric.benchmark, metric.baseline, metric.average, metric.change) == (
        (None,) * 6
    )


@pytest.mark.parametrize(("cell", "amount"), [("3.9分", "3.9"), ("4.2/5", "4.2")])
def test_a_score_is_one_where_the_kind_says_so(cell: str, amount: str, found: Diagnostics) -> None:
    figure = figure_of(cell, found, 类型="评分", 量表="1-5（5分制）")
    assert (str(figure.amount), figure.unit and figure.unit.symbol) == (amount, "分")


@pytest.mark.parametrize(
    ("cell", "points"), [("+2.1pp", "2.1"), ("2.1个百分点", "2.1"), ("+15bp", "0.15"), ("-0.3pp", "-0.3")]
)
def test_a_change_of_a_rate_is_in_points(cell: str, points: str, found: Diagnostics) -> None:
    change = metric_of(cell, found, "变动", 类型="比率").change
    assert change is not None
    assert isinstance(change.value, Figure)
    assert change.value.base_amount == Decimal(points)


@pytest.mark.parametrize("cell", ["2小时15分", "02:15:00"])
@pytest.mark.parametrize(("header", "unit"), [("本期（小时）", ""), ("本期", "小时")])
def test_a_duration_is_in_the_unit_of_its_column(
    cell: str, header: str, unit: str, found: Diagnostics
) -> None:
    metric = metric_of(cell, found, header, 单位=unit)
    assert isinstance(metric.value, Figure)
    assert (str(metric.value.amount), metric.unit and metric.unit.value.symbol) == ("2.25", "小时")


def test_a_day_that_excel_counts_is_a_date(found: Diagnostics) -> None:
    as_of = metric_of("45123", found, "截至").as_of
    assert as_of is not None
    assert as_of.value == datetime.date(2023, 7, 16)


@pytest.mark.parametrize(
    "cell", ["2023/7/16", "2023-07-16 00:00:00", "2023/7/16 0:00", "2023年7月16日", "20230716"]
)
def test_a_date_is_read_in_the_ways_excel_writes_it(cell: str, found: Diagnostics) -> None:
    as_of = metric_of(cell, found, "截至").as_of
    assert as_of is not None
    assert as_of.value == datetime.date(2023, 7, 16)


@pytest.mark.parametrize("cell", ["2023-02-30", "99999", "4512"])
def test_a_day_that_does_not_exist_is_refused(cell: str, found: Diagnostics) -> None:
    decode_bundle(read_written({"metrics": f"指标,截至\n甲,{cell}\n"}, found), found)  # type: ignore[arg-type]
    assert [one.code for one in found] == ["not-a-date"]


def test_a_fraction_under_a_percent_header_stays_one_and_is_warned_of(found: Diagnostics) -> None:
    bundle = bundle_of({"metrics": "指标,本期(%)\n甲,0.236\n"}, found)
    check_bundle(bundle, (), (), found)
    figure = bundle.metrics[0].value
    assert isinstance(figure, Figure)
    assert (str(figure.amount), figure.unit and figure.unit.symbol) == ("0.236", "%")
    assert [one.code for one in found] == ["fraction-as-percent"]


@pytest.mark.parametrize(
    "cell", ["=1+1", "007", "1E5", "12E45678", "1,23", "12,34", "1_000", "五百", "1234567890123456789"]
)
def test_what_might_be_misread_is_refused_and_not_guessed(cell: str, found: Diagnostics) -> None:
    node = read_written({"metrics": f'指标,本期\n甲,"{cell}"\n'}, found)
    assert node is not None
    assert decode_bundle(node, found) is None
    assert [(one.code, one.primary.span.line, one.primary.span.column) for one in found] == [
        ("not-a-figure", 2, 3)
    ]


@pytest.mark.parametrize(
    "text", ["007", "NA", "无", "N/A", "null", "12:30", "1E5", "TRUE", "110101199003071234", "=1+1", "-"]
)
def test_a_text_column_holds_what_was_typed(text: str, found: Diagnostics) -> None:
    bundle = bundle_of({"projects": f"编号,项目,负责人\np1,{text},{text}\n"}, found)
    project = bundle.projects[0]
    assert (project.name.text, project.owner and project.owner.text) == (text, text)


def test_an_id_keeps_its_noughts(found: Diagnostics) -> None:
    bundle = bundle_of({"metrics": "编号,指标,本期\n007,甲,1\nNA,乙,2\n110101199003071234,丙,3\n"}, found)
    assert list(bundle.metric_by_id) == ["007", "NA", "110101199003071234"][::-1]


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (["2025/1/1", "2025/2/1"], ["月", "月"]),
        (["45658", "45689"], ["月", "月"]),
        (["2025-01", "2025年2月"], ["月", "月"]),
        (["2025/1/1", "2025/1/2"], ["期间", "期间"]),
    ],
    ids=["months as dates", "months as days counted", "months", "days"],
)
def test_dates_of_a_series_are_months_where_all_are_first_days(
    cells: list[str], kinds: list[str], found: Diagnostics
) -> None:
    series = "".join(f"甲,{cell},{number}\n" for number, cell in enumerate(cells))
    bundle = bundle_of({"metrics": "指标,本期\n甲,1\n", "series": f"指标,月份,本期\n{series}"}, found)
    periods = [point.period.value for point in bundle.metrics[0].series if point.period]
    assert all(isinstance(period, Period) for period in periods)
    assert [period.kind.value for period in periods] == kinds


@pytest.mark.parametrize(
    ("header", "unit", "cell", "amount", "own"),
    [
        ("本期（万元）", "", "86420", "86420", "万元"),
        ("本期（单位：万元）", "", "86420", "86420", "万元"),
        ("本期【%】", "", "23.6", "23.6", "%"),
        ("本期（家）", "", "12", "12", "家"),
        ("本期（万）", "", "20+", "20", "万"),
        ("本期（万元）", "", "(1,234)", "-1234", "万元"),
        ("本期（万元）", "", "1.2亿元", "1.2", "亿元"),
        ("本期（万元）", "元", "86420元", "86420", "元"),
        ("本期（含税）", "", "86420", "86420", None),
        ("本期（2025年）", "", "86420", "86420", None),
        ("本期（月）", "", "86420", "86420", None),
    ],
)
def test_the_unit_of_a_header_is_that_of_its_bare_numbers(
    header: str, unit: str, cell: str, amount: str, own: str | None, found: Diagnostics
) -> None:
    metric = metric_of(cell, found, header, 单位=unit)
    assert isinstance(metric.value, Figure)
    assert str(metric.value.amount) == amount
    assert (metric.unit.value.symbol if metric.unit else None) == own


@pytest.mark.parametrize(
    ("header", "unit", "cell"),
    [
        ("本期（万元）", "元", "200"),
        ("本期(%)", "‰", "20.5"),
        ("本期（万）", "元", "200"),
        ("峰值（亿元）", "万元", "200"),
        ("目标（元）", "万元", "200"),
    ],
)
def test_a_row_in_another_unit_than_its_header_is_not_read(
    header: str, unit: str, cell: str, found: Diagnostics
) -> None:
    read_written({"metrics": f"指标,单位,{header}\n营收,{unit},{cell}\n"}, found)
    assert [(one.code, one.help_key) for one in found] == [("unit-mismatch", "header")]
    details = dict(next(iter(found)).details)
    assert details["text"] == unit


@pytest.mark.parametrize(
    ("header", "unit", "cell"),
    [
        ("本期（万元）", "万元", "200"),
        ("本期（万）", "万元", "200"),
        ("本期（万元）", "元", "200万元"),
        ("本期（万元）", "", "200"),
        ("变动（%）", "万元", "20"),
        ("已写数值.同比（%）", "万元", "20"),
    ],
)
def test_a_row_in_the_unit_of_its_header_is_read(
    header: str, unit: str, cell: str, found: Diagnostics
) -> None:
    read_written({"metrics": f"指标,单位,{header},上期\n营收,{unit},{cell},—\n"}, found)
    assert not list(found)


def test_columns_in_different_units_keep_them_apart(found: Diagnostics) -> None:
    metric = metric_of("7.2", found, "本期（亿元）", **{"目标（万元）": "80000", "峰值（万元）": "9"})
    assert isinstance(metric.target, Figure)
    assert metric.target.base_amount == Decimal(800_000_000)
    assert metric.peak is not None
    assert isinstance(metric.peak.value, Figure)
    assert metric.peak.value.base_amount == Decimal(90_000)


@pytest.mark.parametrize(
    "cell", ["同比、环比", "同比;环比", "同比；环比", "同比,环比", "vs_last_year、vs_previous", "同比\n环比"]
)
def test_a_cell_lists_several_things(cell: str, found: Diagnostics) -> None:
    metric = metric_of(cell, found, "表述", 本期="5", 去年同期="4", 上期="3")
    assert [choice.value.value for choice in metric.say] == ["vs_last_year", "vs_previous"]


@pytest.mark.parametrize("cell", ["1-5", "1～5", "1至5分", "1-5（5分制）", "5分制"])
def test_a_scale_stands_in_one_cell(cell: str, found: Diagnostics) -> None:
    scale = metric_of("4.2", found, 类型="评分", 量表=cell).scale
    assert scale is not None
    assert isinstance(scale.max, Figure)
    assert scale.max.amount == 5


def test_the_sides_of_a_ratio_stand_in_one_cell(found: Diagnostics) -> None:
    ratio = metric_of("2:9", found, 比="投入:产出").ratio
    assert ratio is not None
    assert (ratio.left.text, ratio.right.text) == ("投入", "产出")
