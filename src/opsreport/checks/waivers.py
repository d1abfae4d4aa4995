"""Checks that a bundle, or an object of it, is spared for a reason."""

from dataclasses import dataclass, field

from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Waivable, Waiver
from opsreport.bundle.walk import walk
from opsreport.checks.families import FAMILIES
from opsreport.diagnostics import CATALOGUE, Diagnostics, Span

MOST_LISTED = 20


@dataclass(slots=True)
class Waivers:
    """The waivers of a bundle, which of them hold where, and what each has spared.

    Any check may be waived, those of severity error too; a waiver without a reason waives nothing.
    """

    written: list[Waiver] = field(default_factory=list)
    by_place: dict[tuple[str, str], Waiver] = field(default_factory=dict)
    spared: dict[str, list[Span]] = field(default_factory=dict)

    def enter(self, waiver: Waiver, place: str) -> None:
        """Take one more; of two for one code at one place the first holds."""
        self.written.append(waiver)
        if _reason(waiver):
            self.by_place.setdefault((place, waiver.code.text), waiver)

    def spare(self, code: str, span: Span) -> bool:
        """Whether a finding at this place is waived there, around it, or for the whole bundle."""
        for place in (*_around(span.path), ""):
            waiver = self.by_place.get((place, code))
            if waiver is not None:
                places = self.spared.setdefault(waiver.path, [])
                if span not in places:
                    places.append(span)
                return True
        return False

    def report(self, found: Diagnostics, *, is_done: bool = True) -> None:
        """List the waivers, so that nobody takes an unchecked report for a checked one.

        One that spared nothing is named, unless the checks ended before its own (`is_done` is false).
        """
        rules = {code for family in FAMILIES for code in family.rules}
        for waiver in self.written:
            code, span = waiver.code.text, waiver.code.span
            places = self.spared.get(waiver.path, [])
            if code not in CATALOGUE:
                found.add("unknown-waiver", span, text=code)
            elif not _reason(waiver):
                found.add("waiver-without-reason", span, waived=code)
            elif places:
                listed = _listed(places, span.file)
                found.add("waived", span, waived=code, count=len(places), places=listed, why=_reason(waiver))
            elif is_done or code in rules:
                found.add("unused-waiver", span, waived=code)


def waivers_of(bundle: Bundle) -> Waivers:
    """Every waiver of a bundle under the place it holds for."""
    waivers = Waivers()
    for part in walk(bundle):
        for waiver in part.waivers if isinstance(part, Waivable) else ():
            waivers.enter(waiver, part.span.path)
    return waivers


def _reason(waiver: Waiver) -> str:
    return waiver.why.text.strip() if waiver.why else ""


def _listed(places: list[Span], file: str) -> str:
    """The places as lines and columns, or cells; in another file than the waiver with its name."""
    named = [
        f"{span.file}:" * (span.file != file) + (span.cell or f"{span.line}:{span.column}")
        for span in places[:MOST_LISTED]
    ]
    return "、".join(named) + "…" * (len(places) > MOST_LISTED)


def _around(path: str) -> list[str]:
    """A place and the places around it: `plans[0].goal`, `plans[0]`, `plans`."""
    ends = [index for index, sign in enumerate(path) if sign in ".["]
    return [path, *(path[:end] for end in reversed(ends))]
