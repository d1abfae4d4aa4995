"""Tables as a bundle: the files of a folder, their columns under every name, and rows that belong to others."""

import os
from pathlib import Path

import pytest

from opsreport.build import BuildRequest, build
from opsreport.bundle.decode import decode_bundle
from opsreport.bundle.model import Bundle
from opsreport.checks.check import check_bundle
from opsreport.diagnostics import Diagnostics, Language, Source
from opsreport.figures.figure import Figure
from opsreport.inputs import read_bundle
from opsreport.readers.table_kinds import TABLES
from opsreport.readers.yaml import read_yaml
from tables_writing import read_written, tables_of

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
METRICS = "编号,指标,本期\nm1,总营业收入,86420\nm2,毛利率,31.4%\n"


def bundle_of(tables: dict[str, str | bytes], found: Diagnostics) -> Bundle:
    node = read_written(tables, found)
    bundle = decode_bundle(node, found) if node else None
    assert bundle is not None, [one.message(Language.ZH) for one in found]
    return bundle


def codes(tables: dict[str, str | bytes], found: Diagnostics) -> list[tuple[str, str, int, int]]:
    """What is found in tables, where: code, file, line, column."""
    node = read_written(tables, found)
    if node is not None:
        decode_bundle(node, found)
    spans = [(one.code, one.primary.span) for one in found.sorted()]
    return [(code, os.path.basename(span.file), span.line, span.column) for code, span in spans]


def yaml_bundle(text: str, found: Diagnostics) -> Bundle | None:
    node = read_yaml(Source("q3.yaml", text.encode()), found)
    return decode_bundle(node, found) if node else None


@pytest.mark.parametrize(
    "path", [EXAMPLES / "q3.yaml", EXAMPLES / "lifecycle.yaml", HERE / "tables" / "annual-2025.yaml"]
)
def test_a_bundle_written_as_tables_is_the_same_bundle(path: Path, found: Diagnostics) -> None:
    node = read_yaml(Source(path.name, path.read_bytes()), found)
    assert node is not None
    written = decode_bundle(node, found)
    assert written is not None
    assert bundle_of(dict(tables_of(node)), found) == written
    assert not list(found)


def test_the_annual_example_is_its_twin_in_yaml(found: Diagnostics) -> None:
    folder = read_bundle(str(EXAMPLES / "annual-2025"), None, [], found)
    twin = read_bundle(str(HERE / "tables" / "annual-2025.yaml"), None, [], found)
    assert folder is not None
    assert folder == twin
    assert not list(found)


def test_equal_bundles_make_equal_files() -> None:
    paths = EXAMPLES / "annual-2025", HERE / "tables" / "annual-2025.yaml"
    built = [build(BuildRequest(str(path), formats=("docx", "html")), Diagnostics()) for path in paths]
    assert built[0].outputs["docx"]
    assert built[0].outputs == built[1].outputs


def test_every_table_has_an_english_and_a_chinese_name() -> None:
    names = [name for table in TABLES for name in table.names]
    assert len(names) == len(set(names))
    assert all(table.words for table in TABLES)


@pytest.mark.parametrize("name", ["metrics", "指标", "Metrics", "01-指标", "01_metrics"])
def test_a_table_is_known_by_its_name_in_either_language(name: str, found: Diagnostics) -> None:
    assert len(bundle_of({name: METRICS}, found).metrics) == 2


@pytest.mark.parametrize(
    "header",
    [
        "id,name,value,last_year",
        "编号,指标,本期,去年同期",
        "编号,指标名称,实际值,上年同期",
        " 编号 ,指标（名称）,完成值（2025年）,同期",
        "ID,NAME,Value,Last Year",
        "编号*,指标/指标名称,本期值,last-year",
        "编号：,指标【名称】,实际,去年同期",
    ],
)
def test_a_column_is_known_by_each_of_its_names(header: str, found: Diagnostics) -> None:
    metric = bundle_of({"metrics": f"{header}\nm1,总营业收入,86420,71950\n"}, found).metrics[0]
    assert isinstance(metric.last_year, Figure)
    assert (metric.id.text, metric.name.text, int(metric.last_year.amount)) == ("m1", "总营业收入", 71950)
    assert not list(found)


def test_columns_may_stand_in_any_order_and_rows_may_be_blank(found: Diagnostics) -> None:
    table = ",,\n本期,编号,指标\n\n86420,m1,总营业收入\n,,\n31.4%,m2,毛利率\n"
    assert [metric.id.text for metric in bundle_of({"metrics": table}, found).metrics] == ["m1", "m2"]


