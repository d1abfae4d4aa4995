"""Files that are no workbooks, broken ones and bombs: one clear message each, soon, in little memory."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.readers.excel import read_workbook
from workbook_making import MAIN, OFFICE, XML, archive, number, row, sheet, text, texts, workbook

GOOD = workbook({"指标": sheet(texts(1, "指标", "本期"), row(2, text("A2", "营收"), number("B2", "86420")))})
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(content: bytes, found: Diagnostics) -> tuple[str, str]:
    """The code and the help of the only finding, all rows asked for."""
    for grid in read_workbook(Source("a.xlsx", content), found) or ():
        list(grid.rows)
    (finding,) = found
    assert finding.message(Language.EN)
    assert finding.help(Language.EN)
    return finding.code, finding.help(Language.ZH)


def replaced(part: str, content: bytes | None) -> bytes:
    """A good workbook with one part replaced or taken out."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        parts: dict[str, str | bytes] = {name: file.read(name) for name in file.namelist()}
    del parts[part]
    return archive(parts if content is None else {**parts, part: content})


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (OLD + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLD + "Workbook".encode("utf-16-le"), "Excel 97"),
        (OLD + "WordDocument".encode("utf-16-le"), "旧格式"),
        (archive({"word/document.xml": "<w/>"}), "Word"),
        (archive({"ppt/presentation.xml": "<p/>"}), "演示文稿"),
        (archive({"xl/workbook.bin": b""}), ".xlsb"),
        (
            archive({"content.xml": "<o/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            ".ods",
        ),
        (archive({"Index/Document.iwa": b""}), "Numbers"),
        (archive({"指标.csv": "指标,本期"}), "压缩包"),
        ("指标,本期\n营收,86420\n".encode("gb18030"), ".csv"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
        (b"", "空的"),
        (GOOD[:900], "不完整"),
        (GOOD[:-10], "不完整"),
    ],
)
def test_what_is_no_workbook_is_named_with_the_way_out(content: bytes, word: str, found: Diagnostics) -> None:
    code, help_text = refused(content, found)
    assert code == "not-a-workbook"
    assert word in help_text


def test_a_part_with_a_password_of_its_own_is_no_workbook(found: Diagnostics) -> None:
    content = bytearray(GOOD)
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    code, help_text = refused(bytes(content), found)
    assert (code, "密码" in help_text) == ("not-a-workbook", True)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))
    + f']><worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>&j;</v></c></row></sheetData></worksheet>'
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>&x;</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize("content", [BOMB, OUTSIDE])
@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "_rels/.rels"]
)  # fmt: skip
def test_document_types_are_refused_in_every_part(part: str, content: str, found: Diagnostics) -> None:
    code, help_text = refused(replaced(part, content.encode()), found)
    assert code == "broken-workbook"
    assert "文档类型" in help_text


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl/worksheets/sheet1.xml", None),
        ("xl/worksheets/sheet1.xml", b""),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>"),
        ("xl/worksheets/sheet1.xml", b"\x00\x01\x02"),
        ("xl/workbook.xml", None),
        ("xl/workbook.xml", b"{}"),
        ("xl/_rels/workbook.xml.rels", None),
        ("xl/styles.xml", b"<styleSheet"),
        ("xl/sharedStrings.xml", b"<sst><si></sst>"),
    ],
)
def test_a_part_that_is_missing_or_broken_is_named(
    part: str, content: bytes | None, found: Diagnostics
) -> None:
    code, _ = refused(replaced(part, content), found)
    assert code == "broken-workbook"


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1" t="s"><v>5</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>甲</v></c></row>',
        '<row r="1"><c r="A1"><v>1,234</v></c></row>',
        '<row r="1"><c r="A1"><v>NaN</v></c></row>',
        '<row r="1"><c r="A1"><v>1E+999999999</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>昨天</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="0"/>',
        '<row r="1048577"/>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
        '<row r="1"><c r="É1"><v>1</v></c></row>',
    ],
)  # fmt: skip
def test_cells_that_contradict_the_file_make_it_a_broken_one(cells: str, found: Diagnostics) -> None:
    code, _ = refused(workbook({"指标": sheet(cells)}), found)
    assert code == "broken-workbook"


@pytest.mark.parametrize("area", ["", "A", "A1:B", "1:2", "ZZZZ1:A1"])
def test_merged_areas_that_name_no_cells_make_it_a_broken_one(area: str, found: Diagnostics) -> None:
    content = workbook({"指标": sheet(after=f'<mergeCells><mergeCell ref="{area}"/></mergeCells>')})
    assert refused(content, found)[0] == "broken-workbook"


def test_a_cell_at_the_far_end_is_named(found: Diagnostics) -> None:
    far = row(1048576, text("XFD1048576", "误按"))
    for grid in (
        read_workbook(Source("a.xlsx", workbook({"指标": sheet(texts(1, "指标"), far)})), found) or ()
    ):
        list(grid.rows)
    (finding,) = found
    assert (finding.code, finding.primary.span.cell) == ("oversized-workbook", "指标!XFD1048576")
    assert "清除" in finding.help(Language.ZH)


@pytest.mark.parametrize("dimension", ["A1:XFD1048576", "A1", "B9:A1", ""])
def test_what_a_sheet_says_of_its_size_is_not_believed(dimension: str, found: Diagnostics) -> None:
    content = workbook({"指标": sheet(texts(1, "指标", "本期"), before=f'<dimension ref="{dimension}"/>')})
    (grid,) = read_workbook(Source("a.xlsx", content), found) or ()
    assert [[cell.text for cell in line] for line in grid.rows] == [["指标", "本期"]]
    assert not list(found)


