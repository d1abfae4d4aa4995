"""The labels of a series: the report's own figures, where they have room."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from opsreport.charts.palette import QUIET
from opsreport.writers.docx.charts.formats import LabelFormat, has_groups, label_format
from opsreport.writers.docx.charts.plotted import Plotted
from opsreport.writers.docx.charts.text import rich_text, text_properties
from opsreport.writers.docx.package import escape

_PLAIN = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"

_Known = list[tuple[int, Decimal, str]]


def labels_xml(
    series: Plotted,
    shown: Collection[int],
    place: str = "",
    colours: Sequence[str] = (),
    *,
    names: bool = False,
) -> str:
    """The labels of the points shown, in a colour for each point; `names` adds its category.

    Word calls a file damaged whose labels stand where its kind of chart has no such place.
    """
    known = [
        (at, value, label)
        for at, (value, label) in enumerate(zip(series.values, series.labels, strict=False))
        if value is not None and label and at in shown
    ]
    if not known:
        return f"<c:dLbls>{_shown(value=False)}</c:dLbls>"
    printed = None if series.fixed_labels else label_format([(value, label) for _, value, label in known])
    position = f'<c:dLblPos val="{place}"/>' if place else ""
    colour = colours[known[0][0]] if colours else QUIET
    points = "".join(_points(series, known, printed, position, colours, names=names))
    format_ = _format(printed.code) if printed else ""
    return (
        f"<c:dLbls>{points}{format_}{_PLAIN}{text_properties(colour)}{position}"
        f"{_shown(value=True, name=names)}</c:dLbls>"
    )


def _points(
    series: Plotted,
    known: _Known,
    printed: LabelFormat | None,
    position: str,
    colours: Sequence[str],
    *,
    names: bool,
) -> Iterator[str]:
    """The points whose label is not the one that all of the series have."""
    grouped = has_groups([(value, label) for _, value, label in known])
    labels = {at: (value, label) for at, value, label in known}
    for at in range(len(series.values)):
        if at not in labels:
            yield f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
            continue
        value, label = labels[at]
        colour = colours[at] if colours else QUIET
        fits = printed is not None and printed.prints(value, label, grouped=grouped)
        if fits and colour == (colours[known[0][0]] if colours else QUIET):
            continue
        own = None if series.fixed_labels or fits else label_format([(value, label)])
        format_ = printed if fits else own
        fixed = "" if format_ else rich_text(label, colour)
        yield (
            f'<c:dLbl><c:idx val="{at}"/>{fixed}{_format(format_.code) if format_ else ""}{_PLAIN}'
            f"{text_properties(colour) if format_ else ''}{position}{_shown(value=True, name=names)}</c:dLbl>"
        )


def _format(code: str) -> str:
    return f'<c:numFmt formatCode="{escape(code)}" sourceLinked="0"/>'


def _shown(*, value: bool, name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{value:d}"/><c:showCatName val="{name:d}"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        + ("<c:separator>　</c:separator>" if name else "")
    )
