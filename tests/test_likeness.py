"""Which word was most likely meant by one that nobody knows, without ever taking long over it."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from opsreport.bundle.likeness import ALIKE, Known

METRICS = ("总营业收入", "净利润", "客服平均响应时间", "revenue", "net_profit")


@pytest.mark.parametrize(
    ("unknown", "meant"),
    [("总营业收人", "总营业收入"), ("净利率", "净利润"), ("revenu", "revenue"), ("网站访问量", ""), ("", "")],
)
def test_a_slip_of_a_name_leads_to_the_name(unknown: str, meant: str) -> None:
    assert Known(METRICS).nearest(unknown) == meant


@given(
    some.text("甲乙丙丁", min_size=1, max_size=8), some.lists(some.text("甲乙丙丁", min_size=1, max_size=8))
)
def test_words_of_another_length_are_left_out_only_where_they_cannot_be_near(
    unknown: str, words: list[str]
) -> None:
    words = list(dict.fromkeys(words))
    near = difflib.get_close_matches(unknown, words, n=1, cutoff=ALIKE)
    found = Known(words).nearest(unknown)
    assert bool(found) == bool(near)


def test_after_many_unknown_names_no_more_are_looked_for_yet_known_answers_stay() -> None:
    known = Known((f"指标{number}" for number in range(100)), most=250)
    answers = [known.nearest(f"指标{number}号") for number in (7, 8, 9, 10, 7)]
    assert answers[0] == answers[4] == "指标7"
    assert answers[3] == ""
