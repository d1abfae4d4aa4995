"""The words of findings about parts of a bundle that should fit each other."""

from opsreport.diagnostics.catalogue.code import Code, Severity, Words

RELATIONS: tuple[Code, ...] = (
    Code(
        "request-mismatch",
        Severity.ERROR,
        Words(
            "规划“{plan}”的{resource}与请示事项对不上",
            "请让规划的资源需求与请示事项一致。",
            "请示事项逐项来自规划的资源需求：要了规划里没有的，领导无从批起；规划里写了却没有要，资源就批不下来。",
            {
                "not-planned": "规划里没有写{resource}：请在它的 resources 下补上 {name}，或者删去这一事项。",
                "not-asked": "规划写了{resource}，请示事项里却没有：请在 asks 下补上 {{plan: {plan}, resource: {name}}}，"
                "或者从规划里删去。",
            },
        ),
        Words(
            "the {name} of the plan “{plan}” does not fit the request",
            "Let the resources of the plans and the asks agree.",
            "Asks are the resources of the plans, one by one: what no plan needs cannot be granted, and what is not asked "
            "for will not be.",
            {
                "not-planned": "The plan needs no {name}: add it under its resources, or remove the ask.",
                "not-asked": "The plan needs it, but nobody asks: add {{plan: {plan}, resource: {name}}} to asks, or remove "
                "it from the plan.",
            },
        ),
    ),
)
