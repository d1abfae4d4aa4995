"""How words and lines in a chart look, in the words of DrawingML."""

from opsreport.charts.palette import QUIET
from opsreport.writers.docx.package import escape

SIZE, SMALL = 800, 700
"""Hundredths of a point."""

UNBROKEN = '<a:bodyPr rot="0" vert="horz" wrap="none"/>'
"""Words on one line, however narrow the bar is that they belong to."""


def drawing_colour(colour: str) -> str:
    """A colour as DrawingML spells it."""
    return f'<a:srgbClr val="{colour.removeprefix("#").upper()}"/>'


def filled(colour: str) -> str:
    """A ground of one colour, or none."""
    return f"<a:solidFill>{drawing_colour(colour)}</a:solidFill>" if colour else "<a:noFill/>"


def line(colour: str, width: int = 9525, *, dashed: bool = False) -> str:
    """A line of one colour, in EMU, or none."""
    dashes = '<a:prstDash val="sysDash"/>' if dashed else ""
    return (
        f'<a:ln w="{width}" cap="flat">{filled(colour)}{dashes}<a:round/></a:ln>'
        if colour
        else "<a:ln><a:noFill/></a:ln>"
    )


def letters(colour: str = QUIET, *, size: int = SIZE, tag: str = "a:defRPr") -> str:
    """How words are set; Chinese ones in the house's own face."""
    return (
        f'<{tag} sz="{size}" b="0">{filled(colour)}<a:latin typeface="Calibri"/>'
        f'<a:ea typeface="黑体"/><a:cs typeface="Calibri"/></{tag}>'
    )


def text_properties(colour: str = QUIET, *, size: int = SIZE, body: str = "<a:bodyPr/>") -> str:
    """The look of the words that Office writes by itself: ticks, labels, the legend."""
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{letters(colour, size=size)}</a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def rich_text(
    words: str, colour: str = QUIET, *, size: int = SIZE, body: str = '<a:bodyPr rot="0" vert="horz"/>'
) -> str:
    """Fixed words with their look, in as many lines as they have."""
    run = letters(colour, size=size, tag="a:rPr").replace("<a:rPr ", '<a:rPr lang="zh-CN" altLang="en-US" ')
    lines = "".join(
        f"<a:p><a:pPr>{letters(colour, size=size)}</a:pPr><a:r>{run}<a:t>{escape(line)}</a:t></a:r></a:p>"
        for line in words.split("\n")
    )
    return f"<c:tx><c:rich>{body}<a:lstStyle/>{lines}</c:rich></c:tx>"
