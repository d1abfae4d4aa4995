"""Charts of every kind and of every awkwardness, for the tests; `python tests/chart_gallery.py FOLDER` draws them."""

import sys
from decimal import Decimal
from pathlib import Path

from opsreport.charts.svg import chart_to_svg
from opsreport.document import Chart, ChartKind, ChartPoint, ChartSeries, Drawn, Text


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),) if text else ()


def series(
    name: str, amounts: str, *, unit: str = "", line: bool = False, second: bool = False, sign: str = ""
) -> ChartSeries:
    """A series from amounts as they are printed, parted by blanks; `x` is a figure that is missing."""
    points = tuple(
        None
        if text == "x"
        else ChartPoint(Decimal(text.strip("+%").replace(",", "").replace("−", "-")), words(text + sign))
        for text in amounts.split()
    )
    return ChartSeries(words(name), points, unit, Drawn.LINE if line else Drawn.BAR, second)


def chart(
    kind: ChartKind, categories: str | list[str], *all_series: ChartSeries, caption: str = "图"
) -> Chart:
    names = categories.split() if isinstance(categories, str) else categories
    return Chart(
        kind, tuple(map(words, names)), all_series, words(caption), alt=f"{caption}，共 {len(names)} 项。"
    )


MONTHS = [f"{month} 月" for month in range(1, 13)]
SHOPS = ["华东旗舰店", "华南体验中心", "西南区域加盟商", "东北社区店", "直营网店"]
LONG = [
    "线上商城会员积分兑换与到期提醒专项活动",
    "门店导购企业微信一对一服务触达",
    "同城即时配送（含前置仓）业务",
    "老客召回",
    "异业联盟合作拉新",
    "KOL 与 KOC 内容种草投放",
    "抖音本地生活团购核销",
]
THIS = "9.1 8.4 10.2 10.6 11.0 12.3 10.9 11.4 12.0 11.2 13.4 14.6"
LAST = "8.2 7.9 9.0 9.3 9.9 10.6 9.8 10.0 10.7 10.1 11.6 12.9"
RATE = "11.0 6.3 13.3 14.0 11.1 16.0 11.2 14.0 12.1 10.9 15.5 13.2"
HUNDREDS = " ".join(str((7 * day * day + 13 * day) % 91 + 20) for day in range(200))
HOSTILE = "</svg><script>alert(1)</script>&\x00\x1b\u202e甲\ufffe\n乙" + "很长" * 60

