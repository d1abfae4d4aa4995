"""The styles of the reference document, one entry each, in Word's own words.

Line heights are minimums off the page grid, so that a line neither grows in a font with tall metrics
nor cuts off a picture that somebody puts into it.
"""

from dataclasses import dataclass

from opsreport.writers.docx.names import CHARACTER, PARAGRAPH, TABLE
from opsreport.writers.docx.package import XML, W
from opsreport.writers.docx.reference.look import (
    GREEN,
    GREY,
    HAIRLINE,
    LINE,
    NAVY,
    RED,
    SANS,
    SERIF,
    TEXT_WIDTH,
    TINT,
    UNFILLED,
)


@dataclass(frozen=True, slots=True)
class Style:
    """A Word style: `look` holds its property elements in schema order, `uses` its relations to others."""

    type: str
    id: str
    name: str
    look: str
    uses: str = ""

    def to_xml(self) -> str:
        """The style as an element of styles.xml."""
        own = "" if self.name in _BUILT_IN else ' w:customStyle="1"'
        base = '<w:basedOn w:val="Normal"/>' if self.type == PARAGRAPH and self.id != "Normal" else ""
        default = ' w:default="1"' if self.id in _DEFAULTS else ""
        return (
            f'<w:style w:type="{self.type}"{default}{own} w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f"{self.uses or base}<w:qFormat/>{self.look}</w:style>"
        )


_DEFAULTS = {"Normal", "DefaultParagraphFont", "TableNormal"}
_BUILT_IN = {
    "Normal",
    "Default Paragraph Font",
    "Normal Table",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "Title",
    "caption",
    "header",
    "footer",
    "Hyperlink",
}
_OFF_GRID = '<w:snapToGrid w:val="0"/>'
_THEN_BODY = '<w:basedOn w:val="Normal"/><w:next w:val="ReportBody"/>'


def _spacing(before: int = 0, after: int = 0, line: int = LINE) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="atLeast"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _color(color: str) -> str:
    return f'<w:color w:val="{color}"/>'


