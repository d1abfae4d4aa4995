"""What can be said of a metric, facet by facet, and why a facet cannot be said.

A phrase leaves the metric's name out: 同比增长20.1%. Prose, table cells and chart labels are all made from
the same phrases, so that a figure reads the same everywhere.
"""

from dataclasses import replace
from functools import cached_property

from opsreport.bundle.leaves import ChangeBase, Choice
from opsreport.bundle.metric import Baseline, Extreme, Metric
from opsreport.figures.attainment import attainment_clause
from opsreport.figures.change import Change
from opsreport.figures.figure import Figure, NotApplicable, Quantity, Slot
from opsreport.figures.kinds import Basis, ChangeStyle, Facet, Kind
from opsreport.figures.options import Options
from opsreport.figures.period import Period, PeriodKind
from opsreport.figures.printing import DEFAULTS
from opsreport.figures.unit import PERCENTAGE_POINTS
from opsreport.figures.wording import (
    BEFORE,
    LAST_YEAR,
    Against,
    Clause,
    amount_text,
    change_clause,
    compared_clause,
    from_to_clause,
    level_text,
    relative_rate_clause,
    stated_change_clause,
    to_clause,
)
from opsreport.report.phrase import Phrase
from opsreport.report.reckoning import Reckoning
from opsreport.report.shares import Composition, composition

MEAN_WORDS = {
    PeriodKind.MONTH: "月均",
    PeriodKind.QUARTER: "季均",
    PeriodKind.WEEK: "周均",
    PeriodKind.YEAR: "年均",
}

BASIS_WORDS = {Basis.COMPARABLE: "按可比口径", Basis.ADJUSTED: "按调整后口径"}

_OPENINGS = {
    Facet.VS_LAST_YEAR: "同比",
    Facet.VS_PREVIOUS: "环比",
    Facet.PEAK: "峰值",
    Facet.AVERAGE: "均值",
    Facet.CHANGE: "变动",
    Facet.TO: "达到",
}


