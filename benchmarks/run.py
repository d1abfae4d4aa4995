"""Measures opsreport beside plain scripts that make the same memo, and prints the table that README.md keeps.

usage: run.py [ROUNDS]    (11 unless given; the larger bundles get fewer)
"""

import math
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rounds import Command, Run, environment, median, ratio, rounds_of

HERE = Path(__file__).parent
WORK = HERE / "work"
PYTHON = sys.executable
OPSREPORT = str(Path(PYTHON).with_name("opsreport"))
EXAMPLES = HERE.parent / "examples"
EXAMPLE = str(EXAMPLES / "q3.yaml")
BY_STYLE = {
    "备忘录": EXAMPLE,
    "专题": str(EXAMPLES / "lifecycle.yaml"),
    "年度复盘": str(EXAMPLES / "annual-2025"),
}
BY_INPUT = {
    "YAML": str(WORK / "annual-2025.yaml"),
    "CSV": str(EXAMPLES / "annual-2025"),
    "Excel": str(EXAMPLES / "annual-2025.xlsx"),
}

# How much larger than a memo the bundles are, and what share of the rounds each gets.
SCALES = {1: 1, 10: 3, 100: 10}
# How many rows the long tables have, and the same.
ROWS = {10_000: 5, 100_000: 10}
# How many metrics a bundle of much prose has, how many kilobytes speak of them, and its share of the rounds.
PROSE = {200: (20, 3), 2_000: (200, 3)}
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
PACKAGES = (
    "opsreport",
    "typer",
    "python-docx",
    "docxtpl",
    "weasyprint",
    "jinja2",
    "pyyaml",
    "lxml",
    "openpyxl",
)

Measured = dict[str, list[Run]]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a command is designed for: at most so many times the time, or the memory, of a plain one."""

    command: str
    plain: str
    measure: str
    limit: float


GOALS = (
    Goal("opsreport --help", "空的 Typer 程序 --help", "wall", 1.2),
    *(Goal(f"DOCX {scale}×", f"docxtpl {scale}×", "wall", 3.0) for scale in SCALES),
    *(Goal(f"PDF {scale}×", f"WeasyPrint {scale}×", "wall", 0.6) for scale in SCALES),
    *(Goal(f"PDF {scale}×", f"WeasyPrint {scale}×", "peak", 0.5) for scale in SCALES),
)
LINEAR = 1.05
MEASURES = {"wall": "用时", "cpu": "CPU", "peak": "内存"}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    make_inputs()
    families = peer_fonts()
    measured: Measured = {}
    for scale, share in SCALES.items():
        count = max(1, rounds // share)
        commands = (start_commands() if scale == 1 else {}) | build_commands(scale, families)
        print(f"{scale}×：{count} 轮 …", file=sys.stderr)
        if scale == 1:
            # Not counted: it writes bytecode and fills caches.
            rounds_of(commands, 1)
        measured |= rounds_of(commands, count)
    print("样式、输入与长表 …", file=sys.stderr)
    measured |= rounds_of(example_commands(), max(1, rounds // 3))
    for rows, share in ROWS.items():
        measured |= rounds_of(table_commands(rows), max(1, rounds // share))
    for metrics, (_, share) in PROSE.items():
        measured |= rounds_of(prose_commands(metrics), max(1, rounds // share))
    print(surroundings(families))
    print("\n".join([*commands_table(measured), "", *goals_table(measured)]))


def make_inputs() -> None:
    """Bundles, and the template for docxtpl, made by processes of their own.

    A child's peak memory counts from that of the process that started it, so this one has to stay small.
    """
    WORK.mkdir(exist_ok=True)
    makers = [[str(HERE / "bundles.py"), str(scale), bundle_file(scale)] for scale in SCALES if scale > 1]
    makers.append([str(HERE / "peers" / "docxtpl_template.py"), str(WORK / "template.docx")])
    makers.append([str(HERE / "as_yaml.py"), BY_INPUT["CSV"], BY_INPUT["YAML"]])
    makers += [[str(HERE / "tables.py"), str(rows), *long_tables(rows).values()] for rows in ROWS]
    makers += [
        [str(HERE / "prose.py"), str(size), str(kilobytes), prose(size)]
        for size, (kilobytes, _) in PROSE.items()
    ]
    for maker in makers:
        subprocess.run([PYTHON, *maker], check=True, env=environment())


def peer_fonts() -> tuple[str, str]:
    """The machine's Noto CJK where it is installed; else the shipped fonts, named with their files."""
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
        if SERIF in listed and SANS in listed:
            return SERIF, SANS
    folder = HERE.parent / "src" / "opsreport" / "writers" / "pdf" / "fonts"
    return f"Song={folder / 'OpsSong-Regular.ttf'}", f"Hei={folder / 'OpsHei-Bold.ttf'}"


def start_commands() -> dict[str, Command]:
    return {
        "空的 Typer 程序 --help": [PYTHON, str(HERE / "peers" / "empty_app.py"), "--help"],
        "opsreport --help": [OPSREPORT, "--help"],
        "DOCX、PDF、HTML 1×": build_command(EXAMPLE, "docx,pdf,html"),
    }


