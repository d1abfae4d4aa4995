"""Comments of a Word file: what a reviewer reads in the margin of a figure."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from opsreport.writers.docx.package import XML, Part, W
from opsreport.writers.docx.properties import moment_of
from opsreport.writers.docx.runs import run

_AUTHOR, _INITIALS = "opsreport", "核"
_MARK = "<w:r><w:annotationRef/></w:r>"


@dataclass(slots=True)
class Comments:
    """The comments of one file, as old as its report."""

    date: datetime.date | None = None
    _written: list[str] = field(default_factory=list)

    def around(self, runs: str, lines: Sequence[str]) -> str:
        """Runs with a comment of these lines at them."""
        number = len(self._written)
        said = "".join(f"<w:p>{'' if at else _MARK}{run(line)}</w:p>" for at, line in enumerate(lines))
        self._written.append(
            f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:date="{moment_of(self.date)}" '
            f'w:initials="{_INITIALS}">{said}</w:comment>'
        )
        return (
            f'<w:commentRangeStart w:id="{number}"/>{runs}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    def part(self) -> Part:
        """The part that holds them."""
        content = f'{XML}<w:comments xmlns:w="{W}">{"".join(self._written)}</w:comments>'
        return Part("word/comments.xml", "comments", content.encode())
