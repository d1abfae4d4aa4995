"""What the rows of tables are called, so that others can refer to them by id or by name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from opsreport.bundle.likeness import nearest
from opsreport.diagnostics import Diagnostics, Mapping, Node, Scalar, Sequence
from opsreport.readers.table_cells import DASHES
from opsreport.readers.table_kinds import TABLES, Table, table_named

NOTHING = frozenset({"", *DASHES, "无", "暂无", "不适用", "N/A", "n/a"})
"""What says that nothing is meant where something could be named; NA may well be an id."""

MOST_REPORTED = 20
MOST_COMPARED = 1_000
"""So many rows without an owner are named, and so many names are looked at for one that is near."""

NAMING = ("name", "title", "text")


class Owner(NamedTuple):
    """The row of a list that another row belongs to."""

    of: str
    row: int


@dataclass(slots=True)
class Names:
    """The ids and the names of each list read so far, with the numbers of their rows.

    `unowned` counts the rows whose owner could not be found.
    """

    _by_id: dict[str, dict[str, int]] = field(default_factory=dict)
    _by_name: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    _ids: dict[str, list[str]] = field(default_factory=dict)
    unowned: int = 0

    def learn(self, name: str, rows: Iterable[Node]) -> None:
        """Take in the rows of a list, all of them at once."""
        by_id: dict[str, int] = {}
        by_name: dict[str, list[int]] = {}
        ids: list[str] = []
        for index, row in enumerate(rows):
            own, called = _id_and_name(row)
            if not own and name == "metrics":
                own = "".join(called.split())
            ids.append(own or called)
            if own:
                by_id.setdefault(own, index)
            if called:
                by_name.setdefault(called, []).append(index)
        self._by_id[name], self._by_name[name], self._ids[name] = by_id, by_name, ids

    def settled(self, name: str, node: Node) -> Node:
        """A reference by name as one by id, where only one row has that name."""
        match node:
            case Sequence(items=items):
                return Sequence(tuple(self.settled(name, item) for item in items), node.span)
            case Scalar(text=text) if not self.knows(name, text.strip()):
                rows = self._by_name.get(name, {}).get(text.strip(), ())
                if len(rows) == 1:
                    return Scalar(self._ids[name][rows[0]], node.span, node.plain, node.anchors)
        return node

    def knows(self, name: str, text: str) -> bool:
        """Whether a row of the list has this id."""
        return text in self._by_id.get(name, ())

    def is_nothing(self, lists: Iterable[str], cell: Scalar) -> bool:
        """Whether a cell that may name something says that there is nothing: —, 无; unless that is an id."""
        text = cell.text.strip()
        return text in NOTHING and not any(self.knows(one, text) for one in lists)

    def owner(self, table: Table, cell: Scalar, found: Diagnostics) -> Owner | None:
        """The row that a row of this table belongs to; nothing where it was reported."""
        text = cell.text.strip()
        # Two lists may have the same id, which the name of the list tells apart: projects.p1.
        first, _, rest = text.partition(".")
        named = table_named(first) if rest else None
        lists, sought = (
            ((named.name,), rest) if named and named.name in table.owners else (table.owners, text)
        )
        owners = [Owner(one, self._by_id[one][sought]) for one in lists if self.knows(one, sought)]
        owners = owners or [
            Owner(one, row) for one in lists for row in self._by_name.get(one, {}).get(sought, ())
        ]
        if len(owners) == 1:
            return owners[0]
        self.unowned += 1
        is_cause_known = not self._has_any(table) and self.unowned > 1
        if self.unowned <= MOST_REPORTED and not is_cause_known:
            self._report(table, cell, owners, found)
        return None

    def _has_any(self, table: Table) -> bool:
        """Whether there is a row that one of this table could belong to."""
        return any(self._ids.get(one) for one in table.owners)

    def _report(self, table: Table, cell: Scalar, owners: list[Owner], found: Diagnostics) -> None:
        text = cell.text.strip()
        chinese, english = owners_of(table)
        details = {"text": text, "owners": chinese, "names": english, "table": table.words[0]}
        others = [one for one in TABLES if one.name not in table.owners and self.knows(one.name, text)]
        if owners:
            ids = list(dict.fromkeys(f"{one.of}.{self._ids[one.of][one.row]}" for one in owners))
            # Rows without ids have their names for one, which tells nothing apart.
            key, near = "several" if len(ids) == len(owners) else "same-name", " 或 ".join(ids)
        elif not self._has_any(table):
            key, near = "none", ""
        elif others:
            key, near = "other-kind", ""
            details["owner"] = f"{others[0].words[0]}的编号"
        else:
            known = [
                word
                for one in table.owners
                for word in (*self._by_id.get(one, ()), *self._by_name.get(one, ()))
            ]
            near = nearest(text, known[:MOST_COMPARED])
            key = "near" if near else ""
        found.report("unknown-owner", cell.span, details | {"near": near}, help_key=key)


def owners_of(table: Table) -> tuple[str, str]:
    """The tables whose rows may own a row of this table, in Chinese and in English."""
    named = [one for one in TABLES if one.name in table.owners]
    return "、".join(one.words[0] for one in named), ", ".join(one.name for one in named)


def _id_and_name(row: Node) -> tuple[str, str]:
    if not isinstance(row, Mapping):
        return "", ""
    said = {key.text: value.text.strip() for key, value in row if isinstance(value, Scalar)}
    return said.get("id", ""), next((said[name] for name in NAMING if name in said), "")
