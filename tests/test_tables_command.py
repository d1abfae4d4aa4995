"""A folder of tables on the command line: what it is called, what is said of it, which style it may bring."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from opsreport.cli import app

EXAMPLES = Path(__file__).parent.parent / "examples"
REPORT = "项,值\n组织,云溪社区\n致,管理委员会\n发件人,内容部\n主题,三季度汇报\n编号,YX-001\n期间,2025Q3\n成文日期,2025-10-14\n"
METRICS = "编号,指标,单位,本期,上期\nnew,日均新增内容,篇,48300,44100\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "三季度.数据").mkdir()
    (tmp_path / "三季度.数据" / "report.csv").write_text(REPORT, "utf-8")
    (tmp_path / "三季度.数据" / "指标.csv").write_text(METRICS, "utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("given", ["三季度.数据", "三季度.数据/", "./三季度.数据"])
@pytest.mark.usefixtures("folder")
def test_a_report_is_called_after_its_folder(given: str) -> None:
    code, out, err = run("build", given, "--style", "memo", "--to", "html", "--draft")
    assert (code, out) == (0, "三季度.数据-memo.html\n"), err


@pytest.mark.usefixtures("folder")
def test_the_folder_one_stands_in_has_a_name_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("三季度.数据")
    code, out, _ = run("build", ".", "--style", "memo", "--to", "html", "--draft", "-o", "../aus/")
    assert (code, out) == (0, "../aus/三季度.数据-memo.html\n")


def test_a_second_build_replaces_the_first_and_an_edited_report_stays(folder: Path) -> None:
    build = ("build", "三季度.数据", "--style", "memo", "--to", "html", "--draft")
    assert run(*build)[0] == 0
    (folder / "三季度.数据" / "指标.csv").write_text(METRICS.replace("48300", "48400"), "utf-8")
    assert run(*build)[0] == 0
    (folder / "三季度.数据-memo.html").write_text("改过", "utf-8")
    assert run(*build)[0] == 3
    assert (folder / "三季度.数据-memo.html").read_text("utf-8") == "改过"


def test_one_table_takes_its_header_from_the_report_beside_it(folder: Path) -> None:
    (folder / "三季度.数据" / "指标.csv").rename(folder / "三季度.数据" / "导出.csv")
    code, out, err = run("build", "三季度.数据/导出.csv", "--style", "memo", "--to", "html", "--draft")
    assert (code, out) == (0, "导出-memo.html\n"), err
    assert "三季度汇报" in (folder / "导出-memo.html").read_text("utf-8")


def test_one_table_needs_a_style_and_a_header(folder: Path) -> None:
    (folder / "导出.csv").write_text(METRICS, "utf-8")
    code, _, err = run("check", "导出.csv", "--messages", "json")
    (missing,) = map(json.loads, err.splitlines())
    assert (code, missing["code"], missing["file"]) == (1, "missing-report", "导出.csv")
    assert "report.csv" in missing["help"]
    assert "样式、标题、组织" in missing["help"]


def test_a_style_asks_for_its_own_rows_of_a_report_that_is_not_there(folder: Path) -> None:
    (folder / "导出.csv").write_text(METRICS, "utf-8")
    (folder / "report.csv").unlink(missing_ok=True)
    _, _, err = run("build", "导出.csv", "--style", "memo", "--messages", "json")
    (missing,) = map(json.loads, err.splitlines())
    assert missing["code"] == "missing-report"
    assert "组织、致、发件人、主题、编号、期间、成文日期" in missing["message"]


def test_a_report_that_lacks_a_row_is_asked_for_that_row(folder: Path) -> None:
    (folder / "三季度.数据" / "report.csv").write_text("项,值\n样式,memo\n组织,青禾优选\n", "utf-8")
    codes = {
        json.loads(line)["code"] for line in run("check", "三季度.数据", "--messages", "json")[2].splitlines()
    }
    assert "missing-header-field" in codes
    assert "missing-report" not in codes


@pytest.mark.usefixtures("folder")
def test_another_table_by_itself_is_told_to_come_with_its_folder() -> None:
    shutil.copy("三季度.数据/指标.csv", "三季度.数据/problems.csv")
    code, _, err = run("check", "三季度.数据/problems.csv")
    assert code == 1
    assert "请写它所在的文件夹：三季度.数据" in err


def test_every_finding_names_its_own_file_and_quotes_its_line(folder: Path) -> None:
    table = "编号,指标,单位,本期,备用\nnew,日均新增内容,篇,48,300\n"
    (folder / "三季度.数据" / "指标.csv").write_bytes(table.encode("gb18030"))
    (folder / "三季度.数据" / "series.csv").write_bytes("指标,月份,本期\nnow,2025-07,1\n".encode("utf-16"))
    _, _, err = run("check", "三季度.数据", "--messages", "json")
    places = {
        (one["code"], one["file"], one["line"], one["column"]) for one in map(json.loads, err.splitlines())
    }
    assert ("unknown-column", "三季度.数据/指标.csv", 1, 13) in places
    assert ("unknown-owner", "三季度.数据/series.csv", 2, 1) in places
    shown = run("check", "三季度.数据")[2]
    assert "1 | 编号,指标,单位,本期,备用" in shown
    assert "2 | now,2025-07,1" in shown


def test_a_style_may_lie_in_the_folder(folder: Path) -> None:
    shutil.copytree(EXAMPLES / "house-style", folder / "三季度.数据" / "house")
    (folder / "三季度.数据" / "report.csv").write_text(REPORT + "样式,house\n", "utf-8")
    code, out, err = run("build", "三季度.数据", "--to", "html", "--draft")
    assert (code, out) == (0, "三季度.数据-house.html\n"), err


@pytest.mark.parametrize(
    ("name", "key"),
    [("年报.xlsx", "里面有 Excel 工作簿"), ("q3.yaml", "里面有 YAML 数据包"), ("说明.txt", "metrics.csv")],
)
def test_a_folder_without_tables_says_what_it_has_instead(name: str, key: str, folder: Path) -> None:
    (folder / "空").mkdir()
    (folder / "空" / name).write_text("", "utf-8")
    code, _, err = run("check", "空")
    assert code == 1
    assert key in err


def test_the_annual_example_is_checked_without_an_error() -> None:
    code, _, err = run("check", str(EXAMPLES / "annual-2025"))
    assert code == 0, err
