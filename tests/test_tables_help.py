"""Who writes tables is told of rows and columns, never of fields and their colons."""

import re
from pathlib import Path

import pytest

from opsreport.build import check
from opsreport.diagnostics import CATALOGUE, Diagnostics, Language, Span
from opsreport.diagnostics.catalogue import FAMILIES
from opsreport.diagnostics.catalogue.table_help import _EN, _ZH
from opsreport.readers.table_places import told_place

FIELD = re.compile(
    r"\b[a-z_]+: |\{\{[a-z]+:|在 ?[a-z_]+ ?(?:里|下)|补上 [a-z{]|写 lint|\b(?:kind|unit|say|of) "
)
"""How a field of YAML looks in a help line: `kind: score`, 在 report 下, 补上 series."""

OF_FILES = {"empty-file", "yaml-syntax", "unsupported-yaml"}
"""What only a file of YAML can be told."""
OF_YAML = {
    ("unknown-encoding", "office"),
    ("unknown-field", "no-space"),
    ("wrong-shape", "colon"),
    ("text-syntax", "address"),
}


def helps() -> list[tuple[str, str, str]]:
    families = ("reading", "figures", "structure", "values", "wording", "periods", "relations", "typography")
    codes = [code for name in families for code in FAMILIES[name] if code.name not in OF_FILES]
    lines = [(code.name, key, line) for code in codes for key, line in code.zh.help_for.items()]
    return lines + [(code.name, "", code.zh.help) for code in codes]


def test_every_line_that_shows_a_field_has_one_that_shows_a_column() -> None:
    named = {(code, key) for code, key, line in helps() if FIELD.search(line)}
    told = {(name.partition("/")[0], name.partition("/")[2]) for name in _ZH}
    assert named - told - OF_YAML == set()


def test_no_line_for_tables_shows_a_field() -> None:
    assert [line for line in _ZH.values() if FIELD.search(line)] == []


@pytest.mark.parametrize("name", [*_ZH, *_EN])
def test_each_line_for_tables_stands_for_one_that_is_there(name: str) -> None:
    code, _, key = name.partition("/")
    assert not key or key in CATALOGUE[code].zh.help_for


@pytest.mark.parametrize(
    ("path", "line", "chinese", "english"),
    [
        ("metrics[8].breakdown[0].name", 5, "构成表第5行的“名称”", "name in row 5 of the table breakdown"),
        ("metrics[0].shares[1].share", 3, "构成表第3行的“占比”", "share in row 3 of the table breakdown"),
        ("metrics[5].last_year", 7, "指标表第7行的“去年同期”", "last_year in row 7 of the table metrics"),
        ("metrics[1].series", 3, "指标表第3行的“序列”", "series in row 3 of the table metrics"),
        ("metrics[2].from.label", 4, "指标表第4行的“基线.说明”", "from.label in row 4 of the table metrics"),
        ("problems[0].metrics[1]", 2, "问题表第2行的“关联指标”", "metrics in row 2 of the table problems"),
        ("modules[0].summary[1]", 2, "举措表第2行", "row 2 of the table actions"),
        ("diagnosis.items[1].text", 3, "诊断表第3行的“内容”", "text in row 3 of the table diagnosis"),
        ("report.cc", 9, "报告表第9行的“抄送”", "cc in row 9 of the table report"),
        ("framework.model", 9, "报告表第9行的“框架.模型”", "framework.model in row 9 of the table report"),
        ("metrics", 2, "指标表", "the table metrics"),
    ],
)
def test_a_place_is_told_by_its_table_its_row_and_its_column(
    path: str, line: int, chinese: str, english: str
) -> None:
    assert told_place(path, Span("指标.csv", line, 1), Language.ZH) == chinese
    assert told_place(path, Span("指标.csv", line, 1), Language.EN) == english


@pytest.mark.parametrize("language", Language)
def test_what_is_wrong_with_tables_is_told_in_rows_and_columns(
    language: Language, tmp_path: Path, found: Diagnostics
) -> None:
    report = "项,值\n样式,memo\n组织,甲\n期间,2025Q3\n编号,A-1\n抄送,乙\n"
    metrics = "指标,单位,本期,方向,行业平均\n营收,万元,12,,5\n营收,万元,13,,\n"
    for name, table in {"report": report, "metrics": metrics}.items():
        (tmp_path / f"{name}.csv").write_text(table, "utf-8")
    check(str(tmp_path), None, found)
    assert {"duplicate-id", "missing-header-field", "empty-section"} <= {one.code for one in found}
    for one in found:
        assert "metrics[" not in one.message(language) + one.help(language)
        assert language is Language.EN or not FIELD.search(one.help(language))


def test_a_misspelt_header_is_told_before_all_that_follows_from_it(
    tmp_path: Path, found: Diagnostics
) -> None:
    metrics = "指标,单位,本期,去年同比\n营收,万元,12,11\n"
    actions = "所属,举措\n拓展,营收{{ 营收.同比 }}。\n"
    tables = {"actions": actions, "metrics": metrics, "modules": "模块\n拓展\n"}
    for name, table in {**tables, "report": "项,值\n组织,甲\n期间,2025Q3\n"}.items():
        (tmp_path / f"{name}.csv").write_text(table, "utf-8")
    check(str(tmp_path), "memo", found)
    first, *others = found.sorted()
    assert first.code == "unknown-column"
    assert "去年同期" in first.help(Language.ZH)
    assert "missing-facet" in {one.code for one in others}


def test_a_stage_and_a_count_are_told_by_their_tables(tmp_path: Path, found: Diagnostics) -> None:
    stages = "编号,阶段,指标\ns1,获客,营收\ns2,激活,营收\n"
    report = "项,值\n组织,甲\n期间,2025Q3\n引言,以下三个阶段依次说明。\n诊断.标题,三个信号\n"
    metrics, diagnosis = "指标,单位,本期\n营收,万元,12\n", "名称,内容\n甲,单价上涨。\n乙,回本变慢。\n"
    tables = {"report": report, "metrics": metrics, "stages": stages, "diagnosis": diagnosis}
    for name, table in tables.items():
        (tmp_path / f"{name}.csv").write_text(table, "utf-8")
    check(str(tmp_path), "lifecycle-topic", found)
    said = {one.help(Language.ZH) for one in found}
    assert "这一段没有举措：请在“举措”表加一行，“所属”写 获客。" in said
    assert "诊断表里列出了 2 项：请改成这个数，或者补齐、删去其中的内容。" in said
    assert "阶段表里列出了 2 项：请改成这个数，或者补齐、删去其中的内容。" in said
