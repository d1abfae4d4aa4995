"""A finding is shown with the user's own words, in the right place, and nothing in them is obeyed."""

import json
import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsreport.diagnostics import CATALOGUE, Code, Diagnostics, Label, Language, Severity, Span, Words
from opsreport.diagnostics.render import Form, render, summary

SPLIT_UNITS = Code(
    "split-units",
    Severity.ERROR,
    zh=Words(
        "target 的单位是{target}，而 value 的单位是{value}", "写成 `target: 1200 {value}`", "单位要一致。"
    ),
    en=Words("target is in {target}, but value is in {value}", "write `target: 1200 {value}`", "One unit."),
)
BUNDLE = [
    "metrics:",
    "  - id: revenue",
    "    name: 营业收入",
    "",
    "    value: 1280 万元",
    "    target: 12000000 元",
    "  - {id: first_reply, name: 平均响应时间, value: 38 秒, polarity: lowr}",
]
VALUE = Span("q3.yaml", 5, 12, 5, 19, path="metrics[0].value")
TARGET = Span("q3.yaml", 6, 13, 6, 23, path="metrics[0].target")
POLARITY = Span("q3.yaml", 7, 60, 7, 64)
ESCAPE = "\x1b[2J"


@pytest.fixture(autouse=True)
def _code_with_two_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CATALOGUE, SPLIT_UNITS.name, SPLIT_UNITS)


def found(
    span: Span = TARGET,
    *,
    secondary: tuple[Label, ...] = (),
    label: str = "",
    target: str = "元",
    value: str = "万元",
) -> Diagnostics:
    diagnostics = Diagnostics()
    diagnostics.add("split-units", span, label=label, secondary=secondary, target=target, value=value)
    return diagnostics


def shown(diagnostics: Diagnostics, form: Form = Form.FULL, *, lines: list[str] = BUNDLE) -> str:
    return render(diagnostics, {"q3.yaml": lines}, form)


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def test_a_finding_shows_the_users_own_lines_and_a_mark_under_each_place() -> None:
    both = found(secondary=(Label(VALUE, "这里是万元"),), label="这里是元")
    assert shown(both) == (
        "错误[split-units]：target 的单位是元，而 value 的单位是万元\n"
        " --> q3.yaml:6:13\n"
        "  |\n"
        "5 |     value: 1280 万元\n"
        "  |            --------- 这里是万元\n"
        "6 |     target: 12000000 元\n"
        "  |             ^^^^^^^^^^^ 这里是元\n"
        "  |\n"
        "  = 帮助：写成 `target: 1200 万元`\n\n"
    )


def test_the_mark_stands_under_its_place_though_chinese_stands_before_it() -> None:
    line, mark = shown(found(POLARITY)).splitlines()[3:5]
    assert mark.strip(" |") == "^^^^"
    assert columns(mark[: mark.index("^")]) == columns(line[: line.index("lowr")])


def test_a_tab_before_the_place_is_repeated_so_that_the_mark_keeps_its_column() -> None:
    text = shown(found(Span("q3.yaml", 1, 4, 1, 6)), lines=["营\t收: 元"])
    assert "  |   \t  ^" in text


def test_the_same_finding_reads_in_english_when_asked() -> None:
    text = render(found(), {"q3.yaml": BUNDLE}, Form.FULL, Language.EN)
    assert text.startswith("error[split-units]: target is in 元, but value is in 万元\n --> q3.yaml:6:13\n")
    assert "  = help: write `target: 1200 万元`\n" in text


def test_a_file_that_cannot_be_quoted_is_still_named() -> None:
    assert shown(found(Span("q4.yaml", 3, 1, 3, 2))).splitlines()[1:] == [
        " --> q4.yaml:3:1",
        "  = 帮助：写成 `target: 1200 万元`",
        "",
    ]
    assert " --> 年报.xlsx:指标!C5\n" in shown(found(Span("年报.xlsx", 5, 3, cell="指标!C5")))
    assert "-->" not in shown(found(Span("")))


