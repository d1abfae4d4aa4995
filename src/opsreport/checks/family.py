"""What a rule is: one small function, named by its code, that yields what it finds in a bundle."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Placed
from opsreport.bundle.walk import Leaf, walk
from opsreport.diagnostics import Label, Severity, Span
from opsreport.figures.period import Period

if TYPE_CHECKING:
    from opsreport.claims.amounts import AmountReader
    from opsreport.claims.claim import Claim
    from opsreport.claims.names import Names
    from opsreport.claims.plain_text import PlainText


@dataclass(frozen=True)
class Case:
    """A bundle under judgement, and what its style needs of it.

    `required` are keys of the report's head without which it is wrong, `expected` are parts that should not
    be empty. The vocabulary of the claims is loaded by whoever asks for them.
    """

    bundle: Bundle
    required: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()

    @property
    def period(self) -> Period | None:
        """The report's own period."""
        period = self.bundle.report.period
        return period.value if period else None

    @cached_property
    def contents(self) -> tuple[Placed | Leaf, ...]:
        """Every object, text and figure of the bundle, in reading order."""
        return tuple(walk(self.bundle))

    @cached_property
    def texts(self) -> "tuple[PlainText, ...]":
        """Every text of the bundle without its markup, in reading order."""
        from opsreport.claims.plain_text import texts_of

        return tuple(texts_of(self.bundle))

    @cached_property
    def claims(self) -> "tuple[Claim, ...]":
        """What its running texts claim, in reading order."""
        from opsreport.claims.reader import Reader

        reader = Reader(self.bundle)
        return tuple(claim for text in self.texts if text.is_running for claim in reader.claims(text))

    @cached_property
    def names(self) -> "Names":
        """The names of the bundle's metrics, to be looked for in texts."""
        from opsreport.claims.names import Names

        return Names(self.bundle.metrics)

    @cached_property
    def amount_reader(self) -> "AmountReader":
        """What finds amounts in texts, also in the units of the bundle's metrics."""
        from opsreport.claims.amounts import AmountReader

        return AmountReader(tuple({metric.unit.value for metric in self.bundle.metrics if metric.unit}))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the place and what fills the blanks of its message.

    What no reason excuses, such as a hole where a figure should be, is not waivable.
    """

    span: Span
    details: Mapping[str, object] = field(default_factory=dict)
    help_key: str = ""
    secondary: tuple[Label, ...] = ()
    severity: Severity | None = None
    is_waivable: bool = True


Rule = Callable[[Case], Iterator[Finding]]


class Family:
    """The rules of one kind, under their codes, in the order they run."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rules: dict[str, Rule] = {}

    def rule(self, check: Rule) -> Rule:
        """Enter a rule; the code of `duplicate_id` is `duplicate-id`."""
        self.rules[check.__name__.replace("_", "-")] = check
        return check
