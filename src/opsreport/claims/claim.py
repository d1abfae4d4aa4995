"""What one clause of a text claims of a metric."""

from dataclasses import dataclass, replace

from opsreport.bundle.metric import Metric
from opsreport.claims.amounts import Amount
from opsreport.claims.plain_text import PlainText
from opsreport.claims.words import Base, Word
from opsreport.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A move, a level or both, as said in a clause.

    `metrics` are those it is surely about, mostly one (A、B分别增长1%、2% makes two claims); none where the
    reader cannot be sure, and then only the words can be judged.
    `by` is how far it moved, `origin` and `level` from where and to where, `base_level` the figure it is set
    against, `attained` a 完成率, `goal` a target. `base` is what it is set against, or none if nobody says.
    `is_hedged` marks what is planned, expected or supposed; `is_elsewhere` what is said of another period,
    of a peak or of a part, which the metric's own figures cannot judge.
    """

    text: PlainText
    start: int
    end: int
    metrics: tuple[Metric, ...] = ()
    name: str = ""
    base: Base | None = None
    base_word: Word | None = None
    verb: Word | None = None
    flat: Word | None = None
    by: Amount | None = None
    origin: Amount | None = None
    level: Amount | None = None
    base_level: Amount | None = None
    attained: Amount | None = None
    exceeded: Amount | None = None
    goal: Amount | None = None
    is_multiple: bool = False
    is_hedged: bool = False
    is_elsewhere: bool = False
    within: tuple[int, int] = (0, 0)
    """Where its sentence begins and ends."""
    is_own: bool = False
    """Whether the metric is not named but the text belongs to it, as its driver does."""

    @property
    def metric(self) -> Metric | None:
        """The one metric it is about, for sure."""
        return self.metrics[0] if len(self.metrics) == 1 else None

    @property
    def words(self) -> str:
        """The clause as written."""
        return self.text.text[self.start : self.end]

    @property
    def sentence(self) -> str:
        """The sentence it stands in, its figures and letters as ASCII."""
        return self.text.folded[slice(*self.within)]

    @property
    def before(self) -> str:
        """What stands before it in its sentence."""
        return self.text.folded[self.within[0] : self.start]

    @property
    def after(self) -> str:
        """What follows its clause in its sentence."""
        return self.text.folded[self.end : self.within[1]]

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount it holds."""
        held = (
            *(self.origin, self.level, self.by, self.base_level),
            *(self.attained, self.exceeded, self.goal),
        )
        return tuple(amount for amount in held if amount)

    @property
    def says_anything(self) -> bool:
        """Whether there is something to judge."""
        return bool(self.amounts or self.verb or self.flat)

    def place(self, part: Amount | Word | None = None) -> Span:
        """The place of one part of it, or of all."""
        if part is None:
            return self.text.locate(self.start, self.end)
        return self.text.locate(part.start, part.end)

    def of(self, metrics: tuple[Metric, ...]) -> "Claim":
        """The same claim of other metrics."""
        return replace(self, metrics=metrics)
