"""What the layout of a document comes to: a PDF and what there is to say of it, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class MissingLibrary(Enum):
    """What a machine may lack for PDFs."""

    WEASYPRINT = "weasyprint"
    PANGO = "pango"
    HARFBUZZ_SUBSET = "harfbuzz-subset"


class PdfUnavailable(Exception):  # noqa: N818
    """This machine cannot make PDFs; the other formats do not depend on it."""

    def __init__(self, reason: MissingLibrary) -> None:
        super().__init__(reason.value)
        self.reason = reason


class LayoutFailedError(Exception):
    """A document that cannot be set in pages, mostly for what its style sheet asks; the cause in short."""


class CutShort(Enum):
    """What ends a layout before it is done."""

    TIME = "time"
    MEMORY = "memory"
    DEATH = "death"


class LayoutUnfinishedError(Exception):
    """A layout that was cut short: too heavy for its time or memory, or its process died."""

    def __init__(self, reason: CutShort, cause: str) -> None:
        super().__init__(cause)
        self.reason = reason


class LayoutCrashedError(Exception):
    """The layout broke down by a fault of the program; with its traceback."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading and the page it came to stand on."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A PDF and what became of the document in it.

    `anchors` says on which page each named place stands; `missing_glyphs` are characters that no font had,
    printed as boxes; `refused` addresses that the document asked for and did not get; `complaints` what
    WeasyPrint says of the HTML and the style sheets.
    """

    pdf: bytes
    pages: int
    outline: tuple[Bookmark, ...]
    anchors: Mapping[str, int]
    fonts_used: tuple[str, ...]
    missing_glyphs: tuple[str, ...]
    refused: tuple[str, ...]
    complaints: tuple[str, ...]
