"""The styles of the reference document, one entry each, in Word's own words.

Line heights are minimums off the page grid, so that a line neither grows in a font with tall metrics
nor cuts off a picture that somebody puts into it.
"""

from opsreport.writers.docx.names import CHARACTER
from opsreport.writers.docx.package import XML, W
from opsreport.writers.docx.reference.look import (
    GREEN,
    GREY,
    HAIRLINE,
    NAVY,
    PALE,
    RED,
    SANS,
    SERIF,
    TEXT_WIDTH,
    UNFILLED,
    WHITE,
)
from opsreport.writers.docx.reference.style import BOLD, Style, border, color, fill, paragraph, size, spacing
from opsreport.writers.docx.reference.table_styles import TABLE_STYLES

_OFF_GRID = '<w:snapToGrid w:val="0"/>'
_TWO_CHARACTERS_IN = '<w:ind w:firstLine="420" w:firstLineChars="200"/>'
_THEN_BODY = '<w:basedOn w:val="Normal"/><w:next w:val="ReportBody"/>'
_DEFAULT_RUN = (
    f'{SERIF}<w:kern w:val="2"/>{size(21)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
)

_ROOTS = (
    paragraph(
        "Normal",
        "Normal",
        "<w:widowControl/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>",
        # The defaults once more: LibreOffice lays them over a character style inside a table,
        # unless a paragraph style names them.
        _DEFAULT_RUN,
    ),
    Style(CHARACTER, "DefaultParagraphFont", "Default Paragraph Font", "", '<w:uiPriority w:val="1"/>'),
)


def _heading(level: int, form: str, run: str) -> Style:
    return paragraph(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/>{form}<w:outlineLvl w:val="{level - 1}"/>',
        SANS + BOLD + run,
        f'{_THEN_BODY}<w:uiPriority w:val="9"/>',
    )


_HEADINGS = (
    _heading(
        1,
        f"<w:pBdr>{border('bottom', 8, NAVY, space=6)}</w:pBdr>{_OFF_GRID}{spacing(400, 200, 440)}",
        color(NAVY) + size(32),
    ),
    _heading(2, _OFF_GRID + spacing(280, 100, 360), color(NAVY) + size(24)),
    _heading(3, _OFF_GRID + spacing(180, 40) + _TWO_CHARACTERS_IN, color(NAVY) + size(21)),
    _heading(4, _OFF_GRID + spacing(120, 20) + _TWO_CHARACTERS_IN, size(21)),
)

_TEXT = (
    paragraph(
        "ReportBody",
        "报告正文",
        f'{_OFF_GRID}{spacing()}{_TWO_CHARACTERS_IN}<w:jc w:val="both"/>',
    ),
    paragraph(
        "ReportLead",
        "报告导语",
        f'{_OFF_GRID}{spacing(60, 120)}<w:jc w:val="both"/>',
        SANS + color(NAVY) + size(21),
        _THEN_BODY,
    ),
    paragraph(
        "AbstractText",
        "摘要正文",
        f'{_OFF_GRID}{spacing(line=340)}{_TWO_CHARACTERS_IN}<w:jc w:val="both"/>',
        size(20),
    ),
    paragraph(
        "ReportNote",
        "报告注释",
        f'{_OFF_GRID}{spacing(80, 200, 240)}<w:jc w:val="both"/>',
        color(GREY) + size(17),
    ),
    paragraph(
        "FootnoteText",
        "footnote text",
        f'{_OFF_GRID}{spacing(line=240)}<w:jc w:val="both"/>',
        size(16),
    ),
    paragraph(
        "Closing",
        "落款",
        f"<w:keepLines/>{_OFF_GRID}{spacing(before=360)}"
        '<w:ind w:right="210" w:rightChars="100"/><w:contextualSpacing/><w:jc w:val="right"/>',
    ),
)

_FRONT = (
    paragraph(
        "Masthead",
        "文头",
        f'<w:keepNext/>{_OFF_GRID}{spacing(after=60, line=320)}<w:jc w:val="center"/>',
        f'{SANS}{color(NAVY)}<w:spacing w:val="40"/>{size(22)}',
    ),
    paragraph(
        "ReportTitle",
        "报告标题",
        f'<w:keepNext/><w:keepLines/>{_OFF_GRID}{spacing(60, 260, 600)}<w:jc w:val="center"/>',
        f'{SANS}{BOLD}{color(NAVY)}<w:spacing w:val="20"/>{size(44)}',
        _THEN_BODY,
    ),
)

_MARK_FRAME = "".join(border(side, 6, RED, space=4) for side in ("top", "left", "bottom", "right"))

_COVER = (
    paragraph(
        "CoverMark",
        "封面密级",
        f'<w:pBdr>{_MARK_FRAME}</w:pBdr>{_OFF_GRID}{spacing(line=300)}<w:jc w:val="center"/>',
        f'{SANS}{color(RED)}<w:spacing w:val="20"/>{size(20)}',
    ),
    paragraph(
        "CoverOrganisation",
        "封面单位",
        _OFF_GRID + spacing(280, line=360),
        f'{SANS}{BOLD}{color(NAVY)}<w:spacing w:val="30"/>{size(26)}',
    ),
    paragraph(
        "CoverPeriod",
        "封面期间",
        _OFF_GRID + spacing(2040, 0, 920),
        f"{SANS}{color(NAVY)}{size(76)}",
    ),
    paragraph(
        "CoverRule",
        "封面短线",
        f"<w:pBdr>{border('bottom', 36, RED)}</w:pBdr>{_OFF_GRID}"
        '<w:spacing w:before="0" w:after="340" w:line="200" w:lineRule="exact"/>'
        f'<w:ind w:right="{TEXT_WIDTH - 1250}"/>',
        size(8),
    ),
    paragraph(
        "CoverTitle",
        "封面标题",
        _OFF_GRID + spacing(0, 320, 780),
        f'{SERIF}{BOLD}{color(NAVY)}<w:spacing w:val="30"/>{size(56)}',
    ),
    paragraph(
        "CoverLine",
        "封面信息",
        _OFF_GRID + spacing(60, 60, 400),
        f'{SANS}{color(GREY)}<w:spacing w:val="20"/>{size(26)}',
    ),
    paragraph(
        "CoverValue",
        "封面项目值",
        _OFF_GRID + spacing(40, 40, 300) + '<w:ind w:left="1200" w:hanging="1200"/>',
        SANS + color(WHITE) + size(20),
    ),
)


