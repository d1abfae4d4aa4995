"""Writes the reports of one build: all decided first, then each whole, and nobody's edits overwritten."""

import contextlib
import errno
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opsreport.diagnostics import Diagnostics, Span
from opsreport.files.exchange import (
    HELD,
    discard,
    exclusively,
    keep_copy,
    put,
    remove_stale,
    stage,
    sync_folder,
)
from opsreport.files.faults import report_unwritable
from opsreport.files.manifest import (
    FOLDER,
    NAME,
    Entry,
    Manifest,
    UnreadableManifestError,
    digest,
    load_manifest,
)
from opsreport.files.names import check_name, numbered, office_lock
from opsreport.files.provenance import Provenance

ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Written:
    """Where a report is now: `path` differs from what was asked for where an edited file stood there."""

    asked: str
    path: str


@dataclass(frozen=True, slots=True)
class Existing:
    """A file that is already there."""

    sha256: str
    mode: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to happen to one report; `old` is what is known of the one that keeps its place."""

    asked: str
    name: str
    existing: Existing | None
    entry: Entry
    keeps_backup: bool = False
    refused: str = ""
    lock: str = ""
    old: Entry | None = None


class _ChangedError(Exception):
    """Somebody changed a file between the decision and the exchange, so it must be decided again."""


def write_outputs(
    folder: str,
    contents: Mapping[str, bytes],
    found: Diagnostics,
    *,
    source: Provenance | None = None,
    force: bool = False,
) -> tuple[Written, ...]:
    """Write these files into the folder, made where it is missing, and say where each of them is.

    A file that is there already is replaced only if it is byte for byte what was last written there, from the
    same `source`, and is no finished report in the way of a draft. Anything else is somebody's work, and the
    new report is laid beside it as `NAME.new.docx`. With `force` it is replaced, and the old one is kept as
    `NAME.bak.docx`. Nothing is written if one cannot be.
    """
    writing = _Writing(folder, contents, found, source, force)
    try:
        return writing.write()
    except OSError as fault:
        writing.report(fault)
        return tuple(writing.done)


class _Writing:
    """One build's writing into one folder."""

    def __init__(
        self,
        folder: str,
        contents: Mapping[str, bytes],
        found: Diagnostics,
        source: Provenance | None,
        force: bool,
    ) -> None:
        self._shown = folder
        self._folder = Path(folder or ".")
        self._contents = contents
        self._source = source.recorded(self._folder) if source else None
        self._entries = {name: Entry(digest(content), self._source) for name, content in contents.items()}
        self._found = found
        self._force = force
        self._held: set[str] = set()
        self._at_work_on = next(iter(contents), "")
        self.done: list[Written] = []

    def write(self) -> tuple[Written, ...]:
        for name in self._contents:
            self._at_work_on = name
            check_name(name)
        is_all_there = all(self._is_there(name, self._look(name)) for name in self._contents)
        try:
            if is_all_there and self._is_recorded():
                return self._where_asked()
            return self._exchange_alone()
        except OSError:
            # Only the record is missing, and the reports are as they should be: nobody need hear of it.
            if is_all_there:
                return self._where_asked()
            raise

    def report(self, fault: OSError) -> None:
        """Put a failure of the system into words."""
        report_unwritable(fault, self._path(self._at_work_on), self._found)

    def _path(self, name: str) -> str:
        return os.path.join(self._shown, name)

    def _where_asked(self) -> tuple[Written, ...]:
        return tuple(Written(self._path(name), self._path(name)) for name in self._contents)

    def _is_recorded(self) -> bool:
        try:
            manifest = load_manifest(self._folder)
        except UnreadableManifestError:
            return False
        known = [manifest.of(name, entry.sha256) for name, entry in self._entries.items()]
        return all(one and (one.provenance == self._source or self._objection(one)) for one in known)

    def _objection(self, old: Entry) -> str:
        return self._source.objection(old.provenance, self._folder) if self._source else ""

    def _exchange_alone(self) -> tuple[Written, ...]:
        """Decide and write while no other build writes into the folder; decide again if a person does."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with exclusively(self._folder):
            remove_stale(self._folder)
            manifest = self._load()
            for _ in range(ATTEMPTS):
                with contextlib.suppress(_ChangedError):
                    return self._exchange(manifest)
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    def _load(self) -> Manifest:
        try:
            return load_manifest(self._folder)
        except UnreadableManifestError:
            path = os.path.join(self._shown, FOLDER, NAME)
            self._found.add("unreadable-record", Span(path), file=path)
            return Manifest()

    def _exchange(self, manifest: Manifest) -> tuple[Written, ...]:
        plans = [self._decide(name, manifest) for name in self._contents]
        for plan in plans:
            if plan.old:
                # Once laid beside another and then renamed, it is known by a name about to be used again.
                manifest = manifest.has_written(plan.asked, plan.old)
        changing = [plan for plan in plans if not self._is_there(plan.asked, plan.existing)]
        staged: dict[str, Path] = {}
        try:
            for plan in changing:
                self._at_work_on = plan.name
                mode = plan.existing.mode if plan.existing else None
                staged[plan.name] = stage(self._target(plan.name).parent, self._contents[plan.asked], mode)
            self._remember(plans, manifest)
            for plan in changing:
                self._at_work_on = plan.name
                self._put(plan, staged[plan.name])
        finally:
            for path in staged.values():
                discard(path)
        self._settle(plans, manifest)
        return self._tell(plans)

    def _decide(self, name: str, manifest: Manifest) -> Plan:
        self._at_work_on = name
        existing = self._look(name)
        entry = self._entries[name]
        old = manifest.of(name, existing.sha256) if existing else None
        refused = self._objection(old) if old else "edited-output"
        if existing is None or self._is_there(name, existing):
            # Two bundles may make the same bytes; then the report remains that of the first.
            return Plan(name, name, existing, old if old and refused else entry)
        lock = office_lock(self._folder, name)
        if name not in self._held and (self._force or not (refused or lock)):
            self._check_writable(name)
            return Plan(name, name, existing, entry, keeps_backup=bool(refused))
        if name in self._held or not refused:
            refused = "open-output"
        other, existing = self._aside(name, manifest)
        return Plan(name, other, existing, entry, refused=refused, lock=lock, old=old)

    def _aside(self, name: str, manifest: Manifest) -> tuple[str, Existing | None]:
        """The name beside the old report for the new one, where it is in the way of nobody's work either."""
        for other in numbered(name, "new"):
            self._at_work_on = other
            check_name(other)
            existing = self._look(other)
            if existing is None or self._is_there(name, existing):
                return other, existing
            old = manifest.of(other, existing.sha256)
            if old and not self._objection(old) and not office_lock(self._folder, other):
                return other, existing
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))

    def _put(self, plan: Plan, staged: Path) -> None:
        target = self._target(plan.name)
        if self._look(plan.name) != plan.existing:
            raise _ChangedError
        if plan.keeps_backup:
            backup = keep_copy(target, numbered(target.name, "bak"))
            self._found.add("kept-backup", Span(self._path(plan.name)), file=plan.name, backup=backup)
        try:
            put(staged, target)
        except OSError as fault:
            if fault.errno not in HELD or plan.existing is None or plan.name != plan.asked:
                raise
            self._held.add(plan.name)
            raise _ChangedError from fault
        self.done.append(Written(self._path(plan.asked), self._path(plan.name)))

    def _remember(self, plans: list[Plan], manifest: Manifest) -> None:
        for plan in plans:
            seen = plan.existing.sha256 if plan.existing else None
            manifest = manifest.about_to_write(plan.name, plan.entry, seen)
        self._save(manifest)

    def _settle(self, plans: list[Plan], manifest: Manifest) -> None:
        """Confirm what is on disk; the reports are there by now, so a failure here only needs telling."""
        for plan in plans:
            manifest = manifest.has_written(plan.name, plan.entry)
        try:
            sync_folder(self._folder)
            self._save(manifest)
        except OSError as fault:
            path = self._path(plans[0].name)
            self._found.add("unconfirmed-output", Span(path), file=path, cause=os.strerror(fault.errno or 0))

    def _save(self, manifest: Manifest) -> None:
        target = self._folder / FOLDER / NAME
        content = manifest.encode()
        if target.is_file() and target.read_bytes() == content:
            return
        staged = stage(target.parent, content)
        try:
            put(staged, target)
        finally:
            discard(staged)

    def _tell(self, plans: list[Plan]) -> tuple[Written, ...]:
        for plan in plans:
            if plan.refused:
                self._tell_refusal(plan)
        return tuple(Written(self._path(plan.asked), self._path(plan.name)) for plan in plans)

    def _tell_refusal(self, plan: Plan) -> None:
        made_from = plan.old.provenance if plan.old else None
        bundle, style = made_from.shown(self._folder) if made_from else ("", "")
        self._found.add(
            plan.refused,
            Span(self._path(plan.asked)),
            help_key="refused" if plan.refused == "open-output" and not plan.lock else "",
            file=self._path(plan.asked),
            new=self._path(plan.name),
            lock=plan.lock,
            bundle=bundle,
            style=style,
        )

    def _is_there(self, name: str, existing: Existing | None) -> bool:
        return existing is not None and existing.sha256 == self._entries[name].sha256

    def _look(self, name: str) -> Existing | None:
        target = self._target(name)
        try:
            status = target.stat()
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EISDIR if target.is_dir() else errno.ENODEV, "")
        return Existing(digest(target.read_bytes()), stat.S_IMODE(status.st_mode))

    def _target(self, name: str) -> Path:
        """The file behind a name: a link is kept, and what it points to is exchanged."""
        return Path(os.path.realpath(self._folder / name))

    def _check_writable(self, name: str) -> None:
        """A read-only file is not replaced, though its folder would allow it."""
        if not os.access(self._target(name), os.W_OK):
            raise OSError(errno.EACCES, "")
