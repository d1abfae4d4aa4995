"""Sections: stretches of pages of one kind, each closed by its own page, headers and footers.

Word keeps these at the last paragraph of a section, and those of the last section at the end of the body.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from opsreport.writers.docx.furniture import Furniture
from opsreport.writers.docx.names import GAP, PARAGRAPH
from opsreport.writers.docx.package import Part
from opsreport.writers.docx.stylesheet import Stylesheet
from opsreport.writers.docx.taken_over import Page

_FLAT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_PAPER = re.compile(r"<w:pgSz [^>]*/>")
_RIGHT_STOP = re.compile(r'(<w:tab [^>]*w:val="right"[^>]*/>)')
_POSITION = re.compile(r'(?<=w:pos=")-?\d+')
# What the form of a paragraph may hold before its tab stops, in the order of the schema.
_BEFORE_TABS = (
    r'<w:pStyle w:val="(?P<style>[^"]*)"/>(?:<w:(?:keep|page|frame|widow|suppressLine)\w+[^>]*/>)*'
    r"(?:<w:pBdr>.*?</w:pBdr>|<w:pBdr/>)?(?:<w:shd [^>]*/>)?"
)
_FORM = re.compile(rf"<w:pPr>(?P<before>{_BEFORE_TABS})(?P<tabs><w:tabs>.*?</w:tabs>)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sections:
    """The two kinds of pages of a report: as its reference document has them, and turned on their side."""

    sheet: Stylesheet
    upright: Sequence[Furniture]
    turned: Sequence[Furniture]
    ids: Mapping[str, str]
    """The relationship of each header and footer."""
    titled: bool
    """Whether the first page has headers and footers of its own, or none."""

    def width(self, *, sideways: bool) -> int:
        """How wide the text of such a page is."""
        return (turned_page(self.sheet.page) if sideways else self.sheet.page).text_width

    def end(self, *, sideways: bool, first: bool) -> str:
        """What closes a section."""
        pieces = self.turned if sideways else self.upright
        references = "".join(
            f'<w:{one.part.kind}Reference w:type="{one.pages}" r:id="{self.ids[one.part.name]}"/>'
            for one in pieces
            if first or one.pages != "first"
        )
        page = (turned_page(self.sheet.page) if sideways else self.sheet.page).written
        if first and self.titled:
            before, grid, after = page.partition("<w:docGrid")
            page = f"{before}<w:titlePg/>{grid}{after}"
        return f"<w:sectPr>{references}{page}</w:sectPr>"

    def joined(self, runs: Sequence[tuple[str, bool]]) -> str:
        """The runs of pages, written, with what closes each; whether they are sideways stands beside each."""
        closed = []
        for at, (written, sideways) in enumerate(runs):
            end = self.end(sideways=sideways, first=not at)
            is_last = at == len(runs) - 1
            closed.append(written + end if is_last else self._with_end(written, end))
        return "".join(closed) or self.end(sideways=False, first=True)

    def flowing(self, runs: Sequence[tuple[str, bool]], *, first: bool) -> str:
        """The runs where upright pages go on after them: those are closed later, with what follows."""
        closed = []
        for at, (written, sideways) in enumerate(runs):
            goes_on = at == len(runs) - 1 and not sideways
            end = self.end(sideways=sideways, first=first and not at)
            closed.append(written if goes_on else self._with_end(written, end))
        return "".join(closed)

    def _with_end(self, written: str, end: str) -> str:
        """A section closed at its last paragraph, or where that will not do at one of next to no height.

        LibreOffice cuts a bookmark short in a paragraph that closes a section.
        """
        start = written.rfind("<w:p><w:pPr>")
        last = written[start:]
        if start < 0 or not last.endswith("</w:p>") or last.count("</w:p>") > 1 or "<w:bookmark" in last:
            style = self.sheet.style(PARAGRAPH, GAP)
            return f'{written}<w:p><w:pPr><w:pStyle w:val="{style}"/>{_FLAT}{end}</w:pPr></w:p>'
        return written[:start] + last.replace("</w:pPr>", f"{end}</w:pPr>", 1)


def turned_page(page: Page) -> Page:
    """The page on its side, with the margins it has upright; one that lies on its side already stays."""
    if page.width >= page.height:
        return page
    paper = f'<w:pgSz w:w="{page.height}" w:h="{page.width}" w:orient="landscape"/>'
    wider = page.height - page.width
    return replace(
        page,
        written=_PAPER.sub(paper, page.written),
        width=page.height,
        height=page.width,
        text_width=page.text_width + wider,
    )


def turned_furniture(upright: Sequence[Furniture], sheet: Stylesheet) -> Iterator[Furniture]:
    """The headers and footers of turned pages: what stands on the right of a page stays there."""
    wider = turned_page(sheet.page).text_width - sheet.page.text_width
    for one in upright:
        if one.pages == "first":
            continue
        name = one.part.name.replace(".xml", "_sideways.xml")
        xml = _moved(one.part.content.decode(), sheet, wider)
        yield replace(one, part=Part(name, one.part.kind, xml.encode()))


def _moved(xml: str, sheet: Stylesheet, wider: int) -> str:
    """A header or footer with its right stops moved, its own and those that its paragraphs' styles bring."""

    def move(form: re.Match[str]) -> str:
        if form["tabs"]:
            tabs = _RIGHT_STOP.sub(lambda stop: _at(stop[1], wider), form["tabs"])
        else:
            kinds = sheet.tab_stops.get(form["style"], {})
            stops = [place for place, kind in kinds.items() if kind == "right"]
            tabs = "".join(
                f'<w:tab w:val="clear" w:pos="{stop}"/><w:tab w:val="right" w:pos="{stop + wider}"/>'
                for stop in stops
            )
            tabs = f"<w:tabs>{tabs}</w:tabs>" if tabs else ""
        return f"<w:pPr>{form['before']}{tabs}"

    return _FORM.sub(move, xml)


def _at(stop: str, further: int) -> str:
    return _POSITION.sub(lambda position: str(int(position[0]) + further), stop)
