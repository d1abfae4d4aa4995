"""The leaves of a bundle: what was written or chosen, and where; a place never makes two leaves differ."""

import enum
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from opsreport.diagnostics import NOWHERE, Scalar, Span

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Text:
    """A name, an id or a few words, printed as they are."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)
    written: Scalar | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return self.text

    def locate(self, start: int, end: int) -> Span:
        """The place in the file of the characters from `start` to `end`."""
        return (self.written or Scalar(self.text, self.span)).locate(start, end)


@dataclass(frozen=True, slots=True)
class Choice(Generic[T_co]):
    """One of several known values (a kind, a date, a period), and where it was chosen.

    `given` is false where nobody wrote it and the bundle's rules filled it in.
    """

    value: T_co
    span: Span = field(default=NOWHERE, compare=False)
    given: bool = field(default=True, compare=False)


class Severity(enum.Enum):
    """How much a business problem weighs (严重程度)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ProblemStatus(enum.Enum):
    """Whether a business problem is new, known or solved."""

    NEW = "new"
    OPEN = "open"
    CLOSED = "closed"


class ResourceKind(enum.Enum):
    """The three things a plan may need."""

    BUDGET = "budget"
    HEADCOUNT = "headcount"
    EFFORT = "effort"


class ChartSubject(enum.Enum):
    """What of its metrics a chart shows."""

    SERIES = "series"
    BREAKDOWN = "breakdown"
    COMPARISON = "comparison"


class ChangeBase(enum.Enum):
    """What a change is against where only the change is known."""

    BEFORE = "before"
    LAST_YEAR = "last_year"
    PREVIOUS = "previous"
    BASELINE = "baseline"


class Sign(enum.Enum):
    """Whether a figure below zero is to be called a loss (盈亏)."""

    PROFIT = "profit"
