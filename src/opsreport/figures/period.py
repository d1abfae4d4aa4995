"""Reporting periods: how people write them, what they are called, and which ones they are compared with."""

import calendar
import datetime
import enum
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
        if self.kind in (PeriodKind.WEEK, PeriodKind.RANGE) and self.end != month_end(self.end):
            year_end = month_end(shift_months(first, 11))
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
            return calendar_week(year - 1, last)
        start, end = _year_before(self.start), _year_before(self.end)
        if self.end == month_end(self.end):
            end = month_end(end)
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
                return calendar_week(year, week)
            case PeriodKind.RANGE if self._is_whole_months():
                start = shift_months(self.start, step * self.months)
                return day_range(start, month_end(shift_months(start, self.months - 1)))
            case PeriodKind.RANGE:
                shift = datetime.timedelta(days=step * self.days)
                return day_range(self.start + shift, self.end + shift)
            case _:
                return calendar_period(
                    self.kind, shift_months(self.start, step * _MONTHS[self.kind]), self.first_month
                )

    def _is_whole_months(self) -> bool:
        return self.start.day == 1 and self.end == month_end(self.end)

    def _part(self, months: int) -> int:
        return (self.start.month - self.first_month) % 12 // months + 1

    def _to_date_word(self) -> str:
        if self.months == 9:
            return "前三季度"
        return f"{self.start.month}—{self.end.month}月"


def year_to_date(year: int, months: int, first_month: int) -> Period:
    """The first so many months of a year."""
    start = fiscal_start(year, first_month)
    if not 1 <= months <= 12:
        raise ValueError(months)
    end = month_end(shift_months(start, months - 1))
    return Period(PeriodKind.YEAR_TO_DATE, year, start, end, first_month)


def calendar_period(kind: PeriodKind, start: Date, first_month: int) -> Period:
    """The year, half-year, quarter or month that starts on this day."""
    end = month_end(shift_months(start, _MONTHS[kind] - 1))
    return Period(kind, reporting_year(start, first_month), start, end, first_month)


def calendar_week(year: int, week: int) -> Period:
    """A week of the ISO calendar."""
    start = Date.fromisocalendar(year, week, 1)
    return Period(PeriodKind.WEEK, year, start, start + datetime.timedelta(days=6))


def day_range(start: Date, end: Date) -> Period:
    """Any stretch of days."""
    return Period(PeriodKind.RANGE, start.year, start, end)


def fiscal_start(year: int, first_month: int) -> Date:
    """The first day of a reporting year, which is named after the calendar year it ends in."""
    return Date(year if first_month == 1 else year - 1, first_month, 1)


def reporting_year(day: Date, first_month: int) -> int:
    """The reporting year a day falls in."""
    return day.year + (first_month != 1 and day.month >= first_month)


def shift_months(first: Date, months: int) -> Date:
    """The first of the month so many months on."""
    index = first.year * 12 + first.month - 1 + months
    return Date(index // 12, index % 12 + 1, 1)


def month_end(day: Date) -> Date:
    """The last day of a month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _year_before(day: Date) -> Date:
    """The same day a year earlier; 29 February becomes the 28th."""
    last = calendar.monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last))


def _days(start: Date, end: Date, *, with_year: bool) -> str:
    """A span of days with 一字线, its second date as short as it can be (GB/T 15834)."""
    whole_months = start.day == 1 and end == month_end(end) and with_year
    first = f"{start.year}年" * with_year + f"{start.month}月" + f"{start.day}日" * (not whole_months)
    last = f"{end.year}年" * (with_year and start.year != end.year)
    last += f"{end.month}月" * (start.month != end.month or start.year != end.year or whole_months)
    last += f"{end.day}日" * (not whole_months)
    return f"{first}—{last}"
