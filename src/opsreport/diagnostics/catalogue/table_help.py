"""What to type instead, for those who write their bundle as tables: columns and rows in place of fields."""

from collections.abc import Mapping

from opsreport.diagnostics.catalogue.code import Language

_WAIVER = "“检查.忽略.1.代码”和“检查.忽略.1.理由”"
_WAIVER_EN = "lint.ignore.1.code and lint.ignore.1.why"
_FOR_CHECKS = "只用于核对的指标，在“隐藏”一列写 是。"
_FOR_CHECKS_EN = "a metric for checks only has 是 in the column hidden."

_ZH: Mapping[str, str] = {
    "unknown-encoding": "请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”。",
    "unknown-field/computed": "“{key}”由程序算出，不用写：请给 去年同期、上期 或 目标。",
    "missing-field": "请填上“{words}”：在表里是一列，在“报告”表里是一行。",
    "missing-field/one-of": "这几列至少要填一列：{words}。",
    "missing-field/kind": "单位“分”可能是评分，也可能是别的，请在“类型”一列写明“评分”或其他类型。",
    "wrong-shape/text": "这里只写一个值。",
    "wrong-shape/mapping": "这里要分成几列写，列名用点连接，如 起点.数值、起点.说明。",
    "not-a-unit": "请写 万元、%、家、秒、小时 这样的单位。",
    "unknown-version": "请在“报告”表把“版本”写成 1，或换用能读这一版本的程序。",
    "unfilled-slot": f"请填上内容；原文如此的，请加{_WAIVER}两列（在“报告”表里是两行），写 unfilled-slot 和理由。",
    "duplicate-id": "请在“编号”列给其中一个换一个编号，引用它的地方也要跟着改；没有“编号”列的请加上，同名的靠它区分。",
    "duplicate-id/name": "两个指标同名：请加上“编号”一列，给它们各写一个编号，或者改成不同的名称。",
    "unknown-reference/metric": "请写指标的编号或名称，或在“指标”表里补上这个指标。",
    "unknown-reference/group": "请写分组的编号或名称，或在“分组”表里补上这个分组。",
    "unknown-reference/group-shared": "不止一个分组叫这个名称：请在“分组”表的“编号”列给它们写上编号，再按编号引用。",
    "unknown-reference/problem": "请写问题的编号或名称，或在“问题”表里补上这个问题。",
    "unknown-reference/problem-shared": "不止一个问题叫这个名称：请在“问题”表的“编号”列给它们写上编号，再按编号引用。",
    "unknown-reference/project": "请写项目的编号或名称，或在“项目”表里补上这个项目。",
    "unknown-reference/project-shared": "不止一个项目叫这个名称：请在“项目”表的“编号”列给它们写上编号，再按编号引用。",
    "unknown-reference/stage": "请写阶段的编号或名称，或在“阶段”表里补上这个阶段。",
    "unknown-reference/stage-shared": "不止一个阶段叫这个名称：请在“阶段”表的“编号”列给它们写上编号，再按编号引用。",
    "unknown-reference/goal": "请写目标的编号或名称，或在“目标”表里补上这个目标。",
    "unknown-reference/goal-shared": "不止一个目标叫这个名称：请在“目标”表的“编号”列给它们写上编号，再按编号引用。",
    "unknown-reference/plan": "请写规划的编号或名称，或在“规划”表里补上这项规划。",
    "unknown-reference/plan-shared": "不止一项规划叫这个名称：请在“规划”表的“编号”列给它们写上编号，再按编号引用。",
    "unknown-reference/section": "请写一张表的名称，如 problems。",
    "unknown-reference/guideline": "请在“报告”表加一行：项写“方针”，值写 提质量、保安全 这样的短语。",
    "unprinted-content": f"请换一个会印它的样式，在正文里引用它，或者删去；{_FOR_CHECKS}",
    "unprinted-content/metric": "没有成果或正文用到这个指标：请在“成果”表给它所属的模块加一行，或在正文里用花括号引用；"
    + _FOR_CHECKS,
    "unprinted-content/facet": "这一项要在指标的“表述”一列点名才会说，如 数值、峰值；不想说就删去。",
    "missing-header-field": "请在“报告”表加一行：项写“{words}”，值写它的内容。",
    "missing-header-field/near": "请在“报告”表加一行：项写“{words}”，值写它的内容；如就用现有的“{other}”，值写“{near}”。",
    "missing-header-field/date": "请在“报告”表加一行：项写“成文日期”，值写 2025-10-14 这样的日期；也可以在命令里用 --date 给出。",
    "document-number/other": "请把编号里的年份、季度改成 {period}，或者改“报告”表里的期间。",
    "web-residue": f"请删去；确实要写的，可加{_WAIVER}两列（在“报告”表里是两行）说明理由。",
    "waiver-without-reason": f"请填上理由：{_WAIVER}成对填写。",
    "empty-section": f"请补上“{{words}}”的内容；确实没有的，可在“报告”表加{_WAIVER}两行，写 empty-section 和理由。",
    "fraction-as-percent/all": "各期数值都不超过 1：请按百分数填写，如 {percent}；确实只有百分之零点几的，请不填“单位”列，"
    "把 % 写在数值后面，如 {shown}%。",
    "request-mismatch/not-planned": "规划里没有写{resource}：请在“规划”表填上，或者删去这一事项。",
    "request-mismatch/not-asked": "规划写了{resource}，请示事项里却没有：请在“请求”表加一行，规划写 {plan}，资源写 {resource}；"
    f"或者从规划里删去；不必批示的，请在规划的{_WAIVER}两列写 request-mismatch 和理由，如 本部门自行投入。",
    "not-a-figure/ratio": "比值请以左边为 1，如 1:4.5；要写成别的形式，请先在“比”一列写 投入：产出，说明两边。",
    "unit-mismatch": "请换算成“{expected}”后再写，或者改指标的单位。",
    "unit-mismatch/goal": "目标值与指标用同类的单位：请写成以“{expected}”计的数；要写增幅，请写在“目标增幅”一列。",
    "unit-mismatch/points": "比率的变动以百分点计：请写成 2个百分点，或者只写数字；要写相对增幅，请写在“目标增幅”一列。",
    "unit-mismatch/growth": "目标增幅是百分数：请写成 18%，或者只写数字；要写目标的数值，请写在“目标值”一列。",
    "unit-mismatch/display": "“显示单位”只能换同类单位的大小，如 元、万元、亿元；请改成与“{expected}”同类的单位，或者留空。",
    "missing-unit": "请填“单位”列，或写进列名，如 本期（万元），或在每个数值后都写明单位。",
    "kind-mismatch": "请改“类型”，或者改单位；类型留空时由单位判断。",
    "empty-scale": "请检查“量表”一列，如 1-5。",
    "missing-facet": "请补上{needs_words}，或从“表述”一列去掉{facet_words}。",
    "missing-facet/value": f"请补上{{needs_words}}；数还没有出来的写 XX，没有这项数的写“不适用”；{_FOR_CHECKS}",
    "hidden-change": "请用“小数位”一列多保留一位小数，或用“显示单位”一列换较小的单位。",
    "vanishing-figure": "请用“显示单位”一列换较小的单位，或用“小数位”一列多保留几位小数。",
    "wrong-comparison-period": "全年的报告请写去年同期，去掉上期；报告不是全年的，请改“报告”表里的期间；上期另有所指的，"
    "请写“上期名称”一列。",
    "unclear-polarity": "请在“方向”一列写明：越高越好或越低越好。",
    "mixed-units": "请把“{metric}”放进另一张图，或把图表的类型改为 组合图，把它画成右轴的折线。",
    "mixed-units/growth": "各指标的同比单位不同：请用“变动方式”一列统一成百分数或百分点，或者分成几张图。",
    "undrawable-chart": "请检查“图表”表的类型、内容和指标。",
    "undrawable-chart/no-metrics": "没有写要画哪些指标：请填“图表”表的“指标”列。",
    "undrawable-chart/series": "指标“{metric}”没有序列：请补上“序列”表的各期，或把图表的内容改为 构成 或 对比。",
    "undrawable-chart/breakdown": "指标“{metric}”没有构成：请补上“构成”表的各分项，或把图表的内容改为 序列 或 对比。",
    "undrawable-chart/no-parts": "饼图、环形图和瀑布图画的是构成，而指标“{metric}”没有构成：请补上“构成”表的各分项，或改用柱形图。",
    "undrawable-chart/value": "指标“{metric}”没有本期数值：请补上，或从图表中去掉它。",
    "undrawable-chart/parts": "指标“{metric}”的各分项合不成一个总量：请补全分项，使其加起来等于本期数值，或改用柱形图。",
    "undrawable-chart/parts-only": "饼图、环形图和瀑布图只画构成：请把图表的内容留空，或改用柱形图。",
    "undrawable-chart/bridge": "瀑布图要从去年同期一项项走到本期：请给指标“{metric}”补全本期、去年同期和每个分项的去年同期"
    "（或贡献），并使各项增减之和等于总的增减。",
    "undrawable-chart/steps": "漏斗图按先后画几个指标：请在“图表”表的“指标”列写上至少两个，内容留空。",
    "undrawable-chart/stacked": "只有一个指标“{metric}”时没有可以堆积的分项：请补上“构成”表的各分项，或改用柱形图。",
    "undrawable-chart/growth": "没有可以画成折线的同比：请给指标“{metric}”补上去年同期，或再写一个指标，或改用柱形图。",
    "ratio-mismatch/sides": "请在“比”一列写明两边的名称，如 投入：产出。",
    "impossible-rate": "请核对数值和单位：按印出的单位填写，如 41.2 配 %；不是占比的（增长率、完成率、投入产出比），请在“有界”一列写 无。",
    "negative-quantity": "请写成 {positive}；表示减少的，请写在“变动”一列；本来可正可负的（净增、净流入），请在名称里写明“净”。",
    "impossible-rate/below": "请核对正负号；可以为负的比率（如毛利率），请在“有界”一列写 上限，没有界限的写 无。",
    "impossible-nps/percent": "请把 % 换成“点”：“类型”写 点数，“单位”写 点，数值写 {number}。",
    "benchmark-claim": "请核对本期（{value}）与行业平均（{benchmark}），或者改写这一句。",
    "benchmark-claim/none": "指标没有行业平均：请填“行业平均”和“行业平均.来源”两列，或者删去这一句。",
    "goal-already-met/change": "目标变动 {goal} 与指标的方向相反：请核对正负号，或者填“方向”一列。",
    "not-significant/none": "请填“实验.对照组.样本”“实验.对照组.命中”和“实验.实验组”的同样两列，或者不提实验。",
    "foreign-period/moment": "峰值、谷值、均值应在{period}之内：请核对“峰值.时间”这一类的列。",
    "foreign-period/start": "起点不能晚于{period}：请核对“起点.时间”。",
    "stale-period/label": "“期间名称”与“期间”不是同一期间：请改成“{period}”，或者删去“期间名称”。",
    "score-out-of-scale/no-scale": "这个评分没有写明量表：请在“量表”一列写上，如 1-5，或者在名称里写明“5分制”。",
    "problem-without-owner": "请在“责任人”一列写上，如 客户服务部；已经解决的问题，状态写 已解决。",
    "problem-without-plan": "请在解决它的那项规划的“针对问题”一列写 {name}，或者补一项规划；已经解决的，状态写 已解决。",
    "missed-target-unexplained": "请在说明原因的那个问题的“关联指标”一列写 {name}，或者补一个问题。",
    "adverse-move-unexplained": "请在说明原因的那个问题的“关联指标”一列写 {name}，或者补一个问题；方向判断反了的，请改“方向”一列。",
    "project-without-result": "请在“成果”表给这个项目写上带数字的成果，在“指标”一列写指标编号。",
    "project-without-result/none": "项目没有写成果：请在“成果”表给它加行，其中至少一条带数字。",
    "project-without-result/goal": "目标里说要改善“{metric}”，成果里没有它：请在“成果”表给这个项目加一行，“指标”一列写 {name}。",
    "incomplete-lifecycle/unmeasured": "这一段没有指标：请在“阶段”表的“指标”一列写上指标编号。",
    "incomplete-lifecycle/outcome": "这条成果没有归到阶段：请在“实践成果”表的“阶段”一列写上阶段编号。",
    "plan-without-resources": "请在“规划”表写上预算、人数或人天，如 预算 48万元；不另要资源的，"
    f"请在{_WAIVER}两列写 plan-without-resources 和理由，如 本部门自行投入。",
    "plan-without-problem": "请在“规划”表的“针对问题”一列写上问题编号；它要解决的问题还没有写的，请补上。",
    "plan-without-problem/none": "数据包里还没有问题：请在“问题”表写上它要解决的问题，再在“针对问题”一列写问题编号。",
    "vague-plan/owner": "请在“责任人”一列写上，如 内容策划组。",
    "vague-plan/due": "请在“完成时间”一列写上，如 2025-12-31。",
    "vague-plan/measure": "请在目标或内容里写明做到多少，或者在“对应目标”一列写上目标编号。",
    "vague-plan/goal": "请在“目标值”“目标增幅”或“目标变动”一列写上，如 目标增幅 18。",
    "unknown-style/none-given": "请在命令里写 --style memo，或在“报告”表加一行：项写“样式”，值写 memo。",
    "shares-do-not-add-up/short": "请核对各项占比，或在“构成”表加一行：名称写 其他，占比写 {rest}。",
    "series-mismatch/agg": "按 {agg} 汇总正好相符：请在指标的“汇总”一列写 {agg}；否则请写 {typed}。",
    "incomplete-lifecycle/missing": "缺少“{stage}”这一段：请在“阶段”表加一行，或者改“报告”表里的 框架.模型。",
    "wrong-effort-unit/fraction": "人数要是整数：请写成整人，或者改填工作量一列，如 30人天。",
    "lingering-problem": "请在“描述”一列说明为什么还没有解决，或者改“始于”“状态”两列。",
}

