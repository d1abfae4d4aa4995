"""Words in a line as HTML, for the screen and for print."""

import re
from collections.abc import Callable, Iterable
from html import escape

from opsreport.document import (
    NUMBER_GAP,
    Break,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Link,
    Mark,
    Reference,
    Shows,
    Strong,
    Text,
    Together,
    plain_words,
)
from opsreport.document.widths import line_width

Line = Callable[[tuple[Inline, ...]], str]
"""How words in a line become HTML: `line_to_html` for the screen, `printed_line_to_html` for paper."""

# In ems: what is longer takes most of a line, and breaks like other words.
LONGEST_TOGETHER = 30

LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)

WORD_JOINER = "\u2060"
HANZI = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
TAG = r"</?(?!br)[a-z][^<>]*>"
CLOSING = "[，。、；：！？…”’）》〉】〕」』]"
TAG_OR_UNIT = re.compile(f"<[^<>]*>|(?<=[0-9])(?={HANZI})")
LONE_LAST_HANZI = re.compile(rf"(?<=[^\s<>{WORD_JOINER}])((?:{TAG})*{HANZI}(?:{CLOSING}|{TAG})*)\Z")


def line_to_html(children: tuple[Inline, ...]) -> str:
    """Words in a line."""
    return "".join(inline_to_html(child) for child in children)


def printed_line_to_html(children: tuple[Inline, ...]) -> str:
    """Words in a line of print: no last line holds a single hanzi (孤字), no figure parts from its unit.

    U+2060 keeps them together; it is neither printed nor copied.
    """
    written = "".join(inline_to_html(child, for_print=True) for child in children)
    line = TAG_OR_UNIT.sub(lambda found: found[0] or WORD_JOINER, written)
    return LONE_LAST_HANZI.sub(rf"{WORD_JOINER}\1", line)


def inline_to_html(inline: Inline, *, for_print: bool = False) -> str:
    """One inline; the places of the bundle that a `Field` knows do not reach the finished page."""
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case Break():
            return "<br>"
        case Reference():
            return _reference(inline, for_print=for_print)
        case Footnote(number=number) if not for_print:
            return _call(number)
        case _:
            before, after = _tags(inline)
            inside = "".join(inline_to_html(child, for_print=for_print) for child in inline.children)
            return f"{before}{inside}{after}"


def _reference(reference: Reference, *, for_print: bool) -> str:
    """A link to what it names; the page is known on paper alone, where the style sheet says it."""
    on_page = for_print and reference.shows is Shows.PAGE
    role, words = ("page-ref", "") if on_page else ("ref", escape(reference.text, quote=False))
    return f'<a class="{role}" href="#{escape(reference.to)}">{words}</a>'


def _call(number: int) -> str:
    """The number of a footnote that stands at the end of the page on the screen."""
    link = f'<a href="#footnote-{number}">{number}</a>'
    return f'<sup class="footnote-call" id="footnote-call-{number}">{link}</sup>'


def footnotes_to_html(notes: Iterable[Footnote]) -> str:
    """The footnotes at the end of a page on the screen, each with the way back to its place."""
    items = "\n".join(
        f'<li id="footnote-{note.number}">{line_to_html(note.children)}'
        f' <a class="ref" href="#footnote-call-{note.number}">↩</a></li>'
        for note in notes
    )
    return f'<ol class="footnotes">\n{items}\n</ol>' if items else ""


def _tags(inline: Strong | Emphasis | Link | Field | Mark | Together | Footnote) -> tuple[str, str]:
    match inline:
        case Strong():
            return "<strong>", "</strong>"
        case Emphasis():
            return "<em>", "</em>"
        case Mark(role):
            return f'<span class="{escape(role)}">', "</span>"
        case Link(href) if LINK.match(href):
            return f'<a href="{escape(href)}" rel="noopener noreferrer">', "</a>"
        case Together(children) if line_width(plain_words(children)) <= LONGEST_TOGETHER:
            return '<span class="together">', "</span>"
        case Footnote(number=number):
            return f'{WORD_JOINER}<span class="footnote" id="footnote-{number}">', "</span>"
        case Link() | Field() | Together():
            return "", ""


def captioned_line(label: str, words: tuple[Inline, ...], line: Line) -> str:
    """A caption: its number, if it has one, and its words."""
    number = f'<span class="label">{label}</span>' if label else ""
    return f"{number}{NUMBER_GAP if number and words else ''}{line(words)}"


def without_links(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The same words, for a place that is a link itself: a link within a link is none."""
    kept: list[Inline] = []
    for child in children:
        match child:
            case Link(_, words) | Field(_, words):
                kept += without_links(words)
            case Strong(words):
                kept.append(Strong(without_links(words)))
            case Emphasis(words):
                kept.append(Emphasis(without_links(words)))
            case Together(words):
                kept.append(Together(without_links(words)))
            case Mark(role, words):
                kept.append(Mark(role, without_links(words)))
            case Reference(text=text):
                kept.append(Text(text))
            case Footnote():
                continue
            case Text() | Break():
                kept.append(child)
    return tuple(kept)
