"""Typography: numbers of headings and items typed by hand; the report counts by itself."""

import re
from collections.abc import Iterator

from opsreport.checks.families import TYPOGRAPHY
from opsreport.checks.family import Case, Finding
from opsreport.checks.typography.passages import passages_of

_TYPED = re.compile(
    r"""
      (?P<chinese>[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十百千]))
    | (?P<bracketed>[（(][一二三四五六七八九十]{1,3}[）)]、?)
    | (?P<dotted>\d{1,2}(?:\.(?!\d)|．|、(?!\d)))
    | (?P<figure>[（(]\d{1,2}[）)]|\d{1,2}[）)])
    | (?P<part>第[一二三四五六七八九十]{1,3}(?:部分|章|节)、)
    | (?P<circled>[①-⑳])
    """,
    re.VERBOSE,
)
_LINE = re.compile(r"^[ \t\u3000]*", re.MULTILINE)


@TYPOGRAPHY.rule
def typed_numbering(case: Case) -> Iterator[Finding]:
    """A heading, an item or a line that begins with a number; one finding tells of all in a text."""
    for passage in passages_of(case, with_names=True):
        starts = [match.end() for match in _LINE.finditer(passage.text)]
        typed = [match for start in starts if (match := _TYPED.match(passage.text, start))]
        if typed:
            kinds = {match.lastgroup for match in typed}
            help_key = "mixed" if len(kinds) > 1 else ""
            marks = "、".join(dict.fromkeys(match[0].rstrip("、") for match in typed))
            yield passage.found(*typed[0].span(), "", help_key, is_safe=False, marks=marks)
