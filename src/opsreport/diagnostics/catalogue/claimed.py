"""The words of findings about what texts, goals and experiments claim of figures."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

CLAIMED: tuple[Code, ...] = (
    Code(
        "goal-already-met",
        Severity.WARNING,
        Words(
            "“{metric}”本期为 {value}，目标 {goal} 已经达到，或者不如现状",
            "请写一个高于 {value} 的目标；意在守住的，请写“保持在{goal}以上”。",
            "目标应当比现状更好。现状已经达到的目标，可能是上一期留下的，也可能本期数值或方向（polarity）写错了。"
            "意在守住现状的，用“保持”“不低于”说明。",
            {
                "lower": "请写一个低于 {value} 的目标；意在守住的，请写“保持在{goal}以内”。",
                "change": "目标变动 {goal} 与指标的方向相反：请核对正负号，或者写明 polarity。",
            },
        ),
        Words(
            "the goal {goal} for “{metric}” is met already or worse than today's {value}",
            "Name a goal above {value}; if it is to be kept, say so: 保持在{goal}以上.",
            "A goal is to be better than today. One that is met already may be left from the last report, or the value or the "
            "polarity of the metric is wrong. Goals that keep what is reached say 保持 or 不低于.",
            {
                "lower": "Name a goal below {value}; if it is to be kept, say so: 保持在{goal}以内.",
                "change": "The wanted change {goal} is against the metric's own direction: check its sign, or say its polarity.",
            },
        ),
    ),
    Code(
        "benchmark-claim",
        Severity.WARNING,
        Words(
            "文中说“{metric}”“{claim}”，数据不支持：本期 {value}，行业水平 {benchmark}",
            "请核对 value（{value}）与 benchmark（{benchmark}），或者改写这一句。",
            "与行业比较的话要有依据：指标要写明 benchmark 及来源，方向也要与数值一致。越低越好的指标，“优于”是指更低。",
            {
                "none": "指标没有写 benchmark：请补上 benchmark: {{value: …, label: 行业平均, source: …}}，或者删去这一句。"
            },
        ),
        Words(
            "the text says “{claim}” of “{metric}”, which the data do not bear out: {value} against {benchmark}",
            "Check value ({value}) and benchmark ({benchmark}), or change the sentence.",
            "A comparison with others needs grounds: the metric names a benchmark with its source, and the words agree with "
            "the figures. 优于 means lower where lower is better.",
            {
                "none": "The metric has no benchmark: add benchmark: {{value: …, label: 行业平均, source: …}}, or drop the sentence."
            },
        ),
    ),
    Code(
        "count-claim",
        Severity.ERROR,
        Words(
            "写的是“{claim}”，实际列出 {count} 个",
            "请把 count_claims 的 n 改为 {count}，并核对文字；或者补齐、删去 {list} 中的条目。",
            "“三个项目”“五大模块”这类数目要与所列的内容一致。概述、引言和结语里的数目与数据包的清单核对；同一句里列出内容的，与所列"
            "内容核对；其他地方的数目可以写 count_claims 交给工具核对。有“等”字的列举不核对。",
            {
                "list": "数据包的 {list} 有 {count} 项：请改成这个数，或者补齐、删去清单中的条目。",
                "items": "这一句列出的是：{list}。请改正数目，或者补齐所列内容；没有列全的，请加“等”字。",
                "no-list": "这里和外层都没有名为 {list} 的清单：请写 tiers、modules 等清单的键，或者用 items 列出内容。",
            },
        ),
        Words(
            "“{claim}” is claimed, but {count} are listed",
            "Set n of count_claims to {count} and check the text, or complete the list {list}.",
            "Counts such as 三个项目 or 五大模块 agree with what is listed. Those in abstract, intro and closing are held "
            "against the lists of the bundle, those beside their own list against that; others may be checked by "
            "count_claims. Lists with 等 are left alone.",
            {
                "list": "{list} of the bundle holds {count}: correct the count, or complete the list.",
                "items": "The sentence lists {list}: correct the count or the list, or add 等 if it is not complete.",
                "no-list": "There is no list {list} here or around: name a list such as tiers or modules, or give items.",
            },
        ),
    ),
    Code(
        "conflicting-values",
        Severity.WARNING,
        Words(
            "“{metric}”在文中是 {shown}，数据是 {value}",
            "请改正其中一个；以数据为准的，请在文中写 {{{{ {id} }}}}，数值只写一处。",
            "同一指标在报告里只能有一个数。文中的数与数据按精度核对：四舍五入或舍去尾数能对上的不报。预计、上年、峰值、"
            "其中一部分的数不与本期数值比较。",
            {
                "texts": "另一处写的是 {value}：请改成一致，或者把它写成指标，在文中引用。",
                "metrics": "另一个同名指标是 {value}：请删去一个；确是两个指标的，请在名称里写明区别。",
            },
        ),
        Words(
            "“{metric}” is {shown} in the text and {value} in the data",
            "Correct one of them; if the data are right, write {{{{ {id} }}}} in the text, so that the figure stands in one place.",
            "A metric has one value in a report. Figures in texts are held against the data within their precision, rounded "
            "or cut off. What is planned, of last year, a peak or a part is left alone.",
            {
                "texts": "Elsewhere it is {value}: let them agree, or make it a metric and refer to it.",
                "metrics": "Another metric of this name is {value}: remove one, or tell them apart in their names.",
            },
        ),
    ),
    Code(
        "behind-schedule",
        Severity.WARNING,
        Words(
            "文中说“{metric}”“{claim}”，但 {value} ÷ {target} = {completion}，时序进度为 {passed}",
            "请改写这一句，如“落后时序进度{behind}个百分点”，或者核对本期与目标。",
            "时序进度是期末已过去的时间占目标所属时间的比重，前三季度对年度目标是 75%。完成率落后五个百分点以上，不宜说顺利或超额；"
            "说“快于时序进度”的，完成率应高于时序进度。",
        ),
        Words(
            "the text says “{claim}” of “{metric}”, but {value} ÷ {target} = {completion} with {passed} of the time passed",
            "Change the sentence, or check the value and the target.",
            "Three quarters of the year have passed after nine months. A completion more than five points behind that is not "
            "well on its way, and 快于时序进度 needs a completion ahead of it.",
        ),
    ),
    Code(
        "not-significant",
        Severity.WARNING,
        Words(
            "“{metric}”的变化没有得到实验证实：{shown}",
            "区间包含 0，两组之差可能出于偶然：请写“差异不显著”，或者等样本足够再下结论。",
            "实验组与对照组之差要超出偶然的范围才算数。区间按 Newcombe（1998）的方法计算；两组人数与分流设置不符（p<0.01）时，"
            "实验结果不可用，要先查分流。只说“经A/B测试提升”而没有数据的，无从核对。",
            {
                "split": "两组人数不符合设定的分流：请先查明原因，再引用结果。",
                "none": "请在指标下补上 experiment: {{control: {{n: …, hits: …}}, variant: {{n: …, hits: …}}}}，或者不提实验。",
            },
        ),
        Words(
            "no experiment proves that “{metric}” moved: {shown}",
            "The interval holds 0, so the difference may be chance: say that it is not significant, or wait for a larger sample.",
            "A lift counts when it is beyond chance. The interval is Newcombe's (1998). Where the groups do not fit the planned "
            "split (p<0.01) the result is not to be used. A lift “by A/B test” without its numbers cannot be checked.",
            {
                "split": "The groups do not fit the planned split: find out why before quoting the result.",
                "none": "Add experiment: {{control: {{n: …, hits: …}}, variant: {{n: …, hits: …}}}} to the metric, or do not name a test.",
            },
        ),
    ),
)
