"""What is asked for and what is planned have to be the same."""

import pytest

from checking import check
from opsreport.diagnostics import Diagnostics, Language

PLANS = "plans: [{id: p1, title: 智能调度, resources: {budget: 3 万元}}, {title: 扩仓}]\n"


@pytest.mark.parametrize(
    ("asks", "places"),
    [
        ("[{plan: p1, resource: 预算}]", []),
        ("[{plan: p1, resource: 预算}, {plan: p1, resource: 人力}]", ["request.asks[1].resource"]),
        ("[{plan: p1, resource: 预算}, {plan: 扩仓, resource: 预算}]", ["request.asks[1].resource"]),
        ("[{plan: p1, resource: 人力}]", ["request.asks[0].resource", "plans[0].resources"]),
    ],
)
def test_each_resource_is_both_planned_and_asked_for(
    asks: str, places: list[str], found: Diagnostics
) -> None:
    assert check(f"{PLANS}request: {{asks: {asks}}}", found) == [
        ("request-mismatch", place) for place in places
    ]


def test_a_request_without_asks_leaves_the_resources_to_the_plans(found: Diagnostics) -> None:
    assert check(f"{PLANS}request: 请批示", found) == []


def test_the_message_names_the_plan_and_the_resource(found: Diagnostics) -> None:
    check(f"{PLANS}request: {{asks: [{{plan: p1, resource: 预算}}, {{plan: 扩仓, resource: 人天}}]}}", found)
    (finding,) = found
    assert finding.message(Language.ZH) == "规划“扩仓”的投入与请示事项对不上"
    assert "effort" in finding.help(Language.ZH)


def test_an_ask_for_a_plan_that_is_not_there_is_reported_once(found: Diagnostics) -> None:
    assert check(f"{PLANS}request: {{asks: [{{plan: p2, resource: 预算}}]}}", found) == [
        ("unknown-reference", "request.asks[0].plan")
    ]


def test_an_ask_for_a_plan_that_is_not_there_is_reported_beside_a_right_one(found: Diagnostics) -> None:
    assert check(
        f"{PLANS}request: {{asks: [{{plan: p1, resource: 预算}}, {{plan: p9, resource: 预算}}]}}", found
    ) == [("unknown-reference", "request.asks[1].plan")]
