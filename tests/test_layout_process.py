"""The second process that lays out PDFs: the same pages as in one process, and nothing of it left behind."""

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from opsreport.build import BuildRequest, build, check
from opsreport.cli.exit import exit_code
from opsreport.diagnostics import Diagnostics, Language
from opsreport.writers.pdf import layout_process
from opsreport.writers.pdf.engine import html_to_pdf
from opsreport.writers.pdf.layout_process import LayoutProcess
from opsreport.writers.pdf.result import (
    CutShort,
    LayoutCrashedError,
    LayoutFailedError,
    LayoutUnfinishedError,
    MissingLibrary,
    PdfUnavailable,
)

EXAMPLE = str(Path(__file__).parent.parent / "examples" / "q3.yaml")
MEMO = (
    "<html lang=zh-CN><style>@page { size: A5 } html { font: 10.5pt 'Ops Song' } h1 { font-family: 'Ops Hei' }"
    "p { colour: red; text-align: justify }</style><h1>一、总体情况</h1>"
    "<p>本季度营业收入完成1280.5万元，同比增长12.5%；“优质内容”新增创作者3,241人。☑<img alt='' src='file:///x'>"
)
SERVE = layout_process.PROGRAM

# Programs in the place of the usual one: what goes wrong in them goes wrong when a document is laid out.
FAULTY = "import opsreport.writers.pdf.engine as engine\ndef lay_out(*_, **__):\n    {fault}\nengine.lay_out = lay_out\n"
HANGING = FAULTY.format(fault="import time; time.sleep(600)") + SERVE
BUSY = FAULTY.format(fault="while True: pass") + SERVE
CRASHING = FAULTY.format(fault="import ctypes; ctypes.string_at(0)") + SERVE

Program = Callable[[str], None]


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    """Let layout processes run another program."""
    return lambda code: monkeypatch.setattr(layout_process, "PROGRAM", code)


@pytest.fixture
def alive(tmp_path: Path) -> tuple[str, Callable[[float], bool]]:
    """A program's beginning that shows it is alive, and whether it still is after so many seconds at most."""
    path = tmp_path / "alive"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def is_alive(patience: float) -> bool:
        # The other end of the pipe closes with the process, whatever ends it.
        return not select.select([reader], [], [], patience)[0] or os.read(reader, 1) != b""

    begin = f"import os; os.write(os.open({str(path)!r}, os.O_WRONLY), b'.')\n"
    return begin, is_alive


