"""Periods: the report's own time under a name of another length."""

import re
from collections.abc import Iterator

from opsreport.bundle.header import Header
from opsreport.checks.families import PERIODS
from opsreport.checks.family import Case, Finding
from opsreport.checks.periods.named import Named, is_to_date, named_in
from opsreport.checks.periods.stale import HEADINGS, OPENINGS
from opsreport.diagnostics import Label
from opsreport.figures.agreement import span_of
from opsreport.figures.figure import Figure
from opsreport.figures.period import Period, PeriodKind
from opsreport.figures.period_reading import parse_period

LENGTHS = {
    "本年度": PeriodKind.YEAR, "本半年度": PeriodKind.HALF, "本季度": PeriodKind.QUARTER,
    "本季": PeriodKind.QUARTER, "本月": PeriodKind.MONTH, "本周": PeriodKind.WEEK,
}  # fmt: skip
RELATIVE = re.compile("(?P<word>本年度|本半年度|本季度|本季(?!节)|本月|本周)")
# 完成本年度目标的68%, 本月底前: a word of another length that is meant.
MEANT = re.compile(
    "^(?:累计|以来|目标|预算|计划|任务|规划|考核|剩余|末|内|最|首|第|前|后|底|初|起|止|中旬|上旬|下旬|[一二三四]季度|[1-9]|重点|指标|总)"
)
NEARBY = 40
"""So many signs around a word tell what it stands for."""

CLAUSE_OPENS = re.compile(r"(?:^|[，。；：:;！？\n（(])\s*$")
AHEAD_KEYS = frozenset({"direction", "goal", "action", "due"})


@PERIODS.rule
def wrong_relative_period(case: Case) -> Iterator[Finding]:
    """本年度 in a quarter's report: a word for the report's own time that is of another length."""
    period = case.bundle.report.period
    if period is None or period.value.kind not in (*LENGTHS.values(), PeriodKind.YEAR_TO_DATE):
        return
    own = period.value
    lengths = {PeriodKind.YEAR} if own.kind is PeriodKind.YEAR_TO_DATE else {own.kind}
    for text in case.texts:
        if not text.is_running or not text.tells_of_period or text.key in AHEAD_KEYS:
            continue
        for match in RELATIVE.finditer(text.folded):
            if LENGTHS[match["word"]] not in lengths and _is_own(text.folded, match):
                details = {"words": match["word"], "period": own.label, "right": own.this_word}
                yield Finding(text.locate(*match.span()), details)


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands for the report's own time: it opens a clause and nothing makes it another."""
    before = text[max(0, match.start() - NEARBY) : match.start()]
    after = text[match.end() : match.end() + NEARBY]
    quoted = before.count("“") > before.count("”") or before.count("《") > before.count("》")
    return bool(CLAUSE_OPENS.search(before)) and not MEANT.match(after) and not quoted


@PERIODS.rule
def quarter_or_year_to_date(case: Case) -> Iterator[Finding]:
    """第三季度 over figures of the year to date, or 前三季度 over those of the quarter."""
    report = case.bundle.report
    if report.period is None:
        return
    own = report.period.value
    label = report.period_label
    named_label = label and parse_period(label.text, own.first_month, year=own.year)
    if label and named_label and _is_other_length(named_label, own):
        yield Finding(label.span, _details(label.text, own), secondary=(Label(report.period.span),))
    levels = _levels(case)
    for text in case.texts:
        if not text.is_running:
            continue
        found = list(named_in(text, own))
        for named in found:
            if _is_other_length(named.period, own) and _stands_for(named, found, own, levels):
                yield Finding(text.locate(named.start, named.end), _details(named.words, own))


def _details(words: str, own: Period) -> dict[str, object]:
    return {"words": words, "period": own.label}


def _is_other_length(named: Period, own: Period) -> bool:
    """Whether of two periods with one end one is a quarter and the other the year up to it."""
    if named.end != own.end or named.start == own.start:
        return False
    return (is_to_date(named) and own.kind is PeriodKind.QUARTER) or (
        is_to_date(own) and named.kind is PeriodKind.QUARTER
    )


def _levels(case: Case) -> dict[int, list[tuple[int, int]]]:
    """Where in each text a level stands that is the value of its metric."""
    found: dict[int, list[tuple[int, int]]] = {}
    for claim in case.claims:
        metric = claim.metric
        if metric is None or claim.level is None or metric.period or not isinstance(metric.value, Figure):
            continue
        told, value = claim.level.figure, metric.value
        is_alike = told.unit and value.unit and told.unit.measures_like(value.unit)
        if is_alike and told.amount and span_of(told).meets(span_of(value)):
            found.setdefault(id(claim.text), []).append((claim.level.start, claim.level.end))
    return found


def _stands_for(
    named: Named, all_named: list[Named], own: Period, levels: dict[int, list[tuple[int, int]]]
) -> bool:
    """Whether a period of the other length is surely used for the report's own."""
    beside = [one for one in all_named if one is not named and one.period.start == own.start]
    if named.text.key in HEADINGS:
        return isinstance(named.text.owner, Header) and not beside
    if any(one.sentence == named.sentence for one in beside):
        return False
    first, last = named.end, named.sentence[1]
    later = [one.start for one in all_named if one.start > named.start]
    last = min([last, *later])
    if any(first <= start < last for start, _ in levels.get(id(named.text), ())):
        return True
    is_opening = named.text.key in OPENINGS and isinstance(named.text.owner, Header) and named.start == 0
    return is_opening and named.after.startswith("，") and "累计" not in named.whole and not beside
