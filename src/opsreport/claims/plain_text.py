"""A text as its reader sees it, without markup, and where each sign of it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.bundle.leaves import Text
from opsreport.bundle.part import Placed
from opsreport.bundle.parts import Budget, Goal, Plan, Request
from opsreport.bundle.prose import Prose, Reference
from opsreport.bundle.schema import keys_of
from opsreport.bundle.walk import walk
from opsreport.diagnostics import Span

REFERENCE_SIGN = "\ufffc"
"""Stands for a reference, whose words are worked out and so are true by themselves."""

MARKUP = re.compile(
    r"""
      (?P<reference>\{\{[^{}\n]*\}\})
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | \*\*
    | (?P<opening>\[)(?=(?:\\.|[^\[\]\\])*\]\()
    | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)
    """,
    re.VERBOSE,
)
_LATIN = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
ASCII_OF = {code: code - 0xFEE0 for code in _LATIN}
LIKE_ASCII = ASCII_OF | {ord("％"): "%", ord("．"): ".", ord("−"): "-"}
"""Full-width figures, letters and signs, one for one: read alike, however they look."""


AHEAD = (Plan, Goal, Request, Budget)
OTHER_TIMES = frozenset({"goal", "background", "direction", "definition", "core_idea", "tagline"})
"""Keys whose texts tell of what was before, of what is wanted, or of what a word means."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text of the bundle, the object it belongs to, and the key it stands under.

    `offsets` tell for each sign of `text` where it stands in the leaf as written. `folded` is the text with
    its full-width figures and letters as ASCII, sign for sign.
    """

    text: str
    folded: str
    offsets: tuple[int, ...]
    leaf: Prose | Text
    owner: Placed
    key: str
    references: tuple[tuple[int, Reference], ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it is running text, or a title that is read as one; names and ids are not."""
        return isinstance(self.leaf, Prose) or self.key in ("subject", "title")

    @property
    def tells_of_period(self) -> bool:
        """Whether it tells what came of the report's period; plans, goals and backgrounds do not."""
        return not isinstance(self.owner, AHEAD) and self.key not in OTHER_TIMES

    def locate(self, start: int, end: int) -> Span:
        """The place in the file of the signs from `start` to `end`."""
        return self.leaf.locate(self.offsets[start], self.offsets[max(start, end - 1)] + 1)


def texts_of(bundle: Placed) -> Iterator[PlainText]:
    """Every text of a bundle that is printed as it is, in reading order."""
    for owner in walk(bundle):
        if isinstance(owner, Placed):
            for key in keys_of(type(owner)):
                value = getattr(owner, key.field_name)
                for leaf in value if isinstance(value, tuple) else (value,):
                    if isinstance(leaf, Prose):
                        yield plain_text(leaf, owner, key.field_name)
                    elif isinstance(leaf, Text):
                        text = leaf.text
                        offsets = tuple(range(len(text)))
                        yield PlainText(
                            text, text.translate(LIKE_ASCII), offsets, leaf, owner, key.field_name
                        )


def plain_text(prose: Prose, owner: Placed, key: str = "") -> PlainText:
    """A running text without its markup."""
    signs: list[str] = []
    offsets: list[int] = []
    marks: list[int] = []
    position = 0
    for match in MARKUP.finditer(prose.raw):
        signs.append(prose.raw[position : match.start()])
        offsets.extend(range(position, match.start()))
        if match["reference"]:
            marks.append(len(offsets))
            signs.append(REFERENCE_SIGN)
            offsets.append(match.start())
        elif match["escaped"]:
            signs.append(match["escaped"])
            offsets.append(match.start("escaped"))
        position = match.end()
    signs.append(prose.raw[position:])
    offsets.extend(range(position, len(prose.raw)))
    text = "".join(signs)
    references = tuple(zip(marks, prose.references, strict=False))
    return PlainText(text, text.translate(LIKE_ASCII), tuple(offsets), prose, owner, key, references)
