"""What a template that extends another would lose in silence: blocks no parent has, words in no block."""

import difflib
import re
from collections.abc import Iterator

import jinja2
from jinja2 import nodes

from opsreport.diagnostics import Diagnostics, Span
from opsreport.styles.style import Style

COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
EXTENDS = re.compile(r"\{%[-+]?\s*extends\b")


SAYS_NOTHING = (nodes.Block, nodes.Macro, nodes.Assign, nodes.AssignBlock, nodes.Expr)
"""What is no output of the place where it stands."""

EXCERPT = 40


def report_lost_parts(style: Style, environment: jinja2.Environment, found: Diagnostics) -> None:
    """Report the blocks of a style that their parents never print, and what stands in no block."""
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
        _report_words(template, tree, style, found)


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


def _report_words(name: str, tree: nodes.Template, style: Style, found: Diagnostics) -> None:
    """Report the first line of each run of words that stands behind {% extends %} and in no block."""
    lines = style.templates[name].splitlines()
    reported = 0
    for line in _lines_of_output(tree.body):
        if reported < line <= len(lines):
            reported = line
            text = lines[line - 1].strip()[:EXCERPT]
            found.add("words-outside-blocks", Span(style.files[name], line, 1), text=text)


def _lines_of_output(body: list[nodes.Node]) -> Iterator[int]:
    """The line of each text and each value that these nodes print by themselves."""
    begins = next((at for at, node in enumerate(body) if isinstance(node, nodes.Extends)), -1)
    for node in body[begins + 1 :]:
        if isinstance(node, nodes.Output):
            yield from (line for part in node.nodes if (line := _line_of(part)))
        elif not isinstance(node, SAYS_NOTHING):
            yield from _lines_of_output(list(node.iter_child_nodes()))


def _line_of(part: nodes.Expr) -> int:
    """The line where a printed part begins to say something; nought for blank space."""
    if not isinstance(part, nodes.TemplateData):
        return part.lineno
    words = part.data.lstrip()
    return part.lineno + part.data[: len(part.data) - len(words)].count("\n") if words else 0


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
