"""Colour on a terminal that wants it."""

from opsreport.diagnostics.catalogue import Severity

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_FRAME = "34"


class Paint:
    """Puts the colours of a severity and of the frame around text, or leaves it plain."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def severity(self, text: str, level: Severity) -> str:
        """The text in the colour of a severity."""
        return self._in(text, _COLOURS[level])

    def frame(self, text: str) -> str:
        """The text in the colour of line numbers and bars."""
        return self._in(text, _FRAME)

    def _in(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text
