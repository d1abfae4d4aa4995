"""What each example becomes at every border of the pipeline, kept in files that a person reads.

`make golden` writes them anew; the difference is to be read before it is committed.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from opsreport.build import BuildRequest, BuildResult, build
from opsreport.diagnostics import Diagnostics, Language, Severity

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {
    "q3.memo": ("examples/q3.yaml", "memo"),
    "annual-2025.annual-review": ("examples/annual-2025", "annual-review"),
    "lifecycle.lifecycle-topic": ("examples/lifecycle.yaml", "lifecycle-topic"),
    "q3.house-style": ("examples/q3.yaml", str(ROOT / "examples" / "house-style")),
}
BORDERS = ("context.json", "tree.txt", "page.html", "word.txt", "pdf.txt", "findings.txt")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def build_example(name: str, **options: object) -> tuple[BuildResult, Diagnostics]:
    bundle, style = EXAMPLES[name]
    found = Diagnostics()
    result = build(BuildRequest(str(ROOT / bundle), style, **options), found)  # type: ignore[arg-type]
    return result, found


def border(name: str, file: str) -> str:
    match file:
        case "context.json" | "tree.txt":
            result, _ = build_example(name, stop_after=file.split(".")[0])
            assert result.intermediate is not None
            return result.intermediate
        case "page.html":
            result, _ = build_example(name, formats=("html",))
            page = result.outputs["html"].decode()
            return re.sub(r"<(style|svg)\b.*?</\1>", r"<\1>…</\1>", page, flags=re.DOTALL)
        case "word.txt":
            result, _ = build_example(name, formats=("docx",))
            return "\n".join(word_outline(result.outputs["docx"])) + "\n"
        case "pdf.txt":
            pytest.importorskip("pypdfium2")
            result, _ = build_example(name, formats=("pdf",))
            return pdf_text(result.outputs["pdf"])
    _, found = build_example(name)
    return "".join(f"{one.severity.value} {one.code} {one.message(Language.ZH)}\n" for one in found)


def word_outline(content: bytes) -> Iterator[str]:
    """A Word file as its paragraphs with their styles, and its tables with their cells."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))[0]
        names = style_names(package.read("word/styles.xml"))
    for block in out_of_controls(body):
        if block.tag == f"{W}p":
            yield paragraph_line(block, names)
        elif block.tag == f"{W}tbl":
            rows = block.findall(f"{W}tr")
            style = block.find(f"{W}tblPr/{W}tblStyle")
            look = names.get(style.get(f"{W}val", ""), "") if style is not None else ""
            yield f"Table {look} {len(block.findall(f'{W}tblGrid/{W}gridCol'))}×{len(rows)}"
            for row in rows:
                yield "  " + " | ".join(
                    "⏎".join(text_of(p) for p in cell.iter(f"{W}p")) for cell in row.findall(f"{W}tc")
                )


