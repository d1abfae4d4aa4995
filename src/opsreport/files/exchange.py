"""Puts a whole file in the place of another, so that at every moment the old one or the new one is there."""

import contextlib
import errno
import hashlib
import os
import platform
import re
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from opsreport.files.manifest import FOLDER

PATIENCE = 10.0
ONE_DAY = 86_400.0
# Office programs and virus scanners hold a file for a moment; 2.6 seconds in all outlast them.
PAUSES = (0.02, 0.04, 0.08, 0.16, 0.3, 0.5, 0.5, 0.5, 0.5)
HELD = (errno.EACCES, errno.EPERM, errno.EBUSY)
_HOST = hashlib.sha256(platform.node().encode()).hexdigest()[:8]
_TEMPORARY = re.compile(r"\.opsreport-(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]+\.tmp")


def stage(folder: Path, content: bytes, mode: int | None = None) -> Path:
    """A temporary file of these bytes in the folder, safely on disk; removed again if anything fails."""
    path = folder / f".opsreport-{_HOST}-{os.getpid()}-{secrets.token_hex(4)}.tmp"
    # The umask applies to this mode, as it does to any file a program makes.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            _write_all(descriptor, content)
            if mode is not None:
                os.chmod(path, mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        discard(path)
        raise
    return path


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def put(staged: Path, target: Path) -> None:
    """Give a staged file its name, in the place of whatever had it; waits a little for one that is held."""
    for pause in PAUSES:
        try:
            os.replace(staged, target)
        except OSError as fault:
            if fault.errno not in HELD:
                raise
            time.sleep(pause)
        else:
            return
    os.replace(staged, target)


def keep_copy(target: Path, names: Iterator[str]) -> str:
    """Keep the file under the first of the names that is free or already holds the same bytes."""
    content = target.read_bytes()
    for name in names:
        kept = target.parent / name
        if not kept.exists():
            try:
                os.link(target, kept)
            except FileExistsError:
                continue
            except OSError:
                # Some file systems know no second name for a file.
                put(stage(target.parent, content, target.stat().st_mode & 0o7777), kept)
            return name
        if kept.is_file() and kept.read_bytes() == content:
            return name
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))


def discard(path: Path) -> None:
    """Remove a temporary file if it is there and can be removed."""
    with contextlib.suppress(OSError):
        os.unlink(path)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, on systems that can promise it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def remove_stale(folder: Path) -> None:
    """Remove the temporary files of builds that were killed."""
    for path in (*folder.glob(".opsreport-*.tmp"), *(folder / FOLDER).glob(".opsreport-*.tmp")):
        match = _TEMPORARY.fullmatch(path.name)
        if match and not _is_in_use(path, match["host"], int(match["pid"])):
            discard(path)


def _is_in_use(path: Path, host: str, pid: int) -> bool:
    """Whether its builder still runs; on another machine nobody can tell, so a day must pass."""
    if host == _HOST and sys.platform != "win32":
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (OSError, OverflowError):
            return True
        return True
    with contextlib.suppress(OSError):
        return time.time() - path.stat().st_mtime < ONE_DAY
    return True


@contextlib.contextmanager
def exclusively(folder: Path) -> Iterator[None]:
    """Let one build at a time write into a folder; others wait for it, but not for ever."""
    state = folder / FOLDER
    state.mkdir(exist_ok=True)
    descriptor = os.open(state / "lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        deadline = time.monotonic() + PATIENCE
        while not _locked(descriptor):
            if time.monotonic() > deadline:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
            time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A network folder without locks: the exchange itself is still safe.
            return True
        return True