_EN: Mapping[str, str] = {
    "unknown-encoding": "Open it in Excel and save it as “CSV UTF-8 (comma delimited)”.",
    "unknown-field/computed": "“{key}” is worked out and need not be given: give last_year, previous or target.",
    "missing-field": "Fill in {key}: a column of the table, or a row of the table report.",
    "missing-field/one-of": "Fill in at least one of the columns {key}.",
    "missing-field/kind": "The unit 分 may be a score or something else: say 评分, or another kind, in the column kind.",
    "wrong-shape/text": "One value only stands here.",
    "wrong-shape/mapping": "This takes several columns, such as from.value and from.label.",
    "not-a-unit": "Write a unit such as 万元, %, 家, 秒, 小时.",
    "unknown-version": "Give opsreport the value 1 in the table report, or use a program that reads that version.",
    "unfilled-slot": f"Fill it in; if it is meant so, write unfilled-slot and the reason into columns {_WAIVER_EN} (rows in the "
    "table report).",
    "duplicate-id": "Give one of them another id in the column id, also where it is referred to; where there is no such "
    "column, add one.",
    "duplicate-id/name": "Two metrics have one name: give each an id in the column id, or tell them apart by name.",
    "unknown-reference/metric": "Write the id or the name of a metric, or add this one to the table metrics.",
    "unknown-reference/guideline": "Add a row with guideline and its value, such as 提质量、保安全, to the table report.",
    "unprinted-content": f"Choose a style that prints it, refer to it in a text, or remove it; {_FOR_CHECKS_EN}",
    "unprinted-content/metric": "No result and no text uses this metric: add a row for its module to the table results, or "
    f"refer to it in a text; {_FOR_CHECKS_EN}",
    "unprinted-content/facet": "This is said only where the metric's column say names it, as in value、peak; else remove it.",
    "missing-header-field": "Add a row with {key} and its value to the table report.",
    "missing-header-field/near": "Add a row to the table report: {key} and its value, perhaps “{near}”.",
    "missing-header-field/date": "Add a row with date and its value, such as 2025-10-14, to the table report, or give it with --date.",
    "document-number/other": "Change year and quarter of the number to {period}, or the period in the table report.",
    "web-residue": f"Remove it; if it is meant, say why in columns {_WAIVER_EN} (rows in the table report).",
    "waiver-without-reason": f"Fill in the reason: {_WAIVER_EN} go together.",
    "empty-section": f"Add {{key}}; if there is nothing to say, give empty-section and the reason as {_WAIVER_EN} in the table "
    "report.",
    "request-mismatch/not-planned": "The plan needs no {name}: fill it in in the table plans, or remove the ask.",
    "request-mismatch/not-asked": "The plan needs it, but nobody asks: add a row with {plan} and {name} to the table asks, or "
    f"remove it from the plan; if it needs no approval, write request-mismatch and why into {_WAIVER_EN} of the plan.",
    "plan-without-resources": "Fill in what it needs, such as 预算 48万元, in the table plans; if it needs nothing, write "
    f"plan-without-resources and why into {_WAIVER_EN}.",
    "not-a-figure/ratio": "Put 1 on the left, as in 1:4.5, or name the sides in the column ratio: 投入：产出.",
    "empty-scale": "Check the column scale, as in 1-5.",
    "missing-facet/value": "Add {needs}; write XX while it is due, 不适用 where there is none; "
    + _FOR_CHECKS_EN,
    "impossible-nps/percent": "Put 点 for %: points in the column kind, 点 in unit, {number} in value.",
    "benchmark-claim/none": "The metric has no benchmark: fill the columns benchmark and benchmark.source, or drop the sentence.",
    "not-significant/none": "Fill the columns experiment.control.n, experiment.control.hits and those of experiment.variant, "
    "or do not name a test.",
    "unclear-polarity": "Say which in the column polarity: higher or lower.",
    "mixed-units": "Move “{metric}” to a chart of its own, or give the chart the kind bar_line to draw it as a line on the "
    "second axis.",
    "unknown-style/none-given": "Add --style memo to the command, or a row with style and memo to the table report.",
    "shares-do-not-add-up/short": "Check the shares, or add a row to the table breakdown: name 其他, share {rest}.",
    "series-mismatch/agg": "By {agg} it fits: write {agg} in the column agg of the metric, or else {typed}.",
    "incomplete-lifecycle/missing": "The stage {stage} is missing: add a row to the table stages, or change "
    "framework.model in the table report.",
    "wrong-effort-unit/fraction": "People are whole: round them, or fill in the column of work, such as 30人天.",
    "lingering-problem": "Say in the column text why it is not solved, or correct the columns since and status.",
}

_HELP = {Language.ZH: _ZH, Language.EN: _EN}


def help_in_tables(code: str, help_key: str, language: Language) -> str:
    """The help line of a finding in tables; empty where its own line says it as well."""
    return _HELP[language].get(f"{code}/{help_key}" if help_key else code, "")
