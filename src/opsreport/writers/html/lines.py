"""Words in a line as HTML, for the screen and for print."""

import re
from collections.abc import Callable
from html import escape

from opsreport.document import Break, Emphasis, Field, Inline, Link, Mark, Strong, Text, Together, plain_words
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
    line = TAG_OR_UNIT.sub(lambda found: found[0] or WORD_JOINER, line_to_html(children))
    return LONE_LAST_HANZI.sub(rf"{WORD_JOINER}\1", line)


def inline_to_html(inline: Inline) -> str:
    """One inline; the places of the bundle that a `Field` knows do not reach the finished page."""
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case Break():
            return "<br>"
        case _:
            before, after = _tags(inline)
            return f"{before}{line_to_html(inline.children)}{after}"


def _tags(inline: Strong | Emphasis | Link | Field | Mark | Together) -> tuple[str, str]:
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
        case Link() | Field() | Together():
            return "", ""


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
            case Text() | Break():
                kept.append(child)
    return tuple(kept)
