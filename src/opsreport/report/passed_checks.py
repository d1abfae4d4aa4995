"""Which checks a metric's figure has passed: those that had something to judge in it and found nothing.

A check that was waived is not passed, and neither is one that a bundle gives nothing to judge by.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from opsreport.bundle.metric import Metric
from opsreport.bundle.metric_units import levels
from opsreport.bundle.model import Bundle
from opsreport.checks.waivers import waivers_of
from opsreport.diagnostics import Diagnostic, Diagnostics, Language
from opsreport.figures.figure import Figure, Quantity
from opsreport.figures.kinds import Kind, Polarity


@dataclass(frozen=True, slots=True)
class Check:
    """A check as a reviewer reads of it, the keys it judges and whether it had anything to judge."""

    code: str
    words: str
    keys: tuple[str, ...]
    applies: Callable[[Metric], bool]


_LEVELS = (
    *("value", "number", "target", "last_year", "previous"),
    *("from", "baseline", "benchmark", "from_to", "to"),
)
_MEASURED = frozenset({Kind.MONEY, Kind.COUNT, Kind.DURATION})


def _has(*keys: str) -> Callable[[Metric], bool]:
    return lambda metric: all(isinstance(getattr(metric, key), Figure) for key in keys)


def _states(key: str) -> Callable[[Metric], bool]:
    return lambda metric: metric.stated is not None and _is_figure(getattr(metric.stated, key))


def _is_kind(*kinds: Kind) -> Callable[[Metric], bool]:
    return lambda metric: metric.kind.value in kinds


def _is_figure(quantity: Quantity | None) -> bool:
    return isinstance(quantity, Figure)


def _has_peers(metric: Metric) -> bool:
    return metric.kind.value in _MEASURED and len(list(levels(metric))) > 1


def _has_fraction(metric: Metric) -> bool:
    return metric.formula is not None or (_is_figure(metric.numerator) and _is_figure(metric.denominator))


def _has_direction(metric: Metric) -> bool:
    return metric.polarity.value is not Polarity.NEUTRAL and not metric.hidden


CHECKS = (
    Check("impossible-rate", "比率没有超出可能的范围", _LEVELS, _is_kind(Kind.RATE)),
    Check("negative-quantity", "数量、时长不为负", _LEVELS, _is_kind(Kind.COUNT, Kind.DURATION)),
    Check("score-out-of-scale", "分值在量表之内", _LEVELS, lambda metric: metric.scale is not None),
    Check(
        "unit-slip",
        "与各期相比没有差出整数位",
        (*_LEVELS, "vs_last_year", "vs_previous", "vs_target"),
        _has_peers,
    ),
    Check("formula-mismatch", "与公式（或分子、分母）算出的一致", ("value", "number"), _has_fraction),
    Check("parts-do-not-add-up", "分项之和等于总数", ("value",), lambda metric: bool(metric.breakdown)),
    Check("shares-do-not-add-up", "占比合计为100%", ("shares",), lambda metric: bool(metric.shares)),
    Check(
        "peak-below-average",
        "峰值、均值、谷值大小有序",
        ("peak", "trough", "average"),
        lambda metric: sum(one is not None for one in (metric.peak, metric.trough, metric.average)) > 1,
    ),
    Check("stated-vs-last-year", "已写的同比与数据相符", ("vs_last_year",), _states("vs_last_year")),
    Check("stated-vs-previous", "已写的环比与数据相符", ("vs_previous",), _states("vs_previous")),
    Check("stated-vs-target", "已写的完成率与数据相符", ("vs_target",), _states("vs_target")),
    Check("stated-change", "已写的变动与数据相符", ("change",), _states("change")),
    Check(
        "adverse-move-unexplained",
        "没有不利的变动，或已在问题里说明",
        ("vs_last_year", "vs_previous", "change", "from_to", "to"),
        _has_direction,
    ),
    Check(
        "missed-target-unexplained",
        "达到目标，或已在问题里说明",
        ("vs_target",),
        lambda metric: _has_direction(metric) and _has("value", "target")(metric),
    ),
)
"""The checks that judge single figures, in the order a reviewer reads of them."""


@dataclass(frozen=True)
class PassedChecks:
    """What the checks made of the figures of one bundle."""

    bundle: Bundle
    found: Diagnostics

    def passed(self, metric: Metric, key: str) -> tuple[str, ...]:
        """The checks that what is said of a metric under a key has passed, in words."""
        failed = {finding.code for finding in self._about(metric)}
        return tuple(
            f"{check.words}（{check.code}）"
            for check in CHECKS
            if key in check.keys
            and check.applies(metric)
            and check.code not in failed
            and not self._is_waived(check.code, metric)
        )

    def doubts(self, metric: Metric) -> tuple[str, ...]:
        """What the checks found in a metric's own figures, and did not stop the report for."""
        return tuple(finding.message(Language.ZH) for finding in self._about(metric))

    def _about(self, metric: Metric) -> Iterable[Diagnostic]:
        return (*self._by_place.get(metric.path, ()), *self._by_name.get(metric.name.text, ()))

    def _is_waived(self, code: str, metric: Metric) -> bool:
        places = {place for place, waived in self._waivers if waived == code}
        own = metric.path
        return any(
            not place or place == own or place.startswith((f"{own}.", f"{own}[")) or place == "metrics"
            for place in places
        )

    @cached_property
    def _waivers(self) -> frozenset[tuple[str, str]]:
        return frozenset(waivers_of(self.bundle).by_place)

    @cached_property
    def _by_place(self) -> dict[str, list[Diagnostic]]:
        """The findings by the metric in which they are."""
        return _grouped((finding.primary.span.path.partition(".")[0], finding) for finding in self.found)

    @cached_property
    def _by_name(self) -> dict[str, list[Diagnostic]]:
        """The findings elsewhere, in a text, by the metric they are about."""
        return _grouped(
            (said, finding)
            for finding in self.found
            for name, said in finding.details
            if name == "metric" and not finding.primary.span.path.startswith("metrics[")
        )


def _grouped(pairs: Iterator[tuple[str, Diagnostic]]) -> dict[str, list[Diagnostic]]:
    groups: dict[str, list[Diagnostic]] = {}
    for name, finding in pairs:
        groups.setdefault(name, []).append(finding)
    return groups
