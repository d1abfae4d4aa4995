"""The head of a report: who writes to whom, about which period, in which style."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from opsreport.bundle.leaves import Choice, Text
from opsreport.bundle.part import Part
from opsreport.bundle.prose import Prose
from opsreport.bundle.schema import many, optional
from opsreport.figures.options import Options
from opsreport.figures.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Part):
    """What `report` says; which of it is required is the style's to say."""

    object_label: ClassVar[str] = "报告"

    style: Text | None = optional(
        "样式",
        about="memo（备忘录）、annual-review（年度复盘）等内置样式，或样式文件夹的路径",
    )
    title: Text | None = optional("标题")
    org: Text | None = optional("组织", "公司", "公司名称", "单位名称")
    department: Text | None = optional("部门")
    period: Choice[Period] | None = optional("期间", about="如 2025、2025H1、2025Q3、2025-09")
    period_label: Text | None = optional("期间名称")
    date: Choice[datetime.date] | None = optional("成文日期", "日期", about="也可在命令行用 --date 给出")
    author: Text | None = optional("作者")
    to: Text | None = optional("致")
    from_: Text | None = optional("发件人")
    cc: tuple[Text, ...] = many("抄送")
    subject: Text | None = optional("主题")
    number: Text | None = optional("编号")
    classification: Text | None = optional("密级")
    guideline: tuple[Text, ...] = many("方针", "核心目标", about="几个短语；文中写 {{ guideline }} 印出")
    abstract: Prose | None = optional("摘要")
    intro: Prose | None = optional("引言")
    closing: Prose | None = optional("结语", "总结")
    options: Options = optional("选项", default=Options())
