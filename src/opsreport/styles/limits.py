"""What a template may use up: a report needs little, and a template that never ends must not hang a build.

Jinja compiles a template to Python. Before it does, every loop is made to count its rounds, every text put
together to be measured, and nesting is checked, so that a fault is found at the template's own line.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError

MOST_STEPS = 500_000
"""Rounds of loops, calls of macros and templates read, all together; a report of 600 pages takes a tenth."""
MOST_PRINTED = 128 * 1024 * 1024
LONGEST_TEXT = 1_000_000
LONGEST_LIST = 10_000
DEEPEST_STATEMENTS = 16
DEEPEST_NODES = 100

STATEMENTS: dict[type[nodes.Node], str] = {
    nodes.For: "for",
    nodes.If: "if",
    nodes.With: "with",
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.AssignBlock: "set",
}


class TemplateLimitError(SecurityError):
    """A template used up what it may; `limit` is `steps` or `size`."""

    def __init__(self, limit: str, what: str) -> None:
        super().__init__(what)
        self.limit = limit


class Allowance:
    """What one rendering has used so far."""

    def __init__(self) -> None:
        self._steps = 0
        self._printed = 0

    def step(self) -> None:
        """Count one round or call."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TemplateLimitError("steps", f"> {MOST_STEPS}")

    def rounds(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items, each of them counted."""
        for item in items:
            self.step()
            yield item

    def printed(self, length: int) -> None:
        """Count what is printed, into the report or into a variable."""
        self._printed += length
        if self._printed > MOST_PRINTED:
            raise TemplateLimitError("size", f"> {MOST_PRINTED}")


def short(text: Any) -> Any:
    """A text that a template put together, unless it outgrows any paragraph."""
    if len(text) > LONGEST_TEXT:
        raise TemplateLimitError("size", f"> {LONGEST_TEXT}")
    return text


def lengthened(left: Iterable[Any], right: Iterable[Any]) -> list[Any]:
    """Two lists in one, unless it outgrows any report."""
    whole = [*left, *right]
    if len(whole) > LONGEST_LIST:
        raise TemplateLimitError("size", f"> {LONGEST_LIST}")
    return whole


def short_join(join: Callable[..., str]) -> Callable[..., str]:
    """Jinja's own `join`, the length of its parts measured before they are put together."""

    @jinja2.pass_eval_context
    def joined(context: Any, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
        parts = list(value)
        if sum(len(str(part)) + len(d) for part in parts) > LONGEST_TEXT:
            raise TemplateLimitError("size", f"> {LONGEST_TEXT}")
        return join(context, parts, d, attribute)

    return joined


def guarded(tree: nodes.Template, filename: str | None) -> nodes.Template:
    """The parsed template with its loops counted and its texts measured; too deep a one is refused."""
    _check_depth(tree, filename)
    for loop in tree.find_all(nodes.For):
        loop.iter = _filtered(loop.iter, "counted")
    _measure_texts(tree)
    return tree


def _check_depth(tree: nodes.Template, filename: str | None) -> None:
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, inside = waiting.pop()
        word = STATEMENTS.get(type(node), "")
        inside += bool(word)
        if inside > DEEPEST_STATEMENTS or depth > DEEPEST_NODES:
            what = f"{{% {word} %}}" if word else "(((…"
            raise TooDeepError(what, node.lineno, filename=filename)
        waiting += [(child, depth + 1, inside) for child in node.iter_child_nodes()]


class TooDeepError(jinja2.TemplateSyntaxError):
    """Statements or brackets inside each other deeper than Python could compile them."""


def _measure_texts(tree: nodes.Node) -> None:
    """Put the measure around every `~`, and at the end of every text caught by {% set %}."""
    for caught in tree.find_all(nodes.AssignBlock):
        caught.filter = _filtered(caught.filter, "short")
    for parent in [tree, *tree.find_all(nodes.Node)]:
        for name, value in parent.iter_fields():
            if isinstance(value, nodes.Concat):
                setattr(parent, name, _filtered(value, "short"))
            elif isinstance(value, list):
                value[:] = [
                    _filtered(one, "short") if isinstance(one, nodes.Concat) else one for one in value
                ]


def _filtered(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=getattr(node, "lineno", None))
