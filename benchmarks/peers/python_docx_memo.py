"""A memo in Word as python-docx makes it: headings, paragraphs, lists and tables one after the other.

usage: python_docx_memo.py BUNDLE FILE
"""

import sys
from typing import Any

from docx import Document
from memo_values import Values, memo_values

COLUMNS = {
    "name": "指标",
    "value": "本期",
    "previous": "上期",
    "target": "目标",
    "attained": "完成率",
    "moved": "环比",
}
PARTICULARS = {
    "to": "致",
    "sender": "发件人",
    "subject": "主题",
    "number": "编号",
    "period": "期间",
    "date": "日期",
}


def memo(values: Values) -> Any:
    document = Document()
    report = values["report"]
    document.add_paragraph(f"{report['org']}　{report['department']}")
    document.add_paragraph("备忘录", style="Title")
    _table(document, [[label, report[key]] for key, label in PARTICULARS.items()])
    _labelled(document, "摘要", report["abstract"])
    document.add_heading("第一部分　季度重点模块执行情况", 1)
    for module in values["modules"]:
        _module(document, module)
    document.add_heading("第二部分　问题分析与挑战", 1)
    for problem in values["problems"]:
        _labelled(document, problem["title"], problem["text"] + problem["facts"], style="List Number")
    document.add_heading("第三部分　下季度工作规划与资源需求", 1)
    for plan in values["plans"]:
        _plan(document, plan)
    _request(document, values)
    return document


def _module(document: Any, module: Values) -> None:
    document.add_heading(f"模块{module['number']}　{module['name']}", 2)
    _labelled(document, "目标", module["goal"])
    document.add_heading("执行摘要", 3)
    for item in module["summary"]:
        _labelled(document, item["title"], item["text"], style="List Bullet")
    document.add_heading("量化成果", 3)
    for result in module["results"]:
        document.add_paragraph(result, style="List Bullet")
    _table(document, [list(COLUMNS.values()), *([row[key] for key in COLUMNS] for row in module["rows"])])


def _plan(document: Any, plan: Values) -> None:
    document.add_heading(f"规划{plan['number']}　{plan['title']}", 2)
    for label, key in (("目标", "goal"), ("行动", "action"), ("资源需求", "resources")):
        _labelled(document, label, plan[key])
    document.add_paragraph(plan["facts"])


def _request(document: Any, values: Values) -> None:
    request, report = values["request"], values["report"]
    document.add_heading("请求批示", 1)
    document.add_paragraph(request["text"])
    for ask in request["asks"]:
        document.add_paragraph(ask, style="List Number 2")
    _labelled(document, "合计", request["total"])
    for line in (f"请于{request['reply_by']}前批复。", report["sender"], report["date"]):
        document.add_paragraph(line)


def _labelled(document: Any, label: str, said: str, style: str | None = None) -> None:
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(f"{label}：").bold = True
    paragraph.add_run(said)


def _table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word


memo(memo_values(sys.argv[1])).save(sys.argv[2])
