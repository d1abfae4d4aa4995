"""The labels of a series: the report's own figures, where they have room."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from opsreport.charts.palette import QUIET
from opsreport.writers.docx.charts.formats import LabelFormat, has_groups, label_format
from opsreport.writers.docx.charts.plotted import Plotted
from opsreport.writers.docx.charts.text import SIZE, UNBROKEN, rich_text, text_properties
from opsreport.writers.docx.package import escape

_PLAIN = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"

_Known = tuple[int, Decimal, str]


@dataclass(frozen=True, slots=True)
class LabelLook:
    """How labels are set, and where beside their points: Word has no such places in some kinds of charts.

    `colours` has one for each point, or one for all; with `names` each label begins with its category.
    """

    place: str = ""
    colours: Sequence[str] = (QUIET,)
    size: int = SIZE
    names: bool = False

    def colour(self, at: int) -> str:
        """The colour of the words at a point."""
        return self.colours[at] if len(self.colours) > 1 else self.colours[0]


def labels_xml(series: Plotted, shown: Collection[int], look: LabelLook) -> str:
    """The labels of a series at the points shown."""
    known = [
        (at, value, label)
        for at, (value, label) in enumerate(zip(series.values, series.labels, strict=False))
        if value is not None and label and at in shown
    ]
    if not known:
        return no_labels()
    common = None if series.fixed_labels else label_format([(value, label) for _, value, label in known])
    points = "".join(_points(series, known, common, look))
    return f"<c:dLbls>{points}{_label(common, '', look, known[0][0])}</c:dLbls>"


def no_labels() -> str:
    """What keeps a series free of labels."""
    return f"<c:dLbls>{_parts(LabelLook(), value=False)}</c:dLbls>"


def _points(
    series: Plotted, known: Sequence[_Known], common: LabelFormat | None, look: LabelLook
) -> Iterator[str]:
    """The points without a label, and those whose label is not the one that all of the series have."""
    grouped = has_groups([(value, label) for _, value, label in known])
    labels = {at: (value, label) for at, value, label in known}
    usual = look.colour(known[0][0])
    for at in range(len(series.values)):
        if at not in labels:
            yield f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
            continue
        value, label = labels[at]
        fits = common is not None and common.prints(value, label, grouped=grouped)
        if fits and look.colour(at) == usual:
            continue
        own = None if series.fixed_labels else common if fits else label_format([(value, label)])
        yield f'<c:dLbl><c:idx val="{at}"/>{_label(own, label, look, at)}</c:dLbl>'


def _label(format_: LabelFormat | None, words: str, look: LabelLook, at: int) -> str:
    """A label as a format for its figure, or as fixed words where no format prints them."""
    colour = look.colour(at)
    if format_ or not words:
        code = f'<c:numFmt formatCode="{escape(format_.code)}" sourceLinked="0"/>' if format_ else ""
        words_look = text_properties(colour, size=look.size, body=UNBROKEN)
        return f"{code}{_PLAIN}{words_look}{_parts(look, value=True)}"
    return f"{rich_text(words, colour, size=look.size, body=UNBROKEN)}{_PLAIN}{_parts(look, value=True)}"


def _parts(look: LabelLook, *, value: bool) -> str:
    """Where the label stands and what it is made of."""
    position = f'<c:dLblPos val="{look.place}"/>' if look.place else ""
    return (
        f'{position}<c:showLegendKey val="0"/><c:showVal val="{value:d}"/>'
        f'<c:showCatName val="{look.names:d}"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/>' + ("<c:separator>　</c:separator>" if look.names else "")
    )
