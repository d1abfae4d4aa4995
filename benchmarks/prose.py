"""Writes a bundle with many metrics and much prose that speaks of them, every figure of it right.

usage: prose.py METRICS KILOBYTES FILE
"""

import random
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

SEED = 20251014
PLACES = [f"{side}{number}区" for side in "东南西北" for number in "一二三四五六七八九十"]
THINGS = """
    营业收入 完成运单 新增客户 活跃门店 有效工单 到店客流 会员续费 上架商品 直播场次
    配送车次 培训人次 入库件数 出库件数 签约机构 线上订单 线下订单 团购订单 退换申请
    客户来电 巡检次数 送检样品 维修工单 保养台次 加油金额 包材费用 水电费用 租赁费用
    广告投放 促销投入 渠道返利 采购金额 结算金额 回款金额 应收余额 库存金额 调拨件数
    盘点差异 安装台次 上门次数 质保工单 预约人次 核销券数 发放券数 新品销量 老品销量
    赠品发放 样品寄送 展会客户 线索数量 商机数量
""".split()  # noqa: SIM905


def bundle(metrics: int, kilobytes: int) -> dict[str, Any]:
    """So many metrics, and problems whose texts come to so many kilobytes."""
    dice = random.Random(SEED + metrics)
    names = [f"{place}{thing}" for place in PLACES for thing in THINGS][:metrics]
    figures = [_metric(dice, number, name) for number, name in enumerate(names)]
    problems: list[dict[str, Any]] = []
    size = 0
    while size < kilobytes * 1024:
        text = "".join(_sentence(dice, dice.choice(figures)) for _ in range(4))
        size += len(text.encode())
        problems.append({"title": f"第{len(problems) + 1}项", "text": text, "owner": "营运部"})
    report = {
        "style": "memo",
        "org": "甲",
        "to": "总经理",
        "from": "营运部",
        "subject": "2025年第三季度营运工作汇报",
    }
    report |= {"number": "YY-2025-Q3-001", "period": "2025Q3", "date": "2025-10-14"}
    return {"opsreport": 1, "report": report, "metrics": figures, "problems": problems}


def _metric(dice: random.Random, number: int, name: str) -> dict[str, Any]:
    before = dice.randint(200, 90_000)
    value = round(before * dice.uniform(1.02, 1.6))
    return {"id": f"m{number}", "name": name, "unit": "件", "value": value, "last_year": before}


def _sentence(dice: random.Random, metric: dict[str, Any]) -> str:
    value, before = Decimal(metric["value"]), Decimal(metric["last_year"])
    growth = ((value / before - 1) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    kinds = (
        f"本季度{metric['name']}为{value}件，同比增长{growth}%。",
        f"{metric['name']}从{before}件增至{value}件，各组按周跟进，遗留事项均已列入台账。",
        "高峰时段的人手仍需通过排班弥补，相关做法已写入操作规程并完成宣讲。",
        f"受天气影响，{dice.choice(PLACES)}的交付节奏有所放缓，预计四季度逐步恢复。",
    )
    return dice.choice(kinds)


if __name__ == "__main__":
    text = yaml.safe_dump(
        bundle(int(sys.argv[1]), int(sys.argv[2])), allow_unicode=True, sort_keys=False, width=10_000
    )
    Path(sys.argv[3]).write_text(text, encoding="utf-8")
