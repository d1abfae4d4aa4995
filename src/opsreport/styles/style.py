"""A report style: its manifest and everything it brings, all in memory."""

from collections.abc import Mapping
from dataclasses import dataclass

from opsreport.diagnostics import Source
from opsreport.document import Series

CONTRACT = 1
"""The version of the context that templates are written against."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `style.yaml` says: the style's title, its heading numbers, and what it needs of a bundle.

    `requires` are header fields without which a report of this style is wrong; `expects` are parts of the
    bundle (modules, problems …) whose absence is worth a warning.
    """

    title: str
    summary: str
    numbering: tuple[Series, ...]
    requires: tuple[str, ...]
    expects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the pipeline uses it.

    `templates` maps the names a template may be asked for by (`opsreport/shared/blocks.html.j2`, or a plain
    name for the style's own files) to their text; `entry` is the one that is rendered. `files` says
    where each template lies and `css_files` where each style sheet does, for messages.
    """

    name: str
    manifest: Manifest
    entry: str
    templates: Mapping[str, str]
    files: Mapping[str, str]
    css: tuple[str, ...]
    reference: bytes
    css_files: tuple[str, ...] = ()
    skeleton: Source | None = None
    """The Word file that the report is put into, if it is put into one."""
