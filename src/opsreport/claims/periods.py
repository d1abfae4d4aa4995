"""What a report may call its own period in a sentence, and those that it compares itself with."""

from collections.abc import Iterator

from opsreport.claims.words import Base
from opsreport.figures.period import Period, PeriodKind

QUARTERS = "一二三四"


def own_words(period: Period | None) -> tuple[str, ...]:
    """本季度, 三季度, 第三季度, 2025年三季度: words that name the report's own period."""
    if period is None:
        return ("本期",)
    words = {"本期", period.this_word, period.label, f"{period.year}年", f"{period.year}年度", "今年", "本年"}
    match period.kind:
        case PeriodKind.YEAR:
            words |= {"本年度", "全年", "年内"}
        case PeriodKind.HALF | PeriodKind.QUARTER:
            words |= {named for name in _names(period) for named in (name, f"{period.year}年{name}")}
        case PeriodKind.MONTH:
            words |= {*_names(period), "当月"}
        case PeriodKind.YEAR_TO_DATE:
            words |= {f"{period.year}年{period.this_word}", "年初以来", "今年以来"}
    return tuple(word for word in words if word)


def base_words(period: Period | None) -> dict[str, Base]:
    """The names of the period before and of the same one a year before, with the figure each stands for.

    In a report on the third quarter of 2025: 二季度, 2025年二季度; 去年三季度, 2024年三季度, 去年同期.
    """
    if period is None:
        return {}
    words: dict[str, Base] = {}
    if period.previous:
        words |= dict.fromkeys(_dated(period.previous, period), Base.PREVIOUS)
        words |= dict.fromkeys(_names(period.previous), Base.PREVIOUS)
    years = {"去年同期", "上年同期", f"{period.year - 1}年同期", *_dated(period.last_year, period)}
    if period.kind is PeriodKind.YEAR:
        years |= {f"{period.year - 1}年", f"{period.year - 1}年全年"}
    return words | dict.fromkeys(years, Base.LAST_YEAR)


def _names(period: Period) -> tuple[str, ...]:
    """What a part of a year is called within it: 三季度, 9月, 上半年."""
    match period.kind:
        case PeriodKind.HALF:
            return (period.half_word,)
        case PeriodKind.QUARTER:
            number = QUARTERS[(period.start.month - period.first_month) % 12 // 3]
            return f"{number}季度", f"第{number}季度"
        case PeriodKind.MONTH:
            return f"{period.start.month}月", f"{period.start.month}月份"
        case _:
            return ()


def _dated(period: Period, own: Period) -> Iterator[str]:
    """Its names with their year: 2024年三季度, 去年三季度."""
    is_month = period.kind is PeriodKind.MONTH
    year, this_year = (period.start.year, own.start.year) if is_month else (period.year, own.year)
    years = (f"{year}年", "去年", "上年") if year == this_year - 1 else (f"{year}年",)
    for name in _names(period):
        yield from (before + name for before in years)
