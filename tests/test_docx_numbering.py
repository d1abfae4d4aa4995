"""Word counts headings and lists by itself, and arrives at the numbers the tree says."""

from collections.abc import Callable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from docx_reading import REFERENCE, WordFile, found, said, text_of, value, words, written
from opsreport.document import (
    Document,
    Heading,
    Listing,
    Meta,
    Numerals,
    Series,
    chinese_number,
    numbered,
    spaced_number,
)
from opsreport.writers.docx import document_to_docx
from opsreport.writers.docx.package import w
from sample_memo import NUMBERING

SIGNS: dict[str, Callable[[int], str]] = {"chineseCountingThousand": chinese_number, "decimal": str}


def heading(series: str, level: int) -> Heading:
    return Heading(level, words("标题"), series)


def printed_numbers(file: WordFile) -> Iterator[str]:
    """What Word prints before each heading, counted by the rules of ISO 29500-1 §17.9.

    The lists of one kind share their counts. A level starts again when a level is used that its
    `lvlRestart` names, or one above that; the first use of a list with a start of its own goes by it.
    """
    numbering = file.part("word/numbering.xml")
    kinds = {kind.get(w("abstractNumId")): kind for kind in numbering.iter(w("abstractNum"))}
    lists = {number.get(w("numId")): number for number in numbering.iter(w("num"))}
    counts: dict[int, int] = {}
    used: set[str] = set()
    for paragraph in file.paragraphs():
        if not file.style_of(paragraph).startswith("heading"):
            continue
        if not value(paragraph, "numId"):
            yield ""
            continue
        number, level = value(paragraph, "numId"), int(value(paragraph, "ilvl"))
        starts = {
            int(override.get(w("ilvl"), "")): int(value(override, "startOverride"))
            for override in lists[number].iter(w("lvlOverride"))
        }
        if number not in used and level in starts:
            counts.pop(level, None)
        used.add(number)
        levels = {
            int(one.get(w("ilvl"), "")): one
            for one in kinds[value(lists[number], "abstractNumId")].iter(w("lvl"))
        }
        counts[level] = counts[level] + 1 if level in counts else starts.get(level, 1)
        for below in range(level + 1, len(levels)):
            if level < int(value(levels[below], "lvlRestart")):
                counts.pop(below, None)
        sign = SIGNS[value(levels[level], "numFmt")](counts[level])
        yield value(levels[level], "lvlText").replace(f"%{level + 1}", sign)


def numbers_in_tree(*headings: Heading, series: tuple[Series, ...]) -> tuple[WordFile, list[str]]:
    tree = numbered(headings, series)
    due = [spaced_number(one.number) if isinstance(one, Heading) else "" for one in tree]
    return written(*headings, series=series), due


def test_parts_and_modules_are_counted_in_words() -> None:
    file, due = numbers_in_tree(
        heading("part", 1), heading("module", 2), heading("module", 2), heading("part", 1), heading("module", 2),
        series=NUMBERING,
    )  # fmt: skip
    assert (
        list(printed_numbers(file)) == due == ["第一部分　", "模块一　", "模块二　", "第二部分　", "模块一　"]
    )


def test_modules_and_plans_of_one_part_do_not_disturb_each_other() -> None:
    names = ["module", "plan", "module", "plan", "plan"]
    file, due = numbers_in_tree(*(heading(name, 2) for name in names), series=NUMBERING)
    assert list(printed_numbers(file)) == due == ["模块一　", "规划一　", "模块二　", "规划二　", "规划三　"]


def test_a_section_without_a_number_starts_the_numbers_below_it_again() -> None:
    file, due = numbers_in_tree(
        heading("part", 1), heading("module", 2), Heading(1, words("附记")), heading("module", 2), series=NUMBERING
    )  # fmt: skip
    assert list(printed_numbers(file)) == due == ["第一部分　", "模块一　", "", "模块一　"]


def test_a_number_that_ends_in_a_mark_stands_close_to_its_words() -> None:
    numbering = (Series("part", 1, "%、"), Series("point", 2, "（%）"), Series("project", 3, "项目%"))
    section = (heading("part", 1), heading("point", 2), heading("project", 3), heading("point", 2))
    file, _ = numbers_in_tree(*section, *section, series=numbering)
    assert list(printed_numbers(file))[:4] == ["一、", "（一）", "项目一　", "（二）"]


