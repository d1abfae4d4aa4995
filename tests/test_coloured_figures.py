"""A figure in colour says by a sign or a word what its colour says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from opsreport.build import BuildRequest, build
from opsreport.diagnostics import Diagnostics

EXAMPLES = Path(__file__).parent.parent / "examples"
SAID = {"rise": ("+", "减亏", "扭亏", "盈"), "fall": ("−", "增亏", "转亏", "由盈转亏")}

LOSSES = """
report: {style: memo, org: 云溪社区, to: 委员会, from: 内容部, subject: 月报, number: YX〔2025〕1号, period: 2025-09, date: 2025-10-14}
modules:
  - {name: 营收, goal: 扩大规模。, summary: [已签约。], results: [{metrics: [a, b, c, d]}]}
metrics:
  - {id: a, name: 净利润, unit: 万元, value: -1234.56, previous: -2580.55, last_year: -800.00}
  - {id: b, name: 成交额, unit: 万元, value: 1234.56, previous: -2580.55, last_year: 1300.00}
  - {id: c, name: 毛利, unit: 万元, value: -12.00, previous: 58.00, last_year: 0}
  - {id: d, name: 用户投诉率, unit: ‰, polarity: lower, value: 0.92, previous: 1.06, last_year: 0.85}
"""


def coloured(bundle: str) -> Iterator[tuple[str, str]]:
    tree = build(BuildRequest(bundle, draft=True, stop_after="tree"), Diagnostics()).intermediate
    assert tree is not None
    for line in tree.splitlines():
        for cell in line.split(" | "):
            role, _, words = cell.strip().removeprefix("[").partition("] ")
            if cell.startswith("[") and role in SAID:
                yield role, words


@pytest.mark.parametrize("example", ["q3.yaml", "annual-2025", "lifecycle.yaml"])
def test_every_coloured_figure_of_the_examples_carries_its_sign(example: str) -> None:
    found = list(coloured(str(EXAMPLES / example)))
    assert found
    assert [one for one in found if not any(sign in one[1] for sign in SAID[one[0]])] == []


def test_losses_that_shrink_or_turn_say_so_in_words(tmp_path: Path) -> None:
    (tmp_path / "losses.yaml").write_text(LOSSES, "utf-8")
    found = list(coloured(str(tmp_path / "losses.yaml")))
    assert len(found) > 4
    assert [one for one in found if not any(sign in one[1] for sign in SAID[one[0]])] == []
