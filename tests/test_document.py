"""The tree's own arithmetic: numbers in words, numbering, and reading it out."""

import pytest

from opsreport.document import (
    Break,
    Cell,
    Column,
    Document,
    Field,
    Heading,
    Listing,
    Meta,
    Numerals,
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
