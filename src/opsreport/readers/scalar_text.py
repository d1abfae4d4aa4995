"""What becomes of the characters of a scalar on their way from the file into the bundle."""

import re

from opsreport.diagnostics import Anchor, Diagnostics, Scalar, Span
from opsreport.readers.characters import CONTROLS, INVISIBLE, REPLACEMENT, SOFT_BREAKS
from opsreport.readers.folding import Character, Written, aligned, anchors_of, unfolded

PRIVATE_USE = (0xE000, 0xF8FF)


class Cleaning:
    """The rules of one file: soft breaks become line breaks, invisible marks go, controls are refused."""

    def __init__(self, text: str, name: str, found: Diagnostics) -> None:
        self._name = name
        self._found = found
        # The parser refuses soft breaks or counts them as lines; a stand-in keeps every place.
        first, last = PRIVATE_USE
        self._soft_break = next(
            (chr(code) for code in range(first, last) if chr(code) not in text), chr(first)
        )
        self.text = SOFT_BREAKS.sub(self._soft_break, text)
        signs = (self._soft_break, CONTROLS.pattern, SOFT_BREAKS.pattern, INVISIBLE.pattern)
        self._suspect = re.compile("|".join(signs))
        self._file_is_clean = not self._suspect.search(self.text)

    def needed(self, value: str) -> bool:
        """Whether a text that was written without escapes holds anything that may not stay as it is."""
        return not self._file_is_clean and self._suspect.search(value) is not None

    def cleaned(self, value: str, written: Written) -> tuple[str, tuple[Anchor, ...]]:
        """The text as it goes into the bundle, and the place of each of its stretches."""
        if written.style in ("|", ">"):
            value = value.rstrip("\n")
        characters = aligned(value, written)
        if characters is None:
            return value, ()
        characters = unfolded(characters, written)
        if self._suspect.search(value):
            characters = self._replaced(characters, written)
        return "".join(one.character for one in characters), anchors_of(characters, written)

    def _replaced(self, characters: list[Character], written: Written) -> list[Character]:
        done: list[Character] = []
        hidden: list[Span] = []
        for one in characters:
            sign = one.character
            if sign == self._soft_break or SOFT_BREAKS.match(sign):
                done.append(Character("\n", one.offset))
            elif INVISIBLE.match(sign):
                hidden.append(self._place(one, written))
            elif CONTROLS.match(sign):
                self._found.add(
                    "control-character", self._place(one, written), character=f"U+{ord(sign):04X}"
                )
                done.append(Character(REPLACEMENT, one.offset))
            else:
                done.append(one)
        if hidden:
            self._found.add("invisible-character", hidden[0], count=len(hidden))
        return done

    def _place(self, one: Character, written: Written) -> Span:
        anchors = anchors_of([one], written)
        where = anchors[0] if anchors else Anchor(0, written.line, written.column)
        return Scalar("", Span(self._name, where.line, where.column)).locate(0, 1)