def build_commands(scale: int, families: tuple[str, str]) -> dict[str, Command]:
    bundle = bundle_file(scale)
    docxtpl = [PYTHON, str(HERE / "peers" / "docxtpl_memo.py"), str(WORK / "template.docx"), bundle]
    weasyprint = [PYTHON, str(HERE / "peers" / "weasyprint_memo.py"), *families, bundle]
    return {
        f"check {scale}×": [OPSREPORT, "check", bundle],
        f"docxtpl {scale}×": [*docxtpl, str(WORK / f"peer-{scale}.docx")],
        f"DOCX {scale}×": build_command(bundle, "docx"),
        f"WeasyPrint {scale}×": [*weasyprint, str(WORK / f"peer-{scale}.pdf")],
        f"PDF {scale}×": build_command(bundle, "pdf"),
    }


def example_commands() -> dict[str, Command]:
    """Each style with its own example, and the annual review from each kind of input."""
    return {
        **{
            f"{style} {output_format.upper()}": build_command(bundle, output_format)
            for style, bundle in BY_STYLE.items()
            for output_format in ("docx", "pdf")
        },
        **{f"年度复盘 check，{name}": [OPSREPORT, "check", bundle] for name, bundle in BY_INPUT.items()},
    }


def table_commands(rows: int) -> dict[str, Command]:
    peer = [PYTHON, str(HERE / "peers" / "read_series.py")]
    return {
        f"{who} {rows // 10_000} 万行 {name}": [*command, path]
        for name, path in long_tables(rows).items()
        for who, command in (("只读", peer), ("check", [OPSREPORT, "check"]))
    }


def prose_commands(metrics: int) -> dict[str, Command]:
    """Checking texts sentence by sentence against the metrics they name."""
    return {f"check {metrics} 个指标、{PROSE[metrics][0]} KB 文字": [OPSREPORT, "check", prose(metrics)]}


def prose(metrics: int) -> str:
    """The bundle of much prose with so many metrics."""
    return str(WORK / f"prose-{metrics}.yaml")


def long_tables(rows: int) -> dict[str, str]:
    """The same long tables as a folder and as a workbook."""
    return {"CSV": str(WORK / f"series-{rows}"), "Excel": str(WORK / f"series-{rows}.xlsx")}


def build_command(bundle: str, output_format: str) -> Command:
    """A report in the bundle's own style."""
    return [OPSREPORT, "build", bundle, "--to", output_format, "-o", str(WORK / "out") + os.sep]


def bundle_file(scale: int) -> str:
    """The example for a memo as it is, a bundle written at random for a longer one."""
    return EXAMPLE if scale == 1 else str(WORK / f"memo-{scale}.yaml")


def surroundings(families: tuple[str, str]) -> str:
    """Where and with what it was measured."""
    versions = "、".join(f"{package} {version(package)}" for package in PACKAGES)
    fonts = "、".join(families) if "=" not in families[0] else "随 opsreport 安装的字体（@font-face）"
    machine = f"{os.cpu_count()} 核 {platform.system()}，Python {platform.python_version()}"
    return f"{machine}；{versions}。对照脚本的 PDF 字体：{fonts}。\n"


def commands_table(measured: Mapping[str, list[Run]]) -> Iterator[str]:
    yield "| 命令 | 用时（秒） | CPU（秒） | 内存峰值（MB） |"
    yield "|---|---:|---:|---:|"
    for name, runs in measured.items():
        wall, cpu, peak = (median(runs, one) for one in MEASURES)
        yield f"| {name} | {wall:.3f} | {cpu:.3f} | {peak:.0f} |"


def goals_table(measured: Measured) -> Iterator[str]:
    """Each ratio and what it is designed to be."""
    yield "| 比值 | 量 | 实测 | 设计目标 |"
    yield "|---|---|---:|---:|"
    for goal in GOALS:
        found = ratio(measured[goal.command], measured[goal.plain], goal.measure)
        yield f"| {goal.command} ÷ {goal.plain} | {MEASURES[goal.measure]} | {found:.2f} | ≤ {goal.limit} |"
    for kind in ("check", "DOCX", "PDF"):
        yield _growth(measured, f"{kind} 10×", f"{kind} 100×")
    yield _growth(measured, *(name for metrics in PROSE for name in prose_commands(metrics)))
    for name in long_tables(0):
        few, many = (f"check {rows // 10_000} 万行 {name}" for rows in ROWS)
        yield _growth(measured, few, many)


def _growth(measured: Measured, small: str, large: str) -> str:
    """The power of its size with which the time of a command grows, for ten times the size."""
    grown = median(measured[large], "cpu") / median(measured[small], "cpu")
    return f"| {small} 到 {large} 的增长指数 | CPU | {math.log10(grown):.2f} | ≤ {LINEAR} |"


if __name__ == "__main__":
    main()
