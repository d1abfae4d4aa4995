"""The tags of the markup and the attributes each may have: the whole language that templates print."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from opsreport.styles.element import Element, MarkupError

E = TypeVar("E", bound=Enum)

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
    "table": frozenset({"class", "id", "turn"}),
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
    "chart": frozenset({"kind", "alt", "path", "id"}),
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
    "ref": frozenset({"to", "show"}),
    "footnote": frozenset(),
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


def choice_of(kind: type[E], element: Element, name: str, default: str) -> E:
    """What an attribute chooses of a few words; raises `MarkupError` with these words."""
    text = element.attributes.get(name, default)
    known = [one.value for one in kind]
    if text not in known:
        raise MarkupError("bad-choice", element.line, name=name, text=text, known="、".join(known))
    return kind(text)


def check_empty(element: Element) -> None:
    """Refuse elements inside one that holds none; raises `MarkupError`."""
    if element.elements():
        raise MarkupError("misplaced", element.line, tag=element.elements()[0].tag, parent=element.tag)


def only(element: Element, tag: str) -> list[Element]:
    """The elements inside, all of one tag; raises `MarkupError`."""
    children = element.elements()
    for child in children:
        if child.tag != tag:
            raise MarkupError("misplaced", child.line, tag=child.tag, parent=element.tag)
        check_attributes(child)
    return children
