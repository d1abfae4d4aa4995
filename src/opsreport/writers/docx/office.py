"""LibreOffice, where the machine has it: it sets a Word file in pages and says where each bookmark stands.

It runs by itself, with settings of its own that are thrown away, so that no window of a user's is disturbed.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from opsreport.writers.docx.bookmarks import bookmark_name

PROGRAMS = ("soffice", "libreoffice")
USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
# In seconds; it takes about two for a report, longer the first time on a machine.
PATIENCE = 120.0

_AS_PDF = "pdf:writer_pdf_Export:" + json.dumps(
    {"ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"}}
)
_PAGES = re.compile(rb"/Type/Pages\b.*?/Kids\[([^\]]*)\]", re.DOTALL)
_KID = re.compile(rb"(\d+) 0 R")
_DESTINATION = re.compile(rb"/([0-9A-Za-z-]+)\[(\d+) 0 R/XYZ")
_PLAIN = re.compile("[0-9A-Za-z-]")


class OfficeMissingError(Exception):
    """This machine has no LibreOffice."""


class OfficeFailedError(Exception):
    """LibreOffice did not make pages of the file; what it said, in short."""


def pages_in_office(content: bytes, anchors: Iterable[str]) -> Mapping[str, int]:
    """The page of each anchor of a Word file; raises OfficeMissingError or OfficeFailedError."""
    program = office_program()
    if program is None:
        raise OfficeMissingError
    found = pages_of_bookmarks(_as_pdf(program, content))
    named = {anchor: _spelt(bookmark_name(anchor)) for anchor in anchors}
    return {anchor: found[name] for anchor, name in named.items() if name in found}


def office_program() -> str | None:
    """Where LibreOffice is, if the machine has it."""
    for name in PROGRAMS:
        if program := shutil.which(name):
            return program
    return next((place for place in USUAL_PLACES if os.path.exists(place)), None)


def pages_of_bookmarks(pdf: bytes) -> dict[str, int]:
    """The page of each bookmark in a PDF as LibreOffice writes it: its objects stand there in the open."""
    tree = _PAGES.search(pdf)
    if tree is None:
        raise OfficeFailedError("PDF")
    pages = {int(kid): number for number, kid in enumerate(_KID.findall(tree[1]), 1)}
    return {name.decode(): pages[int(page)] for name, page in _DESTINATION.findall(pdf) if int(page) in pages}


def _spelt(name: str) -> str:
    """A bookmark as LibreOffice spells it in a PDF; of the signs beyond U+7FFF it keeps the lower half."""
    return "".join(sign if _PLAIN.fullmatch(sign) else _in_hexadecimal(ord(sign)) for sign in name)


def _in_hexadecimal(code: int) -> str:
    high = code >> 8
    return (f"{high:02X}" if 0 < high < 0x80 else "") + f"{code & 0xFF:02X}"


def _as_pdf(program: str, content: bytes) -> bytes:
    try:
        return _converted(program, content)
    except OSError as fault:
        # No room for temporary files, or none that may be written.
        raise OfficeFailedError(str(fault)) from fault


def _converted(program: str, content: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="opsreport-", ignore_cleanup_errors=True) as folder:
        report = Path(folder, "report.docx")
        report.write_bytes(content)
        said = _run(
            program,
            f"-env:UserInstallation={Path(folder, 'settings').as_uri()}",
            *("--headless", "--norestore", "--convert-to", _AS_PDF, "--outdir", folder, str(report)),
        )
        made = report.with_suffix(".pdf")
        if not made.exists():
            raise OfficeFailedError((said.strip().splitlines() or ["PDF"])[-1][:120])
        return made.read_bytes()


def _run(*command: str) -> str:
    """What the program says; with its whole family it is ended where it never comes to an end."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as fault:
        raise OfficeFailedError(str(fault)) from fault
    try:
        said, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired as fault:
        raise OfficeFailedError(f"> {PATIENCE:.0f} s") from fault
    finally:
        _end(process)
    return said.decode("utf-8", "replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.communicate()
