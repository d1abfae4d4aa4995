"""No report is ever half written, and nobody's edits are ever overwritten."""

import errno
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from opsreport.diagnostics import Diagnostics, Language
from opsreport.files import exchange as exchange_module
from opsreport.files import packaged_templates, read_packaged_styles, read_source, read_style_folder
from opsreport.files.outputs import Written, write_outputs

NAME = "q3-memo.docx"
OLD = b"old report" * 1000
NEW = b"new report" * 3000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_module, "PAUSES", (0.0, 0.0))
    monkeypatch.setattr(exchange_module, "PATIENCE", 0.1)


def write(folder: Path, content: bytes, *, force: bool = False) -> tuple[list[str], list[str]]:
    """Where the report is now, and the codes of what was found."""
    found = Diagnostics()
    written = write_outputs(str(folder), {NAME: content}, found, force=force)
    return [Path(one.path).name for one in written], [finding.code for finding in found]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def temporary(folder: Path) -> list[Path]:
    return list(folder.rglob("*.tmp"))


# Reading


def test_a_file_is_read_under_the_name_the_user_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "季报.yaml").write_bytes(b"report:\r\n")
    monkeypatch.chdir(folder)
    source = read_source("./季报.yaml", Diagnostics())
    assert source is not None
    assert (source.name, source.content) == ("./季报.yaml", b"report:\r\n")


def test_a_missing_file_is_reported_with_the_name_that_was_probably_meant(folder: Path) -> None:
    (folder / "季报-三季度.yaml").write_bytes(b"")
    found = Diagnostics()
    assert read_source(str(folder / "季报-3季度.yaml"), found) is None
    (finding,) = found
    assert finding.code == "missing-file"
    assert "季报-三季度.yaml" in finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("make", "code", "says"),
    [
        (lambda path: path.mkdir(), "unreadable-file", "文件夹"),
        (lambda path: os.mkfifo(path), "unreadable-file", "普通文件"),
        (lambda path: path.symlink_to(path), "unreadable-file", "系统的说明"),
        (lambda path: os.truncate(_touched(path), 21 * 1024 * 1024), "file-too-large", "请先汇总"),
    ],
    ids=["folder", "pipe", "link to itself", "too large"],
)
def test_what_is_not_a_readable_file_is_reported_and_never_waited_for(
    folder: Path, make: Callable[[Path], object], code: str, says: str
) -> None:
    make(folder / "q3.yaml")
    found = Diagnostics()
    assert read_source(str(folder / "q3.yaml"), found) is None
    (finding,) = found
    assert finding.code == code
    assert says in finding.help(Language.ZH)


def _touched(path: Path) -> Path:
    path.touch()
    return path


def test_a_file_one_may_not_read_is_reported_with_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "q3.yaml").write_bytes(b"")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = Diagnostics()
    assert read_source(str(folder / "q3.yaml"), found) is None
    assert [finding.help(Language.ZH) for finding in found] == [
        "没有读取它的权限；请让文件的主人放开，或运行 chmod u+r 后再试。"
    ]


