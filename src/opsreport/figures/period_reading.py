"""How people write periods: 2025Q3, 2025年三季度, 1—9月, 2025-07-01..2025-08-15."""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from opsreport.figures.period import (
    Period,
    PeriodKind,
    calendar_period,
    calendar_week,
    day_range,
    fiscal_start,
    month_end,
    reporting_year,
    shift_months,
    year_to_date,
)

Date = datetime.date

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_UNTIL = re.compile(r"(?<=[\d年月日])(?:\.\.|—|–|－|~|～|至|到)(?=\d)")


# The series of all metrics are over the same few periods.
@lru_cache(maxsize=10_000)
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
    return _UNTIL.sub("..", "".join(text.translate(_FULL_WIDTH).split()).upper())


def _full_year(text: str) -> int | None:
    return int(text) + (2000 if len(text) == 2 else 0) if text else None


Fields = dict[str, str]
_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "两": 2}


def _read_year(year: int, fields: Fields, first_month: int) -> Period:
    return calendar_period(PeriodKind.YEAR, fiscal_start(year, first_month), first_month)


def _read_half(year: int, fields: Fields, first_month: int) -> Period:
    start = shift_months(fiscal_start(year, first_month), 6 * (_ORDINALS[fields["part"]] - 1))
    return calendar_period(PeriodKind.HALF, start, first_month)


def _read_quarter(year: int, fields: Fields, first_month: int) -> Period:
    start = shift_months(fiscal_start(year, first_month), 3 * (_ORDINALS[fields["part"]] - 1))
    return calendar_period(PeriodKind.QUARTER, start, first_month)


def _read_quarters_to_date(year: int, fields: Fields, first_month: int) -> Period:
    return year_to_date(year, 3 * _ORDINALS[fields["part"]], first_month)


def _read_months_to_date(year: int, fields: Fields, first_month: int) -> Period:
    return year_to_date(year, int(fields["months"]), first_month)


def _read_month(year: int, fields: Fields, first_month: int) -> Period:
    return calendar_period(PeriodKind.MONTH, Date(year, int(fields["month"]), 1), first_month)


def _read_week(year: int, fields: Fields, first_month: int) -> Period:
    return calendar_week(year, int(fields["week"]))


def _read_months(year: int, fields: Fields, first_month: int) -> Period | None:
    """Whole months, 2025-01..2025-09: from the first month of a year on, they are that year to date."""
    start = Date(year, int(fields["month"]), 1)
    end = month_end(Date(int(fields.get("last_year", year)), int(fields["last_month"]), 1))
    if end < start:
        return None
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    if length == 1:
        return calendar_period(PeriodKind.MONTH, start, first_month)
    if start.month == first_month and length == 12:
        return calendar_period(PeriodKind.YEAR, start, first_month)
    if start.month == first_month and length < 12:
        return year_to_date(reporting_year(start, first_month), length, first_month)
    return day_range(start, end)


def _read_days(year: int, fields: Fields, first_month: int) -> Period | None:
    start = Date(year, int(fields["month"]), int(fields["day"]))
    last_month = int(fields.get("last_month", fields["month"]))
    end = Date(int(fields.get("last_year", year)), last_month, int(fields["last_day"]))
    return day_range(start, end) if start <= end else None


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
    yield re.compile(r"(?P<year>(?:19|20)\d\d)(?:[-年/.])?(?P<month>0[1-9]|1[0-2])月?"), _read_month
    yield re.compile(r"(?:(?P<year>(?:19|20)\d\d)[-年/])?(?P<month>\d{1,2})月"), _read_month
    yield re.compile(r"(?P<year>(?:19|20)\d\d)[-/](?P<month>\d)"), _read_month
    yield re.compile(rf"{_MAYBE_YEAR}-?(?:W|第)(?P<week>\d\d?)周?"), _read_week
    yield re.compile(rf"(?P<year>(?:19|20)\d\d){_DAY}\.\.{_LAST_DAY}"), _read_days
    yield re.compile(rf"(?P<year>(?:19|20)\d\d)[-年](?P<month>\d\d?)月?\.\.{_LAST_MONTH}"), _read_months
    yield re.compile(rf"(?P<month>\d\d?)月?\.\.{_LAST_MONTH}"), _read_months


_FORMS = tuple(_forms())
