"""The sheets of a workbook as people see them: hidden parts, merged cells, things beside the cells."""

from typing import Any

import pytest

from opsreport.diagnostics import Diagnostics, Language, Severity, Source
from opsreport.readers.excel import read_workbook
from workbook_making import MAIN, OFFICE, PACKAGE, XML, number, row, sheet, text, texts, workbook

HEADER = texts(1, "分组", "指标", "本期", "单位")


def tables(content: bytes, found: Diagnostics) -> dict[str, list[list[str]]]:
    """The texts of each sheet, row by row."""
    grids = read_workbook(Source("a.xlsx", content), found) or ()
    return {grid.name: [[cell.text for cell in line] for line in grid.rows] for grid in grids}


def rows(content: bytes, found: Diagnostics) -> list[list[str]]:
    """The rows of the first sheet."""
    return next(iter(tables(content, found).values()))


def told(found: Diagnostics) -> list[str]:
    return [f"{finding.code} {finding.message(Language.ZH)}" for finding in found]


def merged(*areas: str) -> str:
    listed = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f"<mergeCells>{listed}</mergeCells>"


def test_sheets_keep_their_names_and_their_order(found: Diagnostics) -> None:
    content = workbook({"报告": sheet(texts(1, "项", "值")), "指标": sheet(HEADER), "series": sheet()})
    assert tables(content, found) == {
        "报告": [["项", "值"]],
        "指标": [["分组", "指标", "本期", "单位"]],
        "series": [],
    }
    assert not told(found)


def test_blank_rows_are_left_out_and_places_stay_right(found: Diagnostics) -> None:
    content = workbook(
        {"指标": sheet(texts(1, "一季度运营指标"), row(2), row(5, text("B5", " ")), texts(9, "指标", "本期"))}
    )
    (grid,) = read_workbook(Source("a.xlsx", content), found) or ()
    lines = list(grid.rows)
    assert [line[0].span.cell for line in lines if line[0].text] == ["指标!A1", "指标!A9"]
    assert lines[-1][1].text == "本期"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_left_out_and_named(state: str, found: Diagnostics) -> None:
    content = workbook(
        {"指标": sheet(HEADER), "草稿": sheet(texts(1, "指标", "本期"))}, states={"草稿": state}
    )
    assert list(tables(content, found)) == ["指标"]
    assert told(found) == ["skipped-sheet 工作表“草稿”没有读"]


def test_hidden_rows_are_left_out_counted_and_named(found: Diagnostics) -> None:
    content = workbook(
        {
            "指标": sheet(
                HEADER,
                texts(2, "营收", "总营业收入", "86420"),
                row(3, text("B3", "净利润"), hidden="1"),
                row(4, hidden="1"),
                row(5, text("B5", "毛利润"), ht="0", customHeight="1"),
            )
        }
    )
    assert [line[1] for line in rows(content, found)] == ["指标", "总营业收入"]
    (finding,) = found
    assert (finding.code, finding.severity) == ("hidden-cells", Severity.INFO)
    assert "2 行（3、5）" in finding.message(Language.ZH)


def test_rows_hidden_by_a_filter_are_a_warning_since_it_may_have_been_forgotten(found: Diagnostics) -> None:
    after = '<autoFilter ref="A1:D3"><filterColumn colId="0"><filters><filter val="营收"/></filters></filterColumn></autoFilter>'
    content = workbook({"指标": sheet(HEADER, row(3, text("B3", "净利润"), hidden="1"), after=after)})
    assert len(rows(content, found)) == 1
    (finding,) = found
    assert finding.severity is Severity.WARNING
    assert "筛选" in finding.help(Language.ZH)


def test_hidden_columns_are_left_out_and_named_where_they_hold_anything(found: Diagnostics) -> None:
    before = '<cols><col min="2" max="2" hidden="1" width="9"/><col min="5" max="16384" hidden="1"/></cols>'
    content = workbook(
        {"指标": sheet(texts(1, "指标", "备用", "本期"), texts(2, "营收", "1", "2"), before=before)}
    )
    assert rows(content, found) == [["指标", "本期"], ["营收", "2"]]
    assert told(found) == ["hidden-cells 工作表“指标”里看不见的 1 列（B）没有读"]


