"""Writes what a user starts from: new files only, all of them or none, and the schema that editors read."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from opsreport.diagnostics import Diagnostics, Source, Span
from opsreport.files.exchange import discard, put, stage, sync_folder
from opsreport.files.faults import WHY
from opsreport.files.manifest import FOLDER
from opsreport.files.names import check_name

SCHEMA_LARGEST = 4 * 1024 * 1024

SAID = frozenset({"full", "permission", "not-a-folder", "long-name", "bad-name"})
"""The reasons for which the catalogue has words of its own."""


def read_packaged_starter(style: str) -> Source:
    """The starter bundle of a built-in style, as it lies in the package."""
    path = Path(__file__).parents[1] / "starters" / "bundles" / f"{style}.yaml"
    return Source(f"opsreport/starters/{style}.yaml", path.read_bytes())


def schema_beside(bundle: str) -> str:
    """Where the schema for the bundles of a folder lies: with what opsreport keeps there of its own."""
    return os.path.join(os.path.dirname(bundle), FOLDER, "opsreport.schema.json")


def is_free(path: str, contents: Mapping[str, bytes], found: Diagnostics) -> bool:
    """Whether a starter may be written at this path; a finding says so where something has the place."""
    try:
        is_taken = _NewFiles(path, contents).is_taken()
    except OSError as fault:
        _report_unwritable(path, fault, found)
        return False
    if is_taken:
        _report_existing(path, found, "folder" if os.path.isdir(path) else "")
    return not is_taken


def write_new(path: str, contents: Mapping[str, bytes], found: Diagnostics) -> bool:
    """Write a starter: one file at this path, or several by their names into a folder of this path.

    All of them are written, or none and a finding says why.
    """
    if not is_free(path, contents, found):
        return False
    try:
        _NewFiles(path, contents).write()
    except FileExistsError:
        _report_existing(path, found, "")
        return False
    except OSError as fault:
        _report_unwritable(path, fault, found)
        return False
    return True


def write_schema(path: str, content: bytes, mark: bytes, found: Diagnostics) -> bool:
    """Write a schema, in the place of an older one if there is one; `mark` tells it from somebody's file."""
    target = Path(path)
    try:
        check_name(target.name)
        if target.exists():
            with target.open("rb") as file:
                old = file.read(SCHEMA_LARGEST)
            if old == content:
                return True
            if mark not in old:
                _report_existing(path, found, "schema")
                return False
        made = _make_folders(target.parent)
        try:
            _exchange(target, content)
        except OSError:
            _unmake(made)
            raise
    except OSError as fault:
        _report_unwritable(path, fault, found)
        return False
    return True


def _exchange(target: Path, content: bytes) -> None:
    staged = stage(target.parent, content)
    try:
        put(staged, target)
    finally:
        discard(staged)


class _NewFiles:
    """New files on their way to their places; what was made is unmade if one of them fails."""

    def __init__(self, path: str, contents: Mapping[str, bytes]) -> None:
        self._path = Path(path)
        self._is_folder = set(contents) != {""}
        self._contents = contents
        self._made: list[Path] = []

    def is_taken(self) -> bool:
        """Whether something has the place; a folder is free while nothing that is seen lies in it.

        Raises OSError for a name that no file can have.
        """
        for target in self._targets():
            check_name(target.name)
        if self._is_folder and self._path.is_dir():
            return any(not name.startswith(".") for name in os.listdir(self._path))
        return os.path.lexists(self._path)

    def _targets(self) -> dict[Path, bytes]:
        return {self._path / name if name else self._path: one for name, one in self._contents.items()}

    def write(self) -> None:
        targets = self._targets()
        folder = self._path if self._is_folder else self._path.parent
        try:
            self._made += _make_folders(folder)
            for target, content in targets.items():
                self._place(target, content)
        except BaseException:
            _unmake(self._made)
            raise
        sync_folder(folder)

    def _place(self, target: Path, content: bytes) -> None:
        """A link fails where a file is there by now; where there are no links, a look has to do."""
        staged = stage(target.parent, content)
        try:
            try:
                os.link(staged, target)
            except FileExistsError:
                raise
            except OSError:
                if os.path.lexists(target):
                    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
                put(staged, target)
            self._made.append(target)
        finally:
            discard(staged)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those it lies in, and name the new ones; none stays where one cannot be made."""
    made: list[Path] = []
    try:
        for one in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            one.mkdir(exist_ok=True)
            made.append(one)
    except OSError:
        _unmake(made)
        raise
    return made


def _unmake(made: list[Path]) -> None:
    for path in reversed(made):
        try:
            path.rmdir() if path.is_dir() else path.unlink()
        except OSError:
            return


def _report_existing(path: str, found: Diagnostics, help_key: str) -> None:
    if help_key == "folder":
        other = os.path.join(path, "memo.yaml")
    else:
        folder, name = os.path.split(os.path.normpath(path))
        stem, suffix = os.path.splitext(name)
        other = os.path.join(folder, f"{stem}-2{suffix}")
    found.add("existing-file", Span(path), help_key=help_key, file=path, other=other)


def _report_unwritable(path: str, fault: OSError, found: Diagnostics) -> None:
    """Say why nothing could be made; those who run `init` or `schema` choose another path, not another -o."""
    cause = os.strerror(fault.errno) if fault.errno else str(fault)
    why = WHY.get(fault.errno or 0, "")
    key = f"new-{why}" if why in SAID else "new"
    found.add("unwritable-output", Span(path), help_key=key, file=path, cause=cause)
