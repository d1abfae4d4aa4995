"""A starter as tables: the same bundle as in YAML, in files that people open in Excel and fill in."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from opsreport.build import check
from opsreport.bundle.decode import decode_bundle
from opsreport.cli import app
from opsreport.diagnostics import Diagnostics, Node, Source
from opsreport.files.new_files import read_packaged_starter
from opsreport.inputs import read_bundle
from opsreport.readers.table_kinds import TABLES, table_named
from opsreport.readers.table_paths import place_of
from opsreport.readers.yaml import read_yaml
from opsreport.starters import STYLES
from opsreport.starters.csv_folder import csv_folder
from opsreport.starters.guide import purpose
from opsreport.starters.tables import OFFERED, Filled, tables_of
from opsreport.starters.workbook import workbook

ROOT = Path(__file__).parent.parent
STARTERS = [f"{style} starter" for style in STYLES]
EXAMPLES = [path.name for path in sorted((ROOT / "examples").glob("*.yaml"))]
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def source(name: str) -> Source:
    if name in STARTERS:
        return read_packaged_starter(name.removesuffix(" starter"))
    return Source(name, (ROOT / "examples" / name).read_bytes())


def node(name: str) -> Node:
    read = read_yaml(source(name), Diagnostics())
    assert read is not None
    return read


def tables(name: str) -> dict[str, Filled]:
    return {one.table.name: one for one in tables_of(node(name))}


def sheets(content: bytes) -> dict[str, ElementTree.Element]:
    """The sheets of a workbook by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        listed = ElementTree.fromstring(package.read("xl/workbook.xml")).iter(f"{S}sheet")
        return {
            one.attrib["name"]: ElementTree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))
            for number, one in enumerate(listed, 1)
        }


@pytest.mark.parametrize("name", [*STARTERS, *EXAMPLES])
def test_yaml_csv_and_excel_give_equal_bundles(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "q3"
    folder.mkdir()
    for file, content in csv_folder(tables_of(node(name))).items():
        (folder / file).write_bytes(content)
    (tmp_path / "q3.xlsx").write_bytes(workbook(tables_of(node(name))))
    expected = decode_bundle(node(name), Diagnostics())
    for form in ("q3", "q3.xlsx"):
        found = Diagnostics()
        assert read_bundle(str(tmp_path / form), None, [], found) == expected is not None
        assert not list(found)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("style", STYLES)
def test_a_check_of_new_tables_lists_the_slots_of_the_yaml(
    style: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    counts = []
    for one in ("yaml", form):
        path = CliRunner().invoke(app, ["init", "--style", style, "--as", one]).stdout.strip()
        found = Diagnostics()
        check(path, None, found)
        assert {finding.code for finding in found.errors()} == {"unfilled-slot"}
        counts.append(len(found.errors()))
    assert counts[0] == counts[1] > 20


@pytest.mark.parametrize("name", STARTERS)
def test_every_header_names_one_place_in_chinese(name: str) -> None:
    for one in tables(name).values():
        headers = [column.header for column in one.columns]
        assert len(set(headers)) == len(headers)
        for header in headers[len(one.table.owners) > 0 :]:
            assert re.search(r"[\u4e00-\u9fff]", header)
            if one.table.part is not None and one.table.name != "report":
                assert place_of(one.table, header) is not None, (one.table.name, header)


def test_every_column_of_the_manual_is_offered_and_every_table_says_what_it_is_for() -> None:
    for name, columns in OFFERED.items():
        table = table_named(name)
        assert table is not None
        assert all(place_of(table, column) for column in columns.split()), name
    for table in TABLES:
        assert purpose(Filled(table, (), ()))


def test_chinese_excel_takes_the_files_for_utf_8() -> None:
    files = csv_folder(tables_of(node("memo starter")))
    assert {"report.csv", "metrics.csv", "modules.csv", "plans.csv", "填写说明.txt"} <= set(files)
    for content in files.values():
        assert content.startswith(b"\xef\xbb\xbf")
        assert b"\r\n" in content
        assert b"\n" not in content.replace(b"\r\n", b"")
    (header, first, *_) = csv.reader(io.StringIO(files["metrics.csv"].decode("utf-8-sig"), newline=""))
    assert header[:2] == ["编号", "名称"]
    assert first[:2] == ["new_content", "日均新增内容"]


def test_a_folder_with_something_in_it_gets_no_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q3").mkdir()
    (tmp_path / "q3" / "metrics.csv").write_text("名称,本期\n", "utf-8")
    result = CliRunner().invoke(app, ["init", "q3/"])
    assert result.exit_code == 3
    assert "existing-file" in result.stderr
    assert [path.name for path in (tmp_path / "q3").iterdir()] == ["metrics.csv"]


def test_an_empty_folder_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q3").mkdir()
    assert CliRunner().invoke(app, ["init", "q3"]).stdout == "q3\n"
    assert (tmp_path / "q3" / "metrics.csv").is_file()


@pytest.mark.parametrize("name", STARTERS)
def test_a_workbook_is_the_same_each_time(name: str) -> None:
    assert workbook(tables_of(node(name))) == workbook(tables_of(node(name)))


def test_a_workbook_opens_on_how_to_fill_it_in() -> None:
    named = sheets(workbook(tables_of(node("memo starter"))))
    assert list(named)[:3] == ["填写说明", "报告", "指标"]
    words = "".join(named["填写说明"].itertext())
    for header in ("严重程度", "针对问题", "量表", "回复期限"):
        assert header in words


def test_choices_are_offered_as_lists_and_ids_where_one_is_due() -> None:
    named = sheets(workbook(tables_of(node("memo starter"))))
    lists = {
        sheet: [
            one.findtext(f"{S}formula1")
            for one in root.iter(f"{S}dataValidation")
            if one.get("type") == "list"
        ]
        for sheet, root in named.items()
    }
    assert '"高,中,低"' in lists["问题"]
    assert '"越高越好,越低越好,中性"' in lists["指标"]
    assert lists["请求"] == ["'规划'!$A$2:$A$500", '"预算,人力,投入"']
    assert "'指标'!$A$2:$A$500" in lists["成果"]


def test_excel_keeps_its_hands_off_what_is_no_plain_figure() -> None:
    """A date, 2025Q3 or 1:4.5 that is typed into a cell formatted as text stays as it is typed."""
    root = sheets(workbook(tables_of(node("memo starter"))))["指标"]
    headers, *rows = [
        {cell.attrib["r"].rstrip("0123456789"): cell for cell in row} for row in root.iter(f"{S}row")
    ]
    (ratio,) = (cell for row in rows for cell in row.values() if "".join(cell.itertext()) == "X:X")
    (figure,) = (letter for letter, cell in headers.items() if "".join(cell.itertext()) == "本期")
    assert ratio.get("s") == "1"
    assert rows[0][figure].get("s") == "0"
    assert rows[0]["A"].get("s") == "1"
