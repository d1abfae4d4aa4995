"""Two bundles that ask for one name are two reports, and neither takes the other's place by itself."""

import json
import os
from pathlib import Path

import pytest

from opsreport.diagnostics import Diagnostic, Diagnostics, Language
from opsreport.files.outputs import write_outputs
from opsreport.files.provenance import Provenance

NAME = "report-memo.docx"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for month in ("jan", "feb"):
        bundle(f"{month}/report.yaml")
    return tmp_path


def bundle(path: str) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(path)
    return path


def build(
    source: str,
    content: str,
    *,
    style: str = "memo",
    draft: bool = False,
    force: bool = False,
    folder: str = "",
) -> tuple[str, list[Diagnostic]]:
    """Where the report is now, and what was said of it."""
    found = Diagnostics()
    made_from = Provenance(source, style, draft)
    (written,) = write_outputs(folder, {NAME: content.encode()}, found, source=made_from, force=force)
    return written.path, list(found)


def codes(found: list[Diagnostic]) -> list[str]:
    return [finding.code for finding in found]


def reports(folder: str = ".") -> dict[str, str]:
    return {path.name: path.read_text() for path in Path(folder).glob("*.docx")}


def recorded(folder: str = ".") -> dict[str, dict[str, object]]:
    said = json.loads((Path(folder) / ".opsreport" / "manifest.json").read_text("utf-8"))
    outputs: dict[str, dict[str, object]] = said["outputs"]
    return outputs


def test_the_report_of_another_bundle_is_kept_and_named(folder: Path) -> None:
    build("jan/report.yaml", "January")
    path, (finding,) = build("feb/report.yaml", "February")
    assert path == "report-memo.new.docx"
    assert finding.code == "other-report"
    assert "“report-memo.docx”是由 jan/report.yaml 按样式 memo 生成的" in finding.message(Language.ZH)
    assert "-o" in finding.help(Language.ZH)
    assert reports() == {NAME: "January", "report-memo.new.docx": "February"}


def test_each_bundle_renews_its_own_report_wherever_that_lies() -> None:
    build("jan/report.yaml", "January")
    build("feb/report.yaml", "February")
    assert build("jan/report.yaml", "January again") == (NAME, [])
    assert build("feb/report.yaml", "February again")[0] == "report-memo.new.docx"
    bundle("mar/report.yaml")
    assert build("mar/report.yaml", "March")[0] == "report-memo.new-2.docx"
    assert sorted(reports().values()) == ["February again", "January again", "March"]


def test_force_replaces_the_report_of_another_bundle_and_keeps_it_as_a_backup() -> None:
    build("jan/report.yaml", "January")
    path, found = build("feb/report.yaml", "February", force=True)
    assert (path, codes(found)) == (NAME, ["kept-backup"])
    assert reports() == {NAME: "February", "report-memo.bak.docx": "January"}
    assert build("feb/report.yaml", "February again") == (NAME, [])
    assert codes(build("jan/report.yaml", "January")[1]) == ["other-report"]


def test_a_bundle_that_was_renamed_keeps_its_report() -> None:
    build("jan/report.yaml", "January")
    Path("jan/report.yaml").rename("jan/report-2025.yaml")
    assert build("jan/report-2025.yaml", "January again") == (NAME, [])


@pytest.mark.parametrize(
    "spelling", ["./jan/report.yaml", "feb/../jan/report.yaml", "linked/report.yaml", "/"]
)
def test_one_bundle_may_be_named_in_many_ways(folder: Path, spelling: str) -> None:
    Path("linked").symlink_to("jan")
    build("jan/report.yaml", "January")
    same = str(folder / "jan/report.yaml") if spelling == "/" else spelling
    assert build(same, "January again") == (NAME, [])


def test_a_link_to_the_bundle_of_the_month_is_one_bundle_all_the_time() -> None:
    Path("current.yaml").symlink_to("jan/report.yaml")
    build("current.yaml", "January")
    Path("current.yaml").unlink()
    Path("current.yaml").symlink_to("feb/report.yaml")
    assert build("current.yaml", "February") == (NAME, [])


