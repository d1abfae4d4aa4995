"""One cell of a workbook as text: what it says to a person who looks at it."""

import datetime
import enum
import re
from decimal import Decimal

from opsreport.bundle.parts import Goal, Plan
from opsreport.diagnostics import Diagnostics, Scalar, Span
from opsreport.readers.characters import CONTROLS, INVISIBLE, REPLACEMENT, SOFT_BREAKS
from opsreport.readers.excel_dates import date_text, moment_text, shown_units
from opsreport.readers.excel_figures import Otherwise, decimals_of, figure_text, plain, shown, stored_number
from opsreport.readers.excel_formats import Kind, section_for, sections_of
from opsreport.readers.excel_package import UnusableWorkbookError
from opsreport.readers.excel_parts import Workbook, as_typed, whole
from opsreport.readers.excel_sheet import RawCell, letters
from opsreport.readers.table_kinds import table_named

SUSPECT = re.compile("|".join(signs.pattern for signs in (SOFT_BREAKS, CONTROLS, INVISIBLE)))
BEYOND_EXCEL = Decimal(10) ** 15
GENERAL = "General"
SURELY_EXACT = re.compile(r"[1-9]\d{0,8}(?:\.\d{0,4}[1-9])?", re.ASCII)
"""A number that says itself in the fifteen digits of Excel."""
TRUTHS = {"0": "FALSE", "1": "TRUE"}


class Nature(enum.Enum):
    """What a cell is, where it is neither a number nor a text; the values are keys of help lines."""

    DATE = "date"
    DAY = "day"
    """A date shown without its year."""

    TIME = "time"
    TRUTH = "truth"


class CellReading:
    """Reads the cells of one sheet."""

    def __init__(self, source: str, sheet: str, workbook: Workbook, found: Diagnostics) -> None:
        self._source = source
        self._sheet = sheet
        self._workbook = workbook
        self._found = found
        self._names: dict[int, str] = {}
        self._is_only_printed = _is_only_printed(sheet)
        self._places: int | None = None
        self.natures: dict[int, Nature] = {}
        """What cells of the row are, by their columns; whoever takes the row clears it."""

    @property
    def since_1904(self) -> bool:
        """Whether the workbook counts its days from 1904 on."""
        return self._workbook.since_1904

    def place(self, row: int, column: int) -> Span:
        """The place of a cell, under the name people call it by."""
        name = self._names.get(column)
        if name is None:
            name = self._names[column] = f"{self._sheet}!{letters(column)}"
        return Span(self._source, row, column, row, column + 1, f"{name}{row}")

    def blank(self, row: int, column: int) -> Scalar:
        """A cell with nothing in it."""
        return Scalar("", self.place(row, column))

    def scalar(self, row: int, cell: RawCell) -> Scalar:
        """The cell as text; a plain empty one where there is nothing, or nothing that can be used."""
        span = self.place(row, cell.column)
        self._places = None
        text = self._text(cell, span)
        return Scalar(text, span, plain=not text, places=self._places)

    def _text(self, cell: RawCell, span: Span) -> str:
        if cell.is_formula and self._is_uncalculated(cell):
            self._found.add("uncalculated-formula", span)
            return ""
        if not cell.value:
            return ""
        match cell.kind:
            case "n":
                return self._number(cell, span)
            case "s":
                return self._cleaned(self._shared(cell.value, span), span)
            case "str":
                return self._cleaned(as_typed(cell.value), span)
            case "inlineStr":
                return self._cleaned(cell.value, span)
            case "b":
                self.natures[cell.column] = Nature.TRUTH
                return TRUTHS.get(cell.value, cell.value)
            case "e":
                self._found.add("cell-error", span, text=cell.value, help_key=cell.value.strip("#!?/ "))
                return ""
            case "d":
                self.natures[cell.column] = Nature.DATE
                return self._dated(cell, span)
            case _:
                return self._number(cell, span)

    def _is_uncalculated(self, cell: RawCell) -> bool:
        """A formula without a result: programs that cannot reckon leave nothing, or a nought for now."""
        if cell.kind == "str":
            return cell.value is None
        return not cell.value or (cell.value == "0" and self._workbook.needs_calculation)

    def _shared(self, value: str, span: Span) -> str:
        number = whole(value)
        if number is None or number >= len(self._workbook.texts):
            raise UnusableWorkbookError("broken-workbook", "text", part=span.cell)
        return self._workbook.texts[number]

    def _cleaned(self, text: str, span: Span) -> str:
        if not SUSPECT.search(text):
            return text
        text = SOFT_BREAKS.sub("\n", text)
        if control := CONTROLS.search(text):
            self._found.add("control-character", span, character=f"U+{ord(control[0]):04X}")
            text = CONTROLS.sub(REPLACEMENT, text)
        text, count = INVISIBLE.subn("", text)
        if count:
            self._found.add("invisible-character", span, count=count)
        return text

    def _format(self, cell: RawCell) -> str:
        formats = self._workbook.formats
        return formats[cell.style] if cell.style < len(formats) else GENERAL

    def _number(self, cell: RawCell, span: Span) -> str:
        value = cell.value or ""
        code = self._format(cell)
        if code == GENERAL and SURELY_EXACT.fullmatch(value):
            return value
        number = stored_number(value)
        if number is None:
            raise UnusableWorkbookError("broken-workbook", "number", part=span.cell)
        section, _ = section_for(number, sections_of(code))
        if section.kind is Kind.MOMENT:
            self.natures[cell.column] = _nature(shown_units(section))
            text = moment_text(number, section, since_1904=self._workbook.since_1904)
        else:
            text = self._figure(number, code)
            if abs(number) >= BEYOND_EXCEL:
                self._found.add("mangled-value", span, help_key="digits", text=plain(number))
        if isinstance(text, Otherwise):
            self._found.add("shown-otherwise", span, help_key=text.key, stored=plain(number), format=code)
            return ""
        return text

    def _figure(self, number: Decimal, code: str) -> str | Otherwise:
        """A figure with all its digits and the decimals that are seen of it, or only with what is seen."""
        seen = number if code == GENERAL else shown(number, code)
        if seen == number:
            return figure_text(number, code)
        text = figure_text(seen, code)
        if isinstance(text, Otherwise) or self._is_only_printed:
            return text
        self._places = decimals_of(text)
        return figure_text(number, code)

    def _dated(self, cell: RawCell, span: Span) -> str:
        """A date written out in the file, as programs other than Excel do."""
        try:
            moment = datetime.datetime.fromisoformat(cell.value or "").replace(tzinfo=None)
        except ValueError as fault:
            raise UnusableWorkbookError("broken-workbook", "number", part=span.cell) from fault
        units = shown_units(sections_of(self._format(cell))[0])
        return date_text(moment, units or {"y", "m", "d", "h"})


def _is_only_printed(sheet: str) -> bool:
    """Whether the figures of a sheet are printed and never compared: those of plans and goals."""
    table = table_named(sheet)
    return table is not None and table.part in (Goal, Plan)


def _nature(units: set[str]) -> Nature:
    if not units & set("ymd"):
        return Nature.TIME
    return Nature.DAY if "y" not in units and "d" in units else Nature.DATE
