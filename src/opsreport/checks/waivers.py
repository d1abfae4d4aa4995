"""Checks that a bundle, or an object of it, is spared."""

from collections import Counter
from dataclasses import dataclass, field

from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Waivable, Waiver
from opsreport.bundle.walk import walk
from opsreport.diagnostics import CATALOGUE, Diagnostics


@dataclass(slots=True)
class Waivers:
    """Which codes are waived where, and how often each waiver was used."""

    by_place: dict[tuple[str, str], Waiver] = field(default_factory=dict)
    used: Counter[str] = field(default_factory=Counter)

    def spare(self, code: str, path: str) -> bool:
        """Whether a finding at this place is waived there, around it, or for the whole bundle."""
        for place in (*_around(path), ""):
            waiver = self.by_place.get((place, code))
            if waiver is not None:
                self.used[waiver.path] += 1
                return True
        return False

    def report(self, found: Diagnostics) -> None:
        """List the waivers, so that nobody takes an unchecked report for a checked one."""
        for waiver in self.by_place.values():
            code = waiver.code.text
            if code not in CATALOGUE:
                found.add("unknown-waiver", waiver.code.span, text=code)
                continue
            why = waiver.why.text if waiver.why else ""
            count = self.used[waiver.path]
            help_key = "" if why else "no-reason"
            found.add("waived", waiver.code.span, help_key=help_key, waived=code, count=count, why=why)


def waivers_of(bundle: Bundle) -> Waivers:
    """Every waiver of a bundle under the place it holds for."""
    waivers = Waivers()
    for part in walk(bundle):
        for waiver in part.waivers if isinstance(part, Waivable) else ():
            waivers.by_place.setdefault((part.span.path, waiver.code.text), waiver)
    return waivers


def _around(path: str) -> list[str]:
    """A place and the places around it: `plans[0].goal`, `plans[0]`, `plans`."""
    ends = [index for index, sign in enumerate(path) if sign in ".["]
    return [path, *(path[:end] for end in reversed(ends))]
