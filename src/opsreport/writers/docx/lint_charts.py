"""Faults of charts and drawings: Word mends such a file by throwing the chart away."""

import io
import math
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from opsreport.writers.docx.package import DRAWING, C

WORKBOOK = ".xlsx"

_C = f"{{{C}}}"
_WP = f"{{{DRAWING}}}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_PILED = ("stacked", "percentStacked")
_PLACES = {
    "barChart": {"ctr", "inEnd", "inBase", "outEnd"},
    "lineChart": {"t", "b", "l", "r", "ctr"},
    "pieChart": {"bestFit", "ctr", "inEnd", "outEnd"},
    "doughnutChart": set(),
}
"""Where labels may stand in each kind of chart; no schema says so."""

_ON_AXES = ("barChart", "lineChart")
_AXES = ("catAx", "valAx")


def _c(name: str) -> str:
    return f"{_C}{name}"


def chart_faults(tree: Element) -> Iterator[str]:
    """What is wrong with the chart in a part, or with the drawings that show charts."""
    yield from _drawing_faults(tree)
    area = tree.find(f".//{_c('plotArea')}")
    if area is None:
        return
    axes = {axis: _said(axis, "axId") for tag in _AXES for axis in area.iterfind(_c(tag))}
    yield from _axis_faults(axes)
    for kind, places in _PLACES.items():
        for group in area.iterfind(_c(kind)):
            yield from _label_faults(group, kind, places)
            if kind in _ON_AXES:
                yield from _group_faults(group, set(axes.values()))
    yield from _series_faults(area)
    if tree.find(_c("externalData")) is None:
        yield "a chart without its workbook"


def _drawing_faults(tree: Element) -> Iterator[str]:
    numbers = Counter(drawing.get("id", "") for drawing in tree.iter(f"{_WP}docPr"))
    for number, count in numbers.items():
        if count > 1:
            yield f"drawing {number} twice"
        if not number.isdecimal() or int(number) == 0:
            yield f"drawing {number!r} has no number"
    for drawing in tree.iter(f"{_WP}docPr"):
        if not drawing.get("descr"):
            yield f"drawing {drawing.get('id')} says nothing to those who do not see it"


def _axis_faults(axes: dict[Element, str]) -> Iterator[str]:
    for number, count in Counter(axes.values()).items():
        if count > 1:
            yield f"axis {number} twice"
        # python-pptx writes them with a sign, and no schema allows it.
        if not number.isdecimal():
            yield f"axis {number} has no number"
    crossed = {number: _said(axis, "crossAx") for axis, number in axes.items()}
    for number, other in crossed.items():
        if crossed.get(other) != number:
            yield f"axis {number} crosses {other}, which does not cross it"


def _group_faults(group: Element, axes: set[str]) -> Iterator[str]:
    used = [one.get("val", "") for one in group.iterfind(_c("axId"))]
    if len(used) != 2 or not set(used) <= axes:
        yield f"a group of series on axes {' '.join(used)}"


def _label_faults(group: Element, kind: str, places: set[str]) -> Iterator[str]:
    allowed = places - {"outEnd"} if _said(group, "grouping") in _PILED else places
    for place in sorted({place.get("val", "") for place in group.iter(_c("dLblPos"))} - allowed):
        yield f"labels of a {kind} at {place}"


def _series_faults(area: Element) -> Iterator[str]:
    for tag in ("idx", "order"):
        numbers = Counter(_said(series, tag) for series in area.iter(_c("ser")))
        yield from (f"series {tag} {number} twice" for number, count in numbers.items() if count > 1)
    for series in area.iter(_c("ser")):
        for cache in (*series.iter(_c("numCache")), *series.iter(_c("strCache"))):
            yield from _cache_faults(cache)


def _cache_faults(cache: Element) -> Iterator[str]:
    size = _whole(_said(cache, "ptCount"))
    places = [_whole(point.get("idx", "")) for point in cache.iterfind(_c("pt"))]
    if places != sorted(set(places)) or any(not 0 <= place < size for place in places):
        yield f"points {places} of {size}"
    if cache.tag == _c("numCache"):
        for figure in cache.iterfind(f"{_c('pt')}/{_c('v')}"):
            text = figure.text or ""
            if not _is_finite(text):
                yield f"{text!r} is no figure"


def _whole(written: str) -> int:
    return int(written) if written.isdecimal() else -1


def _is_finite(text: str) -> bool:
    try:
        return math.isfinite(float(text)) and "_" not in text
    except ValueError:
        return False


def _said(element: Element, name: str) -> str:
    found = element.find(_c(name))
    return "" if found is None else found.get("val", "")


def workbook_faults(content: bytes) -> Iterator[str]:
    """What is wrong with the workbook of a chart: it must open, and hold nothing that is worked out."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            trees = {name: fromstring(archive.read(name)) for name in archive.namelist()}
    except (zipfile.BadZipFile, ParseError) as problem:
        yield f"cannot be opened, {problem}"
        return
    if "xl/workbook.xml" not in trees:
        yield "no workbook"
    for name, tree in trees.items():
        if next(tree.iter(f"{_S}f"), None) is not None:
            yield f"a formula in {name}"
