"""A long table in Word as opsreport writes it, looked through for faults and zipped.

usage: long_table.py ROWS FILE, which prints the seconds it took to write
"""

import gc
import random
import sys
import time
from pathlib import Path

SEED = 20251130
COLUMNS = ("门店", "本期", "去年同期", "目标", "完成率", "同比")
REFERENCE = Path(__file__).parent.parent / "templates" / "shared" / "reference.docx"


def rows_of(count: int) -> list[list[str]]:
    """Rows of invented figures, the same every time."""
    chance = random.Random(SEED)
    return [
        [f"第{row}店", *(f"{chance.randint(1000, 99999):,}" for _ in "123"), *(_rate(chance) for _ in "12")]
        for row in range(1, count + 1)
    ]


def _rate(chance: random.Random) -> str:
    return f"{chance.randint(100, 1999) / 10:.1f}%"


def write(rows: list[list[str]], file: str) -> None:
    """The table with a heading, from words to a file."""
    from opsreport.document import Cell, Column, Document, Heading, Meta, Table, Text
    from opsreport.writers.docx import document_to_docx

    def cells(words: list[str], *, head: bool = False) -> tuple[Cell, ...]:
        return tuple(Cell((Text(word),), head=head) for word in words)

    body = tuple(cells(row) for row in rows)
    table = Table(tuple(Column(1) for _ in COLUMNS), (cells(list(COLUMNS), head=True),), body)
    document = Document(Meta("明细"), (Heading(1, (Text("明细"),)), table), ())
    Path(file).write_bytes(document_to_docx(document, REFERENCE.read_bytes()))


if __name__ == "__main__":
    from opsreport.writers import docx as _loaded  # noqa: F401

    # As in every command of opsreport.
    gc.disable()
    rows = rows_of(int(sys.argv[1]))
    started = time.process_time()
    write(rows, sys.argv[2])
    print(time.process_time() - started)
