"""`opsreport fix`: the safe repairs of a bundle, shown or written."""

from typing import TYPE_CHECKING, Annotated

import typer

from opsreport.cli.exit import exit_code
from opsreport.cli.options import DebugOption, LanguageOption, MessagesOption

if TYPE_CHECKING:
    from opsreport.diagnostics import Diagnostics
    from opsreport.fix import Fixed
    from opsreport.repairs import Repair

BundleArgument = Annotated[str, typer.Argument(metavar="数据包", help="YAML 文件、CSV 文件夹或 Excel 工作簿")]
DiffOption = Annotated[bool, typer.Option("--diff", help="只显示要改的地方，不写文件")]


def fix(
    bundle: BundleArgument,
    diff: DiffOption = False,
    lang: LanguageOption = "zh",
    messages: MessagesOption = "concise",
    debug: DebugOption = False,
) -> None:
    """改好有把握的地方：手打的数、标点、空格、范围。"""
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics, Source
    from opsreport.files.rewriting import rewrite
    from opsreport.fix import fix as fix_bundle

    terminal = Terminal(messages, lang)
    found = Diagnostics()
    sources: list[Source] = []
    fixed = fix_bundle(bundle, sources, found)
    if fixed is None:
        terminal.tell(found, sources)
        raise typer.Exit(exit_code(found.errors()))
    found = Diagnostics()
    is_written = not diff and bool(fixed.changed) and rewrite(fixed.changed, found)
    _report(bundle, fixed, found, is_written=is_written)
    terminal.say(found.sorted(), sources)
    for old, _ in fixed.changed if is_written else ():
        terminal.show(old.name)
    if diff and (shown := difference(fixed)):
        terminal.show(shown)
    raise typer.Exit(exit_code(found.errors()))


def _report(path: str, fixed: "Fixed", found: "Diagnostics", *, is_written: bool) -> None:
    from opsreport.diagnostics import Span

    for repair in fixed.done if is_written else ():
        found.report("repaired", repair.span, _details(repair))
    for repair in fixed.left:
        help_key = "workbook" if repair.span.cell else ""
        found.report("repair-by-hand", repair.span, _details(repair), help_key=help_key)
    if not fixed.done and not fixed.left:
        found.add("nothing-to-repair", Span(path), file=path)


def _details(repair: "Repair") -> dict[str, str]:
    return {"old": repair.old, "new": repair.new, "reason": repair.code}


def difference(fixed: "Fixed") -> str:
    """The lines that differ, as `diff -u` shows them."""
    from difflib import unified_diff

    from opsreport.repairs.writing import writing_of

    shown: list[str] = []
    for both in fixed.changed:
        texts = [writing.text.splitlines() for one in both if (writing := writing_of(one))]
        name = both[0].name
        shown += unified_diff(texts[0], texts[-1], f"a/{name}", f"b/{name}", lineterm="")
    return "\n".join(shown)
