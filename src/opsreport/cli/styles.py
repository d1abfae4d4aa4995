"""`opsreport styles`: the built-in styles."""

import typer

from opsreport.cli.exit import exit_code
from opsreport.cli.options import LanguageOption


def styles(lang: LanguageOption = "zh") -> None:
    """列出内置样式。"""
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import Diagnostics
    from opsreport.files import read_packaged_styles
    from opsreport.styles import assemble_style
    from opsreport.styles.assemble import SHARED

    terminal = Terminal(language=lang)
    found = Diagnostics()
    folders = read_packaged_styles(found)
    names = [name for name in folders if name != SHARED]
    for name in names:
        style = assemble_style(name, folders[name], folders, found)
        if style is not None:
            terminal.show(f"{name}（{style.manifest.title}）：{style.manifest.summary}")
    if len(found):
        terminal.tell(found, [source for folder in folders.values() for source in folder.values()])
    raise typer.Exit(exit_code(found.errors()))
