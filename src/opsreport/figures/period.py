"""Reporting periods: how people write them, what they are called, and which ones they are compared with."""

import calendar
import datetime
import enum
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

Date = datetime.date


class PeriodKind(enum.Enum):
    """How long a period is; its value is the word a report says for it."""

    YEAR = "年度"
    HALF = "半年度"
    QUARTER = "季度"
    YEAR_TO_DATE = "累计"
    MONTH = "月"
    WEEK = "周"
    RANGE = "期间"


_MONTHS = {PeriodKind.YEAR: 12, PeriodKind.HALF: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time that a report is about, its first and its last day included.

    `year` is the reporting year, which is the calendar year in which a fiscal year ends. `first_month` is
    the month that the fiscal year starts in.
    """

    kind: PeriodKind
    year: int
    start: Date
    end: Date
    first_month: int = 1

    @property
    def canonical(self) -> str:
        """The one way to write it: 2025, 2025H1, 2025Q3, 2025YTD09, 2025-09, 2025-W36."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.year}"
            case PeriodKind.HALF:
                return f"{self.year}H{self._part(6)}"
            case PeriodKind.QUARTER:
                return f"{self.year}Q{self._part(3)}"
            case PeriodKind.YEAR_TO_DATE:
                return f"{self.year}YTD{self.months:02}"
            case PeriodKind.MONTH:
                return f"{self.start:%Y-%m}"
            case PeriodKind.WEEK:
                return f"{self.start.isocalendar().year}-W{self.start.isocalendar().week:02}"
            case PeriodKind.RANGE:
                return f"{self.start}..{self.end}"

    @property
    def label(self) -> str:
        """What it is called in Chinese: 2025年第三季度."""
        year = f"{self.year}年" if self.first_month == 1 else f"{self.year}财年"
        match self.kind:
            case PeriodKind.YEAR:
                return year
            case PeriodKind.HALF:
                return f"{year}{self.half_word}"
            case PeriodKind.QUARTER:
                return f"{year}第{_NUMERALS[self._part(3) - 1]}季度"
            case PeriodKind.YEAR_TO_DATE:
                return year + self._to_date_word()
            case PeriodKind.MONTH:
                return f"{self.start.year}年{self.start.month}月"
            case PeriodKind.WEEK:
                week = self.start.isocalendar()
                return f"{week.year}年第{week.week}周（{_days(self.start, self.end, with_year=False)}）"
            case PeriodKind.RANGE:
                return _days(self.start, self.end, with_year=True)

    @property
    def noun(self) -> str:
        """The word for a period of its length: 年度, 季度, 月."""
        return self.kind.value

    @property
    def half_word(self) -> str:
        """上半年 or 下半年; empty for any other period."""
        if self.kind is not PeriodKind.HALF:
            return ""
        return "上半年" if self._part(6) == 1 else "下半年"

    @property
    def this_word(self) -> str:
        """What the report calls its own period: 本年度, 本季度, 本月."""
        match self.kind:
            case PeriodKind.HALF:
                return self.half_word
            case PeriodKind.YEAR_TO_DATE:
                return self._to_date_word()
            case PeriodKind.RANGE:
                return "本期"
            case _:
                return f"本{self.noun}"

    @property
    def previous_word(self) -> str:
        """What it calls the one before: 上季度, 上月."""
        match self.kind:
            case PeriodKind.HALF:
                return "上半年" if self._part(6) == 2 else "上年下半年"
            case PeriodKind.YEAR | PeriodKind.QUARTER | PeriodKind.MONTH | PeriodKind.WEEK:
                return f"上{self.noun}"
            case _:
                return "上期"

    @property
    def next_word(self) -> str:
        """What it calls the one to come: 下一年度, 下季度, 下月."""
        match self.kind:
            case PeriodKind.YEAR:
                return "下一年度"
            case PeriodKind.HALF:
                return "下半年" if self._part(6) == 1 else "下年上半年"
            case PeriodKind.QUARTER | PeriodKind.MONTH | PeriodKind.WEEK:
                return f"下{self.noun}"
            case _:
                return "下一阶段"

    @property
    def last_year_word(self) -> str:
        """What it calls the same span a year earlier."""
        return "上年同期"

    @property
    def target_word(self) -> str:
        """Which targets its figures are measured by: the year's for a year to date, else its own."""
        match self.kind:
            case PeriodKind.YEAR | PeriodKind.YEAR_TO_DATE:
                return "年度"
            case PeriodKind.MONTH:
                return "月度"
            case PeriodKind.RANGE:
                return ""
            case _:
                return self.noun

    @property
    def months(self) -> int:
        """How many calendar months it touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def elapsed_share(self) -> Decimal:
        """Which part of the year has passed at its end; months count alike, so three quarters are 0.75."""
        first = Date(self.year if self.first_month == 1 else self.year - 1, self.first_month, 1)
        if self.kind in (PeriodKind.WEEK, PeriodKind.RANGE) and self.end != _month_end(self.end):
            year_end = _month_end(_shift(first, 11))
            share = Decimal((self.end - first).days + 1) / ((year_end - first).days + 1)
        else:
            share = Decimal((self.end.year - first.year) * 12 + self.end.month - first.month + 1) / 12
        return min(share, Decimal(1))

    @property
    def last_year(self) -> "Period":
        """The same calendar span a year earlier; for a week the one of the same number."""
        if self.kind is PeriodKind.WEEK:
            year, week, _ = self.start.isocalendar()
            last = min(week, Date(year - 1, 12, 28).isocalendar().week)
            return _week(year - 1, last)
        start, end = _year_before(self.start), _year_before(self.end)
        if self.end == _month_end(self.end):
            end = _month_end(end)
        return Period(self.kind, self.year - 1, start, end, self.first_month)

    @property
    def previous(self) -> "Period | None":
        """The adjacent period of the same length; years and years to date have none (环比)."""
        if self.kind in (PeriodKind.YEAR, PeriodKind.YEAR_TO_DATE):
            return None
        return self._neighbour(-1)

    @property
    def next(self) -> "Period | None":
        """The period that plans are made for, where the calendar names one."""
        if self.kind in (PeriodKind.YEAR_TO_DATE, PeriodKind.RANGE):
            return None
        return self._neighbour(1)

    def _neighbour(self, step: int) -> "Period":
        match self.kind:
            case PeriodKind.WEEK:
                year, week, _ = (self.start + datetime.timedelta(weeks=step)).isocalendar()
                return _week(year, week)
            case PeriodKind.RANGE if self._is_whole_months():
                start = _shift(self.start, step * self.months)
                return _range(start, _month_end(_shift(start, self.months - 1)))
            case PeriodKind.RANGE:
                shift = datetime.timedelta(days=step * self.days)
                return _range(self.start + shift, self.end + shift)
            case _:
                return _months(self.kind, _shift(self.start, step * _MONTHS[self.kind]), self.first_month)

    def _is_whole_months(self) -> bool:
        return self.start.day == 1 and self.end == _month_end(self.end)

    def _part(self, months: int) -> int:
        return (self.start.month - self.first_month) % 12 // months + 1

    def _to_date_word(self) -> str:
        if self.months == 9:
            return "前三季度"
        return f"{self.start.month}—{self.end.month}月"


def parse_period(text: str, fiscal_year_start: int = 1, *, year: int | None = None) -> Period | None:
    """The period that a text names, or nothing where it names none.

    `year` helps a text that leaves its year out (1—9月, 三季度). 三季度 is the single quarter; only 前三季度
    is the year to date.
    """
    written = _tidied(text)
    for pattern, build in _FORMS:
        match = pattern.fullmatch(written)
        if match is None:
            continue
        fields = {name: value for name, value in match.groupdict().items() if value}
        its_year = _full_year(fields.pop("year", "")) or year
        try:
            return build(its_year, fields, fiscal_year_start) if its_year else None
        except ValueError:
            return None
    return None


def _tidied(text: str) -> str:
    full_width = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    text = re.sub(r"\s", "", text.translate(full_width)).upper()
    return re.sub(r"(?<=[\d年月日])(?:\.\.|—|–|－|~|～|至|到)(?=\d)", "..", text)


def _full_year(text: str) -> int | None:
    return int(text) + (2000 if len(text) == 2 else 0) if text else None


Fields = dict[str, str]
_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "两": 2}


def _read_year(year: int, fields: Fields, first_month: int) -> Period:
    return _months(PeriodKind.YEAR, _fiscal_start(year, first_month), first_month)


def _read_half(year: int, fields: Fields, first_month: int) -> Period:
    start = _shift(_fiscal_start(year, first_month), 6 * (_ORDINALS[fields["part"]] - 1))
    return _months(PeriodKind.HALF, start, first_month)


def _read_quarter(year: int, fields: Fields, first_month: int) -> Period:
    start = _shift(_fiscal_start(year, first_month), 3 * (_ORDINALS[fields["part"]] - 1))
    return _months(PeriodKind.QUARTER, start, first_month)


def _read_quarters_to_date(year: int, fields: Fields, first_month: int) -> Period:
    return _to_date(year, 3 * _ORDINALS[fields["part"]], first_month)


def _read_months_to_date(year: int, fields: Fields, first_month: int) -> Period:
    return _to_date(year, int(fields["months"]), first_month)


def _read_month(year: int, fields: Fields, first_month: int) -> Period:
    return _months(PeriodKind.MONTH, Date(year, int(fields["month"]), 1), first_month)


def _read_week(year: int, fields: Fields, first_month: int) -> Period:
    return _week(year, int(fields["week"]))


def _read_months(year: int, fields: Fields, first_month: int) -> Period | None:
    """Whole months, 2025-01..2025-09: from the first month of a year on, they are that year to date."""
    start = Date(year, int(fields["month"]), 1)
    end = _month_end(Date(int(fields.get("last_year", year)), int(fields["last_month"]), 1))
    if end < start:
        return None
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    reporting_year = _reporting_year(start, first_month)
    if length == 1:
        return _months(PeriodKind.MONTH, start, first_month)
    if start.month == first_month and length == 12:
        return _months(PeriodKind.YEAR, start, first_month)
    if start.month == first_month and length < 12:
        return _to_date(reporting_year, length, first_month)
    return _range(start, end)


def _read_days(year: int, fields: Fields, first_month: int) -> Period | None:
    start = Date(year, int(fields["month"]), int(fields["day"]))
    last_month = int(fields.get("last_month", fields["month"]))
    end = Date(int(fields.get("last_year", year)), last_month, int(fields["last_day"]))
    return _range(start, end) if start <= end else None


def _to_date(year: int, months: int, first_month: int) -> Period:
    start = _fiscal_start(year, first_month)
    if not 1 <= months <= 12:
        raise ValueError(months)
    end = _month_end(_shift(start, months - 1))
    return Period(PeriodKind.YEAR_TO_DATE, year, start, end, first_month)


def _months(kind: PeriodKind, start: Date, first_month: int) -> Period:
    end = _month_end(_shift(start, _MONTHS[kind] - 1))
    return Period(kind, _reporting_year(start, first_month), start, end, first_month)


def _week(year: int, week: int) -> Period:
    start = Date.fromisocalendar(year, week, 1)
    return Period(PeriodKind.WEEK, year, start, start + datetime.timedelta(days=6))


def _range(start: Date, end: Date) -> Period:
    return Period(PeriodKind.RANGE, start.year, start, end)


def _fiscal_start(year: int, first_month: int) -> Date:
    """The first day of a reporting year, which is named after the calendar year it ends in."""
    return Date(year if first_month == 1 else year - 1, first_month, 1)


def _reporting_year(day: Date, first_month: int) -> int:
    return day.year + (first_month != 1 and day.month >= first_month)


def _shift(first: Date, months: int) -> Date:
    index = first.year * 12 + first.month - 1 + months
    return Date(index // 12, index % 12 + 1, 1)


def _month_end(day: Date) -> Date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _year_before(day: Date) -> Date:
    """The same day a year earlier; 29 February becomes the 28th."""
    last = calendar.monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last))


def _days(start: Date, end: Date, *, with_year: bool) -> str:
    """A span of days with 一字线, its second date as short as it can be (GB/T 15834)."""
    whole_months = start.day == 1 and end == _month_end(end) and with_year
    first = f"{start.year}年" * with_year + f"{start.month}月" + f"{start.day}日" * (not whole_months)
    last = f"{end.year}年" * (with_year and start.year != end.year)
    last += f"{end.month}月" * (start.month != end.month or start.year != end.year or whole_months)
    last += f"{end.day}日" * (not whole_months)
    return f"{first}—{last}"


_YEAR = r"(?:FY)?(?P<year>(?:19|20)\d\d)(?:财?年度?)?"
_MAYBE_YEAR = rf"(?:{_YEAR})?"
_SHORT_YEAR = r"(?:FY)?(?P<year>(?:19|20)?\d\d)"
_DAY = r"(?:-|年)(?P<month>\d{1,2})(?:-|月)(?P<day>\d{1,2})日?"
_LAST_DAY = (
    r"(?:(?P<last_year>(?:19|20)\d\d)(?:-|年))?(?:(?P<last_month>\d{1,2})(?:-|月))?(?P<last_day>\d{1,2})日?"
)
_LAST_MONTH = r"(?:(?P<last_year>(?:19|20)\d\d)(?:-|年))?(?P<last_month>\d{1,2})月?"


def _forms() -> Iterator[tuple[re.Pattern[str], Callable[[int, Fields, int], Period | None]]]:
    yield re.compile(rf"{_YEAR}(?:全年)?"), _read_year
    yield re.compile(rf"{_SHORT_YEAR}-?H(?P<part>[12])"), _read_half
    yield re.compile(rf"{_MAYBE_YEAR}(?P<part>[上下])半年"), _read_half
    yield re.compile(rf"{_SHORT_YEAR}-?Q(?P<part>[1-4])"), _read_quarter
    yield re.compile(rf"{_MAYBE_YEAR}第?(?P<part>[一二三四1-4])季度?"), _read_quarter
    yield re.compile(rf"{_MAYBE_YEAR}Q(?P<part>[1-4])"), _read_quarter
    yield re.compile(rf"{_MAYBE_YEAR}前(?P<part>[两二三23])个?季度"), _read_quarters_to_date
    yield re.compile(rf"{_YEAR}YTD(?P<months>\d\d?)"), _read_months_to_date
    yield re.compile(rf"{_MAYBE_YEAR}前(?P<months>\d\d?)个月"), _read_months_to_date
    yield re.compile(r"(?P<year>(?:19|20)\d\d)(?:-|年|/)?(?P<month>0[1-9]|1[0-2])月?"), _read_month
    yield re.compile(r"(?:(?P<year>(?:19|20)\d\d)[-年/])?(?P<month>\d{1,2})月"), _read_month
    yield re.compile(r"(?P<year>(?:19|20)\d\d)[-/](?P<month>\d)"), _read_month
    yield re.compile(rf"{_MAYBE_YEAR}-?(?:W|第)(?P<week>\d\d?)周?"), _read_week
    yield re.compile(rf"(?P<year>(?:19|20)\d\d){_DAY}\.\.{_LAST_DAY}"), _read_days
    yield re.compile(rf"(?P<year>(?:19|20)\d\d)[-年](?P<month>\d\d?)月?\.\.{_LAST_MONTH}"), _read_months
    yield re.compile(rf"(?P<month>\d\d?)月?\.\.{_LAST_MONTH}"), _read_months


_FORMS = tuple(_forms())
