"""What opsreport remembers of the reports it wrote into a folder, to tell an edited one from its own."""

import hashlib
import json
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from opsreport import __version__
from opsreport.files.provenance import Provenance

FOLDER = ".opsreport"
NAME = "manifest.json"
SCHEMA = 1
LARGEST = 16 * 1024 * 1024


class UnreadableManifestError(ValueError):
    """The record is there, but it is not one that this version understands."""


def digest(content: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One report as it was written; `replacing` is the one before it while the exchange is under way."""

    sha256: str
    provenance: Provenance | None = None
    tool: str = __version__
    replacing: "Entry | None" = None

    def said(self) -> dict[str, object]:
        """The entry as JSON has it; what is not known of it is left out."""
        said: dict[str, object] = {"sha256": self.sha256, "tool": self.tool}
        if self.provenance:
            said |= {"source": self.provenance.bundle, "style": self.provenance.style}
            said |= {"draft": True} if self.provenance.draft else {}
        return said | ({"replacing": self.replacing.said()} if self.replacing else {})


@dataclass(frozen=True, slots=True)
class Manifest:
    """The reports of one folder by their names."""

    outputs: Mapping[str, Entry] = field(default_factory=dict)

    def of(self, name: str, sha256: str) -> Entry | None:
        """What is known of a file of these bytes under this name, if it is ours and untouched.

        The new report that was laid beside an edited one may be renamed to take its place: still ours.
        """
        return next((entry for entry in self._entries(name) if entry.sha256 == sha256), None)

    def _entries(self, name: str) -> Iterator[Entry]:
        key = self._key(name)
        for known in (key, *(one for one in self.outputs if _is_aside_of(one, key))):
            entry = self.outputs.get(known)
            if entry:
                yield entry
                yield from (entry.replacing,) if entry.replacing else ()

    def about_to_write(self, name: str, entry: Entry, seen: str | None) -> "Manifest":
        """The record while a report is being exchanged: whichever of the two a crash leaves is ours."""
        old = self.of(name, seen) if seen and seen != entry.sha256 else None
        old = replace(old, replacing=None) if old else None
        return Manifest({**self.outputs, self._key(name): replace(entry, replacing=old)})

    def has_written(self, name: str, entry: Entry) -> "Manifest":
        """The record once a report has its place."""
        return Manifest({**self.outputs, self._key(name): entry})

    def encode(self) -> bytes:
        """The record as the bytes of its file."""
        outputs = {name: entry.said() for name, entry in sorted(self.outputs.items())}
        said = {"schema": SCHEMA, "outputs": outputs}
        return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")

    @staticmethod
    def _key(name: str) -> str:
        # macOS may give a name back in another Unicode form than it was written in.
        return unicodedata.normalize("NFC", name)


def load_manifest(folder: Path) -> Manifest:
    """The record kept in a folder, empty where nothing was written yet."""
    content = _content(folder / FOLDER / NAME)
    if content is None:
        return Manifest()
    try:
        said = json.loads(content.decode("utf-8", "surrogatepass"))
        if said["schema"] != SCHEMA:
            raise UnreadableManifestError(f"schema {said['schema']}")
        return Manifest({str(name): _entry(entry) for name, entry in said["outputs"].items()})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableManifestError(str(fault)) from fault


def _content(path: Path) -> bytes | None:
    """The bytes of the record, if there is one; a pipe in its place would be waited for without end."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
        raise UnreadableManifestError(os.fspath(path))
    return path.read_bytes()


def _entry(said: Any) -> Entry:
    if isinstance(said, str):
        # An exchange that the version without sources did not finish.
        return Entry(said)
    provenance = None
    if "source" in said:
        provenance = Provenance(str(said["source"]), str(said.get("style", "")), said.get("draft") is True)
    replacing = said.get("replacing")
    return Entry(
        str(said["sha256"]), provenance, str(said.get("tool", "")), _entry(replacing) if replacing else None
    )


def _is_aside_of(known: str, name: str) -> bool:
    stem, dot, suffix = name.rpartition(".")
    return re.fullmatch(rf"{re.escape(stem)}\.new(-\d+)?{re.escape(dot + suffix)}", known) is not None
