"""The time of the checks grows with the length of a text, not with its square, whatever the text holds."""

import json
import time

import pytest

from opsreport.checks.check import apply_rules
from opsreport.diagnostics import Diagnostics, Source
from opsreport.inputs import bundle_of
from opsreport.report.bare_numbers import report_bare_numbers

BUNDLE = """\
report: {org: 云溪社区, subject: 年报, period: "2025"}
metrics:
  - {id: revenue, name: 营业收入, kind: money, unit: 万元, value: 86420, last_year: 71950}
  - {id: ctr, name: 内容点击率（CTR）, kind: rate, unit: "%", value: 8.4, last_year: 7.1}
notes: [TEXT]
"""
LENGTH = 4000
MORE = 8
"""A text eight times as long may take 8 times as long, and some 64 times if the work grew with its square."""

REPEATED = (
    "营业收入86420万元，同比增长20.1%。",
    "营业收入86420万元，同比增长20.1%，",
    "我们努力工作持续改善体验",
    "好\n",
    *("1", "a.", "a", "A", " ", "\u3000", "1,", "一", "（", "《"),
    *("1-2%、", "5%、", "好好-", "好 好 ", "比例1:2，", "好:好1:2 ", "“好”", "较", "首次突破"),
)


def seconds(text: str) -> float:
    """How long the processor works on a bundle with this text, the quickest of two times."""
    content = BUNDLE.replace("TEXT", json.dumps(f"营业收入{text}。", ensure_ascii=False)).encode()
    taken = []
    for _ in range(2):
        start, found = time.process_time(), Diagnostics()
        bundle = bundle_of("年报.yaml", (Source("年报.yaml", content),), found)
        assert bundle is not None
        report_bare_numbers(apply_rules(bundle, (), (), found), found)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.slow
@pytest.mark.parametrize("repeated", REPEATED)
def test_a_text_of_eight_times_the_length_takes_no_square_of_the_time(repeated: str) -> None:
    times = LENGTH // len(repeated)
    assert seconds(repeated * (times * MORE)) < 3 * MORE * seconds(repeated * times)
