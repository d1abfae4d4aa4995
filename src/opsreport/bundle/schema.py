"""How the bundle's objects declare their keys: a key's Chinese labels stand beside its field.

The field's name is the English key (`from_` for `from`), its annotation is the shape of what stands there.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any


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


def required(*labels: str, about: str = "") -> Any:
    """A key that has to be there."""
    return field(default=None, metadata=_metadata(labels, about, None, needed=True))


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


@cache
def keys_of(part: type) -> tuple[Key, ...]:
    """The keys of an object in the order of its class."""
    return tuple(
        Key(one.name.removesuffix("_"), one.name, shape=one.type, **one.metadata)
        for one in dataclasses.fields(part)
        if one.metadata
    )


@cache
def keys_by_label(part: type) -> Mapping[str, Key]:
    """The keys of an object under each of their names, English or Chinese, in small letters."""
    return {label.casefold(): key for key in keys_of(part) for label in (key.name, *key.labels)}
