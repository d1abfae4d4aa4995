"""A workbook, a folder of tables and a YAML file that say the same are the same bundle."""

import io
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from opsreport.build import BuildRequest, build
from opsreport.bundle.model import Bundle
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.figures.figure import Figure
from opsreport.figures.printing import notation_for
from opsreport.inputs import read_bundle
from opsreport.readers.excel import read_workbook
from workbook_making import number, row, sheet, text, texts, workbook

ROOT = Path(__file__).parent.parent
REPORT = sheet(
    texts(1, "项", "值"), texts(2, "样式", "memo"), texts(3, "标题", "三季度汇报"), texts(4, "期间", "2025Q3")
)


def decoded(path: Path, found: Diagnostics) -> Bundle:
    bundle = read_bundle(str(path), None, [], found)
    assert bundle is not None, [finding.message for finding in found]
    return bundle


def bundle_of(metrics: str, folder: Path, found: Diagnostics, *formats: str) -> Bundle:
    path = folder / "q3.xlsx"
    path.write_bytes(workbook({"报告": REPORT, "指标": metrics}, formats=formats))
    return decoded(path, found)


def test_the_annual_workbook_is_the_bundle_that_is_written_in_yaml(found: Diagnostics) -> None:
    in_excel = decoded(ROOT / "examples" / "annual-2025.xlsx", found)
    assert in_excel == decoded(ROOT / "tests" / "tables" / "annual-2025.yaml", found)
    assert in_excel == decoded(ROOT / "examples" / "annual-2025", found)
    assert not list(found)


def test_the_annual_workbook_is_what_its_script_makes_of_the_tables() -> None:
    before = (ROOT / "examples" / "annual-2025.xlsx").read_bytes()
    subprocess.run([sys.executable, ROOT / "scripts" / "build_annual_workbook.py"], check=True)
    assert (ROOT / "examples" / "annual-2025.xlsx").read_bytes() == before


def test_the_annual_workbook_is_kept_as_people_keep_theirs() -> None:
    metrics = openpyxl.load_workbook(ROOT / "examples" / "annual-2025.xlsx")["指标"]
    assert metrics["A1"].value == "2025年度运营工作复盘：指标"
    assert metrics.freeze_panes == "C4"
    assert "A8:A15" in {str(area) for area in metrics.merged_cells.ranges}
    assert (metrics["E6"].value, metrics["E6"].number_format) == (0.314, "0.0%")


def test_a_percent_cell_and_its_unit_make_one_figure(tmp_path: Path, found: Diagnostics) -> None:
    metrics = sheet(
        texts(1, "三季度主要指标"),
        texts(3, "编号", "指标", "本期", "去年同期", "单位"),
        row(4, text("A4", "ctr"), text("B4", "点击率"), number("C4", "8.4000000000000005E-2", 1),
            number("D4", "7.6999999999999999E-2", 1), text("E4", "%")),
    )  # fmt: skip
    (metric,) = bundle_of(metrics, tmp_path, found, "0.0%").metrics
    assert isinstance(metric.value, Figure)
    assert isinstance(metric.last_year, Figure)
    assert (metric.value.amount, metric.last_year.amount) == (Decimal("8.4"), Decimal("7.7"))
    assert metric.value.span.cell == "指标!C4"
    assert not list(found)


def test_a_total_at_the_foot_of_the_table_is_no_metric(tmp_path: Path, found: Diagnostics) -> None:
    metrics = sheet(
        texts(1, "指标", "本期", "单位"),
        texts(2, "甲", "1", "万元"),
        texts(3, "乙", "2", "万元"),
        texts(4, "合计", "3", "万元"),
    )
    bundle = bundle_of(metrics, tmp_path, found)
    assert [metric.name.text for metric in bundle.metrics if metric.name] == ["甲", "乙"]
    assert [finding.code for finding in found] == ["skipped-row"]


def test_two_sheets_for_one_table_are_an_error(tmp_path: Path, found: Diagnostics) -> None:
    path = tmp_path / "q3.xlsx"
    path.write_bytes(
        workbook({"报告": REPORT, "metrics": sheet(texts(1, "指标", "本期")), "Metrics ": sheet()})
    )
    read_bundle(str(path), None, [], found)
    assert "duplicate-table" in {finding.code for finding in found}


