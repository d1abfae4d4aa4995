"""Puts into words why the system would not take a report."""

import errno
import os
from pathlib import Path

from opsreport.diagnostics import Diagnostics, Span
from opsreport.files.manifest import FOLDER

WHY = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.ENAMETOOLONG: "long-name",
    errno.EILSEQ: "bad-name",
    errno.ENODEV: "special",
    errno.EBUSY: "busy",
}


def report_unwritable(fault: OSError, path: str, found: Diagnostics) -> None:
    """Say that the report at this path could not be written, or that its record could not be kept."""
    cause = os.strerror(fault.errno) if fault.errno else str(fault)
    key = WHY.get(fault.errno or 0, "")
    if blamed := _place_of_record(fault):
        path, key = blamed, "record"
    suffix = os.path.splitext(path)[1]
    found.add("unwritable-output", Span(path), help_key=key, file=path, cause=cause, suffix=suffix)


def _place_of_record(fault: OSError) -> str:
    """The folder or file of the record, where something else stands in its place."""
    if fault.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
        for path in (fault.filename2, fault.filename):
            if isinstance(path, (str, os.PathLike)) and FOLDER in Path(path).parts[-2:]:
                return os.fspath(path)
    return ""