def test_a_title_may_stand_above_the_header(found: Diagnostics) -> None:
    table = "青禾优选2025年主要指标,,\n制表：运营中心,,\n编号,指标,本期\nm1,总营业收入,86420\n"
    assert bundle_of({"metrics": table}, found).metrics[0].span.line == 4


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("from.label,from.value", "2024年,48"),
        ("起点.说明,起点", "2024年,48"),
        ("基线.label,优化前.数值", "2024年,48"),
    ],
)
def test_a_dotted_header_leads_into_an_object(header: str, cells: str, found: Diagnostics) -> None:
    metric = bundle_of({"metrics": f"指标,单位,{header}\n响应时间,秒,{cells}\n"}, found).metrics[0]
    assert metric.from_ is not None
    assert metric.from_.label is not None
    assert isinstance(metric.from_.value, Figure)
    assert (metric.from_.label.text, int(metric.from_.value.amount)) == ("2024年", 48)


def test_the_report_gives_a_key_and_a_value_in_each_row(found: Diagnostics) -> None:
    report = "项,值\n标题,年度复盘\n发件人,内容部\n方针,提质量、保安全\n框架.模型,AARRR\nrequest.text,请批示\n选项.小数位.百分数,2\n"
    bundle = bundle_of({"report": report, "metrics": METRICS}, found)
    header = bundle.report
    assert header.title is not None
    assert header.from_ is not None
    assert [word.text for word in header.guideline] == ["提质量", "保安全"]
    assert (header.title.text, header.from_.text, header.options.decimals.percent) == (
        "年度复盘",
        "内容部",
        2,
    )
    assert bundle.framework is not None
    assert bundle.request is not None
    assert not list(found)


def test_the_report_needs_no_header_and_takes_a_list_in_several_rows(found: Diagnostics) -> None:
    bundle = bundle_of(
        {"report": "标题,年度复盘\n方针,提质量\n方针,保安全；育作者\n注,甲、乙\n注,丙\n"}, found
    )
    assert [word.text for word in bundle.report.guideline] == ["提质量", "保安全", "育作者"]
    assert [note.raw for note in bundle.notes] == ["甲、乙", "丙"]


def test_rows_go_to_the_project_module_or_stage_they_name(found: Diagnostics) -> None:
    tables: dict[str, str | bytes] = {
        "projects": "编号,项目\np1,会员分层\n",
        "modules": "编号,模块\nm1,内容审核\n",
        "stages": "编号,阶段\nacquisition,获客\n",
        "actions": "所属,举措,内容\np1,打通数据,合并标识\n内容审核,两级审核,机器先审\nacquisition,渠道打分,按月增减\n会员分层,建模,划分八类\n",
        "results": "所属,指标,说明\np1,revenue,\nm1,,无重大事故\nm1,revenue、margin,\n",
        "metrics": "编号,指标,本期\nrevenue,营业收入,1\nmargin,毛利率,3%\n",
    }
    bundle = bundle_of(tables, found)
    assert [item.title and item.title.raw for item in bundle.projects[0].actions] == ["打通数据", "建模"]
    assert [item.title and item.title.raw for item in bundle.modules[0].summary] == ["两级审核"]
    assert [item.title and item.title.raw for item in bundle.stages[0].measures] == ["渠道打分"]
    assert [[one.text for one in result.metric_ids] for result in bundle.modules[0].results] == [
        [],
        ["revenue", "margin"],
    ]
    assert not list(found)


def test_one_id_in_two_lists_is_told_apart_by_the_name_of_the_list(found: Diagnostics) -> None:
    tables: dict[str, str | bytes] = {
        "projects": "编号,项目\na,会员\n",
        "stages": "编号,阶段\na,获客\n",
        "actions": "所属,举措\n项目.a,打通\nstages.a,打分\n",
    }
    bundle = bundle_of(tables, found)
    assert (len(bundle.projects[0].actions), len(bundle.stages[0].measures)) == (1, 1)
    tables["actions"] = "所属,举措\na,打通\n"
    assert codes(tables, Diagnostics()) == [("unknown-owner", "actions.csv", 2, 1)]


