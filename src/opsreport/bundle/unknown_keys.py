"""What to say of a key that an object does not have."""

import re
from collections.abc import Collection

from opsreport.bundle.likeness import nearest
from opsreport.bundle.metric import Metric
from opsreport.bundle.schema import Key, keys_by_label, keys_of
from opsreport.bundle.shapes import ShapeKind, shape_of
from opsreport.diagnostics import Mapping, Node, Scalar, in_quotes

KEY_WITHOUT_SPACE = re.compile(r"[^:：]+[:：].")
AS_GOOD_AS_SURE = 0.75
AT_MOST = 12
FOR_CHECKS = ("lint", "count_claims")

COMPUTED = frozenset(
    f"{base}{change}"
    for base in ("", "同比", "环比")
    for change in ("增长", "增长率", "增幅", "增速", "增减", "变化")
) | {"同比", "环比", "完成率", "达成率", "目标完成率", "目标达成率", "完成度", "yoy", "qoq", "mom"}
"""What people put into a table beside a figure, and what the program works out by itself."""


def explain_key(
    cls: type, label: Scalar, value: Node, written: Collection[str]
) -> tuple[Key | None, str, dict[str, str]]:
    """The key that was likely meant, the help line that fits, and what fills its blanks."""
    near = nearest(label.text, keys_by_label(cls))
    meant = keys_by_label(cls)[near] if near else None
    help_key = "near" if near else ""
    if cls is Metric and label.text.strip().casefold() in COMPUTED:
        meant, help_key = None, "computed"
    # In braces `name:甲` is a key with nothing under it.
    elif isinstance(value, Scalar) and value.is_absent and KEY_WITHOUT_SPACE.match(label.text):
        help_key = "no-space"
    canonical = meant.name if meant else ""
    return (
        meant,
        help_key,
        {"near": near if near == canonical else f"{near}（{canonical}）", **_known(cls, written)},
    )


def split_text(cls: type, node: Node) -> str:
    """The text that its `: ` turned into a key and a value, or nothing: `- 时间: 9月` where a text is due."""
    name = getattr(cls, "shorthand", "")
    if not name or shape_of(keys_by_label(cls)[name].shape).kind not in (ShapeKind.TEXT, ShapeKind.PROSE):
        return ""
    text = text_of_pair(node)
    if not text or not isinstance(node, Mapping):
        return ""
    label = node.entries[0].key.text.strip()
    is_key = label.casefold() in keys_by_label(cls) or nearest(label, keys_by_label(cls), AS_GOOD_AS_SURE)
    return "" if is_key else text


def text_of_pair(node: Node) -> str:
    """One key with one value, put together and in quotes."""
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return ""
    key, value = node.entries[0]
    if not isinstance(value, Scalar) or value.is_absent or not value.plain:
        return ""
    return in_quotes(f"{key.text}: {value.text}")


def _known(cls: type, written: Collection[str]) -> dict[str, str]:
    """The keys that are still free, not too many of them, for a Chinese and for an English message."""
    free = [key for key in keys_of(cls) if key.field_name not in written]
    free.sort(key=lambda key: key.name in FOR_CHECKS)
    shown = free[:AT_MOST]
    labelled = "、".join(f"{key.labels[0]}（{key.name}）" if key.labels else key.name for key in shown)
    names = ", ".join(key.name for key in shown)
    is_cut = len(free) > len(shown)
    return {"known": labelled + "等" * is_cut, "names": names + " …" * is_cut}