def test_a_style_folder_is_read_whole_without_hidden_and_backup_files(folder: Path) -> None:
    for name in ("style.yaml", "report.html.j2", "parts/head.html.j2", ".git/x", "report.html.j2~"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    (folder / "print.css").symlink_to(folder / "style.yaml")
    style = read_style_folder(str(folder), Diagnostics())
    assert style is not None
    assert sorted(style) == ["parts/head.html.j2", "print.css", "report.html.j2", "style.yaml"]
    assert style["parts/head.html.j2"].name == str(folder / "parts/head.html.j2")


@pytest.mark.parametrize("outside", ["/etc/passwd", "/etc"])
def test_a_style_cannot_reach_outside_its_folder(folder: Path, outside: str) -> None:
    (folder / "style.yaml").touch()
    (folder / "print.css").symlink_to(outside)
    found = Diagnostics()
    assert read_style_folder(str(folder), found) is None
    assert [finding.code for finding in found] == ["outside-link"]


def test_a_link_to_itself_leads_nowhere_inside_a_style(folder: Path) -> None:
    (folder / "style.yaml").touch()
    (folder / "print.css").symlink_to("print.css")
    found = Diagnostics()
    assert read_style_folder(str(folder), found) is None
    assert [finding.code for finding in found] == ["outside-link"]


def test_a_folder_that_is_no_style_is_not_read_at_all(folder: Path) -> None:
    (folder / "photo.jpg").touch()
    assert read_style_folder(str(folder), Diagnostics()) == {}


def test_a_folder_with_far_too_much_in_it_is_refused(folder: Path) -> None:
    (folder / "style.yaml").touch()
    for number in range(205):
        (folder / f"{number}.j2").touch()
    found = Diagnostics()
    assert read_style_folder(str(folder), found) is None
    assert [finding.code for finding in found] == ["oversized-style"]


def test_the_built_in_styles_are_found_beside_the_program() -> None:
    styles = read_packaged_styles(Diagnostics())
    assert packaged_templates() is not None
    assert {"memo", "shared"} <= set(styles)
    assert styles["memo"]["style.yaml"].name == "opsreport/memo/style.yaml"


# Writing whole or not at all


def test_a_report_is_written_with_the_folder_it_needs_and_the_usual_permissions(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        assert write(folder / "out" / "2025", NEW) == ([NAME], [])
    finally:
        os.umask(before)
    written = folder / "out" / "2025" / NAME
    assert written.read_bytes() == NEW
    assert stat.S_IMODE(written.stat().st_mode) == 0o640


def test_a_replaced_report_keeps_its_permissions_and_a_link_stays_a_link(folder: Path) -> None:
    write(folder, OLD)
    (folder / NAME).chmod(0o604)
    (folder / "shelf").mkdir()
    (folder / NAME).rename(folder / "shelf" / NAME)
    (folder / NAME).symlink_to(folder / "shelf" / NAME)
    assert write(folder, NEW) == ([NAME], [])
    assert (folder / NAME).is_symlink()
    assert (folder / "shelf" / NAME).read_bytes() == NEW
    assert stat.S_IMODE((folder / "shelf" / NAME).stat().st_mode) == 0o604


def test_equal_bytes_are_not_written_again(folder: Path) -> None:
    write(folder, NEW)
    before = (folder / NAME).stat()
    assert write(folder, NEW) == ([NAME], [])
    after = (folder / NAME).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_equal_bytes_are_no_cause_for_complaint_where_nothing_may_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / NAME).write_bytes(NEW)
    monkeypatch.setattr(Path, "mkdir", _raising(errno.EROFS))
    assert write(folder, NEW) == ([NAME], [])


def _raising(number: int) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_report_that_is_as_it_should_be_is_recorded_though_its_record_was_lost(folder: Path) -> None:
    write(folder, OLD)
    (folder / ".opsreport" / "manifest.json").unlink()
    assert write(folder, OLD) == ([NAME], [])
    assert write(folder, NEW) == ([NAME], [])


def test_a_disk_that_does_not_confirm_the_new_name_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fail_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    assert write(folder, NEW) == ([NAME], ["unconfirmed-output"])
    assert (folder / NAME).read_bytes() == NEW


SYSTEM_CALLS = ("open", "write", "fsync", "chmod", "replace", "close", "link", "unlink")


def _failing(call: str, number: int, nth: int, real: Callable[..., object]) -> Callable[..., object]:
    calls = 0

    def maybe(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls != nth:
            return real(*args, **kwargs)
        if call == "close":
            real(*args)
        raise OSError(number, os.strerror(number))

    return maybe


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EBUSY, errno.EPERM])
@pytest.mark.parametrize("call", SYSTEM_CALLS)
def test_whatever_fails_the_old_report_or_the_new_one_is_there_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, force: bool
) -> None:
    for nth in range(1, 9):
        home = folder / str(nth)
        home.mkdir()
        write(home, OLD)
        if force:
            (home / NAME).write_bytes(OLD + b"edited")
        old = (home / NAME).read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, call, _failing(call, number, nth, getattr(os, call)))
            written, codes = write(home, NEW, force=force)
        now = (home / NAME).read_bytes()
        assert now in (old, NEW)
        assert now == NEW or written != [NAME]
        assert written or "unwritable-output" in codes
        if force and now == NEW:
            assert old in files_of(home).values()
        if call != "unlink":
            assert temporary(home) == []


