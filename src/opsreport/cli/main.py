"""Runs one command from start to end: streams, signals, and what happens when something goes wrong."""

import gc
import signal
import sys
from itertools import pairwise
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from opsreport.cli.exit import ExitCode

if TYPE_CHECKING:
    from opsreport.cli.chinese import UsageError


class TerminatedError(BaseException):
    """The system asked the program to stop."""


def main() -> NoReturn:
    """Run the command of this process and end it with its exit code."""
    from opsreport.cli.memory import limit_memory
    from opsreport.cli.terminal import speak_chinese

    # One command and the end: what it makes lives until then, and to look for garbage takes a tenth more.
    gc.disable()
    speak_chinese()
    limit_memory()
    signal.signal(signal.SIGTERM, _terminate)
    if hasattr(signal, "SIGPIPE"):
        # `opsreport explain | head` ends in silence, as other commands do.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command line and give its exit code; whatever happens, it is said in words."""
    from opsreport.cli.chinese import UsageError
    from opsreport.cli.terminal import LostOutputError

    try:
        return _invoke(arguments)
    except UsageError as fault:
        _correct(fault, arguments)
        return ExitCode.BAD_COMMAND
    except LostOutputError as fault:
        _tell("unwritable-output", arguments, file="stdout", cause=str(fault))
        return ExitCode.SURROUNDINGS
    except MemoryError as fault:
        _let_go(fault, arguments)
        code, last_words = ExitCode.SURROUNDINGS, "out-of-memory"
    except (KeyboardInterrupt, TerminatedError) as ending:
        code = ExitCode.TERMINATED if isinstance(ending, TerminatedError) else ExitCode.INTERRUPTED
        last_words = "interrupted"
    except Exception as fault:
        return _confess(fault, arguments)
    # Here the exception is gone, and with it all that was being made.
    _tell(last_words, arguments)
    return code


def _invoke(arguments: list[str]) -> int:
    from typer.main import get_command

    from opsreport.cli.app import app

    code = get_command(app).main(arguments, prog_name="opsreport", standalone_mode=False)
    if code == ExitCode.INTERRUPTED:
        # Typer catches Ctrl-C and only tells of it.
        raise KeyboardInterrupt
    return code if isinstance(code, int) else ExitCode.DONE


def _correct(fault: "UsageError", arguments: list[str]) -> None:
    """Say what is wrong with the command line, to a program in its own form."""
    from opsreport.cli.chinese import NoArgsIsHelpError, complain, complaint

    if _given("--messages", arguments) != "json" or isinstance(fault, NoArgsIsHelpError):
        complain(fault)
        return
    command = fault.ctx.command_path if fault.ctx else "opsreport"
    _tell("bad-command", arguments, problem=complaint(fault), command=command)


def _let_go(fault: MemoryError, arguments: list[str]) -> None:
    """Give back what the build held, so that there is room for a last word."""
    import traceback

    traceback.clear_frames(fault.__traceback__)
    if "--debug" in arguments:
        traceback.print_exception(fault)


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TerminatedError


def _confess(fault: Exception, arguments: list[str]) -> ExitCode:
    """Own up to a bug in one line, and keep the particulars in a file."""
    import traceback

    from opsreport.files.trouble import keep_trouble_report

    particulars = "".join(traceback.format_exception(fault))
    if "--debug" in arguments:
        print(particulars, file=sys.stderr, end="")
    report = keep_trouble_report(arguments, particulars)
    _tell("internal-error", arguments, problem=type(fault).__name__, report=report)
    return ExitCode.OUR_BUG


def _tell(code: str, arguments: list[str], **details: str) -> None:
    """Say one thing that has to do with no file, in the form the command line asked for."""
    from opsreport.cli.terminal import Terminal
    from opsreport.diagnostics import NOWHERE, Diagnostics

    found = Diagnostics()
    found.report(code, NOWHERE, details)
    form = "json" if _given("--messages", arguments) == "json" else "concise"
    language = "en" if _given("--lang", arguments) == "en" else "zh"
    Terminal(form, language).say(found)


def _given(option: str, arguments: list[str]) -> str:
    """The value of an option, read off the line because the command that would know it is gone."""
    for first, second in pairwise([*arguments, ""]):
        if first == option:
            return second
        if first.startswith(f"{option}="):
            return first.removeprefix(f"{option}=")
    return ""
