"""What of a bundle a style left unprinted: nothing a user wrote may vanish without a word.

Every text and figure in the tree carries its place in the bundle; what has no such place in the tree was not
printed. A whole part of which nothing was printed is named once, not leaf by leaf.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields, replace

from opsreport.bundle.leaves import Choice, Text
from opsreport.bundle.metric import BreakdownItem, Metric, SeriesPoint
from opsreport.bundle.model import Bundle
from opsreport.bundle.part import CountClaim, Lint, Placed
from opsreport.bundle.parts import ChartRequest, Goal
from opsreport.bundle.prose import Prose
from opsreport.diagnostics import Diagnostics, Span
from opsreport.document import Document
from opsreport.document.walk import placed_texts
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Facet
from opsreport.report.facet_findings import yearly_repeats

STEERING = frozenset(
    (
        *("id", "key", "style", "group", "attach", "metric", "metrics", "projects", "addresses", "goals"),
        *("stage", "plan", "of", "code", "why", "short", "label", "verb", "resource", "kind", "section"),
        *("unit", "period_label", "metric_name", "options", "date", "period", "opsreport", "lint"),
        *("count_claims", "say"),
    )
)
"""Keys that steer what is printed and are not printed themselves, or are printed in another form."""

FACET_BASES = {
    Facet.TO: ("value",),
    Facet.FROM_TO: ("value", "from_"),
    Facet.VS_TARGET: ("value", "target"),
    Facet.VS_LAST_YEAR: ("value", "last_year"),
    Facet.VS_PREVIOUS: ("value", "previous"),
    Facet.VS_BASELINE: ("value", "baseline"),
    Facet.VS_BENCHMARK: ("value", "benchmark"),
    Facet.SHARES: ("shares", "breakdown"),
    Facet.CHANGE: ("value", "from_", "change"),
}
"""The keys whose figures a comparison tells, though it may print only what they come to."""

METRIC_CONTENT = (
    *("value", "target", "last_year", "previous", "from_", "baseline", "benchmark"),
    *("peak", "trough", "average", "change", "series", "breakdown", "shares"),
    *("driver", "definition", "source"),
)


APPENDIX = "report.options.appendix"
"""The place that the heading of an appendix carries."""

SAID_ON_REQUEST = frozenset({"peak", "average", "breakdown", "shares"})
"""What a metric says only where `say` asks for it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What the report prints: the places themselves, and under each place what is printed of it.

    `repeated` are metrics whose 上期 is what 同比 tells of, which one finding says for all.
    """

    paths: frozenset[str]
    under: Mapping[str, Set[str]]
    repeated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unprinted:
    """One place of the bundle that is missing from the report, and how many entries it holds.

    `kind` chooses the help: a whole metric is missing for another reason than a peak nobody asked to say.
    """

    span: Span
    entries: int = 1
    kind: str = ""


def report_unprinted(bundle: Bundle, document: Document, style: str, found: Diagnostics) -> None:
    """Name every place of the bundle that the report does not print."""
    printed = replace(_printed(document), repeated=frozenset(one.path for one in yearly_repeats(bundle)))
    unprinted = [*_missing_appendix(bundle, printed)]
    for part in fields(bundle):
        if part.name not in STEERING or part.name in ("metrics", "projects", "goals"):
            unprinted += _missing(getattr(bundle, part.name), printed)[1]
    for missing in unprinted:
        found.add(
            "unprinted-content",
            missing.span,
            path=missing.span.path,
            style=style,
            entries=missing.entries,
            help_key=missing.kind or ("several" if missing.entries > 1 else ""),
        )


def _missing_appendix(bundle: Bundle, printed: Printed) -> Iterator[Unprinted]:
    """An appendix that is asked for, where there is something to put into it."""
    is_wanted = bundle.report.options.appendix and (bundle.problems or bundle.plans)
    if is_wanted and APPENDIX not in printed.paths:
        yield Unprinted(bundle.report.span.at(APPENDIX))


def _printed(document: Document) -> Printed:
    paths = frozenset(path for paths, _ in placed_texts(document.blocks) for path in paths)
    under: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        for dot in re.finditer(r"\.", path):
            under[path[: dot.start()]].add(path[dot.end() :])
    return Printed(paths, under)


def _missing(value: object, printed: Printed) -> tuple[bool, list[Unprinted]]:
    """Whether anything under a value was printed, and what was not."""
    match value:
        case Metric():
            return _missing_of_metric(value, printed)
        case tuple():
            return _missing_of_list(value, printed)
        case Prose() | Text() | Choice():
            seen = value.span.path in printed.paths
            return seen, [] if seen or not value.span.path else [Unprinted(value.span)]
        case ChartRequest() | Goal():
            return _missing_by_itself(value, printed)
        case Placed():
            return _missing_of_part(value, printed)
    return False, []


def _missing_of_list(items: tuple[object, ...], printed: Printed) -> tuple[bool, list[Unprinted]]:
    results = [_missing(item, printed) for item in items]
    missing = [one for _, ones in results for one in ones]
    if any(seen for seen, _ in results) or not missing:
        return any(seen for seen, _ in results), missing
    first = missing[0].span
    return False, [Unprinted(first.at(first.path.partition("[")[0]), len(missing))]


def _missing_by_itself(part: ChartRequest | Goal, printed: Printed) -> tuple[bool, list[Unprinted]]:
    """A chart or a goal may have no words at all: it is printed by its picture, or by its figure."""
    if part.path in printed.paths or part.path in printed.under:
        return True, _missing_of_part(part, printed)[1]
    return False, [Unprinted(part.span)]


def _missing_of_part(part: Placed, printed: Printed) -> tuple[bool, list[Unprinted]]:
    seen_any, missing = False, []
    for one in fields(part):
        value = getattr(part, one.name)
        if one.name in STEERING or isinstance(value, (Lint, CountClaim)):
            continue
        seen, ones = _missing(value, printed)
        seen_any |= seen
        missing += ones
    if missing and not seen_any:
        return False, [Unprinted(part.span)]
    return seen_any, missing


def _missing_of_metric(metric: Metric, printed: Printed) -> tuple[bool, list[Unprinted]]:
    """A metric is printed by any figure of it; what it holds beyond that is named by itself."""
    if metric.hidden:
        return False, []
    under = printed.under.get(metric.path, ())
    said = {one.partition("[")[0].partition(".")[0] for one in under}
    if not said:
        return False, [Unprinted(metric.span, kind="metric")]
    if metric.path in printed.repeated:
        said.add("previous")
    said |= {base for facet, bases in FACET_BASES.items() if facet.value in said for base in bases}
    missing = [*_missing_rows("series", metric.series, under)]
    missing += _missing_rows("breakdown", metric.breakdown, under)
    for name in METRIC_CONTENT:
        value = getattr(metric, name)
        if value and name not in said and name.removesuffix("_") not in said:
            key = name.removesuffix("_")
            kind = "facet" if key in SAID_ON_REQUEST else ""
            missing.append(Unprinted(_span_of(value) or metric.span.at(f"{metric.path}.{key}"), kind=kind))
    return True, missing


def _missing_rows(
    key: str, points: Sequence[SeriesPoint | BreakdownItem], under: Collection[str]
) -> Iterator[Unprinted]:
    """What a chart of a series or a breakdown leaves out of every point: the targets, last year's figures."""
    shown = {one.partition("].")[2] for one in under if one.startswith(f"{key}[")}
    if Facet.VS_LAST_YEAR.value in shown:
        shown |= {"value", "last_year"}
    for name in ("value", "last_year", "target", "contribution"):
        figures = [one for point in points if isinstance(one := getattr(point, name, None), Figure)]
        if shown and figures and name not in shown:
            is_of_parts = (key, name) == ("breakdown", "last_year")
            yield Unprinted(figures[0].span, len(figures), "parts-before" if is_of_parts else "")


def _span_of(value: object) -> Span | None:
    """Where a figure or a part of a metric was written."""
    span = getattr(value, "span", None)
    return span if isinstance(span, Span) and span.path else None
