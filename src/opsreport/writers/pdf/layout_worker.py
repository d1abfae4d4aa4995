"""What the layout process runs: it loads WeasyPrint, then lays out one document after another.

It listens on its standard input and answers on its standard output. When its input ends, so does it, in the
middle of a layout if need be: so it never outlives the process that started it, however that one ended.
"""

import os
import signal
import sys
import threading
import traceback
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, NoReturn

from opsreport.writers.pdf.layout_messages import (
    ENCODING,
    Message,
    receive,
    send,
    told_fault,
    told_result,
)

# Something of what every report has, so that the parts it takes are loaded: both faces in both weights,
# a table, the numbers of the pages.
SAMPLE = (
    "<html lang=zh-CN><style>@page { @bottom-center { content: counter(page) ' / ' counter(pages) } }"
    "p { text-align: justify } table { border-collapse: collapse; table-layout: fixed }</style>"
    "<h1 style='font-family: Ops Hei'>标题</h1><p style='font-family: Ops Song'>正文2025，<b>着重</b>。"
    "<ul><li>一项</ul><table style='font-family: Ops Hei'><tr><th>指标<td>1</table>"
)


MOST_MEMORY = 3 * 1024**3
"""The address space of a layout. A memo a hundred times as long as usual, 460 pages, takes a third of it."""


def main() -> NoReturn:
    """Serve until the input ends."""
    _limit_memory()
    # Ctrl+C reaches every process at a terminal; the one that started this one sees to the end of both.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests: SimpleQueue[Message] = SimpleQueue()
    answers = _own_output()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    send(answers, {"listening": True})
    _warm_up(requests)
    while True:
        send(answers, *_answer(requests.get()))


def _limit_memory() -> None:
    """Let a layout without measure fail by itself, before it takes the machine along."""
    try:
        import resource
    except ImportError:
        # Windows has no such limits.
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > MOST_MEMORY:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))


def _own_output() -> IO[bytes]:
    """The standard output for answers only: what a library prints goes the way of its complaints."""
    own = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return own


def _listen(pipe: IO[bytes], requests: SimpleQueue[Message]) -> None:
    """Take requests until there can be no more, and then end the process at once."""
    try:
        while message := receive(pipe):
            requests.put(message)
    finally:
        os._exit(0)


def _warm_up(requests: SimpleQueue[Message]) -> None:
    """Load what a layout takes while there is nothing else to do; what fails will be said with a document."""
    from opsreport.writers.pdf.engine import lay_out, open_weasyprint

    with suppress(Exception):
        open_weasyprint()
        if requests.empty():
            lay_out(SAMPLE)


def _answer(request: Message) -> Message:
    """The pages of the document that a request brings, or why there are none."""
    from opsreport.writers.pdf.engine import lay_out

    head, body = request
    try:
        return told_result(lay_out(body.decode(*ENCODING), tagged=head["tagged"]))
    except Exception as fault:
        return told_fault(fault, traceback.format_exc())
