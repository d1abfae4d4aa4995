"""The text of the reference document: a small report that shows each style under its name.

None of it gets into a report; staff click a line, see its style's name and change the look there.
"""

from decimal import Decimal

from opsreport.document import (
    Align,
    Block,
    Box,
    Cell,
    Chart,
    ChartKind,
    ChartPoint,
    ChartSeries,
    Column,
    Contents,
    Document,
    Footnote,
    Heading,
    Inline,
    Link,
    Listing,
    Mark,
    Meta,
    PageBreak,
    Paragraph,
    Particulars,
    Series,
    Table,
    Text,
    numbered,
)
from opsreport.document.captions import captioned

_NUMBERING = (Series("part", 1, "%、"), Series("section", 2, "（%）"))


def _words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def _said(text: str, role: str = "body") -> Paragraph:
    return Paragraph(_words(text), role)


def _heading(level: int, text: str, series: str = "") -> Heading:
    return Heading(level, _words(text), series, anchor=f"sample-{text}")


_HOW_TO: tuple[Block, ...] = (
    _said(
        "这份文件决定报告在 Word 里的样子。单击一行，“开始 → 样式”里会选中它的样式；右击选“修改”，可改字体、"
        "字号、颜色和间距。纸张、页边距、页眉、页脚和标志也可以改，标志请插入到页眉里。样式的名称不要改。"
    ),
    _said(
        "改好后保存，用 opsreport build q3.yaml --reference my.docx 生成报告；也可以存为样式文件夹里的 "
        "reference.docx。正文里的文字、表和图只是示例，不会进入报告。"
    ),
    _said(
        "页眉、页脚里的〔页眉左〕〔页眉右〕会换成报告的页眉文字，还可以写〔标题〕〔单位〕〔日期〕。"
        "标题的编号不在这里，由样式的 style.yaml 决定。"
    ),
)

_TEXTS: tuple[Block, ...] = (
    _heading(1, "标题 1（heading 1）", "part"),
    _heading(2, "标题 2（heading 2）", "section"),
    _heading(3, "标题 3（heading 3）"),
    _heading(4, "标题 4（heading 4）"),
    _said("报告导语：本季度收入稳步增长，成本得到控制，两项重点工作按期完成。", "lead"),
    Paragraph(
        (
            Text("报告正文：三季度营业收入 1,280 万元，同比"),
            Mark("rise", _words("上升数值 +6.7%")),
            Text("；投诉量 42 件，同比"),
            Mark("fall", _words("下降数值 −9.1%")),
            Text("。"),
            Mark("label", _words("行内标签：")),
            Text("后面是正文，"),
            Mark("quiet", _words("次要文字")),
            Text("，"),
            Mark("slot", _words("待填")),
            Text("，"),
            Link("https://example.com/", _words("超链接（Hyperlink）")),
            Text("，脚注引用（footnote reference）"),
            Footnote((Text("脚注文本（footnote text）：数据来源于财务系统。"),), 1),
            Text("。"),
        )
    ),
    Listing(
        (
            (_said("报告列表：带项目符号的一项"), _said("报告列表接续：同一项里的第二段")),
            (_said("又一项"), Listing(((_said("第二级"), Listing(((_said("第三级"),),))),))),
        )
    ),
    Listing(
        (
            (_said("报告编号列表：带编号的一项"),),
            (_said("又一项"), Listing(((_said("第二级"),),), ordered=True, role="numbered-list")),
        ),
        ordered=True,
        role="numbered-list",
    ),
)


def _table(role: str, name: str) -> Table:
    heads = ("表头", "本期", "上期", "同比")
    rows = (
        ("表格正文", "1,280 万元", "1,200 万元", "+6.7%"),
        (f"表格样式“{name}”", "46 家", "48 家", "−4.2%"),
    )
    head = tuple(Cell(_words(text), head=True) for text in heads)
    body = tuple((Cell(_words(row[0]), head=True), *(Cell(_words(text)) for text in row[1:])) for row in rows)
    columns = (Column(3), *(Column(1.5, Align.END) for _ in heads[1:]))
    caption, note = _words(f"题注（caption）：{name}"), _words("报告注释：表格下方的说明。")
    return Table(columns, (head,), body, caption, note, role)


def _chart() -> Chart:
    values = (("一季度", "1050"), ("二季度", "1120"), ("三季度", "1280"))
    points = tuple(ChartPoint(Decimal(value), _words(f"{int(value):,}")) for _, value in values)
    return Chart(
        ChartKind.BAR,
        tuple(_words(name) for name, _ in values),
        (ChartSeries(_words("营业收入"), points, "万元"),),
        _words("图题：图在“报告图表”样式的段落里"),
        alt="报告图表：示例柱形图",
    )


_TABLES: tuple[Block, ...] = (
    _heading(1, "表格与图", "part"),
    _table("table", "报告表格"),
    _table("metrics", "指标表"),
    _table("tasks", "任务表"),
    _chart(),
)

_BOXES: tuple[Block, ...] = (
    PageBreak(),
    _heading(1, "框与落款", "part"),
    Box(
        (_said("摘要框，文字用“摘要正文”：收入增长 6.7%，利润率提高 0.8 个百分点。", "abstract"),),
        "abstract-box",
    ),
    Box((_said("请示框，文字用“报告正文”：请批准四季度预算 120 万元。"),), "request"),
    Box((_said("阶段框，文字用“框内正文”：试点期，2025 年 1—3 月。"),), "stage"),
    Box(
        (
            _said("项目框，第一行用“框首”", "lead"),
            _heading(3, "目标"),
            _said("各栏用“框内正文”：年内上线三个区域。"),
            _heading(3, "成果"),
            _said("已上线两个区域。"),
        ),
        "project",
    ),
    _said("落款：运营管理部", "closing"),
    _said("2025 年 10 月 15 日", "closing"),
)

_FRONT: tuple[Block, ...] = (
    PageBreak(),
    Contents(_words("目录标题"), 3),
    PageBreak(),
    Box(
        (
            _said("封面密级", "cover-mark"),
            _said("封面单位", "cover-org"),
            _said("封面期间", "cover-line"),
            _said("封面标题", "cover-title"),
            _said("封面信息", "cover-line"),
            Particulars(
                ((_words("封面项目名"), _words("封面项目值")), (_words("底色"), _words("表格样式“封面”")))
            ),
        ),
        "cover",
    ),
)

_PAGES = {
    "sample-标题 1（heading 1）": 1,
    "sample-标题 2（heading 2）": 1,
    "sample-标题 3（heading 3）": 1,
    "sample-表格与图": 2,
    "sample-框与落款": 3,
    "sample-目标": 3,
    "sample-成果": 3,
}


def sample_report() -> Document:
    """The report that the reference document is."""
    blocks = (
        _said("文头", "masthead"),
        _said("报告标题", "title"),
        Particulars(((_words("文头表"), _words("文头内容")), (_words("用途"), _words("报告的 Word 外观")))),
        *_HOW_TO,
        *_TEXTS,
        *_TABLES,
        *_BOXES,
        *_FRONT,
    )
    meta = Meta("报告样式", running_left="〔页眉左〕", running_right="〔页眉右〕")
    return Document(meta, captioned(numbered(blocks, _NUMBERING)), _NUMBERING)


def sample_pages() -> dict[str, int]:
    """On which page each heading of the sample stands."""
    return _PAGES
