"""The workbook inside a chart: what Word opens when somebody asks for the chart's data.

Whatever stands in it is a figure or words, never a formula: words that begin with = stay words.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from opsreport.writers.docx.package import ROOT, XML, Part, R, Relationship, escape, package_files, zip_files

SHEET = "数据"
Value = Decimal | str | None
Rows = Sequence[Sequence[Value]]

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORDS = 1
# Excel reads _x0041_ in a text as the letter A.
_CODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def workbook(sheets: Sequence[tuple[str, Rows]]) -> bytes:
    """A workbook of these sheets by their names, the same bytes every time."""
    names = [f"xl/worksheets/sheet{number}.xml" for number, _ in enumerate(sheets, 1)]
    parts = [
        Part("xl/workbook.xml", "workbook", _workbook_xml([title for title, _ in sheets]).encode()),
        Part("xl/styles.xml", "sheet-styles", _styles_xml().encode()),
        *(
            Part(name, "worksheet", _sheet_xml(rows).encode())
            for name, (_, rows) in zip(names, sheets, strict=True)
        ),
    ]
    leads = [Relationship(f"rId{number}", "worksheet", name) for number, name in enumerate(names, 1)]
    leads.append(Relationship(f"rId{len(names) + 1}", "styles", "xl/styles.xml"))
    return zip_files(
        package_files(
            parts,
            {ROOT: [Relationship("rId1", "officeDocument", "xl/workbook.xml")], "xl/workbook.xml": leads},
        )
    )


def cell_words(text: str) -> str:
    """Words as a cell holds them, and as a chart copies them from there."""
    return escape(_CODED.sub("_x005F_", text))


def cell_range(column: int, first: int, last: int) -> str:
    """The address of cells below each other on the sheet of data; columns count from 0, rows from 1."""
    letters = _letters(column)
    start = f"'{SHEET}'!${letters}${first}"
    return start if first == last else f"{start}:${letters}${last}"


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _workbook_xml(titles: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(title)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(titles, 1)
    )
    return f'{XML}<workbook xmlns="{_S}" xmlns:r="{R}"><sheets>{sheets}</sheets></workbook>'


def _styles_xml() -> str:
    """Two styles of cells: plain, and words that stay words whatever they begin with."""
    plain = 'fontId="0" fillId="0" borderId="0"'
    return (
        f'{XML}<styleSheet xmlns="{_S}">'
        '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1"><xf numFmtId="0" {plain}/></cellStyleXfs>'
        f'<cellXfs count="2"><xf numFmtId="0" {plain} xfId="0"/><xf numFmtId="49" {plain} xfId="0" '
        'quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet_xml(rows: Rows) -> str:
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(_widths(rows), 1)
    )
    written = "".join(
        f'<row r="{number}">{"".join(_cells(row, number))}</row>' for number, row in enumerate(rows, 1)
    )
    return f'{XML}<worksheet xmlns="{_S}"><cols>{widths}</cols><sheetData>{written}</sheetData></worksheet>'


def _widths(rows: Rows) -> Iterator[int]:
    for column in range(max(map(len, rows))):
        yield min(60, max(10, *(len(str(row[column] or "")) * 2 for row in rows if column < len(row))))


def _cells(row: Sequence[Value], number: int) -> Iterator[str]:
    for column, value in enumerate(row):
        place = f'r="{_letters(column)}{number}"'
        match value:
            case Decimal():
                yield f"<c {place}><v>{value:f}</v></c>"
            case str() if value:
                words = f'<t xml:space="preserve">{cell_words(value)}</t>'
                yield f'<c {place} s="{_WORDS}" t="inlineStr"><is>{words}</is></c>'
            case _:
                continue
