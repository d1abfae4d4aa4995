"""Where the parts of a chart stand, in points, and which of its labels have room."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil

from opsreport.charts.lettering import width_of
from opsreport.writers.docx.charts.plotted import Plotted
from opsreport.writers.docx.charts.text import SIZE, SMALL

LETTER = SIZE / 100
_LINE = LETTER * 1.35
_GAP = 6.0
_HEIGHT = 200.0
_MOST_LINES = 3
_BETWEEN_CLUSTERS = 0.55
# Labels may come this close to each other, and another line this close to the points they stand above.
_TIGHT, _CLEAR = 1.05, LETTER * 2.2


@dataclass(frozen=True, slots=True)
class Room:
    """The chart and the field inside it that the bars and lines have, from the upper left corner."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    slanted: bool = False
    skip: int = 1

    @property
    def field(self) -> str:
        """The field as Office takes it: shares of the chart's width and height."""
        across, down = self.width - self.left - self.right, self.height - self.top - self.bottom
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
            '<c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{self.left / self.width:.4f}"/><c:y val="{self.top / self.height:.4f}"/>'
            f'<c:w val="{across / self.width:.4f}"/><c:h val="{down / self.height:.4f}"/>'
            "</c:manualLayout></c:layout>"
        )


def upright_room(width: float, categories: Sequence[str], ticks: float, rows: int) -> Room:
    """The room of a chart with categories below, ticks so wide on its left, and rows of words above."""
    left, right = ticks + _GAP, _GAP
    slot = (width - left - right) / len(categories)
    widths = [width_of(category, LETTER) for category in categories]
    lines = max(ceil((wide + 1) / max(slot - 2, 1)) for wide in widths)
    slanted = lines > _MOST_LINES or slot < LETTER * 1.5
    below = min(max(widths), 90.0) * 0.75 + _LINE if slanted else lines * _LINE
    skip = ceil(_LINE / slot) if slanted else 1
    top = rows * _LINE * 1.15 + _LINE + _GAP
    bottom = below + _GAP
    height = _HEIGHT + max(0.0, below - 2 * _LINE)
    return Room(width, height, left, top, right, bottom, slanted, skip)


def legend_rows(names: Sequence[str], width: float) -> int:
    """How many rows the legend takes."""
    return ceil(sum(width_of(name, LETTER) + 34 for name in names) / (width * 0.72)) if names else 0


@dataclass(frozen=True, slots=True)
class Shown:
    """The points of a series that have a label, and its size."""

    points: frozenset[int]
    size: int = SIZE


def shown_labels(series: Sequence[Plotted], slot: float, points_to_one: float) -> list[Shown]:
    """What is labelled: every bar, or the last series of them, or what matters most.

    Lines have all their labels where there is one, or where they run well apart; else what matters most.
    """
    bars = [one for one in series if not one.is_line]
    room = slot / (len(bars) + _BETWEEN_CLUSTERS)
    every = next((size for size in (SIZE, SMALL) if all(_fits(one, room, size) for one in bars)), None)
    room_for_lines = len(series) - len(bars) == 1 or (not bars and _are_apart(series, points_to_one))
    found = []
    for one in series:
        if every and not one.is_line:
            found.append(Shown(_known(one), every))
        elif one.is_line:
            found.append(_alone(one, slot) if room_for_lines else Shown(_telling(one)))
        else:
            found.append(_alone(one, slot) if one is bars[-1] else Shown(frozenset()))
    return found


def _are_apart(lines: Sequence[Plotted], points_to_one: float) -> bool:
    """Whether no line comes near the labels above another."""
    for at in zip(*(line.values for line in lines), strict=True):
        known = sorted(value for value in at if value is not None)
        if any(float(above - below) * points_to_one < _CLEAR for below, above in pairwise(known)):
            return False
    return not any(line.on_second_axis for line in lines)


def _alone(series: Plotted, slot: float) -> Shown:
    """All points of a series whose labels have the room to themselves, if that is enough."""
    size = next((size for size in (SIZE, SMALL) if _fits(series, slot, size)), None)
    return Shown(_known(series), size) if size else Shown(_telling(series))


def piled_labels(series: Plotted, heights: Sequence[float]) -> frozenset[int]:
    """The points of a pile that are high enough, in points, for the words on them."""
    return frozenset(at for at in _known(series) if heights[at] >= LETTER * 1.15)


def held_labels(series: Plotted, points_to_one: float) -> frozenset[int]:
    """The points of a lying bar that are wide enough for the words on them."""
    return frozenset(
        at
        for at, value in enumerate(series.values)
        if value is not None and width_of(series.labels[at], LETTER) + _GAP <= float(value) * points_to_one
    )


def _fits(series: Plotted, room: float, size: int) -> bool:
    return all(width_of(label, size / 100) * _TIGHT <= room for label in series.labels)


def _known(series: Plotted) -> frozenset[int]:
    return frozenset(at for at, value in enumerate(series.values) if value is not None)


def _telling(series: Plotted) -> frozenset[int]:
    """The highest, the lowest and the last figure."""
    known = [(value, at) for at, value in enumerate(series.values) if value is not None]
    if not known:
        return frozenset()
    last = max(at for _, at in known)
    return frozenset({max(known, key=_by_value)[1], min(known, key=_by_value)[1], last})


def _by_value(point: tuple[Decimal, int]) -> Decimal:
    return point[0]
