"""Periods: dates that come too early or too late."""

import datetime
import re
from collections.abc import Iterator

from opsreport.bundle.leaves import Choice
from opsreport.bundle.parts import Goal, Plan, Reflection, Request
from opsreport.checks.families import PERIODS
from opsreport.checks.family import Case, Finding
from opsreport.checks.retention import retention_of
from opsreport.diagnostics import Label
from opsreport.figures.figure import Figure
from opsreport.figures.period import Period, month_end, shift_months

Date = datetime.date

LATEST = 90
"""Days after a period's end by which its report is written."""

BY_THEN = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|[底末])?(?:之?前|[底末])"
)
NEXT_MONTH = "次月留存"


@PERIODS.rule
def impossible_due_date(case: Case) -> Iterator[Finding]:
    """What is due before the report that announces it, or within the time it looks back on."""
    report = case.bundle.report
    earliest, since = _earliest(report.date, report.period)
    if earliest is None or since is None:
        return
    for part in case.contents:
        due = None
        if isinstance(part, Plan | Goal | Reflection):
            due = part.due
        elif isinstance(part, Request):
            due = part.reply_by
        if due and due.value < earliest:
            details = {"due": due.value.isoformat(), "earliest": earliest.isoformat()}
            yield Finding(due.span, details, secondary=(Label(since.span),))
    yield from _typed_dates(case, earliest)


def _earliest(
    date: Choice[Date] | None, period: Choice[Period] | None
) -> tuple[Date | None, Choice[Date] | Choice[Period] | None]:
    """The first day that something may be due on, and what says so."""
    after = period.value.end + datetime.timedelta(days=1) if period else None
    if date and (after is None or date.value >= after):
        return date.value, date
    return after, period


def _typed_dates(case: Case, earliest: Date) -> Iterator[Finding]:
    """Dates typed into what shall be done: 于2025年6月底前完成."""
    for text in case.texts:
        is_ahead = isinstance(text.owner, Plan | Goal | Request) or text.key == "direction"
        if not text.is_running or not is_ahead:
            continue
        for match in BY_THEN.finditer(text.folded):
            due = _date(int(match["year"]), int(match["month"]), match["day"])
            if due and due < earliest:
                details = {"due": match[0], "earliest": earliest.isoformat()}
                yield Finding(text.locate(*match.span()), details)


def _date(year: int, month: int, day: str | None) -> Date | None:
    try:
        return Date(year, month, int(day)) if day else month_end(Date(year, month, 1))
    except ValueError:
        return None


@PERIODS.rule
def odd_report_date(case: Case) -> Iterator[Finding]:
    """A report written before its period is over, or long after."""
    report = case.bundle.report
    if report.date is None or report.period is None:
        return
    end, date = report.period.value.end, report.date.value
    details = {"date": date.isoformat(), "end": end.isoformat(), "days": (date - end).days}
    secondary = (Label(report.period.span),)
    if date < end:
        yield Finding(report.date.span, details, secondary=secondary)
    elif (date - end).days > LATEST:
        yield Finding(report.date.span, details, "late", secondary=secondary)


@PERIODS.rule
def immature_cohort(case: Case) -> Iterator[Finding]:
    """Retention after so many days of users who have not been there for so long."""
    for metric in case.bundle.metrics:
        period = metric.period or case.bundle.report.period
        if metric.as_of is None:
            continue
        counted = [
            point.period for point in metric.series if point.period and isinstance(point.value, Figure)
        ]
        if not counted and period and isinstance(metric.value, Figure):
            counted = [period]
        for cohort in counted:
            ripe = _ripe(metric.name.text, cohort.value)
            if ripe and metric.as_of.value < ripe:
                details = {
                    "metric": metric.name.text,
                    "period": cohort.value.label,
                    "end": cohort.value.end.isoformat(),
                    "as_of": metric.as_of.value.isoformat(),
                    "ripe": ripe.isoformat(),
                }
                yield Finding(metric.as_of.span, details, secondary=(Label(cohort.span),))
                break


def _ripe(name: str, period: Period) -> Date | None:
    """The day on which the last users of a period have been there long enough to be counted."""
    retention = retention_of(name)
    if retention:
        return period.end + datetime.timedelta(days=retention.days)
    if NEXT_MONTH in name:
        return month_end(shift_months(period.end.replace(day=1), 1))
    return None
