"""The words of findings about times that cannot be what was meant."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

PERIODS: tuple[Code, ...] = (
    Code(
        "stale-period",
        Severity.WARNING,
        Words(
            "文中的“{words}”既不是本期（{period}），也不是用来比较的期间",
            "请改为本期；确实讲以往的，请写明“较”“自…以来”“曾于”等字样。",
            "从上一份报告改写时，最容易漏改的是期间。文中讲本期的地方出现以往的年、季、月，而句子又不是比较、不是讲由来，"
            "多半是上一份留下的。带《》的名称、编号和讲成立、上线、历史的句子不报；说到以后的期间也不报。",
            {"label": "period_label 与 period 不是同一期间：请改成“{period}”，或者删去 period_label。"},
        ),
        Words(
            "“{words}” in the text is neither the report's period ({period}) nor one it is compared with",
            "Write the report's period; if the past is meant, say so: 较, 自…以来, 曾于.",
            "What is most often left when a report is written over the last one is its period. Comparisons, history, titles in "
            "《》, numbers and times to come are left alone.",
            {
                "label": "period_label is not the report's period: write “{period}”, or leave period_label out."
            },
        ),
    ),
    Code(
        "wrong-relative-period",
        Severity.ERROR,
        Words(
            "报告期间是{period}，文中却说“{words}”",
            "请写成“{right}”，或者写明是哪一段时间。",
            "“本季度”“本月”指报告自己的期间，长度要与报告一致：季度报告说“本年度”，读者会把三个月的数当成一年的。"
            "“本年度目标”“本月底前”这类另有所指的说法不报。",
        ),
        Words(
            "the report is about {period}, but the text says “{words}”",
            "Write “{right}”, or name the time that is meant.",
            "本季度 or 本月 is the report's own time and has to be of its length, or readers take three months for a year. "
            "本年度目标 and 本月底前 mean something else and are left alone.",
        ),
    ),
    Code(
        "foreign-period",
        Severity.ERROR,
        Words(
            "“{metric}”的期间“{point}”放在这里不对",
            "序列里没有一期属于{period}：请核对各期的年份和报告的 period。",
            "序列的各期应同样长短，不重复、不缺期，至少有一期属于报告期间；可以带上以往各期作趋势，不能有报告期之后的。"
            "峰值、谷值、均值的时间应在本期之内，起点不能晚于本期。",
            {
                "moment": "峰值、谷值、均值应在{period}之内：请核对 at。",
                "start": "起点不能晚于{period}：请核对 from 的 at。",
                "length": "序列的各期长短不一：请统一按月、按季或按年。",
                "later": "这一期在{period}之后，还没有实际数：请删去，或者核对报告的 period。",
                "doubled": "同一期写了两次：请删去一个，或者改正期间。",
                "gap": "它与前一期“{before}”之间缺了一期：请补上；没有数的，写上期间、空着数值。",
            },
        ),
        Words(
            "“{point}” is out of place among the periods of “{metric}”",
            "No point of the series belongs to {period}: check their years and the report's period.",
            "The points of a series are of one length, none twice, none missing, at least one within the report's period. Earlier "
            "ones show the trend; later ones cannot be known. Peak, trough and average lie within the period, a start not after it.",
            {
                "moment": "Peak, trough and average lie within {period}: check at.",
                "start": "A start is not after {period}: check at of from.",
                "length": "The points are of several lengths: give months, quarters or years.",
                "later": "This is after {period} and cannot be known: remove it, or check the report's period.",
                "doubled": "The same period twice: remove one, or correct it.",
                "gap": "One is missing after “{before}”: add it, without a value where there is none.",
            },
        ),
    ),
    Code(
        "quarter-or-year-to-date",
        Severity.ERROR,
        Words(
            "报告期间是{period}，这里却说“{words}”",
            "请写成“{period}”；要用另一段时间的数，请另列指标并写明 period。",
            "第三季度是七至九月，前三季度是一至九月，两者的数差得很远；上半年与第二季度也是如此。只写“三季度”指的是单季。",
        ),
        Words(
            "the report is about {period}, but this says “{words}”",
            "Write “{period}”; figures of the other time take metrics of their own with a period.",
            "The third quarter is July to September, the first three quarters are January to September; so are the second "
            "quarter and the first half. 三季度 alone is the single quarter.",
        ),
    ),
    Code(
        "unequal-days",
        Severity.WARNING,
        Words(
            "“{metric}”用{period}（{days} 天）的总量与{before}（{before_days} 天）的总量相比",
            "请另列“日均{metric}”一起比较；春节所在的一、二月可以合并成 1—2月。",
            "二月比一月少三天，总量天然少一成左右，环比说明不了问题。天数相差超过一天的月份，总量应配上日均再比。",
        ),
        Words(
            "the total of “{metric}” in {period} ({days} days) is set against that of {before} ({before_days} days)",
            "Add “日均{metric}” and compare that; January and February, which share the Spring Festival, may be put together.",
            "February has three days less than January, so a total is a tenth smaller by itself. Totals of months whose days "
            "differ by more than one are compared by their daily averages.",
        ),
    ),
    Code(
        "impossible-due-date",
        Severity.ERROR,
        Words(
            "期限 {due} 早于 {earliest}",
            "请核对年份：期限应在报告日期和报告期间之后。",
            "规划、目标、改进措施和请示的期限不会早于写报告的日子，也不会在报告回顾的期间之内，多半是年份沿用了上一份报告。",
        ),
        Words(
            "{due} is before {earliest}",
            "Check the year: what is due comes after the report's date and its period.",
            "Plans, goals and requests are not due before the report is written, nor within the time it looks back on. Mostly "
            "the year is left from the last report.",
        ),
    ),
    Code(
        "odd-report-date",
        Severity.WARNING,
        Words(
            "成文日期 {date} 早于期末 {end}",
            "请核对 date 和 period；期中写的报告请把 period 写成已过去的一段，如 2025年1—9月。",
            "报告在期间结束后写成，一般不晚于期末后九十天。日期早于期末，数据还不完整；晚得太多，多半是年份写错了。",
            {"late": "成文日期在期末 {end} 之后 {days} 天：请核对 date 和 period 的年份。"},
        ),
        Words(
            "the report's date {date} is before the end of its period, {end}",
            "Check date and period; a report in the middle of a period is about the time passed, 2025年1—9月.",
            "A report is written after its period, mostly within ninety days. Before the end its figures are not complete; long "
            "after it, the year is mostly wrong.",
            {"late": "It is {days} days after the end, {end}: check the years of date and period."},
        ),
    ),
    Code(
        "immature-cohort",
        Severity.WARNING,
        Words(
            "“{metric}”截至 {as_of}，{period}（{end} 止）新来的用户还没有满日子",
            "请等到 {ripe} 以后再取数，或者只统计已满日子的用户并在口径中写明。",
            "三十日留存要等用户来了满三十天才能算。期末新来的用户还没有满日子就取数，留存率会偏低。",
        ),
        Words(
            "“{metric}” as of {as_of}: users who came in {period} (until {end}) have not been there long enough",
            "Take the figure after {ripe}, or count only those who have, and say so in the definition.",
            "Retention after thirty days takes users of thirty days. Taken earlier, it is too low.",
        ),
    ),
)
