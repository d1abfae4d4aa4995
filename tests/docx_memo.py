"""A memo as its tree, with everything the Word writer is asked to write."""

import datetime

from opsreport.document import (
    Align,
    Block,
    Box,
    Break,
    Cell,
    Column,
    Document,
    Emphasis,
    Field,
    Heading,
    Inline,
    Link,
    Listing,
    Mark,
    Meta,
    Numerals,
    Paragraph,
    Particulars,
    Series,
    Strong,
    Table,
    Text,
    numbered,
)

SERIES = (
    Series("part", 1, "第%部分"),
    Series("module", 2, "模块%"),
    Series("plan", 2, "规划%"),
    Series("step", 3, "（%）", Numerals.DECIMAL),
)

META = Meta(
    title="2025年第三季度内容生态工作汇报与第四季度资源申请",
    author="内容运营部",
    organisation="云溪社区",
    subject="备忘录",
    keywords=("内容生态", "2025年第三季度"),
    date=datetime.date(2025, 10, 14),
    running_left="云溪社区　内容运营部",
    running_right="YX-NR-2025-Q3-003",
)


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Mark("label", words(f"{label}：")), Field("goal", words(text))))


def point(title: str, text: str) -> tuple[Block, ...]:
    return (Paragraph((Strong(words(title)), Text(f"：{text}"))),)


def rise(text: str) -> Cell:
    return Cell(words(f"▲{text}"), role="rise")


def fall(text: str) -> Cell:
    return Cell(words(f"▼{text}"), role="fall")


def metrics(rows: tuple[tuple[Cell | str, ...], ...], caption: str = "") -> Table:
    titles = ("指标", "本期", "上期", "目标", "完成率", "环比")
    body = tuple(
        tuple(
            cell if isinstance(cell, Cell) else Cell(words(cell), head=place == 0)
            for place, cell in enumerate(row)
        )
        for row in rows
    )
    return Table(
        columns=(Column(3), *(Column(1.2, Align.END) for _ in titles[2:]), Column(1.8, Align.END)),
        head=(tuple(Cell(words(title), head=True) for title in titles),),
        body=body,
        caption=words(caption) if caption else (),
        role="metrics",
    )


def module(name: str, english: str, goal: str, *rest: Block) -> tuple[Block, ...]:
    title = (Text(name), Mark("quiet", words(f"（{english}）")))
    return (Heading(2, title, series="module"), labelled("目标", goal), *rest)


def results(*sentences: str) -> Listing:
    return Listing(tuple((Paragraph(words(sentence)),) for sentence in sentences))


HEAD: tuple[Block, ...] = (
    Paragraph((Text("云溪社区"), Mark("quiet", words("　内部"))), "masthead"),
    Paragraph(words("备忘录"), "title"),
    Particulars(
        tuple(
            (words(label), words(value))
            for label, value in (
                ("致", "公司经营管理委员会"),
                ("发件人", "内容运营部"),
                ("主题", "2025年第三季度内容生态工作汇报与第四季度资源申请"),
                ("编号", "YX-NR-2025-Q3-003"),
                ("日期", "2025年10月14日"),
            )
        )
    ),
    Box(
        (
            Paragraph(
                (
                    Mark("label", words("摘要：")),
                    Text(
                        "三季度，内容运营部围绕“提质量、保安全、育作者”三项目标推进五个模块的工作。本备忘录依次报告各模块"
                        "结果、目前的四个主要问题，以及四季度三项计划和所需资源，请予审阅。"
                    ),
                ),
                "abstract",
            ),
        ),
        "abstract-box",
    ),
)

