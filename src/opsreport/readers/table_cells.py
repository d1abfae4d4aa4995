"""From a cell to the node that the same value gives in YAML: lists, dates, header units, missing values."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from opsreport.bundle.choice_words import choices_of
from opsreport.bundle.metric import RatioSides, Scale, SeriesPoint
from opsreport.bundle.schema import keys_by_label
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.diagnostics import Diagnostics, Entry, Mapping, Node, Scalar, Sequence
from opsreport.figures.figure import Figure, is_missing, parse_quantity
from opsreport.readers.table_paths import Place, Step

LISTED = re.compile("[^、;；\n]+")
CHOICES_LISTED = re.compile("[^、;；,，\n]+")
PROSE_LISTED = re.compile("[^;；\n]+")

TEXTS = (ShapeKind.TEXT, ShapeKind.PROSE, ShapeKind.STRING)
PERIODS = (ShapeKind.PERIOD, ShapeKind.PERIOD_OR_TEXT)
CHOICES = (ShapeKind.CHOICE, ShapeKind.PLAIN_CHOICE)

DASHES = frozenset({"-", "--", "—", "——", "/", "\\"})
"""What is typed into a cell so as not to leave it blank, and names nothing."""

# Excel counts days from here in its 1900 system; from 1954 to 2119 they have five digits below 80000.
DAY_ZERO = datetime.date(1899, 12, 30)
SERIAL = re.compile(r"(?P<days>[2-7]\d{4})(?:\.\d+)?", re.ASCII)
DAY = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)|年(?P<m>\d\d?)月(?P<d>\d\d?)日)"
    r"(?:[ T]0?0:00(?::00(?:\.0+)?)?)?",
    re.ASCII,
)
PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
END_OF_NUMBER = re.compile(r"\d(?=\D*$)")
SCALE = re.compile(
    r"(?:(?P<min>[\d.]+)\s*(?:-|–|—|~|～|至|到)\s*(?P<max>[\d.]+)\s*分?)?\s*[(（]?\s*(?P<name>(?P<top>\d+)\s*分制)?\s*[)）]?"
)
SIDES = re.compile(r"(?P<left>[^:：∶]*\S)\s*[:：∶]\s*(?P<right>\S[^:：∶]*)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header, the place it stands for, and the unit that its header names."""

    header: Scalar
    place: Place
    unit: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The keys that lead to its place."""
        return self.place.steps


Reader = Callable[[Scalar], Node | None]
"""What a filled cell says, or nothing where it says that there is nothing."""


def reader_of(column: Column, found: Diagnostics) -> Reader:
    """How the cells of a column are read; chosen once, since a table may have a hundred thousand rows."""
    shape = column.place.shape
    is_id = column.steps[-1] == "id"
    if shape.kind is ShapeKind.MANY and shape.item:
        return partial(_many, item=shape.item)
    if shape.kind is ShapeKind.PART:
        return partial(_part, shape=shape, found=found)
    if shape.kind is ShapeKind.QUANTITY:
        # A peak that is `—` in a row is none; 不适用 of a plain figure is for the report to say.
        is_nested = len(column.steps) > 1 and "stated" not in column.steps
        return (
            partial(_quantity, unit=column.unit, is_nested=is_nested) if column.unit or is_nested else _same
        )
    if shape.kind in TEXTS and not is_id:
        return _same
    if is_id:
        return _named
    if shape.kind is ShapeKind.DATE:
        return partial(_day, said=str)
    if shape.kind in PERIODS:
        return partial(_day, said=_range if column.place.part is SeriesPoint else month_or_day)
    return partial(_choice, shape=shape) if shape.kind in CHOICES else _other


def _same(cell: Scalar) -> Scalar:
    return cell


def _many(cell: Scalar, item: Shape) -> Sequence | None:
    items = tuple(_items(cell, item))
    return Sequence(items, cell.span) if items else None


def _items(cell: Scalar, item: Shape) -> Iterator[Node]:
    """The items of a list in one cell; running text may hold the signs that separate, so it is one item."""
    kind = item.kind
    if kind is ShapeKind.PROSE:
        yield cell
        return
    if kind is ShapeKind.PART:
        key = keys_by_label(item.type)[item.type.shorthand]
        kind = shape_of(key.shape).kind
    pattern = PROSE_LISTED if kind is ShapeKind.PROSE else LISTED
    yield from listed(cell, CHOICES_LISTED if kind in CHOICES else pattern)


def listed(cell: Scalar, pattern: re.Pattern[str] = LISTED) -> Iterator[Scalar]:
    """What a cell lists, 甲、乙；丙, each with its place."""
    if pattern.fullmatch(cell.text) and cell.text.strip() not in DASHES:
        yield cell
        return
    for match in pattern.finditer(cell.text):
        text = match[0].strip()
        if text and text not in DASHES:
            start = match.start() + match[0].index(text)
            yield Scalar(text, cell.locate(start, start + len(text)), False)


def _named(cell: Scalar) -> Scalar | None:
    return None if cell.text.strip() in DASHES else cell


def _choice(cell: Scalar, *, shape: Shape) -> Scalar | None:
    is_word = cell.text.strip().casefold() in choices_of(shape.type)
    return cell if is_word or not is_missing(cell.text) else None


def _other(cell: Scalar) -> Scalar | None:
    return None if is_missing(cell.text) else cell


def _day(cell: Scalar, *, said: Callable[[datetime.date], str]) -> Scalar | None:
    """A date or a period; one of Excel's dates in words that the bundle knows."""
    text = cell.text.strip()
    if is_missing(text):
        return None
    day = day_of(text)
    return cell if day is None else Scalar(said(day), cell.span, cell.plain, cell.anchors)


