"""The styles that come with the program: whatever a bundle has they print, whatever it lacks leaves no trace."""

import itertools
import re
from pathlib import Path

import pytest

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics, Language

ROOT = Path(__file__).parent.parent
STYLES = ("annual-review", "lifecycle-topic", "memo")
EXAMPLES = ("q3.yaml", "lifecycle.yaml", "annual-2025")

HEAD = """opsreport: 1
report: {title: 年度复盘, org: 青禾优选, department: 运营中心, to: 委员会, from: 运营中心, subject: 复盘, number: A-1,
  period: 2025, date: 2026-01-16}
metrics:
  - {id: revenue, name: 总营业收入, kind: money, unit: 万元, value: 86420, target: 82000, last_year: 71950}
"""

PARTS = {
    "groups": "groups: [{id: finance, title: 营收与利润, intro: 全年超额。}]",
    "projects": "projects: [{id: p, codename: 北辰, name: 分层经营, owner: 会员部, background: 老客嫌少。, goal: 建成分层。,\n"
    "  actions: [{title: 打通, text: 合并标识。}], tiers: [高, 低], results: [上线两个月], reflection: 阈值靠人工。}]",
    "diagnosis": "diagnosis: {title: 为何转型, subtitle: 四个信号, intro: 投放失灵。, items: [{title: 贵, text: 单价上涨。}],\n"
    "  conclusion: 因此改变。}",
    "framework": "framework: {title: 五段框架, model: AARRR, intro: 重新定义。}",
    "stages": "stages: [{id: s, name: 获客, name_en: Acquisition, tagline: 先问质量, core_idea: 看留存。,\n"
    "  measures: [{title: 打分, text: 按月增减。}]}]",
    "outcomes": "outcomes: {intro: 全部落地。, items: [{title: 更高, metric: revenue}]}",
    "modules": "modules: [{id: m, name: 内容生产, name_en: Content, goal: 扩大供给。, summary: [{title: 机构, text: 签约。}],\n"
    "  results: [上线专栏]}]",
    "problems": "problems: [{id: q, title: 不足, text: 深度稿少。, severity: high, owner: 策划组}]",
    "reflections": "reflections: [{id: r, title: 标签粗, gap: 缺目标。, direction: 补采。, owner: 数据组, due: 2026-06-30}]",
    "goals": "goals: [{id: g, metric: revenue, target_growth: 18, text: 营收增长, scope: 全国, owner: 财务, due: 2026-12-31}]",
    "plan_themes": "plan_themes: [做深价值]",
    "plans": "plans: [{id: i, title: 数据选品, codename: 青苗, text: 建集市。, goal: 上线。, action: 立项。, owner: 数据组,\n"
    "  due: 2026-06-30, resources: {budget: {amount: 48, unit: 万元, purpose: 合作}}}]",
    "charts": "charts: [{kind: bar, metrics: [revenue], of: comparison, title: 收入与目标}]",
    "glossary": "glossary: [{term: RFM, full: 消费三要素}]",
    "sources": "sources: [财务系统]",
    "notes": "notes: [金额含税]",
}

HEADINGS = {
    "groups": "营收与利润",
    "projects": "“北辰”——分层经营",
    "diagnosis": "为何转型：四个信号",
    "framework": "五段框架（AARRR模型）",
    "stages": "获客（Acquisition）：先问质量",
    "outcomes": "全部落地。",
    "modules": "内容生产（Content）",
    "problems": "不足：深度稿少。",
    "reflections": "改进方向：补采。",
    "goals": "营收增长",
    "plan_themes": "“做深价值”这一主线",
    "plans": "数据选品“青苗”",
    "charts": "图1　收入与目标",
    "glossary": "RFM：消费三要素。",
    "sources": "数据来源　财务系统。",
    "notes": "注　金额含税",
}


def page(folder: Path, style: str, *parts: str, more: str = "") -> tuple[str, Diagnostics]:
    """The report of a bundle with these parts, as the words a reader sees, a line for each block."""
    bundle = folder / "bundle.yaml"
    grouped = HEAD.replace("kind: money", "group: finance, kind: money") if "groups" in parts else HEAD
    bundle.write_text(grouped + "\n".join(PARTS[part] for part in parts) + more, "utf-8")
    found = Diagnostics()
    made = build(BuildRequest(str(bundle), style, formats=("html",), draft=True), found)
    body = made.outputs["html"].decode().partition("<main>")[2]
    return re.sub(r"<svg\b.*?</svg>|<[^<>]*>", "", body, flags=re.DOTALL), found


