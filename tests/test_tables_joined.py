"""A quote or a comma too many moves figures into other rows and columns: such a row is never read as it looks."""

import pytest

from opsreport.bundle.decode import decode_bundle
from opsreport.diagnostics import Diagnostics, Severity
from tables_writing import read_written


def metrics(table: str, found: Diagnostics) -> list[str]:
    """The names of the metrics that come out of a table."""
    node = read_written({"metrics": table, "report": "项,值\n组织,青禾优选\n"}, found)
    bundle = decode_bundle(node, found) if node else None
    return [metric.name.text for metric in bundle.metrics] if bundle else []


def judged(found: Diagnostics) -> list[tuple[str, str, Severity]]:
    return [(one.code, one.help_key, one.severity) for one in found]


JOINED = ("run-on-cell", "joined", Severity.ERROR)
SUSPECTED = ("run-on-cell", "", Severity.WARNING)


@pytest.mark.parametrize(
    "table",
    [
        '编号,指标,单位,本期\nm,"营收,万元,12\nn,利润",万元,5\n',
        '编号,指标,单位,本期\n"m,营收,万元,12\nn",利润,万元,5\n',
        '编号,指标,单位,本期\nm,营收,"万元,12\nn,利润,万元",5\n',
        '编号,指标,单位,本期\nm,营收,万元,"12\nn,利润,万元,5"\n',
        '编号,指标,单位,本期\nm,"营收,万元,12\nn,利润,万元,5\nk,成本",万元,3\n',
        '编号;指标;单位;本期\nm;"营收;万元;12\nn;利润";万元;5\n',
        '编号,指标,备忘,本期（万元）\nm,营收,"甲,12\nn,利润,乙",5\n',
        '编号,指标,本期（万元）,备忘\nm,营收,12,"甲\nn,利润,5,乙"\n',
        '指标,单位,本期,驱动因素,去年同期\n营收,万元,100,"原因如下,90\n利润,万元,200,很好",190\n',
        '编号,指标,驱动因素,本期\nm1,总营业收入,"甲,1\nm2,毛利,乙",2\n',
    ],
    ids=[
        "from name to name",
        "from id to id",
        "from unit to unit",
        "in the last column",
        "over three rows",
        "with semicolons",
        "in a column that is not read",
        "in a last column that is not read",
        "in a text amid figures",
        "in a text before figures",
    ],
)
def test_no_figure_comes_out_of_two_rows_that_a_stray_quote_joins(table: str, found: Diagnostics) -> None:
    assert metrics(table, found) == []
    assert [one for one in judged(found) if one[0] != "unknown-column"] == [JOINED]


def test_a_stray_quote_in_the_header_takes_no_row_with_it(found: Diagnostics) -> None:
    assert metrics('编号,指标,"单位,本期\nm,营收",万元,12\nn,利润,万元,5\n', found) == []
    assert judged(found) == [JOINED]


@pytest.mark.parametrize(
    "table",
    [
        '编号,指标,本期,驱动因素\nm1,总营业收入,1,"甲\nm2,毛利,2,乙"\n',
        '编号,指标,驱动因素,本期\nm1,总营业收入,"甲,乙\n丙,丁,戊",2\n',
    ],
    ids=["in the last column", "in the midst without figures"],
)
def test_running_text_with_all_the_commas_of_a_row_is_suspected(table: str, found: Diagnostics) -> None:
    assert metrics(table, found) == ["总营业收入"]
    assert judged(found) == [SUSPECTED]


@pytest.mark.parametrize(
    "table",
    [
        '编号,指标,本期,驱动因素\nm1,总营业收入,3,"第一段,说明。\n第二段。"\n',
        '编号,"指标\n（名称,全称）",本期\nm1,总营业收入,3\n',
        '编号,指标,本期\nm1,"总营业\n收入",3\n',
        '编号,指标,本期\nm1,"总营业\x0b收入,全部",3\n',
        '编号,指标,本期,备忘\nm1,总营业收入,3,"甲,乙\n丙"\n',
    ],
    ids=["a reason", "a remark in the header", "a name", "a soft return", "a remark that is not read"],
)
def test_a_cell_that_is_meant_to_have_several_lines_is_no_suspect(table: str, found: Diagnostics) -> None:
    assert len(metrics(table, found)) == 1
    assert [one for one in judged(found) if one[0] != "unknown-column"] == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('组织,"青禾优选\n期间,2025Q3"\n', JOINED),
        ('"组织,青禾优选\n期间",2025Q3\n', JOINED),
        ('摘要,"收入增长。\n期间,2025Q3"\n', SUSPECTED),
    ],
    ids=["a value", "a key", "running text"],
)
def test_rows_of_the_report_that_a_quote_joins_are_named(
    rows: str, expected: tuple[str, str, Severity], found: Diagnostics
) -> None:
    read_written({"report": f"项,值\n{rows}"}, found)
    assert judged(found) == [expected]


