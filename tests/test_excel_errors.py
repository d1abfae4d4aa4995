"""Each code of workbooks has an example of its own, shown with the whole message a user sees."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.diagnostics.catalogue.workbook import WORKBOOK
from opsreport.diagnostics.render import render
from opsreport.readers.excel import read_workbook
from workbook_making import OFFICE, number, row, sheet, text, texts, workbook

MESSAGES = Path(__file__).parent / "excel"
HEADER = texts(1, "指标", "本期", "目标")


def truncated() -> bytes:
    return workbook({"指标": sheet(HEADER)})[:700]


def broken() -> bytes:
    return workbook({"指标": sheet('<row r="2"><c r="A2" t="s"><v>7</v></c></row>')})


def oversized() -> bytes:
    return workbook({"指标": sheet(HEADER, row(1048576, text("XFD1048576", "0")))})


def with_a_hidden_sheet() -> bytes:
    return workbook({"指标": sheet(HEADER), "草稿": sheet()}, states={"草稿": "hidden"})


def filtered() -> bytes:
    after = '<autoFilter ref="A1:C9"><filterColumn colId="0"/></autoFilter>'
    before = '<cols><col min="3" max="3" hidden="1"/></cols>'
    rows = (row(at, text(f"A{at}", f"指标{at}"), hidden="1") for at in range(2, 14))
    return workbook({"指标": sheet(HEADER, *rows, before=before, after=after)})


def with_macros() -> bytes:
    macros = f'<Relationship Id="v" Type="{OFFICE}/vbaProject" Target="vbaProject.bin"/>'
    return workbook({"指标": sheet(HEADER)}, relations=macros)


def merged() -> bytes:
    figures = row(2, text("A2", "甲"), number("B2", "100"))
    return workbook(
        {"指标": sheet(HEADER, figures, after='<mergeCells><mergeCell ref="B2:B4"/></mergeCells>')}
    )


def merged_over_other_values() -> bytes:
    lines = texts(1, "分组", "指标", "本期"), texts(2, "收入", "甲", "100"), texts(3, "成本", "乙", "99")
    return workbook({"指标": sheet(*lines, after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>')})


def with_an_error() -> bytes:
    return workbook({"指标": sheet(HEADER, row(7, '<c r="C7" t="e"><f>A1/B1</f><v>#DIV/0!</v></c>'))})


def uncalculated() -> bytes:
    return workbook({"指标": sheet(HEADER, row(7, '<c r="C7"><f>A1+B1</f><v></v></c>'))})


def shown_in_thousands() -> bytes:
    return workbook({"指标": sheet(HEADER, row(7, number("C7", "1234567", 1)))}, formats=["#,##0,"])


EXAMPLES: dict[str, Callable[[], bytes]] = {
    "not-a-workbook": truncated,
    "broken-workbook": broken,
    "oversized-workbook": oversized,
    "skipped-sheet": with_a_hidden_sheet,
    "hidden-cells": filtered,
    "unread-content": with_macros,
    "merged-cells": merged,
    "covered-cells": merged_over_other_values,
    "cell-error": with_an_error,
    "uncalculated-formula": uncalculated,
    "shown-otherwise": shown_in_thousands,
}


def findings(content: bytes) -> Diagnostics:
    found = Diagnostics()
    for grid in read_workbook(Source("年报.xlsx", content), found) or ():
        list(grid.rows)
    return found


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_shows_its_own_defect_in_the_words_that_were_approved(
    code: str, request: pytest.FixtureRequest
) -> None:
    found = findings(EXAMPLES[code]())
    assert {finding.code for finding in found} == {code}
    shown = render(found.sorted(), {}) + render(found.sorted(), {}, language=Language.EN)
    expected = MESSAGES / f"{code}.txt"
    if request.config.getoption("--golden") == "update":
        expected.write_text(shown, "utf-8")
    assert shown == expected.read_text("utf-8")


def test_every_code_of_workbooks_has_an_example() -> None:
    assert {code.name for code in WORKBOOK} == set(EXAMPLES) == {path.stem for path in MESSAGES.glob("*.txt")}


def test_messages_quote_the_cell_and_never_the_bytes_of_the_archive() -> None:
    content = with_an_error()
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.namelist()
    lines = content.decode("latin-1").splitlines()
    assert "PK" not in render(findings(content), {"年报.xlsx": lines})


@pytest.mark.parametrize("code", [code for code in WORKBOOK if code.zh.help_for], ids=lambda code: code.name)
def test_every_special_case_is_worded_in_both_languages(code: object) -> None:
    from opsreport.diagnostics import Code

    assert isinstance(code, Code)
    assert set(code.zh.help_for) == set(code.en.help_for)
