"""The memo of the third quarter as a document tree, built by hand: what the writers are looked at with."""

import datetime

from opsreport.document import (
    Align,
    Block,
    Box,
    Cell,
    Column,
    Document,
    Field,
    Heading,
    Inline,
    Listing,
    Mark,
    Meta,
    Paragraph,
    Particulars,
    Series,
    Strong,
    Table,
    Text,
    numbered,
)

NUMBERING = (Series("part", 1, "第%部分"), Series("module", 2, "模块%"), Series("plan", 2, "规划%"))


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def said(text: str, role: str = "body") -> Paragraph:
    return Paragraph(words(text), role)


def labelled(label: str, text: str, role: str = "body") -> Paragraph:
    return Paragraph((Mark("label", words(f"{label}：")), Field(label, words(text))), role)


def point(title: str, text: str) -> tuple[Block, ...]:
    return (Paragraph((Strong(words(title)), Text("："), Field(title, words(text)))),)


def metrics(heads: str, *rows: tuple[str, ...]) -> Table:
    titles = ("指标", *heads.split())
    columns = (Column(3), *(Column(1.2 if title != "环比" else 1.6, Align.END) for title in titles[1:]))
    head = tuple(Cell(words(title), head=True) for title in titles)
    body = tuple((Cell(words(name), head=True), *map(metric_cell, cells)) for name, *cells in rows)
    return Table(columns, (head,), body, role="metrics")


def metric_cell(text: str) -> Cell:
    role = {"+": "rise", "−": "fall", "—": "quiet"}.get(text[0], "")
    return Cell(words(text), role=role)


def module(
    name: str,
    name_en: str,
    goal: str,
    summary: tuple[tuple[str, str], ...],
    results: tuple[str, ...],
    table: Table,
) -> tuple[Block, ...]:
    return (
        Heading(2, (Text(name), Mark("quiet", words(f"（{name_en}）"))), "module"),
        labelled("目标", goal),
        Heading(3, words("执行摘要")),
        Listing(tuple(point(title, text) for title, text in summary)),
        Heading(3, words("量化成果")),
        Listing(tuple((said(text),) for text in results)),
        table,
    )


def plan(title: str, goal: str, action: str, resources: str, facts: str) -> tuple[Block, ...]:
    return (
        Heading(2, words(title), "plan"),
        labelled("目标", goal),
        labelled("行动", action),
        labelled("资源需求", resources),
        said(facts, "note"),
    )


MASTHEAD: tuple[Block, ...] = (
    Paragraph((Text("云溪社区"), Mark("quiet", words("内部资料"))), "masthead"),
    said("备忘录", "title"),
    Particulars(
        (
            (words("致"), words("公司经营管理委员会")),
            (words("发件人"), words("内容运营部")),
            (words("主题"), words("2025年第三季度内容生态工作汇报与第四季度资源申请")),
            (words("编号"), words("YX-NR-2025-Q3-003")),
            (words("期间"), words("2025年第三季度")),
            (words("日期"), words("2025年10月14日")),
        )
    ),
    Box(
        (
            labelled(
                "摘要",
                "三季度，内容运营部围绕“提质量”“保安全”“育作者”三项目标推进五个模块的工作。本备忘录依次报告"
                "各模块结果、目前的四个主要问题，以及四季度三项计划和所需资源，请予审阅。",
                "abstract",
            ),
        ),
        "abstract-box",
    ),
)

