"""A Word file is read well by everyone: aloud, on a narrow screen, in WPS, in another font than the house's."""

import itertools
import re
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from deriving import said
from docx_reading import REFERENCE, WordFile, text_of, value, words
from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics
from opsreport.document import Cell, Column, Document, Meta, Paragraph, Table
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.package import DRAWING, w
from skeleton_making import red_head, saved

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = ("q3.yaml", "annual-2025", "lifecycle.yaml")
HANZI = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—·]")
CORE = "{http://purl.org/dc/elements/1.1/}"

every_example = pytest.mark.parametrize("name", NAMES)


@cache
def made(name: str, profile: str = "final") -> WordFile:
    found = Diagnostics()
    result = build(BuildRequest(str(EXAMPLES / name), profile=profile), found)
    assert not found.errors(), said(found)
    return WordFile(result.outputs["docx"])


@cache
def in_skeleton() -> WordFile:
    cells = Cell(words("收入"), head=True), Cell(words("1"))
    table = Table(
        (Column(1), Column(1)), ((Cell(words("指标"), head=True), Cell(words("本期"), head=True)),), (cells,)
    )
    document = Document(Meta("季报"), (Paragraph(words("收入“平稳”。")), table))
    return WordFile(document_to_docx(document, REFERENCE, skeleton=saved(red_head())))


def texts(file: WordFile) -> list[tuple[str, Element]]:
    """The parts that hold words, by their names."""
    named = re.compile(r"word/(document|header\w+|footer\w+|footnotes|comments)\.xml")
    return [(name, file.part(name)) for name in file.files if named.fullmatch(name)]


# The language


@pytest.mark.parametrize("file", [*NAMES, "skeleton"])
def test_the_language_of_hanzi_is_chinese(file: str) -> None:
    word = in_skeleton() if file == "skeleton" else made(file)
    defaults = word.part("word/styles.xml").find(f"{w('docDefaults')}//{w('lang')}")
    assert defaults is not None
    assert defaults.get(w("eastAsia")) == "zh-CN"
    theme = word.part("word/settings.xml").find(w("themeFontLang"))
    assert theme is None or theme.get(w("eastAsia")) == "zh-CN"
    assert word.part("docProps/core.xml").findtext(f"{CORE}language") == "zh-CN"


@every_example
def test_no_words_are_said_to_be_in_another_language(name: str) -> None:
    for part, tree in texts(made(name)):
        assert not list(tree.iter(w("lang"))), part


@every_example
@pytest.mark.parametrize("profile", ["final", "review"])
def test_signs_among_hanzi_are_set_in_the_font_of_hanzi(name: str, profile: str) -> None:
    for part, tree in texts(made(name, profile)):
        for run in tree.iter(w("r")):
            if HANZI.search("".join(one.text or "" for one in run.findall(w("t")))):
                fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
                assert fonts is not None, f"{part}: {text_of(run)}"
                assert fonts.get(w("hint")) == "eastAsia", f"{part}: {text_of(run)}"


@every_example
def test_no_theme_has_a_say_over_a_named_font(name: str) -> None:
    file = made(name)
    for tree in (
        file.part("word/styles.xml"),
        file.part("word/numbering.xml"),
        *(tree for _, tree in texts(file)),
    ):
        for fonts in tree.iter(w("rFonts")):
            assert not [key for key in fonts.attrib if key.endswith("Theme")]


def test_hanzi_and_latin_letters_have_each_their_font() -> None:
    defaults = made("q3.yaml").part("word/styles.xml").find(f"{w('docDefaults')}//{w('rFonts')}")
    assert defaults is not None
    assert {w("ascii"), w("hAnsi"), w("eastAsia")} <= set(defaults.attrib)


def test_a_line_that_ends_in_a_break_is_not_stretched_in_a_file_of_staffs_own() -> None:
    compat = in_skeleton().part("word/settings.xml").find(w("compat"))
    assert compat is not None
    assert compat.find(w("doNotExpandShiftReturn")) is not None


# What is seen


@pytest.mark.parametrize("file", [*NAMES, "skeleton"])
def test_every_picture_and_chart_is_said_in_words(file: str) -> None:
    word = in_skeleton() if file == "skeleton" else made(file)
    seen = [one for _, tree in texts(word) for one in tree.iter(f"{{{DRAWING}}}docPr")]
    assert all(one.get("descr", "").strip() for one in seen)
    assert len({one.get("id") for one in seen}) == len(seen)
    assert seen or file == "q3.yaml"


