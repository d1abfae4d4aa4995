"""The report as one HTML page: the finished file of `--to html`, and what the PDF is laid out from.

The page carries its style sheets with it; it loads nothing and runs nothing. Roles become classes: the whole
look is in the style sheets.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

from opsreport.document import Document, Meta
from opsreport.writers.html.blocks import BlockWriter

LINE_END = re.compile(r"\r\n|[\n\r\f]")
DRAFT = "草稿"

# An opened report asks nothing of the network, whatever its text or its style sheet says.
LOADS_NOTHING = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def document_to_html(document: Document, css: tuple[str, ...], *, for_print: bool) -> str:
    """The whole page; `for_print` adds what only paper needs: running heads and lines that break well."""
    meta = document.meta
    writer = BlockWriter(document.blocks, for_print=for_print)
    watermark = f'<p class="watermark" aria-hidden="true">{DRAFT}</p>\n' if meta.draft else ""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"{_metadata(meta)}{_running_heads(meta) if for_print else _screen_head()}"
        f"<style>\n{_embedded(css)}\n</style>\n</head>\n<body>\n{watermark}"
        f"<main>\n{writer.whole()}\n</main>\n</body>\n</html>\n"
    )


def _metadata(meta: Meta) -> str:
    """What is known of the report, under the names that HTML and PDF readers show."""
    day = meta.date.isoformat() if meta.date else ""
    known = {
        "author": meta.author or meta.organisation,
        "description": meta.subject,
        "keywords": ", ".join(meta.keywords),
        "dcterms.created": day,
        "dcterms.modified": day,
        "generator": "opsreport",
    }
    lines = [f"<title>{escape(meta.title)}</title>\n"]
    lines += [f'<meta name="{name}" content="{escape(said)}">\n' for name, said in known.items() if said]
    return "".join(lines)


def _screen_head() -> str:
    return (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{LOADS_NOTHING}">\n'
    )


def _running_heads(meta: Meta) -> str:
    """The words of the running heads as custom properties; the style sheet says where they stand."""
    if not (meta.running_left or meta.running_right):
        return ""
    sides = {"--running-left": meta.running_left, "--running-right": meta.running_right}
    declared = ";".join(f"{name}:{_css_string(words)}" for name, words in sides.items())
    return f"<style>:root{{{declared}}}</style>\n"


def _css_string(words: str) -> str:
    return '"' + re.sub(r'[\\"<\n\r\f]', lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'


def sheet_line(css: Sequence[str], line: int) -> tuple[int, int] | None:
    """The style sheet, counted from nought, that a line of the style element is from, and its line there.

    The element opens with a line end, and each sheet in it is without the blank space around it.
    """
    first = 2
    for at, sheet in enumerate(css):
        bare = sheet.strip()
        after = first + _lines(bare) + 1
        if first <= line < after:
            return at, line - first + 1 + _lines(sheet[: sheet.index(bare)])
        first = after
    return None


def _lines(sheet: str) -> int:
    """The line ends in a style sheet, as CSS counts them."""
    return len(LINE_END.findall(sheet))


def _embedded(css: Iterable[str]) -> str:
    """The style sheets in their order; in CSS `<\\/` reads as `</`, but does not end the style element."""
    return "\n".join(sheet.strip() for sheet in css).replace("</", "<\\/")
