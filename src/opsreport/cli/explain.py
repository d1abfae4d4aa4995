"""`opsreport explain`: what a code means and what to do about it."""

import difflib
from typing import TYPE_CHECKING, Annotated

import typer

from opsreport.cli.options import LanguageOption

if TYPE_CHECKING:
    from opsreport.diagnostics import Code, Language


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[代码]", help="方括号里的代码；不写则列出全部")
    ] = None,
    lang: LanguageOption = "zh",
) -> None:
    """说明一个代码，或按类列出全部代码。"""
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import CATALOGUE

    terminal = Terminal(language=lang)
    if code is None:
        terminal.show(listing(terminal.language))
    elif code in CATALOGUE:
        terminal.show(explanation(CATALOGUE[code], terminal.language))
    else:
        near = difflib.get_close_matches(code, CATALOGUE, n=3)
        hint = f"；是不是想写 {'、'.join(near)}？" if near else "；不写代码可以列出全部"
        raise typer.BadParameter(f"没有代码“{code}”{hint}", param_hint="代码")


def listing(language: "Language") -> str:
    """All codes by family, each with its severity and what it says in one line."""
    from opsreport.diagnostics import CATALOGUE
    from opsreport.diagnostics.catalogue import FAMILIES
    from opsreport.diagnostics.catalogue.titles import FAMILY_TITLES
    from opsreport.diagnostics.render.wording import AROUND

    width = max(map(len, CATALOGUE))
    names = AROUND[language].names
    room = max(map(len, names.values()))
    lines: list[str] = []
    for family, codes in FAMILIES.items():
        lines += ["", FAMILY_TITLES[family][language]]
        for code in sorted(codes, key=lambda one: one.name):
            said = _with_gaps(code.words(language).message)
            lines.append(f"  {code.name:<{width}}  {names[code.severity]:<{room}}  {said}")
    return "\n".join(lines[1:])


def explanation(code: "Code", language: "Language") -> str:
    """All that the catalogue says of a code, with gaps where a message names the case at hand."""
    from opsreport.diagnostics.render.wording import AROUND

    words, around = code.words(language), AROUND[language]
    helps = dict.fromkeys(_with_gaps(text) for text in (words.help, *words.help_for.values()) if text)
    head = f"{around.names[code.severity]}[{code.name}]{around.colon}{_with_gaps(words.message)}"
    told = "".join(f"\n  = {around.help}{around.colon}{text}" for text in helps)
    return f"{head}\n\n{_with_gaps(words.explanation)}\n{told}".rstrip()


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _with_gaps(pattern: str) -> str:
    return pattern.format_map(_Gaps())
