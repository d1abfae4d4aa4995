"""Parses WeasyPrint's C declarations into src/opsreport/writers/pdf/declarations.py; for each new WeasyPrint.

Otherwise cffi parses them again in every process, for a sixth of the time that a short PDF takes.
"""

import hashlib
import tempfile
from pathlib import Path
from typing import Any

import cffi

TARGET = Path(__file__).parent.parent / "src/opsreport/writers/pdf/declarations.py"

HEAD = '''"""The C declarations of WeasyPrint {version}, parsed. Written by scripts/build_declarations.py."""
# ruff: noqa
# fmt: off
# mypy: ignore-errors

SOURCE = "{digest}"
'''


def main() -> None:
    """Write the parsed declarations of the installed WeasyPrint."""
    version, source = declarations()
    builder = cffi.FFI()
    builder.cdef(source)
    builder.set_source("opsreport", None)
    with tempfile.TemporaryDirectory() as scratch:
        emitted = Path(scratch) / "emitted.py"
        builder.emit_python_code(str(emitted))
        parsed = emitted.read_text(encoding="utf-8").removeprefix("# auto-generated file\n")
    head = HEAD.format(version=version, digest=hashlib.sha256(source.encode()).hexdigest())
    TARGET.write_text(head + parsed, encoding="utf-8")


def declarations() -> tuple[str, str]:
    """WeasyPrint's version and what it tells cffi."""
    told: list[str] = []

    class Listener(cffi.FFI):  # type: ignore[misc]
        def cdef(self, source: str, **options: Any) -> None:
            told.append(source)
            super().cdef(source, **options)

    cffi.FFI = Listener
    import weasyprint.text.ffi

    (source,) = told
    return weasyprint.__version__, source


if __name__ == "__main__":
    main()