def test_the_words_for_a_chart_tell_its_figures() -> None:
    charts = [
        one.get("descr", "")
        for one in made("annual-2025").body.iter(f"{{{DRAWING}}}docPr")
        if one.get("name", "").startswith("图表")
    ]
    assert charts
    assert all(re.search(r"\d", said_) and len(said_) > 20 for said_ in charts)


def test_a_watermark_is_said_in_words() -> None:
    found = Diagnostics()
    draft = build(BuildRequest(str(EXAMPLES / "q3.yaml"), draft=True), found).outputs["docx"]
    header = WordFile(draft).files["word/header1.xml"].decode()
    assert 'alt="草稿"' in header


# What structure there is


@every_example
def test_headings_are_real_and_none_is_skipped(name: str) -> None:
    file = made(name)
    styles = file.part("word/styles.xml")
    for level in (1, 2, 3, 4):
        style = next(one for one in styles.iter(w("style")) if value(one, "name") == f"heading {level}")
        assert value(style, "outlineLvl") == str(level - 1)
    levels = [
        int(named.removeprefix("heading "))
        for paragraph in file.body.iter(w("p"))
        if (named := file.style_of(paragraph)).startswith("heading ")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@every_example
def test_head_rows_are_marked_and_repeated_and_no_row_is_split(name: str) -> None:
    file = made(name)
    heads = [one for one in file.body.iter(w("tr")) if one.find(f"{w('trPr')}/{w('tblHeader')}") is not None]
    for table in file.body.iter(w("tbl")):
        look = table.find(f"{w('tblPr')}/{w('tblLook')}")
        assert look is not None
        first = table.find(w("tr"))
        assert first is not None
        assert (look.get(w("firstRow")) == "1") == (first in heads)
        following = [row in heads for row in table.findall(w("tr"))]
        assert following == sorted(following, reverse=True)
    assert heads


@every_example
def test_every_table_has_one_width_however_it_is_asked(name: str) -> None:
    for table in made(name).body.iter(w("tbl")):
        properties = table.find(w("tblPr"))
        assert properties is not None
        width, layout = properties.find(w("tblW")), properties.find(w("tblLayout"))
        assert width is not None
        assert layout is not None
        assert (width.get(w("type")), layout.get(w("type"))) == ("dxa", "fixed")
        grid = [int(one.get(w("w"), "0")) for one in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        assert sum(grid) == int(width.get(w("w"), "0"))
        for row in table.findall(w("tr")):
            cells = [cell.find(f"{w('tcPr')}/{w('tcW')}") for cell in row.findall(w("tc"))]
            assert all(cell is not None and cell.get(w("type")) == "dxa" for cell in cells)
            assert sum(int(cell.get(w("w"), "0")) for cell in cells if cell is not None) == sum(grid)


@every_example
def test_no_list_is_typed_by_hand(name: str) -> None:
    for paragraph in made(name).paragraphs("报告列表"):
        assert not re.match(r"\s*[•·\-●]", text_of(paragraph))
        assert paragraph.find(f"{w('pPr')}/{w('numPr')}") is not None


@every_example
def test_a_link_says_where_it_leads(name: str) -> None:
    for link in made(name).body.iter(w("hyperlink")):
        assert text_of(link).strip()


# What is known of the file without opening it


@pytest.mark.parametrize(
    ("name", "title", "author", "company"),
    [
        ("q3.yaml", "2025年第三季度内容生态工作汇报与第四季度资源申请", "内容运营部", "云溪社区"),
        ("annual-2025", "青禾优选2025年度运营工作复盘与2026年展望", "运营中心", "青禾优选"),
        ("lifecycle.yaml", "从买量到经营：拾光课堂学员全周期运营专题报告", "用户增长部", "拾光课堂"),
    ],
)
def test_the_properties_are_the_bundles_own(name: str, title: str, author: str, company: str) -> None:
    file = made(name)
    core = file.part("docProps/core.xml")
    assert core.findtext(f"{CORE}title") == title
    assert core.findtext(f"{CORE}creator") == author
    assert f"<Company>{company}</Company>" in file.files["docProps/app.xml"].decode()


def test_a_skeleton_lends_its_author_and_title_to_no_report() -> None:
    core = in_skeleton().files["docProps/core.xml"].decode()
    assert "python-docx" not in core
    assert "<dc:title>季报</dc:title>" in core