@pytest.mark.usefixtures("_impatient")
def test_after_any_failure_the_next_build_goes_through_without_asking(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for call in SYSTEM_CALLS:
        for nth in range(1, 9):
            home = folder / f"{call}{nth}"
            write(home, OLD)
            with monkeypatch.context() as patch:
                patch.setattr(os, call, _failing(call, errno.EIO, nth, getattr(os, call)))
                write(home, NEW)
            assert write(home, b"third") == ([NAME], []), (call, nth)
            assert (home / NAME).read_bytes() == b"third"


def test_several_reports_are_written_together_or_not_at_all(folder: Path) -> None:
    (folder / "q3.pdf").mkdir()
    found = Diagnostics()
    assert write_outputs(str(folder), {"q3.docx": NEW, "q3.pdf": NEW}, found) == ()
    assert [finding.code for finding in found] == ["unwritable-output"]
    assert not (folder / "q3.docx").exists()


def test_a_full_disk_leaves_all_reports_as_they_were(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_outputs(str(folder), {"q3.docx": OLD, "q3.pdf": OLD}, Diagnostics())
    monkeypatch.setattr(os, "write", _failing("write", errno.ENOSPC, 2, os.write))
    found = Diagnostics()
    assert write_outputs(str(folder), {"q3.docx": NEW, "q3.pdf": NEW}, found) == ()
    assert files_of(folder) == {"q3.docx": OLD, "q3.pdf": OLD}
    (finding,) = found
    assert "磁盘或配额已满" in finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("季" * 84 + ".docx", "文件名太长"),
        ("q3\n::error::.docx", "控制字符"),
        ("taken.docx", "已经是一个文件夹"),
        ("pipe.docx", "不是普通文件"),
    ],
)
def test_a_name_that_cannot_hold_a_report_is_refused_with_a_way_out(
    folder: Path, name: str, says: str
) -> None:
    (folder / "taken.docx").mkdir()
    os.mkfifo(folder / "pipe.docx")
    found = Diagnostics()
    assert write_outputs(str(folder), {name: NEW}, found) == ()
    (finding,) = found
    assert finding.code == "unwritable-output"
    assert says in finding.help(Language.ZH)
    assert temporary(folder) == []


def test_a_folder_whose_path_runs_through_a_file_is_refused(folder: Path) -> None:
    (folder / "out").touch()
    assert write(folder / "out", NEW) == ([], ["unwritable-output"])
    assert write(folder / "out" / "deeper", NEW) == ([], ["unwritable-output"])


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_where_a_folder_has_the_name_the_advice_names_a_file_of_the_same_kind(
    folder: Path, suffix: str
) -> None:
    (folder / f"q3.{suffix}").mkdir()
    found = Diagnostics()
    write_outputs(str(folder), {f"q3.{suffix}": NEW}, found)
    (finding,) = found
    assert f"q3.{suffix}/报告.{suffix}" in finding.help(Language.ZH)


@pytest.mark.parametrize("blocked", [".opsreport", ".opsreport/lock", ".opsreport/manifest.json"])
def test_what_stands_in_the_place_of_the_record_is_blamed_and_not_the_report(
    folder: Path, blocked: str
) -> None:
    if blocked == ".opsreport":
        (folder / blocked).touch()
    else:
        (folder / blocked).mkdir(parents=True)
    found = Diagnostics()
    assert write_outputs(str(folder), {NAME: NEW}, found) == ()
    finding = list(found)[-1]
    assert finding.code == "unwritable-output"
    assert f"写不了“{folder / blocked}”" in finding.message(Language.ZH)
    assert "移走" in finding.help(Language.ZH)
    assert not (folder / NAME).exists()


