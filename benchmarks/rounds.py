"""Times whole processes in rounds: each round runs every command once.

Other work on a machine slows a whole round, so the ratio of two commands is taken inside each round, and the
median of these ratios is what holds.
"""

import os
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Command = list[str]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the clock, seconds of processors, and megabytes at its peak."""

    wall: float
    cpu: float
    peak: float


class FailedCommandError(Exception):
    """A command that ended with an exit code other than 0, which makes its times worthless."""


def rounds_of(commands: Mapping[str, Command], rounds: int) -> dict[str, list[Run]]:
    """Every command's runs."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(timed(command))
    return runs


def timed(command: Command) -> Run:
    """Run a command to its end, in silence."""
    silence = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    started = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment(), file_actions=silence)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - started
    if code := os.waitstatus_to_exitcode(status):
        raise FailedCommandError(f"{' '.join(command)} ended with {code}")
    # Linux counts the largest of the process and the children it waited for, in kilobytes.
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def environment() -> dict[str, str]:
    """The environment without what changes how Python starts, such as a ban on bytecode."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def median(runs: Sequence[Run], measure: str) -> float:
    """The middle one of one measure of all runs."""
    return statistics.median(_of(run, measure) for run in runs)


def ratio(runs: Sequence[Run], to: Sequence[Run], measure: str) -> float:
    """How many times one command takes what another takes, round by round."""
    return statistics.median(
        _of(one, measure) / _of(other, measure) for one, other in zip(runs, to, strict=True)
    )


def _of(run: Run, measure: str) -> float:
    return float(getattr(run, measure))
