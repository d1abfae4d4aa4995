"""From nodes to the bundle: keys by their English or Chinese names, all faults at once, nothing guessed."""

import dataclasses
from collections.abc import Collection
from typing import Any

from opsreport.bundle.decode_leaves import LeafDecoding
from opsreport.bundle.leaves import Choice, Text
from opsreport.bundle.metric import Metric
from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Placed
from opsreport.bundle.part_units import part_units_fit
from opsreport.bundle.schema import Key, keys_by_label, keys_of
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.bundle.unknown_keys import explain_key, split_text
from opsreport.diagnostics import Diagnostics, Label, Mapping, Node, Scalar, Sequence, Span
from opsreport.figures.figure import Figure, parse_quantity
from opsreport.figures.options import Options
from opsreport.figures.unit import Unit, UnitFamily

Written = dict[str, tuple[Key, Scalar, Node]]

# The number that may bring the unit of its whole object with it, `value: 1280 万元`.
UNIT_BEARERS = ("value", "amount", "target", "last_year", "previous", "from")

CLOCK_MARKS = frozenset(":：∶")


def decode_bundle(node: Node, found: Diagnostics) -> Bundle | None:
    """The bundle that a tree of nodes holds, or nothing where any of it could not be understood."""
    decoding = _Decoding(found, _metric_names(node))
    bundle = decoding.part(Bundle, node, "")
    return bundle if isinstance(bundle, Bundle) and not decoding.failed else None


def _metric_names(node: Node) -> dict[str, str]:
    """The ids of the metrics, under themselves and under the names that only one metric has.

    They tell a metric from a text where either may stand.
    """
    keys = keys_by_label(Bundle), keys_by_label(Metric)
    ids: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for key, metrics in _entries(node, keys[0]):
        for metric in metrics.items if key == "metrics" and isinstance(metrics, Sequence) else ():
            own, name = _id_and_name(metric, keys[1])
            named = own or name
            if isinstance(named, Scalar):
                metric_id = "".join(named.text.split())
                ids[metric_id] = metric_id
                if isinstance(name, Scalar):
                    names.setdefault(name.text.strip(), []).append(metric_id)
    return {name: owners[0] for name, owners in names.items() if len(owners) == 1} | ids


def _id_and_name(node: Node, keys: Any) -> tuple[Node | None, Node | None]:
    said: dict[str, Node] = {}
    for label, value in node if isinstance(node, Mapping) else ():
        key = keys.get(label.text) or keys.get(label.text.strip().casefold())
        if key and key.name in ("id", "name"):
            said[key.name] = value
    return said.get("id"), said.get("name")


def _entries(node: Node, keys: Any) -> list[tuple[str, Node]]:
    if not isinstance(node, Mapping):
        return []
    named = [(keys.get(key.text.strip().casefold()), value) for key, value in node]
    return [(key.name, value) for key, value in named if key]


