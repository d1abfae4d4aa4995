"""The program `opsreport` and its commands."""

from typing import Annotated

import typer

from opsreport.cli.build import build
from opsreport.cli.check import check
from opsreport.cli.chinese import Command, Group
from opsreport.cli.doctor import doctor
from opsreport.cli.explain import explain
from opsreport.cli.fix import fix
from opsreport.cli.init import init
from opsreport.cli.schema import schema
from opsreport.cli.style import style
from opsreport.cli.styles import styles

app = typer.Typer(
    cls=Group,
    help="把一份数据包变成可以直接签发的中文运营报告。",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from opsreport import __version__
        from opsreport.cli.terminal import show

        show(f"opsreport {__version__}")
        raise typer.Exit


@app.callback()
def opsreport(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="显示版本")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


for command in (init, build, check, fix, schema, explain, styles, doctor):
    app.command(cls=Command)(command)
app.add_typer(style, name="style")
