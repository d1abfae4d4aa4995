"""Inlines as runs of WordprocessingML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from opsreport.document import (
    ROLES,
    Break,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Link,
    Mark,
    Reference,
    Strong,
    Text,
    Together,
)
from opsreport.writers.docx.footnotes import Footnotes, footnote_xml
from opsreport.writers.docx.links import Links
from opsreport.writers.docx.names import CHARACTER, FOOTNOTE_REFERENCE, FOOTNOTE_TEXT, HYPERLINK, PARAGRAPH
from opsreport.writers.docx.references import References
from opsreport.writers.docx.runs import run
from opsreport.writers.docx.stylesheet import Stylesheet

if TYPE_CHECKING:
    from opsreport.writers.docx.anchors import Anchors

_ADDRESS = re.compile(
    r"(?:https?://[\w.-]+(?::\d+)?(?:[/?#]|$)|mailto:[^@\s]+@[\w.-]+)", re.ASCII | re.IGNORECASE
)
_PARTS = re.compile(r"(https?://(?:[^/?#@]*@)?|mailto:[^@]*@)([^/?#:]*)(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Look:
    style: str = ""
    bold: bool = False
    dotted: bool = False
    heading: bool = False
    size: int = 0
    within: bool = False
    """Whether it stands in words of the bundle."""


@cache
def _look(*, heading: bool, size: int) -> _Look:
    """The look a line begins with, the same for most lines of a report."""
    return _Look(heading=heading, size=size)


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Writes what stands in a line."""

    stylesheet: Stylesheet
    links: Links
    references: References = field(default_factory=References)
    footnotes: Footnotes = field(default_factory=Footnotes)
    anchors: "Anchors | None" = None
    """What ties words to their places in the bundle; nothing in a file that is sent."""

    def runs(self, inlines: Iterable[Inline], *, heading: bool = False, size: int = 0) -> str:
        """The inlines as runs, in a size of so many half points unless it is the style's.

        In a heading, words in a role of their own are not bold.
        """
        match inlines:
            case (Text(text),):
                return run(text, size=size)
        return self._inlines(inlines, _look(heading=heading, size=size))

    def without_comments(self) -> "TextWriter":
        """The same where Word has no comments: in a text box and in a footnote."""
        return replace(self, anchors=self.anchors.without_comments()) if self.anchors else self

    def _inlines(self, inlines: Iterable[Inline], look: _Look) -> str:
        return "".join([self._inline(inline, look) for inline in inlines])

    def _inline(self, inline: Inline, look: _Look) -> str:
        match inline:
            case Text(text):
                light = look.heading and bool(look.style)
                return run(text, look.style, bold=look.bold, dotted=look.dotted, light=light, size=look.size)
            case Strong(children):
                return self._inlines(children, replace(look, bold=True))
            case Emphasis(children):
                return self._inlines(children, replace(look, dotted=True))
            case Mark(role, children):
                return self._inlines(children, replace(look, style=self._style(ROLES[role].word_style)))
            case Field(path, children):
                return self._field(path, children, look)
            case Together(children):
                return self._inlines(children, look)
            case Break():
                return "<w:r><w:br/></w:r>"
            case Link(href, children):
                return self._link(href, children, look)
            case Reference():
                return self.references.to_xml(inline, look.style)
            case Footnote():
                return self._footnote(inline)

    def _field(self, path: str, children: Iterable[Inline], look: _Look) -> str:
        if self.anchors is None:
            return self._inlines(children, look)
        runs = self._inlines(children, replace(look, within=True))
        return self.anchors.around(path, runs, within=look.within)

    def _link(self, href: str, children: Iterable[Inline], look: _Look) -> str:
        address = _written_address(href)
        # Word calls the whole file damaged when one address is malformed, so such words stay plain.
        if not address:
            return self._inlines(children, look)
        words = self._inlines(children, replace(look, style=self._style(HYPERLINK)))
        return f'<w:hyperlink r:id="{self.links.id_of(address)}" w:history="1">{words}</w:hyperlink>'

    def _footnote(self, footnote: Footnote) -> str:
        """The call of a footnote, whose own words are remembered for their part."""
        writer = replace(self.without_comments(), links=self.footnotes.links)
        call = self._style(FOOTNOTE_REFERENCE)
        style = self.stylesheet.style(PARAGRAPH, FOOTNOTE_TEXT)
        number = self.footnotes.add(footnote_xml(writer.runs(footnote.children), style, call))
        return f'<w:r><w:rPr><w:rStyle w:val="{call}"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'

    def _style(self, name: str) -> str:
        return self.stylesheet.style(CHARACTER, name)


def _written_address(href: str) -> str:
    from urllib.parse import quote

    parts = _PARTS.fullmatch(href.strip())
    if not parts:
        return ""
    before, host, after = parts.groups()
    try:
        # 例子.测试 is xn--fsqu00a.xn--0zwm56d to Word.
        host = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
    address = quote(before + host + after, safe="%/:?#@!$&'()*+,;=~-._", errors="replace")
    return address if _ADDRESS.match(address) else ""
