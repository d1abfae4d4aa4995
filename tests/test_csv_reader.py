"""CSV files as people save them: whatever the encoding and the separator, each cell is read as it stands."""

import pytest

from opsreport.diagnostics import Diagnostics, Scalar, Source
from opsreport.readers.csv import read_csv
from opsreport.readers.grid import Row

TABLE = "编号,指标,本期\nm1,总营业收入,86420\n"


def rows(content: str | bytes, found: Diagnostics) -> list[Row]:
    given = content.encode() if isinstance(content, str) else content
    grid = read_csv(Source("数据/指标.csv", given), found)
    return list(grid.rows) if grid else []


def texts(content: str | bytes, found: Diagnostics) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows(content, found)]


def findings(found: Diagnostics) -> list[tuple[str, str]]:
    return [(one.code, one.help_key) for one in found]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "gb18030"],
    ids=["UTF-8", "with its mark", "UTF-16", "GB18030"],
)
def test_a_table_reads_the_same_in_every_usual_encoding(encoding: str, found: Diagnostics) -> None:
    assert texts(TABLE.encode(encoding), found) == [["编号", "指标", "本期"], ["m1", "总营业收入", "86420"]]
    assert [code for code, _ in findings(found)] == ["foreign-encoding"] * (encoding == "gb18030")


def test_utf_16_is_known_by_its_mark_in_either_order_of_bytes(found: Diagnostics) -> None:
    assert texts(b"\xfe\xff" + TABLE.encode("utf-16-be"), found)[1][1] == "总营业收入"
    assert not list(found)