def test_a_fault_in_a_hidden_cell_troubles_nobody(found: Diagnostics) -> None:
    fault = '<c r="C3" t="e"><v>#N/A</v></c>'
    content = workbook({"指标": sheet(HEADER, row(3, fault, hidden="1"))})
    rows(content, found)
    assert [finding.code for finding in found] == ["hidden-cells"]


def test_a_merged_group_is_filled_down_and_only_as_far_as_it_is_merged(found: Diagnostics) -> None:
    content = workbook(
        {
            "指标": sheet(
                HEADER,
                texts(2, "营收与利润", "总营业收入", "86420"),
                texts(3, "", "毛利润", "27136"),
                texts(4, "", "净利润", "5880"),
                texts(5, "", "现金", "1"),
                after=merged("A2:A4"),
            )
        }
    )
    assert [line[0] for line in rows(content, found)] == [
        "分组",
        "营收与利润",
        "营收与利润",
        "营收与利润",
        "",
    ]
    assert not told(found)


def test_a_filled_cell_knows_its_own_place(found: Diagnostics) -> None:
    content = workbook(
        {"指标": sheet(HEADER, texts(2, "营收", "甲"), texts(3, "", "乙"), after=merged("A2:A3"))}
    )
    (grid,) = read_workbook(Source("a.xlsx", content), found) or ()
    assert list(grid.rows)[2][0].span.cell == "指标!A3"


def test_a_group_whose_first_row_is_hidden_still_holds_for_the_rows_below(found: Diagnostics) -> None:
    hidden = row(2, text("A2", "营收"), text("B2", "甲"), hidden="1")
    content = workbook({"指标": sheet(HEADER, hidden, texts(3, "", "乙"), after=merged("A2:A3"))})
    assert rows(content, found)[1] == ["营收", "乙"]


def test_a_metric_merged_over_its_months_is_filled_down_in_the_series(found: Diagnostics) -> None:
    lines = (texts(1, "指标", "期间", "本期"), texts(2, "月活", "2025-01", "1"), texts(3, "", "2025-02", "2"))
    content = workbook({"序列": sheet(*lines, after=merged("A2:A3"))})
    assert [line[0] for line in rows(content, found)] == ["指标", "月活", "月活"]
    content = workbook({"指标": sheet(*lines, after=merged("A2:A3"))})
    assert [line[0] for line in rows(content, found)] == ["指标", "月活", ""]


def test_a_figure_merged_over_rows_counts_once_and_is_reported(found: Diagnostics) -> None:
    content = workbook(
        {
            "指标": sheet(
                texts(1, "指标", "目标"),
                row(2, text("A2", "甲"), number("B2", "100")),
                texts(3, "乙"),
                after=merged("B2:B3"),
            )
        }
    )
    assert rows(content, found) == [["指标", "目标"], ["甲", "100"], ["乙"]]
    (finding,) = found
    assert (finding.code, finding.severity) == ("merged-cells", Severity.WARNING)
    assert "B2:B3" in finding.message(Language.ZH)


def test_a_value_under_a_merged_cell_is_seen_by_nobody_and_never_used(found: Diagnostics) -> None:
    lines = (
        texts(2, "营收", "总营业收入", "12", "万元"),
        row(3, text("A3", "成本"), text("B3", "成本"), number("C3", "99"), '<c r="D3" t="e"><v>#N/A</v></c>'),
        texts(4, "费用", "费用", "7", "万元"),
    )
    content = workbook({"指标": sheet(HEADER, *lines, after=merged("A2:A3", "C2:D3"))})
    assert rows(content, found)[1:] == [
        ["营收", "总营业收入", "12"],
        ["营收", "成本"],
        ["费用", "费用", "7", "万元"],
    ]
    covered = [line for line in told(found) if line.startswith("covered-cells")]
    assert covered == ["covered-cells 合并单元格下面还压着别的值，没有读：4 格（D2、A3、C3、D3）"]


def test_a_value_under_a_merged_cell_that_says_the_same_is_not_worth_a_word(found: Diagnostics) -> None:
    lines = texts(2, "营收", "甲"), texts(3, "营收", "乙")
    content = workbook({"指标": sheet(HEADER, *lines, after=merged("A2:A3"))})
    assert rows(content, found)[1:] == [["营收", "甲"], ["营收", "乙"]]
    assert not told(found)


