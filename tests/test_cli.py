"""What a user and a script see of the command: paths on one side, messages on the other, and an exit code."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from opsreport.cli import app
from opsreport.cli.exit import ExitCode, exit_code
from opsreport.diagnostics import CATALOGUE, NOWHERE, Diagnostics
from stand_in_build import install

STAND_IN = [sys.executable, str(Path(__file__).with_name("stand_in_build.py"))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(folder: Path) -> Iterator[Callable[..., tuple[int, str, str]]]:
    """Run the command in this process: exit code, standard output, standard error."""
    real = sys.modules.pop("opsreport.build", None)
    install()

    def run(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    yield run
    del sys.modules["opsreport.build"]
    if real is not None:
        sys.modules["opsreport.build"] = real


Command = Callable[..., tuple[int, str, str]]


def started(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
    variables = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    return subprocess.Popen(
        [*STAND_IN, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        env={**variables, **environment},
        # A shell without job control makes its background jobs deaf to Ctrl+C, and their children inherit it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def process(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the command as a process of its own."""
    running = started(*arguments, **environment)
    out, err = running.communicate(timeout=60)
    return running.returncode, out, err


def bundle(text: str, name: str = "q3.yaml") -> str:
    Path(name).write_text(text + "\n", "utf-8")
    return name


