"""Writes the tables of the manuals that come from the code; `--check` says which are out of date.

A generated part stands between `<!-- 自动生成：name -->` and `<!-- 自动生成结束 -->`; people write the rest.
"""

import re
import sys
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

from opsreport.bundle import model
from opsreport.bundle.part import Placed
from opsreport.bundle.schema import keys_of
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.diagnostics import Language, Severity
from opsreport.diagnostics.catalogue import FAMILIES
from opsreport.diagnostics.catalogue.titles import FAMILY_TITLES
from opsreport.document import ROLES
from opsreport.figures.options import Options
from opsreport.readers.table_header import carried_keys
from opsreport.readers.table_kinds import REPORT, TABLES, TEXT_WORDS, Table
from opsreport.report import context
from opsreport.styles.environment import FILTERS, JINJA_FILTERS, JINJA_TESTS
from opsreport.styles.vocabulary import ATTRIBUTES

ROOT = Path(__file__).resolve().parent.parent
PART = re.compile(r"(<!-- 自动生成：(?P<name>[\w-]+) -->\n).*?(<!-- 自动生成结束 -->)", re.DOTALL)
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}


def bundle_tables() -> str:
    """Every object of a bundle with its keys: name, Chinese names, what stands there, what it means."""
    lines: list[str] = []
    for part in _parts(model.Bundle):
        lines += [f"### {part.object_label}", "", "| 键 | 中文名 | 内容 | 说明 |", "|---|---|---|---|"]
        for key in keys_of(part):
            needed = "必填。" if key.required else ""
            lines.append(
                f"| `{key.name}` | {'、'.join(key.labels)} | {_shape(key.shape)} | {needed}{key.about} |"
            )
        lines.append("")
    return "\n".join(lines)


def _parts(root: type[Placed]) -> list[type[Placed]]:
    """The objects of a bundle in the order they are met, each once."""
    found: list[type[Placed]] = []
    waiting = [root]
    while waiting:
        part = waiting.pop(0)
        if part in found:
            continue
        found.append(part)
        inside = (kind for key in keys_of(part) for kind in _kinds(key.shape))
        waiting += [kind for kind in inside if isinstance(kind, type) and issubclass(kind, Placed)]
    return found


def _kinds(shape: object) -> Iterator[object]:
    """The types that an annotation is made of."""
    arguments = typing.get_args(shape)
    if not arguments or (typing.get_origin(shape) is not None and isinstance(shape, types.GenericAlias)):
        yield shape
    if typing.get_origin(shape) in (typing.Union, types.UnionType, tuple) or arguments:
        for argument in arguments:
            yield from _kinds(argument)


WORDS = {
    "Figure": "数",
    "Text": "文字",
    "Prose": "正文",
    "date": "日期",
    "Period": "期间",
    "Unit": "单位",
    "bool": "是/否",
    "int": "整数",
    "Formula": "公式",
    "Options": "选项（见下）",
}


def _shape(shape: object) -> str:
    """What may stand under a key, in words."""
    words: list[str] = []
    many = typing.get_origin(shape) is tuple
    for kind in _kinds(shape):
        if isinstance(kind, type) and issubclass(kind, Enum):
            words.append(" ".join(f"`{one.value}`" for one in kind))
        elif isinstance(kind, type) and issubclass(kind, Placed):
            words.append(kind.object_label)
        elif isinstance(kind, type) and kind.__name__ in WORDS:
            words.append(WORDS[kind.__name__])
    said = " 或 ".join(dict.fromkeys(words))
    return f"{said}（可多项）" if many else said


def option_table() -> str:
    """The options of a report with their defaults."""
    lines = ["| 选项 | 可选值 | 默认 |", "|---|---|---|"]
    for one in fields(Options):
        default = getattr(Options(), one.name)
        if is_dataclass(default):
            inner = "，".join(f"{part.name}: {getattr(default, part.name)}" for part in fields(default))
            lines.append(f"| `{one.name}` | {{{inner}}} | 同左 |")
        elif isinstance(default, Enum):
            choices = " ".join(f"`{choice.value}`" for choice in type(default))
            lines.append(f"| `{one.name}` | {choices} | `{default.value}` |")
        else:
            lines.append(f"| `{one.name}` | | `{default if default != () else '[]'}` |")
    return "\n".join(lines) + "\n"


