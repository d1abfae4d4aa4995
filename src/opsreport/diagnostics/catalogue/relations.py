"""The words of findings about problems, metrics, projects and stages that should fit each other."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

RELATIONS: tuple[Code, ...] = (
    Code(
        "problem-without-owner",
        Severity.WARNING,
        Words(
            "“{problem}”没有责任人",
            "请写上 owner，如 owner: 客户服务部；已经解决的问题写 status: closed。",
            "问题（专题报告里是反思）没有人负责，下一期多半还在。",
        ),
        Words(
            "nobody answers for “{problem}”",
            "Add an owner, as in owner: 客户服务部; a problem that is solved takes status: closed.",
            "A problem (in a topic report a reflection) that nobody answers for is mostly still there next time.",
        ),
    ),
    Code(
        "problem-without-plan",
        Severity.WARNING,
        Words(
            "没有一项规划针对问题“{problem}”",
            "请在解决它的那项规划里写 addresses: [{name}]，或者补一项规划；已经解决的写 status: closed。",
            "提出的问题要有举措来解决，读报告的人第一个问的就是“打算怎么办”。",
        ),
        Words(
            "no plan addresses the problem “{problem}”",
            "Write addresses: [{name}] in the plan that solves it, or add one; a solved problem takes status: closed.",
            "A problem that is raised needs a plan: “what will you do about it” is what its reader asks first.",
        ),
    ),
    Code(
        "late-remedy",
        Severity.WARNING,
        Words(
            "问题“{problem}”严重程度为高，针对它的规划到 {due} 才完成，晚于{next}（至 {end}）",
            "请提前完成时间，或者先安排一项{next}内见效的规划；问题不严重的，请改 severity。",
            "严重的问题应当在下一期之内解决，否则下一份报告还得再写一遍。",
        ),
        Words(
            "“{problem}” is grave, yet its plan is due on {due}, after the next period (until {end})",
            "Bring the date forward, add a plan that helps sooner, or lower the severity.",
            "A grave problem should be solved within the next period, or the next report has to tell of it again.",
        ),
    ),
    Code(
        "lingering-problem",
        Severity.INFO,
        Words(
            "问题“{problem}”从{since}拖到现在",
            "请在 text 里说明为什么还没有解决，或者改 since、status。",
            "跨期的问题要交代进展，免得年年照抄。",
        ),
        Words(
            "“{problem}” has been there since {since}",
            "Say in its text why it is not solved, or correct since or status.",
            "A problem that outlives its period needs a word on what has been done about it.",
        ),
    ),
    Code(
        "missed-target-unexplained",
        Severity.WARNING,
        Words(
            "“{metric}”没有达到目标（{told}），问题里没有提到它",
            "请在说明原因的那个问题里写 metrics: [{name}]，或者补一个问题。",
            "没有完成的目标要在问题部分交代原因，否则领导看到数字只会自己去问。只用于核对的指标写 hidden: true。",
        ),
        Words(
            "“{metric}” missed its target ({told}), and no problem names it",
            "Write metrics: [{name}] in the problem that explains it, or add one.",
            "A target that was missed is explained among the problems; otherwise its reader has to ask. A metric for checks "
            "only takes hidden: true.",
        ),
    ),
    Code(
        "adverse-move-unexplained",
        Severity.WARNING,
        Words(
            "“{metric}”变差了（{told}），问题里没有提到它",
            "请在说明原因的那个问题里写 metrics: [{name}]，或者补一个问题；方向判断反了的，请改 polarity。",
            "变差的幅度超过持平的界限（options.flat）就要交代原因。有同比的看同比，没有的看上期；有起点的看起点。",
        ),
        Words(
            "“{metric}” changed for the worse ({told}), and no problem names it",
            "Write metrics: [{name}] in the problem that explains it, or add one; if it is good news, correct polarity.",
            "A move for the worse beyond what counts as flat (options.flat) needs a reason. It is judged against last year, "
            "against the period before only where last year is not known, and against its start.",
        ),
    ),
    Code(
        "project-without-result",
        Severity.WARNING,
        Words(
            "项目“{project}”的成果里没有该有的数字",
            "请在 results 里写上带数字的成果，如 - {{metric: 指标编号}}。",
            "项目要用数字说明做成了什么；目标里说要改善的指标，成果里应当有它的结果。",
            {
                "none": "项目没有写成果：请写上 results，其中至少一条带数字，如 - {{metric: 指标编号}}。",
                "goal": "目标里说要改善“{metric}”，成果里没有它：请在 results 里加上 - {{metric: {name}}}。",
            },
        ),
        Words(
            "the results of the project “{project}” lack a figure that belongs there",
            "Add a result with a figure under results, as in - {{metric: its id}}.",
            "Figures say what a project achieved; of a metric that its goal wants to move, the results should tell.",
            {
                "none": "The project has no results: add some, one at least with a figure, as in - {{metric: its id}}.",
                "goal": "The goal wants to move “{metric}”, and no result tells of it: add - {{metric: {name}}} to results.",
            },
        ),
    ),
    Code(
        "incomplete-lifecycle",
        Severity.WARNING,
        Words(
            "生命周期在“{stage}”这里不完整",
            "请补齐各阶段的举措与指标。",
            "AARRR 的五段是获客、激活、留存、营收、自传播，依次写全；每一段都要有举措和衡量它的指标，每条成果都要归到一段。",
            {
                "missing": "缺少“{stage}”这一段：请在 stages 里补上，或者改 framework 的 model。",
                "empty": "这一段没有举措：请写上 measures。",
                "unmeasured": "这一段没有指标：请写上 metrics: [指标编号]。",
                "order": "次序应当是{order}：请调整 stages 的次序。",
                "outcome": "这条成果没有归到阶段：请写上 stage: 阶段编号。",
            },
        ),
        Words(
            "the life cycle is incomplete at “{stage}”",
            "Give each stage its measures and metrics.",
            "The five stages of AARRR are acquisition, activation, retention, revenue and referral, in this order; each has "
            "measures and a metric, and each outcome belongs to a stage.",
            {
                "missing": "The stage {stage} is missing: add it to stages, or change the framework's model.",
                "empty": "The stage has no measures: add them.",
                "unmeasured": "The stage has no metric: add metrics: [its id].",
                "order": "The order should be {order}: rearrange the stages.",
                "outcome": "The outcome belongs to no stage: add stage: its id.",
            },
        ),
    ),
)
