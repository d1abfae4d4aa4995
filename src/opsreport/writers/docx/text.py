"""Inlines as runs of WordprocessingML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from opsreport.document import ROLES, Break, Emphasis, Field, Inline, Link, Mark, Strong, Text, Together
from opsreport.writers.docx.names import CHARACTER, HYPERLINK
from opsreport.writers.docx.package import Relationship, escape
from opsreport.writers.docx.stylesheet import Stylesheet

if TYPE_CHECKING:
    from opsreport.writers.docx.anchors import Anchors

# Hanzi and their marks, and the signs that Word sets in the Latin font unless told otherwise (“”‘’—…·▲).
_EAST_ASIAN = re.compile(
    "[\u00b7\u2014\u2018-\u201d\u2026\u2190-\u27ff\u2e80-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
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


@dataclass(slots=True)
class Links:
    """The addresses a part leads to, each one related once."""

    first: int
    _ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, address: str) -> str:
        """The relationship id of an address."""
        return self._ids.setdefault(address, f"rId{self.first + len(self._ids)}")

    def relationships(self) -> list[Relationship]:
        """The relationships of all addresses asked for so far."""
        return [
            Relationship(identity, "hyperlink", address, external=True)
            for address, identity in self._ids.items()
        ]


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Writes what stands in a line."""

    stylesheet: Stylesheet
    links: Links
    anchors: "Anchors | None" = None
    """What ties words to their places in the bundle; nothing in a file that is sent."""

    def runs(self, inlines: Iterable[Inline], *, heading: bool = False, size: int = 0) -> str:
        """The inlines as runs, in a size of so many half points unless it is the style's.

        In a heading, words in a role of their own are not bold.
        """
        return self._inlines(inlines, _Look(heading=heading, size=size))

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

    def _style(self, name: str) -> str:
        return self.stylesheet.style(CHARACTER, name)


def run(
    text: str,
    style: str = "",
    *,
    bold: bool = False,
    dotted: bool = False,
    light: bool = False,
    size: int = 0,
) -> str:
    """One run of text; `light` takes the paragraph's bold away, which a character style cannot."""
    if not text:
        return ""
    properties = (
        (f'<w:rStyle w:val="{style}"/>' if style else "")
        + ('<w:rFonts w:hint="eastAsia"/>' if _EAST_ASIAN.search(text) else "")
        + ("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>' if light else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
        + ('<w:em w:val="dot"/>' if dotted else "")
    )
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


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
