"""People and work that a plan asks for."""

import re
from collections.abc import Iterator

from opsreport.bundle.parts import Headcount, Plan, Request
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.figures.figure import Figure

PER_DAY = re.compile(
    r"(?:投入|工作量|人力|工时|申请|需要?|耗时)[^，。；、]{0,6}?(?P<amount>\d+(?:\.\d+)?\s*人/[天日月周])"
)
PART_OF_A_PERSON = re.compile(
    r"(?:增配|增员|增编|招聘|扩编|补充|申请)[^，。；、\d]{0,8}(?P<amount>\d+\.\d*[1-9]\s*[名位人](?![天日月周次/均]))"
)


@RELATIONS.rule
def wrong_effort_unit(case: Case) -> Iterator[Finding]:
    """Parts of people, and work in 人/天; a field in a wrong unit is refused while it is read."""
    for part in case.contents:
        count = part.count if isinstance(part, Headcount) else None
        # Half a million people are whole ones, half a person is not.
        if isinstance(count, Figure) and count.base_amount % 1:
            yield Finding(count.span, {"text": f"{count.amount}名"}, "fraction")
    for text in case.texts:
        if isinstance(text.owner, Plan | Request):
            for pattern, help_key in ((PER_DAY, "effort"), (PART_OF_A_PERSON, "fraction")):
                for match in pattern.finditer(text.folded):
                    span = text.locate(match.start("amount"), match.end("amount"))
                    yield Finding(span, {"text": match["amount"]}, help_key)
