"""Findings as data: what is said of a place, and the list all stages add to."""

import enum
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from opsreport.diagnostics.catalogue import CATALOGUE, Language, Severity
from opsreport.diagnostics.catalogue.table_help import help_in_tables
from opsreport.diagnostics.source import NOWHERE, Span


@dataclass(frozen=True, slots=True)
class Label:
    """A place and a few words about it."""

    span: Span
    text: str = ""


PlaceInTables = Callable[[str, Span, Language], str]
"""How a place of the bundle, `metrics[3].value`, is told to those who wrote it as tables."""

PLACES = ("path", "place")
"""The details that are places of the bundle: that of the finding itself, and another one."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its code, where it is, and what its message is about.

    The words are in the catalogue, in Chinese and English; `details` fill their blanks. `in_tables` is there
    where the bundle is written as tables, which have rows and columns for fields.
    """

    code: str
    severity: Severity
    primary: Label
    secondary: tuple[Label, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    help_key: str = ""
    in_tables: PlaceInTables | None = field(default=None, compare=False, repr=False)

    def message(self, language: Language) -> str:
        """The finding in one sentence."""
        words = CATALOGUE[self.code].words(language)
        return words.message_for.get(self.help_key, words.message).format_map(self._blanks(language))

    def help(self, language: Language) -> str:
        """What to type instead, or nothing where the message says it all."""
        words = CATALOGUE[self.code].words(language)
        pattern = help_in_tables(self.code, self.help_key, language) if self.in_tables else ""
        return (pattern or words.help_for.get(self.help_key, words.help)).format_map(self._blanks(language))

    def _blanks(self, language: Language) -> dict[str, str]:
        blanks = dict(self.details)
        for name in PLACES if self.in_tables else ():
            if self.in_tables and blanks.get(name):
                span = self.primary.span if name == "path" else NOWHERE
                blanks[name] = self.in_tables(blanks[name], span, language)
        return blanks


Spares = Callable[[str, Span], bool]
"""Whether the user does not want a code at a place of the bundle."""


class Origin(enum.Enum):
    """What kind of stage found something.

    A draft may be built in spite of findings of the checks; what the machine lacks for one format is no
    reason to withhold the others.
    """

    READING = enum.auto()
    CHECKING = enum.auto()
    MACHINE = enum.auto()


class Diagnostics:
    """The findings of all stages, in the order found; the same finding is kept once."""

    def __init__(self, *, strict: bool = False) -> None:
        self._found: list[tuple[Diagnostic, Origin]] = []
        self._seen: set[Diagnostic] = set()
        self._strict = strict
        self._origin = Origin.READING
        self._spares: Spares | None = None
        self._in_tables: PlaceInTables | None = None

    @property
    def is_strict(self) -> bool:
        """Whether warnings are errors."""
        return self._strict

    def tell_in_tables(self, place: PlaceInTables) -> None:
        """From here on all is said in rows and columns: the bundle is written as tables."""
        self._in_tables = place

    def add(
        self,
        code: str,
        span: Span = NOWHERE,
        *,
        label: str = "",
        secondary: tuple[Label, ...] = (),
        help_key: str = "",
        severity: Severity | None = None,
        is_waivable: bool = True,
        **details: object,
    ) -> None:
        """Report a finding by its code; its severity is the catalogue's unless given.

        What is no matter of judgement (a sentence with a hole in it) is not waivable.
        """
        self.report(
            code,
            span,
            details,
            label=label,
            secondary=secondary,
            help_key=help_key,
            severity=severity,
            is_waivable=is_waivable,
        )

    def report(
        self,
        code: str,
        span: Span,
        details: Mapping[str, object],
        *,
        label: str = "",
        secondary: tuple[Label, ...] = (),
        help_key: str = "",
        severity: Severity | None = None,
        is_waivable: bool = True,
    ) -> None:
        """Report a finding whose details are already a mapping."""
        if self._spares and is_waivable and self._spares(code, span):
            return
        given = tuple((name, str(value)) for name, value in details.items())
        level = severity or CATALOGUE[code].severity
        if self._strict and level is Severity.WARNING:
            level = Severity.ERROR
        finding = Diagnostic(code, level, Label(span, label), secondary, given, help_key, self._in_tables)
        if finding not in self._seen:
            self._seen.add(finding)
            self._found.append((finding, self._origin))

    @contextmanager
    def during(self, origin: Origin, spares: Spares | None = None) -> Iterator[None]:
        """Whatever is found inside counts as found by this kind of stage, unless it is spared.

        `spares` is asked with the code and the place in the bundle.
        """
        before = self._origin, self._spares
        self._origin, self._spares = origin, spares
        try:
            yield
        finally:
            self._origin, self._spares = before

    def __iter__(self) -> Iterator[Diagnostic]:
        return (finding for finding, _ in self._found)

    def __len__(self) -> int:
        return len(self._found)

    def errors(self, *origins: Origin) -> list[Diagnostic]:
        """The findings of severity error, of these kinds of stages or of all."""
        return [
            finding
            for finding, found_by in self._found
            if finding.severity is Severity.ERROR and (not origins or found_by in origins)
        ]

    def sorted(self) -> list[Diagnostic]:
        """The findings in reading order: by file, sheet, line and column, errors first at one place.

        What others follow from comes before all of them.
        """
        return sorted(self, key=lambda finding: (not CATALOGUE[finding.code].is_cause, _place(finding)))


def _place(finding: Diagnostic) -> tuple[str, str, int, int, int]:
    span = finding.primary.span
    return span.file, span.cell.partition("!")[0], span.line, span.column, -finding.severity.rank
