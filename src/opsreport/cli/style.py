"""`opsreport style`: what a style of one's own starts from."""

import os
import shlex
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from opsreport.cli.chinese import Command, Group
from opsreport.cli.exit import exit_code
from opsreport.cli.options import DebugOption, LanguageOption, MessagesOption

if TYPE_CHECKING:
    from opsreport.diagnostics import Diagnostics

StyleArgument = Annotated[
    str, typer.Argument(metavar="[样式]", help="内置样式的名称，或样式文件夹；不写为 memo")
]
ReferenceFileOption = Annotated[
    str,
    typer.Option("-o", "--output", metavar="文件", help="写到这个 .docx；不写为 my.docx", show_default=False),
]
_NEXT = {
    "zh": "接下来：在 Word 或 WPS 里改样式、页面、页眉页脚和标志，保存后用 "
    "opsreport build q3.yaml --reference {path}。",
    "en": "Next: change styles, page, header, footer and logo in Word or WPS, then "
    "`opsreport build q3.yaml --reference {path}`.",
}

style = typer.Typer(cls=Group, help="做自己的样式：写出 Word 外观的底本。", no_args_is_help=True)


@style.callback()
def of_style() -> None:
    """Take nothing before the command."""


@style.command(cls=Command)
def reference(
    name: StyleArgument = "memo",
    output: ReferenceFileOption = "my.docx",
    lang: LanguageOption = "zh",
    messages: MessagesOption = "full",
    debug: DebugOption = False,
) -> None:
    """写出样式的参考文档，在 Word 里改它的外观；从不覆盖已有的文件。"""
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics
    from opsreport.files.new_files import write_new

    if not output.lower().endswith(".docx"):
        stem = os.path.splitext(output)[0]
        raise typer.BadParameter(f"参考文档是 Word 文件，请写 {stem}.docx", param_hint="-o")
    found = Diagnostics()
    content = _reference_of(name, found)
    is_written = content is not None and write_new(output, {"": content}, found)
    Terminal(messages, lang).tell(found, written=int(is_written))
    if is_written:
        Terminal(messages, lang).show(output)
        if messages != "json":
            print(_NEXT[lang].format(path=shlex.quote(output)), file=sys.stderr)
    raise typer.Exit(exit_code(found.errors()))


def _reference_of(name: str, found: "Diagnostics") -> bytes | None:
    from opsreport.inputs import read_named_style

    asked = read_named_style(name, found)
    return None if asked is None else asked.reference
