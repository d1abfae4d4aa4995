"""What a repair is: a stretch of a file, the words that stand there, and those that should."""

from collections.abc import Iterable
from dataclasses import dataclass

from opsreport.diagnostics import Diagnostic, Span

SAFE = (
    "bare-number",
    "half-width-punctuation",
    "full-width-alphanumeric",
    "range-loses-unit",
    "wrong-dash",
    "wrong-ratio-sign",
    "spacing",
    "stray-space",
)
"""The codes that may be mended without asking; where two want the same words, the earlier one has them."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Words of a file and what is to stand in their place."""

    span: Span
    old: str
    new: str
    code: str


def repairs_in(found: Iterable[Diagnostic]) -> list[Repair]:
    """The repairs that findings offer, those first that go first."""
    offered = [
        Repair(finding.primary.span, details["old"], details["new"], finding.code)
        for finding in found
        if finding.code in SAFE and "old" in (details := dict(finding.details))
    ]
    return sorted(offered, key=lambda repair: SAFE.index(repair.code))
