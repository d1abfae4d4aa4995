"""Texts as typography looks at them: what is quoted word for word or is no Chinese is out of sight."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.bundle.prose import Prose
from opsreport.checks.family import Case, Finding
from opsreport.claims.plain_text import REFERENCE_SIGN, PlainText
from opsreport.readers.folding import CHINESE

HIDDEN = "\ufffb"
"""Stands for a sign that no rule is to judge."""

PRINTED_NAMES = frozenset({"name", "title", "subject", "label", "department", "codename"})

# An address ends at a blank or a full-width mark, a file name begins behind one too; both may hold Chinese.
_SOLID = r"[^\s，。；：？！、（）《》【】“”‘’「」]"
_LATIN = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９"
_VERBATIM = re.compile(
    rf"""
      (?:https?://|www\.){_SOLID}++
    | (?<![{_LATIN}._+-])[{_LATIN}._+-]++[@＠][{_LATIN}{CHINESE}-]+[.．][{_LATIN}.．]+
    | `[^`\n]*`
    | (?<!{_SOLID})(?:(?!https?://|www\.){_SOLID})+\.
      (?i:csv|tsv|xlsx?|docx?|pptx?|pdf|ya?ml|html?|png|jpe?g|zip|txt|md|py|json|com|cn)(?![A-Za-z0-9_])
    | (?<=《)[^《》\n]+(?=》)
    """,
    re.VERBOSE,
)
_AROUND = 6
"""So many signs to either side of a small mark, so that it is found again."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the bundle; `text` hides addresses, file names, code and titles of works, sign for sign."""

    plain: PlainText
    text: str

    @property
    def is_prose(self) -> bool:
        """Whether it is running text and no name."""
        return isinstance(self.plain.leaf, Prose)

    @property
    def is_heading(self) -> bool:
        """Whether it stands above others."""
        return self.plain.key in PRINTED_NAMES

    def found(
        self,
        start: int,
        end: int,
        better: str,
        help_key: str = "",
        *,
        is_safe: bool = True,
        **details: object,
    ) -> Finding:
        """A finding of the signs from `start` to `end`, and what to write for them.

        One that `fix` may mend by itself carries the words it takes away and those it puts there: only in
        running texts, for a name may be named elsewhere, and never beside an address, whose end it may be.
        """
        written = self.plain.text[start:end].replace(REFERENCE_SIGN, "…")
        told: dict[str, object] = {"text": written, "better": better, "around": self._around(start, end)}
        is_beside = HIDDEN in self.text[max(0, start - 1) : end + 1]
        if is_safe and self.is_prose and not is_beside and REFERENCE_SIGN not in self.plain.text[start:end]:
            told |= {"old": self.plain.text[start:end], "new": better}
        span = self.plain.locate(start, end)
        return Finding(span, told | details, help_key)

    def _around(self, start: int, end: int) -> str:
        words = self.plain.text[max(0, start - _AROUND) : end + _AROUND]
        return " ".join(words.replace(REFERENCE_SIGN, "…").split())


def passages_of(case: Case, *, with_names: bool = False) -> Iterator[Passage]:
    """The running texts of a bundle, and on request the names that are printed."""
    for plain in case.texts:
        if isinstance(plain.leaf, Prose) or (with_names and plain.key in PRINTED_NAMES):
            yield Passage(plain, without_verbatim(plain.text))


def without_verbatim(text: str) -> str:
    """A text, sign for sign, with what must stay as it is hidden."""
    return _VERBATIM.sub(lambda hidden: HIDDEN * len(hidden[0]), text)


__all__ = ["CHINESE", "HIDDEN", "REFERENCE_SIGN", "Passage", "passages_of", "without_verbatim"]