# The rows of all metrics are about the same few days.
@lru_cache(maxsize=10_000)
def day_of(text: str) -> datetime.date | None:
    """The day that a cell holds as a date of Excel: as a number of days, or with a time of midnight."""
    serial, day = SERIAL.fullmatch(text), DAY.fullmatch(text)
    try:
        if serial:
            return DAY_ZERO + datetime.timedelta(days=int(serial["days"]))
        if day:
            return datetime.date(int(day["year"]), int(day["month"] or day["m"]), int(day["day"] or day["d"]))
    except ValueError:
        # There is no such day, which the bundle's own reader says better.
        pass
    return None


def month_or_day(day: datetime.date) -> str:
    """A date as a period: Excel turns a month that was typed, 2025-01, into its first day."""
    return f"{day:%Y-%m}" if day.day == 1 else _range(day)


def _range(day: datetime.date) -> str:
    return f"{day}..{day}"


def _quantity(cell: Scalar, *, unit: str, is_nested: bool) -> Scalar | None:
    """A figure; a bare one takes the unit of the header."""
    if is_nested and is_missing(cell.text):
        return None
    return with_unit(cell, unit) if unit else cell


def with_unit(cell: Scalar, unit: str) -> Scalar:
    """A figure with the unit, where it names none of its own."""
    if not is_bare(cell):
        return cell
    text = cell.text.strip()
    end = END_OF_NUMBER.search(text)
    # 1,234 in brackets is a negative number and takes its unit behind them.
    cut = len(text) if end is None or text.endswith((")", "）")) else end.end()
    return Scalar(text[:cut] + unit + text[cut:], cell.span, cell.plain, cell.anchors, cell.places)


def is_bare(cell: Scalar) -> bool:
    """Whether a cell holds a figure without a unit."""
    if PLAIN_NUMBER.fullmatch(cell.text):
        return True
    figure = parse_quantity(cell, Diagnostics())
    return isinstance(figure, Figure) and figure.unit is None


def _part(cell: Scalar, *, shape: Shape, found: Diagnostics) -> Node | None:
    """An object in one cell: a scale, 1-5（5分制）, or the sides of a ratio, 投入:产出."""
    if is_missing(cell.text):
        return None
    text = cell.text.strip()
    names: tuple[str, ...] = ()
    if shape.type is Scale:
        match, names, code = SCALE.fullmatch(text), ("min", "max", "name"), "not-a-scale"
    elif shape.type is RatioSides:
        match, names, code = SIDES.fullmatch(text), ("left", "right"), "not-two-sides"
    else:
        raise AssertionError(f"no column stands for a {shape.type}")
    if match is None or not text:
        found.add(code, cell.span, text=text)
        return None
    said = {name: match[name] for name in names if match[name]}
    if "name" in said:
        said.setdefault("max", match["top"])
    return Mapping(
        tuple(
            Entry(Scalar(name, cell.span), Scalar(value, cell.span, False)) for name, value in said.items()
        ),
        cell.span,
    )