def test_series_and_breakdown_belong_to_metrics_by_id_or_name(found: Diagnostics) -> None:
    tables: dict[str, str | bytes] = {
        "metrics": METRICS,
        "series": "指标,月份,本期,去年同期\nm1,2025-01,7000,6500\n总营业收入,2025-02,7100,\n",
        "breakdown": "指标,渠道,数值,占比\nm1,线上,50000,58%\nm1,线下,,42\n",
    }
    metric = bundle_of(tables, found).metrics[0]
    assert [isinstance(point.last_year, Figure) for point in metric.series] == [True, False]
    assert [part.name.text for part in metric.breakdown] == ["线上"]
    assert [share.name.text for share in metric.shares] == ["线上", "线下"]


def test_a_name_stands_for_the_id_wherever_something_is_referred_to(found: Diagnostics) -> None:
    tables: dict[str, str | bytes] = {
        "metrics": METRICS,
        "groups": "编号,分组\nfin,营收与利润\n",
        "problems": "编号,问题,关联指标\nq1,利润未达预算,总营业收入、毛利率\n",
        "plans": "编号,规划,针对问题\nw1,增收,利润未达预算\n",
    }
    bundle = bundle_of(tables, found)
    assert [one.text for one in bundle.problems[0].metrics] == ["m1", "m2"]
    assert [one.text for one in bundle.plans[0].addresses] == ["q1"]
    assert not list(found)


def test_groups_that_only_the_metrics_name_become_groups(found: Diagnostics) -> None:
    table = "指标,分组,本期\n收入,营收,1\n利润,营收,2\n用户,规模,3\n其他,—,4\n"
    bundle = bundle_of({"metrics": table}, found)
    assert [group.title.raw for group in bundle.groups] == ["营收", "规模"]
    assert [metric.name.text for metric in bundle.metrics_of_group("营收")] == ["收入", "利润"]
    assert not list(found)


def test_a_plan_has_its_resources_in_plain_columns(found: Diagnostics) -> None:
    plans = (
        "编号,规划,目标,行动,预算,预算单位,人数,岗位,人天,投入团队,完成时间\n"
        "w1,共建,增稿,约请,48,万元,2,作者运营专员,120,算法组,45657\n"
        "w2,加速,翻番,辅导,,,—,,,,\n"
    )
    same = """
        report: {}
        plans:
          - {id: w1, title: 共建, goal: 增稿, action: 约请, due: 2024-12-31, resources: {budget: {amount: 48, unit: 万元},
             headcount: [{role: 作者运营专员, count: 2}], effort: [{team: 算法组, amount: 120, unit: 人天}]}}
          - {id: w2, title: 加速, goal: 翻番, action: 辅导}
    """
    node = read_written({"plans": plans}, found)
    assert node is not None
    assert decode_bundle(node, found) == yaml_bundle(same, found)
    assert not list(found)


def test_more_than_one_of_a_kind_is_numbered(found: Diagnostics) -> None:
    plans = "规划,人数,岗位,人数.2,岗位.2,资源.人力.3.人数,资源需求.人力.3.岗位\n加速,2,专员,1,编辑,1,画师\n"
    plan = bundle_of({"plans": plans}, found).plans[0]
    assert plan.resources is not None
    assert [one.role and one.role.text for one in plan.resources.headcount] == ["专员", "编辑", "画师"]
    assert not list(found)


def test_mere_texts_are_rows_of_one_column(found: Diagnostics) -> None:
    bundle = bundle_of(
        {"来源": "内容\n协会白皮书；第二版\n公司年报\n", "plan_themes": "text\n做深会员、做快协同\n"}, found
    )
    assert [source.raw for source in bundle.sources] == ["协会白皮书；第二版", "公司年报"]
    assert [theme.text for theme in bundle.plan_themes] == ["做深会员、做快协同"]


def test_sections_are_known_by_the_name_of_their_list(found: Diagnostics) -> None:
    tables: dict[str, str | bytes] = {
        "sections": "章节,标题,引言\n问题,主要问题,先说问题。\n",
        "report": "项,值\nsections.plans.title,下步安排\n",
    }
    bundle = bundle_of(tables, found)
    assert set(bundle.section_by_key) == {"problems", "plans"}


def test_waivers_and_counts_are_written_in_numbered_columns(found: Diagnostics) -> None:
    tables: dict[str, str | bytes] = {
        "problems": "问题,描述,lint.ignore.1.code,检查.忽略.1.理由,计数.1.数目,计数.1.清单\n甲,分五级,plan-without-problem,原文如此,5,项目\n",
        "report": "项,值\n检查.忽略,unfilled-slot\n",
    }
    bundle = bundle_of(tables, Diagnostics())
    assert [waiver.code.text for waiver in bundle.problems[0].waivers] == ["plan-without-problem"]
    assert bundle.problems[0].count_claims[0].n == 5
    assert [waiver.code.text for waiver in bundle.waivers] == ["unfilled-slot"]


