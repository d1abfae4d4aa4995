"""Writes a bundle with long series of figures, as a folder of CSV tables and as a workbook.

usage: tables.py ROWS FOLDER WORKBOOK
"""

import csv
import datetime
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

SEED = 20251231
METRICS = 50
FIRST_DAY = datetime.date(2019, 1, 1)
REPORT = {
    "样式": "memo",
    "组织": "云溪社区",
    "部门": "数据分析组",
    "致": "公司经营管理委员会",
    "发件人": "数据分析组",
    "主题": "2025年逐日数据汇编",
    "编号": "YX-2025-SJ-01",
    "期间": "2025",
    "成文日期": "2026-01-16",
}
Row = list[str | int | float]


def tables(rows: int) -> dict[str, Iterator[Row]]:
    """The tables by their names; the series of all metrics together have so many rows."""
    return {"report": _report(), "metrics": _metrics(), "series": _series(rows)}


def _report() -> Iterator[Row]:
    yield ["项", "值"]
    for key, value in REPORT.items():
        yield [key, value]


def _metrics() -> Iterator[Row]:
    yield ["编号", "指标", "类型", "单位", "本期"]
    for number in range(METRICS):
        is_rate = number % 2
        kind, unit, value = ("比率", "%", 52.5) if is_rate else ("数量", "次", 5200)
        yield [f"m{number}", f"指标{number + 1}号", kind, unit, value]


def _series(rows: int) -> Iterator[Row]:
    """Day by day, one metric after the other: counts below 10 000 and rates with one decimal."""
    chance = random.Random(SEED)
    yield ["指标", "期间", "本期", "去年同期"]
    for row in range(rows):
        number, day = divmod(row, rows // METRICS)
        figures = [
            chance.randint(100, 9999) if number % 2 == 0 else chance.randint(100, 999) / 10 for _ in "12"
        ]
        yield [f"m{number}", f"{FIRST_DAY + datetime.timedelta(day)}", *figures]


def main() -> None:
    rows, folder, book = int(sys.argv[1]), Path(sys.argv[2]), Workbook(write_only=True)
    folder.mkdir(exist_ok=True)
    for name, table in tables(rows).items():
        sheet = book.create_sheet(name)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            for row in table:
                lines.writerow(row)
                sheet.append(row)
    book.save(sys.argv[3])


if __name__ == "__main__":
    main()
