"""The parts of the reference document that hold no style: page, settings, fonts, footnotes, theme."""

from opsreport.writers.docx.package import XML, W
from opsreport.writers.docx.reference.look import (
    BOTTOM,
    FOOTER_DISTANCE,
    GREEN,
    GREY,
    HEADER_DISTANCE,
    LINE,
    NAVY,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RED,
    SIDE,
    TINT,
    TOP,
)


def document_xml() -> str:
    """A page without any text."""
    return (
        f'{XML}<w:document xmlns:w="{W}"><w:body><w:p/><w:sectPr>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/><w:pgMar w:top="{TOP}" w:right="{SIDE}" '
        f'w:bottom="{BOTTOM}" w:left="{SIDE}" w:header="{HEADER_DISTANCE}" w:footer="{FOOTER_DISTANCE}" '
        f'w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr></w:body></w:document>'
    )


def settings_xml() -> str:
    """The settings of a Chinese document in the newest compatibility mode; the order is the schema's."""
    return (
        f'{XML}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>'
        '<w:drawingGridVerticalSpacing w:val="185"/><w:displayHorizontalDrawingGridEvery w:val="0"/>'
        '<w:displayVerticalDrawingGridEvery w:val="2"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
        "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" '
        'w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_xml() -> str:
    """The fonts, with the kin a machine without them should look for."""
    return (
        f'{XML}<w:fonts xmlns:w="{W}">'
        f"{_font('宋体', 'roman', '86', 'SimSun', '02010600030101010101')}"
        f"{_font('黑体', 'modern', '86', 'SimHei', '02010609060101010101')}"
        f"{_font('Times New Roman', 'roman', '00', '', '02020603050405020304')}"
        f"{_font('Calibri', 'swiss', '00', '', '020F0502020204030204')}</w:fonts>"
    )


def _font(name: str, family: str, charset: str, other: str, panose: str) -> str:
    alternative = f'<w:altName w:val="{other}"/>' if other else ""
    return (
        f'<w:font w:name="{name}">{alternative}<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )


def footnotes_xml() -> str:
    """The two separators that every document with footnotes must have."""
    kinds = ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, kind, mark in kinds
    )
    return f'{XML}<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'


def theme_xml() -> str:
    """The colours and fonts Word offers to whoever goes on with the report by hand."""
    colors = {
        "dk2": NAVY,
        "lt2": TINT,
        "accent1": NAVY,
        "accent2": RED,
        "accent3": GREEN,
        "accent4": "C58A2B",
        "accent5": "5B7FA6",
        "accent6": GREY,
        "hlink": NAVY,
        "folHlink": GREY,
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in colors.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="运营报告">'
        '<a:themeElements><a:clrScheme name="运营报告"><a:dk1><a:sysClr val="windowText" lastClr="000000"/>'
        f'</a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>{scheme}</a:clrScheme>'
        '<a:fontScheme name="运营报告"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface="黑体"/>'
        '<a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/>'
        '<a:ea typeface="宋体"/><a:cs typeface=""/></a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="运营报告"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line}'
        f"</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
