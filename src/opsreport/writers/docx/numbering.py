"""Numbers that Word counts itself: headings in their series, and lists that each start at one."""

import re
from dataclasses import dataclass, field

from opsreport.document import Heading, Numerals, Series, spaced_number
from opsreport.writers.docx.completion import DEEPEST_LIST
from opsreport.writers.docx.counting import HeadingCounts, in_levels, restarts_after
from opsreport.writers.docx.package import escape
from opsreport.writers.docx.stylesheet import Stylesheet

# What stands after the last kind of list, and after the last list.
_ENDS = (re.compile("<w:num |</w:numbering>"), re.compile("<w:numIdMacAtCleanup|</w:numbering>"))
_MOST_LEVELS = 9
_FORMATS = {Numerals.CHINESE: "chineseCountingThousand", Numerals.DECIMAL: "decimal"}


@dataclass(slots=True)
class Numbering:
    """The lists of one report: the stylesheet's, one for its headings, one for each ordered list in it."""

    stylesheet: Stylesheet
    series: tuple[Series, ...]
    _levels: tuple[Series, ...] = field(init=False)
    _counts: HeadingCounts = field(init=False)
    _heading_kind: int = field(init=False)
    _headings: int = field(init=False, default=0)
    _numbers: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._levels = in_levels(self.series)[:_MOST_LEVELS]
        self._counts = HeadingCounts(self._levels)
        kinds = re.findall(r'<w:abstractNum [^>]*w:abstractNumId="(\d+)"', self.stylesheet.numbering)
        self._heading_kind = max(map(int, kinds), default=-1) + 1

    def heading(self, heading: Heading) -> str:
        """The numbering of a heading, empty when it has no number."""
        self._counts.pass_heading(heading)
        names = [series.name for series in self._levels]
        if not heading.number or heading.series not in names:
            return ""
        level = names.index(heading.series)
        start = self._counts.count(level)
        if start is not None or not self._headings:
            self._headings = self._new(self._heading_kind, level, start or 1)
        return _number_properties(self._headings, level)

    def without_number(self, style: str) -> str:
        """What takes away the number that a style brings with it; a report counts its headings itself."""
        return _number_properties(0, 0) if style in self.stylesheet.list_numbers else ""

    def list(self, style: str, depth: int, *, ordered: bool) -> str:
        """The numbering of the items of one more list; an ordered one starts at one."""
        number = self.stylesheet.list_numbers[style]
        level = min(depth, DEEPEST_LIST)
        if ordered:
            number = self._new(self.stylesheet.list_kinds[number], level, 1)
        return _number_properties(number, level)

    def indent(self, style: str, depth: int) -> str:
        """The indent of what belongs to an item but has no sign of its own."""
        kind = self.stylesheet.list_kinds[self.stylesheet.list_numbers[style]]
        left = self.stylesheet.list_indents.get((kind, min(depth, DEEPEST_LIST)), 0)
        return f'<w:ind w:left="{left}"/>'

    def to_xml(self) -> str:
        """The numbering part; Word wants every kind of list before the first list."""
        own = self.stylesheet.numbering
        kind = self._headings_xml() if self._headings else ""
        first, last = (found.start() for end in _ENDS for found in [end.search(own)] if found)
        return f"{own[:first]}{kind}{own[first:last]}{''.join(self._numbers)}{own[last:]}"

    def _new(self, kind: int, level: int, start: int) -> int:
        number = max(self.stylesheet.list_kinds, default=0) + len(self._numbers) + 1
        self._numbers.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return number

    def _headings_xml(self) -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[series.numerals]}"/>'
            f'<w:lvlRestart w:val="{restarts_after(level, self._levels)}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{_pattern(series, level)}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>'
            '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:lvl>'
            for level, series in enumerate(self._levels)
        )
        return (
            f'<w:abstractNum w:abstractNumId="{self._heading_kind}"><w:nsid w:val="5A200000"/>'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )


def _pattern(series: Series, level: int) -> str:
    return escape(spaced_number(series.pattern).replace("%", f"%{level + 1}"))


def _number_properties(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
