"""Running text: references, weight, links and breaks, and nothing that could ever run."""

import pytest

from opsreport.bundle.formula import parse_formula
from opsreport.bundle.prose import LineBreak, Link, ParagraphBreak, Prose, Reference, Strong, Words
from opsreport.bundle.text import parse_prose
from opsreport.diagnostics import Diagnostics, Language, Scalar, Span


def prose(text: str, found: Diagnostics) -> Prose:
    parsed = parse_prose(Scalar(text, Span("q3.yaml", 7, 11, 7, 11 + len(text))), found)
    assert parsed is not None, [finding.message(Language.ZH) for finding in found]
    return parsed


@pytest.mark.parametrize(
    ("text", "target", "facet"),
    [
        ("{{ revenue }}", "revenue", ""),
        ("{{revenue.vs_last_year}}", "revenue", "vs_last_year"),
        ("{{ 总营业收入.同比 }}", "总营业收入", "vs_last_year"),
        ("{{ 收入.句子 }}", "收入", "sentence"),
        ("{{ revenue.去年同期 }}", "revenue", "last_year"),
        ("{{ DAU/MAU }}", "DAU/MAU", ""),
        ("{{ a . number }}", "a", "number"),
        ("{{ revenue.wrong }}", "revenue", "wrong"),
        ("{{ guideline }}", "guideline", ""),
        ("{{ 方针 }}", "guideline", ""),
        ("{{核心目标}}", "guideline", ""),
    ],
)
def test_a_reference_names_a_metric_and_perhaps_a_facet(
    text: str, target: str, facet: str, found: Diagnostics
) -> None:
    assert prose(text, found).parts == (Reference(target, facet),)


def test_weight_works_beside_chinese_punctuation(found: Diagnostics) -> None:
    assert prose("**重点：**内容见“**表一**”。", found).parts == (
        Strong((Words("重点："),)),
        Words("内容见“"),
        Strong((Words("表一"),)),
        Words("”。"),
    )


def test_a_reference_may_stand_in_weight_and_in_a_link(found: Diagnostics) -> None:
    parsed = prose("**共{{ a }}家**，见[{{ b.number }}份](https://example.com/a_(b))", found)
    assert parsed.parts == (
        Strong((Words("共"), Reference("a"), Words("家"))),
        Words("，见"),
        Link("https://example.com/a_(b)", (Reference("b", "number"), Words("份"))),
    )
    assert [reference.target for reference in parsed.references] == ["a", "b"]


def test_a_blank_line_starts_a_paragraph_and_a_new_line_breaks_the_line(found: Diagnostics) -> None:
    parsed = prose("\n 第一行 \n第二行\n \n\n第二段\n", found)
    assert parsed.parts == (
        Words("第一行"),
        LineBreak(),
        Words("第二行"),
        ParagraphBreak(),
        Words("第二段"),
    )
    assert [len(paragraph) for paragraph in parsed.paragraphs] == [3, 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\*\*不加重\*\*", "**不加重**"),
        (r"\{{ x \}}", "{{ x }}"),
        (r"\[甲](乙)", "[甲](乙)"),
        (r"C:\报告", "C:\\报告"),
        ("尾号138****1234", "尾号138****1234"),
        ("[甲]与(乙)", "[甲]与(乙)"),
        ("#我的故事# 2*3 _a_ `b` <b>", "#我的故事# 2*3 _a_ `b` <b>"),
        ("{单括号}", "{单括号}"),
        ("", ""),
    ],
)
def test_everything_else_is_words(text: str, words: str, found: Diagnostics) -> None:
    assert prose(text, found).parts == ((Words(words),) if words else ())


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("收入{{ a + b }}", 13, "只能写一个编号"),
        ("收入{{ a | round }}", 13, "只能写一个编号"),
        ("收入{{ a.b.c }}", 13, "只能写一个编号"),
        ("收入{{ a() }}", 13, "只能写一个编号"),
        ("收入{{ 'x'.join }}", 13, "只能写一个编号"),
        ("收入{{ }}", 13, "只能写一个编号"),
        ("收入{{ a", 13, "只能写一个编号"),
        ("收入 a }}", 16, "只能写一个编号"),
        ("收入｛｛ a ｝｝", 13, "只能写一个编号"),
        ("{% if a %}甲", 11, "模板语句"),
        ("{# 注 #}", 11, "模板语句"),
        ("甲**乙", 12, "没有成对"),
        ("甲**乙\n\n丙**", 12, "没有成对"),
        ("见[附件](file:///etc/passwd)", 17, "https://"),
        ("见[附件](javascript:alert(1))", 17, "https://"),
        ("见[附件](https://)", 17, "https://"),
    ],
)
def test_anything_else_in_braces_or_links_is_an_error_with_its_place(
    text: str, column: int, words: str, found: Diagnostics
) -> None:
    assert parse_prose(Scalar(text, Span("q3.yaml", 7, 11)), found) is None
    first = next(iter(found))
    assert first.code == "text-syntax"
    assert first.primary.span.column == column
    assert words in first.help(Language.ZH)


def test_all_faults_of_a_text_are_reported_at_once(found: Diagnostics) -> None:
    parse_prose(Scalar("{{ a b }}和{% c %}和[d](e)", Span("q3.yaml", 1, 1)), found)
    assert len(found) == 3


def test_a_text_of_blanks_or_open_quotes_is_read_without_delay(found: Diagnostics) -> None:
    blanks = f"甲{' ' * 100_000}乙"
    assert prose(blanks, found).parts == (Words(blanks),)
    assert parse_formula(Scalar("“" * 100_000, Span("q3.yaml", 1, 1)), found) is None
    assert parse_formula(Scalar(f"a{' ' * 100_000}b", Span("q3.yaml", 1, 1)), found) is None


def test_each_part_knows_its_place(found: Diagnostics) -> None:
    parsed = prose("增长{{ a.同比 }}，**好**", found)
    reference = parsed.references[0]
    assert (reference.span.column, reference.span.end_column) == (13, 23)
    assert (reference.facet_span.column, reference.facet_span.end_column) == (18, 20)
    assert [part.span.column for part in parsed.parts if isinstance(part, Words | Strong)] == [11, 23, 24]
