"""The masthead of a memo whose secrecy (密级) is stamped on its right."""

from collections.abc import Sequence

from opsreport.document import Inline, Text, plain_words
from opsreport.writers.docx.package import escape
from opsreport.writers.docx.text import TextWriter

# The vermilion of a seal; a frame of its own colour around the words.
_STAMP = (
    '<w:rPr><w:rFonts w:hint="eastAsia"/><w:color w:val="B5392B"/>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    '<w:bdr w:val="single" w:sz="6" w:space="0" w:color="B5392B"/></w:rPr>'
)
_TAB = "<w:r><w:tab/></w:r>"
# Between the frame and the words, and the frame and the margin, which it would reach into.
_AIR = "\u2005"


def stamped_line(children: Sequence[Inline], width: int, text: TextWriter) -> tuple[str, str]:
    """The form and the runs of a line in the middle of this width that ends with a stamp."""
    *words, stamp = children
    if words and isinstance(words[-1], Text):
        words[-1] = Text(words[-1].text.rstrip())
    form = (
        f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
        '<w:jc w:val="left"/>'
    )
    said = escape(f"{_AIR}{plain_words((stamp,))}{_AIR}")
    framed = f'<w:r>{_STAMP}<w:t xml:space="preserve">{said}</w:t></w:r>'
    return form, f"{_TAB}{text.runs(words)}{_TAB}{framed}"
