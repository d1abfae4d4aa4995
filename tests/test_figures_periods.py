"""Periods: how they are written, called and compared (every row of the table of periods)."""

import datetime
from decimal import Decimal

import pytest

from opsreport.figures import Period, parse_period


def period(text: str, **more: int) -> Period:
    parsed = parse_period(text, **more)
    assert parsed is not None, text
    return parsed


@pytest.mark.parametrize(
    ("written", "canonical", "label", "last_year", "previous", "following"),
    [
        ("2025", "2025", "2025年", "2024", None, "2026"),
        ("2025年", "2025", "2025年", "2024", None, "2026"),
        ("2025年度", "2025", "2025年", "2024", None, "2026"),
        ("FY2025", "2025", "2025年", "2024", None, "2026"),
        ("2025H1", "2025H1", "2025年上半年", "2024H1", "2024H2", "2025H2"),
        ("2025上半年", "2025H1", "2025年上半年", "2024H1", "2024H2", "2025H2"),
        ("2025Q3", "2025Q3", "2025年第三季度", "2024Q3", "2025Q2", "2025Q4"),
        ("2025年第三季度", "2025Q3", "2025年第三季度", "2024Q3", "2025Q2", "2025Q4"),
        ("2025年三季度", "2025Q3", "2025年第三季度", "2024Q3", "2025Q2", "2025Q4"),
        ("25Q3", "2025Q3", "2025年第三季度", "2024Q3", "2025Q2", "2025Q4"),
        ("2025Q1", "2025Q1", "2025年第一季度", "2024Q1", "2024Q4", "2025Q2"),
        ("2025年前三季度", "2025YTD09", "2025年前三季度", "2024YTD09", None, None),
        ("2025-01..2025-09", "2025YTD09", "2025年前三季度", "2024YTD09", None, None),
        ("2025年1—9月", "2025YTD09", "2025年前三季度", "2024YTD09", None, None),
        ("2025年1—2月", "2025YTD02", "2025年1—2月", "2024YTD02", None, None),
        ("2025-09", "2025-09", "2025年9月", "2024-09", "2025-08", "2025-10"),
        ("2025年9月", "2025-09", "2025年9月", "2024-09", "2025-08", "2025-10"),
        ("2025.09", "2025-09", "2025年9月", "2024-09", "2025-08", "2025-10"),
        ("202509", "2025-09", "2025年9月", "2024-09", "2025-08", "2025-10"),
        ("2025-01", "2025-01", "2025年1月", "2024-01", "2024-12", "2025-02"),
        ("2025W36", "2025-W36", "2025年第36周（9月1日—7日）", "2024-W36", "2025-W35", "2025-W37"),
        (
            "2025-07-01..2025-08-15",
            "2025-07-01..2025-08-15",
            "2025年7月1日—8月15日",
            "2024-07-01..2024-08-15",
            "2025-05-16..2025-06-30",
            None,
        ),
    ],
)
def test_a_period_has_one_name_and_known_neighbours(
    written: str, canonical: str, label: str, last_year: str, previous: str | None, following: str | None
) -> None:
    one = period(written)
    assert (one.canonical, one.label, one.last_year.canonical) == (canonical, label, last_year)
    assert (one.previous.canonical if one.previous else None) == previous
    assert (one.next.canonical if one.next else None) == following


def test_the_canonical_form_reads_back_as_the_same_period() -> None:
    for text in ("2025", "2025H2", "2025Q4", "2025YTD09", "2025-12", "2025-W01", "2025-07-01..2025-08-15"):
        assert period(text).canonical == text


def test_months_without_a_year_take_the_reports_year() -> None:
    assert period("1—9月", year=2025).canonical == "2025YTD09"
    assert period("三季度", year=2025).canonical == "2025Q3"
    assert parse_period("1—9月") is None


def test_the_third_quarter_is_not_the_first_three_quarters() -> None:
    assert period("2025年三季度") != period("2025年前三季度")
    assert period("2025年三季度").start == datetime.date(2025, 7, 1)
    assert period("2025年前三季度").start == datetime.date(2025, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "25年",
        "2025-13",
        "2025Q5",
        "2025W60",
        "2025-02-30..2025-03-01",
        "2025-09..2025-01",
        "去年",
        "",
        "三季",
    ],
)
def test_what_names_no_period_is_not_guessed(text: str) -> None:
    assert parse_period(text) is None


def test_a_fiscal_year_is_named_after_the_year_it_ends_in() -> None:
    year = period("FY2025", fiscal_year_start=4)
    assert (year.start, year.end) == (datetime.date(2024, 4, 1), datetime.date(2025, 3, 31))
    assert year.label == "2025财年"
    first = period("2025Q1", fiscal_year_start=4)
    assert (first.start, first.end) == (datetime.date(2024, 4, 1), datetime.date(2024, 6, 30))
    assert first.previous is not None
    assert first.previous.canonical == "2024Q4"


@pytest.mark.parametrize(
    ("written", "this", "previous", "following"),
    [
        ("2025", "本年度", "上年度", "下一年度"),
        ("2025Q3", "本季度", "上季度", "下季度"),
        ("2025-09", "本月", "上月", "下月"),
        ("2025H1", "上半年", "上年下半年", "下半年"),
        ("2025YTD09", "前三季度", "上期", "下一阶段"),
    ],
)
def test_a_report_has_its_own_words_for_its_period(
    written: str, this: str, previous: str, following: str
) -> None:
    one = period(written)
    assert (one.this_word, one.previous_word, one.next_word) == (this, previous, following)
    assert one.last_year_word == "上年同期"


@pytest.mark.parametrize(
    ("written", "share"), [("2025YTD09", "0.75"), ("2025Q3", "0.75"), ("2025H1", "0.5"), ("2025", "1")]
)
def test_the_elapsed_share_of_the_year_counts_months_alike(written: str, share: str) -> None:
    assert period(written).elapsed_share == Decimal(share)


def test_a_leap_february_has_a_day_more_than_the_one_it_is_compared_with() -> None:
    february = period("2024-02")
    assert (february.days, february.last_year.days) == (29, 28)
