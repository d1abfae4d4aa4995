"""The context as a template author may look at it: what `--stop-after context` shows."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from opsreport.report.context import ReportContext
from opsreport.report.passage import Passage


def shown_context(context: ReportContext) -> str:
    """Every name of the context with its words, as JSON; what is empty is left out."""
    return json.dumps(_shown(context), ensure_ascii=False, indent=2) + "\n"


def _shown(value: object) -> object:
    if isinstance(value, Passage):
        return str(value)
    if is_dataclass(value):
        return _full({one.name: getattr(value, one.name) for one in fields(value)})
    if isinstance(value, Mapping):
        return _full(value)
    if isinstance(value, tuple):
        return [_shown(one) for one in value]
    return value


def _full(mapping: Mapping[str, object]) -> dict[str, object]:
    shown = {name: _shown(value) for name, value in mapping.items()}
    return {name: value for name, value in shown.items() if value not in ("", None, [], {}, False)}
