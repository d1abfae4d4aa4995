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
    Code(
        "parts-do-not-add-up",
        Severity.ERROR,
        Words(
            "“{metric}”的各分项加起来不等于总量：{sum}，总量写的是 {said}",
            "请核对各分项，或把本期数值写成 {total}。",
            "构成（breakdown）是总量的全部分项。n 个分项加总量，每个数最多差末位的半个单位，合计在 n+1 个半单位之内不算错；"
            "有一项是待补、约数，就不核对。",
            {
                "last_year": "请核对各分项的去年同期，或把去年同期写成 {total}。",
                "means": "看起来是各组自己的比率或均值，加不成总量：请把它们写成单独的指标；否则请核对各分项，或把总量写成 {total}。",
            },
        ),
        Words(
            "the parts of “{metric}” do not add up: {sum}, but the whole is {said}",
            "Check the parts, or write {total} as the value.",
            "A breakdown holds all parts of the whole. Each of the n parts and the whole may be off by half a unit in its last "
            "place, so n+1 halves are no finding; with a part still due or approximate nothing is checked.",
            {
                "last_year": "Check last year's parts, or write {total} as last year's figure.",
                "means": "They look like rates or averages of groups, which make no whole: give them as metrics of their own; or "
                "check the parts, or write {total}.",
            },
        ),
    ),
    Code(
        "shares-do-not-add-up",
        Severity.WARNING,
        Words(
            "“{metric}”的各项占比加起来不是 100%：{sum}",
            "请核对各项占比，有没有重复或超出范围的项。",
            "各项占比合起来是整体。每项最多差末位的半个单位，n 项合计在 n 个半单位之内不算错；相差超过 1 个百分点是错误。",
            {"short": "请核对各项占比，或补上其余部分，如 {{name: 其他, share: {rest}}}。"},
        ),
        Words(
            "the shares of “{metric}” do not add up to 100%: {sum}",
            "Check the shares: something may be counted twice.",
            "The shares make the whole together. Each may be off by half a unit in its last place, so n halves are no finding; more "
            "than one point off is an error.",
            {"short": "Check the shares, or add what is left, as in {{name: 其他, share: {rest}}}."},
        ),
    ),
    Code(
        "contributions-do-not-add-up",
        Severity.WARNING,
        Words(
            "“{metric}”的各项贡献加起来与总的变动不符：{sum}，应为 {expected}",
            "请核对各项贡献：拉动写百分点，贡献率写 %，增减额写指标的单位。",
            "拉动是分项的增减额除以总量的基期，各项之和等于总量的增幅；贡献率是分项的增减额除以总量的增减额，各项之和是 100%。"
            "末位舍入的零头不报。",
        ),
        Words(
            "the contributions to “{metric}” do not make its change: {sum}, expected {expected}",
            "Check the contributions: points (拉动) in 百分点, shares of the change (贡献率) in %, amounts in the metric's unit.",
            "拉动 is the change of a part over last year's whole, and all together make the growth; 贡献率 is the change of a part "
            "over the change of the whole, and all together make 100%. What rounding explains is no finding.",
        ),
    ),
    Code(
        "formula-mismatch",
        Severity.ERROR,
        Words(
            "“{metric}”与它的公式不符：{sum}，写的是 {said}",
            "请写 {typed}，或核对公式里的数和口径。",
            "公式（formula）或分子、分母算得的数，应等于写着的数：本期对本期，去年同期对去年同期，起点对各项的起点（没有起点的用"
            "去年同期）。" + _INTERVAL_ZH,
        ),
        Words(
            "“{metric}” contradicts its formula: {sum}, but {said} is written",
            "Write {typed}, or check the figures of the formula.",
            "What a `formula`, or numerator over denominator, comes to has to be the figure given: value by values, last year's by "
            "last year's, the start by the starts, or by last year's where there is none. " + _INTERVAL_EN,
        ),
    ),
    Code(
        "ratio-mismatch",
        Severity.ERROR,
        Words(
            "“{metric}”的比不对：{sum}，写的是 {said}",
            "请写 {typed}，或核对比的两边。",
            "比以左边为 1，数值是右边除以左边：投入∶产出 = 520∶2080 = 1∶4。它与投资回报率（产出－投入）÷投入 不是一个数，"
            "所以要用 ratio 写明两边各是什么。",
            {"sides": "请写明两边的名称，如 ratio: {{left: 投入, right: 产出}}。"},
            {"sides": "“{metric}”写的是 {said}，没有写明比的两边各是什么"},
        ),
        Words(
            "the ratio “{metric}” is wrong: {sum}, but {said} is written",
            "Write {typed}, or check its two sides.",
            "A ratio has 1 on its left, and its value is right ÷ left: 520 to 2080 is 1∶4. The return on it, (right − left) ÷ left, "
            "is another number, so `ratio` has to say what the sides are.",
            {"sides": "Name the two sides, as in `ratio: {{left: 投入, right: 产出}}`."},
            {"sides": "the ratio “{metric}” is {said}, but nothing says what its two sides are"},
        ),
    ),
    Code(
        "series-mismatch",
        Severity.ERROR,
        Words(
            "“{metric}”的序列与期间的数不符：{sum}，写的是 {said}",
            "请写 {typed}，或核对序列各期的数。",
            "序列正好盖满报告期（或指标自己的期间）时，按汇总方式（agg）合起来应等于写着的数：金额和数量相加，均值取平均（按期或按天"
            "计都可以），期末取最后一期，最高、最低取极值；比率不能由各期比率合成，不核对。省略 agg、而另一种方式相符时，只是警告。",
            {"agg": "按 {agg} 汇总正好相符：请写 agg: {agg}；否则请写 {typed}。"},
        ),
        Words(
            "the series of “{metric}” does not come to its period's figure: {sum}, but {said} is written",
            "Write {typed}, or check the series.",
            "A series that covers the period exactly has to come to the figure by its `agg`: sums, averages (each period alike or by "
            "its days), the last, the highest or the lowest; rates cannot be pooled from rates and are not checked. Without an "
            "`agg`, where another way fits, it is a warning.",
            {"agg": "By {agg} it fits: write `agg: {agg}`, or else {typed}."},
        ),
    ),
    Code(
        "cagr-mismatch",
        Severity.ERROR,
        Words(
            "“{metric}”的年均复合增长与序列不符：{sum}，写的是 {said}",
            "请写 {typed}，或核对序列的两端。",
            "年均复合增长 =（末期 ÷ 首期）的 n 次方根 － 1，n 是两端相隔的年数，由期间算出，不是数据的个数：2014 年到 2017 年"
            "是 3 年。两端都要大于零，否则没有年均复合增长。",
            {
                "rows": "两端相隔 {years} 年，写着的数多算了一年：请写 {typed}。",
                "no-growth": "序列两端要大于零才有年均复合增长（{sum}）：请写“不适用”。",
            },
        ),
        Words(
            "the compound growth of “{metric}” contradicts its series: {sum}, but {said} is written",
            "Write {typed}, or check the ends of the series.",
            "Compound yearly growth is the n-th root of last ÷ first, less one; n is the years between them by their labels, never the "
            "number of rows: from 2014 to 2017 are 3. Both ends have to be above nought.",
            {
                "rows": "The ends are {years} years apart, and one too many was counted: write {typed}.",
                "no-growth": "Both ends have to be above nought ({sum}): write 不适用.",
            },
        ),
    ),
    Code(
        "attainment-without-target",
        Severity.ERROR,
        Words(
            "“{metric}”写了完成率 {said}，而它没有可以完成的目标（目标：{target}）",
            "请补上目标（target），或不写完成率。",
            "完成率是实际除以目标，目标要大于零。没有目标、目标为零，或者目标是亏损额时，没有完成率可言：目标为亏损的，写比预算"
            "少亏或多亏多少。",
            {
                "not-positive": "目标 {target} 不大于零：请写与目标相差多少，如“比预算少亏300万元”，或核对目标。"
            },
        ),
        Words(
            "“{metric}” is said to have attained {said}, yet it has no target to attain (target: {target})",
            "Add a `target`, or do without the rate.",
            "A 完成率 is value ÷ target, and the target has to be above nought. Where there is none, where it is nought or a budgeted "
            "loss, there is no such rate: of a loss say by how much it is smaller or larger than budgeted.",
            {
                "not-positive": "The target {target} is not above nought: say how far from it the value is, or check it."
            },
        ),
    ),
    Code(
        "growth-on-nonpositive-base",
        Severity.ERROR,
        Words(
            "“{metric}”的基数是 {base}，不大于零，不能写增幅 {said}",
            "请改为“不适用”，文字里写：{words}。",
            "基数为零或为负时，增幅没有意义：从亏损 15 万元到盈利 36 万元，除出来的百分数方向都不对。按惯例写两个数：扭亏为盈、"
            "由盈转亏、由多少变为多少；亏损扩大或收窄可以写亏损额的幅度。选项 negative_base 为 abs 时，按基数的绝对值计算的增幅不算错。",
            {"text": "请改写成：{words}。"},
        ),
        Words(
            "“{metric}” has a base of {base}, not above nought, so that a growth of {said} means nothing",
            "Write 不适用, and in words: {words}.",
            "Over a base of nought or below a percentage is meaningless, and may even have the wrong sign. The two amounts are told "
            "instead: 扭亏为盈, 由盈转亏, from so much to so much; of a loss that grew or shrank the change of its size may be told. "
            "With the option `negative_base: abs` growth over the size of the base is allowed.",
            {"text": "Write instead: {words}."},
        ),
    ),
    Code(
        "tiny-base",
        Severity.WARNING,
        Words(
            "增幅 {said} 的基数太小，百分数说明不了什么",
            "请只写两期的数：由{base}变为{value}。",
            "基数不到本期的百分之一，或者增幅超过 1000%，百分数只说明基数小：42 到 4388 是 10347.6%，算得对，却没有用。写两期的数，"
            "或写约为多少倍。",
            {"times": "请写出两期的数，或写成约为基数的{times}倍。"},
        ),
        Words(
            "a growth of {said} is of so small a base that it says nothing",
            "Give the two figures only: from {base} to {value}.",
            "With a base below a hundredth of the value, or growth above 1000%, a percentage only says that the base was small: 42 to "
            "4388 is 10347.6%, which is right and useless. Give the two figures, or about how many times the base it is.",
            {"times": "Give both figures, or say that it is about {times} times its base."},
        ),
    ),
    Code(
        "printed-difference",
        Severity.WARNING,
        Words(
            "写着的两端与差额对不上：{sum}，写的是 {said}",
            "请写 {typed}，或核对两端。",
            "读者会用写着的两端相减：差额与它相差超过末位一个单位，就会被当作错误。由未舍入的数算出、只差末位一个单位的，不报；"
            "能由指标的数据判断的，由 text-contradicts-data 等检查按数据判断。",
        ),
        Words(
            "the ends as written and the difference do not agree: {sum}, but {said} is written",
            "Write {typed}, or check the ends.",
            "A reader subtracts the two ends he sees, and takes a difference that misses theirs by more than one unit in the last "
            "place for a mistake; one unit is what rounding may do. Where the metric's own figures can tell, text-contradicts-data "
            "and others judge by them.",
        ),
    ),
)