def _contents_line(level: int, form: str, run: str) -> Style:
    leader = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    uses = '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/>'
    return paragraph(f"TOC{level}", f"toc {level}", leader + _OFF_GRID + form, run, uses)


_CONTENTS = (
    paragraph(
        "ContentsTitle",
        "目录标题",
        f'<w:keepNext/><w:keepLines/>{_OFF_GRID}{spacing(400, 500, 600)}<w:jc w:val="center"/>',
        f"{SERIF}{BOLD}{color(NAVY)}{size(40)}",
    ),
    _contents_line(1, spacing(200, 40), SANS + BOLD + color(NAVY) + size(22)),
    _contents_line(2, spacing() + '<w:ind w:left="420"/>', size(21)),
    _contents_line(3, spacing() + '<w:ind w:left="840"/>', color(GREY) + size(20)),
)

_TABLE_TEXT = (
    paragraph(
        "Caption",
        "caption",
        f'<w:keepNext/><w:keepLines/>{_OFF_GRID}{spacing(220, 100, 280)}<w:jc w:val="center"/>',
        SANS + color(NAVY) + size(19),
        _THEN_BODY,
    ),
    paragraph(
        "BoxHead",
        "框首",
        f"<w:keepNext/>{_OFF_GRID}{spacing(60, 60, 280)}",
        SANS + BOLD + color(WHITE) + size(18),
    ),
    paragraph("BoxText", "框内正文", f'{_OFF_GRID}{spacing()}<w:jc w:val="both"/>'),
    paragraph(
        "Figure", "报告图表", f'{_OFF_GRID}{spacing(200, line=240)}<w:jc w:val="center"/>', "", _THEN_BODY
    ),
    paragraph(
        "FigureCaption",
        "图题",
        f'<w:keepLines/>{_OFF_GRID}{spacing(80, 240, 280)}<w:jc w:val="center"/>',
        SANS + color(NAVY) + size(19),
        _THEN_BODY,
    ),
    paragraph("TableText", "表格正文", _OFF_GRID + spacing(50, 50, 250), size(18)),
    paragraph(
        "TableHead",
        "表头",
        f"<w:keepNext/>{_OFF_GRID}{spacing(60, 60, 250)}",
        SANS + BOLD + color(NAVY) + size(18),
    ),
    paragraph("Particular", "文头内容", _OFF_GRID + spacing(60, 60, 280), size(20)),
    paragraph(
        "TableGap",
        "表格间隔",
        f'{_OFF_GRID}<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>',
        size(8),
        _THEN_BODY,
    ),
)


def _list(id_: str, name: str, number: int) -> Style:
    return paragraph(
        id_,
        name,
        f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{_OFF_GRID}{spacing(20, 20)}<w:jc w:val="both"/>',
    )


_LISTS = (
    _list("ReportList", "报告列表", 1),
    _list("ReportNumberedList", "报告编号列表", 2),
    paragraph("ReportListFurther", "报告列表接续", f'{_OFF_GRID}{spacing(20, 20)}<w:jc w:val="both"/>'),
)

_RUNNING = (
    paragraph(
        "Header",
        "header",
        f"<w:pBdr>{border('bottom', 4, HAIRLINE, space=5)}</w:pBdr>"
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_OFF_GRID}{spacing(line=240)}',
        SANS + color(GREY) + size(17),
    ),
    paragraph(
        "Footer",
        "footer",
        f'{_OFF_GRID}{spacing(line=240)}<w:jc w:val="center"/>',
        SANS + color(GREY) + size(17),
    ),
)


def _character(id_: str, name: str, run: str) -> Style:
    return Style(CHARACTER, id_, name, f"<w:rPr>{run}</w:rPr>", '<w:basedOn w:val="DefaultParagraphFont"/>')


_CHARACTERS = (
    _character("InlineLabel", "行内标签", SANS + BOLD + color(NAVY)),
    _character("Rise", "上升数值", color(RED)),
    _character("Fall", "下降数值", color(GREEN)),
    _character("Slot", "待填", BOLD + color(RED) + fill(UNFILLED)),
    _character("CoverLabel", "封面项目名", SANS + color(PALE)),
    _character("Quiet", "次要文字", color(GREY)),
    _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    _character("Hyperlink", "Hyperlink", f'{color(NAVY)}<w:u w:val="single"/>'),
)


STYLES = (
    *_ROOTS,
    *_HEADINGS,
    *_COVER,
    *_CONTENTS,
    *_FRONT,
    *_TEXT,
    *_LISTS,
    *_TABLE_TEXT,
    *_RUNNING,
    *_CHARACTERS,
    *TABLE_STYLES,
)


def styles_xml() -> str:
    """The styles part."""
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_DEFAULT_RUN}'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        # Word lists only the house's own styles, so that nobody has to search for them.
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        f"{''.join(style.to_xml() for style in STYLES)}</w:styles>"
    )