def test_what_a_hidden_row_says_in_a_merged_cell_covers_the_rows_that_are_seen(found: Diagnostics) -> None:
    hidden = row(2, text("A2", "营收"), text("B2", "甲"), number("C2", "1"), hidden="1")
    lines = hidden, row(3, text("B3", "乙"), number("C3", "2"))
    content = workbook({"指标": sheet(HEADER, *lines, after=merged("C2:C3"))})
    assert rows(content, found)[1:] == [["", "乙"]]
    assert "covered-cells" in {finding.code for finding in found}


def test_a_merged_title_and_a_header_over_two_rows_say_nothing(found: Diagnostics) -> None:
    content = workbook(
        {
            "指标": sheet(
                texts(1, "2025年度运营指标"),
                texts(2, "指标", "2025年", "", "单位"),
                texts(3, "", "本期", "目标"),
                texts(4, "营收", "86420", "82000", "万元"),
                texts(5, "注：未经审计"),
                after=merged("A1:D1", "A2:A3", "B2:C2", "D2:D3", "A5:D5"),
            )
        }
    )
    assert rows(content, found)[:2] == [["2025年度运营指标"], ["指标", "本期", "目标", "单位"]]
    assert not told(found)


@pytest.mark.parametrize(
    ("header", "unit", "said"),
    [
        (("指标", "本期", "单位"), "万元", "86420"),
        (("指标", "本期（万元）"), "", "86420"),
        (("指标", "本期", "单位"), "", "¥86420"),
    ],
)
def test_the_currency_of_a_format_gives_way_to_the_unit_that_is_written(
    header: tuple[str, ...], unit: str, said: str, found: Diagnostics
) -> None:
    figures = row(2, text("A2", "营收"), number("B2", "86420", 1), *([text("C2", unit)] if unit else []))
    content = workbook({"指标": sheet(texts(1, *header), figures)}, formats=["¥#,##0"])
    assert rows(content, found)[1][1] == said


MOMENTS = ["h:mm", "yyyy/m/d", 'm"月"d"日"']


@pytest.mark.parametrize(
    ("kind", "cell", "word"),
    [
        ("比", number("C2", "4.4444444444444446E-2", 1), "1:4"),
        ("", number("C2", "4.4444444444444446E-2", 1), "1:4"),
        ("数量", number("C2", "45752", 2), "4/5"),
        ("数量", '<c r="C2" t="b"><v>1</v></c>', "逻辑值"),
    ],
)
def test_what_excel_made_of_a_ratio_while_it_was_typed_is_no_figure(
    kind: str, cell: str, word: str, found: Diagnostics
) -> None:
    figures = row(2, text("A2", "投入产出比"), text("B2", kind), cell)
    assert rows(workbook({"指标": sheet(texts(1, "指标", "类型", "本期"), figures)}, formats=MOMENTS), found)
    (finding,) = found
    assert (finding.code, finding.primary.span.cell) == ("mangled-value", "指标!C2")
    assert word in finding.help(Language.ZH)


@pytest.mark.parametrize(("kind", "unit"), [("时长", ""), ("", "分钟"), ("", "小时")])
def test_a_time_is_a_figure_where_a_duration_is_due(kind: str, unit: str, found: Diagnostics) -> None:
    figures = row(2, text("A2", "响应时间"), text("B2", kind), number("C2", "9.375E-2", 1), text("D2", unit))
    header = texts(1, "指标", "类型", "本期", "单位")
    assert rows(workbook({"指标": sheet(header, figures)}, formats=MOMENTS), found)[1][2] == "02:15:00"
    assert not told(found)


def test_a_row_with_nothing_but_a_mangled_cell_is_left_out(found: Diagnostics) -> None:
    header = texts(1, "指标", "本期")
    assert (
        len(
            rows(
                workbook({"指标": sheet(header, row(2, number("B2", "45717", 1)))}, formats=["yyyy/m/d"]),
                found,
            )
        )
        == 1
    )
    assert [finding.code for finding in found] == ["mangled-value"]


