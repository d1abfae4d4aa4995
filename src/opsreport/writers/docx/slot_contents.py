"""What a report has to put into the slots of a skeleton, by the names that staff give them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from opsreport.bundle.header import Header
from opsreport.bundle.schema import keys_of
from opsreport.document import (
    Block,
    Box,
    Contents,
    Document,
    Field,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Particulars,
    Text,
    plain_words,
)
from opsreport.document.walk import lines_of

BODY = "body"
PARTS = {
    BODY: "正文",
    "contents": "目录",
    "particulars": "文头",
    "abstract": "摘要",
    "request": "请示",
    "closing": "落款",
    "cover": "封面",
    "masthead": "单位行",
}
"""The parts of a report that a slot may be for, by both their names."""

HEAD = ("cover", "masthead", "title")
"""What a skeleton draws itself: put into its slots, and never into the body."""

_ALIASES = {chinese: name for name, chinese in PARTS.items()}
_BOXES = {"abstract-box": "abstract"}


def usual_name(name: str) -> str:
    """The one name of a part that has two."""
    return _ALIASES.get(name, name)


@dataclass(frozen=True, slots=True)
class Words:
    """Words for a slot."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Blocks for a slot, by where they stand in the report."""

    places: tuple[int, ...]


Content = Words | Blocks


@dataclass(frozen=True)
class SlotContents:
    """Everything of a report that slots may ask for."""

    document: Document

    def of(self, name: str) -> Content | None:
        """What belongs into the slot of this name: nothing in it where the report has no such part.

        `None` where the name means nothing.
        """
        name = usual_name(name)
        if name in PARTS:
            return Blocks(tuple(at for at, own in enumerate(self._parts) if own == name))
        if name in self._of_report:
            return Words(self._of_report[name])
        if name in self._fields:
            return Words(self._fields[name])
        section = self._section(name)
        if section:
            return Blocks(section)
        is_known = name.startswith("report.") and name.removeprefix("report.") in _HEADER_KEYS
        return Words(()) if is_known else None

    def names(self) -> tuple[str, ...]:
        """Every name that a slot may have for this report, those that staff would use first."""
        headings = (
            plain_words(block.children) for block in self.document.blocks if isinstance(block, Heading)
        )
        return tuple(dict.fromkeys((*PARTS.values(), *self._of_report, *headings, *PARTS, *self._fields)))

    def rest(self, taken: Collection[int]) -> tuple[int, ...]:
        """The blocks that stand in no other slot: those of the body, without what a skeleton draws itself."""
        rest: list[int] = []
        for at, part in enumerate(self._parts):
            is_break = isinstance(self.document.blocks[at], PageBreak)
            # A new page is begun after a cover or a list of contents, which stand elsewhere.
            if at not in taken and part not in HEAD and not (is_break and at - 1 not in rest):
                rest.append(at)
        return tuple(rest)

    def left_out(self, taken: Collection[int], shown: Sequence[Inline]) -> tuple[str, ...]:
        """Places of the bundle that only the style's own head would have printed."""
        words = plain_words(tuple(shown))
        printed = {
            one.path for at in (*taken, *self.rest(taken)) for one in _fields(self.document.blocks[at])
        }
        head = (block for block, part in zip(self.document.blocks, self._parts, strict=True) if part in HEAD)
        missing = (one for block in head for one in _fields(block) if one.path not in printed)
        return tuple(dict.fromkeys(one.path for one in missing if plain_words((one,)) not in words))

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        """The part that each block makes, by itself."""
        return tuple(_part_of(block) for block in self.document.blocks)

    @cached_property
    def _of_report(self) -> dict[str, tuple[Inline, ...]]:
        meta = self.document.meta
        date = f"{meta.date.year}年{meta.date.month}月{meta.date.day}日" if meta.date else ""
        said = {
            "标题": meta.title,
            "title": meta.title,
            "单位": meta.organisation,
            "作者": meta.author,
            "日期": date,
            "页眉左": meta.running_left,
            "页眉右": meta.running_right,
        }
        return {name: (Text(words),) if words else () for name, words in said.items()}

    @cached_property
    def _fields(self) -> dict[str, tuple[Inline, ...]]:
        """Each place of the bundle that the report prints, as it is printed first."""
        fields: dict[str, tuple[Inline, ...]] = {}
        for block in self.document.blocks:
            for one in _fields(block):
                fields.setdefault(one.path, (one,))
        return fields

    def _section(self, name: str) -> tuple[int, ...]:
        """A heading of this name or number with what stands under it."""
        blocks = self.document.blocks
        for at, block in enumerate(blocks):
            if isinstance(block, Heading) and name in (plain_words(block.children), block.number):
                after = range(at + 1, len(blocks))
                end = next((one for one in after if _is_as_high(blocks[one], block.level)), len(blocks))
                return tuple(range(at, end))
        return ()


_HEADER_KEYS = frozenset(key.name for key in keys_of(Header))


def _part_of(block: Block) -> str:
    match block:
        case Contents():
            return "contents"
        case Particulars():
            return "particulars"
        case Box(role=role):
            return _BOXES.get(role, role)
        case Paragraph(role=role):
            return role if role in (*PARTS, *HEAD) and role != BODY else ""
    return ""


def _is_as_high(block: Block, level: int) -> bool:
    return isinstance(block, Heading) and block.level <= level


def _fields_in(line: Sequence[Inline]) -> Iterator[Field]:
    for inline in line:
        if isinstance(inline, Field):
            yield inline
        yield from _fields_in(getattr(inline, "children", ()))


def _fields(block: Block) -> Iterator[Field]:
    for line in lines_of((block,)):
        yield from _fields_in(line)
