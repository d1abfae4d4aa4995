"""The bundle as a JSON Schema, for editors: keys and choices offered while typing, slips underlined at once.

It is drawn from the classes of the bundle, as the decoder reads them. What takes more than one place to see,
only `opsreport check` finds; and keys and choices are written in one way here, though to the decoder capital
letters and small ones are the same.
"""

import json
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

from opsreport.bundle import leaf_patterns
from opsreport.bundle.choice_words import CHINESE, TRUTHS, choices_of, listed_choices
from opsreport.bundle.decode_leaves import DECIMAL_PLACES, LIMITS
from opsreport.bundle.model import Bundle
from opsreport.bundle.part import Placed
from opsreport.bundle.schema import Key, keys_by_label, keys_of
from opsreport.bundle.shapes import Shape, ShapeKind, shape_of
from opsreport.bundle.unknown_keys import FOR_CHECKS
from opsreport.figures.options import Options

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME = "opsreport.schema.json"
MARK = "由 opsreport schema 生成；手工改动会在下次生成时被替换。"
"""The comment by which a schema is known as one of ours."""

Schema = dict[str, Any]

_FIGURE_WORDS = "数值，可带单位，如 86420、1280 万元、23.6%、约35；还没有的写 XX，确实没有的写“不适用”"
_PROSE_WORDS = "正文；可引用指标，如 {{ 指标编号 }}、{{ 指标编号.同比 }}"
_WORDS: Mapping[ShapeKind, str] = MappingProxyType(
    {
        ShapeKind.TEXT: "文字",
        ShapeKind.PROSE: _PROSE_WORDS,
        ShapeKind.QUANTITY: _FIGURE_WORDS,
        ShapeKind.DATE: "日期，如 2025-10-15",
        ShapeKind.PERIOD: "期间，如 2025、2025H1、2025Q3、2025-09",
        ShapeKind.PERIOD_OR_TEXT: "期间或文字",
        ShapeKind.UNIT: "单位，如 %、万元、亿次、篇、小时",
        ShapeKind.FORMULA: "公式，如 gross_profit / revenue",
        ShapeKind.WHOLE_NUMBER: "整数",
        ShapeKind.NUMBER: "数",
        ShapeKind.TRUTH: "true（是）或 false（否）",
        ShapeKind.STRING: "文字",
    }
)
"""What stands under a key, for the hint that an editor shows."""

_UNITS = (
    "%",
    "‰",
    "万元",
    "亿元",
    "元",
    "万",
    "亿",
    "次",
    "人",
    "家",
    "篇",
    "个",
    "秒",
    "分钟",
    "小时",
    "天",
)
_NOTHING: Schema = {"type": "null"}


def bundle_schema() -> Schema:
    """The schema of a whole bundle."""
    drawing = _Drawing()
    root = drawing.part(Bundle)
    return {
        "$schema": DIALECT,
        "$comment": MARK,
        "title": "opsreport 数据包",
        "description": "一份运营报告的全部内容。键用英文或中文都可以；opsreport check 会查出更多。",
        **root,
        "$defs": drawing.parts,
    }


def schema_text() -> str:
    """The schema as the text of its file, the same each time."""
    return json.dumps(bundle_schema(), ensure_ascii=False, indent=1) + "\n"


