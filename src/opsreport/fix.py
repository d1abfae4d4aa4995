"""A bundle with its safe repairs made: check, mend, and check again until nothing is left to mend."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from opsreport.bundle.model import Bundle
from opsreport.checks.check import apply_rules
from opsreport.checks.waivers import waivers_of
from opsreport.diagnostics import Diagnostic, Diagnostics, Origin, Severity, Source, Span
from opsreport.inputs import WORKBOOK_SUFFIXES, bundle_of, read_bundle
from opsreport.repairs import Mended, Repair, mend, repairs_in
from opsreport.repairs.mending import Edit
from opsreport.repairs.writing import Writing, writing_of
from opsreport.report.bare_numbers import report_bare_numbers

MOST_ROUNDS = 8
"""Repairs that touch each other take a round each; two or three are usual."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The files before and after, what was mended in them and what is left for a person to mend.

    All places are those of the files before.
    """

    before: tuple[Source, ...]
    after: tuple[Source, ...]
    done: tuple[Repair, ...] = ()
    left: tuple[Repair, ...] = ()

    @property
    def changed(self) -> tuple[tuple[Source, Source], ...]:
        """The files that differ, each as it was and as it should be."""
        both = zip(self.before, self.after, strict=True)
        return tuple((old, new) for old, new in both if old.content != new.content)


def fix(path: str, sources: list[Source], found: Diagnostics) -> Fixed | None:
    """The bundle at a path with its repairs; nothing, and findings, where it cannot be read.

    `sources` gets its files as they are. A workbook is not touched, so all of its repairs are left.
    """
    bundle = read_bundle(path, None, sources, found)
    if bundle is None or found.errors():
        return None
    before = tuple(sources)
    if path.lower().endswith(WORKBOOK_SUFFIXES):
        return Fixed(before, before, left=_in_order(repairs_in(_judged(bundle))))
    return _Fixing(path, before).fixed()


def _judged(bundle: Bundle) -> Diagnostics:
    """What the checks find in a bundle, whatever its style."""
    found = Diagnostics()
    with found.during(Origin.CHECKING, waivers_of(bundle).spare):
        report_bare_numbers(apply_rules(bundle, (), (), found), found)
    return found


def _in_order(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    return tuple(sorted(repairs, key=lambda one: (one.span.file, one.span.line, one.span.column)))


@dataclass(slots=True)
class _Fixing:
    """Round after round over the files of one bundle."""

    path: str
    before: tuple[Source, ...]
    rounds: list[Mended] = field(default_factory=list)
    _known: dict[tuple[Source, ...], Diagnostics | None] = field(default_factory=dict)

    def fixed(self) -> Fixed:
        """The files after the last round."""
        sources = self.before
        done: list[Repair] = []
        left: tuple[Repair, ...] = ()
        for _ in range(MOST_ROUNDS):
            found = self._found(sources) or Diagnostics()
            mended = mend(sources, repairs_in(found), partial(self._is_sound, _errors(found)))
            left = self._placed(mended.left)
            if not mended.done:
                break
            done += self._placed(mended.done)
            self.rounds.append(mended)
            sources = mended.sources
        return Fixed(self.before, sources, _in_order(done), _in_order(left))

    def _found(self, sources: tuple[Source, ...]) -> Diagnostics | None:
        """What is found in these files, or nothing where they are no bundle."""
        if sources not in self._known:
            read = Diagnostics()
            bundle = bundle_of(self.path, sources, read)
            self._known = {sources: None if bundle is None or read.errors() else _judged(bundle)}
        return self._known[sources]

    def _is_sound(self, errors: Counter[str], sources: tuple[Source, ...]) -> bool:
        """Whether files are a bundle still, with no more errors in it than before."""
        found = self._found(sources)
        return found is not None and not _errors(found) - errors

    def _placed(self, repairs: Iterable[Repair]) -> tuple[Repair, ...]:
        """Repairs of this round with their places in the files as they were before the first."""
        return tuple(replace(one, span=self._before(one.span)) for one in repairs)

    def _before(self, span: Span) -> Span:
        sources = [self.before, *(mended.sources for mended in self.rounds)]
        for mended, old, new in reversed(list(zip(self.rounds, sources, sources[1:], strict=False))):
            was, now = _writing(span.file, old), _writing(span.file, new)
            if was and now:
                span = _moved_back(span, mended.edits.get(span.file, ()), was, now)
        return span


def _errors(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(finding.code for finding in found if finding.severity is Severity.ERROR)


def _writing(name: str, sources: Sequence[Source]) -> Writing | None:
    source = next((one for one in sources if one.name == name), None)
    return writing_of(source) if source else None


def _moved_back(span: Span, edits: Sequence[Edit], was: Writing, now: Writing) -> Span:
    """A place of a file before its edits; within new words, where they begin."""
    start = _offset_before(now.offset(span.line, span.column), edits)
    end = _offset_before(now.offset(span.end_line, span.end_column), edits)
    (line, column), (end_line, end_column) = was.place(start), was.place(max(start + 1, end))
    return replace(span, line=line, column=column, end_line=end_line, end_column=end_column)


def _offset_before(offset: int, edits: Sequence[Edit]) -> int:
    shift = 0
    for edit in edits:
        start = edit.start + shift
        if offset < start:
            break
        if offset < start + len(edit.new):
            return edit.start
        shift += len(edit.new) - (edit.end - edit.start)
    return offset - shift
