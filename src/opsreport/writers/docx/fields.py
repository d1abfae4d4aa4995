"""Fields: places in the text that Word works out itself, each with the result it has now.

No field is marked as out of date, since Word would ask whoever opens the report whether to update it.
"""

from opsreport.writers.docx.package import escape
from opsreport.writers.docx.runs import run


def field_run(instruction: str, result: str = "1", style: str = "") -> str:
    """A field that stands in a line."""
    return f"{field_begin(instruction, style)}{run(result, style)}{field_end(style)}"


def sequence_run(label: str, number: int, style: str = "") -> str:
    """The number of a caption (表1), counted by Word over all captions of its kind."""
    kind = label.removesuffix(str(number))
    return run(kind, style) + field_run(rf"SEQ {kind} \* ARABIC", str(number), style)


def field_begin(instruction: str, style: str = "") -> str:
    """What opens a field; its result follows."""
    look = _look(style)
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(style: str = "") -> str:
    """What closes a field."""
    return f'<w:r>{_look(style)}<w:fldChar w:fldCharType="end"/></w:r>'


def _look(style: str) -> str:
    """LibreOffice sets a field's result in the look of what opens it."""
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
