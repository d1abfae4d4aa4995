"""What goes into which slot of a skeleton, and what there is to say of it."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from opsreport.diagnostics import Diagnostics, Source, Span
from opsreport.document import Block, Document, Inline, Paragraph, plain_words
from opsreport.document.walk import lines_of
from opsreport.writers.docx.skeleton import read_skeleton
from opsreport.writers.docx.slot_contents import BODY, Blocks, Content, SlotContents, Words, usual_name
from opsreport.writers.docx.slots import Level, Slot

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class SlotFinding:
    """Something to say of a skeleton: the code, which help fits, and what fills the blanks."""

    code: str
    help_key: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """The blocks and the words for each slot, by its number; a slot in neither stays empty."""

    blocks: Mapping[int, tuple[Block, ...]]
    words: Mapping[int, tuple[Inline, ...]]
    findings: tuple[SlotFinding, ...]


def planned(slots: Sequence[Slot], document: Document) -> SlotPlan:
    """Share a report out among the slots of a skeleton; a part stands where it is asked for first."""
    planning = _Planning(slots, document, SlotContents(document))
    planning.share_out()
    return SlotPlan(planning.blocks, planning.words, tuple(planning.findings))


@dataclass(slots=True)
class _Planning:
    slots: Sequence[Slot]
    document: Document
    contents: SlotContents
    blocks: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    words: dict[int, tuple[Inline, ...]] = field(default_factory=dict)
    findings: list[SlotFinding] = field(default_factory=list)
    _taken: set[int] = field(default_factory=set)
    _filled: set[str] = field(default_factory=set)

    def share_out(self) -> None:
        """The smallest parts first, so that a module may stand elsewhere than the rest of its part."""
        asked = [(number, slot, self.contents.of(slot.name)) for number, slot in enumerate(self.slots)]
        for number, slot, content in sorted(asked, key=lambda one: _size(one[2])):
            if content is None:
                self._report_unknown(slot)
            elif isinstance(content, Words):
                self._take_words(number, slot, content.inlines)
            elif not self._is_body(slot):
                self._take_blocks(number, slot, content.places)
        for number, slot, _ in asked:
            if self._is_body(slot):
                self._take_blocks(number, slot, self.contents.rest(self._taken))
        self._report_rest()

    def _is_body(self, slot: Slot) -> bool:
        return usual_name(slot.name) == BODY

    def _take_words(self, number: int, slot: Slot, words: tuple[Inline, ...]) -> None:
        if slot.level is Level.ROW:
            self._report("unusable-slot", "row", slot)
        elif words:
            self.words[number] = words
        else:
            self._report("empty-slot", "", slot)

    def _take_blocks(self, number: int, slot: Slot, places: Sequence[int]) -> None:
        name = usual_name(slot.name)
        free = [at for at in places if at not in self._taken]
        blocks = tuple(self.document.blocks[at] for at in free)
        if slot.level is Level.ROW:
            self._report("unusable-slot", "row", slot)
        elif name in self._filled:
            self._report("unusable-slot", "repeated", slot)
        elif not blocks:
            self._report("empty-slot", "", slot)
        elif slot.level is Level.BLOCK:
            self.blocks[number] = blocks
        elif len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            self.words[number] = blocks[0].children
        else:
            self._report("unusable-slot", "line", slot)
        self._filled.add(name)
        self._taken.update(free)

    def _report_rest(self) -> None:
        rest = self.contents.rest(self._taken)
        if rest:
            opening = next(filter(None, (_opening(self.document.blocks[at]) for at in rest)), "")
            key = "" if self.slots else "no-slots"
            details = {"count": len(rest), "opening": opening}
            self.findings.append(SlotFinding("unplaced-content", key, details))
        shown = [inline for words in self.words.values() for inline in words]
        if left := self.contents.left_out(self._taken, shown):
            details = {"places": "、".join(left), "first": left[0]}
            self.findings.append(SlotFinding("left-out-head", "", details))

    def _report_unknown(self, slot: Slot) -> None:
        names = self.contents.names()
        near = difflib.get_close_matches(slot.name, names, n=1, cutoff=0.5)
        known = "、".join(names[:_MOST_NAMED])
        details = {"name": slot.name, "near": "".join(near), "known": known}
        self.findings.append(SlotFinding("unknown-slot", "near" if near else "", details))

    def _report(self, code: str, help_key: str, slot: Slot) -> None:
        self.findings.append(SlotFinding(code, help_key, {"name": slot.name}))


def _size(content: Content | None) -> int:
    return len(content.places) if isinstance(content, Blocks) else 0


def _opening(block: Block) -> str:
    return next(_openings(block), "")


def _openings(block: Block) -> Iterator[str]:
    return (words for line in lines_of((block,)) if (words := plain_words(line)))


def report_slots(skeleton: Source, document: Document, found: Diagnostics) -> None:
    """Report which slots of a skeleton cannot be filled with this report, and what has no slot."""
    plan = planned(read_skeleton(skeleton.content).slots, document)
    for one in plan.findings:
        details = {**one.details, "file": skeleton.name}
        found.report(one.code, Span(skeleton.name), details, help_key=one.help_key)