def unprinted(found: Diagnostics) -> list[str]:
    return [one.message(Language.ZH) for one in found if one.code == "unprinted-content"]


def headings(folder: Path, style: str, *parts: str, more: str = "") -> list[str]:
    bundle = folder / "bundle.yaml"
    bundle.write_text(HEAD + "\n".join(PARTS[part] for part in parts) + more, "utf-8")
    made = build(BuildRequest(str(bundle), style, draft=True, stop_after="tree"), Diagnostics())
    lines = (made.intermediate or "").splitlines()
    shown = (
        re.sub(r"[⟨\[](?:[\w.\[\]]+: |quiet )|[⟩\]]", "", one[10:]) for one in lines if one[:9] == "Heading 1"
    )
    return [one.strip() for one in shown]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("part", PARTS)
def test_every_style_prints_every_part_that_a_bundle_may_have(part: str, style: str, tmp_path: Path) -> None:
    words, found = page(tmp_path, style, part)
    assert HEADINGS[part] in words
    assert unprinted(found) == []


@pytest.mark.parametrize("style", STYLES)
def test_all_parts_together_are_printed(style: str, tmp_path: Path) -> None:
    words, found = page(tmp_path, style, *PARTS)
    assert [said for said in HEADINGS.values() if said not in words] == []
    assert unprinted(found) == []


@pytest.mark.parametrize(("example", "style"), list(itertools.product(EXAMPLES, STYLES)))
def test_any_example_may_be_printed_in_any_style(example: str, style: str) -> None:
    found = Diagnostics()
    made = build(BuildRequest(str(ROOT / "examples" / example), style, ("html",), draft=True), found)
    assert made.outputs
    assert unprinted(found) == []


ORPHANS = re.compile(r"（）|“”|：\s*$|^[：；、。，]|：。|；。|。。|；；|None|\{\{|undefined", re.MULTILINE)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("part", [*PARTS, ""])
def test_what_is_missing_leaves_no_bracket_colon_or_stop_behind(
    part: str, style: str, tmp_path: Path
) -> None:
    words, _ = page(tmp_path, style, *([part] if part else []))
    assert ORPHANS.findall(words) == []


BARE = """
projects: [分层经营]
stages: [{name: 获客}]
modules: [{name: 内容生产}]
problems: [{title: 不足}, {text: 深度稿少。}]
reflections: [{title: 标签粗}, {gap: 缺目标。}]
plans: [{title: 数据选品}]
goals: [{text: 营收增长}]
"""


@pytest.mark.parametrize("style", STYLES)
def test_parts_that_say_as_little_as_they_may_leave_nothing_behind_either(style: str, tmp_path: Path) -> None:
    words, found = page(tmp_path, style, more=BARE)
    assert ORPHANS.findall(words) == []
    assert [one for one in ("分层经营", "获客", "标签粗", "缺目标。", "数据选品") if one not in words] == []
    assert unprinted(found) == []


WHOLE_HEAD = """
report: {title: 年度复盘, org: 青禾优选, department: 运营中心, to: 委员会, from: 运营部, cc: [财务部, 人力部], subject: 全年工作,
  number: A-1, classification: 内部, author: 周明, period: 2025, date: 2026-01-16, guideline: [稳增长, 控成本],
  abstract: 摘要一段。, intro: "按照{{ guideline }}开展工作。", closing: 来年再报。}
request: {text: 请审阅。, reply_by: 2026-02-01}
"""


