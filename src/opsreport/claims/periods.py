"""What a report may call its own period in a sentence."""

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
        case PeriodKind.HALF:
            words |= {period.half_word, f"{period.year}年{period.half_word}"}
        case PeriodKind.QUARTER:
            number = QUARTERS[(period.start.month - period.first_month) % 12 // 3]
            words |= {
                f"{number}季度",
                f"第{number}季度",
                f"{period.year}年{number}季度",
                f"{period.year}年第{number}季度",
            }
        case PeriodKind.MONTH:
            words |= {f"{period.start.month}月", f"{period.start.month}月份", "当月"}
        case PeriodKind.YEAR_TO_DATE:
            words |= {f"{period.year}年{period.this_word}", "年初以来", "今年以来"}
    return tuple(word for word in words if word)
