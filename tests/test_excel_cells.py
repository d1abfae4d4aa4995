"""What a cell of a workbook says: figures as their format shows them, dates, texts, faults."""

from typing import Any

import pytest

from opsreport.diagnostics import Diagnostics, Language, Scalar, Source
from opsreport.readers.excel import read_workbook
from workbook_making import number, row, sheet, text, workbook


def cells(written: str, found: Diagnostics, *formats: str, **more: Any) -> list[Scalar]:
    """The cells with anything in them of a sheet 指标 that has this in its seventh row."""
    content = workbook({"指标": sheet(row(7, written))}, formats=formats, **more)
    grids = read_workbook(Source("a.xlsx", content), found) or ()
    return [cell for grid in grids for line in grid.rows for cell in line if cell.text]


def read(written: str, found: Diagnostics, *formats: str, **more: Any) -> str:
    """The text of the only cell."""
    return "".join(cell.text for cell in cells(written, found, *formats, **more))


def codes(found: Diagnostics) -> list[str]:
    return [finding.code for finding in found]


@pytest.mark.parametrize(
    ("stored", "code", "said"),
    [
        ("0.236", "0.0%", "23.6%"),
        ("0.236", "0%", "23.6%"),
        ("0.236", "0.00%", "23.60%"),
        ("0.236", "_(* 0%_)", "23.6%"),
        ("0.236", "0.0 %", "23.6%"),
        ("0.28999999999999998", "0%", "29%"),
        ("0.57999999999999996", "0.0%", "58.0%"),
        ("1.1499999999999999", "0.0%", "115.0%"),
        ("-0.18", "0.0%", "-18.0%"),
        ("-0.5", "0%;[Red]-0%", "-50%"),
        ("4.2000000000000002E-4", "0.00%", "0.042%"),
        ("23.6", '0.0"%"', "23.6%"),
        ("23.6", "0.0\\%", "23.6%"),
        ("35", '0.0"％"', "35.0％"),
        ("0.42", '0.00"‰"', "0.42‰"),
        ("2.1", '0.0"个百分点"', "2.1个百分点"),
    ],
)
def test_a_percentage_is_what_the_cell_shows(stored: str, code: str, said: str, found: Diagnostics) -> None:
    assert read(number("C7", stored, 1), found, code) == said
    assert not codes(found)


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("0.30000000000000004", "0.3"),
        ("0.28999999999999998", "0.29"),
        ("86420", "86420"),
        ("1.38", "1.38"),
        ("-0", "0"),
        ("1E-3", "0.001"),
        ("3.2E+8", "320000000"),
        ("1.0000000000000001E-5", "0.00001"),
        ("2.6749999999999998", "2.675"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_a_plain_number_has_the_fifteen_digits_that_excel_shows(
    stored: str, said: str, found: Diagnostics
) -> None:
    assert read(number("C7", stored), found) == said
    assert not codes(found)


@pytest.mark.parametrize(
    ("stored", "code", "said"),
    [
        ("1234.5", "#,##0.00", "1234.50"),
        ("86420", "#,##0.0", "86420.0"),
        ("3", "0.0_ ", "3.0"),
        ("3", "#.##", "3"),
        ("0.25", "# ?/?", "0.25"),
        ("1500", "0.00E+00", "1500"),
        ("1234.5", '#,##0.00"万元"', "1234.50万元"),
        ("12", 'General"家"', "12家"),
        ("12", 'G/通用格式"人"', "12人"),
        ("12345678", '0!.0,"万"', "1234.5678万"),
        ("12340000", '0!.0,"万"', "1234.0万"),
        ("12345678", '0\\.0,"万元"', "1234.5678万元"),
        ("12345678", '0"."0000"万"', "1234.5678万"),
        ("12345678", '0!.0000"万"', "1234.5678万"),
        ("1234567", '#,##0,"千元"', "1234.567千元"),
        ("1234000000", '0.0,,"百万元"', "1234.0百万元"),
        ("1234567", '#,##0.0,,"M"', "1234567"),
        ("1234567", '#,##0,"K"', "1234567"),
        ("123456789", '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', "1.23456789亿"),
        ("12345", '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', "1.2345万"),
        ("99", '[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', "99"),
        ("86420", "¥#,##0", "¥86420"),
        ("86420", "[$¥-804]#,##0.00", "¥86420.00"),
        ("12", '"约"0', "约12"),
        ("20", '0"+"', "20+"),
        ("100", "[DBNum1]General", "100"),
        ("12", "@", "12"),
        ("5", "[Blue]0;[Red]0", "5"),
    ],
)
def test_a_format_gives_the_figure_its_unit_and_decimals(
    stored: str, code: str, said: str, found: Diagnostics
) -> None:
    assert read(number("C7", stored, 1), found, code) == said
    assert not codes(found)


@pytest.mark.parametrize(
    ("stored", "code", "said"),
    [
        ("-1234", "#,##0;(#,##0)", "-1234"),
        ("-1234", "#,##0;[Red]#,##0", "-1234"),
        ("-5", "0.00_);[Red]\\(0.00\\)", "-5.00"),
        ("-5", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-5.00"),
        ("-5", "¥#,##0;¥-#,##0", "-¥5"),
        ("-5", "0;△0", "-5"),
        ("-0.021", "[Red]▲0.0%;[Green]▼0.0%", "-2.1%"),
        ("0.021", "[Red]▲0.0%;[Green]▼0.0%", "2.1%"),
        ("0.021", "+0.0%;-0.0%;0.0%", "2.1%"),
        ("0", "+0.0%;-0.0%;0.0%", "0.0%"),
        ("-3", "[<0]-0.0;0.0", "-3.0"),
    ],
)  # fmt: skip
def test_a_negative_number_keeps_its_sign_however_it_is_shown(
    stored: str, code: str, said: str, found: Diagnostics
) -> None:
    assert read(number("C7", stored, 1), found, code) == said
    assert not codes(found)


def test_an_accountants_dash_for_nought_is_nought(found: Diagnostics) -> None:
    code = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
    assert read(number("C7", "0", 1), found, code) == "0"
    assert not codes(found)


@pytest.mark.parametrize(
    ("stored", "code", "word"),
    [
        ("12345678", '0.0,"万"', "逗号"),
        ("1234567", "#,##0,", "逗号"),
        ("1234567", '#,##0.0,,"万元"', "逗号"),
        ("-1234", "0;0", "正负号"),
        ("18", '"-"0', "正负号"),
        ("18", "(0)", "正负号"),
        ("0", "0;-0;;@", "空白"),
        ("0", '0;-0;"不适用"', "不适用"),
        ("5", ";;;", "空白"),
        ("86420", '"保密"', "空白"),
        ("3.5", '0"年"00"月"', "整数"),
    ],
)
def test_a_cell_that_shows_something_else_than_it_stores_is_reported(
    stored: str, code: str, word: str, found: Diagnostics
) -> None:
    assert read(number("C7", stored, 1), found, code) == ""
    (finding,) = found
    assert finding.code == "shown-otherwise"
    assert finding.primary.span.cell == "指标!C7"
    assert stored in finding.message(Language.ZH)
    assert word in finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("stored", "code", "said"),
    [
        ("3", "000", "003"),
        ("202503", '0"年"00"月"', "2025年03月"),
        ("20250301", "0000-00-00", "2025-03-01"),
        ("7", '"第"0"季度"', "第7季度"),
        ("3", '"YX-"000', "YX-003"),
    ],
)
def test_a_number_that_names_something_is_read_as_shown(
    stored: str, code: str, said: str, found: Diagnostics
) -> None:
    assert read(number("C7", stored, 1), found, code) == said


@pytest.mark.parametrize(
    ("stored", "code", "said"),
    [
        ("45717", "yyyy-mm-dd", "2025-03-01"),
        ("45717", "yyyy/m/d;@", "2025-03-01"),
        ("45717", '[$-804]yyyy"年"m"月"d"日" dddd', "2025-03-01"),
        ("45717", "[$-F800]dddd, mmmm dd, yyyy", "2025-03-01"),
        ("45717", 'yyyy"年"m"月"', "2025年3月"),
        ("45717", "mmm-yy", "2025年3月"),
        ("45717", 'm"月"', "2025年3月"),
        ("45717", "yyyy", "2025"),
        ("45717", 'm"月"d"日"', "2025-03-01"),
        ("45717.5", "yyyy/m/d h:mm", "2025-03-01 12:00:00"),
        ("45717", "yyyy/m/d h:mm", "2025-03-01"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("1.09375", "[h]:mm:ss", "26:15:00"),
        ("9.375E-2", "h:mm", "02:15:00"),
        ("1.5625E-3", "mm:ss", "00:02:15"),
        ("4.4444444444444446E-2", "h:mm", "01:04:00"),
        ("3.9351851851851852E-4", "mm:ss.0", "00:00:34"),
        ("5.5555555555555556E-4", '上午/下午h"时"mm"分"', "00:00:48"),
    ],
)
def test_dates_and_times_are_written_out(stored: str, code: str, said: str, found: Diagnostics) -> None:
    assert read(number("C7", stored, 1), found, code) == said
    assert not codes(found)


@pytest.mark.parametrize(
    ("built_in", "said"),
    [(14, "2025-03-01"), (27, "2025年3月"), (31, "2025-03-01"), (57, "2025年3月"), (58, "2025-03-01")],
)
def test_formats_that_a_chinese_excel_knows_by_number_are_dates(
    built_in: int, said: str, found: Diagnostics
) -> None:
    from workbook_making import MAIN, XML

    styles = f'{XML}<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="{built_in}"/></cellXfs></styleSheet>'
    assert read(number("C7", "45717"), found, more={"xl/styles.xml": styles}) == said


def test_a_workbook_from_a_mac_counts_its_days_from_1904(found: Diagnostics) -> None:
    properties = '<workbookPr date1904="1"/>'
    assert read(number("C7", "44255", 1), found, "yyyy-mm-dd", properties=properties) == "2025-03-01"


@pytest.mark.parametrize(
    ("stored", "code"),
    [("60", "yyyy-mm-dd"), ("-1", "yyyy-mm-dd"), ("0", "yyyy-mm-dd"), ("9999999", "yyyy-mm-dd"), ("1.5", "h:mm"), ("-0.5", "h:mm")],
)  # fmt: skip
def test_a_day_that_never_was_is_reported(stored: str, code: str, found: Diagnostics) -> None:
    assert read(number("C7", stored, 1), found, code) == ""
    assert codes(found) == ["shown-otherwise"]


def test_a_date_written_out_in_the_file_is_read_by_its_format(found: Diagnostics) -> None:
    written = '<c r="C7" s="1" t="d"><v>2025-03-01T00:00:00</v></c>'
    assert read(written, found, 'yyyy"年"m"月"') == "2025年3月"
    assert read(written, found, "yyyy-mm-dd") == "2025-03-01"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('<c r="C7" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="C7" t="b"><v>0</v></c>', "FALSE"),
        ('<c r="C7" t="str"><f>A1&amp;"家"</f><v>18家</v></c>', "18家"),
        ('<c r="C7" t="str"><f>A1</f><v>甲_x000D_\n乙</v></c>', "甲\n乙"),
        ('<c r="C7" t="str"><f>IF(A1="","",A1)</f><v></v></c>', ""),
        ("<c r='C7'><f>1+1</f><v>2</v></c>", "2"),
        ('<c r="C7" s="9"/>', ""),
    ],
)
def test_formulas_are_read_as_last_saved(written: str, said: str, found: Diagnostics) -> None:
    assert read(written, found) == said
    assert not codes(found)


