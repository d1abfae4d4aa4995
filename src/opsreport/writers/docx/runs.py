"""Runs: words of one look, the smallest piece of a line in WordprocessingML."""

import re
from functools import cache

from opsreport.writers.docx.package import escape

# Hanzi and their marks, and the signs that Word sets in the Latin font unless told otherwise (“”‘’—…·▲).
_EAST_ASIAN = re.compile(
    "[\u00b7\u2014\u2018-\u201d\u2026\u2190-\u27ff\u2e80-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)


def run(
    text: str,
    style: str = "",
    *,
    bold: bool = False,
    dotted: bool = False,
    light: bool = False,
    size: int = 0,
) -> str:
    """One run of text; `light` takes the paragraph's bold away, which a character style cannot."""
    if not text:
        return ""
    hinted = not text.isascii() and _EAST_ASIAN.search(text) is not None
    look = _properties(style, hinted, bold, dotted, light, size)
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


@cache
def _properties(style: str, hinted: bool, bold: bool, dotted: bool, light: bool, size: int) -> str:
    properties = (
        (f'<w:rStyle w:val="{style}"/>' if style else "")
        + ('<w:rFonts w:hint="eastAsia"/>' if hinted else "")
        + ("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>' if light else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
        + ('<w:em w:val="dot"/>' if dotted else "")
    )
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""