def test_a_name_that_excel_turned_into_a_date_is_reported(found: Diagnostics) -> None:
    content = workbook(
        {"指标": sheet(texts(1, "指标", "本期"), row(2, number("A2", "45717", 3), text("B2", "5")))},
        formats=MOMENTS,
    )
    rows(content, found)
    (finding,) = found
    assert (finding.code, "3-1" in finding.help(Language.ZH)) == ("mangled-value", True)


def test_hidden_and_chart_sheets_are_no_tables(found: Diagnostics) -> None:
    relations = f'<Relationship Id="c" Type="{OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/>'
    content = workbook(
        {"指标": sheet(HEADER)},
        relations=relations,
        properties="",
        more={
            "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="指标" sheetId="1" r:id="rId1"/><sheet name="走势" sheetId="2" r:id="c"/></sheets></workbook>',
            "xl/chartsheets/sheet1.xml": f'{XML}<chartsheet xmlns="{MAIN}"/>',
        },
    )
    assert list(tables(content, found)) == ["指标"]
    (finding,) = found
    assert finding.code == "skipped-sheet"
    assert "图表页" in finding.help(Language.ZH)


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


@pytest.mark.parametrize(
    ("kind", "drawn", "beside", "said"),
    [
        ("comments", "", "", "批注"),
        ("pivotTable", "", "", "数据透视表"),
        ("drawing", "", "image", "图片"),
        ("drawing", "", "chart", "图表"),
        ("drawing", "<xdr:sp/>", "", "文本框"),
        ("table", "", "", ""),
        ("printerSettings", "", "", ""),
    ],
)
def test_what_hangs_on_a_sheet_is_named(
    kind: str, drawn: str, beside: str, said: str, found: Diagnostics
) -> None:
    def leads(kind: str, target: str) -> str:
        return f'{XML}<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'

    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": leads(kind, "../drawings/drawing1.xml"),
        "xl/drawings/drawing1.xml": f'{XML}<xdr:wsDr xmlns:xdr="{DRAWING}">{drawn}</xdr:wsDr>',
    }
    if beside:
        more["xl/drawings/_rels/drawing1.xml.rels"] = leads(beside, "../media/image1.png")
    rows(workbook({"指标": sheet(HEADER)}, more=more), found)
    assert told(found) == ([f"unread-content 这里有不读入的内容：{_whole(said)}"] if said else [])


def _whole(said: str) -> str:
    return {"数据透视表": "数据透视表（只读单元格里的结果）"}.get(said, said)


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        (f'<Relationship Id="v" Type="{OFFICE}/vbaProject" Target="vbaProject.bin"/>', "宏"),
        (f'<Relationship Id="v" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>', "引用"),
    ],
)  # fmt: skip
def test_macros_and_links_are_named_and_left_alone(relation: str, said: str, found: Diagnostics) -> None:
    assert rows(workbook({"指标": sheet(HEADER)}, relations=relation), found)
    (line,) = told(found)
    assert said in line


def test_a_workbook_of_the_strict_standard_reads_the_same(found: Diagnostics) -> None:
    def content(**more: Any) -> bytes:
        return workbook(
            {"指标": sheet(HEADER, texts(2, "营收", "甲"), texts(3, "", "乙"), after=merged("A2:A3"))}, **more
        )

    assert tables(content(strict=True), found) == tables(content(), found)
    assert not told(found)


def test_what_other_programs_add_to_a_sheet_is_not_taken_for_cells(found: Diagnostics) -> None:
    after = (
        '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/'
        'spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:row r="1"><x14:c r="A1"><x14:v>9</x14:v></x14:c>'
        "</x14:row></x14:conditionalFormattings></ext></extLst>"
    )
    assert rows(workbook({"指标": sheet(HEADER, after=after)}), found) == [["分组", "指标", "本期", "单位"]]


def test_looks_that_nobody_knows_are_no_reason_to_refuse_a_workbook(found: Diagnostics) -> None:
    styles = (
        f'{XML}<styleSheet xmlns="{MAIN}" xmlns:w="http://wps.cn"><fills w:a="1"><fill><patternFill patternType="wps"/></fill>'
        '</fills><cellXfs><xf numFmtId="0"/><xf numFmtId="10" w:b="2"/></cellXfs></styleSheet>'
    )
    content = workbook({"指标": sheet(row(1, number("A1", "0.236", 1)))}, more={"xl/styles.xml": styles})
    assert rows(content, found) == [["23.60%"]]


