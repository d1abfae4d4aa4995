"""Files with their repairs: only the stretches repaired differ, and each file reads as it was meant to.

A repair is made by its place, on the characters as they were saved, so that comments, layout, quotes, line
ends and encoding stay. The file is then read again; what does not come out as intended keeps its old words.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from opsreport.diagnostics import Source
from opsreport.repairs.leaves import TABLE_SUFFIXES, Leaves, leaves_of, offset_of
from opsreport.repairs.quoting import quoted
from opsreport.repairs.repair import Repair
from opsreport.repairs.writing import Writing, writing_of

PERCENTAGE = re.compile(r"\d[%‰]")

IsSound = Callable[[tuple[Source, ...]], bool]
"""Whether a bundle made of these files is as good as it was."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters of a file from `start` to `end`, and what replaces them."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Mended:
    """The files with the repairs that could be made, the edits of each by its name, and what was left."""

    sources: tuple[Source, ...]
    done: tuple[Repair, ...] = ()
    left: tuple[Repair, ...] = ()
    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A repair with its leaf, where it begins in the text of that, and its edit of the file."""

    repair: Repair
    leaf: int
    offset: int
    edit: Edit


def mend(sources: Sequence[Source], repairs: Iterable[Repair], is_sound: IsSound) -> Mended:
    """The files with as many of the repairs as come out right; of two on the same words the first."""
    offered = tuple(repairs)
    files = {}
    for source in sources:
        wanted = [repair for repair in offered if repair.span.file == source.name]
        if wanted and (file := _file(source, wanted)):
            files[source.name] = file
    mending = _Mending(tuple(sources), files, is_sound)
    chosen = mending.most([one for file in files.values() for one in file.placed], ())
    done = {one.repair for one in chosen}
    return Mended(
        mending.made(chosen),
        tuple(repair for repair in offered if repair in done),
        tuple(repair for repair in offered if repair not in done),
        {name: file.edits(chosen) for name, file in files.items()},
    )


@dataclass(frozen=True, slots=True)
class _File:
    """A file with its leaves, and what could be repaired in it."""

    source: Source
    writing: Writing
    leaves: Leaves
    placed: tuple[_Placed, ...]

    def texts(self, chosen: Iterable[_Placed]) -> dict[int, str]:
        """What the repaired leaves are to say."""
        return {leaf: _intended(self.leaves.scalars[leaf].text, own) for leaf, own in self._own(chosen)}

    def edits(self, chosen: Iterable[_Placed]) -> tuple[Edit, ...]:
        """The edits of these repairs, and the quotes that they make necessary, in the order of the file."""
        edits: list[Edit] = []
        for leaf, own in self._own(chosen):
            scalar = self.leaves.scalars[leaf]
            is_table = self.source.name.lower().endswith(TABLE_SUFFIXES)
            marks = () if is_table else quoted(scalar, _intended(scalar.text, own), self.writing)
            edits += _joined([one.edit for one in own], marks)
        return tuple(sorted(edits, key=lambda edit: edit.start))

    def mended(self, chosen: Iterable[_Placed]) -> Source:
        """The file with these repairs."""
        pieces, position = [], 0
        for edit in self.edits(chosen):
            pieces += [self.writing.text[position : edit.start], edit.new]
            position = edit.end
        return self.writing.with_text("".join([*pieces, self.writing.text[position:]]))

    def _own(self, chosen: Iterable[_Placed]) -> list[tuple[int, list[_Placed]]]:
        by_leaf: dict[int, list[_Placed]] = {}
        for one in chosen:
            if one.repair.span.file == self.source.name:
                by_leaf.setdefault(one.leaf, []).append(one)
        return [(leaf, sorted(own, key=lambda one: one.offset)) for leaf, own in by_leaf.items()]


@dataclass(frozen=True, slots=True)
class _Mending:
    """Tries repairs out until all that are left of them work."""

    sources: tuple[Source, ...]
    files: Mapping[str, _File]
    is_sound: IsSound

    def most(self, wanted: Sequence[_Placed], given: Sequence[_Placed]) -> Sequence[_Placed]:
        """As many as work together with those given: all, or else those of each half."""
        if not wanted or self._work([*given, *wanted]):
            return wanted
        if len(wanted) == 1:
            return ()
        middle = len(wanted) // 2
        first = self.most(wanted[:middle], given)
        return [*first, *self.most(wanted[middle:], [*given, *first])]

    def made(self, chosen: Sequence[_Placed]) -> tuple[Source, ...]:
        """The files with these repairs."""
        files = (self.files.get(source.name) for source in self.sources)
        both = zip(self.sources, files, strict=True)
        return tuple(file.mended(chosen) if file else source for source, file in both)

    def _work(self, chosen: Sequence[_Placed]) -> bool:
        result = self.made(chosen)
        for source in result:
            file = self.files.get(source.name)
            leaves = leaves_of(source) if file else None
            if file and (leaves is None or not leaves.reads(file.texts(chosen), file.leaves)):
                return False
        return self.is_sound(result)


def _intended(text: str, own: Sequence[_Placed]) -> str:
    """The text of a leaf with its repairs, in their order."""
    pieces, position = [], 0
    for one in own:
        pieces += [text[position : one.offset], one.repair.new]
        position = one.offset + len(one.repair.old)
    return "".join([*pieces, text[position:]])


def _file(source: Source, repairs: Sequence[Repair]) -> _File | None:
    writing, leaves = writing_of(source), leaves_of(source)
    if writing is None or leaves is None:
        return None
    placed: dict[int, list[_Placed]] = {}
    for repair in repairs:
        one = _placed(repair, writing, leaves)
        others = placed.setdefault(one.leaf, []) if one else []
        if one and not any(
            one.edit.start < other.edit.end and other.edit.start < one.edit.end for other in others
        ):
            others.append(one)
    return _File(source, writing, leaves, tuple(one for others in placed.values() for one in others))


def _placed(repair: Repair, writing: Writing, leaves: Leaves) -> _Placed | None:
    """A repair with its place, or nothing where other characters stand there: escapes, marks of weight."""
    span = repair.span
    if not span.line or span.cell:
        return None
    leaf = leaves.at(span.line, span.column)
    offset = offset_of(leaves.scalars[leaf], span.line, span.column) if leaf >= 0 else -1
    if offset < 0 or leaves.scalars[leaf].text[offset : offset + len(repair.old)] != repair.old:
        return None
    start, end = writing.offset(span.line, span.column), writing.offset(span.end_line, span.end_column)
    written = writing.text[start:end]
    # Words that were broken over two lines come together on one.
    is_broken = len(written.splitlines()) > 1 and "".join(written.split()) == "".join(repair.old.split())
    if (written != repair.old and not is_broken) or (is_broken and _parts_words(repair)):
        return None
    return _Placed(repair, leaf, offset, Edit(start, end, repair.new))


def _parts_words(repair: Repair) -> bool:
    """Whether a repair takes nothing but a blank away, which may be all that parts two statements.

    Before the sign of a percentage it parts nothing.
    """
    return repair.new == "".join(repair.old.split()) and not PERCENTAGE.fullmatch(repair.new)


def _joined(edits: Iterable[Edit], marks: Iterable[tuple[int, str]]) -> list[Edit]:
    """The edits with the quotes; a quote beside an edit goes into it, one within it is lost with it."""
    done = list(edits)
    for place, mark in marks:
        for number, edit in enumerate(done):
            if edit.start == place:
                done[number] = replace(edit, new=mark + edit.new)
                break
            if edit.end == place:
                done[number] = replace(edit, new=edit.new + mark)
                break
            if edit.start < place < edit.end:
                break
        else:
            done.append(Edit(place, place, mark))
    return done
