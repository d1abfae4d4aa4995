"""Rendered markup becomes the document tree, or a finding that shows the line at fault."""

import datetime

from opsreport.diagnostics import Diagnostics, Span
from opsreport.document import Document, Meta
from opsreport.report.passage import plain_text
from opsreport.styles.element import Element, MarkupError
from opsreport.styles.markup import MarkupReader, parse_blocks, parse_markup
from opsreport.styles.style import Style


def parse_document(
    markup: str, style: Style, date: datetime.date | None, *, draft: bool, found: Diagnostics
) -> Document | None:
    """The document that the markup describes; `None` and a finding where it describes none."""
    try:
        head, body = parse_markup(markup)
        blocks = parse_blocks(body, style.manifest.numbering)
        return Document(_meta(head, date, draft=draft), blocks, style.manifest.numbering)
    except MarkupError as error:
        _report(error, markup, style, found)
        return None


def _meta(head: Element, date: datetime.date | None, *, draft: bool) -> Meta:
    words: dict[str, str] = {}
    reader = MarkupReader({})
    for element in head.elements():
        if element.tag not in ("title", "author", "organisation", "subject", "running"):
            raise MarkupError("misplaced", element.line, tag=element.tag, parent="head")
        name = element.tag
        if name == "running":
            name += "_right" if element.attributes.get("side") == "right" else "_left"
        words[name] = plain_text(reader.inlines(element))
    if not words.get("title"):
        raise MarkupError("not-a-report", head.line, tag="head")
    return Meta(
        words["title"],
        words.get("author", ""),
        words.get("organisation", ""),
        words.get("subject", ""),
        date=date,
        running_left=words.get("running_left", ""),
        running_right=words.get("running_right", ""),
        draft=draft,
    )


def _report(error: MarkupError, markup: str, style: Style, found: Diagnostics) -> None:
    lines = markup.strip().splitlines()
    excerpt = lines[error.line - 1].strip()[:80] if 0 < error.line <= len(lines) else ""
    details: dict[str, object] = {"style": style.name, "line": error.line, "excerpt": excerpt}
    place = Span(style.files.get(style.entry, style.name))
    code = "unmapped-role" if error.problem == "unmapped-role" else "bad-markup"
    found.report(code, place, details | error.details, help_key=error.problem)
