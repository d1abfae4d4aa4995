"""From a file's bytes to its characters, whatever it was saved by."""

import re

from opsreport.diagnostics import Diagnostics, Source, Span

MAX_BYTES = 8 * 2**20
MAX_REPORTED = 20

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
UTF_32_MARKS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
"""The mark of UTF-32 begins like that of UTF-16; no program that people write tables with saves it."""
OFFICE_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

# U+000B is what Word's soft return turns into when pasted; the others are its relatives from the web.
SOFT_BREAKS = re.compile("[\x0b\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# Marks of writing direction, and spaces without width: nobody sees them, and they split words and ids.
INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

REPLACEMENT = "\ufffd"


def read_characters(
    source: Source, found: Diagnostics, most: int = MAX_BYTES, foreign: list[str] | None = None
) -> str | None:
    """The characters of a file in UTF-8, UTF-16 with its mark, or GB18030, tried in that order.

    A file in GB18030 is reported; where several are read, `foreign` gets its name instead.
    """
    content = source.content
    whole = Span(source.name)
    if len(content) > most:
        found.add("file-too-large", whole, size=f"{len(content) / 2**20:.1f}", limit=most // 2**20)
        return None
    if content.startswith(OFFICE_FILES):
        found.add("unknown-encoding", whole, help_key="office")
        return None
    if content.startswith(UTF_32_MARKS):
        found.add("unknown-encoding", whole)
        return None
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding, whole, found)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # GB18030 reads NUL bytes too, so that UTF-16 without its mark would come out as other words.
    text = None if b"\0" in content else _decoded(content, "gb18030", whole, found)
    if text is None:
        found.add("unknown-encoding", whole)
    elif foreign is None:
        found.add("foreign-encoding", whole)
    else:
        foreign.append(source.name)
    return text


def _decoded(content: bytes, encoding: str, whole: Span, found: Diagnostics) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "gb18030":
            found.add("unknown-encoding", whole)
        return None


def without_controls(text: str, name: str, found: Diagnostics) -> str:
    """The text with its control characters reported and replaced one for one, so that places stay right."""
    for count, match in enumerate(CONTROLS.finditer(text)):
        if count == MAX_REPORTED:
            break
        found.add("control-character", place(text, match.start(), name), character=f"U+{ord(match[0]):04X}")
    return CONTROLS.sub(REPLACEMENT, text)


def place(text: str, offset: int, name: str) -> Span:
    """The place of one character of a whole file."""
    before = text[:offset].replace("\r\n", "\n ").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(name, line, column, line, column + 1)
