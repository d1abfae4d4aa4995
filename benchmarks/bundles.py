"""Writes invented bundles for memos.

usage: bundles.py SCALE FILE, where 1 is a bundle about as long as examples/q3.yaml, and 10 ten times that
"""

import random
import sys
from pathlib import Path
from typing import Any

import yaml

SEED = 20251014
MODULES, PROBLEMS, PLANS = 5, 4, 3
LISTS = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
WORDS: dict[str, list[str]] = {name: words.split() for name, words in LISTS.items()}
Written = dict[str, Any]


class Author(random.Random):
    """Writes at random, and the same again from the same seed."""

    def word(self, kind: str) -> str:
        return self.choice(WORDS[kind])


def bundle(scale: int) -> Written:
    """A bundle with `scale` times the modules, metrics, problems and plans of an ordinary memo."""
    author = Author(SEED + scale)
    modules, metrics = [], []
    for number in range(1, MODULES * scale + 1):
        own = _metrics(author, number)
        metrics += own
        modules.append(_module(author, number, own))
    problems = [_problem(author, number) for number in range(1, PROBLEMS * scale + 1)]
    plans = [_plan(author, number, len(problems)) for number in range(1, PLANS * scale + 1)]
    return {
        "opsreport": 1,
        "report": _header(author, scale),
        "metrics": metrics,
        "modules": modules,
        "problems": problems,
        "plans": plans,
        "request": {
            "text": "请审阅以上汇报，并就下季度计划及资源需求予以批示。",
            "asks": [{"plan": plan["id"], "resource": next(iter(plan["resources"]))} for plan in plans],
            "reply_by": "2025-10-24",
        },
    }


def _header(author: Author, scale: int) -> Written:
    return {
        "style": "memo",
        "org": "云溪社区",
        "department": "内容运营部",
        "to": "公司经营管理委员会",
        "from": "内容运营部",
        "subject": "2025年第三季度运营工作汇报与下季度资源申请",
        "number": f"YX-2025-Q3-{scale:03}",
        "period": "2025Q3",
        "date": "2025-10-14",
        "abstract": "".join(_sentence(author) for _ in range(3)),
    }


def _metrics(author: Author, module: int) -> list[Written]:
    counted = [name.split("/") for name in author.sample(WORDS["counted"], 3)]
    shared = author.sample(WORDS["shared"], 2)
    return [
        *(_count(author, f"n{module}_{at}", name, unit) for at, (name, unit) in enumerate(counted)),
        *(_rate(author, f"r{module}_{at}", name) for at, name in enumerate(shared)),
    ]


def _count(author: Author, name: str, title: str, unit: str) -> Written:
    """A number of things, moved enough that no rounding hides it, and below 10 000, where 万 would begin."""
    previous = author.randint(200, 6000)
    value = round(previous * author.choice((author.uniform(0.7, 0.95), author.uniform(1.05, 1.5))))
    target = round(value * author.uniform(0.8, 1.2))
    figures = {"value": value, "previous": previous, "target": target}
    return {"id": name, "name": title, "kind": "count", "unit": unit, **figures, "say": ["vs_previous"]}


def _rate(author: Author, name: str, title: str) -> Written:
    previous = author.randint(250, 900)
    value = previous + author.choice((-1, 1)) * author.randint(15, 90)
    target = value + author.choice((-1, 1)) * author.randint(15, 60)
    figures = {"value": value / 10, "previous": previous / 10, "target": target / 10}
    return {"id": name, "name": title, "kind": "rate", "unit": "%", **figures, "say": ["vs_previous"]}


def _module(author: Author, number: int, metrics: list[Written]) -> Written:
    first = metrics[0]
    summary = [{"title": _name(author), "text": _sentence(author) + _sentence(author)} for _ in range(3)]
    summary[0]["text"] = f"本季度{first['name']}为{{{{ {first['id']} }}}}。" + summary[0]["text"]
    return {
        "id": f"m{number}",
        "name": f"{WORDS['modules'][number % len(WORDS['modules'])]}与{_name(author)}",
        "goal": f"{author.word('to_do')}{author.word('subjects')}，推动{_name(author)}落地。",
        "summary": summary,
        "results": [{"metric": metric["id"]} for metric in metrics],
    }


def _problem(author: Author, number: int) -> Written:
    return {
        "id": f"q{number}",
        "title": f"{author.word('problems')}（{_rare(author)}）",
        "text": f"{author.word('causes')}，{author.word('subjects')}未能跟上。{_sentence(author)}",
        "severity": author.word("severities"),
        "owner": author.word("departments"),
    }


def _plan(author: Author, number: int, problems: int) -> Written:
    return {
        "id": f"w{number}",
        "title": f"{author.word('plans')}{_rare(author)}",
        "goal": f"{author.word('means')}{author.word('to_do')}{author.word('subjects')}。",
        "action": _sentence(author) + _sentence(author),
        "resources": _resources(author, number),
        "addresses": [f"q{author.randint(1, problems)}"],
        "owner": author.word("departments"),
        "due": "2025-12-31",
    }


def _resources(author: Author, number: int) -> Written:
    """Money, people and time by turns."""
    match number % 3:
        case 1:
            return {"budget": {"amount": author.randint(10, 60), "unit": "万元", "purpose": _name(author)}}
        case 2:
            return {"headcount": [{"role": author.word("roles"), "count": author.randint(1, 4)}]}
        case _:
            team = author.word("departments")
            return {"effort": [{"team": team, "amount": author.randint(20, 200), "unit": "人天"}]}


def _sentence(author: Author) -> str:
    word = author.word
    return (
        f"{word('departments')}{word('means')}{word('done')}{word('subjects')}与"
        f"{word('subjects')}（{_name(author)}），{word('outcomes')}。"
    )


def _name(author: Author) -> str:
    return f"{_rare(author)}{author.word('subjects')}"


def _rare(author: Author) -> str:
    """Two of the 3755 common characters, so that a longer report needs more glyphs, as real ones do."""
    return "".join(
        bytes((author.randrange(0xB0, 0xD7), author.randrange(0xA1, 0xFF))).decode("gb2312") for _ in range(2)
    )


def main() -> None:
    scale, file = sys.argv[1:]
    text = yaml.safe_dump(bundle(int(scale)), allow_unicode=True, sort_keys=False, width=1000)
    Path(file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
