"""Every check that is promised has its code and its severity, is listed by `explain`, and is in the manual."""

from pathlib import Path

import pytest

from opsreport.cli.explain import listing
from opsreport.diagnostics import CATALOGUE, Language, Severity
from opsreport.diagnostics.catalogue import FAMILIES
from opsreport.diagnostics.catalogue.titles import FAMILY_TITLES

PROMISED = {
    "structure": """
        E: unfilled-slot duplicate-id unknown-reference not-a-figure missing-header-field mangled-value
            unknown-field mixed-currencies
        W: unprinted-content document-number web-residue empty-section
    """,
    "values": """
        E: stated-vs-target stated-vs-last-year stated-vs-previous stated-change parts-do-not-add-up
            formula-mismatch peak-below-average series-mismatch impossible-rate negative-quantity
            score-out-of-scale impossible-nps subset-larger-than-set attainment-without-target
            growth-on-nonpositive-base ratio-mismatch cagr-mismatch count-claim
        W: shares-do-not-add-up retention-order goal-already-met tiny-base contributions-do-not-add-up
            benchmark-claim unit-slip fraction-as-percent conflicting-values behind-schedule
            printed-difference not-significant
    """,
    "wording": """
        E: wrong-direction times-with-decrease signed-magnitude times-off-by-one wrong-turnaround
        W: percent-for-points praise-for-adverse not-flat stable-and-moving wrong-comparison-period
            not-doubled unproven-record wrong-qualifier estimate-as-fact driver-sign
            one-figure-many-metrics inconsistent-names text-contradicts-data
        I: adverb-size claim-without-figure unexpanded-abbreviation
    """,
    "periods": """
        E: wrong-relative-period foreign-period quarter-or-year-to-date impossible-due-date
        W: stale-period unequal-days odd-report-date immature-cohort
    """,
    "relations": """
        E: request-mismatch wrong-effort-unit
        W: problem-without-owner plan-without-resources plan-without-problem problem-without-plan
            missed-target-unexplained adverse-move-unexplained vague-plan conflicting-goals
            project-without-result incomplete-lifecycle late-remedy
        I: lingering-problem
    """,
    "typography": """
        W: half-width-punctuation full-width-alphanumeric range-loses-unit spacing stray-space
            mixed-numeral mixed-units wrong-dash unpaired-quotes mixed-decimals wrong-ratio-sign
            doubled-punctuation mixed-separators typed-numbering negative-zero
        I: comma-between-quotes
    """,
}
"""By family and severity: error, warning, info."""

SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}
FOUND_ELSEWHERE = frozenset({"not-a-figure", "unknown-field", "mixed-units", "wrong-comparison-period"})
"""Codes that reading or deriving finds first, and so are listed with those stages."""


def promised() -> list[tuple[str, str, Severity]]:
    """Each check with its family and its severity."""
    checks: list[tuple[str, str, Severity]] = []
    for family, lists in PROMISED.items():
        severity = Severity.ERROR
        for word in lists.split():
            if word.endswith(":"):
                severity = SEVERITIES[word[0]]
            else:
                checks.append((word, family, severity))
    return checks


def test_a_hundred_and_one_checks_are_promised() -> None:
    assert len({code for code, _, _ in promised()}) == 101


@pytest.mark.parametrize(("code", "family", "severity"), promised(), ids=lambda one: str(one))
def test_each_check_has_its_code_at_its_severity(code: str, family: str, severity: Severity) -> None:
    assert CATALOGUE[code].severity is severity
    assert code in FOUND_ELSEWHERE or code in {one.name for one in FAMILIES[family]}


@pytest.mark.parametrize("language", Language)
def test_the_listing_has_every_code_with_its_severity_under_its_family(language: Language) -> None:
    told = listing(language)
    assert [line for line in told.splitlines() if line and not line.startswith(" ")] == [
        FAMILY_TITLES[family][language] for family in FAMILIES
    ]
    listed = [line.split()[0] for line in told.splitlines() if line.startswith(" ")]
    assert sorted(listed) == sorted(CATALOGUE)
    assert all(len(line.split()) > 2 for line in told.splitlines() if line.startswith(" "))


def test_the_manual_lists_every_code() -> None:
    manual = (Path(__file__).parent.parent / "docs" / "findings.md").read_text("utf-8")
    assert [code for code in CATALOGUE if f"### `{code}`" not in manual] == []
