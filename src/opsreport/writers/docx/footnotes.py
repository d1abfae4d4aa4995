"""Footnotes: a part of their own, which Word sets at the foot of the page that calls them."""

from dataclasses import dataclass, field

from opsreport.writers.docx.links import Links
from opsreport.writers.docx.package import XML, Part, R, W
from opsreport.writers.docx.runs import run

FOOTNOTES = "word/footnotes.xml"

_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
_GAP = " "


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one report, numbered as they are called."""

    links: Links = field(default_factory=lambda: Links(first=1))
    """The addresses that footnotes lead to, which their own part must know."""
    _written: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self._written)

    def add(self, paragraph: str) -> int:
        """Remember one more footnote; its number."""
        self._written.append(paragraph)
        return len(self._written)

    def part(self) -> Part:
        """The footnotes after the two separators that Word wants first."""
        lines = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in _SEPARATORS.items()
        )
        notes = "".join(
            f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'
            for number, paragraph in enumerate(self._written, 1)
        )
        content = f'{XML}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{lines}{notes}</w:footnotes>'
        return Part(FOOTNOTES, "footnotes", content.encode())


def footnote_xml(words: str, style: str, mark: str) -> str:
    """The paragraph of a footnote: its number, and its words."""
    number = f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{number}{run(_GAP)}{words}</w:p>'
