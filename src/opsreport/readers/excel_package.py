"""A workbook as the archive it is: its parts by name, read in pieces, each within limits."""

import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat

PIECE = 1 << 16

MOST_UNPACKED = 100 * 2**20
"""Bytes of XML in all the parts that are read: a hundred thousand rows of ten columns take about half."""

MOST_PARTS = 5000
"""Excel's own largest workbooks have a few hundred."""

CENTRAL_ENTRY = b"PK\x01\x02"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = 1

OTHERS = {
    "word/document.xml": "word",
    "ppt/presentation.xml": "slides",
    "xl/workbook.bin": "binary",
    "content.xml": "open-document",
    "index/document.iwa": "numbers",
}
"""What else comes in an archive, by the part that gives it away."""


class UnusableWorkbookError(Exception):
    """The file cannot be read as a workbook: a code, the key of its help line, and what it is about."""

    def __init__(self, code: str, key: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.key = key
        self.details = details


class Relation(NamedTuple):
    """What a part refers to: the last word of the relation's type, and the name of the other part."""

    kind: str
    part: str


class Package:
    """The parts of one workbook."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._room = MOST_UNPACKED
        self._parts = {_part_name(entry.filename): entry for entry in archive.infolist()}

    def __contains__(self, part: str) -> bool:
        return _part_name(part) in self._parts

    def names(self) -> Iterator[str]:
        """The parts as they are compared: without case, as Excel does."""
        return iter(self._parts)

    def pieces(self, part: str, *, again: bool = False) -> Iterator[bytes]:
        """The bytes of a part, a piece at a time; `again` where they were counted before."""
        entry = self._parts.get(_part_name(part))
        if entry is None:
            raise UnusableWorkbookError("broken-workbook", "part", part=part)
        if entry.flag_bits & ENCRYPTED:
            raise UnusableWorkbookError("not-a-workbook", "password")
        if not again:
            self._room -= entry.file_size
        # The size in the archive's directory is binding: no more than that is ever unpacked.
        if self._room < 0:
            raise UnusableWorkbookError(
                "oversized-workbook", "unpacked", part=part, limit=MOST_UNPACKED // 2**20
            )
        try:
            with self._archive.open(entry) as file:
                while piece := file.read(PIECE):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fault:
            raise UnusableWorkbookError("broken-workbook", "archive", part=part) from fault

    def relations(self, part: str) -> dict[str, Relation]:
        """Where a part leads, by the ids it uses; what lies outside the workbook is left out."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, Relation] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = Relation(kind, target.lstrip("/"))

        if listed in self:
            read_xml(self.pieces(listed), listed, start)
        return found


def open_package(content: bytes) -> Package:
    """The workbook in these bytes; raises `UnusableWorkbookError` where they are something else."""
    if content.startswith(OLD_OFFICE):
        raise UnusableWorkbookError("not-a-workbook", _old_kind(content))
    if content.count(CENTRAL_ENTRY) > MOST_PARTS:
        raise UnusableWorkbookError("oversized-workbook", "parts", part="", limit=MOST_PARTS)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as fault:
        key = "truncated" if content.startswith(b"PK") else "empty" if not content.strip() else "text"
        raise UnusableWorkbookError("not-a-workbook", key) from fault
    package = Package(archive)
    kinds = [kind for part, kind in OTHERS.items() if part in package]
    if kinds:
        raise UnusableWorkbookError("not-a-workbook", kinds[0])
    return package


def _old_kind(content: bytes) -> str:
    """What an OLE file holds: an encrypted workbook, or a document from before 2007."""
    for stream, kind in (("EncryptedPackage", "password"), ("Workbook", "old"), ("Book", "old")):
        if stream.encode("utf-16-le") in content:
            return kind
    return "other"


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


Start = Callable[[str, dict[str, str]], None]


class XmlReading:
    """An XML part read piece by piece; handlers get local names of the part's own vocabulary only.

    A workbook needs no document type, so none is allowed: it could expand without end or name other files.
    """

    def __init__(
        self,
        part: str,
        start: Start,
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        self._part = part
        self._own = ""
        self._locals = _Names("")
        self._start = start
        self._end = end
        self._starts: Mapping[str, Callable[[dict[str, str]], None]] = {}
        self._ends: Mapping[str, Callable[[], None]] = {}
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._first
        self._parser.StartDoctypeDeclHandler = self._refuse
        if end:
            self._parser.EndElementHandler = self._ended
        if text:
            self._parser.CharacterDataHandler = text

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """Read on; raises `UnusableWorkbookError` at the first fault."""
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as fault:
            raise UnusableWorkbookError(
                "broken-workbook", "xml", part=self._part, line=fault.lineno
            ) from fault

    def hand_over(
        self, starts: Mapping[str, Callable[[dict[str, str]], None]], ends: Mapping[str, Callable[[], None]]
    ) -> None:
        """From the root on, hand each element straight to its handler: a sheet may have a million cells."""
        self._starts, self._ends = starts, ends

    def skip(self, element: str, most: int) -> None:
        """Hand over nothing until this element ends; it may hold no more than so many others."""
        parser, end = self._parser, f"{self._own}{element}"
        count = 0

        def ended(name: str) -> None:
            nonlocal count
            count += 1
            if name == end:
                parser.StartElementHandler = self._started
                parser.EndElementHandler = self._ended if self._end else None
            elif count > most:
                raise UnusableWorkbookError("oversized-workbook", "cells", part=self._part, limit=most)

        parser.StartElementHandler = None
        parser.EndElementHandler = ended

    def _first(self, name: str, attributes: dict[str, str]) -> None:
        """The root tells the vocabulary: the usual one, or that of the strict standard."""
        own, sign, _ = name.rpartition(" ")
        self._own = own + sign
        self._locals = _Names(self._own)
        self._parser.StartElementHandler = self._started
        if self._starts:
            self._parser.StartElementHandler = _straight(self._own, self._starts)
            self._parser.EndElementHandler = _straight_ends(self._own, self._ends)
        self._started(name, attributes)

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        if (local := self._locals[name]) is not None:
            self._start(local, attributes)

    def _ended(self, name: str) -> None:
        if (local := self._locals[name]) is not None and self._end:
            self._end(local)

    def _refuse(self, *_: object) -> None:
        raise UnusableWorkbookError("broken-workbook", "doctype", part=self._part)


def _straight(own: str, handlers: Mapping[str, Callable[[dict[str, str]], None]]) -> Start:
    known = {own + name: handler for name, handler in handlers.items()}

    def started(name: str, attributes: dict[str, str]) -> None:
        if (handler := known.get(name)) is not None:
            handler(attributes)

    return started


def _straight_ends(own: str, handlers: Mapping[str, Callable[[], None]]) -> Callable[[str], None]:
    known = {own + name: handler for name, handler in handlers.items()}

    def ended(name: str) -> None:
        if (handler := known.get(name)) is not None:
            handler()

    return ended


class _Names(dict[str, str | None]):
    """The names of elements without their vocabulary; nothing for those of another."""

    def __init__(self, own: str) -> None:
        self._own = own

    def __missing__(self, name: str) -> str | None:
        local = name.removeprefix(self._own)
        is_own = name.startswith(self._own) and " " not in local
        return self.setdefault(name, local if is_own else None)


def read_xml(
    pieces: Iterator[bytes],
    part: str,
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Read a whole part with these handlers."""
    reading = XmlReading(part, start, end, text)
    for piece in pieces:
        reading.feed(piece)
    reading.feed(b"", last=True)
