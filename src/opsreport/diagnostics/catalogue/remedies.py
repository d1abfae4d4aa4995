"""The words of findings about plans, goals, resources and requests."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

REMEDIES: tuple[Code, ...] = (
    Code(
        "plan-without-resources",
        Severity.WARNING,
        Words(
            "规划“{plan}”没有写需要什么资源",
            "请写上 resources，如 resources: {{budget: 48万元}}；不另要资源的，请在这项规划下写 "
            "lint: {{ignore: [{{code: plan-without-resources, why: 本部门自行投入}}]}}。",
            "备忘录用来申请资源，没有写资源的规划批不下任何东西，所以是警告；其他样式里只作提示。",
        ),
        Words(
            "the plan “{plan}” does not say what it needs",
            "Add resources, as in resources: {{budget: 48万元}}; if it needs none, add to the plan "
            "lint: {{ignore: [{{code: plan-without-resources, why: 本部门自行投入}}]}}.",
            "A memo asks for resources, and a plan without any gets nothing granted: a warning there, elsewhere a note.",
        ),
    ),
    Code(
        "plan-without-problem",
        Severity.WARNING,
        Words(
            "规划“{plan}”没有针对任何问题",
            "请写上 addresses: [问题编号]；它要解决的问题还没有写的，请补上。",
            "规划从问题来：看不出解决什么问题的规划，领导会问为什么要做。",
            {"none": "数据包里还没有问题：请写上它要解决的问题，再写 addresses: [问题编号]。"},
        ),
        Words(
            "the plan “{plan}” addresses no problem",
            "Add addresses: [id of the problem]; if that problem is not written down, do so.",
            "Plans come from problems: where none can be seen, its reader asks what the plan is for.",
            {
                "none": "The bundle has no problems yet: write down what the plan solves, then addresses: [its id]."
            },
        ),
    ),
    Code(
        "vague-plan",
        Severity.WARNING,
        Words(
            "“{plan}”还不具体，缺少{lacking}",
            "请补上{lacking}。",
            "规划要说清谁来做、何时做完、做到多少：责任人（owner）、完成时间（due），以及目标里的一个数或对应的目标（goals）。"
            "目标（goals）本身要有目标值。",
            {
                "owner": "请写上 owner，如 owner: 内容策划组。",
                "due": "请写上 due，如 due: 2025-12-31。",
                "measure": "请在 goal 或 text 里写明做到多少，或者写上 goals: [目标编号]。",
                "goal": "请写上 target_value、target_growth 或 target_change，如 target_growth: 18。",
            },
        ),
        Words(
            "“{plan}” is vague: it lacks {lacks}",
            "Add {lacks}.",
            "A plan says who does it, until when and how much: an owner, a due date, and a figure in its goal or text or a "
            "goal it is tied to. A goal has a target.",
            {
                "owner": "Add an owner, as in owner: 内容策划组.",
                "due": "Add a due date, as in due: 2025-12-31.",
                "measure": "Say in goal or text how much is to be reached, or add goals: [id of the goal].",
                "goal": "Add target_value, target_growth or target_change, as in target_growth: 18.",
            },
        ),
    ),
    Code(
        "conflicting-goals",
        Severity.WARNING,
        Words(
            "“{goal}”的目标是{told}，与“{other}”的目标{against}对不上",
            "请统一为一个目标；范围或时限不同的，请写上 scope 或 due。",
            "同一个指标的两个目标换算到同一水平（本期值×（1＋增幅）、本期值＋变动）后应当一致。",
            {"itself": "同一个目标写了两个对不上的目标值：请只留一个，或者改成一致。"},
        ),
        Words(
            "“{goal}” aims at {told}, “{other}” at {against}",
            "Agree on one goal; if scope or date differ, add scope or due.",
            "Two goals on one metric should lead to one level: the value times (1 + growth), or the value plus the change.",
            {"itself": "One goal has two targets that differ: leave one, or make them agree."},
        ),
    ),
    Code(
        "request-mismatch",
        Severity.ERROR,
        Words(
            "请示的{resource}与规划对不上：{told}",
            "请让规划的资源需求与请示事项一致。",
            "请示事项逐项来自规划的资源需求：要了规划里没有的，领导无从批起；规划里写了却没有要，资源就批不下来；"
            "请求里写的总数要等于各项之和。",
            {
                "not-planned": "规划里没有写{resource}：请在它的 resources 下补上 {name}，或者删去这一事项。",
                "not-asked": "规划写了{resource}，请示事项里却没有：请在 asks 下补上 {{plan: {plan}, resource: {name}}}，"
                "或者从规划里删去；不必批示的，请在规划下写 "
                "lint: {{ignore: [{{code: request-mismatch, why: 本部门自行投入}}]}}。",
                "total": "各项规划的{resource}合起来是 {total}：请改成 {total}，或者改规划里的数。",
            },
        ),
        Words(
            "the {name} asked for and the {name} planned do not agree: {told}",
            "Let the resources of the plans and the asks agree.",
            "Asks are the resources of the plans, one by one: what no plan needs cannot be granted, and what is not asked "
            "for will not be. A total in the words of the request is the sum of the parts.",
            {
                "not-planned": "The plan needs no {name}: add it under its resources, or remove the ask.",
                "not-asked": "The plan needs it, but nobody asks: add {{plan: {plan}, resource: {name}}} to asks, or remove "
                "it from the plan; if it needs no approval, add to the plan "
                "lint: {{ignore: [{{code: request-mismatch, why: 本部门自行投入}}]}}.",
                "total": "The plans come to {total}: write {total}, or correct the plans.",
            },
        ),
    ),
    Code(
        "wrong-effort-unit",
        Severity.ERROR,
        Words(
            "“{text}”不能用来计人数或工作量",
            "请写成人天，如 120人天。",
            "工作量按“人天、人月”计，是人数乘以天数；“人/天”是每天多少人，说不出总量。人数按整人计。",
            {
                "headcount": "增配人数以人计：请写成 2人，或者只写数字。",
                "effort": "投入的工作量请写成 120人天 这样，也可以用人月。",
                "fraction": "人数要是整数：请写成整人，或者改用工作量，如 effort: 30人天。",
            },
        ),
        Words(
            "neither people nor their work are counted in “{text}”",
            "Write person-days, as in 120人天.",
            "Work is counted in 人天 or 人月, people times days; 人/天 is people each day and says nothing of the total. "
            "People come whole.",
            {
                "headcount": "People are counted in 人: write 2人, or the number alone.",
                "effort": "Write the work as 120人天, or in 人月.",
                "fraction": "People are whole: round them, or give the work instead, as in effort: 30人天.",
            },
        ),
    ),
)
