"""What PDF takes: the shipped fonts, Chinese line adjustment, and the one door to WeasyPrint."""

from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opsreport.writers.pdf.layout_process import LayoutProcess


def layout_for(
    formats: Collection[str], *, system_fonts: bool
) -> "AbstractContextManager[LayoutProcess | None]":
    """The process that lays out a PDF, if one is among the formats: it loads from now on."""
    if "pdf" not in formats:
        return nullcontext()

    from opsreport.writers.pdf.layout_process import LayoutProcess

    return LayoutProcess(system_fonts=system_fonts)
