"""The table styles of the reference document: three rules for tables, and a frame for each kind of box."""

from opsreport.writers.docx.names import TABLE
from opsreport.writers.docx.reference.look import HAIRLINE, NAVY, TINT
from opsreport.writers.docx.reference.style import BOLD, Style, border, fill


def _margins(top: int, side: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{top}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


def _table(id_: str, name: str, table: str, rest: str = "", base: str = "TableNormal") -> Style:
    return Style(TABLE, id_, name, f"<w:tblPr>{table}</w:tblPr>{rest}", f'<w:basedOn w:val="{base}"/>')


def _frame(eighths: int, color: str) -> str:
    sides = "".join(border(side, eighths, color) for side in ("top", "left", "bottom", "right"))
    return f"<w:tblBorders>{sides}</w:tblBorders>"


_RULES = (
    f"<w:tblBorders>{border('top', 10, NAVY)}{border('bottom', 10, NAVY)}"
    f"{border('insideH', 2, HAIRLINE)}</w:tblBorders>"
)
_HEAD_RULE = (
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    f"{border('bottom', 5, NAVY)}</w:tcBorders></w:tcPr></w:tblStylePr>"
)
_BANDS = f'<w:tblStylePr w:type="band2Horz"><w:tblPr/><w:tcPr>{fill(TINT)}</w:tcPr></w:tblStylePr>'
_MIDDLE = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'

TABLE_STYLES = (
    Style(
        TABLE,
        "TableNormal",
        "Normal Table",
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr>',
        '<w:uiPriority w:val="99"/>',
    ),
    _table("ReportTable", "报告表格", _RULES + _margins(0, 40), _MIDDLE + _HEAD_RULE + _BANDS),
    _table("MetricsTable", "指标表", "", base="ReportTable"),
    _table(
        "TasksTable",
        "任务表",
        "",
        f'<w:tblStylePr w:type="firstCol"><w:rPr>{BOLD}</w:rPr></w:tblStylePr>',
        base="ReportTable",
    ),
    _table(
        "ParticularsTable",
        "文头表",
        f"<w:tblBorders>{border('top', 10, NAVY)}{border('bottom', 10, NAVY)}"
        f"{border('insideH', 2, HAIRLINE)}</w:tblBorders>{_margins(30, 70)}",
    ),
    _table(
        "AbstractBox",
        "摘要框",
        f"<w:tblBorders>{border('left', 24, NAVY)}</w:tblBorders>{_margins(140, 240)}",
        f"<w:tcPr>{fill(TINT)}</w:tcPr>",
    ),
    _table(
        "RequestBox",
        "请示框",
        _frame(6, NAVY) + _margins(140, 240),
        f"<w:tcPr>{fill(TINT)}</w:tcPr>",
    ),
    _table("Cover", "封面", _margins(0, 0), f"<w:tcPr>{fill(NAVY)}</w:tcPr>"),
    _table(
        "ProjectBox",
        "项目框",
        f"<w:tblBorders>{border('top', 12, NAVY)}{border('left', 4, HAIRLINE)}"
        f"{border('bottom', 4, HAIRLINE)}{border('right', 4, HAIRLINE)}{border('insideH', 2, HAIRLINE)}"
        f"</w:tblBorders>{_margins(60, 240)}",
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>{fill(NAVY)}</w:tcPr></w:tblStylePr>',
    ),
    _table(
        "StageBox",
        "阶段框",
        f"<w:tblBorders>{border('left', 24, NAVY)}</w:tblBorders>{_margins(120, 240)}",
        f"<w:tcPr>{fill(TINT)}</w:tcPr>",
    ),
)
