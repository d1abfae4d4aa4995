"""Findings as text: in full for people, concise for logs, JSON lines for programs."""

import enum
from collections.abc import Iterable

from opsreport.diagnostics.catalogue import Language
from opsreport.diagnostics.diagnostic import Diagnostic
from opsreport.diagnostics.render.concise import concise
from opsreport.diagnostics.render.full import Sources, full
from opsreport.diagnostics.render.json_lines import json_line
from opsreport.diagnostics.render.paint import Paint
from opsreport.diagnostics.render.visible import readable, visible
from opsreport.diagnostics.render.wording import summary, unlisted

__all__ = ["Form", "Sources", "readable", "render", "summary", "visible"]

MOST_IN_FULL = 100


class Form(enum.Enum):
    """How findings are put."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def render(
    found: Iterable[Diagnostic],
    sources: Sources,
    form: Form = Form.FULL,
    language: Language = Language.ZH,
    *,
    colour: bool = False,
) -> str:
    """Findings as text that ends its last line, or nothing where there are none.

    `sources` holds the lines of each file, so that the user's own words can be shown. Nobody reads thousands
    of findings in full: the gravest are shown and the rest are counted. The other forms have them all.
    """
    if form is Form.FULL:
        findings = list(found)
        listed = _gravest(findings)
        paint = Paint(colour=colour)
        shown = "".join(f"{full(finding, sources, language, paint)}\n\n" for finding in listed)
        return shown + unlisted(len(findings) - len(listed), language)
    one = json_line if form is Form.JSON else concise
    return "".join(f"{one(finding, language)}\n" for finding in found)


def _gravest(findings: list[Diagnostic]) -> list[Diagnostic]:
    """As many as are shown in full, in the order given."""
    ranked = sorted(range(len(findings)), key=lambda number: -findings[number].severity.rank)
    return [findings[number] for number in sorted(ranked[:MOST_IN_FULL])]