def test_an_unknown_column_is_warned_of_once_and_nothing_else_is_lost(found: Diagnostics) -> None:
    table = "编号,指标,本期,负责科室\nm1,甲,1,财务\nm2,乙,2,财务\n"
    assert len(bundle_of({"metrics": table}, found).metrics) == 2
    assert [(one.code, one.severity.value) for one in found] == [("unknown-column", "warning")]


@pytest.mark.parametrize(
    ("column", "key"),
    [("去年同其", "near"), ("同比", "computed"), ("序列", "table"), ("已写数值", "parts"), ("系统流水", "")],
)
def test_the_help_for_an_unknown_column_fits_what_it_is(column: str, key: str, found: Diagnostics) -> None:
    codes({"metrics": f"编号,指标,本期,{column}\nm1,甲,1,1\n"}, found)
    assert [one.help_key for one in found] == [key]


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"metrics": "编号,指标,本期\nm1,甲,1,234\n"}, [("ragged-row", "metrics.csv", 2, 8)]),
        ({"metrics": "编号,指标,本期\nm1,甲\nm2,乙,\n"}, []),
        ({"metrics": "编号,指标,本期\nm1,甲\nm2,乙,,,\n"}, [("ragged-row", "metrics.csv", 3, 7)]),
        ({"metrics": "编号,,本期,指标\nm1,5,1,甲\n"}, [("unnamed-column", "metrics.csv", 2, 4)]),
        ({"metrics": "编号,,本期,指标\nm1,,1,甲\n"}, []),
        ({"metrics": "编号,指标,本期,本期\nm1,甲,1,2\n"}, [("duplicate-column", "metrics.csv", 1, 10)]),
        ({"metrics": "编号，指标，本期\nm1，甲，1\n"}, [("missing-header", "metrics.csv", 1, 1)]),
        ({"metrics": METRICS + "\n注：数据来自系统。,,\n"}, [("skipped-row", "metrics.csv", 5, 1)]),
        (
            {"metrics": METRICS, "breakdown": "指标,分项,数值\nm1,线上,1\nm1,合计,1\n"},
            [("skipped-row", "breakdown.csv", 3, 1)],
        ),
        (
            {"metrics": METRICS, "series": "指标,月份,本期\nm9,2025-01,1\n"},
            [("unknown-owner", "series.csv", 2, 1)],
        ),
        (
            {"metrics": METRICS, "series": "指标,月份,本期\n,2025-01,1\n"},
            [("missing-owner", "series.csv", 2, 1)],
        ),
        (
            {
                "stages": "编号,阶段\ns1,获客\n",
                "projects": "编号,项目\np1,甲\n",
                "results": "所属,说明\ns1,甲\n",
            },
            [("unknown-owner", "results.csv", 2, 1)],
        ),
        ({"report": "项,值\n组织,甲\n公司,乙\n"}, [("duplicate-key", "report.csv", 3, 1)]),
        ({"report": "项,值\n标题,甲\n标体,乙\n"}, [("unknown-column", "report.csv", 3, 1)]),
        ({"report": "项,值\n摘要,甲,乙\n"}, [("ragged-row", "report.csv", 2, 6)]),
        ({"metrics": "编号,指标,本期\nm1,甲,1\nm1,乙,2\n"}, []),
        ({"metrics": "编号,本期\nm1,1\n"}, [("missing-column", "metrics.csv", 1, 1)]),
    ],
)
def test_a_fault_is_named_with_its_file_and_place(
    tables: dict[str, str | bytes], expected: list[tuple[str, str, int, int]], found: Diagnostics
) -> None:
    assert codes(tables, found) == expected


