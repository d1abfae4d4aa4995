"""Where blocks of a Word document stand."""

from dataclasses import dataclass

from opsreport.writers.docx.names import BOX_HEAD

# A character of the body and one of a box's head, in twentieths of a point, and where a list's words begin.
_CHARACTER, _SMALL_CHARACTER, _LIST_INDENT = 210, 180, 840


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: how much room they have, how deep in lists they are."""

    width: int
    depth: int = -1
    kept: bool = False
    """Whether what stands here is kept on one page with what follows it."""
    boxed: bool = False
    """Whether it stands in a box where nothing is indented."""
    beside: bool = False
    """Whether what it belongs to stands beside it, so that it need not be kept with what follows."""

    def characters(self, style: str, *, indented: bool) -> float:
        """How many characters a line of this style holds."""
        if style == BOX_HEAD:
            return self.width / _SMALL_CHARACTER
        in_lists = _LIST_INDENT * (self.depth + 1)
        return (self.width - in_lists) / _CHARACTER - 2 * indented