MODULES: tuple[Block, ...] = (
    Heading(1, words("季度核心工作模块执行情况"), "part"),
    *module(
        "内容生产与引入",
        "Content Production & Acquisition",
        "扩大供给，提高优质内容比重。",
        (
            (
                "机构内容（PGC）",
                "与18家头部机构签约，上线独家专栏9个，累计产出优质文章640篇、视频215条。重点栏目《城南观察》"
                "《边界研究所》的平均阅读量18,900次，比平台基线高35.0%。",
            ),
            (
                "用户内容（UGC）",
                "开展#我和我的巷子#、#一日店长#等4个征稿活动，收到投稿3.6万篇，从中扶持潜力作者57名。",
            ),
            ("AI辅助（AIGC）", "在天气、赛事快讯中内测辅助写作，初步测试显示生产效率提高约35%。"),
        ),
        ("平台日均新增内容48,300篇，环比增长9.5%；", "优质内容占比从二季度的12.4%提升至15.1%。"),
        metrics(
            "本期 上期 环比",
            ("平台日均新增内容（篇）", "48,300", "44,100", "+9.5%"),
            ("优质内容占比（%）", "15.1", "12.4", "+2.7个百分点"),
        ),
    ),
    *module(
        "内容审核与风控",
        "Content Moderation & Risk Control",
        "守住合规底线，减少误伤。",
        (
            ("两级审核", "机器先审、人工复审：91.5%的明确违规由机器拦截，人工集中处理疑难件。"),
            ("队伍培训", "完成6轮政策与准则培训，更新操作手册，统一尺度。"),
        ),
        (
            "机器审核准确率达到97.2%；",
            "人工平均审核时长34秒，环比缩短15.0%；",
            "违规内容投诉率从0.50‰降至0.42‰，环比下降16.0%（下降0.08个千分点）。",
        ),
        metrics(
            "本期 上期 目标 环比",
            ("机器审核准确率（%）", "97.2", "——", "97.0", "——"),
            ("人工平均审核时长（秒）", "34", "40", "——", "−15.0%"),
            ("违规内容投诉率（‰）", "0.42", "0.50", "——", "−16.0%"),
        ),
    ),
    *module(
        "内容分发与推荐",
        "Content Distribution & Recommendation",
        "让合适的内容更快到达合适的人。",
        (
            ("与算法组协作", "每周一次例会，共同调整新内容起量模型与兴趣扩展模型。"),
            ("热点干预", "建立一小时响应机制，用置顶与专题放大优质内容。"),
            ("站外分发", "向知识社区与社交平台输出精选内容，初步测试带来日均5,200次新增访问。"),
        ),
        (
            "人均每日内容消费时长42.5分钟，环比增加4.5分钟；",
            "内容点击率（CTR）8.4%，环比提高0.7个百分点；",
            "个性化推荐贡献的阅读占比达到63.8%。",
        ),
        metrics(
            "本期 上期 环比",
            ("人均每日内容消费时长（分钟）", "42.5", "38.0", "+4.5分钟"),
            ("内容点击率（CTR）（%）", "8.4", "7.7", "+0.7个百分点"),
            ("个性化推荐贡献的阅读占比（%）", "63.8", "——", "——"),
        ),
    ),
    *module(
        "用户互动与社区氛围",
        "User Engagement & Community Vibe",
        "让讨论更多、更友善。",
        (
            ("评论区治理", "上线精选评论，处置引战账号。"),
            ("新组件", "推出观点投票与双方辩题两种互动组件。"),
            ("官方话题", "每天发起5个话题，由编辑带头参与。"),
        ),
        (
            "人均评论数、点赞数、分享数环比分别增长12.7%、10.7%和8.9%；",
            "社区氛围满意度从3.9分提升至4.2分（5分制）。",
        ),
        metrics(
            "本期 上期 环比",
            ("人均评论数（条）", "2.30", "2.04", "+12.7%"),
            ("人均点赞数（次）", "9.10", "8.22", "+10.7%"),
            ("人均分享数（次）", "0.86", "0.79", "+8.9%"),
            ("社区氛围满意度（分）", "4.2", "3.9", "+0.3分"),
        ),
    ),
    *module(
        "创作者生态",
        "Creator Ecosystem",
        "让作者留得下、长得快。",
        (
            ("等级体系", "按质量、活跃与影响力设五级成长阶梯，从“见习”到“首席”。"),
            ("作者课堂", "开设写作、剪辑、规则与选题四门线上课。"),
            ("变现拓展", "在广告分成之外新增付费专栏与内容带货两种方式，26位头部作者参加内测。"),
        ),
        (
            "核心作者数量1,314名，环比增长11.4%（月产出不少于8篇优质内容）；",
            "核心作者月度留存率稳定在88.6%。",
        ),
        metrics(
            "本期 上期 环比",
            ("核心作者数量（名）", "1,314", "1,180", "+11.4%"),
            ("核心作者月度留存率（%）", "88.6", "88.3", "+0.3个百分点"),
        ),
    ),
)