@pytest.mark.parametrize("style", STYLES)
def test_every_style_prints_the_whole_head_of_a_report(style: str, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.yaml"
    bundle.write_text("opsreport: 1" + WHOLE_HEAD, "utf-8")
    found = Diagnostics()
    assert build(BuildRequest(str(bundle), style, ("html",), draft=True), found).outputs
    assert unprinted(found) == []


@pytest.mark.parametrize("style", STYLES)
def test_a_draft_needs_not_even_a_title(style: str, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.yaml"
    bundle.write_text("opsreport: 1\nreport: {period: 2025}\nnotes: [金额含税]", "utf-8")
    assert build(BuildRequest(str(bundle), style, ("html", "docx"), draft=True), Diagnostics()).outputs


def test_an_annual_review_counts_its_parts_and_closes_the_gap_of_one_left_out(tmp_path: Path) -> None:
    assert headings(tmp_path, "annual-review", "projects", "problems", "plans") == [
        "第一部分 | 年度核心指标达成情况",
        "第二部分 | 重点项目复盘",
        "第三部分 | 存在的问题与挑战",
        "第四部分 | 2026年规划与展望",
    ]
    assert headings(tmp_path, "annual-review", "problems", "plans")[1:] == [
        "第二部分 | 存在的问题与挑战",
        "第三部分 | 2026年规划与展望",
    ]


def test_a_topic_counts_its_parts_in_the_manner_of_an_essay(tmp_path: Path) -> None:
    assert headings(
        tmp_path, "lifecycle-topic", "diagnosis", "framework", "stages", "outcomes", "reflections"
    ) == [
        "一、 | 为何转型：四个信号",
        "二、 | 五段框架（AARRR模型）",
        "三、 | 实践成果与数据",
        "四、 | 反思与下一步方向",
    ]
    assert headings(tmp_path, "lifecycle-topic", "stages", "outcomes") == [
        "一、 | 运营框架与关键举措",
        "二、 | 实践成果与数据",
    ]


@pytest.mark.parametrize("style", STYLES)
def test_a_user_may_give_every_part_a_heading_of_his_own(style: str, tmp_path: Path) -> None:
    sections = "\nsections:\n" + "".join(
        f"  {key}: {{title: 自拟{key}, intro: {key}引言。, closing: {key}结语。}}\n"
        for key in (
            "projects",
            "stages",
            "outcomes",
            "modules",
            "problems",
            "reflections",
            "plans",
        )
    )
    own = [part for part in PARTS if part not in ("groups", "diagnosis", "framework")]
    words, found = page(tmp_path, style, *own, more=sections)
    for key in ("projects", "stages", "outcomes", "modules", "problems", "reflections", "plans"):
        assert f"自拟{key}" in words
        assert words.index(f"{key}引言。") < words.index(f"{key}结语。")
    assert unprinted(found) == []


OWN_METRICS = "\nsections: {metrics: {title: 自拟指标, intro: 指标引言。, closing: 指标结语。}}"


@pytest.mark.parametrize("style", STYLES)
def test_metrics_of_no_group_stand_under_their_own_heading(style: str, tmp_path: Path) -> None:
    words, found = page(tmp_path, style, more=OWN_METRICS)
    assert re.search("自拟指标\\s+指标引言。[^。]+总营业收入.*指标结语。", words, re.DOTALL)
    assert unprinted(found) == []
    more = (
        "\n  - {id: users, name: 新增用户, kind: count, unit: 万, value: 324.6, group: finance}\n"
        + PARTS["groups"]
    )
    words, found = page(tmp_path, style, more=more + OWN_METRICS)
    assert words.index("核心指标") < words.index("（一）营收与利润") < words.index("（二）自拟指标")
    assert unprinted(found) == []


def test_the_memo_has_neither_cover_nor_contents_and_the_topic_no_contents() -> None:
    trees = {}
    for example, style in zip(EXAMPLES, ("memo", "lifecycle-topic", "annual-review"), strict=True):
        request = BuildRequest(str(ROOT / "examples" / example), style, stop_after="tree")
        trees[style] = build(request, Diagnostics()).intermediate or ""
    assert {style for style, tree in trees.items() if "Box cover" in tree} == {
        "annual-review",
        "lifecycle-topic",
    }
    assert {style for style, tree in trees.items() if "Contents 2" in tree} == {"annual-review"}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates").glob("*/*.j2")), ids=lambda path: path.parent.name
)
def test_a_template_is_short_enough_to_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 240
    assert not path.name.startswith("report") or len(lines) <= 120


README = (ROOT / "templates" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates" / "shared").glob("*.j2")), ids=lambda path: path.stem
)
def test_every_shared_macro_is_told_to_style_authors(path: Path) -> None:
    row = next(line for line in README.splitlines() if line.startswith(f"| `{path.name}`"))
    macros = re.findall(r"\{% macro (\w+)", path.read_text("utf-8"))
    assert [name for name in macros if f"`{name}(" not in row] == []


@pytest.mark.parametrize("style", STYLES)
def test_every_block_that_may_be_overridden_is_told_to_style_authors(style: str) -> None:
    row = next(line for line in README.splitlines() if line.startswith(f"| `{style}`"))
    template = (ROOT / "templates" / style / "report.html.j2").read_text("utf-8")
    assert re.findall(r"`(\w+)`", row.split("|")[2]) == re.findall(r"\{% block (\w+) %\}", template)
