"""Values: counts that a text claims (三个项目, 五大模块) against what is listed."""

import re
from collections.abc import Iterator, Mapping

from opsreport.bundle.header import Header
from opsreport.bundle.model import Bundle
from opsreport.bundle.part import CountClaim, Part, Placed
from opsreport.bundle.parts import Diagnosis, Framework, Outcomes, Project, Request, SectionText
from opsreport.bundle.schema import keys_by_label
from opsreport.checks.families import VALUES
from opsreport.checks.family import Case, Finding
from opsreport.checks.numerals import in_figures
from opsreport.checks.values.enumerations import Enumeration, enumerations_in
from opsreport.claims.plain_text import REFERENCE_SIGN, PlainText
from opsreport.diagnostics import Label

NUMBER = r"(?P<number>\d{1,2}|[一二三四五六七八九]?十?[一两二三四五六七八九]|[一二三四五六七八九]?十)"
ADJECTIVE = "(?:主要|重点|核心|关键|突出|专项|重大|重要)"
# 五大模块, 三个重点项目 and 四个主要问题 mean those of the report; 两个项目 may be any.
TYPED = re.compile(
    rf"(?<![\d第每前其近约超几数.．年月余])(?P<all>{NUMBER}(?:大(?P<a1>{ADJECTIVE})?|[个项类](?P<a2>{ADJECTIVE})?)"
    r"(?:业务|工作|任务|运营)?(?P<noun>模块|项目|阶段|环节|问题|规划|计划|举措|目标))(?!组|制|经理|管理|之一|中的|率|数)"
)
LISTED_AS = {
    "模块": "modules", "项目": "projects", "阶段": "stages", "环节": "stages", "问题": "problems",
    "规划": "plans", "计划": "plans", "举措": "plans", "目标": "goals",
}  # fmt: skip
# What the report itself does with its parts, and what says that only some of them are meant.
OF_THE_REPORT = re.compile(
    r"(?:以下|如下|上述|以上|这|本次|全部|共有?|共计|围绕|推进|复盘|回顾|汇报|报告|介绍|概述|总结|分析|梳理|部署|提出|"
    r"聚焦|面临|存在|目前的?|说明|就[^，。；]{0,8}|依次[^，。；]{0,8}|按照?)$"
)
ONLY_SOME = re.compile(
    r"(?:新增|新签|新建|其中|其他|其余|另外?|另有|试点|选取|挑选|部分|至少|不少于|完成|解决|剩余|仍有|尚有|还有|未|已|下一?年|"
    r"明年|上年|去年|外部|再|又|多|少|超过|暂停|关闭|取消|延期|前期|同期|20\d\d年)[^，。；、]{0,4}$"
)
TIERS = re.compile(rf"(?<![\d第每前其近约几数.．])(?P<all>{NUMBER}(?:个|大)(?P<noun>层级|等级|梯队))")
STAGES = re.compile(
    rf"(?<![\d第每前其近约几数.．])(?P<all>{NUMBER}(?:段式?|个?阶段|大阶段|环节?)"
    r"[^，。；、]{0,4}?(?P<noun>框架|模型|体系))"
)
SIGNALS = re.compile(
    rf"(?<![\d第每前其近约几数.．])(?P<all>{NUMBER}(?:个|大|重|类|道)"
    r"(?P<noun>信号|痛点|症结|矛盾|短板|原因|挑战|困境|问题|难题))"
)
ASKED = re.compile(rf"(?:以下|下列|如下|上述)(?P<all>{NUMBER}项资源(?:申请|请求|需求)?)(?!的)")
NEARBY = 16
"""So many signs before a count tell what it is of."""

LISTS_BESIDE = (Header, SectionText, Request, Outcomes)
"""Texts that speak of the report's lists; others may have lists of their own."""


@VALUES.rule
def count_claim(case: Case) -> Iterator[Finding]:
    """A count that what it counts does not come to."""
    by_path = {part.path: part for part in case.contents if isinstance(part, Placed)}
    for part in by_path.values():
        if isinstance(part, Part):
            for claim in part.count_claims:
                yield from _stated(claim, part, by_path)
    for text in case.texts:
        if text.is_running:
            yield from _typed(text, case.bundle, by_path)
            for enumeration in enumerations_in(text.folded):
                yield from _enumerated(text, enumeration)


