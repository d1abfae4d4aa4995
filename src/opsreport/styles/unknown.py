"""Names that a template uses and that do not exist: an error in words, with the name probably meant."""

import difflib
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from jinja2.utils import missing

from opsreport.diagnostics import Diagnostics, Span
from opsreport.report.passage import Passage


class UnknownNameError(jinja2.UndefinedError):
    """A template used a name that is not there; `owner` is what it was looked for in."""

    def __init__(self, owner: Any, name: object, message: str) -> None:
        super().__init__(message)
        self.owner = owner
        self.name = str(name)


class UnknownName(jinja2.StrictUndefined):
    """A name that is not there: nothing may be done with it but ask whether it is defined."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Any = jinja2.UndefinedError,
    ) -> None:
        raised: Any = partial(UnknownNameError, obj, name) if exc is jinja2.UndefinedError else exc
        super().__init__(hint, obj, name, raised)


def report_unknown_name(
    error: jinja2.UndefinedError, place: Span, names: Collection[str], found: Diagnostics
) -> None:
    """The finding for a name that is not there; `names` are those of the context."""
    name, owner = (error.name, error.owner) if isinstance(error, UnknownNameError) else (str(error), missing)
    known = sorted(names if owner is missing else _known(owner))
    near = difflib.get_close_matches(name, known, n=1)
    key = "near" if near else "known" if known else ""
    found.add(
        "undefined-name",
        place,
        help_key=key,
        name=name if owner is missing else f"{_called(owner)}.{name}",
        near="".join(near),
        known="、".join(known),
    )


def _known(owner: Any) -> list[str]:
    if isinstance(owner, Passage):
        return []
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    if isinstance(owner, TemplateModule):
        return [name for name in vars(owner) if not name.startswith("_")]
    return [field.name for field in fields(owner)] if is_dataclass(owner) else []


def _called(owner: Any) -> str:
    """How templates/README.md calls a thing: HeaderView; texts and lists by their plain kind."""
    kinds = {TemplateModule: "macros", str: "text", tuple: "list", list: "list"}
    return next((word for kind, word in kinds.items() if isinstance(owner, kind)), type(owner).__name__)
