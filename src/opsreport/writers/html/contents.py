"""The list of contents as links; on paper the style sheet adds the leaders and the pages."""

from collections.abc import Iterator
from html import escape

from opsreport.document import Contents, spaced_number
from opsreport.document.contents import ContentsEntry
from opsreport.writers.html.lines import Line, without_links


def contents_to_html(contents: Contents, entries: tuple[ContentsEntry, ...], line: Line) -> str:
    """A list of links to the headings, those of a lower level in a list below theirs."""
    title = f'<p class="contents-title">{line(contents.title)}</p>\n' if contents.title else ""
    return f'<nav class="contents">\n{title}{_list(entries, line)}\n</nav>'


def _list(entries: tuple[ContentsEntry, ...], line: Line) -> str:
    items = "\n".join(_item(entry, below, line) for entry, below in _with_those_below(entries))
    return f"<ol>\n{items}\n</ol>" if items else ""


def _item(entry: ContentsEntry, below: tuple[ContentsEntry, ...], line: Line) -> str:
    words = f"{escape(spaced_number(entry.number))}{line(without_links(entry.children))}"
    inner = f"\n{_list(below, line)}" if below else ""
    return f'<li><a href="#{escape(entry.anchor)}">{words}</a>{inner}</li>'


def _with_those_below(
    entries: tuple[ContentsEntry, ...],
) -> Iterator[tuple[ContentsEntry, tuple[ContentsEntry, ...]]]:
    """Each entry that has none above it, with those that follow it on lower levels."""
    while entries:
        first, rest = entries[0], entries[1:]
        end = next((at for at, entry in enumerate(rest) if entry.level <= first.level), len(rest))
        yield first, rest[:end]
        entries = rest[end:]