def test_rare_characters_of_gb18030_are_read(found: Diagnostics) -> None:
    assert texts("名称\n䶮\n𠮷野家\n".encode("gb18030"), found)[1:] == [["䶮"], ["𠮷野家"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found_out(separator: str, found: Diagnostics) -> None:
    assert texts(TABLE.replace(",", separator), found)[1] == ["m1", "总营业收入", "86420"]


def test_a_separator_in_the_texts_is_not_taken_for_the_tables_own(found: Diagnostics) -> None:
    table = "编号,关联指标\nq1,a;b;c;d\nq2,e;f;g;h\nq3,i\n"
    assert texts(table, found)[1] == ["q1", "a;b;c;d"]


def test_the_line_that_tells_excel_the_separator_is_no_row(found: Diagnostics) -> None:
    table = rows("sep=;\n编号;本期\nm1;1,5\n", found)
    assert [cell.text for cell in table[1]] == ["m1", "1,5"]
    assert table[0][0].span.line == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["Linux", "Windows", "old Mac"])
def test_a_row_after_a_cell_of_several_lines_knows_its_own_line(ending: str, found: Diagnostics) -> None:
    table = f'编号,说明,本期{ending}m1,"第一行{ending}第二行",1{ending}m2,丙,2{ending}'
    second, third = rows(table, found)[1:]
    assert second[1].text == "第一行\n第二行"
    assert (second[2].span.line, second[2].span.column) == (3, 6)
    assert (third[0].span.line, third[2].span.column) == (4, 6)


def test_every_character_of_a_quoted_cell_knows_its_place(found: Diagnostics) -> None:
    cell = rows('甲,"他说""好"",\n然后走了"\n', found)[0][1]
    assert cell.text == '他说"好",\n然后走了'
    assert cell.locate(3, 4).column == 8, "the second quote was written as two"
    start = cell.text.index("然后")
    assert (cell.locate(start, start + 2).line, cell.locate(start, start + 2).column) == (2, 1)


def test_columns_count_characters_not_bytes(found: Diagnostics) -> None:
    assert [cell.span.column for cell in rows("编号,指标名称,本期\n", found)[0]] == [1, 4, 9]


@pytest.mark.parametrize(
    "text", ["007", "NA", "null", "~", "TRUE", "1E5", "12.50", "3:1", "=1+1", "110101199003071234"]
)
def test_a_cell_is_its_text_and_nothing_is_guessed(text: str, found: Diagnostics) -> None:
    cell = rows(f"编号,值\nm1,{text}\n", found)[1][1]
    assert (cell.text, cell.is_absent) == (text, False)


def test_a_cell_of_blanks_is_an_absent_one(found: Diagnostics) -> None:
    assert all(cell.is_absent for cell in rows('m1, ,"　",\n', found)[0][1:])


def test_a_soft_return_of_word_breaks_the_line_and_unseen_marks_go(found: Diagnostics) -> None:
    cell = rows("甲,上线\x0b新品\u200b类\ufeff\n", found)[0][1]
    assert cell.text == "上线\n新品类"
    assert [(one.code, dict(one.details)) for one in found] == [("invisible-character", {"count": "2"})]
    assert found.sorted()[0].primary.span.column == 8


def test_a_control_character_is_named_with_its_place(found: Diagnostics) -> None:
    rows("编号,说明\nm1,甲\x07乙\x00\n", found)
    assert [(one.code, one.primary.span.line, one.primary.span.column) for one in found] == [
        ("control-character", 2, 5),
        ("control-character", 2, 7),
    ]


@pytest.mark.parametrize(
    ("table", "key", "place"),
    [
        ('编号,说明\nm1,"甲\nm2,乙\n', "unclosed", (2, 4)),
        ('编号,说明\nm1,甲\nm2,"乙"丙\n', "after-quote", (3, 4)),
        ('编号,说明\nm1,"' + "甲" * 140_000 + "\n", "too-long", (2, 4)),
        ("编号,说明,本期\nm1,甲,1\nm2," + "甲" * 140_000 + ",2\n", "too-long", (3, 4)),
        ('编号,说明,本期\nm1,甲,1\nm2,"' + "甲" * 140_000 + '",2\n', "too-long", (3, 4)),
    ],
    ids=[
        "a quote that is never closed",
        "words behind a quote",
        "a cell as long as a file",
        "a cell without quotes",
        "a cell in quotes",
    ],
)
def test_a_faulty_quote_is_shown_where_its_cell_begins(
    table: str, key: str, place: tuple[int, int], found: Diagnostics
) -> None:
    rows(table, found)
    (finding,) = found
    assert (finding.code, finding.help_key) == ("csv-syntax", key)
    assert (finding.primary.span.line, finding.primary.span.column) == place


def test_a_cell_of_several_lines_with_a_quote_in_its_first_knows_all_its_places(found: Diagnostics) -> None:
    cell = rows('甲,"他说""好\n然后走了"\n', found)[0][1]
    start = cell.text.index("然后")
    assert (cell.locate(start, start + 2).line, cell.locate(start, start + 2).column) == (2, 1)


@pytest.mark.parametrize(
    ("content", "code", "key"),
    [
        (b"PK\x03\x04rest of a workbook", "not-a-table", "workbook"),
        (b"\xd0\xcf\x11\xe0rest of an old workbook", "not-a-table", "workbook"),
        (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table>", "not-a-table", "html"),
        (b"<?xml version='1.0'?><Workbook/>", "not-a-table", "html"),
        (TABLE.encode("utf-16-le"), "unknown-encoding", ""),
        (TABLE.encode("utf-32"), "unknown-encoding", ""),
        (TABLE.encode("utf-32-be"), "unknown-encoding", ""),
        (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\r" * 50, "unknown-encoding", ""),
    ],
    ids=[
        "Excel",
        "old Excel",
        "a web page",
        "XML",
        "UTF-16 without its mark",
        "UTF-32",
        "UTF-32 without its mark",
        "a picture",
    ],
)
def test_a_file_that_is_no_csv_is_refused_with_one_message(
    content: bytes, code: str, key: str, found: Diagnostics
) -> None:
    assert rows(content, found) == []
    assert findings(found) == [(code, key)]


def test_a_file_too_large_is_refused(found: Diagnostics) -> None:
    assert rows(b"a,b\n" * (6 * 2**20), found) == []
    assert findings(found) == [("file-too-large", "")]


def test_a_plain_row_and_a_quoted_one_give_equal_cells(found: Diagnostics) -> None:
    plain, quoted = rows('m1,甲,5\n"m1","甲","5"\n', found)
    assert [cell.text for cell in plain] == [cell.text for cell in quoted]
    assert all(isinstance(cell, Scalar) and not cell.plain for cell in (*plain, *quoted))


def test_a_line_of_separators_is_refused(found: Diagnostics) -> None:
    assert rows("," * 2_000_000 + "\n", found) == []
    assert findings(found) == [("too-many-columns", "")]
