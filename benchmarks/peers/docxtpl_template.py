"""Makes the template that docxtpl fills in: the memo with Jinja tags in its paragraphs and rows.

usage: docxtpl_template.py FILE
"""

import sys
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

PARTICULARS = (
    ("致", "to"),
    ("发件人", "sender"),
    ("主题", "subject"),
    ("编号", "number"),
    ("期间", "period"),
    ("日期", "date"),
)
COLUMNS = (
    ("指标", "name"),
    ("本期", "value"),
    ("上期", "previous"),
    ("目标", "target"),
    ("完成率", "attained"),
    ("环比", "moved"),
)


def memo_template() -> Any:
    document = Document()
    _furniture(document)
    _head(document)
    document.add_heading("第一部分　季度重点模块执行情况", 1)
    _modules(document)
    document.add_heading("第二部分　问题分析与挑战", 1)
    _repeat(document, "problem in problems")
    problem = document.add_paragraph(style="List Number")
    problem.add_run("{{ problem.title }}").bold = True
    problem.add_run("：{{ problem.text }}{{ problem.facts }}")
    _end(document)
    document.add_heading("第三部分　下季度工作规划与资源需求", 1)
    _plans(document)
    _request(document)
    return document


def _furniture(document: Any) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ report.org }}　{{ report.sender }}\t\t{{ report.number }}"
    footer = section.footer.paragraphs[0]
    for before, field in (("第 ", "PAGE"), (" 页　共 ", "NUMPAGES")):
        footer.add_run(before)
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        footer._p.append(simple)
    footer.add_run(" 页")


def _head(document: Any) -> None:
    document.add_paragraph("{{ report.org }}　{{ report.department }}")
    document.add_paragraph("备忘录", style="Title")
    particulars = document.add_table(rows=0, cols=2)
    for label, key in PARTICULARS:
        cells = particulars.add_row().cells
        cells[0].text, cells[1].text = label, f"{{{{ report.{key} }}}}"
    _labelled(document, "摘要", "{{ report.abstract }}")


def _modules(document: Any) -> None:
    _repeat(document, "module in modules")
    document.add_heading("模块{{ module.number }}　{{ module.name }}", 2)
    _labelled(document, "目标", "{{ module.goal }}")
    document.add_heading("执行摘要", 3)
    _repeat(document, "item in module.summary")
    item = document.add_paragraph(style="List Bullet")
    item.add_run("{{ item.title }}").bold = True
    item.add_run("：{{ item.text }}")
    _end(document)
    document.add_heading("量化成果", 3)
    _repeat(document, "result in module.results")
    document.add_paragraph("{{ result }}", style="List Bullet")
    _end(document)
    _metric_table(document)
    _end(document)


def _metric_table(document: Any) -> None:
    table = document.add_table(rows=4, cols=len(COLUMNS), style="Table Grid")
    heading, begin, row, end = table.rows
    begin.cells[0].text, end.cells[0].text = "{%tr for row in module.rows %}", "{%tr endfor %}"
    for at, (title, key) in enumerate(COLUMNS):
        heading.cells[at].paragraphs[0].add_run(title).bold = True
        row.cells[at].text = f"{{{{ row.{key} }}}}"


def _plans(document: Any) -> None:
    _repeat(document, "plan in plans")
    document.add_heading("规划{{ plan.number }}　{{ plan.title }}", 2)
    _labelled(document, "目标", "{{ plan.goal }}")
    _labelled(document, "行动", "{{ plan.action }}")
    _labelled(document, "资源需求", "{{ plan.resources }}。")
    document.add_paragraph("{{ plan.facts }}")
    _end(document)


def _request(document: Any) -> None:
    document.add_heading("请求批示", 1)
    document.add_paragraph("{{ request.text }}")
    _repeat(document, "ask in request.asks")
    document.add_paragraph("{{ ask }}", style="List Number 2")
    _end(document)
    _labelled(document, "合计", "{{ request.total }}")
    document.add_paragraph("请于{{ request.reply_by }}前批复。")
    document.add_paragraph("{{ report.sender }}")
    document.add_paragraph("{{ report.date }}")


def _labelled(document: Any, label: str, said: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}：").bold = True
    paragraph.add_run(said)


def _repeat(document: Any, clause: str) -> None:
    document.add_paragraph(f"{{%p for {clause} %}}")


def _end(document: Any) -> None:
    document.add_paragraph("{%p endfor %}")


memo_template().save(sys.argv[1])
