"""Typography: quotes and brackets that are straight, that lack their partner or are nested the wrong way."""

import re
from collections.abc import Iterator

from opsreport.checks.families import TYPOGRAPHY
from opsreport.checks.family import Case, Finding
from opsreport.checks.typography.passages import CHINESE, Passage, passages_of

_STRAIGHT = re.compile(
    rf"(?<![\d\\])\"(?=[^\"\n]*[{CHINESE}])([^\"\n]+)\"|(?<![\w])'(?=[^'\n]*[{CHINESE}])([^'\n]+)'"
)
_CLOSING_OF = {
    "“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "「": "」", "『": "』",
    "〔": "〕",
}  # fmt: skip
_OPENING_OF = {closing: opening for opening, closing in _CLOSING_OF.items()}
_ALIKE = {"(": "（", ")": "）"}
_INNER = {"“": "‘", "《": "〈"}

# 1）, a) and 二) number what follows and have no partner.
_NUMBERING = re.compile(r"(?:^|[\s。；，：、;])[0-9A-Za-z一二三四五六七八九十]{1,2}[）)]")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")


@TYPOGRAPHY.rule
def unpaired_quotes(case: Case) -> Iterator[Finding]:
    """A quote or bracket without its partner, straight quotes around Chinese, “ within “."""
    for passage in passages_of(case, with_names=True):
        for match in _STRAIGHT.finditer(passage.text):
            inside = match[1] or match[2]
            yield passage.found(*match.span(), f"“{inside}”", "straight", is_safe=False)
        yield from _unpaired(passage)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    alone = {match.end() - 1 for match in _NUMBERING.finditer(passage.text)}
    alone |= {match.start() for match in _APOSTROPHE.finditer(passage.text)}
    opened: list[tuple[str, int]] = []
    for place, sign in enumerate(passage.text):
        if place in alone:
            continue
        if sign in _CLOSING_OF:
            if opened and opened[-1][0] == sign and sign in _INNER:
                yield passage.found(place, place + 1, _INNER[sign], "nested", is_safe=False)
            opened.append((sign, place))
        elif sign in _OPENING_OF:
            wanted = _ALIKE.get(_OPENING_OF[sign], _OPENING_OF[sign])
            if opened and _ALIKE.get(opened[-1][0], opened[-1][0]) == wanted:
                opened.pop()
            else:
                yield passage.found(place, place + 1, _OPENING_OF[sign], "no-opening", is_safe=False)
    for sign, place in opened:
        yield passage.found(place, place + 1, _CLOSING_OF[sign], "no-closing", is_safe=False)
