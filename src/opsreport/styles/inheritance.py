"""Blocks of a template that extends another: one that no parent has would vanish without a word."""

import difflib
import re

import jinja2
from jinja2 import nodes

from opsreport.diagnostics import Diagnostics, Span
from opsreport.styles.style import Style

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
EXTENDS = re.compile(r"\{%[-+]?\s*extends\b")


def report_unknown_blocks(style: Style, environment: jinja2.Environment, found: Diagnostics) -> None:
    """Report each block of a style's templates that their parents never print."""
    name = style.entry
    if not EXTENDS.search(COMMENT.sub("", style.templates[name])):
        return
    chain: list[tuple[str, nodes.Template]] = []
    while name in style.templates and name not in (seen for seen, _ in chain):
        tree = environment.parse(style.templates[name], name, style.files[name])
        chain.append((name, tree))
        name = _parent(tree)
    for at, (template, tree) in enumerate(chain[:-1]):
        known = {block.name for _, parent in chain[at + 1 :] for block in parent.find_all(nodes.Block)}
        for block in _outermost_blocks(tree):
            if block.name not in known:
                _report(block, Span(style.files[template], block.lineno, 1), known, found)


def _report(block: nodes.Block, place: Span, known: set[str], found: Diagnostics) -> None:
    near = difflib.get_close_matches(block.name, known, n=1)
    found.add(
        "unknown-block",
        place,
        help_key="near" if near else "",
        name=block.name,
        near="".join(near),
        known="、".join(sorted(known)),
    )


def _parent(tree: nodes.Template) -> str:
    """The name of the template that another extends, if it is written out."""
    extends = tree.find(nodes.Extends)
    named = extends.template if extends else None
    return str(named.value) if isinstance(named, nodes.Const) else ""


def _outermost_blocks(tree: nodes.Node) -> list[nodes.Block]:
    """The blocks outside any other block; those inside are printed by the one around them."""
    found: list[nodes.Block] = []
    for child in tree.iter_child_nodes():
        found += [child] if isinstance(child, nodes.Block) else _outermost_blocks(child)
    return found
