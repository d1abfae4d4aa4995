"""How a part of a bundle is called in a message, and where it is written."""

from opsreport.bundle.naming import Identified, title_of
from opsreport.bundle.parts import Goal, Plan, Problem, Project, Reflection, Stage
from opsreport.diagnostics import Span

LONGEST = 20
Named = Plan | Problem | Reflection | Goal | Project | Stage


def called(part: Identified) -> str:
    """Its title, its name or the beginning of its text; else its id."""
    title = title_of(part) or str(getattr(getattr(part, "gap", None), "raw", "")) or _measured(part)
    title = " ".join(title.split()) or (part.id.text if part.id else "")
    return title if len(title) <= LONGEST else f"{title[:LONGEST]}…"


def place_of(part: Named) -> Span:
    """Where it is named: the title, the name or the text, else all of it."""
    for key in ("title", "name", "text", "gap", "metric", "metric_name"):
        leaf = getattr(part, key, None)
        if leaf is not None:
            span: Span = leaf.span
            return span
    return part.span


def _measured(part: Identified) -> str:
    named = getattr(part, "metric", None) or getattr(part, "metric_name", None)
    return named.text if named else ""
