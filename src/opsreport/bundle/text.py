"""The small grammar of running text: `{{ id.facet }}`, `**weight**`, `[words](address)`, breaks, backslashes.

It is its own grammar because Markdown refuses weight beside Chinese punctuation (`**重点：**内容`), and
because nothing in a bundle may ever be run.
"""

import re
from dataclasses import dataclass, field

from opsreport.bundle.choice_words import GUIDELINE_WORDS, canonical_facet
from opsreport.bundle.prose import (
    Inline,
    LineBreak,
    Link,
    ParagraphBreak,
    Prose,
    Reference,
    Strong,
    Words,
)
from opsreport.diagnostics import Diagnostics, Scalar

TOKEN = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<reference>\{\{(?P<inside>[^{}\n]*)\}\})
    | (?P<braces>\{\{|\}\}|｛｛|｝｝)
    | (?P<template>\{%|\{\#)
    | (?P<stars>\*{3,})
    | (?P<strong>\*\*)
    | (?P<link>\[(?P<words>(?:\\.|[^\[\]\\])*)\]\((?P<href>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\))
    | (?P<paragraph>(?<![ \t])[ \t]*\n(?:[ \t]*\n)+[ \t]*)
    | (?P<line>(?<![ \t])[ \t]*\n[ \t]*)
    """,
    re.VERBOSE,
)
REFERENCE = re.compile(r"\s*(?P<target>[^\s.{}'|()]+)(?:\s*\.\s*(?P<facet>[^\s.{}'|()]+))?\s*")
ADDRESS = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@).*", re.IGNORECASE)


def parse_prose(written: Scalar, found: Diagnostics) -> Prose | None:
    """The parts of a running text, or nothing where it was reported as faulty."""
    text = written.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    parsing = _Parsing(written, found)
    parts = parsing.parts(start, max(start, end))
    return None if parsing.failed else Prose(parts, written.span, text, written)


@dataclass(slots=True)
class _Line:
    """The parts put together so far; while a `**` is open, those before it wait."""

    parts: list[Inline] = field(default_factory=list)
    before: list[Inline] = field(default_factory=list)
    opened: int = -1
    words_from: int = -1


class _Parsing:
    """One pass over one text."""

    def __init__(self, written: Scalar, found: Diagnostics) -> None:
        self._written = written
        self._found = found
        self.failed = False

    def parts(self, start: int, end: int) -> tuple[Inline, ...]:
        """The parts of a stretch of the text."""
        line = _Line()
        position = start
        for match in TOKEN.finditer(self._written.text, start, end):
            if match.start() > position:
                self._add_words(position, position, match.start(), line)
            self._take(match, line)
            position = match.end()
        if position < end:
            self._add_words(position, position, end, line)
        self._close_line(line)
        return tuple(line.parts)

    def _take(self, match: re.Match[str], line: _Line) -> None:
        start, end = match.span()
        match match.lastgroup:
            case "escaped":
                self._add_words(start, start + 1, end, line)
            case "stars":
                self._add_words(start, start, end, line)
            case "reference":
                self._add_reference(match, line)
            case "link":
                self._add_link(match, line)
            case "strong":
                self._turn_strong(start, end, line)
            case "line":
                line.parts.append(LineBreak())
            case "paragraph":
                self._close_line(line)
                line.parts.append(ParagraphBreak())
            case kind:
                self._fault(kind or "", start, end)

    def _add_words(self, start: int, visible: int, end: int, line: _Line) -> None:
        words = self._written.text[visible:end]
        last = line.parts[-1] if line.parts else None
        if isinstance(last, Words):
            words = last.text + words
            line.parts.pop()
        else:
            line.words_from = start
        line.parts.append(Words(words, self._written.locate(line.words_from, end)))

    def _add_reference(self, match: re.Match[str], line: _Line) -> None:
        inside = REFERENCE.fullmatch(match["inside"])
        if inside is None:
            self._fault("braces", *match.span())
            return
        offset = match.start("inside")
        facet = inside["facet"] or ""
        facet_span = self._written.locate(offset + inside.start("facet"), offset + inside.end("facet"))
        span = self._written.locate(*match.span())
        target = "guideline" if inside["target"] in GUIDELINE_WORDS else inside["target"]
        line.parts.append(Reference(target, canonical_facet(facet), span, facet_span if facet else span))

    def _add_link(self, match: re.Match[str], line: _Line) -> None:
        if not ADDRESS.fullmatch(match["href"]):
            self._fault("address", *match.span("href"), text=match["href"])
            return
        words = self.parts(*match.span("words"))
        line.parts.append(Link(match["href"], words, self._written.locate(*match.span())))

    def _turn_strong(self, start: int, end: int, line: _Line) -> None:
        if line.opened < 0:
            line.before, line.parts, line.opened = line.parts, [], start
            return
        strong = Strong(tuple(line.parts), self._written.locate(line.opened, end))
        line.parts, line.opened = [*line.before, strong], -1

    def _close_line(self, line: _Line) -> None:
        """Weight ends with its paragraph, so one that is still open was not meant or not closed."""
        if line.opened >= 0:
            self._fault("strong", line.opened, line.opened + 2)
            line.parts, line.opened = [*line.before, *line.parts], -1

    def _fault(self, key: str, start: int, end: int, text: str = "") -> None:
        self.failed = True
        shown = text or self._written.text[start:end]
        self._found.add("text-syntax", self._written.locate(start, end), help_key=key, text=shown)
