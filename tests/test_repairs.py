"""Safe repairs change the stretches they are about and not a byte beside them."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from opsreport.cli import app
from opsreport.diagnostics import Diagnostics, Source
from opsreport.files.exchange import put
from opsreport.files.rewriting import rewrite
from opsreport.fix import Fixed, fix
from workbook_making import sheet, texts, workbook

HEAD = """\
# 季度数据，勿外传
report:   {org: 云溪社区, period: "2025"}   # 报告头
metrics:
  - {id: revenue, name: 营业收入, unit: 万元, value: 86420, last_year: 71950}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fixed(content: str | bytes, name: str = "q3.yaml") -> Fixed:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    found = Diagnostics()
    result = fix(name, [], found)
    assert result is not None, list(found)
    return result


def mended(notes: str) -> str:
    """The notes of a bundle after the repairs; all before them is as it was."""
    (after,) = fixed(f"{HEAD}notes:\n{notes}").after
    head, _, rest = after.content.decode().partition("notes:\n")
    assert head == HEAD
    return rest


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("  - 收入增长,成本下降。   # 备注,不动\n", "  - 收入增长，成本下降。   # 备注,不动\n"),
        ('  - "收入 ，成本１２％"\n', '  - "收入，成本12%"\n'),
        ("  - '它''s 收入,增长'\n", "  - '它''s收入，增长'\n"),
        ('  - "\\u6536入,\\"增长\\""\n', '  - "\\u6536入，\\"增长\\""\n'),
        (
            "  - >-\n    收入增长,\n    成本 下降\n\n    甲,乙\n",
            "  - >-\n    收入增长，\n    成本下降\n\n    甲，乙\n",
        ),
        ("  - |\n    收入,增长\n      5-8%\n", "  - |\n    收入，增长\n      5%～8%\n"),
        ("  - 收入增长,\n    成本下降\n", "  - 收入增长，\n    成本下降\n"),
        ("  - 占比12\n    %\n", "  - 占比12%\n"),
        ("  [甲, '乙,丙',\n   丁 戊]\n", "  [甲, '乙，丙',\n   丁戊]\n"),
    ],
)
def test_a_text_is_mended_in_whichever_way_it_is_written(written: str, after: str) -> None:
    assert mended(written) == after


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("  - 营业收入86,420万元。\n", '  - "营业收入{{ revenue }}。"\n'),
        ('  - 保供"双节"，营业收入86420万元。\n', "  - '保供\"双节\"，营业收入{{ revenue }}。'\n"),
        ("  - 节日'保供\"，营业收入86420万元。\n", "  - '节日''保供\"，营业收入{{ revenue }}。'\n"),
        ("  - ％左右\n", '  - "%左右"\n'),
        ("  - '营业收入86420万元'\n", "  - '营业收入{{ revenue }}'\n"),
        ("  - >-\n    营业收入\n    86,420万元\n", "  - >-\n    营业收入\n    {{ revenue }}\n"),
        ("  - 营业收入\n    86,420万元\n", '  - "营业收入\n    {{ revenue }}"\n'),
        ("  [营业收入86420万元, 甲]\n", '  ["营业收入{{ revenue }}", 甲]\n'),
    ],
)
def test_a_text_takes_quotes_where_it_can_no_longer_do_without(written: str, after: str) -> None:
    assert mended(written) == after


@pytest.mark.parametrize(
    "written",
    [
        "  - 网址 http://a.com/好,坏?x=1 结束\n",
        "  - 见http://a.com/8-9% ，结束\n",
        "  - 文件 数据,终稿.docx 已发\n",
        "  - 附件 ２０２５年(终稿).XLSX 已发\n",
        "  - 邮箱ａ＠ｂ.com\n",
        "  - 邮箱 zhang@云溪.com 已通\n",
        "  - 见 http://a.com/营业收入86420万元 页\n",
        "  - 见 营业收入86420万元.docx 文件\n",
    ],
)
def test_addresses_and_file_names_and_the_spaces_beside_them_stay(written: str) -> None:
    assert mended(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "  - 利润率20.1%\n    内容点击率8.4%\n",
        "  - 上线App\n    新版\n",
        "  - '服务用户\n    3万人'\n",
    ],
)
def test_a_line_break_that_may_part_two_statements_stays(written: str) -> None:
    assert mended(written) == written


def test_a_space_within_a_line_is_taken_out_where_a_break_is_not() -> None:
    assert mended("  - 上线App 新版App\n    新\n") == "  - 上线App新版App\n    新\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(encoding: str, line_end: str) -> None:
    before = f"{HEAD}notes: [甲,\n  '乙,丙']\n".replace("\n", line_end)
    (after,) = fixed(before.encode(encoding)).after
    assert after.content == before.replace("乙,丙", "乙，丙").encode(encoding)


def test_the_cells_of_tables_are_mended_as_well() -> None:
    Path("数据").mkdir()
    Path("数据/report.csv").write_bytes("项,值\r\n组织,云溪社区\r\n".encode("gb18030"))
    problems = '标题,描述,责任人\r\n"供给,不足","收入 ，下降""了""",甲\r\n丙,丁 戊,己\r\n'
    Path("数据/problems.csv").write_bytes(problems.encode())
    result = fix("数据", [], Diagnostics())
    assert result is not None
    ((_, after),) = result.changed
    assert after.content.decode() == problems.replace("供给,", "供给，").replace("入 ，", "入，").replace(
        "丁 戊", "丁戊"
    )


def test_a_name_that_others_refer_to_keeps_its_words() -> None:
    bundle = "problems: [{title: '供给,不足', owner: 甲}]\n"
    plans = "plans: [{title: 共建, addresses: ['供给,不足'], owner: 甲}]\n"
    result = fixed(f"{HEAD}{bundle}{plans}")
    assert not result.changed
    assert [repair.old for repair in result.left] == [","]


