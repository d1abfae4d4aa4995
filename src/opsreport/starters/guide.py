"""What the tables of a starter say of themselves: what each is for, and what stands in its columns."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from opsreport.readers.table_kinds import REPORT
from opsreport.starters.tables import Filled

GENERAL = (
    "把每一处 XX、X.X、X:X 换成实际内容；用不上的行整行删去，没有的数字留空，不要写 0。",
    "数字照原样写，可以带单位：86420、1280万元、23.6%、约35。",
    "同比、环比、完成率都由程序计算，不用自己写。",
    "正文里写 {{ 编号 }} 印出指标的数值和单位，写 {{ 编号.环比 }} 印出“环比增长9.5%”这样的说法。",
    "一格里写几项时用顿号分开，如 甲、乙。",
    "表名和列名写英文或中文都可以，列的次序随意；下面没有列出的键也可以加一列。",
    "填完后运行 opsreport check 看还缺什么，运行 opsreport build 生成报告；没填完时加 --draft 先出草稿。",
)

_PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        "report": "报告信息，每行一项：谁写给谁、关于什么、何时",
        "groups": "指标分组，报告里按它们的次序分节",
        "metrics": "指标，每行一个；报告里的每一个数字写在这里一次，正文、成果和图表都引用它",
        "series": "指标的序列，每行一个指标的一个期间，用来画图和核对",
        "breakdown": "指标的构成，每行一个指标的一个分项",
        "stages": "阶段，每行一个",
        "projects": "重点项目，每行一个",
        "modules": "模块，每行一个",
        "actions": "项目的举措、模块的执行摘要、阶段的关键举措，每行一条；“所属”写编号或名称",
        "results": "项目或模块的成果，每行一条；“所属”写编号或名称，“指标”写指标的编号",
        "diagnosis": "问题诊断的条目",
        "outcomes": "实践成果，每行一条",
        "problems": "问题，每行一个",
        "reflections": "反思，每行一条：不足与改进方向",
        "plan_themes": "下一期规划的主题词",
        "goals": "下一期的目标，每行一个",
        "plans": "规划或举措，每行一项，连同所需的资源",
        "asks": "请求批示的事项，每行一项：哪个规划的哪一种资源",
        "charts": "图表，每行一张；用指标的序列或构成画成",
        "glossary": "术语，每行一条",
        "sections": "某一部分的标题、引言和结语",
        "sources": "数据来源，每行一条",
        "notes": "注，每行一条",
    }
)


def purpose(table: Filled) -> str:
    """What a table is for."""
    return _PURPOSES[table.table.name]


def hints(table: Filled) -> Iterator[tuple[str, str]]:
    """Each column of a table by its header, with what stands in it."""
    if table.table is REPORT:
        yield from ((row[0], row[2]) for row in table.rows)
        return
    for column in table.columns:
        yield column.header, column.hint
