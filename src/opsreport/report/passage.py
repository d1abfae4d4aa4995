"""A text of the report as templates see it: words with their references filled in."""

from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.document import (
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


@dataclass(frozen=True, slots=True)
class Passage:
    """Words ready to be printed; an empty one is false in a template.

    Printed as it is (`{{ problem.text }}`), it carries its place in the bundle along, so that nothing the
    user wrote can go unprinted without notice.
    """

    inlines: tuple[Inline, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.inlines)

    def __str__(self) -> str:
        return plain_text(self.inlines)

    def __len__(self) -> int:
        return len(str(self))


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """The words alone; a line break counts as a space."""
    return "".join(_words(inlines))


def _words(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text) | Reference(text=text):
                yield text
            case Break():
                yield " "
            case Field(_, children) | Mark(_, children) | Link(_, children):
                yield from _words(children)
            case Footnote():
                continue
            case Strong(children) | Emphasis(children) | Together(children):
                yield from _words(children)


def field(path: str, text: str) -> Passage:
    """The text that stands at one place of the bundle; nothing where it is empty."""
    return Passage((Field(path, (Text(text),)),)) if text else Passage()


def joined(passages: list[Passage], separator: str) -> Passage:
    """Passages one after the other, the separator between those that are not empty."""
    inlines: list[Inline] = []
    for passage in passages:
        if passage:
            inlines += [Text(separator), *passage.inlines] if inlines and separator else passage.inlines
    return Passage(tuple(inlines))
