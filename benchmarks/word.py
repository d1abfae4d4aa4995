"""Measures how Word files are written beside plain python-docx, and prints the table that README.md keeps.

usage: word.py [ROUNDS]    (5 unless given)
"""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from operator import truediv
from pathlib import Path

from rounds import environment, median, rounds_of

HERE = Path(__file__).parent
WORK = HERE / "work"
PYTHON = sys.executable
OPSREPORT = str(Path(PYTHON).with_name("opsreport"))
OWN, PLAIN, WHOLE = "opsreport", "python-docx，逐行添加", "python-docx，先定行数"
PEER = str(HERE / "peers" / "python_docx_table.py")
TABLES = {OWN: [str(HERE / "long_table.py")], PLAIN: [PEER], WHOLE: [PEER, "whole"]}
COLUMNS = 6
ROWS = (100, 1000, 10_000)
# Such a memo has ten pages.
SCALE = 2
MEMO = str(WORK / f"memo-{SCALE}.yaml")
LIMIT, GROWTH = 0.1, 3

Seconds = dict[tuple[str, int], list[float]]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    WORK.mkdir(exist_ok=True)
    subprocess.run([PYTHON, str(HERE / "bundles.py"), str(SCALE), MEMO], check=True, env=environment())
    seconds: Seconds = {(who, rows): [] for rows in ROWS for who in TABLES}
    for _ in range(rounds):
        for who, rows in seconds:
            seconds[who, rows].append(table_written(TABLES[who], rows))
    print("\n".join([*table_lines(seconds), "", *memo_lines(rounds)]))


def table_written(script: list[str], rows: int) -> float:
    """The seconds of processor that a process of its own took to write such a table."""
    command = [PYTHON, script[0], str(rows), str(WORK / "table.docx"), *script[1:]]
    run = subprocess.run(command, check=True, env=environment(), capture_output=True, text=True)
    return float(run.stdout)


def table_lines(seconds: Seconds) -> Iterator[str]:
    """Seconds for each table, and microseconds a cell."""
    yield f"| 长表，{COLUMNS} 列 | {' | '.join(f'{rows} 行' for rows in ROWS)} | 每格，{ROWS[-1]} 行 |"
    yield f"|---|{'---:|' * (len(ROWS) + 1)}"
    for who in TABLES:
        spent = [f"{statistics.median(seconds[who, rows]):.3f} 秒" for rows in ROWS]
        yield f"| {who} | {' | '.join(spent)} | {per_cell(seconds, who, ROWS[-1]):.1f} 微秒 |"
    share = statistics.median(map(truediv, seconds[OWN, ROWS[-1]], seconds[PLAIN, ROWS[-1]]))
    more = per_cell(seconds, OWN, ROWS[-1]) - per_cell(seconds, OWN, ROWS[0])
    yield f"\n{ROWS[-1]} 行：是逐行添加的 {share:.3f} 倍，设计目标 ≤ {LIMIT}；"
    yield f"每格比 {ROWS[0]} 行时多用 {more:.1f} 微秒，设计目标 ≤ {GROWTH}。"


def per_cell(seconds: Seconds, who: str, rows: int) -> float:
    return statistics.median(seconds[who, rows]) / rows / COLUMNS * 1e6


def memo_lines(rounds: int) -> Iterator[str]:
    """The whole command beside a script that makes the same memo."""
    out = str(WORK / "out") + os.sep
    commands = {
        "opsreport build": [OPSREPORT, "build", MEMO, "--to", "docx", "-o", out],
        "python-docx": [PYTHON, str(HERE / "peers" / "python_docx_memo.py"), MEMO, f"{out}peer.docx"],
    }
    rounds_of(commands, 1)
    yield "| 十页的备忘录 | 用时（秒） | CPU（秒） |"
    yield "|---|---:|---:|"
    for name, runs in rounds_of(commands, rounds).items():
        yield f"| {name} | {median(runs, 'wall'):.3f} | {median(runs, 'cpu'):.3f} |"


if __name__ == "__main__":
    main()
