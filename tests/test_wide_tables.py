"""A monthly table with all its comparisons still prints each figure in one piece."""

import re
from pathlib import Path

import pypdfium2

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics

HEAD = """
report: {style: memo, org: 云溪社区, to: 委员会, from: 内容部, subject: 月报, number: YX〔2025〕1号, period: 2025-09, date: 2025-10-14}
"""
EIGHT = """
modules:
  - {name: 营收, goal: 扩大规模。, summary: [已签约。], results: [{metrics: [a, b, c]}]}
metrics:
  - {id: a, name: 线上渠道营业收入合计, unit: 万元, value: 1280.5, previous: 1102.3, last_year: 1085.7, target: 1250.5, decimals: 1}
  - {id: b, name: 线下门店营业收入, unit: 万元, value: 12480.5, previous: 11102.3, last_year: 10985.7, target: 12250.5, decimals: 1}
  - {id: c, name: 月度活跃用户, unit: 人, value: 1234567, previous: 1204567, last_year: 1104567, target: 1200000}
"""

EVERYTHING = """
modules:
  - {name: 营收, goal: 扩大规模。, summary: [已签约。], results: [{metrics: [a, b, c]}]}
metrics:
  - {id: a, name: 线上渠道营业收入合计, unit: 万元, value: 12000.00, previous: 11102.30, last_year: 10985.70, target: 12250.50, decimals: 2, baseline: {label: 预算, value: 12000.00}, benchmark: 13000.00, from: {label: 年初, value: 10000.00}}
  - {id: b, name: 用户投诉率, unit: ‰, polarity: lower, value: 0.92, previous: 1.06, last_year: 1.15, target: 1.00}
  - {id: c, name: 净利润, unit: 万元, value: -1234.56, previous: -2580.55, last_year: -3580.55, decimals: 2}
"""


def table_in_pdf(bundle: str, tmp_path: Path, heading: str) -> str:
    """The text of the first page from a heading on, each figure in one piece unless it breaks.

    The gap between a figure and its unit is read as a space; a figure that breaks, as a new line.
    """
    path = tmp_path / "monthly.yaml"
    path.write_text(HEAD + bundle, "utf-8")
    pdf = build(BuildRequest(str(path), formats=("pdf",), draft=True), Diagnostics()).outputs["pdf"]
    with pypdfium2.PdfDocument(pdf) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return text[text.index(heading) :].replace(" ", "")


def assert_whole(table: str, *figures: str) -> None:
    for figure in figures:
        assert re.search(rf"(?<![\d.]){re.escape(figure)}", table), figure


def test_eight_columns_of_figures_break_none_of_them(tmp_path: Path) -> None:
    for row in (
        "1280.5万元 1102.3万元 1085.7万元 1250.5万元 102.4% +16.2% +17.9%",
        "12480.5万元 11102.3万元 10985.7万元 12250.5万元 101.9% +12.4% +13.6%",
        "1234567人 1204567人 1104567人 1200000人 102.9% +2.5% +11.8%",
    ):
        assert_whole(table_in_pdf(EIGHT, tmp_path, "完成率"), *row.split())


def test_twelve_columns_of_figures_break_none_of_them(tmp_path: Path) -> None:
    table = table_in_pdf(EVERYTHING, tmp_path, "去年同期")
    for row in (
        "12000.00万元 11102.30万元 10985.70万元 10000.00万元（年初） 12250.50万元 98.0% +8.1% +9.2% +20.0%",
        "0.92‰ 1.06‰ 1.15‰ 1.00‰ −0.08个千分点 −0.14个千分点 −0.23个千分点",
        "−1234.56万元 −2580.55万元 −3580.55万元 减亏52.2% 减亏65.5%",
    ):
        assert_whole(table, *row.split())
