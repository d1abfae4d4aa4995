"""The cover: who reports what, and across the foot of the page a dark band with the particulars."""

from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.document import (
    COVER_TITLE,
    ROLES,
    Block,
    Box,
    Inline,
    Paragraph,
    Particulars,
    parted_evenly,
    plain_words,
)
from opsreport.writers.docx.names import (
    CHARACTER,
    COVER_LABEL,
    COVER_PERIOD,
    COVER_RULE,
    COVER_VALUE,
    PARAGRAPH,
    TABLE,
)
from opsreport.writers.docx.package import DRAWING, A
from opsreport.writers.docx.runs import run
from opsreport.writers.docx.stylesheet import Stylesheet
from opsreport.writers.docx.text import TextWriter

# Twentieths of a point: the band at the foot of the page, the room above and below its words, a line of them.
_BAND, _ABOVE, _BELOW, _LINE = 4480, 500, 1360, 400
_NO_FILL = "FFFFFF"
# The charts of a report are drawings 1, 2, 3 …
_NUMBER, _SAID = 100000, "报告的编号、报送与日期"

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

_ON_THE_RIGHT = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/>'


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One paragraph of a cover: its style, its words, and where it stands if not below the one before."""

    style: str
    children: tuple[Inline, ...]
    frame: str = ""


def is_cover(block: Block | None) -> bool:
    """Whether a block is the cover of its report."""
    return isinstance(block, Box) and block.role == "cover"


def cover_lines(cover: Box) -> Iterator[CoverLine]:
    """The paragraphs of a cover; the line below the house's name is the period, set large over a rule."""
    before = ""
    for block in cover.children:
        if not isinstance(block, Paragraph):
            continue
        if block.role == "cover-mark":
            yield CoverLine(ROLES[block.role].word_style, block.children, _ON_THE_RIGHT)
            continue
        if block.role == "cover-title":
            yield CoverLine(ROLES[block.role].word_style, parted_evenly(block.children, COVER_TITLE))
            continue
        is_period = (before, block.role) == ("cover-org", "cover-line")
        yield CoverLine(COVER_PERIOD if is_period else ROLES[block.role].word_style, block.children)
        if is_period:
            yield CoverLine(COVER_RULE, ())
        before = block.role


def band_xml(cover: Box, stylesheet: Stylesheet, text: TextWriter) -> str:
    """A run that holds the band, from side to side of the page; it grows upwards with what stands in it."""
    items = [item for block in cover.children if isinstance(block, Particulars) for item in block.items]
    page = stylesheet.page
    height = max(_BAND, _ABOVE + _LINE * len(items) + _BELOW)
    style = stylesheet.style(TABLE, ROLES["cover"].word_style)
    lines = "".join(_line(label, said, stylesheet, text) for label, said in items)
    words = lines or _paragraph(stylesheet, "")
    insets = f'lIns="{_emu(page.left)}" tIns="0" rIns="{_emu(page.left)}" bIns="{_emu(_BELOW)}"'
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{_emu(page.width)}" cy="{_emu(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{stylesheet.fills.get(style, _NO_FILL)}"/></a:solidFill>'
        f"<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" {insets} anchor="b" anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )
    return _anchored(shape, page.width, height, page.height - height)


def _anchored(shape: str, width: int, height: int, top: int) -> str:
    """A shape behind the text, at the left edge of the page and this far down."""
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_MC}" xmlns:wps="{_WPS}"><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor xmlns:wp="{DRAWING}" distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{_emu(top)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_emu(width)}" cy="{_emu(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{_NUMBER}" name="封面" descr="{_SAID}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{_WPS}">{shape}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _line(
    label: tuple[Inline, ...], said: tuple[Inline, ...], stylesheet: Stylesheet, text: TextWriter
) -> str:
    name = run(plain_words(label), stylesheet.style(CHARACTER, COVER_LABEL))
    return _paragraph(stylesheet, f"{name}<w:r><w:tab/></w:r>{text.runs(said)}")


def _paragraph(stylesheet: Stylesheet, runs: str) -> str:
    style = stylesheet.style(PARAGRAPH, COVER_VALUE)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _emu(twips: int) -> int:
    return twips * 635