@pytest.mark.parametrize(
    "written",
    [
        '<c r="C7"><f>A1+B1</f></c>',
        '<c r="C7"><f>A1+B1</f><v></v></c>',
        '<c r="C7" t="str"><f>A1</f></c>',
        '<c r="C7"><f t="shared" si="0"/></c>',
    ],
)
def test_a_formula_without_a_result_is_an_error_and_never_nought(written: str, found: Diagnostics) -> None:
    assert read(written, found) == ""
    (finding,) = found
    assert finding.code == "uncalculated-formula"
    assert finding.primary.span.cell == "指标!C7"
    assert "保存" in finding.help(Language.ZH)


def test_a_nought_left_by_a_program_that_cannot_reckon_is_no_result(found: Diagnostics) -> None:
    written = '<c r="C7"><f>A1+B1</f><v>0</v></c>'
    assert read(written, found, properties='<calcPr fullCalcOnLoad="1"/>') == ""
    assert codes(found) == ["uncalculated-formula"]
    assert read(written, Diagnostics(), properties='<calcPr calcId="191029"/>') == "0"


@pytest.mark.parametrize(
    "fault", ["#DIV/0!", "#N/A", "#REF!", "#NAME?", "#VALUE!", "#NULL!", "#NUM!", "#SPILL!"]
)
def test_an_error_in_a_cell_names_the_cell(fault: str, found: Diagnostics) -> None:
    assert read(f'<c r="C7" t="e"><f>A1/B1</f><v>{fault}</v></c>', found) == ""
    (finding,) = found
    assert finding.code == "cell-error"
    assert finding.primary.span.cell == "指标!C7"
    assert fault in finding.message(Language.ZH)
    assert finding.help(Language.ZH)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("<si><t>总营业收入</t></si>", "总营业收入"),
        ('<si><r><t>总</t></r><r><rPr><b/></rPr><t xml:space="preserve">营业 </t></r><r><t>收入</t></r></si>', "总营业 收入"),
        ('<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>', "東京"),
        ("<si><t>第一行_x000D_\n第二行</t></si>", "第一行\n第二行"),
        ("<si><t>第一行\r\n第二行</t></si>", "第一行\n第二行"),
        ("<si><t>_x005F_x000D_</t></si>", "_x000D_"),
        ("<si><t>甲_x000B_乙</t></si>", "甲\n乙"),
        ('<si><t xml:space="preserve">  留白  </t></si>', "  留白  "),
        ("<si><t>８６４２０</t></si>", "８６４２０"),
        ("<si><t>007</t></si>", "007"),
        ("<si><t>TRUE</t></si>", "TRUE"),
        ("<si><t>1E5</t></si>", "1E5"),
        ("<si><t>1:4.5</t></si>", "1:4.5"),
        ("<si><t>=A1</t></si>", "=A1"),
        ("<si><t/></si>", ""),
        ("<si/>", ""),
    ],
)  # fmt: skip
def test_a_text_is_what_was_typed(item: str, said: str, found: Diagnostics) -> None:
    shared = f"<si><t>别的</t></si>{item}"
    assert read('<c r="C7" t="s" s="1"><v>1</v></c>', found, "0.0%", shared=shared) == said
    assert not codes(found)


