"""`opsreport check`: what is wrong with bundles, without making a report."""

from typing import Annotated

import typer

from opsreport.cli.exit import exit_code
from opsreport.cli.options import DebugOption, LanguageOption, MessagesOption, StrictOption, StyleOption


def check(
    bundles: Annotated[list[str], typer.Argument(metavar="数据包…", help="一个或几个数据包")],
    style: StyleOption = None,
    strict: StrictOption = False,
    lang: LanguageOption = "zh",
    messages: MessagesOption = "full",
    debug: DebugOption = False,
) -> None:
    """检查数据包，不生成报告。"""
    from opsreport.build import check as check_bundle
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics, Source

    terminal = Terminal(messages, lang)
    found = Diagnostics(strict=strict)
    sources: dict[str, Source] = {}
    for bundle in dict.fromkeys(bundles):
        sources |= {source.name: source for source in check_bundle(bundle, style, found)}
    terminal.tell(found, sources.values())
    raise typer.Exit(exit_code(found.errors()))