@pytest.mark.parametrize(
    ("table", "is_named"),
    [
        ("单位：万元\n编号,指标,单位,本期\nm1,总营业收入,,86420\n", True),
        ("单位：万元\n编号,指标,单位,本期\nm1,总营业收入,万元,86420\nm2,毛利,,27136\n", True),
        ("单位：万元\n编号,指标,单位,本期\nm1,总营业收入,万元,86420\n,,,\nm2,毛利,,2.7亿元\n", False),
        ("单位：万元\n编号,指标,本期（万元）\nm1,总营业收入,86420\n", False),
        ("（万元）\n编号,指标,本期\nm1,总营业收入,86420\n", True),
        ("人民币万元\n编号,指标,本期\nm1,总营业收入,86420\n", True),
        (",,金额（万元）,\n编号,指标,本期,目标\nm1,总营业收入,86420,9\n", True),
        ("编号,指标（万元）,本期\nm1,总营业收入,86420\n", True),
        ("编号,指标,本期,单位（万元）\nm1,总营业收入,86420,\n", True),
        ("编号,指标,本期,单位（万元）\nm1,总营业收入,86420,万元\n", False),
        ("万科（万科）\n编号,指标（个）,本期\nm1,总营业收入,86420\n", False),
    ],
    ids=[
        *("no row has one", "one row has none", "every figure has its own", "the header has it"),
        *("in brackets", "after the currency", "over several columns", "in the name's header"),
        *("above an empty column", "above a filled column", "words that are no units"),
    ],
)
def test_a_unit_above_a_table_is_named_where_a_figure_would_need_it(
    table: str, is_named: bool, found: Diagnostics
) -> None:
    read_written({"metrics": table}, found)
    assert [one.code for one in found] == ["unused-unit"] * is_named


@pytest.mark.parametrize("word", ["合计", "总 计", "合　计：", "小计:", "合计（万元）", "Total", "Sub-total"])
@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("metrics", ",{0},5"),
        ("metrics", "{0},{0},5"),
        ("metrics", "{0},,5"),
        ("grouped", "{0},,5"),
        ("breakdown", "m1,{0},5"),
        ("breakdown", "{0},,5"),
        ("series", "m1,{0},5"),
        ("series", "{0},,5"),
    ],
)
def test_a_row_of_totals_is_no_item(word: str, table: str, row: str, found: Diagnostics) -> None:
    tables: dict[str, str | bytes] = {
        "metrics": "编号,指标,本期\nm1,总营业收入,5\n",
        "breakdown": "指标,分项,数值\nm1,线上,5\n",
        "series": "指标,期间,数值\nm1,2025-07,5\n",
    }
    if table == "grouped":
        table, tables["metrics"] = "metrics", "分组,指标,本期\n营收,m1,5\n"
    tables[table] = f"{tables[table]!s}{row.format(word)}\n"
    (metric,) = bundle_of(tables, found).metrics
    assert (len(metric.breakdown), len(metric.series)) == (1, 1)
    assert [(one.code, one.help_key) for one in found] == [("skipped-row", "total")]


@pytest.mark.parametrize("row", ["t,合计,5", ",合计拉新,5", ",总和客单价,5"])
def test_a_metric_that_is_a_total_of_its_own_is_read(row: str, found: Diagnostics) -> None:
    assert len(bundle_of({"metrics": f"编号,指标,本期\n{row}\n"}, found).metrics) == 1


def test_a_folder_in_another_encoding_is_named_once(tmp_path: Path, found: Diagnostics) -> None:
    for name, table in {
        "report": "项,值\n组织,青禾优选\n",
        "metrics": METRICS,
        "notes": "内容\n甲\n",
    }.items():
        (tmp_path / f"{name}.csv").write_bytes(table.encode("gb18030"))
    assert read_bundle(str(tmp_path), None, [], found)
    assert [(one.code, dict(one.details)) for one in found] == [("foreign-encoding", {"count": "3"})]


@pytest.mark.parametrize(
    ("header", "column", "near"),
    [
        ("指标编码,指标,本期", 1, "编号"),
        ("指标ID,指标,本期", 1, "编号"),
        ("编码,指标,本期", 1, "编号"),
        ("编号,指标编码,本期,指标", 2, ""),
        ("编号,指标,本期,本期直", 4, ""),
        ("编号,指标,本期直", 3, "本期"),
    ],
)
def test_the_column_suggested_is_one_that_is_not_there_yet(
    header: str, column: int, near: str, found: Diagnostics
) -> None:
    read_written({"metrics": f"{header}\nm1,甲,1\n"}, found)
    (finding,) = [one for one in found if one.code == "unknown-column"]
    assert dict(finding.details)["near"] == near


def test_what_is_worked_out_is_not_asked_for_under_another_name(found: Diagnostics) -> None:
    read_written({"metrics": "编号,指标,本期,同比增长率\nm1,甲,1,2%\n"}, found)
    assert "已写数值" not in next(iter(found)).help(Language.ZH)