def _stated(claim: CountClaim, part: Part, by_path: Mapping[str, Placed]) -> Iterator[Finding]:
    """A claim in `count_claims`, against its own items or a list of the object or of what is around it."""
    if claim.n is None:
        return
    count: int | None = len(claim.items) if claim.items else None
    if claim.of is not None:
        count = _count_around(part.path, claim.of.text, by_path)
        if count is None:
            details = {"claim": claim.of.text, "n": claim.n, "count": 0, "list": claim.of.text}
            yield Finding(claim.of.span, details, "no-list")
            return
    if count is not None and count != claim.n:
        of = claim.of.text if claim.of else "items"
        yield Finding(claim.span, {"claim": claim.n, "n": claim.n, "count": count, "list": of})


def _count_around(path: str, name: str, by_path: Mapping[str, Placed]) -> int | None:
    """How many things the nearest list of this name holds, from an object outwards to the bundle."""
    places = [path, *(path[:end] for end in range(len(path) - 1, 0, -1) if path[end] in ".["), ""]
    for place in places:
        part = by_path.get(place)
        key = keys_by_label(type(part)).get(name) if part else None
        held = getattr(part, key.field_name) if key else None
        if isinstance(held, tuple):
            return len(held)
    return None


def _typed(text: PlainText, bundle: Bundle, by_path: Mapping[str, Placed]) -> Iterator[Finding]:
    """Counts typed into texts that speak of the bundle's lists."""
    owner, folded = text.owner, text.folded
    if isinstance(owner, LISTS_BESIDE):
        for match in TYPED.finditer(folded):
            if _means_list(match, folded):
                name = LISTED_AS[match["noun"]]
                if folded.endswith(REFERENCE_SIGN, 0, match.start()):
                    yield from _against(text, match, "guideline", bundle.report.guideline, "report.guideline")
                else:
                    yield from _against(text, match, name, getattr(bundle, name))
        for match in ASKED.finditer(folded):
            asks = bundle.request.asks if bundle.request else ()
            yield from _against(text, match, "request.asks", asks)
    if isinstance(owner, (*LISTS_BESIDE, Framework)):
        for match in STAGES.finditer(folded):
            yield from _against(text, match, "stages", bundle.stages)
    if isinstance(owner, Diagnosis) and text.key in ("title", "subtitle"):
        for match in SIGNALS.finditer(folded):
            yield from _against(text, match, "diagnosis.items", owner.items)
    project = by_path.get(text.leaf.span.path.partition("]")[0] + "]")
    if isinstance(project, Project):
        for match in TIERS.finditer(folded):
            yield from _against(text, match, "tiers", project.tiers, f"{project.path}.tiers")


def _means_list(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - NEARBY) : match.start()]
    if ONLY_SOME.search(before):
        return False
    has_adjective = bool(match["a1"] or match["a2"])
    if match["noun"] == "举措":
        # Only 重点举措 are plans for sure; other measures may be the actions of a project.
        return has_adjective
    is_named = "大" in match["all"][:3] or has_adjective
    return is_named or bool(OF_THE_REPORT.search(before)) or before.endswith(REFERENCE_SIGN)


def _against(
    text: PlainText, match: re.Match[str], name: str, held: tuple[object, ...], place: str = ""
) -> Iterator[Finding]:
    """A count against a list; `place` is where that is if it is not a list of the bundle itself."""
    number = in_figures(match["number"])
    if held and number and number != len(held):
        details = {"claim": match["all"], "n": number, "count": len(held), "list": name}
        details["place"] = place or name
        first = held[0]
        secondary = (Label(first.span),) if isinstance(first, Placed) else ()
        yield Finding(text.locate(*match.span("all")), details, "list", secondary=secondary)


def _enumerated(text: PlainText, enumeration: Enumeration) -> Iterator[Finding]:
    """A count beside its own list in one sentence: 三类服务（一对一答疑、证书、专题营）."""
    number = enumeration.number
    if enumeration.may_be(number):
        return
    details = {
        "claim": text.text[enumeration.start : enumeration.end],
        "n": number,
        "count": enumeration.least,
        "list": "、".join(enumeration.items),
    }
    yield Finding(text.locate(enumeration.start, enumeration.end), details, "items")
