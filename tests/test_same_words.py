"""A report says the same in Word, in a browser and on paper, the numbers of its headings included."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import pytest

from docx_reading import WordFile
from opsreport.writers.docx.package import MC, w
from test_docx_numbering import printed_numbers
from test_golden import EXAMPLES, build_example, pdf_text

IN_LINE = {"a", "b", "em", "i", "span", "strong", "sup", "wbr"}
UNSEEN = {"style", "svg", "title"}
PAGE_NUMBERS = re.compile(r"^(?:== 第\d+页|第\d+页共\d+页)$", re.MULTILINE)
# The signs of lists, and the dots and page numbers of contents.
SIGNS = re.compile(r"[·•\d.]+")


class Page(HTMLParser):
    """The words of each block of a page, and apart from them those in its charts."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.words, self.drawn = [""], [""]
        self._unseen: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag == "text":
            self.drawn.append("")
        elif tag not in IN_LINE and tag != "br":
            self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen.pop()
        elif tag not in IN_LINE:
            self.words.append("")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words[-1] += data
        elif self._unseen == ["svg"]:
            self.drawn[-1] += data


def said(texts: Iterable[str]) -> list[str]:
    """The texts that hold words, without the spaces, which each format sets by its own rules."""
    return [text for one in texts if (text := re.sub(r"[\s\u2060\ufffe\u00ad]+", "", one))]


def word_blocks(file: WordFile) -> list[str]:
    """The words of each paragraph, with the number Word prints before a heading, without the pages of contents."""
    numbers = printed_numbers(file)
    found: list[str] = []
    for paragraph in paragraphs(file.body):
        style = file.style_of(paragraph)
        parted = "".join(own_words(paragraph)).split("\t")
        if style.startswith("heading"):
            parted[0] = next(numbers) + parted[0]
        found += parted[:1] if style.startswith("toc") else parted
    return said(found)


def paragraphs(element: Element) -> Iterator[Element]:
    """All paragraphs in the order they are read; what older versions of Word get instead is left out."""
    for child in element:
        if child.tag == f"{{{MC}}}Fallback":
            continue
        yield from paragraphs(child)
        if child.tag == w("p"):
            yield child


def own_words(element: Element) -> Iterator[str]:
    """The words of a paragraph, not of those in a text box that hangs on it."""
    for child in element:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag == w("tab"):
            yield "\t"
        elif child.tag not in (w("pPr"), f"{{{MC}}}AlternateContent"):
            yield from own_words(child)


def header(file: WordFile) -> str:
    """The words at the head of each page."""
    parts = [name for name in file.files if name.startswith("word/header")]
    return "".join(said("".join(own_words(file.part(name))) for name in parts))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_says_the_same_in_word_in_a_browser_and_on_paper(name: str) -> None:
    outputs = build_example(name, formats=("docx", "html", "pdf"))[0].outputs
    file, page = WordFile(outputs["docx"]), Page(outputs["html"])
    assert word_blocks(file) == said(page.words)
    paper = "".join(
        said([PAGE_NUMBERS.sub("", pdf_text(outputs["pdf"])).replace(f"\n{header(file)}\n", "\n")])
    )
    lost, left = without(paper, [*said(page.words), *said(page.drawn)])
    assert lost == []
    assert [rest for rest in left if not SIGNS.fullmatch(rest)] == []


def without(text: str, blocks: list[str]) -> tuple[list[str], list[str]]:
    """The blocks that are not in a text, and what is left of it when all the others are cut out once."""
    lost = []
    for block in sorted(blocks, key=len, reverse=True):
        before, there, after = text.partition(block)
        text = f"{before} {after}"
        lost += [] if there else [block]
    return lost, text.split()
