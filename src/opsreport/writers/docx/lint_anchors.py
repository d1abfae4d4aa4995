"""Faults of comments, footnotes and content controls, which lie across the parts of a package."""

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from opsreport.writers.docx.package import w

_LONGEST_LABEL = 64
_COMMENTS, _DOCUMENT, _FOOTNOTES = "word/comments.xml", "word/document.xml", "word/footnotes.xml"
_AT_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_LABELS = ("alias", "tag")


def anchor_faults(trees: Mapping[str, Element]) -> Iterator[str]:
    """What is wrong with the comments and footnotes of a package, and with its controls."""
    for name, tree in trees.items():
        for control in tree.iter(w("sdt")):
            yield from (f"{name}: {fault}" for fault in _control_faults(control))
        if name != _DOCUMENT and tree.find(f".//{w('commentReference')}") is not None:
            yield f"{name}: a comment where Word has none"
    if _DOCUMENT in trees:
        yield from _comment_faults(trees[_DOCUMENT], trees.get(_COMMENTS))
        yield from _footnote_faults(trees[_DOCUMENT], trees.get(_FOOTNOTES))


def _control_faults(control: Element) -> Iterator[str]:
    for label in _LABELS:
        said = control.find(f"{w('sdtPr')}/{w(label)}")
        if said is not None and len(said.get(w("val"), "")) > _LONGEST_LABEL:
            article = "an" if label == "alias" else "a"
            yield f"a content control has {article} {label} longer than {_LONGEST_LABEL}"
    content = control.find(w("sdtContent"))
    if content is None or not len(content):
        yield "a content control without content"


def _comment_faults(document: Element, comments: Element | None) -> Iterator[str]:
    """A comment is at one stretch of the text and has one mark there; none is in a text box."""
    kept = Counter(_numbers(comments, "comment")) if comments is not None else Counter()
    for place in _AT_COMMENTS:
        if Counter(_numbers(document, place)) != kept:
            yield f"{_COMMENTS}: its comments are not those of each {place}"
    for box in document.iter(w("txbxContent")):
        if box.find(f".//{w('commentReference')}") is not None:
            yield f"{_DOCUMENT}: a comment in a text box"


def _footnote_faults(document: Element, footnotes: Element | None) -> Iterator[str]:
    kept = set(_numbers(footnotes, "footnote")) if footnotes is not None else set()
    for number in sorted(set(_numbers(document, "footnoteReference")) - kept):
        yield f"{_DOCUMENT}: no footnote {number}"


def _numbers(tree: Element, name: str) -> Iterator[str]:
    return (element.get(w("id"), "") for element in tree.iter(w(name)))