def test_a_pipe_in_the_place_of_the_record_is_not_waited_for(folder: Path) -> None:
    write(folder, OLD)
    record = folder / ".opsreport" / "manifest.json"
    record.unlink()
    os.mkfifo(record)
    names, codes = write(folder, NEW)
    assert (names, codes) == (["q3-memo.new.docx"], ["unreadable-record", "edited-output"])
    assert record.is_file()


@pytest.mark.usefixtures("_impatient")
def test_a_read_only_report_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert write(folder, NEW) == ([], ["unwritable-output"])
    assert (folder / NAME).read_bytes() == OLD


def test_an_interruption_leaves_the_old_report_and_nothing_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, OLD)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write(folder, NEW)
    assert files_of(folder) == {NAME: OLD}
    assert temporary(folder) == []


# Nobody's edits are overwritten


def test_an_edited_report_is_kept_and_the_new_one_is_laid_beside_it(folder: Path) -> None:
    write(folder, OLD)
    (folder / NAME).write_bytes(b"edited in Word")
    assert write(folder, NEW) == (["q3-memo.new.docx"], ["edited-output"])
    assert files_of(folder) == {NAME: b"edited in Word", "q3-memo.new.docx": NEW}


def test_a_file_that_opsreport_never_wrote_is_somebodys_work(folder: Path) -> None:
    (folder / NAME).write_bytes(b"by hand")
    assert write(folder, NEW) == (["q3-memo.new.docx"], ["edited-output"])
    assert (folder / NAME).read_bytes() == b"by hand"


def test_the_new_report_beside_an_edited_one_is_renewed_until_somebody_edits_it_too(folder: Path) -> None:
    (folder / NAME).write_bytes(b"by hand")
    write(folder, OLD)
    assert write(folder, NEW)[0] == ["q3-memo.new.docx"]
    assert write(folder, NEW) == (["q3-memo.new.docx"], ["edited-output"])
    (folder / "q3-memo.new.docx").write_bytes(b"edited too")
    assert write(folder, OLD)[0] == ["q3-memo.new-2.docx"]
    assert files_of(folder) == {
        NAME: b"by hand",
        "q3-memo.new.docx": b"edited too",
        "q3-memo.new-2.docx": OLD,
    }


def test_renaming_the_new_report_over_the_edited_one_settles_the_matter(folder: Path) -> None:
    (folder / NAME).write_bytes(b"by hand")
    write(folder, OLD)
    (folder / "q3-memo.new.docx").replace(folder / NAME)
    assert write(folder, NEW) == ([NAME], [])


def test_force_replaces_an_edited_report_and_keeps_every_edited_one(folder: Path) -> None:
    write(folder, OLD)
    for edit in (b"first edit", b"second edit", b"first edit"):
        (folder / NAME).write_bytes(edit)
        assert write(folder, NEW, force=True) == ([NAME], ["kept-backup"])
    assert files_of(folder) == {
        NAME: NEW,
        "q3-memo.bak.docx": b"first edit",
        "q3-memo.bak-2.docx": b"second edit",
    }


def test_a_backup_is_kept_where_files_can_have_one_name_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / NAME).write_bytes(b"by hand")
    monkeypatch.setattr(os, "link", _raising(errno.EPERM))
    assert write(folder, NEW, force=True)[0] == [NAME]
    assert files_of(folder) == {NAME: NEW, "q3-memo.bak.docx": b"by hand"}


def test_force_makes_no_backup_of_what_opsreport_wrote_itself(folder: Path) -> None:
    write(folder, OLD)
    assert write(folder, NEW, force=True) == ([NAME], [])
    assert list(files_of(folder)) == [NAME]