def test_an_abstract_of_several_lines_with_commas_is_no_suspect(found: Diagnostics) -> None:
    read_written({"report": '项,值\n摘要,"收入增长,利润持平。\n第二段,说明。"\n'}, found)
    assert not list(found)


SHIFTED = ("ragged-row", "thousands", Severity.ERROR)


@pytest.mark.parametrize(
    "table",
    [
        "编号,指标,单位,本期,去年同期,上期\nm,营收,万元,1,352.5,900,\n",
        "编号,指标,单位,本期,去年同期,上期\nm,营收,万元,1,352.5,900,\nn,利润,万元,1,002,800,\n",
        "编号,指标,单位,本期,去年同期,上期,,\nm,营收,万元,1,352.5,900,,,\n",
    ],
    ids=["one row", "every row", "below a header that Excel filled up"],
)
def test_a_comma_between_thousands_shifts_no_figure_unseen(table: str, found: Diagnostics) -> None:
    assert metrics(table, found) == []
    assert set(judged(found)) == {SHIFTED}


SPLIT = ("ragged-row", "split", Severity.WARNING)
HEAD = "指标,单位,本期,目标,去年同期,上期\n"


@pytest.mark.parametrize(
    "table",
    [
        f"{HEAD}营收,万元,1,100,900,\n",
        f"{HEAD}营收,万元,12,345,9800\n",
        "指标,单位,本期,目标,去年同期,上期,原因\n营收,万元,1,100,1,200,\n",
    ],
    ids=["one", "in a short row", "two"],
)
def test_a_comma_between_thousands_is_suspected_where_the_row_has_cells_to_spare(
    table: str, found: Diagnostics
) -> None:
    assert metrics(table, found) == ["营收"]
    assert judged(found) == [SPLIT]


def test_no_figure_of_its_own_begins_with_a_nought(found: Diagnostics) -> None:
    assert metrics(f"{HEAD}营收,万元,1,050,,\n利润,万元,90,80,,\n", found) == ["利润"]
    assert judged(found) == [("ragged-row", "split", Severity.ERROR)]


@pytest.mark.parametrize(
    "row",
    [
        "营收,万元,120,118,115,",
        "营收,万元,120,118,900,",
        "营收,万元,86,420,,",
        "营收,万元,1,100,900,1000",
        "营收,万元,1,100,900,—",
        '营收,万元,"1",100,900,',
        "营收,万元,1,12,100,",
        "营收,万元,0,100,900,",
        "营收,万元,100,0,900,",
    ],
)
def test_figures_side_by_side_are_two(row: str, found: Diagnostics) -> None:
    assert metrics(f"{HEAD}{row}\n", found) == ["营收"]
    assert judged(found) == []


def test_a_row_with_one_separator_too_many_at_its_end_is_no_row_to_trust(found: Diagnostics) -> None:
    assert metrics("编号,指标,本期\nm,营收,12\nn,利润,5,\n", found) == ["营收"]
    assert judged(found) == [("ragged-row", "blank", Severity.ERROR)]


@pytest.mark.parametrize(
    "table",
    [
        "编号,指标,本期,,,\nm,营收,12,,,\nn,利润,5,,,\n",
        "2025年指标,,,,\n,,,,\n编号,指标,本期,,\nm,营收,12,,\n,,,,\nn,利润,5\n",
        "编号,指标,本期\nm,营收,12\n,,,,\nn,利润,5\n",
    ],
    ids=["on every line", "below a title", "on a blank line only"],
)
def test_the_commas_that_excel_writes_at_the_end_of_lines_are_nothing(table: str, found: Diagnostics) -> None:
    assert metrics(table, found) == ["营收", "利润"]
    assert not list(found)
