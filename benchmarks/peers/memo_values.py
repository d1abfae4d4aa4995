"""What a plain script does with a bundle before it fills in a template: floats, f-strings, a loop each."""

import re
from pathlib import Path
from typing import Any

import yaml

Values = dict[str, Any]

DIGITS = "零一二三四五六七八九"
SEVERITIES = {"high": "高", "medium": "中", "low": "低"}
REFERENCE = re.compile(r"\{\{ (\w+) \}\}")


def memo_values(bundle_file: str) -> Values:
    """Everything the memo says, as texts in the order of its template."""
    bundle = yaml.safe_load(Path(bundle_file).read_text(encoding="utf-8"))
    metrics = {metric["id"]: metric for metric in bundle["metrics"]}
    problems = {problem["id"]: problem for problem in bundle["problems"]}
    report = bundle["report"] | {"sender": bundle["report"]["from"]}
    asks, total = _asks(bundle)
    return {
        "report": report | {"period": "2025年第三季度", "date": _date(report["date"])},
        "modules": [_module(number, module, metrics) for number, module in enumerate(bundle["modules"], 1)],
        "problems": [
            problem
            | {"facts": f"（严重程度：{SEVERITIES[problem['severity']]}；责任人：{problem['owner']}）"}
            for problem in bundle["problems"]
        ],
        "plans": [_plan(number, plan, problems) for number, plan in enumerate(bundle["plans"], 1)],
        "request": bundle["request"] | {"asks": asks, "total": total, "reply_by": "2025年10月24日"},
    }


def _module(number: int, module: Values, metrics: Values) -> Values:
    own = [metrics[result["metric"]] for result in module["results"]]
    said = [metric["name"] + _moved(metric) for metric in own]
    return {
        "number": _chinese(number),
        "name": module["name"],
        "goal": module["goal"],
        "summary": [item | {"text": _filled(item["text"], metrics)} for item in module["summary"]],
        "results": [text + "；" for text in said[:-1]] + [said[-1] + "。"],
        "rows": [_row(metric) for metric in own],
    }


def _row(metric: Values) -> Values:
    change = metric["value"] - metric["previous"]
    if metric["unit"] == "%":
        attained = _points(metric["value"] - metric["target"])
        moved = _points(change)
    else:
        attained = f"{metric['value'] / metric['target'] * 100:.1f}%"
        moved = f"{_sign(change)}{abs(change) / metric['previous'] * 100:.1f}%"
    levels = {key: f"{metric[key]}{metric['unit']}" for key in ("value", "previous", "target")}
    return levels | {"name": metric["name"], "attained": attained, "moved": moved}


def _moved(metric: Values) -> str:
    change = metric["value"] - metric["previous"]
    if metric["unit"] == "%":
        return f"环比{'提高' if change > 0 else '下降'}{abs(change):.1f}个百分点"
    return f"环比{'增长' if change > 0 else '下降'}{abs(change) / metric['previous'] * 100:.1f}%"


def _points(change: float) -> str:
    return f"{_sign(change)}{abs(change):.1f}个百分点"


def _sign(change: float) -> str:
    return "+" if change > 0 else "−"


def _filled(text: str, metrics: Values) -> str:
    return REFERENCE.sub(lambda found: _level(metrics[found[1]]), text)


def _level(metric: Values) -> str:
    return f"{metric['value']}{metric['unit']}"


def _plan(number: int, plan: Values, problems: Values) -> Values:
    addressed = "、".join(problems[one]["title"] for one in plan["addresses"])
    return plan | {
        "number": _chinese(number),
        "resources": _resources(plan["resources"]),
        "facts": f"针对问题：{addressed}　责任人：{plan['owner']}　完成时间：{_date(plan['due'])}",
    }


def _resources(resources: Values) -> str:
    match resources:
        case {"budget": budget}:
            return f"预算{budget['amount']}{budget['unit']}（{budget['purpose']}）"
        case {"headcount": [head]}:
            return f"增配{head['role']}{head['count']}名"
        case {"effort": [effort]}:
            return f"{effort['team']}{effort['amount']}{effort['unit']}"
    return ""


def _asks(bundle: Values) -> tuple[list[str], str]:
    said, money, people, days = [], 0, 0, 0
    for number, plan in enumerate(bundle["plans"], 1):
        said.append(f"规划{_chinese(number)}“{plan['title']}”：{_resources(plan['resources'])}")
        money += plan["resources"].get("budget", {}).get("amount", 0)
        people += sum(one["count"] for one in plan["resources"].get("headcount", []))
        days += sum(one["amount"] for one in plan["resources"].get("effort", []))
    asks = [text + "；" for text in said[:-1]] + [said[-1] + "。"]
    return asks, f"预算{money}万元、增配{people}名、投入{days}人天。"


def _date(written: str) -> str:
    year, month, day = written.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def _chinese(number: int) -> str:
    """A number below a thousand in Chinese words."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{'' if number < 20 else DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")
