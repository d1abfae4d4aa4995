"""Where something was written: files and stretches of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its name as the user typed it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source; lines and columns count characters from 1, the end column is the one after.

    Line 0 means the file as a whole. In a workbook `cell` says `指标!C5`. `path` is the place in the bundle,
    `metrics[3].value`, once the bundle's keys have been understood.
    """

    file: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    cell: str = ""
    path: str = ""

    def at(self, path: str) -> "Span":
        """The same stretch, known to hold this place of the bundle."""
        # Every leaf of a bundle passes here, and `replace` takes four times as long.
        return Span(self.file, self.line, self.column, self.end_line, self.end_column, self.cell, path)


NOWHERE = Span("")
