"""What a chart is drawn with; all measures in points, down and to the right of the upper left corner."""

from dataclasses import dataclass
from enum import Enum

from opsreport.charts.lettering import width_of

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From side to side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Place:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: "Box") -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle, with an outline within its edges where it has a rim."""

    box: Box
    fill: str
    rim: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through places."""

    places: tuple[Place, ...]
    colour: str
    width: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled area with straight edges."""

    places: tuple[Place, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Sector:
    """A piece of a pie, clockwise from one share of the circle to another; with a hole, of a ring."""

    centre: Place
    radius: float
    hole: float
    start: float
    end: float
    fill: str


class Sign(Enum):
    """The markers of lines, told apart without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Marker:
    """A point of a line."""

    place: Place
    sign: Sign
    colour: str
    radius: float = 2.0


class Anchor(Enum):
    """Which end of the words their place is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its base line."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = Anchor.START
    bold: bool = False

    @property
    def box(self) -> Box:
        """The room the words take."""
        width = width_of(self.text, self.size)
        before = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[self.anchor]
        left = self.x - before
        return Box(left, self.y - ASCENT * self.size, left + width, self.y + DESCENT * self.size)


ASCENT, DESCENT = 0.88, 0.14

HALF_HEIGHT = 0.37
"""From the middle of a line of text to its base line, in ems."""

Shape = Bar | Stroke | Polygon | Sector | Marker | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, drawn: later shapes lie over earlier ones."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
