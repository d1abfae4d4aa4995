"""Word files that somebody else made: unpacked within limits, and refused where they could do harm.

Nothing in such a file is run or fetched here; but what is taken over from it is opened by whoever reads the
report, so a file that holds macros, leads elsewhere or embeds other files is refused as a whole.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import ParseError, fromstring

from opsreport.writers.docx.foreign_xml import UnusableFileError, survey
from opsreport.writers.docx.package import (
    CONTENT_TYPES,
    OUTSIDE,
    ROOT,
    Relationship,
    relationships_name,
)

LARGEST = 50 * 1024 * 1024
MOST_PARTS = 2000
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_XML_PARTS = (".xml", ".rels", ".vml")
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN_TYPES = (CONTENT_TYPES["document"], CONTENT_TYPES["document"].replace("document.main", "template.main"))
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    EOFError,
    NotImplementedError,
    ValueError,
    LookupError,
    OSError,
    RuntimeError,
)

_OTHER_KINDS = ("content.xml", "index.apxl", "Index/Document.iwa")
_MACROS = ("vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars")
_EMBEDDED = (
    "oleObject",
    "aFChunk",
    "subDocument",
    "frame",
    "control",
    "activeXControlBinary",
    "mailMergeSource",
    "mailMergeHeaderSource",
    "recipientData",
    "video",
    "audio",
    "media",
)


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """The parts of somebody else's Word file, none of which can do harm."""

    files: Mapping[str, bytes]
    document: str
    """The name of the part that holds the text."""

    def leads(self, source: str) -> tuple[Relationship, ...]:
        """What a part leads to; parts of the file by their names."""
        return tuple(_leads(self.files, source))

    def part(self, kind: str) -> bytes | None:
        """The part of this kind that the text leads to, if there is one."""
        names = (lead.target for lead in self.leads(self.document) if lead.kind == kind and not lead.external)
        return self.files.get(next(names, ""))


@lru_cache(maxsize=8)
def read_foreign(content: bytes) -> ForeignFile:
    """Somebody else's Word file; raises `UnusableFileError` where it is none, or could do harm."""
    if content.startswith(_OLD_OFFICE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise UnusableFileError("password" if encrypted else "old-word")
    if not content.strip():
        raise UnusableFileError("empty")
    if not content.startswith(b"PK"):
        raise UnusableFileError("not-word")
    try:
        files = _unpacked(content)
        return _judged(files)
    except _DAMAGE as fault:
        raise UnusableFileError("damaged") from fault


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Every part by its name; the sizes in the archive's directory are binding for what is unpacked."""
    if content.count(_ENTRY) > MOST_PARTS:
        raise UnusableFileError("too-large")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if sum(entry.file_size for entry in entries) > LARGEST:
            raise UnusableFileError("too-large")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise UnusableFileError("password")
        if not _are_plain({entry.filename.casefold() for entry in entries}, len(entries)):
            raise UnusableFileError("damaged")
        if any(entry.compress_type not in _METHODS for entry in entries):
            raise UnusableFileError("damaged")
        return {entry.filename: archive.read(entry) for entry in entries}


def _are_plain(names: set[str], count: int) -> bool:
    """Whether each name is that of one part, and of one inside the package."""
    inside = all("\\" not in name and posixpath.normpath(f"/{name}") == f"/{name}" for name in names)
    return inside and len(names) == count


def _judged(files: Mapping[str, bytes]) -> ForeignFile:
    if _TYPES not in files:
        raise UnusableFileError("another-kind" if any(name in files for name in _OTHER_KINDS) else "damaged")
    survey(_TYPES, files[_TYPES])
    types = _content_types(files)
    for name, content in files.items():
        if name.endswith(_XML_PARTS) or types[name].endswith("xml"):
            survey(name, content)
    document = _document(files, types)
    for name in files:
        source = _source_of(name)
        if source is not None:
            for lead in _leads(files, source):
                _judge(lead, source, files, types)
    return ForeignFile(files, document)


def _content_types(files: Mapping[str, bytes]) -> dict[str, str]:
    """The content type of every part."""
    by_suffix: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for entry in fromstring(files[_TYPES]):
        type_ = entry.get("ContentType", "")
        by_suffix[entry.get("Extension", "").casefold()] = type_
        by_name[entry.get("PartName", "").casefold().lstrip("/")] = type_
    types = {
        name: by_name.get(name.casefold()) or by_suffix.get(name.rpartition(".")[2].casefold(), "")
        for name in files
    }
    if any("macroEnabled" in type_ or "vbaProject" in type_ for type_ in types.values()):
        raise UnusableFileError("macros")
    if any("activeX" in type_ or "oleObject" in type_ for type_ in types.values()):
        raise UnusableFileError("embedded")
    return types


def _document(files: Mapping[str, bytes], types: Mapping[str, str]) -> str:
    """The part that holds the text; only that of a document or a template without macros."""
    if _STRICT.encode() in files[relationships_name(ROOT)]:
        raise UnusableFileError("strict")
    name = next((lead.target for lead in _leads(files, ROOT) if lead.kind == "officeDocument"), "")
    if types[name] not in _MAIN_TYPES:
        raise UnusableFileError("another-kind" if types[name].startswith("application/") else "content-type")
    return name


def _judge(lead: Relationship, source: str, files: Mapping[str, bytes], types: Mapping[str, str]) -> None:
    """Raise where a relationship leads to harm, to nothing, or to a part that is not what it is called."""
    if lead.kind in _MACROS:
        raise UnusableFileError("macros")
    if lead.kind == "attachedTemplate":
        raise UnusableFileError("attached-template", lead.target)
    if lead.external:
        if lead.kind != "hyperlink" or not lead.target.lower().startswith(("#", *OUTSIDE)):
            raise UnusableFileError("outside", lead.target)
        return
    if lead.kind in _EMBEDDED:
        raise UnusableFileError("embedded", lead.target)
    if lead.kind == "hyperlink" and lead.target not in files:
        return
    if lead.target not in files:
        raise UnusableFileError("damaged", lead.target)
    expected = CONTENT_TYPES.get(lead.kind, "") if lead.kind != "document" else ""
    is_image = lead.kind == "image" and not types[lead.target].startswith("image/")
    if is_image or (expected and types[lead.target] != expected):
        raise UnusableFileError("content-type", lead.target)


def _leads(files: Mapping[str, bytes], source: str) -> Iterator[Relationship]:
    listed = files.get(relationships_name(source))
    folder = source.rpartition("/")[0]
    for lead in fromstring(listed) if listed is not None else ():
        target, external = lead.get("Target", ""), lead.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relationship(lead.get("Id", ""), lead.get("Type", "").rpartition("/")[2], target, external)


def _source_of(name: str) -> str | None:
    """The part whose relationships a file lists, if it lists any."""
    folder, _, own = name.rpartition("_rels/")
    return folder + own.removesuffix(".rels") if name.endswith(".rels") and "_rels/" in name else None
