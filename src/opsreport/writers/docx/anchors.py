"""Anchors: what ties words of a Word file to their places in the bundle.

A file to be edited has a content control around each text of the bundle, tagged with its place, so that a
change can be brought home; figures in it are locked, since a typed figure would be no longer worked out. Each
control has a bookmark around it as well, which survives editors that drop tags (LibreOffice 7.4 does). A file
to be checked has a comment at each figure besides.
"""

import datetime
import hashlib
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from opsreport.document.remark import Remark
from opsreport.writers.docx.comments import Comments
from opsreport.writers.docx.package import escape
from opsreport.writers.docx.profile import Profile

LONGEST_TAG = 64
"""Word takes no longer tag and no longer title of a control."""

# The controls of contents, and the bookmarks of headings and figures, count from one.
_FIRST_CONTROL, _FIRST_BOOKMARK = 1 << 24, 100_000
_CONTROLS = (1 << 31) - 1 - _FIRST_CONTROL


def tag_of(path: str) -> str:
    """The tag of a place of the bundle: the place itself, or what stands for it where it is too long."""
    return path if len(path) <= LONGEST_TAG else f"ops#{_digest(path)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(slots=True)
class Anchors:
    """The anchors of one file; each place may be printed several times."""

    remarks: Callable[[str], Remark]
    comments: Comments | None = None
    """Where what a reviewer reads is kept; none in a file that is only edited."""
    _printed: Counter[str] = field(default_factory=Counter)
    _controls: set[int] = field(default_factory=set)
    _bookmarks: Iterator[int] = field(default_factory=lambda: itertools.count(_FIRST_BOOKMARK))

    def without_comments(self) -> "Anchors":
        """The same where Word has no comments: in a text box and in a footnote."""
        return replace(self, comments=None)

    def around(self, path: str, runs: str, *, within: bool) -> str:
        """Runs that print a place, tied to it; `within` are those that stand in the text of another place."""
        if not runs:
            return ""
        remark = self.remarks(path)
        self._printed[path] += 1
        control = self._control(path, runs, remark, locked=within or not remark.is_text)
        marked = self._bookmarked(path, control)
        return self.comments.around(marked, remark.lines) if self.comments and remark.lines else marked

    def _control(self, path: str, runs: str, remark: Remark, *, locked: bool) -> str:
        title = " · ".join((remark.source, *remark.sums))
        title = title if len(title) <= LONGEST_TAG else f"{title[: LONGEST_TAG - 1]}…"
        lock = '<w:lock w:val="sdtContentLocked"/>' if locked else ""
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(tag_of(path))}"/>'
            f'<w:id w:val="{self._number(path)}"/>{lock}<w:richText/></w:sdtPr>'
            f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
        )

    def _number(self, path: str) -> int:
        """The number of a control, which stays as long as its place does."""
        digest = hashlib.sha256(f"{path} {self._printed[path]}".encode()).digest()
        number = _FIRST_CONTROL + int.from_bytes(digest[:4], "big") % _CONTROLS
        while number in self._controls:
            number += 1
        self._controls.add(number)
        return number

    def _bookmarked(self, path: str, control: str) -> str:
        again = self._printed[path]
        name = f"ops_{_digest(path)}" + (f"_{again}" if again > 1 else "")
        number = next(self._bookmarks)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{control}<w:bookmarkEnd w:id="{number}"/>'


def anchors_for(
    profile: Profile, remarks: Callable[[str], Remark], date: datetime.date | None
) -> Anchors | None:
    """The anchors of a file for this use; one that is sent has none."""
    match profile:
        case Profile.FINAL:
            return None
        case Profile.EDIT:
            return Anchors(remarks)
        case Profile.REVIEW:
            return Anchors(remarks, Comments(date))
