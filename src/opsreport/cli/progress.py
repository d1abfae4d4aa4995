"""A line that shows a person at a terminal that work goes on; nothing for anything quicker than a second."""

import sys
import threading
import time
from types import TracebackType

from opsreport.cli.terminal import is_terminal

PATIENCE = 1.0
INTERVAL = 0.5


class Progress:
    """Tells what is being made, and for how long already, until it is done."""

    def __init__(self, language: str) -> None:
        self._word = "正在生成" if language == "zh" else "making"
        self._stage = ""
        self._done = threading.Event()
        self._ticking = threading.Thread(target=self._tick, daemon=True) if is_terminal() else None

    def __call__(self, stage: str) -> None:
        """Name what is being made now."""
        self._stage = stage

    def __enter__(self) -> "Progress":
        if self._ticking:
            self._ticking.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._ticking:
            self._ticking.join()

    def _tick(self) -> None:
        started = time.monotonic()
        if self._done.wait(PATIENCE):
            return
        while True:
            seconds = int(time.monotonic() - started)
            sys.stderr.write(f"\r{self._word} {self._stage} … {seconds} s\x1b[K")
            sys.stderr.flush()
            if self._done.wait(INTERVAL):
                break
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
