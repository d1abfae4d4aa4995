"""Findings for people: the sentence, the user's own lines with a mark under each place, and what to type."""

from collections.abc import Iterator, Mapping, Sequence

from opsreport.diagnostics.catalogue import Language, Severity
from opsreport.diagnostics.diagnostic import Diagnostic, Label
from opsreport.diagnostics.render.paint import Paint
from opsreport.diagnostics.render.visible import cells, visible, width
from opsreport.diagnostics.render.wording import AROUND, location, quoted

# In columns of the terminal.
LONGEST_LINE = 160
BEFORE_MARK = 60

Sources = Mapping[str, Sequence[str]]


def full(finding: Diagnostic, sources: Sources, language: Language, paint: Paint) -> str:
    """The finding over several lines, with an excerpt of each file it points into."""
    shown = quoted(finding)
    around = AROUND[language]
    head = paint.severity(f"{around.names[finding.severity]}[{finding.code}]", finding.severity)
    lines = [f"{head}{around.colon}{visible(shown.message(language))}"]
    margin = " " * len(str(max(label.span.line for label in _labels(finding))))
    for file, labels in _by_file(finding).items():
        lines.append(f"{margin}{paint.frame('-->')} {location(labels[0].span)}")
        lines.extend(_excerpt(labels, sources.get(file, ()), margin, finding, paint))
    help_text = visible(shown.help(language))
    if help_text:
        lines.append(f"{margin} {paint.frame('=')} {around.help}{around.colon}{help_text}")
    return "\n".join(lines)


def _labels(finding: Diagnostic) -> tuple[Label, ...]:
    return (finding.primary, *finding.secondary)


def _by_file(finding: Diagnostic) -> dict[str, list[Label]]:
    """The places by file, the file of the finding itself first; what has no file is not shown."""
    files: dict[str, list[Label]] = {}
    for label in _labels(finding):
        if label.span.file:
            files.setdefault(label.span.file, []).append(label)
    return files


def _excerpt(
    labels: list[Label], lines: Sequence[str], margin: str, finding: Diagnostic, paint: Paint
) -> Iterator[str]:
    placed = sorted(
        (label for label in labels if 0 < label.span.line <= len(lines) and not label.span.cell),
        key=lambda label: (label.span.line, label.span.column),
    )
    if not placed:
        return
    bar = f"{margin} {paint.frame('|')}"
    yield bar
    last = 0
    start, line = 0, [""]
    for label in placed:
        number = label.span.line
        if last and number > last + 1:
            yield f"{margin} {paint.frame('⋮')}"
        if number != last:
            on_primary = finding.primary if finding.primary.span.line == number else label
            start, line = _window(lines[number - 1], on_primary if on_primary in placed else label)
            yield f"{paint.frame(f'{number:>{len(margin)}} |')} {''.join(line)}"
        yield f"{bar} {_mark(label, start, line, finding, paint)}"
        last = number
    yield bar


def _window(line: str, label: Label) -> tuple[int, list[str]]:
    """The line as it stands, or the stretch around the mark where it is very long, and where that starts."""
    at = min(max(0, label.span.column - 1), len(line))
    # Thousands of findings may lie on one endless line, so no more of it is looked at than may be shown.
    first = max(0, at - BEFORE_MARK) if len(line) > LONGEST_LINE else 0
    shown = cells(line[first : at + LONGEST_LINE])
    widths = [width(cell) for cell in shown]
    if len(shown) == len(line) and sum(widths) <= LONGEST_LINE:
        return 0, shown
    start = end = at - first
    taken = 0
    while start and taken + widths[start - 1] <= BEFORE_MARK:
        start -= 1
        taken += widths[start]
    while end < len(shown) and taken + widths[end] <= LONGEST_LINE:
        taken += widths[end]
        end += 1
    stretch = shown[start:end]
    if first + start:
        stretch[0] = "…"
    if first + end < len(line):
        stretch[-1] = "…"
    return first + start, stretch


def _mark(label: Label, start: int, line: list[str], finding: Diagnostic, paint: Paint) -> str:
    """The marks under a place: `^` for the place of the finding itself, `-` for the others."""
    span = label.span
    column = max(0, span.column - 1 - start)
    # A place over several lines is marked to the end of its first.
    end = span.end_column - 1 - start if span.end_line in (0, span.line) else len(line)
    # A tab is as wide as the terminal makes it, so it is repeated.
    before = "".join(cell if cell == "\t" else " " * width(cell) for cell in line[:column])
    marked = max(1, sum(width(cell) for cell in line[column:end]))
    is_primary = label is finding.primary
    mark = ("^" if is_primary else "-") * marked
    said = f"{mark} {visible(label.text)}".rstrip()
    return before + paint.severity(said, finding.severity if is_primary else Severity.INFO)
