"""What whoever checks a report is told of one place of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """Where words of a report come from, and what stands behind them where they are a figure.

    `source` is the file and the line (`q3.yaml:45`); `is_text` says that the words are the bundle's own, for
    whoever edits the report to change, and not worked out. `sums` show how a figure was reckoned, with its
    numbers; `lines` are all that a reviewer reads, none where there is nothing to review.
    """

    source: str
    is_text: bool = False
    sums: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