def finding_tables() -> str:
    """Every code with its severity, what it means and what to do."""
    lines: list[str] = []
    for family, codes in FAMILIES.items():
        lines += [f"## {FAMILY_TITLES[family][Language.ZH]}", ""]
        for code in codes:
            words = code.words(Language.ZH)
            title = f"### `{code.name}`（{SEVERITIES[code.severity]}）"
            lines += [title, "", _unblanked(words.explanation), ""]
            lines += [f"怎样改：{_unblanked(words.help)}", ""] if words.help else []
    return "\n".join(lines)


def _unblanked(pattern: str) -> str:
    """A pattern with its blanks shown as …, for a manual."""
    blanks = re.sub(r"(?<!\{)\{[a-z_]+\}(?!\})", "…", pattern.replace("{{{{", "\0").replace("}}}}", "\1"))
    return blanks.replace("{{", "{").replace("}}", "}").replace("\0", "{{").replace("\1", "}}")


def tag_table() -> str:
    """The tags of the markup with their attributes."""
    lines = ["| 标签 | 属性 |", "|---|---|"]
    for tag, attributes in ATTRIBUTES.items():
        lines.append(f"| `<{tag}>` | {' '.join(f'`{name}`' for name in sorted(attributes))} |")
    return "\n".join(lines) + "\n"


def role_table() -> str:
    """The roles with the Word style that carries each one's look."""
    kinds = {"paragraph": "段落", "character": "文字", "table": "表格", "box": "方框"}
    rows = (f"| `{role.name}` | {kinds[role.kind.value]} | {role.word_style} |" for role in ROLES.values())
    return "\n".join(["| 角色（class） | 用在 | Word 样式 |", "|---|---|---|", *rows]) + "\n"


def filter_table() -> str:
    """The filters and tests a template may use."""
    own = "、".join(f"`{name}`" for name in FILTERS)
    jinja, tests = ("、".join(f"`{name}`" for name in names) for names in (JINJA_FILTERS, JINJA_TESTS))
    return f"- 本程序的过滤器：{own}\n- Jinja 的过滤器：{jinja}\n- Jinja 的判断：{tests}\n"


def context_tables() -> str:
    """The names a template sees, view by view."""
    lines: list[str] = []
    kinds = [one for one in vars(context).values() if isinstance(one, type)]
    views = [one for one in kinds if one.__module__ == context.__name__]
    for view in sorted(views, key=lambda one: one is not context.ReportContext):
        lines += [f"#### {view.__name__}", "", VIEWS[view.__name__], "", "| 名称 | 类型 |", "|---|---|"]
        lines += [f"| `{one.name}` | `{_type_name(one.type)}` |" for one in fields(view)]
        lines.append("")
    return "\n".join(lines)


def _type_name(kind: object) -> str:
    """A type without the modules it comes from."""
    if isinstance(kind, type) and not typing.get_args(kind):
        return kind.__name__
    return re.sub(r"\b[a-z_]+(?:\.[a-z_]+)*\.(?=[A-Z])", "", str(kind))


