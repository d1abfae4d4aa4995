"""What a reference document gives to every report: its styles, its lists, its page, and the parts taken over.

Only parts of known kinds are taken over, and nothing in them that leads out of the package.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring

from opsreport.writers.docx.completion import Completion
from opsreport.writers.docx.foreign import ForeignFile, read_foreign
from opsreport.writers.docx.foreign_xml import UnusableFileError
from opsreport.writers.docx.language import say_chinese
from opsreport.writers.docx.package import Part, w
from opsreport.writers.docx.rewriting import Rewriting
from opsreport.writers.docx.running import Running, running_of
from opsreport.writers.docx.style_names import StyleKey, ids, style_key
from opsreport.writers.docx.style_parts import (
    bands,
    cell_margins,
    fills,
    head_rules,
    list_indents,
    list_kinds,
    list_numbers,
    tab_stops,
    tidy_lists,
    tidy_styles,
)
from opsreport.writers.docx.taken_over import Page, page_of, settings_of, theme_of

# Word itself keeps no more styles.
_MOST_STYLES = 4079
_DAMAGE = (ParseError, ValueError, LookupError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The look of a report in Word."""

    styles: Mapping[StyleKey, str]
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
    bands: Mapping[str, str]
    """The ground of every other row of a long table, by the table style's id."""
    tab_stops: Mapping[str, Mapping[int, str]]
    """The places of a style's tab stops with the kind of each, by the style's id."""
    fills: Mapping[str, str]
    """The ground of a table's cells, by the table style's id."""
    page: Page
    running: Running
    """What stands at the head and foot of the pages."""
    parts: tuple[Part, ...]
    missing: tuple[str, ...]
    """The names of the styles that the reference document lacks, filled in from the built-in one."""

    def style(self, type_: str, name: str) -> str:
        """The id of a style the report needs."""
        return self.styles[style_key(type_, name)]


def missing_styles(reference: bytes) -> tuple[str, ...]:
    """The names of the styles a report needs and this reference document has not.

    A list style that brings no list with it counts as missing: its items would stand without a sign.
    """
    return read_stylesheet(reference).missing


@lru_cache(maxsize=8)
def read_stylesheet(reference: bytes) -> Stylesheet:
    """The look held by a reference document; raises `UnusableFileError` where it is none."""
    file = read_foreign(reference)
    try:
        return _stylesheet(file)
    except _DAMAGE as fault:
        raise UnusableFileError("damaged") from fault


def _stylesheet(file: ForeignFile) -> Stylesheet:
    document = fromstring(file.files[file.document])
    styles, lists = _tree(file, "styles"), _tree(file, "numbering")
    if len(styles.findall(w("style"))) > _MOST_STYLES:
        raise ValueError("styles")
    tidy_styles(styles)
    settings = _tree(file, "settings")
    say_chinese(styles, settings)
    tidy_lists(lists, styles)
    completion = Completion(styles, lists)
    completion.complete()
    return Stylesheet(
        styles=ids(styles),
        list_numbers=list_numbers(styles),
        numbering=Rewriting().plain_part(lists),
        list_kinds=list_kinds(lists),
        list_indents=list_indents(lists),
        cell_margins=cell_margins(styles),
        head_rules=head_rules(styles),
        bands=bands(styles),
        tab_stops=tab_stops(styles),
        fills=fills(styles),
        page=page_of(document),
        running=running_of(file, document),
        parts=_parts(file, styles, settings),
        missing=tuple(completion.missing),
    )


def _parts(file: ForeignFile, styles: Element, own_settings: Element) -> tuple[Part, ...]:
    """The parts that a report has in common with its reference document."""
    # Loaded here, since the built-in reference document is made with what writes reports.
    from opsreport.writers.docx.reference.parts import footnotes_xml, settings_xml

    settings = settings_of(own_settings) if file.part("settings") else settings_xml()
    texts = {"styles": Rewriting().plain_part(styles), "settings": settings, "footnotes": footnotes_xml()}
    if file.part("fontTable"):
        texts["fontTable"] = Rewriting().plain_part(_tree(file, "fontTable"))
    parts = [Part(f"word/{kind}.xml", kind, text.encode()) for kind, text in texts.items()]
    own_theme = file.part("theme")
    theme = theme_of(own_theme) if own_theme else None
    return (*parts, Part("word/theme/theme1.xml", "theme", theme)) if theme else tuple(parts)


_ROOTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "fontTable": "fonts"}


def _tree(file: ForeignFile, kind: str) -> Element:
    """A part of the document; an empty one where it has none."""
    content = file.part(kind)
    root = w(_ROOTS[kind])
    tree = Element(root) if content is None else fromstring(content)
    if tree.tag != root:
        raise ValueError(kind)
    return tree
