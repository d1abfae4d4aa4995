"""How Word and LibreOffice will count the headings of a report, so that a wrong count is set right.

Both count the levels of one list, but not alike where a report has two series of the same heading level
(模块, 规划). Word keeps them apart when told to. LibreOffice lets each level start again after every level
above it, and counts a level that was passed over as if it had been there.
"""

from dataclasses import dataclass, field

from opsreport.document import Heading, Series

# How LibreOffice counts a level passed over in a list that starts it elsewhere than at one.
_IN_DOUBT = -10000


def in_levels(series: tuple[Series, ...]) -> tuple[Series, ...]:
    """The series in the order in which they become the levels of one list."""
    return tuple(sorted(series, key=lambda one: one.level))


def restarts_after(level: int, levels: tuple[Series, ...]) -> int:
    """How many levels make this one start again: those of the headings above it, not its equals."""
    return sum(other.level < levels[level].level for other in levels)


@dataclass(slots=True)
class HeadingCounts:
    """The counts of a report's headings: as they must be, as Word has them, as LibreOffice has them."""

    levels: tuple[Series, ...]
    _due: list[int] = field(init=False)
    _word: list[int] = field(init=False)
    _office: list[int] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._due, self._word, self._office = ([0] * len(self.levels) for _ in range(3))
        self._starts = [1] * len(self.levels)

    def pass_heading(self, heading: Heading) -> None:
        """A heading begins a section, numbered or not: every series of a lower heading starts again."""
        for level, series in enumerate(self.levels):
            if series.level > heading.level:
                self._due[level] = 0

    def count(self, level: int) -> int | None:
        """Count one heading of a level; the number to set, or nothing where all count right by themselves."""
        self._due[level] += 1
        due = self._due[level]
        self._count_in_word(level)
        self._count_in_office(level)
        if self._word[level] == self._office[level] == due:
            return None
        self._word[level] = self._office[level] = due
        self._starts = [due if place == level else 1 for place in range(len(self.levels))]
        return due

    def _count_in_word(self, level: int) -> None:
        self._word[level] = self._word[level] + 1 if self._word[level] else self._starts[level]
        for below in range(level + 1, len(self.levels)):
            if restarts_after(below, self.levels) > level:
                self._word[below] = 0

    def _count_in_office(self, level: int) -> None:
        for above in range(level):
            if not self._office[above]:
                self._office[above] = 1 if self._starts[above] == 1 else _IN_DOUBT
        self._office[level] = self._office[level] + 1 if self._office[level] else self._starts[level]
        self._office[level + 1 :] = [0] * (len(self.levels) - level - 1)
