"""People and work that a plan asks for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from opsreport.bundle.parts import Effort, Headcount, Plan, Request
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.printing import exact_text
from opsreport.figures.unit import UnitFamily

PER_DAY = re.compile(
    r"(?:投入|工作量|人力|工时|申请|需要?|耗时)[^，。；、]{0,6}?(?P<amount>\d+(?:\.\d+)?\s*人/[天日月周])"
)
PART_OF_A_PERSON = re.compile(
    r"(?:增配|增员|增编|招聘|扩编|补充|申请)[^，。；、\d]{0,8}(?P<amount>\d+\.\d*[1-9]\s*[名位人](?![天日月周次/均]))"
)


PEOPLE = frozenset({"", "人", "名", "位", "个", "员", "岗", "人员"})
WORK = re.compile(r"|人[·・]?(?:天|日|周|月|季|季度|年|时|小时|工时|班)|工日|工时")
"""What the work of people is counted in; 人/天 is how many come each day, and says nothing of how long."""


@RELATIONS.rule
def wrong_effort_unit(case: Case) -> Iterator[Finding]:
    """People that are counted in anything but whole people, work in anything but people times days."""
    for part in case.contents:
        if isinstance(part, Headcount):
            yield from _people(part.count)
        elif isinstance(part, Effort):
            yield from _work(part)
    for text in case.texts:
        if isinstance(text.owner, Plan | Request):
            for pattern, help_key in ((PER_DAY, "effort"), (PART_OF_A_PERSON, "fraction")):
                for match in pattern.finditer(text.folded):
                    span = text.locate(match.start("amount"), match.end("amount"))
                    yield Finding(span, {"text": match["amount"]}, help_key)


def _people(count: Quantity | None) -> Iterator[Finding]:
    if not isinstance(count, Figure):
        return
    if count.unit and (count.unit.family is not UnitFamily.COUNT or count.unit.plain not in PEOPLE):
        yield Finding(count.span, {"text": exact_text(count)}, "headcount")
    elif count.base_amount % 1:
        # Half a million people are whole ones, half a person is not.
        yield Finding(
            count.span, {"text": exact_text(count) if count.unit else f"{count.amount}名"}, "fraction"
        )


def _work(effort: Effort) -> Iterator[Finding]:
    amount, written = effort.amount, effort.unit
    unit = written.value if written else None
    if isinstance(amount, Figure) and amount.unit:
        unit = amount.unit
    if not isinstance(amount, Figure) or unit is None:
        return
    if unit.family is not UnitFamily.COUNT or not WORK.fullmatch(unit.plain):
        span = written.span if written and written.given and written.value == unit else amount.span
        yield Finding(span, {"text": exact_text(replace(amount, unit=unit))}, "effort")
