"""What stands on every page: the running head, the page number, and the word 草稿 across a draft."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from opsreport.document import Meta
from opsreport.writers.docx.fields import field_run
from opsreport.writers.docx.names import FOOTER, HEADER, PARAGRAPH
from opsreport.writers.docx.package import XML, O, Part, R, Relationship, V, W, escape
from opsreport.writers.docx.running import SLOT, RunningPart
from opsreport.writers.docx.runs import run
from opsreport.writers.docx.stylesheet import Stylesheet

_DRAFT = "草稿"
_ROOT = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{V}" xmlns:o="{O}"'
_FIRST_PARAGRAPH = re.compile("<w:p>(?:<w:pPr/>|<w:pPr>.*?</w:pPr>)?")


@dataclass(frozen=True, slots=True)
class Furniture:
    """A header or footer of a report: on which pages it stands, its part, and what that leads to."""

    pages: str
    part: Part
    leads: tuple[Relationship, ...]


def furniture(meta: Meta, sheet: Stylesheet, *, covered: bool) -> list[Furniture]:
    """The headers and footers of a report: those of its reference document, or the built-in ones.

    A cover has none, unless the reference document draws some for the first page.
    """
    counts = {"header": 0, "footer": 0}
    made = []
    for one in _running(sheet, meta.draft, covered=covered):
        counts[one.kind] += 1
        made.append(furnished(one, meta, f"word/{one.kind}{counts[one.kind]}.xml"))
    return made


def furnished(one: RunningPart, meta: Meta, name: str) -> Furniture:
    """A header or footer as the part of this name, with the report's words in it and a draft's watermark."""
    xml = _filled(one.xml, meta)
    if meta.draft and one.kind == "header":
        xml = _FIRST_PARAGRAPH.sub(lambda opening: opening[0] + _watermark(), xml, count=1)
    return Furniture(one.pages, Part(name, one.kind, xml.encode()), one.leads)


def _running(sheet: Stylesheet, draft: bool, *, covered: bool) -> Iterator[RunningPart]:
    own = {(one.kind, one.pages): one for one in sheet.running.parts}
    header, footer = (sheet.style(PARAGRAPH, name) for name in (HEADER, FOOTER))
    yield own.get(("header", "default")) or RunningPart("header", "default", built_in_header(sheet))
    yield own.get(("footer", "default")) or RunningPart("footer", "default", built_in_footer(footer))
    special = {"first": covered or sheet.running.title_page, "even": sheet.running.even_pages}
    for pages in (pages for pages, asked in special.items() if asked):
        # A draft has its watermark on every page, on those without a header too.
        bare = RunningPart("header", pages, _bare_header(header)) if draft else None
        yield from filter(None, (own.get(("header", pages)) or bare, own.get(("footer", pages))))


def built_in_header(sheet: Stylesheet) -> str:
    """The header of the house: left and right running words, whatever tab stops the style has."""
    style, end = sheet.style(PARAGRAPH, HEADER), sheet.page.text_width
    stops = dict(sheet.tab_stops.get(style, {}))
    tabs = ""
    if stops != {end: "right"}:
        wanted = {**dict.fromkeys(stops, "clear"), end: "right"}
        lines = (f'<w:tab w:val="{kind}" w:pos="{place}"/>' for place, kind in wanted.items())
        tabs = f"<w:tabs>{''.join(lines)}</w:tabs>"
    words = f"{run('〔页眉左〕')}<w:r><w:tab/></w:r>{run('〔页眉右〕')}"
    return f'{XML}<w:hdr {_ROOT}><w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{words}</w:p></w:hdr>'


def built_in_footer(style: str) -> str:
    """The footer 第 X 页　共 Y 页; Word and others count the pages as they show them."""
    return (
        f'{XML}<w:ftr {_ROOT}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{run('第 ')}{field_run('PAGE')}{run(' 页　共 ')}{field_run('NUMPAGES')}{run(' 页')}</w:p></w:ftr>"
    )


def _bare_header(style: str) -> str:
    return (
        f'{XML}<w:hdr {_ROOT}><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        '<w:pBdr><w:bottom w:val="nil"/></w:pBdr></w:pPr></w:p></w:hdr>'
    )


def _filled(xml: str, meta: Meta) -> str:
    """A header or footer with the report's own words in its slots."""
    date = f"{meta.date.year}年{meta.date.month}月{meta.date.day}日" if meta.date else ""
    words = {
        "页眉左": meta.running_left,
        "页眉右": meta.running_right,
        "标题": meta.title,
        "单位": meta.organisation,
        "日期": date,
    }
    return SLOT.sub(lambda slot: escape(words[slot[1]]), xml)


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
