"""Periods that texts name: 2024年三季度, 前三季度, 2025年1—9月."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.claims.clauses import sentences_of
from opsreport.claims.plain_text import PlainText
from opsreport.figures.period import Period, PeriodKind
from opsreport.figures.period_reading import parse_period

YEAR = r"(?:19|20)\d\d"
NAMED = re.compile(
    rf"""
    (?<![\d.〔\[A-Za-z_#-])
    (?: (?P<year>{YEAR})\s?(?:年度?|财年)?\s? )?
    (?: (?P<to_date>前(?:[两二三23]个?季度|\d{{1,2}}个月) | 1\s?[—–～~至到-]\s?\d{{1,2}}月(?:份)?)
      | (?P<quarter>第?[一二三四1-4]季度 | (?<![A-Za-z])Q[1-4](?!\d))
      | (?P<half>[上下]半年 | (?<![A-Za-z])H[12](?!\d))
      | (?P<month>(?<=年)\d{{1,2}}月(?!\d{{1,2}}日)(?:份)?)
      | (?P<alone>(?<=\d\d\d\d年)度?|(?<=\d\d\d\d年度)) (?!\s?[\d第前上下Q一二三四])
    )
    """,
    re.VERBOSE,
)
# A year in a title, a number or a name belongs to a document, not to the sentence.
APART = re.compile(
    r"《[^》]{0,200}》|〔[^〕]{0,200}〕|“[^”]{0,200}”|(?<![A-Za-z])[A-Za-z]++-[\w-]+"
    r"|[（(][^（()）]{0,60}(?:白皮书|报告|版)[^（()）]{0,60}[)）]"
)
RANGE_BEFORE = re.compile(r"[—–～~至到-]\s?$")
RANGE_BEHIND = re.compile(r"\s?(?:[—–～~至到-]\s?(?:\d|第|前|Q)|[、和与及]\s?(?:19|20)?\d\d)")


@dataclass(frozen=True, slots=True)
class Named:
    """A period named in a text: where it stands, its words, and whether its year is written."""

    period: Period
    text: PlainText
    start: int
    end: int
    sentence: tuple[int, int]
    has_year: bool

    @property
    def words(self) -> str:
        """The period as written."""
        return self.text.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before it in its sentence."""
        return self.text.folded[self.sentence[0] : self.start]

    @property
    def after(self) -> str:
        """What stands behind it in its sentence."""
        return self.text.folded[self.end : self.sentence[1]]

    @property
    def whole(self) -> str:
        """Its sentence."""
        return self.text.folded[slice(*self.sentence)]

    @property
    def opens_sentence(self) -> bool:
        """Whether the sentence begins with it."""
        return not self.before.strip()


def named_in(text: PlainText, own: Period) -> Iterator[Named]:
    """The periods that a text names; one without its year is of the report's own."""
    folded = text.folded
    if "季" not in folded and "年" not in folded and "Q" not in folded and "月" not in folded:
        return
    blanked = APART.sub(lambda match: "\0" * len(match[0]), folded)
    sentences = list(sentences_of(folded))
    for match in NAMED.finditer(blanked):
        start, end = match.span()
        if RANGE_BEFORE.search(blanked[max(0, start - 2) : start]) or RANGE_BEHIND.match(blanked, end):
            continue
        period = parse_period(_canonical(match), own.first_month, year=own.year)
        sentence = sentences[bisect_right(sentences, (start, len(folded))) - 1] if sentences else (0, 0)
        if period and sentence[0] <= start < sentence[1]:
            yield Named(period, text, start, end, sentence, bool(match["year"]))


def _canonical(match: re.Match[str]) -> str:
    year = f"{match['year']}年" if match["year"] else ""
    part = next((match[key] for key in ("to_date", "quarter", "half", "month") if match[key]), "")
    part = part.replace(" ", "").removesuffix("份")
    return year.removesuffix("年") + part if part.startswith(("Q", "H")) else year + part


def covers(whole: Period, part: Period) -> bool:
    """Whether one period lies within another."""
    return whole.start <= part.start and part.end <= whole.end


def touch(one: Period, other: Period) -> bool:
    """Whether two periods have a day in common."""
    return one.start <= other.end and other.start <= one.end


def is_to_date(period: Period) -> bool:
    """Whether a period is more than a quarter or a month, counted from the start of its year."""
    if period.kind is PeriodKind.YEAR_TO_DATE:
        return period.months > 3
    return period.kind is PeriodKind.HALF and period.half_word == "上半年"