def test_bundles_and_reports_may_be_moved_together(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for month in ("jan", "feb"):
        bundle(f"2025/{month}/report.yaml")
    build("2025/jan/report.yaml", "January", folder="2025/out")
    assert recorded("2025/out")[NAME]["source"] == "../jan/report.yaml"
    Path("2025").rename("archive")
    monkeypatch.chdir(folder / "archive" / "out")
    assert build("../jan/report.yaml", "January again") == (NAME, [])
    _, (finding,) = build("../feb/report.yaml", "February")
    assert str(folder / "archive/jan/report.yaml") in finding.message(Language.ZH)


def test_the_output_folder_may_be_a_link(folder: Path) -> None:
    Path("far/away").mkdir(parents=True)
    Path("out").symlink_to("far/away")
    build("jan/report.yaml", "January", folder="out")
    _, (finding,) = build("feb/report.yaml", "February", folder="out")
    assert "是由 jan/report.yaml " in finding.message(Language.ZH)
    assert build("jan/report.yaml", "January again", folder="far/away") == (f"far/away/{NAME}", [])


def test_the_same_bundle_in_another_style_is_another_report() -> None:
    Path("a/house").mkdir(parents=True)
    Path("b/house").mkdir(parents=True)
    build("jan/report.yaml", "A", style="a/house/")
    assert build("jan/report.yaml", "A again", style="./a/house/") == (NAME, [])
    _, (finding,) = build("jan/report.yaml", "B", style="b/house/")
    assert "按样式 a/house 生成" in finding.message(Language.ZH)
    assert reports()[NAME] == "A again"
    Path("a/house").rename("a/old")
    assert build("jan/report.yaml", "B", style="b/house/") == (NAME, [])


def test_a_built_in_style_is_not_a_folder_of_the_same_name() -> None:
    Path("memo").mkdir()
    build("jan/report.yaml", "built-in")
    assert codes(build("jan/report.yaml", "own", style="memo/")[1]) == ["other-report"]


def test_a_draft_never_replaces_a_finished_report_and_is_replaced_by_one() -> None:
    assert build("jan/report.yaml", "draft", draft=True) == (NAME, [])
    assert build("jan/report.yaml", "better draft", draft=True) == (NAME, [])
    assert recorded()[NAME]["draft"] is True
    assert build("jan/report.yaml", "final") == (NAME, [])
    assert "draft" not in recorded()[NAME]
    path, (finding,) = build("jan/report.yaml", "late draft", draft=True)
    assert (path, finding.code) == ("report-memo.new.docx", "draft-over-final")
    assert "草稿在“report-memo.new.docx”" in finding.message(Language.ZH)
    assert reports() == {NAME: "final", "report-memo.new.docx": "late draft"}
    assert build("jan/report.yaml", "final again") == (NAME, [])


def test_a_draft_of_another_bundle_is_kept_from_the_finished_report_too() -> None:
    build("jan/report.yaml", "January, draft", draft=True)
    assert codes(build("feb/report.yaml", "February")[1]) == ["other-report"]


def test_an_edited_report_is_somebodys_work_whatever_it_was_made_from() -> None:
    build("jan/report.yaml", "January")
    Path(NAME).write_text("edited")
    assert codes(build("feb/report.yaml", "February")[1]) == ["edited-output"]


def test_a_new_report_renamed_over_the_old_one_brings_its_bundle_along() -> None:
    build("jan/report.yaml", "January")
    build("feb/report.yaml", "February")
    Path("report-memo.new.docx").replace(NAME)
    assert codes(build("jan/report.yaml", "January")[1]) == ["other-report"]
    assert build("feb/report.yaml", "February again") == (NAME, [])


def test_equal_bytes_of_two_bundles_remain_those_of_the_first() -> None:
    build("jan/report.yaml", "same")
    assert build("feb/report.yaml", "same") == (NAME, [])
    assert recorded()[NAME]["source"] == "jan/report.yaml"
    assert build("jan/report.yaml", "January") == (NAME, [])


def test_a_report_recorded_without_its_bundle_is_replaced_as_before_and_recorded_with_it() -> None:
    write_outputs("", {NAME: b"January"}, Diagnostics())
    assert "source" not in recorded()[NAME]
    assert build("jan/report.yaml", "January") == (NAME, [])
    assert recorded()[NAME]["source"] == "jan/report.yaml"
    assert codes(build("feb/report.yaml", "February")[1]) == ["other-report"]


def test_an_exchange_that_an_earlier_version_did_not_finish_is_taken_up() -> None:
    build("jan/report.yaml", "January")
    manifest = Path(".opsreport/manifest.json")
    said = json.loads(manifest.read_text())
    said["outputs"][NAME] = {"sha256": "0" * 64, "replacing": said["outputs"][NAME]["sha256"]}
    manifest.write_text(json.dumps(said))
    assert build("jan/report.yaml", "January again") == (NAME, [])


def test_a_crash_in_the_exchange_leaves_either_report_known_for_what_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build("jan/report.yaml", "draft", draft=True)
    real = os.replace

    def crash(source: str, target: Path) -> None:
        if Path(target).name == NAME:
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", crash)
        with pytest.raises(KeyboardInterrupt):
            build("jan/report.yaml", "final")
    assert reports() == {NAME: "draft"}
    assert codes(build("feb/report.yaml", "February")[1]) == ["other-report"]
    assert build("jan/report.yaml", "better draft", draft=True) == (NAME, [])


@pytest.mark.parametrize("source", ["\0", "\ud800", "x" * 5000, "/" * 5000])
def test_a_record_with_an_impossible_bundle_stands_for_none(source: str) -> None:
    build("jan/report.yaml", "January")
    manifest = Path(".opsreport/manifest.json")
    said = json.loads(manifest.read_text())
    said["outputs"][NAME]["source"] = source
    manifest.write_text(json.dumps(said))
    path, _ = build("feb/report.yaml", "February")
    assert Path(path).read_text() == "February"
