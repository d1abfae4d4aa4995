"""Bookmarks: the names that headings and figures are found by within the file."""

import re
from dataclasses import dataclass, field

from opsreport.document import Chart, Table

# Word's limits for the name of a bookmark; one that begins with a line is not shown in its lists.
_NAME = re.compile(r"[^\W\d]\w{0,39}")
_LONGEST = 40


def bookmark_name(anchor: str) -> str:
    """The name of the bookmark for an anchor, empty where there is none."""
    if not anchor or _NAME.fullmatch(anchor):
        return anchor
    return ("_" + re.sub(r"\W", "_", anchor))[:_LONGEST]


def caption_anchor(block: Table | Chart) -> str:
    """The anchor of a numbered table or figure that was given none."""
    kind = "_Table" if isinstance(block, Table) else "_Figure"
    return f"{kind}{block.number:08}"


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of one report, each name once."""

    _names: list[str] = field(default_factory=list)

    def around(self, anchor: str) -> tuple[str, str]:
        """What begins and what ends the bookmark of an anchor; nothing where its name is taken."""
        name = bookmark_name(anchor)
        if not name or name in self._names:
            return "", ""
        self._names.append(name)
        number = len(self._names)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )
