"""Titles on covers and names in tables run over where they read best."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsreport.document import Break, Field, Inline, Text, parted_evenly, plain_words
from opsreport.document.title_lines import COVER_TITLE
from opsreport.document.widths import line_width


def lines(text: str, room: float = COVER_TITLE) -> list[str]:
    """The lines that a text is parted into."""
    return [one.text for one in parted_evenly((Text(text),), room) if isinstance(one, Text)]


@pytest.mark.parametrize(
    "title",
    [
        "海岚生活平台2025年度|运营工作复盘与展望",
        "云溪社区2025年上半年|用户增长专题复盘报告",
        "海岚生活平台|2025年三季度营运复盘",
        "2025年第三季度|用户增长与留存情况的汇报",
        "以用户为中心的|全生命周期运营实践",
        "用户生命周期管理体系建设与|精细化运营专题总结",
        "某某市智慧社区服务平台|二〇二五年度运营工作总结及|二〇二六年度工作计划",
        "从“流量运营”|到“用户经营”：|会员体系升级专题报告",
        "内容生态建设年度复盘",
        "青禾鲜配用户|全周期运营专题报告",
        "海岚用户全生命周期|精细化运营专题报告",
        "会员全周期运营管理|年度总结报告",
    ],
)
def test_a_title_runs_over_between_its_words_and_never_within_a_period(title: str) -> None:
    assert lines(title.replace("|", "")) == title.split("|")


@pytest.mark.parametrize(
    "name", ["用户满意度", "客服平均|等待时长", "优惠券|核销率", "推广投入|产出比", "月度|活跃用户|（MAU）"]
)
def test_the_name_of_a_metric_runs_over_between_its_words(name: str) -> None:
    assert lines(name.replace("|", ""), 5.2) == name.split("|")


def test_a_line_break_parts_what_stands_at_a_place_of_the_bundle_without_losing_the_place() -> None:
    title = (Field("report.title", (Text("海岚生活平台2025年度运营工作复盘与展望"),)),)
    assert parted_evenly(title, COVER_TITLE) == (
        Field("report.title", (Text("海岚生活平台2025年度"), Break(), Text("运营工作复盘与展望"))),
    )


def test_a_break_between_two_pieces_stands_between_them_once() -> None:
    title: tuple[Inline, ...] = (Text("海岚生活平台2025年度"), Text("运营工作复盘与展望"))
    assert parted_evenly(title, COVER_TITLE) == (title[0], Break(), title[1])


@given(st.text(st.sampled_from("运营工作的与2025年度Q3（）“”，：%—— A"), max_size=60), st.floats(4, 20))
def test_no_character_is_lost_and_no_line_is_too_long(title: str, room: float) -> None:
    parted = parted_evenly((Text(title),), room)
    written = [one.text for one in parted if isinstance(one, Text)]
    assert "".join(written) == title
    if len(written) > 1:
        assert all(line_width(line) <= room for line in written)


@given(st.text(st.sampled_from("年度季半上下2025万元的增长"), min_size=1, max_size=40))
def test_no_line_begins_with_what_follows_a_number(title: str) -> None:
    written = lines(title, 6)
    for before, after in pairwise(written):
        assert not (before[-1].isascii() and before[-1].isdigit() and not after[0].isascii())
        assert before[-1:] + after[:1] not in ("年度", "季度", "半年")


def test_a_text_as_long_as_a_page_runs_on_as_it_comes() -> None:
    page = (Text("运营" * 400),)
    assert parted_evenly(page, COVER_TITLE) == page
    assert plain_words(page) == page[0].text
