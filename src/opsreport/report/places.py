"""Where each leaf of a bundle was written, by its place in the bundle."""

from collections.abc import Mapping

from opsreport.bundle.model import Bundle
from opsreport.bundle.walk import walk
from opsreport.diagnostics import Span


def places_of(bundle: Bundle) -> Mapping[str, Span]:
    """The span of every object and every leaf under its path, `problems[0].text`."""
    return {content.span.path: content.span for content in walk(bundle)}
