"""What is said about the user's files: places, findings, their words and their rendering."""

from opsreport.diagnostics.catalogue import CATALOGUE, Code, Language, Severity, Words
from opsreport.diagnostics.diagnostic import Diagnostic, Diagnostics, Label, Origin
from opsreport.diagnostics.node import Anchor, Entry, Mapping, Node, Scalar, Sequence, in_quotes
from opsreport.diagnostics.source import NOWHERE, Source, Span

__all__ = [
    "CATALOGUE",
    "NOWHERE",
    "Anchor",
    "Code",
    "Diagnostic",
    "Diagnostics",
    "Entry",
    "Label",
    "Language",
    "Mapping",
    "Node",
    "Origin",
    "Scalar",
    "Sequence",
    "Severity",
    "Source",
    "Span",
    "Words",
    "in_quotes",
]
