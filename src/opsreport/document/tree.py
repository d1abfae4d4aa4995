"""The finished report as a tree: blocks that stand below each other and inlines that stand in a line.

A closed set. No output format is known here: a writer walks the tree, and the look hangs on the roles.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


@dataclass(frozen=True, slots=True)
class Text:
    """Words, as they are to be read; never a line break."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry weight."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; in Chinese with dots under them, never slanted."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; only http, https and mailto get this far."""

    href: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Field:
    """What stands at one place of the bundle: a text of it, or a figure worked out from it.

    `path` is that place (`problems[0].text`, `metrics.revenue.vs_target`); a writer may anchor it.
    """

    path: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words in a role of their own (a label, a figure that rose, an unfilled slot)."""

    role: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Words that stay on one line where it has room for them: a label with what it says."""

    children: tuple["Inline", ...]


class Shows(Enum):
    """What a cross-reference says of the block it names."""

    NUMBER = "number"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to a heading, table or chart, by its anchor.

    `text` is what the block is called (表1, 第二部分); a page is said where a writer knows it, else the same.
    """

    to: str
    shows: Shows = Shows.NUMBER
    text: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A remark at the foot of the page; the line holds its number, counted through the report."""

    children: tuple["Inline", ...]
    number: int = 0


Inline = Text | Strong | Emphasis | Link | Break | Field | Mark | Together | Reference | Footnote


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; `number` is its printed number (模块一), empty when it has none.

    `series` names the numbering it belongs to, so that Word can count by itself.
    """

    level: int
    children: tuple[Inline, ...]
    series: str = ""
    number: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text in a role (body, abstract, note …)."""

    children: tuple[Inline, ...]
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of items, each of blocks; an ordered one starts at 1 again."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    role: str = "list"


class Align(Enum):
    """How the cells of a column stand."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its share of the table's width and how its cells stand."""

    width: float
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; a head cell names its row or column."""

    children: tuple[Inline, ...]
    head: bool = False
    columns: int = 1
    rows: int = 1
    role: str = ""


Row = tuple[Cell, ...]


class Turn(Enum):
    """Whether a table stands on a page turned on its side: always, never, or where it needs the width."""

    AUTO = "auto"
    SIDEWAYS = "sideways"
    UPRIGHT = "upright"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: head rows that repeat on each page, body rows that do not split, caption above, note below.

    `number` is counted over the tables with a caption, 0 for one without.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()
    note: tuple[Inline, ...] = ()
    role: str = "table"
    anchor: str = ""
    number: int = 0
    turn: Turn = Turn.AUTO


@dataclass(frozen=True, slots=True)
class Particulars:
    """Labels with their values, such as the head of a memo (致、发件人、主题…)."""

    items: tuple[tuple[tuple[Inline, ...], tuple[Inline, ...]], ...]
    role: str = "particulars"


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that belong together in a frame of a role (a request, a project)."""

    children: tuple["Block", ...]
    role: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of the headings down to a level, with their pages where a writer knows them."""

    title: tuple[Inline, ...]
    depth: int = 2


class ChartKind(Enum):
    """What a chart is drawn as."""

    BAR = "bar"
    STACKED = "stacked"
    LINE = "line"
    BAR_LINE = "bar_line"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    WATERFALL = "waterfall"
    FUNNEL = "funnel"


class Drawn(Enum):
    """How one series of a chart is drawn where the chart's kind leaves a choice."""

    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One figure of a chart: the exact amount it is drawn at, and its label as the report prints it."""

    value: Decimal
    label: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """Figures that belong together, one for each category of the chart, `None` where there is none.

    Those on the second axis have its scale, on the right, and mostly another unit.
    """

    name: tuple[Inline, ...]
    points: tuple[ChartPoint | None, ...]
    unit: str = ""
    drawn: Drawn = Drawn.BAR
    second_axis: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures as a picture: caption below, `alt` for those who do not see it.

    `path` is the place of the bundle that asks for it, empty where the style does; `number` is counted over
    the charts with a caption, 0 for one without.
    """

    kind: ChartKind
    categories: tuple[tuple[Inline, ...], ...]
    series: tuple[ChartSeries, ...]
    caption: tuple[Inline, ...] = ()
    note: tuple[Inline, ...] = ()
    alt: str = ""
    path: str = ""
    anchor: str = ""
    number: int = 0


Block = Heading | Paragraph | Listing | Table | Particulars | Box | PageBreak | Contents | Chart


class Numerals(Enum):
    """The signs a numbering counts in."""

    CHINESE = "chinese"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class Series:
    """One numbering of headings: `pattern` holds `%` for the number (`第%部分`).

    It starts again after a heading of a higher level (a smaller `level`).
    """

    name: str
    level: int
    pattern: str
    numerals: Numerals = Numerals.CHINESE


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of the whole report; `draft` asks for a watermark on each page."""

    title: str
    author: str = ""
    organisation: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: datetime.date | None = None
    running_left: str = ""
    running_right: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One report, ready for any writer."""

    meta: Meta
    blocks: tuple[Block, ...]
    numbering: tuple[Series, ...] = ()
