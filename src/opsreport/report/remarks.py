"""What stands behind each place of a report: for whoever edits it, and for whoever checks it.

Only the name of a file is told, not the folder it is in, so that the same bundle gives the same report
wherever it lies.
"""

import posixpath
import re
from functools import cached_property

from opsreport.bundle.leaves import Choice, Text
from opsreport.bundle.metric import Metric, SeriesPoint
from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Placed
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import keys_of
from opsreport.bundle.walk import Leaf, walk
from opsreport.checks.values.reckoned import written
from opsreport.diagnostics import NOWHERE, Diagnostics, Span
from opsreport.document.remark import Remark
from opsreport.figures.figure import Figure
from opsreport.report.facets import Facets
from opsreport.report.passed_checks import PassedChecks
from opsreport.report.sums import bases_of, sums_of, sums_of_point

_SAID_OF_METRIC = re.compile(r"(metrics\[\d+\])\.([a-z_]+)")
_SAID_OF_POINT = re.compile(r"((metrics\[\d+\])\.series\[\d+\])\.vs_last_year")


class Remarks:
    """What is to be said of every place that a report prints."""

    def __init__(self, bundle: Bundle, found: Diagnostics) -> None:
        self._bundle = bundle
        self._checks = PassedChecks(bundle, found)
        self._known: dict[str, Facets] = {}

    def __call__(self, path: str) -> Remark:
        """What is to be said of one place of the bundle, `metrics[3].vs_last_year`."""
        leaf = self._leaves.get(path)
        source = place_of(self._span(path))
        if isinstance(leaf, Text | Prose):
            return Remark(source, is_text=True)
        if isinstance(leaf, Choice):
            return Remark(source)
        facets, key = self._facets(path)
        if facets is None and (point := self._point(path)):
            return self._of_point(*point, path)
        if facets is None:
            said = (f"原值：{written(leaf)}",) if isinstance(leaf, Figure) else ()
            return Remark(source, lines=(f"出处：{source}　{path}", *said))
        return self._of_metric(facets, key, path)

    def _of_metric(self, facets: Facets, key: str, path: str) -> Remark:
        bases = bases_of(facets, key)
        span = bases[0][1].span if bases else facets.metric.span
        source = place_of(span if span.file else facets.metric.span)
        sums = sums_of(facets, key)
        unit = facets.metric.unit.value if facets.metric.unit else None
        lines = [f"出处：{source}　{path}"]
        if bases:
            told = (f"{name} {written(figure, unit)}（{place_of(figure.span)}）" for name, figure in bases)
            lines.append(f"依据：{'；'.join(told)}")
        lines += (f"算式：{one}" for one in sums)
        if passed := self._checks.passed(facets.metric, key):
            lines.append(f"已核对：{'；'.join(passed)}")
        lines += (f"提示：{doubt}" for doubt in self._checks.doubts(facets.metric))
        return Remark(source, sums=sums, lines=tuple(lines))

    def _of_point(self, facets: Facets, point: SeriesPoint, path: str) -> Remark:
        source, sums = place_of(point.span), sums_of_point(facets, point)
        lines = (f"出处：{source}　{path}", *(f"算式：{one}" for one in sums))
        return Remark(source, sums=sums, lines=lines)

    def _point(self, path: str) -> tuple[Facets, SeriesPoint] | None:
        """The metric and the point of its series that a comparison is made at."""
        said = _SAID_OF_POINT.fullmatch(path)
        point = self._leaves.get(said[1]) if said else None
        facets = self._facets(f"{said[2]}.series")[0] if said else None
        return (facets, point) if facets and isinstance(point, SeriesPoint) else None

    def _facets(self, path: str) -> tuple[Facets | None, str]:
        """The metric that a place says something of, and under which key."""
        said = _SAID_OF_METRIC.fullmatch(path)
        if said is None:
            return None, ""
        metric = self._metrics.get(said[1])
        if metric is None:
            return None, ""
        period = self._bundle.report.period
        if said[1] not in self._known:
            options = self._bundle.report.options
            self._known[said[1]] = Facets(metric, options, period.value if period else None)
        return self._known[said[1]], said[2]

    def _span(self, path: str) -> Span:
        """Where a place was written; of one that was worked out, what it belongs to."""
        while path:
            leaf = self._leaves.get(path)
            if leaf is not None:
                return leaf.span
            path = re.sub(r"(?:^|\.)[^.\[\]]*$|\[\d+\]$", "", path)
        return NOWHERE

    @cached_property
    def _metrics(self) -> dict[str, Metric]:
        return {metric.path: metric for metric in self._bundle.metrics}

    @cached_property
    def _leaves(self) -> dict[str, Placed | Leaf | Choice[object]]:
        """Everything of the bundle under its place; what was chosen as well, a date or a period."""
        leaves: dict[str, Placed | Leaf | Choice[object]] = {}
        for content in walk(self._bundle):
            leaves[content.span.path] = content
            for key in keys_of(type(content)) if isinstance(content, Placed) else ():
                chosen = getattr(content, key.field_name)
                if isinstance(chosen, Choice) and chosen.given:
                    leaves[chosen.span.path] = chosen
        return leaves


def place_of(span: Span) -> str:
    """A place as it is told: the name of the file with the line, or with the sheet and its cell."""
    if not span.file:
        return ""
    name = posixpath.basename(span.file.replace("\\", "/"))
    return f"{name}:{span.cell or span.line}" if span.cell or span.line else name
