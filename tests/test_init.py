"""A new bundle: it is written once and never over anything, and all it lacks are its slots."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from editing import as_edited
from opsreport.build import BuildRequest, build, check
from opsreport.bundle.json_schema import bundle_schema, schema_text
from opsreport.bundle.slots import SLOT
from opsreport.cli import app
from opsreport.diagnostics import Diagnostics
from opsreport.starters import FORMS, STYLES, UnclearFormError, starter_at

Command = Callable[..., tuple[int, str, str]]
COMMENT = re.compile(r"(?:^|(?<= ))#.*$", re.MULTILINE)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run the command in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    return run


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("style", STYLES)
def test_a_check_of_a_new_bundle_lists_its_slots_and_no_other_error(style: str, command: Command) -> None:
    assert command("init", "q3.yaml", "--style", style)[0] == 0
    found = Diagnostics()
    check("q3.yaml", None, found)
    assert {finding.code for finding in found.errors()} == {"unfilled-slot"}
    slots = SLOT.findall(COMMENT.sub("", Path("q3.yaml").read_text("utf-8")))
    assert len(found.errors()) == len(slots) > 20


@pytest.mark.parametrize("form", ["yaml", "csv"])
@pytest.mark.parametrize("style", ["memo", "annual-review"])
def test_a_ratio_needs_nothing_but_its_value(style: str, form: str, command: Command, tmp_path: Path) -> None:
    command("init", "q3.yaml" if form == "yaml" else "q3/", "--style", style)
    written = tmp_path / ("q3.yaml" if form == "yaml" else "q3/metrics.csv")
    written.write_bytes(written.read_bytes().replace(b"X:X", b"1:4.2"))
    assert "ratio-mismatch" not in command("check", "q3.yaml" if form == "yaml" else "q3")[2]


@pytest.mark.parametrize("style", STYLES)
def test_a_new_bundle_makes_a_draft_at_once_with_all_that_is_in_it(style: str, command: Command) -> None:
    command("init", "q3.yaml", "--style", style)
    found = Diagnostics()
    result = build(BuildRequest("q3.yaml", formats=("docx", "html"), draft=True), found)
    assert set(result.outputs) == {"docx", "html"}
    # A date cannot be a slot, so the plans lack theirs until somebody writes it.
    assert {finding.code for finding in found} - {"vague-plan", "plan-without-resources"} == {"unfilled-slot"}


@pytest.mark.parametrize("style", STYLES)
def test_every_part_of_a_new_bundle_says_what_it_is_for(style: str, command: Command) -> None:
    command("init", "q3.yaml", "--style", style)
    lines = Path("q3.yaml").read_text("utf-8").splitlines()
    parts = [number for number, line in enumerate(lines) if re.match(r"[a-z_]+:", line)]
    assert len(parts) > 6
    for number in parts:
        assert "#" in lines[number] or lines[number - 1].startswith("#"), lines[number]


@pytest.mark.parametrize("style", STYLES)
def test_an_editor_finds_the_schema_and_nothing_to_underline(
    style: str, command: Command, tmp_path: Path
) -> None:
    command("init", "三季度/q3.yaml", "--style", style)
    bundle = tmp_path / "三季度" / "q3.yaml"
    first, second = bundle.read_text("utf-8").splitlines()[:2]
    (named,) = re.findall(r"# yaml-language-server: \$schema=(\S+)", first)
    assert second == f"# $schema: {named}"
    schema = json.loads((bundle.parent / named).read_text("utf-8"))
    assert schema == bundle_schema()
    assert not list(Draft202012Validator(schema).iter_errors(as_edited("q3.yaml", bundle.read_bytes())))


def test_standard_output_has_the_path_and_the_next_step_is_told_beside_it(command: Command) -> None:
    code, shown, told = command("init", "q3.yaml")
    assert (code, shown) == (0, "q3.yaml\n")
    assert "opsreport check q3.yaml" in told
    assert "opsreport build q3.yaml --draft" in told
    assert told.count("\n") == 1
    assert "Next: " in command("init", "q4.yaml", "--lang", "en")[2]
    assert command("init", "q5.yaml", "--messages", "json")[1:] == ("q5.yaml\n", "")


def test_what_is_there_is_left_as_it_is(command: Command, tmp_path: Path) -> None:
    (tmp_path / "q3.yaml").write_text("report: {}\n", "utf-8")
    code, shown, told = command("init", "q3.yaml")
    assert (code, shown) == (3, "")
    assert "existing-file" in told
    assert "q3-2.yaml" in told
    assert (tmp_path / "q3.yaml").read_text("utf-8") == "report: {}\n"
    assert names(tmp_path) == {"q3.yaml"}


def test_a_link_that_leads_nowhere_is_something_too(command: Command, tmp_path: Path) -> None:
    (tmp_path / "q3.yaml").symlink_to(tmp_path / "gone.yaml")
    assert command("init", "q3.yaml")[0] == 3
    assert names(tmp_path) == set()


def test_a_folder_in_which_nothing_can_be_made_gets_nothing(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    code, shown, told = command("init", "file/q3.yaml")
    assert (code, shown) == (4, "")
    assert "unwritable-output" in told
    assert "用 -o" not in told
    assert names(tmp_path) == {"file"}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "磁盘或配额已满"),
        (errno.EROFS, "没有在这个文件夹里写的权限"),
        (errno.EIO, "系统的说明"),
    ],
)
@pytest.mark.parametrize("path", ["new/q3.yaml", "new/q3.xlsx", "new/q3/"])
def test_a_disk_that_takes_nothing_is_told_in_chinese_and_keeps_nothing(
    path: str, number: int, said: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("opsreport.files.exchange._write_all", refuse)
    code, shown, told = command("init", path)
    assert (code, shown) == (4, "")
    assert said in told
    assert "用 -o" not in told
    assert (os.strerror(number) in told) == (number == errno.EIO)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("path", ["a" * 300 + ".yaml", "n\nl.yaml", "file/q3.yaml"])
def test_a_name_that_no_file_can_have_is_told_in_chinese(path: str, command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    code, _, told = command("init", path)
    assert code == 4
    assert "系统的说明" not in told
    assert names(tmp_path) == {"file"}


def test_nothing_is_left_where_the_last_file_cannot_be_written(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("opsreport.files.new_files.os.link", full)
    monkeypatch.setattr("opsreport.files.new_files.put", full)
    assert command("init", "new/q3.yaml")[0] == 4
    assert not names(tmp_path)


def test_somebody_elses_schema_is_not_replaced_but_an_older_one_is(command: Command, tmp_path: Path) -> None:
    own = tmp_path / "mine.json"
    own.write_text("{}", "utf-8")
    assert command("schema", "-o", "mine.json")[0] == 3
    assert own.read_text("utf-8") == "{}"
    own.write_text(schema_text().replace("总营业收入", ""), "utf-8")
    assert command("schema", "-o", "mine.json")[:2] == (0, "mine.json\n")
    assert own.read_text("utf-8") == schema_text() == command("schema")[1]


@pytest.mark.parametrize(
    ("path", "form", "is_folder", "expected"),
    [
        (None, None, False, ("yaml", "memo.yaml")),
        (None, "csv", False, ("csv", "memo")),
        (None, "xlsx", False, ("xlsx", "memo.xlsx")),
        ("q3", None, False, ("yaml", "q3.yaml")),
        ("q3", "csv", False, ("csv", "q3")),
        ("q3", "xlsx", False, ("xlsx", "q3.xlsx")),
        ("q3.YML", None, False, ("yaml", "q3.YML")),
        ("q3.xlsx", None, False, ("xlsx", "q3.xlsx")),
        ("q3/", None, False, ("csv", "q3")),
        ("q3", None, True, ("csv", "q3")),
        ("q3", "yaml", True, ("yaml", os.path.join("q3", "memo.yaml"))),
        ("2025.Q3", "csv", False, ("csv", "2025.Q3")),
    ],
)
def test_the_path_decides_the_form_where_nobody_names_it(
    path: str | None, form: str | None, is_folder: bool, expected: tuple[str, str]
) -> None:
    starter = starter_at(path, "memo", form, is_folder=is_folder)
    assert (starter.form, starter.path) == expected


@pytest.mark.parametrize(
    ("path", "form", "reason"),
    [
        ("q3.yaml", "xlsx", "contradiction"),
        ("metrics.csv", None, "csv"),
        ("metrics.csv", "csv", "csv"),
        ("q3.xls", None, "old-excel"),
        ("q3.docx", None, "suffix"),
        ("", None, "empty"),
        (" ", "csv", "empty"),
        ("bad\udcff.yaml", None, "not-text"),
    ],
)
def test_a_path_that_fits_no_form_is_refused_in_words(
    path: str, form: str | None, reason: str, command: Command
) -> None:
    with pytest.raises(UnclearFormError, match=reason):
        starter_at(path, "memo", form, is_folder=False)
    assert command("init", path, *(["--as", form] if form else []))[0] == 2


def test_the_forms_offered_are_those_that_are_made() -> None:
    assert FORMS == ("yaml", "csv", "xlsx")


def test_a_new_bundle_and_the_schema_load_no_heavy_library(command: Command) -> None:
    script = (
        "import sys\nfrom opsreport.cli.main import run\n"
        "run(['init', 'q3.yaml'])\nrun(['schema', '-o', 'q3.json'])\nprint(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"weasyprint", "jinja2", "yaml", "lxml", "docx", "fontTools"}


def test_a_style_goes_by_its_title_as_well(command: Command, tmp_path: Path) -> None:
    assert command("init", "年报.yaml", "--style", "年度复盘")[0] == 0
    assert command("init", "annual.yaml", "--style", "annual-review")[0] == 0
    assert (tmp_path / "年报.yaml").read_bytes() == (tmp_path / "annual.yaml").read_bytes()
