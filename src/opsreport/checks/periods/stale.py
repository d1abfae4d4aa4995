"""Periods: times in texts that are left from another report."""

import re
from collections.abc import Iterator

from opsreport.bundle.header import Header
from opsreport.bundle.parts import Diagnosis, GlossaryEntry, SectionText
from opsreport.checks.families import PERIODS
from opsreport.checks.family import Case, Finding
from opsreport.checks.periods.named import Named, covers, named_in, touch
from opsreport.diagnostics import Label
from opsreport.figures.period import Period
from opsreport.figures.period_reading import parse_period

COMPARED_BEFORE = re.compile("[较比同与相对由从自]|去年|上年")
COMPARED_AT_ALL = re.compile(
    "较(?![大多快好高低少强慢])|(?<![同环占])比(?![例重率])|同期|相比|对比|基数|持平|高于|低于|优于|去年|上年|以来|延续|翻[一两]?番|倍"
)
# Foundings, launches and records are told with their years whatever the report's period is.
HISTORY = re.compile(
    "自(?![动助有营然媒主身查建])|从(?![业事而])|(?<!一)起(?![草到伏])|以来|始于|开始|成立|创立|创办|创建|组建|设立|建成|建立|上线|启动|立项|投产|投运|开业|开通|开工|竣工|入驻|加入|收购|上市|签约|签订|签署"
    "|发布|印发|出台|颁布|实施|修订|标准|白皮书|规划|年版|历史|曾|当年|那年|当时|彼时|此[前后]|其后|随后|连续[一两二三四五六七八九十0-9]+[个年季]|逐[年季]|以前|之前|之后|以后|早在|回顾|过去|首次|首[个家次批]|最高|新高"
    "|最低|记录|纪录|遗留|结转|接续|跨|届|毕业|生产|购置|采购于|审计|获评|荣获|通过|认证|基[期准年]|截至|的(?:经验|教训|做法)|暴露|发生|出现"
)
# 2020年引入的系统: what a thing is, not what happened.
ATTRIBUTE = re.compile(r"[^，。；、]{1,10}的")
NOW = re.compile("本年|今年|本季|本期|当前|目前|如今|现[在已有为]")
OF_ITS_VALUE = re.compile(r"(?![初末底中])[^，,。；的带使让因后]{0,14}")
"""What may stand between a year and the figure that it is said to be of."""
VALUE_FACETS = ("", "value", "本期", "本期值", "值")
AHEAD = re.compile("[^，。；、]{0,6}?(?:计划|展望|安排|资源|申请|规划|部署|打算)")
ABOUT_BEFORE = frozenset({"background", "definition", "full", "source", "sources"})
HEADINGS = frozenset({"title", "subject"})
OPENINGS = frozenset({"abstract", "intro", "closing"})


@PERIODS.rule
def stale_period(case: Case) -> Iterator[Finding]:
    """A past quarter or year that is neither the report's, nor compared with, nor told as history."""
    report = case.bundle.report
    if report.period is None:
        return
    own = report.period.value
    label = report.period_label
    named_label = label and parse_period(label.text, own.first_month, year=own.year)
    if label and named_label and not touch(named_label, own):
        yield Finding(label.span, _details(label.text, own), "label", secondary=(Label(report.period.span),))
    for text in case.texts:
        if (
            not text.is_running
            or text.key in ABOUT_BEFORE
            or isinstance(text.owner, Diagnosis | GlossaryEntry)
        ):
            continue
        if text.leaf.span.path.startswith("diagnosis"):
            continue
        found = list(named_in(text, own))
        beside: dict[tuple[int, int], list[Named]] = {}
        for named in found:
            beside.setdefault(named.sentence, []).append(named)
        has_own = any(touch(named.period, own) for named in found)
        for named in found:
            is_left = _is_stale(named, beside[named.sentence], own, has_own=has_own)
            if is_left or _is_year_of_a_value(named, own, case):
                yield Finding(text.locate(named.start, named.end), _details(named.words, own))


def _details(words: str, own: Period) -> dict[str, object]:
    return {"words": words, "period": own.label}


def _is_stale(named: Named, beside: list[Named], own: Period, *, has_own: bool) -> bool:
    """Whether a named period was surely meant to be the report's own; `beside` are those of its sentence."""
    if named.period.end >= own.start or _is_of_a_past_thing(named):
        return False
    if named.text.key in HEADINGS and isinstance(named.text.owner, Header | SectionText):
        # The period that resources are asked for is not the one that is reported.
        return not any(touch(one.period, own) and not AHEAD.match(one.after) for one in beside)
    if any(touch(one.period, own) for one in beside) or NOW.search(named.whole):
        return False
    if named.has_year and not _is_compared_with(named.period, own):
        return True
    # The periods that figures are compared with are named all through a report, but do not open it.
    is_opening = isinstance(named.text.owner, Header) and named.text.key in OPENINGS and named.opens_sentence
    return is_opening and not has_own and named.after.startswith(("，", ","))


def _is_year_of_a_value(named: Named, own: Period, case: Case) -> bool:
    """Whether a past period opens what is printed as this period's: 2024年实现营业收入{{ 营业收入 }}."""
    if not named.has_year or named.period.end >= own.start or _is_of_a_past_thing(named):
        return False
    following = (one for one in named.text.references if named.end <= one[0] < named.sentence[1])
    place, reference = next(following, (0, None))
    if reference is None or reference.facet not in VALUE_FACETS or NOW.search(named.whole):
        return False
    metric = case.bundle.metric_by_id.get(reference.target) or next(
        (one for one in case.bundle.metrics if one.name.text == reference.target), None
    )
    between = named.text.folded[named.end : place]
    return metric is not None and metric.period is None and OF_ITS_VALUE.fullmatch(between) is not None


def _is_of_a_past_thing(named: Named) -> bool:
    """Whether the sentence compares, tells history or says what a thing is."""
    after = named.after
    if COMPARED_BEFORE.search(named.before[-6:]) or "同期" in after[:6] or ATTRIBUTE.match(after):
        return True
    return bool(HISTORY.search(named.whole) or COMPARED_AT_ALL.search(named.whole))


def _is_compared_with(period: Period, own: Period) -> bool:
    compared = [one for one in (own.last_year, own.previous) if one]
    return any(covers(one, period) or covers(period, one) for one in compared)
