"""Writes a bundle's own files anew: all of them or none, and never over what somebody changed meanwhile."""

import errno
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from opsreport.diagnostics import Diagnostics, Source, Span
from opsreport.files.exchange import discard, put, stage, sync_folder

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class _Staged:
    """A file on its way: as it was, and as it lies ready beside it."""

    old: Source
    target: Path
    ready: Path


class _ChangedError(Exception):
    """A file is no longer what it was when it was read."""


class _LinkedError(Exception):
    """A file has a second name, under which its old content would stay."""


def rewrite(changes: Sequence[tuple[Source, Source]], found: Diagnostics) -> bool:
    """Put new files in the place of old ones; false, and a finding, where not one was touched.

    Each pair is a file as it was read and as it should be. Rights and symbolic links
    are kept; a file with hard links, or that nobody may write, is not touched.
    """
    staged: list[_Staged] = []
    at_work_on = ""
    try:
        for old, new in changes:
            at_work_on = old.name
            staged.append(_staged(old, new))
        for one in staged:
            at_work_on = one.old.name
            _look_again(one.old, one.target)
        _exchange(staged)
    except _ChangedError:
        found.add("changed-meanwhile", Span(at_work_on), file=at_work_on)
        return False
    except _LinkedError:
        found.add("unwritable-output", Span(at_work_on), help_key="linked", file=at_work_on)
        return False
    except OSError as fault:
        cause = os.strerror(fault.errno) if fault.errno else str(fault)
        found.add("unwritable-output", Span(at_work_on), help_key="bundle", file=at_work_on, cause=cause)
        return False
    finally:
        for one in staged:
            discard(one.ready)
    return True


def _staged(old: Source, new: Source) -> _Staged:
    """The new file beside the old one, which must be one that may be written."""
    target = Path(os.path.realpath(old.name))
    _look_again(old, target)
    state = target.stat()
    # The superuser may write everything, also what is marked as read-only.
    if not os.access(target, os.W_OK) or not state.st_mode & WRITABLE:
        raise OSError(errno.EACCES, "")
    if state.st_nlink > 1:
        raise _LinkedError
    return _Staged(old, target, stage(target.parent, new.content, stat.S_IMODE(state.st_mode)))


def _look_again(old: Source, target: Path) -> None:
    try:
        content = target.read_bytes()
    except FileNotFoundError:
        raise _ChangedError from None
    if content != old.content:
        raise _ChangedError


def _exchange(staged: Sequence[_Staged]) -> None:
    """Put all in place; where one fails, those before it get their old content back."""
    done: list[_Staged] = []
    try:
        for one in staged:
            put(one.ready, one.target)
            done.append(one)
    except BaseException:
        for one in done:
            put(
                stage(one.target.parent, one.old.content, stat.S_IMODE(one.target.stat().st_mode)), one.target
            )
        raise
    for folder in {one.target.parent for one in staged}:
        sync_folder(folder)
