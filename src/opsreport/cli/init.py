"""`opsreport init`: a commented bundle with slots, to be filled in."""

import os
import shlex
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from opsreport.cli.exit import exit_code
from opsreport.cli.options import DebugOption, LanguageOption, MessagesOption, one_of

if TYPE_CHECKING:
    from opsreport.diagnostics import Diagnostics
    from opsreport.starters import Starter


def _style_named(asked: str) -> str:
    """The name of the style that is asked for by its name or by its title."""
    from opsreport.starters import STYLES

    if not asked.isascii():
        from opsreport.diagnostics import Diagnostics
        from opsreport.files import read_packaged_styles
        from opsreport.styles.assemble import style_titles

        titles = style_titles(read_packaged_styles(Diagnostics()))
        asked = next((name for name, title in titles.items() if title == asked), asked)
    return one_of(*STYLES)(asked) or asked


StarterArgument = Annotated[
    str | None,
    typer.Argument(metavar="[路径]", help="写到哪里，如 q3.yaml、q3.xlsx、文件夹 q3/；不写则以样式为名"),
]
StarterStyleOption = Annotated[
    str,
    typer.Option(
        "--style",
        metavar="memo|annual-review|lifecycle-topic",
        callback=_style_named,
        help="为哪一种报告；不写为 memo",
        show_default=False,
    ),
]
FormOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="yaml|csv|xlsx",
        callback=one_of("yaml", "csv", "xlsx"),
        help="写成 YAML、一个文件夹的 CSV 表，还是 Excel 工作簿；不写则按路径的后缀",
    ),
]

_UNCLEAR = {
    "contradiction": "“{path}”的后缀与 --as {form} 不一致；请改其中一个",
    "csv": "一个数据包有几张表，CSV 请写文件夹，如 opsreport init {stem}/ --as csv",
    "empty": "没有写文件名；请写一个，如 opsreport init q3.yaml",
    "not-text": "文件名里有不是 UTF-8 文字的字节；请换一个名字，如 q3.yaml",
    "old-excel": "不写旧的 .xls；请写 {stem}.xlsx",
    "suffix": "“{path}”的后缀不认识；可写 .yaml、.xlsx，文件夹请在末尾加 /",
}
_NEXT = {
    "zh": "接下来：把 XX 换成实际内容；opsreport check {path} 列出还没填的，"
    "opsreport build {path} --draft 先出草稿。",
    "en": "Next: fill in every XX; `opsreport check {path}` lists what is left, "
    "`opsreport build {path} --draft` makes a draft at once.",
}
_YAML_CHOSEN = {
    "zh": "没有写后缀，写成了 YAML；要一个文件夹的 CSV 表，请写 {path}/，要 Excel 工作簿，请写 {path}.xlsx。",
    "en": "No suffix means YAML; for a folder of CSV tables give {path}/, for a workbook {path}.xlsx.",
}


def init(
    path: StarterArgument = None,
    style: StarterStyleOption = "memo",
    form: FormOption = None,
    lang: LanguageOption = "zh",
    messages: MessagesOption = "full",
    debug: DebugOption = False,
) -> None:
    """新建一份带说明和空位的数据包，照着填写。"""
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics

    starter = _asked(path, style, form)
    found = Diagnostics()
    is_written = _write(starter, found)
    Terminal(messages, lang).tell(found, written=int(is_written))
    if is_written:
        Terminal(messages, lang).show(starter.path)
        if messages != "json":
            if path and form is None and starter.path == f"{path}.yaml":
                print(_YAML_CHOSEN[lang].format(path=path), file=sys.stderr)
            print(_NEXT[lang].format(path=shlex.quote(starter.path)), file=sys.stderr)
    raise typer.Exit(exit_code(found.errors()))


def _asked(path: str | None, style: str, form: str | None) -> "Starter":
    from opsreport.starters import UnclearFormError, starter_at

    try:
        return starter_at(path, style, form, is_folder=bool(path) and os.path.isdir(path or ""))
    except UnclearFormError as fault:
        stem = os.path.splitext(path or "")[0]
        problem = _UNCLEAR[fault.reason].format(path=path, form=form, stem=stem)
        raise typer.BadParameter(problem, param_hint="路径") from None


def _write(starter: "Starter", found: "Diagnostics") -> bool:
    """Write the starter, and for YAML the schema that its first line names."""
    from opsreport.bundle.json_schema import MARK, schema_text
    from opsreport.files.new_files import (
        is_free,
        read_packaged_starter,
        schema_beside,
        write_new,
        write_schema,
    )
    from opsreport.starters import starter_files

    contents = starter_files(starter, read_packaged_starter(starter.style))
    if not is_free(starter.path, contents, found):
        return False
    if starter.form == "yaml":
        schema = schema_beside(starter.path)
        if not write_schema(schema, schema_text().encode(), MARK.encode(), found):
            return False
    return write_new(starter.path, contents, found)
