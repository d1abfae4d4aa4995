"""`opsreport check`: what is wrong with bundles, without making a report."""

import sys
from typing import Annotated

import typer

from opsreport.cli.exit import exit_code
from opsreport.cli.options import DebugOption, LanguageOption, MessagesOption, StrictOption, StyleOption

_SOUND = {
    "zh": "没有发现问题：{metrics} 个指标，{texts} 段文字。",
    "en": "No problem was found in {metrics} metric(s) and {texts} text(s).",
}


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
    checked = [check_bundle(bundle, style, found) for bundle in dict.fromkeys(bundles)]
    sources: dict[str, Source] = {source.name: source for one in checked for source in one.sources}
    terminal.tell(found, sources.values())
    if not len(found) and messages == "full":
        metrics, texts = sum(one.metrics for one in checked), sum(one.texts for one in checked)
        print(_SOUND[lang].format(metrics=metrics, texts=texts), file=sys.stderr)
    raise typer.Exit(exit_code(found.errors()))
