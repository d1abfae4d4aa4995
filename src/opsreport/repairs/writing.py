"""The characters of a file with their places, and the way back to its bytes."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from opsreport.diagnostics import Source
from opsreport.readers.characters import BYTE_ORDER_MARKS

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Writing:
    """A file's characters; `mark` and `encoding` are how it was saved, `starts` where its lines begin."""

    name: str
    mark: bytes
    encoding: str
    text: str
    starts: tuple[int, ...]

    def offset(self, line: int, column: int) -> int:
        """Where the character at a line and column stands, both counted from 1."""
        return self.starts[line - 1] + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of a character."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def with_text(self, text: str) -> Source:
        """The file with other characters, saved as it was."""
        return Source(self.name, self.mark + text.encode(self.encoding))


def writing_of(source: Source) -> Writing | None:
    """The characters of a file, or nothing where its bytes would not come back as they were."""
    marked = ((mark, encoding) for mark, encoding in BYTE_ORDER_MARKS if source.content.startswith(mark))
    mark, encoding = next(marked, (b"", ""))
    for candidate in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            text = source.content[len(mark) :].decode(candidate)
        except UnicodeDecodeError:
            continue
        starts = (0, *(match.end() for match in LINE_END.finditer(text)))
        writing = Writing(source.name, mark, candidate, text, starts)
        return writing if writing.with_text(text) == source else None
    return None
