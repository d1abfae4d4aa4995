"""Plans: what they are for, who does them until when, how success is measured, and with what."""

import re
from collections.abc import Iterator

from opsreport.bundle.parts import Goal, Plan
from opsreport.bundle.prose import Prose
from opsreport.bundle.slots import SLOT
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.checks.relations.titles import called, place_of
from opsreport.diagnostics import Severity

DATES = re.compile(
    r"(?:19|20)\d\d\s*[年./-]|\d{1,2}\s*月份?|\d{1,2}\s*[日号]|(?:19|20)\d\d|第?[一二三四1-4]季度|[QH][1-4]|第[一二三四五六七八九十\d]+"
)
MEASURED = re.compile(
    r"\d|\{\{|翻[一两二三四]?番|百分之|[一二三四五六七八九两]成|一倍|减半|归零|清零|零(?:差错|事故|投诉|延误|故障)|全(?:覆盖|达标)"
    r"|[一二三四五六七八九十百千万两](?:个|家|名|位|人|次|篇|条|场|座|城|款|项|套|轮|组|台|天|小时|分钟|秒|批|期|门|份|支|件|倍|点|店|单)"
)
"""What makes a goal measurable: a number, in figures or in words."""


@RELATIONS.rule
def plan_without_resources(case: Case) -> Iterator[Finding]:
    """A plan that needs nothing: doubtful where the report asks for resources, elsewhere worth a look."""
    severity = Severity.WARNING if "request" in case.expected else Severity.INFO
    for plan in case.bundle.plans:
        if plan.resources is None or not plan.resources.kinds:
            yield Finding(place_of(plan), {"plan": called(plan)}, severity=severity)


@RELATIONS.rule
def plan_without_problem(case: Case) -> Iterator[Finding]:
    """A plan that addresses no problem; a report without problems is told so once, by its style."""
    bundle = case.bundle
    if not bundle.problems and (bundle.reflections or "problems" in case.expected):
        return
    for plan in bundle.plans:
        if not plan.addresses:
            yield Finding(place_of(plan), {"plan": called(plan)}, "" if bundle.problems else "none")


@RELATIONS.rule
def vague_plan(case: Case) -> Iterator[Finding]:
    """A plan without owner, due date or measure of success, and a goal without a figure."""
    for plan in case.bundle.plans:
        lacking = [
            words
            for words, is_there in (
                ("责任人", plan.owner is not None),
                ("完成时间", plan.due is not None),
                ("可衡量的目标", bool(plan.goals) or is_measured(plan.text, plan.goal, plan.action)),
            )
            if not is_there
        ]
        if lacking:
            yield Finding(place_of(plan), _lacking(plan, lacking), _help_key(lacking))
    for goal in case.bundle.goals:
        aims = (goal.target_value, goal.target_growth, goal.target_change)
        if not any(aims) and not is_measured(goal.text):
            yield Finding(place_of(goal), _lacking(goal, ["目标值"]), "goal")


def is_measured(*texts: Prose | None) -> bool:
    """Whether one of the texts has a figure that is no date, or a place where one is still due."""
    return any(MEASURED.search(DATES.sub("", text.raw)) or SLOT.search(text.raw) for text in texts if text)


def _lacking(part: Plan | Goal, lacking: list[str]) -> dict[str, object]:
    english = {"责任人": "owner", "完成时间": "due", "可衡量的目标": "measurable goal", "目标值": "target"}
    return {
        "plan": called(part),
        "lacking": "、".join(lacking),
        "lacks": ", ".join(english[one] for one in lacking),
    }


def _help_key(lacking: list[str]) -> str:
    if len(lacking) > 1:
        return ""
    return {"责任人": "owner", "完成时间": "due"}.get(lacking[0], "measure")
