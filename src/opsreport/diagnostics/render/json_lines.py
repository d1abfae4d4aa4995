"""Findings for other programs: one JSON object to a line."""

import json

from opsreport.diagnostics.catalogue import Language
from opsreport.diagnostics.diagnostic import Diagnostic
from opsreport.diagnostics.render.visible import in_json

SCHEMA = 1


def json_line(finding: Diagnostic, language: Language) -> str:
    """The finding as an object on one line; what is not known of its place is null."""
    span = finding.primary.span
    said: dict[str, str | int | None] = {
        "schema": SCHEMA,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message(language),
        "file": span.file or None,
        "line": span.line or None,
        "column": span.column or None,
        "path": span.path or None,
        "help": finding.help(language) or None,
    }
    if span.cell:
        said["cell"] = span.cell
    return in_json(json.dumps(said, ensure_ascii=False))
