"""`opsreport schema`: the JSON Schema of a bundle, for completion and checking in an editor."""

from typing import Annotated

import typer

from opsreport.cli.exit import exit_code
from opsreport.cli.options import DebugOption, LanguageOption, MessagesOption

SchemaFileOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="文件", help="写到这个文件；不写则印在标准输出"),
]


def schema(
    output: SchemaFileOption = None,
    lang: LanguageOption = "zh",
    messages: MessagesOption = "full",
    debug: DebugOption = False,
) -> None:
    """印出数据包的 JSON Schema，供编辑器补全和检查。"""
    from opsreport.bundle.json_schema import MARK, schema_text
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics
    from opsreport.files.new_files import write_schema

    terminal = Terminal(messages, lang)
    text = schema_text()
    if output is None:
        terminal.show(text.rstrip("\n"))
        return
    found = Diagnostics()
    is_written = write_schema(output, text.encode(), MARK.encode(), found)
    terminal.tell(found, written=int(is_written))
    if is_written:
        terminal.show(output)
    raise typer.Exit(exit_code(found.errors()))
