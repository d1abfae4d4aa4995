"""How the bundle's objects declare their keys: a key's Chinese labels stand beside its field.

The field's name is the English key (`from_` for `from`), its annotation is the shape of what stands there.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

OPTION_LABELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rounding": ("舍入",),
        "decimals": ("小数位",),
        "flat": ("持平",),
        "spacing": ("中西间距",),
        "negative_base": ("负基数",),
        "shares": ("占比",),
        "thousands": ("千分位",),
        "range_mark": ("范围号",),
        "fiscal_year_start": ("财年起始月",),
        "currency": ("币种",),
        "timezone": ("时区",),
        "completion_lower": ("逆向完成率",),
        "bare_numbers": ("裸数字",),
        "appendix": ("附录",),
        "percent": ("百分数",),
        "pp": ("百分点",),
        "money": ("金额",),
        "count": ("数量",),
        "duration": ("时长",),
        "score": ("评分",),
        "ratio": ("比",),
        "points": ("点数",),
        "index": ("指数",),
        "relative": ("相对",),
    }
)
"""The Chinese labels of the report's options, which are plain values of the figures."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an object: its English name, its Chinese labels, and what may stand under it.

    `unit` is the unit its numbers are in whatever the object says, `about` a line for the manual.
    """

    name: str
    field_name: str
    labels: tuple[str, ...]
    shape: Any
    required: bool
    unit: str | None
    about: str


def required(*labels: str, unit: str | None = None, about: str = "") -> Any:
    """A key that has to be there."""
    return field(default=None, metadata=_metadata(labels, about, unit, needed=True))


def optional(*labels: str, default: object = None, unit: str | None = None, about: str = "") -> Any:
    """A key that may be left out."""
    return field(default=default, metadata=_metadata(labels, about, unit))


def many(*labels: str, about: str = "") -> Any:
    """A key with a list, empty when left out."""
    return field(default=(), metadata=_metadata(labels, about, None))


def _metadata(
    labels: tuple[str, ...], about: str, unit: str | None, *, needed: bool = False
) -> dict[str, Any]:
    return {"labels": labels, "about": about, "unit": unit, "required": needed}


def keys_of(part: Any) -> tuple[Key, ...]:
    """The keys of an object in the order of its class."""
    return _keys(part)


def keys_by_label(part: Any) -> Mapping[str, Key]:
    """The keys of an object under each of their names, English or Chinese, in small letters."""
    return _labels(part)


@cache
def _keys(part: Any) -> tuple[Key, ...]:
    return tuple(
        Key(
            one.name.removesuffix("_"),
            one.name,
            one.metadata.get("labels") or OPTION_LABELS.get(one.name, ()),
            one.type,
            one.metadata.get("required", False),
            one.metadata.get("unit"),
            one.metadata.get("about", ""),
        )
        for one in dataclasses.fields(part)
        if one.name != "span"
    )


@cache
def _labels(part: Any) -> Mapping[str, Key]:
    return {label.casefold(): key for key in _keys(part) for label in (key.name, *key.labels)}
