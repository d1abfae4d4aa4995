"""A metric's figures made comparable: one notation for all of them, and each set against its base."""

from dataclasses import replace

from opsreport.bundle.metric import Extreme, Metric
from opsreport.bundle.metric_manner import manner_of, notation_of
from opsreport.figures.attainment import Attainment, attain
from opsreport.figures.change import Change, compare
from opsreport.figures.figure import Figure, NotApplicable, Quantity, Slot
from opsreport.figures.kinds import Aggregation, ChangeStyle, Facet, Kind
from opsreport.figures.options import Options
from opsreport.figures.period import Period, PeriodKind
from opsreport.figures.printing import DEFAULTS
from opsreport.figures.verbs import verbs_for
from opsreport.figures.wording import Against, level_text


class Reckoning:
    """The figures of one metric in one report: how they print, and what they come to."""

    def __init__(self, metric: Metric, options: Options = DEFAULTS, period: Period | None = None) -> None:
        self.options = options
        self.period = metric.period.value if metric.period else period
        self.repeats_last_year = repeats_last_year(metric, self.period)
        if self.repeats_last_year and metric.last_year is None:
            metric = replace(metric, last_year=metric.previous)
        self.metric = metric
        self.notation = notation_of(metric, options)
        self.manner = manner_of(metric, self.notation)
        self.verbs = verbs_for(metric.kind.value, metric.polarity.value)

    @property
    def told(self) -> tuple[Facet, ...]:
        """What is said of the metric where nothing else is asked for; of a year never 环比."""
        if not self.repeats_last_year:
            return self.metric.facets
        return tuple(facet for facet in self.metric.facets if facet is not Facet.VS_PREVIOUS)

    @property
    def start(self) -> Quantity | None:
        """Where the metric came from: its start, else last year, else the period before."""
        metric = self.metric
        return metric.from_.value if metric.from_ else metric.last_year or metric.previous

    @property
    def average(self) -> Extreme | None:
        """The average; where the value itself is one (`agg: avg`), that."""
        if self.metric.average is None and self.metric.agg.value is Aggregation.AVG and self.metric.value:
            return Extreme(value=self.metric.value)
        return self.metric.average

    @property
    def against_previous(self) -> Against:
        """What 环比 is against: the adjacent period, or the window the bundle names."""
        yearly = self.period is not None and self.period.kind is PeriodKind.YEAR
        noun = self.period.previous_word if self.period and not yearly else "上期"
        label = self.metric.previous_label
        return Against("环比", noun, label.text if label else "")

    @property
    def target_opening(self) -> str:
        """完成年度目标的, by the length of the period."""
        return f"完成{self.period.target_word if self.period else ''}目标的"

    @property
    def scale_note(self) -> str:
        """（5分制）, for a score told by itself."""
        scale = self.metric.scale
        if self.metric.kind.value is not Kind.SCORE or scale is None:
            return ""
        if scale.name:
            return f"（{scale.name.text}）"
        return f"（{scale.max.amount.normalize():f}分制）" if isinstance(scale.max, Figure) else ""

    def level(self, quantity: Quantity | None) -> str:
        """A figure of the metric with its unit; an unfilled slot stays visible."""
        match quantity:
            case Figure():
                approx = self.metric.approx and quantity is self.metric.value
                return level_text(quantity, self.notation, approx=approx)
            case Slot(text):
                return text
            case NotApplicable():
                return "不适用"
            case None:
                return ""

    def change(self, base: Quantity | None, *, style: ChangeStyle | None = None) -> Change | None:
        """The value set against a base."""
        value = self.metric.value
        if not isinstance(value, Figure) or not isinstance(base, Figure):
            return None
        return compare(value, base, replace(self.manner, style=style) if style else self.manner)

    def attainment(self) -> Attainment | None:
        """The value set against its target; a year to date against the time elapsed as well."""
        value, target = self.metric.value, self.metric.target
        if not isinstance(value, Figure) or not isinstance(target, Figure):
            return None
        start = self.start if isinstance(self.start, Figure) else None
        to_date = self.period is not None and self.period.kind is PeriodKind.YEAR_TO_DATE
        elapsed = self.period.elapsed_share if self.period and to_date else None
        return attain(value, target, self.manner, start=start, elapsed=elapsed)

    def needs(self, facet: Facet) -> tuple[tuple[str, object], ...]:
        """The keys a facet rests on with what stands there; where several would do, the first one's."""
        metric = self.metric
        value = ("value", metric.value)
        match facet:
            case Facet.VALUE:
                return (value,)
            case Facet.VS_TARGET:
                return (value, ("target", metric.target))
            case Facet.VS_LAST_YEAR:
                return (value, ("last_year", metric.last_year))
            case Facet.VS_PREVIOUS:
                return (value, ("previous", metric.previous))
            case Facet.FROM_TO:
                return (value, ("from", metric.from_ and metric.from_.value))
            case Facet.TO:
                return (value, ("from", self.start))
            case Facet.CHANGE:
                stated = metric.change and metric.change.value
                return (("change", stated),) if stated or not metric.value else (("from", self.start),)
            case Facet.PEAK:
                return (("peak", metric.peak and metric.peak.value),)
            case Facet.AVERAGE:
                return (("average", self.average and self.average.value),)
            case Facet.VS_BASELINE:
                return (value, ("baseline", metric.baseline and metric.baseline.value))
            case Facet.VS_BENCHMARK:
                return (value, ("benchmark", metric.benchmark and metric.benchmark.value))
            case Facet.SHARES:
                return (("breakdown", metric.breakdown or metric.shares or None),)


def repeats_last_year(metric: Metric, period: Period | None) -> bool:
    """Whether a metric's 上期 is nothing but the year before, of which 同比 tells (C.1).

    It is something else where it has a name, or where `say` insists on 环比.
    """
    yearly = period is not None and period.kind is PeriodKind.YEAR
    insisted = any(choice.value is Facet.VS_PREVIOUS for choice in metric.say)
    return yearly and metric.previous is not None and metric.previous_label is None and not insisted
