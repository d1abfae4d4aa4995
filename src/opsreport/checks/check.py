"""All rules over one bundle."""

from opsreport.bundle.model import Bundle
from opsreport.checks.families import FAMILIES
from opsreport.checks.family import Case
from opsreport.checks.periods import dates, lengths, series, stale
from opsreport.checks.relations import (
    efforts,
    goals,
    lifecycle,
    plans,
    problems,
    projects,
    requests,
    unexplained,
)
from opsreport.checks.structure import leftovers
from opsreport.checks.typography import numbering, numerals, punctuation, quotes, signs, spaces
from opsreport.checks.values import (
    aggregates,
    bases,
    benchmarks,
    bounds,
    cohorts,
    conflicts,
    counts,
    differences,
    experiments,
    extremes,
    formulas,
    fractions,
    met_goals,
    pace,
    parts,
    slips,
    stated,
)
from opsreport.checks.waivers import waivers_of
from opsreport.checks.wording import (
    contradictions,
    directions,
    measures,
    naming,
    praise,
    qualifiers,
    records,
    steadiness,
    turnarounds,
    vagueness,
    windows,
)
from opsreport.diagnostics import Diagnostics, Origin

RULES = (
    leftovers,
    fractions,
    *(stated, parts, formulas, aggregates, bases, differences),
    *(bounds, extremes, cohorts, slips, met_goals, benchmarks, counts),
    *(conflicts, pace, experiments, dates, lengths, series, stale),
    problems,
    unexplained,
    projects,
    lifecycle,
    plans,
    goals,
    requests,
    efforts,
    *(punctuation, quotes, spaces, signs, numerals, numbering),
    *(directions, turnarounds, contradictions, measures, steadiness, windows, praise, qualifiers),
    *(records, vagueness, naming),
)
"""The modules whose rules are entered into the families by importing them."""


def check_bundle(
    bundle: Bundle, required: tuple[str, ...], expected: tuple[str, ...], found: Diagnostics
) -> None:
    """Add what every rule finds in the bundle, and list the waivers that spared it any.

    `required` and `expected` are what the style needs: keys of the report's head, parts with content.
    """
    waivers = waivers_of(bundle)
    with found.during(Origin.CHECKING, waivers.spare):
        apply_rules(bundle, required, expected, found)
    waivers.report(found, is_done=False)


def apply_rules(
    bundle: Bundle, required: tuple[str, ...], expected: tuple[str, ...], found: Diagnostics
) -> Case:
    """Add what every rule finds; what was read of the texts on the way is in the case."""
    case = Case(bundle, required, expected)
    for family in FAMILIES:
        for code, rule in family.rules.items():
            for finding in rule(case):
                found.report(
                    code,
                    finding.span,
                    finding.details,
                    secondary=finding.secondary,
                    help_key=finding.help_key,
                    severity=finding.severity,
                    is_waivable=finding.is_waivable,
                )
    return case
