"""Cross-references: fields that lead to a heading, table or figure, with what they read already filled in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from opsreport.document import Block, Reference, Shows
from opsreport.document.contents import headings
from opsreport.writers.docx.bookmarks import bookmark_name
from opsreport.writers.docx.fields import field_run
from opsreport.writers.docx.runs import run

_QUOTES = "“”"


@dataclass(frozen=True, slots=True)
class References:
    """What a writer must know of the report that its references are about."""

    numbered: Collection[str] = frozenset()
    """The anchors of headings that Word numbers."""
    pages: Mapping[str, int] = field(default_factory=dict)

    def to_xml(self, reference: Reference, style: str = "") -> str:
        """The runs of a reference; one to a page that is not known says what it leads to."""
        name, page = bookmark_name(reference.to), self.pages.get(reference.to)
        if reference.shows is Shows.PAGE and page:
            number = field_run(rf"PAGEREF {name} \h", str(page), style)
            return run("第", style) + number + run("页", style)
        if reference.to in self.numbered:
            # A field of the number would read the gap after it as well.
            return f'<w:hyperlink w:anchor="{name}" w:history="1">{run(reference.text, style)}</w:hyperlink>'
        # The field of a heading without a number reads its bare words.
        words = reference.text.strip(_QUOTES)
        opening, closing = ("“", "”") if words != reference.text else ("", "")
        # Without the last switch, the words would take the look of a caption when Word works them out.
        linked = field_run(rf"REF {name} \h \* MERGEFORMAT", words, style)
        return run(opening, style) + linked + run(closing, style)


def references_of(blocks: tuple[Block, ...], pages: Mapping[str, int]) -> References:
    """What there is to know of a report."""
    numbered = frozenset(heading.anchor for heading in headings(blocks) if heading.number)
    return References(numbered, pages)