GALLERY = {
    "months-two-years-and-rate": chart(
        ChartKind.BAR_LINE,
        MONTHS,
        series("2024 年", LAST, unit="亿元"),
        series("2025 年", THIS, unit="亿元"),
        series("同比增速", RATE, unit="%", line=True, second=True, sign="%"),
        caption="各月营业收入与同比增速",
    ),
    "one-series": chart(
        ChartKind.BAR,
        "一季度 二季度 三季度 四季度",
        series("营业收入", "28.1 31.4 36.4 39.2", unit="亿元"),
        caption="各季度营业收入",
    ),
    "one-bar": chart(ChartKind.BAR, "2025年", series("净推荐值", "58", unit="分")),
    "two-bars": chart(ChartKind.BAR, "去年同期 本期", series("营业收入", "112000 128000.50", unit="万元")),
    "target-and-value": chart(
        ChartKind.BAR,
        SHOPS,
        series("目标", "1200 980 760 300 2100", unit="万元"),
        series("实际", "1280 1010 702 318 2460", unit="万元"),
    ),
    "three-series": chart(
        ChartKind.BAR,
        "一季度 二季度 三季度 四季度",
        series("直营", "320 351 402 460", unit="万元"),
        series("加盟", "210 225 198 240", unit="万元"),
        series("线上", "505 620 701 890", unit="万元"),
    ),
    "many-series": chart(
        ChartKind.BAR,
        "上半年 下半年",
        *(series(f"业务线{at}", f"{at * 7 + 3} {at * 5 + 9}", unit="万元") for at in range(1, 9)),
    ),
    "losses": chart(
        ChartKind.BAR,
        MONTHS[:8],
        series("营运利润", "120 −35 40 −160 88 12 −4 210", unit="万元"),
        caption="各月盈亏",
    ),
    "only-losses": chart(ChartKind.BAR, "甲店 乙店 丙店", series("净利润", "−12.5 −3.0 −8.8", unit="万元")),
    "noughts": chart(ChartKind.BAR, "甲店 乙店 丙店", series("投诉量", "0 0 0", unit="件")),
    "gaps": chart(ChartKind.BAR, MONTHS, series("上线数", "3 x 5 x x 7 8 2 x 1 1 4", unit="个")),
    "empty": chart(ChartKind.BAR, MONTHS, series("上线数", "x x x x x x x x x x x x")),
    "thirty-one-days": chart(
        ChartKind.BAR,
        [f"{day} 日" for day in range(1, 32)],
        series("订单量", " ".join(f"{1200 + day * day % 37 * 31:,}" for day in range(31)), unit="单"),
    ),
    "two-hundred": chart(ChartKind.BAR, [f"门店{at:03}" for at in range(200)], series("销量", HUNDREDS)),
    "twenty-series": chart(
        ChartKind.BAR,
        MONTHS,
        *(
            series(f"城市公司第{at}分部", " ".join(str((at * 13 + m * 7) % 50 + 5) for m in range(12)))
            for at in range(20)
        ),
    ),
    "too-many-bars": chart(
        ChartKind.BAR,
        [f"{day + 1}" for day in range(200)],
        *(
            series(f"门店{at}", " ".join(str(int(text) + 30 * at) for text in HUNDREDS.split()))
            for at in range(5)
        ),
    ),
    "long-names": chart(ChartKind.BAR, LONG, series("活动投入", "320 210 185 96.5 77 430 512", unit="万元")),
    "long-names-two": chart(
        ChartKind.BAR,
        LONG,
        series("上期", "300 190 205 90 80 400 498", unit="万元"),
        series("本期", "320 210 185 96.5 77 430 512", unit="万元"),
    ),
    "long-names-losses": chart(
        ChartKind.BAR, LONG, series("利润", "32 −21 18.5 −9.6 7.7 43 51.2", unit="万元")
    ),
    "stack": chart(
        ChartKind.STACKED,
        "一季度 二季度 三季度 四季度",
        series("直营", "320 351 402 460", unit="万元"),
        series("加盟", "210 225 198 240", unit="万元"),
        series("线上", "505 620 701 890", unit="万元"),
        series("其他", "12 9 15 8", unit="万元"),
    ),
    "stack-losses": chart(
        ChartKind.STACKED,
        MONTHS[:6],
        series("主业", "120 135 90 88 160 170", unit="万元"),
        series("投资", "−30 20 −45 −12 15 22", unit="万元"),
    ),
    "stack-long": chart(
        ChartKind.STACKED,
        LONG,
        series("人工", "120 110 85 36.5 27 130 212", unit="万元"),
        series("物料", "200 100 100 60 50 300 300", unit="万元"),
    ),
    "line": chart(
        ChartKind.LINE,
        MONTHS,
        series(
            "综合毛利率", "37.2 36.9 37.4 37.8 38.0 38.3 38.1 38.4 38.2 38.5 38.4 38.6", unit="%", sign="%"
        ),
        caption="各月毛利率",
    ),
    "line-with-gaps": chart(
        ChartKind.LINE, MONTHS, series("复购率", "31 33 x 36 x 38 41 x x 44 45 46.8", unit="%", sign="%")
    ),
    "three-lines": chart(
        ChartKind.LINE,
        MONTHS[:8],
        series("北京", "31 33 34 36 37 38 41 44", unit="%"),
        series("上海", "42 41 43 44 42 45 46 49", unit="%"),
        series("成都", "20 24 30 35 39 42 44 46", unit="%"),
    ),
    "crossing-lines": chart(
        ChartKind.LINE,
        MONTHS,
        *(
            series(
                f"渠道{name}",
                " ".join(str((at * 29 + m * (5 + at)) % 60 + 20) for m in range(12)),
                unit="万人",
            )
            for at, name in enumerate("甲乙丙丁戊")
        ),
    ),
    "line-two-units": chart(
        ChartKind.LINE,
        MONTHS[:6],
        series("活跃会员", "2980 3010 3050 3120 3200 3260", unit="万人"),
        series("复购率", "42.1 43.0 43.8 44.9 46.0 46.8", unit="%", second=True, sign="%"),
    ),
    "long-line": chart(
        ChartKind.LINE, [f"{day + 1}" for day in range(200)], series("客诉", HUNDREDS, unit="件")
    ),
    "flat-line": chart(ChartKind.LINE, MONTHS[:5], series("在线率", "99.9 99.9 99.9 99.9 99.9", unit="%")),
    "one-point": chart(ChartKind.LINE, "2025年", series("在线率", "99.9", unit="%")),
    "tiny-and-huge": chart(
        ChartKind.LINE, "甲 乙 丙", series("比", "0.000000000012 0.0000000001 0.00000000005")
    ),
    "huge": chart(ChartKind.BAR, "甲 乙", series("额", "999999999999999999 123456789012345678", unit="元")),
    "bars-and-target-line": chart(
        ChartKind.BAR_LINE,
        MONTHS,
        series("实际", THIS, unit="亿元"),
        series("目标", "9.0 9.0 10.0 10.0 11.0 11.5 11.5 11.5 12.0 12.0 13.0 13.0", unit="亿元", line=True),
    ),
    "bars-and-rate-long": chart(
        ChartKind.BAR_LINE,
        LONG,
        series("投入", "320 210 185 96.5 77 430 512", unit="万元"),
        series("投产比", "1.2 3.4 2.2 5.6 4.1 2.8 3.3", line=True, second=True),
    ),
    "waterfall": chart(
        ChartKind.WATERFALL,
        "2024年利润 规模扩张 结构优化 仓配节约 促销让利 人工成本 2025年利润",
        series("营运利润", "18.2 +2.6 +1.5 +1.2 −1.1 −0.8 21.6", unit="亿元"),
        caption="营运利润变动归因",
    ),
    "waterfall-below-nought": chart(
        ChartKind.WATERFALL,
        "期初 增收 减支 赔付 汇兑 期末",
        series("利润", "−5 +12 +3 −18 −2 −10", unit="万元"),
    ),
    "funnel": chart(
        ChartKind.FUNNEL,
        "到访 注册 首单 复购 付费会员",
        series("人数", "9,860 3,542 1,580 739 418", unit="万人"),
        caption="会员转化漏斗",
    ),
    "funnel-rates": chart(
        ChartKind.FUNNEL,
        "到访 注册 首单 复购 付费会员",
        series("人数", "9,860 3,542 1,580 739 418", unit="万人"),
        series("转化率", "x 35.9 44.6 46.8 56.6", unit="%", sign="%"),
    ),
    "pie": chart(
        ChartKind.PIE, "直营 加盟 线上 其他", series("收入", "45.2 30.1 20.5 4.2", unit="%", sign="%")
    ),
    "pie-crumbs": chart(ChartKind.PIE, LONG, series("收入", "60 30 5 2 1 1 1", unit="%", sign="%")),
    "pie-whole": chart(ChartKind.PIE, "直营 加盟", series("收入", "100 0", unit="%", sign="%")),
    "pie-losses": chart(ChartKind.PIE, "直营 加盟 线上", series("利润", "50 −10 20", unit="万元")),
    "doughnut": chart(
        ChartKind.DOUGHNUT,
        "18—25岁 26—35岁 36—45岁 46岁以上",
        series("会员", "22.5 41.0 24.5 12.0", unit="%", sign="%"),
    ),
    "hostile": chart(
        ChartKind.BAR,
        [HOSTILE, "", HOSTILE],
        series(HOSTILE, "1 2 3", unit=HOSTILE, sign=HOSTILE[:70]),
        series("", "3 x 1"),
        caption=HOSTILE,
    ),
}


def main(folder: Path) -> None:
    from opsreport.writers.pdf.engine import html_to_pdf

    folder.mkdir(parents=True, exist_ok=True)
    figures = "\n".join(f"<h4>{name}</h4>{chart_to_svg(each)}" for name, each in GALLERY.items())
    look = "@page{size:160mm 10000mm;margin:6mm} h4{font:8pt 'Ops Hei';color:#888;margin:14pt 0 4pt} svg{display:block}"
    paged = look.replace("10000mm", "230mm")
    html = f"<!DOCTYPE html><meta charset=utf-8><style>{paged} svg,h4{{break-inside:avoid}} h4{{break-after:avoid}}</style>{figures}"
    (folder / "gallery.html").write_text(html, "utf-8")
    result = html_to_pdf(html, ())
    (folder / "gallery.pdf").write_bytes(result.pdf)
    sys.stdout.write(f"{result.pages} pages, {result.complaints}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
