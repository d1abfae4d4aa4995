"""What a sentence says of a target right after its metric's figures: 达到目标, 未达目标, 控制在目标以内."""

import re

from opsreport.claims.claim import Claim
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Polarity

OPENING = r"[，,]\s*(?:已|均|也|仍|但|虽|而|整体|总体|顺利|如期|成功|略|暂|尚)*"
CLOSING = r"(?=\s*(?:[，,。；;]|$))"
TARGET = "(?:既定|预定)?目标(?:值|水平)?"
MISSED = re.compile(rf"{OPENING}(?P<words>未(?:能)?(?:达到?|达成|完成|实现){TARGET}){CLOSING}")
REACHED = re.compile(rf"{OPENING}(?P<words>(?:达到|达成|完成|实现)了?{TARGET}){CLOSING}")
WITHIN = re.compile(rf"{OPENING}(?P<words>(?:控制|保持|维持)在{TARGET}(?:以内|之内|范围内)){CLOSING}")


def wrong_verdict(claim: Claim) -> tuple[int, int] | None:
    """Where a clause right after the claim says of the target what the figures do not."""
    metric, after = claim.metric, claim.after
    if metric is None or metric.approx or "目标" not in after:
        return None
    value, target = metric.value, metric.target
    if not isinstance(value, Figure) or not isinstance(target, Figure):
        return None
    if value.qualifier or target.qualifier or value.base_amount == target.base_amount:
        return None
    is_above = value.base_amount > target.base_amount
    match metric.polarity.value:
        case Polarity.HIGHER_IS_BETTER:
            wrong = MISSED.match(after) if is_above else REACHED.match(after)
        case Polarity.LOWER_IS_BETTER if is_above:
            wrong = REACHED.match(after) or WITHIN.match(after)
        case Polarity.LOWER_IS_BETTER:
            wrong = MISSED.match(after)
        case _:
            return None
    return (claim.end + wrong.start("words"), claim.end + wrong.end("words")) if wrong else None