def test_places_in_two_files_are_quoted_each_under_its_own_name() -> None:
    other = Label(Span("targets.csv", 2, 1, 2, 4), "目标在这里")
    text = render(
        found(secondary=(other,)), {"q3.yaml": BUNDLE, "targets.csv": ["名称,目标", "营收,1200"]}, Form.FULL
    )
    assert " --> q3.yaml:6:13\n" in text
    assert " --> targets.csv:2:1\n  |\n2 | 营收,1200\n  | ----- 目标在这里\n" in text


def test_a_very_long_line_is_shown_only_around_its_fault() -> None:
    line = "头" * 3000 + "错" + "尾" * 3000
    excerpt, mark = shown(found(Span("q3.yaml", 1, 3001, 1, 3002)), lines=[line]).splitlines()[3:5]
    assert len(excerpt) < 200
    assert columns(mark[: mark.index("^")]) == columns(excerpt[: excerpt.index("错")])


def test_the_mark_ends_with_the_excerpt_of_a_long_line() -> None:
    whole = Span("q3.yaml", 1, 1, 1, 3001)
    excerpt, mark = shown(found(whole), lines=["长句" * 1500]).splitlines()[3:5]
    assert excerpt.endswith("…")
    assert columns(mark) <= columns(excerpt) <= 170


def test_two_places_on_a_long_line_are_marked_on_the_stretch_that_is_shown() -> None:
    line = "头" * 30 + "甲" + "中" * 20 + "乙" + "尾" * 300
    other = Label(Span("q3.yaml", 1, 31, 1, 32), "甲")
    excerpt, first, second = shown(
        found(Span("q3.yaml", 1, 52, 1, 53), secondary=(other,)), lines=[line]
    ).splitlines()[3:6]
    assert columns(first[: first.index("-")]) == columns(excerpt[: excerpt.index("甲")])
    assert columns(second[: second.index("^")]) == columns(excerpt[: excerpt.index("乙")])


def test_no_more_of_an_endless_line_is_looked_at_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def cells(text: str) -> list[str]:
        looked_at.append(text)
        return [*text]

    monkeypatch.setattr(sys.modules["opsreport.diagnostics.render.full"], "cells", cells)
    line = "头" * 300_000 + "错" * 300_000
    assert "错" in shown(found(Span("q3.yaml", 1, 300_001, 1, 300_002)), lines=[line])
    assert max(map(len, looked_at)) <= 300


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ZH, "还有 20 个没有列出；加 --messages concise 可以全部列出。"),
        (Language.EN, "… and 20 more; --messages concise lists them all."),
    ],
)
def test_of_very_many_findings_the_gravest_are_shown_in_full_and_the_rest_counted(
    language: Language, said: str
) -> None:
    diagnostics = Diagnostics()
    for number in range(1, 121):
        severity = Severity.WARNING if number <= 60 else Severity.ERROR
        diagnostics.add(
            "split-units", Span("q3.yaml", number, 1), severity=severity, target="元", value="万元"
        )
    text = render(diagnostics, {}, Form.FULL, language)
    places = [int(number) for number in re.findall(r"--> q3.yaml:(\d+):", text)]
    assert places == [*range(1, 41), *range(61, 121)]
    assert text.endswith(f"{said}\n\n")
    for form in (Form.CONCISE, Form.JSON):
        assert len(render(diagnostics, {}, form, language).splitlines()) == 120


def test_a_long_text_quoted_in_a_message_keeps_the_message_short() -> None:
    assert len(shown(found(target="元" * 5000), Form.CONCISE)) < 250


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert "5 |     value: 1280 万元\n  |            ---------" not in shown(found())
    assert "  |            ^^^^^^^^^\n" in shown(found(Span("q3.yaml", 5, 12, 6, 4)))


def test_concise_is_one_line_that_editors_can_follow() -> None:
    assert shown(found(), Form.CONCISE) == (
        "q3.yaml:6:13: 错误[split-units] target 的单位是元，而 value 的单位是万元\n"
    )
    assert shown(found(Span("")), Form.CONCISE).startswith("错误[split-units] ")