@pytest.mark.parametrize("lock", ["~$3-memo.docx", ".~lock.q3-memo.docx#", ".~q3-memo.docx"])
def test_a_report_that_is_open_in_an_office_program_is_not_replaced(folder: Path, lock: str) -> None:
    write(folder, OLD)
    (folder / lock).touch()
    found = Diagnostics()
    (written,) = write_outputs(str(folder), {NAME: NEW}, found)
    assert Path(written.path).name == "q3-memo.new.docx"
    (finding,) = found
    assert finding.code == "open-output"
    assert lock in finding.help(Language.ZH)
    (folder / lock).unlink()
    assert write(folder, NEW) == ([NAME], [])


@pytest.mark.usefixtures("_impatient")
def test_a_report_the_system_will_not_let_go_of_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, OLD)
    real = os.replace

    def held(source: str, target: Path) -> None:
        if Path(target).name == NAME:
            raise PermissionError(errno.EACCES, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", held)
    assert write(folder, NEW) == (["q3-memo.new.docx"], ["open-output"])
    assert files_of(folder) == {NAME: OLD, "q3-memo.new.docx": NEW}
    monkeypatch.setattr(os, "replace", real)
    assert write(folder, b"third") == ([NAME], [])


def test_a_report_that_is_held_for_a_moment_only_is_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, OLD)
    real, refusals = os.replace, iter(range(5))

    def held(source: str, target: Path) -> None:
        if Path(target).name == NAME and next(refusals, None) is not None:
            raise PermissionError(errno.EACCES, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", held)
    started = time.monotonic()
    assert write(folder, NEW) == ([NAME], [])
    assert time.monotonic() - started < 3


def test_an_edit_saved_while_the_new_report_is_being_written_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, OLD)
    real = os.fsync

    def save_meanwhile(descriptor: int) -> None:
        (folder / NAME).write_bytes(b"saved just now")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    assert write(folder, NEW) == (["q3-memo.new.docx"], ["edited-output"])
    assert (folder / NAME).read_bytes() == b"saved just now"


@pytest.mark.parametrize("record", [b"", b"[]", b"\xff", b'{"schema": 9, "outputs": {}}', b'{"schema": 1}'])
def test_without_a_readable_record_every_report_counts_as_edited(folder: Path, record: bytes) -> None:
    write(folder, OLD)
    (folder / ".opsreport" / "manifest.json").write_bytes(record)
    names, codes = write(folder, NEW)
    assert names == ["q3-memo.new.docx"]
    assert codes == ["unreadable-record", "edited-output"]
    assert (folder / NAME).read_bytes() == OLD


def test_the_record_says_what_was_written_and_by_which_version(folder: Path) -> None:
    write(folder, OLD)
    write(folder, NEW)
    said = json.loads((folder / ".opsreport" / "manifest.json").read_text("utf-8"))
    assert said["schema"] == 1
    assert said["outputs"][NAME]["tool"] == "0.1.0"
    assert set(said["outputs"][NAME]) == {"sha256", "tool"}
    assert len(said["outputs"][NAME]["sha256"]) == 64


class People(RuleBasedStateMachine):
    """People edit, rename and delete reports between builds; no edit may be lost."""

    def __init__(self) -> None:
        super().__init__()
        self.home = tempfile.TemporaryDirectory()
        self.folder = Path(self.home.name)
        self.edits: set[bytes] = set()

    def teardown(self) -> None:
        self.home.cleanup()

    @rule(data=st.integers(0, 3), force=st.booleans())
    def build(self, data: int, force: bool) -> None:
        content = f"report {data}".encode()
        names, _ = write(self.folder, content, force=force)
        assert (self.folder / names[0]).read_bytes() == content

    @rule(which=st.integers(0, 5), number=st.integers())
    @precondition(lambda self: bool(files_of(self.folder)))
    def edit(self, which: int, number: int) -> None:
        path = self._pick(which)
        self.edits.discard(path.read_bytes())
        path.write_bytes(f"edit {number}".encode())
        self.edits.add(path.read_bytes())

    @rule(which=st.integers(0, 5))
    @precondition(lambda self: bool(files_of(self.folder)))
    def delete(self, which: int) -> None:
        path = self._pick(which)
        self.edits.discard(path.read_bytes())
        path.unlink()

    @rule(which=st.integers(0, 5), to=st.sampled_from([NAME, "q3-memo.new.docx", "q3-memo.bak.docx"]))
    @precondition(lambda self: bool(files_of(self.folder)))
    def rename(self, which: int, to: str) -> None:
        if (self.folder / to).exists():
            self.edits.discard((self.folder / to).read_bytes())
        self._pick(which).rename(self.folder / to)

    @invariant()
    def every_edit_is_still_there(self) -> None:
        there = set(files_of(self.folder).values())
        assert self.edits <= there

    def _pick(self, which: int) -> Path:
        names = sorted(files_of(self.folder))
        return self.folder / names[which % len(names)]


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


