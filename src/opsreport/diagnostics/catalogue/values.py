"""The words of findings about single figures that cannot be what was meant."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

VALUES: tuple[Code, ...] = (
    Code(
        "fraction-as-percent",
        Severity.WARNING,
        Words(
            "“{metric}”的单位是 %，这里的 {shown} 像是把 {percent}% 写成了小数",
            "请写成 {percent}。",
            "比率按印出的单位填写：41.2 配 %，不写 0.412，否则报告会印成 0.412%。各期数值都不超过 1，或者只有一个约为"
            "其他各期的百分之一，多半是从表格里带来了小数写法。",
            {
                "all": "各期数值都不超过 1：请按百分数填写，如 {percent}；确实只有百分之零点几的，请不另写 unit，"
                "把 % 写在数值后面，如 {shown}%。"
            },
        ),
        Words(
            "“{metric}” is in %, and {shown} looks like {percent}% written as a fraction",
            "Write {percent}.",
            "Rates are given in the unit they are printed in: 41.2 with %, not 0.412, or the report says 0.412%. Figures "
            "that are all at most 1, or one that is about a hundredth of the others, mostly come from a spreadsheet.",
            {
                "all": "None of its figures is above 1: give percentages, such as {percent}; if it is really that small, "
                "leave out unit and write the % behind the figure, {shown}%."
            },
        ),
    ),
    Code(
        "impossible-rate",
        Severity.ERROR,
        Words(
            "“{metric}”写成了 {shown}，这类比率的范围是 {limits}",
            "请核对数值和单位：按印出的单位填写，如 41.2 配 %；不是占比的（增长率、完成率、投入产出比）请写明 bounded: none。",
            "留存率、转化率、准点率这类比率是整体中的一部分，不会小于 0，也不会超过 100%（1000‰）。多出来的多半是小数点或"
            "单位写错了。毛利率一类可以为负、不超过 100% 的，写 bounded: upper；本来就没有界限的，写 bounded: none。",
            {
                "below": "请核对正负号；可以为负的比率（如毛利率）请写明 bounded: upper，没有界限的写 bounded: none。"
            },
        ),
        Words(
            "“{metric}” is given as {shown}, but such a rate lies within {limits}",
            "Check the figure and its unit: rates are given as they are printed, 41.2 with %; for what is no share (growth, "
            "completion, return on investment) write bounded: none.",
            "Retention, conversion and punctuality are parts of a whole: never below 0, never above 100% (1000‰). What is "
            "beyond is mostly a slip of the decimal point or of the unit. For margins, which may be negative, write bounded: "
            "upper; for rates without limits, bounded: none.",
            {
                "below": "Check the sign; for a rate that may be negative (a margin) write bounded: upper, for one without limits bounded: none."
            },
        ),
    ),
    Code(
        "negative-quantity",
        Severity.ERROR,
        Words(
            "“{name}”写成了 {shown}，数量、时长和人数不能小于 0",
            "请写成 {positive}；表示减少的，请写在 change 下；本来可正可负的（净增、净流入），请在名称里写明“净”。",
            "篇数、人数、时长不会少于零，负号多半是从“减少3人”带来的，或者是表格里的括号。减少了多少写在 change 下，方向由正负号表示。"
            "净增、净流入、余额、差额、温差这类名称不受这一条约束。",
        ),
        Words(
            "“{name}” is given as {shown}, but there are no fewer than 0 things, hours or people",
            "Write {positive}; a decrease belongs under change; what may be negative (净增, 净流入) should say so in its name.",
            "Counts and durations are never below zero; the sign mostly comes from “3 fewer”, or from brackets of a "
            "spreadsheet. A decrease is given under change. Names such as 净增, 净流入, 余额 or 差额 are exempt.",
        ),
    ),
    Code(
        "score-out-of-scale",
        Severity.ERROR,
        Words(
            "“{metric}”为 {shown}，与量表（{limits}）不符",
            "请核对评分，或者改正 scale 的 min、max。",
            "评分离开量表就没有意义：4.2 分在五分制里是高分，在百分制里是低分。评分的指标要写明量表，各期数值和目标都应在量表之内；"
            "名称或口径里已写明“五分制”“满分100分”的，可以不写。",
            {"no-scale": "这个评分没有写明量表：请写上 scale: {{min: 1, max: 5}}，或者在名称里写明“5分制”。"},
        ),
        Words(
            "“{metric}” is {shown}, which does not fit its scale ({limits})",
            "Check the score, or correct min and max of its scale.",
            "A score means nothing without its scale: 4.2 is high out of 5 and low out of 100. Metrics that are scores say "
            "their scale, and all their figures lie on it; the scale may also stand in the name or the definition (五分制).",
            {"no-scale": "This score has no scale: add scale: {{min: 1, max: 5}}, or say 5分制 in its name."},
        ),
    ),
    Code(
        "impossible-nps",
        Severity.ERROR,
        Words(
            "“{metric}”写成了 {shown}，净推荐值在 −100～100 之间，没有百分号",
            "请核对数值：净推荐值等于推荐者占比减去贬损者占比，以点计。",
            "净推荐值（NPS）是推荐者占比减去贬损者占比的差，范围是 −100 到 100，单位是点，不是百分比；它的变动也以点计。",
            {"percent": "请把 % 换成“点”：kind: points，unit: 点，数值 {number}。"},
        ),
        Words(
            "“{metric}” is given as {shown}; a net promoter score lies within −100 to 100 and takes no percent sign",
            "Check the figure: the share of promoters less the share of detractors, in points.",
            "The net promoter score is the share of promoters less that of detractors, from −100 to 100, in points and not in "
            "percent; it moves by points, too.",
            {"percent": "Put 点 for %: kind: points, unit: 点, value {number}."},
        ),
    ),
    Code(
        "peak-below-average",
        Severity.ERROR,
        Words(
            "“{metric}”的{low} {shown} 高于{high} {most}",
            "请核对这两个数：谷值 ≤ 均值 ≤ 峰值。",
            "均值不会高于峰值，也不会低于谷值；序列覆盖整个期间时，均值应在序列的最小值和最大值之间。峰值多半取自不完整的序列，"
            "或者几个数的口径不同（日、月、年）。",
            {"series": "均值应在序列的最小值与最大值（{ends}）之间，请核对均值、序列和 agg。"},
        ),
        Words(
            "the {low_key} of “{metric}”, {shown}, is above its {high_key}, {most}",
            "Check the two figures: trough ≤ average ≤ peak.",
            "An average is never above the peak or below the trough, and where the series covers the whole period it lies "
            "between its least and its largest figure. Mostly the peak comes from an incomplete series, or the figures are of "
            "different spans (a day, a month).",
            {
                "series": "The average should lie between the ends of the series, {ends}: check it, the series and agg."
            },
        ),
    ),
    Code(
        "retention-order",
        Severity.WARNING,
        Words(
            "“{metric}”{shown} 高于“{other}”{least}",
            "请核对两个数是否写反：越往后留存的人越少。",
            "按准确日计算的留存，次日、七日、三十日应依次不升：第七天回来的人一般不会比第二天多。两个数可能写反了，也可能口径不同"
            "（“七日内”是累计留存，名称里请写明“内”）。",
        ),
        Words(
            "“{metric}” at {shown} is above “{other}” at {least}",
            "Check whether the two were swapped: fewer users are left on later days.",
            "Retention on an exact day does not rise from day 1 to day 7 to day 30. The two may have been swapped, or one is "
            "retention within so many days; then say 内 in its name.",
        ),
    ),
    Code(
        "subset-larger-than-set",
        Severity.ERROR,
        Words(
            "“{part}”{shown} 多于“{whole}”{most}，部分不会大于整体",
            "请核对这两个数和它们的单位。",
            "日活跃不会多于月活跃，付费用户不会多于活跃用户，准时单不会多于总单；占比公式的分子不会大于分母。一个数可能写错了单位，"
            "也可能两个数的期间、口径不同。",
        ),
        Words(
            "“{part}”, {shown}, is more than “{whole}”, {most}: a part larger than the whole",
            "Check the two figures and their units.",
            "Daily actives are no more than monthly ones, payers no more than actives, and the numerator of a share is no more "
            "than its denominator. One of the units may be wrong, or the two are of different periods.",
        ),
    ),
    Code(
        "unit-slip",
        Severity.WARNING,
        Words(
            "“{metric}”的 {shown} 与 {other} 相差约 {times} 倍，像是单位或小数点写错了",
            "请核对单位；如果是错位，这里应为 {meant} 左右。",
            "同一指标的几个数一般在同一个量级。差十倍、一百倍、一万倍、一亿倍，多半是小数点错位，或者万、亿、元混用。"
            "确实如此的，请用 lint 说明理由。",
        ),
        Words(
            "{shown} of “{metric}” is about {times} times off {other}, as from a slip of the unit or the decimal point",
            "Check the unit; if it slipped, the figure should be about {meant}.",
            "The figures of one metric are mostly of one size. Ten, a hundred, ten thousand or a hundred million times as much "
            "is mostly a slip of the decimal point, or 元, 万 and 亿 mixed. If it is true, say why in lint.",
        ),
    ),
)
