"""The field of a chart that stands upright: its scale, its grid, and the names below it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsreport.charts.lettering import ELLIPSIS, LABEL, LINE_HEIGHT, broken, shortened, width_of
from opsreport.charts.palette import AXIS, GRID, INK, QUIET
from opsreport.charts.scale import Axis
from opsreport.charts.shapes import HALF_HEIGHT, Anchor, Box, Shape, Stroke, Words

NAME_GAP = 2.0
MOST_NAME_LINES = 3
NARROWEST_NAME = 24.0
LONGEST_THINNED = 64.0
AXIS_GAP = 5.0

PERIOD = re.compile(
    r"(?:\d{2,4}\s*年)?\s*(?:第?[\d一二三四]+\s*(?:年|季度|月|月份|周|日|期)|[QH]\d|[上下]半年|[上中下]旬|周[一二三四五六日]"
    r"|\d{4}(?:[-/.]\d{1,2}){0,2}|\d{4}[QH]\d|\d{1,2}:\d\d)(?:[ -~至—–].*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plot:
    """The field between the lowest and the highest tick, with room of equal width for each category."""

    box: Box
    axis: Axis
    categories: int

    @property
    def slot(self) -> float:
        """The width that one category has."""
        return self.box.width / self.categories

    def x(self, category: int) -> float:
        """The middle of a category."""
        return self.box.left + self.slot * (category + 0.5)

    def y(self, amount: Decimal) -> float:
        """The height of an amount."""
        return self.box.bottom - self.box.height * float(self.axis.share(amount))


def are_periods(names: Iterable[str]) -> bool:
    """Whether the categories are months, quarters, years or days, which run from left to right."""
    return all(PERIOD.fullmatch(name) for name in names)


def axis_width(axis: Axis) -> float:
    """The room that the labels of an axis take at its left."""
    return max(width_of(label, LABEL) for label in axis.labels) + AXIS_GAP


def tick_words(plot: Plot) -> list[Words]:
    """The labels of the axis, at the left of their lines."""
    right = plot.box.left - AXIS_GAP
    return [
        Words(right, plot.y(tick) + HALF_HEIGHT * LABEL, label, LABEL, QUIET, Anchor.END)
        for tick, label in zip(plot.axis.ticks, plot.axis.labels, strict=True)
    ]


def grid(plot: Plot, words: Sequence[Box]) -> Iterator[Shape]:
    """A hairline at each tick that makes way for words, and a firmer one that the bars stand on."""
    for tick in plot.axis.ticks:
        if tick != plot.axis.floor:
            yield from _gapped(plot.y(tick), plot.box, words)
    y = plot.y(plot.axis.floor)
    yield Stroke(((plot.box.left, y), (plot.box.right, y)), AXIS, 0.6)


def _gapped(y: float, box: Box, words: Sequence[Box]) -> Iterator[Shape]:
    x = box.left
    crossed = sorted((word.left, word.right) for word in words if word.top < y < word.bottom)
    for left, right in crossed:
        if left > x:
            yield Stroke(((x, y), (min(left, box.right), y)), GRID)
        x = max(x, right)
    if x < box.right:
        yield Stroke(((x, y), (box.right, y)), GRID)


def name_lines(names: Sequence[str], slot: float) -> list[tuple[str, ...]] | None:
    """The names broken so that each stands under its category, or nothing where one has to be cut."""
    for lines in (1, 2):
        found = [broken(name, slot - NAME_GAP, LABEL, lines) for name in names]
        parted = are_periods(names) and not are_periods(line for each in found for line in each)
        if not parted and not any(_is_cut(name, each) for name, each in zip(names, found, strict=True)):
            return found
    return None


def _is_cut(name: str, lines: tuple[str, ...]) -> bool:
    return "".join(lines).replace(" ", "") != name.replace(" ", "")


def draw_names(names: Sequence[str], plot: Plot, width: float, top: float) -> tuple[list[Shape], float]:
    """The names of the categories below the field, and where they end.

    Where they do not fit they are cut short; under narrow categories stands only every second, third …
    """
    lines = name_lines(names, plot.slot)
    if lines is None and plot.slot >= NARROWEST_NAME and not are_periods(names):
        lines = [broken(name, plot.slot - NAME_GAP, LABEL, MOST_NAME_LINES) for name in names]
    if lines is None:
        return list(_thinned(names, plot, width, top)), top + LABEL * LINE_HEIGHT
    shapes: list[Shape] = [
        Words(plot.x(at), _line(top, row), line, LABEL, INK, Anchor.MIDDLE)
        for at, each in enumerate(lines)
        for row, line in enumerate(each)
    ]
    return shapes, top + LABEL * LINE_HEIGHT * max((len(each) for each in lines), default=1)


def _line(top: float, row: int) -> float:
    return top + LABEL * (0.95 + LINE_HEIGHT * row)


def _thinned(names: Sequence[str], plot: Plot, width: float, top: float) -> Iterator[Words]:
    """Every so many names as fit in one line."""
    short = [shortened(name, LONGEST_THINNED, LABEL) for name in names]
    longest = max(width_of(name, LABEL) for name in short) + 4
    every = next((n for n in range(1, len(names)) if n * plot.slot >= longest), len(names))
    free = 0.0
    for at in range(0, len(names), every):
        room = width_of(short[at], LABEL)
        left = min(max(plot.x(at) - room / 2, 0.0), width - room)
        if left >= free and short[at] not in ("", ELLIPSIS):
            yield Words(left + room / 2, _line(top, 0), short[at], LABEL, INK, Anchor.MIDDLE)
            free = left + room + 2
