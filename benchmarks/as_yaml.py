"""Writes a bundle that is a folder of tables as one YAML file.

usage: as_yaml.py FOLDER FILE
"""

import sys
from pathlib import Path
from typing import Any

import yaml

from opsreport.diagnostics import Diagnostics, Mapping, Node, Scalar, Sequence
from opsreport.inputs import read_input


def plain(node: Node | None) -> Any:
    """A tree as dictionaries, lists and texts."""
    match node:
        case Mapping(entries):
            return {key.text: plain(value) for key, value in entries}
        case Sequence(items):
            return [plain(item) for item in items]
        case Scalar(text):
            return text
    return None


def main() -> None:
    folder, file = sys.argv[1:]
    tree = plain(read_input(folder, [], Diagnostics()))
    Path(file).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
