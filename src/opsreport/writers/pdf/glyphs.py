"""Characters that the shipped fonts cannot print, found before a page is laid out, with their places."""

from opsreport.document import Document
from opsreport.document.walk import placed_texts
from opsreport.writers.pdf.fonts import missing_characters


def missing_glyphs(document: Document) -> dict[str, list[str]]:
    """Characters that would come out as empty boxes, under their places in the bundle.

    The empty place stands for a text of the template's own.
    """
    words: dict[str, list[str]] = {}
    for paths, text in placed_texts(document.blocks):
        words.setdefault(paths[-1] if paths else "", []).append(text)
    missing = {path: missing_characters("".join(texts)) for path, texts in words.items()}
    return {path: chars for path, chars in missing.items() if chars}
