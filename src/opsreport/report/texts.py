"""The bundle's texts as passages: references filled in, unfilled slots marked, every word with its place."""

from collections.abc import Callable

from opsreport.bundle.leaves import Text as Leaf
from opsreport.bundle.prose import Inline as Part
from opsreport.bundle.prose import LineBreak, Link, ParagraphBreak, Prose, Reference, Strong, Words
from opsreport.bundle.slots import SLOT
from opsreport.document import Break, Field, Inline, Mark, Text
from opsreport.document import Link as LinkInline
from opsreport.document import Strong as StrongInline
from opsreport.report.passage import Passage, plain_text

STOPS = ("。", "；")

FillIn = Callable[[Reference, str], Passage]
"""What a reference prints after the text that leads up to it; it reports by itself what it cannot print."""


def leaf_passage(leaf: Leaf | None) -> Passage:
    """A name or a few words, as written."""
    if leaf is None or not leaf.text:
        return Passage()
    return Passage((Field(leaf.span.path, with_slots_marked(leaf.text)),))


class TextReader:
    """Turns running texts into passages, one for each paragraph."""

    def __init__(self, fill_in: FillIn) -> None:
        self._fill_in = fill_in

    def paragraphs(self, prose: Prose | None) -> tuple[Passage, ...]:
        """The paragraphs of a text; none where there is no text."""
        if prose is None:
            return ()
        passages = (self._passage(prose, parts) for parts in prose.paragraphs)
        return tuple(passage for passage in passages if passage)

    def passage(self, prose: Prose | None) -> Passage:
        """A text that stands in one line; its paragraphs follow each other on new lines."""
        inlines: list[Inline] = []
        for paragraph in self.paragraphs(prose):
            inlines += [Break(), *paragraph.inlines] if inlines else paragraph.inlines
        return Passage(tuple(inlines))

    def _passage(self, prose: Prose, parts: tuple[Part, ...]) -> Passage:
        inlines = self._inlines(parts, "")
        return Passage((Field(prose.span.path, inlines),)) if inlines else Passage()

    def _inlines(self, parts: tuple[Part, ...], before: str) -> tuple[Inline, ...]:
        inlines: list[Inline] = []
        for part in parts:
            made = self._inline(part, before)
            before += plain_text(made)
            inlines += made
        return tuple(inlines)

    def _inline(self, part: Part, before: str) -> tuple[Inline, ...]:
        match part:
            case Words(text):
                return with_slots_marked(text)
            case Reference():
                return self._fill_in(part, before).inlines
            case Strong(parts):
                return (StrongInline(self._inlines(parts, before)),)
            case Link(href, parts):
                return (LinkInline(href, self._inlines(parts, before)),)
            case LineBreak():
                return (Break(),)
            case ParagraphBreak():
                return ()


def with_slots_marked(text: str) -> tuple[Inline, ...]:
    """The words with whatever is still to be filled in (XX, 待补) in a role of its own."""
    inlines: list[Inline] = []
    at = 0
    for match in SLOT.finditer(text):
        if match.start() > at:
            inlines.append(Text(text[at : match.start()]))
        inlines.append(Mark("slot", (Text(match.group()),)))
        at = match.end()
    if at < len(text):
        inlines.append(Text(text[at:]))
    return tuple(inlines)


def unstopped(passage: Passage) -> Passage:
    """A text without its last full stop, for where a list or a sentence sets its own."""
    inlines = passage.inlines
    match inlines[-1:]:
        case (Text(text),) if text.endswith(STOPS):
            last: tuple[Inline, ...] = (Text(text[:-1]),)
        case (Field(path, children),):
            last = (Field(path, unstopped(Passage(children)).inlines),)
        case _:
            return passage
    return Passage(inlines[:-1] + last)
