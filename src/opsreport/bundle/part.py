"""What every object of a bundle has: its place, the checks it is spared, the counts it claims."""

from dataclasses import dataclass, field
from typing import ClassVar

from opsreport.bundle.leaves import Text
from opsreport.bundle.schema import many, optional, required
from opsreport.diagnostics import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Something written as keys and values at one place.

    `shorthand` is the key that a bare value or list stands for, `one_of` are the keys of which one is needed,
    `keyed` is the key that takes the keys of a list written as a mapping.
    """

    object_label: ClassVar[str] = ""
    shorthand: ClassVar[str] = ""
    one_of: ClassVar[tuple[str, ...]] = ()
    keyed: ClassVar[str] = ""

    span: Span = field(default=NOWHERE, compare=False, repr=False)

    @property
    def path(self) -> str:
        """The place in the bundle, `plans[0].resources`."""
        return self.span.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Placed):
    """A check that is not wanted here, and why."""

    object_label: ClassVar[str] = "检查例外"
    shorthand: ClassVar[str] = "code"

    code: Text = required("代码")
    why: Text | None = optional("理由", "原因", about="没有理由的不起作用")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint(Placed):
    """Which checks are not wanted."""

    object_label: ClassVar[str] = "检查"
    shorthand: ClassVar[str] = "ignore"

    ignore: tuple[Waiver, ...] = many("忽略")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waivable(Placed):
    """An object that may be spared some checks."""

    lint: Lint | None = optional("检查")

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The checks this object is spared."""
        return self.lint.ignore if self.lint else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClaim(Placed):
    """A count that the text claims (五级), against a list of the object (`of`) or the items themselves."""

    object_label: ClassVar[str] = "计数"

    n: int | None = required("数目")
    of: Text | None = optional("清单")
    items: tuple[Text, ...] = many("项目")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Waivable):
    """An object with texts of its own, which may claim counts."""

    count_claims: tuple[CountClaim, ...] = many("计数")
