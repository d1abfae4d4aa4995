"""What the YAML parser trips over, said in words that help: most faults are text that needed quotes."""

import re
from typing import Any

import yaml

from opsreport.diagnostics import Diagnostics, Scalar, Span, in_quotes

KEY_AND_TEXT = re.compile(
    r"^(?P<indent>\s*(?:- +)*)(?P<key>[^\s:#'\"{\[&*!|>%@`-][^:#]*?) *: +(?P<text>\S.*?) *$"
)
ITEM = re.compile(r"^(?P<indent>\s*)- +(?P<text>\S.*?) *$")

# A sign that no text may begin with, written as a value in braces or brackets: {unit: %}.
IN_BRACKETS = re.compile(
    r"(?:(?P<key>[^\s:,{}\[\]'\"]+): +)?(?P<text>(?:(?P<weight>\*\*)|[%@`!&*|>])[^,{}\[\]]*)"
)
COLON_IN_BRACKETS = re.compile(r"(?P<key>[^\s:,{}\[\]'\"]+): +(?P<text>[^:,{}\[\]'\"]+: [^,{}\[\]]*)")
FULL_WIDTH_COMMA = re.compile(r"[{,][^{}'\"]*?(?P<comma>，)\s*[^\s，,:{}'\"]{1,12}: ")

# How a text may not begin without quotes, or what may not stand within it.
NEEDS_QUOTES = re.compile(r"[{\[%@`*&!|>\"'?-].*|[^#]*: .*|.*:$", re.DOTALL)
FULL_WIDTH_COLON = re.compile(r"^\s*(?:- +)*[^\s:：]{1,12}：")
NO_SPACE = re.compile(r"^\s*(?:- +)*[^\s:#\"'{\[]+:[^\s:/]")
WIDE_INDENT = re.compile(r"^ *[\xa0\u3000]")
HELP = (
    ("flow", "flow"),
    ("expected ':'", "no-colon"),
    ("mapping values are not allowed", "level"),
    ("expected key", "level"),
    ("expected '-'", "level"),
)
"""Which help line fits what the parser says of itself, where the line itself tells nothing."""


def report_fault(error: yaml.YAMLError, text: str, name: str, found: Diagnostics) -> None:
    """Report where the parser stopped, with the likeliest way out."""
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if problem is None:
        found.add("yaml-syntax", Span(name))
        return
    lines = text.splitlines()
    span = _span(problem, lines, name)
    words = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    if any(one.code == "yaml-syntax" and one.primary.span.line == span.line for one in found):
        return
    if "quoted scalar" in words and "end of stream" in words:
        found.add("yaml-syntax", _span(context, lines, name), help_key="unclosed-quote")
        return
    if "escape" in words:
        found.add("yaml-syntax", span, help_key="escape")
        return
    for number in _candidates(problem.line, context.line if context else problem.line, lines):
        if _explain(lines[number], number, span, found):
            return
    found.add("yaml-syntax", span, help_key=next((key for said, key in HELP if said in words), ""))


def report_lone_text(text: Scalar, found: Diagnostics) -> None:
    """Report a file that is one single text, which a full-width colon turns any bundle into."""
    line = text.text.splitlines()[0] if text.text else ""
    if not _explain(line, text.span.line - 1, text.span, found):
        found.add("yaml-syntax", text.span, help_key="no-keys")


def report_unquoted(text: str, span: Span, found: Diagnostics) -> None:
    """Report a text that begins with a brace and was read as something else."""
    line = text.splitlines()[span.line - 1]
    if not _explain(line, span.line - 1, span, found):
        found.add("yaml-syntax", span, help_key="flow")


def _span(mark: Any, lines: list[str], name: str) -> Span:
    """One character where the parser stopped; at the end of the file, the end of its last line."""
    line, column = mark.line, mark.column
    if line >= len(lines):
        line = max(0, len(lines) - 1)
        column = max(0, len(lines[line]) - 1) if lines else 0
    return Span(name, line + 1, column + 1, line + 1, column + 2)