def test_a_style_that_is_not_there_is_the_general_one(found: Diagnostics) -> None:
    assert rows(workbook({"指标": sheet(row(1, number("A1", "0.236", 99)))}), found) == [["0.236"]]


def test_part_names_differ_in_case_and_slashes_between_programs(found: Diagnostics) -> None:
    content = workbook({"指标": sheet(HEADER)}, more={})
    renamed = content.replace(b"xl/sharedStrings.xml", b"XL\\sharedstrings.XML").replace(
        b"xl/worksheets/sheet1.xml", b"xl\\Worksheets\\Sheet1.xml"
    )
    assert tables(renamed, found) == tables(content, found)


@pytest.mark.parametrize("nothing", ["0", "0.0", "0.00", " 0 ", "0E+00"])
def test_a_row_or_a_column_of_no_size_is_hidden_however_the_nought_is_written(
    nothing: str, found: Diagnostics
) -> None:
    before = f'<cols><col min="3" max="3" width="{nothing}" customWidth="1"/></cols>'
    lines = texts(2, "营收", "甲", "12"), row(3, text("B3", "乙"), ht=nothing), texts(4, "", "丙")
    content = workbook({"指标": sheet(HEADER, *lines, before=before)})
    assert [line[1] for line in rows(content, found)] == ["指标", "甲", "丙"]
    assert [finding.code for finding in found] == ["hidden-cells", "hidden-cells"]


def test_where_rows_are_hidden_unless_written_out_those_written_out_are_seen(found: Diagnostics) -> None:
    before = '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>'
    content = workbook(
        {"指标": sheet(HEADER, texts(2, "营收", "甲"), row(3, text("B3", "乙"), hidden="1"), before=before)}
    )
    assert [line[1] for line in rows(content, found)] == ["指标", "甲"]
    assert [finding.code for finding in found] == ["hidden-cells"]


@pytest.mark.parametrize(
    ("code", "unit", "said"),
    [
        ("[$¥-804]#,##0", "万元", "86420"),
        ("[$¥-804]#,##0", "元/人", "86420"),
        ("[$¥-804]#,##0", "万", "86420"),
        ("[$¥-804]#,##0", "日元", "¥86420"),
        ("¥#,##0", "万美元", "¥86420"),
        ("¥#,##0", "人", "¥86420"),
        ("[$¥-411]#,##0", "万日元", "86420"),
        ("[$¥-411]#,##0", "", "86420日元"),
        ("[$¥-411]#,##0", "元", "86420日元"),
    ],
)
def test_the_sign_of_a_currency_gives_way_to_a_unit_of_that_currency_only(
    code: str, unit: str, said: str, found: Diagnostics
) -> None:
    cells = text("B2", "甲"), number("C2", "86420", 1), *([text("D2", unit)] if unit else [])
    content = workbook({"指标": sheet(HEADER, row(2, *cells))}, formats=[code])
    assert rows(content, found)[1][2] == said


def test_a_budget_with_a_sign_of_yuan_is_in_the_unit_beside_it(found: Diagnostics) -> None:
    cells = text("A2", "共建"), number("B2", "48", 1), text("C2", "万元")
    plans = sheet(texts(1, "规划", "预算", "预算单位"), row(2, *cells))
    assert rows(workbook({"规划": plans}, formats=["¥#,##0"]), found)[1] == ["共建", "48", "万元"]


def test_a_day_without_a_format_is_counted_as_the_workbook_counts_its_days(found: Diagnostics) -> None:
    sheets = {
        "报告": sheet(texts(1, "项", "值"), row(2, text("A2", "成文日期"), number("B2", "44482"))),
        "序列": sheet(
            texts(1, "指标", "期间", "本期"),
            row(2, text("A2", "甲"), number("B2", "44377"), number("C2", "44377")),
        ),
    }
    mac = '<workbookPr date1904="1"/>'
    in_1904 = tables(workbook(sheets, properties=mac), found)
    assert (in_1904["报告"][1][1], in_1904["序列"][1]) == ("2025-10-14", ["甲", "2025-07-01", "44377"])
    in_1900 = tables(workbook(sheets), found)
    assert (in_1900["报告"][1][1], in_1900["序列"][1][1]) == ("44482", "44377")
