"""A bundle in a few lines, and the context that templates see of it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from opsreport.bundle.decode import decode_bundle
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.document import Break, Emphasis, Field, Inline, Link, Mark, Strong, Text
from opsreport.inputs import read_bundle
from opsreport.readers.yaml import read_yaml
from opsreport.report.context import ChartView, ReportContext
from opsreport.report.derive import derive_context
from opsreport.report.passage import Passage

ROOT = Path(__file__).parent.parent


def context_of(text: str, found: Diagnostics | None = None, *, period: str = "2025") -> ReportContext:
    """The context of a bundle; nothing may be found unless the caller brings his own collector."""
    head = "" if text.lstrip().startswith("report") else f"report: {{period: '{period}'}}\n"
    mine = Diagnostics()
    node = read_yaml(Source("report.yaml", (head + text).encode()), mine)
    assert node is not None, said(mine)
    bundle = decode_bundle(node, mine)
    assert bundle is not None, said(mine)
    assert not list(mine), said(mine)
    context = derive_context(bundle, draft=False, found=mine if found is None else found)
    assert not list(mine), said(mine)
    return context


def context_of_example(name: str) -> ReportContext:
    """The context of one of the examples, which has nothing to complain of."""
    found = Diagnostics()
    bundle = read_bundle(str(ROOT / "examples" / name), None, [], found)
    assert bundle is not None, said(found)
    context = derive_context(bundle, draft=False, found=found)
    assert not list(found), said(found)
    return context


def said(found: Diagnostics) -> list[str]:
    """What was found, in words."""
    return [f"{one.code} {one.message(Language.ZH)}" for one in found]


def passages(value: object) -> Iterator[Passage]:
    """Every passage within a view."""
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from passages(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from passages(getattr(value, field.name))


def charts_of(context: ReportContext) -> list[ChartView]:
    """Every chart of a context, wherever it stands."""
    return list(_charts(context))


def _charts(value: object) -> Iterator[ChartView]:
    if isinstance(value, ChartView):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _charts(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _charts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _charts(getattr(value, field.name))


def places(passage: Passage) -> list[str]:
    """The places of the bundle that a passage names."""
    return list(_places(passage.inlines))


def _places(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Field(path, children):
                yield path
                yield from _places(children)
            case Strong(children) | Emphasis(children) | Mark(_, children) | Link(_, children):
                yield from _places(children)
            case Text() | Break():
                pass
