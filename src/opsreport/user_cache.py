"""Where things are kept that can be made again at any time, so that the next report is made sooner."""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path


def kept_folder(name: str) -> Path | None:
    """A folder in the user's cache that outlives the process; nothing where none can be written to."""
    with suppress(OSError, RuntimeError):
        folder = _user_cache() / "opsreport" / name
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    return None


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given) if Path(given).is_absolute() else Path.home() / ".cache"