def out_of_controls(parent: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The blocks of a body, those of a list of contents too, which stand in a content control."""
    for block in parent:
        if block.tag == f"{W}sdt":
            yield from block.find(f"{W}sdtContent") or ()
        else:
            yield block


def style_names(styles: bytes) -> dict[str, str]:
    found = {}
    for style in ElementTree.fromstring(styles).iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            found[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "")
    return found


def paragraph_line(paragraph: ElementTree.Element, names: dict[str, str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    numbered = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    level = f" #{numbered.get(f'{W}val')}" if numbered is not None else ""
    return f"{names.get(style.get(f'{W}val', ''), '') if style is not None else '正文'}{level} | {text_of(paragraph)}"


def text_of(paragraph: ElementTree.Element) -> str:
    parts = []
    for one in paragraph.iter():
        if one.tag == f"{W}t":
            parts.append(one.text or "")
        elif one.tag == f"{W}br":
            parts.append("⏎")
    return "".join(parts)


def pdf_text(content: bytes) -> str:
    """The text of a PDF page by page, without the spaces and marks that only set the lines."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    pages = []
    for number, page in enumerate(document, 1):
        text = page.get_textpage().get_text_range()
        lines = [re.sub(r"[\s\u2060\ufffe\u00ad]+", "", line) for line in text.splitlines()]
        pages.append(f"== 第{number}页\n" + "\n".join(line for line in lines if line))
    return "\n".join(pages) + "\n"


@pytest.mark.parametrize("file", BORDERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_it_was(name: str, file: str, request: pytest.FixtureRequest) -> None:
    made = border(name, file)
    path = GOLDEN / name / file
    if request.config.getoption("--golden") == "update":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8")
    assert path.exists(), "make golden"
    assert made == path.read_text("utf-8")


def test_every_golden_file_belongs_to_a_test() -> None:
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert kept == {f"{name}/{file}" for name in EXAMPLES for file in BORDERS}


MUST_PRINT = {
    "q3.memo": (
        "平均阅读量比平台基线高35.0%",
        "提高约35%",
        "环比增长9.5%",
        "从12.4%提升至15.1%",
        "环比缩短15.0%",
        "从0.50‰降至0.42‰，环比下降16.0%（下降0.08个千分点）",
        "环比增加4.5分钟",
        "环比提高0.7个百分点",
        "人均评论数、点赞数、分享数环比分别增长12.7%、10.7%和8.9%",
        "从3.9分提升至4.2分（5分制）",
        "核心作者数量环比增长11.4%",
        "48万元",
        "2名",
        "120人天",
        "围绕提质量、保安全、育作者三项目标",
    ),
    "annual-2025.annual-review": (
        "完成年度目标的105.4%，同比增长20.1%",
        "31.4%，与上年同期基本持平",
        "完成年度目标的96.8%，同比增长25.8%",
        "峰值512.8万（11月），月均436.5万，同比增长12.1%",
        "从48秒缩短至29秒",
        "缩短5.5小时",
        "同比下降12.5%",
        "提高5.3个百分点",
        "预估增长11.5%",
        "环比增长43.8%",
        "1∶4.5",
        "下降约18%",
        "分别高于行业平均4.8、4.4和2.8个百分点",
        "“北辰计划”——会员分层经营",
        "图1　各季度营业收入与同比增速",
    ),
    "lifecycle.lifecycle-topic": (
        "提高7.5个百分点",
        "从38.4%提升至52.7%",
        "从17.2%提升至21.9%",
        "从3.2%提升至4.0%，相对提高25.0%（提高0.8个百分点）",
        "提升至14.3%",
        "获客（Acquisition）：先问质量，再问数量",
    ),
}
KNOWN_FINDINGS = {
    "annual-2025.annual-review": {
        ("plan-without-problem", Severity.WARNING),
        ("one-figure-many-metrics", Severity.WARNING),
    },
}
"""What an example is to be warned of: a plan that addresses no problem, one figure for two metrics."""

MUST_PRINT["q3.house-style"] = MUST_PRINT["q3.memo"]


def words_of(output_format: str, content: bytes) -> str:
    match output_format:
        case "docx":
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                return text_of(ElementTree.fromstring(package.read("word/document.xml")))
        case "pdf":
            return "".join(line for line in pdf_text(content).splitlines() if not line.startswith("=="))
    return re.sub(r"<[^<>]*>|\s", "", content.decode().partition("<main>")[2])


@pytest.mark.parametrize("output_format", ["docx", "pdf", "html"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_what_its_figures_come_to(name: str, output_format: str) -> None:
    result, found = build_example(name, formats=(output_format,))
    words = words_of(output_format, result.outputs[output_format])
    assert [one for one in MUST_PRINT[name] if re.sub(r"\s", "", one) not in re.sub(r"\s", "", words)] == []
    graver = {(one.code, one.severity) for one in found if one.severity is not Severity.INFO}
    assert graver == KNOWN_FINDINGS.get(name, set())


def test_word_pdf_and_html_say_the_same_numbers() -> None:
    result, _ = build_example("q3.memo", formats=("docx", "pdf", "html"))
    figure = re.compile(r"\d+(?:\.\d+)?")
    said = {name: set(figure.findall(words_of(name, content))) for name, content in result.outputs.items()}
    assert said["docx"] == said["html"]
    assert said["docx"] <= said["pdf"]


def test_the_context_is_readable_json() -> None:
    assert json.loads(border("q3.memo", "context.json"))["report"]["to"] == "公司经营管理委员会"
