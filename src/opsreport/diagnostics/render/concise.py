"""Findings one to a line, as editors and CI logs pick them up."""

from opsreport.diagnostics.catalogue import Language
from opsreport.diagnostics.diagnostic import Diagnostic
from opsreport.diagnostics.render.visible import visible
from opsreport.diagnostics.render.wording import AROUND, location, quoted


def concise(finding: Diagnostic, language: Language) -> str:
    """The finding as `file:line:column: error[code] message`."""
    place = location(finding.primary.span)
    name = AROUND[language].names[finding.severity]
    message = visible(quoted(finding).message(language))
    return f"{place}: {name}[{finding.code}] {message}" if place else f"{name}[{finding.code}] {message}"
