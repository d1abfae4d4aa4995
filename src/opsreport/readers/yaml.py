"""YAML as text with places: no guessed numbers, dates or truth values, nothing lost without a word."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from opsreport.diagnostics import (
    Anchor,
    Diagnostics,
    Entry,
    Label,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Severity,
    Source,
    Span,
    in_quotes,
)
from opsreport.readers.characters import read_characters, without_controls
from opsreport.readers.folding import Written
from opsreport.readers.scalar_text import Cleaning
from opsreport.readers.yaml_faults import quoted, report_fault, report_lone_text, report_unquoted

MAX_DEPTH = 32
MAX_NODES = 1_000_000

# A comment after a value has a blank after its `#`; a topic (#话题#) or a rank (#1) has none.
CUT = re.compile(r" #(?=[^\s#])[^\r\n]*")

# What is written in place of a value, and swallowed as a comment: `- #话题#上线`.
SWALLOWED = re.compile(r" +(?P<lost>#(?=[^\s#])[^\r\n]*)")
COLON = re.compile("[:：]")
BEFORE = 200
"""As far back as a colon is looked for before an empty value."""
CHINESE_WORD = re.compile(r"[\u3400-\u9fff]")

# Blanks that look like indentation and are none.
WIDE_BLANKS = ("\xa0", "\u3000")


def read_yaml(source: Source, found: Diagnostics) -> Node | None:
    """The tree of a YAML file, or nothing where it cannot be made out; every fault is reported."""
    text = read_characters(source, found)
    if text is None:
        return None
    return _Reading(source.name, without_controls(text, source.name, found), found).read()


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open; a mapping's keys and values alternate.

    `bare` are the places of values that nobody wrote, not even a colon: the 乙 of `{text: 甲,乙}` is a key.
    """

    start: Any
    nodes: list[Node] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)


