"""Results without a figure, and one figure for several metrics."""

import re
from collections.abc import Iterator

from opsreport.bundle.parts import Result
from opsreport.checks.families import WORDING
from opsreport.checks.family import Case, Finding
from opsreport.claims.claim import Claim
from opsreport.claims.clauses import is_quoted
from opsreport.claims.words import DOWN_WORDS, UP_WORDS, Role

BOASTING = re.compile(
    r"显著|明显|大幅|有效|有力|良好|较好|优异|成效|效果|突破|提升|增长|提高|改善|优化|增强|扩大|下降|降低|减少|缩短"
    r"|稳步|持续|不断|进一步|全面|圆满|领先|好评|认可|喜人|可喜|长足|丰硕|飞跃|新高|翻番|加快|加强|深化|夯实|激发"
)
COUNTED = re.compile(
    r"[0-9\ufffc]|(?<!进)[一二两三四五六七八九十百千万亿半几数零]{1,6}(?:成|半|倍|个|家|项|次|人|名|天|年|月|季|周|种|类|级|款|门|条|篇|份|场"
    r"|轮|批|座|台|套|万|亿|步|小时|分钟|层|档|位|省|市|城|县|店|星|大|点)|翻[一两]?番|一半|过半|归零|清零|为零|零(?:[投事差故]|[\u4e00-\u9fff]{1,4}(?:事故|投诉|差错|故障|缺陷))"
)
SUFFIX = "率|营收|效|量|额|数|值|度|时长|成本|收入|利润|单价|规模|次数|人数|占比|费用"
ONE_FOR_TWO = re.compile(
    rf"(?P<first>[A-Za-z\u4e00-\u9fff]{{0,6}}(?:{SUFFIX}))(?P<mark>[、和与及/])"
    rf"(?P<second>[A-Za-z\u4e00-\u9fff]{{0,6}}(?:{SUFFIX}))(?:同比|环比|较上年|较上季度|较上月)?(?:平均|也|再|大幅|小幅|明显)?"
    rf"(?:{'|'.join((*UP_WORDS, *DOWN_WORDS))})了?约?(?P<size>[0-9][0-9,.]*(?:%|个?百分点)?)"
    r"(?![0-9.%]*[^，。；]{0,4}[、和与及]\s*[0-9])"
)
EACH = re.compile(r"均|都|各|分别|双双|合计|合共|共计|总共|之和|两者|二者|总和|同步|依次|加总|之比|比值")


@WORDING.rule
def claim_without_figure(case: Case) -> Iterator[Finding]:
    """A result that boasts and gives no number."""
    for part in case.contents:
        if not isinstance(part, Result) or part.metric_ids or part.text is None:
            continue
        text = part.text.raw
        if not COUNTED.search(text) and "{{" not in text and (match := BOASTING.search(text)):
            yield Finding(part.text.span, {"word": match[0]})


@WORDING.rule
def one_figure_many_metrics(case: Case) -> Iterator[Finding]:
    """One number for the move of several metrics, of which at most one can have it."""
    told: set[tuple[int, int]] = set()
    for claim in case.claims:
        by = claim.by
        if len(claim.metrics) < 2 or by is None or claim.verb is None or claim.verb.role is not Role.MOVE:
            continue
        told.add((id(claim.text), by.number_start))
        stretch = claim.text.folded[claim.start : by.end]
        if not EACH.search(stretch) and not _is_listed(claim, by.end):
            details = {"metrics": claim.name, "said": claim.text.text[by.number_start : by.end]}
            yield Finding(claim.place(by), details)
    for text in case.texts:
        for match in ONE_FOR_TWO.finditer(text.folded) if text.is_running else ():
            place = match.start("size")
            if is_quoted(text.folded, place):
                continue
            if (
                (id(text), place) in told
                or EACH.search(match[0])
                or (match["mark"] in "与和及" and _is_joint(match))
            ):
                continue
            said = text.text[match.start("first") : match.end("second")]
            details = {"metrics": said, "said": match["size"]}
            yield Finding(text.locate(place, match.end("size")), details)


def _is_joint(match: re.Match[str]) -> bool:
    """Whether 和 may join the halves of one name (研发与销售费用), so that nothing is sure."""
    return len(match["first"]) < 3 or len(match["second"]) < 3


def _is_listed(claim: Claim, place: int) -> bool:
    """Whether more numbers follow: 增长12%、8%."""
    return re.match(r"\s*[、和与及]\s*[0-9]", claim.text.folded[place:]) is not None