VIEWS = {
    "ReportContext": "模板能用的全部名称；生成草稿时 `draft` 为真。",
    "PeriodView": "报告的期间：名称（2025年第三季度）、本期与下期的叫法（本季度、下季度）、种类（季度）、"
    "下期的名称（2025年第四季度）。",
    "HeaderView": "报告信息：谁写给谁、关于什么、何时。",
    "SectionView": "用户给某一部分写的标题、引言和结语，都可以为空；`charts` 是指定放在这一部分的图表。",
    "ItemView": "一个要点：标题与内容，其中一个可以为空。",
    "CellView": "指标表的一格：文字；显示升降时 `role` 为 `rise` 或 `fall`。",
    "ColumnView": "指标表的一列：键（value、previous 等）、标题、宽度（份数）。",
    "TableRowView": "指标表的一行：指标名称与各列的格子。",
    "MetricTableView": "指标表：有数据的列才出现；`name_width` 是第一列的宽度。",
    "PointView": "图表中的一个数：`value` 是准确的数字，`label` 是报告里印的写法。",
    "SeriesView": "图表的一组数：名称、与各类目对应的数（没有的为 `None`）、单位；"
    "`drawn` 为 `bar` 或 `line`，`axis` 为 `first` 或 `second`（右轴）。",
    "ChartView": "一张图表：图形、标题、类目、各组数；`alt` 是给看不到图的人的一句话，"
    "`path` 是数据包里要这张图的地方。",
    "GroupView": "一组指标：每个指标一个要点（数字与原因）、指标表、口径说明、图表；"
    "标题为空的一组是不属于任何分组的指标。",
    "ProjectView": "一个重点项目：背景、目标、举措、成果、反思、指标表与图表。",
    "DiagnosisView": "问题诊断：标题、引言、各条目、结论。",
    "FrameworkView": "框架：标题、模型、引言。",
    "StageView": "一个生命周期阶段：标语、核心思路、举措与指标；已写进实践成果的指标不在这里重复。",
    "OutcomesView": "实践成果：引言、各条成果、指标表与图表。",
    "ReflectionView": "一条反思：不足、改进方向、责任人、完成时间。",
    "GoalView": "下期的一个目标；`target` 是写成文字的数值，正文里已有这个数时为空。",
    "ModuleView": "一个模块：目标、执行摘要、成果、指标表与口径说明。",
    "ProblemView": "一个问题：描述、严重程度、责任人等。",
    "PlanView": "一项规划：目标、行动、资源、针对的问题等。",
    "AskView": "请示的一项：哪项规划（第几项）、要什么。",
    "ClosureRowView": "附录对照表的一行：指标、问题、举措、资源，缺的为空；"
    "`span` 是指标与问题两格占几行（上一行已占时为 0），`is_repeated` 表示这项举措的资源已在上面印过。",
    "RequestView": "请求批示：正文、各项、合计、回复期限。",
}


def table_tables() -> str:
    """Every table with its columns: Chinese names, English name, what stands there."""
    lines: list[str] = []
    for table in TABLES:
        if table is not REPORT:
            lines += [f"### {'、'.join(table.words)}（{table.name}.csv）", ""]
            lines += ["| 列 | 英文 | 内容 |", "|---|---|---|", *_columns(table), ""]
    return "\n".join(lines)


def _columns(table: Table) -> Iterator[str]:
    """The column that names a row's owner, those for the keys of its object, and those beside them."""
    if table.owner_words:
        name, *words = table.owner_words
        owners = "、".join(one.words[0] for one in TABLES if one.name in table.owners)
        yield f"| {'、'.join(words)} | `{name}` | {owners}的编号或名称 |"
    if table.part is None:
        yield f"| {'、'.join(TEXT_WORDS[1:])} | `{TEXT_WORDS[0]}` | 每行一条文字 |"
    for key in carried_keys(table):
        inner = shape_of(key.shape)
        nested = [one.name for one in keys_of(inner.type) if one.name != "lint"] if is_nested(inner) else []
        also = f"；另有 {'、'.join(f'`{key.name}.{name}`' for name in nested)}" if nested else ""
        yield f"| {'、'.join(key.labels)} | `{key.name}` | {_shape(key.shape)}{also} |"
    places: dict[str, list[str]] = {}
    for word, place in table.more.items():
        places.setdefault(place, []).append(word)
    for place, words in places.items():
        said = "数" if place in words else f"即 `{place}`"
        yield f"| {'、'.join(words[1:])} | `{words[0]}` | {said} |"


def is_nested(shape: Shape) -> bool:
    """Whether the object under a key has more than the one value that a bare cell gives it."""
    return shape.kind is ShapeKind.PART and len(keys_of(shape.type)) > 1


PARTS: dict[str, Callable[[], str]] = {
    "bundle": bundle_tables,
    "options": option_table,
    "tables": table_tables,
    "findings": finding_tables,
    "tags": tag_table,
    "roles": role_table,
    "filters": filter_table,
    "context": context_tables,
}
PAGES = (
    *(ROOT / "docs" / f"{name}.md" for name in ("bundle", "csv", "findings")),
    ROOT / "templates" / "README.md",
)


def written(text: str) -> str:
    """A page with its generated parts made anew."""
    return PART.sub(lambda match: match[1] + PARTS[match["name"]]().strip() + "\n" + match[3], text)


def main() -> int:
    """Write the pages, or with `--check` only say which would change."""
    stale = []
    for page in PAGES:
        before = page.read_text("utf-8")
        after = written(before)
        if after != before:
            stale.append(page.relative_to(ROOT))
            if "--check" not in sys.argv:
                page.write_text(after, "utf-8")
    for page in stale:
        print(page)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