PROBLEMS: tuple[Block, ...] = (
    Heading(1, words("问题分析与挑战"), "part"),
    Listing(
        tuple(
            (
                Paragraph(
                    (
                        Strong(words(title)),
                        Mark("quiet", words(f"（严重程度：{severity}；责任人：{owner}）")),
                        Text(f"：{text}"),
                    )
                ),
            )
            for title, severity, owner, text in (
                ("同题内容偏多", "高", "内容策划组", "热点出现后三小时内相似稿件占比偏高，独家深度稿不足。"),
                ("腰部作者缺少支持", "高", "作者运营组", "资源向头部与新手两端集中，中间层月更篇数下滑。"),
                ("运营判断难以进入模型", "中", "分发策略组", "运营意见多为定性描述，算法组难以转成特征。"),
                ("商业内容与氛围的平衡", "中", "社区治理组", "付费与带货内容增加后，评论区出现疲劳反馈。"),
            )
        ),
        ordered=True,
        role="numbered-list",
    ),
)

PLANS: tuple[Block, ...] = (
    Heading(1, words("下季度工作规划与资源需求"), "part"),
    *plan(
        "深度内容共建",
        "四季度上线不少于60篇独家深度稿，优质内容占比提高到17%。",
        "成立专项组，在6个垂直领域定向约请专家，并设立长篇纪实奖励。",
        "预算48万元（专项内容合作）。",
        "针对问题：同题内容偏多　责任人：内容策划组　完成时间：2025年12月31日",
    ),
    *plan(
        "腰部作者加速",
        "帮助100名腰部作者的月均阅读量翻一番。",
        "一对一辅导、定向流量与优先商单，每月两次线上或线下交流。",
        "增配作者运营专员2名。",
        "针对问题：腰部作者缺少支持、商业内容与氛围的平衡　责任人：作者运营组　完成时间：2025年12月31日",
    ),
    *plan(
        "人机分发联合试验",
        "形成可复用的运营特征库，完成不少于8组A/B测试。",
        "与算法组设联合小组，每周一组试验，比较兴趣探索与收敛的配比、关系链权重。",
        "算法组120人天。",
        "针对问题：运营判断难以进入模型　责任人：分发策略组　完成时间：2025年12月31日",
    ),
)

REQUEST: tuple[Block, ...] = (
    Heading(1, words("请求批示")),
    Box(
        (
            said("请审阅以上汇报，并就四季度三项计划及资源需求予以批示。"),
            Listing(
                (
                    (said("规划一“深度内容共建”：预算48万元；"),),
                    (said("规划二“腰部作者加速”：增配作者运营专员2名；"),),
                    (said("规划三“人机分发联合试验”：算法组120人天。"),),
                ),
                ordered=True,
                role="numbered-list",
            ),
            labelled("合计", "48万元、2名、120人天。"),
            labelled("请于以下日期前批复", "2025年10月24日。"),
        ),
        "request",
    ),
    said("内容运营部", "closing"),
    said("2025年10月14日", "closing"),
)


def sample_memo(*, draft: bool = False) -> Document:
    meta = Meta(
        title="2025年第三季度内容生态工作汇报与第四季度资源申请",
        author="内容运营部",
        organisation="云溪社区",
        subject="备忘录",
        keywords=("2025年第三季度", "内容生态"),
        date=datetime.date(2025, 10, 14),
        running_left="云溪社区　内容运营部",
        running_right="YX-NR-2025-Q3-003",
        draft=draft,
    )
    blocks = (*MASTHEAD, *MODULES, *PROBLEMS, *PLANS, *REQUEST)
    return Document(meta, numbered(blocks, NUMBERING), NUMBERING)
