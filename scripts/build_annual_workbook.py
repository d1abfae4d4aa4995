"""Writes examples/annual-2025.xlsx from the tables of examples/annual-2025, as staff keep such a workbook.

Figures are numbers with formats, rates are percent cells, dates are dates, groups are merged, and a title
stands above each header. The bytes are the same every time.
"""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FOLDER, TARGET = EXAMPLES / "annual-2025", EXAMPLES / "annual-2025.xlsx"

SHEETS = {
    "report": "报告", "groups": "分组", "metrics": "指标", "series": "序列", "breakdown": "构成",
    "projects": "项目", "actions": "举措", "results": "成果", "problems": "问题", "goals": "目标",
    "plans": "规划", "charts": "图表", "glossary": "术语",
}  # fmt: skip
FIRST = ("分组", "指标", "编号", "单位", "本期", "目标", "去年同期", "上期", "起点")
MERGED = {"指标": "分组", "序列": "指标", "构成": "指标", "举措": "所属", "成果": "所属"}
RATES = frozenset({"本期", "目标", "去年同期", "上期", "起点", "行业平均"})
"""Columns whose figures are in the metric's unit, so that those of a rate are percent cells."""

NUMBER = re.compile(r"-?\d{1,12}(?:\.\d+)?")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)")
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
CREATED = b"2026-01-16T00:00:00Z"
OLDEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)

LINE = Side(style="thin", color="BFBFBF")
FRAME = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
WIDEST, NARROWEST = 44, 12
LINE_HEIGHT = 16

Table = list[dict[str, str]]


def main() -> None:
    """Write the workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "运营中心"
    tables = {name: _table(FOLDER / f"{name}.csv") for name in SHEETS}
    titles = {row["编号"]: row["分组"] for row in tables["groups"]}
    for row in tables["metrics"]:
        row["分组"] = titles.get(row["分组"], "")
    for name, title in SHEETS.items():
        _fill(book.create_sheet(title), title, tables[name])
    packed = io.BytesIO()
    book.save(packed)
    TARGET.write_bytes(_dated(packed.getvalue()))


def _table(path: Path) -> Table:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def _fill(sheet: Worksheet, title: str, table: Table) -> None:
    names = list(table[0])
    if title == "指标":
        names.sort(key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    first = _head(sheet, title, names)
    for number, row in enumerate(table, first):
        for column, name in enumerate(names, 1):
            cell = sheet.cell(number, column)
            cell.border = FRAME
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            if row[name]:
                cell.value, cell.number_format = _value(name, row)
    if title in MERGED:
        _merge(sheet, first, names.index(MERGED[title]) + 1, [row[MERGED[title]] for row in table])
    for number, row in enumerate(table, first):
        lines = max(_width(text) // (WIDEST - 2) + 1 for text in row.values())
        sheet.row_dimensions[number].height = LINE_HEIGHT * lines
    for column, name in enumerate(names, 1):
        width = max(_width(text) for text in (name, *(row[name] for row in table)))
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width + 2, NARROWEST), WIDEST)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.freeze_panes = f"{'C' if title == '指标' else 'A'}{first}"


def _head(sheet: Worksheet, title: str, names: list[str]) -> int:
    """Write the title and the header; the row below them is where the table begins."""
    row = 1
    if title != "报告":
        sheet.cell(row, 1, f"2025年度运营工作复盘：{title}").font = Font("微软雅黑", size=14, bold=True)
        sheet.row_dimensions[row].height = 26
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=max(len(names), 4))
        row = 3
    for column, name in enumerate(names, 1):
        cell = sheet.cell(row, column, name)
        cell.font = Font("微软雅黑", bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", start_color="1F3A5F")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = FRAME
    return row + 1


def _value(name: str, row: dict[str, str]) -> tuple[datetime.date | Decimal | str, str]:
    """What goes into a cell, and its number format."""
    text = row[name]
    if day := DAY.fullmatch(text):
        return datetime.date(*map(int, day.groups())), "yyyy/m/d"
    if month := MONTH.fullmatch(text):
        return datetime.date(int(month[1]), int(month[2]), 1), 'yyyy"年"m"月"'
    if not NUMBER.fullmatch(text) or name in ("编号", "期间", "项", "值"):
        return text, "General"
    places = len(text.partition(".")[2])
    decimals = f".{'0' * places}" if places else ""
    if row.get("单位") == "%" and name in RATES:
        return Decimal(text) / 100, f"0{decimals}%"
    return Decimal(text), f"#,##0{decimals}"


def _merge(sheet: Worksheet, row: int, column: int, values: list[str]) -> None:
    """Rows of one group stand beside one merged cell, as people keep them."""
    for first, last in _runs(values):
        if last > first:
            name = get_column_letter(column)
            sheet.merge_cells(f"{name}{row + first}:{name}{row + last}")


def _runs(values: list[str]) -> Iterator[tuple[int, int]]:
    for value, run in groupby(range(len(values)), key=values.__getitem__):
        places = list(run)
        if value:
            yield places[0], places[-1]


def _width(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)


def _dated(content: bytes) -> bytes:
    """The workbook without the time of day it was written at."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = MOMENT.sub(CREATED, part)
            new.writestr(zipfile.ZipInfo(name, OLDEST_IN_ZIP), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


if __name__ == "__main__":
    main()
