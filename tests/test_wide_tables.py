"""A monthly table with all its comparisons still prints each figure in one piece."""

import re
from pathlib import Path

import pypdfium2

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics

BUNDLE = """
report: {style: memo, org: 云溪社区, to: 委员会, from: 内容部, subject: 月报, number: YX〔2025〕1号, period: 2025-09, date: 2025-10-14}
modules:
  - {name: 营收, goal: 扩大规模。, summary: [已签约。], results: [{metrics: [a, b, c]}]}
metrics:
  - {id: a, name: 线上渠道营业收入合计, unit: 万元, value: 1280.5, previous: 1102.3, last_year: 1085.7, target: 1250.5, decimals: 1}
  - {id: b, name: 线下门店营业收入, unit: 万元, value: 12480.5, previous: 11102.3, last_year: 10985.7, target: 12250.5, decimals: 1}
  - {id: c, name: 月度活跃用户, unit: 人, value: 1234567, previous: 1204567, last_year: 1104567, target: 1200000}
"""


def test_eight_columns_of_figures_break_none_of_them(tmp_path: Path) -> None:
    path = tmp_path / "monthly.yaml"
    path.write_text(BUNDLE, "utf-8")
    pdf = build(BuildRequest(str(path), formats=("pdf",), draft=True), Diagnostics()).outputs["pdf"]
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage().get_text_bounded()
    # The gap between a figure and its unit is read as a space; a figure that breaks, as a new line.
    table = text[text.index("完成率") :].replace(" ", "")
    for row in (
        "1280.5万元 1102.3万元 1085.7万元 1250.5万元 102.4% +16.2% +17.9%",
        "12480.5万元 11102.3万元 10985.7万元 12250.5万元 101.9% +12.4% +13.6%",
        "1234567人 1204567人 1104567人 1200000人 102.9% +2.5% +11.8%",
    ):
        for figure in row.split():
            assert re.search(rf"(?<![\d.]){re.escape(figure)}", table), figure
