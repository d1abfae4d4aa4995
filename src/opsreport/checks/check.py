"""All rules over one bundle."""

from opsreport.bundle.model import Bundle
from opsreport.checks.family import Case, Family
from opsreport.checks.relations import RELATIONS
from opsreport.checks.structure import STRUCTURE
from opsreport.checks.values import VALUES
from opsreport.checks.waivers import waivers_of
from opsreport.diagnostics import Diagnostics, Origin

FAMILIES: tuple[Family, ...] = (STRUCTURE, VALUES, RELATIONS)


def check_bundle(
    bundle: Bundle, required: tuple[str, ...], expected: tuple[str, ...], found: Diagnostics
) -> None:
    """Add what every rule finds in the bundle, and list the waivers that spared it any.

    `required` and `expected` are what the style needs: keys of the report's head, parts with content.
    """
    waivers = waivers_of(bundle)
    with found.during(Origin.CHECKING, waivers.spare):
        apply_rules(bundle, required, expected, found)
    waivers.report(found)


def apply_rules(
    bundle: Bundle, required: tuple[str, ...], expected: tuple[str, ...], found: Diagnostics
) -> None:
    """Add what every rule finds."""
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
                )
