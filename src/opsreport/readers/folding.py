"""The text of a scalar beside its lines in the file: where each stretch stands, which spaces folding made."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from opsreport.diagnostics import Anchor

BLANKS = " \t\r\n"
BREAK = re.compile(r"\r\n|\r|\n")
ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n[ \t]*|[\r\n][ \t]*|.)", re.DOTALL
)
ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip

CHINESE = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
FULL_WIDTH = r"\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"

# Quotes and dashes are shared with Latin text; a reference or a mark of weight takes no space in Chinese.
AS_CHINESE = CHINESE + "“”‘’…—·{}*"
JOINED = re.compile(f"[{AS_CHINESE}][{AS_CHINESE}]|[{FULL_WIDTH}].|.[{FULL_WIDTH}]", re.DOTALL)


class Character(NamedTuple):
    """A character of the text; `offset` is where it stands in the written form, −1 for a blank."""

    character: str
    offset: int


@dataclass(frozen=True, slots=True)
class Written:
    """A scalar as it stands in the file: its characters with quotes and indentation, and where it begins."""

    text: str
    style: str
    line: int
    column: int

    @property
    def lines(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(match.end() for match in BREAK.finditer(self.text))]


def aligned(value: str, written: Written) -> list[Character] | None:
    """Each character of the text with its place in the written form; folding only ever changes blanks.

    Nothing where the two do not agree.
    """
    characters: list[Character] = []
    rest = _signs(written)
    sign = next(rest, None)
    for character in value:
        if sign and character == sign.character:
            characters.append(sign)
            sign = next(rest, None)
        elif character in BLANKS:
            characters.append(Character(character, -1))
        else:
            return None
    return characters


def _signs(written: Written) -> Iterator[Character]:
    """What is written apart from blanks; a blank that was written as an escape counts."""
    text, offset = written.text, 0
    if written.style in ("|", ">"):
        header = BREAK.search(text)
        offset = header.end() if header else len(text)
    elif written.style:
        offset, text = 1, text[:-1]
    while offset < len(text):
        character, length = text[offset], 1
        if character == "\\" and written.style == '"':
            match = ESCAPE.match(text, offset)
            length = len(match[0]) if match else 1
            if match and match[0][1] not in "\r\n":
                yield Character(_unescaped(match[0]), offset)
        elif character not in BLANKS:
            length = 2 if character == "'" == written.style else 1
            yield Character(character, offset)
        offset += length


def _unescaped(escape: str) -> str:
    if escape[1] in "xuU" and len(escape) > 2:
        return chr(int(escape[2:], 16))
    return ESCAPES.get(escape[1], escape[1])


def unfolded(characters: list[Character], written: Written) -> list[Character]:
    """The text without the blanks that breaking a line put into Chinese; a blank line stays a blank line."""
    lines = written.lines
    done: list[Character] = []
    position = 0
    while position < len(characters):
        gap = position
        while gap < len(characters) and characters[gap].offset < 0:
            gap += 1
        if gap == position:
            done.append(characters[position])
            position += 1
            continue
        blanks = characters[position:gap]
        if done and gap < len(characters):
            blanks = _gap(done[-1], blanks, characters[gap], written, lines)
        done.extend(blanks)
        position = gap
    return done


def _gap(
    before: Character, blanks: list[Character], after: Character, written: Written, lines: list[int]
) -> list[Character]:
    breaks = bisect_right(lines, after.offset) - bisect_right(lines, before.offset)
    text = "".join(blank.character for blank in blanks)
    # Where a line was broken by an escape, its blank was meant.
    escaped = "\\" in written.text[before.offset + 1 : after.offset]
    if breaks == 1 and text == " " and not escaped and JOINED.fullmatch(before.character + after.character):
        return []
    if breaks > 1 and text.strip(" ") == "\n":
        return [Character("\n", -1), *blanks]
    return blanks


def anchors_of(characters: list[Character], written: Written) -> tuple[Anchor, ...]:
    """Where each stretch of the text begins in the file."""
    lines = written.lines
    anchors: list[Anchor] = []
    line = 0
    for position, (_, offset) in enumerate(characters):
        if offset < 0:
            continue
        while line + 1 < len(lines) and lines[line + 1] <= offset:
            line += 1
        column = offset - lines[line] + (written.column if line == 0 else 1)
        place = Anchor(position, written.line + line, column)
        last = anchors[-1] if anchors else None
        if not last or last.line != place.line or column - position != last.column - last.offset:
            anchors.append(place)
    return tuple(anchors)
