"""Takes the words of a command line as they are: to load pydantic for it would cost 40 ms a run."""

from collections.abc import Iterable
from typing import Any

# Typer carries its own copy of click and has no public name for these.
from typer._click import Context
from typer._click.core import Parameter
from typer._coercion import RuntimeParam
from typer.core import TyperArgument, TyperOption


class _Verbatim(RuntimeParam):
    """All our parameters are words, lists of words and flags."""

    def _coerce_value(self, value: Any, param: Any, ctx: Context) -> Any:
        return list(value) if isinstance(value, tuple) else value


def take_verbatim(parameters: Iterable[Parameter]) -> None:
    """Spare these parameters the conversion of their values."""
    for parameter in parameters:
        if isinstance(parameter, TyperArgument | TyperOption):
            descriptor = parameter.type_descriptor
            parameter._runtime_param = _Verbatim(descriptor.parameter_info, descriptor.annotation)
