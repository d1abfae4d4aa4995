"""The users' life in stages (AARRR): all five, in order, each with what is done and its measure."""

import re
from collections.abc import Iterator, Sequence

from opsreport.bundle.parts import Stage
from opsreport.checks.families import RELATIONS
from opsreport.checks.family import Case, Finding
from opsreport.checks.relations.titles import called, place_of
from opsreport.diagnostics import Span

ORDERS = {"AARRR": "获客 激活 留存 营收 自传播", "RARRA": "留存 激活 自传播 营收 获客"}
KNOWN_BY = {
    "获客": re.compile(r"acqui|获客|拉新|获取|引流", re.IGNORECASE),
    "激活": re.compile(r"activat|激活|转正|新手", re.IGNORECASE),
    "留存": re.compile(r"reten|留存|活跃|促活", re.IGNORECASE),
    "营收": re.compile(r"revenue|moneti|营收|变现|收入|付费|转化", re.IGNORECASE),
    "自传播": re.compile(r"refer|传播|推荐|裂变|转介绍|口碑|分享", re.IGNORECASE),
}
ENOUGH = 4
"""So many of the five stages show that they are meant where nobody names the model."""


@RELATIONS.rule
def incomplete_lifecycle(case: Case) -> Iterator[Finding]:
    """A stage that is missing, empty, out of its place or measured by nothing; an outcome of no stage."""
    bundle = case.bundle
    if not bundle.stages:
        return
    outcomes = bundle.outcomes.items if bundle.outcomes else ()
    measured = {outcome.stage.text for outcome in outcomes if outcome.stage}
    for stage in bundle.stages:
        if not stage.measures:
            yield Finding(place_of(stage), {"stage": called(stage)}, "empty")
        if not stage.metrics and not measured & {stage.id.text if stage.id else "", stage.name.text}:
            yield Finding(place_of(stage), {"stage": called(stage)}, "unmeasured")
    for outcome in outcomes:
        if outcome.stage is None:
            span = outcome.title.span if outcome.title else outcome.metric.span
            yield Finding(
                span, {"stage": str(outcome.title.raw if outcome.title else outcome.metric)}, "outcome"
            )
    yield from _against_the_model(case)


def _against_the_model(case: Case) -> Iterator[Finding]:
    framework = case.bundle.framework
    model = framework.model if framework else None
    kinds = [_kind(stage) for stage in case.bundle.stages]
    order = next((words for name, words in ORDERS.items() if model and name in model.text.upper()), "")
    if not order and model is None and len({*kinds} - {""}) >= ENOUGH:
        order = ORDERS["AARRR"]
    if not order or "" in kinds:
        # Stages by other names may be any of the five.
        return
    expected = order.split()
    span = model.span if model else place_of(case.bundle.stages[0])
    for kind in expected:
        if kind not in kinds:
            yield Finding(span, {"stage": kind}, "missing")
    yield from _out_of_order(case.bundle.stages, kinds, expected)


def _kind(stage: Stage) -> str:
    """Which of the five a stage is, by its English name or id, else by its name; nothing where unsure."""
    for text in (stage.name_en, stage.id, stage.name):
        kinds = [kind for kind, pattern in KNOWN_BY.items() if text and pattern.search(text.text)]
        if len(kinds) == 1:
            return kinds[0]
    return ""


def _out_of_order(stages: Sequence[Stage], kinds: list[str], expected: list[str]) -> Iterator[Finding]:
    ranks = [expected.index(kind) for kind in kinds]
    for before, here, stage in zip(ranks, ranks[1:], stages[1:], strict=False):
        if here < before:
            span: Span = place_of(stage)
            yield Finding(span, {"stage": called(stage), "order": "、".join(expected)}, "order")
