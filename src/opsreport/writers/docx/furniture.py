"""What stands on every page: the running head, the page number, and the word 草稿 across a draft."""

from opsreport.document import Meta
from opsreport.writers.docx.fields import field_run
from opsreport.writers.docx.names import FOOTER, HEADER, PARAGRAPH
from opsreport.writers.docx.package import XML, R, W
from opsreport.writers.docx.stylesheet import Stylesheet
from opsreport.writers.docx.text import run

_DRAFT = "草稿"
_V = "urn:schemas-microsoft-com:vml"
_O = "urn:schemas-microsoft-com:office:office"


def header_xml(meta: Meta, stylesheet: Stylesheet) -> str:
    """The header: left and right running words over a rule, and a watermark in a draft."""
    words = f"{run(meta.running_left)}<w:r><w:tab/></w:r>{run(meta.running_right)}"
    mark = _watermark() if meta.draft else ""
    return (
        f'{XML}<w:hdr xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{_V}" xmlns:o="{_O}"><w:p><w:pPr>'
        f'<w:pStyle w:val="{stylesheet.style(PARAGRAPH, HEADER)}"/></w:pPr>{mark}{words}</w:p></w:hdr>'
    )


def cover_header_xml(stylesheet: Stylesheet) -> str:
    """The header of a draft's cover: the watermark alone."""
    return (
        f'{XML}<w:hdr xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{_V}" xmlns:o="{_O}"><w:p><w:pPr>'
        f'<w:pStyle w:val="{stylesheet.style(PARAGRAPH, HEADER)}"/><w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
        f"</w:pPr>{_watermark()}</w:p></w:hdr>"
    )


def footer_xml(stylesheet: Stylesheet) -> str:
    """The footer 第 X 页　共 Y 页; Word and others count the pages as they show them."""
    return (
        f'{XML}<w:ftr xmlns:w="{W}"><w:p><w:pPr>'
        f'<w:pStyle w:val="{stylesheet.style(PARAGRAPH, FOOTER)}"/></w:pPr>'
        f"{run('第 ')}{field_run('PAGE')}{run(' 页　共 ')}{field_run('NUMPAGES')}{run(' 页')}</w:p></w:ftr>"
    )


def _watermark() -> str:
    """The watermark as Word itself draws it; by this name Word offers to take it away again."""
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" '
        'o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
        '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="草稿" '
        'style="position:absolute;margin-left:0;margin-top:0;width:320pt;height:160pt;rotation:315;'
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" '
        'fillcolor="#d9dee5" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="{_DRAFT}"/></v:shape>'
        "</w:pict></w:r>"
    )
