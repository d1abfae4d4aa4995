"""A long table in Word as python-docx makes it.

usage: python_docx_table.py ROWS FILE [whole], which prints the seconds it took to write. Row after row as its
manual shows, or with `whole` into a table that has all its rows from the start, which is quicker.
"""

import itertools
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx

sys.path.insert(0, str(Path(__file__).parents[1]))

from long_table import COLUMNS, rows_of


def write(rows: list[list[str]], file: str, *, whole: bool) -> None:
    document = docx.Document()
    document.add_heading("明细", 1)
    table = document.add_table(rows=len(rows) + 1 if whole else 1, cols=len(COLUMNS), style="Table Grid")
    fill(table.rows[0], COLUMNS)
    if whole:
        for row, words in zip(itertools.islice(table.rows, 1, None), rows, strict=True):
            fill(row, words)
    else:
        for words in rows:
            fill(table.add_row(), words)
    document.save(file)


def fill(row: Any, words: Sequence[str]) -> None:
    for cell, word in zip(row.cells, words, strict=True):
        cell.text = word


if __name__ == "__main__":
    rows = rows_of(int(sys.argv[1]))
    started = time.process_time()
    write(rows, sys.argv[2], whole="whole" in sys.argv[3:])
    print(time.process_time() - started)
