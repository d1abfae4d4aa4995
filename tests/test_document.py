"""The tree's own arithmetic: numbers in words, numbering, and reading it out."""

import pytest

from opsreport.document import (
    Break,
    Cell,
    Column,
    Contents,
    Document,
    Field,
    Heading,
    Listing,
    Meta,
    Numerals,
    PageBreak,
    Paragraph,
    Particulars,
    Series,
    Strong,
    Table,
    Text,
    chinese_number,
    numbered,
    outline,
)
from opsreport.document.contents import with_useful_contents
from opsreport.document.walk import placed_texts


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "一百"),
     (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"), (1001, "一千零一"), (1010, "一千零一十"), (10000, "10000")],
)  # fmt: skip
def test_a_heading_counts_in_chinese(number: int, words: str) -> None:
    assert chinese_number(number) == words


def heading(level: int, series: str = "") -> Heading:
    return Heading(level, (Text("甲"),), series)


def test_two_numberings_of_one_level_do_not_disturb_each_other() -> None:
    series = (
        Series("part", 1, "第%部分"),
        Series("module", 2, "模块%"),
        Series("plan", 2, "规划%", Numerals.DECIMAL),
    )
    blocks = (
        heading(1, "part"), heading(2, "module"), heading(2, "plan"), heading(2, "module"), heading(2, "plan"),
        heading(1, "part"), heading(2, "plan"),
    )  # fmt: skip
    numbers = [block.number for block in numbered(blocks, series) if isinstance(block, Heading)]
    assert numbers == ["第一部分", "模块一", "规划1", "模块二", "规划2", "第二部分", "规划1"]


def numbers_of(*blocks: Heading) -> list[str]:
    series = (Series("part", 1, "第%部分"), Series("module", 2, "模块%"), Series("section", 2, "（%）"))
    return [block.number for block in numbered(blocks, series) if isinstance(block, Heading)]


def test_a_section_that_is_the_only_one_of_its_part_has_no_number() -> None:
    part, section = heading(1, "part"), heading(2, "section")
    assert numbers_of(part, section, part, section, section) == [
        "第一部分",
        "",
        "第二部分",
        "（一）",
        "（二）",
    ]


def test_a_number_that_says_what_it_numbers_stands_alone_as_well() -> None:
    assert numbers_of(heading(1, "part"), heading(2, "module")) == ["第一部分", "模块一"]


def test_a_list_of_fewer_than_three_headings_is_left_out_with_its_page() -> None:
    few = (Contents(()), PageBreak(), heading(1), heading(2), heading(3), PageBreak(), heading(3))
    assert with_useful_contents(few) == few[2:]
    assert with_useful_contents((*few, heading(2))) == (*few, heading(2))


DOCUMENT = Document(
    Meta("周报", draft=True),
    (
        Paragraph((Field("a", (Text("甲"), Field("b", (Text("1"),)))), Break(), Strong((Text("乙"),)))),
        Listing(((Paragraph((Field("c", (Text("丙"),)),)),),)),
        Particulars((((Text("致"),), (Field("d", (Text("丁"),)),)),)),
        Table((Column(1),), (), ((Cell((Field("e", (Text("戊"),)),)),),), note=(Text("注"),)),
    ),
)


def test_every_text_is_met_with_the_places_it_stands_for() -> None:
    assert list(placed_texts(DOCUMENT.blocks)) == [
        (("a",), "甲"), (("a", "b"), "1"), ((), "乙"), (("c",), "丙"), ((), "致"), (("d",), "丁"), (("e",), "戊"), ((), "注"),
    ]  # fmt: skip


def test_an_outline_shows_words_places_and_structure() -> None:
    text = outline(DOCUMENT)
    assert "Document | 周报" in text
    assert text.splitlines()[0].endswith("| draft")
    assert "⟨a: 甲⟨b: 1⟩⟩⏎**乙**" in text
    assert "Table table 1×1" in text
