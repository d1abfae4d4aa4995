"""The words of findings about stated comparisons against the data."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

_INTERVAL_ZH = (
    "数据各取它的末位可能代表的范围来算，写的数在范围之内就不算错：四舍五入造成的末位之差不报，"
    "百分数、百分点和金额按各自的单位比较。"
)
_INTERVAL_EN = (
    "Every figure stands for all amounts that round to it, and what is stated is right if it lies within what may "
    "come out, so that a last digit that only rounds differently is no finding."
)
_SIGN_ZH = "方向相反：下降、减少写负数，请写 {typed}；或核对数据。"
_SIGN_EN = "The direction is the other way: a fall is negative. Write {typed}, or check the figures."

STATED: tuple[Code, ...] = (
    Code(
        "stated-vs-target",
        Severity.ERROR,
        Words(
            "“{metric}”的完成率与数据不符：{sum}，写的是 {said}",
            "请写 {typed}，或核对本期与目标。",
            "完成率是实际除以目标；比率、评分等写与目标的差；越低越好的指标没有通行的完成率，按选项 completion_lower "
            "指定的算法核对，没有指定的，符合任何一种算法都不算错。" + _INTERVAL_ZH,
            {"sign": _SIGN_ZH},
        ),
        Words(
            "the stated attainment of “{metric}” contradicts the figures: {sum}, but {said} is written",
            "Write {typed}, or check the value and its target.",
            "A 完成率 is value ÷ target; rates and scores are told by their distance from it. Where lower is better there is "
            "no agreed one: the method of `completion_lower` counts, and without one any. " + _INTERVAL_EN,
            {"sign": _SIGN_EN},
        ),
    ),
    Code(
        "stated-vs-last-year",
        Severity.ERROR,
        Words(
            "“{metric}”的同比与数据不符：{sum}，写的是 {said}",
            "请写 {typed}，或核对本期与去年同期。",
            "同比是本期与去年同期之差除以去年同期，比率写百分点之差，亏损收窄是亏损额缩小的幅度。"
            + _INTERVAL_ZH
            + "按可比口径"
            "或调整后口径（basis）的增幅不能由两期数值推出，不核对；“不适用”只在确实算不出百分数时才对。",
            {
                "sign": _SIGN_ZH,
                "no-narrower": "两期之间没有收窄的亏损（{sum}）：请写“不适用”或删去。",
            },
        ),
        Words(
            "the stated 同比 of “{metric}” contradicts the figures: {sum}, but {said} is written",
            "Write {typed}, or check the value and last year's.",
            "同比 is the difference from last year's figure over that figure; rates move by points, and 亏损收窄 is by how much "
            "a loss became smaller. "
            + _INTERVAL_EN
            + " Growth on a comparable or adjusted basis does not follow from the "
            "two levels and is not checked; 不适用 is right only where there is no percentage.",
            {
                "sign": _SIGN_EN,
                "no-narrower": "No loss became smaller ({sum}): write 不适用, or take it out.",
            },
        ),
    ),
    Code(
        "stated-vs-previous",
        Severity.ERROR,
        Words(
            "“{metric}”的环比与数据不符：{sum}，写的是 {said}",
            "请写 {typed}，或核对本期与上期。",
            "环比是本期与上期之差除以上期，比率写百分点之差。" + _INTERVAL_ZH,
            {"sign": _SIGN_ZH},
        ),
        Words(
            "the stated 环比 of “{metric}” contradicts the figures: {sum}, but {said} is written",
            "Write {typed}, or check the value and the period before.",
            "环比 is the difference from the period before over that period's figure; rates move by points. "
            + _INTERVAL_EN,
            {"sign": _SIGN_EN},
        ),
    ),
    Code(
        "stated-change",
        Severity.ERROR,
        Words(
            "“{metric}”的变动与数据不符：{sum}，写的是 {said}",
            "请写 {typed}，或核对变动的两端。",
            "变动是终点减起点：比率以百分点计，时长、评分、点数以各自的单位计，金额和数量写百分数或差额。变动带着真实的方向，"
            "−18 是下降。与基准、行业平均的比较也在此列。" + _INTERVAL_ZH,
            {"sign": _SIGN_ZH},
        ),
        Words(
            "the stated change of “{metric}” contradicts the figures: {sum}, but {said} is written",
            "Write {typed}, or check both ends.",
            "A change is its end minus its start: rates in points, durations and scores in their own units, money and counts in "
            "percent or as an amount. It has its real direction, −18 fell. Comparisons with a baseline or benchmark are "
            "checked alike. " + _INTERVAL_EN,
            {"sign": _SIGN_EN},
        ),
    ),
)
