"""What stands at the head and foot of the pages of a reference document, with its logos."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, fromstring

from opsreport.writers.docx.foreign import ForeignFile
from opsreport.writers.docx.foreign_xml import UnusableFileError
from opsreport.writers.docx.package import OUTSIDE, Part, R, Relationship, w
from opsreport.writers.docx.rewriting import Rewriting

SLOT = re.compile("〔(页眉左|页眉右|标题|单位|日期)〕")
"""Where a header or footer takes up words of the report; text, since every editor keeps it."""

_ROOTS = {"header": "hdr", "footer": "ftr"}
_PAGES = ("default", "first", "even")
_OFF = ("0", "false", "off")
# The charts of a report are drawings 1, 2, 3 …, the band of its cover is drawing 100000.
_FIRST_DRAWING = 200000
_MAGIC = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"BM": "bmp",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"\xd7\xcd\xc6\x9a": "wmf",
    b"\x01\0\x09\0": "wmf",
}


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A header or footer: which of the two, on which pages it stands (default, first, even), and its XML."""

    kind: str
    pages: str
    xml: str
    leads: tuple[Relationship, ...] = ()


@dataclass(frozen=True, slots=True)
class Running:
    """All headers and footers of a document, and the pictures on them."""

    parts: tuple[RunningPart, ...] = ()
    pictures: tuple[Part, ...] = ()
    title_page: bool = False
    """Whether the first page has a header and footer of its own, or none."""
    even_pages: bool = False


def running_of(file: ForeignFile, document: Element) -> Running:
    """The headers and footers of a document; raises ValueError or UnusableFileError where one is broken."""
    reading = RunningReader(file)
    names = {lead.id: lead.target for lead in file.leads(file.document) if lead.kind in _ROOTS}
    parts = [reading.part(kind, pages, names[said]) for (kind, pages), said in _references(document).items()]
    settings = file.part("settings")
    even = fromstring(settings).find(w("evenAndOddHeaders")) if settings else None
    sections = list(document.iter(w("sectPr")))
    first = sections[-1].find(w("titlePg")) if sections else None
    return Running(tuple(parts), tuple(reading.pictures.values()), _is_on(first), _is_on(even))


def _references(document: Element) -> dict[tuple[str, str], str]:
    """The relationship of each header and footer; a section has those of the one before it unless it says."""
    said = {
        (kind, reference.get(w("type"), "default")): reference.get(f"{{{R}}}id", "")
        for section in document.iter(w("sectPr"))
        for kind in _ROOTS
        for reference in section.iterfind(w(f"{kind}Reference"))
    }
    return {(kind, pages): said[kind, pages] for kind in _ROOTS for pages in _PAGES if (kind, pages) in said}


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(w("val")) not in _OFF


@dataclass(slots=True)
class RunningReader:
    """Headers and footers on their way into reports; a logo on several of them is taken over once."""

    file: ForeignFile
    pictures: dict[str, Part] = field(default_factory=dict)
    drawings: int = _FIRST_DRAWING
    pictures_named: str = "word/media/image{}.{}"
    """What the pictures are called, by their place and kind."""

    def part(self, kind: str, pages: str, name: str) -> RunningPart:
        """The header or footer in a part; raises ValueError where it is none."""
        tree = fromstring(self.file.files[name])
        if tree.tag != w(_ROOTS[kind]):
            raise ValueError(name)
        for paragraph in tree.iter(w("p")):
            _join_slots(paragraph)
        old = self.file.leads(name)
        taken = {lead.id: f"rId{place}" for place, lead in enumerate(old, 1) if is_taken(lead)}
        rewriting = Rewriting(taken, drawings=self.drawings)
        xml = rewriting.part(tree)
        self.drawings = rewriting.drawings
        leads = [lead for lead in old if taken.get(lead.id) in rewriting.used]
        return RunningPart(kind, pages, xml, tuple(self._leads(leads, taken)))

    def _leads(self, leads: list[Relationship], taken: Mapping[str, str]) -> Iterator[Relationship]:
        for lead in leads:
            yield Relationship(taken[lead.id], lead.kind, self.target(lead), lead.external)

    def target(self, lead: Relationship) -> str:
        """Where something that is taken over leads to from now on."""
        return lead.target if lead.external else self._picture(lead.target).name

    def _picture(self, name: str) -> Part:
        if name not in self.pictures:
            content = self.file.files[name]
            kind = _picture_kind(content)
            if not kind:
                raise UnusableFileError("picture", name)
            place = len(self.pictures) + 1
            self.pictures[name] = Part(self.pictures_named.format(place, kind), kind, content)
        return self.pictures[name]


def is_taken(lead: Relationship) -> bool:
    """Whether what a part leads to comes into reports with it: pictures, and addresses on the web."""
    return lead.target.lower().startswith(OUTSIDE) if lead.external else lead.kind == "image"


def _picture_kind(content: bytes) -> str:
    if content[40:44] == b" EMF":
        return "emf"
    return next((kind for magic, kind in _MAGIC.items() if content.startswith(magic)), "")


def _join_slots(paragraph: Element) -> None:
    """Put each slot into one run: Word spreads words over several as they are typed and checked."""
    texts = list(paragraph.iter(w("t")))
    owners = [place for place, text in enumerate(texts) for _ in text.text or ""]
    whole = "".join(text.text or "" for text in texts)
    for slot in SLOT.finditer(whole):
        owners[slot.start() : slot.end()] = [owners[slot.start()]] * len(slot[0])
    for place, text in enumerate(texts):
        text.text = "".join(sign for sign, owner in zip(whole, owners, strict=True) if owner == place)
