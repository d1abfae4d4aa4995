"""A style's files, all read already, put together into a `Style`.

`style.yaml` may name a built-in style it `extends`: then whatever it does not say itself is that style's.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from opsreport.diagnostics import Diagnostics, Node, Scalar, Sequence, Source, Span
from opsreport.diagnostics import Mapping as MappingNode
from opsreport.document import Numerals, Series
from opsreport.readers.yaml import read_yaml
from opsreport.styles.style import CONTRACT, Manifest, Style

ENTRY = "report.html.j2"
MANIFEST = "style.yaml"
REFERENCE = "reference.docx"
PRINT_CSS = "print.css"
SHARED = "shared"
KNOWN_KEYS = ("contract", "extends", "title", "summary", "numbering", "requires", "expects")

Folder = Mapping[str, Source]


def assemble_style(name: str, own: Folder, builtin: Mapping[str, Folder], found: Diagnostics) -> Style | None:
    """A style of these files on top of the built-in ones; its faults are reported at their places.

    `builtin` maps the names of the built-in folders (memo, shared …) to their files.
    """
    manifest_file = own.get(MANIFEST)
    if manifest_file is None:
        found.add("bad-style", Span(name), name=name, field=MANIFEST, expected=MANIFEST)
        return None
    node = read_yaml(manifest_file, found)
    if not isinstance(node, MappingNode):
        found.add("bad-style", Span(manifest_file.name, 1, 1), name=name, field=MANIFEST, expected="title: …")
        return None
    reading = ManifestReader(name, node, found)
    parent = _parent(reading, builtin, found)
    manifest = reading.manifest(parent.manifest if parent else None)
    if manifest is None:
        return None
    if ENTRY not in own:
        extended = parent.name if parent else "memo"
        found.add("template-not-found", Span(name), help_key="entry", name=ENTRY, parent=extended)
        return None
    templates, files = _templates(own, builtin)
    reference = own.get(REFERENCE)
    css, css_files = _sheets(own)
    before = (parent.css, parent.css_files) if parent else _sheets(builtin[SHARED])
    return Style(
        name,
        manifest,
        ENTRY,
        templates,
        files,
        (*before[0], *css),
        reference.content if reference else builtin[SHARED][REFERENCE].content,
        (*before[1], *css_files),
    )


def style_titles(builtin: Mapping[str, Folder]) -> dict[str, str]:
    """The title of each built-in style (备忘录), by its name (memo)."""
    styles = {
        name: assemble_style(name, folder, builtin, Diagnostics())
        for name, folder in builtin.items()
        if name != SHARED
    }
    return {name: style.manifest.title for name, style in styles.items() if style is not None}


def _parent(reading: "ManifestReader", builtin: Mapping[str, Folder], found: Diagnostics) -> Style | None:
    name = reading.text("extends")
    if not name:
        return None
    if name not in builtin or name == SHARED:
        reading.refuse("extends", "、".join(sorted(set(builtin) - {SHARED})))
        return None
    return assemble_style(name, builtin[name], builtin, found)


def _templates(own: Folder, builtin: Mapping[str, Folder]) -> tuple[dict[str, str], dict[str, str]]:
    """Every template by the names it may be asked for, and the file behind each name."""
    texts, files = {}, {}
    folders = [("", own), *((f"opsreport/{name}/", folder) for name, folder in builtin.items())]
    for prefix, folder in folders:
        for name, source in folder.items():
            if name.endswith(".j2"):
                texts[prefix + name] = source.content.decode("utf-8-sig", "replace")
                files[prefix + name] = source.name
    return texts, files


def _sheets(folder: Folder) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The style sheet of a folder, if it has one, and the file it lies in."""
    source = folder.get(PRINT_CSS)
    return ((source.content.decode("utf-8-sig", "replace"),), (source.name,)) if source else ((), ())


class ManifestReader:
    """Reads `style.yaml` key by key; what is wrong is reported at its place."""

    def __init__(self, name: str, node: MappingNode, found: Diagnostics) -> None:
        self._name = name
        self._found = found
        self._node = node
        self._values = {entry.key.text: entry.value for entry in node}
        for entry in node:
            if entry.key.text not in KNOWN_KEYS:
                self._refuse_at(entry.key.span, entry.key.text, "、".join(KNOWN_KEYS))

    def refuse(self, key: str, expected: str) -> None:
        """Report that a key is missing or holds something else."""
        node = self._values.get(key)
        self._refuse_at(node.span if node else self._node.span, key, expected)

    def _refuse_at(self, span: Span, key: str, expected: str) -> None:
        self._found.add("bad-style", span, name=self._name, field=key, expected=expected)

    def text(self, key: str) -> str:
        """A single word or sentence; empty where the key is left out."""
        node = self._values.get(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.refuse(key, f"{key}: …")
            return ""
        return node.text

    def manifest(self, parent: Manifest | None) -> Manifest | None:
        """What the file says, with the parent's word wherever it is silent."""
        version = self.text("contract")
        if version != str(CONTRACT):
            span = (self._values.get("contract") or self._node).span
            self._found.add("context-version", span, name=self._name, found=version or "?", known=CONTRACT)
            return None
        said = Manifest(
            self.text("title"),
            self.text("summary"),
            self._numbering(),
            self._words("requires"),
            self._words("expects"),
        )
        if parent is not None:
            said = Manifest(
                said.title or parent.title,
                said.summary or parent.summary,
                said.numbering or parent.numbering,
                said.requires if "requires" in self._values else parent.requires,
                said.expects if "expects" in self._values else parent.expects,
            )
        if not said.title:
            self.refuse("title", "title: 周报")
            return None
        return replace(said, summary=said.summary or said.title)

    def _words(self, key: str) -> tuple[str, ...]:
        node = self._values.get(key)
        if node is None:
            return ()
        if not isinstance(node, Sequence) or not all(isinstance(item, Scalar) for item in node.items):
            self.refuse(key, f"{key}: [org, period]")
            return ()
        return tuple(item.text for item in node.items if isinstance(item, Scalar))

    def _numbering(self) -> tuple[Series, ...]:
        node = self._values.get("numbering")
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(series for item in items if (series := self._series(item)) is not None)

    def _series(self, node: Node) -> Series | None:
        example = "{name: part, level: 1, pattern: 第%部分}"
        entries = {entry.key.text: entry.value for entry in node} if isinstance(node, MappingNode) else {}
        words = {key: value.text for key, value in entries.items() if isinstance(value, Scalar)}
        numerals = words.get("numerals", Numerals.CHINESE.value)
        right = (
            {"name", "level", "pattern"} <= set(words) <= {"name", "level", "pattern", "numerals"}
            and re.fullmatch("[1-4]", words["level"])
            and words["pattern"].count("%") == 1
            and numerals in {one.value for one in Numerals}
        )
        if not right:
            self._refuse_at(node.span, "numbering", example)
            return None
        return Series(words["name"], int(words["level"]), words["pattern"], Numerals(numerals))
