"""Dates and periods as they are printed in running text (figures C.12)."""

import datetime

from opsreport.bundle.leaves import Choice
from opsreport.figures.period import Period
from opsreport.report.passage import Passage, field


def date_text(date: datetime.date) -> str:
    """A date in words: 2025年9月30日, never 2025.9.30."""
    return f"{date.year}年{date.month}月{date.day}日"


def date_passage(date: Choice[datetime.date] | None) -> Passage:
    """A date of the bundle; nothing where none is given."""
    return field(date.span.path, date_text(date.value)) if date else Passage()


def period_passage(period: Choice[Period] | None) -> Passage:
    """A period of the bundle by its label: 2025年第三季度."""
    return field(period.span.path, period.value.label) if period else Passage()
