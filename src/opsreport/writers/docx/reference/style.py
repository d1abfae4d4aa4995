"""A style of Word, and the properties styles are made of in Word's own words."""

from dataclasses import dataclass

from opsreport.writers.docx.names import PARAGRAPH
from opsreport.writers.docx.reference.look import LINE

BOLD = "<w:b/><w:bCs/>"


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
    "toc 1",
    "toc 2",
    "toc 3",
    "caption",
    "header",
    "footer",
    "Hyperlink",
    "footnote text",
    "footnote reference",
}


def spacing(before: int = 0, after: int = 0, line: int = LINE) -> str:
    """Room above and below a paragraph, and at least this much from line to line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="atLeast"/>'


def size(half_points: int) -> str:
    """A size of type."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def color(color: str) -> str:
    """A colour of type."""
    return f'<w:color w:val="{color}"/>'


def border(side: str, eighths: int, color: str, space: int = 0) -> str:
    """One side of a border."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{color}"/>'


def fill(color: str) -> str:
    """A coloured ground."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{color}"/>'


def paragraph(id_: str, name: str, form: str, run: str = "", uses: str = "") -> Style:
    """A paragraph style."""
    look = f"<w:pPr>{form}</w:pPr>" + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return Style(PARAGRAPH, id_, name, look, uses)
