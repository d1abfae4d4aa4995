"""Skeletons: a Word file drawn by staff (red head, seal, cover) that takes up the report in its slots.

A slot is a content control tagged `slot:正文`; tags are attributes, so Word cannot split them as it does with
marks typed into the text. What the file holds besides is written anew like the parts of a reference document;
its styles, page, header and footer become the report's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring

from opsreport.writers.docx.foreign import ForeignFile, read_foreign
from opsreport.writers.docx.foreign_xml import UnusableFileError
from opsreport.writers.docx.package import Part, R, Relationship, w
from opsreport.writers.docx.rewriting import Rewriting
from opsreport.writers.docx.running import RunningPart, RunningReader, is_taken
from opsreport.writers.docx.slots import MARK, Slot, mark_slots

# Drawings of headers begin at 200000.
_FIRST_DRAWING = 300_000
_PICTURES = "word/media/skeleton{}.{}"
_DAMAGE = (ParseError, ValueError, LookupError, RuntimeError)
_RUNNING = {w("headerReference"): "header", w("footerReference"): "footer"}

_LOOK = r"(?P<look><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>|)"
_RUN = rf'<w:r>{_LOOK}<w:{MARK} w:val="(?P<number>\d+)"/></w:r>'
_FORM = r"(?P<form><w:pPr>(?:(?!</w:pPr>).)*</w:pPr>|<w:pPr/>|)"
_IN_LINE = re.compile(_RUN, re.DOTALL)
_PARAGRAPH = re.compile(f"<w:p>{_FORM}{_RUN}</w:p>", re.DOTALL)
_WITHOUT_PARAGRAPH = re.compile(
    r"(</w:tbl>|</w:tcPr>|<w:tcPr/>|<w:tc>)(</w:tc>)|(<w:txbxContent>)(</w:txbxContent>)"
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A skeleton read: its text with a mark in the place of each slot, and what that text leads to."""

    xml: str
    slots: tuple[Slot, ...]
    leads: tuple[Relationship, ...]
    pictures: tuple[Part, ...]
    running: Mapping[str, RunningPart]
    """The headers and footers of all sections but the last, by their relationships."""

    @property
    def has_sections(self) -> bool:
        """Whether its pages are of several kinds."""
        return "<w:sectPr" in self.xml

    def filled(self, blocks: Mapping[int, str], words: Callable[[int, str], str], end: str) -> str:
        """The document with blocks in the place of slots, words in that of the others, and its last section.

        `words` are asked for with the number of a slot and the look that it was given.
        """

        def as_blocks(found: re.Match[str]) -> str:
            number = int(found["number"])
            if number in blocks:
                return blocks[number]
            said = words(number, found["look"])
            return f"<w:p>{found['form']}{said}</w:p>" if said else ""

        def as_words(found: re.Match[str]) -> str:
            return words(int(found["number"]), found["look"])

        written = _IN_LINE.sub(as_words, _PARAGRAPH.sub(as_blocks, self.xml))
        written = _WITHOUT_PARAGRAPH.sub(r"\1\3<w:p/>\2\4", written)
        return written.replace("</w:body>", f"{end}</w:body>")


@lru_cache(maxsize=4)
def read_skeleton(content: bytes) -> Skeleton:
    """The skeleton in a Word file; raises `UnusableFileError` where it is none, or could do harm."""
    file = read_foreign(content)
    try:
        return _skeleton(file)
    except _DAMAGE as fault:
        raise UnusableFileError("damaged") from fault


def _skeleton(file: ForeignFile) -> Skeleton:
    tree = fromstring(file.files[file.document])
    body = tree.find(w("body"))
    if tree.tag != w("document") or body is None:
        raise ValueError("body")
    for section in body.findall(w("sectPr")):
        body.remove(section)
    slots = mark_slots(body)
    old = file.leads(file.document)
    running = _running(file, body)
    reader = RunningReader(file, drawings=_FIRST_DRAWING, pictures_named=_PICTURES)
    new = {lead.id: f"rIdS{place}" for place, lead in enumerate(old, 1)}
    taken = {lead.id: new[lead.id] for lead in old if is_taken(lead) or lead.id in running}
    rewriting = Rewriting(taken, drawings=_FIRST_DRAWING * 2)
    xml = rewriting.part(tree)
    parts = {new[own]: reader.part(kind, pages, name) for own, (kind, pages, name) in running.items()}
    leads = [
        Relationship(new[lead.id], lead.kind, reader.target(lead), lead.external)
        for lead in old
        if is_taken(lead) and new[lead.id] in rewriting.used
    ]
    return Skeleton(xml, slots, tuple(leads), tuple(reader.pictures.values()), parts)


def _running(file: ForeignFile, body: Element) -> dict[str, tuple[str, str, str]]:
    """Kind, pages and part of each header and footer that the text's own sections have."""
    names = {lead.id: lead.target for lead in file.leads(file.document)}
    return {
        reference.get(f"{{{R}}}id", ""): (
            _RUNNING[reference.tag],
            reference.get(w("type"), "default"),
            names[reference.get(f"{{{R}}}id", "")],
        )
        for section in body.iter(w("sectPr"))
        for reference in section
        if reference.tag in _RUNNING
    }
