"""Every example bundle is read, decoded and checked, in whichever form it is, and nothing is found in it."""

from pathlib import Path

import pytest

from opsreport.bundle.model import Bundle
from opsreport.checks.check import check_bundle
from opsreport.diagnostics import Diagnostics, Language, Severity
from opsreport.figures.figure import Figure
from opsreport.figures.kinds import Facet
from opsreport.inputs import read_bundle

EXAMPLES = Path(__file__).parent.parent / "examples"

NEEDS = {
    "annual-2025": (
        ("title", "org", "period", "date"),
        ("groups", "metrics", "projects", "problems", "goals", "plans"),
    ),
    "lifecycle.yaml": (
        ("title", "org", "period", "date"),
        ("diagnosis", "framework", "stages", "outcomes", "reflections"),
    ),
    "q3.yaml": (
        ("org", "to", "from", "subject", "number", "period", "date"),
        ("modules", "problems", "plans", "request"),
    ),
}


def read(name: str, found: Diagnostics) -> Bundle:
    bundle = read_bundle(str(EXAMPLES / name), None, [], found)
    assert bundle is not None, [finding.message(Language.ZH) for finding in found]
    return bundle


@pytest.mark.parametrize("name", NEEDS)
def test_an_example_is_found_to_have_what_it_is_known_to_have(name: str, found: Diagnostics) -> None:
    check_bundle(read(name, found), *NEEDS[name], found)
    graver = {one.code for one in found if one.severity is not Severity.INFO}
    known = {"plan-without-problem", "one-figure-many-metrics"} if name == "annual-2025" else set()
    assert graver == known


def test_the_annual_review_holds_everything_it_says(found: Diagnostics) -> None:
    bundle = read("annual-2025", found)
    assert (len(bundle.metrics), len(bundle.projects), len(bundle.problems), len(bundle.plans)) == (
        34,
        3,
        4,
        5,
    )
    mau = bundle.metric_by_id["mau"]
    assert len(mau.series) == 12
    assert [facet.value for facet in mau.facets] == ["peak", "average", "vs_last_year"]
    assert bundle.report.guideline[1].text == "控成本"
    assert [metric.id.text for metric in bundle.metrics_of_group("finance")] == [
        "revenue",
        "gross_margin",
        "net_profit",
    ]


def test_the_topic_holds_everything_it_says(found: Diagnostics) -> None:
    bundle = read("lifecycle.yaml", found)
    assert [stage.name.text for stage in bundle.stages] == ["获客", "激活", "留存", "营收", "自传播"]
    assert bundle.outcomes is not None
    assert len(bundle.outcomes.items) == 5
    share = bundle.metric_by_id["referral_share"]
    assert share.formula is not None
    assert share.formula.left.part == "学员推荐"


def test_the_memo_holds_everything_it_says(found: Diagnostics) -> None:
    bundle = read("q3.yaml", found)
    assert [len(module.summary) for module in bundle.modules] == [3, 2, 3, 3, 3]
    likes = bundle.metric_by_id["likes"]
    assert isinstance(likes.value, Figure)
    assert str(likes.value.amount) == "9.10"
    assert likes.facets == (Facet.VS_PREVIOUS,)
    assert bundle.report.abstract is not None
    assert " " not in bundle.report.abstract.raw.replace("{{ guideline }}", "")
    definition = bundle.metric_by_id["core_creators"].definition
    assert definition is not None
    assert definition.references[0].target == "core_def"
