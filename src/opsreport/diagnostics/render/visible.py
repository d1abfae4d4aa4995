"""Text made safe to show: what a terminal or a CI log would obey is written out, and its width is known."""

import re
import unicodedata

LONGEST = 120

# `##[error]` and `##vso[…]` are commands to a CI log, wherever they stand in a line.
_OBEYED = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]|(?<=#)#(?=(?:vso)?\\[)"
)


def cells(text: str) -> list[str]:
    """What is shown for each character: itself, or an escape such as `\\x1b` where it would act."""
    shown = list(text)
    for match in _OBEYED.finditer(text):
        shown[match.start()] = _escape(match.group())
    return shown


def visible(text: str) -> str:
    """The text on one line, every character seen and none obeyed."""
    return "".join(cells(readable(text))).replace("\t", "\\t")


def readable(text: str) -> str:
    """The text with file names restored that Python could not read under a locale without Chinese."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text


def quotable(text: str) -> str:
    """The text as a message may quote it: visible, and its middle left out where it is long."""
    if len(text) > LONGEST:
        half = LONGEST // 2
        text = f"{text[:half]}…{text[-half:]}"
    return visible(text)


def in_json(encoded: str) -> str:
    """A JSON text with its unseen characters as JSON escapes, equal in meaning."""
    return _OBEYED.sub(lambda match: _json_escape(match.group()), encoded)


def width(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese character takes two."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _escape(char: str) -> str:
    if char in "\n\r":
        return {"\n": "\\n", "\r": "\\r"}[char]
    point = ord(char)
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
