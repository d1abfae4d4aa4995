"""The one door to Jinja: templates in a sandbox, where they choose words and do nothing else.

A template sees the report's context and a short list of filters. It reads no file, calls nothing but macros,
does no arithmetic, and an unknown name is an error. What it may use up is limited (`limits.py`).
"""

from collections.abc import Mapping
from html import escape
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from opsreport.diagnostics import Diagnostics, Origin, Span
from opsreport.document import (
    Break,
    Emphasis,
    Field,
    Inline,
    Link,
    Mark,
    Strong,
    Text,
    Together,
    chinese_number,
)
from opsreport.report.context import ReportContext
from opsreport.report.passage import Passage
from opsreport.styles.compiled import compiled_templates
from opsreport.styles.inheritance import report_lost_parts
from opsreport.styles.limits import (
    Allowance,
    TemplateLimitError,
    TooDeepError,
    guarded,
    lengthened,
    short,
    short_join,
)
from opsreport.styles.style import Style
from opsreport.styles.unknown import UnknownName, report_unknown_name

MAX_MARKUP = 32 * 1024 * 1024
FAILURES = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError)
JINJA_FILTERS = (
    "first",
    "last",
    "length",
    "join",
    "list",
    "map",
    "select",
    "selectattr",
    "reject",
    "rejectattr",
)
JINJA_TESTS = ("defined", "none", "equalto", "eq", "ne", "in", "true", "false")


def chinese(number: int) -> str:
    """A count of listed things in words: 三 for 3 (GB/T 15835: counts in running text)."""
    return chinese_number(number)


def plain(passage: Passage) -> str:
    """A passage without its marks, for comparing words."""
    return str(passage)


FILTERS = {"chinese": chinese, "plain": plain}
"""The filters a template may use beside Jinja's own short list."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with only what a report needs."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:
        self.allowance = Allowance()
        super().__init__(finalize=self._printed, **options)
        self.globals = {}
        filters = {name: self.filters[name] for name in JINJA_FILTERS} | FILTERS
        guards = {"counted": self.allowance.rounds, "short": short, "join": short_join(filters["join"])}
        self.filters = filters | guards
        self.tests = {name: self.tests[name] for name in JINJA_TESTS}

    def _printed(self, value: object) -> object:
        printed = markup_of(value)
        if isinstance(printed, str):
            self.allowance.printed(len(printed))
        return printed

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            return guarded(super()._parse(source, name, filename), filename)
        except RecursionError as error:
            raise TooDeepError("(((…", 0, name, filename) from error

    def _load_template(self, name: str, globals: Any) -> jinja2.Template:
        self.allowance.step()
        return super()._load_template(name, globals)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call what the template itself made; a text's own methods (`format`, `center` …) can swell it."""
        __self.allowance.step()
        made_here = (Macro, BlockReference, LoopContext, jinja2.Undefined)
        if not isinstance(getattr(__obj, "__self__", __obj), made_here):
            raise SecurityError(f"{getattr(__obj, '__name__', type(__obj).__name__)}()")
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse arithmetic: every figure is worked out once, before a template sees it."""
        if operator == "+" and isinstance(left, (tuple, list)) and isinstance(right, (tuple, list)):
            return lengthened(left, right)
        raise SecurityError(f"{operator}")


def template_environment(style: Style) -> TemplateEnvironment:
    """An environment that knows a style's templates and nothing else."""

    def load(name: str) -> tuple[str, str, Any] | None:
        text = style.templates.get(name)
        return None if text is None else (text, style.files[name], lambda: True)

    return TemplateEnvironment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=UnknownName,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=50,
        bytecode_cache=compiled_templates(),
    )


def markup_of(value: object) -> object:
    """What a template prints for a value: a passage becomes markup; what is no text is refused."""
    if isinstance(value, Passage):
        return Markup("".join(_markup(value.inlines)))
    if isinstance(value, (str, int, jinja2.Undefined)) and not isinstance(value, bool):
        return value
    raise SecurityError(f"print {type(value).__name__}")


def _markup(inlines: tuple[Inline, ...]) -> list[str]:
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                parts.append(escape(text, quote=False))
            case Break():
                parts.append("<br/>")
            case Field(path, children):
                parts += [f'<field path="{escape(path)}">', *_markup(children), "</field>"]
            case Mark(role, children):
                parts += [f'<span class="{escape(role)}">', *_markup(children), "</span>"]
            case Link(href, children):
                parts += [f'<a href="{escape(href)}">', *_markup(children), "</a>"]
            case Strong(children):
                parts += ["<strong>", *_markup(children), "</strong>"]
            case Emphasis(children):
                parts += ["<em>", *_markup(children), "</em>"]
            case Together(children):
                parts += ["<nobr>", *_markup(children), "</nobr>"]
    return parts


def render_markup(context: ReportContext, style: Style, found: Diagnostics) -> str | None:
    """The markup a style makes of a report's context; a template's fault is reported with its line."""
    environment = template_environment(style)
    try:
        report_lost_parts(style, environment, found)
        template = environment.get_template(style.entry)
        return None if found.errors(Origin.READING) else _limited(template, context.names())
    except TooDeepError as error:
        place = Span(error.filename or style.name, error.lineno, min(1, error.lineno))
        found.add("template-syntax", place, help_key="too-deep", problem=error.message or "")
    except jinja2.TemplateSyntaxError as error:
        place = Span(error.filename or style.name, error.lineno, 1)
        found.add("template-syntax", place, problem=error.message or "")
    except jinja2.UndefinedError as error:
        report_unknown_name(error, _template_line(error, style), context.names().keys(), found)
    except jinja2.TemplateNotFound as error:
        found.add("template-not-found", _template_line(error, style), name=error.message or "")
    except TemplateLimitError as error:
        place = _template_line(error, style)
        found.add("template-forbidden", place, help_key=error.limit, problem=str(error))
    except MemoryError as error:
        found.add("template-forbidden", _template_line(error, style), help_key="size", problem="MemoryError")
    except SecurityError as error:
        found.add("template-forbidden", _template_line(error, style), problem=str(error))
    except (jinja2.TemplateError, SyntaxError, *FAILURES) as error:
        found.add("template-failed", _template_line(error, style), problem=f"{type(error).__name__}: {error}")
    return None


def _limited(template: jinja2.Template, names: Mapping[str, object]) -> str:
    """The whole output, unless it outgrows any report."""
    pieces, size = [], 0
    for piece in template.generate(names):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_MARKUP:
            raise TemplateLimitError("size", f"> {MAX_MARKUP}")
    return "".join(pieces)


def _template_line(error: Exception, style: Style) -> Span:
    """The last frame of the traceback that lies in a template; the frames after it are Jinja's own."""
    place = Span(style.files.get(style.entry, style.name))
    known = set(style.files.values())
    step = error.__traceback__
    while step is not None:
        name = step.tb_frame.f_code.co_filename
        if name in known:
            place = Span(name, step.tb_lineno, 1)
        step = step.tb_next
    return place