class _Reading:
    """One pass over the events of a file: no recursion, so that a deep file costs nothing but its refusal.

    Events stand as Any: to the stubs their marks may be missing, the parser always sets them.
    """

    def __init__(self, name: str, text: str, found: Diagnostics) -> None:
        self.name = name
        self.found = found
        self.cleaning = Cleaning(text, name, found)
        self.text = self.cleaning.text
        self.open: list[_Frame] = []
        self.root: Node | None = None
        self.count = 0

    def read(self) -> Node | None:
        """The tree, if the file is whole."""
        if not self._take_events():
            return None
        if self.root is None or (isinstance(self.root, Scalar) and self.root.is_absent):
            self.found.add("empty-file", Span(self.name))
            return None
        if isinstance(self.root, Scalar):
            report_lone_text(self.root, self.found)
            return None
        return self.root

    def _take_events(self) -> bool:
        loader = None
        try:
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(self.text)
            while loader.check_event():
                if not self._take(loader.get_event()):
                    return False
        except yaml.YAMLError as error:
            report_fault(error, self.text, self.name, self.found)
            return False
        except (ValueError, OverflowError):
            # The parser in Python fails so on an escape such as \UFFFFFFFF.
            self.found.add("yaml-syntax", Span(self.name), help_key="escape")
            return False
        finally:
            if loader is not None:
                loader.dispose()
        return True

    def _take(self, event: Event) -> bool:
        """Take one event; false where the rest is not to be read."""
        match event:
            case ScalarEvent():
                self._add(self._scalar(event))
            case CollectionStartEvent():
                self._refuse_features(event)
                self.open.append(_Frame(event))
                if len(self.open) > MAX_DEPTH:
                    self.found.add("nesting-too-deep", self._span(event), limit=MAX_DEPTH)
                    return False
            case CollectionEndEvent():
                self._add(self._closed(self.open.pop(), event))
            case AliasEvent():
                self._add(self._alias(event))
            case DocumentStartEvent() if self.root is not None:
                self.found.add("unsupported-yaml", self._span(event), help_key="documents", text="---")
                return False
        if self.count > MAX_NODES:
            self.found.add("too-many-values", Span(self.name), limit=MAX_NODES)
            return False
        return True

    def _add(self, node: Node) -> None:
        self.count += 1
        if self.open:
            self.open[-1].nodes.append(node)
        elif self.root is None:
            self.root = node

    def _span(self, event: Any) -> Span:
        """From the event's start to its end, or to the end of its first line."""
        start, end = event.start_mark, event.end_mark
        if start.line == end.line:
            return Span(self.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        line = self.text[start.index : end.index].splitlines()[0].rstrip()
        return Span(
            self.name, start.line + 1, start.column + 1, start.line + 1, start.column + 1 + max(1, len(line))
        )

    def _scalar(self, event: Any) -> Scalar:
        if event.anchor or event.tag:
            self._refuse_features(event)
        start, end, value = event.start_mark, event.end_mark, event.value
        style = event.style or ""
        if start.line == end.line and not style and not self.cleaning.needed(value):
            span = Span(self.name, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            if not value:
                self._look_at_empty(start)
            elif self.text.startswith(" #", end.index):
                self._warn_of_cut(value, span, end.index)
            return Scalar(value, span)
        written = Written(self.text[start.index : end.index], style, start.line + 1, start.column + 1)
        span = self._span(event)
        if start.line == end.line and written.text[1:-1] == value and not self.cleaning.needed(value):
            return Scalar(value, span, False, (Anchor(0, span.line, span.column + 1),))
        text, anchors = self.cleaning.cleaned(value, written)
        if not style and self.text.startswith(" #", end.index):
            self._warn_of_cut(text, span, end.index)
        return Scalar(text, span, not style, anchors)

    def _warn_of_cut(self, value: str, span: Span, end: int) -> None:
        cut = CUT.match(self.text, end)
        if cut and CHINESE_WORD.search(value):
            lost = cut[0].strip()
            self.found.add(
                "mangled-value", span, severity=Severity.WARNING, help_key="comment", text=value, lost=lost
            )

    def _look_at_empty(self, start: Any) -> None:
        """Where nothing was written for a value, see what stands there."""
        frame = self.open[-1] if self.open else None
        if frame is None or not frame.start.flow_style:
            self._warn_of_swallowed(start)
        elif not self.text[max(0, start.index - BEFORE) : start.index].rstrip().endswith(":"):
            frame.bare.append(len(frame.nodes))

    def _warn_of_swallowed(self, start: Any) -> None:
        """A text that begins with `#` is no value to YAML; where a block follows, it was a comment."""
        swallowed = SWALLOWED.match(self.text, start.index)
        if swallowed is None:
            return
        lost = swallowed["lost"].rstrip()
        line, column = start.line + 1, start.column + 1 + swallowed.start("lost") - start.index
        head = self.text[start.index - start.column : start.index].strip()
        self.found.add(
            "mangled-value",
            Span(self.name, line, column, line, column + len(lost)),
            severity=Severity.WARNING,
            help_key="swallowed",
            text=lost,
            suggestion=f"{head} {quoted(lost)}",
        )

    def _refuse_features(self, event: Any) -> None:
        """Anchors and tags change what a value is; a bundle says it as it is."""
        if event.anchor:
            self.found.add("unsupported-yaml", self._span(event), help_key="anchor", text="&" + event.anchor)
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.found.add("unsupported-yaml", self._span(event), help_key="tag", text=tag)

    def _alias(self, event: Any) -> Scalar:
        span = self._span(event)
        text = "*" + event.anchor
        self.found.add("unsupported-yaml", span, help_key="alias", text=text)
        return Scalar(text, span)

    def _closed(self, frame: _Frame, end: Any) -> Node:
        start = frame.start
        if isinstance(start, SequenceStartEvent):
            return Sequence(tuple(frame.nodes), self._collection_span(start, end, frame.nodes))
        pairs = zip(frame.nodes[::2], frame.nodes[1::2], strict=True)
        entries = tuple(Entry(key, value) for key, value in pairs if isinstance(key, Scalar))
        if 2 * len(entries) < len(frame.nodes):
            return self._misread(start, end)
        self._check_keys(entries)
        if frame.bare:
            entries = self._rejoined(entries, {index // 2 for index in frame.bare})
        return Mapping(entries, self._collection_span(start, end, frame.nodes))

    def _rejoined(self, entries: tuple[Entry, ...], bare: set[int]) -> tuple[Entry, ...]:
        """The entries without those that are the rest of a value before a comma, `{value: 1,280}`."""
        kept: list[Entry] = []
        rests: dict[int, list[Scalar]] = {}
        for index, entry in enumerate(entries):
            before = kept[-1].value if kept else None
            if (
                index in bare
                and isinstance(before, Scalar)
                and before.text
                and not COLON.search(entry.key.text)
            ):
                rests.setdefault(len(kept) - 1, []).append(entry.key)
            else:
                kept.append(entry)
        for index, rest in rests.items():
            key, value = kept[index]
            whole = ",".join(part.text for part in (value, *rest) if isinstance(part, Scalar))
            end = rest[-1].span
            span = replace(value.span, end_line=end.end_line, end_column=end.end_column)
            suggestion = f"{key.text}: {in_quotes(whole)}"
            self.found.add("mangled-value", span, help_key="comma", text=whole, suggestion=suggestion)
            kept[index] = Entry(key, Scalar(whole, span))
        return tuple(kept)

    def _misread(self, start: Any, end: Any) -> Scalar:
        """`{{ id }}` without quotes is a mapping whose key is a mapping; it was meant as a text."""
        begin, stop = start.start_mark.index, end.end_mark.index
        span = self._collection_span(start, end, [])
        report_unquoted(self.text, span, self.found)
        return Scalar(self.text[begin:stop].strip(), span)

    def _collection_span(self, start: Any, end: Any, nodes: list[Node]) -> Span:
        """The whole of what is written in brackets on one line, else its first key or mark."""
        first, last = start.start_mark, end.end_mark
        line, column = first.line + 1, first.column + 1
        if start.flow_style and first.line == last.line:
            return Span(self.name, line, column, line, last.column + 1)
        if isinstance(start, MappingStartEvent) and nodes and not start.flow_style:
            return nodes[0].span
        return Span(self.name, line, column, line, column + 1)

    def _check_keys(self, entries: tuple[Entry, ...]) -> None:
        seen: dict[str, Scalar] = {}
        for key, _ in entries:
            first = seen.setdefault(key.text, key)
            if first is not key:
                self.found.add(
                    "duplicate-key",
                    key.span,
                    secondary=(Label(first.span),),
                    key=key.text,
                    line=first.span.line,
                )
            if key.text == "<<" and key.plain:
                self.found.add("unsupported-yaml", key.span, help_key="alias", text="<<")
            if key.text.startswith(WIDE_BLANKS):
                self.found.add("yaml-syntax", key.span, help_key="indent")
