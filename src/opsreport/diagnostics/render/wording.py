"""The words that stand around every finding, in both languages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import starmap

from opsreport.diagnostics.catalogue import Language, Severity
from opsreport.diagnostics.diagnostic import Diagnostic
from opsreport.diagnostics.render.visible import quotable, visible
from opsreport.diagnostics.source import Span


@dataclass(frozen=True, slots=True)
class Around:
    """What frames a finding: the names of the severities, the colon, the word before a help line."""

    names: dict[Severity, str]
    colon: str
    help: str


AROUND = {
    Language.ZH: Around(
        {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}, "：", "帮助"
    ),
    Language.EN: Around(
        {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}, ": ", "help"
    ),
}


OUR_LISTS = frozenset({"known", "names", "choices", "words"})
"""Details that hold the program's own names, not the user's words."""


def quoted(finding: Diagnostic) -> Diagnostic:
    """The finding with what it quotes of the user's data made fit for a message; our own lists stay whole."""
    details = ((name, value if name in OUR_LISTS else quotable(value)) for name, value in finding.details)
    return replace(finding, details=tuple(details))


def location(span: Span) -> str:
    """Where to look, as editors understand it: `file:line:column`, or the cell of a workbook."""
    # A line that starts with `::` is a command to a CI log.
    file = f"./{span.file}" if span.file.startswith(":") else span.file
    if span.cell:
        return visible(f"{file}:{span.cell}")
    return visible(f"{file}:{span.line}:{span.column}" if span.line else file)


def summary(found: Iterable[Diagnostic], language: Language, *, written: int | None) -> str:
    """The closing line: how many findings, how many files were written, and where to read on.

    `written` is None for a command that never writes. Nothing is said where there is nothing to say.
    """
    findings = list(found)
    if not findings:
        return ""
    told = max(findings, key=lambda finding: finding.severity.rank).code
    counts = Counter(finding.severity for finding in findings)
    counted = [(counts[level], AROUND[language].names[level]) for level in Severity if counts[level]]
    if language is Language.EN:
        outcome = "" if written is None else f"; {_written(written)}"
        return f"{', '.join(starmap(_counted, counted))}{outcome}. `opsreport explain {told}` says more."
    outcome = "" if written is None else f"；写出 {written} 个文件" if written else "；没有写出任何文件"
    named = "、".join(f"{number} 个{name}" for number, name in counted)
    return f"{named}{outcome}。用 opsreport explain {told} 查看说明。"


def unlisted(number: int, language: Language) -> str:
    """How many findings are left out, and how to see them; nothing where all are shown."""
    if not number:
        return ""
    if language is Language.EN:
        return f"… and {number} more; --messages concise lists them all.\n\n"
    return f"还有 {number} 个没有列出；加 --messages concise 可以全部列出。\n\n"


def _written(number: int) -> str:
    if number == 0:
        return "nothing was written"
    return f"{_counted(number, 'file')} {'was' if number == 1 else 'were'} written"


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
