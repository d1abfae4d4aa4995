"""Rules across the bundle: they judge, they only ever add findings."""

from opsreport.checks.check import apply_rules, check_bundle
from opsreport.checks.waivers import Waivers, waivers_of

__all__ = ["Waivers", "apply_rules", "check_bundle", "waivers_of"]