def test_what_is_waived_is_not_mended() -> None:
    lint = "lint: {ignore: [{code: half-width-punctuation, why: 引用原文}]}\n"
    assert not fixed(f"{HEAD}{lint}notes: ['甲,乙']\n").changed


def test_repairs_that_touch_each_other_are_all_made_and_told_at_their_places_before() -> None:
    result = fixed(f"{HEAD}notes: ['用 A 级 B 组,甲']\n")
    assert result.after[0].content.decode().endswith("notes: ['用A级B组，甲']\n")
    line = HEAD.count("\n") + 1
    assert all(repair.span.line == line for repair in result.done)
    text = f"{HEAD}notes: ['用 A 级 B 组,甲']".splitlines()[-1]
    assert text.index(",") + 1 in {repair.span.column for repair in result.done}


def test_the_cells_of_a_workbook_are_named_and_left() -> None:
    cells = [texts(1, "标题", "描述", "责任人"), texts(2, "甲", "供给,不足", "乙")]
    header = [texts(1, "项", "值"), texts(2, "组织", "云溪社区")]
    content = workbook({"报告": sheet(*header), "问题": sheet(*cells)})
    result = fixed(content, "q3.xlsx")
    assert not result.changed
    assert [(repair.span.cell, repair.old, repair.new) for repair in result.left] == [("问题!B2", ",", "，")]


@pytest.fixture
def command() -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, arguments)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    return run


Command = Callable[..., tuple[int, str, str]]
WRONG = f"{HEAD}notes: ['甲,乙']\n"


def test_a_look_at_the_repairs_writes_nothing(command: Command) -> None:
    Path("q3.yaml").write_text(WRONG)
    code, shown, _ = command("fix", "q3.yaml", "--diff")
    assert code == 0
    assert "-notes: ['甲,乙']\n+notes: ['甲，乙']" in shown
    assert Path("q3.yaml").read_text() == WRONG


def test_repairs_are_written_once_and_listed(command: Command) -> None:
    Path("q3.yaml").write_text(WRONG)
    code, shown, told = command("fix", "q3.yaml")
    assert (code, shown) == (0, "q3.yaml\n")
    assert "q3.yaml:5:11: 提示[repaired] “,”改成了“，”" in told
    assert command("fix", "q3.yaml")[:2] == (0, "")
    assert "nothing-to-repair" in command("fix", "q3.yaml", "--lang", "en")[2]


def test_a_bundle_that_cannot_be_read_is_left_alone(command: Command) -> None:
    Path("q3.yaml").write_text(WRONG + "metrics: []\n")
    code, shown, told = command("fix", "q3.yaml")
    assert (code, shown) == (1, "")
    assert "duplicate-key" in told


def test_rights_and_links_of_a_file_are_kept(folder: Path, command: Command) -> None:
    (folder / "real.yaml").write_text(WRONG)
    os.chmod(folder / "real.yaml", 0o640)
    os.symlink("real.yaml", folder / "q3.yaml")
    assert command("fix", "q3.yaml")[0] == 0
    assert (folder / "q3.yaml").is_symlink()
    assert "甲，乙" in (folder / "real.yaml").read_text()
    assert stat.S_IMODE((folder / "real.yaml").stat().st_mode) == 0o640
    assert sorted(os.listdir(folder)) == ["q3.yaml", "real.yaml"]


def test_a_read_only_file_and_one_of_two_names_are_refused(folder: Path, command: Command) -> None:
    (folder / "q3.yaml").write_text(WRONG)
    os.chmod(folder / "q3.yaml", 0o440)
    code, _, told = command("fix", "q3.yaml")
    assert code != 0
    assert "unwritable-output" in told
    os.chmod(folder / "q3.yaml", 0o640)
    os.link(folder / "q3.yaml", folder / "copy.yaml")
    code, _, told = command("fix", "q3.yaml", "--messages", "full")
    assert code != 0
    assert "硬链接" in told
    assert (folder / "q3.yaml").read_text() == (folder / "copy.yaml").read_text() == WRONG
    assert sorted(os.listdir(folder)) == ["copy.yaml", "q3.yaml"]


def test_a_file_that_changed_meanwhile_is_not_overwritten_nor_any_other(folder: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text("新")
    found = Diagnostics()
    changes = [
        (Source("a.csv", "新".encode()), Source("a.csv", b"x")),
        (Source("b.csv", "旧".encode()), Source("b.csv", b"x")),
    ]
    assert not rewrite(changes, found)
    assert [finding.code for finding in found] == ["changed-meanwhile"]
    assert [(folder / name).read_text() for name in ("a.csv", "b.csv")] == ["新", "新"]
    assert sorted(os.listdir(folder)) == ["a.csv", "b.csv"]


def test_where_one_file_cannot_be_put_in_place_the_others_get_back_what_they_had(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_for_the_second(staged: Path, target: Path) -> None:
        if target.name == "b.csv":
            raise PermissionError(13, "")
        put(staged, target)

    monkeypatch.setattr("opsreport.files.rewriting.put", fails_for_the_second)
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text("旧")
    old = "旧".encode()
    changes = [(Source(name, old), Source(name, b"x")) for name in ("a.csv", "b.csv")]
    found = Diagnostics()
    assert not rewrite(changes, found)
    assert [finding.code for finding in found] == ["unwritable-output"]
    assert [(folder / name).read_bytes() for name in ("a.csv", "b.csv")] == [old, old]
    assert sorted(os.listdir(folder)) == ["a.csv", "b.csv"]
