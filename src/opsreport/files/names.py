"""The names of reports: which are possible, what is tried where one is taken, and who has one open."""

import errno
import os
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

LONGEST = 255


def check_name(name: str) -> None:
    """Fail as the system would for a name that no file should have."""
    if any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in name):
        raise OSError(errno.EILSEQ, "")
    try:
        encoded = os.fsencode(name)
    except UnicodeEncodeError:
        raise OSError(errno.EILSEQ, "") from None
    if len(encoded) > LONGEST:
        raise OSError(errno.ENAMETOOLONG, "")


def numbered(name: str, word: str) -> Iterator[str]:
    """`q3.new.docx`, `q3.new-2.docx` and so on."""
    stem, suffix = os.path.splitext(name)
    yield f"{stem}.{word}{suffix}"
    for number in count(2):
        yield f"{stem}.{word}-{number}{suffix}"


def office_lock(folder: Path, name: str) -> str:
    """The file that Word, WPS or LibreOffice leaves beside a document while it is open there, or nothing."""
    # Word puts ~$ before a name, from the seventh letter on in place of its first ones.
    dropped = max(0, min(2, len(os.path.splitext(name)[0]) - 6))
    locks = (f"~${name[dropped:]}", f".~lock.{name}#", f".~{name}")
    return next((lock for lock in locks if (folder / lock).exists()), "")
