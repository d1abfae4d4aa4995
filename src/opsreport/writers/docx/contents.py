"""The list of contents: a field that Word can work out anew, with its result already filled in.

Word asks nobody whether to update it, since nothing marks it as out of date.
"""

from collections.abc import Mapping, Sequence

from opsreport.document import ContentsEntry, plain_words, spaced_number
from opsreport.writers.docx.bookmarks import bookmark_name
from opsreport.writers.docx.fields import field_begin, field_end, field_run
from opsreport.writers.docx.names import CONTENTS, GAP, PARAGRAPH
from opsreport.writers.docx.runs import run
from opsreport.writers.docx.stylesheet import Stylesheet

_TAB = "<w:r><w:tab/></w:r>"


DRAWN_FOR = 8400
"""The text width, in twentieths of a point, at whose end the built-in styles put the page numbers."""


def contents_xml(
    title: str,
    entries: Sequence[ContentsEntry],
    depth: int,
    pages: Mapping[str, int],
    stylesheet: Stylesheet,
    number: int,
) -> str:
    """The contents below a title that is already written; an entry whose page is not known has none.

    The number tells several lists of contents in one report apart.
    """
    listed = [_entry(entry, pages.get(entry.anchor)) for entry in entries]
    if not listed:
        return title
    listed[0] = field_begin(rf'TOC \o "1-{depth}" \h \z \u') + listed[0]
    styles = [stylesheet.style(PARAGRAPH, CONTENTS[min(entry.level, len(CONTENTS)) - 1]) for entry in entries]
    tabs = _page_numbers_at(stylesheet.page.text_width)
    lines = "".join(_paragraph(style, line, tabs) for style, line in zip(styles, listed, strict=True))
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{title}{lines}{_paragraph(stylesheet.style(PARAGRAPH, GAP), field_end())}"
        "</w:sdtContent></w:sdt>"
    )


def _paragraph(style: str, runs: str, tabs: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{runs}</w:p>'


def _page_numbers_at(width: int) -> str:
    """Where the page numbers end, on a page of another width than the one that the styles were drawn for."""
    if width == DRAWN_FOR:
        return ""
    end = f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'
    return f'<w:tabs><w:tab w:val="clear" w:pos="{DRAWN_FOR}"/>{end}</w:tabs>'


def _entry(entry: ContentsEntry, page: int | None) -> str:
    words = run(spaced_number(entry.number)) + run(plain_words(entry.children))
    name = bookmark_name(entry.anchor)
    if not name:
        return words
    paged = _TAB + field_run(rf"PAGEREF {name} \h", str(page)) if page else ""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{paged}</w:hyperlink>'
