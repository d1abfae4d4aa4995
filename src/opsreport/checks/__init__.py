"""Rules across the bundle: they judge, they only ever add findings."""

from opsreport.checks.check import check_bundle
from opsreport.checks.waivers import Waivers, waivers_of

__all__ = ["Waivers", "check_bundle", "waivers_of"]
