"""An OPC package: parts, the relationships between them, and the zip they travel in.

Equal parts give equal bytes: fixed order, fixed times, fixed attributes.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE_TYPE = "application/vnd.openxmlformats-officedocument."
_WORD_TYPE = f"{_OFFICE_TYPE}wordprocessingml."
_SHEET_TYPE = f"{_OFFICE_TYPE}spreadsheetml."

ROOT = ""
"""The source of the relationships of the package itself."""

CONTENT_TYPES = {
    "document": f"{_WORD_TYPE}document.main+xml",
    "styles": f"{_WORD_TYPE}styles+xml",
    "numbering": f"{_WORD_TYPE}numbering+xml",
    "settings": f"{_WORD_TYPE}settings+xml",
    "fontTable": f"{_WORD_TYPE}fontTable+xml",
    "footnotes": f"{_WORD_TYPE}footnotes+xml",
    "comments": f"{_WORD_TYPE}comments+xml",
    "header": f"{_WORD_TYPE}header+xml",
    "footer": f"{_WORD_TYPE}footer+xml",
    "theme": f"{_OFFICE_TYPE}theme+xml",
    "chart": f"{_OFFICE_TYPE}drawingml.chart+xml",
    "embedded-workbook": f"{_SHEET_TYPE}sheet",
    "workbook": f"{_SHEET_TYPE}sheet.main+xml",
    "worksheet": f"{_SHEET_TYPE}worksheet+xml",
    "sheet-styles": f"{_SHEET_TYPE}styles+xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": f"{_OFFICE_TYPE}extended-properties+xml",
}
"""The content type of each kind of part."""

OUTSIDE = ("http://", "https://", "mailto:")
"""The addresses that a report may lead to."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " ", "\r": " "}
_UNSAFE = re.compile('[&<>"\x00-\x1f\ufffe\uffff\ud800-\udfff]')

# Word dates the entries of every file it writes so; it is also the first day a zip can name.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the package; `kind` names its content type."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part leads to; `target` is a part's name, or an address outside the package."""

    id: str
    kind: str
    target: str
    external: bool = False


def escape(text: str) -> str:
    """Text made safe for an element or for an attribute in double quotes.

    A character that XML cannot hold becomes U+FFFD, where a reader can see it.
    """
    return _UNSAFE.sub(_safe, text)


def _safe(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], "\ufffd")


@cache
def w(name: str) -> str:
    """A name of WordprocessingML as ElementTree spells it."""
    return f"{{{W}}}{name}"


def package_files(
    parts: Sequence[Part], relationships: Mapping[str, Sequence[Relationship]]
) -> dict[str, bytes]:
    """Every file of the package by its name, in the order they are stored in."""
    files = {part.name: part.content for part in parts}
    for source, leads in relationships.items():
        if leads and source != ROOT:
            files[relationships_name(source)] = _relationships(source, leads)
    return {
        "[Content_Types].xml": _content_types(parts),
        relationships_name(ROOT): _relationships(ROOT, relationships[ROOT]),
        **dict(sorted(files.items())),
    }


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """The zip of these files, in the order given."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            # Word for Mac calls a file whose entries carry no permissions unreadable.
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def relationships_name(source: str) -> str:
    """The name of the file that lists what a part leads to."""
    folder, _, name = source.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def relationship_type(kind: str) -> str:
    """The address that stands for a kind of relationship."""
    base = f"{_PACKAGE}/relationships/metadata" if kind == "core-properties" else R
    return f"{base}/{kind}"


def _relationships(source: str, leads: Sequence[Relationship]) -> bytes:
    folder = source.rpartition("/")[0]
    lines = [XML, f'<Relationships xmlns="{_PACKAGE}/relationships">']
    for lead in leads:
        target = lead.target if lead.external else posixpath.relpath(lead.target, folder or ".")
        mode = ' TargetMode="External"' if lead.external else ""
        lines.append(
            f'<Relationship Id="{lead.id}" Type="{relationship_type(lead.kind)}" '
            f'Target="{escape(target)}"{mode}/>'
        )
    return "".join((*lines, "</Relationships>")).encode()


def _content_types(parts: Sequence[Part]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{CONTENT_TYPES[part.kind]}"/>'
        for part in sorted(parts, key=lambda part: part.name)
    )
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
