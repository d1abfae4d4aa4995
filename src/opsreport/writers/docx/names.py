"""The Word styles a writer needs beside those of the roles, by the names Word knows them under.

Built-in styles go by their English names in a file, whatever language Word speaks.
"""

from opsreport.document import ROLES, RoleKind

HEADINGS = ("heading 1", "heading 2", "heading 3", "heading 4")
CONTENTS = ("toc 1", "toc 2", "toc 3")
HEADER = "header"
FOOTER = "footer"
HYPERLINK = "Hyperlink"
FOOTNOTE_TEXT = "footnote text"
FOOTNOTE_REFERENCE = "footnote reference"
"""The raised number of a footnote."""
LIST_FURTHER = "报告列表接续"
"""The second and later paragraphs of a list item."""
LIST_STYLES = tuple(ROLES[name].word_style for name in ("list", "numbered-list"))
PARTICULAR = "文头内容"
FIGURE = "报告图表"
"""The paragraph that holds a chart."""
FIGURE_CAPTION = "图题"
"""The caption below a chart; Word's own caption style belongs above a table and stays with what follows."""
BOX_HEAD = "框首"
"""The dark line a project box opens with."""
BOX_TEXT = "框内正文"
COVER_PERIOD = "封面期间"
COVER_RULE = "封面短线"
COVER_LABEL = "封面项目名"
COVER_VALUE = "封面项目值"
GAP = "表格间隔"
"""The narrow paragraph that keeps a table or box apart from what stands before and after it."""

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"

# A box is a table of one cell, so its look is a table style.
STYLE_TYPES = {
    RoleKind.PARAGRAPH: PARAGRAPH,
    RoleKind.CHARACTER: CHARACTER,
    RoleKind.TABLE: TABLE,
    RoleKind.BOX: TABLE,
}

_COVER_STYLES = (COVER_PERIOD, COVER_RULE, COVER_VALUE)
_BOX_STYLES = (BOX_HEAD, BOX_TEXT)

NEEDED_STYLES: tuple[tuple[str, str], ...] = (
    *(
        (PARAGRAPH, name)
        for name in (
            *HEADINGS,
            *CONTENTS,
            *_COVER_STYLES,
            *_BOX_STYLES,
            HEADER,
            FOOTER,
            LIST_FURTHER,
            PARTICULAR,
            FIGURE,
            FIGURE_CAPTION,
            GAP,
            FOOTNOTE_TEXT,
        )
    ),
    (CHARACTER, HYPERLINK),
    (CHARACTER, COVER_LABEL),
    (CHARACTER, FOOTNOTE_REFERENCE),
    *((STYLE_TYPES[role.kind], role.word_style) for role in ROLES.values()),
)
"""Type and name of every style the writer may ask for."""
