"""Numbers that Word counts itself: headings in their series, and lists that each start at one."""

import re
from dataclasses import dataclass, field

from opsreport.document import Heading, Numerals, Series
from opsreport.writers.docx.package import escape
from opsreport.writers.docx.stylesheet import Stylesheet

AFTER_NUMBER = "\u3000"
"""What stands between a heading's number and its words, in every format."""

DEEPEST_LIST = 2
"""The levels of a list, from 0, that have a sign and an indent of their own."""

# What stands after the last kind of list, and after the last list.
_ENDS = (re.compile("<w:num |</w:numbering>"), re.compile("<w:numIdMacAtCleanup|</w:numbering>"))
_MOST_SERIES = 9
_FORMATS = {Numerals.CHINESE: "chineseCountingThousand", Numerals.DECIMAL: "decimal"}


@dataclass(slots=True)
class Numbering:
    """The lists of one report: those of its stylesheet, one for its headings, one for each list in it."""

    stylesheet: Stylesheet
    series: tuple[Series, ...]
    _levels: list[Series] = field(init=False)
    _kind: int = field(init=False)
    _numbers: list[str] = field(init=False, default_factory=list)
    _headings: int = field(init=False, default=0)
    _counts: dict[str, int] = field(init=False, default_factory=dict)
    _words_counts: dict[str, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._levels = sorted(self.series, key=lambda series: series.level)[:_MOST_SERIES]
        kinds = re.findall(r'<w:abstractNum [^>]*w:abstractNumId="(\d+)"', self.stylesheet.numbering)
        self._kind = max(map(int, kinds), default=-1) + 1
        if self._levels:
            self._headings = self._new(self._kind)

    def heading(self, heading: Heading) -> str:
        """The numbering of a heading, empty when it has no number."""
        self._forget_below(heading.level)
        place = next((i for i, series in enumerate(self._levels) if series.name == heading.series), None)
        if place is None or not heading.number:
            return ""
        name = heading.series
        self._counts[name] = self._counts.get(name, 0) + 1
        if self._word_counts(place) != self._counts[name]:
            self._headings = self._new(self._kind, level=place, start=self._counts[name])
            self._words_counts[name] = self._counts[name]
        return _number_properties(self._headings, place)

    def list(self, style: str, depth: int, *, ordered: bool) -> str:
        """The numbering of the items of one more list; an ordered one starts at one."""
        number = self.stylesheet.list_numbers[style]
        level = min(depth, DEEPEST_LIST)
        if ordered:
            number = self._new(self.stylesheet.list_kinds[number], level, start=1)
        return _number_properties(number, level)

    def indent(self, style: str, depth: int) -> str:
        """The indent of what belongs to an item but has no sign of its own."""
        kind = self.stylesheet.list_kinds[self.stylesheet.list_numbers[style]]
        left = self.stylesheet.list_indents.get((kind, min(depth, DEEPEST_LIST)), 0)
        return f'<w:ind w:left="{left}"/>'

    def to_xml(self) -> str:
        """The numbering part; Word wants every kind of list before the first list."""
        own = self.stylesheet.numbering
        kind = self._heading_kind() if self._levels else ""
        first, last = (found.start() for end in _ENDS for found in [end.search(own)] if found)
        return f"{own[:first]}{kind}{own[first:last]}{''.join(self._numbers)}{own[last:]}"

    def _forget_below(self, level: int) -> None:
        for series in self._levels:
            if series.level > level:
                self._counts.pop(series.name, None)

    def _word_counts(self, place: int) -> int:
        """Count on as Word will: a number is used, and those that restart after it are forgotten."""
        name = self._levels[place].name
        self._words_counts[name] = self._words_counts.get(name, 0) + 1
        for series in self._levels[place + 1 :]:
            if _restarts_after(series, self._levels) > place:
                self._words_counts.pop(series.name, None)
        return self._words_counts[name]

    def _new(self, kind: int, level: int | None = None, start: int = 1) -> int:
        number = max(self.stylesheet.list_kinds, default=0) + len(self._numbers) + 1
        restart = (
            ""
            if level is None
            else f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        self._numbers.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{restart}</w:num>')
        return number

    def _heading_kind(self) -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[series.numerals]}"/>'
            f'<w:lvlRestart w:val="{_restarts_after(series, self._levels)}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{_pattern(series, place)}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
            '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:lvl>'
            for place, series in enumerate(self._levels)
        )
        return (
            f'<w:abstractNum w:abstractNumId="{self._kind}"><w:nsid w:val="5A2000{self._kind % 256:02X}"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )


def _restarts_after(series: Series, levels: list[Series]) -> int:
    """The last level, counted from one, that makes this series start again; 0 for none.

    Word by itself restarts after every level above, which two series of one heading level must not do
    to each other.
    """
    return sum(other.level < series.level for other in levels)


def _pattern(series: Series, place: int) -> str:
    return escape(series.pattern.replace("%", f"%{place + 1}") + AFTER_NUMBER)


def _number_properties(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
