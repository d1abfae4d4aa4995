"""What may stand under a key, told by the annotation of its field."""

import datetime
import enum
import types
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Union, get_args, get_origin

from opsreport.bundle.formula import Formula
from opsreport.bundle.leaves import Choice, Text
from opsreport.bundle.prose import Prose
from opsreport.figures.figure import Figure
from opsreport.figures.period import Period
from opsreport.figures.unit import Unit


class ShapeKind(enum.Enum):
    """The shapes of values."""

    TEXT = enum.auto()
    PROSE = enum.auto()
    QUANTITY = enum.auto()
    CHOICE = enum.auto()
    PLAIN_CHOICE = enum.auto()
    DATE = enum.auto()
    PERIOD = enum.auto()
    PERIOD_OR_TEXT = enum.auto()
    UNIT = enum.auto()
    FORMULA = enum.auto()
    WHOLE_NUMBER = enum.auto()
    NUMBER = enum.auto()
    TRUTH = enum.auto()
    STRING = enum.auto()
    MANY = enum.auto()
    PART = enum.auto()


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a value, the class it is made into, and for a list the shape of its items."""

    kind: ShapeKind
    type: Any = None
    item: "Shape | None" = None


_LEAVES = {
    Text: ShapeKind.TEXT,
    Prose: ShapeKind.PROSE,
    Formula: ShapeKind.FORMULA,
    int: ShapeKind.WHOLE_NUMBER,
    Decimal: ShapeKind.NUMBER,
    bool: ShapeKind.TRUTH,
    str: ShapeKind.STRING,
}
_CHOSEN = {datetime.date: ShapeKind.DATE, Period: ShapeKind.PERIOD, Unit: ShapeKind.UNIT}


@cache
def shape_of(annotation: Any) -> Shape:
    """The shape that a field's annotation asks for; whether it may be left out is another matter."""
    if get_origin(annotation) in (Union, types.UnionType):
        options = [one for one in get_args(annotation) if one is not types.NoneType]
        if Figure in options:
            return Shape(ShapeKind.QUANTITY)
        return Shape(ShapeKind.PERIOD_OR_TEXT) if len(options) > 1 else shape_of(options[0])
    if get_origin(annotation) is tuple:
        return Shape(ShapeKind.MANY, item=shape_of(get_args(annotation)[0]))
    if get_origin(annotation) is Choice:
        (chosen,) = get_args(annotation)
        return Shape(_CHOSEN.get(chosen, ShapeKind.CHOICE), chosen)
    if annotation in _LEAVES:
        return Shape(_LEAVES[annotation])
    if is_dataclass(annotation):
        return Shape(ShapeKind.PART, annotation)
    return Shape(ShapeKind.PLAIN_CHOICE, annotation)