class _Drawing:
    """One pass over the classes of the bundle; each object and kind of leaf is drawn once, under its name."""

    def __init__(self) -> None:
        self.parts: dict[str, Schema] = {}

    def part(self, cls: Any, *, keyed: str = "") -> Schema:
        """A reference to an object; `keyed` is the key that its place in a mapping stands for."""
        name = f"{cls.__name__}Under{keyed.title()}" if keyed else cls.__name__
        if name not in self.parts:
            self.parts[name] = {}
            self.parts[name].update(self._drawn(cls, name, keyed))
        return {"$ref": f"#/$defs/{name}"}

    def _drawn(self, cls: Any, name: str, keyed: str) -> Schema:
        properties: dict[str, Schema] = {}
        for key in keys_of(cls):
            properties[key.name] = self._property(key)
            same: Schema = {"$ref": f"#/$defs/{name}/properties/{key.name}"}
            # One Chinese name is offered beside the English one; the others are taken all the same. Beside a
            # reference editors overlook the wish not to be offered.
            silent = {"allOf": [same], "doNotSuggest": True}
            for place, label in enumerate(key.labels):
                properties[label] = silent if place else same
        drawn = {
            "title": getattr(cls, "object_label", "") or "选项",
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        needed = _needed(cls, keyed)
        return drawn | ({"allOf": needed} if needed else {})

    def _property(self, key: Key) -> Schema:
        shape = shape_of(key.shape)
        label = f"{'、'.join(key.labels)}（{key.name}）" if key.labels else key.name
        told = f"{label}：{hint(shape, key)}。"
        drawn = self._either(self._alternatives(shape, key.name), optional=not key.required)
        return {"description": told, **drawn}

    def _either(self, alternatives: list[Schema], *, optional: bool) -> Schema:
        """One of these; a key that may be left out may also stand there with nothing under it."""
        if not optional:
            return alternatives[0] if len(alternatives) == 1 else {"anyOf": alternatives}
        if len(alternatives) > 1 or "$ref" not in alternatives[0]:
            return {"anyOf": [*alternatives, _NOTHING]}
        (only,) = alternatives
        name = only["$ref"].rpartition("/")[2]
        drawn = self.parts[name]
        if drawn.get("type") == "object":
            return {"anyOf": [only, _NOTHING]}
        self.parts.setdefault(f"{name}_or_nothing", _or_nothing(drawn))
        return {"$ref": f"{only['$ref']}_or_nothing"}

    def _leaf(self, shape: Shape, name: str) -> Schema:
        drawn_name, drawn = _leaf(shape, name)
        self.parts.setdefault(drawn_name, drawn)
        return {"$ref": f"#/$defs/{drawn_name}"}

    def _alternatives(self, shape: Shape, name: str) -> list[Schema]:
        """All that may be written for a shape."""
        if shape.kind is ShapeKind.MANY and shape.item:
            items = self._alternatives(shape.item, name)
            several = {"type": "array", "items": self._either(items, optional=True)}
            return [several, *self._in_one(shape.item, items)]
        if shape.kind is ShapeKind.PART:
            return [self.part(shape.type), *self._shorthand(shape.type)]
        return [self._leaf(shape, name)]

    def _in_one(self, item: Shape, alternatives: list[Schema]) -> list[Schema]:
        """A list of one without its dash, several words in one value, or objects under their keys."""
        keyed = getattr(item.type, "keyed", "")
        if keyed:
            inside = self.part(item.type, keyed=keyed)
            lists = {label: inside for key in keys_of(Bundle) for label in (key.name, *key.labels)}
            return [{"type": "object", "properties": lists, "additionalProperties": False}]
        if item.kind is ShapeKind.CHOICE:
            words = [str(word) for word in choices_of(item.type)]
            return [{"type": "string", "pattern": leaf_patterns.listed(words)}]
        return alternatives

    def _shorthand(self, cls: Any) -> list[Schema]:
        name = getattr(cls, "shorthand", "")
        if not name:
            return []
        shape = shape_of(keys_by_label(cls)[name].shape)
        alternatives = self._alternatives(shape, name)
        return alternatives[:1] if shape.kind is ShapeKind.MANY else alternatives


def _needed(cls: Any, keyed: str) -> list[Schema]:
    """That each required key is there under one of its names, and one of those of which one is needed."""
    keys = keys_by_label(cls)
    wanted = [(key,) for key in keys_of(cls) if key.required and key.name != keyed]
    if issubclass(cls, Placed) and cls.one_of:
        wanted.append(tuple(keys[name] for name in cls.one_of))  # type: ignore[arg-type]
    return [
        {"anyOf": [{"required": [label]} for key in group for label in (key.name, *key.labels)]}
        for group in wanted
    ]


def _or_nothing(leaf: Schema) -> Schema:
    kinds = leaf["type"] if isinstance(leaf["type"], list) else [leaf["type"]]
    values = {"enum": [*leaf["enum"], None]} if "enum" in leaf else {}
    return {**leaf, "type": [*kinds, "null"], **values}


def hint(shape: Shape, key: Key | None = None) -> str:
    """What may stand at a place, in words, and what its key is for."""
    words = _words(shape)
    about, needed = (key.about, "必填" if key.required else "") if key else ("", "")
    if about and (shape.kind is ShapeKind.TEXT or about in words):
        words, about = max(about, words, key=len) if about in words else about, ""
    return "。".join(one for one in (words, about, needed) if one)


def _words(shape: Shape) -> str:
    match shape.kind:
        case ShapeKind.MANY if shape.item:
            return f"{_words(shape.item)}；可多项"
        case ShapeKind.PART if shape.type is Options:
            return "怎样舍入、取几位小数、怎样措辞"
        case ShapeKind.PART:
            inside = [
                key.labels[0] for key in keys_of(shape.type) if key.labels and key.name not in FOR_CHECKS
            ]
            return f"其下可写 {'、'.join(inside)}"
        case ShapeKind.CHOICE | ShapeKind.PLAIN_CHOICE:
            return f"可选 {listed_choices(shape.type)}"
        case kind:
            return _WORDS[kind]


def _leaf(shape: Shape, name: str) -> tuple[str, Schema]:
    """A kind of leaf and the name it is drawn under."""
    if shape.kind in (ShapeKind.CHOICE, ShapeKind.PLAIN_CHOICE):
        return shape.type.__name__, _choice(shape.type)
    if shape.kind is ShapeKind.WHOLE_NUMBER:
        return _whole_number(name)
    if name == "id":
        told = "编号里不能有空格、句点、花括号和撇号"
        return "identifier", _matching(leaf_patterns.IDENTIFIER, told, "string", "number")
    return shape.kind.name.lower(), _LEAVES[shape.kind]


def _choice(options: type[Enum]) -> Schema:
    """The words of each choice as they are usually written: English first, then Chinese."""
    english = [str(one.value) for one in options]
    chinese = [word for one in options for word in CHINESE.get(one, ())]
    known = f"可选：{listed_choices(options)}"
    return {"type": "string", "enum": list(dict.fromkeys([*english, *chinese])), "errorMessage": known}


def _whole_number(name: str) -> tuple[str, Schema]:
    if name == "opsreport":
        return "version", {"type": ["integer", "string"], "enum": [1, "1"]}
    least, most = LIMITS.get(name, DECIMAL_PLACES)
    told = f"请写 {least} 到 {most} 的整数"
    whole = _matching(leaf_patterns.WHOLE_NUMBER, told, "integer", "string")
    return f"from_{least}_to_{most}", {**whole, "minimum": least, "maximum": most}


def _matching(pattern: str, told: str, *types: str) -> Schema:
    return {"type": list(types), "pattern": pattern, "patternErrorMessage": told}


_ANY_WORDS: Schema = {"type": ["string", "number", "boolean"]}
_PLAIN = _matching(leaf_patterns.PLAIN_TEXT, "这里的文字照印，不能写 {{ … }}", *_ANY_WORDS["type"])
_FIGURE = _matching(
    leaf_patterns.FIGURE,
    "请只写数字和单位，如 1280.5、23.6%、3456.7万元；没有数值时留空或写“不适用”",
    *("number", "string"),
)
_LEAVES: Mapping[ShapeKind, Schema] = MappingProxyType(
    {
        ShapeKind.TEXT: _PLAIN,
        ShapeKind.PERIOD_OR_TEXT: _PLAIN,
        ShapeKind.PROSE: _ANY_WORDS,
        ShapeKind.STRING: _ANY_WORDS,
        ShapeKind.QUANTITY: _FIGURE,
        ShapeKind.NUMBER: _FIGURE,
        ShapeKind.DATE: _matching(leaf_patterns.DATE, "请写成 2025-10-15", "string", "integer"),
        ShapeKind.PERIOD: _matching(
            leaf_patterns.PERIOD, "请写成 2025、2025H1、2025Q3 或 2025-09", "string", "integer"
        ),
        ShapeKind.UNIT: {"type": "string", "examples": list(_UNITS)},
        ShapeKind.FORMULA: {"type": "string"},
        ShapeKind.TRUTH: {"type": ["boolean", "string"], "enum": [True, False, *TRUTHS]},
    }
)