# Where the report goes


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ([], ["q3-memo.docx"]),
        (["--style", "./house/"], ["q3-house.docx"]),
        (["--to", "pdf"], ["q3-memo.pdf"]),
        (["--to", "docx, PDF,docx"], ["q3-memo.docx", "q3-memo.pdf"]),
        (["--to", "docx，pdf"], ["q3-memo.docx", "q3-memo.pdf"]),
        (["--to", "docx、html"], ["q3-memo.docx", "q3-memo.html"]),
        (["-o", "季报.pdf"], ["季报.pdf"]),
        (["-o", "out/季报.HTML"], ["out/季报.HTML"]),
        (["-o", "out"], ["out/q3-memo.docx"]),
        (["-o", "2025.Q3", "--to", "pdf,html"], ["2025.Q3/q3-memo.pdf", "2025.Q3/q3-memo.html"]),
        (["-o", "out.docx/", "--to", "html"], ["out.docx/q3-memo.html"]),
        (["--to", "docx", "-o", "a.docx"], ["a.docx"]),
    ],
)
def test_standard_output_is_the_path_that_was_written(
    command: Command, options: list[str], paths: list[str]
) -> None:
    code, out, err = command("build", bundle("data"), *options)
    assert (code, out.splitlines(), err) == (0, paths, "")
    assert all(Path(path).is_file() for path in paths)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build"], "缺少 数据包"),
        (["build", "q3.yaml", "--to", "doc"], "没有“doc”这种格式；可选：docx、pdf、html"),
        (["build", "q3.yaml", "-o", "q3.doc"], "“q3.doc”的后缀不认识"),
        (
            ["build", "q3.yaml", "-o", "q3.pdf", "--to", "docx"],
            "“q3.pdf”是一个 pdf 文件，而 --to 要的是 docx",
        ),
        (["build", "q3.yaml", "-o", "q3.pdf", "--to", "docx,pdf"], "多种格式时 -o 写文件夹"),
        (["build", "q3.yaml", "--date", "明天"], "请写成 2025-10-15"),
        (["build", "q3.yaml", "--date", "2025-2-30"], "没有“2025-2-30”这一天"),
        (["build", "q3.yaml", "--messages", "jsom"], "是不是想写 json？"),
        (["build", "q3.yaml", "--stop-after", "end"], "可选：context、markup、tree"),
        (["build", "q3.yaml", "--forse"], "没有选项 --forse；是不是想写 --force？"),
        (["build", "q3.yaml", "--style"], "选项 --style 后面要写一个值"),
        (["build", "q3.yaml", "q4.yaml"], "命令后面多写了内容"),
        (
            ["bulid"],
            "没有这个命令；是不是想写 build？可用的命令：init、build、check、fix、schema、explain、styles、doctor",
        ),
        (["qqq"], "没有这个命令；可用的命令：init、build、check、fix、schema、explain、styles、doctor"),
        (["explain", "edited-outptu"], "是不是想写 edited-output"),
        (["check"], "缺少 数据包…"),
        ([], "把一份数据包变成可以直接签发的中文运营报告"),
    ],
)
def test_a_wrong_command_line_is_explained_in_chinese_and_ends_with_2(
    folder: Path, arguments: list[str], says: str
) -> None:
    code, out, err = process(*arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert "Error" not in err


@pytest.mark.parametrize("written", ["2025-9-5", "2025年9月5日", "2025/9/5", "2025.9.5", "20250905"])
def test_the_date_given_is_the_date_of_the_report(command: Command, written: str) -> None:
    command("build", bundle("data"), "--date", written)
    assert b"2025-09-05" in Path("q3-memo.docx").read_bytes()


def test_an_intermediate_result_is_shown_or_written_to_the_file_asked_for(command: Command) -> None:
    assert command("build", bundle("data"), "--stop-after", "tree") == (0, "tree of data\n", "")
    assert command("build", "q3.yaml", "--stop-after", "markup", "-o", "q3.xml") == (0, "q3.xml\n", "")
    assert Path("q3.xml").read_text() == "markup of data\n"


# What was found


def test_an_error_stops_the_build_and_nothing_is_written(command: Command) -> None:
    code, out, err = command("build", bundle("标题：wrong"))
    assert (code, out) == (1, "")
    assert err == (
        "错误[outside-link]：样式里的“q3.yaml”是指向样式文件夹外面的链接\n"
        " --> q3.yaml:1:1\n"
        "  |\n"
        "1 | 标题：wrong\n"
        "  | ^^^^^^^^^^^\n"
        "  |\n"
        "  = 帮助：请把它指向的文件复制到样式文件夹里。\n"
        "\n"
        "1 个错误；没有写出任何文件。用 opsreport explain outside-link 查看说明。\n"
    )
    assert os.listdir() == ["q3.yaml"]


def test_a_warning_does_not_stop_the_build_unless_it_is_strict(command: Command) -> None:
    code, out, err = command("build", bundle("warned"))
    assert (code, out) == (0, "q3-memo.docx\n")
    assert "1 个警告；写出 1 个文件。" in err
    code, out, err = command("build", "q3.yaml", "--strict")
    assert (code, out) == (1, "")
    assert "1 个错误；没有写出任何文件。" in err


def test_a_draft_is_built_in_spite_of_the_checks_but_not_of_what_cannot_be_read(command: Command) -> None:
    code, out, err = command("build", bundle("wrong"), "--draft")
    assert (code, out) == (0, "q3-memo.docx\n")
    assert "1 个错误；写出 1 个文件。" in err
    assert command("build", bundle("unreadable", "q4.yaml"), "--draft")[:2] == (1, "")


def test_a_draft_fails_as_any_report_does_where_it_cannot_be_written(command: Command) -> None:
    Path("q3-memo.docx").mkdir()
    assert command("build", bundle("wrong"), "--draft")[:2] == (4, "")


def test_a_missing_bundle_is_bad_input(command: Command) -> None:
    code, out, err = command("build", "q5.yaml")
    assert (code, out) == (1, "")
    assert "错误[missing-file]：找不到文件“q5.yaml”" in err


def test_json_messages_are_objects_and_nothing_else(command: Command) -> None:
    code, out, err = command("build", bundle("warned wrong"), "--messages", "json")
    assert (code, out) == (1, "")
    objects = [json.loads(line) for line in err.splitlines()]
    assert [(one["severity"], one["code"], one["file"], one["line"]) for one in objects] == [
        ("error", "outside-link", "q3.yaml", 1),
        ("warning", "unreadable-record", "q3.yaml", 1),
    ]


def test_concise_messages_are_one_to_a_line_and_may_be_english(command: Command) -> None:
    _, _, err = command("build", bundle("wrong"), "--messages", "concise", "--lang", "en")
    assert err.splitlines() == [
        "q3.yaml:1:1: error[outside-link] “q3.yaml” of the style is a link to something outside the "
        "style's folder",
        "1 error; nothing was written. `opsreport explain outside-link` says more.",
    ]


def test_check_reads_several_bundles_and_reports_them_all(command: Command) -> None:
    paths = [bundle("wrong", "a.yaml"), bundle("fine", "b.yaml"), bundle("warned", "c.yaml")]
    code, out, err = command("check", *paths, "--messages", "concise")
    assert (code, out) == (1, "")
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "a.yaml",
        "c.yaml",
        "1 个错误、1 个警告。用 opsreport explain outside-link 查看说明。",
    ]
    assert command("check", "b.yaml") == (0, "", "没有发现问题：1 个指标，2 段文字。\n")
    assert command("check", "b.yaml", "--messages", "concise") == (0, "", "")
    assert command("check", "b.yaml", "--messages", "json") == (0, "", "")
    assert command("check", "c.yaml")[0] == 0
    assert command("check", "c.yaml", "--strict")[0] == 1