def test_texts_are_no_plain_values_so_that_null_stays_a_word(found: Diagnostics) -> None:
    (cell,) = cells(text("C7", "null"), found)
    assert not cell.is_absent
    assert (cell.span.file, cell.span.line, cell.span.column, cell.span.cell) == ("a.xlsx", 7, 3, "指标!C7")


def test_what_nobody_sees_is_taken_out_of_a_text_and_controls_are_refused(found: Diagnostics) -> None:
    assert read(text("C7", "营\u200b收"), found) == "营收"
    read(text("C7", "营_x0007_收"), found)
    assert codes(found) == ["invisible-character", "control-character"]
    assert {finding.primary.span.cell for finding in found} == {"指标!C7"}


def test_a_number_longer_than_excel_can_hold_is_reported(found: Diagnostics) -> None:
    read(number("C7", "1.1010119900307101E+17"), found)
    (finding,) = found
    assert finding.code == "mangled-value"
    assert "15 位" in finding.help(Language.ZH)


def test_cells_without_addresses_stand_one_after_another(found: Diagnostics) -> None:
    content = workbook({"指标": sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")})
    (grid,) = read_workbook(Source("a.xlsx", content), found) or ()
    places = [(cell.text, cell.span.cell) for line in grid.rows for cell in line]
    assert places == [("1", "指标!A1"), ("2", "指标!B1"), ("3", "指标!A2")]
