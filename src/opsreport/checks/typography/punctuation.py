"""Typography: marks that are half as wide as they should be, doubled, or not needed (GB/T 15834)."""

import re
from collections.abc import Iterator

from opsreport.checks.families import TYPOGRAPHY
from opsreport.checks.family import Case, Finding
from opsreport.checks.typography.passages import CHINESE, REFERENCE_SIGN, Passage, passages_of

WIDE_OF = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}

# A mark belongs to the Chinese text if that stands before it or, unless Latin text has such a mark of its own
# (Yahoo!), behind it. Between figures and Latin letters it stays as it is: 1,234, 12:30, A/B.
_HALF = re.compile(
    rf"(?<=[{CHINESE}”’》）】])[,:;](?!//) | (?<=[{CHINESE}”’》）】])[?!](?![A-Za-z0-9])"
    rf"| (?<=[^\s,:;])[,:;](?=\ ?[{CHINESE}“‘《])"
    rf"| (?<=[{CHINESE}])\.(?=\s|[”’]|\Z)",
    re.VERBOSE,
)
_BRACKETS = re.compile(r"\(([^()\n]*)\)")
_CHINESE = re.compile(f"[{CHINESE}]")
_SIDES = re.compile(rf"[{CHINESE}]{{1,8}}:[{CHINESE}]{{1,8}}?(?=[^，。；\n]{{0,6}}\d\s?[:：∶]\s?\d)")
_DOUBLED = re.compile(r"([。，；：、])[。，；：、！？]+|[！？][。，；：、]+")
_ENDED = ("。", "！", "？", "…", "”", "’", "》", "）", "；", "：", ".", "!", "?", ":", ";", ")", '"')
_QUOTED_ITEMS = re.compile(r"(?<=[”’》])、(?=[“‘《])")
_HEADINGS = frozenset({"name", "title", "subject", "codename"})


@TYPOGRAPHY.rule
def half_width_punctuation(case: Case) -> Iterator[Finding]:
    """A comma, colon, bracket … of Latin script within Chinese."""
    for passage in passages_of(case, with_names=True):
        sides = {place for match in _SIDES.finditer(passage.text) for place in range(*match.span())}
        for match in _HALF.finditer(passage.text):
            if match.start() not in sides:
                yield passage.found(*match.span(), WIDE_OF[match[0]])
        for match in _BRACKETS.finditer(passage.text):
            if _are_chinese(passage.text, match):
                yield passage.found(match.start(), match.start() + 1, "（")
                yield passage.found(match.end() - 1, match.end(), "）")


def _are_chinese(text: str, brackets: re.Match[str]) -> bool:
    """Whether brackets enclose Chinese or stand in it; those of a formula, f(x), do neither."""
    if _CHINESE.search(brackets[1]):
        return True
    before, after = text[brackets.start() - 1 : brackets.start()], text[brackets.end() : brackets.end() + 1]
    is_call = before.isascii() and before.isalpha()
    return not is_call and bool(_CHINESE.match(before) or (before == "" and _CHINESE.match(after)))


@TYPOGRAPHY.rule
def doubled_punctuation(case: Case) -> Iterator[Finding]:
    """Two marks where one is due, a text of sentences without its last stop, a heading with one."""
    for passage in passages_of(case, with_names=True):
        text = passage.text
        for match in _DOUBLED.finditer(text):
            yield passage.found(*match.span(), _weightiest(match[0]), is_safe=False)
        end = len(text.rstrip())
        if passage.plain.key in _HEADINGS:
            if text[:end].endswith("。") and text.count("。") == 1:
                yield passage.found(end - 1, end, "", "heading", is_safe=False)
        elif _lacks_stop(passage, text[:end]):
            yield passage.found(max(0, end - 1), end, text[end - 1] + "。", "missing", is_safe=False)


def _weightiest(marks: str) -> str:
    """Of several marks the one that ends the most; three full stops were meant for an ellipsis."""
    return "……" if marks.startswith("。。。") else min(marks, key="？！。；：，、".index)


def _lacks_stop(passage: Passage, text: str) -> bool:
    """Whether a text has full stops within and none at its end; a phrase needs none."""
    if not passage.is_prose or text.endswith((*_ENDED, REFERENCE_SIGN)):
        return False
    last = text.rpartition("\n")[2]
    return "。" in last and bool(_CHINESE.match(text[-1:]) or text[-1:].isalnum() or text[-1:] == "%")


@TYPOGRAPHY.rule
def comma_between_quotes(case: Case) -> Iterator[Finding]:
    """A 、 between what quotes or 书名号 set apart already (4.5.3.5, 通常不用)."""
    for passage in passages_of(case):
        for match in _QUOTED_ITEMS.finditer(passage.text):
            yield passage.found(*match.span(), "", is_safe=False)