class Facets(Reckoning):
    """Everything that can be said of one metric in one report."""

    def __init__(self, metric: Metric, options: Options = DEFAULTS, period: Period | None = None) -> None:
        super().__init__(metric, options, period)
        self._phrases: dict[Facet, Phrase | None] = {}

    def phrase(self, facet: Facet) -> Phrase | None:
        """What the facet prints; nothing where the bundle lacks what it needs."""
        if facet not in self._phrases:
            self._phrases[facet] = self._hole(facet) or self._make(facet)
        return self._phrases[facet]

    def phrases(self, say: tuple[Facet, ...] = ()) -> tuple[Phrase, ...]:
        """The facets that can be said, in the order asked for, else in the metric's own."""
        said = (self.phrase(facet) for facet in say or self.told)
        return tuple(phrase for phrase in said if phrase)

    def missing(self, facet: Facet) -> tuple[str, ...]:
        """The keys that the bundle lacks for a facet."""
        return tuple(key for key, quantity in self.needs(facet) if quantity is None)

    def _make(self, facet: Facet) -> Phrase | None:
        match facet:
            case Facet.VALUE:
                return self._value()
            case Facet.VS_TARGET:
                return self._vs_target()
            case Facet.VS_LAST_YEAR:
                return self._vs(facet, self.metric.last_year, LAST_YEAR)
            case Facet.VS_PREVIOUS:
                return self._vs(facet, self.metric.previous, self.against_previous)
            case Facet.FROM_TO:
                return self._from_to()
            case Facet.TO:
                return self._to()
            case Facet.CHANGE:
                return self._change()
            case Facet.PEAK | Facet.AVERAGE:
                return self._extreme(facet)
            case Facet.VS_BASELINE:
                return self._compared(facet, self.metric.baseline, "基准")
            case Facet.VS_BENCHMARK:
                return self._compared(facet, self.metric.benchmark, "行业平均")
            case Facet.SHARES:
                return self._shares()

    @cached_property
    def composition(self) -> Composition:
        """What the metric is made of."""
        return composition(self.metric, self.options)

    def _hole(self, facet: Facet) -> Phrase | None:
        """An unfilled slot is printed in the place of what it keeps from being said: 同比XX."""
        slot = next((one for _, one in self.needs(facet) if isinstance(one, Slot)), None)
        if slot is None:
            return None
        opening = self.target_opening if facet is Facet.VS_TARGET else _OPENINGS.get(facet, "")
        return Phrase(facet, Clause(verb=opening + slot.text))

    def _verb(self, facet: Facet) -> str:
        """The verb the user insists on, for the one facet it belongs to: the value, else the first said."""
        if self.metric.verb is None:
            return ""
        said = self.told
        owner = Facet.VALUE if Facet.VALUE in said or not said else said[0]
        return self.metric.verb.text if facet is owner else ""

    def _value(self) -> Phrase | None:
        value = self.metric.value
        if not isinstance(value, Figure):
            return None
        verb = self._verb(Facet.VALUE)
        if self.manner.profit and value.amount < 0 and not verb:
            size = amount_text(value, self.notation, approx=self.metric.approx)
            word = "" if self.metric.name.text.endswith("亏损") else "亏损"
            return Phrase(Facet.VALUE, Clause(verb=word, number=size))
        number = level_text(value, self.notation, approx=self.metric.approx)
        return Phrase(Facet.VALUE, Clause(verb=verb, number=number, tail=self.scale_note))

    def _vs_target(self) -> Phrase | None:
        if isinstance(self.metric.target, NotApplicable):
            return Phrase(Facet.VS_TARGET, Clause(verb="未设目标"))
        attainment = self.attainment()
        if attainment is None:
            return None
        word = self.period.target_word if self.period else ""
        clause = attainment_clause(attainment, target_word=word)
        return Phrase(Facet.VS_TARGET, clause, attainment=attainment)

    def _vs(self, facet: Facet, base: Quantity | None, against: Against) -> Phrase | None:
        if isinstance(base, NotApplicable):
            return Phrase(facet, Clause(verb=f"{against.window or against.noun}无可比数据"))
        change = self.change(base)
        if change is None:
            return None
        clause = self._change_clause(change, against, facet)
        basis = BASIS_WORDS.get(self.metric.basis.value, "")
        return Phrase(facet, replace(clause, against=basis + clause.against), change)

    def _change_clause(self, change: Change, against: Against, facet: Facet) -> Clause:
        if self.metric.kind.value is Kind.RATE and change.measure is ChangeStyle.RELATIVE:
            return relative_rate_clause(change, self.verbs, against)
        return change_clause(change, self.verbs, against, verb=self._verb(facet))

    def _from_to(self) -> Phrase | None:
        change = self.change(self.metric.from_.value if self.metric.from_ else None)
        if change is None:
            return None
        verb = self._verb(Facet.FROM_TO)
        clause = from_to_clause(change, self.verbs, verb=verb, note=self.scale_note)
        return Phrase(Facet.FROM_TO, clause, change)

    def _to(self) -> Phrase | None:
        change = self.change(self.start)
        if change is None:
            return None
        verb = self._verb(Facet.TO)
        clause = to_clause(change, self.verbs, verb=verb, note=self.scale_note)
        return Phrase(Facet.TO, clause, change)

    def _change(self) -> Phrase | None:
        """The change as given, else from the start, last year or the period before to the value."""
        stated = self._stated_change()
        if stated is not None:
            return stated
        change = self.change(self.start)
        if change is None:
            return None
        noun = LAST_YEAR.noun if self.start is self.metric.last_year else BEFORE.noun
        return Phrase(Facet.CHANGE, self._change_clause(change, Against("", noun), Facet.CHANGE), change)

    def _stated_change(self) -> Phrase | None:
        stated = self.metric.change
        if stated is None or not isinstance(stated.value, Figure):
            return None
        unit = stated.unit.value if stated.unit else stated.value.unit
        # A change of a rate without a unit of its own is in points; one in % is relative and says so.
        points = unit is None and self.metric.kind.value is Kind.RATE
        own = self.notation.unit if unit is None else unit
        figure = replace(stated.value, unit=own or (PERCENTAGE_POINTS if points else None))
        against = self._stated_against(stated.vs)
        if self.metric.kind.value is Kind.RATE and own is not None and own.is_rate and not points:
            against = replace(against, prefix=against.prefix or "相对")
        verb = self._verb(Facet.CHANGE)
        clause = stated_change_clause(
            figure, self.verbs, against, points=points, approx=self.metric.approx, verb=verb
        )
        return Phrase(Facet.CHANGE, clause)

    def _stated_against(self, vs: Choice[ChangeBase] | None) -> Against:
        match vs.value if vs else None:
            case ChangeBase.LAST_YEAR:
                return LAST_YEAR
            case ChangeBase.PREVIOUS:
                return self.against_previous
            case ChangeBase.BASELINE:
                baseline = self.metric.baseline
                noun = baseline.label.text if baseline and baseline.label else "基准"
                return Against(f"较{noun}", noun)
            case _:
                return BEFORE

    def _extreme(self, facet: Facet) -> Phrase | None:
        if facet is Facet.PEAK:
            extreme, word = self.metric.peak, "峰值"
        else:
            extreme, word = self.average, self._mean_word()
        if extreme is None or not isinstance(extreme.value, Figure):
            return None
        number = level_text(
            extreme.value, self.notation, approx=self.metric.approx and facet is Facet.AVERAGE
        )
        when = self._when(extreme)
        return Phrase(
            facet, Clause(verb=word, number=number, tail=f"（{when}）" if when else self.scale_note)
        )

    def _mean_word(self) -> str:
        first = self.metric.series[0].period if self.metric.series else None
        return MEAN_WORDS.get(first.value.kind, "均值") if first else "均值"

    def _when(self, extreme: Extreme) -> str:
        """When a peak was: within the report's own year the year goes without saying."""
        at = extreme.at
        if not isinstance(at, Choice):
            return at.text if at else ""
        same_year = self.period is not None and at.value.year == self.period.year
        return at.value.label.removeprefix(f"{at.value.year}年") if same_year else at.value.label

    def _compared(self, facet: Facet, base: Baseline | None, noun: str) -> Phrase | None:
        change = self.change(base.value) if base else None
        if base is None or change is None:
            return None
        named = base.label.text if base.label else noun
        leading = facet is Facet.VS_BENCHMARK
        return Phrase(facet, compared_clause(change, named, leading=leading), change)

    def _shares(self) -> Phrase | None:
        """其中达人与内容占38.2%、付费投放占37.5%."""
        made_of = self.composition
        if not made_of.parts:
            return None
        said = "、".join(f"{part.name}占{part.share}" for part in made_of.parts)
        return Phrase(Facet.SHARES, Clause(verb=f"其中{said}"), note=made_of.note)