class _Decoding(LeafDecoding):
    """One pass over one bundle."""

    def __init__(self, found: Diagnostics, metric_names: dict[str, str]) -> None:
        super().__init__(found)
        self._metric_names = metric_names
        self._misnamed: set[str] = set()

    def part(self, cls: type, node: Node, path: str) -> Any:
        """An object of the bundle; nothing where it was reported."""
        text = split_text(cls, node)
        if text:
            self.fault(
                "wrong-shape", node.span.at(path), help_key="colon", key=_last(path), suggestion=f"- {text}"
            )
            return None
        written = self._written(cls, node, path)
        if written is None:
            return None
        outer = self.unit, self.sides_named
        values = self._values(cls, written, path)
        self.unit, self.sides_named = outer
        complete = self._check_complete(cls, written, values, node, path)
        if issubclass(cls, Placed):
            values["span"] = node.span.at(path)
        part = cls(**values) if complete else None
        if not part_units_fit(part, self.found):
            self.failed = True
        return part

    def _written(self, cls: type, node: Node, path: str) -> Written | None:
        """What stands under each known key; a bare value stands under the object's shorthand."""
        keys = keys_by_label(cls)
        if not isinstance(node, Mapping):
            key = self._shorthand(cls, node)
            if key is None:
                self.fault("wrong-shape", node.span.at(path), help_key="mapping", key=_last(path))
                return None
            return {key.field_name: (key, Scalar(key.name, node.span), self._metric_named(key, node))}
        written: Written = {}
        for label, value in node:
            key = keys.get(label.text) or keys.get(label.text.strip().casefold())
            if key is None:
                self._unknown_key(cls, label, value, path, written)
            elif key.field_name not in written:
                written[key.field_name] = (key, label, value)
            elif written[key.field_name][1].text != label.text:
                self._repeated(key, written[key.field_name][1], label)
        return written

    def _shorthand(self, cls: type, node: Node) -> Key | None:
        name = getattr(cls, "shorthand", "")
        if not name or (isinstance(node, Scalar) and node.is_absent):
            return None
        if name == "text" and isinstance(node, Scalar) and node.text.strip() in self._metric_names:
            name = "metric" if "metric" in keys_by_label(cls) else name
        key = keys_by_label(cls)[name]
        is_list = shape_of(key.shape).kind is ShapeKind.MANY
        return key if isinstance(node, Sequence if is_list else Scalar) else None

    def _metric_named(self, key: Key, node: Node) -> Node:
        """A metric under its id, where a bare value gave its name."""
        if key.name != "metric" or not isinstance(node, Scalar):
            return node
        name = node.text.strip()
        return dataclasses.replace(node, text=self._metric_names.get(name, name))

    def _values(self, cls: type, written: Written, path: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        if "unit" in keys_by_label(cls):
            self._take_unit(written, values, path)
            self.sides_named = "ratio" in written
        # The options say when a fiscal year starts, the report says which year is meant.
        first = [name for name in ("options", "report") if name in written]
        for name in dict.fromkeys([*first, *written]):
            key, _, value = written[name]
            if name not in values:
                outer, self.unit = self.unit, self.unit if key.unit is None else self.units[key.unit]
                before = len(self.found)
                decoded = self.value(shape_of(key.shape), value, _join(path, key.name))
                self.unit = outer
                if decoded is not None:
                    values[name] = decoded
                elif len(self.found) == before:
                    # Nothing was written there (`-`, `~`), so it counts as left out.
                    del written[name]
            self._remember(key.name, values.get(name), path)
        return values

    def _remember(self, name: str, value: Any, path: str) -> None:
        if isinstance(value, Options):
            self.fiscal_year_start = value.fiscal_year_start
        elif path == "report" and name == "period" and value:
            self.year = value.value.year

    def _take_unit(self, written: Written, values: dict[str, Any], path: str) -> None:
        """The unit of an object's numbers: its own, or the one that its first figure was written with."""
        node = written["unit"][2] if "unit" in written else None
        if node is not None and not (isinstance(node, Scalar) and node.is_absent):
            choice = self.choice_of_unit(node, _join(path, "unit"))
            self.unit = choice.value if choice else None
        else:
            choice, self.unit = self._borne_unit(written)
        if choice is not None:
            values["unit"] = choice

    def _borne_unit(self, written: Written) -> tuple[Choice[Unit] | None, Unit | None]:
        """The unit that the first figure was written with, and the one in which bare numbers beside it are.

        02:15:00 is a duration that names no unit, so a bare number beside it is none of seconds.
        """
        for name in UNIT_BEARERS:
            node = written[name][2] if name in written else None
            if isinstance(node, Scalar):
                figure = parse_quantity(node, Diagnostics(), sides_named="ratio" in written)
                if isinstance(figure, Figure) and figure.unit:
                    choice = Choice(figure.unit, node.span, given=False)
                    is_clock = figure.unit.family is UnitFamily.DURATION and set(node.text) & CLOCK_MARKS
                    return choice, None if is_clock else figure.unit
                if isinstance(figure, Figure):
                    return None, None
        return None, None

    def value(self, shape: Shape, node: Node, path: str) -> Any:
        """What stands at one place, read as its field wants it; nothing where absent or reported."""
        if isinstance(node, Scalar) and node.is_absent:
            return None
        if shape.kind is ShapeKind.MANY and shape.item:
            return self._many(shape.item, node, path)
        if shape.kind is ShapeKind.PART:
            return self.part(shape.type, node, path)
        return self.leaf(shape, node, path)

    def _many(self, item: Shape, node: Node, path: str) -> tuple[Any, ...]:
        keyed = getattr(item.type, "keyed", "")
        if isinstance(node, Mapping) and keyed:
            return self._keyed(item.type, keyed, node, path)
        if isinstance(node, Sequence):
            nodes: tuple[Node, ...] = node.items
        elif isinstance(node, Scalar) and item.kind in (ShapeKind.TEXT, ShapeKind.CHOICE, ShapeKind.STRING):
            nodes = self.listed(node)
        else:
            nodes = (node,)
        decoded = (self.value(item, one, f"{path}[{index}]") for index, one in enumerate(nodes))
        return tuple(one for one in decoded if one is not None)

    def _keyed(self, cls: type, keyed: str, node: Mapping, path: str) -> tuple[Any, ...]:
        """Objects written under the name of the list they belong to, `sections: {problems: {title: …}}`."""
        parts = []
        for label, value in node:
            key = keys_by_label(Bundle).get(label.text.strip().casefold())
            if key is None:
                self._unknown_key(Bundle, label, value, path, ())
                continue
            part = self.part(cls, value, _join(path, key.name))
            if part is not None:
                name = Text(key.name, label.span.at(_join(path, key.name)), label)
                parts.append(dataclasses.replace(part, **{keyed: name}))
        return tuple(parts)

    def _check_complete(
        self, cls: type, written: Written, values: dict[str, Any], node: Node, path: str
    ) -> bool:
        complete = True
        for key in keys_of(cls):
            if not key.required or key.field_name in values:
                continue
            if key.name == getattr(cls, "keyed", ""):
                continue
            complete = False
            if key.field_name not in written and _join(path, key.name) not in self._misnamed:
                self._missing(cls, key.name, (key.labels or (key.name,))[0], node.span.at(path))
        one_of = getattr(cls, "one_of", ())
        if one_of and not any(name in written for name in one_of):
            complete = False
            only_unknown = isinstance(node, Mapping) and node.entries and not written
            if not only_unknown and not any(_join(path, name) in self._misnamed for name in one_of):
                self._missing_all(cls, one_of, node.span.at(path))
        unit = values.get("unit")
        if cls is Metric and "kind" not in written and unit and unit.value.family is UnitFamily.SCORE:
            self._missing(cls, "kind", "类型", node.span.at(path), help_key="kind")
        return complete

    def _missing_all(self, cls: type, one_of: tuple[str, ...], span: Span) -> None:
        keys = keys_by_label(cls)
        words = "、".join((keys[name].labels or (name,))[0] for name in one_of)
        self._missing(cls, "、".join(one_of), words, span, help_key="one-of")

    def _missing(self, cls: type, key: str, words: str, span: Span, help_key: str = "") -> None:
        self.fault("missing-field", span, help_key=help_key, key=key, words=words, **_object_names(cls))

    def _repeated(self, key: Key, first: Scalar, second: Scalar) -> None:
        self.fault(
            "duplicate-key",
            second.span,
            secondary=(Label(first.span),),
            help_key="label",
            key=second.text,
            first=first.text,
            name=key.name,
            line=first.span.line,
        )

    def _unknown_key(
        self, cls: type, label: Scalar, value: Node, path: str, written: Collection[str]
    ) -> None:
        meant, help_key, details = explain_key(cls, label, value, written)
        if meant:
            self._misnamed.add(_join(path, meant.name))
        span = label.span.at(_join(path, label.text))
        self.fault("unknown-field", span, help_key=help_key, key=label.text, **details, **_object_names(cls))


def _object_names(cls: type) -> dict[str, str]:
    return {"object": getattr(cls, "object_label", "") or "选项", "thing": cls.__name__.lower()}


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _last(path: str) -> str:
    return path.rpartition(".")[2] or path
