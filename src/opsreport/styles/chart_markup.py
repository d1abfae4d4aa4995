"""`<chart>` with its categories and series, as templates print it, becomes a chart of the tree."""

import re
from collections.abc import Callable
from decimal import Decimal

from opsreport.document import Chart, ChartKind, ChartPoint, ChartSeries, Drawn, Inline
from opsreport.styles.element import Element, MarkupError
from opsreport.styles.vocabulary import check_attributes, choice_of

Words = Callable[[Element], tuple[Inline, ...]]
"""Reads the words inside an element."""

PARTS = ("caption", "category", "series", "note")
AMOUNT = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,12})?")
AXES = ("first", "second")


def read_chart(element: Element, words: Words) -> Chart:
    """The chart that an element describes; every series has a point, maybe empty, for each category."""
    parts: dict[str, list[Element]] = {tag: [] for tag in PARTS}
    for part in element.elements():
        if part.tag not in parts or (parts[part.tag] and part.tag in ("caption", "note")):
            raise MarkupError("misplaced", part.line, tag=part.tag, parent="chart")
        parts[part.tag].append(part)
    categories = tuple(words(part) for part in parts["category"])
    series = tuple(_series(part, words, len(categories)) for part in parts["series"])
    if not categories or not series:
        raise MarkupError("empty-chart", element.line)
    caption, note = (words(parts[tag][0]) if parts[tag] else () for tag in ("caption", "note"))
    kind = choice_of(ChartKind, element, "kind", "")
    alt, path, anchor = (element.attributes.get(name, "") for name in ("alt", "path", "id"))
    return Chart(kind, categories, series, caption, note, alt, path, anchor)


def _series(element: Element, words: Words, size: int) -> ChartSeries:
    check_attributes(element)
    name, *points = element.elements() or [element]
    if name.tag != "name" or len(points) != size:
        raise MarkupError("uneven-series", element.line, points=str(len(points)), categories=str(size))
    axis = element.attributes.get("axis", AXES[0])
    if axis not in AXES:
        raise MarkupError("bad-choice", element.line, name="axis", text=axis, known="、".join(AXES))
    return ChartSeries(
        words(name),
        tuple(_point(point, words) for point in points),
        element.attributes.get("unit", ""),
        choice_of(Drawn, element, "drawn", Drawn.BAR.value),
        axis == AXES[1],
    )


def _point(element: Element, words: Words) -> ChartPoint | None:
    if element.tag != "point":
        raise MarkupError("misplaced", element.line, tag=element.tag, parent="series")
    label = words(element)
    if "value" not in element.attributes:
        return None
    value = element.attributes["value"]
    if not AMOUNT.fullmatch(value):
        raise MarkupError("bad-amount", element.line, text=value[:40])
    return ChartPoint(Decimal(value), label)
