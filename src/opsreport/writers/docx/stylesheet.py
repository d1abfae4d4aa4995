"""What a reference document gives to every report: its styles, its lists, its page, and the parts taken over.

Only parts of known kinds are taken over, and nothing in them that leads out of the package.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import ParseError, fromstring

from opsreport.writers.docx.names import LIST_STYLES, NEEDED_STYLES
from opsreport.writers.docx.package import ROOT, Part, W, relationships_name
from opsreport.writers.docx.style_parts import (
    cell_margins,
    fills,
    head_rules,
    ids,
    list_indents,
    list_kinds,
    list_numbers,
)
from opsreport.writers.docx.taken_over import Page, page_of, part_of

_TAKEN_OVER = ("styles", "settings", "fontTable", "footnotes", "theme")
_NO_NUMBERING = f'<w:numbering xmlns:w="{W}"></w:numbering>'


LARGEST = 50 * 1024 * 1024
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    StopIteration,
    ValueError,
    LookupError,
    OSError,
    RuntimeError,
)


class UnusableReferenceError(Exception):
    """A reference document that is damaged, unpacks to too much, or is no Word file: which, by its key."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The look of a report in Word."""

    styles: Mapping[tuple[str, str], str]
    """Style ids by type and name; ids are the editor's business and change when it saves, names do not."""
    list_numbers: Mapping[str, int]
    """The list a style brings with it, by the style's id."""
    numbering: str
    list_kinds: Mapping[int, int]
    """The abstract list behind each list."""
    list_indents: Mapping[tuple[int, int], int]
    """How far the words of an item stand in, by abstract list and level."""
    cell_margins: Mapping[str, int]
    """What the margins left and right of a cell take up together, by the table style's id."""
    head_rules: Mapping[str, str]
    """The rule below the head rows, as the attributes of a border, by the table style's id."""
    fills: Mapping[str, str]
    """The ground of a table's cells, by the table style's id."""
    page: Page
    parts: tuple[Part, ...]

    def style(self, type_: str, name: str) -> str:
        """The id of a style the report needs; that it is there was checked when the reference was read."""
        return self.styles[type_, name.casefold()]


def missing_styles(reference: bytes) -> tuple[str, ...]:
    """The names of the styles a report needs and this reference document has not.

    A list style that brings no list with it counts as missing: its items would stand without a sign.
    """
    sheet = read_stylesheet(reference)
    return tuple(name for type_, name in NEEDED_STYLES if not _has(sheet, type_, name))


def _has(sheet: Stylesheet, type_: str, name: str) -> bool:
    style = sheet.styles.get((type_, name.casefold()))
    if name in LIST_STYLES:
        return sheet.list_numbers.get(style or "") in sheet.list_kinds
    return style is not None


@lru_cache(maxsize=8)
def read_stylesheet(reference: bytes) -> Stylesheet:
    """The look held by a reference document; raises `UnusableReferenceError` where it is none."""
    try:
        return _stylesheet(_unpacked(reference))
    except _DAMAGE as fault:
        raise UnusableReferenceError("damaged") from fault


def _unpacked(reference: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST:
            raise UnusableReferenceError("too-large")
        return {name: archive.read(name) for name in archive.namelist()}


def _stylesheet(files: Mapping[str, bytes]) -> Stylesheet:
    document = next(name for kind, name in _leads(files, ROOT) if kind == "officeDocument")
    named = dict(_leads(files, document))
    parts = tuple(
        Part(_usual_name(kind), kind, content)
        for kind in _TAKEN_OVER
        if kind in named and (content := part_of(kind, files[named[kind]])) is not None
    )
    styles = fromstring(files[named["styles"]])
    numbering = files[named["numbering"]].decode("utf-8-sig") if "numbering" in named else _NO_NUMBERING
    lists = fromstring(numbering.encode())
    return Stylesheet(
        styles=ids(styles),
        list_numbers=list_numbers(styles),
        numbering=numbering,
        list_kinds=list_kinds(lists),
        list_indents=list_indents(lists),
        cell_margins=cell_margins(styles),
        head_rules=head_rules(styles),
        fills=fills(styles),
        page=page_of(fromstring(files[document])),
        parts=parts,
    )


def _usual_name(kind: str) -> str:
    return "word/theme/theme1.xml" if kind == "theme" else f"word/{kind}.xml"


def _leads(files: Mapping[str, bytes], source: str) -> Iterator[tuple[str, str]]:
    folder = source.rpartition("/")[0]
    for lead in fromstring(files[relationships_name(source)]):
        target = lead.get("Target", "")
        inside = lead.get("TargetMode") != "External"
        if inside:
            absolute = target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            yield lead.get("Type", "").rpartition("/")[2], absolute