def test_an_archive_of_countless_parts_is_refused(found: Diagnostics) -> None:
    content = archive({f"p{at}": b"" for at in range(6000)})
    assert refused(content, found)[0] == "oversized-workbook"


def test_random_bytes_in_a_workbook_never_end_in_an_exception() -> None:
    import random

    chance = random.Random(3)
    for _ in range(300):
        content = bytearray(GOOD)
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        found = Diagnostics()
        grids = read_workbook(Source("a.xlsx", bytes(content)), found)
        for grid in grids or ():
            list(grid.rows)
        assert grids is not None or len(found) == 1


LIMITED = """
import resource, signal, sys
signal.alarm(60)
resource.setrlimit(resource.RLIMIT_DATA, (2**30, 2**30))
from opsreport.diagnostics import Diagnostics, Source
from opsreport.readers.excel import read_workbook
found = Diagnostics()
rows = 0
for grid in read_workbook(Source("a.xlsx", open(sys.argv[1], "rb").read()), found) or ():
    for line in grid.rows:
        rows += 1
print(rows, *(f"{finding.code}:{finding.help_key}" for finding in found))
"""


def limited(content: bytes, folder: Path) -> str:
    """What a process says that has ten seconds and a gigabyte to read a workbook."""
    path = folder / "bomb.xlsx"
    path.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_two_hundred_megabytes_in_a_small_file_are_refused(tmp_path: Path) -> None:
    start = f'{XML}<worksheet xmlns="{MAIN}"><sheetData><row r="1">'.encode()
    content = replaced("xl/worksheets/sheet1.xml", start + b'<c s="1"/>' * 20_000_000)
    assert len(content) < 2**20
    assert limited(content, tmp_path) == "0 oversized-workbook:unpacked"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('<row r="{}" s="1" customFormat="1"/>', "0"),
        ('<row r="{}"><c s="1"/><c s="1"/></row>', "0 oversized-workbook:cells"),
        ("<row><c/><c/><c/><c/></row>", "0 oversized-workbook:cells"),
    ],
)
def test_a_million_blank_rows_with_formats_are_passed_over_or_refused(
    rows: str, said: str, tmp_path: Path
) -> None:
    content = workbook({"指标": sheet(*(rows.format(at) for at in range(1, 1_048_577)))})
    assert limited(content, tmp_path) == said


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_read_in_seconds_and_flat_memory(tmp_path: Path) -> None:
    lines = (row(at, text(f"A{at}", f"指标{at}"), number(f"B{at}", f"{at}.5")) for at in range(1, 100_001))
    assert limited(workbook({"指标": sheet(*lines)}), tmp_path) == "100000"


@pytest.mark.slow
def test_texts_without_end_are_refused(tmp_path: Path) -> None:
    shared = f'{XML}<sst xmlns="{MAIN}">{"<si><t>甲</t></si>" * 1_100_000}</sst>'
    content = workbook({"指标": sheet()}, more={"xl/sharedStrings.xml": shared})
    assert limited(content, tmp_path) == "0 oversized-workbook:texts"


def test_merged_areas_without_end_end(tmp_path: Path) -> None:
    areas = "".join(f'<mergeCell ref="A{at}:XFD1048576"/>' for at in range(1, 100_001))
    content = workbook({"指标": sheet(texts(1, "指标"), after=f"<mergeCells>{areas}</mergeCells>")})
    assert limited(content, tmp_path) == "1"


def test_links_out_of_the_workbook_are_never_followed(found: Diagnostics) -> None:
    relations = (
        f'<Relationship Id="x" Type="{OFFICE}/worksheet" Target="file:///etc/passwd" TargetMode="External"/>'
    )
    listed = f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="指标" r:id="x"/></sheets></workbook>'
    content = workbook({"指标": sheet()}, relations=relations, more={"xl/workbook.xml": listed})
    assert refused(content, found)[0] == "broken-workbook"


SIGNS = ["0", "#", ".", ",", "%", '"万"', '"', "\\", "!", "_", "*", "[", "]", "[>=100]", "[h]", "y", "m", "d", "h", "s", "General", "E+", "@", "/", ";", "-", "(", "¥", "亿"]  # fmt: skip
STORED = ["0", "-1", "0.5", "1E+300", "-1E-300", "2958465.9999999999", "60", "45717.5", "1234567", "1_000", "１", "Infinity", "1E+9999999"]  # fmt: skip


@settings(deadline=None)
@given(some.lists(some.sampled_from(SIGNS), max_size=10).map("".join), some.sampled_from(STORED))
def test_any_format_of_any_number_is_read_or_reported(code: str, stored: str) -> None:
    found = Diagnostics()
    content = workbook({"指标": sheet(row(1, number("A1", stored, 1)))}, formats=[code])
    (grid,) = read_workbook(Source("a.xlsx", content), found) or ()
    reported = {"shown-otherwise", "broken-workbook", "mangled-value"}
    assert list(grid.rows) or {finding.code for finding in found} <= reported


@settings(deadline=None)
@given(some.text(alphabet='<>/="crvst AB12é-', max_size=60))
def test_any_sheet_is_read_or_reported(cells: str) -> None:
    found = Diagnostics()
    for grid in read_workbook(Source("a.xlsx", workbook({"指标": sheet(cells)})), found) or ():
        list(grid.rows)
    assert {finding.code for finding in found} <= {"broken-workbook"}


@pytest.mark.parametrize("written", ["9" * 1_000_001, "0." + "0" * 1_000_001 + "1", "1e999", "-" + "9" * 400])
def test_a_number_that_excel_cannot_hold_is_told_at_its_cell(written: str, found: Diagnostics) -> None:
    content = workbook({"指标": sheet(row(1, text("A1", "指标"), number("B1", written)))})
    assert refused(content, found)[0] == "broken-workbook"
