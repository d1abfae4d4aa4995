"""Typography: spaces that nobody should see, and with `spacing: pangu` those that are lacking.

The gap between Chinese and Latin text is made by the layout (W3C clreq), so by default no space is typed.
"""

import re
from collections.abc import Iterator

from opsreport.checks.families import TYPOGRAPHY
from opsreport.checks.family import Case, Finding
from opsreport.checks.typography.passages import CHINESE, REFERENCE_SIGN, Passage, passages_of
from opsreport.figures.options import Spacing

BLANKS = "[ \t\xa0]+"
_PUNCTUATION = "，。；：？！、（）《》【】"
_ALWAYS = re.compile(
    rf"\d{BLANKS}[%‰％]|(?:[^\s{_PUNCTUATION}]|(?<![ \t\xa0])){BLANKS}[{_PUNCTUATION}]"
    rf"|[{_PUNCTUATION}]{BLANKS}[^\s]"
)
_BESIDE_LATIN = re.compile(
    rf"(?P<left>[{CHINESE}]){BLANKS}(?=[A-Za-z0-9{REFERENCE_SIGN}])"
    rf"|(?P<latin>[A-Za-z0-9%‰°{REFERENCE_SIGN}]){BLANKS}(?=[{CHINESE}])"
)
_LACKING = re.compile(
    rf"(?<=[{CHINESE}])(?=[A-Za-z])|(?<=[A-Za-z])(?=[{CHINESE}])|(?<=[{CHINESE}])(?<![第年月日时约近超逾达])(?=\d)"
)
_STRAY = re.compile(rf"(?<=[{CHINESE}])[ \t\xa0\u3000]++(?=[{CHINESE}])")
_WRAPPED = re.compile(rf"^[^\n]{{20,}}+(?<=[{CHINESE}])\n(?=[{CHINESE}][^\n]{{19}})", re.MULTILINE)

# 第一部分 总体情况, 图1 收入, 9月30日 18:00: here a space sets a label or a date apart.
_LABEL = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,6}(?:部分|章|节|篇|期|批|阶段)?|(?:模块|阶段|专题|附件|附录|图|表)[一二三四五六七八九十\d]{1,6})$"
)
_LABEL_LENGTH = 9
_CLOCK = re.compile(r"\d{1,2}[:：]\d\d")
_SLOGAN = re.compile(rf"(?:[{CHINESE}]{{2,8}}[ \u3000]+){{2,}}[{CHINESE}]{{2,8}}")


@TYPOGRAPHY.rule
def spacing(case: Case) -> Iterator[Finding]:
    """A space before %, beside a full-width mark, or between Chinese and Latin text against `spacing`."""
    wanted = case.bundle.report.options.spacing
    for passage in passages_of(case):
        for match in _ALWAYS.finditer(passage.text):
            yield _without_space(passage, *match.span(), "")
        if wanted is Spacing.NONE:
            yield from _beside_latin(passage)
        else:
            for match in _LACKING.finditer(passage.text):
                first, second = passage.plain.text[match.start() - 1], passage.plain.text[match.start()]
                place = match.start()
                yield passage.found(place - 1, place + 1, f"{first} {second}", "pangu")


def _beside_latin(passage: Passage) -> Iterator[Finding]:
    for match in _BESIDE_LATIN.finditer(passage.text):
        if not _sets_apart(passage.text, *match.span()):
            yield _without_space(passage, match.start(), match.end() + 1, "none")


def _sets_apart(text: str, start: int, end: int) -> bool:
    """Whether the space behind a sign parts a label from its words, or a day from its hour."""
    if text[start] == "日":
        return _CLOCK.match(text, end) is not None
    return _ends_in_label(text, start + 1)


def _ends_in_label(text: str, end: int) -> bool:
    return _LABEL.search(text[max(0, end - _LABEL_LENGTH) : end]) is not None


def _without_space(passage: Passage, start: int, end: int, help_key: str) -> Finding:
    """The finding of a stretch with its neighbours, so that one broken over two lines can be mended too."""
    words = passage.plain.text
    if words[start] == REFERENCE_SIGN:
        start += 1
    if words[end - 1] == REFERENCE_SIGN:
        end -= 1
    return passage.found(start, end, re.sub(BLANKS, "", words[start:end]), help_key)


@TYPOGRAPHY.rule
def stray_space(case: Case) -> Iterator[Finding]:
    """A space between two Chinese characters, or a line that was broken by hand."""
    for passage in passages_of(case):
        text = passage.text
        slogans = {place for match in _SLOGAN.finditer(text) for place in range(*match.span())}
        for match in _STRAY.finditer(text):
            if match.start() not in slogans and not _ends_in_label(text, match.start()):
                start, end = match.start() - 1, match.end() + 1
                yield passage.found(start, end, text[start] + text[end - 1])
        for match in _WRAPPED.finditer(text):
            place = match.end() - 1
            both = text[place - 1] + text[place + 1]
            yield passage.found(place - 1, place + 2, both, "line", is_safe=False)
