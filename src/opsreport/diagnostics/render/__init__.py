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
from opsreport.diagnostics.render.wording import summary

__all__ = ["Form", "Sources", "readable", "render", "summary", "visible"]


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
    """All findings as text that ends its last line, or nothing where there are none.

    `sources` holds the lines of each file, so that the user's own words can be shown.
    """
    if form is Form.FULL:
        return "".join(f"{full(finding, sources, language, Paint(colour=colour))}\n\n" for finding in found)
    one = json_line if form is Form.JSON else concise
    return "".join(f"{one(finding, language)}\n" for finding in found)
