"""The words of findings about figures: how they are written, and what can be said of them."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

FIGURES: tuple[Code, ...] = (
    Code(
        "not-a-figure",
        Severity.ERROR,
        Words(
            "“{text}”不是可以读懂的数值",
            "请只写数字和单位，如 1280.5、23.6%、3456.7万元；没有数值时留空或写“不适用”。",
            "数值按原文逐字读取，不作猜测：读不懂的一律不进报告，以免错数外发。千分位要按三位一组，"
            "负数可写 -1234、−1234 或（1,234），比值写 1:4.5，时长可写 2小时15分 或 02:15:00。",
            {
                "leading-zero": "数字前面多了 0：请去掉，或者这是编号，应放在文字字段里。",
                "grouping": "千分位请按三位一组写成 86,420，或者不写分隔符。",
                "exponent": "请写出全部数字，如 100000，不用 1e5 这样的写法。",
                "ratio": "比值请以左边为 1，如 1:4.5；要写成别的形式，请先用 ratio: {{left: 投入, right: 产出}} 说明两边。",
                "too-long": "数字超过 18 位，不像业务数值：请改用万、亿作单位，编号请放在文字字段里。",
                "long-text": "数值连同单位不会超过 64 个字符：说明文字请放在文字字段里，数值只写数字和单位。",
            },
        ),
        Words(
            "“{text}” cannot be read as a figure",
            "Write digits and a unit only, as in 1280.5, 23.6%, 3456.7万元; leave it empty or write 不适用 for none.",
            "Figures are read exactly as written and never guessed, so that no wrong number leaves the house. "
            "Thousands go in groups of three; a negative is -1234, −1234 or (1,234), a ratio 1:4.5, "
            "a duration 2小时15分 or 02:15:00.",
            {
                "leading-zero": "Drop the leading 0; if this is a number that names something, put it in a text field.",
                "grouping": "Write thousands in groups of three, 86,420, or without separators.",
                "exponent": "Write all the digits, 100000, instead of 1e5.",
                "ratio": "Put 1 on the left, as in 1:4.5, or name the sides: ratio: {{left: 投入, right: 产出}}.",
                "too-long": "More than 18 digits: use 万 or 亿 as unit; put account numbers in a text field.",
                "long-text": "A figure with its unit takes no more than 64 characters: put words in a text field.",
            },
        ),
    ),
    Code(
        "unit-mismatch",
        Severity.ERROR,
        Words(
            "单位是“{text}”，而这里要的是“{expected}”，两者对不上",
            "请换算成“{expected}”后再写，或者改指标的 unit。",
            "同一指标的本期、目标、同期等数值要能相互比较：万元与亿元可以，人与次、% 与元不可以。"
            "同类单位大小不同（如 1.2亿与 12000万元）会按基本单位比较，不必换算。目标、预算、人数、人天等数值也只用各自的单位。",
            {
                "goal": "目标值与指标用同类的单位：请写成以“{expected}”计的数；要写增幅，请写在 target_growth。",
                "points": "比率的变动以百分点计：请写成 2个百分点，或者只写数字；要写相对增幅，请写在 target_growth。",
                "growth": "目标增幅是百分数：请写成 18%，或者只写数字；要写目标的数值，请写在 target_value。",
                "budget": "预算是金额：请写成 48万元，只写数字时以元计。",
                "count": "这里是个数：请只写数字，或者写明人、次等计数的单位。",
                "relative": "这里是增减的幅度：请写成百分数、百分点，或者指标自己的单位。",
                "display": "display_unit 只能换同类单位的大小，如 元、万元、亿元；请改成与“{expected}”同类的单位，"
                "或者去掉 display_unit。",
                "name": "名称里写着“{text}”，数值却以“{expected}”计：请核对 unit，并把名称改成“{bare}”。",
                "header": "列名里写着“{expected}”，“单位”列却是“{text}”：请改成同一个单位，或者去掉列名里的单位。",
            },
        ),
        Words(
            "this is in “{text}”, but it has to be in “{expected}”: the two do not agree",
            "Give the figure in “{expected}”, or change the metric's unit.",
            "The figures of one metric must be comparable: 万元 and 亿元 are, 人 and 次 are not. "
            "Units that differ only in size (1.2亿, 12000万元) are compared in base units as they are. Goals, budgets, people "
            "and person-days have units of their own too.",
            {
                "goal": "A goal is set in the unit of its metric: give it in “{expected}”; growth goes into `target_growth`.",
                "points": "A rate changes by points: write 2个百分点, or the number alone; relative growth goes into "
                "`target_growth`.",
                "growth": "Growth aimed at is a percentage: write 18%, or the number alone; the level aimed at goes into "
                "`target_value`.",
                "budget": "A budget is an amount of money: write 48万元; a number alone is in 元.",
                "count": "This counts something: write the number alone, or with a unit of counts such as 人 or 次.",
                "relative": "This is the size of a change: write a percentage, points, or the metric's own unit.",
                "display": "`display_unit` only changes the size of a unit (元, 万元, 亿元): name one that measures what "
                "“{expected}” does, or take it out.",
                "name": "The name says “{text}”, the figures are in “{expected}”: look at `unit`, and call the metric “{bare}”.",
                "header": "The header says “{expected}”, the column of units “{text}”: give one unit in both, or none in the "
                "header.",
            },
        ),
    ),
    Code(
        "missing-unit",
        Severity.ERROR,
        Words(
            "“{text}”没有写单位，而这个指标别处写着“{unit}”",
            "请给指标写上 unit，或在每个数值后都写明单位。",
            "没有单位的 86420 与 7.2亿元 放在一起，可能是元，也可能是万元，算出的同比会差一万倍，所以不作猜测。"
            "指标写了 unit，或者本期数值带着单位（value: 1280万元），其余数值就都按它读。",
            {"name": "名称里的单位不管数值：请写 unit: '{unit}'，并把名称改成“{bare}”。"},
        ),
        Words(
            "“{text}” has no unit, while the metric has “{unit}” elsewhere",
            "Give the metric a `unit`, or write the unit after every figure.",
            "86420 beside 7.2亿元 may be in 元 or in 万元, and growth would be wrong ten thousand times over, so nothing "
            "is guessed. With a `unit`, or one on the value itself (value: 1280万元), all other figures are read in it.",
            {
                "name": "A unit in the name is not applied: write unit: '{unit}', and call the metric “{bare}”."
            },
        ),
    ),
    Code(
        "kind-mismatch",
        Severity.ERROR,
        Words(
            "类型“{kind}”配不上单位“{unit}”",
            "请改 kind，或者改单位；省略 kind 时由单位判断。",
            "类型决定变动怎么说：比率说百分点，时长说缩短、延长，金额说增长。类型与单位对不上，写出的话就会错。",
        ),
        Words(
            "the kind “{kind}” does not go with the unit “{unit}”",
            "Change `kind` or the unit; without `kind` the unit decides.",
            "The kind decides how a change is told: points for rates, longer or shorter for durations, growth for "
            "money. Where it contradicts the unit, the words would be wrong.",
        ),
    ),
    Code(
        "empty-scale",
        Severity.ERROR,
        Words(
            "量表的最低“{lowest}”不小于最高“{highest}”",
            "请检查 scale 的 min 与 max，如 {{min: 1, max: 5}}。",
            "评分的变动按量表的跨度判断是否基本持平，最低必须小于最高。",
        ),
        Words(
            "the scale's minimum “{lowest}” is not below its maximum “{highest}”",
            "Check `min` and `max` of the scale, as in {{min: 1, max: 5}}.",
            "Whether a score has moved is judged by the span of its scale, so the minimum has to be below the maximum.",
        ),
    ),
    Code(
        "missing-facet",
        Severity.WARNING,
        Words(
            "指标“{metric}”缺少{needs_words}，说不出{facet_words}",
            "请补上{needs_words}，或从 say 中去掉{facet_words}。",
            "同比、环比、完成率等表述都要有相应的数值才能写。在 say 里要求而缺数时，略去这一句并提醒；"
            "在文字里用 {{{{ 指标.同比 }}}} 引用而缺数时，句子会缺一块，所以是错误。"
            "确实没有可比数据时，请把该数值写成“不适用”，报告会照实说明。",
            {
                "text": "请补上{needs_words}，或改写这句话，不再引用{facet_words}。",
                "value": "请补上{needs_words}；数还没有出来的写 XX，没有这项数的写“不适用”，只用于核对的写 hidden: true。",
            },
        ),
        Words(
            "metric “{metric}” has no {needs}, so {facet} cannot be said",
            "Add {needs}, or take {facet} out of `say`.",
            "A comparison needs its figures. One that `say` asks for in vain is left out with a warning; one that "
            "a text refers to would leave a hole in the sentence and is an error. Where nothing comparable "
            "exists, write 不适用 as the figure, and the report will say so.",
            {
                "text": "Add {needs}, or reword the sentence so that it does without {facet}.",
                "value": "Add {needs}; write XX while it is due, 不适用 where there is none, `hidden: true` if it is "
                "only for checking.",
            },
        ),
    ),
    Code(
        "hidden-change",
        Severity.WARNING,
        Words(
            "指标“{metric}”两期都印作 {shown}，却写着“{said}”，读者对不上",
            "请用 decimals 多保留一位小数，或用 display_unit 换较小的单位。",
            "变动由未取整的数值算出，两端取整后看不出差别时，读者会以为写错了。数值和变动都不作调整，只提醒。",
        ),
        Words(
            "metric “{metric}” prints {shown} for both periods, yet says “{said}”",
            "Keep one more decimal with `decimals`, or choose a smaller unit with `display_unit`.",
            "Changes are worked out from the unrounded figures; where rounding makes both ends look alike, "
            "a reader will take the change for a mistake. Neither number is adjusted.",
        ),
    ),
    Code(
        "vanishing-figure",
        Severity.WARNING,
        Words(
            "指标“{metric}”的 {text} 不是零，却印作 {shown}",
            "请用 display_unit 换较小的单位，或用 decimals 多保留几位小数。",
            "换成较大的单位或位数不够时，较小的数值取整后成了零，读者会以为没有发生；与原数相差 5% 以上的，读者会当成另一个数。"
            "数值不作调整，只提醒。",
            {"coarse": "请用 decimals 多保留几位小数，或用 display_unit 换较小的单位。"},
            {"coarse": "指标“{metric}”的 {text} 印作 {shown}，取整后相差 5% 以上"},
        ),
        Words(
            "metric “{metric}”: {text} is not nought, yet it prints as {shown}",
            "Choose a smaller unit with `display_unit`, or keep more decimals with `decimals`.",
            "In a larger unit or with few decimals a small figure is rounded to nought, and a reader will think that "
            "nothing happened; one that is more than 5% off says something else. The figure is not adjusted.",
            {"coarse": "Keep more decimals with `decimals`, or choose a smaller unit with `display_unit`."},
            {"coarse": "metric “{metric}”: {text} prints as {shown}, more than 5% off"},
        ),
    ),
    Code(
        "wrong-comparison-period",
        Severity.WARNING,
        Words(
            "“{metric}”的环比用得不对",
            "全年的报告请写去年同期（last_year），去掉上期（previous），共 {count} 个指标；报告不是全年的，请改 period；"
            "上期另有所指的，请写上期名称（previous_label）。",
            "全年的上一期就是上一年，环比与同比是一回事，两个都写就会自相矛盾。写了去年同期的指标只写同比，上期不印出；"
            "没有写的，把上期当作去年同期。用 previous_label 说明上期是哪一段，或在 say 里点名环比，才照写环比。正文里也一样；"
            "活动没有相邻的同长期间，说环比要写明与哪一段比；环比增长后面跟百分数，跟数量时写增加或减少。",
            {
                "year": "报告写的是全年：请改成“同比”；说的是其中某月、某季度的，请写明是哪一月、哪一季度。",
                "event": "活动没有上一期：请写明与哪一段比，如“较活动前同等天数增长”。",
                "amount": "“增长”后面写百分数；写数量时请改成“环比增加”。",
            },
        ),
        Words(
            "环比 is wrongly used of “{metric}”",
            "Give `last_year` and drop `previous` ({count} metrics); change the period if it is no year; say with "
            "`previous_label` what else `previous` may be.",
            "The period before a year is the year before, so that 环比 is 同比, and both together may contradict each "
            "other. With `last_year` only 同比 is told, and `previous` is not printed; without it `previous` is taken for "
            "last year. A `previous_label`, or 环比 asked for in `say`, is followed. The same holds in texts; an event has no "
            "adjacent period, so its window is named; 环比增长 takes a percentage, 环比增加 an amount.",
            {
                "year": "The report is about a year: write 同比, or name the month or quarter that is meant.",
                "event": "An event has no period before it: name the window, as in 较活动前同等天数增长.",
                "amount": "增长 takes a percentage; with an amount write 环比增加.",
            },
        ),
    ),
    Code(
        "unclear-polarity",
        Severity.WARNING,
        Words(
            "指标“{metric}”是越长越好还是越短越好，看名称分不清，因此只写与目标相差多少，不写完成率",
            "请写明方向（polarity）：越高越好或越低越好。",
            "配送时长越短越好，停留时长越长越好：方向不明时，完成率可能把坏事说成好事。方向省略时由类型和名称判断，"
            "判断不出、又有目标的时长才提醒；没有目标的不必写。",
        ),
        Words(
            "whether metric “{metric}” should be long or short cannot be told from its name, so that only its distance "
            "from the target is printed",
            "Say which: `polarity: higher` or `polarity: lower`.",
            "Delivery should be short, a visit long: without the direction a rate of completion may praise what is bad. "
            "Without `polarity` the kind and the name decide; only durations with a target ask for it.",
        ),
    ),
    Code(
        "parts-without-whole",
        Severity.WARNING,
        Words(
            "指标“{metric}”的各分项合不成一个总量，{facet_words}不印出",
            "请核对分项与总量。",
            "占比是分项除以总量：总量要大于零，分项不能为负，加起来也不能超过总量（四舍五入的零头除外），"
            "否则印出的百分数没有意义。",
            {
                "negative": "分项里有负数：请改正，或者不写占比，改为分别列出各项。",
                "no-total": "总量不大于零：请核对本期数值与各分项。",
                "beyond": "各分项之和超过了总量：请核对本期数值与各分项的口径和单位。",
                "incomplete": "有分项待补，又没有写本期数值，总量还不知道：请补全分项，或写上本期数值。",
            },
        ),
        Words(
            "the parts of metric “{metric}” do not make a whole, so {facet} is not printed",
            "Check the parts against the total.",
            "A share is a part over the total: the total has to be above nought, no part may be negative, and together "
            "they may not exceed it by more than rounding does; otherwise the percentages mean nothing.",
            {
                "negative": "One of the parts is negative: correct it, or list the parts without shares.",
                "no-total": "The total is not above nought: check the value and its parts.",
                "beyond": "The parts add up to more than the total: check what they cover and their units.",
                "incomplete": "A part is still due and no value is given, so the total is not known: fill in the part, or "
                "give the value.",
            },
        ),
    ),
    Code(
        "mixed-units",
        Severity.WARNING,
        Words(
            "“{chart}”里的数单位不同：{units}",
            "请把“{metric}”放进另一张图，或改用 kind: bar_line，把它画成右轴的折线。",
            "柱子的高低只有在同一单位下才能相比：万元与亿元会自动换算，元与 %、人与次不能画在一起，否则图是错的。"
            "组合图（bar_line）的折线可以用右轴，有自己的单位。",
            {
                "growth": "各指标的同比单位不同：请用 change_style 统一成百分数或百分点，或者分成几张图。",
                "text": "前后比较的两个数请用同一个单位：请把“{metric}”换算成{unit}。",
            },
        ),
        Words(
            "the figures of “{chart}” differ in unit: {units}",
            "Move “{metric}” to a chart of its own, or use kind: bar_line to draw it as a line on the second axis.",
            "Heights can be compared in one unit only: 万元 and 亿元 are converted, 元 and %, 人 and 次 cannot share an "
            "axis. The lines of a `bar_line` chart may have an axis of their own.",
            {
                "growth": "The growth rates differ in unit: make them alike with `change_style`, or split the chart.",
                "text": "Two ends of a change take one unit: convert “{metric}” into {unit}.",
            },
        ),
    ),
    Code(
        "undrawable-chart",
        Severity.ERROR,
        Words(
            "图表“{chart}”画不出来",
            "请检查图表的 kind、of 和 metrics。",
            "图表由指标的序列（series）、构成（breakdown）或对比（本期与目标、去年同期等）画成。缺少要画的数，"
            "或画出来会让人看错时，不勉强作图；缺的点在图上留空，从不当作零。",
            {
                "no-metrics": "没有写要画哪些指标：请补上 metrics。",
                "series": "指标“{metric}”没有序列：请补上 series，或改 of 为 breakdown 或 comparison。",
                "breakdown": "指标“{metric}”没有构成：请补上 breakdown，或改 of 为 series 或 comparison。",
                "no-parts": "饼图、环形图和瀑布图画的是构成，而指标“{metric}”没有构成：请补上 breakdown，或改用 bar。",
                "value": "指标“{metric}”没有本期数值：请补上 value，或从图表中去掉它。",
                "comparison": "指标“{metric}”没有可以对比的数：请补上目标、去年同期或上期，或写上几个指标。",
                "repeated-period": "指标“{metric}”的序列里有重复的期间：每个期间只能有一个数。",
                "mixed-periods": "指标“{metric}”等的序列里混着长短不同的期间：月度和季度请分成两张图。",
                "too-many": "指标“{metric}”的点太多，挤在一起看不清：一张图最多 400 个，请按月或按季度汇总，或者分成几张图。",
                "repeated-part": "指标“{metric}”的构成里有重名的分项：请合并，或者改成不同的名称。",
                "parts": "指标“{metric}”的各分项合不成一个总量：请补全分项，使其加起来等于本期数值，或改用 bar。",
                "parts-only": "饼图、环形图和瀑布图只画构成：请去掉 of，或改用 bar。",
                "one-metric": "饼图、环形图和瀑布图一次只画一个指标的构成：请只写一个指标。",
                "bridge": "瀑布图要从去年同期一项项走到本期：请给指标“{metric}”补全 value、last_year 和每个分项的"
                "去年同期（或贡献），并使各项增减之和等于总的增减。",
                "steps": "漏斗图按先后画几个指标：请在 metrics 里写上至少两个，不写 of。",
                "stacked": "只有一个指标“{metric}”时没有可以堆积的分项：请补上 breakdown，或改用 bar。",
                "growth": "没有可以画成折线的同比：请给指标“{metric}”补上去年同期，或再写一个指标，或改用 bar。",
            },
        ),
        Words(
            "the chart “{chart}” cannot be drawn",
            "Check the chart's kind, of and metrics.",
            "Charts are drawn from a metric's series, its breakdown, or its value beside target and last year. Where "
            "figures are missing or the picture would mislead, nothing is drawn; a missing point stays open and never "
            "becomes nought.",
            {
                "no-metrics": "It names no metrics: add `metrics`.",
                "series": "Metric “{metric}” has no series: add one, or set `of` to breakdown or comparison.",
                "breakdown": "Metric “{metric}” has no breakdown: add one, or set `of` to series or comparison.",
                "no-parts": "Pies, doughnuts and waterfalls show a breakdown, and metric “{metric}” has none: add one, or use bar.",
                "value": "Metric “{metric}” has no value: add it, or take the metric out of the chart.",
                "comparison": "Metric “{metric}” has nothing to compare with: add a target, last year or the period "
                "before, or name several metrics.",
                "repeated-period": "The series of “{metric}” names a period twice: each period has one figure.",
                "mixed-periods": "The series of “{metric}” mix periods of several lengths: draw months and quarters "
                "apart.",
                "too-many": "Metric “{metric}” has too many points to tell apart, 400 is the most: sum them up by month "
                "or quarter, or split the chart.",
                "repeated-part": "The breakdown of “{metric}” names a part twice: merge the two, or rename one.",
                "parts": "The parts of “{metric}” do not make a whole: complete them so that they add up to the value, "
                "or use bar.",
                "parts-only": "Pies, doughnuts and waterfalls draw a breakdown: leave out `of`, or use bar.",
                "one-metric": "Pies, doughnuts and waterfalls draw the parts of one metric: name just one.",
                "bridge": "A waterfall leads from last year to this year: give “{metric}” value, last_year and the "
                "last_year (or contribution) of every part, so that the changes add up.",
                "steps": "A funnel draws metrics one after another: name two at least, without `of`.",
                "stacked": "One metric “{metric}” alone has nothing to stack: add a breakdown, or use bar.",
                "growth": "There is no growth to draw as a line: add last_year to “{metric}”, name another metric, or "
                "use bar.",
            },
        ),
    ),
    Code(
        "bare-number",
        Severity.INFO,
        Words(
            "“{text}”是手打的数，指标“{metric}”里就有它",
            "可以写 {better}，数据改了它跟着改。",
            "正文里的数只要引用指标，就与表格、图表永远一致。只有印出来与原话一样的才会建议引用。"
            "默认只是提示；--strict 或 options: {{bare_numbers: forbid}} 时是错误。正文里的可以用 opsreport fix 代改。",
        ),
        Words(
            "“{text}” is typed by hand, and the metric “{metric}” holds it",
            "Write {better}, which follows the figures.",
            "A figure that refers to its metric always agrees with tables and charts. Only what prints the same is suggested. "
            "A note by default, an error with `--strict` or `options: {{bare_numbers: forbid}}`. `opsreport fix` mends it in running texts.",
        ),
    ),
)
