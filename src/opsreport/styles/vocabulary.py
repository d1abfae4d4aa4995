"""The tags of the markup and the attributes each may have: the whole language that templates print."""

from collections.abc import Mapping

from opsreport.styles.element import Element, MarkupError

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "report": frozenset(),
    "head": frozenset(),
    "title": frozenset(),
    "author": frozenset(),
    "organisation": frozenset(),
    "subject": frozenset(),
    "running": frozenset({"side"}),
    "body": frozenset(),
    "h1": frozenset({"number", "id"}),
    "h2": frozenset({"number", "id"}),
    "h3": frozenset({"number", "id"}),
    "h4": frozenset({"number", "id"}),
    "p": frozenset({"class"}),
    "ul": frozenset({"class"}),
    "ol": frozenset({"class"}),
    "li": frozenset(),
    "dl": frozenset({"class"}),
    "dt": frozenset(),
    "dd": frozenset(),
    "table": frozenset({"class"}),
    "caption": frozenset(),
    "note": frozenset(),
    "colgroup": frozenset(),
    "col": frozenset({"width", "align"}),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"class", "colspan", "rowspan"}),
    "td": frozenset({"class", "colspan", "rowspan"}),
    "div": frozenset({"class"}),
    "page-break": frozenset(),
    "contents": frozenset({"depth"}),
    "chart": frozenset({"kind", "alt", "path"}),
    "category": frozenset(),
    "series": frozenset({"unit", "drawn", "axis"}),
    "name": frozenset(),
    "point": frozenset({"value"}),
    "strong": frozenset(),
    "em": frozenset(),
    "br": frozenset(),
    "nobr": frozenset(),
    "a": frozenset({"href"}),
    "span": frozenset({"class"}),
    "field": frozenset({"path"}),
}


def check_attributes(element: Element) -> None:
    """Refuse a tag, or an attribute of it, that the language does not have; raises `MarkupError`."""
    known = ATTRIBUTES.get(element.tag)
    if known is None:
        raise MarkupError("unknown-tag", element.line, tag=element.tag)
    for name in element.attributes:
        if name not in known:
            raise MarkupError("unknown-attribute", element.line, tag=element.tag, name=name)
