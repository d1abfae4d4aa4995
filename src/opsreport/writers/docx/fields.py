"""Fields: places in the text that Word works out itself, each with the result it has now.

No field is marked as out of date, since Word would ask whoever opens the report whether to update it.
"""

from opsreport.writers.docx.package import escape
from opsreport.writers.docx.text import run


def field_run(instruction: str, result: str = "1", style: str = "") -> str:
    """A field that stands in a line."""
    return f"{field_begin(instruction)}{run(result, style)}{field_end()}"


def field_begin(instruction: str) -> str:
    """What opens a field; its result follows."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    """What closes a field."""
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
