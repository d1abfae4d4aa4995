"""Times whole processes in rounds: each round runs every command once.

Other work on a machine slows a whole round, so the ratio of two commands is taken inside each round, and the
median of these ratios is what holds.
"""

import os
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

Command = list[str]

# Seconds between two looks at the memory of a command.
INTERVAL = 0.005


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took: seconds on the clock, seconds of processors, and megabytes at its peak."""

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
    """Run a command to its end, in silence; and once more for its memory, which takes time to watch."""
    started = time.perf_counter()
    process = begun(command)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - started
    if code := os.waitstatus_to_exitcode(status):
        raise FailedCommandError(f"{' '.join(command)} ended with {code}")
    return Run(wall, used.ru_utime + used.ru_stime, watched_peak(begun(command)))


def begun(command: Command) -> int:
    """The process of a command that has just been started."""
    silence = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    return os.posix_spawn(command[0], command, environment(), file_actions=silence)


def watched_peak(process: int) -> float:
    """The most megabytes that a process and those it started held at one time, until it ends.

    What several of them map counts once, in shares (Linux's proportional set size).
    """
    peak = 0
    while os.waitpid(process, os.WNOHANG) == (0, 0):
        peak = max(peak, sum(held(one) for one in family(process)))
        time.sleep(INTERVAL)
    return peak / 1024


def family(process: int) -> Iterator[int]:
    """A process, its children and theirs."""
    yield process
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from family(int(child))


def held(process: int) -> int:
    """The kilobytes of memory a process holds now; nothing once it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


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
