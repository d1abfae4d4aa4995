"""Running text as its parts: words, references to metrics, weight, links and breaks."""

from dataclasses import dataclass, field

from opsreport.diagnostics import NOWHERE, Scalar, Span


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words without a break."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """`{{ id }}` or `{{ id.facet }}`: what it names, as written; `guideline` names the report's guideline."""

    target: str
    facet: str = ""
    span: Span = field(default=NOWHERE, compare=False)
    facet_span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Strong:
    """`**words**` that carry weight."""

    parts: tuple["Inline", ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """`[words](address)`, the address http, https or mailto."""

    href: str
    parts: tuple["Inline", ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class ParagraphBreak:
    """A blank line: what follows is a new paragraph. It never stands within weight or a link."""


Inline = Words | Reference | Strong | Link | LineBreak | ParagraphBreak


@dataclass(frozen=True, slots=True)
class Prose:
    """A running text: its parts in reading order, and the text as written."""

    parts: tuple[Inline, ...]
    span: Span = field(default=NOWHERE, compare=False)
    raw: str = field(default="", compare=False)
    written: Scalar | None = field(default=None, compare=False, repr=False)

    def locate(self, start: int, end: int) -> Span:
        """The place in the file of the characters from `start` to `end` of the raw text."""
        return (self.written or Scalar(self.raw, self.span)).locate(start, end)

    @property
    def paragraphs(self) -> tuple[tuple[Inline, ...], ...]:
        """The parts paragraph by paragraph."""
        done: list[tuple[Inline, ...]] = []
        current: list[Inline] = []
        for part in self.parts:
            if isinstance(part, ParagraphBreak):
                done.append(tuple(current))
                current = []
            else:
                current.append(part)
        return (*done, tuple(current))

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference of the text, those within weight and links too."""
        return tuple(_references(self.parts))


def _references(parts: tuple[Inline, ...]) -> list[Reference]:
    found: list[Reference] = []
    for part in parts:
        match part:
            case Reference():
                found.append(part)
            case Strong(parts=inner) | Link(parts=inner):
                found.extend(_references(inner))
    return found
