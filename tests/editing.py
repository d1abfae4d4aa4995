"""A YAML file as an editor sees it: scalars by the rules of YAML 1.2, everything else as written."""

import re
from typing import Any

from opsreport.diagnostics import Diagnostics, Mapping, Node, Scalar, Sequence, Source
from opsreport.readers.yaml import read_yaml

_NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?", re.ASCII)
_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def as_edited(name: str, content: bytes) -> Any:
    """What a JSON Schema is held against."""
    node = read_yaml(Source(name, content), Diagnostics())
    assert node is not None, name
    return _value(node)


def _value(node: Node) -> Any:
    match node:
        case Mapping():
            return {entry.key.text: _value(entry.value) for entry in node}
        case Sequence():
            return [_value(item) for item in node.items]
        case Scalar():
            return _scalar(node)


def _scalar(leaf: Scalar) -> Any:
    if leaf.is_absent:
        return None
    if leaf.plain and leaf.text in _WORDS:
        return _WORDS[leaf.text]
    if leaf.plain and _WHOLE.fullmatch(leaf.text):
        return int(leaf.text)
    return float(leaf.text) if leaf.plain and _NUMBER.fullmatch(leaf.text) else leaf.text
