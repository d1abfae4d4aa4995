"""The words of findings about what is missing, doubled or left over in a bundle."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

_REFERENCE_ZH = {
    "metric": "请写指标的编号（id），或在 metrics 里补上这个指标。",
    "metric-near": "是不是想写 {near}？",
    "result-near": "只有写成指标的编号或名称，才会印出它的数值：是不是想写 {near}？",
    "group": "请写分组的编号或名称，或在 groups 里补上这个分组。",
    "group-near": "是不是想写分组 {near}？",
    "group-shared": "不止一个分组叫这个名称：请给它们写上编号（id），再按编号引用。",
    "problem": "请写问题的编号或名称，或在 problems 里补上这个问题。",
    "problem-near": "是不是想写问题 {near}？",
    "problem-shared": "不止一个问题叫这个名称：请给它们写上编号（id），再按编号引用。",
    "project": "请写项目的编号或名称，或在 projects 里补上这个项目。",
    "project-near": "是不是想写项目 {near}？",
    "project-shared": "不止一个项目叫这个名称：请给它们写上编号（id），再按编号引用。",
    "stage": "请写阶段的编号或名称，或在 stages 里补上这个阶段。",
    "stage-near": "是不是想写阶段 {near}？",
    "stage-shared": "不止一个阶段叫这个名称：请给它们写上编号（id），再按编号引用。",
    "goal": "请写目标的编号或名称，或在 goals 里补上这个目标。",
    "goal-near": "是不是想写目标 {near}？",
    "goal-shared": "不止一个目标叫这个名称：请给它们写上编号（id），再按编号引用。",
    "plan": "请写规划的编号或名称，或在 plans 里补上这项规划。",
    "plan-near": "是不是想写规划 {near}？",
    "plan-shared": "不止一项规划叫这个名称：请给它们写上编号（id），再按编号引用。",
    "section": "请写数据包里一个部分的名称，如 problems。",
    "section-near": "是不是想写 {near}？",
    "facet": "句点后面可写 数值、数字、句子、完成率、同比、环比、从至、至、变动、峰值、均值、较基线、较行业、构成，"
    "或 目标、去年同期、上期、基线、基准、行业平均。",
    "facet-near": "是不是想写 {near}？",
    "part": "这个指标的构成里有：{near}。",
    "guideline": "请在 report 里写 guideline（方针），如 guideline: [提质量, 保安全]。",
    "guideline-facet": "方针只能整体引用，请写 {{{{ guideline }}}}。",
}
_REFERENCE_EN = {
    "metric": "Write the id of a metric, or add this one to metrics.",
    "metric-near": "Did you mean {near}?",
    "result-near": "Only the id or the name of a metric prints its figures: did you mean {near}?",
    "group": "Write the id of a group, or add this one to groups.",
    "group-near": "Did you mean the group {near}?",
    "group-shared": "Several groups are called so: give each an id and refer to that.",
    "problem": "Write the id of a problem, or add this one to problems.",
    "problem-near": "Did you mean the problem {near}?",
    "problem-shared": "Several problems are called so: give each an id and refer to that.",
    "project": "Write the id of a project, or add this one to projects.",
    "project-near": "Did you mean the project {near}?",
    "project-shared": "Several projects are called so: give each an id and refer to that.",
    "stage": "Write the id of a stage, or add this one to stages.",
    "stage-near": "Did you mean the stage {near}?",
    "stage-shared": "Several stages are called so: give each an id and refer to that.",
    "goal": "Write the id of a goal, or add this one to goals.",
    "goal-near": "Did you mean the goal {near}?",
    "goal-shared": "Several goals are called so: give each an id and refer to that.",
    "plan": "Write the id of a plan, or add this one to plans.",
    "plan-near": "Did you mean the plan {near}?",
    "plan-shared": "Several plans are called so: give each an id and refer to that.",
    "section": "Write the name of a part of the bundle, such as problems.",
    "section-near": "Did you mean {near}?",
    "facet": "After the full stop stands value, number, sentence, vs_target, vs_last_year, vs_previous, from_to, to, change, "
    "peak, average, vs_baseline, vs_benchmark, shares, or a field: target, last_year, previous, from, baseline, benchmark.",
    "facet-near": "Did you mean {near}?",
    "part": "The breakdown of this metric has: {near}.",
    "guideline": "Say it in report, as in guideline: [提质量, 保安全].",
    "guideline-facet": "The guideline is referred to as a whole: {{{{ guideline }}}}.",
}

STRUCTURE: tuple[Code, ...] = (
    Code(
        "unfilled-slot",
        Severity.ERROR,
        Words(
            "“{text}”是还没有填的空位",
            "请填上内容；原文如此的，请在该处写 lint: {{ignore: [{{code: unfilled-slot, why: …}}]}}。",
            "模板里的 XX、X.X、X:X、待补、TBD、下划线和“A产品线”一类代号，都是留待填写的空位，带着它们的报告不能发出。"
            "用 --draft 可以先印出草稿，空位会标出来。",
            {
                "figure": "请填上数值；没有数值就留空，确实不适用的写“不适用”。",
                "number": "请填上数值，或者改写这句话；没有填的数值不能免去，只能用 --draft 印出草稿。",
            },
        ),
        Words(
            "“{text}” is a place still to be filled in",
            "Fill it in; if it is meant so, write lint: {{ignore: [{{code: unfilled-slot, why: …}}]}} there.",
            "XX, X.X, X:X, 待补, TBD, underscores and letters such as A产品线 are places left open in a template; no report "
            "leaves the house with them. --draft prints a draft in which they are marked.",
            {
                "figure": "Give the figure; leave it empty where there is none, or write 不适用 where there can be none.",
                "number": "Give the figure, or put it another way; a figure left open cannot be waived, only printed in a draft.",
            },
        ),
    ),
    Code(
        "duplicate-id",
        Severity.ERROR,
        Words(
            "编号“{text}”用了两次，第一次在 {place}（第 {line} 行）",
            "请给其中一个换一个编号，引用它的地方也要跟着改。",
            "编号在同一个列表里只能出现一次，否则引用指向哪一个说不清。没有写编号的指标，以去掉空格的名称为编号。",
            {
                "name": "两个指标同名，又都没有写编号：请给它们各写一个 id，或者改成不同的名称，如“{text}（线上）”。"
            },
        ),
        Words(
            "the id “{text}” is used twice, first at {place} (line {line})",
            "Give one of them another id, also where it is referred to.",
            "Within a list an id occurs once, or nobody can tell what a reference means. A metric without an id has its name "
            "without spaces for one.",
            {"name": "Two metrics have one name and no id: give each an `id`, or tell them apart by name."},
        ),
    ),
    Code(
        "unknown-reference",
        Severity.ERROR,
        Words(
            "没有找到“{text}”",
            "请核对编号。",
            "正文里的 {{{{ 编号 }}}}、成果、问题、规划和图表里的编号，都要在数据包里有对应的内容，否则句子会缺一块。",
            _REFERENCE_ZH,
        ),
        Words(
            "“{text}” is not there",
            "Check the id.",
            "Ids in {{{{ }}}} of a text, in results, problems, plans and charts must have something that answers to them, "
            "or the sentence has a hole.",
            _REFERENCE_EN,
        ),
    ),
    Code(
        "single-braces",
        Severity.WARNING,
        Words(
            "“{text}”只有一层花括号，会照原样印出",
            "要引用请写成 {meant}",
            "引用要用双花括号。只有一层时是普通文字；里面正好是一个指标或方针的名称时，多半是少写了一层。",
        ),
        Words(
            "“{text}” has single braces and will be printed as it stands",
            "To refer to it write {meant}",
            "A reference takes double braces. Single ones are words; where they hold the name of a metric or the guideline, "
            "the second pair was mostly forgotten.",
        ),
    ),
    Code(
        "unprinted-content",
        Severity.WARNING,
        Words(
            "{path} 不会印进报告：样式“{style}”没有印它的地方",
            "请换一个会印它的样式，在正文里引用它，或者删去；只用于核对的指标写 hidden: true。",
            "写进数据包的内容如果没有出现在报告里，作者往往并不知情，所以逐项指出。",
            {
                "several": "这一部分的 {entries} 项都没有印出：请换一个会印它们的样式，在正文里引用，或者删去。",
                "metric": "没有成果或正文用到这个指标：请在模块的 results 里写上它的编号，或在正文里用花括号引用；只用于核对的写 hidden: true。",
                "facet": "这一项要在指标的 say 里点名才会说，如 say: [value, peak]；不想说就删去。",
                "parts-before": "各分项的去年同期共 {entries} 个：请把图表的类型改为 柱形图 或 瀑布图，或者删去各分项的 last_year。",
            },
            {"parts-before": "{path} 不会印进报告：这张图只画各分项的本期"},
        ),
        Words(
            "{path} will not be in the report: the style “{style}” has no place for it",
            "Choose a style that prints it, refer to it in a text, or remove it; a metric for checks only takes hidden: true.",
            "Authors seldom know that something they wrote is not in the report, so each such place is named.",
            {
                "several": "None of the {entries} entries is printed: choose a style that prints them, refer to them, or "
                "remove them.",
                "metric": "No result and no text uses this metric: name it in a module's results or refer to it in a text; one "
                "that serves checks only takes hidden: true.",
                "facet": "This is said only where the metric's `say` names it, as in say: [value, peak]; else remove it.",
                "parts-before": "All {entries} figures of last year: give the chart the kind bar or waterfall, or remove last_year "
                "from the parts.",
            },
            {
                "parts-before": "{path} will not be in the report: the chart draws the parts of this period only"
            },
        ),
    ),
    Code(
        "missing-header-field",
        Severity.ERROR,
        Words(
            "报告缺少“{words}”",
            "请在 report 下补上 {key}: …",
            "这种样式的报告没有这一项就不能成文。",
            {
                "date": "请在 report 下补上 date: 2025-10-14 这样的成文日期，或在命令里用 --date 给出。",
                "near": "请在 report 下补上 {key}: …；如就用现有的“{other}”，可写 {key}: {near}",
            },
        ),
        Words(
            "the report lacks “{key}”",
            "Add {key}: … under report.",
            "A report of this style cannot do without it.",
            {
                "date": "Add the date under report, as in date: 2025-10-14, or give it with --date.",
                "near": "Add {key}: … under report; what it already says elsewhere may serve: {key}: {near}",
            },
        ),
    ),
    Code(
        "document-number",
        Severity.WARNING,
        Words(
            "编号“{text}”与报告期间“{period}”对不上",
            "请核对编号。",
            "编号里写明年份和季度，归档和查找时才不会弄错；从上一期抄来的编号最容易忘记改。",
            {
                "none": "请在编号里写上年份或期间，如 YX-NR-2025-Q3-003。",
                "other": "请把编号里的年份、季度改成 {period}，或者改 report 下的 period。",
            },
        ),
        Words(
            "the number “{text}” does not match the period {period}",
            "Check the number.",
            "A number that names year and quarter is found again; one copied from the last report is easily left as it was.",
            {
                "none": "Put the year or the period into the number, as in YX-NR-2025-Q3-003.",
                "other": "Change year and quarter of the number to {period}, or the period under report.",
            },
        ),
    ),
    Code(
        "web-residue",
        Severity.WARNING,
        Words(
            "“{text}”像是从网页上带来的",
            "请删去；确实要写的，可在该处写 lint 说明理由。",
            "转载声明、侵权提示、“点击查看”和裸网址是网页的残留，不该出现在报告里。",
            {"url": "请写成链接：[名称](网址)，或者删去。"},
        ),
        Words(
            "“{text}” seems to have come from a web page",
            "Remove it; if it is meant, say why under lint.",
            "Copyright notices, “click here” and bare addresses are left over from the web and have no place in a report.",
            {"url": "Write a link, [name](address), or remove it."},
        ),
    ),
    Code(
        "mangled-value",
        Severity.ERROR,
        Words(
            "“{text}”在读入之前就已经变了样",
            "请改回原来的写法。",
            "表格软件会把 1:4 变成时间、把编号变成数字；YAML 会把 # 以后的文字当作注释丢掉，会在花括号里的半角逗号处把一个值拆开。这样的值与作者的本意不同。",
            {
                "comment": "“{lost}”被当作注释丢掉了：要印出它，请给整段文字加英文双引号；确是注释，请在 # 后面加一个空格。",
                "swallowed": "以 # 开头的文字被当作注释丢掉了：要印出它，请写成 {suggestion}；确是注释，请在 # 后面加一个空格。",
                "comma": "花括号里的半角逗号会把一个值拆成两段：要加英文双引号，写成 {suggestion}",
                "time": "单元格里是时间：输入 1:4 时，Excel 会把它变成 1:04。是比值的，请先把单元格格式设为“文本”再输入；是时长的，"
                "请写明单位（秒、分钟、小时）。",
                "date": "单元格里是日期，而这里要的是数值：输入 4/5 时，Excel 会把它变成日期。请先把单元格格式设为“文本”再输入。",
                "day": "单元格里是日期：输入 3-1 时，Excel 会把它变成 3月1日。请先把单元格格式设为“文本”再输入。",
                "truth": "单元格里是逻辑值 TRUE 或 FALSE，而这里要的是数值：请写出数值。",
                "digits": "Excel 只保留 15 位数字，其余已经变成 0：编号、账号请先把单元格格式设为“文本”，再重新输入。",
            },
        ),
        Words(
            "“{text}” was changed before it was read",
            "Restore what was meant.",
            "Spreadsheets turn 1:4 into a time and a number into a figure; YAML drops what follows “ #” as a comment and ends a "
            "value in braces at a comma. Such a value is not what its author meant.",
            {
                "comment": "“{lost}” was dropped as a comment: to print it, put the whole text in double quotes; if it is a "
                "comment, put a space after the #.",
                "swallowed": "What begins with # was dropped as a comment: to print it, write {suggestion}; if it is a "
                "comment, put a space after the #.",
                "comma": "Within braces a comma ends a value: put double quotes around it, {suggestion}",
                "time": "The cell holds a time: Excel turns 1:4 into 1:04 while it is typed. For a ratio set the format to Text "
                "and type it anew; for a duration name its unit (秒, 分钟, 小时).",
                "date": "The cell holds a date, and a figure is due: Excel turns 4/5 into a date while it is typed. Set the "
                "format to Text and type it anew.",
                "day": "The cell holds a date: Excel turns 3-1 into one while it is typed. Set the format to Text and type it anew.",
                "truth": "The cell holds TRUE or FALSE, and a figure is due: write the figure.",
                "digits": "Excel keeps 15 digits and the rest became 0: set the cell's format to Text and type the number anew.",
            },
        ),
    ),
    Code(
        "mixed-currencies",
        Severity.ERROR,
        Words(
            "这里把不同的币种放在一起算：{currencies}",
            "请先换算成同一种货币，并在口径里写明汇率。",
            "不同币种的金额不能直接相加、相减或相比，没有汇率就得不出有意义的数。",
            {"budget": "各项预算要能合计：请换算成同一种货币，并在用途里写明汇率。"},
        ),
        Words(
            "different currencies are reckoned together here: {currencies}",
            "Convert them into one currency and give the rate in the definition.",
            "Amounts in different currencies cannot be added, subtracted or compared without a rate.",
            {
                "budget": "Budgets are added up: convert them into one currency and give the rate in the purpose."
            },
        ),
    ),
    Code(
        "empty-section",
        Severity.WARNING,
        Words(
            "“{words}”部分没有内容",
            "请补上 {key}: …；确实没有的，可写 lint 说明理由。",
            "这种样式的报告通常有这一部分，空着时整节不印，后面的编号顺延。",
        ),
        Words(
            "the part “{key}” is empty",
            "Add {key}: …; if there is nothing to say, give the reason under lint.",
            "Reports of this style usually have it; left empty, its section is not printed and the rest is renumbered.",
        ),
    ),
    Code(
        "waived",
        Severity.INFO,
        Words(
            "检查“{waived}”按理由免去 {count} 处（{places}）：{why}",
            "理由不再成立时，请删去这一条。",
            "数据包可以用 lint 免去某项检查，写在整个数据包上，或只写在一个对象上；错误、警告、提示都可以免去。每一条都要写理由，"
            "免去了哪几处都会列出，免得把没有检查的当作检查过的。读不出来的、句子里缺了数的，不能免去。",
        ),
        Words(
            "the check “{waived}” spares {count} findings ({places}): {why}",
            "Remove the waiver when its reason is gone.",
            "A bundle may waive a check with lint, for all of it or for one object, whatever its severity. Each waiver has a "
            "reason, and what it spared is listed, lest the unchecked pass for checked. What cannot be read, and a hole in a "
            "sentence, cannot be waived.",
        ),
    ),
    Code(
        "waiver-without-reason",
        Severity.WARNING,
        Words(
            "免去检查“{waived}”没有写理由，这一条不起作用",
            "请写上 why，如 {{code: {waived}, why: 编号由集团统一编排}}。",
            "写明理由，以后的人才能判断它是否还成立；没有理由的，照常检查。",
        ),
        Words(
            "the waiver of “{waived}” has no reason, so it waives nothing",
            "Add the reason, as in {{code: {waived}, why: 编号由集团统一编排}}.",
            "With a reason others can tell whether it still holds; without one the check is made as usual.",
        ),
    ),
    Code(
        "unused-waiver",
        Severity.WARNING,
        Words(
            "免去检查“{waived}”没有用上：这里没有它要指出的问题",
            "请删去这一条；要免去别处的，请移到那个对象上。",
            "用不上的例外留着，以后真出了问题也会被它掩住。同一处重复的、只在读取或写出时才出现的代码，也用不上。",
        ),
        Words(
            "the waiver of “{waived}” is not used: there is nothing here that it spares",
            "Remove it, or move it to the object it is meant for.",
            "A waiver that is not needed would hide a defect to come. One that repeats another, or that names a code of "
            "reading or writing, is never used.",
        ),
    ),
    Code(
        "unknown-waiver",
        Severity.WARNING,
        Words(
            "没有名为“{text}”的检查",
            "请核对代码；用 opsreport explain 可列出全部代码。",
            "写错的代码不会免去任何检查。",
        ),
        Words(
            "there is no check “{text}”",
            "Check the code; `opsreport explain` lists them all.",
            "A misspelt code waives nothing.",
        ),
    ),
)