def command(program: str, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """The real command with another program for its layout process."""
    code = (
        f"import sys; from opsreport.writers.pdf import layout_process; layout_process.PROGRAM = {program!r}\n"
        f"sys.argv = ['opsreport', *{arguments!r}]\nfrom opsreport.cli import main; main()"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def laid_out(html: str = MEMO) -> bytes:
    with LayoutProcess() as layout:
        layout.begin(html)
        return layout.result().pdf


# The same pages


def test_a_document_comes_out_the_same_in_this_process_and_in_the_other() -> None:
    own = html_to_pdf(MEMO, ())
    assert (own.missing_glyphs, own.refused, len(own.complaints)) == (("☑",), ("file:///x",), 2)
    with LayoutProcess() as layout:
        layout.begin(MEMO)
        assert layout.result() == own
        assert layout.result() == own


def test_one_process_lays_out_many_documents() -> None:
    other = "<html lang=en><h1>Other</h1>"
    with LayoutProcess() as layout:
        results = []
        for html in (MEMO, other, MEMO):
            layout.begin(html)
            results.append(layout.result().pdf)
    assert results == [html_to_pdf(html, ()).pdf for html in (MEMO, other, MEMO)]


def test_it_makes_no_difference_whether_the_process_had_time_to_load() -> None:
    with LayoutProcess() as layout:
        time.sleep(1.5)
        layout.begin(MEMO)
        assert layout.result().pdf == laid_out()


def test_tags_are_written_on_request() -> None:
    with LayoutProcess() as layout:
        layout.begin(MEMO, tagged=True)
        assert layout.result() == html_to_pdf(MEMO, (), tagged=True)


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "7", "PYTHONINSPECT": "1", "PYTHONUTF8": "0", "LC_ALL": "C"},
        {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error", "PYTHONVERBOSE": "1"},
        {"PYTHONOPTIMIZE": "2", "PYTHONIOENCODING": "gb18030", "PYTHONUNBUFFERED": "1"},
    ],
    ids=["inspected", "verbose", "optimised"],
)
def test_what_the_environment_asks_of_python_changes_no_byte(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert laid_out() == html_to_pdf(MEMO, ()).pdf
    assert capfd.readouterr() == ("", "")


def test_modules_in_the_current_folder_are_not_taken_for_those_of_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alive: tuple[str, Callable[[float], bool]]
) -> None:
    begin, is_alive = alive
    (tmp_path / "json.py").write_text(begin, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert laid_out() == html_to_pdf(MEMO, ()).pdf
    assert is_alive(0.1), "json.py of the current folder ran, and ended"


def test_half_a_character_arrives_as_it_was() -> None:
    html = "<html lang=zh-CN><p>甲\ud83d乙"
    with LayoutProcess() as layout:
        layout.begin(html)
        try:
            mine: object = html_to_pdf(html, ())
        except LayoutFailedError as failure:
            with pytest.raises(LayoutFailedError, match=str(failure)[:20]):
                layout.result()
        else:
            assert layout.result() == mine


# Where a process cannot be had


@pytest.mark.parametrize("executable", ["", "/nowhere/python", "/bin/false", "/bin/true"])
def test_without_a_process_the_layout_takes_place_in_this_one(
    monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    assert laid_out() == html_to_pdf(MEMO, ()).pdf


def test_without_room_for_threads_the_layout_takes_place_in_this_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: object) -> None:
        raise RuntimeError("can't start new thread")

    with LayoutProcess() as layout:
        monkeypatch.setattr(threading.Thread, "start", refuse)
        layout.begin(MEMO)
        assert layout.result() == html_to_pdf(MEMO, ())


def test_a_machine_without_pango_is_told_as_ever(program: Program) -> None:
    program(
        "from opsreport.writers.pdf import levers\ndef lost(source): raise OSError('libpango')\n"
        f"levers.prepared_interface = lost\n{SERVE}"
    )
    with LayoutProcess() as layout:
        layout.begin(MEMO)
        with pytest.raises(PdfUnavailable) as unavailable:
            layout.result()
    assert unavailable.value.reason is MissingLibrary.PANGO
    found = Diagnostics()
    outputs = build(BuildRequest(EXAMPLE, formats=("pdf", "html", "docx")), found).outputs
    assert list(outputs) == ["html", "docx"]
    assert [finding.code for finding in found] == ["missing-pango"]


# What goes wrong in it


def test_a_layout_that_fails_says_the_same_in_both_processes() -> None:
    html = "<html><style>p { font-size: 1e9px }</style><p>甲"
    with pytest.raises(LayoutFailedError) as here:
        html_to_pdf(html, ())
    with LayoutProcess() as layout:
        layout.begin(html)
        with pytest.raises(LayoutFailedError) as there:
            layout.result()
        assert str(there.value) == str(here.value)
        # It goes on with the next document.
        layout.begin(MEMO)
        assert layout.result() == html_to_pdf(MEMO, ())


@pytest.mark.parametrize("endless", [HANGING, BUSY], ids=["waits", "computes"])
def test_a_layout_without_end_is_stopped(
    program: Program, alive: tuple[str, Callable[[float], bool]], endless: str
) -> None:
    begin, is_alive = alive
    program(begin + endless)
    with LayoutProcess(patience=1) as layout:
        assert is_alive(10)
        layout.begin(MEMO)
        with pytest.raises(LayoutUnfinishedError, match="> 1 s") as stop:
            layout.result()
        assert stop.value.reason is CutShort.TIME
        assert not is_alive(0)
        with pytest.raises(LayoutUnfinishedError, match="> 1 s"):
            layout.result()


def test_the_next_document_is_laid_out_by_a_process_again(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(HANGING)
    with LayoutProcess(patience=1) as layout:
        layout.begin(MEMO)
        with pytest.raises(LayoutUnfinishedError):
            layout.result()
        program(SERVE)
        monkeypatch.setattr(LayoutProcess, "_result_of_our_own", None)
        layout._least_patience = 60
        layout.begin(MEMO)
        assert layout.result().pdf == html_to_pdf(MEMO, ()).pdf


def test_a_long_report_is_given_more_time() -> None:
    with LayoutProcess() as layout:
        layout._html = MEMO
        assert layout._patience() == 60
        layout._html = "字" * 1_300_000
        assert layout._patience() == pytest.approx(780)


CUT_SHORT = {
    "held up": (HANGING, "time", "样式表太重"),
    "killed": (
        "import os\n" + FAULTY.format(fault="os.kill(os.getpid(), 9)") + SERVE,
        "memory",
        "样式表太重",
    ),
    "crashed": (CRASHING, "death", "再运行一次"),
}


@pytest.mark.parametrize("fault", CUT_SHORT)
@pytest.mark.parametrize("example", ["q3.yaml", "annual-2025"])
def test_a_layout_cut_short_costs_the_pdf_alone(
    program: Program, monkeypatch: pytest.MonkeyPatch, fault: str, example: str
) -> None:
    code, key, way_out = CUT_SHORT[fault]
    program(code)
    monkeypatch.setattr(LayoutProcess.__init__, "__kwdefaults__", {"system_fonts": False, "patience": 3.0})
    monkeypatch.setattr(layout_process, "PATIENCE_PER_CHARACTER", 0.0)
    found = Diagnostics()
    path = str(Path(EXAMPLE).parent / example)
    outputs = build(BuildRequest(path, formats=("docx", "pdf", "html")), found).outputs
    assert list(outputs) == ["docx", "html"]
    errors = found.errors()
    assert [(finding.code, finding.help_key) for finding in errors] == [("unfinished-layout", key)]
    assert way_out in errors[0].help(Language.ZH)
    assert exit_code(errors) == 4
    # The contents of an annual review take their pages from the layout.
    has_contents = example == "annual-2025"
    assert [finding.code for finding in found if finding.code == "contents-without-pages"] == (
        ["contents-without-pages"] if has_contents else []
    )


def test_a_layout_cannot_take_all_the_memory_of_the_machine(program: Program) -> None:
    program(FAULTY.format(fault="bytearray(4 * 1024 ** 3)") + SERVE)
    with LayoutProcess() as layout:
        layout.begin(MEMO)
        with pytest.raises(LayoutUnfinishedError) as stop:
            layout.result()
    assert stop.value.reason is CutShort.MEMORY


def test_a_crash_is_told_with_the_last_words(program: Program) -> None:
    program(CRASHING)
    with LayoutProcess() as layout:
        layout.begin(MEMO)
        with pytest.raises(LayoutUnfinishedError, match="Segmentation fault") as stop:
            layout.result()
    assert stop.value.reason is CutShort.DEATH


def test_a_fault_of_the_program_is_told_with_its_traceback(program: Program) -> None:
    program("import opsreport.writers.pdf.engine as engine; engine._bookmarks = None\n" + SERVE)
    with LayoutProcess() as layout:
        layout.begin(MEMO)
        with pytest.raises(LayoutCrashedError, match=r"Traceback(.|\n)*NoneType"):
            layout.result()


@pytest.mark.parametrize(
    "fault",
    [
        "raise MemoryError",
        "os.kill(os.getpid(), 9)",
        "os.write(2, b'GLib-ERROR **: gmem.c: failed to allocate 9 bytes'); os.abort()",
    ],
    ids=["python", "linux", "glib"],
)
def test_a_layout_that_takes_all_memory_is_told_as_such(program: Program, fault: str) -> None:
    program("import os\n" + FAULTY.format(fault=fault) + SERVE)
    with LayoutProcess() as layout:
        layout.begin(MEMO)
        with pytest.raises(LayoutUnfinishedError) as stop:
            layout.result()
    assert stop.value.reason is CutShort.MEMORY


def test_the_command_owns_up_to_a_fault_of_its_own_and_says_nothing_else(tmp_path: Path) -> None:
    faulty = "import opsreport.writers.pdf.engine as engine; engine._bookmarks = None\n" + SERVE
    running = command(faulty, "build", EXAMPLE, "-o", str(tmp_path / "q3.pdf"), TMPDIR=str(tmp_path))
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (70, "")
    assert err.count("\n") <= 2
    assert "internal-error" in err
    (report,) = tmp_path.glob("opsreport-*.txt")
    assert "NoneType" in report.read_text("utf-8")
    assert not (tmp_path / "q3.pdf").exists()


def test_a_process_gone_before_it_was_asked_does_not_take_the_command_along(tmp_path: Path) -> None:
    # The command line lets SIGPIPE end it, and a pipe to nobody raises one.
    dying = (
        "import os; from opsreport.writers.pdf.layout_messages import send\n"
        "send(os.fdopen(1, 'wb', buffering=0), {'listening': True}); os._exit(9)"
    )
    running = command(dying, "build", EXAMPLE, "-o", str(tmp_path / "q3.pdf"), TMPDIR=str(tmp_path))
    _, err = running.communicate(timeout=60)
    assert running.returncode == 4
    assert "unfinished-layout" in err


def test_noise_of_libraries_stays_out_of_the_answers_and_off_the_terminal(
    program: Program, capfd: pytest.CaptureFixture[str]
) -> None:
    program("import os; os.write(2, b'noise')\n" + SERVE.replace("main()", "w.main()").replace(
        "from opsreport.writers.pdf.layout_worker import w.main;",
        "import opsreport.writers.pdf.layout_worker as w; o = w._answer\n"
        "def answer(r):\n    print('noise', flush=True); os.write(1, b'noise'); return o(r)\nw._answer = answer;",
    ))  # fmt: skip
    assert laid_out() == html_to_pdf(MEMO, ()).pdf
    assert capfd.readouterr() == ("", "")


def test_it_loads_nothing_of_opsreport_but_the_layout() -> None:
    code = (
        "import sys, opsreport.writers.pdf.layout_worker, opsreport.writers.pdf.engine as engine\n"
        "engine.html_to_pdf('<p>', ()); print(*(name for name in sys.modules if name.startswith('opsreport')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert {name for name in loaded.split() if not name.startswith("opsreport.writers.pdf")} == {
        "opsreport",
        "opsreport.user_cache",
        "opsreport.writers",
    }


# Its end


def test_the_process_ends_with_its_use(program: Program, alive: tuple[str, Callable[[float], bool]]) -> None:
    begin, is_alive = alive
    program(begin + SERVE)
    with LayoutProcess() as layout:
        layout.begin(MEMO)
        layout.result()
        assert is_alive(0)
    assert not is_alive(0)


def test_a_faulty_bundle_is_told_without_waiting(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    program("import time; time.sleep(600)")
    bundle = tmp_path / "q3.yaml"
    bundle.write_text("opsreport: 1\nreport: {style: memo", "utf-8")
    found = Diagnostics()
    before = time.monotonic()
    build(BuildRequest(str(bundle), formats=("pdf",)), found)
    assert time.monotonic() - before < 5
    assert [finding.code for finding in found] == ["yaml-syntax"]
    assert [process.returncode for process in started] == [-signal.SIGKILL]


@pytest.mark.parametrize("laying_out", [HANGING, BUSY], ids=["waits", "computes"])
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_whatever_ends_the_command_ends_the_layout(
    alive: tuple[str, Callable[[float], bool]],
    number: signal.Signals,
    code: int,
    laying_out: str,
    tmp_path: Path,
) -> None:
    begin, is_alive = alive
    begun = tmp_path / "begun"
    telling = laying_out.replace(
        "def lay_out(*_, **__):\n", f"def lay_out(*_, **__):\n    open({str(begun)!r}, 'w')\n"
    )
    running = command(begin + telling, "build", EXAMPLE, "-o", str(tmp_path / "q3.pdf"))
    deadline = time.monotonic() + 30
    while not begun.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.3)
    assert is_alive(10)
    running.send_signal(number)
    out, err = running.communicate(timeout=10)
    assert (running.returncode, out) == (code, "")
    assert not is_alive(5)
    assert err == ("" if number is signal.SIGKILL else "提示[interrupted] 已中断，没有留下写了一半的文件\n")


def test_neither_checking_nor_a_build_without_pdf_starts_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", started)
    check(EXAMPLE, "memo", Diagnostics())
    assert build(BuildRequest(EXAMPLE, formats=("docx", "html")), Diagnostics()).outputs
    assert build(BuildRequest(EXAMPLE, formats=("pdf",), stop_after="tree"), Diagnostics()).intermediate


def test_word_and_html_are_written_while_pages_are_laid_out() -> None:
    order: list[str] = []
    request = BuildRequest(EXAMPLE, formats=("pdf", "docx", "html"), progress=order.append)
    assert list(build(request, Diagnostics()).outputs) == ["pdf", "docx", "html"]
    assert order == ["html", "docx", "pdf"]
