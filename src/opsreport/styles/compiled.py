"""Templates as Jinja compiled them for an earlier report: that takes longer than all else a memo is made of.

As Python does with its modules, what was compiled is kept, in the user's cache, and made anew when the text
of a template changes or our own rules do. A machine without such a cache compiles them every time.
"""

from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from opsreport import __version__
from opsreport.user_cache import kept_folder

MAKERS = ("environment.py", "limits.py")
"""The modules of this room whose rules are compiled into a template."""


def compiled_templates() -> jinja2.BytecodeCache | None:
    """What was compiled before, on a machine that can keep it."""
    folder = kept_folder("templates")
    return None if folder is None else CompiledTemplates(str(folder))


class CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Files of compiled templates, none of which is ever missed."""

    def get_source_checksum(self, source: str) -> str:
        """What the compiled template hangs on: its text and our rules."""
        return sha256(_rules() + source.encode("utf-8", "replace")).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template from its file; a damaged file, whatever is wrong with it, is as good as none."""
        try:
            super().load_bytecode(bucket)
        except Exception:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where there is room for it."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def _rules() -> bytes:
    """What tells these rules from those of another version."""
    folder = Path(__file__).parent
    return b"".join([__version__.encode(), *((folder / name).read_bytes() for name in MAKERS)])
