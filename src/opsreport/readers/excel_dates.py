"""Dates and times in cells: days since the beginning of 1900 or 1904, shown as their format says."""

import datetime
from decimal import Decimal

from opsreport.readers.excel_figures import Otherwise
from opsreport.readers.excel_formats import Section

SECONDS = 86400
LAST_DAY = 2958464
"""The last but one of the year 9999, so that there is always a next."""

THE_29TH_OF_FEBRUARY_1900 = 60
"""Excel counts a day that never was, so that days before it are one further on."""

SHIFT_1904 = 1462


def moment_text(serial: Decimal, section: Section, *, since_1904: bool) -> str | Otherwise:
    """What the cell says: 2025-03-01, 2025年3月 where no day is shown, 02:15:00 for a time."""
    units = shown_units(section)
    if not units & set("ymd"):
        return _time(serial, is_elapsed="elapsed" in units)
    day = int(serial)
    moment = day_of(day, since_1904=since_1904) if serial >= 0 else None
    if moment is None:
        return Otherwise("date")
    # Half a second is more than binary numbers can be off by.
    seconds = int(((serial - day) * SECONDS).to_integral_value())
    return date_text(moment + datetime.timedelta(seconds=seconds), units)


def date_text(moment: datetime.datetime, units: set[str]) -> str:
    """A date to the unit that the cell shows; a month is never without its year."""
    if "d" not in units and "h" not in units:
        return f"{moment.year}年{moment.month}月" if "m" in units else f"{moment.year}"
    if "h" in units and moment.time() != datetime.time():
        return f"{moment:%Y-%m-%d %H:%M:%S}"
    return moment.date().isoformat()


def day_of(number: int, *, since_1904: bool) -> datetime.datetime | None:
    """The day with this number; nothing for one that never was."""
    number += SHIFT_1904 if since_1904 else 0
    if number == THE_29TH_OF_FEBRUARY_1900 or not 0 < number <= LAST_DAY:
        return None
    before = number < THE_29TH_OF_FEBRUARY_1900
    return datetime.datetime(1899, 12, 30) + datetime.timedelta(days=number + before)


def shown_units(section: Section) -> set[str]:
    """Which of y, m (months), d, h and elapsed a section shows; an m beside hours or seconds is minutes."""
    units: set[str] = set()
    letters = [
        sign if sign == "elapsed" else text[0] for sign, text in section.parts if sign in ("date", "elapsed")
    ]
    for at, letter in enumerate(letters):
        before, after = letters[at - 1] if at else "", letters[at + 1] if at + 1 < len(letters) else ""
        if letter == "elapsed":
            units |= {"elapsed", "h"}
        elif letter in "hs" or (letter == "m" and (before in ("h", "elapsed") or after == "s")):
            units.add("h")
        elif letter in "ye":
            units.add("y")
        elif letter in "ab":
            # A day of the week is shown beside a date, or stands for one.
            units.add("d")
        else:
            units.add(letter)
    return units


def _time(serial: Decimal, *, is_elapsed: bool) -> str | Otherwise:
    """A time of day or a duration in hours, minutes and seconds."""
    if serial < 0:
        return Otherwise("date")
    if serial >= 1 and not is_elapsed:
        # 36 hours in a cell that shows hours of a day read 12:00.
        return Otherwise("days")
    milliseconds = int((serial * SECONDS * 1000).to_integral_value())
    seconds, rest = divmod(milliseconds, 1000)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{text}.{rest:03}".rstrip("0") if rest else text