def _border(side: str, eighths: int, color: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{color}"/>'


def _fill(color: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>'


_BOLD = "<w:b/><w:bCs/>"


def _paragraph(id_: str, name: str, paragraph: str, run: str = "", uses: str = "") -> Style:
    look = f"<w:pPr>{paragraph}</w:pPr>" + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return Style(PARAGRAPH, id_, name, look, uses)


def _heading(level: int, paragraph: str, run: str) -> Style:
    return _paragraph(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/>{paragraph}<w:outlineLvl w:val="{level - 1}"/>',
        SANS + _BOLD + run,
        f'{_THEN_BODY}<w:uiPriority w:val="9"/>',
    )


_HEADINGS = (
    _heading(
        1,
        f"<w:pBdr>{_border('bottom', 8, NAVY, space=6)}</w:pBdr>{_OFF_GRID}{_spacing(400, 200, 440)}",
        _color(NAVY) + _size(32),
    ),
    _heading(2, _OFF_GRID + _spacing(280, 100, 360), _color(NAVY) + _size(24)),
    _heading(3, _OFF_GRID + _spacing(180, 40), _color(NAVY) + _size(21)),
    _heading(4, _OFF_GRID + _spacing(120, 20), _size(21)),
)

_TEXT = (
    _paragraph(
        "ReportBody",
        "报告正文",
        f'{_OFF_GRID}{_spacing()}<w:ind w:firstLine="420" w:firstLineChars="200"/><w:jc w:val="both"/>',
    ),
    _paragraph(
        "ReportLead",
        "报告导语",
        f'{_OFF_GRID}{_spacing(60, 120)}<w:jc w:val="both"/>',
        SANS + _color(NAVY) + _size(21),
        _THEN_BODY,
    ),
    _paragraph("AbstractText", "摘要正文", f'{_OFF_GRID}{_spacing(line=340)}<w:jc w:val="both"/>', _size(20)),
    _paragraph(
        "ReportNote",
        "报告注释",
        f'{_OFF_GRID}{_spacing(80, 200, 240)}<w:jc w:val="both"/>',
        _color(GREY) + _size(17),
    ),
    _paragraph(
        "Closing",
        "落款",
        f"<w:keepLines/>{_OFF_GRID}{_spacing()}"
        '<w:ind w:right="210" w:rightChars="100"/><w:jc w:val="right"/>',
    ),
)

_FRONT = (
    _paragraph(
        "Masthead",
        "文头",
        f'<w:keepNext/>{_OFF_GRID}{_spacing(after=60, line=320)}<w:jc w:val="center"/>',
        f'{SANS}{_color(NAVY)}<w:spacing w:val="40"/>{_size(22)}',
    ),
    _paragraph(
        "ReportTitle",
        "报告标题",
        f'<w:keepNext/><w:keepLines/>{_OFF_GRID}{_spacing(60, 260, 600)}<w:jc w:val="center"/>',
        f'{SANS}{_BOLD}{_color(NAVY)}<w:spacing w:val="20"/>{_size(44)}',
        _THEN_BODY,
    ),
)

_TABLE_TEXT = (
    _paragraph(
        "Caption",
        "caption",
        f'<w:keepNext/><w:keepLines/>{_OFF_GRID}{_spacing(220, 100, 280)}<w:jc w:val="center"/>',
        SANS + _color(NAVY) + _size(19),
        _THEN_BODY,
    ),
    _paragraph("TableText", "表格正文", _OFF_GRID + _spacing(50, 50, 250), _size(18)),
    _paragraph(
        "TableHead",
        "表头",
        f"<w:keepNext/>{_OFF_GRID}{_spacing(60, 60, 250)}",
        SANS + _BOLD + _color(NAVY) + _size(18),
    ),
    _paragraph("Particular", "文头内容", _OFF_GRID + _spacing(60, 60, 280), _size(20)),
    _paragraph(
        "TableGap",
        "表格间隔",
        f'{_OFF_GRID}<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>',
        _size(8),
        _THEN_BODY,
    ),
)


def _list(id_: str, name: str, number: int) -> Style:
    return _paragraph(
        id_,
        name,
        f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{_OFF_GRID}{_spacing(20, 20)}<w:jc w:val="both"/>',
    )


_LISTS = (
    _list("ReportList", "报告列表", 1),
    _list("ReportNumberedList", "报告编号列表", 2),
    _paragraph("ReportListFurther", "报告列表接续", f'{_OFF_GRID}{_spacing(20, 20)}<w:jc w:val="both"/>'),
)

_RUNNING = (
    _paragraph(
        "Header",
        "header",
        f"<w:pBdr>{_border('bottom', 4, HAIRLINE, space=5)}</w:pBdr>"
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_OFF_GRID}{_spacing(line=240)}',
        SANS + _color(GREY) + _size(17),
    ),
    _paragraph(
        "Footer",
        "footer",
        f'{_OFF_GRID}{_spacing(line=240)}<w:jc w:val="center"/>',
        SANS + _color(GREY) + _size(17),
    ),
)


def _character(id_: str, name: str, run: str) -> Style:
    return Style(CHARACTER, id_, name, f"<w:rPr>{run}</w:rPr>", '<w:basedOn w:val="DefaultParagraphFont"/>')


_CHARACTERS = (
    _character("InlineLabel", "行内标签", SANS + _BOLD + _color(NAVY)),
    _character("Rise", "上升数值", _color(RED)),
    _character("Fall", "下降数值", _color(GREEN)),
    _character("Slot", "待填", _BOLD + _color(RED) + _fill(UNFILLED)),
    _character("Quiet", "次要文字", _color(GREY)),
    _character("Hyperlink", "Hyperlink", f'{_color(NAVY)}<w:u w:val="single"/>'),
)


def _margins(top: int, side: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{top}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


def _table(id_: str, name: str, table: str, rest: str = "", base: str = "TableNormal") -> Style:
    return Style(TABLE, id_, name, f"<w:tblPr>{table}</w:tblPr>{rest}", f'<w:basedOn w:val="{base}"/>')


_RULES = (
    f"<w:tblBorders>{_border('top', 10, NAVY)}{_border('bottom', 10, NAVY)}"
    f"{_border('insideH', 2, HAIRLINE)}</w:tblBorders>"
)
_HEAD_RULE = (
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    f"{_border('bottom', 5, NAVY)}</w:tcBorders></w:tcPr></w:tblStylePr>"
)
_MIDDLE = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'

_TABLES = (
    _table("ReportTable", "报告表格", _RULES + _margins(0, 70), _MIDDLE + _HEAD_RULE),
    _table("MetricsTable", "指标表", "", base="ReportTable"),
    _table("TasksTable", "任务表", "", base="ReportTable"),
    _table(
        "ParticularsTable",
        "文头表",
        f"<w:tblBorders>{_border('top', 10, NAVY)}{_border('bottom', 10, NAVY)}"
        f"{_border('insideH', 2, HAIRLINE)}</w:tblBorders>{_margins(30, 70)}",
    ),
    _table(
        "AbstractBox",
        "摘要框",
        f"<w:tblBorders>{_border('left', 24, NAVY)}</w:tblBorders>{_margins(140, 240)}",
        f"<w:tcPr>{_fill(TINT)}</w:tcPr>",
    ),
    _table(
        "RequestBox",
        "请示框",
        f"<w:tblBorders>{_border('top', 12, NAVY)}{_border('left', 4, HAIRLINE)}"
        f"{_border('bottom', 4, HAIRLINE)}{_border('right', 4, HAIRLINE)}</w:tblBorders>{_margins(160, 240)}",
    ),
)

_ROOTS = (
    _paragraph(
        "Normal",
        "Normal",
        "<w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>",
    ),
    Style(CHARACTER, "DefaultParagraphFont", "Default Paragraph Font", "", '<w:uiPriority w:val="1"/>'),
    Style(
        TABLE,
        "TableNormal",
        "Normal Table",
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108)}</w:tblPr>',
        '<w:uiPriority w:val="99"/>',
    ),
)

STYLES = (*_ROOTS, *_HEADINGS, *_FRONT, *_TEXT, *_LISTS, *_TABLE_TEXT, *_RUNNING, *_CHARACTERS, *_TABLES)


def styles_xml() -> str:
    """The styles part."""
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{SERIF}<w:kern w:val="2"/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        # Word lists only the house's own styles, so that nobody has to search for them.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        f"{''.join(style.to_xml() for style in STYLES)}</w:styles>"
    )