# Somebody's work


def test_an_edited_report_is_kept_and_the_exit_code_is_3(command: Command) -> None:
    command("build", bundle("data"))
    Path("q3-memo.docx").write_bytes(b"edited")
    bundle("new data")
    code, out, err = command("build", "q3.yaml")
    assert (code, out) == (3, "q3-memo.new.docx\n")
    assert "没有覆盖；新报告在“q3-memo.new.docx”" in err
    assert Path("q3-memo.docx").read_bytes() == b"edited"
    code, out, err = command("build", "q3.yaml", "--force")
    assert (code, out) == (0, "q3-memo.docx\n")
    assert "已留作“q3-memo.bak.docx”" in err
    assert Path("q3-memo.bak.docx").read_bytes() == b"edited"


def test_two_bundles_of_one_name_make_two_reports(command: Command) -> None:
    for month in ("jan", "feb"):
        Path(month).mkdir()
        bundle(month, f"{month}/report.yaml")
    assert command("build", "jan/report.yaml")[:2] == (0, "report-memo.docx\n")
    code, out, err = command("build", "feb/report.yaml")
    assert (code, out) == (3, "report-memo.new.docx\n")
    assert "“report-memo.docx”是由 jan/report.yaml 按样式 memo 生成的" in err
    assert b"jan" in Path("report-memo.docx").read_bytes()
    assert command("build", "jan/report.yaml")[:2] == (0, "report-memo.docx\n")


def test_two_style_folders_of_one_name_make_two_reports(command: Command) -> None:
    for owner in ("a", "b"):
        Path(owner, "house").mkdir(parents=True)
    assert command("build", bundle("data"), "--style", "a/house")[:2] == (0, "q3-house.docx\n")
    bundle("new data")
    code, out, err = command("build", "q3.yaml", "--style", "b/house")
    assert (code, out) == (3, "q3-house.new.docx\n")
    assert "按样式 a/house 生成" in err
    assert command("build", "q3.yaml", "--style", "a/house/")[:2] == (0, "q3-house.docx\n")


def test_a_draft_is_laid_beside_the_finished_report(command: Command) -> None:
    command("build", bundle("data"))
    bundle("new data")
    code, out, err = command("build", "q3.yaml", "--draft")
    assert (code, out) == (3, "q3-memo.new.docx\n")
    assert "没有用草稿覆盖" in err
    assert command("build", "q3.yaml")[:2] == (0, "q3-memo.docx\n")


def test_the_bundle_is_never_taken_for_an_output(command: Command) -> None:
    bundle("data", "q3.html")
    assert command("build", "q3.html", "-o", "q3.html")[:2] == (3, "q3.new.html\n")
    assert Path("q3.html").read_text() == "data\n"


# Exit codes


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ([], ExitCode.DONE),
        (["missing-file"], ExitCode.BAD_INPUT),
        (["edited-output", "missing-file"], ExitCode.REFUSED),
        (["edited-output", "unwritable-output"], ExitCode.SURROUNDINGS),
        (["open-output"], ExitCode.REFUSED),
        (["other-report", "missing-file"], ExitCode.REFUSED),
        (["draft-over-final"], ExitCode.REFUSED),
        (["missing-pango"], ExitCode.SURROUNDINGS),
    ],
)
def test_the_gravest_of_several_errors_gives_the_exit_code(codes: list[str], code: ExitCode) -> None:
    found = Diagnostics()
    for name in codes:
        found.report(name, NOWHERE, {})
    assert exit_code(found) is code


def test_a_machine_without_pango_says_what_to_install(folder: Path) -> None:
    code, out, err = process("build", bundle("no pango"), "--to", "pdf")
    assert (code, out) == (4, "")
    assert "sudo apt install libpango-1.0-0" in err


