"""Reading a Word file back: its parts as trees, and short ways to ask for what a test is about."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from opsreport.document import Block, Document, Inline, Meta, Paragraph, Series, Text, captioned, numbered
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.package import w

REFERENCE = (Path(__file__).parents[1] / "templates" / "shared" / "reference.docx").read_bytes()


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def said(text: str) -> Paragraph:
    return Paragraph(words(text))


@dataclass
class WordFile:
    """A finished Word file."""

    content: bytes

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> Element:
        return fromstring(self.files[name])

    @cached_property
    def body(self) -> Element:
        body = self.part("word/document.xml").find(w("body"))
        assert body is not None
        return body

    @cached_property
    def style_names(self) -> Mapping[str, str]:
        return {
            style.get(w("styleId"), ""): found(style, "name").get(w("val"), "")
            for style in self.part("word/styles.xml").iter(w("style"))
        }

    def paragraphs(self, style: str = "") -> list[Element]:
        return [paragraph for paragraph in self.body.iter(w("p")) if style in ("", self.style_of(paragraph))]

    def style_of(self, element: Element) -> str:
        """The name of the style a paragraph, run or table is in."""
        used = (node for node in element.iter() if node.tag in (w("pStyle"), w("rStyle"), w("tblStyle")))
        first = next(used, None)
        return "" if first is None else self.style_names[first.get(w("val"), "")]


def written(*blocks: Block, series: tuple[Series, ...] = (), meta: Meta | None = None) -> WordFile:
    """The Word file of a report of these blocks."""
    document = Document(meta or Meta("季度报告"), captioned(numbered(blocks, series)), series)
    return WordFile(document_to_docx(document, REFERENCE))


def found(element: Element, *path: str) -> Element:
    """What stands at a path of names; it must be there."""
    for name in path:
        child = next(element.iter(w(name)), None)
        assert child is not None, name
        element = child
    return element


def value(element: Element, *path: str) -> str:
    """The value of what stands at a path, empty when it is not there."""
    for name in path:
        child = next(element.iter(w(name)), None)
        if child is None:
            return ""
        element = child
    return element.get(w("val"), "")


def text_of(element: Element) -> str:
    """The words of an element, a line break for each break."""
    return "".join(
        "\n" if node.tag == w("br") else node.text or "" for node in element.iter() if _is_read(node)
    )


def _is_read(node: Element) -> bool:
    return node.tag in (w("t"), w("br"))