def test_a_sheet_that_nobody_knows_is_named(tmp_path: Path, found: Diagnostics) -> None:
    path = tmp_path / "q3.xlsx"
    metrics = sheet(texts(1, "指标", "本期"), texts(2, "甲", "1"))
    path.write_bytes(workbook({"报告": REPORT, "指标": metrics, "备用数据": sheet(texts(1, "甲"))}))
    decoded(path, found)
    (finding,) = found
    assert finding.code == "unknown-table"
    assert dict(finding.details)["name"] == "备用数据"


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".XLSX", ".xls"])
def test_a_workbook_is_known_by_its_name(suffix: str, tmp_path: Path, found: Diagnostics) -> None:
    path = tmp_path / f"q3{suffix}"
    path.write_bytes(workbook({"报告": REPORT, "指标": sheet(texts(1, "指标", "本期"), texts(2, "甲", "1"))}))
    assert decoded(path, found).metrics


def test_what_openpyxl_writes_is_read_as_it_was_meant(found: Diagnostics) -> None:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = "指标"
    page.append(["指标", "本期", "备注"])
    page.append(["转化率", 0.1 + 0.2, "a\r\nb"])
    page["B2"].number_format = "0.0%"
    page.append(["007", "TRUE", "1E5"])
    packed = io.BytesIO()
    book.save(packed)
    (grid,) = read_workbook(Source("a.xlsx", packed.getvalue()), found) or ()
    lines = [[cell.text for cell in line] for line in grid.rows]
    assert lines[1:] == [["转化率", "30.0%", "a\nb"], ["007", "TRUE", "1E5"]]
    assert not list(found)


TYPED = some.text(
    some.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn"], exclude_characters="\ufffe\uffff"), min_size=1
) | some.sampled_from(["007", "12:30", "3:1", "NO", "on", "1.10", "NA", "null", "~", "1E5", "#N/A", "_x000D_", "=A1", " "])  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(TYPED, min_size=1, max_size=12))
def test_text_in_is_text_out(words: list[str]) -> None:
    book = openpyxl.Workbook()
    page: Any = book.active
    for at, word in enumerate(words, 1):
        cell = page.cell(at, 1)
        cell.value = word.replace("_x", "_x005F_x") if "_x" in word else word
        cell.data_type = "s"
    packed = io.BytesIO()
    book.save(packed)
    found = Diagnostics()
    (grid,) = read_workbook(Source("a.xlsx", packed.getvalue()), found) or ()
    assert [line[0].text for line in grid.rows] == words
    assert not list(found)


@settings(max_examples=500, deadline=None)
@given(some.decimals(min_value=-(10**9), max_value=10**9, places=4), some.integers(0, 6))
def test_a_number_comes_out_as_it_was_typed_whatever_the_binary_made_of_it(
    typed: Decimal, places: int
) -> None:
    typed = typed.quantize(Decimal(1).scaleb(-min(places, 4)))
    percent = number("A1", repr(float(typed) / 100), 1)
    content = workbook({"指标": sheet(row(1, percent, number("B1", repr(float(typed)))))}, formats=["0.0%"])
    (grid,) = read_workbook(Source("a.xlsx", content), Diagnostics()) or ()
    (line,) = list(grid.rows)
    assert Decimal(line[0].text.removesuffix("%")) == typed
    assert Decimal(line[1].text) == typed


def test_a_workbook_whose_sheets_nobody_knows_says_how_to_call_them(
    tmp_path: Path, found: Diagnostics
) -> None:
    path = tmp_path / "q3.xlsx"
    path.write_bytes(workbook({"Sheet1": sheet(texts(1, "指标", "本期"), texts(2, "甲", "1"))}))
    assert read_bundle(str(path), None, [], found) is None
    assert [finding.code for finding in found] == ["unknown-table", "no-tables"]
    assert "Sheet1" in list(found)[1].help(Language.ZH)