def test_a_section_that_stands_alone_is_numbered_nowhere_and_counts_for_nothing() -> None:
    numbering = (Series("part", 1, "第%部分"), Series("point", 2, "（%）"))
    alone, two = heading("point", 2), (heading("point", 2), heading("point", 2))
    file, due = numbers_in_tree(heading("part", 1), alone, heading("part", 1), *two, series=numbering)
    assert list(printed_numbers(file)) == due == ["第一部分　", "", "第二部分　", "（一）", "（二）"]


@st.composite
def reports(draw: st.DrawFn) -> tuple[tuple[Series, ...], list[Heading]]:
    levels = draw(st.lists(st.integers(1, 4), min_size=1, max_size=6))
    series = tuple(
        Series(
            f"s{place}",
            level,
            f"{sign}%{draw(st.sampled_from(('）', '、', '')))}",
            draw(st.sampled_from(Numerals)),
        )
        for place, (level, sign) in enumerate(zip(levels, "甲乙丙丁戊己", strict=False))
    )
    plain = st.builds(Heading, st.integers(1, 4), st.just(words("无号")))
    counted = st.sampled_from(series).map(lambda one: heading(one.name, one.level))
    return series, draw(st.lists(plain | counted, max_size=40))


@given(reports())
def test_word_arrives_at_the_numbers_of_the_tree(report: tuple[tuple[Series, ...], list[Heading]]) -> None:
    series, headings = report
    file, due = numbers_in_tree(*headings, series=series)
    assert list(printed_numbers(file)) == due


def test_one_list_is_made_for_a_report_that_needs_no_more() -> None:
    file, _ = numbers_in_tree(
        heading("part", 1), *[heading("module", 2)] * 3, heading("part", 1), series=NUMBERING
    )
    assert len({value(paragraph, "numId") for paragraph in file.paragraphs()}) == 1


def test_a_number_of_an_unknown_series_is_written_out() -> None:
    lone = Heading(1, words("总则"), "chapter", "第一章")

    file = WordFile(document_to_docx(Document(Meta("章程"), (lone,)), REFERENCE))
    assert text_of(file.paragraphs("heading 1")[0]) == "第一章　总则"


def ordered(*texts: str) -> Listing:
    return Listing(tuple((said(text),) for text in texts), ordered=True, role="numbered-list")


def test_each_ordered_list_starts_at_one() -> None:
    file = written(ordered("甲", "乙"), said("中间"), ordered("丙"))
    first, second, third = (value(paragraph, "numId") for paragraph in file.paragraphs("报告编号列表"))
    assert first == second != third
    lists = {one.get(w("numId")): one for one in file.part("word/numbering.xml").iter(w("num"))}
    assert value(lists[first], "startOverride") == value(lists[third], "startOverride") == "1"


def test_bullets_are_all_of_one_list() -> None:
    file = written(Listing(((said("甲"),), (said("乙"),))), said("中间"), Listing(((said("丙"),),)))
    assert {value(paragraph, "numId") for paragraph in file.paragraphs("报告列表")} == {"1"}


def test_a_list_within_a_list_stands_one_level_deeper() -> None:
    file = written(Listing(((said("甲"), ordered("一", "二")), (said("乙"),))))
    levels = [(text_of(one), value(one, "ilvl")) for one in file.paragraphs()]
    assert levels == [("甲", "0"), ("一", "1"), ("二", "1"), ("乙", "0")]
    nested = file.paragraphs("报告编号列表")[0]
    lists = {one.get(w("numId")): one for one in file.part("word/numbering.xml").iter(w("num"))}
    assert found(lists[value(nested, "numId")], "lvlOverride").get(w("ilvl")) == "1"


def test_lists_deeper_than_word_has_signs_for_stay_at_the_last_one() -> None:
    deep: tuple[Listing, ...] = ()
    for depth in range(5):
        deep = (Listing(((said(str(depth)), *deep),)),)
    assert [value(one, "ilvl") for one in written(*deep).paragraphs()] == ["0", "1", "2", "2", "2"]


def test_the_second_paragraph_of_an_item_stands_under_its_words_without_a_sign() -> None:
    file = written(Listing(((said("甲"), said("又及")),)))
    further = file.paragraphs("报告列表接续")[0]
    assert text_of(further) == "又及"
    assert not value(further, "numId")
    assert int(found(further, "ind").get(w("left"), "0")) > 0


def test_an_item_that_opens_with_a_list_keeps_its_own_number() -> None:
    file = written(Listing(((ordered("一"),),), ordered=True, role="numbered-list"))
    assert [(text_of(one), value(one, "ilvl")) for one in file.paragraphs()] == [("", "0"), ("一", "1")]