def test_projects_of_one_name_without_ids_are_told_apart_by_ids(found: Diagnostics) -> None:
    read_written({"projects": "项目\n甲\n甲\n", "actions": "所属,举措\n甲,乙\n"}, found)
    (finding,) = found
    assert (finding.code, finding.help_key) == ("unknown-owner", "same-name")
    assert "加一列“编号”" in finding.help(Language.ZH)


MANY = "".join(f"m{number},营收{number},万元,{number}\n" for number in range(1, 9))
SERIES_OF_MANY = "指标,期间,数值\nm1,2025-07,5\nm2,2025-07,5\n"


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"metrics": "编号,指标名,单位,本期\n" + MANY}, [("unknown-column", 1), ("missing-column", 1)]),
        ({"metrics": "编号,指标,单位,本其值X\n" + MANY}, [("unknown-column", 1), ("missing-column", 1)]),
        ({"metrics": MANY}, [("missing-header", 1)]),
        ({"metrics": "编号,指标,单位,本期\n" + MANY.replace("m2,", 'm2,"')}, [("csv-syntax", 3)]),
        ({"metrics": "编号,指标,单位,本期\n" + MANY.replace("万元,2", "万元,2,000")}, [("ragged-row", 3)]),
        ({}, [("unknown-owner", 2)]),
    ],
    ids=[
        "a misspelt name",
        "a misspelt figure",
        "no header",
        "a quote left open",
        "a row that is not to be trusted",
        "no table of metrics",
    ],
)
def test_a_cause_is_named_and_not_what_follows_from_it(
    tables: dict[str, str], expected: list[tuple[str, int]], tmp_path: Path, found: Diagnostics
) -> None:
    report = "项,值\n组织,青禾优选\n摘要,营收{{ m2 }}。\n"
    given = {"report": report, **tables}
    if "指标,单位,本其值X" not in tables.get("metrics", ""):
        given["series"] = SERIES_OF_MANY
    for name, table in given.items():
        (tmp_path / f"{name}.csv").write_text(table, "utf-8")
    bundle = read_bundle(str(tmp_path), None, [], found)
    if bundle is not None and not found.errors():
        check_bundle(bundle, (), (), found)
    assert [(one.code, one.primary.span.line) for one in found.sorted()] == expected


def test_a_part_of_which_only_the_share_is_known_lacks_no_column(found: Diagnostics) -> None:
    bundle_of({"metrics": METRICS, "breakdown": "指标,分项,占比\nm1,线上,60%\n"}, found)
    assert not list(found)


@pytest.mark.parametrize(
    ("column", "is_named"), [("备注", True), ("说明", True), ("Notes", True), ("填写说明", False)]
)
def test_no_column_of_the_report_is_lost_unseen(column: str, is_named: bool, found: Diagnostics) -> None:
    table = f"项,值,{column}\n组织,青禾优选,待核\n"
    named = [("unknown-column", "report.csv", 1, 5)]
    assert codes({"report": table, "metrics": METRICS}, found) == named * is_named


def test_a_missing_period_below_a_table_is_said_of_its_own_row(found: Diagnostics) -> None:
    series = '指标,月份,本期,说明\nm1,2025-01,1,"两行\n文字"\nm1,,2,\n'
    assert ("missing-field", "series.csv", 4, 5) in codes({"metrics": METRICS, "series": series}, found)


def test_many_rows_with_one_fault_are_not_all_named(found: Diagnostics) -> None:
    table = "编号,指标,本期\n" + "".join(f"m{number},甲,1,234\n" for number in range(500))
    assert len(codes({"metrics": table}, found)) == 20


def test_a_table_with_its_header_only_is_empty(found: Diagnostics) -> None:
    bundle = bundle_of({"metrics": "编号,指标,本期\n", "report": "项,值\n"}, found)
    assert bundle.metrics == ()
    assert not list(found)


def test_too_many_cells_are_refused(found: Diagnostics, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opsreport.readers.tables.MAX_CELLS", 1000)
    table = "编号,指标,本期\n" + "".join(f"m{number},甲{number},1\n" for number in range(500))
    assert read_written({"metrics": table}, found) is None
    assert [one.code for one in found] == ["too-many-values"]


def test_many_rows_that_belong_nowhere_are_reported_without_delay(found: Diagnostics) -> None:
    metrics = "编号,指标,本期\n" + "".join(f"m{number},指标{number},1\n" for number in range(3000))
    series = "指标,月份,本期\n" + "".join(f"指标{number}x,2025-01,1\n" for number in range(3000))
    assert [code for code, *_ in codes({"metrics": metrics, "series": series}, found)] == [
        "unknown-owner"
    ] * 20
