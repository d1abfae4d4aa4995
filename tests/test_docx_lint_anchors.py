"""Each fault of comments and content controls is found before a file leaves the house."""

import re

import pytest

from docx_reading import REFERENCE, WordFile, words
from opsreport.document import Document, Field, Meta, Paragraph, numbered
from opsreport.document.remark import Remark
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.anchors import anchors_for
from opsreport.writers.docx.lint import faults
from opsreport.writers.docx.profile import Profile

DOCUMENT, COMMENTS, HEADER = "word/document.xml", "word/comments.xml", "word/header1.xml"


def remark(path: str) -> Remark:
    return Remark(
        "q3.yaml:7", is_text=path.startswith("modules"), lines=() if path.startswith("modules") else ("出处",)
    )


def reviewed() -> WordFile:
    said = Paragraph(
        (Field("modules[0].goal", (*words("收入"), Field("metrics[0].value", words("12万元")))),)
    )
    document = Document(Meta("季报"), numbered((said,), ()))
    return WordFile(document_to_docx(document, REFERENCE, anchors=anchors_for(Profile.REVIEW, remark, None)))


FILES = reviewed().files
TEXT_BOX = '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:txbxContent>'


def test_a_sound_file_has_no_faults() -> None:
    assert faults(FILES) == []


@pytest.mark.parametrize(
    ("part", "sound", "broken", "fault"),
    [
        (DOCUMENT, '<w:commentRangeStart w:id="0"/>', "", "each commentRangeStart"),
        (DOCUMENT, '<w:commentRangeEnd w:id="0"/>', "", "each commentRangeEnd"),
        (DOCUMENT, '<w:commentReference w:id="0"/>', "", "each commentReference"),
        (DOCUMENT, '<w:commentReference w:id="0"/>', '<w:commentReference w:id="7"/>', "each commentReference"),
        (COMMENTS, '<w:comment w:id="0"', '<w:comment w:id="1"', "its comments are not those"),
        (DOCUMENT, '<w:r><w:commentReference w:id="0"/></w:r>',
         f'<w:r>{TEXT_BOX}<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p></w:txbxContent></w:pict></w:r>',
         "a comment in a text box"),
        (HEADER, "</w:p>", '<w:r><w:commentReference w:id="0"/></w:r></w:p>', "a comment where Word has none"),
        (DOCUMENT, 'w:val="modules[0].goal"', f'w:val="{"m" * 65}"', "a tag longer than 64"),
        (DOCUMENT, 'w:alias w:val="q3.yaml:7"', f'w:alias w:val="{"q" * 65}"', "an alias longer than 64"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(part: str, sound: str, broken: str, fault: str) -> None:
    content = FILES[part].decode()
    assert sound in content
    found = faults({**FILES, part: content.replace(sound, broken, 1).encode()})
    assert any(fault in one for one in found), found


def test_a_control_without_content_is_found() -> None:
    text = FILES[DOCUMENT].decode()
    start = text.index("<w:sdtContent>", text.index("metrics[0].value")) + len("<w:sdtContent>")
    emptied = text[:start] + text[text.index("</w:sdtContent>", start) :]
    assert any("without content" in one for one in faults({**FILES, DOCUMENT: emptied.encode()}))


def test_one_control_number_twice_is_found() -> None:
    text = FILES[DOCUMENT].decode()
    first, second = re.findall(r'<w:id w:val="(\d+)"/>', text)[:2]
    twice = text.replace(f'w:id w:val="{second}"', f'w:id w:val="{first}"')
    assert any(f"content control {first} twice" in one for one in faults({**FILES, DOCUMENT: twice.encode()}))
