"""Which starter is asked for: its style, its form, and the path it gets."""

import os
from dataclasses import dataclass

STYLES = ("memo", "annual-review", "lifecycle-topic")
FORMS = ("yaml", "csv", "xlsx")

_SUFFIXES = {".yaml": "yaml", ".yml": "yaml", ".xlsx": "xlsx"}


class UnclearFormError(ValueError):
    """A path that does not fit the form asked for; `reason` is a key to what is said of it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Starter:
    """A starter that is to be written: `path` is a file, or for CSV the folder of its tables."""

    style: str
    form: str
    path: str


def starter_at(path: str | None, style: str, form: str | None, *, is_folder: bool) -> Starter:
    """The starter for a path as the user wrote it; `is_folder` says that there is a folder of this name.

    The suffix decides the form where nobody names it: a folder is CSV, a name without a suffix becomes YAML.
    """
    if path is None:
        form = form or "yaml"
        return Starter(style, form, style if form == "csv" else f"{style}.{form}")
    if reason := _unfit_name(path):
        raise UnclearFormError(reason)
    suffix = os.path.splitext(path)[1].lower()
    own = _SUFFIXES.get(suffix)
    if path.endswith(("/", os.sep)) or is_folder:
        return _in_folder(path, style, form)
    if own:
        if form not in (None, own):
            raise UnclearFormError("contradiction")
        return Starter(style, own, path)
    if form == "csv" and suffix != ".csv":
        return Starter(style, form, path)
    if suffix:
        raise UnclearFormError("csv" if suffix == ".csv" else "old-excel" if suffix == ".xls" else "suffix")
    form = form or "yaml"
    return Starter(style, form, f"{path}.{form}")


def _unfit_name(path: str) -> str:
    """What keeps a path from being the name of a bundle that people can open and type, if anything does."""
    if not path.strip():
        return "empty"
    # Bytes that are no text reach Python as lone surrogates.
    return "not-text" if any("\ud800" <= char <= "\udfff" for char in path) else ""


def _in_folder(path: str, style: str, form: str | None) -> Starter:
    if form in (None, "csv"):
        return Starter(style, "csv", path.rstrip("/" + os.sep) or path)
    return Starter(style, form or "", os.path.join(path, f"{style}.{form}"))