def _candidates(problem: int, context: int, lines: list[str]) -> list[int]:
    """The lines that may be at fault: where it stopped, the written line before, where the value began."""
    before = next(
        (number for number in range(min(problem, len(lines)) - 1, -1, -1) if lines[number].strip()), 0
    )
    return [number for number in dict.fromkeys((problem, context, before)) if 0 <= number < len(lines)]


def _explain(line: str, number: int, span: Span, found: Diagnostics) -> bool:
    if re.match(r" *\t", line):
        return _add("tab", line, number, span, found)
    if WIDE_INDENT.match(line):
        return _add("indent", line, number, span, found)
    match = KEY_AND_TEXT.match(line)
    if match and NEEDS_QUOTES.fullmatch(match["text"]) and not _is_flow(match["text"]):
        suggestion = f"{match['key']}: {quoted(match['text'])}"
        return _add("quotes", line, number, span, found, match.start("text"), suggestion)
    item = ITEM.match(line)
    if item and not match and NEEDS_QUOTES.fullmatch(item["text"]) and not _is_flow(item["text"]):
        suggestion = f"- {quoted(item['text'])}"
        return _add("quotes", line, number, span, found, item.start("text"), suggestion)
    if _explain_in_brackets(line, number, span, found):
        return True
    if FULL_WIDTH_COLON.match(line):
        return _add("full-width-colon", line, number, span, found, line.index("："))
    if NO_SPACE.match(line):
        return _add("no-space", line, number, span, found, line.index(":"))
    return False


def _explain_in_brackets(line: str, number: int, span: Span, found: Diagnostics) -> bool:
    """A value in braces that needed quotes, or the comma of a Chinese keyboard between two keys."""
    comma = FULL_WIDTH_COMMA.search(line)
    if comma:
        where = _stretch(span.file, number, comma.start("comma"), 1)
        found.add("yaml-syntax", where, help_key="full-width-comma")
        return True
    for pattern in (IN_BRACKETS, COLON_IN_BRACKETS):
        for match in pattern.finditer(line):
            at_fault = number == span.line - 1 and match.start("text") <= span.column - 1 < match.end("text")
            if at_fault and re.search(r"[\[{]", line[: match.start()]):
                key = f"{match['key']}: " if match["key"] else ""
                text = match["text"].rstrip()
                where = _stretch(span.file, number, match.start("text"), len(text))
                found.add("yaml-syntax", where, help_key="quotes", suggestion=key + quoted(text))
                return True
    return False


def _stretch(file: str, number: int, start: int, length: int) -> Span:
    return Span(file, number + 1, start + 1, number + 1, start + 1 + length)


def _is_flow(text: str) -> bool:
    """Whether the text is a list or mapping in brackets, whose fault is somewhere within."""
    if not re.match(r"\{(?!\{|%)[^}]*:|\[", text):
        return False
    balanced = text.count("[") == text.count("]") and text.count("{") == text.count("}")
    return not balanced or text.endswith(("}", "]", ","))


def _add(
    key: str, line: str, number: int, span: Span, found: Diagnostics, column: int = 0, suggestion: str = ""
) -> bool:
    where = Span(span.file, number + 1, column + 1, number + 1, max(column + 2, len(line.rstrip()) + 1))
    if key in ("full-width-colon", "no-space"):
        where = Span(span.file, number + 1, column + 1, number + 1, column + 2)
    found.add("yaml-syntax", where, help_key=key, suggestion=suggestion)
    return True


def quoted(text: str) -> str:
    """The text in the quotes that need no escapes."""
    comment = re.search(r" #\s", text)
    words = (text[: comment.start()] if comment else text).rstrip()
    if len(words) > 1 and words[0] == words[-1] == '"':
        return words
    return in_quotes(words)
