"""`opsreport doctor`: what this machine lacks, and the command that mends it."""

from typing import TYPE_CHECKING

import typer

from opsreport.cli.exit import ExitCode
from opsreport.cli.options import LanguageOption

if TYPE_CHECKING:
    from opsreport.cli.machine import Need


def doctor(lang: LanguageOption = "zh") -> None:
    """检查这台机器缺什么，以及怎样补上。"""
    from opsreport.cli.machine import examine
    from opsreport.cli.terminal import Terminal

    terminal = Terminal(language=lang)
    needs = list(examine())
    for need in needs:
        terminal.show(_line(need, lang))
    if not all(need.is_met for need in needs):
        raise typer.Exit(ExitCode.SURROUNDINGS)


def _line(need: "Need", lang: str) -> str:
    if lang == "en":
        state = "ok     " if need.is_met else "missing"
        return f"{state}  {need.en}" + ("" if need.is_met else f": run {need.mend}")
    state = "正常" if need.is_met else "缺少"
    return f"{state}  {need.zh}" + ("" if need.is_met else f"：请运行 {need.mend}")
