"""What a plain script does with a bundle before it fills in a template: floats, f-strings, a loop each."""

import datetime
import re
from pathlib import Path
from typing import Any

import yaml

Values = dict[str, Any]

DIGITS = "零一二三四五六七八九"
SEVERITIES = {"high": "高", "medium": "中", "low": "低"}
REFERENCE = re.compile(r"\{\{ (\w+)(\.sentence)? \}\}")


def memo_values(bundle_file: str) -> Values:
    """Everything the memo says, as texts in the order of its template."""
    bundle = yaml.safe_load(Path(bundle_file).read_text(encoding="utf-8"))
    metrics = {metric["id"]: metric for metric in bundle["metrics"]}
    problems = {problem["id"]: problem for problem in bundle["problems"]}
    report = bundle["report"] | {"sender": bundle["report"]["from"]}
    guideline = "、".join(report.get("guideline", []))
    abstract = report["abstract"].replace("{{ guideline }}", f"“{guideline}”")
    asks, total = _asks(bundle)
    return {
        "report": report | {"period": "2025年第三季度", "date": _date(report["date"]), "abstract": abstract},
        "modules": [_module(number, module, metrics) for number, module in enumerate(bundle["modules"], 1)],
        "problems": [
            problem
            | {"facts": f"（严重程度：{SEVERITIES[problem['severity']]}；责任人：{problem['owner']}）"}
            for problem in bundle["problems"]
        ],
        "plans": [_plan(number, plan, problems, metrics) for number, plan in enumerate(bundle["plans"], 1)],
        "request": bundle["request"] | {"asks": asks, "total": total, "reply_by": "2025年10月24日"},
    }


def _module(number: int, module: Values, metrics: Values) -> Values:
    said, rows = [], []
    for result in module["results"]:
        own = [metrics[one] for one in result.get("metrics", [result.get("metric")])]
        said.append("，".join(metric["name"] + _moved(metric) for metric in own))
        rows += [_row(metric) for metric in own]
    return {
        "number": _chinese(number),
        "name": f"{module['name']}（{module['name_en']}）" if "name_en" in module else module["name"],
        "goal": module["goal"],
        "summary": [item | {"text": _filled(item["text"], metrics)} for item in module["summary"]],
        "results": [text + "；" for text in said[:-1]] + [said[-1] + "。"],
        "rows": rows,
    }


def _row(metric: Values) -> Values:
    value, target = metric["value"], metric.get("target")
    previous = metric.get("previous", metric.get("from", {}).get("value"))
    is_rate = metric["unit"] in ("%", "‰")
    attained = moved = "——"
    if target is not None:
        attained = _points(value - target) if is_rate else f"{value / target * 100:.1f}%"
    if previous is not None:
        change = value - previous
        moved = _points(change) if is_rate else f"{_sign(change)}{abs(change) / previous * 100:.1f}%"
    levels = {"value": value, "previous": previous, "target": target}
    told = {key: "——" if level is None else f"{level}{metric['unit']}" for key, level in levels.items()}
    return told | {"name": metric["name"], "attained": attained, "moved": moved}


def _moved(metric: Values) -> str:
    """What is said of a metric beside its name."""
    unit, value = metric.get("unit"), metric.get("value")
    match metric:
        case {"change": {"value": rise}}:
            return f"提高约{rise}%"
        case {"baseline": {"value": base, "label": label}}:
            return f"比{label}{'高' if value > base else '低'}{abs(value - base) / base * 100:.1f}%"
        case {"from": {"value": before}}:
            return f"从{before}{unit}{'提升' if value > before else '降'}至{value}{unit}"
        case {"previous": previous} if unit == "%":
            change = value - previous
            return f"环比{'提高' if change > 0 else '下降'}{abs(change):.1f}个百分点"
        case {"previous": previous}:
            change = value - previous
            return f"环比{'增长' if change > 0 else '下降'}{abs(change) / previous * 100:.1f}%"
    return f"{metric.get('verb', '为')}{value}{unit}"


def _points(change: float) -> str:
    return f"{_sign(change)}{abs(change):.1f}个百分点"


def _sign(change: float) -> str:
    return "+" if change > 0 else "−"


def _filled(text: str, metrics: Values) -> str:
    return REFERENCE.sub(lambda found: (_moved if found[2] else _level)(metrics[found[1]]), text)


def _level(metric: Values) -> str:
    return f"{metric['value']}{metric['unit']}"


def _plan(number: int, plan: Values, problems: Values, metrics: Values) -> Values:
    addressed = "、".join(problems[one]["title"] for one in plan["addresses"])
    return plan | {
        "number": _chinese(number),
        "action": _filled(plan["action"], metrics),
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
    said, money, people, days, currency = [], 0, 0, 0, ""
    for number, plan in enumerate(bundle["plans"], 1):
        said.append(f"规划{_chinese(number)}“{plan['title']}”：{_resources(plan['resources'])}")
        budget = plan["resources"].get("budget", {"amount": 0, "unit": currency})
        money, currency = money + budget["amount"], budget["unit"]
        people += sum(one["count"] for one in plan["resources"].get("headcount", []))
        days += sum(one["amount"] for one in plan["resources"].get("effort", []))
    asks = [text + "；" for text in said[:-1]] + [said[-1] + "。"]
    return asks, f"预算{money}{currency}、增配{people}名、投入{days}人天。"


def _date(written: str | datetime.date) -> str:
    year, month, day = str(written).split("-")
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