def test_a_bug_of_ours_is_one_line_and_a_report_file(folder: Path) -> None:
    code, out, err = process("build", bundle("bug"), TMPDIR=str(folder))
    assert (code, out) == (70, "")
    assert len(err.splitlines()) == 1
    match = re.search("细节记在“(.+)”里", err)
    assert match
    report = Path(match[1]).read_text("utf-8")
    assert "KeyError: '营业收入'" in report
    assert "opsreport build q3.yaml" in report
    assert "Traceback" not in err
    assert not list(folder.glob("q3-memo*"))


def test_a_bug_of_ours_is_shown_whole_on_request_and_as_json_to_programs(folder: Path) -> None:
    code, _, err = process("build", bundle("bug"), "--debug", TMPDIR=str(folder))
    assert code == 70
    assert "Traceback" in err
    code, _, err = process("build", "q3.yaml", "--messages", "json", TMPDIR=str(folder))
    assert code == 70
    assert json.loads(err)["code"] == "internal-error"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit what a process may hold")
def test_a_build_that_wants_all_the_memory_is_stopped_before_it_has_it(folder: Path) -> None:
    code, out, err = process("build", bundle("hungry"), "--messages", "json")
    assert (code, out) == (4, "")
    assert json.loads(err)["code"] == "out-of-memory"
    code, _, err = process("build", "q3.yaml", "--debug")
    assert code == 4
    assert "bytearray" in err
    assert err.splitlines()[-1].startswith("错误[out-of-memory] 内存不够")


def test_a_lower_limit_of_memory_is_left_as_it_is() -> None:
    program = (
        "import resource; from opsreport.cli.memory import limit_memory; "
        "limit_memory(); print(resource.getrlimit(resource.RLIMIT_DATA)[0])"
    )
    for before, after in (("unlimited", 4 * 1024**3), (str(3 * 1024**2), 3 * 1024**3)):
        line = f"ulimit -S -d {before} && {sys.executable} -c '{program}'"
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
        assert done.stdout == f"{after}\n"


@pytest.mark.parametrize(
    ("arguments", "says", "command"),
    [
        (["build", "q3.yaml", "--to", "doc"], "没有“doc”这种格式", "opsreport build"),
        (["build"], "缺少 数据包", "opsreport build"),
        (["check", "q3.yaml", "--forse"], "没有选项 --forse", "opsreport check"),
        (["bild"], "没有这个命令", "opsreport"),
    ],
)
def test_a_wrong_command_line_is_one_object_to_a_program(
    folder: Path, arguments: list[str], says: str, command: str
) -> None:
    code, out, err = process(*arguments, "--messages", "json")
    assert (code, out) == (2, "")
    said = json.loads(err)
    assert (said["code"], said["severity"]) == ("bad-command", "error")
    assert says in said["message"]
    assert said["help"] == f"用 {command} --help 查看说明。"


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, ExitCode.INTERRUPTED), (signal.SIGTERM, ExitCode.TERMINATED)]
)
def test_a_signal_ends_the_build_at_once_with_its_code(
    folder: Path, number: signal.Signals, code: ExitCode
) -> None:
    running = started("build", bundle("slow"))
    deadline = time.monotonic() + 30
    while not Path("at-work").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    before = time.monotonic()
    running.send_signal(number)
    out, err = running.communicate(timeout=10)
    assert time.monotonic() - before < 2
    assert (running.returncode, out) == (code, "")
    assert err == "提示[interrupted] 已中断，没有留下写了一半的文件\n"
    assert sorted(os.listdir()) == ["at-work", "q3.yaml"]


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    line = " ".join([*STAND_IN, "explain", "|", "head", "-n", "1"])
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode in (0, 141)


def test_a_full_standard_output_is_told(folder: Path) -> None:
    line = " ".join([*STAND_IN, "--version", ">", "/dev/full"])
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert "unwritable-output" in done.stderr


# Terminals, logs and encodings


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
)
def test_chinese_is_printed_whatever_the_locale(folder: Path, environment: dict[str, str]) -> None:
    code, out, err = process("build", bundle("warned", "三季度.yaml"), **environment)
    assert (code, out) == (0, "三季度-memo.docx\n")
    assert "1 个警告" in err


def test_a_gbk_console_gets_gbk_and_survives_what_gbk_lacks(folder: Path) -> None:
    name = bundle("warned", "三季度😀.yaml")
    done = subprocess.run(
        [*STAND_IN, "build", name], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "gbk"}
    )
    assert done.returncode == 0
    assert "三季度" in done.stdout.decode("gbk")
    assert "警告" in done.stderr.decode("gbk")


