"""Puts a report into the slots of a skeleton."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from opsreport.document import Document, Field, Inline, Meta, plain_words
from opsreport.document.turning import page_runs
from opsreport.writers.docx.body import BodyWriter
from opsreport.writers.docx.furniture import Furniture, furnished, furniture
from opsreport.writers.docx.package import Relationship, escape
from opsreport.writers.docx.sections import Sections
from opsreport.writers.docx.skeleton import Skeleton
from opsreport.writers.docx.slot_plan import SlotPlan, planned
from opsreport.writers.docx.stylesheet import Stylesheet

_HINT = 'w:hint="eastAsia"'
# The headers and footers of the last section count from one.
_FIRST_RUNNING = 11


def drawn_furniture(sheet: Stylesheet, meta: Meta) -> list[Furniture]:
    """The headers and footers that staff have drawn, and no others but for a draft's watermark."""
    drawn = {(one.kind, one.pages) for one in sheet.running.parts}
    return [
        one
        for one in furniture(meta, sheet, covered=False)
        if (one.part.kind, one.pages) in drawn or (meta.draft and one.part.kind == "header")
    ]


def inner_furniture(skeleton: Skeleton, meta: Meta) -> list[tuple[Relationship, Furniture]]:
    """The headers and footers of a skeleton's sections but the last, each with what leads to it."""
    made = []
    for number, (lead, one) in enumerate(skeleton.running.items(), _FIRST_RUNNING):
        piece = furnished(one, meta, f"word/{one.kind}{number}.xml")
        made.append((Relationship(lead, one.kind, piece.part.name), piece))
    return made


@dataclass(slots=True)
class SkeletonWriter:
    """Writes one report into one skeleton."""

    skeleton: Skeleton
    writer: BodyWriter
    sections: Sections
    own: list[str] = field(default_factory=list)
    """What was put into the slots, without what staff have drawn around it."""

    def to_xml(self, document: Document) -> str:
        """The part of the text."""
        plan = planned(self.skeleton.slots, document)
        self.writer.begin(document.blocks)
        blocks = {number: self._blocks(plan, number) for number in sorted(plan.blocks)}
        self.own += blocks.values()
        is_first = not self.skeleton.has_sections and not any("<w:sectPr" in one for one in blocks.values())
        end = self.sections.end(sideways=False, first=is_first)
        return self.skeleton.filled(
            blocks, lambda number, look: self._words(plan.words.get(number, ()), look), end
        )

    def _blocks(self, plan: SlotPlan, number: int) -> str:
        slot, blocks = self.skeleton.slots[number], plan.blocks[number]
        writer = self.writer
        if slot.boxed:
            writer = replace(writer, text=writer.text.without_comments())
        if not slot.turning:
            return writer.part(blocks, slot.width or self.sections.width(sideways=False))
        runs = writer.stretches(page_runs(blocks), self.sections)
        return self.sections.flowing(runs, first=not self.skeleton.has_sections)

    def _words(self, inlines: Sequence[Inline], look: str) -> str:
        """Words in the look of their slot; a line that staff have drawn is commented on by no program."""
        said = plain_words(tuple(inlines))
        if not said:
            return ""
        written = f'<w:r>{_hinted(look)}<w:t xml:space="preserve">{escape(said)}</w:t></w:r>'
        anchors = self.writer.text.without_comments().anchors
        if anchors and len(inlines) == 1 and isinstance(inlines[0], Field):
            written = anchors.around(inlines[0].path, written, within=False)
        self.own.append(f"<w:p>{written}</w:p>")
        return written


def _hinted(look: str) -> str:
    """A look in which marks that hanzi and Latin letters share are set as among hanzi."""
    if "<w:rFonts" in look:
        return look if "w:hint=" in look else look.replace("<w:rFonts", f"<w:rFonts {_HINT}", 1)
    inside = look.removeprefix("<w:rPr>").removesuffix("</w:rPr>") if look.endswith("</w:rPr>") else ""
    style, after, rest = inside.partition("/>") if inside.startswith("<w:rStyle") else ("", "", inside)
    return f"<w:rPr>{style}{after}<w:rFonts {_HINT}/>{rest}</w:rPr>"
