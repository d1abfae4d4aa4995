"""Help pages and complaints about the command line, in Chinese."""

import inspect
import sys
from collections.abc import Iterable
from typing import Any

# Typer carries its own copy of click and has no public name for these.
from typer._click import Context, HelpFormatter
from typer._click.core import Command as ClickCommand
from typer._click.core import Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from opsreport.cli.verbatim import take_verbatim
from opsreport.diagnostics.render.visible import width

__all__ = ["Command", "Group", "NoArgsIsHelpError", "UsageError", "complain", "complaint"]


class Command(TyperCommand):
    """A command whose help page is Chinese."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        take_verbatim(self.params)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """How the command is written, what it does, its arguments and options."""
        formatter.write(_help_page(self, ctx, []))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The line that shows how the command is written."""
        formatter.write(_usage(self, ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that shows the help page."""
        return _in_chinese(super().get_help_option(ctx))


class Group(TyperGroup):
    """The program itself, whose help page is Chinese and lists the commands."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        take_verbatim(self.params)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """How the program is called, its commands and options."""
        rows = [(name, _first_line(command)) for name, command in self.commands.items()]
        formatter.write(_help_page(self, ctx, rows))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The line that shows how the program is called."""
        formatter.write(_usage(self, ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option that shows the help page."""
        return _in_chinese(super().get_help_option(ctx))


def complain(fault: UsageError) -> None:
    """Say what is wrong with the command line, and how to see what is right."""
    if isinstance(fault, NoArgsIsHelpError):
        print(fault.format_message(), file=sys.stderr)
        return
    if fault.ctx:
        print(fault.ctx.get_usage(), file=sys.stderr)
    print(f"错误：{complaint(fault)}", file=sys.stderr)
    if fault.ctx:
        print(f"用 {fault.ctx.command_path} --help 查看说明。", file=sys.stderr)


def complaint(fault: UsageError) -> str:
    """What is wrong with the command line, in a few words."""
    match fault:
        case NoSuchOption():
            near = f"；是不是想写 {'、'.join(sorted(fault.possibilities))}？" if fault.possibilities else ""
            return f"没有选项 {fault.option_name}{near}"
        case MissingParameter():
            return f"缺少 {_name(fault)}"
        case BadParameter():
            return f"{_name(fault)}：{fault.message}"
        case BadOptionUsage():
            return f"选项 {fault.option_name} 后面要写一个值"
        case _:
            return _about_command(fault)


def _about_command(fault: UsageError) -> str:
    """A wrong command or a word too many, recognised by what is left of the line."""
    left = fault.ctx.args if fault.ctx else []
    if isinstance(fault.cmd, Group) and fault.message.startswith("No such command"):
        near = _near_command(fault.message, fault.cmd.commands)
        return f"没有这个命令；{near}可用的命令：{'、'.join(fault.cmd.commands)}"
    if fault.message.startswith("Got unexpected extra argument"):
        return f"多出了 {' '.join(left)}" if left else "命令后面多写了内容"
    return fault.message


def _near_command(message: str, commands: Iterable[str]) -> str:
    import difflib

    written = message.partition("'")[2].partition("'")[0]
    near = difflib.get_close_matches(written.casefold(), list(commands), n=1)
    return f"是不是想写 {near[0]}？" if near else ""


def _name(fault: BadParameter) -> str:
    if fault.param is None:
        return str(fault.param_hint or "")
    return fault.param.opts[-1] if isinstance(fault.param, TyperOption) else _metavar(fault.param)


def _in_chinese(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "显示这份说明"
        take_verbatim([option])
    return option


def _usage(command: ClickCommand, ctx: Context) -> str:
    arguments = [_metavar(one) for one in command.get_params(ctx) if isinstance(one, TyperArgument)]
    last = ["命令 …"] if isinstance(command, Group) else []
    return " ".join(["用法：" + ctx.command_path, "[选项]", *arguments, *last])


def _help_page(command: ClickCommand, ctx: Context, commands: list[tuple[str, str]]) -> str:
    parameters = command.get_params(ctx)
    arguments = [(_metavar(one), one.help or "") for one in parameters if isinstance(one, TyperArgument)]
    options = [(_option(one), one.help or "") for one in parameters if isinstance(one, TyperOption)]
    sections = (("命令", commands), ("参数", arguments), ("选项", options))
    return f"{_usage(command, ctx)}\n\n  {_first_line(command)}\n" + "".join(
        _section(heading, rows) for heading, rows in sections if rows
    )


def _section(heading: str, rows: list[tuple[str, str]]) -> str:
    """The rows in two columns; a Chinese character is as wide as two letters."""
    widest = max(width(name) for name, _ in rows)
    lines = [f"  {name}{' ' * (widest - width(name))}  {text}\n" for name, text in rows]
    return f"\n{heading}：\n{''.join(lines)}"


def _first_line(command: ClickCommand) -> str:
    return inspect.cleandoc(command.help or "").partition("\n")[0]


def _option(option: TyperOption) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {_metavar(option)}"


def _metavar(parameter: Parameter) -> str:
    return str(getattr(parameter, "metavar", None) or parameter.name)