def test_json_is_utf8_on_any_console(folder: Path) -> None:
    done = subprocess.run(
        [*STAND_IN, "check", bundle("warned", "三季度😀.yaml"), "--messages", "json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
    )
    assert json.loads(done.stderr.decode("utf-8"))["file"] == "三季度😀.yaml"


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """All that the command writes to standard error where that is a terminal."""
    return process(*arguments, **{"ON_A_TERMINAL": "1", "TERM": "xterm", **environment})[2]


def test_colour_is_for_terminals_that_want_it(folder: Path) -> None:
    name = bundle("wrong")
    assert "\x1b[1;31m" in on_a_terminal("build", name)
    assert "\x1b" not in on_a_terminal("build", name, NO_COLOR="1")
    assert "\x1b" not in on_a_terminal("build", name, TERM="dumb")
    assert "\x1b" not in process("build", name)[2]


def test_progress_is_shown_on_a_terminal_for_what_takes_over_a_second(folder: Path) -> None:
    slow = on_a_terminal("build", bundle("second"))
    assert "正在生成 docx … 1 s" in slow
    assert slow.endswith("\x1b[K")
    assert "正在生成" not in on_a_terminal("build", bundle("quick"))
    assert process("build", bundle("second"), "--force")[2] == ""


# The other commands


def test_every_code_is_listed_and_explained_in_both_languages(command: Command) -> None:
    code, out, _ = command("explain")
    assert code == 0
    assert sorted(line.split()[0] for line in out.splitlines() if line.startswith(" ")) == sorted(CATALOGUE)
    for name in CATALOGUE:
        for language in ("zh", "en"):
            code, out, err = command("explain", name, "--lang", language)
            assert (code, err) == (0, "")
            assert f"[{name}]" in out
            assert not re.search(r"(?<!\{)\{[a-z_]+\}(?!\})", out)


def test_the_version_is_shown(folder: Path) -> None:
    assert process("--version") == (0, "opsreport 0.1.0\n", "")


def test_doctor_names_what_is_missing_and_the_command_that_mends_it(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from opsreport.cli import machine

    monkeypatch.setattr(machine, "can_load", lambda _: True)
    monkeypatch.setattr(machine, "_family", lambda: "debian")
    code, out, _ = command("doctor")
    assert code == 0
    assert all(line.startswith("正常") for line in out.splitlines())
    monkeypatch.setattr(machine, "can_load", lambda names: "libpango-1.0.so.0" not in names)
    code, out, _ = command("doctor")
    assert code == 4
    assert "缺少  Pango（排 PDF 用）：请运行 sudo apt install libpango-1.0-0" in out
    assert "missing  Pango (sets the PDF): run sudo apt" in command("doctor", "--lang", "en")[1]


@pytest.mark.parametrize(
    ("system", "release", "says"),
    [
        ("linux", {"ID": "ubuntu", "ID_LIKE": "debian"}, "sudo apt install"),
        ("linux", {"ID": "fedora"}, "sudo dnf install"),
        ("darwin", {}, "brew install"),
        ("win32", {}, "pacman -S"),
        ("linux", {"ID": "arch"}, "Debian, Ubuntu: sudo apt"),
    ],
)
def test_the_command_that_mends_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, system: str, release: dict[str, str], says: str
) -> None:
    from opsreport.cli import machine

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: release)
    assert says in machine.install_command()


# Starting fast


HEAVY = ("pandas", "weasyprint", "docx", "jinja2", "yaml", "lxml", "rich", "pydantic")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["build", "--help"], ["check", "--help"], ["--version"], ["explain"]]
)
def test_help_loads_nothing_heavy(folder: Path, arguments: list[str]) -> None:
    program = (
        f"import sys; from opsreport.cli.main import run; run({arguments!r}); "
        f"print(sorted(set(sys.modules) & set({HEAVY!r})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    heavy = json.loads(done.stderr.splitlines()[-1].replace("'", '"'))
    assert heavy == []


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in ("build", "check"))])
def test_the_help_pages_are_chinese_throughout(folder: Path, arguments: list[str]) -> None:
    code, out, _ = process(*arguments)
    assert code == 0
    assert out.startswith("用法：opsreport")
    for word in ("Usage", "Options", "Arguments", "Commands", "Show this", "required", "default"):
        assert word not in out
