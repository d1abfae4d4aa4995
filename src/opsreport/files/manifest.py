"""What opsreport remembers of the reports it wrote into a folder, to tell an edited one from its own."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from opsreport import __version__

FOLDER = ".opsreport"
NAME = "manifest.json"
SCHEMA = 1


class UnreadableManifestError(ValueError):
    """The record is there, but it is not one that this version understands."""


def digest(content: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """One report as it was written; `replacing` is the one before it while the exchange is under way."""

    sha256: str
    tool: str = __version__
    replacing: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The reports of one folder by their names."""

    outputs: Mapping[str, Entry] = field(default_factory=dict)

    def wrote(self, name: str, sha256: str) -> bool:
        """Whether a file of these bytes under this name is ours, untouched.

        The new report that was laid beside an edited one may be renamed to take its place: still ours.
        """
        names = (self._key(name), *(known for known in self.outputs if _is_aside_of(known, self._key(name))))
        entries = [self.outputs[known] for known in names if known in self.outputs]
        return any(sha256 in (entry.sha256, entry.replacing) for entry in entries)

    def about_to_write(self, name: str, sha256: str, seen: str | None) -> "Manifest":
        """The record while a report is being exchanged: whichever of the two a crash leaves is ours."""
        old = seen if seen and seen != sha256 and self.wrote(name, seen) else None
        return Manifest({**self.outputs, self._key(name): Entry(sha256, replacing=old)})

    def has_written(self, name: str, sha256: str) -> "Manifest":
        """The record once a report has its place."""
        return Manifest({**self.outputs, self._key(name): Entry(sha256)})

    def encode(self) -> bytes:
        """The record as the bytes of its file."""
        outputs = {
            name: {key: value for key in Entry.__slots__ if (value := getattr(entry, key)) is not None}
            for name, entry in sorted(self.outputs.items())
        }
        said = {"schema": SCHEMA, "outputs": outputs}
        return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")

    @staticmethod
    def _key(name: str) -> str:
        # macOS may give a name back in another Unicode form than it was written in.
        return unicodedata.normalize("NFC", name)


def load_manifest(folder: Path) -> Manifest:
    """The record kept in a folder, empty where nothing was written yet."""
    try:
        content = (folder / FOLDER / NAME).read_bytes()
    except FileNotFoundError:
        return Manifest()
    try:
        said = json.loads(content.decode("utf-8", "surrogatepass"))
        if said["schema"] != SCHEMA:
            raise UnreadableManifestError(f"schema {said['schema']}")
        return Manifest({str(name): _entry(entry) for name, entry in said["outputs"].items()})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableManifestError(str(fault)) from fault


def _entry(said: Mapping[str, str]) -> Entry:
    return Entry(str(said["sha256"]), str(said.get("tool", "")), said.get("replacing"))


def _is_aside_of(known: str, name: str) -> bool:
    stem, dot, suffix = name.rpartition(".")
    return re.fullmatch(rf"{re.escape(stem)}\.new(-\d+)?{re.escape(dot + suffix)}", known) is not None
