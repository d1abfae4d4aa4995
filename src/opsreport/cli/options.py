"""The options that several commands share, and what may be written for them."""

import difflib
from collections.abc import Callable
from typing import Annotated

import typer


def one_of(*choices: str) -> Callable[[str | None], str | None]:
    """A check that an option holds one of these words."""

    def check(value: str | None) -> str | None:
        if value is not None and value not in choices:
            near = difflib.get_close_matches(value, choices, n=1)
            hint = f"是不是想写 {near[0]}？" if near else ""
            raise typer.BadParameter(f"没有“{value}”这一项；{hint}可选：{'、'.join(choices)}")
        return value

    return check


StyleOption = Annotated[
    str | None,
    typer.Option("--style", metavar="样式", help="内置样式的名称，或样式文件夹；不写则按数据包"),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="把警告也当作错误")]
LanguageOption = Annotated[
    str,
    typer.Option(
        "--lang", metavar="zh|en", callback=one_of("zh", "en"), help="提示用中文还是英文", show_default=False
    ),
]
MessagesOption = Annotated[
    str,
    typer.Option(
        "--messages",
        metavar="full|concise|json",
        callback=one_of("full", "concise", "json"),
        help="提示的写法：带原文、一行一条、给程序读",
        show_default=False,
    ),
]
DebugOption = Annotated[bool, typer.Option("--debug", help="程序自身出错时显示细节")]
