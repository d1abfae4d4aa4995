"""Keeps the particulars of a bug for those who maintain the program."""

import os
import platform
import shlex
import tempfile
from collections.abc import Iterable

from opsreport import __version__


def keep_trouble_report(arguments: Iterable[str], particulars: str) -> str:
    """Write what happened into a new file that only its owner may read, and name it; or `-`."""
    text = f"opsreport {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    text += f"opsreport {shlex.join(arguments)}\n\n{particulars}"
    try:
        descriptor, path = tempfile.mkstemp(prefix="opsreport-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return "-"
    return path
