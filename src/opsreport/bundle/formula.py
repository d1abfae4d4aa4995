"""A metric's formula, `a / b` or `a - b`: read by a small grammar, never run."""

import enum
import re
from dataclasses import dataclass, field

from opsreport.diagnostics import NOWHERE, Diagnostics, Scalar, Span


class Operator(enum.Enum):
    """What a formula may do."""

    DIVIDED_BY = "/"
    MINUS = "-"


@dataclass(frozen=True, slots=True)
class Operand:
    """A metric, or one part of its breakdown."""

    metric: str
    part: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Formula:
    """Two operands and what is done with them."""

    left: Operand
    operator: Operator
    right: Operand
    span: Span = field(default=NOWHERE, compare=False)


# An id may itself hold `/` or `-` (DAU/MAU), so the operator is the one that stands between spaces.
SPACED = re.compile(r"(?<=\s)([/÷−-])(?=\s)")
BARE = re.compile(r"([/÷])")
OPERAND = re.compile(
    r"""\s*(?P<metric>[^\s.{}'"‘’“”\[\]]+)"""
    r"""(?:\.(?:breakdown|构成)\[\s*(?:'(?P<single>[^']+)'|"(?P<double>[^"]+)"|[‘“](?P<curly>[^’”]+)[’”])\s*\])?\s*"""
)
QUOTED = re.compile(r"""'[^']*'|"[^"]*"|‘[^‘’]*’|“[^“”]*”""")


def parse_formula(written: Scalar, found: Diagnostics) -> Formula | None:
    """Read `id / id`, `id - id` or `id.breakdown['…'] / id`."""
    text = written.text
    masked = QUOTED.sub(lambda quoted: "x" * len(quoted[0]), text)
    signs = list(SPACED.finditer(masked)) or list(BARE.finditer(masked))
    if len(signs) == 1:
        sign = signs[0]
        left = _operand(written, 0, sign.start())
        right = _operand(written, sign.end(), len(text))
        if left and right:
            operator = Operator.DIVIDED_BY if sign[1] in "/÷" else Operator.MINUS
            return Formula(left, operator, right, written.span)
    found.add("bad-formula", written.span, text=text)
    return None


def _operand(written: Scalar, start: int, end: int) -> Operand | None:
    match = OPERAND.fullmatch(written.text, start, end)
    if match is None:
        return None
    part = match["single"] or match["double"] or match["curly"] or ""
    return Operand(match["metric"], part, written.locate(*match.span("metric")))
