"""CSV as text with places, whatever program saved it: nothing guessed, no row joined or cut in silence."""

import csv
import io
import os
import re
from collections.abc import Iterator
from itertools import accumulate, islice

from opsreport.diagnostics import Diagnostics, Scalar, Source, Span
from opsreport.readers.cells import cell_at, is_suspect
from opsreport.readers.characters import OFFICE_FILES, read_characters, without_controls
from opsreport.readers.grid import Grid, Row

MAX_BYTES = 20 * 2**20
MOST_COLUMNS = 1_000
DELIMITERS = (",", ";", "\t")
LINES_LOOKED_AT = 20
COLUMNS_OF_A_TABLE = 3
"""The first line of a file is one of as many columns where it separates them, or else a title."""

SEPARATOR_LINE = re.compile(r"\ufeff?sep=(?P<sign>[,;\t])\s*", re.IGNORECASE)
QUOTED = re.compile('"[^"]*"')
WEB_PAGE = re.compile(rb"\s*<(?:!doctype|html|head|body|table|meta|\?xml|!--)", re.IGNORECASE)
NUL_SHARE = 8
"""One NUL among so many bytes: UTF-16 without its mark, or no text at all."""


def read_csv(source: Source, found: Diagnostics, foreign: list[str] | None = None) -> Grid | None:
    """The table in a CSV file, named as the file; nothing where the file is no text.

    Its rows are read as they are asked for; where one cannot be made out, that is reported and they end.
    `foreign` gets the name of a file that is in GB18030, to be reported together with others.
    """
    content = source.content
    if content.startswith(OFFICE_FILES) or WEB_PAGE.match(content[:200].removeprefix(b"\xef\xbb\xbf")):
        key = "workbook" if content.startswith(OFFICE_FILES) else "html"
        found.add("not-a-table", Span(source.name), help_key=key)
        return None
    head = content[:4096]
    if head.count(b"\0") * NUL_SHARE > len(head) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        found.add("unknown-encoding", Span(source.name))
        return None
    text = read_characters(source, found, MAX_BYTES, foreign)
    if text is None:
        return None
    text = without_controls(text, source.name, found)
    name = os.path.splitext(os.path.basename(source.name))[0]
    separator = SEPARATOR_LINE.fullmatch(text.partition("\n")[0])
    delimiter = separator["sign"] if separator else delimiter_of(text)
    rows = _Reading(source.name, text, delimiter, found).rows(after=1 if separator else 0)
    return Grid(name, source.name, rows, delimiter)


class _Reading:
    """One pass over the records of a file."""

    def __init__(self, name: str, text: str, delimiter: str, found: Diagnostics) -> None:
        self._name = name
        self._found = found
        self._text = text
        self._delimiter = delimiter
        self._is_clean = not is_suspect(text)
        self._taken: list[str] = []

    def rows(self, *, after: int) -> Iterator[Row]:
        """The rows below so many lines of the file."""
        first = after + 1
        lines = islice(io.StringIO(self._text, newline=""), after, None)
        reader = csv.reader(self._noted(lines), delimiter=self._delimiter, strict=True)
        while True:
            self._taken.clear()
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error as fault:
                self._report(fault, first)
                return
            if len(record) > MOST_COLUMNS:
                span = Span(self._name, first, 1)
                self._found.add("too-many-columns", span, count=len(record), limit=MOST_COLUMNS)
                return
            yield self._row(record, first)
            # A record starts one line after the one before it ended: a cell may hold line breaks.
            first += len(self._taken)

    def _noted(self, lines: Iterator[str]) -> Iterator[str]:
        for line in lines:
            self._taken.append(line)
            yield line

    def _row(self, record: list[str], line: int) -> Row:
        if len(self._taken) == 1 and self._is_clean and '"' not in self._taken[0]:
            return self._plain_row(record, line)
        cells = []
        raw = "".join(self._taken)
        starts = [0, *accumulate(len(taken) for taken in self._taken)]
        offset = number = 0
        for text in record:
            while number + 1 < len(self._taken) and starts[number + 1] <= offset:
                number += 1
            quoted = raw.startswith('"', offset)
            span = Span(self._name, line + number, offset - starts[number] + 1)
            cells.append(cell_at(text, span, self._found, quoted=quoted))
            offset += len(text) + (2 + text.count('"') if quoted else 0) + 1
        return tuple(cells)

    def _plain_row(self, record: list[str], line: int) -> Row:
        """The cells of a line without quotes, which most lines are."""
        cells = []
        column = 1
        name = self._name
        for text in record:
            end = column + len(text)
            span = Span(name, line, column, line, end)
            cells.append(Scalar(text, span, False) if text and not text.isspace() else Scalar("", span))
            column = end + 1
        return tuple(cells)

    def _report(self, fault: csv.Error, first: int) -> None:
        raw = "".join(self._taken)
        most = csv.field_size_limit() if "limit" in str(fault) else len(raw)
        offset = _end_of_sound_cells(raw, self._delimiter, most)
        before = raw[:offset].replace("\r\n", "\n ").replace("\r", "\n")
        line, column = first + before.count("\n"), len(before) - before.rfind("\n")
        key = "unclosed" if "end of data" in str(fault) else "after-quote"
        if "limit" in str(fault):
            key = "too-long"
        span = Span(self._name, line, column, line, column + 1)
        self._found.add("csv-syntax", span, help_key=key, limit=csv.field_size_limit())


def delimiter_of(text: str) -> str:
    """What separates the cells: the sign that most of the first lines have, and have most often."""
    # Quotes are taken out first: a cell within them may go over several lines.
    top = QUOTED.sub("", "".join(islice(io.StringIO(text), LINES_LOOKED_AT)))
    lines = [line for line in top.splitlines() if line.strip()]
    # Where the first line has none it is a title above a table, or the table has one column of texts.
    least = 1 if lines and any(sign in lines[0] for sign in DELIMITERS) else COLUMNS_OF_A_TABLE - 1

    def evidence(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        return sum(1 for count in counts if count >= least), sum(counts)

    best = max(DELIMITERS, key=evidence)
    return best if 2 * evidence(best)[0] > len(lines) else DELIMITERS[0]


def _end_of_sound_cells(raw: str, delimiter: str, most: int) -> int:
    """Where the first cell begins that is not written as a cell may be, or is longer than it may be."""
    cell = re.compile(
        rf'(?:"[^"]*(?:""[^"]*)*"|[^"{delimiter}\r\n][^{delimiter}\r\n]*|)(?:{delimiter}|\r\n?|\n|\Z)'
    )
    offset = 0
    while (match := cell.match(raw, offset)) and offset < match.end() <= offset + most:
        offset = match.end()
    return offset
