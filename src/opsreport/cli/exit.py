"""The exit codes, the only place that knows them."""

import enum
from collections.abc import Iterable

from opsreport.diagnostics import Diagnostic


class ExitCode(enum.IntEnum):
    """How a command ended, for scripts."""

    DONE = 0
    BAD_INPUT = 1
    BAD_COMMAND = 2
    REFUSED = 3
    SURROUNDINGS = 4
    OUR_BUG = 70
    INTERRUPTED = 130
    TERMINATED = 143


_REFUSED = frozenset(
    {"edited-output", "open-output", "other-report", "draft-over-final", "existing-file", "changed-meanwhile"}
)
_SURROUNDINGS = frozenset(
    {
        "unwritable-output",
        "unconfirmed-output",
        "missing-pango",
        "unfinished-layout",
        "missing-templates",
        "out-of-memory",
    }
)


def exit_code(errors: Iterable[Diagnostic]) -> ExitCode:
    """The code for these errors: the gravest of bad input, refusal to overwrite and a failing machine."""
    return max((_code(error.code) for error in errors), default=ExitCode.DONE)


def _code(code: str) -> ExitCode:
    if code in _REFUSED:
        return ExitCode.REFUSED
    return ExitCode.SURROUNDINGS if code in _SURROUNDINGS else ExitCode.BAD_INPUT
