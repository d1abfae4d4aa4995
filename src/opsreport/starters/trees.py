"""A bundle's nodes in their longest form: no shorthands, keys by their English names, leaves as text."""

from typing import Any

from opsreport.bundle.model import Bundle
from opsreport.bundle.schema import keys_by_label
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.diagnostics import Mapping, Node, Scalar, Sequence

Tree = Any
"""A text, a list of trees, or trees under their keys."""

_LISTED = (ShapeKind.TEXT, ShapeKind.CHOICE, ShapeKind.STRING)
BUNDLE = Shape(ShapeKind.PART, Bundle)


def tree_of(node: Node, shape: Shape = BUNDLE) -> Tree:
    """What is written at a node that has this shape."""
    if isinstance(node, Scalar) and node.is_absent:
        return None
    if shape.kind is ShapeKind.MANY and shape.item:
        return _many(node, shape.item)
    if shape.kind is ShapeKind.PART:
        return _part(node, shape.type)
    return node.text if isinstance(node, Scalar) else None


def _many(node: Node, item: Shape) -> list[Tree]:
    keyed = getattr(item.type, "keyed", "")
    if keyed and isinstance(node, Mapping):
        return [{keyed: entry.key.text, **tree_of(entry.value, item)} for entry in node]
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return [tree for one in nodes if (tree := tree_of(one, item)) is not None]


def _part(node: Node, part: Any) -> Tree:
    keys = keys_by_label(part)
    if not isinstance(node, Mapping):
        key = keys[part.shorthand]
        return {key.name: tree_of(node, shape_of(key.shape))}
    written = ((keys[entry.key.text.strip().casefold()], entry.value) for entry in node)
    trees = ((key.name, tree_of(value, shape_of(key.shape))) for key, value in written)
    return {name: tree for name, tree in trees if tree is not None}
