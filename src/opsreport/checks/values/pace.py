"""Values: praise of a pace that the figures do not keep."""

import re
from collections.abc import Iterator
from decimal import Decimal

from opsreport.bundle.metric import Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.quoted import as_written
from opsreport.claims.clauses import clauses_of, sentences_of
from opsreport.claims.plain_text import PlainText
from opsreport.claims.words import Role, words_in
from opsreport.diagnostics import Label
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Basis, Kind, Polarity
from opsreport.figures.rounding import quotient, rounded

AHEAD = re.compile(r"(?:快于|超过?|高于|领先(?:于)?|优于|好于|超前于?)(?:了)?(?:时序|时间|序时)进度")
PRAISE = re.compile(
    r"(?<![不未难够欠])顺利(?!开工|上线|启动|召开)|超额(?:完成|达成)|超预期|好于预期|进展良好|如期完成|按期完成|提前完成"
)
TOLERANCE = 5
"""Points that a completion may be behind the part of the year that has passed."""


@VALUES.rule
def behind_schedule(case: Case) -> Iterator[Finding]:
    """A text that calls well on its way what is behind the time that has passed."""
    late = {
        id(metric): one for metric in case.bundle.metrics if (one := _completion(case, metric)) is not None
    }
    if not late:
        return
    for text in case.texts:
        if text.is_running and text.tells_of_period:
            yield from _in_text(case, text, late)


def _completion(case: Case, metric: Metric) -> tuple[Decimal, Decimal] | None:
    """The completion of a metric and the part of its target's time that has passed, where it is behind."""
    period = metric.period or case.bundle.report.period
    value, target = metric.value, metric.target
    if period is None or not isinstance(value, Figure) or not isinstance(target, Figure):
        return None
    is_amount = metric.kind.value in (Kind.MONEY, Kind.COUNT) and metric.basis.value is Basis.NOMINAL
    if not is_amount or metric.polarity.value is not Polarity.HIGHER_IS_BETTER or target.amount <= 0:
        return None
    completion = quotient(value.base_amount * 100, target.base_amount)
    # Only a year to date is measured by the target of a longer time (figures C.3).
    passed = period.value.elapsed_share * 100 if period.value.target_word == "年度" else Decimal(100)
    return (completion, passed) if completion < passed else None


def _in_text(case: Case, text: PlainText, late: dict[int, tuple[Decimal, Decimal]]) -> Iterator[Finding]:
    folded = text.folded
    own = text.owner if isinstance(text.owner, Metric) and text.key == "driver" else None
    for first, last in sentences_of(folded):
        about: Metric | None = own
        for start, end, _ in clauses_of(folded, first, last):
            mentions = [one.metrics for one in case.names.mentions(folded[start:end])]
            if mentions:
                is_one = len(mentions) == len(mentions[0]) == 1
                about = mentions[0][0] if is_one else None
            if about and id(about) in late:
                yield from _in_clause(text, start, end, about, late[id(about)])


def _in_clause(
    text: PlainText, start: int, end: int, metric: Metric, late: tuple[Decimal, Decimal]
) -> Iterator[Finding]:
    completion, passed = late
    ahead = AHEAD.search(text.folded, start, end)
    praise = PRAISE.search(text.folded, start, end) if passed - completion > TOLERANCE else None
    match = ahead or praise
    if match is None or any(word.role is Role.HEDGE for word in words_in(text.folded, start, end)):
        return
    value, target = metric.value, metric.target
    if isinstance(value, Figure) and isinstance(target, Figure):
        details = {
            "metric": metric.name.text,
            "claim": match[0],
            "value": as_written(value),
            "target": as_written(target),
            "completion": f"{rounded(completion, 1)}%",
            "passed": f"{rounded(passed, 1)}%",
            "behind": f"{rounded(passed - completion, 1)}",
        }
        yield Finding(text.locate(*match.span()), details, secondary=(Label(value.span), Label(target.span)))
