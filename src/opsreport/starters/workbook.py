"""A starter as one Excel workbook, the same bytes every time."""

from collections.abc import Sequence

from opsreport.starters.sheets import S, Sheet, guide_sheet, ids_of, table_sheet
from opsreport.starters.tables import Filled
from opsreport.writers.docx.package import ROOT, XML, Part, R, Relationship, escape, package_files, zip_files

_FONTS = (
    '<font><sz val="10"/><name val="微软雅黑"/></font>',
    '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="微软雅黑"/></font>',
    '<font><b/><sz val="14"/><color rgb="FF1F3A5F"/><name val="微软雅黑"/></font>',
    '<font><b/><sz val="10"/><color rgb="FF1F3A5F"/><name val="微软雅黑"/></font>',
)
_FILLS = (
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/></patternFill></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF5"/></patternFill></fill>',
)
_WRAPPED = '<alignment vertical="top" wrapText="1"/>'
_TEXT_FORMAT = 49
"""Excel's own number for text, in which nothing that is typed turns into a date or a number."""


def workbook(tables: Sequence[Filled]) -> bytes:
    """The tables as sheets under their Chinese names, after a sheet on how to fill them in."""
    ids = ids_of(tables)
    sheets = [guide_sheet(tables), *(table_sheet(one, ids) for one in tables)]
    names = [f"xl/worksheets/sheet{number}.xml" for number, _ in enumerate(sheets, 1)]
    parts = [
        Part("xl/workbook.xml", "workbook", _workbook_xml(sheets).encode()),
        Part("xl/styles.xml", "sheet-styles", _styles_xml().encode()),
        *(Part(name, "worksheet", one.xml.encode()) for name, one in zip(names, sheets, strict=True)),
    ]
    leads = [Relationship(f"rId{number}", "worksheet", name) for number, name in enumerate(names, 1)]
    leads.append(Relationship(f"rId{len(names) + 1}", "styles", "xl/styles.xml"))
    root = [Relationship("rId1", "officeDocument", "xl/workbook.xml")]
    return zip_files(package_files(parts, {ROOT: root, "xl/workbook.xml": leads}))


def _workbook_xml(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name="{escape(one.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, one in enumerate(sheets, 1)
    )
    return (
        f'{XML}<workbook xmlns="{S}" xmlns:r="{R}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets></workbook>"
    )


def _styles_xml() -> str:
    """The looks in the order of `Look`, and the colour of slots."""
    looks = (
        _xf(),
        _xf(number_format=_TEXT_FORMAT),
        _xf(font=1, fill=2, number_format=_TEXT_FORMAT),
        _xf(font=2),
        _xf(font=3, fill=3, number_format=_TEXT_FORMAT),
    )
    return (
        f'{XML}<styleSheet xmlns="{S}"><fonts count="{len(_FONTS)}">{"".join(_FONTS)}</fonts>'
        f'<fills count="{len(_FILLS)}">{"".join(_FILLS)}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        '<dxfs count="1"><dxf><font><color rgb="FF9C5700"/></font><fill><patternFill patternType="solid">'
        '<bgColor rgb="FFFFEB9C"/></patternFill></fill></dxf></dxfs></styleSheet>'
    )


def _xf(*, font: int = 0, fill: int = 0, number_format: int = 0) -> str:
    wrapped = _WRAPPED if number_format else '<alignment vertical="top"/>'
    return (
        f'<xf numFmtId="{number_format}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyFont="1" '
        f'applyFill="1" applyNumberFormat="1" applyAlignment="1">{wrapped}</xf>'
    )