def test_json_is_one_object_with_the_promised_keys() -> None:
    (line,) = shown(found(), Form.JSON).splitlines()
    assert json.loads(line) == {
        "schema": 1,
        "code": "split-units",
        "severity": "error",
        "message": "target 的单位是元，而 value 的单位是万元",
        "file": "q3.yaml",
        "line": 6,
        "column": 13,
        "path": "metrics[0].target",
        "help": "写成 `target: 1200 万元`",
    }


def test_json_says_null_for_a_place_that_is_not_known_and_names_the_cell_of_a_workbook() -> None:
    nowhere = json.loads(shown(found(Span("")), Form.JSON))
    assert (nowhere["file"], nowhere["line"], nowhere["column"], nowhere["path"]) == (None,) * 4
    assert json.loads(shown(found(Span("a.xlsx", 5, 3, cell="指标!C5")), Form.JSON))["cell"] == "指标!C5"


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize(
    "hostile",
    [ESCAPE, "a\n::error file=x::y", "a\r\n::set-output", "##[error]x", "##vso[x]", "\x9b2J", "\u202egnp"],
)
def test_what_a_terminal_or_a_ci_log_would_obey_is_written_out(form: Form, hostile: str) -> None:
    span = Span(f"{hostile}.yaml", 1, 1, 1, 3)
    diagnostics = found(span, label=hostile, target=hostile, value=hostile)
    text = render(diagnostics, {span.file: [f"标题：{hostile}"]}, form)
    assert not set(text) & set("\x1b\x9b\r\u202e")
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())
    assert "##[" not in text
    assert "##vso[" not in text


def test_a_file_named_like_a_ci_command_does_not_become_one() -> None:
    assert shown(found(Span("::error::x.yaml", 1, 1)), Form.CONCISE).startswith("./::error::x.yaml:1:1: ")


@given(st.text(), st.integers(0, 60), st.integers(0, 60))
def test_any_text_at_any_place_can_be_shown(text: str, column: int, end: int) -> None:
    diagnostics = found(Span("q3.yaml", 1, column, 1, end), target=text)
    for form in Form:
        said = shown(diagnostics, form, lines=[text]).encode().decode()
        assert {char for char in said if unicodedata.category(char) in ("Cc", "Cs")} <= {"\n", "\t"}
    message = json.loads(shown(diagnostics, Form.JSON))["message"]
    assert message == f"target 的单位是{text}，而 value 的单位是万元"


def test_colour_is_only_there_when_asked_for_and_changes_no_word() -> None:
    plain = shown(found())
    coloured = render(found(), {"q3.yaml": BUNDLE}, Form.FULL, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31m错误[split-units]\x1b[0m：" in coloured


@pytest.mark.parametrize(
    ("severities", "written", "said", "in_english"),
    [
        ((), 1, "", ""),
        (
            ("error", "error", "warning"),
            0,
            "2 个错误、1 个警告；没有写出任何文件。用 opsreport explain split-units 查看说明。",
            "2 errors, 1 warning; nothing was written. `opsreport explain split-units` says more.",
        ),
        (
            ("warning",),
            2,
            "1 个警告；写出 2 个文件。用 opsreport explain split-units 查看说明。",
            "1 warning; 2 files were written. `opsreport explain split-units` says more.",
        ),
        (
            ("info", "error"),
            None,
            "1 个错误、1 个提示。用 opsreport explain split-units 查看说明。",
            "1 error, 1 note. `opsreport explain split-units` says more.",
        ),
    ],
)
def test_the_last_line_counts_the_findings_and_says_whether_anything_was_written(
    severities: tuple[str, ...], written: int | None, said: str, in_english: str
) -> None:
    diagnostics = Diagnostics()
    for line, severity in enumerate(severities, start=1):
        place = Span("q3.yaml", line, 1)
        diagnostics.add("split-units", place, severity=Severity(severity), target="元", value="万元")
    assert summary(diagnostics, Language.ZH, written=written) == said
    assert summary(diagnostics, Language.EN, written=written) == in_english
