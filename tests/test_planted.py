"""Twenty mistakes of twenty kinds, planted in a bundle that was right: each is named at its place, and no more."""

from pathlib import Path

from opsreport.bundle.decode import decode_bundle
from opsreport.checks.check import check_bundle
from opsreport.diagnostics import Diagnostics, Language, Severity, Source
from opsreport.readers.yaml import read_yaml

RIGHT = Path(__file__).parent / "planted" / "cold-chain.yaml"

# What is written, what it becomes, the code that must name it, and what the line it is named at holds.
PLANTED = [
    ("stated: {vs_last_year: 14.3%", "stated: {vs_last_year: 16.3%", "stated-vs-last-year", "16.3%"),
    ("vs_target: 102.7%}", "vs_target: 105.4%}", "stated-vs-target", "105.4%"),
    ("2025-09, value: 4300", "2025-09, value: 4030", "series-mismatch", "value: 12840"),
    ("仓储服务, value: 2610", "仓储服务, value: 2160", "parts-do-not-add-up", "value: 12840"),
    ("average: {value: 78.2}", "average: {value: 87.2}", "peak-below-average", "87.2"),
    ("value: 88.4, previous: 87.2", "value: 884, previous: 87.2", "impossible-rate", "884"),
    ("营业收入同比增长14.3%", "营业收入同比增长17.3%", "text-contradicts-data", "17.3%"),
    ("推进四个模块", "推进五个模块", "count-claim", "五个模块"),
    ("0.06个百分点。本备忘录", "0.06个百分点,本备忘录", "half-width-punctuation", "百分点,本"),
    ("平均装载率提高2.2个百分点", "平均装载率提高2.9%", "percent-for-points", "2.9%"),
    ("从48秒缩短至36秒", "从48秒缩短至56秒", "wrong-direction", "56秒"),
    ("三季度，运营管理部围绕", "2024年三季度，运营管理部围绕", "stale-period", "2024年三季度"),
    ("覆盖主要商圈。", "本年度覆盖主要商圈。", "wrong-relative-period", "本年度"),
    ("当日核查。", "当日核查，能耗下降了2倍。", "times-with-decrease", "下降了2倍"),
    (
        "owner: 城配运营组, metrics: [on_time]",
        "metrics: [on_time]",
        "problem-without-owner",
        "新站点人手不足",
    ),
    ("due: 2025-12-20", "due: 2025-08-20", "impossible-due-date", "2025-08-20"),
    ("10分钟～15分钟", "10～15%", "range-loses-unit", "10～15%"),
    (", {plan: w3, resource: effort}", "", "request-mismatch", "effort: [{team"),
    ("amount: 150, unit: 人天", "amount: 150, unit: 人/天", "wrong-effort-unit", "人/天"),
    ("逐条登记。", "逐条登记，到货拒收率提升0.3个百分点。", "praise-for-adverse", "拒收率提升"),
]


def findings(text: str) -> list[tuple[int, str]]:
    """The line and the code of everything that is found, notes aside."""
    found = Diagnostics()
    node = read_yaml(Source("cold-chain.yaml", text.encode()), found)
    assert node is not None
    bundle = decode_bundle(node, found)
    assert bundle is not None, [one.message(Language.ZH) for one in found]
    check_bundle(bundle, ("to", "from", "subject", "number", "date"), ("modules", "problems", "plans"), found)
    return sorted((one.primary.span.line, one.code) for one in found if one.severity is not Severity.INFO)


def test_the_right_bundle_has_nothing_to_complain_of() -> None:
    assert findings(RIGHT.read_text("utf-8")) == []


def test_twenty_mistakes_together_are_all_named_with_their_places() -> None:
    text = RIGHT.read_text("utf-8")
    for right, wrong, *_ in PLANTED:
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    lines = text.splitlines()
    places = [(next(n for n, line in enumerate(lines, 1) if at in line), code) for *_, code, at in PLANTED]
    assert findings(text) == sorted(places)