def test_the_annual_report_is_the_same_file_from_a_workbook_and_from_tables() -> None:
    made = []
    for name in ("annual-2025.xlsx", "annual-2025"):
        found = Diagnostics()
        request = BuildRequest(str(ROOT / "examples" / name), formats=("docx", "html"))
        made.append(build(request, found).outputs)
        assert not found.errors()
    assert set(made[0]) == {"docx", "html"}
    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("stored", "code", "unit", "printed"),
    [
        ("12.34", "0", "万元", "12万元"),
        ("12.34", "0.0", "万元", "12.3万元"),
        ("12.34", "#,##0.00", "万元", "12.34万元"),
        ("12.34", "General", "万元", "12.34万元"),
        ("12", "0.00", "万元", "12.00万元"),
        ("12.34", "0.0#", "万元", "12.34万元"),
        ("12.5", "0", "万元", "13万元"),
        ("9.4497", "0.00", "万元", "9.45万元"),
        ("9.4497", "0.0", "万元", "9.4万元"),
        ("0.2364", "0.0%", "%", "23.6%"),
        ("0.2364", "0%", "%", "24%"),
        ("0.2364", "0.00%", "%", "23.64%"),
        ("-0.2364", "0.0%;[Red]-0.0%", "%", "−23.6%"),
        ("123456789", '0!.00,,"亿"', "", "1.23亿"),
        ("12345678", '0!.0,"万元"', "", "1234.6万元"),
        ("12345678", '0!.0,"万元"', "万元", "1234.6万元"),
        ("12345678", '0!.0,"万元"', "元", "12345678元"),
        ("1234567", '#,##0,"千元"', "", "1235千元"),
        ("0.3", "0", "万元", "0万元"),
        ("4.26", '0.0"分"', "分", "4.3分"),
    ],
)
def test_a_metric_is_printed_with_the_decimals_that_its_cell_shows(
    stored: str, code: str, unit: str, printed: str, tmp_path: Path, found: Diagnostics
) -> None:
    assert printed_of(stored, code, unit, tmp_path, found) == printed


def printed_of(stored: str, code: str, unit: str, folder: Path, found: Diagnostics) -> str:
    """How a report prints the only metric of a workbook."""
    cells = (
        text("A2", "甲"),
        text("B2", unit),
        number("C2", stored, 1),
        text("D2", "评分" if unit == "分" else ""),
    )
    metrics = sheet(texts(1, "指标", "单位", "本期", "类型"), row(2, *cells))
    (metric,) = bundle_of(metrics, folder, found, code).metrics
    assert isinstance(metric.value, Figure)
    own = metric.unit.value if metric.unit else None
    return notation_for([metric.value], metric.kind.value, unit=own).text(metric.value)


def test_digits_that_a_cell_rounds_away_still_count_in_comparisons(
    tmp_path: Path, found: Diagnostics
) -> None:
    cells = text("A2", "甲"), text("B2", "万元"), number("C2", "12.6", 1), number("D2", "12.4", 1)
    metrics = sheet(texts(1, "指标", "单位", "本期", "去年同期"), row(2, *cells))
    (metric,) = bundle_of(metrics, tmp_path, found, "0").metrics
    assert isinstance(metric.value, Figure)
    assert isinstance(metric.last_year, Figure)
    assert metric.value.amount - metric.last_year.amount == Decimal("0.2")


def test_a_figure_that_is_only_printed_is_the_one_that_is_seen(tmp_path: Path, found: Diagnostics) -> None:
    sheets = {
        "报告": REPORT,
        "指标": sheet(texts(1, "指标", "单位", "本期"), texts(2, "营收", "万元", "90")),
        "目标": sheet(texts(1, "指标", "目标值"), row(2, text("A2", "营收"), number("B2", "95.26", 1))),
        "规划": sheet(
            texts(1, "规划", "预算", "预算单位"),
            row(2, text("A2", "一"), number("B2", "48.5", 2), text("C2", "万元")),
        ),
    }
    path = tmp_path / "q3.xlsx"
    path.write_bytes(workbook(sheets, formats=["0.0", "0"]))
    bundle = decoded(path, found)
    (goal,), (plan,) = bundle.goals, bundle.plans
    assert isinstance(goal.target_value, Figure)
    assert goal.target_value.amount == Decimal("95.3")
    assert plan.resources
    assert plan.resources.budget
    assert isinstance(plan.resources.budget.amount, Figure)
    assert plan.resources.budget.amount.amount == 49


@pytest.mark.parametrize("word", ["合计", "合 计", "总　计", "小计：", "合计："])
def test_a_row_of_totals_is_no_metric_and_no_part_however_its_word_is_spread(
    word: str, tmp_path: Path, found: Diagnostics
) -> None:
    sheets = {
        "报告": REPORT,
        "指标": sheet(
            texts(1, "分组", "指标", "单位", "本期"),
            row(2, text("A2", "收入"), text("B2", "线上"), text("C2", "万元"), number("D2", "60")),
            row(3, text("A3", word), number("D3", "100")),
        ),
        "构成": sheet(
            texts(1, "指标", "名称", "数值"),
            row(2, text("A2", "线上"), text("B2", "直播"), number("C2", "60")),
            row(3, text("A3", "线上"), text("B3", word), number("C3", "60")),
        ),
    }
    path = tmp_path / "q3.xlsx"
    path.write_bytes(workbook(sheets))
    (metric,) = decoded(path, found).metrics
    assert [part.name.text for part in metric.breakdown] == ["直播"]
    assert [finding.code for finding in found] == ["skipped-row", "skipped-row"]
