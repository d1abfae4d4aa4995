"""Values: metrics said to be above the average of others."""

import re
from collections.abc import Iterator

from opsreport.bundle.metric import Metric
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.values.quoted import as_written
from opsreport.claims.claim import Claim
from opsreport.claims.words import Base, Role
from opsreport.diagnostics import Label
from opsreport.figures.change import Direction
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Polarity

BY_MERIT = {"优于": True, "好于": True, "领先": True, "落后": False, "逊于": False}
"""Words that say which is better, not which is higher."""

ABSENT = "——"

GIVEN_BEHIND = re.compile(r"^\s*[（(][^（()）]*\d")


@VALUES.rule
def benchmark_claim(case: Case) -> Iterator[Finding]:
    """A text that sets a metric above or below others, whose figure is missing or says otherwise."""
    for claim in case.claims:
        metric, word = claim.metric, claim.base_word
        if metric is None or word is None or claim.base is not Base.BENCHMARK:
            continue
        if claim.is_hedged or claim.is_elsewhere or claim.is_own or _is_attribute(claim):
            continue
        benchmark = metric.benchmark.value if metric.benchmark else None
        details = {
            "metric": metric.name.text,
            "claim": word.text,
            "value": _shown(metric.value),
            "benchmark": _shown(benchmark),
        }
        if metric.benchmark is None:
            if not GIVEN_BEHIND.match(claim.after) and not claim.base_level:
                yield Finding(claim.place(word), details, "none")
            continue
        value, is_level = metric.value, word.role is Role.DIFFER
        if is_level and isinstance(benchmark, Figure) and isinstance(value, Figure):
            if _holds(claim, metric, value, benchmark):
                continue
            yield Finding(claim.place(word), details, secondary=(Label(benchmark.span),))


def _is_attribute(claim: Claim) -> bool:
    """Whether the comparison only qualifies a noun: 高于行业平均的部分."""
    word = claim.base_word
    return word is not None and claim.text.folded.startswith("的", word.end)


def _shown(quantity: Quantity | None) -> str:
    return as_written(quantity) if isinstance(quantity, Figure) else ABSENT


def _holds(claim: Claim, metric: Metric, value: Figure, benchmark: Figure) -> bool:
    word = claim.base_word
    is_higher = value.base_amount > benchmark.base_amount
    is_lower = value.base_amount < benchmark.base_amount
    merit = next((good for text, good in BY_MERIT.items() if word and word.text.startswith(text)), None)
    if merit is None:
        return is_higher if word and word.direction is Direction.UP else is_lower
    match metric.polarity.value:
        case Polarity.HIGHER_IS_BETTER:
            return is_higher if merit else is_lower
        case Polarity.LOWER_IS_BETTER:
            return is_lower if merit else is_higher
        case _:
            return True
