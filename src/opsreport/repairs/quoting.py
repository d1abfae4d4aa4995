"""Quotes for a YAML text that can do without them only as long as it holds nothing special."""

from collections.abc import Iterator

from opsreport.diagnostics import Scalar
from opsreport.repairs.writing import Writing

INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
SPECIAL = ("{{", "}}", ": ", " #")


def quoted(leaf: Scalar, intended: str, writing: Writing) -> tuple[tuple[int, str], ...]:
    """The quotes to be put in, each with its place in the file; none where the text stands without."""
    if not leaf.plain or not leaf.text or not _needs_quotes(leaf.text, intended):
        return ()
    return tuple(_marks(leaf, writing))


def _needs_quotes(text: str, intended: str) -> bool:
    if any(sign in intended and sign not in text for sign in SPECIAL) or intended.endswith(":"):
        return True
    return intended[:1] != text[:1] and intended[:1] in INDICATORS


def _marks(leaf: Scalar, writing: Writing) -> Iterator[tuple[int, str]]:
    """The text in double quotes, or in single ones, themselves doubled, where it has signs to be escaped."""
    mark = "'" if '"' in leaf.text or "\\" in leaf.text else '"'
    yield _place(leaf, 0, writing), mark
    if mark == "'":
        yield from ((_place(leaf, at, writing), mark) for at, sign in enumerate(leaf.text) if sign == mark)
    yield _place(leaf, len(leaf.text) - 1, writing) + 1, mark


def _place(leaf: Scalar, offset: int, writing: Writing) -> int:
    span = leaf.locate(offset, offset + 1)
    return writing.offset(span.line, span.column)