MODULES: tuple[Block, ...] = (
    Heading(1, words("三季度重点模块执行情况"), series="part", anchor="part_1"),
    *module(
        "内容生产与引入",
        "Content Production & Acquisition",
        "扩大供给，提高优质内容比重。",
        Heading(3, words("执行摘要")),
        Listing(
            (
                point(
                    "机构内容（PGC）",
                    "与18家头部机构签约，上线独家专栏9个，累计产出优质文章640篇、视频215条。重点栏目《城南观察》"
                    "《边界研究所》的平均阅读量比平台基线高35.0%。",
                ),
                point(
                    "用户内容（UGC）",
                    "开展#我和我的巷子#、#一日店长#等4个征稿活动，收到投稿3.6万篇，从中扶持潜力作者57名。",
                ),
                point("AI辅助（AIGC）", "在天气、赛事快讯中内测辅助写作，初步测试显示生产效率提高约35%。"),
            )
        ),
        Heading(3, words("量化成果")),
        results("平台日均新增内容环比增长9.5%；", "优质内容占比从12.4%提升至15.1%。"),
        metrics(
            (
                ("平台日均新增内容（篇）", "48,300", "44,100", "——", "——", rise("9.5%")),
                ("优质内容占比", "15.1%", "12.4%", "15.0%", "100.7%", rise("2.7个百分点")),
                ("栏目平均阅读量（次）", "18,900", "——", "——", "——", "——"),
            ),
            "表1　内容生产与引入主要指标",
        ),
    ),
    *module(
        "内容审核与风控",
        "Content Moderation & Risk Control",
        "守住合规底线，减少误伤。",
        Heading(3, words("执行摘要")),
        Listing(
            (
                point("两级审核", "机器先审、人工复审：91.5%的明确违规由机器拦截，人工集中处理疑难件。"),
                point("队伍培训", "完成6轮政策与准则培训，更新操作手册，统一尺度。"),
            )
        ),
        Heading(3, words("量化成果")),
        results(
            "机器审核准确率达到97.2%；",
            "人工平均审核时长环比缩短15.0%；",
            "违规内容投诉率从0.50‰降至0.42‰，环比下降16.0%（下降0.08个千分点）。",
        ),
        metrics(
            (
                ("机器审核准确率", "97.2%", "——", "97.0%", "100.2%", "——"),
                ("人工平均审核时长（秒）", "34", "40", "——", "——", fall("15.0%")),
                ("违规内容投诉率", "0.42‰", "0.50‰", "——", "——", fall("16.0%")),
            ),
        ),
        Paragraph(words("注：投诉率以当期曝光内容为分母。"), "note"),
    ),
    *module(
        "用户互动与社区氛围",
        "User Engagement & Community Vibe",
        "让讨论更多、更友善。",
        Listing(
            (
                point("评论区治理", "上线精选评论，处置引战账号。"),
                (
                    *point("新组件", "推出两种互动组件："),
                    Listing(
                        (
                            (Paragraph(words("观点投票；")),),
                            (Paragraph(words("双方辩题。")),),
                        ),
                        ordered=True,
                        role="numbered-list",
                    ),
                    Paragraph(words("两种组件都由编辑带头试用。")),
                ),
            )
        ),
        Paragraph(
            (
                Text("详见"),
                Link("https://example.com/社区/规范?a=1&b=2", words("社区规范")),
                Text("，其中"),
                Emphasis(words("不得引战")),
                Text("一条尤须遵守；负责人"),
                Mark("slot", words("XX")),
                Text("。"),
                Break(),
                Text("本段另起一行。"),
            )
        ),
    ),
)

PROBLEMS: tuple[Block, ...] = (
    Heading(1, words("问题分析与挑战"), series="part"),
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
                (
                    "同题内容偏多",
                    "高",
                    "内容策划组",
                    "热点出现后三小时内相似稿件占比偏高，独家深度稿不足。",
                ),
                (
                    "腰部作者缺少支持",
                    "高",
                    "作者运营组",
                    "资源向头部与新手两端集中，中间层月更篇数下滑。",
                ),
                (
                    "运营判断难以进入模型",
                    "中",
                    "分发策略组",
                    "运营意见多为定性描述，算法组难以转成特征。",
                ),
                (
                    "商业内容与氛围的平衡",
                    "中",
                    "社区治理组",
                    "付费与带货内容增加后，评论区出现疲劳反馈。",
                ),
            )
        ),
        ordered=True,
        role="numbered-list",
    ),
)


def plan(title: str, goal: str, action: str, resources: str, owner: str) -> tuple[Block, ...]:
    return (
        Heading(2, words(title), series="plan"),
        labelled("目标", goal),
        labelled("行动", action),
        labelled("资源需求", resources),
        Paragraph(words(f"责任人：{owner}　完成时间：2025年12月31日"), "note"),
    )


PLANS: tuple[Block, ...] = (
    Heading(1, words("四季度工作规划与资源需求"), series="part"),
    *plan(
        "深度内容共建",
        "四季度上线不少于60篇独家深度稿，优质内容占比提高到17%。",
        "成立专项组，在6个垂直领域定向约请专家，并设立长篇纪实奖励。",
        "专项内容合作预算48万元。",
        "内容策划组",
    ),
    *plan(
        "腰部作者加速",
        "帮助100名腰部作者的月均阅读量翻一番。",
        "一对一辅导、定向流量与优先商单，每月两次线上或线下交流。",
        "增配作者运营专员2名。",
        "作者运营组",
    ),
    *plan(
        "人机分发联合试验",
        "形成可复用的运营特征库，完成不少于8组A/B测试。",
        "与算法组设联合小组，每周一组试验，比较兴趣探索与收敛的配比、关系链权重。",
        "算法组120人天。",
        "分发策略组",
    ),
)

REQUEST: tuple[Block, ...] = (
    Heading(1, words("请求批示")),
    Box(
        (
            Paragraph(words("请审阅以上汇报，并就四季度三项计划及资源需求予以批示。")),
            Listing(
                (
                    (Paragraph(words("规划一“深度内容共建”：专项内容合作预算48万元；")),),
                    (Paragraph(words("规划二“腰部作者加速”：作者运营专员2名；")),),
                    (Paragraph(words("规划三“人机分发联合试验”：算法组120人天。")),),
                ),
                ordered=True,
                role="numbered-list",
            ),
            labelled("请于以下日期前批复", "2025年10月24日。"),
        ),
        "request",
    ),
    Paragraph(words("内容运营部"), "closing"),
    Paragraph(words("2025年10月14日"), "closing"),
)


def memo(meta: Meta = META, extra: tuple[Block, ...] = ()) -> Document:
    """The memo, followed by other blocks where a test needs them."""
    blocks = (*HEAD, *MODULES, *PROBLEMS, *PLANS, *REQUEST, *extra)
    return Document(meta, numbered(blocks, SERIES), SERIES)
