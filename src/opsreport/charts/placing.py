"""Finds room for the labels of a chart: none ever lies on another, and none leaves the picture."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from opsreport.charts.shapes import Box, Place, Words

STRIDE = 4.0
CLEARANCE = 1.2

Candidates = Sequence[Words]
"""The same label at the places that suit it, the best first."""


class Room:
    """What is free on a picture while it is being labelled."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.words: list[Box] = []
        self.bars: list[Box] = []
        self.lines: list[Box] = []

    def block_line(self, places: Sequence[Place]) -> None:
        """Keep labels off a line through these places."""
        self.lines.extend(_along(places))

    def place(
        self, candidates: Candidates, *, over_bars: bool = False, over_lines: bool = False
    ) -> Words | None:
        """The label at the first of its places that is free, if there is one."""
        blocked = [*self.words]
        blocked += [] if over_bars else self.bars
        blocked += [] if over_lines else self.lines
        for words in candidates:
            box = words.box
            if self.frame.holds(box) and not any(box.overlaps(taken) for taken in blocked):
                self.words.append(box)
                return words
        return None

    def place_all(self, labels: Iterable[Candidates], *, over_bars: bool = False) -> list[Words] | None:
        """All labels, or none where one of them finds no room."""
        taken, placed = len(self.words), []
        for candidates in labels:
            words = self.place(candidates, over_bars=over_bars)
            if words is None:
                del self.words[taken:]
                return None
            placed.append(words)
        return placed


def _along(places: Sequence[Place]) -> Iterator[Box]:
    for (x1, y1), (x2, y2) in pairwise(places):
        steps = max(1, round(max(abs(x2 - x1), abs(y2 - y1)) / STRIDE))
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            yield Box(x - CLEARANCE, y - CLEARANCE, x + CLEARANCE, y + CLEARANCE)