# Many at once, and sudden ends

BUILDER = f"""
import sys
from opsreport.diagnostics import Diagnostics
from opsreport.files.outputs import write_outputs
folder, word = sys.argv[1:]
content = word.encode() * 200_000
for _ in range(10_000):
    found = Diagnostics()
    write_outputs(folder, {{{NAME!r}: content}}, found)
    content = content[1:] + content[:1]
    if len(found):
        print([finding.code for finding in found], flush=True)
"""


@pytest.fixture
def builders(folder: Path) -> Iterator[Callable[[str], "subprocess.Popen[str]"]]:
    running: list[subprocess.Popen[str]] = []

    def start(word: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", BUILDER, str(folder), word]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()


def _is_whole(content: bytes) -> bool:
    return len(content) in (400_000, 600_000) and len(set(content)) in (2, 3)


def _waited_for(path: Path) -> Path:
    deadline = time.monotonic() + 30
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    return path


def test_two_builds_of_one_report_never_show_a_broken_one(
    folder: Path, builders: Callable[[str], "subprocess.Popen[str]"]
) -> None:
    one, two = builders("ab"), builders("xyz")
    report = _waited_for(folder / NAME)
    for _ in range(300):
        assert _is_whole(report.read_bytes())
    for process in (one, two):
        process.send_signal(signal.SIGTERM)
        assert process.communicate()[0] == ""


def test_builds_killed_at_any_moment_do_no_damage_and_leave_nothing_behind(
    folder: Path, builders: Callable[[str], "subprocess.Popen[str]"]
) -> None:
    for delay in range(12):
        process = builders("ab")
        report = _waited_for(folder / NAME)
        time.sleep(0.15 + delay * 0.007)
        process.kill()
        process.wait()
        assert _is_whole(report.read_bytes())
    assert write(folder, b"at last") == ([NAME], [])
    assert temporary(folder) == []


def test_a_temporary_file_of_a_build_that_still_runs_is_left_alone(folder: Path) -> None:
    staged = exchange_module.stage(folder, NEW)
    elsewhere = folder / f".opsreport-00000000-{os.getpid()}-ab12.tmp"
    elsewhere.touch()
    write(folder, OLD)
    assert set(temporary(folder)) == {staged, elsewhere}
    os.utime(elsewhere, (0, 0))
    write(folder, NEW)
    assert temporary(folder) == [staged]


@pytest.mark.usefixtures("_impatient")
def test_a_build_does_not_wait_for_ever_for_another_one(folder: Path) -> None:
    entered, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with exchange_module.exclusively(folder):
            entered.set()
            leave.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    entered.wait(10)
    assert write(folder, NEW) == ([], ["unwritable-output"])
    leave.set()
    holder.join()
    assert write(folder, NEW) == ([NAME], [])


def test_the_places_are_named_as_they_were_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert write_outputs("", {NAME: NEW}, Diagnostics()) == (Written(NAME, NAME),)
    assert write_outputs("out", {NAME: NEW}, Diagnostics()) == (Written(f"out/{NAME}", f"out/{NAME}"),)
