"""Word files as staff draw them, with slots: by python-docx, so that they are not of our own making."""

import io
import struct
import zlib

import docx
from docx.document import Document as Drawing
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

RED = RGBColor(0xC0, 0x00, 0x00)


def drawn() -> Drawing:
    """An empty page of A4."""
    page = docx.Document()
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    return page


def control(name: str, inside: str, *, prefix: str = "slot:", properties: str = "", root: str = "") -> str:
    """A content control with this tag around words or paragraphs."""
    declared = nsdecls("w") if root == "" else root
    return (
        f'<w:sdt {declared}><w:sdtPr>{properties}<w:alias w:val="{name}"/><w:tag w:val="{prefix}{name}"/>'
        f"</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def add_block(page: Drawing, name: str, **more: str) -> None:
    """A slot in a paragraph of its own."""
    inside = "<w:p><w:r><w:t>单击此处输入文字。</w:t></w:r></w:p>"
    page.element.body.insert(len(page.element.body) - 1, parse_xml(control(name, inside, **more)))


def add_words(page: Drawing, before: str, name: str, **more: str) -> None:
    """A slot in a line, after words of the staff's own."""
    inside = '<w:r><w:rPr><w:b/><w:color w:val="C00000"/></w:rPr><w:t>〔〕</w:t></w:r>'
    page.add_paragraph(before)._p.append(parse_xml(control(name, inside, **more)))


def red_head() -> Drawing:
    """A letter head in red over a red rule, with the number in a line, and the body below; a seal at the end."""
    page = drawn()
    head = page.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    name = head.add_run("云溪社区文件")
    name.font.size, name.font.color.rgb, name.bold = Pt(36), RED, True
    add_words(page, "编号：", "report.number")
    rule = '<w:pBdr %s><w:bottom w:val="single" w:sz="18" w:space="1" w:color="C00000"/></w:pBdr>'
    page.add_paragraph()._p.get_or_add_pPr().append(parse_xml(rule % nsdecls("w")))
    add_block(page, "正文")
    seal = page.add_paragraph("（印章）")
    seal.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    seal.add_run().add_picture(io.BytesIO(picture()), width=Cm(3))
    return page


def picture(red: int = 200) -> bytes:
    """A small PNG of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    rows = b"".join(b"\0" + bytes((red, 30, 30)) * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def saved(page: Drawing) -> bytes:
    """The file."""
    content = io.BytesIO()
    page.save(content)
    return content.getvalue()


def picture_run(paragraph: Paragraph) -> None:
    """A logo at the end of a paragraph."""
    paragraph.add_run().add_picture(io.BytesIO(picture(90)), width=Cm(1))
