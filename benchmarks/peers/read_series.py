"""The plain way to read a long table: its rows as dictionaries with exact numbers, and nothing checked.

usage: read_series.py FOLDER_OR_WORKBOOK
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

FIGURES = ("本期", "去年同期")


def rows_of(path: Path) -> Iterator[Iterable[Any]]:
    """The rows of the table `series`."""
    if path.is_dir():
        with (path / "series.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file)
    else:
        from openpyxl import load_workbook

        yield from load_workbook(path, read_only=True)["series"].iter_rows(values_only=True)


def main() -> None:
    rows = rows_of(Path(sys.argv[1]))
    names = list(next(rows))
    series = [dict(zip(names, row, strict=True)) for row in rows]
    for point in series:
        point.update((name, Decimal(str(point[name]))) for name in FIGURES)


if __name__ == "__main__":
    main()
